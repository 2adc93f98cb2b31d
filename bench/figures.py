"""What was measured, beside what it has to be."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from statistics import median, quantiles
from typing import Any


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure.

    Attributes:
        goal: What it has to be at most, or at least where `at_least`; None is only for information.
    """

    name: str
    value: float
    unit: str
    goal: float | None = None
    at_least: bool = False

    @property
    def is_met(self) -> bool:
        if self.goal is None:
            return True
        return self.value >= self.goal if self.at_least else self.value <= self.goal

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self), "is_met": self.is_met}


def p95(times: Sequence[float]) -> float:
    """The time that one in twenty exceeds."""
    return quantiles(times, n=20, method="inclusive")[18]


def p99(times: Sequence[float]) -> float:
    """The time that one in a hundred exceeds."""
    return quantiles(times, n=100, method="inclusive")[98]


def sum_of_medians(turns: Sequence[Sequence[float]]) -> float:
    """A conversation of median turns."""
    return sum(map(median, turns))


def as_table(figures: Sequence[Figure]) -> str:
    """One line a figure, with its goal and whether it is met."""
    return "\n".join(f"{each.name:<66}{_amount(each):>16}  {_judged(each)}".rstrip() for each in figures)


def _amount(figure: Figure) -> str:
    digits = 0 if figure.value == int(figure.value) or figure.value >= 1000 else 2
    return f"{figure.value:,.{digits}f} {figure.unit}".rstrip()


def _judged(figure: Figure) -> str:
    if figure.goal is None:
        return ""
    sign = "≥" if figure.at_least else "≤"
    return f"{sign} {figure.goal:g}: {'met' if figure.is_met else 'MISSED'}"
