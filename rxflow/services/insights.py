"""Figures for the pharmacy: what became of the conversations of a period, in numbers alone."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from rxflow.persistence.engine import Store
from rxflow.persistence.insight_repository import InsightRepository, Milestones, Prices, Wanted

__all__ = ["Insights", "InsightsService", "Savings", "Wanted"]

STEPS = ("requested", "chosen", "quoted", "ordered")
"""From the request to the order; a conversation counts for a step if it came to it and to each before it."""
Key = TypeVar("Key", date, str)
Count = int | None
"""How many; None where it is too small to be told."""


@dataclass(frozen=True, slots=True)
class Savings:
    """What patients paid less, over the orders of the period that are not cancelled. Money is US dollars.

    Attributes:
        orders: How many orders.
        below_cash: The price without insurance at the chosen pharmacy, less what the patient pays there, summed; what
            the plan pays is in it.
        below_dearest: The most that the patient would have paid by a quote that they were shown in the same
            conversation for the same fill, less what they pay, summed; 0 for an order of which one quote was shown.
    """

    orders: int
    below_cash: Decimal
    below_dearest: Decimal


@dataclass(frozen=True, slots=True)
class Insights:
    """The figures of a period.

    Attributes:
        steps: Conversations by `STEPS`.
        stops: Conversations in which a rule or a refusal stopped a refill, by its code; one can have several.
        cases: Conversations in which a case was opened, by who can resolve it.
        pharmacies: Orders by pharmacy.
        requests_by_day: Conversations by the day of their first request, at the pharmacies.
        orders_by_day: Those of them that came to an order, by the day of the first one.
        seconds_median: From the first request to the first order, in the middle of those conversations; None where
            there are too few.
        seconds_p90: The same, at most so long in nine of ten.
        savings: None where there are too few orders.
    """

    steps: Mapping[str, Count]
    stops: Mapping[str, Count]
    cases: Mapping[str, Count]
    pharmacies: Mapping[str, Count]
    requests_by_day: Mapping[date, Count]
    orders_by_day: Mapping[date, Count]
    seconds_median: int | None
    seconds_p90: int | None
    savings: Savings | None


@dataclass(slots=True)
class _Tally:
    """Conversations, added up one by one: as large as the days and the different durations, not as their number."""

    zone: ZoneInfo
    steps: list[int] = field(default_factory=lambda: [0] * len(STEPS))
    requests: Counter[date] = field(default_factory=Counter)
    orders: Counter[date] = field(default_factory=Counter)
    seconds: Counter[int] = field(default_factory=Counter)

    def add(self, conversation: Milestones) -> None:
        times = (
            conversation.requested_at,
            conversation.chosen_at,
            conversation.quoted_at,
            conversation.ordered_at,
        )
        came_to = next((number for number, at in enumerate(times) if at is None), len(STEPS))
        for number in range(came_to):
            self.steps[number] += 1
        self.requests[conversation.requested_at.astimezone(self.zone).date()] += 1
        ordered_at = conversation.ordered_at
        if came_to == len(STEPS) and ordered_at is not None:
            self.orders[ordered_at.astimezone(self.zone).date()] += 1
            # A clock that was set back meanwhile makes nobody faster than at once.
            self.seconds[max(0, round((ordered_at - conversation.requested_at).total_seconds()))] += 1


class InsightsService:
    """Counts what became of conversations.

    Args:
        zone: The pharmacies' time zone: what a day is.
        smallest: Counts below it, but 0, are not told, nor what they could be computed from. Source: CMS cell size
            suppression policy (no cell of 10 or less is displayed, and none from which one can be derived; ResDAC);
            45 CFR 164.514(b) (information that identifies nobody).
    """

    def __init__(self, *, store: Store, zone: ZoneInfo, smallest: int) -> None:
        self._store = store
        self._zone = zone
        self.smallest = smallest

    def figures(self, wanted: Wanted) -> Insights:
        """The figures of a period, by six statements however many conversations there were.

        Raises:
            StoreUnavailableError: The database cannot be read.
        """
        tally = _Tally(self._zone)
        with self._store.read() as tx:
            found = InsightRepository(tx, wanted)
            for conversation in found.conversations():
                tally.add(conversation)
            stops, cases, pharmacies = found.stops(), found.cases(), found.orders()
            savings = _savings(found.prices())
        are_enough = tally.seconds.total() >= self.smallest
        return Insights(
            steps=dict(zip(STEPS, told_steps(tally.steps, self.smallest), strict=True)),
            stops=told(stops, self.smallest),
            cases=told(cases, self.smallest),
            pharmacies=told(pharmacies, self.smallest),
            requests_by_day=told(tally.requests, self.smallest),
            orders_by_day=told(tally.orders, self.smallest),
            seconds_median=_at_most(tally.seconds, 50) if are_enough else None,
            seconds_p90=_at_most(tally.seconds, 90) if are_enough else None,
            savings=savings if savings.orders >= self.smallest else None,
        )

    def pharmacies(self, wanted: Wanted) -> tuple[str, ...]:
        """The ids of the pharmacies that were quoted in a period.

        Raises:
            StoreUnavailableError: The database cannot be read.
        """
        with self._store.read() as tx:
            return InsightRepository(tx, wanted).quoted_pharmacies()

    def as_csv(self, insights: Insights) -> str:
        """The figures as a table of figure, group and value. A count that is not told is `<` and the least one."""
        file = io.StringIO()
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("figure", "group", "value"))
        writer.writerows(_lines(insights, f"<{self.smallest}"))
        return file.getvalue()


def told(counts: Mapping[Key, int], smallest: int) -> dict[Key, Count]:
    """Counts in the order of their keys, without those that are too small.

    Where one alone would be left out, the next smallest is left out too: it could be computed from their sum.
    """
    hidden = {key for key, count in counts.items() if 0 < count < smallest}
    if len(hidden) == 1 and len(counts) > 1:
        hidden.add(min((key for key in counts if key not in hidden), key=lambda key: counts[key]))
    return {key: None if key in hidden else counts[key] for key in sorted(counts)}


def told_steps(counts: Sequence[int], smallest: int) -> Iterator[Count]:
    """Counts of which each is a part of the one before, without those that are too small, or too little less."""
    last: int | None = None
    for count in counts:
        is_hidden = 0 < count < smallest or (last is not None and 0 < last - count < smallest)
        yield None if is_hidden else count
        last = last if is_hidden else count


def _savings(orders: Iterable[Prices]) -> Savings:
    count, below_cash, below_dearest = 0, Decimal(0), Decimal(0)
    for prices in orders:
        count += 1
        below_cash += prices.cash - prices.paid
        below_dearest += prices.dearest - prices.paid
    return Savings(count, below_cash, below_dearest)


def _at_most(seconds: Counter[int], percent: int) -> int | None:
    """The least duration that so many of a hundred do not exceed (nearest rank); None where there is none."""
    rank = -(-seconds.total() * percent // 100)
    reached = 0
    for duration in sorted(seconds):
        reached += seconds[duration]
        if reached >= rank:
            return duration
    return None


def _lines(insights: Insights, hidden: str) -> Iterator[tuple[str, object, object]]:
    counted: dict[str, Mapping[Any, Count]] = {
        "conversations": insights.steps,
        "stopped by": insights.stops,
        "cases for": insights.cases,
        "orders at": insights.pharmacies,
        "requests on": insights.requests_by_day,
        "orders on": insights.orders_by_day,
    }
    for figure, counts in counted.items():
        for group, count in counts.items():
            yield figure, group, hidden if count is None else count
    yield "seconds to the order", "median", insights.seconds_median if insights.seconds_median is not None else ""
    yield "seconds to the order", "p90", insights.seconds_p90 if insights.seconds_p90 is not None else ""
    savings = insights.savings
    for name in ("orders", "below_cash", "below_dearest"):
        yield "savings", name, "" if savings is None else getattr(savings, name)
