"""Real servers for the tests marked `services`: each test gets a PostgreSQL database of its own."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

from redis import Redis
from redis.exceptions import RedisError
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

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


def main() -> None:
    """Say which server does not answer, and how to get one, before hundreds of tests fail for it."""
    try:
        _administer("SELECT 1")
        with Redis.from_url(REDIS_URL, socket_connect_timeout=5) as redis:
            redis.ping()
    except (SQLAlchemyError, RedisError) as error:
        sys.exit(
            f"These tests need PostgreSQL at {POSTGRES.host}:{POSTGRES.port} and Redis at {REDIS_URL}: "
            f"{str(error).splitlines()[0]}\nStart them (docker compose --profile services up -d), or name others in "
            "RXFLOW_TEST_POSTGRES_URL and RXFLOW_TEST_REDIS_URL."
        )


if __name__ == "__main__":
    main()
