"""Whether what is said with a confidence is right that often."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Judgements of like confidence: how many, their mean confidence, and the share of them that was right."""

    low: float
    high: float
    count: int
    confidence: float
    accuracy: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """Confidence against accuracy, from 0 to 1.

    `expected_error` is the mean distance of confidence and accuracy over the bins, weighted by their counts (expected
    calibration error); `brier` the mean squared distance of each confidence from 1 where it was right and 0 where not.
    """

    count: int
    bins: tuple[Bin, ...]
    expected_error: float
    brier: float

    def to_json(self) -> dict[str, Any]:
        """The figures for programs; a bin is [low, high, count, confidence, accuracy]."""
        return {
            "count": self.count,
            "expected_error": round(self.expected_error, 4),
            "brier": round(self.brier, 4),
            "bins": [
                [each.low, each.high, each.count, round(each.confidence, 4), round(each.accuracy, 4)]
                for each in self.bins
            ],
        }


def calibrate(judged: Iterable[tuple[float, bool]]) -> Calibration:
    """Compare confidences with what was right.

    Args:
        judged: The confidence of each judgement, from 0 to 1, and whether it was right.
    """
    pairs = list(judged)
    if not pairs:
        return Calibration(0, (), 0.0, 0.0)
    groups: dict[int, list[tuple[float, bool]]] = {}
    for confidence, right in pairs:
        groups.setdefault(min(int(confidence * BINS), BINS - 1), []).append((confidence, right))
    bins = tuple(_bin(place, group) for place, group in sorted(groups.items()))
    error = sum(each.count * abs(each.confidence - each.accuracy) for each in bins) / len(pairs)
    brier = sum((confidence - right) ** 2 for confidence, right in pairs) / len(pairs)
    return Calibration(len(pairs), bins, error, brier)


def _bin(place: int, group: list[tuple[float, bool]]) -> Bin:
    return Bin(
        low=place / BINS,
        high=(place + 1) / BINS,
        count=len(group),
        confidence=sum(confidence for confidence, _ in group) / len(group),
        accuracy=sum(right for _, right in group) / len(group),
    )
