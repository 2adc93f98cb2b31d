"""What any store must do with the tokens that were used: no count is lost, and none outlives its use."""

from datetime import date, timedelta
from threading import Thread

from sqlalchemy import func, select

from rxflow.persistence.engine import Store
from rxflow.persistence.token_repository import TokenRepository
from rxflow.persistence.token_tables import TOKEN_COUNTS
from rxflow.services.token_budget import DAY_TOKENS, SESSION_TOKENS, TokenBudget
from tests.support.stores import open_store

TODAY = date(2026, 3, 4)


def budget(store: Store, per_session: int = 0, per_day: int = 0, today: date = TODAY) -> TokenBudget:
    return TokenBudget(store=store, per_session=per_session, per_day=per_day, today=lambda: today)


def test_tokens_are_counted_for_a_conversation_and_for_the_day(store: Store) -> None:
    both = budget(store, per_session=100, per_day=150)
    assert both.used_up("one") is None
    both.add("one", 99)
    assert both.used_up("one") is None
    both.add("one", 1)
    assert (both.used_up("one"), both.used_up("two")) == (SESSION_TOKENS, None)
    both.add("two", 50)

    assert (both.used_up("one"), both.used_up("two"), both.used_up("three")) == (DAY_TOKENS,) * 3


def test_a_new_day_has_a_budget_of_its_own_and_a_conversation_keeps_its_own(store: Store) -> None:
    budget(store, per_day=10, per_session=10).add("one", 10)
    tomorrow = budget(store, per_day=10, per_session=10, today=TODAY + timedelta(days=1))

    assert (tomorrow.used_up("two"), tomorrow.used_up("one")) == (None, SESSION_TOKENS)


def test_without_a_limit_nothing_is_counted(store: Store) -> None:
    budget(store).add("one", 10)
    with store.read() as tx:
        assert tx.scalar(select(func.count()).select_from(TOKEN_COUNTS)) == 0
    assert budget(store).used_up("one") is None


def test_counts_that_nothing_asks_for_any_more_are_removed(store: Store) -> None:
    budget(store, per_day=10).add("old", 1)
    budget(store, per_day=10, today=TODAY + timedelta(days=3)).add("new", 1)
    with store.read() as tx:
        assert TokenRepository(tx).of_session("old") == 0
        assert TokenRepository(tx).of_session("new") == 1
        assert tx.scalar(select(func.count()).select_from(TOKEN_COUNTS)) == 2


def test_no_row_tells_which_conversation_it_is_of(store: Store) -> None:
    budget(store, per_session=10).add("a-conversation", 1)
    with store.read() as tx:
        assert "a-conversation" not in str(tx.execute(select(TOKEN_COUNTS)).all())


def test_no_count_of_another_process_is_lost(store: Store, store_url: str) -> None:
    other = store if store_url == "sqlite://" else open_store(store_url)

    def count(mine: Store) -> None:
        for _ in range(20):
            budget(mine, per_day=1).add("one", 3)

    threads = [Thread(target=count, args=(each,)) for each in (store, other)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.read() as tx:
        assert TokenRepository(tx).of_day(TODAY) == 120
    if other is not store:
        other.close()
