"""What a repository works with: a connection inside a read or a write, and the cipher of the store."""

from typing import Any, TypeVar

from sqlalchemy import Connection, CursorResult, Executable, ScalarResult

from rxflow.domain.audit import AuditHead
from rxflow.security.cipher import Cipher

Value = TypeVar("Value")


class Transaction:
    """One read or write of a store.

    Args:
        connection: The database's connection, in a transaction.
        cipher: Seals and finds what identifies a patient.
    """

    def __init__(self, connection: Connection, cipher: Cipher) -> None:
        self.connection = connection
        self.cipher = cipher
        self._refs: dict[tuple[str, str], str] = {}
        self.audit_head: AuditHead | None = None
        """Where the audit chain ends once this is committed; None when nothing was appended."""

    def execute(self, statement: Executable, parameters: Any = None) -> CursorResult[*tuple[Any, ...]]:
        return self.connection.execute(statement, parameters)

    def scalar(self, statement: Executable, parameters: Any = None) -> Any:
        return self.connection.scalar(statement, parameters)

    def scalars(self, statement: Executable, parameters: Any = None) -> ScalarResult[Any]:
        return self.connection.scalars(statement, parameters)

    def patient_ref(self, patient_id: str) -> str:
        """What a patient's rows are found by."""
        return self._ref("patient", patient_id)

    def rx_ref(self, rx_number: str) -> str:
        """What the rows of a prescription are found by."""
        return self._ref("prescription", rx_number)

    def _ref(self, kind: str, value: str) -> str:
        # Every row that is read is held to it, and most rows of a transaction are one patient's.
        if (kind, value) not in self._refs:
            self._refs[kind, value] = self.cipher.digest(kind, value)
        return self._refs[kind, value]
