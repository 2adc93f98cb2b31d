"""Hears the names of medicines in a message: as listed, misspelt, cut into words by a speech recogniser, or begun.

Words are read once from left to right and looked up in indexes, so the time grows with the length of the message and
not with the number of names.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA, Indel

from rxflow.dialogue.heard_names import NOBODY, Heard, OwnNames, Way
from rxflow.dialogue.vocabulary import COMMON_WORDS, ORDINARY_WORDS
from rxflow.services.drug_names import PRODUCT_WORDS, name_key, singulars, sound
from rxflow.services.drugs import DrugMatch, DrugService

_MIN_NAME = 4
_LONGEST_NAME = 6
"""Words in a name, or in what a speech recogniser made of one."""

_LONGEST_TYPO = 24
_LETTERS = 26
_MIN_EDITED = 5
_MIN_TWICE_EDITED = 7
_MIN_BEGINNING = 5
_TERSE = 3
"""A message of so few words is more likely to be a name than a sentence."""

_FEWEST_SOUNDS = 3
_LIKE_OWN, _LIKE_STRANGER = 0.55, 0.75
_LESS_LIKE = 0.08
"""How much more alike words must be to a name when they are all ordinary, or when a sound differs."""

_LIKE_SHORT = 0.8

_SOUNDS_OWN, _SOUNDS_STRANGER = 3, 5


def listen(
    words: Sequence[str], drugs: DrugService, own: OwnNames = NOBODY, cut_short: frozenset[str] = frozenset()
) -> list[Heard]:
    """The names of medicines in a message, in order and without overlaps.

    Args:
        words: The words of the message, as `text.words_of` gives them.
        drugs: The names.
        own: The names of the medicines of the patient who speaks.
        cut_short: Words of the message that were broken off, such as `bu-`.
    """
    return list(_Listening(words, drugs, own, cut_short).heard())


class _Listening:
    """The reading of one message."""

    def __init__(self, words: Sequence[str], drugs: DrugService, own: OwnNames, cut_short: frozenset[str]) -> None:
        self._words = [word.replace("'", "") if "'" in word else word for word in words]
        self._ordinary = ORDINARY_WORDS - own.words if own.words & ORDINARY_WORDS else ORDINARY_WORDS
        self._drugs = drugs
        self._own = own
        self._cut_short = cut_short
        self._terse = len(words) <= _TERSE
        self._sounds = [sound(word) for word in self._words]
        self._typos: dict[str, tuple[DrugMatch, ...]] = {}
        self._silent: set[str] = set()
        """Words that neither are nor begin a name."""

    def heard(self) -> Iterator[Heard]:
        before: Heard | None = None
        for found in self._each():
            both = self._combination(before, found) if before is not None else None
            if before is not None and both is None:
                yield before
            before = both or found
        if before is not None:
            yield before

    def _each(self) -> Iterator[Heard]:
        place = 0
        while place < len(self._words):
            found = self._heard_alone(place) or self._cut(place) or self._guessed(place)
            if found is not None:
                yield found
            place = found.end if found is not None else place + 1

    def _heard_alone(self, place: int) -> Heard | None:
        word = self._words[place]
        if word in self._silent:
            return None
        begins = self._drugs.may_begin_name(word)
        found = self._exact(place) if begins else self._listed_look_alike(place)
        if found is None and self._may_be_misspelt(word):
            found = self._typed(place)
        if found is None and not begins:
            self._silent.add(word)
        return found

    def _combination(self, first: Heard, second: Heard) -> Heard | None:
        """Two names said one after the other, one of them misspelt, as the combination: `amlodipine bneazepril`."""
        if first.end != second.start or not first.matches or not second.matches:
            return None
        drugs = self._drugs.with_ingredients(_ingredients(first.match) | _ingredients(second.match))
        matches = tuple(DrugMatch(drug, drug.name, "similar", 0.0, 2) for drug in drugs if len(drug.ingredients) > 1)
        return self._heard(first.start, second.end, Way.TYPO, matches) if matches else None

    def _heard(self, start: int, end: int, way: Way, matches: tuple[DrugMatch, ...]) -> Heard:
        return Heard(start, end, " ".join(self._words[start:end]), way, matches)

    # -- as listed -----------------------------------------------------------------------------------------------

    def _exact(self, start: int) -> Heard | None:
        """The longest listed name that begins at a word, with the words of the product after it."""
        key, end = "", 0
        matches: tuple[DrugMatch, ...] = ()
        for place in range(start, min(start + _LONGEST_NAME, len(self._words))):
            word = self._words[place]
            for form in singulars(word):
                found = self._drugs.named(key + form)
                if found and (known := self._known(found)) and self._may_be_name(start, place + 1, key, form, known):
                    end, matches = place + 1, known
                    break
            key += word
            if not self._drugs.begins_name(key):
                break
        if not end:
            return self._listed_look_alike(start)
        if matches[0].part and end == start + 1 and (longer := self._longer(start)):
            return longer
        end, matches = self._with_second_ingredient(end, matches)
        way = Way.LISTED if matches[0].kind == "misspelling" else Way.EXACT
        while end < len(self._words) and self._words[end] in PRODUCT_WORDS:
            end += 1
        return self._heard(start, end, way, matches)

    def _known(self, found: tuple[DrugMatch, ...]) -> tuple[DrugMatch, ...]:
        """The drugs of a name; one that several medicines have in common, such as insulin, means the patient's own."""
        if found[0].kind == "similar":
            return tuple(match for match in found if match.drug.name in self._own.drugs)
        return found

    def _listed_look_alike(self, start: int) -> Heard | None:
        """A name without a drug record, for which the patient's own is listed to be confused."""
        if self._own.drugs and self._drugs.look_alike(self._words[start]):
            return self._heard(start, start + 1, Way.EXACT, ())
        return None

    def _with_second_ingredient(self, end: int, matches: tuple[DrugMatch, ...]) -> tuple[int, tuple[DrugMatch, ...]]:
        """`lisinopril hctz` as the combination, where there is one; with `and` only where it is the patient's own."""
        between = end + 1 if self._own.drugs and self._words[end : end + 1] in (["and"], ["y"]) else end
        if between < len(self._words):
            both = self._drugs.combined(matches[0].matched, self._words[between])
            if both and (between == end or both[0].drug.name in self._own.drugs):
                return between + 1, both
        return end, matches

    def _may_be_name(self, start: int, end: int, before: str, last: str, found: tuple[DrugMatch, ...]) -> bool:
        """Whether words that make a name are meant as one.

        Short names are words too, but a listed short form, or one on the patient's label, is known. Ordinary words and
        numbers alone are no name, even where they would make one: `water pill`, `so ma`.
        """
        key = before + last
        if len(key) < _MIN_NAME and found[0].kind != "misspelling" and key not in self._own.words:
            return False
        words = (*self._words[start : end - 1], last)
        return not all(word in self._ordinary or word.isdigit() for word in words)

    # -- cut into words ------------------------------------------------------------------------------------------

    def _cut(self, start: int) -> Heard | None:
        """A name spoken, and written as words: `met four min`, `lie sin oh pril`."""
        sounds, letters = self._sounds[start], self._words[start]
        if not sounds:
            return None
        longest_own = self._own.longest_by_sound.get(sounds[0], 0)
        for place in range(start + 1, min(start + _LONGEST_NAME, len(self._words))):
            word, heard = self._words[place], self._sounds[place]
            letters += word
            if not heard:
                continue
            sounds += heard[1:] if heard[0] == sounds[-1] else heard
            if not (len(sounds) <= longest_own or self._drugs.begins_sound(sounds)) or self._names_alone(word):
                return None
            if len(letters) <= _LONGEST_TYPO and (matches := self._sounding(sounds, letters, start, place + 1)):
                later = self._cut(start + 1)
                if later is not None and later.match.score > matches[0].score:
                    return later
                return self._heard(start, place + 1, Way.SOUND, matches)
        return None

    def _names_alone(self, word: str) -> bool:
        return len(word) >= _MIN_NAME and word not in self._ordinary and bool(self._drugs.named(word))

    def _sounding(self, sounds: str, letters: str, start: int, end: int) -> tuple[DrugMatch, ...]:
        """The drugs whose name sounds like these words: the patient's own, or another that is very like."""
        if len(sounds) < _FEWEST_SOUNDS:
            return ()
        listed = self._drugs.sounding(sounds) if len(sounds) >= _SOUNDS_STRANGER else ()
        near = [pair for pair in self._own.by_sound.get((sounds[0], len(sounds)), ()) if _sounds_like(sounds, pair[1])]
        if not (near or listed):
            return ()
        usual = all(map(self._is_usual, self._words[start:end]))
        for key, heard in near:
            like = Indel.normalized_similarity(letters, key)
            least = _LIKE_SHORT if usual and len(sounds) <= _SOUNDS_OWN else _like_own(usual, heard != sounds)
            if like >= least + (0 if key in self._own.words else _LESS_LIKE):
                return self._guesses(key, like, own=True)
        if len(sounds) >= _SOUNDS_STRANGER + usual:
            for key in listed:
                like = Indel.normalized_similarity(letters, key)
                if like >= _LIKE_STRANGER:
                    return self._guesses(key, like)
        return ()

    def _guesses(self, key: str, like: float, *, own: bool = False) -> tuple[DrugMatch, ...]:
        """The drugs of a name that the words are like; combinations that contain it are not meant."""
        named = self._drugs.named(key)
        meant = (match for match in named if match.kind == named[0].kind)
        return tuple(
            DrugMatch(match.drug, match.matched, "similar", round(100 * like, 1), None)
            for match in meant
            if not own or match.drug.name in self._own.drugs
        )

    def _is_usual(self, word: str) -> bool:
        return len(word) < _MIN_NAME or word in self._ordinary or word.isdigit()

    # -- one word ------------------------------------------------------------------------------------------------

    def _may_be_misspelt(self, word: str) -> bool:
        return _MIN_NAME <= len(word) <= _LONGEST_TYPO and word not in self._ordinary and word.isalpha()

    def _typed(self, place: int) -> Heard | None:
        word = self._words[place]
        if word not in self._typos:
            self._typos[word] = self._misspelt(word)
        matches = self._typos[word]
        if matches and (matches[0].part or self._is_strange(place + 1)) and (longer := self._longer(place)):
            return longer
        return self._heard(place, place + 1, Way.TYPO, matches) if matches else None

    def _is_strange(self, place: int) -> bool:
        """Whether there is a word that may belong to the name before it."""
        if place >= len(self._words):
            return False
        word = self._words[place]
        return word.isalpha() and len(word) >= _MIN_NAME and not self._is_usual(word) and word not in PRODUCT_WORDS

    def _longer(self, start: int) -> Heard | None:
        """A misspelt name of two words: `imsulin lispro`, `fluticazone furoate`."""
        end = start + 2
        near = self._drugs.near("".join(self._words[start:end])) if end <= len(self._words) else ()
        longer = tuple(match for match in near if " " in match.matched and match.edits == near[0].edits)
        return self._heard(start, end, Way.TYPO, longer) if longer else None

    def _guessed(self, place: int) -> Heard | None:
        word = self._words[place]
        if word in COMMON_WORDS and word not in self._cut_short:
            return None
        if matches := self._begun(word):
            return self._heard(place, place + 1, Way.BEGINNING, matches)
        if not self._may_be_misspelt(word):
            return None
        if matches := self._spoken(word):
            return self._heard(place, place + 1, Way.SOUND, matches)
        return None

    def _misspelt(self, word: str) -> tuple[DrugMatch, ...]:
        twice = len(word) >= (_MIN_EDITED if self._own.drugs or self._terse else _MIN_TWICE_EDITED)
        near = self._drugs.near(word, 2 if twice else 1)
        if not self._own.drugs:
            near = tuple(match for match in near if not match.part)
        if not near:
            return ()
        own = [match.edits or 0 for match in near if self._may_be_own(match, word)]
        if own and own[0] <= _edits_to(word, COMMON_WORDS):
            return near
        edits = near[0].edits or 0
        long_enough = len(word) >= (_MIN_EDITED if edits == 1 or self._terse else _MIN_TWICE_EDITED)
        if not long_enough or (edits > 1 and not self._begins_alike(word, near[0])):
            return ()
        return tuple(match for match in near if match.edits == edits) if edits < _edits_to(word, ORDINARY_WORDS) else ()

    def _may_be_own(self, match: DrugMatch, word: str) -> bool:
        """Whether a near name is the patient's own; two edits in a short word only where the name is on the label."""
        if match.drug.name not in self._own.drugs:
            return False
        return match.edits == 1 or len(word) > _MIN_EDITED or name_key(match.matched) in self._own.words

    @staticmethod
    def _begins_alike(word: str, match: DrugMatch) -> bool:
        return sound(word)[:1] == sound(match.matched.lower())[:1]

    def _begun(self, word: str) -> tuple[DrugMatch, ...]:
        """The drugs with a name that begins so: the patient's own, or the only one there is.

        A rarer ordinary word may begin the patient's own, and is asked about: `hydra something`.
        """
        if word in self._own.beginnings and (word in self._cut_short or len(word) >= _MIN_NAME):
            return self._drugs.beginning_with(word)
        # An ingredient's whole name is not the beginning of a combination's.
        if not self._terse or not self._may_be_misspelt(word) or len(word) < _MIN_BEGINNING or self._drugs.named(word):
            return ()
        strangers = self._drugs.beginning_with(word)
        return strangers if len(strangers) == 1 and _edits_to(word, ORDINARY_WORDS) > 1 else ()

    def _spoken(self, word: str) -> tuple[DrugMatch, ...]:
        heard = sound(word)
        for key in self._drugs.sounding(heard) if len(heard) >= _FEWEST_SOUNDS else ():
            like = Indel.normalized_similarity(word, key)
            own = self._guesses(key, like, own=True)
            if own and like >= _LIKE_OWN + _LESS_LIKE and _edits_to(word, ORDINARY_WORDS) > 1:
                return own
            if len(heard) >= _SOUNDS_STRANGER and like >= _LIKE_STRANGER and _edits_to(word, ORDINARY_WORDS) > 1:
                return self._guesses(key, like)
        return ()


