"""When an order can be picked up."""

from dataclasses import replace
from datetime import datetime, time

import pytest

from rxflow.domain.pharmacy import OpeningHours, Pharmacy, WeeklyHours
from rxflow.services.ready_time import ready_time
from tests.unit.services.pharmacy_world import ZONE, World

HOURS = WeeklyHours(OpeningHours.parse("08:00-22:00"), OpeningHours.parse("09:00-20:00"), None)
ALWAYS = OpeningHours.parse("00:00-24:00")


def a_pharmacy(hours: WeeklyHours = HOURS, wait_minutes: int | None = 20) -> Pharmacy:
    pharmacy = World().pharmacies.get("PH001")
    assert pharmacy is not None
    return replace(pharmacy, hours=hours, wait_minutes=wait_minutes)


def local(day: int, hour: int, minute: int = 0, second: int = 0) -> datetime:
    return datetime(2026, 3, day, hour, minute, second, tzinfo=ZONE)  # 2 March is a Monday


@pytest.mark.parametrize(
    ("now", "ready"),
    [
        (local(2, 10), local(2, 10, 20)),  # open
        (local(2, 10, 0, 1), local(2, 10, 21)),  # a whole minute
        (local(2, 7), local(2, 8, 20)),  # before it opens
        (local(2, 21, 50), local(3, 8, 20)),  # closes before it would be ready
        (local(2, 23), local(3, 8, 20)),  # after it closed
        (local(7, 19, 59), local(9, 8, 20)),  # Saturday evening, closed on Sunday
        (local(8, 12), local(9, 8, 20)),  # Sunday
    ],
)
def test_the_wait_counts_while_the_pharmacy_is_open(now: datetime, ready: datetime) -> None:
    assert ready_time(a_pharmacy(), now, ZONE) == ready


def test_a_pharmacy_that_never_closes_is_ready_across_midnight() -> None:
    pharmacy = a_pharmacy(WeeklyHours(ALWAYS, ALWAYS, ALWAYS))

    assert ready_time(pharmacy, local(6, 23, 50), ZONE) == local(7, 0, 10)


def test_minutes_are_real_when_the_clocks_change() -> None:
    pharmacy = a_pharmacy(WeeklyHours(ALWAYS, ALWAYS, ALWAYS))

    # On 8 March 2026 the hour from 2 to 3 does not exist.
    assert ready_time(pharmacy, local(8, 1, 50), ZONE) == local(8, 3, 10)


def test_mail_arrives_on_the_third_day_by_five() -> None:
    mail = replace(a_pharmacy(wait_minutes=None), kind="mail order")

    assert ready_time(mail, local(6, 23), ZONE) == datetime.combine(local(9, 0).date(), time(17), ZONE)


def test_a_pharmacy_without_hours_is_never_ready() -> None:
    assert ready_time(a_pharmacy(WeeklyHours(None, None, None)), local(2, 10), ZONE) is None
