"""What patients report about themselves in a message, so that the rules can count it before a pharmacist has looked.

Only what is said as a fact counts: a question, a denial, a supposition, the past and other people report nothing.
A frame (`report_patterns`) finds the words, what stands before them decides whether they are said, and the
subject is read from them.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, islice

from rxflow.dialogue import report_patterns as patterns
from rxflow.dialogue.anchored import AnchoredText
from rxflow.dialogue.expression import Expression
from rxflow.dialogue.report_patterns import Frame, OtherNames, Reading
from rxflow.dialogue.text import plain
from rxflow.domain.report import Report, ReportKind

Names = Callable[[str], Sequence[str]]
_TO_SUBSTANCES = frozenset({ReportKind.ALLERGY, ReportKind.REACTION})


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    is_question: bool
    flat: str
    """The whole message."""
    start: int
    """Where in the message the sentence begins, with the space before it."""

    @property
    def before(self) -> str:
        """What is said in the message before it."""
        return self.flat[: self.start]


@dataclass(frozen=True, slots=True)
class _Found:
    place: int
    report: Report
    is_avoided: bool


_LONGEST = 10_000
_MOST = 48
_LONGEST_WORD = 60
_LONGEST_PIECE = 5
_NEAR = 160
_CONTEXT = 250
# A sentence of more letters is searched only where a frame may begin.
_LONG = 400


def read_reports(text: str, names: Names, *, of_child: bool = False) -> tuple[Report, ...]:
    """What a message reports, in the order in which it is said, without repeats (DOMAIN.md §1.11).

    Args:
        text: The patient's whole message, in English or Spanish; what passes 10,000 characters is not read.
        names: The names of the drug records that words mention, spelled right or wrong.
        of_child: Whether the patient is the writer's child: then `my daughter` and `she` are the patient, and `I` is
            the guardian, of whom nothing is reported.
    """
    told = _flat(text)
    named: dict[OtherNames | None, Names] = {}
    found: list[_Found] = []
    for sentence, frame, match in islice(_told(told, of_child), _MOST):
        place = sentence.start + match.start()
        others = _others_for(frame)
        if others not in named:
            named[others] = cache(_with_others(names, others))
        found += (
            _Found(place, Report(kind, subject), frame.reading is Reading.AVOIDED)
            for kind, subject in _subjects(frame, match, sentence, told, named[others])
        )
    return _in_order(found) if found else ()


def _others_for(frame: Frame) -> OtherNames | None:
    """What may be named in a frame beside the medicines."""
    if frame.reading is Reading.NAMED:
        return patterns.DRINKS
    return patterns.CLASSES if frame.kind in _TO_SUBSTANCES else None


def _with_others(names: Names, before: OtherNames | None) -> Names:
    """Names of the drug records, and before them what else some words name: a class, a drink or a supplement."""

    def named(words: str) -> Sequence[str]:
        text = patterns.SPACES.sub(" ", plain(words))
        found: list[str] = []
        said = AnchoredText(text)
        for name, pattern in chain(before.possible(said) if before else (), patterns.OTHER_NAMES.possible(said)):
            if pattern.search(text) and not (name in patterns.IN_OTHER_NAMES and names(words)):
                found.append(name)
                text = pattern.sub(" ", text) if name not in patterns.IN_OTHER_NAMES else text
        recorded = names(text) or names(patterns.PLURAL.sub("", text))
        return list(dict.fromkeys((*found, *(name.lower() for name in recorded))))

    return named


def _told(flat: str, of_child: bool) -> Iterator[tuple[_Sentence, Frame, re.Match[str]]]:
    """The frames that are met in a message, where they are told as facts."""
    frames = patterns.frames(of_child).for_message(flat)
    for sentence in _sentences(flat):
        said = AnchoredText(sentence.text)
        for frame, starts in frames.possible(said):
            for match in _matches(frame, said, starts):
                if not patterns.GATES[frame.kind].search(flat):
                    break
                if _is_said(frame, match, sentence, of_child):
                    yield sentence, frame, match


def _matches(frame: Frame, said: AnchoredText, starts: int) -> Iterator[re.Match[str]]:
    """Where a frame is met; the words of a medicine may hold the next frame: `I use Lantus and I take aspirin`."""
    find = _finder(frame, said, starts)
    place = 0
    while match := find(said.text, place):
        yield match
        place = max(match.start() + 1, _subject_at(match)) if frame.kind is ReportKind.MEDICINE else match.end()


def _finder(frame: Frame, said: AnchoredText, starts: int) -> Callable[[str, int], re.Match[str] | None]:
    """What finds the next match of a frame in a text from a place on; a long sentence is not searched in full."""
    if len(said.text) <= _LONG:
        return frame.pattern.search
    beginnings = said.beginnings(starts)

    def find(text: str, place: int) -> re.Match[str] | None:
        tried = (frame.pattern.match(text, start) for start in islice(beginnings, bisect_left(beginnings, place), None))
        return next((match for match in tried if match), None)

    return find


def _subject_at(match: re.Match[str]) -> int:
    """Where the words of the subject begin in the sentence; the end of the match when it has none."""
    groups = match.groupdict()
    return min((match.start(group) for group in ("of", "of2") if groups.get(group)), default=match.end())


def _flat(text: str) -> str:
    """A message as the frames are written: plain, with single spaces and its contractions written out."""
    told = plain(text[:_LONGEST])
    if "  " in told or not told.isprintable():
        told = patterns.SPACES.sub(" ", told)
    told = patterns.CONTRACTION.sub(patterns.written_out, told)
    for needed, pattern, written in patterns.WRITTEN_OUT:
        for part in needed:
            if part in told:
                told = pattern.sub(written, told)
                break
    return told


def _sentences(flat: str) -> Iterator[_Sentence]:
    parts = patterns.SENTENCE_END.split(flat)
    start = 0
    for index in range(0, len(parts), 2):
        end = parts[index + 1] if index + 1 < len(parts) else ""
        if text := parts[index].strip():
            yield _Sentence(text, "?" in end, flat, start)
        start += len(parts[index]) + len(end)


def _in_order(found: list[_Found]) -> tuple[Report, ...]:
    """Reports as said, each once; a named subject stands for an unnamed one of its kind."""
    reactions = {item.report.subject for item in found if item.report.kind is ReportKind.REACTION}
    kept = dict.fromkeys(
        item.report
        for item in sorted(found, key=lambda item: item.place)
        if not (item.is_avoided and item.report.subject in reactions)
    )
    named = {report.kind for report in kept if report.subject}
    return tuple(report for report in kept if report.subject or report.kind not in named)


def _is_said(frame: Frame, match: re.Match[str], sentence: _Sentence, of_child: bool) -> bool:
    """Whether a match is told as a fact of the patient."""
    before, after = _around(sentence.text, match)
    clause = patterns.CLAUSE_END.split(before)[-1]
    if (
        patterns.SUPPOSED.search(before)
        or patterns.NOT_SAID.search(before)
        or _is_of_other(frame, match, before, of_child)
    ):
        return False
    if _is_denied_inside(frame, match):
        return False
    if patterns.LOOKED_UP.search(clause) or (
        patterns.PRONOUN_START.match(match.group(0)) and patterns.INVERTED.search(clause)
    ):
        return False
    if frame.kind in {ReportKind.PREGNANCY, ReportKind.BREASTFEEDING}:
        return not (
            patterns.WHILE.search(clause) or (patterns.WIFE.search(before) and patterns.WE.match(match.group(0)))
        )
    if frame.reading is Reading.NAMED:
        return _is_used(match, sentence, clause)
    if frame.spanish and sentence.is_question and not before.strip() and len(after.split()) <= 2:
        return False
    if frame.kind is ReportKind.ALLERGY:
        return True
    if frame.kind is ReportKind.REACTION and patterns.RELIEF.search(
        match.group(0) + patterns.CLAUSE_END.split(after[:20])[0]
    ):
        return False
    if frame.kind is ReportKind.MEDICINE and (
        _is_over(match, sentence, clause)
        or patterns.STOPPED.search(after)
        or patterns.WHEN.search(clause)
        or patterns.PLANNED.search(clause)
    ):
        return False
    return not patterns.ASKED.search(clause)


def _said_from(match: re.Match[str], sentence: _Sentence) -> str:
    """The words of a match's subject and what follows them near by."""
    return sentence.text[_subject_at(match) : match.end() + _NEAR]


