"""Tries to be recognised, read and written within one transaction of the store."""

from datetime import datetime

from sqlalchemy import delete, insert, or_

from rxflow.domain.identity_check import IdentityCheck
from rxflow.persistence.identity_tables import IDENTITY_CHECKS
from rxflow.persistence.records import row_of, select_fields
from rxflow.persistence.transaction import Transaction


class IdentityCheckRepository:
    """The table of tries within one read or write of the store."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def add(self, check: IdentityCheck) -> None:
        self._tx.execute(insert(IDENTITY_CHECKS), row_of(check))

    def since(self, at: datetime, claim_ref: str, subject_ref: str | None) -> tuple[IdentityCheck, ...]:
        """The tries by this claim or about this subject from a time on, in the order in which they were made."""
        columns = IDENTITY_CHECKS.c
        # Without a subject the same question is asked, of a subject that nobody has: it costs the same.
        concerned = or_(columns.claim_ref == claim_ref, columns.subject_ref == (subject_ref or ""))
        statement = select_fields(IDENTITY_CHECKS, IdentityCheck).where(columns.at >= at, concerned)
        return tuple(IdentityCheck(*row) for row in self._tx.execute(statement.order_by(columns.sequence)))

    def remove_before(self, at: datetime) -> int:
        """Remove the tries from before a time.

        Returns:
            How many.
        """
        return self._tx.execute(delete(IDENTITY_CHECKS).where(IDENTITY_CHECKS.c.at < at)).rowcount
