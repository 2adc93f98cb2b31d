"""Whether words agree to cancel an order, after the patient was asked whether it is to be cancelled."""

from rxflow.dialogue.agreement import Agreement, read_agreement
from rxflow.dialogue.expression import Expression
from rxflow.dialogue.text import plain, words_of

_CANCEL = Expression(
    r"^(?P<yes>.*?)[\s,.;:!-]*(?:please |por favor |go ahead and |just |i want to |i'd like to |quiero |favor de )*"
    r"(?:cancel|cancel(?:a|e|en|ar)(?:l[aeo]s?)?|anul(?:a|e|en|ar)(?:l[aeo]s?)?)\b(?P<what>[^?]*)$"
)
_YES_JUST = Expression(
    r"^(?P<yes>[a-z]+(?: please)?)[\s,.;:!-]+(?:(?:just|only|solo|nada mas) )?(?:(?:the|my|that|la|el|mi) )?[a-z0-9-]+"
    r"(?: (?:one|order|please|por favor))*[.!]?$"
)
"""A yes and nothing but a name after it."""
_POINTING = frozenset(
    "it that this the my order orders one for of please now thanks thank you only just solo nada mas lo la el mi ese esa este esta pedido de orden "
    "por favor gracias".split()
)


def agrees_to_cancel(text: str, names_only_it: bool) -> bool:
    """Whether the answer to "Do you want to cancel this order?" is yes.

    A plain yes is, and so is the wish said again: `yes, cancel the omeprazole`, `cancel it`. A question, a condition, a
    negation or anything unforeseen is not.

    Args:
        text: The patient's whole message.
        names_only_it: Whether the message names the order's medicine, and no other.
    """
    if read_agreement(text) is Agreement.YES:
        return True
    found = _CANCEL.match(plain(text).strip())
    if found is None:
        just = _YES_JUST.match(plain(text).strip())
        return names_only_it and just is not None and read_agreement(just["yes"]) is Agreement.YES
    before, what = found["yes"].strip(), words_of(found["what"])
    agreed = not before or read_agreement(before) is Agreement.YES
    return agreed and (set(what) <= _POINTING or (names_only_it and read_agreement(found["what"]) is Agreement.OTHER))
