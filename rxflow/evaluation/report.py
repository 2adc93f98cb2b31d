"""The report of a run: failures, pass rates by tag, and how long the turns took."""

import math
from collections.abc import Iterator, Sequence
from typing import Any

from rxflow.evaluation.verdict import Result

PERCENTILES = (50, 95, 99)


def to_json(results: Sequence[Result]) -> dict[str, Any]:
    """The whole run as one object."""
    return {
        "passed": sum(result.passed for result in results),
        "total": len(results),
        "by_tag": {tag: {"passed": passed, "total": total} for tag, (passed, total) in by_tag(results).items()},
        "turn_ms": turn_ms(results),
        "results": [result.to_json() for result in results],
    }


def failure_lines(result: Result, transcript: bool) -> Iterator[str]:
    """A line that says why a scenario failed, then its conversation if that is wanted; nothing when it passed."""
    if result.passed:
        return
    yield f"FAIL {result.scenario.id}: {'; '.join(result.why)}"
    if transcript:
        for each in result.conversation.exchanges:
            yield f"  patient: {each.patient}"
            yield f"  assistant: {each.assistant}".replace("\n", "\n    ")
            yield f"  [{each.state}]"


def summary_lines(results: Sequence[Result]) -> Iterator[str]:
    """The pass rate by tag and in all, and the times of the turns."""
    rates = {**by_tag(results), "all": (sum(result.passed for result in results), len(results))}
    width = max(map(len, rates))
    for tag, (passed, total) in rates.items():
        yield f"{tag:<{width}}  {passed}/{total}  {passed / total:.0%}"
    yield " ".join(["turn_ms", *(f"{name}={value:.1f}" for name, value in turn_ms(results).items())])


def by_tag(results: Sequence[Result]) -> dict[str, tuple[int, int]]:
    """How many scenarios of each tag passed, and how many there are; tags in alphabetical order."""
    rates: dict[str, tuple[int, int]] = {}
    for result in results:
        for tag in dict.fromkeys(result.scenario.tags):
            passed, total = rates.get(tag, (0, 0))
            rates[tag] = (passed + result.passed, total + 1)
    return dict(sorted(rates.items()))


def turn_ms(results: Sequence[Result]) -> dict[str, float]:
    """Percentiles of the turns' times in milliseconds, by nearest rank; zeros when there was no turn."""
    times = sorted(each.milliseconds for result in results for each in result.conversation.exchanges)
    return {f"p{rank}": round(_nearest_rank(times, rank), 2) for rank in PERCENTILES}


def _nearest_rank(ordered: Sequence[float], percent: int) -> float:
    return ordered[math.ceil(len(ordered) * percent / 100) - 1] if ordered else 0.0
