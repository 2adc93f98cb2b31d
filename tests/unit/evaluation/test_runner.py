"""The runner: which words follow which state, when it stops, and what it notes."""

from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

import pytest

from rxflow.domain.errors import PatientNotFoundError
from rxflow.domain.finding import Route
from rxflow.evaluation.runner import MAX_MESSAGES, play, run_scenarios
from rxflow.evaluation.scenario import Scenario, ScenarioFileError
from rxflow.workflow.workflow_types import ConversationResponse, FindingNote, RefillState

S = RefillState


class ScriptedAssistant:
    """Answers with the given states in turn; the last one for ever. An exception among them is raised."""

    def __init__(self, *states: RefillState | Exception, cases: dict[int, Route] | None = None) -> None:
        self.states = list(states)
        self.heard: list[str] = []
        self.case_turns = cases or {}
        self.manager = self
        self.services = SimpleNamespace(
            orders=SimpleNamespace(for_patient=lambda _patient: ()),
            cases=SimpleNamespace(for_patient=self._cases),
        )

    def run(self, coroutine: Coroutine[Any, Any, Any]) -> Any:
        try:
            coroutine.send(None)
        except StopIteration as done:
            return done.value
        raise AssertionError("the script never waits")

    async def start(self, patient_id: str) -> ConversationResponse:
        if patient_id == "patient_999":
            raise PatientNotFoundError("No patient has this id.")
        return ConversationResponse("S-1", S.START, "Hello")

    async def handle_message(self, words: str, session_id: str) -> ConversationResponse:
        assert session_id == "S-1"
        self.heard.append(words)
        state = self.states[min(len(self.heard), len(self.states)) - 1]
        if isinstance(state, Exception):
            raise state
        note = FindingNote(code="TOO_SOON", severity="block", message="")
        order = {"status": "SUBMITTED"} if state is S.COMPLETE else None
        return ConversationResponse("S-1", state, f"reply {len(self.heard)}", findings=(note,), order=order)

    def _cases(self, _patient: str) -> list[SimpleNamespace]:
        return [
            SimpleNamespace(case_id=str(number), route=route)
            for number, route in self.case_turns.items()
            if number <= len(self.heard)
        ]


def scenario(patient: str = "patient_001", **replies: list[str]) -> Scenario:
    return Scenario.model_validate(
        {"id": "one", "patient": patient, "open": "hi", "replies": replies, "expect": {"outcome": ["ANSWERED"]}}
    )


def test_the_words_follow_the_state_and_its_visits() -> None:
    assistant: Any = ScriptedAssistant(S.CONFIRM_DOSAGE, S.SELECT_PHARMACY, S.CONFIRM_DOSAGE, S.CONFIRM_DOSAGE)
    talk = play(scenario(CONFIRM_DOSAGE=["first", "second"], SELECT_PHARMACY=["CVS"]), assistant)

    assert assistant.heard == ["hi", "first", "CVS", "second"]
    assert [(each.patient, each.assistant) for each in talk.exchanges][:2] == [("hi", "reply 1"), ("first", "reply 2")]
    assert talk.findings == ("TOO_SOON",)
    assert all(each.milliseconds >= 0 for each in talk.exchanges)


def test_a_conversation_ends_where_the_patient_has_no_more_to_say() -> None:
    assistant: Any = ScriptedAssistant(S.IDENTIFY_MEDICATION)

    assert len(play(scenario(CONFIRM_DOSAGE=["yes"]), assistant).exchanges) == 1


def test_a_conversation_is_stopped_after_twenty_messages() -> None:
    assistant: Any = ScriptedAssistant(S.IDENTIFY_MEDICATION)
    play(scenario(IDENTIFY_MEDICATION=["again"] * 50), assistant)

    assert len(assistant.heard) == MAX_MESSAGES == 20


def test_a_case_is_noted_in_the_turn_that_opened_it() -> None:
    assistant: Any = ScriptedAssistant(S.START, S.CONFIRM_DOSAGE, S.COMPLETE, cases={2: Route.PRESCRIBER})
    talk = play(scenario(START=["refill"], CONFIRM_DOSAGE=["yes"]), assistant)

    assert [each.cases for each in talk.exchanges] == [(), (Route.PRESCRIBER,), ()]
    assert [each.ordered for each in talk.exchanges] == [False, False, True]


def test_an_exception_fails_the_scenario_and_the_next_is_played() -> None:
    first: Any = ScriptedAssistant(S.START, KeyError("what the patient wrote"))
    second: Any = ScriptedAssistant(S.START)
    assistants = iter([first, second])

    @contextmanager
    def fresh() -> Iterator[Any]:
        yield next(assistants)

    broken, fine = run_scenarios([scenario(START=["refill"]), scenario()], fresh)

    assert broken.outcome == "ERROR"
    assert broken.why[0].startswith("message 2 raised KeyError at runner.py:")
    assert "what the patient wrote" not in broken.why[0]
    assert [each.patient for each in broken.conversation.exchanges] == ["hi"]
    assert fine.passed


def test_a_patient_that_does_not_exist_is_a_fault_of_the_file() -> None:
    assistant: Any = ScriptedAssistant(S.START)

    with pytest.raises(ScenarioFileError, match="scenario one: patient: No patient"):
        play(scenario("patient_999"), assistant)
