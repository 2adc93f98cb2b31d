"""How long a turn takes beside the least that a remembered conversation can cost, turn about in one process."""

from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from uuid import uuid4

from bench.figures import Figure, p99, sum_of_medians
from bench.storage.yardstick import OURS, PLAIN, InstantModel, Yardstick, open_yardstick
from rxflow.assistant import Assistant
from rxflow.bootstrap import build_assistant
from rxflow.config.settings import Settings
from rxflow.domain.audit import AuditAction
from rxflow.domain.order import OrderStatus
from rxflow.observability.collector import keep_loaded
from rxflow.workflow.workflow_types import RefillState

PATIENT = "patient_001"
SAID = ("hello", "refill my lisinopril", "yes", "H-E-B", "yes")
MOST_TIMES_AS_SLOW = 1.5
MOST_CONVERSATION_MS = 31.0
"""On a machine on which the yardstick's conversation takes 28 ms."""
YARDSTICK_MS = 28.0
MOST_MODEL_CALLS = 9
WARM = 3


@dataclass(slots=True)
class Talks:
    """What one way of answering took.

    Attributes:
        turns: Milliseconds of each turn, by its place in the conversation.
        cpu: Milliseconds of processor time of each conversation.
    """

    turns: list[list[float]] = field(default_factory=lambda: [[] for _ in SAID])
    cpu: list[float] = field(default_factory=list)

    @property
    def all_turns(self) -> list[float]:
        return [each for turn in self.turns for each in turn]

    @property
    def whole(self) -> float:
        """A conversation of median turns, in milliseconds."""
        return sum_of_medians(self.turns)


Hold = Callable[[Talks], Awaitable[None]]


def measure_turns(settings: Settings, kind: str, folder: Path, conversations: int) -> list[Figure]:
    """Hold refill conversations with the assistant, with its own model and an instant one, and with the yardsticks.

    The assistant with the instant model is on SQLite whatever the kind: what the agent adds has nothing to do with it.
    """
    own = {"database_url": f"sqlite:///{folder / 'instant.db'}", "audit_head_file": folder / "instant-audit-head"}
    with (
        build_assistant(settings) as assistant,
        build_assistant(settings.model_copy(update=own), model=InstantModel(script=OURS)) as instant,
    ):
        ours, model_less, least, same = assistant.run(_all(assistant, instant, folder, conversations))
        calls = model_calls(assistant) / (conversations + WARM)
    name = f"{kind}, a turn:"
    return [
        *(Figure(f"{name} p50 of {words!r}", median(took), "ms") for words, took in zip(SAID, ours.turns, strict=True)),
        Figure(f"{name} p50", median(ours.all_turns), "ms"),
        Figure(f"{name} p99", p99(ours.all_turns), "ms"),
        Figure(f"{name} p50 of the yardstick", median(least.all_turns), "ms"),
        Figure(f"{name} over the yardstick", ours.whole / least.whole, "times", MOST_TIMES_AS_SLOW),
        Figure(f"{name} p50 with an instant model", median(model_less.all_turns), "ms"),
        Figure(f"{name} over the yardstick, an instant model in both", model_less.whole / least.whole, "times"),
        Figure(f"{name} over a plain agent that makes the same calls", model_less.whole / same.whole, "times"),
        Figure(f"{kind}, a conversation", ours.whole, "ms", MOST_CONVERSATION_MS),
        Figure(f"{kind}, a conversation of the yardstick", least.whole, "ms"),
        Figure(
            f"{kind}, a conversation where the yardstick's takes {YARDSTICK_MS:g} ms",
            YARDSTICK_MS * ours.whole / least.whole,
            "ms",
            MOST_CONVERSATION_MS,
        ),
        Figure(f"{kind}, processor time of a conversation", median(ours.cpu), "ms"),
        Figure(f"{kind}, processor time of a conversation with an instant model", median(model_less.cpu), "ms"),
        Figure(f"{kind}, processor time of a conversation of the yardstick", median(least.cpu), "ms"),
        Figure(f"{kind}, processor time over the yardstick's", median(ours.cpu) / median(least.cpu), "times"),
        Figure(f"{kind}, model calls of a conversation", calls, "", MOST_MODEL_CALLS),
    ]


async def _all(
    assistant: Assistant, instant: Assistant, folder: Path, conversations: int
) -> tuple[Talks, Talks, Talks, Talks]:
    """The assistant, the same with an instant model, the yardstick, and a plain agent that makes the same calls."""
    async with AsyncExitStack() as stack:
        plain = await stack.enter_async_context(open_yardstick(folder / "yardstick.db", PLAIN))
        same = await stack.enter_async_context(open_yardstick(folder / "same.db", OURS))
        ways: list[Hold] = [
            lambda talks: _refill(assistant, talks),
            lambda talks: instant.awaited(_refill(instant, talks)),
            lambda talks: _talk(plain, talks),
            lambda talks: _talk(same, talks),
        ]
        found = [Talks() for _ in ways]
        for number in range(-WARM, conversations):
            for hold, talks in zip(ways, found, strict=True):
                began = process_time()
                await hold(talks)
                talks.cpu.append(1000 * (process_time() - began))
            if number == -1:
                keep_loaded()
                found = [Talks() for _ in ways]
    return found[0], found[1], found[2], found[3]


async def _refill(assistant: Assistant, talks: Talks) -> None:
    """One conversation that ends in an order, which is then cancelled."""
    session_id = (await assistant.manager.start(PATIENT)).session_id
    for words, took in zip(SAID, talks.turns, strict=True):
        began = perf_counter()
        answer = await assistant.manager.handle_message(words, session_id)
        took.append(1000 * (perf_counter() - began))
    if answer.state is not RefillState.COMPLETE:
        raise RuntimeError(f"the conversation ended as {answer.state.value}, not with an order")
    for order in assistant.services.orders.for_patient(PATIENT):
        if order.status is not OrderStatus.CANCELLED:
            assistant.services.orders.cancel(PATIENT, order.order_id)


async def _talk(yardstick: Yardstick, talks: Talks) -> None:
    thread_id = uuid4().hex
    for words, took in zip(SAID, talks.turns, strict=True):
        began = perf_counter()
        await yardstick.say(words, thread_id)
        took.append(1000 * (perf_counter() - began))


def model_calls(assistant: Assistant) -> int:
    """How often the model was asked, by the audit trail."""
    events = assistant.services.audit.for_patient(PATIENT)
    return sum(each.action == AuditAction.MODEL_CALLED for each in events)
