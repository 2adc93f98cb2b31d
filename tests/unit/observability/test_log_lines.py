"""Where log lines go: a file of one's own that is rotated, and what other libraries log, without its words."""

import errno
import json
import logging
import os
import stat
from pathlib import Path
from typing import Any

import pytest

from rxflow.domain.errors import ConfigurationError
from rxflow.observability.log_lines import LineFile, open_file
from rxflow.observability.logging import LogFile, configure_logging, get_logger

SECRET = "John Smith takes lisinopril"
log = get_logger("rxflow.test")


def stderr_lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().err.splitlines()]


def lines_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_a_file_holds_the_same_lines_as_stderr(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "log" / "rxflow.log"
    configure_logging("INFO", LogFile(path, 1_000_000, 1))
    log.info("100% done", state="START")
    log.debug("not heard")

    assert lines_of(path) == stderr_lines(capsys)
    assert lines_of(path)[0]["event"] == "100% done"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_only_the_owner_can_read_the_file_and_those_put_aside(tmp_path: Path) -> None:
    path = tmp_path / "rxflow.log"
    path.touch(mode=0o644)
    before = os.umask(0)
    try:
        configure_logging("INFO", LogFile(path, 500, 3))
        for _ in range(30):
            log.info("turn", state="START")
    finally:
        os.umask(before)
    files = sorted(tmp_path.iterdir())

    assert [file.name for file in files] == ["rxflow.log", "rxflow.log.1", "rxflow.log.2", "rxflow.log.3"]
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert all(file.stat().st_size <= 500 for file in files)
    assert all(lines_of(file) for file in files)


def test_what_was_logged_before_a_restart_stays(tmp_path: Path) -> None:
    path = tmp_path / "rxflow.log"
    for event in ("first", "second"):
        configure_logging("INFO", LogFile(path, 1_000_000, 1))
        log.info(event)

    assert [line["event"] for line in lines_of(path)] == ["first", "second"]


def test_processes_that_share_a_file_lose_no_line(tmp_path: Path) -> None:
    path = tmp_path / "rxflow.log"
    one, other = (open_file(LogFile(path, 200, 50)) for _ in range(2))
    for number in range(60):
        (one if number % 3 else other).write(json.dumps({"number": number}))
    one.close()
    other.close()
    kept = [line["number"] for file in tmp_path.iterdir() for line in lines_of(file)]

    assert sorted(kept) == list(range(60))
    assert len(list(tmp_path.iterdir())) > 2


def test_a_file_that_was_put_aside_by_somebody_else_is_begun_again(tmp_path: Path) -> None:
    path = tmp_path / "rxflow.log"
    configure_logging("INFO", LogFile(path, 1_000_000, 1))
    log.info("before")
    path.rename(tmp_path / "aside.log")
    log.info("after")

    assert [line["event"] for line in lines_of(path)] == ["after"]


def test_a_file_that_cannot_be_opened_is_a_wrong_setting(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for path in (tmp_path, tmp_path / "file" / "rxflow.log"):
        with pytest.raises(ConfigurationError, match=r"^RXFLOW_LOG_FILE: .* cannot be written\."):
            configure_logging("INFO", LogFile(path, 1000, 1))


def test_a_full_disk_fails_nobody_and_is_written_again_when_it_has_space(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "rxflow.log"
    configure_logging("INFO", LogFile(path, 1_000_000, 1))

    def full(_file: LineFile, _record: logging.LogRecord) -> bool:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(LineFile, "shouldRollover", full)
        log.info("lost")
    log.info("kept")

    assert [line["event"] for line in lines_of(path)] == ["kept"]
    assert [line["event"] for line in stderr_lines(capsys)] == ["lost", "kept"]


def test_a_file_that_cannot_be_put_aside_fails_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "rxflow.log"
    configure_logging("INFO", LogFile(path, 100, 1))
    monkeypatch.setattr(os, "rename", lambda *_: (_ for _ in ()).throw(PermissionError("no")))
    for _ in range(5):
        log.info("turn", state="START", rule="x" * 60)

    assert path.exists()


@pytest.mark.parametrize("name", ["uvicorn.error", "sqlalchemy.pool", "httpx", "root"])
def test_a_library_is_heard_without_its_words(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging("INFO")
    library = logging.getLogger(None if name == "root" else name)
    library.warning("odd: %s", SECRET)
    try:
        raise KeyError(SECRET)
    except KeyError:
        library.exception(SECRET)
    library.info(SECRET)
    library.log(35, SECRET, extra={"patient": SECRET})
    told = stderr_lines(capsys)

    assert [(line["event"], line["level"], line["logger"]) for line in told] == [
        ("library", "warning", name),
        ("library", "error", name),
        ("library", "warning", name),
    ]
    assert told[1]["error_type"] == "KeyError"
    assert "John" not in json.dumps(told)


def test_a_library_is_not_heard_below_the_level(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging("ERROR")
    logging.getLogger("uvicorn.error").warning(SECRET)
    logging.getLogger("uvicorn.error").error(SECRET, exc_info=False)

    assert [line["level"] for line in stderr_lines(capsys)] == ["error"]


def test_configuring_again_tells_each_record_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = tmp_path / "first.log"
    configure_logging("INFO", LogFile(first, 1_000_000, 1))
    configure_logging("INFO")
    logging.getLogger("httpx").warning(SECRET)

    assert len(stderr_lines(capsys)) == 1
    assert lines_of(first) == []
