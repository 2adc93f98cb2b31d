"""The one door to language models: which one holds the conversation, by the settings."""

import os
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any, NoReturn
from urllib.parse import urlsplit

from langchain_core.language_models import BaseChatModel
from pydantic import SecretStr

from rxflow.config.settings import Settings, is_of_this_machine
from rxflow.dialogue.medications import MedicationResolver
from rxflow.dialogue.understanding import MessageReader
from rxflow.domain.errors import ConfigurationError
from rxflow.llm.builtin_model import BuiltinChatModel
from rxflow.llm.llama_cpp import open_llama
from rxflow.llm.policy import Policy
from rxflow.llm.probes import OLLAMA_URL, ollama_model, openai_status
from rxflow.llm.streamed_model import StreamedChatModel
from rxflow.observability.logging import get_logger
from rxflow.services.registry import Services

log = get_logger(__name__)


BUILTIN = "builtin"
AUTO = "auto"
OPENAI_URL = "https://api.openai.com/v1"
_CLOUD = ("-cloud", ":cloud")
"""How the names of models end that an Ollama server sends on to another machine."""


Close = Callable[[], Awaitable[None]]


async def _nothing_to_close() -> None:
    """For a model without connections, or one that keeps them to itself."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A provider's model; `is_elsewhere` and `close` are those of `ConversationalModel`."""

    model: BaseChatModel
    is_elsewhere: bool
    close: Close = _nothing_to_close


@dataclass(frozen=True, slots=True)
class ConversationalModel:
    """The language model that holds the conversation.

    Attributes:
        model: The model.
        provider: Whose it is, such as `openai`.
        name: What it is called there.
        is_elsewhere: Whether what it is shown leaves this machine.
        why: Why `auto` chose it, as a code; `CONFIGURED` where the settings name it.
        close: Gives back its connections, on the event loop that it was asked on.
    """

    model: BaseChatModel
    provider: str
    name: str
    is_elsewhere: bool
    why: str = "CONFIGURED"
    close: Close = _nothing_to_close


@dataclass(frozen=True, slots=True)
class Choice:
    """Which model to open, before it is."""

    provider: str
    name: str = ""
    why: str = "CONFIGURED"


def get_message_reader(services: Services, resolver: MedicationResolver) -> MessageReader:
    """What reads the patient's words: one for the routing and the built-in model, so that nothing is read twice."""

    def names_pharmacy(text: str) -> bool:
        return bool(services.pharmacies.find(text))

    return MessageReader(resolver, names_pharmacy)


def get_builtin_llm(
    services: Services, resolver: MedicationResolver, reader: MessageReader | None = None
) -> BaseChatModel:
    """The built-in model, which needs no network.

    Args:
        services: The pharmacy's services, whose names it knows.
        resolver: Finds medicines by words.
        reader: Reads the patient's words; a new one by default.
    """
    read = reader or get_message_reader(services, resolver)
    return BuiltinChatModel(Policy(resolver, read), lambda: services.local_now())


def given_llm(model: BaseChatModel) -> ConversationalModel:
    """A model that a program hands in, which vouches for it that nothing leaves this machine."""
    return ConversationalModel(model, "given", model._llm_type, is_elsewhere=False)


def get_conversational_llm(
    settings: Settings, builtin: BaseChatModel, environment: Mapping[str, str] = os.environ
) -> ConversationalModel:
    """The language model that the settings name. It is not asked anything yet.

    Args:
        settings: The settings.
        builtin: The built-in model.
        environment: Where OPENAI_API_KEY is looked for.

    Raises:
        ConfigurationError: A setting is wrong or missing, or a package is; the message says which and what to do.
    """
    choice = choose(settings, environment)
    if choice.provider == BUILTIN:
        return ConversationalModel(builtin, BUILTIN, builtin._llm_type, is_elsewhere=False, why=choice.why)
    return open_choice(settings, choice, environment)


def open_choice(settings: Settings, choice: Choice, environment: Mapping[str, str]) -> ConversationalModel:
    """Open a provider's model.

    Args:
        settings: The settings.
        choice: Which; not the built-in one.
        environment: Where OPENAI_API_KEY is looked for.

    Raises:
        ConfigurationError: A setting is wrong or missing, or a package is; the message says which and what to do.
    """
    opener = _OPENERS.get(choice.provider, _open_other)
    opened = opener(settings, choice, environment)
    says_when_done = choice.provider in {"openai", "ollama"}
    streamed = StreamedChatModel(opened.model, chunk_seconds=settings.llm_chunk_seconds, says_when_done=says_when_done)
    return ConversationalModel(streamed, choice.provider, choice.name, opened.is_elsewhere, choice.why, opened.close)


def choose(settings: Settings, environment: Mapping[str, str]) -> Choice:
    """Which model the settings name; for `auto`, which of those that are configured answers now."""
    provider, _, name = settings.llm_provider.partition(":")
    if provider != AUTO:
        return Choice(provider, name or settings.llm_model)
    choice = _choose_by_looking(settings, environment)
    log.warning("model chosen", provider=choice.provider, rule=choice.why)
    return choice


def _choose_by_looking(settings: Settings, environment: Mapping[str, str]) -> Choice:
    key, why = _openai_key(settings, environment), "NOTHING_CONFIGURED"
    if key or settings.llm_base_url:
        if find_spec("langchain_openai") is None:
            why = "OPENAI_NOT_INSTALLED"
        elif not settings.llm_model:
            why = "NO_MODEL_NAMED"
        else:
            why = openai_status(settings.llm_base_url or OPENAI_URL, key)
            if why == "REACHABLE":
                return Choice("openai", settings.llm_model, why)
    if find_spec("langchain_ollama") is not None and (found := ollama_model(settings.llm_model)):
        return Choice("ollama", found, "OLLAMA_FOUND")
    return Choice(BUILTIN, why=why)


