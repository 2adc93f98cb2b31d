"""Many open conversations that go on at an even pace, each a patient's who refills one medicine after another."""

import asyncio
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from statistics import median
from time import perf_counter

from bench.figures import Figure, p95, p99
from bench.load.client import Client, request
from bench.scale.made_up import patient_id
from rxflow.workflow.workflow_types import RefillState

LIKE = "patient_001"
ORDERED = ("lisinopril", "omeprazole")
RECONSIDERED = "meloxicam"
"""Is asked for again and again, and never ordered: so a conversation can go on for ever."""
MOST_P95_MS = 150.0
AT_ONCE = 8
Line = tuple[str, RefillState]


@dataclass(slots=True)
class Conversation:
    """An open conversation.

    Attributes:
        server: Which of the servers answers it.
        said: How many messages were sent.
        turn: Held while one is answered: a patient waits for the reply.
    """

    token: str
    session_id: str
    server: int = 0
    said: int = 0
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)


@dataclass(frozen=True, slots=True)
class Turn:
    """How a turn went.

    Attributes:
        milliseconds: From when it was due.
        state: Where the conversation is then; None where there was no right answer.
        problem: What was wrong, if anything.
    """

    milliseconds: float
    state: RefillState | None = None
    problem: str | None = None


def line(number: int) -> Line:
    """What a patient says in a turn of a conversation, counted from 0, and where the conversation is then.

    Each line leads to another state than the one before it: a message that was not dealt with is noticed.
    """
    which, step = divmod(number, 4)
    medicine = ORDERED[which] if which < len(ORDERED) else RECONSIDERED
    last = ("start over", RefillState.START) if medicine == RECONSIDERED else ("yes", RefillState.COMPLETE)
    return (
        (f"refill my {medicine}", RefillState.CONFIRM_DOSAGE),
        ("yes", RefillState.SELECT_PHARMACY),
        ("H-E-B", RefillState.CONFIRM_ORDER),
        last,
    )[step]


async def open_conversations(clients: Sequence[Client], count: int) -> list[Conversation]:
    """Begin the conversations of as many patients, a few at once, and bring them to each place of a refill in turn.

    Args:
        clients: Of the servers, which share the conversations.
        count: How many conversations.

    Raises:
        OSError: The server does not answer.
        RuntimeError: It answered otherwise than it should.
    """
    numbers, opened = iter(range(count)), list[Conversation]()

    async def open_some() -> None:
        for number in numbers:
            conversation = await _open(clients, number)
            opened.append(conversation)
            for _ in range(number % 4):
                if problem := (await say(clients[conversation.server], conversation, perf_counter())).problem:
                    raise RuntimeError(f"a conversation could not be opened: {problem}")

    await asyncio.gather(*(open_some() for _ in range(AT_ONCE)))
    return opened


async def _open(clients: Sequence[Client], number: int) -> Conversation:
    server = number % len(clients)
    client = clients[server]
    token = (await client.data(request("POST", "/api/v1/auth/demo", None, {"patient_id": patient_id(number)})))[
        "access_token"
    ]
    greeted = await client.data(request("POST", "/api/v1/sessions", token, {}))
    return Conversation(token, greeted["session_id"], server)


async def go_on(
    clients: Sequence[Client], conversations: Sequence[Conversation], rate: float, count: int
) -> list[Turn]:
    """Send the next message of each conversation in turn, at an even pace whether or not the last were answered.

    Args:
        rate: Messages a second.
        count: How many messages.
    """
    began = perf_counter()
    turns = list[asyncio.Task[Turn]]()
    for number in range(count):
        due = began + number / rate
        await asyncio.sleep(due - perf_counter())
        conversation = conversations[number % len(conversations)]
        turns.append(asyncio.create_task(say(clients[conversation.server], conversation, due)))
    return await asyncio.gather(*turns)


async def say(client: Client, conversation: Conversation, due: float) -> Turn:
    """Send a conversation's next message, and compare the reply with what it has to be.

    Args:
        due: When it was to be sent, by `perf_counter`.
    """
    async with conversation.turn:
        number = conversation.said
        conversation.said += 1
        words, state = line(number)
        path = f"/api/v1/sessions/{conversation.session_id}/messages"
        try:
            answer = await client.ask(
                request("POST", path, conversation.token, {"text": words, "message_id": f"m{number}"})
            )
        except (OSError, TimeoutError) as error:
            return Turn(_since(due), problem=type(error).__name__)
        took = _since(due)
    if answer.status != 200:
        told = json.loads(answer.body)
        return Turn(took, problem=f"{answer.status} {told.get('error')}")
    reached = json.loads(answer.body)["data"]["state"]
    return Turn(took, state) if reached == state else Turn(took, problem=f"{words!r} led to {reached}, not {state}")


def figures_of(turns: Sequence[Turn], conversations: int, rate: float) -> list[Figure]:
    """What is told of the turns of an even pace."""
    took = [each.milliseconds for each in turns]
    right = [each for each in turns if each.problem is None]
    name = f"{conversations:,} conversations, {rate:g} turns/s:"
    return [
        Figure(f"{name} done", len(right), "", len(turns), at_least=True),
        Figure(f"{name} errors", len(turns) - len(right), "", 0),
        Figure(f"{name} orders placed", sum(each.state is RefillState.COMPLETE for each in right), ""),
        Figure(f"{name} p50 from when a turn was due", median(took), "ms"),
        Figure(f"{name} p95 from when a turn was due", p95(took), "ms", MOST_P95_MS),
        Figure(f"{name} p99 from when a turn was due", p99(took), "ms"),
        Figure(f"{name} the slowest", max(took), "ms"),
    ]


def problems_of(turns: Iterable[Turn]) -> Counter[str]:
    """What went wrong, and how often."""
    return Counter(each.problem for each in turns if each.problem is not None)


def _since(due: float) -> float:
    return 1000 * (perf_counter() - due)