def _is_over(match: re.Match[str], sentence: _Sentence, clause: str) -> bool:
    """Whether a medicine was given long ago, or is not taken any more."""
    told = sentence.text[match.start() : _subject_at(match)]
    clauses = patterns.CLAUSE_END.split(_said_from(match, sentence))
    long_ago = any(patterns.LONG_AGO.search(part) for part in (clause, clauses[0]))
    if patterns.BACK_THEN.search(sentence.text[max(0, match.start() - _NEAR) : match.start()]):
        return True
    if patterns.WRONG.search(clauses[0]) and patterns.WAS_TOLD_TO.search(told):
        return True
    if long_ago and ("past" in match.groupdict() or patterns.WAS_TOLD_TO.search(told)):
        return True
    return bool(patterns.NOT_USED.search(" ".join(clauses[:2])))


def _is_used(match: re.Match[str], sentence: _Sentence, clause: str) -> bool:
    """Whether a statement of use holds now: not a question, not `how I take it`, not what was taken long ago."""
    said = _said_from(match, sentence)
    if _is_over(match, sentence, clause):
        return False
    if patterns.WHEN.search(clause) or patterns.PLANNED.search(clause):
        return False
    if "sure" in match.groupdict():
        return True
    if sentence.is_question and not patterns.NOW_AND_THEN.search(said):
        return False
    return not (patterns.HOW.search(clause) or patterns.ASKED.search(clause))


