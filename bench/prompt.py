"""Counts what a refill costs in prompt tokens, beside LangChain's agent as it comes: `python -m bench.prompt`.

One scripted model, which answers at once, holds a completed refill of five turns twice: through our agent, as a model
on another machine, and through `create_agent` with every tool, the whole history and the same store. Both run the same
tools over the same case, so the same rules are checked. Tokens are those of o200k_base, which OpenAI's models since
GPT-4o read: of each message its words, its calls as JSON and 4 for its frame; of the tools their schemas as JSON.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from langchain.agents import create_agent
from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel, LanguageModelInput
from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from langchain_core.runnables import Runnable
from langchain_core.utils.function_calling import convert_to_openai_tool
from langgraph.checkpoint.base import BaseCheckpointSaver
from splintr import Tokenizer

from rxflow.assistant import Assistant
from rxflow.bootstrap import build_assistant
from rxflow.clinical import assessment
from rxflow.clinical.medication import Medication
from rxflow.config.settings import Settings
from rxflow.dialogue.medications import MedicationResolver
from rxflow.llm.providers import get_builtin_llm
from rxflow.observability.metrics import Metrics
from rxflow.persistence.checkpoints import open_checkpoints
from rxflow.prompts.prompt_manager import PromptManager
from rxflow.security.cipher import Cipher
from rxflow.security.keys import KeyRing, KeyText, format_keys, new_keys
from rxflow.tools.registry import AVAILABLE_TOOLS
from rxflow.workflow.agent import RefillAgent, Remembered
from rxflow.workflow.conversation_manager import AdvancedConversationManager
from rxflow.workflow.gate import RefillAgentState, snapshot
from rxflow.workflow.history import latest_turn
from rxflow.workflow.model_calls import ModelCalls
from rxflow.workflow.run_context import RunContext
from rxflow.workflow.workflow_types import ToolUse
from tests.support.clock import WEDNESDAY_MORNING, FrozenClock

MOST_TOKENS = 7000
MOST_CALLS = 9
FRAME_TOKENS = 4
PATIENT, RX_NUMBER = "patient_001", "RX100101"
RULE = "check_"


@dataclass(frozen=True, slots=True)
class Turn:
    """What the patient says, the tool that a sensible model calls for it, and what it says then."""

    words: str
    tool: str
    arguments: dict[str, Any]
    reply: str


CONVERSATION = (
    Turn(
        "I need to refill my lisinopril",
        "select_prescription",
        {"medication": "my lisinopril"},
        "I found your lisinopril 10 mg tablets: take one tablet by mouth once a day, for high blood pressure. "
        "They can affect each other with meloxicam, so please ask your pharmacist about that. Is this the right one?",
    ),
    Turn(
        "yes, that's the one",
        "confirm_dosage",
        {"correct": True},
        "Which pharmacy would you like? CVS Pharmacy Congress is your usual one, for $4.49. Lamar Plaza Apothecary has "
        "it for $4.10, Walgreens South Lamar for $4.37, and H-E-B Pharmacy Mueller for $3.59.",
    ),
    Turn(
        "H-E-B please",
        "select_pharmacy",
        {"pharmacy": "H-E-B"},
        "At H-E-B Pharmacy Mueller you pay $3.59 for 30 tablets, ready today at 10:45 am. Shall I place this order?",
    ),
    Turn(
        "yes, place the order",
        "submit_refill_order",
        {},
        "Your order is placed at H-E-B Pharmacy Mueller. It will be ready today at 10:45 am, and you pay $3.59.",
    ),
    Turn(
        "where is my order?",
        "track_refill_order",
        {},
        "H-E-B Pharmacy Mueller has received your order. It should be ready today at 10:45 am.",
    ),
)


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the model: the tools that it was shown, and its prompt in tokens."""

    tools: int
    tool_tokens: int
    message_tokens: int

    @property
    def tokens(self) -> int:
        return self.tool_tokens + self.message_tokens


@dataclass(slots=True)
class Played:
    """A conversation that was held.

    Attributes:
        calls: What the model was asked, in order.
        used: The tools that ran and succeeded.
        orders: How many orders were placed.
        rules: The rules that were checked for the prescription.
        assessments: How often all of them were.
    """

    agent: str
    calls: list[Call] = field(default_factory=list)
    used: list[str] = field(default_factory=list)
    orders: int = 0
    rules: set[str] = field(default_factory=set)
    assessments: int = 0

    @property
    def tokens(self) -> int:
        return sum(call.tokens for call in self.calls)


