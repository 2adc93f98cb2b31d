"""Which of a patient's prescriptions their words mean: by Rx number, name, brand, misspelling, use, form or strength.

A look-alike is never picked silently, and a name that is only similar to one on the profile is asked about.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from operator import attrgetter

from rxflow.dialogue.descriptions import (
    by_look,
    by_use,
    is_only_told,
    means_medicine,
    points_at_form,
    points_at_use,
    singular,
    spoken_use,
)
from rxflow.dialogue.expression import Expression
from rxflow.dialogue.heard_names import Heard, Label, OwnNames, Way
from rxflow.dialogue.mention import Mention, MentionKind
from rxflow.dialogue.name_listener import listen
from rxflow.dialogue.named_products import is_other_product, of_brand, of_strength, strength_asked, strengths_of
from rxflow.dialogue.strengths import Strength, digits_said, other_strengths
from rxflow.dialogue.taken_back import has_plenty, is_taken_back, refuses
from rxflow.dialogue.text import clipped, plain, words_of
from rxflow.dialogue.vocabulary import ORDINARY_WORDS
from rxflow.domain.drug import Drug
from rxflow.domain.prescription import Prescription
from rxflow.services.drugs import MOST_EDITS, DrugService, name_key

__all__ = ["MedicationResolver", "Mention", "MentionKind", "Named", "other_strengths"]

_label: Callable[[Prescription], Label] = attrgetter("drug", "generic_name", "brand_name")
_RX_NUMBER = Expression(r"\b(?:rx|prescription|receta)[\s#:.-]*(?:(?:number|numero|num|no)[\s#:.-]*)?(\d{4,})\b")
_MIN_DIGITS = 5
_LIST = Expression(r"(?i),|;|&|\+|\.\s|\b(?:and|y|plus|also|tambien|también)\b")
_BESIDE = Expression(rf"{_LIST.pattern}|\b(?:with|con)\b")
_LONGEST_USE = 5
_KEPT = 256
_LATEST = 16
_MIN_NEIGHBOUR = 6
"""Shorter names are within two edits of too many."""

_SURE_LETTERS = 8
"""One edit in a shorter name is asked about: it may be another name."""

_MIN_SURE_BEGINNING = 5
_PLURAL_FIGURE = Expression(r"[0-9]{1,4}'?s")
_BEFORE_FIGURE = frozenset({"the", "my", "los", "las"})
_CUT_SHORT = Expression(r"\b([a-z]{2,})-(?![a-z0-9])")

_CONFIDENCE = {Way.EXACT: 0.98, Way.LISTED: 0.98, Way.TYPO: 0.98, Way.SOUND: 0.95, Way.BEGINNING: 0.95}
_TWO_EDITS, _LOOK_ALIKE, _NOT_TAKEN, _BY_USE, _BY_LOOK = 0.95, 0.95, 0.85, 0.92, 0.86
"""How often each has been right among labelled messages; rounded down."""


@dataclass(frozen=True, slots=True)
class Named:
    """What of medicines a message names, whoever takes them.

    `drugs` are the drugs named, `outright` tells whether one is named by number or by name, and `by_any_means` also
    counts what one is for, or its form.
    """

    drugs: tuple[Drug, ...]
    outright: bool
    by_any_means: bool


class MedicationResolver:
    """Finds the prescriptions that a patient's words mean.

    Args:
        drugs: The drug names, brands, misspellings and look-alike pairs.
    """

    def __init__(self, drugs: DrugService) -> None:
        self._drugs = drugs
        self._uses_of = {drug.name: frozenset(map(spoken_use, (*drug.uses, *drug.uses_es))) for drug in drugs.all()}
        self._brands = {drug.name: frozenset(map(plain, drug.brands)) for drug in drugs.all()}
        self._uses = frozenset().union(*self._uses_of.values())
        self._longest_use = _longest_by_first_word(self._uses)
        # A turn asks for the same words several times: the reader, the reports, and what is asked for or left out.
        self._drugs_heard = lru_cache(_LATEST)(self._listened)
        # What is on file is the same turn after turn.
        self._own_names = lru_cache(_KEPT)(partial(OwnNames.of, drugs=drugs))
        self._names_on_label = lru_cache(_KEPT)(_names_on_label)
        self._all_uses = lru_cache(_KEPT)(self._uses_with_label)

    def resolve(self, text: str, prescriptions: Sequence[Prescription]) -> tuple[Mention, ...]:
        """The medicines that a message names, in order; empty when it names none.

        Args:
            text: The patient's words; of a very long message the beginning and the end are read (`text.clipped`), and
                nothing is picked without asking.
            prescriptions: The patient's own prescriptions; no others can be found.
        """
        part = clipped(text)
        mentions = self._meant(part, prescriptions)
        # What was not read may take back what was.
        return mentions if part is text else tuple(map(_to_be_asked, mentions))

    def _meant(self, text: str, prescriptions: Sequence[Prescription]) -> tuple[Mention, ...]:
        said = plain(text)
        words = words_of(said)
        if numbers := self._numbers(said, words, prescriptions):
            return tuple(self._by_number(f"RX{number}", prescriptions) for number in dict.fromkeys(numbers))
        named, refused = self._by_name(words, prescriptions, frozenset(_CUT_SHORT.findall(said)))
        if named:
            return named + self._beside_names(text, named, prescriptions)
        left = [item for item in prescriptions if item.rx_number not in refused]
        return self._described(text, left)

    def drugs_named(self, text: str) -> tuple[Drug, ...]:
        """The drugs that a message names, whether or not the patient takes them."""
        return self._drugs_heard(words_of(text))

    def _listened(self, words: Sequence[str]) -> tuple[Drug, ...]:
        return tuple(dict.fromkeys(heard.match.drug for heard in listen(words, self._drugs)))

    def named(self, text: str) -> Named:
        """What of medicines a message names, from one listening.

        Args:
            text: The patient's words, whole.
        """
        said = plain(text)
        words = words_of(said)
        drugs = self._drugs_heard(words)
        outright = bool(drugs or _RX_NUMBER.search(said))
        return Named(drugs, outright, outright or points_at_form(words) or self._tells_use(words))

    def _tells_use(self, words: Sequence[str]) -> bool:
        """Whether words hold what any medicine is for."""
        words = [singular(word) for word in words]
        return any(
            " ".join(words[start : start + length]) in self._uses
            for start, word in enumerate(words)
            for length in range(1, self._longest_use.get(word, 0) + 1)
        )

    def look_alikes(self, prescription: Prescription, prescriptions: Sequence[Prescription]) -> tuple[str, ...]:
        """The Rx numbers of others whose names are listed as confused with a prescription's."""
        drug = self._drugs.get(prescription.drug)
        if drug is None:
            return ()
        names = frozenset({drug.name, prescription.brand_name or drug.name})
        return tuple(
            other.rx_number
            for other in prescriptions
            if other.rx_number != prescription.rx_number and self._is_look_alike(self._label_names(other), names)
        )

    # -- by number -----------------------------------------------------------------------------------------------

    @staticmethod
    def _numbers(said: str, words: Sequence[str], prescriptions: Sequence[Prescription]) -> list[str]:
        """Rx numbers said as such; else the patient's own, written or said digit by digit with no word before them."""
        if numbers := _RX_NUMBER.findall(said):
            return list(numbers)
        own = {item.rx_number.removeprefix("RX") for item in prescriptions}
        return [run for run in digits_said(words) if len(run) >= _MIN_DIGITS and run in own]

    @staticmethod
    def _by_number(number: str, prescriptions: Sequence[Prescription]) -> Mention:
        own = tuple(item.rx_number for item in prescriptions if item.rx_number == number)
        return Mention(number, MentionKind.PRESCRIPTION if own else MentionKind.NOT_ON_PROFILE, own)

    # -- by name -------------------------------------------------------------------------------------------------

    def _by_name(
        self, words: Sequence[str], prescriptions: Sequence[Prescription], cut_short: frozenset[str]
    ) -> tuple[tuple[Mention, ...], frozenset[str]]:
        """The medicines that are named, and the Rx numbers of those that are named only to be refused."""
        heard = listen(words, self._drugs, self._own_names(tuple(map(_label, prescriptions))), cut_short)
        figures = _figures(words)
        mentions: dict[tuple[str, ...], Mention] = {}
        refused: set[str] = set()
        taken_back: dict[str, str] = {}
        for place, name in enumerate(heard):
            before, after = (
                heard[place - 1].end if place else 0,
                heard[place + 1].start if place + 1 < len(heard) else None,
            )
            mention = self._mention(name, prescriptions, tuple(strengths_of(figures, name, before, after)))
            if mention is None:
                continue
            if is_taken_back(words, name, after):
                refused.update(mention.exact or mention.rx_numbers)
                taken_back.update(dict.fromkeys(mention.exact, name.words))
            else:
                # `Lexapro, no wait, it is called escitalopram` names one medicine twice.
                refused.difference_update(rx for rx in mention.exact if taken_back.get(rx, name.words) != name.words)
                mentions.setdefault(mention.rx_numbers or (mention.words,), mention)
        kept = [mention for mention in mentions.values() if not mention.exact or not refused.issuperset(mention.exact)]
        return _without_doubt(kept, refused), frozenset(refused)

    def _mention(
        self, heard: Heard, prescriptions: Sequence[Prescription], strengths: Sequence[Strength]
    ) -> Mention | None:
        if not heard.matches:
            return self._only_look_alike(heard, prescriptions)
        # A name that several medicines have in common, such as insulin, means any of them.
        best = [match for match in heard.matches if match.kind == heard.match.kind]
        candidates = [match.drug for match in best]
        own = [item for item in prescriptions if any(self._is(item, drug) for drug in candidates)]
        drug = next((drug for drug in candidates if any(self._is(item, drug) for item in own)), candidates[0])
        own = of_strength(of_brand(own, heard), strengths)
        asked = strength_asked(own[0], drug, strengths) if len(own) == 1 else None
        names = frozenset({drug.name, heard.match.matched, heard.words}) if heard.is_name else frozenset({drug.name})
        partners = self._partners(heard, names, own, prescriptions)
        rx_numbers = tuple(item.rx_number for item in (*own, *partners))
        doubt = self._is_doubtful(heard, own, drug)
        confidence = _confidence(heard, bool(rx_numbers))
        if not rx_numbers and not heard.is_name and heard.match.part:
            return None
        if not rx_numbers:
            tied = [match for match in heard.matches if match.edits == heard.match.edits]
            unclear = (not heard.is_name or heard.match.kind == "similar") and len(tied) > 1
            return Mention(
                heard.words, MentionKind.NOT_ON_PROFILE, (), None if unclear else drug.name, confidence=confidence
            )
        kind = MentionKind.SIMILAR if not own or doubt else MentionKind.PRESCRIPTION
        exact = tuple(item.rx_number for item in own)
        return Mention(heard.words, kind, rx_numbers, drug.name, exact, asked, confidence)

    def _is_doubtful(self, heard: Heard, own: Sequence[Prescription], drug: Drug) -> bool:
        """Whether the patient must say that what was heard is what they mean."""
        if not own:
            return True
        if heard.is_name:
            return len(own) == 1 and (is_other_product(heard, own[0]) or self._is_other_brand(heard, own[0]))
        others = [match.drug for match in heard.matches if match.drug != drug and not self._holds(match.drug, drug)]
        if others or len({item.drug for item in own}) > 1:
            return True
        if heard.way is Way.TYPO:
            return heard.match.edits != 1 or len(name_key(heard.match.matched)) < _SURE_LETTERS
        return heard.way is not Way.BEGINNING or len(heard.words) < _MIN_SURE_BEGINNING or heard.words in ORDINARY_WORDS

    def _is(self, prescription: Prescription, drug: Drug) -> bool:
        if prescription.drug == drug.name:
            return True
        own = self._drugs.get(prescription.drug)
        return own is not None and set(drug.ingredients) == set(own.ingredients)

    def _contains(self, prescription: Prescription, drug: Drug) -> bool:
        """Whether a prescription is a fixed combination that holds a drug among others."""
        own = self._drugs.get(prescription.drug)
        return own is not None and self._holds(own, drug)

    def _is_part(self, prescription: Prescription, heard: Heard) -> bool:
        """Whether a prescription is one ingredient of the combination that was heard."""
        own = self._drugs.get(prescription.drug)
        return own is not None and not heard.match.part and self._holds(heard.match.drug, own)

    @staticmethod
    def _holds(combination: Drug, drug: Drug) -> bool:
        return set(drug.ingredients) < set(combination.ingredients)

    def _only_look_alike(self, heard: Heard, prescriptions: Sequence[Prescription]) -> Mention:
        """A name without a drug record that is listed as confused with the patient's own."""
        names = frozenset({heard.words})
        fitting = tuple(item.rx_number for item in prescriptions if self._is_look_alike(self._all_names(item), names))
        kind = MentionKind.SIMILAR if fitting else MentionKind.NOT_ON_PROFILE
        return Mention(heard.words, kind, fitting, confidence=_LOOK_ALIKE)

    # -- look-alikes ---------------------------------------------------------------------------------------------

    def _partners(
        self, heard: Heard, names: frozenset[str], own: Sequence[Prescription], prescriptions: Sequence[Prescription]
    ) -> list[Prescription]:
        """The prescriptions that may be meant by the name of another medicine.

        With the medicine that was named on the profile too, only what the labels say counts; without it, any name of a
        prescription's drug, any name within two edits, a combination that holds the medicine, and a part of one.
        """
        others = [item for item in prescriptions if item not in own]
        if own:
            return [item for item in others if self._is_look_alike(self._label_names(item), names)]
        near = self._neighbours(heard.match.matched)
        drug = heard.match.drug
        alike = [item for item in others if item.drug in near or self._is_look_alike(self._all_names(item), names)]
        related = (item for item in others if self._contains(item, drug) or self._is_part(item, heard))
        return alike + [item for item in related if item not in alike]

    def _neighbours(self, name: str) -> frozenset[str]:
        """The drugs with a name within two edits of a name, as likely to be confused as the pairs that are listed."""
        key = name_key(name)
        if len(key) < _MIN_NEIGHBOUR:
            return frozenset()
        near = (match for match in self._drugs.near(key) if len(name_key(match.matched)) >= _MIN_NEIGHBOUR)
        return frozenset(match.drug.name for match in near)

    def _label_names(self, item: Prescription) -> frozenset[str]:
        return self._names_on_label(item.drug, item.generic_name, item.brand_name or item.drug)

    def _all_names(self, item: Prescription) -> frozenset[str]:
        """The names on a label, and every other brand of the drug."""
        return self._label_names(item) | self._brands.get(item.drug, frozenset())

    def _is_look_alike(self, own: Iterable[str], heard: frozenset[str]) -> bool:
        partners = {partner for name in heard for partner in self._drugs.lasa_partners(name)}
        return not partners.isdisjoint(own)

    def _is_other_brand(self, heard: Heard, item: Prescription) -> bool:
        """Whether words name another brand than the label does, or one that is listed as confused with its drug.

        The same ingredient can be another product: Ozempic and Wegovy, oxycodone and OxyContin (DOMAIN.md §7).
        """
        if heard.match.kind != "brand":
            return False
        named = heard.match.matched
        if item.brand_name:
            return name_key(named.split()[0]) != name_key(item.brand_name.split()[0])
        return self._is_look_alike(self._label_names(item), frozenset({named}))

    # -- by use, form or strength --------------------------------------------------------------------------------

    def _described(self, text: str, prescriptions: Sequence[Prescription]) -> tuple[Mention, ...]:
        """By what they are for, else by form, strength or directions; `my sugar pills and my water pill` names two."""
        mentions: dict[tuple[str, ...], Mention] = {}
        spare: dict[tuple[str, ...], Mention] = {}
        refused: set[str] = set()
        said = plain(text)
        for part in _LIST.split(text):
            words = words_of(part)
            if not words:
                continue
            mention = None if is_only_told(words, said) else self._described_in(part, words, prescriptions)
            if mention is None:
                continue
            if refuses(words):
                refused.update(mention.rx_numbers)
            else:
                (spare if has_plenty(words) else mentions).setdefault(mention.rx_numbers, mention)
        return tuple(_without(mention, refused) for mention in (mentions or spare).values())

    def _described_in(self, part: str, words: Sequence[str], prescriptions: Sequence[Prescription]) -> Mention | None:
        if means_medicine(words) and (fitting := by_use(words, prescriptions, self._uses_for)):
            return _as_described(part, fitting, _BY_USE)
        fitting = by_look(words, prescriptions)
        return _as_described(part, fitting, _BY_LOOK) if fitting else None

    def _uses_for(self, item: Prescription) -> frozenset[str]:
        """What a prescription is for by its label and by its drug, as uses are compared."""
        return self._all_uses(item.drug, item.indication, item.indication_es)

    def _uses_with_label(self, drug: str, *on_label: str) -> frozenset[str]:
        return self._uses_of.get(drug, frozenset()) | frozenset(map(spoken_use, on_label))

    def _beside_names(
        self, text: str, named: Sequence[Mention], prescriptions: Sequence[Prescription]
    ) -> tuple[Mention, ...]:
        """What is meant by its use beside others that are named: `my water pill and the losartan`."""
        names = [f" {mention.words} " for mention in named]
        parts = [part for part in _BESIDE.split(text) if self._may_describe(words_of(part), names)]
        told = {rx for mention in named for rx in mention.rx_numbers}
        found = (mention for part in parts for mention in self._described(part, prescriptions))
        return tuple(mention for mention in found if told.isdisjoint(mention.rx_numbers))

    @staticmethod
    def _may_describe(words: Sequence[str], names: Iterable[str]) -> bool:
        spoken = f" {' '.join(words)} "
        return points_at_use(words) and not any(name in spoken for name in names)


