"""Conversations whose process is killed again and again, and the patient who goes on in the next one.

Used by the suite and by `python -m bench.crash`. A seed decides who says what and when the process is killed.
"""

import re
from collections import Counter, defaultdict
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random
from statistics import median
from time import perf_counter

from rxflow.config.settings import Settings
from tests.support.clock import WEDNESDAY_MORNING
from tests.support.conversation import TO_THE_QUOTE
from tests.support.crash_process import Answer, Inspect, Loaded, Process, ProcessFailedError, Request, forked

MOST_KILLS = 3
"""In one conversation."""
MOST_TRIES = 4
"""How often the patient asks for the same until they are told that it is done."""
BEYOND = 1.1
"""How far the moments reach, in durations of what is interrupted: the end of each is reached too."""
IN_A_TURN, BETWEEN_TURNS = "killed in a turn", "killed between turns"
WHERE = {
    "open": "killed while it opened the database",
    "start": "killed while it began a conversation",
    "resume": "killed while it opened a conversation again",
}
AFTER_AN_ANSWER = 0.3
"""How often a process that answered before its moment had come is killed then; else it is in its next step."""
USUAL_SECONDS = 0.05
"""Of a step that was not measured."""
BETWEEN_MESSAGES = timedelta(seconds=5)

_ORDER = re.compile(r"RF-\w{4}-\w{4}")
_CASE = re.compile(r"CS-\w{4}-\w{4}")
_SENTENCE = re.compile(r"(?<=[.?!])\s+|\n")
NOTHING_TO_CANCEL = "no order that can still be cancelled"


@dataclass(frozen=True)
class Part:
    """What a patient says for one purpose: so many orders, cancelled orders or cases told of."""

    says: tuple[str, ...]
    orders: int = 0
    cancelled: int = 0
    cases: int = 0


@dataclass(frozen=True)
class Script:
    """A conversation.

    Attributes:
        most_orders: How many orders there can rightly be in the end, by Rx number.
    """

    name: str
    patient_id: str
    parts: tuple[Part, ...]
    most_orders: dict[str, int]

    @property
    def messages(self) -> int:
        return sum(len(part.says) for part in self.parts)


_ORDERED = Part((*TO_THE_QUOTE, "yes"), orders=1)
_CANCELLED = Part(("cancel my order", "yes"), cancelled=1)
_BASKET = Part(("refill lisinopril and omeprazole", "yes", "H-E-B", "yes"), orders=2)
SCRIPTS = (
    Script("one refill", "patient_001", (_ORDERED,), {"RX100101": 1}),
    Script("a basket of two", "patient_001", (_BASKET,), {"RX100101": 1, "RX100103": 1}),
    Script("an order, cancelled", "patient_001", (_ORDERED, _CANCELLED), {"RX100101": 1}),
    Script(
        "an order, cancelled, and again",
        "patient_001",
        (_ORDERED, _CANCELLED, Part(("refill my lisinopril", "yes", "CVS", "yes"), orders=2)),
        {"RX100101": 2},
    ),
    Script("an escalation", "patient_001", (Part(("refill my metformin", "hello"), cases=1),), {}),
    Script(
        "a report, then a refill",
        "patient_001",
        (
            Part(("I got hives from the lisinopril",), cases=1),
            Part(("refill my omeprazole", "yes", "H-E-B", "yes"), orders=1),
        ),
        {"RX100103": 1},
    ),
)


@dataclass
class Told:
    """What a patient knows, by what they were told and nothing else."""

    orders: set[str] = field(default_factory=set)
    cancelled: set[str] = field(default_factory=set)
    cases: set[str] = field(default_factory=set)
    replies: list[tuple[str, str]] = field(default_factory=list)
    """Words and the reply to them, of each turn that was saved."""
    has_nothing_to_cancel: bool = False

    def hear(self, answer: Answer) -> None:
        message = answer["message"]
        for sentence in _SENTENCE.split(message):
            named = set(_ORDER.findall(sentence))
            self.orders |= named
            self.cancelled |= named if "is cancelled" in sentence else set()
        self.cases |= set(_CASE.findall(message))
        self.has_nothing_to_cancel |= NOTHING_TO_CANCEL in message

    def is_enough_for(self, part: Part) -> bool:
        cancelled = len(self.cancelled) >= part.cancelled or self.has_nothing_to_cancel
        return len(self.orders) >= part.orders and cancelled and len(self.cases) >= part.cases


@dataclass
class Outcome:
    """What came of conversations.

    Attributes:
        counts: How much of what there was.
        faults: What should not have happened, by kind; a sentence each.
    """

    counts: Counter[str] = field(default_factory=Counter)
    faults: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def add(self, other: "Outcome") -> None:
        self.counts += other.counts
        for kind, sentences in other.faults.items():
            self.faults[kind] += sentences


class Durations:
    """How long each step of a conversation takes, in seconds, as measured in conversations that nobody killed."""

    def __init__(self) -> None:
        self._taken: defaultdict[str, list[float]] = defaultdict(list)

    def note(self, step: str, seconds: float) -> None:
        self._taken[step].append(seconds)

    def of(self, step: str) -> float:
        return median(self._taken[step]) if step in self._taken else USUAL_SECONDS


