"""Orders and cases are held to their history and to the audit trail."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import delete, insert, update

from rxflow.domain.audit import AuditReport
from rxflow.domain.case import CaseProgress, CaseStep
from rxflow.domain.order import Consent, OrderStatus
from rxflow.persistence.audit_repository import AuditRepository
from rxflow.persistence.audit_tables import AUDIT_EVENTS
from rxflow.persistence.case_repository import CaseRepository
from rxflow.persistence.engine import Store
from rxflow.persistence.order_repository import OrderEvent, OrderRepository
from rxflow.persistence.records import row_of
from rxflow.persistence.tables import CASE_STEPS, CASES, ORDER_EVENTS, ORDERS
from rxflow.services.audit import AuditService
from rxflow.services.audited_acts import case_advanced, case_opened, order_moved, order_submitted
from tests.contract.records import NOW, a_case, a_quote, an_order, keep_order, keep_session
from tests.support.audit_chains import drop_triggers

LATER = NOW + timedelta(minutes=1)


@pytest.fixture
def audited(store: Store) -> Store:
    """An order that is being verified and a case that is open, one that the trail never heard of, and a settled one."""
    quote, unheard = a_quote(), a_quote("QT-2", rx_number="RX2")
    order, case, settled = an_order(quote), a_case(), a_case("CS-2")
    with store.write() as tx:
        keep_session(tx)
        keep_order(tx, quote, order)
        keep_order(tx, unheard, an_order(unheard, "RF-2"))
        moved = OrderRepository(tx).change_status(order, OrderStatus.VERIFYING, LATER, "pharmacist", "")
        step = CaseProgress("CS-2", 2, CaseStep.CLOSED, LATER, "pharmacist")
        cases = CaseRepository(tx)
        cases.add(case)
        cases.add(settled)
        cases.add_step(step)
        consent = Consent("QT-1", "session-1", NOW, "words")
        events = (*order_submitted(order, consent), order_moved(moved, "pharmacist"), case_opened(case))
        AuditRepository(tx).append([*events, case_opened(settled), case_advanced(settled, step)])
    return store


def verified(store: Store) -> AuditReport:
    return AuditService(store=store).verify()


def test_what_is_where_it_was_left_is_in_order(audited: Store) -> None:
    report = verified(audited)

    assert (report.events, report.broken, report.mismatches) == (6, None, ())


FORGED = row_of(OrderEvent("RF-1", 3, OrderStatus.FILLING, LATER, "pharmacist", ""))
CHANGES: dict[str, tuple[list[Any], list[str]]] = {
    "status": (
        [update(ORDERS).where(ORDERS.c.order_id == "RF-1").values(status="READY")],
        [
            "Order RF-1 is READY, and its history ends in VERIFYING.",
            "Order RF-1 is READY, and the trail says VERIFYING.",
        ],
    ),
    "status and history": (
        [
            update(ORDERS).where(ORDERS.c.order_id == "RF-1").values(status="FILLING"),
            insert(ORDER_EVENTS).values(FORGED),
        ],
        ["Order RF-1 is FILLING, and the trail says VERIFYING."],
    ),
    "history": (
        [delete(ORDER_EVENTS).where(ORDER_EVENTS.c.number == 2)],
        ["Order RF-1 is VERIFYING, and its history ends in SUBMITTED."],
    ),
    "patient": (
        [update(ORDERS).where(ORDERS.c.order_id == "RF-1").values(patient_ref="0" * 32)],
        ["Order RF-1 is found as another patient's than the trail says."],
    ),
    "cancelled": (
        [update(ORDERS).where(ORDERS.c.order_id == "RF-2").values(status="CANCELLED")],
        ["Order RF-2 is CANCELLED, and its history ends in SUBMITTED."],
    ),
    "case settled": (
        [update(CASES).where(CASES.c.case_id == "CS-1").values(status="resolved")],
        ["Case CS-1 is resolved, and its history says open.", "Case CS-1 is resolved, and the trail says open."],
    ),
    "case opened again": (
        [update(CASES).values(status="open"), delete(CASE_STEPS).where(CASE_STEPS.c.number == 2)],
        ["Case CS-2 is open, and the trail says resolved."],
    ),
    "case's patient": (
        [update(CASES).where(CASES.c.case_id == "CS-2").values(patient_ref="0" * 32)],
        ["Case CS-2 is found as another patient's than the trail says."],
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_was_changed_from_outside_is_named(audited: Store, change: str) -> None:
    statements, words = CHANGES[change]
    with audited.write() as tx:
        drop_triggers(tx, ORDER_EVENTS.name, CASE_STEPS.name)
        for statement in statements:
            tx.execute(statement)
    report = verified(audited)

    assert report.broken is None
    assert [mismatch.words for mismatch in report.mismatches] == words


def test_a_broken_trail_is_not_held_against_anything(audited: Store) -> None:
    with audited.write() as tx:
        drop_triggers(tx)
        tx.execute(update(ORDERS).values(status="READY"))
        tx.execute(delete(AUDIT_EVENTS))
    report = verified(audited)

    assert report.broken is not None
    assert report.mismatches == ()
