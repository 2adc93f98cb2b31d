"""Chat models for tests: one that follows a script, and one that does whatever a seed says."""

from collections.abc import Callable, Iterable, Sequence
from random import Random
from typing import Any

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel, LanguageModelInput
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, ToolMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from langchain_core.runnables import Runnable

Step = AIMessage | Exception | Callable[[list[BaseMessage]], AIMessage]


def call(name: str, /, **arguments: Any) -> dict[str, Any]:
    """One tool call of a script."""
    return {"name": name, "args": arguments, "type": "tool_call"}


def calls(*wanted: dict[str, Any]) -> AIMessage:
    """A model's answer that calls tools, all at once."""
    return AIMessage("", tool_calls=[{**one, "id": f"call_{place}"} for place, one in enumerate(wanted)])


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
        return self.bind(tool_names=tuple(tool.name for tool in tools))

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
    """Another model, whose prompts are kept; it can be told to fail after a tool."""

    inner: Any
    fails_after: str | None = None

    def bind_tools(self, tools: Sequence[Any], **_kwargs: Any) -> Runnable[LanguageModelInput, AIMessage]:
        return self.bind(tool_names=tuple(tool.name for tool in tools))

    def answer(self, messages: list[BaseMessage], tool_names: tuple[str, ...]) -> AIMessage:
        if self.fails_after is not None and getattr(messages[-1], "name", None) == self.fails_after:
            raise RuntimeError("the model is gone")
        result: ChatResult = self.inner._generate(messages, tool_names=tool_names)
        message = result.generations[0].message
        assert isinstance(message, AIMessage)
        return message


class HostileChatModel(FakeChatModel):
    """Does what a seed says: random tools with random arguments, many at once, none, and claims that are lies.

    Args:
        tools: The names of all tools.
        words: What it puts into arguments: ids of everyone, names, nonsense and attacks.
        seed: The same seed does the same.
    """

    tools: tuple[str, ...]
    words: tuple[Any, ...]
    random: Any
    mischief: float = 0.9

    def __init__(self, tools: Iterable[str], words: Iterable[Any], seed: int = 0) -> None:
        super().__init__(tools=tuple(tools), words=tuple(words), random=Random(seed))

    def reseed(self, seed: int) -> None:
        """Begin again with another seed, which also tells how bad it is."""
        self.random = Random(seed)
        self.mischief = self.random.choice([0.05, 0.2, 0.5, 0.9])
        self.seen.clear()
        self.offered.clear()

    def answer(self, messages: list[BaseMessage], tool_names: tuple[str, ...]) -> AIMessage:
        heard = next(str(message.content) for message in reversed(messages) if isinstance(message, HumanMessage))
        if self.random.random() > self.mischief:
            # What a good model would do, but for its lie, so that some conversations come far.
            lie = AIMessage("Your order is placed. You pay nothing.")
            return lie if isinstance(messages[-1], ToolMessage) else self._onward(tool_names, heard)
        chance = self.random.random()
        if chance < 0.05:
            raise RuntimeError("hostile")
        if chance < 0.15:
            return AIMessage(self.random.choice(["", " ", "\x00", "Your order RF-0000-0000 is placed!", "x" * 50_000]))
        return calls(*(self._call(tool_names, heard) for _ in range(self.random.choice([1, 1, 1, 1, 2, 5]))))

    @staticmethod
    def _onward(tool_names: tuple[str, ...], heard: str) -> AIMessage:
        name = next(name for name in _ONWARD if name in tool_names)
        values = {"medication": heard, "pharmacy": heard, "correct": True}
        return calls(call(name, **{key: values[key] for key in _ARGUMENTS.get(name, ())}))

    def _call(self, tool_names: tuple[str, ...], heard: str) -> dict[str, Any]:
        names = tool_names if self.random.random() < 0.8 and tool_names else self.tools
        onward = [name for name in _ONWARD if name in names]
        name = self.random.choice(onward if onward and self.random.random() < 0.6 else [*names, "drop_table", ""])
        arguments = {key: self._value(key, heard) for key in _ARGUMENTS.get(name, ())}
        if self.random.random() < 0.2:
            arguments |= {self.random.choice(_EXTRA): self.random.choice(self.words)}
        if self.random.random() < 0.1 and arguments:
            arguments.pop(self.random.choice(list(arguments)))
        return call(name, **arguments)

    def _value(self, key: str, heard: str) -> Any:
        if key == "medication" and self.random.random() < 0.3:
            return heard
        if key == "correct" and self.random.random() < 0.9:
            return True
        if key == "pharmacy" and self.random.random() < 0.6:
            return self.random.choice(["PH001", "PH002", "PH003", "PH004", "the closest one", "CVS", "H-E-B"])
        return self.random.choice(self.words)


_ONWARD = ("submit_refill_order", "select_pharmacy", "confirm_dosage", "select_prescription")
_EXTRA = ("patient_id", "runtime", "context", "state", "session_id", "consent", "quote_id", "order_id", "correct")
_ARGUMENTS: dict[str, tuple[str, ...]] = {
    "select_prescription": ("medication", "pharmacy"),
    "confirm_dosage": ("correct",),
    "select_pharmacy": ("pharmacy",),
    "cancel_refill_order": ("order_id",),
    "escalate_to_care_team": ("reason",),
    "track_refill_order": ("order_id",),
    "rxnorm_medication_lookup": ("name",),
    "find_nearby_pharmacies": ("wish",),
    "goodrx_price_lookup": ("medication", "pharmacy"),
    "compare_brand_generic_prices": ("medication", "pharmacy"),
    "check_pharmacy_inventory": ("medication", "pharmacy"),
    "get_pharmacy_details": ("pharmacy",),
    "get_pharmacy_wait_times": ("pharmacy",),
    "patient_medication_history": ("medication",),
    "check_medication_adherence": ("medication",),
    "verify_medication_dosage": ("medication",),
    "check_drug_interactions": ("medication",),
    "check_insurance_formulary": ("medication",),
    "prior_authorization_lookup": ("medication",),
}
