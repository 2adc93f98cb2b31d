"""Sealing again with the active key what older keys have sealed, a little at a time, while others work."""

from collections import Counter
from collections.abc import Iterator

from sqlalchemy import func, select

from rxflow.persistence.case_repository import SEALED_CASES, SEALED_REPORTS, SEALED_STEPS
from rxflow.persistence.engine import Store
from rxflow.persistence.order_repository import SEALED_ORDERS, SEALED_QUOTES
from rxflow.persistence.records import SEALED, SealedTable
from rxflow.persistence.reference_rows import SEALED_AUTHORIZATIONS, SEALED_PATIENTS, SEALED_PRESCRIPTIONS
from rxflow.persistence.session_repository import SEALED_SESSIONS, SEALED_TURNS
from rxflow.persistence.user_repository import SEALED_USERS
from rxflow.security.cipher import HEADER_BYTES, key_number

SEALED_TABLES: tuple[SealedTable, ...] = (
    SEALED_SESSIONS,
    SEALED_TURNS,
    SEALED_QUOTES,
    SEALED_ORDERS,
    SEALED_CASES,
    SEALED_STEPS,
    SEALED_REPORTS,
    SEALED_PATIENTS,
    SEALED_PRESCRIPTIONS,
    SEALED_AUTHORIZATIONS,
    SEALED_USERS,
)
BATCH_ROWS = 500
"""Rows in one write: it takes some 20 ms, for which the others wait on SQLite."""


def reseal(store: Store, batch_rows: int = BATCH_ROWS) -> Iterator[int]:
    """Seal with the active key what is sealed with an older one; broken off, it goes on where it was.

    Yields:
        How many rows each write sealed again.

    Raises:
        StoreUnavailableError: The database cannot be written, or holds what no key opens.
    """
    for sealed in SEALED_TABLES:
        while True:
            with store.write() as tx:
                rows = tx.execute(sealed.stale(tx.cipher.current_header, batch_rows)).all()
                done = sum(sealed.reseal(row, tx) for row in rows)
            yield done
            if len(rows) < batch_rows:
                break


def rows_by_key(store: Store) -> Counter[int]:
    """How many rows are sealed with each key, by its number."""
    counted: Counter[int] = Counter()
    with store.read() as tx:
        for sealed in SEALED_TABLES:
            header = func.substr(sealed.table.c[SEALED], 1, HEADER_BYTES)
            for found, rows in tx.execute(select(header, func.count()).group_by(header)):
                counted[key_number(found)] += rows
    return counted
