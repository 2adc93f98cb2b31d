"""The chain's head outside the database, where cutting events off the chain's end shows."""

import json
import os
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

from rxflow.domain.audit import AuditHead
from rxflow.domain.errors import ConfigurationError
from rxflow.observability.logging import get_logger

log = get_logger(__name__)

SECONDS_BETWEEN = 1.0
EVENTS_BETWEEN = 100
FILE_MODE = 0o640


@dataclass(frozen=True, slots=True)
class ExportedHead:
    """A head and when it was exported."""

    head: AuditHead
    at: datetime

    def to_json(self) -> dict[str, object]:
        """As `rxflow audit head --json` prints it and the file holds it."""
        head = self.head
        return {
            "sequence": head.sequence,
            "mac": head.mac.hex(),
            "proof": head.proof.hex(),
            "at": self.at.astimezone(UTC).isoformat(timespec="seconds"),
        }


class HeadFile:
    """A file with an exported head.

    Args:
        path: Best on another machine or medium than the database, with others to write it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> ExportedHead | None:
        """What was exported last, or None where there is no file.

        Raises:
            ConfigurationError: There is a file, but it cannot be read or is not an exported head.
        """
        try:
            content = json.loads(self.path.read_text(encoding="utf-8"))
            head = AuditHead(int(content["sequence"]), bytes.fromhex(content["mac"]), bytes.fromhex(content["proof"]))
            return ExportedHead(head, datetime.fromisoformat(content["at"]))
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ConfigurationError(
                f"RXFLOW_AUDIT_HEAD_FILE: {self.path} is not an exported head. Keep it for whoever looks into it."
            ) from error

    def write(self, exported: ExportedHead) -> None:
        """Put a head in the file's place, whole or not at all.

        Raises:
            OSError: It cannot be written; what was there stays.
        """
        beside = self.path.with_name(f"{self.path.name}.{os.getpid()}.{threading.get_ident()}")
        self.path.parent.mkdir(parents=True, exist_ok=True)
        try:
            handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, FILE_MODE)
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(json.dumps(exported.to_json()) + "\n")
                file.flush()
                os.fsync(file.fileno())
            beside.replace(self.path)
        finally:
            beside.unlink(missing_ok=True)


class HeadExport:
    """Writes the head to its file behind the back of whoever appends: at once, then once a second or every 100 events.

    A file with a head that is not in the chain is left as it is: it shows that events were cut off.

    Args:
        file: The file.
        mac_of: The code of an event that is in the chain, or None.
        now: The present as an aware time.
        seconds: The least time between two writings.
    """

    def __init__(
        self,
        file: HeadFile,
        mac_of: Callable[[int], bytes | None],
        now: Callable[[], datetime],
        seconds: float = SECONDS_BETWEEN,
    ) -> None:
        self._file = file
        self._mac_of = mac_of
        self._now = now
        self._seconds = seconds
        self._changed = threading.Condition()
        self._latest: AuditHead | None = None
        self._written: AuditHead | None = None
        self._closing = False
        self._thread: threading.Thread | None = None

    def note(self, head: AuditHead) -> None:
        """Tell of a head that was committed. Costs the caller microseconds and never raises."""
        with self._changed:
            if self._closing or (self._latest is not None and head.sequence < self._latest.sequence):
                return
            self._latest = head
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="rxflow-audit-head", daemon=True)
                self._thread.start()
            self._changed.notify()

    def close(self) -> None:
        """Write what is not written yet, and stop."""
        with self._changed:
            self._closing = True
            self._changed.notify()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._closing or self._latest != self._written)
                latest = self._latest
                if latest is None or latest == self._written:
                    return
            self._export(latest)
            began = monotonic()
            with self._changed:
                # Whether or not it could be written: the next try is for the next head.
                self._written = latest
                self._changed.wait_for(
                    lambda: self._closing or self._is_far_behind(),
                    timeout=max(0.0, began + self._seconds - monotonic()),
                )

    def _is_far_behind(self) -> bool:
        if self._latest is None or self._written is None:
            return False
        return self._latest.sequence - self._written.sequence >= EVENTS_BETWEEN

    def _export(self, head: AuditHead) -> None:
        try:
            before = self._file.read()
            if before is not None and before.head != self._written and not self._may_replace(before.head, head):
                return
            self._file.write(ExportedHead(head, self._now()))
        except Exception as error:
            # Nobody waits for this thread; what it cannot do is for the operator to see.
            log.error("audit head not exported", error_type=type(error).__name__)

    def _may_replace(self, before: AuditHead, head: AuditHead) -> bool:
        """Whether what another process exported is behind this head in the same chain."""
        if self._mac_of(before.sequence) != before.mac:
            log.error("exported audit head is not in the chain", error_code="AUDIT_TRAIL")
            return False
        return before.sequence < head.sequence
