"""The built-in model at the other end of the wire: it knows of a patient what a provider is sent, and nothing else."""

import json
from typing import Any

from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, SystemMessage, ToolMessage

from rxflow.llm.builtin_model import BuiltinChatModel
from rxflow.workflow.pseudonymous import PLACEHOLDERS_TOLD
from tests.support.openai_server import Request, Step, Wire, says


def answered_by(model: BuiltinChatModel) -> Step:
    """A step that lets a model answer what came over the wire."""

    def step(wire: Wire, request: Request) -> None:
        names = {
            call["id"]: call["function"]["name"] for each in request["messages"] for call in each.get("tool_calls", ())
        }
        messages = [_message(each, names) for each in request["messages"]]
        offered = [tool["function"]["name"] for tool in request["tools"]]
        answer = model._generate(messages, tool_names=offered).generations[0].message
        assert isinstance(answer, AIMessage)
        says(answer.text, *((call["name"], call["args"]) for call in answer.tool_calls), piece=60)(wire, request)

    return step


def _message(sent: dict[str, Any], names: dict[str, str]) -> BaseMessage:
    text = sent.get("content") or ""
    match sent["role"]:
        case "system":
            return SystemMessage(text.removesuffix(PLACEHOLDERS_TOLD))
        case "user":
            # By rule "patient" would be another person.
            return HumanMessage(text.replace("[PATIENT", "[NAME"))
        case "tool":
            return ToolMessage(text, tool_call_id=sent["tool_call_id"], name=names[sent["tool_call_id"]])
    calls = [
        {"name": call["function"]["name"], "args": json.loads(call["function"]["arguments"]), "id": call["id"]}
        for call in sent.get("tool_calls", ())
    ]
    return AIMessage(text, tool_calls=calls)
