"""A provider's chat model, listened to while it writes: one that falls silent, or never stops, is not waited for."""

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import aclosing
from secrets import token_hex
from typing import Any, cast

from langchain_core.callbacks import AsyncCallbackManagerForLLMRun, CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel, LangSmithParams, LanguageModelInput
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage, InvalidToolCall, ToolCall
from langchain_core.outputs import ChatGeneration, ChatResult
from langchain_core.runnables import Runnable, RunnableBinding

from rxflow.domain.errors import UnusableAnswerError

MOST_CHARS = 12_000
"""Of an answer's words and tool calls together: three times what is kept of a reply. What is longer is no reply."""
_ENDINGS = ("finish_reason", "stop_reason", "done_reason")


class StreamedChatModel(BaseChatModel):
    """Asks another model for a stream, and answers whole: no word of a model is shown before all of them were checked.

    Attributes:
        inner: The provider's model.
        chunk_seconds: How long it may pause once it has begun. How long it may take to begin is the caller's to say.
        says_when_done: Whether the provider says why an answer ended: without that, it was broken off.
    """

    inner: Any
    chunk_seconds: float
    says_when_done: bool = False

    def __init__(self, inner: BaseChatModel, *, chunk_seconds: float, says_when_done: bool = False) -> None:
        super().__init__(inner=inner, chunk_seconds=chunk_seconds, says_when_done=says_when_done)

    @property
    def _llm_type(self) -> str:
        return cast(BaseChatModel, self.inner)._llm_type

    def _get_ls_params(self, stop: list[str] | None = None, **kwargs: Any) -> LangSmithParams:
        return cast(BaseChatModel, self.inner)._get_ls_params(stop, **kwargs)

    def bind_tools(self, tools: Sequence[Any], **kwargs: Any) -> Runnable[LanguageModelInput, AIMessage]:
        """Bind tools in the provider's own way."""
        return bound_like(self, self.inner.bind_tools(tools, **kwargs))

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        return asyncio.run(self._agenerate(messages, stop, None, **kwargs))

    async def _agenerate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: AsyncCallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        parts: list[AIMessageChunk] = []
        length = 0
        async with aclosing(self.inner.astream(messages, stop=stop, **kwargs)) as stream:
            async for chunk in self._in_time(stream):
                parts.append(_as_part(chunk))
                length += _length(parts[-1])
                if length > MOST_CHARS:
                    raise UnusableAnswerError("The model did not stop.")
        # Put together once: each time costs what all of it costs.
        whole = parts[0] + parts[1:] if parts else AIMessageChunk(content="")
        if not parts or (self.says_when_done and not any(whole.response_metadata.get(name) for name in _ENDINGS)):
            raise UnusableAnswerError("The model's answer was broken off.")
        calls, broken = _calls(whole)
        answer = AIMessage(
            whole.text,
            tool_calls=calls,
            invalid_tool_calls=broken,
            usage_metadata=whole.usage_metadata,
            # Nothing else: providers put what they like beside their words, and it would be kept and sent back.
            response_metadata={
                name: whole.response_metadata[name] for name in _ENDINGS if name in whole.response_metadata
            },
        )
        return ChatResult(generations=[ChatGeneration(message=answer)])

    async def _in_time(self, stream: AsyncIterator[Any]) -> AsyncIterator[AIMessage]:
        """The parts of an answer, while they keep coming.

        Raises:
            TimeoutError: The model paused for too long.
        """
        seconds: float | None = None
        while True:
            async with asyncio.timeout(seconds):
                chunk = await anext(stream, None)
            if chunk is None:
                return
            yield chunk
            seconds = self.chunk_seconds


def _calls(whole: AIMessageChunk) -> tuple[list[ToolCall], list[InvalidToolCall]]:
    """The tool calls of an answer, and those that are none.

    LangChain mends arguments that break off, so that a refill of `metoprolol succ` would be tried as it stands.
    """
    calls, broken, used = list[ToolCall](), list[InvalidToolCall](), set[str]()
    for part in whole.tool_call_chunks:
        name, text, identity = part.get("name") or "", part.get("args") or "", part.get("id") or ""
        if not identity or identity in used:
            # By it a result is found, and some servers give none, or the same to all.
            identity = f"call_{token_hex(8)}"
        used.add(identity)
        try:
            arguments = json.loads(text or "{}")
        except ValueError:
            arguments = None
        if isinstance(arguments, dict):
            calls.append(ToolCall(name=name, args=arguments, id=identity, type="tool_call"))
        else:
            broken.append(
                InvalidToolCall(name=name, args=text, id=identity, error="no JSON object", type="invalid_tool_call")
            )
    return calls, broken


def _as_part(message: AIMessage) -> AIMessageChunk:
    """A part of an answer; a model that does not stream gives all of it in one."""
    if isinstance(message, AIMessageChunk):
        return message
    return AIMessageChunk(
        content=message.content,
        tool_calls=message.tool_calls,
        invalid_tool_calls=message.invalid_tool_calls,
        usage_metadata=message.usage_metadata,
        response_metadata=message.response_metadata,
    )


def bound_like(
    outer: BaseChatModel, bound: Runnable[LanguageModelInput, AIMessage]
) -> Runnable[LanguageModelInput, AIMessage]:
    """Bind to a model what the one inside it was bound to, such as tools.

    Raises:
        NotImplementedError: The inner one is not simply bound.
    """
    if not isinstance(bound, RunnableBinding):
        raise NotImplementedError(f"{outer._llm_type} binds tools in a way that is not known here")
    return outer.bind(**bound.kwargs)


def _length(chunk: AIMessageChunk) -> int:
    """How much a part adds; each counts, so that an endless stream of nothing ends too."""
    return 1 + len(chunk.text) + sum(len(each.get("args") or "") for each in chunk.tool_call_chunks)
