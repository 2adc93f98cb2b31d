"""The migrations make the tables of the code, bring an older database up to date, and refuse a newer one."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, Engine, select, text, update
from sqlalchemy.exc import IntegrityError

from rxflow.domain.errors import StoreUnavailableError
from rxflow.persistence import postgresql, schema, sqlite
from rxflow.persistence.engine import Store, parse_address
from rxflow.persistence.session_repository import SessionRepository
from tests.contract.records import a_quote, a_session, an_order, keep_order, keep_session
from tests.support.schemas import lines_of
from tests.support.servers import postgres_database
from tests.support.stores import open_store

OUT_OF_DATE = (
    "The migrations do not make the tables of the code. Write one: make migration MESSAGE='…' "
    "(before the first release: python -m scripts.new_migration --first). What differs:\n"
)
ROOT = Path(__file__).resolve().parents[2]
NEXT = '''"""What a later release may do: a table, and a column of an append-only one that others refer to."""

import sqlalchemy as sa
from alembic import op

from rxflow.persistence import append_only

revision = "9001"
down_revision = "{head}"


def upgrade() -> None:
    op.create_table("upgrades", sa.Column("number", sa.Integer(), primary_key=True))
    op.execute("INSERT INTO upgrades (number) SELECT count(*) + 1 FROM upgrades")
    with op.batch_alter_table("sessions") as batch_op:
        batch_op.alter_column("browser_key_hash", type_=sa.String(96))
    with op.batch_alter_table("consents") as batch_op:
        batch_op.add_column(sa.Column("channel", sa.String(8), server_default="web", nullable=False))
    append_only.protect(op.get_bind(), "consents", may_change=("sealed",))
'''
HEAD = schema.SCHEMA_VERSION
OPEN_WITH = """
import sys
from pathlib import Path
from rxflow.persistence import schema
from tests.support.stores import open_store
schema.MIGRATIONS, schema.SCHEMA_VERSION = Path(sys.argv[2]), "9001"
print("ready", flush=True)
sys.stdin.readline()
open_store(sys.argv[1]).close()
"""


@pytest.fixture
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database without any table."""
    if request.param == "postgresql":
        with postgres_database() as url:
            yield url
    else:
        yield f"sqlite:///{tmp_path / 'empty.db'}"


on_both = pytest.mark.parametrize(
    "empty_url", ["file", pytest.param("postgresql", marks=pytest.mark.services)], indirect=True
)


@pytest.fixture
def engine(empty_url: str) -> Iterator[Engine]:
    address = parse_address(empty_url)
    opened = (sqlite if address.get_backend_name() == "sqlite" else postgresql).open_engine(address, 5000)
    yield opened
    opened.dispose()


@pytest.fixture
def next_release(tmp_path: Path) -> Path:
    """The migrations of a later release."""
    folder = tmp_path / "50% newer" / "migrations"
    shutil.copytree(schema.MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "9001_later.py").write_text(NEXT.format(head=HEAD), encoding="utf-8")
    return folder


