"""How a medicine stands, from what the rules found, the orders and the cases."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from sqlalchemy import event

from rxflow.domain.case import EscalationCase
from rxflow.domain.finding import Assessment, Finding, FindingCode, Route, Severity
from rxflow.domain.order import Order, OrderStatus
from rxflow.domain.prescription import Prescription
from rxflow.services.refills import Overview
from rxflow.workflow.medicine_status import MedicineKind, MedicineStatus, medicine_statuses
from tests.unit.services.pharmacy_world import World

K, BLOCK, WARN = MedicineKind, Severity.BLOCK, Severity.WARN
NOW = datetime(2026, 3, 2, 16, 30, tzinfo=UTC)
RX = World().patients.prescriptions("patient_001")[0]


def finding(code: FindingCode, route: Route | None = None, severity: Severity = BLOCK, **evidence: str) -> Finding:
    return Finding(code, severity, "Why.", route, evidence)


def order(status: OrderStatus, order_id: str = "RF-1", rx_number: str = RX.rx_number) -> Order:
    money = Decimal("5.80")
    of = ("patient_001", rx_number, 1, RX.label, 30, "30 tablets", "PH001", "CVS", money)
    return Order(order_id, *of, status, NOW, NOW, NOW)


def case(route: Route, case_id: str = "CS-1", rx_number: str | None = RX.rx_number) -> EscalationCase:
    return EscalationCase(case_id, "patient_001", "s", route, "why", (), False, "told", NOW, rx_number=rx_number)


def status(
    *findings: Finding, item: Prescription = RX, orders: tuple[Order, ...] = (), cases: tuple[EscalationCase, ...] = ()
) -> MedicineStatus:
    assessments = {item.rx_number: Assessment(item.rx_number, findings)}
    (found,) = medicine_statuses(Overview((item,), assessments, orders, cases))
    return found


@pytest.mark.parametrize(
    ("found", "kind"),
    [
        ([], K.READY),
        ([finding(FindingCode.INTERACTION, severity=WARN)], K.READY),
        ([finding(FindingCode.OUT_OF_STOCK)], K.ELSEWHERE),
        ([finding(FindingCode.TOO_SOON, date="2026-03-20")], K.LATER),
        ([finding(FindingCode.TOO_SOON, Route.PHARMACIST, date="2026-03-20")], K.WITH_PHARMACIST),
        ([finding(FindingCode.TOO_SOON)], K.WITH_PHARMACIST),
        ([finding(FindingCode.NO_REFILLS, Route.PRESCRIBER)], K.WITH_PRESCRIBER),
        ([finding(FindingCode.ALLERGY, Route.PHARMACIST)], K.WITH_PHARMACIST),
        ([finding(FindingCode.PRIOR_AUTHORIZATION, Route.INSURER)], K.WITH_PLAN),
        ([finding(FindingCode.NO_REFILLS, Route.PRESCRIBER), finding(FindingCode.OUT_OF_STOCK)], K.WITH_PRESCRIBER),
    ],
)
def test_the_finding_that_decides_says_how_it_stands(found: list[Finding], kind: MedicineKind) -> None:
    assert status(*found).kind is kind


def test_the_day_is_that_of_the_rule() -> None:
    assert status(finding(FindingCode.TOO_SOON, date="2026-03-20")).refill_day == date(2026, 3, 20)
    assert status().refill_day is None


def test_what_is_only_warned_of_is_told_where_it_can_be_ordered() -> None:
    note = finding(FindingCode.INTERACTION, severity=WARN)
    assert status(note).notes == (note,)
    assert status(note, finding(FindingCode.NO_REFILLS, Route.PRESCRIBER)).notes == ()


@pytest.mark.parametrize("at", [s for s in OrderStatus if s not in {OrderStatus.PICKED_UP, OrderStatus.CANCELLED}])
def test_an_order_under_way_comes_before_what_stops_the_next(at: OrderStatus) -> None:
    found = status(finding(FindingCode.TOO_SOON, date="2026-03-20"), orders=(order(at), order(at, "RF-0")))

    assert (found.kind, found.order and found.order.order_id, found.decision) == (K.ORDERED, "RF-1", None)


@pytest.mark.parametrize("other", [order(OrderStatus.PICKED_UP), order(OrderStatus.READY, rx_number="RX9")])
def test_an_order_that_is_over_or_of_another_medicine_is_not_under_way(other: Order) -> None:
    assert status(orders=(other,)).kind is K.READY


def test_the_case_is_of_this_medicine_and_of_whoever_can_resolve_it() -> None:
    renewal = finding(FindingCode.NO_REFILLS, Route.PRESCRIBER)
    cases = (
        case(Route.PHARMACIST, "CS-4"),
        case(Route.PRESCRIBER, "CS-3", "RX9"),
        case(Route.PRESCRIBER, "CS-2"),
        case(Route.PRESCRIBER, "CS-1"),
    )
    found = status(renewal, cases=cases).case

    assert found is not None
    assert found.case_id == "CS-2"
    assert status(cases=cases).case is None
    assert status(finding(FindingCode.OUT_OF_STOCK), cases=cases).case is None


@pytest.mark.parametrize("how", ["discontinued", "transferred"])
def test_what_is_not_filled_here_any_more_has_ended(how: str) -> None:
    assert status(finding(FindingCode.EXPIRED, Route.PHARMACIST), item=replace(RX, status=how)).kind is K.ENDED


def test_what_can_be_refilled_comes_first_and_what_is_too_soon_by_its_day() -> None:
    items = [replace(RX, rx_number=f"RX{number}", strength=f"{number} mg") for number in range(5)]
    found = {
        "RX0": [finding(FindingCode.PRIOR_AUTHORIZATION, Route.INSURER)],
        "RX1": [finding(FindingCode.TOO_SOON, date="2026-04-01")],
        "RX2": [finding(FindingCode.TOO_SOON, date="2026-03-20")],
        "RX3": [finding(FindingCode.OUT_OF_STOCK)],
        "RX4": [],
    }
    assessments = {number: Assessment(number, tuple(each)) for number, each in found.items()}
    shown = medicine_statuses(Overview(tuple(items), assessments, (), ()))

    assert [each.prescription.rx_number for each in shown] == ["RX4", "RX3", "RX2", "RX1", "RX0"]
    assert {each.said_as for each in shown} == {f"lisinopril {number} mg" for number in range(5)}


def test_a_medicine_of_its_own_name_is_called_by_it_alone() -> None:
    assert status().said_as == "lisinopril"


def test_a_look_at_many_medicines_asks_the_store_no_more_than_a_look_at_few() -> None:
    world, asked = World(), list[str]()
    event.listen(world.store.engine, "before_cursor_execute", lambda *call: asked.append(call[2]))
    counts = {}
    for patient in world.patients.all():
        asked.clear()
        found = world.refills.overview(patient.patient_id)
        counts[patient.patient_id] = len(asked)
        assert len(found.assessments) == len(found.prescriptions)

    assert max(counts.values()) <= 7
    assert counts["patient_010"] == counts["patient_012"]  # seven and four medicines, with scarce stock each


def test_a_look_finds_what_each_rule_finds_by_itself() -> None:
    world = World()
    world.ordered()
    for patient in world.patients.all():
        found = world.refills.overview(patient.patient_id)
        alone = {
            each.rx_number: world.refills.assess(patient.patient_id, each.rx_number) for each in found.prescriptions
        }
        assert dict(found.assessments) == alone
        assert found.orders == world.orders.for_patient(patient.patient_id)
