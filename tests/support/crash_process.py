"""A process with an assistant of its own that can be killed at any moment: forked from one that has loaded everything.

Only fork from a process without threads, such as `python -m bench.crash`.
"""

import gc
import json
import os
import select
import signal
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import Any
from unittest.mock import patch

from rxflow.assistant import Assistant
from rxflow.bootstrap import build_assistant
from rxflow.config.settings import Settings
from rxflow.services.drugs import DrugService
from rxflow.services.mock_data import MockData, load_mock_data
from rxflow.workflow.workflow_types import ConversationResponse
from tests.support.clock import WEDNESDAY_MORNING, FrozenClock
from tests.support.conversation import TO_THE_QUOTE, Conversation

LONGEST_SECONDS = 60.0
"""A process that has not answered by then never will."""
CHUNK = 65_536
Request = dict[str, Any]
Answer = dict[str, Any]
Inspect = Callable[[Assistant, Request], Answer]


class ProcessFailedError(Exception):
    """A process died by itself, or did not answer."""


@dataclass(frozen=True)
class Loaded:
    """What every process has in its memory when it begins."""

    data: MockData
    drugs: DrugService

    @classmethod
    def now(cls, folder: Path) -> "Loaded":
        """Load the demo data, and talk once so that all that is made when it is first needed is there."""
        settings = Settings(_env_file=None, database_url=f"sqlite:///{folder / 'warm.db'}", log_level="ERROR")
        data = load_mock_data(settings.data_dir, WEDNESDAY_MORNING.date())
        loaded = cls(data, DrugService(data))
        with loaded.assistant(settings, FrozenClock(WEDNESDAY_MORNING)) as assistant:
            Conversation(assistant, "patient_001").say(*TO_THE_QUOTE, "yes")
        gc.collect()
        gc.freeze()
        return loaded

    def assistant(self, settings: Settings, clock: FrozenClock) -> Assistant:
        with patch("rxflow.service_wiring.DrugService", lambda _data: self.drugs):
            return build_assistant(settings, now=clock, data=self.data)


@dataclass
class Process:
    """The parent's side of a process; it answers one request after the other.

    A request is `{"do": …, "at": …}` with what the act needs: `open`, `start`, `resume`, `say`, `inspect` or `close`;
    `at` is the time on the process' clock.
    """

    pid: int
    _requests: int
    _answers: int
    _unread: bytes = b""
    _is_alive: bool = True

    def ask(self, request: Request, killed_after: float | None = None) -> Answer | None:
        """Send a request and wait for its answer.

        Args:
            killed_after: Kill the process so many seconds after it was asked, whatever it is doing.

        Returns:
            The answer; None when the process was killed before it had given it.

        Raises:
            ProcessFailedError: It died by itself, or told of an error.
        """
        os.write(self._requests, json.dumps(request).encode() + b"\n")
        until = monotonic() + (LONGEST_SECONDS if killed_after is None else killed_after)
        answer = self._line(until)
        if killed_after is not None:
            if answer is None:
                self.kill()
                # What it had written before it died has been told.
                answer = self._line(monotonic() + LONGEST_SECONDS)
        elif answer is None:
            raise ProcessFailedError(f"no answer to {request}")
        if answer is not None and "error" in answer:
            raise ProcessFailedError(answer["error"])
        return answer

    def kill(self) -> None:
        """Kill it as `kill -9` does, and wait until it is gone; one that is gone stays so."""
        if self._is_alive:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
            self._is_alive = False

    def _line(self, until: float) -> Answer | None:
        """The next line that it has written whole; None when there is none by then, or never will be."""
        while b"\n" not in self._unread:
            readable, _, _ = select.select([self._answers], [], [], max(0.0, until - monotonic()))
            chunk = os.read(self._answers, CHUNK) if readable else b""
            if not chunk:
                return None
            self._unread += chunk
        line, _, self._unread = self._unread.partition(b"\n")
        answer: Answer = json.loads(line)
        return answer

    def close(self) -> None:
        for pipe in (self._requests, self._answers):
            os.close(pipe)


@contextmanager
def forked(loaded: Loaded, settings: Settings, inspect: Inspect) -> Iterator[Process]:
    """A new process; it is killed in the end if it was not before."""
    to_child, from_parent = os.pipe()
    to_parent, from_child = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(from_parent)
        os.close(to_parent)
        _live(loaded, settings, inspect, to_child, from_child)
    os.close(to_child)
    os.close(from_child)
    process = Process(pid, from_parent, to_parent)
    try:
        yield process
    finally:
        process.kill()
        process.close()


def _live(loaded: Loaded, settings: Settings, inspect: Inspect, requests: int, answers: int) -> None:
    """Answer requests until killed; never returns."""
    try:
        clock = FrozenClock(WEDNESDAY_MORNING)
        assistant: Assistant | None = None
        with os.fdopen(requests) as lines:
            for line in lines:
                request: Request = json.loads(line)
                clock.at = datetime.fromisoformat(request["at"]).astimezone(UTC)
                if assistant is None:
                    assistant = loaded.assistant(settings, clock)
                    answer: Answer = {}
                elif request["do"] == "close":
                    assistant.close()
                    assistant, answer = None, {}
                elif request["do"] == "inspect":
                    answer = inspect(assistant, request)
                else:
                    answer = _as_told(_reply(assistant, request))
                _write(answers, answer)
    except BaseException:  # noqa: BLE001, RUF100 - the parent is told, whatever it was
        _write(answers, {"error": traceback.format_exc()})
    finally:
        os._exit(0)


def _write(pipe: int, answer: Answer) -> None:
    rest = json.dumps(answer, default=str).encode() + b"\n"
    while rest:
        rest = rest[os.write(pipe, rest) :]


def _reply(assistant: Assistant, request: Request) -> ConversationResponse:
    manager = assistant.manager
    match request["do"]:
        case "start":
            return assistant.run(manager.start(request["patient_id"]))
        case "resume":
            return assistant.run(manager.resume(request["session_id"]))
        case "say":
            words, session_id = request["words"], request["session_id"]
            return assistant.run(manager.handle_message(words, session_id, in_reply_to=request["in_reply_to"]))
    raise ValueError(f"nobody can {request['do']}")


def _as_told(reply: ConversationResponse) -> Answer:
    return {"session_id": reply.session_id, "turn": reply.turn, **reply.to_json()}