@pytest.fixture
def become_newer(next_release: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Makes this process one of the later release."""

    def become() -> None:
        monkeypatch.setattr(schema, "MIGRATIONS", next_release)
        monkeypatch.setattr(schema, "SCHEMA_VERSION", "9001")

    return become


def differences(connection: Connection) -> str:
    """What a migrated database has and the code has not (-), and the other way round (+)."""
    migrated = lines_of(connection)
    connection.rollback()
    with connection.begin():
        for table in reversed(schema.METADATA.sorted_tables):
            table.drop(connection)
        schema.METADATA.create_all(connection)
        made = lines_of(connection)
    return "\n".join(sorted({f"- {line}" for line in migrated - made} | {f"+ {line}" for line in made - migrated}))


def test_the_newest_migration_is_the_version_of_the_code() -> None:
    assert schema.script_head() == schema.SCHEMA_VERSION
    assert [path.name[:4] for path in schema.versions()][-1] == schema.SCHEMA_VERSION


@on_both
def test_migrating_from_nothing_makes_the_tables_of_the_code(engine: Engine) -> None:
    with engine.begin() as connection:
        schema.migrate(connection)
    with engine.connect() as connection:
        found = compare_metadata(MigrationContext.configure(connection), schema.METADATA)
        assert not found, OUT_OF_DATE + "\n".join(map(str, found))
        connection.rollback()
        differs = differences(connection)
        assert not differs, OUT_OF_DATE + differs


@on_both
def test_a_database_made_whole_or_by_migrations_opens_the_same(empty_url: str, engine: Engine) -> None:
    with engine.begin() as connection:
        schema.migrate(connection)
    store = open_store(empty_url)
    with store.write() as tx:
        keep_session(tx)
        keep_order(tx, a_quote(), an_order(a_quote()))
        with pytest.raises(IntegrityError, match="append-only"), tx.connection.begin_nested():
            tx.execute(update(schema.METADATA.tables["consents"]).values(means="button"))
    store.close()


def used(url: str) -> None:
    store = open_store(url)
    with store.write() as tx:
        keep_session(tx)
        keep_order(tx, a_quote(), an_order(a_quote()))
    store.close()


def upgraded(store: Store) -> list[int]:
    with store.read() as tx:
        return list(tx.scalars(text("SELECT number FROM upgrades")))


@on_both
def test_an_older_database_is_brought_up_to_date_when_it_is_opened(
    empty_url: str, become_newer: Callable[[], None]
) -> None:
    used(empty_url)
    become_newer()
    store = open_store(empty_url)

    assert upgraded(store) == [1]
    with store.read() as tx:
        assert SessionRepository(tx).get("session-1") == a_session()
        assert tx.scalar(text("SELECT channel FROM consents")) == "web"
        assert tx.scalar(select(schema.VERSIONS.c.version_num)) == "9001"
    with pytest.raises(IntegrityError, match="append-only"), store.write() as tx:
        tx.execute(text("UPDATE consents SET channel = 'page'"))
    # Rows still refer to rows that there must be.
    with pytest.raises(IntegrityError), store.write() as tx:
        tx.execute(text("DELETE FROM sessions"))
    store.close()


@on_both
def test_processes_that_open_an_older_database_together_migrate_it_once(
    empty_url: str, engine: Engine, next_release: Path
) -> None:
    used(empty_url)
    command = [sys.executable, "-c", OPEN_WITH, empty_url, str(next_release)]
    opening = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT)
        for _ in range(3)
    ]
    for process in opening:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n", process.communicate()[1].decode()
    for process in opening:
        assert process.stdin is not None
        process.stdin.write(b"go\n")
        process.stdin.flush()
    ended = [(process.communicate(timeout=60)[1].decode(), process.returncode) for process in opening]

    assert [code for _, code in ended] == [0, 0, 0], ended[0][0]
    with engine.connect() as connection:
        assert connection.scalars(text("SELECT number FROM upgrades")).all() == [1]


@on_both
def test_a_migration_that_fails_changes_nothing(
    empty_url: str, next_release: Path, become_newer: Callable[[], None]
) -> None:
    used(empty_url)
    later = next_release / "versions" / "9001_later.py"
    with later.open("a", encoding="utf-8") as file:
        file.write("    raise KeyError('half way')\n")
    become_newer()
    with pytest.raises(KeyError):
        open_store(empty_url)
    later.write_text(NEXT.format(head=HEAD), encoding="utf-8")
    store = open_store(empty_url)

    assert upgraded(store) == [1]
    store.close()


@on_both
def test_a_database_of_a_newer_release_is_refused_and_stays_as_it_is(empty_url: str, engine: Engine) -> None:
    used(empty_url)
    with engine.begin() as connection:
        connection.execute(update(schema.VERSIONS).values(version_num="9999"))
        before = lines_of(connection)
    with pytest.raises(StoreUnavailableError, match=r"newer release.*Nothing was changed"):
        open_store(empty_url)
    with engine.connect() as connection:
        assert connection.scalar(select(schema.VERSIONS.c.version_num)) == "9999"
        assert lines_of(connection) == before


@on_both
def test_a_database_from_before_there_were_versions_is_refused(empty_url: str, engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE orders (order_id TEXT)"))
        connection.execute(text("INSERT INTO orders (order_id) VALUES ('RF-1')"))
    with pytest.raises(StoreUnavailableError, match="did not encrypt"):
        open_store(empty_url)
    with engine.connect() as connection:
        assert connection.scalars(text("SELECT order_id FROM orders")).all() == ["RF-1"]


def test_a_migration_that_leaves_rows_without_what_they_refer_to_is_undone(
    tmp_path: Path, next_release: Path, become_newer: Callable[[], None]
) -> None:
    url = f"sqlite:///{tmp_path / 'rxflow.db'}"
    used(url)
    later = next_release / "versions" / "9001_later.py"
    with later.open("a", encoding="utf-8") as file:
        file.write('    op.execute("DELETE FROM sessions")\n')
    become_newer()
    with pytest.raises(StoreUnavailableError, match="other half"):
        open_store(url)
    later.write_text(NEXT.format(head=HEAD), encoding="utf-8")
    store = open_store(url)
    with store.read() as tx:
        assert SessionRepository(tx).get("session-1") == a_session()
    store.close()
