"""How many conversations go on in this process, without keeping which."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

MOST_CONVERSATIONS = 100_000


class ActiveConversations:
    """Counts the conversations that had a message lately.

    Args:
        seconds: A clock that only runs forward.
        active_seconds: How long after its last message a conversation counts.
    """

    def __init__(self, seconds: Callable[[], float], active_seconds: float) -> None:
        self._seconds = seconds
        self._active_seconds = active_seconds
        self._lock = Lock()
        self._last: OrderedDict[str, float] = OrderedDict()

    def note(self, session_ref: str) -> None:
        """A conversation has a message now.

        Args:
            session_ref: `log_context.session_ref` of it, never the session id.
        """
        with self._lock:
            self._last[session_ref] = self._seconds()
            self._last.move_to_end(session_ref)
            self._forget()

    def count(self) -> int:
        """How many there are now."""
        with self._lock:
            self._forget()
            return len(self._last)

    def _forget(self) -> None:
        """Drop those that were not heard of for long, and the oldest beyond the most that are kept."""
        oldest = self._seconds() - self._active_seconds
        while self._last and (len(self._last) > MOST_CONVERSATIONS or next(iter(self._last.values())) <= oldest):
            self._last.popitem(last=False)
