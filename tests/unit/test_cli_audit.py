"""`rxflow audit`: exit codes, what is shown, and that showing is recorded."""

import json
import os
import pwd
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, update
from typer.testing import CliRunner

from rxflow.bootstrap import build_assistant
from rxflow.cli import app
from rxflow.commands.audit import operating_user
from rxflow.config.settings import Settings
from rxflow.domain.audit import AuditAction, AuditEvent
from rxflow.persistence.audit_repository import AuditRepository
from rxflow.persistence.audit_tables import AUDIT_EVENTS, AUDIT_HEAD
from rxflow.persistence.tables import ORDERS
from rxflow.services.mock_data import MockData
from tests.conftest import MakeAssistant, Talk
from tests.support.audit_chains import NOON, drop_triggers
from tests.support.clock import FrozenClock
from tests.support.conversation import TO_THE_QUOTE

ANSWER = "rxflow.commands.audit.open_assistant"


def run(*arguments: str) -> Any:
    return CliRunner().invoke(app, ["audit", *arguments])


@pytest.fixture
def head_file(settings: Settings) -> Path:
    return Path(settings.database_url.removeprefix("sqlite:///")).with_name("rxflow.audit-head")


@pytest.fixture(autouse=True)
def _played(
    talk: Talk,
    settings: Settings,
    clock: FrozenClock,
    demo: MockData,
    monkeypatch: pytest.MonkeyPatch,
    head_file: Path,
) -> None:
    """A conversation of this database; every command is a process that opens it anew."""
    chat = talk("patient_001")
    chat.say("refill my lisinopril")
    chat.assistant.services.audit.record(
        AuditEvent(NOON, "operator:root", AuditAction.RECORD_READ, "patient_002", detail={"code": "OTHER"})
    )
    chat.assistant._head_export.close()  # type: ignore[union-attr]
    assert head_file.exists()
    monkeypatch.setattr(ANSWER, lambda: build_assistant(settings, now=clock, data=demo))


def tamper(make_assistant: MakeAssistant, statement: Any) -> None:
    with make_assistant()._store.write() as tx:
        drop_triggers(tx)
        tx.execute(statement)


def test_a_trail_in_order_ends_with_exit_0() -> None:
    result = run("verify")

    assert result.exit_code == 0
    assert result.stdout.startswith("ok 8 events, each as it was written; the head exported at ")
    assert json.loads(run("verify", "--json").stdout)["broken"] is None


def test_a_row_that_is_not_where_the_trail_left_it_ends_with_exit_1(talk: Talk, make_assistant: MakeAssistant) -> None:
    chat = talk("patient_001")
    chat.say(*TO_THE_QUOTE, "yes")
    (order,) = chat.orders()
    tamper(make_assistant, update(ORDERS).values(status="READY"))
    result = run("verify")

    assert result.exit_code == 1
    assert result.stdout.splitlines()[1:] == [
        f"changed from outside: Order {order.order_id} is READY, and its history ends in SUBMITTED.",
        f"changed from outside: Order {order.order_id} is READY, and the trail says SUBMITTED.",
    ]
    assert [each["object"] for each in json.loads(run("verify", "--json").stdout)["mismatches"]] == [order.order_id] * 2


def test_a_broken_trail_ends_with_exit_1_and_names_the_link(make_assistant: MakeAssistant) -> None:
    tamper(make_assistant, update(AUDIT_EVENTS).where(AUDIT_EVENTS.c.sequence == 3).values(actor="pharmacist"))
    result = run("verify")

    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "broken at event 3 (changed): Event 3 was changed: it is not what was written.",
        "Events 1 to 2 are in order.",
    ]
    assert json.loads(run("verify", "--json").stdout)["broken"]["sequence"] == 3


def test_a_trail_that_is_broken_at_its_first_event(make_assistant: MakeAssistant) -> None:
    tamper(make_assistant, delete(AUDIT_EVENTS).where(AUDIT_EVENTS.c.sequence == 1))

    assert "No event before it is in order." in run("verify").stdout


