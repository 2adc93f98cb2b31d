"""A model behind OpenAI's protocol, through the real client: whatever comes, a sensible reply and no unsafe order."""

from collections.abc import Callable, Iterator
from time import perf_counter

import pytest
import stamina
from pydantic import SecretStr

from rxflow.domain.audit import AuditAction
from rxflow.workflow.workflow_types import RefillState
from tests.conftest import Talk
from tests.support import openai_server as wire
from tests.support.conversation import QUESTION, TO_THE_QUOTE, Conversation, orders_without_own_consent
from tests.support.openai_server import OpenAIServer, Step, says, status

pytest.importorskip("langchain_openai")

S = RefillState
KEY = "sk-a-key-of-a-test"
SELECT = says("", ("select_prescription", {"medication": "lisinopril"}))
CONFIRM = says("", ("confirm_dosage", {"correct": True}))
PHARMACY = says("", ("select_pharmacy", {"pharmacy": "H-E-B"}))
SUBMIT = says("", ("submit_refill_order", {}))
SUBMIT_AND_LOOK = says("", ("submit_refill_order", {}), ("track_refill_order", {}))
OK = says("Fine.")
SECONDS = 1.0
SHORT = 0.2
"""How long a model is waited for: where it answers, and where it does not."""

Dial = Callable[..., Conversation]


@pytest.fixture
def server() -> Iterator[OpenAIServer]:
    with OpenAIServer() as running:
        yield running


@pytest.fixture(autouse=True)
def _without_pauses() -> Iterator[None]:
    with stamina.set_testing(True, attempts=3, cap=True):
        yield


@pytest.fixture
def dial(talk: Talk, server: OpenAIServer) -> Dial:
    """Begins a conversation that the server holds."""

    def begin(patient_id: str = "patient_001", **changes: object) -> Conversation:
        of_wire = {
            "llm_provider": "openai",
            "llm_model": "test-model",
            "llm_base_url": server.url,
            "llm_api_key": SecretStr(KEY),
            "llm_chunk_seconds": SHORT,
            "model_timeout_seconds": SECONDS,
        }
        return talk(patient_id, **{**of_wire, **changes})

    return begin


def at_the_quote(dial: Dial, server: OpenAIServer, *then: Step) -> Conversation:
    server.then(SELECT, OK, CONFIRM, OK, PHARMACY, *then)
    chat = dial()
    chat.say(*TO_THE_QUOTE)
    assert chat.state is S.CONFIRM_ORDER
    return chat


def test_a_refill_is_ordered_by_a_model_on_the_wire(dial: Dial, server: OpenAIServer) -> None:
    chat = at_the_quote(dial, server, SUBMIT)
    assert QUESTION in chat.last.message
    reply = chat.say("yes")

    assert reply.order is not None
    assert (reply.state, reply.degraded, len(chat.orders())) == (S.COMPLETE, (), 1)
    assert orders_without_own_consent(chat.assistant) == []
    asked = {(each["model"], each["temperature"], each["max_completion_tokens"]) for each in server.seen}
    assert asked == {("test-model", 0.0, 1000)}
    offered = {tool["function"]["name"] for tool in server.seen[0]["tools"]}
    assert "select_prescription" in offered
    assert "submit_refill_order" not in offered
    assert "runtime" not in str(server.seen[0]["tools"])


@pytest.mark.parametrize("piece", [1, 3, 10_000])
def test_calls_and_words_are_the_same_however_they_are_cut(dial: Dial, server: OpenAIServer, piece: int) -> None:
    answer = says("I look it up.", ("select_prescription", {"medication": "lisinopril"}), piece=piece)
    server.then(answer, says("Is it right?", piece=piece))
    reply = dial().say("refill my lisinopril")

    assert [(use.name, use.success, use.arguments) for use in reply.tools] == [
        ("select_prescription", True, {"medication": "lisinopril"})
    ]
    assert reply.message.startswith("Is it right?")
    assert reply.state is S.CONFIRM_DOSAGE


def test_calls_side_by_side_are_all_answered(dial: Dial, server: OpenAIServer) -> None:
    server.then(says("", ("check_patient_allergies", {}), ("patient_medication_history", {})), OK)
    reply = dial().say("what do I take?")
    sent = server.seen[-1]["messages"]

    assert [use.name for use in reply.tools] == ["check_patient_allergies", "patient_medication_history"]
    assert {each["id"] for each in sent[-3]["tool_calls"]} == {each["tool_call_id"] for each in sent[-2:]}


def test_a_model_on_the_wire_cannot_agree_for_the_patient(dial: Dial, server: OpenAIServer) -> None:
    chat = at_the_quote(dial, server, SUBMIT, SUBMIT, says("Your order is placed."))
    reply = chat.say("how much is it?")

    assert (reply.order, chat.orders(), reply.state) == (None, (), S.CONFIRM_ORDER)
    assert "order is placed" not in reply.message


FAULTS: dict[str, tuple[Step, ...]] = {
    "empty": (says(""),),
    "blank": (says("  \n "),),
    "refuses": (says("", refusal="SECRET: I will not."),),
    "is filtered": (says("SECRET", finish="content_filter"),),
    "is cut off": (says("Your order is pla", finish="length"),),
    "arguments are no JSON": (says("", ("select_prescription", '{"medication": "lisin')),),
    "arguments are a list": (says("", ("select_prescription", "[1, 2]")),),
    "says too much": (says("word " * 5000, piece=500),),
    "no JSON": (wire.no_json,) * 3,
    **{f"status {code}": (status(code),) * 3 for code in (400, 401, 404, 429, 500, 503)},
    "drops": (wire.drops,) * 3,
    "drops in the middle": (wire.drops_in_the_middle,) * 3,
    "ends in the middle": (wire.ends_in_the_middle,),
}
ENDLESS: dict[str, Step] = {
    "never begins": wire.never_begins,
    "pauses": wire.pauses_for_ever,
    "comments only": wire.only_comments,
    "never ends": wire.never_ends({"content": "order is placed and "}),
    "never ends a call": wire.never_ends(
        {"tool_calls": [{"index": 0, "id": "1", "function": {"name": "select_prescription", "arguments": "{{"}}]}
    ),
    "never ends saying nothing": wire.never_ends({}),
}
AT_THE_YES = ("empty", "is cut off", "arguments are no JSON", "drops in the middle", "ends in the middle", "status 500")


