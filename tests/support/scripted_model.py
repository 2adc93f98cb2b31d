"""Chat models for tests: what they share, one that follows a script, and one that wraps another."""

from collections.abc import Callable, Sequence
from typing import Any

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel, LanguageModelInput
from langchain_core.messages import AIMessage, BaseMessage, SystemMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from langchain_core.runnables import Runnable

from tests.support.short_briefs import results_in, whole_brief

Step = AIMessage | Exception | Callable[[list[BaseMessage]], AIMessage]


def call(name: str, /, **arguments: Any) -> dict[str, Any]:
    """One tool call of a script."""
    return {"name": name, "args": arguments, "type": "tool_call"}


def calls(*wanted: dict[str, Any]) -> AIMessage:
    """A model's answer that calls tools, all at once."""
    return AIMessage("", tool_calls=[{**one, "id": f"call_{place}"} for place, one in enumerate(wanted)])


SELECT = calls(call("select_prescription", medication="lisinopril"))
CONFIRM = calls(call("confirm_dosage", correct=True))
PHARMACY = calls(call("select_pharmacy", pharmacy="PH003"))
SUBMIT = calls(call("submit_refill_order"))
OK = AIMessage("Fine.")
"""The steps of a whole refill, to answer `TO_THE_QUOTE` and a yes with; few words follow the first two."""
SUBMIT_AND_LOOK = calls(call("submit_refill_order"), call("track_refill_order"))
"""A step after which a model is asked for words, since it looked for more than the order."""


def tool_name(tool: Any) -> str:
    """The name of a tool, or of the schema that stands for it."""
    return str(tool["function"]["name"] if isinstance(tool, dict) else tool.name)


class FakeChatModel(BaseChatModel):
    """What the fakes share: tools may be bound, and every prompt is kept.

    Attributes:
        seen: The messages of each call, as the model got them.
        offered: The names of the tools of each call.
    """

    seen: list[list[BaseMessage]]
    offered: list[tuple[str, ...]]

    def __init__(self, **fields: Any) -> None:
        super().__init__(**{"seen": [], "offered": [], **fields})

    @property
    def _llm_type(self) -> str:
        return "fake"

    @property
    def prompts(self) -> str:
        """Everything that the model was ever shown."""
        return "\n".join(
            f"{message.content} {getattr(message, 'tool_calls', '')}" for messages in self.seen for message in messages
        )

    def bind_tools(self, tools: Sequence[Any], **_kwargs: Any) -> Runnable[LanguageModelInput, AIMessage]:
        return self.bind(tool_names=tuple(map(tool_name, tools)))

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        tool_names: tuple[str, ...] = (),
        **_kwargs: Any,
    ) -> ChatResult:
        self.seen.append(list(messages))
        self.offered.append(tool_names)
        return ChatResult(generations=[ChatGeneration(message=self.answer(messages, tool_names))])

    def answer(self, messages: list[BaseMessage], tool_names: tuple[str, ...]) -> AIMessage:
        """The next answer."""
        raise NotImplementedError


class ScriptedChatModel(FakeChatModel):
    """Answers with the steps of its script, one a call, and with "Done." after the last.

    A step is a message, an error to raise, or a function of the messages.
    """

    script: list[Any]

    def __init__(self, *script: Step) -> None:
        super().__init__(script=list(script))

    def then(self, *steps: Step) -> None:
        """Add to the script."""
        self.script.extend(steps)

    def answer(self, messages: list[BaseMessage], tool_names: tuple[str, ...]) -> AIMessage:
        step = self.script.pop(0) if self.script else AIMessage("Done.")
        if isinstance(step, Exception):
            raise step
        # A message has one id in a conversation, so that a step that is used twice is two messages.
        return step(messages) if callable(step) else step.model_copy(update={"id": None})


class WrappedChatModel(FakeChatModel):
    """The built-in model, whose prompts are kept; it can be told to fail after a tool.

    Configured as any other model it is sent less, and repeats the results that it is to put in words.
    """

    inner: Any
    fails_after: str | None = None

    def bind_tools(self, tools: Sequence[Any], **_kwargs: Any) -> Runnable[LanguageModelInput, AIMessage]:
        return self.bind(tool_names=tuple(map(tool_name, tools)))

    def answer(self, messages: list[BaseMessage], tool_names: tuple[str, ...]) -> AIMessage:
        if self.fails_after is not None and getattr(messages[-1], "name", None) == self.fails_after:
            raise RuntimeError("the model is gone")
        prompt = str(messages[0].content)
        if (results := results_in(prompt)) is not None:
            return AIMessage(results)
        whole = [SystemMessage(whole_brief(prompt)), *messages[1:]]
        result: ChatResult = self.inner._generate(whole, tool_names=tool_names)
        message = result.generations[0].message
        assert isinstance(message, AIMessage)
        return message
