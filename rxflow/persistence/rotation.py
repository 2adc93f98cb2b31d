"""Sealing again with the active key what older keys have sealed, a little at a time, while others work."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import func, select

from rxflow.persistence.account_repository import SEALED_ACCOUNTS
from rxflow.persistence.care_message_repository import SEALED_CARE_MESSAGES
from rxflow.persistence.case_repository import SEALED_CASES, SEALED_REPORTS, SEALED_STEPS
from rxflow.persistence.engine import Store
from rxflow.persistence.fulfillment_repository import SEALED_WORK
from rxflow.persistence.order_repository import SEALED_ORDERS, SEALED_QUOTES
from rxflow.persistence.preference_repository import SEALED_PREFERENCES
from rxflow.persistence.rating_repository import SEALED_RATINGS
from rxflow.persistence.records import SEALED, SealedTable
from rxflow.persistence.reference_rows import SEALED_AUTHORIZATIONS, SEALED_PATIENTS, SEALED_PRESCRIPTIONS
from rxflow.persistence.session_repository import SEALED_SESSIONS, SEALED_TURNS
from rxflow.persistence.sign_in_repository import SEALED_BROWSER_SIGN_INS, SEALED_REFRESH_TOKENS, SEALED_SIGN_INS
from rxflow.persistence.user_repository import SEALED_USERS
from rxflow.security.cipher import HEADER_BYTES, key_number

SEALED_TABLES: tuple[SealedTable, ...] = (
    SEALED_SESSIONS,
    SEALED_TURNS,
    SEALED_RATINGS,
    SEALED_QUOTES,
    SEALED_ORDERS,
    SEALED_WORK,
    SEALED_CASES,
    SEALED_STEPS,
    SEALED_REPORTS,
    SEALED_CARE_MESSAGES,
    SEALED_PREFERENCES,
    SEALED_PATIENTS,
    SEALED_PRESCRIPTIONS,
    SEALED_AUTHORIZATIONS,
    SEALED_USERS,
    SEALED_ACCOUNTS,
    SEALED_SIGN_INS,
    SEALED_REFRESH_TOKENS,
    SEALED_BROWSER_SIGN_INS,
)
Row = Sequence[Any]
BATCH_ROWS = 500
"""Rows in one write: it takes some 20 ms, for which the others wait on SQLite."""


def reseal(store: Store, batch_rows: int = BATCH_ROWS) -> Iterator[int]:
    """Seal with the active key what is sealed with an older one; broken off, it goes on where it was.

    Rows are looked for in reads, and written again where they are still as they were read: on SQLite nobody waits for a
    search through millions of rows.

    Yields:
        How many rows each write sealed again.

    Raises:
        StoreUnavailableError: The database cannot be written, or holds what no key opens.
    """
    for sealed in SEALED_TABLES:
        after = None
        while rows := _stale(store, sealed, batch_rows, after):
            with store.write() as tx:
                done = sum(sealed.reseal(row, tx) for row in rows)
            yield done
            after = rows[-1]


def _stale(store: Store, sealed: SealedTable, limit: int, after: Row | None) -> Sequence[Row]:
    with store.read() as tx:
        return tx.execute(sealed.stale(tx.cipher.current_header, limit, after)).all()


def rows_by_key(store: Store) -> Counter[int]:
    """How many rows are sealed with each key, by its number."""
    counted: Counter[int] = Counter()
    with store.read() as tx:
        for sealed in SEALED_TABLES:
            header = func.substr(sealed.table.c[SEALED], 1, HEADER_BYTES)
            for found, rows in tx.execute(select(header, func.count()).group_by(header)):
                counted[key_number(found)] += rows
    return counted
