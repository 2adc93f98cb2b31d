"""What any store must do with quotes, consents, orders and their history."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import delete, update
from sqlalchemy.exc import IntegrityError

from rxflow.domain.errors import StaleRecordError
from rxflow.domain.order import Consent, OrderStatus
from rxflow.persistence.engine import Store
from rxflow.persistence.order_repository import OrderRepository
from rxflow.persistence.refill_records import RefillRecords, StoredRecords
from rxflow.persistence.tables import CONSENTS, ORDER_EVENTS
from tests.contract.records import INSULIN, NOW, a_quote, an_order, keep_order, keep_session


@pytest.fixture(autouse=True)
def session(store: Store) -> None:
    with store.write() as tx:
        keep_session(tx)


def test_a_quote_comes_back_as_it_was_given(store: Store) -> None:
    quote = a_quote()
    with store.write() as tx:
        OrderRepository(tx).add_quote(quote)
    with store.read() as tx:
        kept = OrderRepository(tx).quote(quote.quote_id)

    assert kept == quote
    assert kept is not None
    assert str(kept.cash_price) == "289.10"
    assert kept.ready_at.utcoffset() == timedelta(0)


def test_the_newest_quote_is_the_last_written_even_within_one_instant(store: Store) -> None:
    with store.write() as tx:
        orders = OrderRepository(tx)
        older, newest, other = a_quote("QT-2"), a_quote("QT-1"), a_quote("QT-3", rx_number="RX2")
        for quote in (older, newest, other):
            orders.add_quote(quote)
        orders.withdraw_quote("QT-3", older.quoted_at, "dropped")

        assert orders.standing(older) == (False, False)
        assert orders.standing(newest) == (False, True)
        assert orders.standing(other) == (True, True)


def test_an_order_is_found_by_its_id_its_quote_and_its_fill(store: Store) -> None:
    quote = a_quote()
    order = an_order(quote)
    with store.write() as tx:
        keep_order(tx, quote, order)
    with store.read() as tx:
        orders = OrderRepository(tx)
        assert orders.order("RF-1") == order
        assert orders.order_of_quote("QT-1") == order
        records = RefillRecords(tx)
        assert records.of_fill(order.patient_id, "RX1", 3) == order
        assert records.of_fill(order.patient_id, "RX1", 4) is None


def test_orders_are_listed_newest_first(store: Store) -> None:
    with store.write() as tx:
        for number in (1, 2, 3):
            quote = a_quote(f"QT-{number}", fill_number=number)
            keep_order(tx, quote, an_order(quote, f"RF-{number}"))
        listed = OrderRepository(tx).all_of_patient("patient_x")

    assert [order.order_id for order in listed] == ["RF-3", "RF-2", "RF-1"]


def test_one_prescription_and_fill_cannot_have_two_active_orders(store: Store) -> None:
    quote, again = a_quote("QT-1"), a_quote("QT-2")
    with store.write() as tx:
        keep_order(tx, quote, an_order(quote, "RF-1"))
    with pytest.raises(IntegrityError), store.write() as tx:
        keep_order(tx, again, an_order(again, "RF-2"))

    with StoredRecords(store).opened() as records:
        assert [order.order_id for order in records.of_patient("patient_x")] == ["RF-1"]


def test_a_cancelled_order_frees_its_fill_and_its_stock(store: Store) -> None:
    quote, again = a_quote("QT-1"), a_quote("QT-2")
    order = an_order(quote)
    with store.write() as tx:
        keep_order(tx, quote, order)
        assert OrderRepository(tx).reserved("PH004", [INSULIN]) == {INSULIN: 1}
        OrderRepository(tx).change_status(order, OrderStatus.CANCELLED, NOW, "patient", "")
    with StoredRecords(store).opened() as records:
        assert records.reserved("PH004", INSULIN) == 0
        assert records.of_patient("patient_x") == ()

    with store.write() as tx:
        keep_order(tx, again, an_order(again, "RF-2"))
    with StoredRecords(store).opened() as records:
        assert records.reserved("PH004", INSULIN) == 1


def test_a_quote_is_ordered_once_even_after_a_cancel(store: Store) -> None:
    quote = a_quote()
    order = an_order(quote)
    with store.write() as tx:
        keep_order(tx, quote, order)
        OrderRepository(tx).change_status(order, OrderStatus.CANCELLED, NOW, "patient", "")
    consent = Consent("QT-1", "session-1", NOW, "button")
    with pytest.raises(IntegrityError), store.write() as tx:
        OrderRepository(tx).add_order(an_order(quote, "RF-2"), "QT-1", INSULIN, consent, "patient")


def test_each_step_of_an_order_is_kept_with_its_time_actor_and_reason(store: Store) -> None:
    quote = a_quote()
    order = an_order(quote)
    later = NOW + timedelta(minutes=5)
    with store.write() as tx:
        keep_order(tx, quote, order)
        moved = OrderRepository(tx).change_status(order, OrderStatus.VERIFYING, later, "pharmacist", "checked")
    with store.read() as tx:
        kept = OrderRepository(tx).order("RF-1")
        steps = OrderRepository(tx).events("RF-1")

    assert kept == moved == replace(order, status=OrderStatus.VERIFYING, updated_at=later)
    assert [(step.number, step.status, step.at, step.actor, step.reason) for step in steps] == [
        (1, OrderStatus.SUBMITTED, NOW, "patient", ""),
        (2, OrderStatus.VERIFYING, later, "pharmacist", "checked"),
    ]


def test_a_step_from_a_status_that_is_no_longer_true_is_refused(store: Store) -> None:
    quote = a_quote()
    order = an_order(quote)
    with store.write() as tx:
        keep_order(tx, quote, order)
        orders = OrderRepository(tx)
        orders.change_status(order, OrderStatus.VERIFYING, NOW, "pharmacist", "")
        with pytest.raises(StaleRecordError):
            orders.change_status(order, OrderStatus.CANCELLED, NOW, "patient", "")


@pytest.mark.parametrize("change", [update(ORDER_EVENTS).values(reason="x"), delete(ORDER_EVENTS), delete(CONSENTS)])
def test_history_cannot_be_rewritten(store: Store, change: object) -> None:
    quote = a_quote()
    with store.write() as tx:
        keep_order(tx, quote, an_order(quote))
    with pytest.raises(IntegrityError, match="append-only"), store.write() as tx:
        tx.execute(change)  # type: ignore[call-overload]
    with store.read() as tx:
        assert len(OrderRepository(tx).events("RF-1")) == 1


def test_an_order_needs_a_quote_that_is_kept(store: Store) -> None:
    quote = a_quote()
    consent = Consent("QT-1", "session-1", NOW, "button")
    with pytest.raises(IntegrityError), store.write() as tx:
        OrderRepository(tx).add_order(an_order(quote), "QT-1", INSULIN, consent, "patient")
