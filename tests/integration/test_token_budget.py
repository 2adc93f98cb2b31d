"""Tokens that are used up: the built-in model answers, it is told in one line, and a restart forgets nothing."""

import asyncio

from langchain_core.callbacks import AsyncCallbackManagerForLLMRun
from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.outputs import ChatResult

from rxflow.workflow.workflow_types import RefillState
from tests.conftest import MakeAssistant, Talk
from tests.support.clock import FrozenClock
from tests.support.conversation import TO_THE_QUOTE, Conversation
from tests.support.scripted_model import SELECT, FakeChatModel, ScriptedChatModel

S = RefillState
TOLD = "Our usual assistant is done for now"


def costs(tokens: int, answer: AIMessage | None = None) -> AIMessage:
    usage = {"input_tokens": tokens - 1, "output_tokens": 1, "total_tokens": tokens}
    return (answer or AIMessage("Fine.")).model_copy(update={"usage_metadata": usage})


def fallbacks(chat: Conversation) -> str:
    exposed = chat.assistant.metrics.exposition().decode().splitlines()
    return "\n".join(line for line in exposed if line.startswith("rxflow_fallbacks_total{"))


def test_a_conversation_that_has_used_its_tokens_goes_on_with_the_built_in_model(talk: Talk) -> None:
    model = ScriptedChatModel(costs(60), costs(60))
    chat = talk(model=model, tokens_per_session=100)
    assert chat.say("hello").degraded == ()
    assert chat.say("hello").degraded == (), "a call that began within the budget is answered"
    reply = chat.say("refill my lisinopril")

    assert (reply.state, reply.degraded, len(model.seen)) == (S.CONFIRM_DOSAGE, ("built-in model", "budget"), 2)
    assert reply.message.startswith(TOLD)
    assert reply.message.count(TOLD) == 1
    assert fallbacks(chat) == 'rxflow_fallbacks_total{what="budget"} 1.0'
    assert chat.assistant.degradations.current() == (), "other conversations have theirs"
    chat.say(*TO_THE_QUOTE[1:], "yes")
    assert len(chat.orders()) == 1


def test_a_spanish_speaker_is_told_in_spanish(talk: Talk) -> None:
    chat = talk("patient_005", model=ScriptedChatModel(costs(60)), tokens_per_session=50)

    assert "ha terminado por ahora" in chat.say("hola", "hola").message


def test_a_turn_whose_tokens_run_out_ends_with_the_built_in_model(talk: Talk) -> None:
    chat = talk(model=ScriptedChatModel(costs(60, SELECT)), tokens_per_session=50)
    reply = chat.say("refill my lisinopril")

    assert [use.name for use in reply.tools] == ["select_prescription"]
    assert (reply.state, reply.degraded) == (S.CONFIRM_DOSAGE, ("built-in model", "budget"))
    assert "Is this the one?" in reply.message


def test_the_day_s_tokens_are_counted_for_all_and_across_restarts(
    make_assistant: MakeAssistant, clock: FrozenClock
) -> None:
    first = Conversation(make_assistant(ScriptedChatModel(costs(60)), tokens_per_day=100), "patient_001")
    first.say("hello")
    other = Conversation(make_assistant(ScriptedChatModel(costs(60)), tokens_per_day=100), "patient_002")
    other.say("hello")
    assert first.say("hello").degraded == ("built-in model", "budget")
    again = make_assistant(ScriptedChatModel(costs(60)), tokens_per_day=100)
    restarted = Conversation(again, "patient_003")
    assert restarted.say("hello").degraded == ("built-in model", "budget")
    assert [(each.name, each.reason) for each in again.degradations.current()] == [("built-in model", "DAY_TOKENS")]
    clock.wait(days=1)
    tomorrow = Conversation(again, "patient_004")

    assert tomorrow.say("hello").degraded == ()
    assert again.degradations.current() == ()


class Uncounted(FakeChatModel):
    """Answers, or hangs, and its provider counts nothing."""

    hangs: bool = False

    async def _agenerate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: AsyncCallbackManagerForLLMRun | None = None,
        tool_names: tuple[str, ...] = (),
        **_kwargs: object,
    ) -> ChatResult:
        if self.hangs:
            await asyncio.Event().wait()
        return self._generate(messages, tool_names=tool_names)

    def answer(self, messages: list[BaseMessage], tool_names: tuple[str, ...]) -> AIMessage:
        return AIMessage("Fine.")


def test_what_a_provider_does_not_count_is_estimated(talk: Talk) -> None:
    chat = talk(model=Uncounted(), tokens_per_session=1000)

    assert chat.say("hello").degraded == ()
    assert chat.say("hello").degraded == ("built-in model", "budget")


def test_a_call_that_was_not_waited_for_costs_too(talk: Talk) -> None:
    chat = talk(model=Uncounted(hangs=True), tokens_per_session=1000, model_timeout_seconds=0.02)

    assert chat.say("hello").degraded == ("built-in model",)
    assert chat.say("hello").degraded == ("built-in model", "budget")


def test_a_call_that_nobody_took_costs_nothing(talk: Talk) -> None:
    model = ScriptedChatModel(ConnectionRefusedError(), ConnectionRefusedError())
    chat = talk(model=model, tokens_per_session=10_000)
    chat.say("hello")

    with chat.assistant._store.read() as tx:
        counted = tx.connection.exec_driver_sql("SELECT max(tokens) FROM token_counts").scalar_one()
    assert counted < 6000, "one call was answered"