def _is_of_guardian(frame: Frame, match: re.Match[str], before: str) -> bool:
    """Whether the writer tells of themselves and not of the child who is the patient."""
    told = match.group(0)[: _subject_at(match) - match.start()]
    if frame.kind is ReportKind.BREASTFEEDING and patterns.INFANT.search(told):
        return True
    child = patterns.DAUGHTER if frame.kind is ReportKind.PREGNANCY else patterns.THE_CHILD
    if child.search(told):
        return False
    if patterns.GUARDIAN.search(told):
        gives = frame.kind is ReportKind.MISSED and patterns.GUARDIAN_GIVES.search(told)
        return not (gives or child.search(match.group(0)))
    clause = before[-80:]
    return bool(patterns.GUARDIAN_STATE.search(clause)) and not child.search(clause)


def _around(text: str, match: re.Match[str]) -> tuple[str, str]:
    """The words before and after a match; a mark that it begins with ends what is before."""
    marks = len(match.group(0)) - len(match.group(0).lstrip(" ,:(-"))
    start = match.start() + marks
    return text[max(0, start - _NEAR) : start], text[match.end() : match.end() + _NEAR]


def _is_of_other(frame: Frame, match: re.Match[str], before: str, of_child: bool) -> bool:
    """Whether a match tells of somebody else than the patient."""
    if frame.kind in {ReportKind.REACTION, ReportKind.MISSED, ReportKind.ALLERGY} and patterns.OTHERS.search(
        match.group(0)
    ):
        return True
    if of_child and _is_of_guardian(frame, match, before):
        return True
    if patterns.FIRST_PERSON.search(match.group(0)):
        return False
    unsaid = not of_child or match.groupdict().get("start") is not None
    near = (before if unsaid else patterns.CLAUSE_END.split(before)[-1])[-60:]
    if patterns.AND_I.search(near):
        return False
    return bool(patterns.OTHERS.search(near)) and not (of_child and patterns.CHILDREN.search(near))


def _is_denied_inside(frame: Frame, match: re.Match[str]) -> bool:
    """Whether the words of a match deny it themselves: `I have no side effects from it`."""
    if frame.kind is ReportKind.MISSED or frame.reading is Reading.AVOIDED:
        return False
    told = match.group(0)[: _subject_at(match) - match.start()]
    return bool(patterns.NO.search(patterns.NO_BUT_SAID.sub(" ", told)))


def _subjects(
    frame: Frame, match: re.Match[str], sentence: _Sentence, flat: str, names: Names
) -> Iterator[tuple[ReportKind, str]]:
    """What a match is about; nothing when its words are no medicine."""
    groups = match.groupdict()
    said = groups.get("of") or groups.get("of2") or ""
    kind = frame.kind
    if frame.reading is Reading.NONE:
        yield kind, ""
    elif frame.reading is Reading.SUBSTANCE:
        yield from ((kind, word) for word in _substances(said, names))
    elif frame.reading is Reading.AVOIDED:
        yield from ((kind, word) for word in _avoided(said, names))
    elif frame.reading is Reading.BEFORE:
        if "alergi" in (groups.get("symptom") or "") or "allerg" in (groups.get("symptom") or ""):
            kind = ReportKind.ALLERGY
        yield from ((kind, name) for name in _actors(sentence, match, frame.spanish, names))
    elif frame.reading is Reading.NAMED:
        yield from ((kind, name) for name in _medicines(said, names, only_named=True))
    elif frame.reading is Reading.MEDICINE:
        yield from ((kind, name) for name in _medicines(said, names))
    else:
        context = flat if kind is ReportKind.MISSED else sentence.before + sentence.text[: match.start()]
        yield from ((kind, name) for name in _medicines_or_it(said, names, context))


