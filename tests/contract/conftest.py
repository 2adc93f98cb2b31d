"""Every store that RxFlow may run on; a contract test runs on each."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from rxflow.persistence.engine import Store
from tests.conftest import NewDatabase
from tests.support.servers import postgres_database
from tests.support.stores import open_store

STORES = ("memory", "file", pytest.param("postgresql", marks=pytest.mark.services))


@pytest.fixture(scope="session")
def postgres_template() -> Iterator[str]:
    """A PostgreSQL database with the tables made, to copy from."""
    with postgres_database() as url:
        open_store(url).close()
        yield str(make_url(url).database)


@pytest.fixture(params=STORES)
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty database."""
    if request.param == "postgresql":
        with postgres_database(request.getfixturevalue("postgres_template")) as url:
            yield url
    else:
        yield "sqlite://" if request.param == "memory" else f"sqlite:///{tmp_path / 'var' / 'rxflow.db'}"


@pytest.fixture
def store(store_url: str, new_database: NewDatabase) -> Iterator[Store]:
    if store_url.startswith("sqlite:///"):
        new_database(Path(str(make_url(store_url).database)))
    opened = open_store(store_url)
    yield opened
    opened.close()
