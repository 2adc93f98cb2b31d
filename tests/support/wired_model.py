"""The built-in model at the other end of the wire: it knows of a patient what a provider is sent, and nothing else."""

import json
from typing import Any

from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, SystemMessage, ToolMessage

from rxflow.llm.builtin_model import BuiltinChatModel
from rxflow.workflow.pseudonymous import PLACEHOLDERS_TOLD
from rxflow.workflow.shown_tools import LOOK_UP, WHAT
from tests.support.openai_server import Request, Step, Wire, says
from tests.support.short_briefs import results_in, whole_brief


def answered_by(model: BuiltinChatModel) -> Step:
    """A step that lets a model answer what came over the wire; where no tool is left to call it repeats the results."""

    def step(wire: Wire, request: Request) -> None:
        offered = {tool["function"]["name"]: tool["function"]["parameters"] for tool in request.get("tools", ())}
        if (results := results_in(_prompt(request["messages"][0]))) is not None:
            says(results, piece=60)(wire, request)
            return
        names = {
            call["id"]: call["function"]["name"] for each in request["messages"] for call in each.get("tool_calls", ())
        }
        behind = set(offered[LOOK_UP]["properties"][WHAT]["enum"]) if LOOK_UP in offered else set()
        messages = [_message(each, names) for each in request["messages"]]
        answer = model._generate(messages, tool_names=[*offered, *behind]).generations[0].message
        assert isinstance(answer, AIMessage)
        calls = (
            (LOOK_UP, {WHAT: call["name"], **call["args"]}) if call["name"] in behind else (call["name"], call["args"])
            for call in answer.tool_calls
        )
        says(answer.text, *calls, piece=60)(wire, request)

    return step


def _prompt(system: dict[str, Any]) -> str:
    return str(system["content"]).removesuffix(PLACEHOLDERS_TOLD)


def _message(sent: dict[str, Any], names: dict[str, str]) -> BaseMessage:
    text = sent.get("content") or ""
    match sent["role"]:
        case "system":
            return SystemMessage(whole_brief(_prompt(sent)))
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
