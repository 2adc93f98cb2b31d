"""The built-in model: a LangChain chat model that needs no network, no key and no weights.

It reads the same brief and calls the same tools as any other model, and is deterministic.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from langchain_core.callbacks import AsyncCallbackManagerForLLMRun, CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel, LangSmithParams, LanguageModelInput
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, SystemMessage, ToolMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from langchain_core.runnables import Runnable
from langchain_core.tools import BaseTool

from rxflow.llm.policy import Policy
from rxflow.llm.speech import Speaker
from rxflow.llm.steps import Call, Say, Step
from rxflow.prompts.prompt_manager import PromptManager
from rxflow.prompts.replies import Replies
from rxflow.workflow.tool_results import content_of

_WITH_QUESTION = frozenset(
    {"take_your_time", "own_only", "cannot", "kept", "nothing_cancelled", "not_agreed", "as_it_stands", "thanks"}
)
_ASIDE = frozenset({"help", "ask_pharmacist", "goodbye", "identity"})


class BuiltinChatModel(BaseChatModel):
    """Understands refill conversations by rule.

    Attributes:
        policy: Chooses tool calls.
        local_now: The present at the pharmacies.
    """

    policy: Any
    local_now: Callable[[], datetime]

    def __init__(self, policy: Policy, local_now: Callable[[], datetime]) -> None:
        super().__init__(policy=policy, local_now=local_now)

    @property
    def _llm_type(self) -> str:
        return "rxflow-builtin"

    def _get_ls_params(self, stop: list[str] | None = None, **kwargs: Any) -> LangSmithParams:
        # How LangChain asks a model who provides it and what it is called, for traces and for the audit trail.
        named = super()._get_ls_params(stop, **kwargs)
        return LangSmithParams(**{**named, "ls_provider": "builtin", "ls_model_name": self._llm_type})

    def bind_tools(self, tools: Sequence[Any], **kwargs: Any) -> Runnable[LanguageModelInput, AIMessage]:
        """Bind tools; only their names matter to this model."""
        names = [tool.name for tool in tools if isinstance(tool, BaseTool)]
        return self.bind(tool_names=names, **{key: value for key, value in kwargs.items() if key != "tool_choice"})

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        tool_names: Sequence[str] = (),
        **kwargs: Any,
    ) -> ChatResult:
        reply = self._answer(messages, frozenset(tool_names))
        return ChatResult(generations=[ChatGeneration(message=reply)])

    async def _agenerate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: AsyncCallbackManagerForLLMRun | None = None,
        tool_names: Sequence[str] = (),
        **kwargs: Any,
    ) -> ChatResult:
        # Without going to another thread and back, which takes longer than to answer.
        return self._generate(messages, stop, None, tool_names, **kwargs)

    def _answer(self, messages: list[BaseMessage], tool_names: frozenset[str]) -> AIMessage:
        case = _case(messages)
        human = max(index for index, message in enumerate(messages) if isinstance(message, HumanMessage))
        text = str(messages[human].content)
        results = [message for message in messages[human + 1 :] if isinstance(message, ToolMessage)]
        replies = Replies(case["language"])
        speaker = Speaker(replies, case, self.local_now())
        if not results:
            step: Step = self.policy.first_step(text, case)
            return self._take(step, speaker, len(messages), tool_names)
        last = results[-1]
        envelope = _envelope(last)
        data = envelope.get("data")
        following = self.policy.next_step(text, last.name or "", data if isinstance(data, dict) else {})
        if following is not None:
            return self._take(following, speaker, len(messages), tool_names)
        try:
            return AIMessage(speaker.after(last.name or "", envelope, self.policy.reader.read(text)))
        except (AttributeError, IndexError, KeyError, TypeError, ValueError):
            # A result of another shape than the tools give has no words of its own.
            return AIMessage(f"{replies.text('lookup_failed')}\n\n{speaker.still()}")

    @staticmethod
    def _take(step: Step, speaker: Speaker, place: int, tool_names: frozenset[str]) -> AIMessage:
        if isinstance(step, Call) and step.tool in tool_names:
            call = {"name": step.tool, "args": step.arguments, "id": f"call_{place}", "type": "tool_call"}
            return AIMessage("", tool_calls=[call])
        key = step.key if isinstance(step, Say) else "cannot"
        if key == "still" or (key == "greeting" and speaker.in_hand):
            return AIMessage(speaker.still())
        said = speaker.replies.text(key)
        if key == "cannot":
            said = f"{said} {speaker.replies.text('help')}"
        who_can = isinstance(step, Say) and step.who_can
        if who_can:
            said = f"{said} {speaker.who_can()}".strip()
        asks_again = key in _WITH_QUESTION or ((who_can or key in _ASIDE) and speaker.in_hand)
        return AIMessage(f"{said}\n\n{speaker.still()}" if asks_again else said)


def _case(messages: list[BaseMessage]) -> dict[str, Any]:
    system = next(message for message in messages if isinstance(message, SystemMessage))
    return PromptManager.read_case(str(system.content))


def _envelope(result: ToolMessage) -> dict[str, Any]:
    """A tool's result; a call that did not fit its schema comes as plain text."""
    envelope = content_of(result)
    if isinstance(envelope, str):
        return {"success": False, "code": "TOOL_ARGUMENTS", "error": "The call did not fit."}
    return envelope if isinstance(envelope, dict) else {"success": False, "code": "TOOL_RESULT", "error": "?"}
