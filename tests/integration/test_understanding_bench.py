"""The parts of `python -m bench.understanding` that its figures stand on."""

import sys
from string import ascii_lowercase

import pytest
from rapidfuzz.distance import OSA

from bench.understanding import comparison, timing
from bench.understanding.misspelling import DISTANCES, KINDS, misspellings
from bench.understanding.world import World
from rxflow.evaluation.utterance import MedicineLabel
from rxflow.services.mock_data import MockData


@pytest.fixture(scope="module")
def world(demo: MockData) -> World:
    return World(demo)


def test_misspellings_are_at_their_distance_and_the_same_each_time() -> None:
    names = ["lisinopril", "fluticasone salmeterol", ascii_lowercase]
    made = list(misspellings(names, lambda word: False))

    assert {(each.kind, each.distance) for each in made} == {(kind, far) for kind in KINDS for far in DISTANCES}
    assert all(OSA.distance(each.name, each.written) == each.distance for each in made)
    assert made == list(misspellings(names, lambda word: False))
    assert list(misspellings(names, lambda word: True)) == []


def test_every_way_is_judged_by_the_same_labels(world: World) -> None:
    own = world.patients.prescriptions("patient_001")
    cases = [
        comparison.Case("refill lisinopril", own, (MedicineLabel(rx=("RX100101",)),)),
        comparison.Case("zoloft", own, (MedicineLabel(drug="sertraline"),)),
        comparison.Case("hello", own, (MedicineLabel(rx=("RX100101",)),)),
    ]
    tallies = {name: comparison.tally(cases, find) for name, find in comparison.by_similarity(world, cases).items()}

    assert all((tally["right"], tally["missed"]) == (2, 1) for tally in tallies.values()), tallies


def test_a_library_that_is_not_installed_is_left_out(world: World) -> None:
    assert comparison.by_library(world, [], "/no/such/python") == ({}, {"version": None})
    assert comparison.by_library(world, [], sys.executable)[1]["version"] is None


def test_growth_is_1_where_time_is_linear_and_2_where_it_is_quadratic() -> None:
    assert timing.growth({size: 3.0 * size for size in timing.KILOBYTES}) == pytest.approx(1)
    assert timing.growth({size: 3.0 * size**2 for size in timing.KILOBYTES}) == pytest.approx(2)


def test_many_names_are_many_and_different(demo: MockData) -> None:
    names = [drug.name for drug in timing.with_many_names(demo).drugs]

    assert len(names) == len(set(names))
    assert len(names) > timing.MANY_NAMES * 0.9
