"""What any store must do with a change: keep all of it or nothing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy import event

from rxflow.domain.errors import StoreUnavailableError
from rxflow.persistence.engine import Store
from rxflow.persistence.order_repository import OrderRepository
from rxflow.persistence.session_repository import SessionRepository, Turn
from rxflow.persistence.transaction import Transaction
from tests.contract.records import NOW, a_quote, a_session, keep_session
from tests.support.stores import open_store


def write(store: Store, change: Callable[[Transaction], object]) -> None:
    with store.write() as tx:
        keep_session(tx)
        change(tx)


def fail(_tx: Transaction) -> None:
    raise KeyError("in the middle")


def test_a_write_that_raises_leaves_nothing(store: Store) -> None:
    with pytest.raises(KeyError):
        write(store, fail)
    with store.read() as tx:
        assert SessionRepository(tx).get("session-1") is None


def test_a_naive_time_is_refused(store: Store) -> None:
    turn = Turn("session-1", 0, datetime(2026, 3, 2, 10), "hi", "Hello.", "START")
    with pytest.raises(ValueError, match="without a time zone"):
        write(store, lambda tx: SessionRepository(tx).add_turn(turn))


@pytest.mark.parametrize("price", [0.1, 3, Decimal("NaN")])
def test_money_that_is_not_a_finite_decimal_is_refused(store: Store, price: Decimal) -> None:
    quote = replace(a_quote(), cash_price=price)
    with pytest.raises(ValueError, match="finite Decimal"):
        write(store, lambda tx: OrderRepository(tx).add_quote(quote))


def test_writers_of_one_conversation_in_many_threads_follow_each_other(store: Store) -> None:
    with store.write() as tx:
        keep_session(tx)

    def say_ten_things() -> None:
        for _ in range(10):
            with store.write("session-1") as tx:
                SessionRepository(tx).add_turn(Turn("session-1", 0, NOW, "hi", "Hello.", "START"))

    threads = [Thread(target=say_ten_things) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with store.read() as tx:
        numbers = [turn.number for turn in SessionRepository(tx).turns("session-1")]
    assert numbers == list(range(1, 41))


def test_what_was_written_is_there_when_the_store_is_opened_again(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'rxflow.db'}"
    first = open_store(url)
    with first.write() as tx:
        keep_session(tx)
    first.close()

    second = open_store(url)
    with second.read() as tx:
        assert SessionRepository(tx).get("session-1") == a_session()
    second.close()


def test_a_probe_sends_the_database_a_statement(store: Store) -> None:
    sent: list[str] = []
    event.listen(store.engine, "before_cursor_execute", lambda *given: sent.append(given[2]))
    store.probe()

    assert "SELECT 1" in sent


def test_a_probe_needs_the_write_lock(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'rxflow.db'}"
    holder, other = open_store(url), open_store(url, busy_timeout_ms=20)
    with holder.write(), pytest.raises(StoreUnavailableError, match="locked"):
        other.probe()
    other.probe()
    holder.close()
    other.close()
