"""Messages of the care team, read and written through one connection of the store."""

from dataclasses import replace

from sqlalchemy import bindparam, delete, func, insert, select

from rxflow.domain.care_message import CareMessage
from rxflow.persistence.care_tables import CARE_MESSAGES
from rxflow.persistence.records import SealedTable
from rxflow.persistence.transaction import Transaction

SEALED_CARE_MESSAGES = SealedTable(CARE_MESSAGES, CareMessage, key=("session_id", "number"), refs={})

_OF_SESSION = CARE_MESSAGES.c.session_id == bindparam("session_id")
_LAST_NUMBER = select(func.max(CARE_MESSAGES.c.number)).where(_OF_SESSION)
_AFTER = (
    SEALED_CARE_MESSAGES.select()
    .where(_OF_SESSION, CARE_MESSAGES.c.number > bindparam("after"))
    .order_by(CARE_MESSAGES.c.number)
)


class CareMessageRepository:
    """The table of messages within one read or write of the store."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def add(self, message: CareMessage) -> CareMessage:
        """Keep a message as the next of its conversation and return it with its number."""
        numbered = replace(message, number=self.latest_number(message.session_id) + 1)
        self._tx.execute(insert(CARE_MESSAGES), SEALED_CARE_MESSAGES.row(numbered, self._tx))
        return numbered

    def latest_number(self, session_id: str) -> int:
        """The number of a conversation's newest message, 0 where there is none; nothing is decrypted."""
        return self._tx.scalar(_LAST_NUMBER, {"session_id": session_id}) or 0

    def of_session(self, session_id: str, after: int = 0) -> tuple[CareMessage, ...]:
        """A conversation's messages after a number, oldest first."""
        return SEALED_CARE_MESSAGES.all(_AFTER, self._tx, {"session_id": session_id, "after": after})

    def remove(self, session_id: str) -> int:
        """Remove a conversation's messages.

        Returns:
            How many there were.
        """
        return self._tx.execute(delete(CARE_MESSAGES).where(CARE_MESSAGES.c.session_id == session_id)).rowcount
