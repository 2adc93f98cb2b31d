"""What a provider may keep in its cache: all before the case, and the tools, are the same for every patient."""

import json
from collections.abc import Sequence
from typing import Any

import pytest
from langchain_core.language_models import LanguageModelInput
from langchain_core.messages import AIMessage, BaseMessage, SystemMessage
from langchain_core.runnables import Runnable
from langchain_core.utils.function_calling import convert_to_openai_tool

from rxflow.prompts.prompt_manager import CASE_HEADING
from rxflow.workflow.workflow_types import RefillState
from tests.conftest import MakeAssistant
from tests.support.conversation import Conversation
from tests.support.scripted_model import (
    CONFIRM,
    OK,
    PHARMACY,
    SUBMIT,
    FakeChatModel,
    ScriptedChatModel,
    call,
    calls,
)

PATIENTS = ("patient_001", "patient_005", "patient_009", "patient_013")
QUESTION = "what are the side effects of lisinopril?"


class SchemaKeepingModel(FakeChatModel):
    """Says hello, and keeps the schemas of the tools of each call as a provider is sent them."""

    schemas: list[str]

    def __init__(self) -> None:
        super().__init__(schemas=[])

    def bind_tools(self, tools: Sequence[Any], **kwargs: Any) -> Runnable[LanguageModelInput, AIMessage]:
        self.schemas.append(json.dumps([convert_to_openai_tool(tool) for tool in tools]))
        return super().bind_tools(tools, **kwargs)

    def answer(self, messages: list[BaseMessage], tool_names: tuple[str, ...]) -> AIMessage:
        return AIMessage("Hello.")


def begins(model: SchemaKeepingModel) -> set[str]:
    """What every call began with, before the case."""
    texts = [str(next(each for each in seen if isinstance(each, SystemMessage)).content) for seen in model.seen]
    assert all(CASE_HEADING in text for text in texts)
    return {text.partition(CASE_HEADING)[0] for text in texts}


@pytest.mark.parametrize(
    ("kind", "words"),
    [("refill", "hello there"), ("simple", "hello there"), ("clinical", QUESTION), ("refill", QUESTION)],
)
def test_the_prompt_and_the_tools_of_every_patient_are_the_same_to_the_byte(
    make_assistant: MakeAssistant, kind: str, words: str
) -> None:
    model = SchemaKeepingModel()
    assistant = make_assistant(model)
    for patient_id in PATIENTS:
        Conversation(assistant, patient_id, conversation_type=kind).say(words)

    assert len(model.seen) == len(model.schemas) == len(PATIENTS)
    assert len(begins(model)) == 1
    assert len(set(model.schemas)) == 1


class RefillKeepingModel(ScriptedChatModel):
    """Follows a script, and keeps what each call began with: the state's prompt, and its schemas as they are sent."""

    begun: list[tuple[str, str]] = []  # noqa: RUF012 - each model gets a copy
    bound: str = ""

    def bind_tools(self, tools: Sequence[Any], **kwargs: Any) -> Runnable[LanguageModelInput, AIMessage]:
        self.bound = json.dumps([convert_to_openai_tool(tool) for tool in tools])
        return super().bind_tools(tools, **kwargs)

    def answer(self, messages: list[BaseMessage], tool_names: tuple[str, ...]) -> AIMessage:
        prompt = str(messages[0].content).partition(CASE_HEADING)[0]
        self.begun.append((prompt, self.bound if tool_names else ""))
        return super().answer(messages, tool_names)


def test_every_call_of_a_refill_begins_alike_for_every_patient(make_assistant: MakeAssistant) -> None:
    refills = {"patient_001": "lisinopril", "patient_002": "atorvastatin"}
    begun = []
    for patient_id, medicine in refills.items():
        model = RefillKeepingModel(
            calls(call("select_prescription", medication=medicine)), OK, CONFIRM, OK, PHARMACY, SUBMIT, OK
        )
        chat = Conversation(make_assistant(model), patient_id)
        chat.say(f"refill my {medicine}", "yes", "H-E-B", "yes", "hm")
        assert chat.state is RefillState.COMPLETE
        begun.append(model.begun)

    assert begun[0] == begun[1]
    assert len(set(begun[0])) == len(begun[0]) == 7


def test_two_types_begin_otherwise(make_assistant: MakeAssistant) -> None:
    model = SchemaKeepingModel()
    assistant = make_assistant(model)
    for kind in ("refill", "simple", "clinical"):
        Conversation(assistant, "patient_001", conversation_type=kind).say("hello there")

    assert len(begins(model)) == len(set(model.schemas)) == 3


def test_of_an_old_turn_nothing_but_its_words_is_remembered(talk: Any) -> None:
    chat = talk()
    chat.say("what do I take?", "is CVS open?", "thanks")
    _, remembered = chat.assistant.run(chat.assistant.manager._agent.load(chat.session_id))

    assert [message.type for message in remembered.messages] == ["human", "ai", "human", "ai"]
    assert "is CVS open?" in str(remembered.messages[0].content)
    assert not any(getattr(message, "tool_calls", ()) for message in remembered.messages)