class SensibleModel(BaseChatModel):
    """Calls the tool of the turn, and puts its result in words when it has run."""

    played: Any

    @property
    def _llm_type(self) -> str:
        return "sensible"

    def bind_tools(self, tools: Sequence[Any], **_kwargs: Any) -> Runnable[LanguageModelInput, AIMessage]:
        return self.bind(tools=[convert_to_openai_tool(tool) for tool in tools])

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        tools: Sequence[dict[str, Any]] = (),
        **_kwargs: Any,
    ) -> ChatResult:
        said = latest_turn(messages) or 0
        turn = next(each for each in CONVERSATION if each.words == messages[said].text)
        self.played.calls.append(
            Call(len(tools), tokens_of(_as_json(list(tools))) if tools else 0, sum(map(_message_tokens, messages)))
        )
        if said == len(messages) - 1 and turn.tool in {tool["function"]["name"] for tool in tools}:
            called = {"name": turn.tool, "args": turn.arguments, "id": f"call_{len(self.played.calls)}"}
            answer = AIMessage("", tool_calls=[called])
        else:
            answer = AIMessage(turn.reply)
        return ChatResult(generations=[ChatGeneration(message=answer)])


class PlainAgent(RefillAgent):
    """LangChain's agent as it comes: every tool, the whole history, and no gate; the case is kept beside it."""

    def __init__(self, model: BaseChatModel, checkpoints: BaseCheckpointSaver[Any], max_model_calls: int) -> None:
        super().__init__(model, AVAILABLE_TOOLS, checkpoints, max_model_calls)
        self._graph = create_agent(
            model,
            list(AVAILABLE_TOOLS),
            system_prompt=PromptManager().prefix("START"),
            state_schema=RefillAgentState,
            context_schema=RunContext,
            checkpointer=self._checkpointer,
        )
        self._cases: dict[str, dict[str, Any]] = {}

    async def load(self, session_id: str) -> tuple[dict[str, Any] | None, Remembered]:
        _, remembered = await super().load(session_id)
        return self._cases.get(session_id), Remembered((), remembered.saved)

    async def run(self, session_id: str, text: str, run: RunContext, *others: Any) -> str:
        words = await super().run(session_id, text, run, *others)
        self._cases[session_id] = snapshot(run)
        _, remembered = await super().load(session_id)
        results = [each for each in remembered.messages[latest_turn(remembered.messages) or 0 :] if each.type == "tool"]
        run.trace += [
            ToolUse(each.name or "", str(each.content).startswith('{"success": true'), 0.0) for each in results
        ]
        return words


def tokens_of(text: str) -> int:
    """How many tokens of o200k_base a text is."""
    return len(_tokenizer().encode(text))


@lru_cache
def _tokenizer() -> Tokenizer:
    return Tokenizer.from_pretrained("o200k_base")


def _message_tokens(message: BaseMessage) -> int:
    calls = message.tool_calls if isinstance(message, AIMessage) else []
    called = [{"name": call["name"], "arguments": _as_json(call["args"])} for call in calls]
    return FRAME_TOKENS + tokens_of(message.text) + (tokens_of(_as_json(called)) if called else 0)


def _as_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@contextmanager
def _rules_counted(played: Played) -> Iterator[None]:
    """Note each rule that is checked for the prescription of the refill."""
    kept = {name: rule for name, rule in vars(assessment).items() if name.startswith(RULE)}

    def noted(name: str, rule: Callable[..., Any]) -> Callable[..., Any]:
        def check(*facts: Any) -> Any:
            medication = next(each for each in facts if isinstance(each, Medication))
            if medication.prescription.rx_number == RX_NUMBER:
                played.rules.add(name)
                played.assessments += name == "check_status"
            return rule(*facts)

        return check

    for name, rule in kept.items():
        setattr(assessment, name, noted(name, rule))
    try:
        yield
    finally:
        for name, rule in kept.items():
            setattr(assessment, name, rule)


