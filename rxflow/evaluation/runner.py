"""Plays scenarios, each against a whole assistant on a fresh database."""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager

from rxflow.assistant import Assistant
from rxflow.domain.errors import PatientNotFoundError
from rxflow.domain.order import OrderStatus
from rxflow.evaluation.scenario import Scenario, ScenarioFileError
from rxflow.evaluation.verdict import Conversation, Exchange, Result, judge
from rxflow.observability.logging import error_trace
from rxflow.workflow.workflow_types import ConversationResponse, RefillState

MAX_MESSAGES = 20

FreshAssistant = Callable[[], AbstractContextManager[Assistant]]
"""Opens an assistant on a database in which nothing has happened yet."""


def run_scenarios(scenarios: Iterable[Scenario], fresh: FreshAssistant) -> Iterator[Result]:
    """Play and judge scenarios one after the other.

    Raises:
        ScenarioFileError: A scenario's patient does not exist.
    """
    for scenario in scenarios:
        with fresh() as assistant:
            yield judge(scenario, play(scenario, assistant))


def play(scenario: Scenario, assistant: Assistant) -> Conversation:
    """Play one scenario: at most 20 messages, each chosen by the state after the reply before it.

    Raises:
        ScenarioFileError: The scenario's patient does not exist.
    """
    try:
        greeting = assistant.run(assistant.manager.start(scenario.patient))
    except PatientNotFoundError as error:
        raise ScenarioFileError(f"scenario {scenario.id}: patient: {error}") from error
    exchanges: list[Exchange] = []
    bug = None
    try:
        for exchange in _exchanges(scenario, assistant, greeting.session_id):
            exchanges.append(exchange)  # one by one, so that those before a bug are kept
    except Exception as error:
        # Nothing may be raised in a turn: it fails this scenario, and the others are still played.
        bug = f"message {len(exchanges) + 1} raised {type(error).__name__} at {error_trace(error)}"
    return Conversation(
        greeting.message, tuple(exchanges), assistant.services.orders.for_patient(scenario.patient), bug
    )


def _exchanges(scenario: Scenario, assistant: Assistant, session_id: str) -> Iterator[Exchange]:
    visits: Counter[RefillState] = Counter()
    words: str | None = scenario.open
    known_cases: frozenset[str] = frozenset()
    while words is not None and visits.total() < MAX_MESSAGES:
        response, milliseconds = assistant.run(_timed_turn(assistant, words, session_id))
        opened = [
            case for case in assistant.services.cases.for_patient(scenario.patient) if case.case_id not in known_cases
        ]
        known_cases |= {case.case_id for case in opened}
        yield Exchange(
            patient=words,
            assistant=response.message,
            state=response.state,
            milliseconds=milliseconds,
            findings=tuple(note.code for note in response.findings),
            cases=tuple(case.route for case in opened),
            ordered=response.order is not None and response.order["status"] != OrderStatus.CANCELLED,
        )
        visits[response.state] += 1
        words = scenario.words(response.state, visits[response.state])


async def _timed_turn(assistant: Assistant, words: str, session_id: str) -> tuple[ConversationResponse, float]:
    """A turn and its milliseconds, measured where it runs."""
    began = time.perf_counter()
    response = await assistant.manager.handle_message(words, session_id)
    return response, (time.perf_counter() - began) * 1000
