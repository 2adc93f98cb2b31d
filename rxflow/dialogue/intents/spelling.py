"""Misspelled words of requests and questions: `cancle my oder`, `trak`, `farmasia`."""

from collections.abc import Iterator
from functools import cache

from rxflow.dialogue.vocabulary import ORDINARY_WORDS

KEYWORDS = frozenset(
    """
    about address again adherence allergic allergies another anything appointment approved authorization available
    back bottle brand cancel cheapest child close closest coming cost cover coverage covered daughter delivery
    difference different early everything filled forget generic goodbye help hello hold hours how instructions
    insurance interact interactions keep leave list listed long lost medication medications medicine medicines mind mother
    nearest never number open order orders person pharmacist pharmacies pharmacy phone prescription prescriptions
    previous price prior ready refill refilled refills remaining remind representative reminder repeat saturday
    schedule second should speak start status stock sunday supply tablets talk thank thanks their there track transfer
    travel traveling trip update vacation vaccine wait want what when where which with
    ayuda barata cancelar cancele cerca cuando cuanto cuesta donde farmaceutico farmacia gracias hablar hola horario
    medicina medicinas necesito pastilla pastillas pedido precio quiero receta recetas resurtir resurtido seguro surtir
    telefono
    """.split()
)
"""Words that decide what is wanted, and which people misspell."""

_MIN_LETTERS = 4
_REAL_WORDS = frozenset(
    "cancer canceled cancels ordered older orden ordena pries prince prize pride pricey prices rack tracks trick truck crack "
    "stats statue parson persons peak spear phony harsh necesita necesitas necesitan quiere quieren quieres medical "
    "medicinal medicate medicated medicating generics general pedidos pedida recete cuestan cuanta cuantos cuantas border "
    "bored covers insured refuel refiled brands bland grand surtido surtida surte resurte resurta cerda carca approves "
    "approve prove teal tack what's lists mine minds trips costs cast orders hows whit wit sacks stack steak stalk".split()
)
"""Words one letter away that mean something else."""


def spelled(said: str) -> str:
    """A message with its misspelled keywords put right; one letter wrong, missing, doubled or swapped.

    Args:
        said: The message as `spoken` gives it.
    """
    return " ".join(_nearest(word) for word in said.split(" "))


def _nearest(word: str) -> str:
    bare = word.strip(".,;:!?")
    if len(bare) < _MIN_LETTERS or not bare.isalpha() or bare in KEYWORDS or bare in _REAL_WORDS:
        return word
    if bare in ORDINARY_WORDS:
        return word
    index = _deletes()
    near = {keyword for form in (bare, *_without_one(bare)) for keyword in index.get(form, ())}
    near = {keyword for keyword in near if _is_misspelled(bare, keyword)}
    return word.replace(bare, min(near)) if near else word


def _is_misspelled(word: str, keyword: str) -> bool:
    """Whether a word that shares all letters but one with a keyword begins like it, or has its letters in disorder."""
    if len(keyword) < _MIN_LETTERS or (len(keyword) == _MIN_LETTERS and sorted(word) != sorted(keyword)):
        return False
    return word[0] == keyword[0] or sorted(word) == sorted(keyword)


@cache
def _deletes() -> dict[str, tuple[str, ...]]:
    """The keywords by their spellings with one letter left out, and by themselves."""
    index: dict[str, tuple[str, ...]] = {}
    for keyword in sorted(KEYWORDS):
        for form in {keyword, *_without_one(keyword)}:
            index[form] = (*index.get(form, ()), keyword)
    return index


def _without_one(word: str) -> Iterator[str]:
    return (word[:place] + word[place + 1 :] for place in range(len(word)))
