"""What was read from the database a moment ago, so that a turn reads a patient's file once."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from time import monotonic
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")

SEEN_WITHIN_SECONDS = 2.0
"""What another process changes is seen within this time."""

MOST_KEPT = 256


class RecentlyRead(Generic[Key, Value]):
    """A bounded memory of values in this process, each for a short time after it was read.

    Args:
        read: Reads the value of a key.
        seconds: How long a value is kept.
        most: How many are kept; the one read longest ago is forgotten first.
        clock: Seconds that only grow.
    """

    def __init__(
        self,
        read: Callable[[Key], Value],
        *,
        seconds: float = SEEN_WITHIN_SECONDS,
        most: int = MOST_KEPT,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self._read = read
        self._seconds = seconds
        self._most = most
        self._clock = clock
        self._kept: OrderedDict[Key, tuple[float, Value]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Key) -> Value:
        """The value of a key, read now or a moment ago; what cannot be read is not remembered."""
        asked_at = self._clock()
        with self._lock:
            self._forget(asked_at - self._seconds)
            if key in self._kept:
                return self._kept[key][1]
        value = self._read(key)
        with self._lock:
            # As old as the question: it was read after that, so it is never kept longer than it may be.
            if key not in self._kept:
                self._kept[key] = (asked_at, value)
            if len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return value

    def _forget(self, until: float) -> None:
        """Drop what was read too long ago; the oldest come first, but for threads that overtook each other."""
        while self._kept and next(iter(self._kept.values()))[0] <= until:
            self._kept.popitem(last=False)
