"""A model that is listened to while it writes: whole answers, strict calls, and no waiting for one that pauses."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest
from langchain_core.callbacks import AsyncCallbackManagerForLLMRun, CallbackManagerForLLMRun
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage, HumanMessage
from langchain_core.outputs import ChatGenerationChunk, ChatResult

from rxflow.domain.errors import UnusableAnswerError
from rxflow.llm.llama_cpp import OneAtATime
from rxflow.llm.streamed_model import StreamedChatModel
from rxflow.tools.registry import AVAILABLE_TOOLS
from tests.support.scripted_model import FakeChatModel, ScriptedChatModel

ASKED = [HumanMessage("hello")]


class Streaming(FakeChatModel):
    """Streams parts; None is a pause without an end."""

    parts: list[Any]

    async def _astream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: AsyncCallbackManagerForLLMRun | None = None,
        **_kwargs: Any,
    ) -> AsyncIterator[ChatGenerationChunk]:
        for part in self.parts:
            if part is None:
                await asyncio.Event().wait()
            yield ChatGenerationChunk(message=part)

    def _stream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **_kwargs: Any,
    ) -> Iterator[ChatGenerationChunk]:
        raise AssertionError("not asked")


def streamed(*parts: Any, **options: Any) -> StreamedChatModel:
    return StreamedChatModel(Streaming(parts=list(parts)), chunk_seconds=0.05, **options)


def say(text: str, **fields: Any) -> AIMessageChunk:
    return AIMessageChunk(content=text, **fields)


def called(arguments: str, name: str | None = "a_tool") -> AIMessageChunk:
    return say("", tool_call_chunks=[{"name": name, "args": arguments, "id": "1", "index": 0}])


def test_parts_become_one_answer_with_nothing_beside_it() -> None:
    usage = {"input_tokens": 7, "output_tokens": 2, "total_tokens": 9}
    model = streamed(
        say("Good "),
        say("morning.", additional_kwargs={"secret": "x"}, response_metadata={"finish_reason": "stop", "id": "y"}),
        say("", usage_metadata=usage),
    )
    answer = model.invoke(ASKED)

    assert (answer.text, answer.usage_metadata) == ("Good morning.", usage)
    assert (answer.response_metadata, answer.additional_kwargs) == ({"finish_reason": "stop"}, {})


def test_arguments_are_taken_as_they_are_or_not_at_all() -> None:
    whole = streamed(called('{"medication": '), called('"metoprolol"}', name=None)).invoke(ASKED)
    broken = streamed(called('{"medication": "metoprolol succ')).invoke(ASKED)
    none = streamed(called("")).invoke(ASKED)

    assert [call["args"] for call in whole.tool_calls] == [{"medication": "metoprolol"}]
    assert (broken.tool_calls, [call["args"] for call in broken.invalid_tool_calls]) == (
        [],
        ['{"medication": "metoprolol succ'],
    )
    assert [call["args"] for call in none.tool_calls] == [{}]


def test_calls_without_a_name_of_their_own_get_one() -> None:
    parts = [
        say("", tool_call_chunks=[{"name": "a_tool", "args": "{}", "id": identity, "index": index}])
        for index, identity in enumerate([None, "", "same", "same"])
    ]
    identities = [call["id"] for call in streamed(*parts).invoke(ASKED).tool_calls]

    assert len({each for each in identities if each}) == 4


def test_a_pause_in_the_middle_is_a_timeout() -> None:
    with pytest.raises(TimeoutError):
        streamed(say("Good "), None).invoke(ASKED)


@pytest.mark.parametrize(
    "parts",
    [[say("x" * 100)] * 6, [say("")] * 501, [called("{" * 250)] * 2],
    ids=["words", "nothing", "arguments"],
)
def test_what_does_not_stop_is_stopped(parts: list[AIMessageChunk], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rxflow.llm.streamed_model.MOST_CHARS", 500)
    with pytest.raises(UnusableAnswerError):
        streamed(*parts).invoke(ASKED)


@pytest.mark.parametrize("parts", [[say("Good ")], [say("")]])
def test_an_answer_without_an_end_is_broken_off_where_the_provider_tells_ends(parts: list[AIMessageChunk]) -> None:
    with pytest.raises(UnusableAnswerError):
        streamed(*parts, says_when_done=True).invoke(ASKED)


def test_a_model_that_cannot_stream_is_asked_whole_with_its_tools() -> None:
    inner = ScriptedChatModel(AIMessage("Fine."))
    bound = StreamedChatModel(inner, chunk_seconds=1).bind_tools(AVAILABLE_TOOLS[:2])

    assert bound.invoke(ASKED).text == "Fine."
    assert inner.offered == [tuple(tool.name for tool in AVAILABLE_TOOLS[:2])]


def test_it_is_named_as_the_model_inside_it() -> None:
    model = streamed()

    assert model._llm_type == "fake"
    assert model._get_ls_params()["ls_provider"] == Streaming(parts=[])._get_ls_params()["ls_provider"]


async def test_a_model_in_memory_is_asked_one_question_at_a_time() -> None:
    at_once, most = 0, 0

    class InMemory(ScriptedChatModel):
        def _generate(self, *args: Any, **kwargs: Any) -> ChatResult:
            nonlocal at_once, most
            at_once += 1
            most = max(most, at_once)
            result = super()._generate(*args, **kwargs)
            at_once -= 1
            return result

    model = OneAtATime(InMemory(), "a-model")
    answers = await asyncio.gather(*(model.bind_tools(AVAILABLE_TOOLS[:1]).ainvoke(ASKED) for _ in range(8)))

    assert ([answer.text for answer in answers], most) == (["Done."] * 8, 1)
    named = model._get_ls_params()
    assert (named["ls_provider"], named["ls_model_name"]) == ("llamacpp", "a-model")
