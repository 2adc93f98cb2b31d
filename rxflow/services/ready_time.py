"""When a refill ordered now can be picked up, by a pharmacy's hours in its own time zone."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from rxflow.domain.pharmacy import Pharmacy

MAIL_DAYS = 3
MAIL_ARRIVES_BY = time(17)
DAYS_AHEAD = 8
"""A day longer than a week: today's opening may be over, and the same day next week is the next."""


def ready_time(pharmacy: Pharmacy, now: datetime, zone: ZoneInfo) -> datetime | None:
    """When a refill ordered now is ready.

    An open pharmacy takes its wait in minutes, unless it would close first; otherwise the wait starts when it next
    opens. Mail arrives by 17:00 on the third day.

    Args:
        now: An aware time.
        zone: The pharmacy's time zone.

    Returns:
        An aware local time on a whole minute, or None when the pharmacy has no opening hours.
    """
    local = now.astimezone(zone)
    if pharmacy.is_mail_order or pharmacy.wait_minutes is None:
        return datetime.combine(local.date() + timedelta(days=MAIL_DAYS), MAIL_ARRIVES_BY, zone)
    wait = timedelta(minutes=pharmacy.wait_minutes)
    ready = _later(_up_to_minute(local), wait)
    if pharmacy.hours.is_open(local) and pharmacy.hours.is_open(ready):
        return ready
    opening = _next_opening(pharmacy, local)
    return _later(opening, wait) if opening else None


def _next_opening(pharmacy: Pharmacy, local: datetime) -> datetime | None:
    for days in range(DAYS_AHEAD):
        midnight = datetime.combine(local.date() + timedelta(days=days), time(0), local.tzinfo)
        hours = pharmacy.hours.on(midnight)
        if hours is None:
            continue
        opening = datetime.combine(midnight.date(), hours.opens, local.tzinfo)
        if opening > local:
            return opening
    return None


def _up_to_minute(at: datetime) -> datetime:
    whole = at.replace(second=0, microsecond=0)
    return whole if whole == at else _later(whole, timedelta(minutes=1))


def _later(local: datetime, wait: timedelta) -> datetime:
    """Add real minutes: adding to a local time would be an hour wrong when the clocks change."""
    return datetime.fromtimestamp(local.timestamp() + wait.total_seconds(), local.tzinfo)