_MED = Expression(rf"\b{patterns.MEDICINE_NOUN}\b")


def _pieces(said: str) -> Iterator[str]:
    """The members of a list such as `penicillin, sulfa and latex`, up to where the sentence goes on."""
    for index, piece in enumerate(patterns.LINKED.split(said)):
        bare = (
            patterns.ARTICLES.sub("", f"{piece.strip()} ").strip()
            if index == 0
            else patterns.ARTICLES.sub("", piece.strip())
        )
        stop = patterns.STOP.search(bare)
        whole = bare[: stop.start()].strip() if stop else bare
        if index and (not whole or len(whole.split()) > 3 or (stop and stop.start() == 0)):
            return
        yield whole
        if stop:
            return


def _substances(said: str, names: Names) -> Iterator[str]:
    for index, piece in enumerate(_pieces(said)):
        known = [name.lower() for name in names(piece)]
        own = patterns.KIND_WORDS.sub("", patterns.ARTICLES.sub("", piece)).strip(" '\"-")[:_LONGEST_WORD].strip()
        if known:
            yield from known
        elif patterns.NO_SUBSTANCE.match(own) or (index and not (patterns.ALLERGEN.match(own) or _MED.fullmatch(own))):
            return
        else:
            yield own


def _avoided(said: str, names: Names) -> Iterator[str]:
    """What a patient says that they cannot take: a medicine by name or class, not `my pills without water`."""
    if patterns.NOT_AVOIDED.match(said) or patterns.AVOIDED_SO.search(said):
        return
    yield from (word for word in _substances(said, names) if names(word) or patterns.ALLERGEN.match(word))


def _medicines(said: str, names: Names, *, only_named: bool = False) -> Iterator[str]:
    if patterns.LEFT.search(said):
        return
    noun = patterns.HERB if only_named else _MED
    yield from _names_in_list(said, names)
    unnamed = any(noun.search(piece) and not names(piece) for piece in _pieces(said))
    if unnamed:
        yield ""


def _names_in_list(said: str, names: Names) -> Iterator[str]:
    """The medicines of a list that says when each is taken: `metformin with breakfast and warfarin at night`."""
    for index, piece in enumerate(patterns.LINKED.split(patterns.TIME_FIRST.sub("", said))):
        bare = patterns.ARTICLES.sub("", piece.strip())
        stop = patterns.STOP.search(bare)
        whole = bare[: stop.start()].strip() if stop else bare
        known = [name.lower() for name in names(whole)] if not patterns.NO.search(whole) else []
        if index and (not known or len(whole.split()) > _LONGEST_PIECE):
            return
        yield from known


def _medicines_or_it(said: str, names: Names, context: str) -> Iterator[str]:
    pieces = list(_pieces(said))
    known = [name.lower() for piece in pieces for name in names(piece)]
    if known:
        yield from known
    elif patterns.IT.match(said.strip()):
        yield _the_one(context, names)
    elif pieces[0] and (patterns.IT.match(pieces[0]) or _MED.search(pieces[0])):
        yield "" if _MED.search(pieces[0]) else _the_one(context, names)


def _the_one(context: str, names: Names) -> str:
    """The medicine that `it` stands for: the only one named, else none."""
    named = {name.lower() for name in names(context[-_CONTEXT:])}
    return named.pop() if len(named) == 1 else ""


def _actors(sentence: _Sentence, match: re.Match[str], spanish: bool, names: Names) -> Iterator[str]:
    """The medicine that does what a match says; nothing when something else does it."""
    before = sentence.text[: match.start()].rstrip()
    phrase = patterns.ACTOR_START.split(before)[-1]
    tail = " ".join(patterns.ADVERBS.sub("", phrase).split()[-4:])
    if patterns.NOT_ACTOR.search(tail):
        return
    known = [name.lower() for name in names(tail)]
    later = patterns.SAID_AFTER.match(sentence.text, match.end()) if spanish and not known else None
    if known:
        yield from known
    elif later and (named := list(_medicines(later.group("of"), names))):
        yield from named
    elif patterns.NOUN_ACTOR.search(phrase):
        yield ""
    elif patterns.PRONOUN_ACTOR.search(phrase):
        yield _the_one(sentence.before + before, names)
    elif not (phrase.strip() or patterns.I_FELT.search(match.group(0))):
        earlier = sentence.before + before
        if patterns.NEEDS_ACTOR.search(match.group(0)) or _MED.search(earlier) or names(earlier[-_CONTEXT:]):
            yield _the_one(earlier, names)
