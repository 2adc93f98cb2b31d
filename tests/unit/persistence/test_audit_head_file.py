"""The exported head: written behind the back of whoever appends, whole, and never over one that tells of a cut."""

import json
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from rxflow.domain.audit import AuditHead
from rxflow.domain.errors import ConfigurationError
from rxflow.persistence.audit_head_file import EVENTS_BETWEEN, ExportedHead, HeadExport, HeadFile

NOON = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
LONG = 3600.0


def a_head(sequence: int) -> AuditHead:
    return AuditHead(sequence, bytes([sequence % 256]) * 32, bytes(32))


class WatchedFile(HeadFile):
    """Tells the test when a head is there, so that no test has to sleep."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.written: list[int] = []
        self._more = threading.Condition()

    def write(self, exported: ExportedHead) -> None:
        super().write(exported)
        with self._more:
            self.written.append(exported.head.sequence)
            self._more.notify_all()

    def wait_for(self, sequence: int) -> None:
        with self._more:
            assert self._more.wait_for(lambda: sequence in self.written, timeout=30)


@pytest.fixture
def file(tmp_path: Path) -> WatchedFile:
    return WatchedFile(tmp_path / "var" / "rxflow.audit-head")


Export = Callable[..., HeadExport]


@pytest.fixture
def export(file: WatchedFile) -> Iterator[Export]:
    """Makes exports over a chain in which every head is."""
    made: list[HeadExport] = []

    def make(seconds: float = LONG, chain: Callable[[int], bytes | None] = lambda number: a_head(number).mac) -> Any:
        made.append(HeadExport(file, chain, lambda: NOON, seconds))
        return made[-1]

    yield make
    for each in made:
        each.close()


def test_a_head_is_read_as_it_was_written(file: WatchedFile) -> None:
    file.write(ExportedHead(a_head(7), NOON))

    assert file.read() == ExportedHead(a_head(7), NOON)
    assert json.loads(file.path.read_text())["sequence"] == 7
    assert [path.name for path in file.path.parent.iterdir()] == ["rxflow.audit-head"]


def test_no_file_is_no_head(file: WatchedFile) -> None:
    assert file.read() is None


@pytest.mark.parametrize(
    "content", ["", "null", "[]", "{}", '{"sequence": "x", "mac": "", "proof": "", "at": ""}', "\xff"]
)
def test_a_file_that_is_no_head_is_told_with_its_name(file: WatchedFile, content: str) -> None:
    file.path.parent.mkdir()
    file.path.write_text(content, encoding="latin-1")

    with pytest.raises(
        ConfigurationError, match=r"RXFLOW_AUDIT_HEAD_FILE: .*rxflow\.audit-head is not an exported head"
    ):
        file.read()


def test_the_first_head_is_written_at_once_and_the_last_when_it_closes(file: WatchedFile, export: Export) -> None:
    exporting = export()
    exporting.note(a_head(1))
    file.wait_for(1)
    for number in range(2, 9):
        exporting.note(a_head(number))
    exporting.close()

    assert file.written == [1, 8]


def test_a_head_is_written_when_its_time_has_come(file: WatchedFile, export: Export) -> None:
    exporting = export(seconds=0.0)
    exporting.note(a_head(1))
    file.wait_for(1)
    exporting.note(a_head(2))
    file.wait_for(2)

    assert file.written == [1, 2]


def test_a_head_is_written_before_its_time_after_many_events(file: WatchedFile, export: Export) -> None:
    exporting = export()
    exporting.note(a_head(1))
    file.wait_for(1)
    exporting.note(a_head(1 + EVENTS_BETWEEN))
    file.wait_for(1 + EVENTS_BETWEEN)

    assert file.written == [1, 1 + EVENTS_BETWEEN]


def test_a_head_that_comes_late_is_not_written_over_a_later_one(file: WatchedFile, export: Export) -> None:
    exporting = export()
    exporting.note(a_head(5))
    file.wait_for(5)
    exporting.note(a_head(3))
    exporting.close()

    assert file.written == [5]


def test_a_head_of_another_process_is_only_replaced_by_a_later_one(file: WatchedFile, export: Export) -> None:
    file.write(ExportedHead(a_head(50), NOON))
    behind, ahead = export(), export()
    behind.note(a_head(40))
    behind.close()
    ahead.note(a_head(60))
    ahead.close()

    assert file.written == [50, 60]


@pytest.mark.parametrize("mac", [None, bytes(32)], ids=["cut off", "written anew"])
def test_an_exported_head_that_is_not_in_the_chain_stays_for_whoever_looks(
    file: WatchedFile, export: Export, mac: bytes | None
) -> None:
    file.write(ExportedHead(a_head(50), NOON))
    with capture_logs() as logs:
        exporting = export(chain=lambda _number: mac)
        exporting.note(a_head(60))
        exporting.close()

    assert file.written == [50]
    assert [log["event"] for log in logs] == ["exported audit head is not in the chain"]


def test_a_file_that_cannot_be_written_is_logged_and_tried_again(file: WatchedFile, export: Export) -> None:
    file.path.mkdir(parents=True)
    with capture_logs() as logs:
        exporting = export(seconds=0.0)
        exporting.note(a_head(1))
        exporting.close()
    assert [log["event"] for log in logs] == ["audit head not exported"]
    file.path.rmdir()
    again = export()
    again.note(a_head(2))
    again.close()

    assert file.written == [2]


def test_closing_what_never_began_and_noting_after_the_end_do_nothing(file: WatchedFile, export: Export) -> None:
    exporting = export()
    exporting.close()
    exporting.note(a_head(1))
    exporting.close()

    assert not file.path.exists()
