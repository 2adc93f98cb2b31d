"""What the commands of staff and operators leave in the audit trail, and what a restore says of it."""

import json
import os
import pwd
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update
from typer.testing import CliRunner

from rxflow.bootstrap import open_store
from rxflow.cli import app
from rxflow.config.settings import DEFAULT_DATA_DIR, get_settings
from rxflow.persistence.audit_tables import AUDIT_EVENTS
from tests.support.audit_chains import drop_triggers

ME = f"operator:{pwd.getpwuid(os.getuid()).pw_name}"
PASSWORD = "a sentence is a good password"


@pytest.fixture(autouse=True)
def _own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(*arguments: str, words: str | None = None) -> Any:
    return CliRunner().invoke(app, arguments, input=words)


def done(*arguments: str, words: str | None = None) -> str:
    result = run(*arguments, words=words)
    assert result.exit_code == 0, result.output
    return str(result.stdout)


def trail(*actions: str) -> list[tuple[str, str, str | None, dict[str, Any]]]:
    """The events of these actions: actor, action, object and detail."""
    store = open_store(get_settings())
    columns = AUDIT_EVENTS.c
    with store.read() as tx:
        rows = tx.execute(
            select(columns.actor, columns.action, columns.object, columns.detail)
            .where(columns.action.in_(actions))
            .order_by(columns.sequence)
        ).all()
    store.close()
    return [(actor, action, about, json.loads(detail)) for actor, action, about, detail in rows]


def test_staff_who_are_added_and_disabled_are_recorded_without_their_names() -> None:
    add = ("users", "add", "mlee", "--name", "Maria Lee", "--role", "pharmacist")
    done(*add, words=f"{PASSWORD}\n")
    assert run(*add, words=f"{PASSWORD}\n").exit_code == 2
    done("users", "disable", "mlee")
    done("users", "disable", "mlee")

    assert trail("user.added", "user.disabled") == [
        (ME, "user.added", "mlee", {"kind": "pharmacist"}),
        (ME, "user.disabled", "mlee", {}),
    ]


def test_each_look_at_a_patients_records_is_recorded() -> None:
    case = json.loads(done("chat", "--patient", "patient_003", "--json", words="refill my Ozempic\n"))
    done("cases")
    done("case", case["escalation"]["case_id"])
    done("orders", "--patient", "patient_003")
    done("adherence", "--patient", "patient_003")
    looked = [event for event in trail("record.read") if event[0] == ME]

    assert [detail for *_, detail in looked] == [
        {"kind": "cases", "rows": 1},
        {"kind": "cases", "rows": 1},
        {"kind": "orders", "rows": 1},
        {"kind": "adherence", "rows": 1},
    ]
    shown = json.loads(done("audit", "show", "--patient", "patient_003", "--json"))
    assert sum(line["action"] == "record.read" and line["actor"] == ME for line in shown) == 4


@pytest.mark.parametrize("command", [("orders", "--patient", "patient_001"), ("adherence", "--patient", "patient_001")])
def test_what_cannot_be_recorded_is_not_shown(command: tuple[str, ...]) -> None:
    done(*command)
    store = open_store(get_settings())
    with store.write() as tx:
        drop_triggers(tx)
        tx.connection.exec_driver_sql("UPDATE audit_head SET proof = zeroblob(32)")
    store.close()
    result = run(*command)

    assert (result.exit_code, result.stdout) == (2, "")


def test_keys_imports_and_backups_are_recorded(tmp_path: Path) -> None:
    done("orders", "--patient", "patient_001")
    done("keys", "rotate")
    done("keys", "retire", "1")
    done("import", str(DEFAULT_DATA_DIR))
    done("backup", str(tmp_path / "backup.zip"))
    rotated, retired, imported, backed_up = trail("key.rotated", "key.retired", "data.imported", "backup.made")

    assert (rotated[0], rotated[3]["key"], retired[3]) == (ME, 2, {"key": 1})
    assert (imported[0], imported[3]["rows"] > 100, backed_up[3]["rows"] > 100) == (ME, True, True)


def test_a_restore_says_that_the_trail_is_whole_and_is_recorded_in_it(tmp_path: Path) -> None:
    done("orders", "--patient", "patient_001")
    done("backup", str(tmp_path / "backup.zip"))
    said = done("restore", str(tmp_path / "backup.zip"), "--replace")

    assert "The audit trail is whole: 1 events, and one more for the restore." in said
    assert trail("backup.made", "backup.restored")[0][1:3] == ("backup.restored", None)
    assert trail("backup.restored")[0][3]["events"] == 1


def test_a_head_that_is_newer_than_the_restored_trail_is_explained_and_moved_away_as_told(tmp_path: Path) -> None:
    done("orders", "--patient", "patient_001")
    done("backup", str(tmp_path / "backup.zip"))
    for _ in range(4):
        done("orders", "--patient", "patient_001")
    said = done("restore", str(tmp_path / "backup.zip"), "--replace")

    assert "after event 6 of the trail that was replaced; the restored one ends at event 1." in said
    assert run("audit", "verify").exit_code == 1
    told = said.splitlines()[-1].split()
    assert told[0] == "mv"
    Path(told[1]).rename(told[2])
    assert "ok" in done("audit", "verify")
    done("orders", "--patient", "patient_001")
    assert "the head exported at" in done("audit", "verify")


def test_a_head_of_the_restored_trail_needs_no_word(tmp_path: Path) -> None:
    done("orders", "--patient", "patient_001")
    head = Path("var/rxflow.audit-head").read_text(encoding="utf-8")
    done("backup", str(tmp_path / "backup.zip"))
    Path("var/rxflow.audit-head").write_text(head, encoding="utf-8")

    assert "mv " not in done("restore", str(tmp_path / "backup.zip"), "--replace")


def test_a_head_that_cannot_be_read_is_told_of(tmp_path: Path) -> None:
    done("orders", "--patient", "patient_001")
    done("backup", str(tmp_path / "backup.zip"))
    Path("var/rxflow.audit-head").write_text("{}", encoding="utf-8")

    assert "is not an exported head" in done("restore", str(tmp_path / "backup.zip"), "--replace")


def test_a_backup_whose_trail_was_changed_ends_with_exit_1(tmp_path: Path) -> None:
    done("orders", "--patient", "patient_001")
    store = open_store(get_settings())
    with store.write() as tx:
        drop_triggers(tx)
        tx.execute(update(AUDIT_EVENTS).values(actor="somebody"))
    store.close()
    done("backup", str(tmp_path / "backup.zip"))
    result = run("restore", str(tmp_path / "backup.zip"), "--replace")

    assert result.exit_code == 1
    assert "The audit trail is broken at event 1" in result.stdout
    assert trail("backup.restored") == []
