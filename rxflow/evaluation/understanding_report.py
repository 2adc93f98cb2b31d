"""The report on understanding: the worst error first, then intents, medicines and calibration."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from rxflow.dialogue.medications import Mention
from rxflow.evaluation.calibration import Calibration, calibrate
from rxflow.evaluation.understanding import GOOD, Resolution, Score, asks
from rxflow.evaluation.utterance import Label

WORST_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Rate:
    """How many of how many."""

    right: int
    total: int

    @property
    def share(self) -> float:
        """From 0 to 1; 1 of nothing."""
        return self.right / self.total if self.total else 1.0

    def __str__(self) -> str:
        return f"{self.right}/{self.total} {self.share:.1%}"


@dataclass(frozen=True, slots=True)
class Figures:
    """What a set of utterances comes to; ids, never words.

    `wrong_picks` are the messages in which a medicine was silently mistaken; `needless_picks` those that are no request
    and in which one was read that is not labelled.
    """

    wrong_picks: tuple[str, ...]
    needless_picks: tuple[str, ...]
    emergencies_missed: tuple[str, ...]
    false_emergencies: tuple[str, ...]
    intents: Rate
    medicines: Rate
    intents_by: dict[str, Rate]
    intents_by_evidence: dict[str, Rate]
    medicines_by: dict[str, Rate]
    resolutions: dict[Resolution, int]
    taken_for: dict[Label, Counter[Label]]
    intent_calibration: Calibration
    medicine_calibration: Calibration


def figures(scores: Sequence[Score]) -> Figures:
    """Count what came of a set. A label of several intents counts under its first in the confusion."""
    resolutions = Counter(each for score in scores for each in score.medicines.resolutions)
    taken_for: dict[Label, Counter[Label]] = {}
    for score in scores:
        wanted, read = score.utterance.intent, score.reading.label
        taken_for.setdefault(wanted[0], Counter())[wanted[0] if score.intent_is_right else read] += 1
    return Figures(
        wrong_picks=_ids(scores, lambda score: score.has_wrong_pick),
        needless_picks=_ids(scores, lambda score: score.medicines.needless > 0 and not score.has_wrong_pick),
        emergencies_missed=_ids(
            scores,
            lambda score: Label.EMERGENCY in score.utterance.intent and not score.intent_is_right,
        ),
        false_emergencies=_ids(
            scores, lambda score: score.reading.label is Label.EMERGENCY and not score.intent_is_right
        ),
        intents=_intents(scores),
        medicines=_medicines(scores),
        intents_by=_by_group(scores, _intents),
        intents_by_evidence={
            evidence: _intents([score for score in scores if score.reading.evidence == evidence])
            for evidence in sorted({score.reading.evidence for score in scores if score.reading.evidence})
        },
        medicines_by={name: rate for name, rate in _by_group(scores, _medicines).items() if rate.total},
        resolutions={resolution: resolutions[resolution] for resolution in Resolution},
        taken_for=taken_for,
        intent_calibration=calibrate(
            (score.reading.confidence, score.intent_is_right)
            for score in scores
            if score.reading.confidence is not None
        ),
        medicine_calibration=calibrate(
            (mention.confidence, fits)
            for score in scores
            for mention, fits in zip(score.reading.mentions, score.medicines.fits, strict=True)
        ),
    )


def _ids(scores: Sequence[Score], wanted: Callable[[Score], bool]) -> tuple[str, ...]:
    return tuple(score.utterance.id for score in scores if wanted(score))


def _intents(scores: Sequence[Score]) -> Rate:
    return Rate(sum(score.intent_is_right for score in scores), len(scores))


def _medicines(scores: Sequence[Score]) -> Rate:
    """The labelled medicines that are right or asked about."""
    resolutions = [each for score in scores for each in score.medicines.resolutions]
    return Rate(sum(each in GOOD for each in resolutions), len(resolutions))


def _by_group(scores: Sequence[Score], rate: Callable[[Sequence[Score]], Rate]) -> dict[str, Rate]:
    """The rate of plain and hard, of each language, then of each other tag in alphabetical order."""
    tags = sorted({tag for score in scores for tag in score.utterance.tags[1:]})
    groups: dict[str, Callable[[Score], bool]] = {
        "plain": lambda score: not score.utterance.is_hard,
        "hard": lambda score: score.utterance.is_hard,
        **{code: lambda score, code=code: score.utterance.language == code for code in ("en", "es")},  # type: ignore[misc]
        **{tag: lambda score, tag=tag: tag in score.utterance.tags for tag in tags},  # type: ignore[misc]
    }
    return {name: rate([score for score in scores if belongs(score)]) for name, belongs in groups.items()}


def worst_intents(found: Figures) -> list[tuple[Label, Rate, Counter[Label]]]:
    """The labels that were missed most often, with what they were taken for instead."""
    rows = []
    for label, taken in found.taken_for.items():
        wrong = Counter({other: count for other, count in taken.items() if other is not label})
        if wrong:
            rows.append((label, Rate(taken[label], taken.total()), wrong))
    return sorted(rows, key=lambda row: (row[1].right - row[1].total, row[0]))[:WORST_SHOWN]


def summary_lines(scores: Sequence[Score]) -> Iterator[str]:
    """The figures as text, without the messages."""
    found = figures(scores)
    yield f"wrong silent picks  {_listed(found.wrong_picks)}"
    yield f"read beside what is labelled, in no request  {_listed(found.needless_picks)}"
    yield f"emergencies missed  {_listed(found.emergencies_missed)}"
    yield f"false emergencies  {_listed(found.false_emergencies)}"
    yield ""
    yield f"intents  {found.intents}"
    yield from _rates(found.intents_by)
    if worst := worst_intents(found):
        yield "worst intents, and what they were taken for"
        for label, rate, wrong in worst:
            taken = ", ".join(f"{other} {count}" for other, count in wrong.most_common())
            yield f"  {label:<17} {rate!s:>14}  {taken}"
    yield ""
    yield f"medicines right or asked  {found.medicines}"
    yield "  " + ", ".join(f"{resolution} {count}" for resolution, count in found.resolutions.items())
    yield from _rates(found.medicines_by)
    yield ""
    yield from _calibration("intent", found.intent_calibration)
    yield from _rates(found.intents_by_evidence)
    yield from _calibration("medicine", found.medicine_calibration)


def _listed(ids: Sequence[str]) -> str:
    return f"{len(ids)}: {' '.join(ids)}" if ids else "0"


def _rates(rates: dict[str, Rate]) -> Iterator[str]:
    for name, rate in rates.items():
        yield f"  {name:<17} {rate!s:>14}"


def _calibration(what: str, found: Calibration) -> Iterator[str]:
    yield (
        f"calibration of {what}s: {found.count} judged, "
        f"expected error {found.expected_error:.3f}, Brier score {found.brier:.3f}"
    )
    for each in found.bins:
        yield (
            f"  {each.low:.1f} to {each.high:.1f}  {each.count:>5}  "
            f"confidence {each.confidence:.2f}  right {each.accuracy:.2f}"
        )


def failure_lines(score: Score) -> Iterator[str]:
    """What is wrong with one utterance, with its words; nothing when it passed."""
    if score.passed:
        return
    yield f"FAIL {score.utterance.id} ({score.utterance.patient}): {score.utterance.text}"
    if not score.intent_is_right:
        wanted = " or ".join(score.utterance.intent)
        confidence = "" if score.reading.confidence is None else f" ({score.reading.confidence:.2f})"
        yield f"  intent: wanted {wanted}, read {score.reading.label}{confidence}"
    for medicine, resolution in zip(score.utterance.medicines, score.medicines.resolutions, strict=True):
        if resolution not in GOOD:
            yield f"  medicine {resolution}: wanted {medicine}, read {_read(score.reading.mentions)}"
    if score.medicines.needless:
        yield f"  medicine picked beside what is labelled: read {_read(score.reading.mentions)}"


def _read(mentions: Sequence[Mention]) -> str:
    return "; ".join(map(_told, mentions)) or "nothing"


def _told(mention: Mention) -> str:
    if not mention.rx_numbers:
        return f"{mention.drug or mention.words}, not on the profile"
    return f"{'ask about ' if asks(mention) else ''}{' or '.join(mention.rx_numbers)}"


def to_json(scores: Sequence[Score]) -> dict[str, Any]:
    """The whole report as one object; a rate is [right, total]."""
    found = figures(scores)

    def pairs(rates: dict[str, Rate]) -> dict[str, list[int]]:
        return {name: [rate.right, rate.total] for name, rate in rates.items()}

    return {
        "wrong_silent_picks": list(found.wrong_picks),
        "needless_picks": list(found.needless_picks),
        "emergencies_missed": list(found.emergencies_missed),
        "false_emergencies": list(found.false_emergencies),
        **pairs({"intents": found.intents, "medicines": found.medicines}),
        "intents_by": pairs(found.intents_by),
        "intents_by_evidence": pairs(found.intents_by_evidence),
        "medicines_by": pairs(found.medicines_by),
        "resolutions": dict(found.resolutions),
        "taken_for": {label: dict(taken) for label, taken in found.taken_for.items()},
        "intent_calibration": found.intent_calibration.to_json(),
        "medicine_calibration": found.medicine_calibration.to_json(),
        "failed": [score.utterance.id for score in scores if not score.passed],
    }
