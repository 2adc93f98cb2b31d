"""Which of the offered languages a message is written in."""

from rxflow.dialogue.text import words_of

_SPANISH = frozenset(
    """
    necesito quiero mas mi mis el la los las un una para por favor cuanto cuesta cuando donde que si gracias hola buenos
    dias tardes noches medicina medicamento medicinas receta recetas farmacia cerca cercana barata tengo tomo puedo
    puede esta es de del con surtir resurtir pedido cancelar ayuda hablar farmaceutico dolor pastillas tiempo tarda hay
    necesita quisiera cual cuales como y o tambien esa ese eso pecho ayudeme me duele espanol
    """.split()
)
_ENGLISH = frozenset(
    "i i'm my the a an need want refill please what how much when where which is are do does can could would yes "
    "thanks thank you hello hi medicine medication prescription pharmacy order of to for and it that's that this "
    "closest cheapest cancel help talk speak pharmacist have more english".split()
)
_ONLY_SPANISH = frozenset({"si", "gracias", "hola"})


def detect_language(text: str, current: str) -> str:
    """The language of a message, or the current one where the message does not tell.

    Args:
        text: What the patient wrote.
        current: The conversation's language, `en` or `es`.
    """
    words = words_of(text)
    spanish = sum(word in _SPANISH for word in words)
    english = sum(word in _ENGLISH for word in words)
    if spanish > english and (spanish >= 2 or words[0] in _ONLY_SPANISH):
        return "es"
    if english > spanish and english >= 2:
        return "en"
    return current
