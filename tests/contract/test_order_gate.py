"""The order gate on every store: many at once, and a store that fails in the middle."""

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any

import psycopg
import pytest
from sqlalchemy import func, select

from rxflow.domain.errors import OrderRefusedError, StoreUnavailableError, TransitionError
from rxflow.domain.order import Order
from rxflow.persistence.engine import Store
from rxflow.persistence.order_repository import OrderRepository
from rxflow.persistence.tables import CONSENTS, ORDER_EVENTS, ORDERS
from tests.support.stores import open_store
from tests.unit.services.pharmacy_world import INSULIN, INSULIN_OF_ANOTHER, LISINOPRIL, PHARMACY_STEPS, WALMART, World


def rows(store: Store) -> tuple[int, ...]:
    """How many consents, orders and events are kept."""
    with store.read() as tx:
        counts = (tx.scalar(select(func.count()).select_from(each)) for each in (CONSENTS, ORDERS, ORDER_EVENTS))
        return tuple(count or 0 for count in counts)


def at_once(*acts: Callable[[], Order]) -> list[Order | OrderRefusedError]:
    barrier = Barrier(len(acts))

    def run(act: Callable[[], Order]) -> Order | OrderRefusedError:
        barrier.wait()
        try:
            return act()
        except OrderRefusedError as refused:
            return refused

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(run, acts))


def step_or_refusal(world: World, order: Order) -> Order:
    try:
        return world.advanced(order, PHARMACY_STEPS[1:2])
    except TransitionError as error:
        raise OrderRefusedError(error.code, str(error)) from error


def test_one_quote_confirmed_many_times_at_once_is_one_order(store: Store) -> None:
    world = World(store=store)
    quote = world.quoted()
    answers = at_once(*[lambda: world.submitted(quote)] * 8)

    assert len(set(answers)) == 1
    assert isinstance(answers[0], Order)
    assert rows(store) == (1, 1, 1)


def test_one_fill_confirmed_in_many_conversations_at_once_is_one_order(store: Store) -> None:
    world = World(store=store)
    quotes = [world.quoted() for _ in range(4)]
    answers = at_once(*[lambda quote=quote: world.submitted(quote) for quote in quotes])

    assert len(set(answers)) == 1
    assert rows(store) == (1, 1, 1)


def test_the_last_pack_confirmed_by_two_at_once_is_one_order_and_one_out_of_stock(store: Store) -> None:
    world = World(store=store)
    first, second = world.quoted(INSULIN, WALMART), world.quoted(INSULIN_OF_ANOTHER, WALMART)
    answers = at_once(lambda: world.submitted(first), lambda: world.submitted(second))

    refused = [answer for answer in answers if isinstance(answer, OrderRefusedError)]
    assert [each.code for each in refused] == ["OUT_OF_STOCK"]
    assert rows(store) == (1, 1, 1)


def test_a_cancel_and_a_pharmacys_step_at_once_leave_one_history(store: Store) -> None:
    world = World(store=store)
    order = world.advanced(world.ordered(), PHARMACY_STEPS[:1])
    answers = at_once(
        lambda: world.orders.cancel(order.patient_id, order.order_id),
        lambda: step_or_refusal(world, order),
    )
    kept = world.orders.get(order.patient_id, order.order_id)
    steps = world.orders.events(order.order_id)

    assert kept in answers
    assert [step.number for step in steps] == [1, 2, 3]
    assert steps[-1].status is kept.status


@pytest.mark.parametrize("step", ["add_order", "_add_event"])
def test_a_failure_in_the_middle_of_placing_an_order_keeps_nothing(
    store: Store, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = World(store=store)
    quote = world.quoted()
    write = getattr(OrderRepository, step)

    def write_and_fail(repository: OrderRepository, *arguments: object, **named: object) -> None:
        write(repository, *arguments, **named)
        raise RuntimeError("the process dies here")

    with monkeypatch.context() as patch:
        patch.setattr(OrderRepository, step, write_and_fail)
        with pytest.raises(RuntimeError):
            world.submitted(quote)

    assert rows(store) == (0, 0, 0)
    assert world.refills_left() == 3
    assert world.submitted(quote) == world.orders.for_patient(LISINOPRIL[0])[0]


def test_a_commit_that_fails_is_never_a_success(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    world = World(store=store)
    quote = world.quoted()

    def full(_dialect: object, connection: Any) -> None:
        # As a server or SQLite does that cannot extend a file: the transaction is undone and the driver raises.
        connection.rollback()
        is_server = store.engine.dialect.name == "postgresql"
        raise psycopg.errors.DiskFull("full") if is_server else sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(type(store.engine.dialect), "do_commit", full)
        with pytest.raises(StoreUnavailableError, match="could not be written"):
            world.submitted(quote)

    assert rows(store) == (0, 0, 0)


def test_a_locked_store_places_nothing_and_the_quote_still_holds(tmp_path: Path) -> None:
    file = tmp_path / "rxflow.db"
    world = World(store=open_store(f"sqlite:///{file}", busy_timeout_ms=20))
    quote = world.quoted()
    blocker = sqlite3.connect(file, isolation_level=None)
    blocker.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreUnavailableError, match="locked"):
        world.submitted(quote)
    blocker.rollback()
    blocker.close()

    assert rows(world.store) == (0, 0, 0)
    assert world.submitted(quote).status == "SUBMITTED"


def test_a_read_only_store_places_and_cancels_nothing(tmp_path: Path) -> None:
    file = tmp_path / "rxflow.db"
    world = World(f"sqlite:///{file}")
    placed, quote = world.ordered(), world.quoted(("patient_001", "RX100103"))
    read_only = World(f"sqlite:///file:{file}?mode=ro&uri=true")

    with pytest.raises(StoreUnavailableError, match="readonly"):
        read_only.submitted(quote)
    with pytest.raises(StoreUnavailableError, match="readonly"):
        read_only.orders.cancel(placed.patient_id, placed.order_id)
    assert read_only.orders.for_patient(placed.patient_id) == (placed,)
