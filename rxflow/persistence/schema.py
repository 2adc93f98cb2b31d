"""The tables of a database: made whole in a new one, brought up to date in an older one."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Connection, Engine, MetaData, String, Table, insert, inspect, select, text

import rxflow.persistence.audit_tables
import rxflow.persistence.care_tables
import rxflow.persistence.fulfillment_tables
import rxflow.persistence.identity_tables
import rxflow.persistence.preference_tables
import rxflow.persistence.rating_tables
import rxflow.persistence.token_tables  # noqa: F401 - they add their tables to METADATA
from rxflow.domain.errors import StoreUnavailableError

# All tables: those of the orders, of imported data, and of the modules above.
from rxflow.persistence.reference_tables import METADATA

SCHEMA_VERSION = "0001"
"""The newest migration; a test holds it to the folder `migrations/versions`."""
MIGRATIONS = Path(__file__).with_name("migrations")
VERSIONS = Table("alembic_version", MetaData(), Column("version_num", String(32), primary_key=True))
"""Where Alembic notes which migration a database is at."""
# Processes that start together follow each other here (SQLite's write transaction sees to that by itself).
_POSTGRESQL_LOCK = text("SELECT pg_advisory_xact_lock(7219384650172)")


def prepare_schema(engine: Engine) -> None:
    """Make or update the tables, in one transaction that other processes wait for.

    Raises:
        StoreUnavailableError: The database is of a newer release, or of one from before there were versions.
    """
    with engine.connect() as connection:
        if _version(connection) == SCHEMA_VERSION:
            return
    with engine.connect() as connection, _without_foreign_keys(connection), connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(_POSTGRESQL_LOCK)
        found = _version(connection)
        if found == SCHEMA_VERSION:
            return
        if found is not None:
            migrate(connection)
            _check_foreign_keys(connection)
        elif set(inspect(connection).get_table_names()) & set(METADATA.tables):
            raise StoreUnavailableError(
                "This database was made by a release that did not encrypt. Move it away, or name another in "
                "RXFLOW_DATABASE_URL. Nothing was changed."
            )
        else:
            # None of them is there: they need not be looked for one by one.
            METADATA.create_all(connection, checkfirst=False)
            _stamp(connection)


def migrate(connection: Connection, target: str = "head") -> None:
    """Apply the migrations that are missing.

    Args:
        connection: In a transaction that is committed afterwards.
        target: The migration to stop at.

    Raises:
        StoreUnavailableError: The database is of a newer release than this one.
    """
    # Imported only when there is something to migrate: it takes longer than opening a database.
    from alembic import command
    from alembic.util import CommandError

    try:
        command.upgrade(alembic_config(connection), target)
    except CommandError as error:
        raise StoreUnavailableError(
            "This database was made by a newer release. Update RxFlow, or restore a backup. Nothing was changed."
        ) from error


def alembic_config(connection: Connection) -> Any:
    """Alembic's configuration, without a file."""
    from alembic.config import Config

    config = Config()
    # A per cent sign in a folder's name is no reference to another option.
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.attributes["connection"] = connection
    return config


def versions() -> list[Path]:
    """The files of the migrations, oldest first."""
    return sorted((MIGRATIONS / "versions").glob("[0-9]*.py"))


def script_head() -> str | None:
    """The newest migration that there is a file of; None where there is none.

    Raises:
        StoreUnavailableError: Two migrations follow the same one.
    """
    from alembic.script import ScriptDirectory

    return ScriptDirectory(str(MIGRATIONS)).get_current_head()


@contextmanager
def _without_foreign_keys(connection: Connection) -> Iterator[None]:
    """Let SQLite put a changed table in the place of one that others refer to (sqlite.org/lang_altertable.html §7).

    Args:
        connection: Not in a transaction yet: inside one SQLite would not listen.
    """
    driver: Any = connection.connection.driver_connection
    if connection.dialect.name != "sqlite":
        yield
        return
    driver.execute("PRAGMA foreign_keys=OFF")
    try:
        yield
    finally:
        driver.execute("PRAGMA foreign_keys=ON")


def _check_foreign_keys(connection: Connection) -> None:
    if connection.dialect.name == "sqlite" and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise StoreUnavailableError("The database holds rows whose other half is missing. Nothing was changed.")


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table(VERSIONS.name):
        return None
    return connection.scalar(select(VERSIONS.c.version_num))


def _stamp(connection: Connection) -> None:
    VERSIONS.create(connection)
    connection.execute(insert(VERSIONS), {"version_num": SCHEMA_VERSION})
