"""How long a turn takes beside the least that a remembered conversation can cost, turn about in one process."""

from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from uuid import uuid4

from bench.figures import Figure, p99, sum_of_medians
from bench.storage.yardstick import Yardstick, open_yardstick
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
Times = list[list[float]]


def measure_turns(settings: Settings, kind: str, folder: Path, conversations: int) -> list[Figure]:
    """Hold refill conversations with the assistant and with the yardstick."""
    with build_assistant(settings) as assistant:
        ours, yardstick, cpu = assistant.run(_both(assistant, folder / "yardstick.db", conversations))
        calls = model_calls(assistant) / (conversations + WARM)
    all_ours, all_theirs = ([each for turn in times for each in turn] for times in (ours, yardstick))
    whole, least = sum_of_medians(ours), sum_of_medians(yardstick)
    name = f"{kind}, a turn:"
    return [
        *(Figure(f"{name} p50 of {words!r}", median(took), "ms") for words, took in zip(SAID, ours, strict=True)),
        Figure(f"{name} p50", median(all_ours), "ms"),
        Figure(f"{name} p99", p99(all_ours), "ms"),
        Figure(f"{name} p50 of the yardstick", median(all_theirs), "ms"),
        Figure(f"{name} over the yardstick", whole / least, "times", MOST_TIMES_AS_SLOW),
        Figure(f"{kind}, a conversation", whole, "ms", MOST_CONVERSATION_MS),
        Figure(f"{kind}, a conversation of the yardstick", least, "ms"),
        Figure(
            f"{kind}, a conversation where the yardstick's takes {YARDSTICK_MS:g} ms",
            YARDSTICK_MS * whole / least,
            "ms",
            MOST_CONVERSATION_MS,
        ),
        Figure(f"{kind}, processor time of a conversation", 1000 * median(cpu[0]), "ms"),
        Figure(f"{kind}, processor time of a conversation of the yardstick", 1000 * median(cpu[1]), "ms"),
        Figure(f"{kind}, model calls of a conversation", calls, "", MOST_MODEL_CALLS),
    ]


async def _both(assistant: Assistant, file: Path, conversations: int) -> tuple[Times, Times, Times]:
    """Milliseconds of each turn of the assistant and of the yardstick, and seconds of processor time of each talk."""
    ours: Times = [[] for _ in SAID]
    theirs: Times = [[] for _ in SAID]
    cpu: Times = [[], []]
    async with open_yardstick(file) as yardstick:
        for number in range(-WARM, conversations):
            began = process_time()
            await _refill(assistant, ours)
            between = process_time()
            await _talk(yardstick, theirs)
            cpu[0].append(between - began)
            cpu[1].append(process_time() - between)
            if number == -1:
                keep_loaded()
                ours, theirs, cpu = [[] for _ in SAID], [[] for _ in SAID], [[], []]
    return ours, theirs, cpu


async def _refill(assistant: Assistant, times: Times) -> None:
    """One conversation that ends in an order, which is then cancelled."""
    session_id = (await assistant.manager.start(PATIENT)).session_id
    for words, took in zip(SAID, times, strict=True):
        began = perf_counter()
        answer = await assistant.manager.handle_message(words, session_id)
        took.append(1000 * (perf_counter() - began))
    if answer.state is not RefillState.COMPLETE:
        raise RuntimeError(f"the conversation ended as {answer.state.value}, not with an order")
    for order in assistant.services.orders.for_patient(PATIENT):
        if order.status is not OrderStatus.CANCELLED:
            assistant.services.orders.cancel(PATIENT, order.order_id)


async def _talk(yardstick: Yardstick, times: Times) -> None:
    thread_id = uuid4().hex
    for words, took in zip(SAID, times, strict=True):
        began = perf_counter()
        await yardstick.say(words, thread_id)
        took.append(1000 * (perf_counter() - began))


def model_calls(assistant: Assistant) -> int:
    """How often the model was asked, by the audit trail."""
    events = assistant.services.audit.for_patient(PATIENT)
    return sum(each.action == AuditAction.MODEL_CALLED for each in events)
