"""How many tokens a language model may use, counted in the store: for all processes, and across restarts."""

from collections.abc import Callable
from datetime import date

from rxflow.persistence.engine import Store
from rxflow.persistence.token_repository import TokenRepository

SESSION_TOKENS = "SESSION_TOKENS"
DAY_TOKENS = "DAY_TOKENS"


class TokenBudget:
    """The tokens of a conversation and of a day.

    It is asked before each call and told after it: calls that are under way together can exceed it by what they use.

    Args:
        store: Where they are counted.
        per_session: The most of a conversation; 0 for no limit.
        per_day: The most of all conversations on a day; 0 for no limit.
        today: The day at the pharmacies.
    """

    def __init__(self, *, store: Store, per_session: int, per_day: int, today: Callable[[], date]) -> None:
        self._store = store
        self._per_session = per_session
        self._per_day = per_day
        self._today = today

    def used_up(self, session_id: str) -> str | None:
        """Which budget is used up, `DAY_TOKENS` or `SESSION_TOKENS`; None while there is something left.

        Raises:
            StoreUnavailableError: It cannot be read.
        """
        if not self._is_limited:
            return None
        with self._store.read() as tx:
            counts = TokenRepository(tx)
            if self._per_day and counts.of_day(self._today()) >= self._per_day:
                return DAY_TOKENS
            if self._per_session and counts.of_session(session_id) >= self._per_session:
                return SESSION_TOKENS
        return None

    def add(self, session_id: str, tokens: int) -> None:
        """Count the tokens of a call.

        Raises:
            StoreUnavailableError: They cannot be kept.
        """
        if self._is_limited:
            with self._store.write() as tx:
                TokenRepository(tx).add(session_id, self._today(), tokens)

    @property
    def _is_limited(self) -> bool:
        return bool(self._per_session or self._per_day)
