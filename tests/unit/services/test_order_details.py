"""What an order's ids, words, reasons and limits are, and what a withdrawn quote and an emergency stop."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select

from rxflow.domain.errors import OrderNotFoundError, OrderRefusedError, SessionNotFoundError, TransitionError
from rxflow.domain.finding import FindingCode, Route
from rxflow.domain.order import OrderStatus
from rxflow.domain.plan import FormularyEntry
from rxflow.persistence.tables import QUOTE_WITHDRAWALS
from rxflow.services.order_checks import MAY_BE_LATER, check_unchanged
from tests.unit.services.pharmacy_world import HEB, LISINOPRIL, World, demo_data


@pytest.fixture
def world() -> World:
    return World()


def test_quotes_and_orders_are_told_apart_by_their_ids(world: World) -> None:
    quote = world.quoted()
    order = world.submitted(quote)

    assert quote.quote_id.startswith("QT-")
    assert order.order_id.startswith("RF-")


def test_a_conversation_that_does_not_exist_is_told_in_plain_words(world: World) -> None:
    with pytest.raises(SessionNotFoundError) as raised:
        world.quoted(session_id="no-such-session")

    assert str(raised.value) == "This conversation does not exist. Please start a new one."


def test_an_order_that_does_not_exist_is_told_in_plain_words(world: World) -> None:
    with pytest.raises(OrderNotFoundError) as raised:
        world.orders.get(LISINOPRIL[0], "RF-0000-0000")

    assert str(raised.value) == "There is no order with this number. Please check the number on your list of orders."


def test_a_step_that_does_not_follow_is_told_with_both_steps(world: World) -> None:
    order = world.ordered()
    with pytest.raises(TransitionError) as raised:
        world.orders.advance(order.order_id, OrderStatus.READY, "pharmacist")

    assert str(raised.value) == "An order that is SUBMITTED cannot become READY. It stays as it is."


def test_the_history_says_why_an_order_was_cancelled_and_needs_no_reason_for_a_step(world: World) -> None:
    order = world.advanced(world.ordered(), [OrderStatus.VERIFYING])
    world.orders.cancel(order.patient_id, order.order_id)

    steps = world.orders.events(order.order_id)
    assert [(step.status, step.reason) for step in steps[1:]] == [
        (OrderStatus.VERIFYING, ""),
        (OrderStatus.CANCELLED, "asked by the patient"),
    ]


def test_an_order_may_be_ready_up_to_an_hour_later_than_quoted(world: World) -> None:
    quote = world.quoted()
    check_unchanged(quote, replace(quote, ready_at=quote.ready_at + MAY_BE_LATER))

    with pytest.raises(OrderRefusedError) as raised:
        check_unchanged(quote, replace(quote, ready_at=quote.ready_at + MAY_BE_LATER + timedelta(minutes=1)))
    assert raised.value.code == "QUOTE_SUPERSEDED"
    assert timedelta(hours=1) == MAY_BE_LATER


def test_the_price_follows_the_formularys_entry_for_the_drug_whatever_the_label_says() -> None:
    # The plan lists bupropion on tier 3; the label says bupropion XL.
    world = World(data=replace(demo_data(), formulary=(FormularyEntry("BCBS_TX_PPO", "bupropion", 3),)))
    quote = world.quoted(("patient_006", "RX100603"), HEB)

    assert quote.patient_pays == min(Decimal(70), quote.cash_price) > 10


def test_a_quote_that_was_turned_down_orders_nothing(world: World) -> None:
    quote = world.quoted()
    world.orders.withdraw(quote.session_id, [quote.quote_id], "dropped")

    with pytest.raises(OrderRefusedError) as raised:
        world.submitted(quote)
    assert raised.value.code == "QUOTE_WITHDRAWN"


def test_only_a_conversations_own_quotes_without_an_order_can_be_withdrawn(world: World) -> None:
    quote, elsewhere = world.quoted(), world.sessions.start(LISINOPRIL[0]).session_id
    world.orders.withdraw(elsewhere, [quote.quote_id], "dropped")
    order = world.submitted(quote)
    world.orders.withdraw(quote.session_id, [quote.quote_id, "QT-0000-0000"], "dropped")

    assert world.submitted(quote) == order
    with world.store.read() as connection:
        assert connection.execute(select(QUOTE_WITHDRAWALS)).first() is None


def test_every_quote_that_is_named_is_withdrawn(world: World) -> None:
    first = world.quoted()
    second = world.quoted(("patient_001", "RX100103"), session_id=first.session_id)
    world.orders.withdraw(first.session_id, ["QT-0000-0000", first.quote_id, second.quote_id], "dropped")

    with world.store.read() as connection:
        rows = connection.execute(select(QUOTE_WITHDRAWALS)).mappings().all()
    assert {(row["quote_id"], row["reason"]) for row in rows} == {
        (first.quote_id, "dropped"),
        (second.quote_id, "dropped"),
    }


def test_in_an_emergency_nothing_is_quoted(world: World) -> None:
    session_id = world.sessions.start(LISINOPRIL[0]).session_id
    world.cases.open(
        LISINOPRIL[0], session_id, Route.PHARMACIST, "chest pain", [FindingCode.EMERGENCY], "Call 911.", urgent=True
    )

    with pytest.raises(OrderRefusedError) as raised:
        world.quoted(session_id=session_id)
    assert raised.value.code == "EMERGENCY"
    assert world.quoted().rx_number == LISINOPRIL[1]
