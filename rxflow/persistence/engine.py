"""The store: one SQL database, opened for a read or for a write, that never half-keeps a change."""

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any, NoReturn

from sqlalchemy import Engine, select
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, DBAPIError, InternalError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from rxflow.domain.audit import AuditHead
from rxflow.domain.errors import ConfigurationError, StoreUnavailableError
from rxflow.persistence import postgresql, sqlite
from rxflow.persistence.schema import prepare_schema
from rxflow.persistence.transaction import Transaction
from rxflow.resilience.retrying import repeat_until_there
from rxflow.security.cipher import Cipher

ADDRESSES = "use sqlite:///var/rxflow.db or postgresql://user@host/database"
BACKENDS = {"sqlite": sqlite, "postgresql": postgresql}
BUSY_TIMEOUT_MS = 5000


class Store:
    """A database opened by `create_store`.

    On SQLite a write takes the database's write lock when it begins, so what it reads stays true until it commits. On
    PostgreSQL it takes a lock of each thing that it names, so that two writes about the same patient or pharmacy follow
    each other and others go on side by side. Do not open a store inside another read or write of it: pass the
    transaction on.
    """

    def __init__(self, engine: Engine, cipher: Cipher, lock: AbstractContextManager[Any]) -> None:
        self.cipher = cipher
        self.engine = engine
        self._backend = BACKENDS[engine.dialect.name]
        self._reader = engine.execution_options(**self._backend.READ_OPTIONS)
        self._writer = engine.execution_options(**self._backend.WRITE_OPTIONS)
        self._lock = lock
        self.on_audited: Callable[[AuditHead], None] = lambda _head: None
        """Told where the audit chain ends, after each commit that appended to it; must not raise."""

    @contextmanager
    def read(self) -> Iterator[Transaction]:
        """A transaction that sees one consistent state.

        Raises:
            StoreUnavailableError: The database cannot be read.
        """
        with self._lock, _driver_errors("read"), self._reader.begin() as connection:
            yield Transaction(connection, self.cipher)

    @contextmanager
    def write(self, *resources: str) -> Iterator[Transaction]:
        """A transaction whose changes are all kept when the block ends, or none when it raises.

        Args:
            resources: What the decision in the block rests on, such as `patient_001` and a pharmacy's id: no other
                write that names one of them runs meanwhile.

        Raises:
            StoreUnavailableError: The database is locked, read-only, full, damaged or gone; nothing was kept.
        """
        self.cipher.renew()
        with self._lock, _driver_errors("written"), self._writer.begin() as connection:
            self._backend.lock(connection, [self.cipher.digest("lock", each) for each in resources])
            tx = Transaction(connection, self.cipher)
            yield tx
        if tx.audit_head is not None:
            self.on_audited(tx.audit_head)

    def probe(self) -> None:
        """Take the write lock, which a read-only or locked database refuses, and ask the database for nothing much.

        Raises:
            StoreUnavailableError: The database cannot be read and written.
        """
        with self.write() as tx:
            # Without a statement nothing is sent to PostgreSQL.
            tx.scalar(select(1))

    def scrub(self) -> bool:
        """Remove the traces of what was deleted, as far as the database lets its users.

        Returns:
            Whether none is left where the program can see to it.

        Raises:
            StoreUnavailableError: The database cannot be written.
        """
        with self._lock, _driver_errors("written"):
            return self._backend.scrub(self.engine)

    def close(self) -> None:
        """Close the pooled connections; the last one to close folds SQLite's write-ahead log into the file."""
        self.engine.dispose()


def create_store(
    url: str, cipher: Cipher, busy_timeout_ms: int = BUSY_TIMEOUT_MS, *, start_wait_seconds: float = 0.0
) -> Store:
    """Open the database; a new one gets its tables, an older one is brought up to date.

    Args:
        url: An SQLAlchemy URL: `sqlite:///var/rxflow.db`, `sqlite://` for a database in memory, or `postgresql://…`.
        cipher: Seals what identifies a patient.
        busy_timeout_ms: How long to wait for another writer, in milliseconds.
        start_wait_seconds: How long to wait for a PostgreSQL server that is still starting.

    Raises:
        ConfigurationError: The URL is not one of SQLite or PostgreSQL.
        StoreUnavailableError: The database cannot be opened or its tables cannot be created.
    """
    parsed = parse_address(url)
    engine = BACKENDS[parsed.get_backend_name()].open_engine(parsed, busy_timeout_ms)
    # A database in memory is one connection, so its threads take turns.
    store = Store(engine, cipher, threading.RLock() if is_in_memory(parsed) else nullcontext())
    try:
        with store._lock, _driver_errors("prepared"):
            if parsed.get_backend_name() == "postgresql":
                # Only connecting is repeated: what comes then writes.
                repeat_until_there(lambda: engine.connect().close(), OperationalError, start_wait_seconds)
            prepare_schema(store._writer)
    except StoreUnavailableError:
        store.close()
        raise
    return store


def parse_address(url: str) -> URL:
    """A database's address.

    Raises:
        ConfigurationError: It is not one of SQLite or PostgreSQL.
    """
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise ConfigurationError(f"RXFLOW_DATABASE_URL: not a database address; {ADDRESSES}") from error
    if parsed.get_backend_name() not in BACKENDS:
        raise ConfigurationError(f"RXFLOW_DATABASE_URL: only SQLite and PostgreSQL are supported; {ADDRESSES}")
    return parsed


def is_in_memory(url: URL) -> bool:
    """Whether a database ends with the process."""
    return url.get_backend_name() == "sqlite" and sqlite.is_in_memory(url)


@contextmanager
def _driver_errors(act: str) -> Iterator[None]:
    """Turn what a database can suffer into StoreUnavailableError; a faulty statement stays the bug that it is."""
    try:
        yield
    except (OperationalError, InternalError) as error:
        _fail(act, error)
    except PoolTimeoutError as error:
        raise StoreUnavailableError(_message(act, "too many connections are in use")) from error
    except DatabaseError as error:
        # The driver's plain DatabaseError is a damaged file; its subclasses, such as IntegrityError, are other things.
        if type(error) is not DatabaseError:
            raise
        _fail(act, error)


def _fail(act: str, error: DBAPIError) -> NoReturn:
    reason = BACKENDS[_backend_of(error)].reason(error.orig)
    raise StoreUnavailableError(_message(act, reason)) from error


def _backend_of(error: DBAPIError) -> str:
    return "sqlite" if type(error.orig).__module__.startswith("sqlite3") else "postgresql"


def _message(act: str, reason: str) -> str:
    return (
        f"The database could not be {act} ({reason}). Nothing was changed. "
        "Check that it can be reached and written and that its disk has space, then try again."
    )
