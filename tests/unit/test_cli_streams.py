"""A command whose standard input or output is closed or full ends with one line that says so."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

import rxflow
from rxflow.commands.chat import patient_lines
from rxflow.commands.standard_input import InputError
from rxflow.security.keys import format_keys, new_keys

SOURCES = Path(rxflow.__file__).parents[1]
CHAT = "chat --patient patient_001"
NO_INPUT = "rxflow: Standard input is closed. Open it, or read from /dev/null.\n"
NO_OUTPUT = "rxflow: Standard output is closed. Open it, or send it to /dev/null.\n"


def in_shell(line: str, folder: Path, words: str = "hello\n") -> subprocess.CompletedProcess[str]:
    """Run `rxflow` with a shell's redirections."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("RXFLOW_")}
    return subprocess.run(
        ["/bin/sh", "-c", f'"{sys.executable}" -m rxflow {line}'],
        env={**environment, "PYTHONPATH": str(SOURCES), "RXFLOW_KEYS": format_keys(new_keys())},
        cwd=folder,
        input=words,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize("line", [f"{CHAT} <&-", f"{CHAT} --json <&-", "forget --patient patient_001 <&-"])
def test_a_closed_input_is_one_line_and_exit_2(line: str, tmp_path: Path) -> None:
    done = in_shell(line, tmp_path)

    assert (done.returncode, done.stdout) == (2, "")
    assert [text for text in done.stderr.splitlines(keepends=True) if not text.startswith("{")] == [NO_INPUT]


@pytest.mark.parametrize("line", [f"{CHAT} >&-", f"{CHAT} --json >&-", f"{CHAT} <&- >&-", "cases --json >&-"])
def test_a_closed_output_is_one_line_and_exit_2(line: str, tmp_path: Path) -> None:
    done = in_shell(line, tmp_path)

    assert (done.returncode, done.stderr) == (2, NO_OUTPUT)
    # Nothing was opened for words that nobody would see.
    assert list(tmp_path.iterdir()) == []


def test_a_closed_error_output_changes_no_exit_code(tmp_path: Path) -> None:
    assert in_shell("orders --patient nobody 2>&-", tmp_path).returncode == 2
    assert in_shell(f"{CHAT} <&- >&- 2>&-", tmp_path).returncode == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("line", [CHAT, f"{CHAT} --json", "cases --json", "version"])
def test_a_full_disk_is_one_line_and_exit_2(line: str, tmp_path: Path) -> None:
    done = in_shell(f"{line} > /dev/full", tmp_path)

    assert done.returncode == 2
    assert done.stderr == "rxflow: Standard output cannot be written (No space left on device).\n"


def test_an_input_that_cannot_be_read_is_one_line_and_exit_2(tmp_path: Path) -> None:
    done = in_shell(f"{CHAT} --json 0> {tmp_path}/written", tmp_path)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("rxflow: Standard input cannot be read (")
    assert done.stderr.count("\n") == 1


def test_the_chat_for_people_reads_until_the_end_of_an_empty_input(tmp_path: Path) -> None:
    done = in_shell(f"{CHAT} < /dev/null", tmp_path)

    assert (done.returncode, done.stderr) == (0, "")
    assert "RxFlow: " in done.stdout


def test_lines_that_cannot_be_read_say_why() -> None:
    class Gone(io.RawIOBase):
        def readline(self, _size: int | None = -1) -> bytes:
            raise OSError(5, "Input/output error")

    with pytest.raises(InputError, match=r"cannot be read \(Input/output error\)"):
        list(patient_lines(Gone()))  # type: ignore[arg-type]
