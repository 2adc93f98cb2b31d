"""Which kind of growth fits a row of measurements, by least squares."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt
from statistics import linear_regression
from types import MappingProxyType

GROWTHS: Mapping[str, Callable[[float], float]] = MappingProxyType(
    {"constant": lambda _: 0.0, "logarithmic": log, "linear": lambda n: n, "n log n": lambda n: n * log(n)}
)
"""From the slowest growth to the fastest."""
AS_GOOD = 1.25
"""A slower growth is believed while it is off by no more than this times the best, or by the noise."""
NOISE = 0.15
"""Of a time: what a busy machine adds to some and not to others."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How measurements grow.

    Attributes:
        growth: The slowest growth that explains them.
        slope: Of the logarithms of both: 0 is constant, 1 linear.
        off: How far the growth is from the measurements, as a share of each, root mean square.
    """

    growth: str
    slope: float
    off: float

    @property
    def is_at_most_logarithmic(self) -> bool:
        return self.growth in {"constant", "logarithmic"}


def fit(sizes: Sequence[float], values: Sequence[float], noise: float = NOISE) -> Fit:
    """Fit each growth to measurements, each of which counts by its share.

    Args:
        sizes: Greater than 0, at least two different ones.
        values: Greater than 0, one for each size.
        noise: How far a growth may be off and still be believed.
    """
    slope = linear_regression([log(size) for size in sizes], [log(value) for value in values]).slope
    offs = {name: _off([growth(size) for size in sizes], values) for name, growth in GROWTHS.items()}
    best = min(offs.values())
    chosen = next(name for name, off in offs.items() if off <= max(AS_GOOD * best, noise))
    return Fit(chosen, slope, offs[chosen])


def _off(terms: Sequence[float], values: Sequence[float]) -> float:
    """How far `a + b * term` is from the values at best, b being at least 0, weighted so that shares count."""
    weights = [1 / value**2 for value in values]
    total = sum(weights)
    middle = sum(w * t for w, t in zip(weights, terms, strict=True)) / total
    mean = sum(w * v for w, v in zip(weights, values, strict=True)) / total
    spread = sum(w * (t - middle) ** 2 for w, t in zip(weights, terms, strict=True))
    joint = sum(w * (t - middle) * (v - mean) for w, t, v in zip(weights, terms, values, strict=True))
    factor = max(0.0, joint / spread) if spread > 0 else 0.0
    shares = [(mean + factor * (t - middle) - v) / v for t, v in zip(terms, values, strict=True)]
    return sqrt(sum(share**2 for share in shares) / len(shares))
