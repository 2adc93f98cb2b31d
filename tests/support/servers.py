"""Real servers for the tests marked `services`: each test gets a PostgreSQL database of its own."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

# Read when this is imported: a test has no settings of the machine it runs on.
POSTGRES = make_url(os.environ.get("RXFLOW_TEST_POSTGRES_URL", "postgresql://postgres@127.0.0.1:5432/postgres"))
REDIS_URL = os.environ.get("RXFLOW_TEST_REDIS_URL", "redis://127.0.0.1:6379/15")


@contextmanager
def postgres_database(template: str | None = None) -> Iterator[str]:
    """The address of a new database, which is dropped afterwards.

    Args:
        template: The database to copy instead of an empty one: copying takes a tenth of making the tables.
    """
    name = f"rxflow_test_{uuid4().hex}"
    _administer(f"CREATE DATABASE {name}" + (f" TEMPLATE {template}" if template else ""))
    try:
        yield POSTGRES.set(database=name).render_as_string(hide_password=False)
    finally:
        _administer(f"DROP DATABASE {name} WITH (FORCE)")


def _administer(statement: str) -> None:
    engine = create_engine(POSTGRES.set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()
