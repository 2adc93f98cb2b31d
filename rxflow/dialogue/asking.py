"""Whether a message may ask for something besides what it answers: read widely, so that no question is missed."""

import re

_MAY_ASK = re.compile(
    r"[?¿]|\b(?:how|what|whats|when|where|which|who|why|is|are|does|do you|can|could|will|also|then|except|but)\b"
    r"|\b(?:c[oó]mo|qu[eé]|cu[aá]l|cu[aá]nd?to?s?|cu[aá]ndo|d[oó]nde|hay|puede|tambi[eé]n|menos|excepto|pero)\b",
    re.IGNORECASE,
)


def may_ask(text: str) -> bool:
    """Whether words of a message may ask for something, such as `yes, and how long is the wait`.

    Args:
        text: The patient's message, in English or Spanish.
    """
    return _MAY_ASK.search(text) is not None
