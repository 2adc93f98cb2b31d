"""Which of a patient's prescriptions their words mean: by Rx number, name, brand, misspelling or use.

A look-alike is never picked silently, and a name that is only similar to one on the profile is asked about.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from rxflow.dialogue.text import plain, words_of
from rxflow.dialogue.vocabulary import ORDINARY_WORDS
from rxflow.domain.drug import Drug
from rxflow.domain.prescription import Prescription
from rxflow.services.drugs import DrugMatch, DrugService

_RX_NUMBER = re.compile(r"\b(?:rx|prescription|receta)[\s#:.-]*(?:(?:number|numero|num|no)[\s#:.-]*)?(\d{4,})\b")
_STRENGTH = re.compile(r"\b(\d+(?:\.\d+)?)\s*(mg|mcg|ml|units?|milligrams?|micrograms?)\b")
_LIST = re.compile(r",|;|&|\+|\b(?:and|y|plus|also|tambien|también)\b", re.IGNORECASE)
_MIN_NAME = 4
_MIN_FUZZY = 5
_SURE_SCORE = 90.0
_STRANGER_SCORE = 88.0
_LONGEST_USE = 5


class MentionKind(StrEnum):
    """How a mention relates to the patient's profile."""

    PRESCRIPTION = "prescription"
    SIMILAR = "similar"
    NOT_ON_PROFILE = "not_on_profile"


@dataclass(frozen=True, slots=True)
class Mention:
    """One medicine named in a message.

    `rx_numbers` are the prescriptions that fit: one is a pick, several are a choice. `kind` SIMILAR means that the
    name heard is not on the profile but looks like these. `drug` is the drug record's name where one is known,
    `exact` the prescriptions of that drug without its look-alikes, and `strength_asked` a strength that was said and is
    not that of the prescription.
    """

    words: str
    kind: MentionKind
    rx_numbers: tuple[str, ...] = ()
    drug: str | None = None
    exact: tuple[str, ...] = ()
    strength_asked: str | None = None


@dataclass(frozen=True, slots=True)
class _Heard:
    start: int
    words: str
    match: DrugMatch


