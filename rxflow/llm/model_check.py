"""Whether a language model can hold the conversation: it is reached, and it calls a tool when told to."""

import asyncio

from langchain_core.messages import HumanMessage, SystemMessage
from langchain_core.tools import tool
from langsmith import tracing_context

from rxflow.domain.errors import ConfigurationError, RxFlowError
from rxflow.llm.providers import ConversationalModel
from rxflow.resilience.retrying import http_status, is_transient

_ASKED = [
    SystemMessage("Answer with a tool call only."),
    HumanMessage("Call the tool report_ready with the word READY."),
]


@tool
def report_ready(word: str) -> str:
    """Report that you are ready. Give the word that you were told."""
    return word


async def check_model(chosen: ConversationalModel, seconds: float) -> str:
    """Ask a model to call a tool. Nothing of a patient is in the question.

    Args:
        chosen: The model.
        seconds: How long it may take.

    Returns:
        What was found.

    Raises:
        ConfigurationError: It cannot be used; the message says what to do.
    """
    try:
        async with asyncio.timeout(seconds):
            with tracing_context(enabled=False):
                answer = await chosen.model.bind_tools([report_ready]).ainvoke(_ASKED)
    except RxFlowError:
        raise
    except Exception as error:
        raise ConfigurationError(_advice(chosen, error)) from error
    if [call["name"] for call in answer.tool_calls] != [report_ready.name]:
        raise ConfigurationError(
            f"RXFLOW_LLM_MODEL: {chosen.name} answers, but does not call tools; choose a model that does."
        )
    return f"{chosen.provider} {chosen.name} answers and calls tools"


def _advice(chosen: ConversationalModel, error: Exception) -> str:
    """What to do about an error of a provider, whose own words are not repeated."""
    match http_status(error):
        case 401 | 403:
            return f"RXFLOW_LLM_API_KEY: {chosen.provider} refuses the key."
        case 404:
            return f"RXFLOW_LLM_MODEL: {chosen.provider} has no model {chosen.name}, or RXFLOW_LLM_BASE_URL lacks /v1."
        case 429:
            return f"{chosen.provider} refuses more requests now: look at the account's limits and credit."
        case 400 | 422:
            return (
                f"RXFLOW_LLM_MODEL: {chosen.name} refuses tools or the settings; try RXFLOW_LLM_TEMPERATURE= (empty)."
            )
    if is_transient(error):
        return f"{chosen.provider} does not answer. Look at the network, RXFLOW_LLM_BASE_URL and the provider's status."
    return f"{chosen.provider} failed ({type(error).__name__}). Look at RXFLOW_LLM_MODEL and RXFLOW_LLM_BASE_URL."
