"""What a model on another machine is asked and answers: on the way the patient is a placeholder."""

from collections.abc import Iterator
from typing import Any

from langchain.agents.middleware import ModelRequest, ModelResponse
from langchain_core.messages import AIMessage, AnyMessage, BaseMessage, HumanMessage, SystemMessage, ToolMessage

from rxflow.domain.errors import UnusableAnswerError
from rxflow.security.pseudonyms import Identifier, Pseudonyms, date_spellings, person
from rxflow.workflow.run_context import RunContext

PLACEHOLDERS_TOLD = (
    "\n\n# Placeholders\nWords such as [RX_1] or [PATIENT_1] stand for names and numbers that you are not shown. "
    "Copy them letter for letter, in tool calls too, and never make one up."
)
_TITLES = ("Dr.", "Dra.", "Dr")


def pseudonyms_of(run: RunContext) -> Pseudonyms:
    """The placeholders of a turn's conversation; those that are new are kept with its case.

    Args:
        run: The turn.
    """
    return Pseudonyms(identifiers_of(run), run.flow.context.placeholders)


def identifiers_of(run: RunContext) -> Iterator[Identifier]:
    """What is known to tell who the patient of a turn is."""
    patient = run.patient
    yield from person("PATIENT", patient.name)
    if patient.guardian is not None:
        yield from person("GUARDIAN", patient.guardian.name)
    yield Identifier("PATIENT_ID", patient.patient_id)
    birth = patient.date_of_birth
    yield Identifier("BIRTH_DATE", birth.isoformat(), date_spellings(birth))
    yield Identifier("ZIP", patient.zip)
    for item in run.flow.prescriptions:
        digits = "".join(filter(str.isdigit, item.rx_number))
        # Patients say the number without its letters, too; a short one could be any number.
        yield Identifier("RX", item.rx_number, (digits,) if len(digits) >= 5 else ())
        title, _, name = item.prescriber.partition(" ")
        yield from person("PRESCRIBER", name, title) if title in _TITLES else person("PRESCRIBER", item.prescriber)


def hidden(request: ModelRequest[RunContext], names: Pseudonyms) -> ModelRequest[RunContext]:
    """A request with placeholders in all that is sent of it.

    Args:
        request: What a model is asked.
        names: The conversation's placeholders.

    Raises:
        TypeError: A message is of a kind that nobody has looked at.
    """
    messages: list[AnyMessage] = [_hidden(message, names) for message in request.messages]
    brief = names.hide(request.system_message.text) if request.system_message is not None else ""
    return request.override(messages=messages, system_message=SystemMessage(brief + PLACEHOLDERS_TOLD))


def put_back(response: ModelResponse[Any], names: Pseudonyms) -> ModelResponse[Any]:
    """An answer as if the model had known the patient.

    Raises:
        UnusableAnswerError: It speaks of a placeholder that stands for nothing.
    """
    return ModelResponse(result=[_put_back(message, names) for message in response.result])


def _hidden(message: AnyMessage, names: Pseudonyms) -> AnyMessage:
    """A new message with the words of another; nothing that a provider has put beside them goes out again."""
    if isinstance(message, HumanMessage):
        return HumanMessage(names.hide(message.text, is_peoples=True))
    if isinstance(message, AIMessage):
        calls = [
            {**call, "args": _each_text(call["args"], lambda text: names.hide(text, is_peoples=True))}
            for call in message.tool_calls
        ]
        return AIMessage(names.hide(message.text, is_peoples=True), tool_calls=calls)
    if isinstance(message, ToolMessage):
        content = names.hide(message.text)
        return ToolMessage(content, tool_call_id=message.tool_call_id, name=message.name, status=message.status)
    raise TypeError(f"a {type(message).__name__} is not sent to another machine")


def _put_back(message: BaseMessage, names: Pseudonyms) -> BaseMessage:
    if not isinstance(message, AIMessage):
        return message
    words = names.put_back(message.text)
    calls = [{**call, "args": _each_text(call["args"], names.put_back)} for call in message.tool_calls]
    if not calls and names.has_unknown(words):
        raise UnusableAnswerError("The model made up a placeholder.")
    return message.model_copy(update={"content": words, "tool_calls": calls})


def _each_text(value: Any, change: Any) -> Any:
    """The same value with each text in it changed."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {_each_text(name, change): _each_text(item, change) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_each_text(item, change) for item in value]
    return value
