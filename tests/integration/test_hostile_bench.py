"""`python -m bench.hostile` counts, says so in a table or as JSON, and fails loudly on a violation."""

import json
from pathlib import Path

import pytest

from bench import hostile
from tests.support.hostile_conversation import Outcome

pytestmark = pytest.mark.no_cover
"""Many conversations, whose parts other tests cover one by one."""


def test_it_counts_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    code = hostile.main(["--conversations", "3", "--workers", "1", "--messages", "5", "--json"])
    told = json.loads(capsys.readouterr().out)

    assert code == 0
    assert told["violations"] == 0
    assert told["conversations"] >= 3
    assert told["turns"] >= 12
    assert set(told["refused"]) == {"gate", "tool"}


def test_one_seed_is_played_alone_and_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert hostile.main(["--only", "7", "--workers", "1", "--messages", "5"]) == 0
    told = capsys.readouterr().out

    assert "refill my" in told
    assert "violations" in told


def test_a_violation_fails_and_names_its_seed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def played(seed: int, _folder: str, _messages: int) -> Outcome:
        return Outcome(seed, ["Order RF-1: nobody agreed to its quote."] if seed == 42 else [])

    monkeypatch.setattr(hostile, "_play_one", lambda seed, folder, messages: played(seed, folder, messages))

    assert hostile.main(["--conversations", "5", "--workers", "1", "--seed", "40"]) == 1
    told = capsys.readouterr().out
    assert "seed 42 (reproduce with --only 42)" in told
    assert "nobody agreed" in told


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    hostile.main(["--conversations", "1", "--workers", "1", "--messages", "4"])

    assert list(tmp_path.iterdir()) == []
