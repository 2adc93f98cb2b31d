"""A clock that stands still until a test moves it."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

AUSTIN = ZoneInfo("America/Chicago")
WEDNESDAY_MORNING = datetime(2026, 3, 4, 10, 30, tzinfo=AUSTIN)


class FrozenClock:
    """Called, it gives the present as aware UTC."""

    def __init__(self, at: datetime) -> None:
        self.at = at.astimezone(UTC)

    def __call__(self) -> datetime:
        return self.at

    def wait(self, **time: float) -> None:
        """Let time pass: `wait(minutes=5)`."""
        self.at += timedelta(**time)
