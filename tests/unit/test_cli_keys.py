"""`rxflow keys`: every box is counted and sealed again, those of remembered conversations too."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from rxflow.cli import app
from tests.conftest import Talk
from tests.support.conversation import TO_THE_QUOTE


def run(*arguments: str) -> Any:
    return CliRunner().invoke(app, ["keys", *arguments])


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The database that the commands open."""
    path = tmp_path / "rxflow.db"
    monkeypatch.setenv("RXFLOW_DATABASE_URL", f"sqlite:///{path}")
    monkeypatch.chdir(tmp_path)
    return path


@pytest.fixture
def rows(database: Path, talk: Talk) -> int:
    """How many sealed rows a conversation with an order has left."""
    talk().say(*TO_THE_QUOTE, "yes")
    return sealed(database)


def sealed(database: Path) -> int:
    """How many boxes there are in a file."""
    with closing(sqlite3.connect(database)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        columns = {table: {row[1] for row in connection.execute(f"PRAGMA table_info({table})")} for table in tables}
        with_box = [table for table in tables if columns[table] & {"sealed"}] + ["checkpoints", "writes"]
        return sum(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in with_box)  # noqa: S608


def test_conversations_are_counted_with_the_rows(rows: int) -> None:
    assert run("list").stdout == f"key 1: {rows} rows, active\n"


def test_a_rotation_leaves_nothing_under_the_old_key(rows: int, talk: Talk) -> None:
    assert run("rotate").stdout.splitlines() == [
        f"Sealed {rows} rows again.", "key 1: 0 rows", f"key 2: {rows} rows, active"
    ]  # fmt: skip
    assert run("retire", "1").exit_code == 0
    assert "RF-" in talk().say("track my order").message


def test_a_key_that_a_remembered_conversation_needs_is_not_retired(rows: int, database: Path) -> None:
    kept = checkpoints(database)
    run("rotate")
    with closing(sqlite3.connect(database)) as connection:
        connection.executemany("UPDATE checkpoints SET checkpoint = ? WHERE thread_id = ?", kept)
        connection.commit()
    result = run("retire", "1")

    assert result.exit_code != 0
    assert f"{len(kept)} rows are still sealed with key 1" in result.stderr.replace("\n", " ")
    assert f"key 1: {len(kept)} rows" in run("list").stdout


def test_what_no_key_opens_of_a_conversation_is_told(rows: int, database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("UPDATE checkpoints SET checkpoint = CAST(substr(checkpoint, 1, 20) AS BLOB)")
        connection.commit()

    assert "1 rows of conversations cannot be opened" in run("rotate").stdout


def checkpoints(database: Path) -> list[tuple[bytes, str]]:
    with closing(sqlite3.connect(database)) as connection:
        return list(connection.execute("SELECT checkpoint, thread_id FROM checkpoints"))