def _openai_key(settings: Settings, environment: Mapping[str, str]) -> str:
    if settings.llm_api_key is not None:
        return settings.llm_api_key.get_secret_value()
    return environment.get("OPENAI_API_KEY", "")


def _open_openai(settings: Settings, choice: Choice, environment: Mapping[str, str]) -> Opened:
    try:
        import httpx
        from langchain_openai import ChatOpenAI
    except ImportError as error:
        _not_installed("openai", error)
    _check_named(choice)
    key = _openai_key(settings, environment)
    if not key and not settings.llm_base_url:
        raise ConfigurationError("RXFLOW_LLM_API_KEY: is missing; openai needs it (OPENAI_API_KEY is read, too).")
    # One that is ours, so that its connections end with the assistant.
    client = httpx.AsyncClient(timeout=settings.model_timeout_seconds)
    model = ChatOpenAI(
        model=choice.name,
        api_key=SecretStr(key or "none"),
        # Always named, so that no other variable of the environment sends patients' words elsewhere.
        base_url=settings.llm_base_url or OPENAI_URL,
        temperature=settings.llm_temperature,
        max_completion_tokens=settings.llm_max_output_tokens,
        timeout=settings.model_timeout_seconds,
        http_async_client=client,
        # Repeats and pauses are ours.
        max_retries=0,
        stream_chunk_timeout=None,
        stream_usage=True,
        # The other protocol keeps what it is sent, unless told not to.
        use_responses_api=False,
    )
    # Also on this machine: what speaks this protocol is often a gateway that sends it on.
    return Opened(model, is_elsewhere=True, close=client.aclose)


def _open_ollama(settings: Settings, choice: Choice, _environment: Mapping[str, str]) -> Opened:
    try:
        import httpx
        from langchain_ollama import ChatOllama
    except ImportError as error:
        _not_installed("ollama", error)
    _check_named(choice)
    # What `auto` found is at the default address; the setting may be that of another provider.
    base_url = OLLAMA_URL if choice.why == "OLLAMA_FOUND" else settings.llm_base_url or OLLAMA_URL
    is_here = _is_here(base_url) and not choice.name.endswith(_CLOUD)
    # Ours, so that they end with the assistant; and no proxy of the environment sees what is sent to this machine.
    connections = httpx.AsyncHTTPTransport()
    model = ChatOllama(
        model=choice.name,
        base_url=base_url,
        temperature=settings.llm_temperature,
        num_ctx=settings.llm_context_tokens,
        num_predict=settings.llm_max_output_tokens,
        reasoning=False,
        client_kwargs={"timeout": settings.model_timeout_seconds},
        async_client_kwargs={"transport": connections},
    )
    return Opened(model, is_elsewhere=not is_here, close=connections.aclose)


def _open_llamacpp(settings: Settings, choice: Choice, _environment: Mapping[str, str]) -> Opened:
    model = open_llama(
        choice.name,
        context_tokens=settings.llm_context_tokens,
        max_output_tokens=settings.llm_max_output_tokens,
        temperature=settings.llm_temperature,
    )
    return Opened(model, is_elsewhere=False)


def _open_other(settings: Settings, choice: Choice, _environment: Mapping[str, str]) -> Opened:
    """Any other provider that LangChain knows. Each takes these options under these names."""
    from langchain.chat_models import init_chat_model

    _check_named(choice)
    options: dict[str, Any] = {"max_tokens": settings.llm_max_output_tokens, "max_retries": 0}
    if settings.llm_temperature is not None:
        options["temperature"] = settings.llm_temperature
    if settings.llm_api_key is not None:
        options["api_key"] = settings.llm_api_key.get_secret_value()
    if settings.llm_base_url:
        options["base_url"] = settings.llm_base_url
    try:
        return Opened(init_chat_model(choice.name, model_provider=choice.provider, **options), is_elsewhere=True)
    except ImportError as error:
        package = (error.name or f"langchain_{choice.provider}").replace("_", "-")
        raise ConfigurationError(
            f"RXFLOW_LLM_PROVIDER: {choice.provider} is not installed; run: pip install {package}"
        ) from error
    except Exception as error:
        # Each provider has errors of its own for a missing key, and their words may quote the settings.
        if choice.provider in str(error) and "Unsupported" in str(error):
            raise ConfigurationError(
                "RXFLOW_LLM_PROVIDER: is none of builtin, openai, ollama, llamacpp, auto, or a provider of LangChain "
                "such as anthropic:MODEL."
            ) from error
        raise ConfigurationError(
            f"RXFLOW_LLM_API_KEY: {choice.provider} cannot be used with these settings; look at the key, "
            "RXFLOW_LLM_MODEL and RXFLOW_LLM_BASE_URL."
        ) from error


_OPENERS: Mapping[str, Callable[[Settings, Choice, Mapping[str, str]], Opened]] = {
    "openai": _open_openai,
    "ollama": _open_ollama,
    "llamacpp": _open_llamacpp,
}


def _is_here(url: str) -> bool:
    host = urlsplit(url).hostname
    return host is not None and is_of_this_machine(host)


def _check_named(choice: Choice) -> None:
    if not choice.name:
        raise ConfigurationError(f"RXFLOW_LLM_MODEL: is missing; name the model of {choice.provider} to use.")


def _not_installed(extra: str, error: ImportError) -> NoReturn:
    raise ConfigurationError(
        f"RXFLOW_LLM_PROVIDER: {extra} is not installed; run: pip install 'rxflow[{extra}]'"
    ) from error
