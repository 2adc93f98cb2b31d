"""`python -m bench.checkpoints` measures real conversations, whose words are nowhere in the database."""

import json
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest

from bench import checkpoints as bench
from rxflow.assistant import Assistant
from rxflow.security.cipher import Cipher
from rxflow.security.keys import KeyRing
from rxflow.services.mock_data import MockData
from tests.support.checkpoints import HeldKeys, Memory
from tests.support.postgresql import SERVER, a_database

SHORTEST = 5
"""Shorter words are found in random bytes by chance."""


@pytest.fixture
def on_the_demo(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    """The measurement uses this test's assistant instead of one of its own."""
    monkeypatch.setattr(bench, "_assistant", lambda _folder: nullcontext(assistant))


@pytest.mark.usefixtures("on_the_demo")
def test_it_measures_as_json(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench, "MOST_SLOWDOWN", 100)  # a busy machine is no failure here
    code = bench.main(["--turns", "20", "--conversations", "1", "--json"])
    (figures,) = json.loads(capsys.readouterr().out)

    assert code == 0
    assert figures["database"] == "SQLite"
    assert figures["rows"] == 1
    assert 500 < figures["written_first"] <= figures["written_most"] < bench.MOST_BYTES
    assert figures["kept_last"] <= figures["kept_first"] * 1.2
    assert figures["first_ms"] > 0


@pytest.mark.usefixtures("on_the_demo")
def test_a_goal_that_is_missed_fails(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench, "MOST_BYTES", 100)
    monkeypatch.setattr(bench, "ROUND", bench.ROUND[:1])

    assert bench.main(["--turns", "1", "--conversations", "1"]) == 1
    assert "bytes written a turn" in capsys.readouterr().out


@pytest.fixture(params=["file", pytest.param("postgresql", marks=pytest.mark.services)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "postgresql":
        with a_database(SERVER) as address:
            yield address
    else:
        yield f"sqlite:///{tmp_path / 'memory.db'}"


def test_no_word_of_a_conversation_is_in_the_database(url: str, assistant: Assistant, demo: MockData) -> None:
    keys = HeldKeys()
    manager, close = bench.manager_on(assistant, url, Cipher(KeyRing(keys)))
    said = []
    session_id = assistant.run(manager.start("patient_001")).session_id
    for words in ("what do I take?", "refill my lisinopril", "yes", "H-E-B", "yes", "my knee hurts since yesterday"):
        said += [words, assistant.run(manager.handle_message(words, session_id)).message]
    memory = assistant.run(Memory.opened(url, keys))
    stored = assistant.run(memory.stored())
    assistant.run(memory.checkpoints.close())
    close()
    names = {word for patient in demo.patients for word in (patient.name, *patient.name.split())}
    names |= {patient.date_of_birth.isoformat() for patient in demo.patients}
    names |= {patient.patient_id for patient in demo.patients} | {drug.name for drug in demo.drugs}
    secrets = {each[:40] for each in (*names, *said) if len(each) >= SHORTEST}

    assert session_id.encode() in stored, "these are not the bytes of the database"
    assert len(secrets) > 200
    assert [each for each in secrets if _is_in(each, stored)] == []


def _is_in(secret: str, stored: bytes) -> bool:
    forms = (secret, secret.lower(), secret.upper(), json.dumps(secret)[1:-1])
    return any(form.encode() in stored for form in forms)
