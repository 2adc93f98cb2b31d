"""The tokens that language models have used, read and written within one transaction of the store."""

from datetime import date, timedelta

from sqlalchemy import delete, select

from rxflow.persistence.column_types import insert_or_update
from rxflow.persistence.token_tables import TOKEN_COUNTS
from rxflow.persistence.transaction import Transaction

DAYS_KEPT = 2
"""Longer than a conversation may be idle (`RXFLOW_SESSION_TIMEOUT_MINUTES` is a day at most)."""


class TokenRepository:
    """The table of token counts within one read or write of the store."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def of_session(self, session_id: str) -> int:
        """The tokens that a conversation has used."""
        return self._of(self._session_ref(session_id))

    def of_day(self, day: date) -> int:
        """The tokens that all conversations have used on a day."""
        return self._of(self._day_ref(day))

    def add(self, session_id: str, day: date, tokens: int) -> None:
        """Count tokens for a conversation and a day; counts of days that are long over go."""
        insert = insert_or_update(self._tx.connection.dialect.name)(TOKEN_COUNTS)
        for ref in (self._day_ref(day), self._session_ref(session_id)):
            added = insert.values(period_ref=ref, day=day, tokens=tokens)
            changes = {"tokens": TOKEN_COUNTS.c.tokens + added.excluded.tokens, "day": added.excluded.day}
            self._tx.execute(added.on_conflict_do_update(index_elements=TOKEN_COUNTS.primary_key, set_=changes))
        self._tx.execute(delete(TOKEN_COUNTS).where(TOKEN_COUNTS.c.day < day - timedelta(days=DAYS_KEPT)))

    def _of(self, ref: str) -> int:
        return self._tx.scalar(select(TOKEN_COUNTS.c.tokens).where(TOKEN_COUNTS.c.period_ref == ref)) or 0

    def _session_ref(self, session_id: str) -> str:
        return self._tx.cipher.digest("tokens of a session", session_id)

    def _day_ref(self, day: date) -> str:
        return self._tx.cipher.digest("tokens of a day", day.isoformat())
