"""`rxflow chat`: JSON lines in a process of its own, whatever bytes come in, and the chat in a terminal."""

import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import rxflow
from rxflow.cli import app
from rxflow.commands.chat import LINE_BYTES, patient_lines
from rxflow.domain.errors import StoreUnavailableError
from rxflow.security.keys import format_keys, new_keys
from rxflow.workflow.conversation_manager import AdvancedConversationManager

ROOT = Path(rxflow.__file__).parents[1]
KEYS_OF_THE_DATABASE = format_keys(new_keys())
KEYS = ["session_id", "state", "message", "findings", "tools", "order", "escalation", "suggestions"]


@contextmanager
def started(folder: Path, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("RXFLOW_")}
    with subprocess.Popen(
        [sys.executable, "-m", "rxflow", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder,
        env={**environment, "PYTHONPATH": str(ROOT), "RXFLOW_KEYS": KEYS_OF_THE_DATABASE},
        preexec_fn=_hear_ctrl_c,
    ) as process:
        yield process


def _hear_ctrl_c() -> None:
    # A shell's background job ignores it, and so would everything that it starts.
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def chat(folder: Path, spoken: bytes, patient: str = "patient_001") -> tuple[int, list[dict[str, Any]], str]:
    with started(folder, "chat", "--patient", patient, "--json") as process:
        out, err = process.communicate(spoken, timeout=120)
    return process.returncode, [json.loads(line) for line in out.splitlines()], err.decode()


def test_whatever_comes_in_each_line_gets_one_json_line(tmp_path: Path) -> None:
    lines = [
        "refill my lisinopril 💊".encode(),
        b"",
        b"   ",
        b'<b onclick="x">yes</b> [bold red]&amp;',
        b"\x00\x01\x1b[31m\x07\x7f",
        "line\u2028separator\u0085next".encode(),
        b"caf\xe9 \xff\xfe\xed\xa0\x80",
        b"a" * 1_048_576,
        b'{"text": "refill omeprazole"}',
        b"thanks\r",
        b"the last line has no end",
    ]
    code, replies, errors = chat(tmp_path, b"\n".join(lines))

    assert code == 0
    assert len(replies) == len(lines)
    assert all(list(reply) == KEYS for reply in replies)
    assert len({reply["session_id"] for reply in replies}) == 1
    assert all(reply["message"] for reply in replies)
    assert {reply["state"] for reply in replies}.isdisjoint({"ERROR"})
    assert errors == ""


def test_a_refill_is_ordered_and_kept(tmp_path: Path) -> None:
    code, replies, _ = chat(tmp_path, b"refill lisinopril\nyes\nH-E-B\nyes, place the order\n")

    assert code == 0
    assert [reply["state"] for reply in replies] == ["CONFIRM_DOSAGE", "SELECT_PHARMACY", "CONFIRM_ORDER", "COMPLETE"]
    assert replies[-1]["order"]["pharmacy_id"] == "PH003"
    assert all(isinstance(name, str) for reply in replies for name in reply["tools"])
    assert (tmp_path / "var" / "rxflow.db").exists()


def test_a_reply_comes_before_the_next_line_is_written(tmp_path: Path) -> None:
    with started(tmp_path, "chat", "--patient", "patient_001", "--json") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for words in (b"hello\n", b"refill lisinopril\n"):
            process.stdin.write(words)
            process.stdin.flush()
            assert list(json.loads(process.stdout.readline())) == KEYS
        process.stdin.close()

        assert process.wait(timeout=30) == 0


def test_an_unknown_patient_is_one_line_and_exit_2(tmp_path: Path) -> None:
    code, replies, errors = chat(tmp_path, b"hello\n", patient="patient_999")

    assert (code, replies) == (2, [])
    assert errors.startswith("rxflow: ")
    assert errors.count("\n") == 1


def test_ctrl_c_ends_quietly(tmp_path: Path) -> None:
    with started(tmp_path, "chat", "--patient", "patient_001", "--json") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(b"hello\n")
        process.stdin.flush()
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        # Before its input is closed: the end of the input would end it too.
        process.wait(timeout=30)
        _, errors = process.communicate(timeout=30)

    assert process.returncode == 130
    assert errors == b""


def test_a_reader_that_goes_away_ends_it_quietly(tmp_path: Path) -> None:
    with started(tmp_path, "chat", "--patient", "patient_001", "--json") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdout.close()
        process.stdin.write(b"hello\n" * 3)
        process.stdin.close()
        assert process.stderr is not None
        errors = process.stderr.read()
        process.wait(timeout=30)

    assert errors == b""


@pytest.mark.parametrize(
    ("sent", "heard"),
    [
        (b"", []),
        (b"\n", [""]),
        (b"one\r\ntwo", ["one", "two"]),
        (b"\xff\n", ["\ufffd"]),
        (b"x" * (2 * LINE_BYTES) + b"\nnext\n", ["x" * LINE_BYTES, "next"]),
        (b"x" * LINE_BYTES + b"\nnext", ["x" * LINE_BYTES, "next"]),
    ],
)
def test_lines_as_they_are_heard(sent: bytes, heard: list[str]) -> None:
    assert list(patient_lines(io.BytesIO(sent))) == heard


@pytest.fixture
def _store_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def fail(*_args: object, **_options: object) -> None:
        raise StoreUnavailableError("The database could not be written. Nothing was changed.")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(AdvancedConversationManager, "handle_message", fail)


@pytest.mark.usefixtures("_store_fails")
def test_an_expected_error_is_a_reply_with_the_same_keys() -> None:
    result = CliRunner().invoke(app, ["chat", "--patient", "patient_001", "--json"], input="hi\nhi\n")
    replies = [json.loads(line) for line in result.stdout.splitlines()]

    assert result.exit_code == 0
    assert [list(reply) for reply in replies] == [KEYS, KEYS]
    assert replies[0]["state"] == "ERROR"
    assert replies[0]["message"] == "The database could not be written. Nothing was changed."


@pytest.mark.usefixtures("_store_fails")
def test_an_expected_error_is_a_reply_in_the_terminal_too() -> None:
    result = CliRunner().invoke(app, ["chat", "--patient", "patient_001"], input="hi\n")

    assert result.exit_code == 0
    assert "The database could not be written." in result.stdout


def test_the_chat_in_a_terminal_greets_answers_and_offers_replies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(
        app, ["chat", "--patient", "patient_001"], input=b"refill lisinopril [bold]\xff\n", catch_exceptions=False
    )

    assert result.exit_code == 0
    assert result.stdout.count("RxFlow: ") == 2
    assert "lisinopril" in result.stdout
    assert "You can say: " in result.stdout


def test_a_conversation_of_another_type_is_begun_by_its_name(tmp_path: Path) -> None:
    with started(tmp_path, "chat", "--patient", "patient_001", "--type", "clinical", "--json") as process:
        out, _ = process.communicate(b"what are the side effects of lisinopril?\n", timeout=120)

    assert json.loads(out)["tools"] == ["search_medication_information"]


def test_an_unknown_type_is_told_with_those_there_are(tmp_path: Path) -> None:
    with started(tmp_path, "chat", "--patient", "patient_001", "--type", "weather", "--json") as process:
        out, err = process.communicate(b"hello\n", timeout=120)

    assert process.returncode != 0
    assert out == b""
    assert b"refill, simple, clinical" in err
