"""The nearest places, held to measuring every place."""

from dataclasses import dataclass
from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rxflow.services.nearest import NearestPlaces, miles_between


@dataclass(frozen=True)
class Spot:
    latitude: float
    longitude: float
    number: int = -1


# Whole numbers make places that are equally near, and the poles and the date line.
DEGREES = st.one_of(st.integers(-90, 90).map(float), st.floats(-90, 90, allow_subnormal=False))
SPOTS = st.builds(lambda latitude, longitude: Spot(latitude, 2 * longitude), DEGREES, DEGREES)


def by_measuring_each(centre: Spot, spots: list[Spot], limit: int) -> list[tuple[int, float]]:
    measured = sorted((miles_between(centre, spot), number) for number, spot in enumerate(spots))
    return [(number, miles) for miles, number in measured[:limit]]


def found(centre: Spot, spots: list[Spot], limit: int) -> list[tuple[int, float]]:
    numbered = (Spot(spot.latitude, spot.longitude, number) for number, spot in enumerate(spots))
    return [(spot.number, miles) for spot, miles in NearestPlaces(numbered).to(centre, limit)]


@given(spots=st.lists(SPOTS, max_size=120), centre=SPOTS, limit=st.integers(-1, 9))
@example(spots=[Spot(0.0, 180.0), Spot(0.0, -180.0), *[Spot(50.0, 0.0)] * 60], centre=Spot(0.0, 179.9), limit=2)
@example(spots=[Spot(89.9, 90.0), *[Spot(80.0, float(each)) for each in range(60)]], centre=Spot(90.0, 0.0), limit=1)
@example(spots=[Spot(1.0, 1.0)] * 70, centre=Spot(1.0, 1.0), limit=3)
def test_the_nearest_are_those_of_measuring_each(spots: list[Spot], centre: Spot, limit: int) -> None:
    assert found(centre, spots, limit) == by_measuring_each(centre, spots, max(0, limit))


@pytest.mark.parametrize("limit", [1, 5, 40])
def test_the_nearest_of_many_are_those_of_measuring_each(limit: int) -> None:
    random = Random(limit)
    towns = [(random.uniform(25, 49), random.uniform(-124, -67)) for _ in range(30)]
    spots = []
    for _ in range(4000):
        latitude, longitude = random.choice(towns)
        spots.append(Spot(latitude + random.gauss(0, 0.1), longitude + random.gauss(0, 0.1)))
    for _ in range(20):
        centre = Spot(random.uniform(25, 49), random.uniform(-124, -67))
        assert found(centre, spots, limit) == by_measuring_each(centre, spots, limit)


def test_only_a_few_of_many_places_are_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    random = Random(1)
    places = NearestPlaces([Spot(random.uniform(25, 49), random.uniform(-124, -67)) for _ in range(4000)])
    measured = []

    def counted(one: Spot, other: Spot) -> float:
        measured.append(other)
        return miles_between(one, other)

    monkeypatch.setattr("rxflow.services.nearest.miles_between", counted)
    places.to(Spot(37.0, -95.0), 5)

    assert len(measured) < 200
