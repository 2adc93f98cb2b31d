"""What patients report about themselves in a message, so that the rules can count it before a pharmacist has looked.

Only what is said as a fact counts: a question, a denial, a supposition, the past and other people report nothing.
A frame (`report_patterns`) finds the words, what stands before them decides whether they are said, and the
subject is read from them.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from rxflow.dialogue import report_patterns as patterns
from rxflow.dialogue.report_patterns import Frame, Reading
from rxflow.dialogue.text import plain
from rxflow.domain.report import Report, ReportKind

Names = Callable[[str], Sequence[str]]


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    is_question: bool
    before: str
    """What is said in the message before it."""


@dataclass(frozen=True, slots=True)
class _Found:
    place: int
    report: Report
    is_avoided: bool


_LONGEST = 10_000
_MOST = 24
_LONGEST_WORD = 60
_NEAR = 160
_CONTEXT = 250


def read_reports(text: str, names: Names, *, of_child: bool = False) -> tuple[Report, ...]:
    """What a message reports, in the order in which it is said, without repeats (DOMAIN.md §1.11).

    Args:
        text: The patient's whole message, in English or Spanish; what passes 10,000 characters is not read.
        names: The names of the drug records that words mention, spelled right or wrong.
        of_child: Whether the patient is the writer's child, so that `my daughter` and `she` are the patient too.
    """
    flat = _flat(text)
    kinds = frozenset(kind for kind, gate in patterns.GATES.items() if gate.search(flat))
    known = cache(names)
    found: list[_Found] = []
    for sentence, frame, match in islice(_told(flat, kinds, of_child), _MOST):
        place = len(sentence.before) + match.start()
        found += (
            _Found(place, Report(kind, subject), frame.reading is Reading.AVOIDED)
            for kind, subject in _subjects(frame, match, sentence, flat, known)
        )
    return _in_order(found)


def _told(flat: str, kinds: frozenset[ReportKind], of_child: bool) -> Iterator[tuple[_Sentence, Frame, re.Match[str]]]:
    """The frames of some kinds that are met in a message, where they are told as facts."""
    frames = [frame for kind in ReportKind if kind in kinds for frame in patterns.frames(kind, of_child)]
    if not frames:
        return
    for sentence in _sentences(flat):
        for frame in frames:
            for match in frame.pattern.finditer(sentence.text):
                if _is_said(frame, match, sentence, of_child):
                    yield sentence, frame, match


def _flat(text: str) -> str:
    flat = patterns.SPACES.sub(" ", plain(text[:_LONGEST]))
    for pattern, written in patterns.WRITTEN_OUT:
        flat = pattern.sub(written, flat)
    return flat


def _sentences(flat: str) -> Iterator[_Sentence]:
    parts = patterns.SENTENCE_END.split(flat)
    before = ""
    for index in range(0, len(parts), 2):
        end = parts[index + 1] if index + 1 < len(parts) else ""
        if text := parts[index].strip():
            yield _Sentence(text, "?" in end, before)
        before += parts[index] + end


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
    if frame.spanish and sentence.is_question and not before.strip() and len(after.split()) <= 2:
        return False
    if frame.kind is ReportKind.ALLERGY:
        return True
    if frame.kind is ReportKind.REACTION and patterns.RELIEF.search(
        match.group(0) + patterns.CLAUSE_END.split(after[:20])[0]
    ):
        return False
    if frame.kind is ReportKind.MEDICINE and (
        patterns.STOPPED.search(after) or patterns.WHEN.search(clause) or patterns.PLANNED.search(clause)
    ):
        return False
    return not patterns.ASKED.search(clause)


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
    ends = [match.start(group) for group in ("of", "of2") if match.groupdict().get(group)]
    told = match.group(0)[: min(ends) - match.start()] if ends else match.group(0)
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
    elif frame.reading is Reading.MEDICINE:
        yield from ((kind, name) for name in _medicines(said, names))
    else:
        context = flat if kind is ReportKind.MISSED else sentence.before + sentence.text[: match.start()]
        yield from ((kind, name) for name in _medicines_or_it(said, names, context))


_MED = re.compile(rf"\b{patterns.MEDICINE_NOUN}\b")


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


def _medicines(said: str, names: Names) -> Iterator[str]:
    if patterns.LEFT.search(said):
        return
    unnamed = False
    for piece in _pieces(said):
        known = [name.lower() for name in names(piece)]
        yield from known
        unnamed = unnamed or (not known and bool(_MED.search(piece)))
    if unnamed:
        yield ""


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