class KilledConversation:
    """One patient, and the processes that answer them one after the other.

    Args:
        script: What the patient wants.
        loaded: What each process begins with.
        settings: The database and its keys.
        inspect: Looks through the database, in a process of its own.
        kills: How often the process is killed.
        random: Decides when.
        durations: How long steps take; noted where nothing is killed.
    """

    def __init__(
        self,
        script: Script,
        loaded: Loaded,
        settings: Settings,
        inspect: Inspect,
        kills: int,
        random: Random,
        durations: Durations,
    ) -> None:
        self._script, self._loaded, self._settings, self._inspect = script, loaded, settings, inspect
        self._kills, self._random, self._durations = kills, random, durations
        self._at = WEDNESDAY_MORNING
        self._stack = ExitStack()
        self._process: Process | None = None
        self._session_id: str | None = None
        self._last_turn = 0
        self._steps_left = 0
        self._unanswered: list[str] = []
        self._heard: list[dict[str, object]] = []
        self._told = Told()
        self.outcome = Outcome()

    def play(self) -> Outcome:
        """Play it to its end and look through what it left."""
        self.outcome.counts["conversations"] += 1
        with self._stack:
            try:
                self._draw()
                for number, part in enumerate(self._script.parts):
                    self._play_part(number, part)
                self._end()
            except ProcessFailedError as error:
                self._fault("could not go on", str(error))
        return self.outcome

    def _play_part(self, number: int, part: Part) -> None:
        for _ in range(MOST_TRIES):
            for place, words in enumerate(part.says):
                self._say(words, f"{self._script.name}, {number}, {place}")
            if self._told.is_enough_for(part):
                return
        self._fault("could not go on", f"asked {MOST_TRIES} times for {part} and was told {self._told}")

    def _say(self, words: str, step: str) -> None:
        """Say it until it is answered: to whoever is there, and again to the next one."""
        while True:
            self._be_connected()
            request = {"do": "say", "words": words, "session_id": self._session_id, "in_reply_to": self._last_turn}
            answer = self._ask(step, request)
            self._hear(words, answer)
            if answer is None:
                continue
            if answer["turn"]:
                self._told.replies.append((words, answer["message"]))
            return

    def _be_connected(self) -> None:
        """Open the page: in a process that runs, and in the conversation that was begun."""
        while self._process is None:
            self._process = self._stack.enter_context(forked(self._loaded, self._settings, self._inspect))
            self._ask("open", {"do": "open"})
            if self._process is None:
                continue
            if self._session_id is None:
                answer = self._ask("start", {"do": "start", "patient_id": self._script.patient_id})
            else:
                answer = self._ask("resume", {"do": "resume", "session_id": self._session_id})
            if answer is not None:
                self._session_id = answer["session_id"]
                self._hear(None, answer)

    def _hear(self, words: str | None, answer: Answer | None) -> None:
        message = answer["message"] if answer else None
        self._heard.append({"at": self._at.isoformat(), "said": words, "reply": message})
        if answer is not None:
            self._told.hear(answer)
            self._last_turn = answer["turn"]

    def _draw(self) -> None:
        """Decide before which step from now the process is killed: opening and greeting it count as steps."""
        self._steps_left = self._random.randint(1, 2 + self._script.messages) if self._kills else 0

    def _ask(self, step: str, request: Request) -> Answer | None:
        """The answer, or None when it never came because the process was killed."""
        assert self._process is not None
        self._at += BETWEEN_MESSAGES
        timed = {**request, "at": self._at.isoformat()}
        self._steps_left -= 1
        if self._steps_left != 0:
            began = perf_counter()
            answer = self._process.ask(timed)
            if not self._kills:
                self._durations.note(step, perf_counter() - began)
            return answer
        answer = self._process.ask(timed, self._random.uniform(0, BEYOND * self._durations.of(step)))
        if answer is not None and self._random.random() > AFTER_AN_ANSWER:
            self._steps_left = 1
            return answer
        self._was_killed(step, answer)
        return answer

    def _was_killed(self, step: str, answer: Answer | None) -> None:
        assert self._process is not None
        self._process.kill()
        self._process = None
        self._kills -= 1
        where = WHERE.get(step, IN_A_TURN)
        self.outcome.counts["kills"] += 1
        self.outcome.counts[where if answer is None else BETWEEN_TURNS] += 1
        if answer is None and where == IN_A_TURN:
            self._unanswered.append(self._at.isoformat())
        self._draw()

    def _end(self) -> None:
        """Whatever was done to it, a new process answers a hello; then it looks through the database."""
        self._kills, self._steps_left = 0, 0
        if self._process is not None:
            self._process.kill()
            self._process = None
        self._say("hello", "hello")
        assert self._process is not None
        self._at += BETWEEN_MESSAGES
        found = self._process.ask(
            {
                "do": "inspect",
                "at": self._at.isoformat(),
                "session_id": self._session_id,
                "patient_id": self._script.patient_id,
                "most_orders": self._script.most_orders,
                "orders": sorted(self._told.orders),
                "cancelled": sorted(self._told.cancelled),
                "cases": sorted(self._told.cases),
                "replies": self._told.replies,
                "heard": self._heard,
                "unanswered": self._unanswered,
            }
        )
        assert found is not None
        self.outcome.counts["orders acknowledged"] += len(self._told.orders)
        self.outcome.counts["cancels acknowledged"] += len(self._told.cancelled)
        self.outcome.counts["turns answered"] += len(self._told.replies)
        self.outcome.counts += Counter(found["counts"])
        for kind, sentences in found["faults"].items():
            for sentence in sentences:
                self._fault(kind, sentence)

    def _fault(self, kind: str, sentence: str) -> None:
        self.outcome.faults[kind].append(f"{self._script.name}: {sentence}")
