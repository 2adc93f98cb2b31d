"""The page about the command line is what the commands say, and long work tells its bar."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from rxflow.cli import app
from rxflow.commands.group import EXIT_CODES
from rxflow.commands.manual import command_page, commands_below
from rxflow.domain.progress import Progress
from rxflow.security.keys import KeyFile, new_keys
from tests.support.command_lines import ROOT

DOCS = Path(__file__).parents[2] / "docs"
PAGE = DOCS / "command_line.md"
UTTERANCES = Path(__file__).parents[1] / "eval" / "utterances.jsonl"
SCENARIO = {"id": "one", "patient": "patient_001", "open": "hello", "expect": {"outcome": ["ANSWERED"]}}


def run(*arguments: str, words: str | None = None) -> Any:
    return CliRunner().invoke(app, arguments, input=words, catch_exceptions=False)


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == command_page(ROOT)
    assert run("manual", "--check", str(PAGE)).exit_code == 0


def test_the_page_names_every_command_option_and_exit_code() -> None:
    page = run("manual").stdout

    for name, command in commands_below(ROOT):
        section = page.split(f"### rxflow {name}\n")[1].split("\n### ")[0]
        assert command.help in section
        for param in command.params:
            assert (
                param.name == "help"
                or f"`{param.opts[0] if param.opts[0].startswith('-') else param.metavar}" in section
            )
    assert all(f"| {code} | {meaning} |" in page for code, meaning in EXIT_CODES.items())


def test_a_page_that_is_out_of_date_is_told_how_to_mend(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("old", encoding="utf-8")
    stale = run("manual", "--check", str(page))

    assert stale.exit_code == 1
    assert f"rxflow manual --write {page}" in stale.stderr


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, list[tuple[int, int]]]:
    """What each bar is told, as if somebody looked on."""
    shown: dict[str, list[tuple[int, int]]] = {}

    @contextmanager
    def bar(doing: str, as_json: bool = False) -> Iterator[Progress | None]:
        counted = shown.setdefault(doing, [])
        yield None if as_json else lambda done, total: counted.append((done, total))

    for name in ("audit", "backup", "eval_words", "evaluate", "forget", "import_data", "keys"):
        monkeypatch.setattr(f"rxflow.commands.{name}.progress_bar", bar)
    monkeypatch.chdir(tmp_path)
    KeyFile(tmp_path / "var" / "rxflow.key").create(new_keys())
    return shown


def test_a_rotation_counts_the_rows_that_it_seals_again(told: dict[str, list[tuple[int, int]]]) -> None:
    run("chat", "--patient", "patient_001", "--json", words="refill lisinopril\nyes\n")
    rows = json.loads(run("keys", "list", "--json").stdout)["keys"][0]["rows"]
    run("keys", "rotate")

    (counted,) = told.values()
    assert counted[-1] == (rows, rows)
    assert [done for done, _ in counted] == sorted(done for done, _ in counted)
    assert len({done for done, _ in counted}) > 1


def test_scenarios_and_messages_are_counted(told: dict[str, list[tuple[int, int]]], tmp_path: Path) -> None:
    scenarios = [json.dumps(SCENARIO | {"id": name}) for name in ("one", "two")]
    (tmp_path / "two.jsonl").write_text("\n".join(scenarios), encoding="utf-8")
    messages = UTTERANCES.read_text(encoding="utf-8").splitlines()[:3]
    (tmp_path / "words.jsonl").write_text("\n".join(messages), encoding="utf-8")
    run("eval", "two.jsonl")
    run("eval-words", "words.jsonl")

    assert told["Playing scenarios"] == [(1, 2), (2, 2)]
    assert told["Reading messages"] == [(1, 3), (2, 3), (3, 3)]


def test_backup_restore_import_and_forget_tell_their_bars(told: dict[str, list[tuple[int, int]]]) -> None:
    run("chat", "--patient", "patient_001", "--json", words="hello\n")
    run("backup", "backup.zip")
    run("restore", "backup.zip", "--replace")
    run("import")
    run("forget", "--older-than", "1", "--yes")

    for doing in ("Backing up", "Restoring", "Importing"):
        done, total = told[doing][-1]
        assert done == total > 0
    assert told["Forgetting conversations"] == []
