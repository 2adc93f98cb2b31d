"""The nearest of many places, by great-circle distance, without looking at each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import heappush, heapreplace, nsmallest
from math import asin, cos, inf, radians, sin, sqrt
from typing import Generic, Protocol, TypeVar

EARTH_RADIUS_MILES = 3958.8
PLACES_OF_LEAF = 12
LEAST_SHARE_TO_SORT = 4
"""A quarter of all places, or more, is found faster by measuring each."""

ROUNDING = 1e-9
"""Of the earth's radius, 4 millionths of a mile: far more than sums of sines are off, so that no tie is cut away."""


class Located(Protocol):
    """Anything at a latitude and a longitude, in degrees."""

    @property
    def latitude(self) -> float: ...

    @property
    def longitude(self) -> float: ...


Place = TypeVar("Place", bound=Located)
Point = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class _Leaf:
    places: Sequence[int]


@dataclass(frozen=True, slots=True)
class _Split:
    axis: int
    at: float
    below: "_Split | _Leaf"
    above: "_Split | _Leaf"


class NearestPlaces(Generic[Place]):
    """A k-d tree over points of the unit sphere, where neither poles nor the date line are special.

    Its answers are those of measuring every place and sorting, to the last place and its order.

    Args:
        places: In the order in which equally near ones are given.
    """

    def __init__(self, places: Iterable[Place]) -> None:
        self._places = tuple(places)
        self._points = [_point(place) for place in self._places]
        self._tree = self._built(list(range(len(self._places))))

    def to(self, centre: Located, limit: int) -> tuple[tuple[Place, float], ...]:
        """The nearest places to a centre, nearest first, each with its miles; at most `limit`."""
        if limit <= 0:
            return ()
        if limit * LEAST_SHARE_TO_SORT >= len(self._places):
            found = nsmallest(limit, ((miles_between(centre, each), n) for n, each in enumerate(self._places)))
        else:
            found = sorted((-miles, -number) for miles, number in self._searched(centre, limit))
        return tuple((self._places[number], miles) for miles, number in found)

    def _built(self, numbers: list[int]) -> _Split | _Leaf:
        if len(numbers) <= PLACES_OF_LEAF:
            return _Leaf(numbers)
        points = self._points
        spreads = [max(points[n][axis] for n in numbers) - min(points[n][axis] for n in numbers) for axis in range(3)]
        axis = spreads.index(max(spreads))
        numbers.sort(key=lambda number: points[number][axis])
        middle = len(numbers) // 2
        at = points[numbers[middle]][axis]
        return _Split(axis, at, self._built(numbers[:middle]), self._built(numbers[middle:]))

    def _searched(self, centre: Located, limit: int) -> list[tuple[float, int]]:
        """The nearest as a heap of negated miles and numbers, so that the one to give up is on top."""
        best: list[tuple[float, int]] = []
        reach = inf
        target = _point(centre)
        waiting: list[tuple[float, _Split | _Leaf]] = [(0.0, self._tree)]
        while waiting:
            gap, branch = waiting.pop()
            if gap > reach:
                continue
            while isinstance(branch, _Split):
                beyond = target[branch.axis] - branch.at
                near, far = (branch.above, branch.below) if beyond >= 0 else (branch.below, branch.above)
                waiting.append((abs(beyond), far))
                branch = near
            for number in branch.places:
                candidate = (-miles_between(centre, self._places[number]), -number)
                if len(best) < limit:
                    heappush(best, candidate)
                elif candidate > best[0]:
                    heapreplace(best, candidate)
            if len(best) == limit:
                # The straight line to the farthest of them: what lies behind a wall beyond that is farther still.
                reach = 2 * sin(-best[0][0] / (2 * EARTH_RADIUS_MILES)) + ROUNDING
        return best


def miles_between(one: Located, other: Located) -> float:
    """Great-circle distance in miles, by the haversine formula."""
    latitude, to_latitude = radians(one.latitude), radians(other.latitude)
    half_chord = (
        sin((to_latitude - latitude) / 2) ** 2
        + cos(latitude) * cos(to_latitude) * sin(radians(other.longitude - one.longitude) / 2) ** 2
    )
    return 2 * EARTH_RADIUS_MILES * asin(min(1.0, sqrt(half_chord)))


def _point(place: Located) -> Point:
    latitude, longitude = radians(place.latitude), radians(place.longitude)
    return cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude)
