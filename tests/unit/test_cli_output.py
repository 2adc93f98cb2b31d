"""What is printed: tables on a terminal, plain lines into a pipe, JSON for programs, and bars beside it."""

import io
import sys
from typing import Any

import pytest

from rxflow.commands import progress
from rxflow.commands.output import on_terminal, print_json, print_table
from rxflow.commands.progress import progress_bar

COLUMNS = {"id": "Number", "name": "Name"}
ROWS = [{"id": "RF-1234-5678", "name": "lisinopril 10 mg tablet"}, {"id": "RF-8765-4321", "name": None}]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def look_on(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal in the place of what is printed and told beside it. Not a fixture: pytest's capture would undo it."""
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    shown = Terminal()
    monkeypatch.setattr(sys, "stdout", shown)
    monkeypatch.setattr(sys, "stderr", shown)
    return shown


def test_into_a_pipe_goes_a_line_for_each_row(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(COLUMNS, ROWS)

    assert capsys.readouterr().out == "Number\tName\nRF-1234-5678\tlisinopril 10 mg tablet\nRF-8765-4321\t\n"


def test_a_pipe_gets_the_same_whatever_the_width(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    print_table(COLUMNS, [{"id": "1", "name": "x" * 300}])

    assert capsys.readouterr().out.splitlines()[1] == f"1\t{'x' * 300}"


def test_what_a_name_holds_is_neither_a_cell_nor_an_escape_sequence(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(COLUMNS, [{"id": "1", "name": "a\tb\n\x1b[31mred\x9b"}])

    assert capsys.readouterr().out.splitlines()[1:] == ["1\ta b [31mred "]


def test_a_terminal_gets_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = look_on(monkeypatch)
    monkeypatch.setenv("COLUMNS", "80")
    print_table(COLUMNS, ROWS, whole=("id",))

    shown = terminal.getvalue()
    assert "┃" in shown
    assert "\x1b[" in shown
    assert "│ RF-1234-5678 │" in shown


def test_a_cell_that_is_too_long_goes_on_below(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = look_on(monkeypatch)
    monkeypatch.setenv("COLUMNS", "40")
    print_table(COLUMNS, [{"id": "RF-1234-5678", "name": "x" * 60}], whole=("id",))

    assert terminal.getvalue().count("x") == 60


def test_no_color_is_respected(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = look_on(monkeypatch)
    monkeypatch.setenv("NO_COLOR", "1")
    print_table(COLUMNS, ROWS)

    assert "\x1b[3" not in terminal.getvalue()


def test_a_terminal_that_is_too_narrow_gets_a_line_for_each_cell(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    terminal = look_on(monkeypatch)
    monkeypatch.setenv("COLUMNS", "16")
    monkeypatch.setenv("NO_COLOR", "1")
    print_table(COLUMNS, [{"id": "RF-123456", "name": "short"}, {"id": "RF-654321", "name": "[b]"}], whole=("id",))

    plain = [line.replace("\x1b[1m", "").replace("\x1b[0m", "").rstrip() for line in terminal.getvalue().splitlines()]
    assert "".join(plain).replace(" ", "") == "Number:RF-123456Name:shortNumber:RF-654321Name:[b]"
    assert "┃" not in terminal.getvalue()


def test_json_is_one_line_of_ascii(capsys: pytest.CaptureFixture[str]) -> None:
    print_json({"name": "José\n"})

    assert capsys.readouterr().out == '{"name": "Jos\\u00e9\\n"}\n'


def test_a_bar_is_shown_on_a_terminal_and_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = look_on(monkeypatch)
    seen: list[tuple[float, float | None]] = []

    class Seen(progress.Progress):
        def update(self, task: Any, **values: Any) -> None:
            seen.append((values["completed"], values["total"]))
            super().update(task, **values)

    monkeypatch.setattr(progress, "Progress", Seen)
    with progress_bar("Sealing") as told:
        assert told is not None
        told(3, 10)
        told(10, 10)

    assert seen == [(3, 10), (10, 10)]
    assert "Sealing" in terminal.getvalue()
    # The cursor goes back to the bar's line, which is erased.
    assert terminal.getvalue().endswith("\x1b[2K")


def test_what_is_printed_beside_a_bar_stays_on_stdout(monkeypatch: pytest.MonkeyPatch) -> None:
    look_on(monkeypatch)
    printed = Terminal()
    monkeypatch.setattr(sys, "stdout", printed)
    with progress_bar("Playing"):
        print("a line")

    assert printed.getvalue() == "a line\n"


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_into_a_pipe_goes_no_bar(stream: str, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = look_on(monkeypatch)
    piped = io.StringIO()
    monkeypatch.setattr(sys, stream, piped)
    with progress_bar("Sealing") as told:
        assert told is None

    assert (piped.getvalue(), terminal.getvalue()) == ("", "")


def test_beside_json_goes_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = look_on(monkeypatch)
    with progress_bar("Sealing", as_json=True) as told:
        assert told is None

    assert terminal.getvalue() == ""


def test_closed_streams_are_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    look_on(monkeypatch)
    assert on_terminal()
    monkeypatch.setattr(sys, "stderr", None)

    assert not on_terminal()
