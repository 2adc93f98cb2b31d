"""The figures for the pharmacy on every store: a small history, and exactly what is counted of it."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import event

from rxflow.domain.finding import Route
from rxflow.persistence.engine import Store
from rxflow.services.insights import Insights, InsightsService, Savings, Wanted
from tests.support.histories import History

ZONE = ZoneInfo("America/Chicago")
SINCE = datetime(2026, 3, 2, 6, 0, tzinfo=UTC)
UNTIL = SINCE + timedelta(days=3)
DAY_1, DAY_2 = date(2026, 3, 2), date(2026, 3, 3)
LATE = datetime(2026, 3, 3, 5, 59, tzinfo=UTC)
"""A minute before midnight at the pharmacies."""


@pytest.fixture
def history(store: Store) -> Store:
    """Nine conversations: three orders in the period, of which one is cancelled."""
    with store.write() as tx:
        for each in (
            # Two pharmacies quoted, the cheaper one chosen; 90 seconds.
            History(tx, 1)
            .asked()
            .assessed("INTERACTION")
            .after(30)
            .asked("goodrx_price_lookup")
            .quoted("9.50", cash="15.00")
            .after(30)
            .asked()
            .quoted("7.25", cash="12.00", pharmacy="PH002")
            .after(30)
            .ordered(),
            # Asked before midnight and ordered after it; 300 seconds.
            History(tx, 2, LATE).asked().assessed().after(60).quoted("20.00").after(240).ordered(),
            # Ordered, and cancelled later: an order, but nothing is saved; 200 seconds.
            History(tx, 3).asked().assessed().after(100).quoted("1.00").after(100).ordered(is_cancelled=True),
            # Quoted, then refused when it was to be placed.
            History(tx, 4).asked().assessed().after(60).quoted("5.00").after(60).refused("PRICE_CHANGED"),
            # Chosen, and nothing came of it.
            History(tx, 5, LATE + timedelta(minutes=2)).asked().assessed("ALLERGY"),
            # Stopped by a rule, twice for the same reason.
            History(tx, 6)
            .asked()
            .assessed("TOO_SOON", "INTERACTION", stopped_by="TOO_SOON")
            .asked()
            .assessed("TOO_SOON", stopped_by="TOO_SOON"),
            History(tx, 7).asked().assessed("NO_REFILLS", stopped_by="NO_REFILLS").case(Route.PRESCRIBER),
            # No request: an emergency.
            History(tx, 8).stopped().case(Route.PHARMACIST),
            # Out of the period.
            History(tx, 9, UNTIL).asked().assessed().quoted("1.00").ordered(),
        ):
            each.keep()
    return store


def figures(store: Store, smallest: int = 1, **wanted: Any) -> Insights:
    service = InsightsService(store=store, zone=ZONE, smallest=smallest)
    return service.figures(Wanted(SINCE, UNTIL, **wanted))


def test_a_small_history_is_counted_exactly(history: Store) -> None:
    assert figures(history) == Insights(
        steps={"requested": 7, "chosen": 5, "quoted": 4, "ordered": 3},
        stops={"EMERGENCY": 1, "NO_REFILLS": 1, "PRICE_CHANGED": 1, "TOO_SOON": 1},
        cases={"pharmacist": 1, "prescriber": 1},
        pharmacies={"PH001": 2, "PH002": 1},
        requests_by_day={DAY_1: 6, DAY_2: 1},
        orders_by_day={DAY_1: 2, DAY_2: 1},
        seconds_median=200,
        seconds_p90=300,
        savings=Savings(orders=2, below_cash=Decimal("4.75"), below_dearest=Decimal("2.25")),
    )


@pytest.mark.parametrize(
    ("wanted", "steps", "stops", "orders"),
    [
        ({"route": Route.PRESCRIBER}, [1, 0, 0, 0], {"NO_REFILLS": 1}, {}),
        ({"route": Route.INSURER}, [0, 0, 0, 0], {}, {}),
        ({"code": "TOO_SOON"}, [1, 0, 0, 0], {"TOO_SOON": 1}, {}),
        ({"code": "EMERGENCY"}, [0, 0, 0, 0], {"EMERGENCY": 1}, {}),
        ({"code": "PRICE_CHANGED"}, [1, 1, 1, 0], {"PRICE_CHANGED": 1}, {}),
        ({"pharmacy_id": "PH002"}, [1, 1, 1, 1], {}, {"PH002": 1}),
        ({"pharmacy_id": "PH001", "code": "PRICE_CHANGED"}, [1, 1, 1, 0], {"PRICE_CHANGED": 1}, {}),
        ({"pharmacy_id": "PH002", "code": "PRICE_CHANGED"}, [0, 0, 0, 0], {}, {}),
    ],
)
def test_a_filter_keeps_whole_conversations(
    history: Store, wanted: dict[str, Any], steps: list[int], stops: dict[str, int], orders: dict[str, int]
) -> None:
    found = figures(history, **wanted)

    assert list(found.steps.values()) == steps
    assert (found.stops, found.pharmacies) == (stops, orders)


def test_a_period_without_conversations_is_empty(store: Store) -> None:
    found = figures(store)

    assert set(found.steps.values()) == {0}
    assert (found.requests_by_day, found.stops, found.seconds_median, found.savings) == ({}, {}, None, None)


def test_the_end_of_a_period_is_not_in_it(history: Store) -> None:
    service = InsightsService(store=history, zone=ZONE, smallest=1)

    assert service.figures(Wanted(UNTIL, UNTIL + timedelta(microseconds=1))).steps["ordered"] == 1
    assert service.figures(Wanted(SINCE, UNTIL)).steps["ordered"] == 3


def test_the_pharmacies_to_choose_from_are_those_that_were_quoted(history: Store) -> None:
    service = InsightsService(store=history, zone=ZONE, smallest=1)

    assert service.pharmacies(Wanted(SINCE, UNTIL)) == ("PH001", "PH002")
    assert service.pharmacies(Wanted(SINCE - timedelta(days=1), SINCE)) == ()


def test_small_counts_are_not_told_nor_what_they_follow_from(history: Store) -> None:
    found = figures(history, smallest=3)

    # 7, 5, 4, 3: two fewer, then one fewer, than the step before would tell of two and of one.
    assert found.steps == {"requested": 7, "chosen": None, "quoted": 4, "ordered": None}
    assert set(found.stops.values()) == {None}
    assert found.requests_by_day == {DAY_1: None, DAY_2: None}
    assert found.savings is None
    assert (found.seconds_median, found.seconds_p90) == (200, 300)
    assert figures(history, smallest=4).seconds_median is None


def test_as_many_statements_are_asked_whatever_the_number_of_conversations(history: Store) -> None:
    asked: list[str] = []
    event.listen(history.engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
    figures(history)

    assert len([statement for statement in asked if statement.startswith("SELECT")]) <= 6
