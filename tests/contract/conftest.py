"""Every store that RxFlow may run on; a contract test runs on each."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from rxflow.persistence.engine import Store, create_store

STORES = ("memory", "file")


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    url = "sqlite://" if request.param == "memory" else f"sqlite:///{tmp_path / 'var' / 'rxflow.db'}"
    opened = create_store(url)
    yield opened
    opened.close()
