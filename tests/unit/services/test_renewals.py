"""Prescriptions with the orders placed here and the prescriber's renewals."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rxflow.clinical.eligibility import check_refills
from rxflow.clinical.medication import Medication
from rxflow.clinical.renewals import most_refills
from rxflow.domain.case_decision import Renewal
from rxflow.domain.drug import Schedule
from rxflow.services.renewals import as_it_stands, counting_renewal
from tests.unit.clinical.builders import TABLES, TODAY, medication, prescription, unlisted
from tests.unit.services.pharmacy_world import ZONE

NOON = datetime(TODAY.year, TODAY.month, TODAY.day, 18, tzinfo=UTC)
USED_UP = prescription(refills_authorized=3, refills_remaining=0)
RENEWED = Renewal(USED_UP.rx_number, 2, NOON)


def taken(*hours: float) -> list:  # type: ignore[type-arg]
    return [(NOON + timedelta(hours=each), (NOON + timedelta(hours=each)).astimezone(ZONE).date()) for each in hours]


def test_a_renewal_gives_its_refills_from_its_day() -> None:
    standing = as_it_stands(USED_UP, [], [RENEWED], ZONE)

    assert (standing.refills_remaining, standing.written_on, standing.refills_authorized) == (2, TODAY, 5)
    assert standing.fills == USED_UP.fills


def test_orders_after_a_renewal_use_it_and_those_before_do_not() -> None:
    on_file = prescription(refills_authorized=3, refills_remaining=1)
    standing = as_it_stands(on_file, taken(-48, 1), [RENEWED], ZONE)

    assert (standing.refills_remaining, standing.refills_authorized) == (1, 5)
    assert standing.fills[:2] == (TODAY, TODAY - timedelta(days=2))


def test_an_order_of_the_same_moment_uses_the_renewal() -> None:
    assert as_it_stands(USED_UP, taken(0), [RENEWED], ZONE).refills_remaining == 1


def test_the_newest_renewal_counts_alone() -> None:
    newer = Renewal(USED_UP.rx_number, 4, NOON + timedelta(days=2))
    standing = as_it_stands(USED_UP, taken(1, 2), [newer, RENEWED], ZONE)

    assert (standing.refills_remaining, standing.written_on) == (4, TODAY + timedelta(days=2))


def test_a_later_record_of_the_pharmacy_takes_the_place_of_a_renewal() -> None:
    later = prescription(written_on=TODAY + timedelta(days=1))

    assert counting_renewal(later, [RENEWED], ZONE) is None
    assert as_it_stands(later, [], [RENEWED], ZONE) == later
    assert counting_renewal(prescription(written_on=TODAY), [RENEWED], ZONE) == RENEWED


def test_a_renewal_is_of_its_own_prescription_alone() -> None:
    other = prescription(rx_number="RX900002")

    assert as_it_stands(other, [], [RENEWED], ZONE) is other


def test_a_renewals_day_is_the_pharmacys() -> None:
    before_midnight = Renewal(USED_UP.rx_number, 2, datetime(2026, 11, 22, 5, 30, tzinfo=UTC))

    assert as_it_stands(USED_UP, [], [before_midnight], ZONE).written_on == TODAY


@given(
    authorized=st.integers(0, 11),
    used=st.integers(0, 11),
    before=st.integers(0, 3),
    refills=st.integers(1, 11),
    after=st.integers(0, 11),
)
def test_fill_numbers_go_on_through_a_renewal(
    authorized: int, used: int, before: int, refills: int, after: int
) -> None:
    used, after = min(authorized, used), min(refills, after)
    on_file = prescription(refills_authorized=authorized, refills_remaining=authorized - used)
    before = min(before, on_file.refills_remaining)
    orders = taken(*(-1 - each for each in range(before)), *(1 + each for each in range(after)))
    standing = as_it_stands(on_file, orders, [renewed_for(refills)], ZONE)

    assert standing.refills_remaining == refills - after
    # `next_fill_number` counts from here; the first fill was number 1.
    first_here = standing.refills_authorized - (standing.refills_remaining + len(orders)) + 2
    assert first_here == used + 2
    assert standing.refills_authorized - refills == used + before


def renewed_for(refills: int) -> Renewal:
    return Renewal(USED_UP.rx_number, refills, NOON)


@pytest.mark.parametrize(
    ("asked", "most"),
    [
        (medication(), 11),
        (medication("a", Schedule.III), 5),
        (medication("a", Schedule.IV), 5),
        (medication("a", Schedule.V), 11),
        (medication("a", Schedule.II), 0),
        (medication("a", Schedule.UNKNOWN), 0),
        (unlisted("mystery"), 0),
    ],
    ids=["none", "III", "IV", "V", "II", "unknown", "unlisted"],
)
def test_the_law_says_how_often_a_renewal_may_be_filled(asked: Medication, most: int) -> None:
    assert most_refills(asked, TABLES, TODAY) == most


def test_what_was_used_before_a_renewal_is_not_counted_against_the_law() -> None:
    renewed = medication(
        "a",
        Schedule.IV,
        refills_authorized=10,
        refills_remaining=5,
        written_on=TODAY,
        fills=(TODAY - timedelta(days=40),),
    )

    assert check_refills(renewed, TABLES, TODAY) is not None
    assert check_refills(renewed, TABLES, TODAY, renewed_after=5) is None
    assert check_refills(renewed, TABLES, TODAY, renewed_after=4) is None
    used = medication("a", Schedule.IV, refills_authorized=10, refills_remaining=0, written_on=TODAY)
    assert check_refills(used, TABLES, TODAY, renewed_after=5) is not None