class MedicationResolver:
    """Finds the prescriptions that a patient's words mean.

    Args:
        drugs: The drug names, brands, misspellings and look-alike pairs.
    """

    def __init__(self, drugs: DrugService) -> None:
        self._drugs = drugs
        self._uses = frozenset(_spoken(use) for drug in drugs.all() for use in (*drug.uses, *drug.uses_es))

    def resolve(self, text: str, prescriptions: Sequence[Prescription]) -> tuple[Mention, ...]:
        """The medicines that a message names, in order; empty when it names none.

        Args:
            text: The patient's words, whole.
            prescriptions: The patient's own prescriptions; no others can be found.
        """
        if numbers := _RX_NUMBER.findall(plain(text)):
            return tuple(self._by_number(f"RX{number}", prescriptions) for number in dict.fromkeys(numbers))
        if named := self._by_name(text, prescriptions):
            return named
        return self._by_use(text, prescriptions)

    def drugs_named(self, text: str) -> tuple[Drug, ...]:
        """The drugs that a message names, whether or not the patient takes them."""
        return tuple(dict.fromkeys(heard.match.drug for heard in self._listen(text, frozenset())))

    def names_drug(self, text: str) -> bool:
        """Whether a message names a medicine outright, by number or by name."""
        return bool(_RX_NUMBER.search(plain(text)) or self._listen(text, frozenset()))

    def names_medicine(self, text: str) -> bool:
        """Whether a message names a medicine: by number, by name or by what one is for."""
        if self.names_drug(text):
            return True
        words = words_of(text)
        return any(
            " ".join(words[start : start + length]) in self._uses
            for start in range(len(words))
            for length in range(1, _LONGEST_USE + 1)
        )

    @staticmethod
    def _by_number(number: str, prescriptions: Sequence[Prescription]) -> Mention:
        own = tuple(item.rx_number for item in prescriptions if item.rx_number == number)
        return Mention(number, MentionKind.PRESCRIPTION if own else MentionKind.NOT_ON_PROFILE, own)

    def _by_name(self, text: str, prescriptions: Sequence[Prescription]) -> tuple[Mention, ...]:
        own_names = frozenset(
            word
            for item in prescriptions
            for word in words_of(f"{item.generic_name} {item.drug} {item.brand_name or ''}")
        )
        mentions: dict[tuple[str, ...], Mention] = {}
        for heard in self._listen(text, own_names):
            mention = self._mention(heard, prescriptions, text)
            mentions.setdefault(mention.rx_numbers or (mention.words,), mention)
        return _without_doubt(tuple(mentions.values()))

    def _listen(self, text: str, own_names: frozenset[str]) -> list[_Heard]:
        """Names in a text, longest first at each place, without overlaps."""
        words = words_of(text)
        heard: list[_Heard] = []
        position = 0
        while position < len(words):
            for length in (3, 2, 1):
                phrase = " ".join(words[position : position + length])
                match = self._name(phrase, length, own_names) if position + length <= len(words) else None
                if match is not None:
                    heard.append(_Heard(position, phrase, match))
                    position += length - 1
                    break
            position += 1
        return heard

    def _name(self, phrase: str, length: int, own_names: frozenset[str]) -> DrugMatch | None:
        ordinary = ORDINARY_WORDS - own_names if own_names & ORDINARY_WORDS else ORDINARY_WORDS
        if len(phrase) < _MIN_NAME or (length == 1 and phrase in ordinary):
            return None
        if length > 1 and any(word in ordinary or word.isdigit() for word in phrase.split()):
            return None
        found = self._drugs.find(phrase, limit=3)
        if not found or found[0].kind != "similar":
            return found[0] if found else None
        if len(phrase) < _MIN_FUZZY:
            return None
        on_profile = (match for match in found if own_names.intersection(words_of(match.drug.name)))
        own = next(on_profile, None)
        if own is not None and (length == 1 or own.score >= _SURE_SCORE):
            return own
        # What only resembles a name that the patient does not take is more often an ordinary word.
        return found[0] if length == 1 and found[0].score >= _STRANGER_SCORE else None

    def _mention(self, heard: _Heard, prescriptions: Sequence[Prescription], text: str) -> Mention:
        drug, kind, asked = heard.match.drug, MentionKind.PRESCRIPTION, None
        names = frozenset({drug.name, heard.match.matched, heard.words})
        own = [item for item in prescriptions if self._is(item, drug)]
        if len(own) > 1:
            own = [item for item in own if not other_strengths(text, item.strength)] or own
        elif own and (differing := other_strengths(text, own[0].label)):
            asked = differing[0]
        partners = [item for item in prescriptions if self._is_look_alike(item, names) and item not in own]
        if not own:
            partners += [item for item in prescriptions if self._contains(item, drug) and item not in partners]
        unsure = heard.match.kind == "similar" and heard.match.score < _SURE_SCORE and len(own) == 1
        if (partners and not own) or unsure or (len(own) == 1 and _is_other_product(heard.words, own[0])):
            kind = MentionKind.SIMILAR
        fitting = tuple(item.rx_number for item in (*own, *partners))
        if not fitting:
            return Mention(heard.words, MentionKind.NOT_ON_PROFILE, (), drug.name)
        return Mention(heard.words, kind, fitting, drug.name, tuple(item.rx_number for item in own), asked)

    def look_alikes(self, prescription: Prescription, prescriptions: Sequence[Prescription]) -> tuple[str, ...]:
        """The Rx numbers of others whose names are listed as confused with a prescription's."""
        drug = self._drugs.get(prescription.drug)
        if drug is None:
            return ()
        return tuple(
            other.rx_number
            for other in prescriptions
            if other.rx_number != prescription.rx_number
            and self._is_look_alike(other, frozenset({drug.name, prescription.brand_name or drug.name}))
        )

    def _is(self, prescription: Prescription, drug: Drug) -> bool:
        if prescription.drug == drug.name:
            return True
        own = self._drugs.get(prescription.drug)
        return own is not None and set(drug.ingredients) == set(own.ingredients)

    def _contains(self, prescription: Prescription, drug: Drug) -> bool:
        """Whether a prescription is a fixed combination that holds a drug among others."""
        own = self._drugs.get(prescription.drug)
        return own is not None and set(drug.ingredients) < set(own.ingredients)

    def _is_look_alike(self, prescription: Prescription, heard: frozenset[str]) -> bool:
        brand = prescription.brand_name or prescription.drug
        names = {prescription.drug, prescription.generic_name, brand, brand.split()[0]}
        partners = {partner for name in heard for partner in self._drugs.lasa_partners(name)}
        return any(plain(name) in partners for name in names)

    def _by_use(self, text: str, prescriptions: Sequence[Prescription]) -> tuple[Mention, ...]:
        """By what they are for; `my sugar pills and my water pill` names two."""
        mentions: dict[tuple[str, ...], Mention] = {}
        for part in _LIST.split(text):
            if fitting := self._used_for(part, prescriptions):
                mentions.setdefault(fitting, Mention(part.strip(), MentionKind.PRESCRIPTION, fitting, exact=fitting))
        return tuple(mentions.values())

    def _used_for(self, text: str, prescriptions: Sequence[Prescription]) -> tuple[str, ...]:
        """The prescriptions whose longest use is said in a text."""
        spoken = f" {' '.join(words_of(text))} "
        best, fitting = 0, []
        for item in prescriptions:
            drug = self._drugs.get(item.drug)
            uses = (item.indication, item.indication_es, *(drug.uses + drug.uses_es if drug else ()))
            longest = max((len(use) for use in map(_spoken, uses) if f" {use} " in spoken), default=0)
            if longest > best:
                best = longest
                fitting = [item.rx_number]
            elif longest and longest == best:
                fitting.append(item.rx_number)
        return tuple(fitting)


def other_strengths(text: str, label: str) -> list[str]:
    """The strengths said in a text that a label does not have, such as `2.5 mg`."""
    known = set(words_of(label))
    return [f"{amount} {unit}" for amount, unit in _STRENGTH.findall(plain(text)) if amount not in known]


def _without_doubt(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Look-alikes that are each named by themselves are no doubt of one another."""
    named = {rx for mention in mentions for rx in mention.exact}
    return tuple(
        replace(mention, rx_numbers=mention.exact)
        if mention.kind is MentionKind.PRESCRIPTION and len(mention.exact) == 1 and named.issuperset(mention.rx_numbers)
        else mention
        for mention in mentions
    )


_RELEASES = frozenset("er xr sr xl la cr succinate tartrate".split())


def _is_other_product(heard: str, prescription: Prescription) -> bool:
    """Whether words name another release or salt than the label does: it is part of the name (DOMAIN.md §7)."""
    label = words_of(f"{prescription.generic_name} {prescription.brand_name or ''}")
    named, own = _RELEASES.intersection(words_of(heard)), _RELEASES.intersection(label)
    return bool(named and own and not named & own)


def _spoken(use: str) -> str:
    return " ".join(words_of(use))
