"""PostgreSQL: one database that many processes on many machines share."""

from collections.abc import Mapping, Sequence
from time import monotonic
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import InvalidatePoolError
from sqlalchemy.pool import ConnectionPoolEntry

POOL_SIZE = 10
CONNECT_TIMEOUT_SECONDS = 5
STATEMENT_TIMEOUT_MS = 30_000
READ_OPTIONS: Mapping[str, Any] = MappingProxyType({"isolation_level": "REPEATABLE READ"})
# A statement that has waited for a lock sees what its holder committed.
WRITE_OPTIONS: Mapping[str, Any] = MappingProxyType({"isolation_level": "READ COMMITTED"})
DRIVER = "postgresql+psycopg"
FRESH_SECONDS = 1.0
"""For how long after its use a connection is taken to be there still; to ask each time is one more round trip."""

_USED_AT = "rxflow_used_at"

# An array is unnested in its order, and each row's lock is taken before the next row is made.
_LOCK = text("SELECT pg_advisory_xact_lock(key) FROM unnest(CAST(:keys AS bigint[])) AS key")


def open_engine(url: URL, busy_timeout_ms: int) -> Engine:
    """An engine whose idle connections are looked at before use, so that a server that was restarted is found again."""
    settings = f"-c lock_timeout={busy_timeout_ms} -c statement_timeout={STATEMENT_TIMEOUT_MS} -c timezone=UTC"
    engine = create_engine(
        with_driver(url),
        hide_parameters=True,
        pool_size=POOL_SIZE,
        connect_args={"connect_timeout": CONNECT_TIMEOUT_SECONDS, "options": settings, "application_name": "rxflow"},
    )

    def look_at(connection: Any, entry: ConnectionPoolEntry, _proxy: Any) -> None:
        if monotonic() - entry.info.get(_USED_AT, monotonic()) < FRESH_SECONDS:
            return
        try:
            engine.dialect.do_ping(connection)
        except engine.dialect.loaded_dbapi.Error as error:
            # The pool drops all of its connections and opens a new one.
            raise InvalidatePoolError("an idle connection was closed by the server") from error

    def note_use(_connection: Any, entry: ConnectionPoolEntry) -> None:
        entry.info[_USED_AT] = monotonic()

    event.listen(engine, "checkout", look_at)
    event.listen(engine, "checkin", note_use)
    return engine


def with_driver(url: URL) -> URL:
    """The address with psycopg 3 as its driver, whichever it names."""
    return url.set(drivername=DRIVER)


def lock(connection: Connection, resources: Sequence[str]) -> None:
    """Wait until no other write holds one of these, and hold them until this one ends.

    They are taken in one order by all, so that two writes never wait for each other.

    Args:
        resources: Keyed hashes in hexadecimal.
    """
    if resources:
        keys = sorted(int.from_bytes(bytes.fromhex(each)[:8], "big", signed=True) for each in resources)
        connection.execute(_LOCK, {"keys": keys})


def scrub(_engine: Engine) -> bool:
    """Nothing for a user of the database to do: its autovacuum frees deleted rows, its archive is the server's."""
    return True


def reason(error: BaseException | None) -> str:
    """What the server says of a failure, without the detail line that may quote values."""
    diagnosis = getattr(error, "diag", None)
    return getattr(diagnosis, "message_primary", None) or "there is no connection to the server"
