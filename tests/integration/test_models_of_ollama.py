"""A model that Ollama runs on this machine, through the real client: it sees what there is, and nothing leaves."""

import pytest

from rxflow.domain.audit import AuditAction
from rxflow.llm.probes import ollama_model
from rxflow.workflow.workflow_types import RefillState
from tests.conftest import Talk
from tests.support.conversation import QUESTION, TO_THE_QUOTE
from tests.support.ollama_server import OllamaServer, Part

pytest.importorskip("langchain_ollama")

S = RefillState


def calls(name: str, **arguments: object) -> list[Part]:
    return [{"content": "", "tool_calls": [{"function": {"name": name, "arguments": arguments}}]}]


FINE: list[Part] = [{"content": "Fi"}, {"content": "ne."}]


def test_a_refill_is_ordered_by_a_model_on_this_machine(talk: Talk) -> None:
    with OllamaServer() as server:
        chat = talk(llm_provider="ollama", llm_model="qwen3", llm_base_url=server.url)
        server.script += [
            calls("select_prescription", medication="RX100101"),
            FINE,
            calls("confirm_dosage", correct=True),
        ]
        server.script += [FINE, calls("select_pharmacy", pharmacy="H-E-B"), calls("submit_refill_order"), FINE]
        chat.say(*TO_THE_QUOTE)
        assert QUESTION in chat.last.message
        reply = chat.say("yes")
        chat.say("thanks")
    entries = chat.assistant.services.audit.for_patient("patient_001")
    asked = [dict(each.detail) for each in entries if each.action == AuditAction.MODEL_CALLED.value]

    assert (reply.state, len(chat.orders()), reply.degraded) == (S.COMPLETE, 1, ())
    assert chat.orders()[0].order_id in str(server.seen[-1])
    assert "[RX_" not in str(server.seen)
    assert {request["options"]["num_ctx"] for request in server.seen} == {16_384}
    assert {(each["provider"], each["model"], each.get("input_tokens")) for each in asked} == {
        ("ollama", "qwen3", 50),
        ("builtin", "rxflow-builtin", None),
    }


@pytest.mark.parametrize(
    ("capabilities", "wanted", "found"),
    [
        ({"embed": ["embedding"], "qwen3:8b": ["completion", "tools"], "other": ["tools"]}, "", "qwen3:8b"),
        ({"embed": ["embedding"], "other:latest": ["tools"]}, "other", "other:latest"),
        ({"qwen3:8b": ["tools"]}, "llama3", None),
        ({"small": ["completion"]}, "", None),
        ({}, "", None),
    ],
)
def test_of_its_models_one_is_found_that_calls_tools(
    capabilities: dict[str, list[str]], wanted: str, found: str | None
) -> None:
    with OllamaServer(**capabilities) as server:
        assert ollama_model(wanted, server.url, seconds=5) == found
