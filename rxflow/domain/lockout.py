"""When too many failed tries close the door for a while."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

DEFAULT_TRIES = 3
DEFAULT_LOCKOUT = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class LockoutLimits:
    """How many failed tries within `period` lock, for as long again from the last of them."""

    tries: int = DEFAULT_TRIES
    period: timedelta = DEFAULT_LOCKOUT


def is_locked(failures: Collection[datetime], now: datetime, limits: LockoutLimits) -> bool:
    """Whether another try must wait.

    Source: NIST SP 800-63B §5.2.2, revision 4 §3.2.2 (the verifier limits consecutive failed attempts; a
    wait is one of its ways); 45 CFR 164.312(d) (person or entity authentication).

    Args:
        failures: The tries that failed and still count. One that was refused unlooked at, for the door was locked, is
            no failure: whoever keeps knocking does not make it longer.
        now: The present; a clock that was set back does not lock for longer than the period either.
        limits: How many, and for how long.
    """
    if len(failures) < limits.tries:
        return False
    latest = sorted(failures)[-limits.tries :]
    first, last = latest[0], latest[-1]
    return last - first < limits.period and abs(now - last) < limits.period