def _longest_by_first_word(uses: Iterable[str]) -> Mapping[str, int]:
    """How many words the longest use has, up to the most that are compared, by the first word of each."""
    longest: dict[str, int] = {}
    for words in (use.split() for use in uses):
        if 0 < len(words) <= _LONGEST_USE:
            longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return longest


def _figures(words: Sequence[str]) -> Sequence[str]:
    """Words with strengths said in the plural as they are said otherwise: `the 500s` as `de 500`."""
    figures = list(words)
    for place, word in enumerate(words):
        if place and _PLURAL_FIGURE.fullmatch(word) and words[place - 1] in _BEFORE_FIGURE:
            figures[place - 1 : place + 1] = "de", word[:-1].removesuffix("'")
    return figures


def _without(mention: Mention, refused: set[str]) -> Mention:
    """A mention of those of several that were not refused; one that is asked for and refused is asked for."""
    left = tuple(rx for rx in mention.rx_numbers if rx not in refused) or mention.rx_numbers
    return replace(mention, rx_numbers=left, exact=left)


def _as_described(words: str, fitting: tuple[str, ...], confidence: float) -> Mention:
    return Mention(words.strip(), MentionKind.PRESCRIPTION, fitting, exact=fitting, confidence=confidence)


def _names_on_label(drug: str, generic: str, brand: str) -> frozenset[str]:
    """The names on a label, as look-alikes are listed."""
    return frozenset(plain(name) for name in (drug, generic, brand, brand.split()[0]))


def _to_be_asked(mention: Mention) -> Mention:
    return replace(mention, kind=MentionKind.SIMILAR) if mention.kind is MentionKind.PRESCRIPTION else mention


def _confidence(heard: Heard, is_own: bool) -> float:
    if not is_own:
        return _NOT_TAKEN if heard.is_name else _NOT_TAKEN * _CONFIDENCE[heard.way]
    return _TWO_EDITS if heard.match.edits == MOST_EDITS else _CONFIDENCE[heard.way]


def _without_doubt(mentions: Sequence[Mention], refused: Iterable[str]) -> tuple[Mention, ...]:
    """Look-alikes that are each named by themselves are no doubt of one another."""
    named = {rx for mention in mentions for rx in mention.exact} | set(refused)
    return tuple(
        replace(mention, rx_numbers=mention.exact)
        if mention.kind is MentionKind.PRESCRIPTION and len(mention.exact) == 1 and named.issuperset(mention.rx_numbers)
        else mention
        for mention in mentions
    )
