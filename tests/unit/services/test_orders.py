"""The order gate: what it places, what it refuses, and what it keeps."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import func, select

from rxflow.domain.errors import OrderNotFoundError, OrderRefusedError, SessionNotFoundError, TransitionError
from rxflow.domain.order import Order, OrderStatus, Quote
from rxflow.domain.pharmacy import WeeklyHours
from rxflow.persistence.order_repository import OrderRepository
from rxflow.persistence.tables import CONSENTS, ORDER_EVENTS, ORDERS, QUOTES
from rxflow.services.order_checks import check_current
from tests.unit.services.pharmacy_world import (
    CVS,
    HEB,
    INSULIN,
    INSULIN_OF_ANOTHER,
    LISINOPRIL,
    MORNING,
    PHARMACY_STEPS,
    WALMART,
    World,
    demo_data,
    with_dearer_prices,
)

PATIENT = LISINOPRIL[0]


@pytest.fixture
def world() -> World:
    return World()


def refused(code: str, act: Callable[[], object]) -> str:
    with pytest.raises(OrderRefusedError) as raised:
        act()
    assert raised.value.code == code
    message = str(raised.value)
    assert message[0].isupper()
    assert message.endswith(".")
    return message


def rows(world: World) -> tuple[int, ...]:
    """How many consents, orders and events are kept."""
    with world.store.read() as connection:
        counts = (
            connection.scalar(select(func.count()).select_from(each)) for each in (CONSENTS, ORDERS, ORDER_EVENTS)
        )
        return tuple(count or 0 for count in counts)


# --- quote


def test_a_quote_says_what_the_order_would_be(world: World) -> None:
    session = world.sessions.start(PATIENT)
    quote = world.orders.quote(session.session_id, *LISINOPRIL, CVS)

    assert quote == Quote(
        quote_id=quote.quote_id,
        session_id=session.session_id,
        patient_id=PATIENT,
        rx_number="RX100101",
        fill_number=4,  # 5 refills authorized, 3 left: 3 fills so far
        medication="lisinopril 10 mg tablet",
        quantity=30,
        amount="30 tablets",
        pharmacy_id=CVS,
        pharmacy_name="CVS Pharmacy Congress",
        cash_price=quote.cash_price,
        patient_pays=min(Decimal(10), quote.cash_price),
        insurance_pays=quote.cash_price - quote.patient_pays,
        ready_at=world.at + timedelta(minutes=20),
        quoted_at=world.at,
    )
    assert quote.ready_at.tzinfo is quote.quoted_at.tzinfo is UTC


@pytest.mark.parametrize(
    ("of", "pharmacy_id", "code"),
    [
        (("patient_001", "RX100102"), CVS, "NO_REFILLS"),
        (("patient_001", "RX100104"), CVS, "TOO_SOON"),
        (("patient_001", "RX100106"), CVS, "EXPIRED"),
        (("patient_003", "RX100301"), HEB, "PRIOR_AUTHORIZATION"),
        (("patient_003", "RX100304"), CVS, "ALLERGY"),
        (("patient_007", "RX100701"), CVS, "INTERACTION"),
        (("patient_008", "RX100801"), CVS, "CONTROLLED"),
        (("patient_013", "RX101301"), CVS, "REMS"),
        (INSULIN, CVS, "OUT_OF_STOCK"),
        (LISINOPRIL, "PH009", "OUT_OF_STOCK"),
        (LISINOPRIL, "PH999", "UNKNOWN_PHARMACY"),
        (("patient_002", "RX100101"), CVS, "NOT_FOUND"),
        (("patient_001", "RX000000"), CVS, "NOT_FOUND"),
    ],
)
def test_what_a_rule_forbids_is_not_quoted(world: World, of: tuple[str, str], pharmacy_id: str, code: str) -> None:
    refused(code, lambda: world.quoted(of, pharmacy_id))
    with world.store.read() as connection:
        assert connection.scalar(select(func.count()).select_from(QUOTES)) == 0


def test_without_a_price_on_file_nothing_is_quoted() -> None:
    world = World(data=replace(demo_data(), prices=()))

    assert "pharmacist" in refused("NO_PRICE", world.quoted)


def test_a_pharmacy_that_never_opens_is_refused() -> None:
    data = demo_data()
    closed = WeeklyHours(None, None, None)
    world = World(data=replace(data, pharmacies=tuple(replace(each, hours=closed) for each in data.pharmacies)))

    refused("PHARMACY_CLOSED", world.quoted)


def test_a_quote_belongs_to_a_conversation_of_its_patient(world: World) -> None:
    session = world.sessions.start("patient_002")
    for session_id in (session.session_id, "no-such-session"):
        with pytest.raises(SessionNotFoundError):
            world.orders.quote(session_id, *LISINOPRIL, CVS)


# --- submit


def test_a_confirmed_quote_becomes_an_order_with_its_consent_and_its_first_event(world: World) -> None:
    quote = world.quoted()
    world.wait(minutes=2)
    order = world.submitted(quote)

    assert (order.patient_id, order.rx_number, order.fill_number) == (PATIENT, "RX100101", 4)
    assert (order.quantity, order.amount, order.medication) == (30, "30 tablets", "lisinopril 10 mg tablet")
    assert (order.pharmacy_id, order.pharmacy_name) == (CVS, "CVS Pharmacy Congress")
    assert order.patient_pays == quote.patient_pays
    assert order.status is OrderStatus.SUBMITTED
    assert order.created_at == order.updated_at == world.at
    assert order.ready_at == world.at + timedelta(minutes=20)
    assert world.orders.get(PATIENT, order.order_id) == order
    assert rows(world) == (1, 1, 1)
    assert [(step.status, step.at, step.actor) for step in world.orders.events(order.order_id)] == [
        (OrderStatus.SUBMITTED, world.at, "patient")
    ]


def test_a_repeat_is_answered_with_the_same_order_however_late(world: World) -> None:
    quote = world.quoted()
    consent = world.consent(quote)
    order = world.orders.submit(quote, consent)
    world.wait(hours=5)

    assert world.orders.submit(quote, consent) == order
    assert rows(world) == (1, 1, 1)


def test_the_same_fill_confirmed_on_the_same_terms_in_two_conversations_is_one_order(world: World) -> None:
    first, second = world.quoted(), world.quoted()
    order = world.submitted(second)

    assert world.submitted(second) == order
    assert rows(world) == (1, 1, 1)
    assert first.quote_id != second.quote_id


def test_a_yes_to_one_pharmacy_is_not_answered_with_an_order_at_another(world: World) -> None:
    first, second = world.quoted(), world.quoted(pharmacy_id=HEB)
    world.submitted(first)

    refused("ALREADY_ORDERED", lambda: world.submitted(second))
    assert rows(world) == (1, 1, 1)


def test_an_order_that_would_be_ready_much_later_is_asked_about_again(world: World) -> None:
    world.wait(hours=11)  # half past nine in the evening; CVS closes at ten
    quote = world.quoted()
    world.wait(minutes=25)

    refused("QUOTE_SUPERSEDED", lambda: world.submitted(quote))


def test_a_quote_from_the_future_is_not_current(world: World) -> None:
    quote = world.quoted()
    world.wait(hours=-1)

    refused("NO_CONSENT", lambda: world.submitted(quote))
    refused("QUOTE_EXPIRED", lambda: check_current(quote, world.now(), OrderRepository(None)))


@pytest.mark.parametrize(
    "changes",
    [{"given_at": MORNING.replace(tzinfo=None)}, {"given_at": MORNING + timedelta(days=1)}, {"means": "telepathy"}],
    ids=["without a zone", "tomorrow", "by unknown means"],
)
def test_a_consent_that_cannot_be_is_none(world: World, changes: dict[str, Any]) -> None:
    quote = world.quoted()

    refused("NO_CONSENT", lambda: world.orders.submit(quote, replace(world.consent(quote), **changes)))
    assert rows(world) == (0, 0, 0)


def test_a_conversation_that_has_ended_orders_nothing(world: World) -> None:
    quote = world.quoted()
    world.sessions.end(quote.session_id)

    refused("NO_CONSENT", lambda: world.submitted(quote))
    with pytest.raises(SessionNotFoundError):
        world.quoted(session_id=quote.session_id)


@pytest.mark.parametrize(
    "changes",
    [
        {"quote_id": "QT-0000-0000"},
        {"patient_pays": Decimal(0)},
        {"quantity": -30},
        {"quantity": 900},
        {"pharmacy_id": HEB},
        {"patient_id": "patient_002"},
        {"rx_number": "RX100103"},
        {"fill_number": 5},
    ],
)
def test_a_quote_that_is_not_the_one_shown_is_refused(world: World, changes: dict[str, object]) -> None:
    quote = world.quoted()
    forged = replace(quote, **changes)  # type: ignore[arg-type]

    refused("QUOTE_MISMATCH", lambda: world.submitted(forged))
    assert rows(world) == (0, 0, 0)


def test_consent_must_be_to_this_quote_in_its_conversation_after_it_was_shown(world: World) -> None:
    quote = world.quoted()
    other = world.quoted(("patient_001", "RX100103"))
    consent = world.consent(quote)
    for wrong in (
        world.consent(other),
        replace(consent, quote_id=other.quote_id),
        replace(consent, session_id=other.session_id),
        replace(consent, session_id="no-such-session"),
        replace(consent, given_at=quote.quoted_at - timedelta(microseconds=1)),
    ):
        refused("NO_CONSENT", lambda wrong=wrong: world.orders.submit(quote, wrong))  # type: ignore[misc]
    assert rows(world) == (0, 0, 0)


def test_a_quote_holds_for_thirty_minutes(world: World) -> None:
    in_time, too_late = world.quoted(), world.quoted(("patient_001", "RX100103"))
    world.wait(minutes=30)
    world.submitted(in_time)
    world.wait(seconds=1)

    refused("QUOTE_EXPIRED", lambda: world.submitted(too_late))
    assert rows(world) == (1, 1, 1)


def test_only_the_newest_quote_of_a_conversation_for_a_prescription_counts(world: World) -> None:
    old = world.quoted()
    other_prescription = world.quoted(("patient_001", "RX100103"), session_id=old.session_id)
    new = world.quoted(pharmacy_id=HEB, session_id=old.session_id)

    refused("QUOTE_SUPERSEDED", lambda: world.submitted(old))
    assert world.submitted(new).pharmacy_id == HEB
    assert world.submitted(other_prescription).rx_number == "RX100103"


def test_a_quote_whose_order_was_cancelled_cannot_be_used_again(world: World) -> None:
    quote = world.quoted()
    order = world.submitted(quote)
    world.orders.cancel(PATIENT, order.order_id)

    refused("QUOTE_USED", lambda: world.submitted(quote))
    again = world.ordered()
    assert again.order_id != order.order_id
    assert again.fill_number == order.fill_number


def test_the_rules_are_asked_again_when_the_order_is_placed(world: World) -> None:
    quote = world.quoted()
    # The pharmacist stops the prescription between the quote and the yes.
    data = demo_data()
    stopped = tuple(
        replace(each, status="discontinued") if each.rx_number == quote.rx_number else each
        for each in data.prescriptions
    )
    later = World(data=replace(data, prescriptions=stopped), store=world.store)

    refused("EXPIRED", lambda: later.submitted(quote))
    assert rows(world) == (0, 0, 0)


def test_another_price_than_the_one_agreed_to_is_refused(world: World) -> None:
    quote = world.quoted(("patient_004", "RX100403"), HEB)
    later = World(data=with_dearer_prices(demo_data()), store=world.store)

    refused("PRICE_CHANGED", lambda: later.submitted(quote))
    assert rows(world) == (0, 0, 0)


def test_a_prescription_that_was_changed_since_the_quote_is_refused(world: World) -> None:
    quote = world.quoted()
    data = demo_data()
    changed = tuple(
        replace(each, refills_remaining=2) if each.rx_number == quote.rx_number else each for each in data.prescriptions
    )
    later = World(data=replace(data, prescriptions=changed), store=world.store)

    refused("QUOTE_SUPERSEDED", lambda: later.submitted(quote))


def test_the_last_pack_goes_to_who_confirms_first(world: World) -> None:
    first, second = world.quoted(INSULIN, WALMART), world.quoted(INSULIN_OF_ANOTHER, WALMART)
    world.submitted(second)

    refused("OUT_OF_STOCK", lambda: world.submitted(first))
    assert rows(world) == (1, 1, 1)


# --- cancel, advance and look


def test_a_cancelled_order_gives_back_its_refill_and_stays_cancelled(world: World) -> None:
    order = world.ordered()
    assert world.refills_left() == 2
    world.wait(minutes=1)
    cancelled = world.orders.cancel(PATIENT, order.order_id)

    assert cancelled == replace(order, status=OrderStatus.CANCELLED, updated_at=world.at.astimezone(UTC))
    assert world.refills_left() == 3
    assert world.orders.cancel(PATIENT, order.order_id) == cancelled
    assert [step.status for step in world.orders.events(order.order_id)] == ["SUBMITTED", "CANCELLED"]


@pytest.mark.parametrize("steps", range(5))
def test_an_order_can_be_cancelled_only_before_it_is_filled(world: World, steps: int) -> None:
    order = world.advanced(world.ordered(), PHARMACY_STEPS[:steps])
    if steps < 2:
        assert world.orders.cancel(PATIENT, order.order_id).status is OrderStatus.CANCELLED
    else:
        message = refused("NOT_CANCELLABLE", lambda: world.orders.cancel(PATIENT, order.order_id))
        assert "CVS Pharmacy Congress" in message
        assert world.orders.get(PATIENT, order.order_id) == order


def test_an_order_of_another_patient_is_not_told_apart_from_none(world: World) -> None:
    order = world.ordered()
    answers = set()
    for order_id in (order.order_id, "RF-0000-0000"):
        for act in (world.orders.get, world.orders.cancel):
            with pytest.raises(OrderNotFoundError) as raised:
                act("patient_002", order_id)
            answers.add(str(raised.value))

    assert len(answers) == 1
    assert world.orders.get(PATIENT, order.order_id) == order


def test_the_pharmacy_takes_its_steps_in_their_order(world: World) -> None:
    order = world.ordered()
    with pytest.raises(TransitionError):
        world.orders.advance(order.order_id, OrderStatus.READY, "pharmacist")
    with pytest.raises(OrderNotFoundError):
        world.orders.advance("RF-0000-0000", OrderStatus.VERIFYING, "pharmacist")
    done = world.advanced(order, PHARMACY_STEPS)

    assert done.status is OrderStatus.PICKED_UP
    assert world.orders.advance(order.order_id, OrderStatus.PICKED_UP, "pharmacist") == done
    with pytest.raises(TransitionError):
        world.orders.advance(order.order_id, OrderStatus.CANCELLED, "pharmacist")
    steps = world.orders.events(order.order_id)
    assert [step.status for step in steps] == [OrderStatus.SUBMITTED, *PHARMACY_STEPS]
    assert [step.actor for step in steps] == ["patient", *["pharmacist"] * 4]


def test_a_patients_orders_are_listed_newest_first(world: World) -> None:
    first, second = world.ordered(), world.ordered(("patient_001", "RX100103"))
    world.ordered(INSULIN, HEB)

    assert world.orders.for_patient(PATIENT) == (second, first)
    assert world.orders.for_patient("patient_009") == ()
    assert world.orders.events("RF-0000-0000") == ()


def test_a_fill_that_was_given_back_is_the_next_one_ordered(world: World) -> None:
    def order_after(days: int) -> Order:
        world.wait(days=days)
        return world.ordered()

    first, second = order_after(0), order_after(30)
    assert (first.fill_number, second.fill_number) == (4, 5)
    world.orders.cancel(PATIENT, first.order_id)

    assert order_after(30).fill_number == 4
    assert order_after(30).fill_number == 6
    world.wait(days=30)
    refused("NO_REFILLS", world.quoted)


def test_a_quote_is_found_only_in_its_own_conversation_and_leads_to_its_order(world: World) -> None:
    quote = world.quoted()

    assert world.orders.find_quote(quote.session_id, quote.quote_id) == quote
    other = world.sessions.start(PATIENT).session_id
    refused("QUOTE_MISMATCH", lambda: world.orders.find_quote(other, quote.quote_id))
    assert world.orders.order_of_quote(quote.quote_id) is None
    assert world.submitted(quote) == world.orders.order_of_quote(quote.quote_id)