def named(name: str) -> str:
    return name.replace(" ", "-")


@pytest.mark.parametrize("fault", FAULTS, ids=named)
def test_what_cannot_be_used_is_answered_by_the_built_in_model(dial: Dial, server: OpenAIServer, fault: str) -> None:
    server.then(*FAULTS[fault])
    chat = dial()
    reply = chat.say("refill my lisinopril")

    assert (reply.state, reply.degraded) == (S.CONFIRM_DOSAGE, ("built-in model",))
    assert "Is this the one?" in reply.message
    assert "SECRET" not in chat.told()
    assert "order is pla" not in reply.message
    assert chat.orders() == ()


@pytest.mark.parametrize("fault", ENDLESS, ids=named)
def test_what_has_no_end_is_not_waited_for(dial: Dial, server: OpenAIServer, fault: str) -> None:
    server.otherwise = ENDLESS[fault]
    chat = dial(model_timeout_seconds=SHORT)
    began = perf_counter()
    reply = chat.say("refill my lisinopril")

    assert perf_counter() - began < 10 * SHORT, "three tries and their pauses"
    assert (reply.state, reply.degraded) == (S.CONFIRM_DOSAGE, ("built-in model",))
    assert "order is placed" not in reply.message
    assert chat.orders() == ()


@pytest.mark.parametrize("fault", AT_THE_YES, ids=named)
def test_a_fault_at_the_yes_places_the_order_once(dial: Dial, server: OpenAIServer, fault: str) -> None:
    chat = at_the_quote(dial, server, SUBMIT_AND_LOOK, *FAULTS[fault])
    reply = chat.say("yes")
    (order,) = chat.orders()

    assert order.order_id in reply.message
    assert "Nothing was ordered" not in reply.message
    assert orders_without_own_consent(chat.assistant) == []


def test_arguments_that_do_not_fit_and_unknown_tools_come_back_to_the_model(dial: Dial, server: OpenAIServer) -> None:
    server.then(says("", ("select_prescription", {"medication": 7}), ("drop table; --", {"all": True})), OK)
    chat = dial()
    reply = chat.say("refill")
    sent = server.seen[-1]["messages"]

    assert (reply.message, reply.state, chat.orders()) == ("Fine.", S.START, ())
    assert not any(use.success for use in reply.tools)
    assert [each["function"]["name"] for each in sent[-3]["tool_calls"]] == ["select_prescription", "drop_table__--"]
    assert chat.say("hello").degraded == ()


def test_a_call_beside_a_broken_one_is_done(dial: Dial, server: OpenAIServer) -> None:
    server.then(says("", ("select_prescription", '{"medi'), ("check_patient_allergies", {})), OK)
    reply = dial().say("refill")

    assert [use.name for use in reply.tools] == ["check_patient_allergies"]
    assert [each["function"]["name"] for each in server.seen[-1]["messages"][-2]["tool_calls"]] == [
        "check_patient_allergies"
    ]


def test_an_endless_model_on_the_wire_is_ended_by_the_limit(dial: Dial, server: OpenAIServer) -> None:
    server.otherwise = says("", ("check_patient_allergies", {}))
    reply = dial(max_model_calls=4).say("hello")

    assert (reply.model_calls, len(server.seen)) == (4, 4)
    assert "could not finish" in reply.message


def test_a_moment_of_trouble_is_not_told(dial: Dial, server: OpenAIServer) -> None:
    server.then(status(429), wire.drops_in_the_middle, SELECT, OK)
    reply = dial().say("refill my lisinopril")

    assert (reply.state, reply.degraded, len(server.seen)) == (S.CONFIRM_DOSAGE, (), 4)


def test_tokens_of_streams_are_in_the_trail_and_the_metrics_with_what_they_cost(
    dial: Dial, server: OpenAIServer
) -> None:
    server.then(SELECT, OK)
    chat = dial(llm_prices='{"test-model": {"input": 1.0, "output": 2.0}}')
    chat.say("refill my lisinopril")
    entries = [
        dict(each.detail)
        for each in chat.assistant.services.audit.for_patient("patient_001")
        if each.action == AuditAction.MODEL_CALLED.value
    ]
    exposed = chat.assistant.metrics.exposition().decode()

    assert [(each["provider"], each["model"], each["input_tokens"], each["output_tokens"]) for each in entries] == [
        ("openai", "test-model", *wire.USAGE)
    ] * 2
    assert 'rxflow_model_tokens_total{direction="input",model="test-model",provider="openai"} 200.0' in exposed
    assert 'rxflow_model_cost_dollars_total{model="test-model",provider="openai"} 0.00024' in exposed


def test_the_key_is_told_to_the_provider_and_nobody_else(
    dial: Dial, server: OpenAIServer, caplog: pytest.LogCaptureFixture
) -> None:
    server.then(status(401))
    chat = dial()
    chat.say("hello")

    assert f"authorization: bearer {KEY}".encode() in server.sent[0].lower()
    assert KEY not in chat.told()
    assert KEY not in caplog.text
    assert KEY not in repr(chat.assistant.settings)
