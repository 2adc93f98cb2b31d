"""Prescriptions with the orders placed here, and the facts on which the rules decide."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from rxflow.domain.errors import PatientNotFoundError
from rxflow.domain.finding import FindingCode
from tests.unit.services.pharmacy_world import (
    CVS,
    HEB,
    INSULIN,
    INSULIN_OF_ANOTHER,
    LISINOPRIL,
    PHARMACY_STEPS,
    TODAY,
    WALMART,
    ZONE,
    World,
    demo_data,
)


@pytest.fixture
def world() -> World:
    return World()


def decided(world: World, of: tuple[str, str], pharmacy_id: str | None = None) -> FindingCode | None:
    decision = world.refills.assess(*of, pharmacy_id).decision
    return decision.code if decision else None


def test_without_orders_prescriptions_are_as_on_file(world: World) -> None:
    patient_id, rx_number = LISINOPRIL

    assert world.refills.prescriptions(patient_id) == world.patients.prescriptions(patient_id)
    assert world.refills.prescription(*LISINOPRIL) == world.patients.prescription(*LISINOPRIL)
    assert world.refills.prescription("patient_002", rx_number) is None


def test_an_order_counts_as_a_fill_on_its_day_and_takes_a_refill(world: World) -> None:
    on_file = world.patients.prescription(*LISINOPRIL)
    assert on_file is not None
    world.ordered()

    assert world.refills.prescription(*LISINOPRIL) == replace(
        on_file, fills=(TODAY, *on_file.fills), refills_remaining=on_file.refills_remaining - 1
    )
    assert decided(world, LISINOPRIL) is FindingCode.TOO_SOON


def test_an_order_counts_from_the_day_it_is_ready_in_the_pharmacys_zone(world: World) -> None:
    world.at = datetime(2026, 3, 2, 23, 30, tzinfo=ZONE)  # closed: ready the next morning
    world.ordered()
    prescription = world.refills.prescription(*LISINOPRIL)

    assert prescription is not None
    assert prescription.last_fill == date(2026, 3, 3)


def test_an_order_that_was_handed_over_counts_from_that_day(world: World) -> None:
    order = world.advanced(world.ordered(), PHARMACY_STEPS[:3])
    world.at = datetime(2026, 3, 6, 20, 0, tzinfo=ZONE)  # already the next day in UTC
    world.advanced(order, PHARMACY_STEPS[3:])
    prescription = world.refills.prescription(*LISINOPRIL)

    assert prescription is not None
    assert prescription.last_fill == date(2026, 3, 6)


def test_a_cancelled_order_gives_everything_back(world: World) -> None:
    order = world.ordered()
    world.orders.cancel(order.patient_id, order.order_id)

    assert world.refills.prescription(*LISINOPRIL) == world.patients.prescription(*LISINOPRIL)
    assert decided(world, LISINOPRIL) is None


def test_a_prescription_of_someone_else_is_not_found(world: World) -> None:
    assert decided(world, ("patient_002", LISINOPRIL[1])) is FindingCode.NOT_FOUND
    assert decided(world, ("patient_001", "RX000000")) is FindingCode.NOT_FOUND


def test_an_unknown_patient_is_an_error(world: World) -> None:
    with pytest.raises(PatientNotFoundError):
        world.refills.assess("patient_000", LISINOPRIL[1])


def test_stock_is_that_of_the_preferred_pharmacy_unless_another_is_named(world: World) -> None:
    assert decided(world, INSULIN) is FindingCode.OUT_OF_STOCK
    assert decided(world, INSULIN, CVS) is FindingCode.OUT_OF_STOCK
    assert decided(world, INSULIN, HEB) is None


def test_active_orders_of_any_patient_take_from_a_pharmacys_stock(world: World) -> None:
    assert decided(world, INSULIN, WALMART) is None
    patient, prescription = world.patients.get(INSULIN[0]), world.patients.prescription(*INSULIN)
    assert prescription is not None
    assert world.refills.fills_available(patient, prescription, WALMART) == 1
    order = world.ordered(INSULIN_OF_ANOTHER, WALMART)
    assert world.refills.fills_available(patient, prescription, WALMART) == 0
    assert decided(world, INSULIN, WALMART) is FindingCode.OUT_OF_STOCK
    assert decided(world, INSULIN, HEB) is None

    world.orders.cancel(order.patient_id, order.order_id)
    assert decided(world, INSULIN, WALMART) is None


def test_what_is_spelled_in_another_case_is_the_same_stock(world: World) -> None:
    world.ordered(INSULIN_OF_ANOTHER, WALMART.lower())

    assert decided(world, (INSULIN[0], INSULIN[1].lower()), WALMART.lower()) is FindingCode.OUT_OF_STOCK


@pytest.mark.parametrize(("days_since_fill", "counts"), [(3, True), (40, True), (41, False)])
def test_a_medicine_counts_while_it_is_taken_even_when_its_prescription_has_lapsed(
    days_since_fill: int, counts: bool
) -> None:
    # Simvastatin must not be taken with clarithromycin, here ten days' supply on a prescription of 400 days ago.
    data = demo_data()
    lapsed = tuple(
        replace(each, written_on=TODAY - timedelta(days=400), fills=(TODAY - timedelta(days=days_since_fill),))
        if each.rx_number == "RX100702"
        else each
        for each in data.prescriptions
    )
    world = World(data=replace(data, prescriptions=lapsed))

    assert (decided(world, ("patient_007", "RX100701")) is FindingCode.INTERACTION) is counts