def test_a_trail_that_was_wiped_out_is_told_by_the_exported_head(make_assistant: MakeAssistant) -> None:
    tamper(make_assistant, delete(AUDIT_EVENTS))
    tamper(make_assistant, delete(AUDIT_HEAD))
    result = run("verify")

    assert result.exit_code == 1
    assert "broken at event 1 (truncated): Events 1 to 8 were there when the head was exported" in result.stdout


def test_a_head_kept_elsewhere_can_be_compared_with(tmp_path: Path, head_file: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text(run("head", "--json").stdout)
    head_file.unlink()

    assert "the head exported at" in run("verify", "--head", str(elsewhere)).stdout
    assert "no head was exported" in run("verify").stdout


def test_a_head_that_is_missing_or_none_cannot_be_compared_with(tmp_path: Path) -> None:
    (tmp_path / "broken").write_text("{}")
    for name in ("nowhere", "broken"):
        result = run("verify", "--head", str(tmp_path / name))
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.startswith("rxflow: ")


def test_the_head_is_printed_for_people_and_for_programs(make_assistant: MakeAssistant) -> None:
    head = make_assistant().services.audit.head()
    assert head is not None
    printed = json.loads(run("head", "--json").stdout)

    assert (printed["sequence"], printed["mac"], printed["proof"]) == (8, head.mac.hex(), head.proof.hex())
    assert run("head").stdout.splitlines()[0].startswith("event 8 at 2026-03-04T")


def test_a_trail_without_events_has_no_head(make_assistant: MakeAssistant) -> None:
    tamper(make_assistant, delete(AUDIT_EVENTS))
    tamper(make_assistant, delete(AUDIT_HEAD))

    assert run("head").stdout == "Nothing was recorded yet.\n"


def test_a_patients_trail_is_shown_newest_last_and_that_is_recorded(make_assistant: MakeAssistant) -> None:
    lines = json.loads(run("show", "--patient", "patient_001", "--json").stdout)

    assert [line["action"] for line in lines] == [
        "session.started",
        "record.read",
        "model.called",
        "model.called",
        "tool.called",
        "prescription.assessed",
        "turn.answered",
        "audit.shown",
    ]
    assert (lines[5]["object"], lines[5]["detail"]) == ("RX100101", {"findings": ["INTERACTION"], "selected": True})
    assert lines[-1]["actor"] == f"operator:{pwd.getpwuid(os.getuid()).pw_name}"
    assert len(lines[0]["session"]) == 8
    shown = make_assistant().services.audit.for_patient("patient_001")[-1]
    assert (shown.action, shown.sequence) == ("audit.shown", lines[-1]["sequence"])


def test_a_patients_trail_as_a_table() -> None:
    shown = run("show", "--patient", "patient_001").stdout

    assert "RX100101" in shown
    assert "findings INTERACTION, selected yes" in shown
    assert "patient_002" not in shown
    assert "OTHER" not in shown


def test_a_patients_trail_since_a_day(clock: FrozenClock) -> None:
    clock.wait(days=2)
    lines = json.loads(run("show", "--patient", "patient_001", "--since", "2026-03-05", "--json").stdout)

    assert [line["action"] for line in lines] == ["audit.shown"]


def test_what_cannot_be_recorded_is_not_shown(make_assistant: MakeAssistant) -> None:
    tamper(make_assistant, update(AUDIT_HEAD).values(proof=bytes(32)))
    result = run("show", "--patient", "patient_001")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "audit verify" in result.stderr


def test_an_account_is_not_taken_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "somebody else")

    assert operating_user() == f"operator:{pwd.getpwuid(os.getuid()).pw_name}"


def test_an_account_without_a_name_is_its_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "getuid", lambda: 4_000_001)

    assert operating_user() == "operator:4000001"


def test_the_repository_tells_the_code_of_no_event(make_assistant: MakeAssistant) -> None:
    with make_assistant()._store.read() as tx:
        assert AuditRepository(tx).mac(99) is None