def _sounds_like(sounds: str, own: str) -> bool:
    """Whether sounds are those of the patient's own name, or one off where there are enough of them."""
    if sounds == own:
        return True
    return len(sounds) > _SOUNDS_OWN and OSA.distance(own, sounds, score_cutoff=1) <= 1


def _like_own(usual: bool, differs: bool) -> float:
    return _LIKE_OWN + _LESS_LIKE * (usual + differs + (usual and differs))


def _ingredients(match: DrugMatch) -> frozenset[str]:
    return frozenset({match.matched} if match.part else match.drug.ingredients)


def _edits_to(word: str, words: frozenset[str]) -> int:
    """How many edits away the nearest of some words is; 3 for more than two.

    Words are compared that begin with the word's first or second letter: few slips change the beginning otherwise.
    """
    near = 3
    for first in {word[0], word[1]}:
        found = process.extractOne(
            word, _alike(words, first, len(word)), scorer=OSA.distance, score_cutoff=min(near, 2)
        )
        near = int(found[1]) if found else near
    return near


@lru_cache
def _by_first_letter(words: frozenset[str]) -> Mapping[str, Sequence[str]]:
    by_letter: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        by_letter[word[0]].append(word)
    return by_letter


@lru_cache(_LETTERS * _LONGEST_TYPO)
def _alike(words: frozenset[str], first: str, length: int) -> Sequence[str]:
    """The words with a first letter that are at most two letters longer or shorter than another."""
    return [word for word in _by_first_letter(words).get(first, ()) if -2 <= len(word) - length <= 2]