def play(assistant: Assistant, agent: str, *, as_it_comes: bool = False) -> Played:
    """Hold the conversation.

    Args:
        assistant: Whose services and store are used; the memory of the conversation is its own.
        agent: What to call it.
        as_it_comes: Whether LangChain's agent holds it, and not ours.
    """
    played, settings, services = Played(agent), assistant.settings, assistant.services
    model, resolver = SensibleModel(played=played), MedicationResolver(services.drugs)
    cipher = Cipher(KeyRing(KeyText(format_keys(new_keys()))))
    checkpoints = assistant.run(open_checkpoints("sqlite://", cipher))
    if as_it_comes:
        held_by: RefillAgent = PlainAgent(model, checkpoints, settings.max_model_calls)
    else:
        calls = ModelCalls(get_builtin_llm(services, resolver), is_elsewhere=True)
        held_by = RefillAgent(model, AVAILABLE_TOOLS, checkpoints, settings.max_model_calls, calls)
    manager = AdvancedConversationManager(held_by, services, resolver, Metrics(), settings.max_message_chars)
    before = len(services.orders.for_patient(PATIENT))
    try:
        with _rules_counted(played):
            session_id = assistant.run(manager.start(PATIENT)).session_id
            for turn in CONVERSATION:
                reply = assistant.run(manager.handle_message(turn.words, session_id))
                played.used += [use.name for use in reply.tools if use.success]
    finally:
        assistant.run(checkpoints.close())
    played.orders = len(services.orders.for_patient(PATIENT)) - before
    return played


@contextmanager
def fresh_assistant() -> Iterator[Assistant]:
    """An assistant on a database and a clock of its own."""
    with tempfile.TemporaryDirectory(prefix="rxflow-prompt-") as folder:
        settings = Settings(_env_file=None, database_url=f"sqlite:///{Path(folder) / 'rxflow.db'}", log_level="ERROR")
        with build_assistant(settings, now=FrozenClock(WEDNESDAY_MORNING)) as assistant:
            yield assistant


def is_good(ours: Played) -> bool:
    """Whether the refill was completed within its budget, with every rule checked."""
    every_rule = {name for name in vars(assessment) if name.startswith(RULE)}
    completed = ours.used == [turn.tool for turn in CONVERSATION] and ours.orders == 1
    return completed and ours.rules == every_rule and ours.tokens <= MOST_TOKENS and len(ours.calls) <= MOST_CALLS


def main(arguments: Sequence[str] | None = None) -> int:
    """Play both and print; the exit code is 1 when our refill is not completed within its budget, else 0."""
    parser = argparse.ArgumentParser(prog="python -m bench.prompt", description=str(__doc__).splitlines()[0])
    parser.add_argument("--json", action="store_true", help="print a JSON array")
    options = parser.parse_args(arguments)
    conversations = []
    for name, as_it_comes in (("RxFlow", False), ("create_agent", True)):
        with fresh_assistant() as assistant:
            conversations.append(play(assistant, name, as_it_comes=as_it_comes))
    print(json.dumps([_as_row(each) for each in conversations]) if options.json else as_table(conversations))
    return 0 if is_good(conversations[0]) else 1


def _as_row(played: Played) -> dict[str, Any]:
    return {
        "agent": played.agent,
        "prompt_tokens": played.tokens,
        "model_calls": len(played.calls),
        "calls": [{**asdict(call), "tokens": call.tokens} for call in played.calls],
        "tools": played.used,
        "orders": played.orders,
        "rules_checked": len(played.rules),
        "assessments": played.assessments,
    }


def as_table(conversations: Sequence[Played]) -> str:
    """Each conversation's calls a line, and its sums."""
    lines = []
    for played in conversations:
        lines.append(f"{played.agent}: call, tools shown, tokens of tools, of messages, together")
        for number, call in enumerate(played.calls, 1):
            lines.append(
                f"{number:>6}{call.tools:>8}{call.tool_tokens:>10,}{call.message_tokens:>10,}{call.tokens:>10,}"
            )
        lines.append(
            f"  {played.tokens:,} prompt tokens in {len(played.calls)} model calls; {len(played.used)} tools ran, "
            f"{played.orders} order placed; {len(played.rules)} rules checked, {played.assessments} times all of them"
        )
    ours, plain = conversations
    lines.append(f"Budget: {MOST_TOKENS:,} tokens, {MOST_CALLS} calls. {plain.tokens / ours.tokens:.1f} times less.")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
