"""Which model the settings name: opened without asking it, or one line that says what is missing."""

import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from types import ModuleType
from typing import Any

import pytest
from langchain_core.outputs import ChatResult
from pydantic import SecretStr

from rxflow.bootstrap import build_assistant
from rxflow.config.settings import Settings
from rxflow.domain.errors import ConfigurationError
from rxflow.llm import probes, providers
from rxflow.llm.model_check import check_model
from rxflow.llm.providers import ConversationalModel, choose, get_conversational_llm
from tests.support.openai_server import OpenAIServer, says, status
from tests.support.ports import free_port
from tests.support.scripted_model import ScriptedChatModel

BUILTIN = ScriptedChatModel()
KEY = SecretStr("sk-a-key-of-a-test")


@pytest.fixture
def server() -> Iterator[OpenAIServer]:
    with OpenAIServer() as running:
        yield running


@pytest.fixture(autouse=True)
def _no_ollama(monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine of a test may run one."""
    monkeypatch.setattr(providers, "ollama_model", lambda *_: None)


def opened(environment: dict[str, str] | None = None, **settings: Any) -> ConversationalModel:
    return get_conversational_llm(Settings(_env_file=None, **settings), BUILTIN, environment or {})


def test_by_default_the_built_in_model_answers_on_this_machine() -> None:
    chosen = opened()

    assert chosen.model is BUILTIN
    assert not chosen.is_elsewhere


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"llm_provider": "openai", "llm_api_key": KEY}, "RXFLOW_LLM_MODEL: is missing"),
        ({"llm_provider": "openai", "llm_model": "m"}, "RXFLOW_LLM_API_KEY: is missing"),
        ({"llm_provider": "ollama"}, "RXFLOW_LLM_MODEL: is missing"),
        ({"llm_provider": "llamacpp"}, "RXFLOW_LLM_MODEL: for llamacpp name a GGUF file"),
        ({"llm_provider": "llamacpp", "llm_model": "/no/such.gguf"}, "RXFLOW_LLM_MODEL: for llamacpp"),
        ({"llm_provider": "nobody:model"}, "RXFLOW_LLM_PROVIDER: is none of builtin, openai"),
        ({"llm_provider": "mistralai:m"}, "RXFLOW_LLM_PROVIDER: mistralai is not installed; run: pip install"),
    ],
)
def test_what_is_missing_is_one_line_that_names_the_variable(settings: dict[str, Any], says: str) -> None:
    with pytest.raises(ConfigurationError) as raised:
        opened(**settings)

    assert str(raised.value).startswith(says)
    assert "\n" not in str(raised.value)
    assert KEY.get_secret_value() not in str(raised.value)


@pytest.mark.parametrize(
    ("provider", "package"),
    [("openai", "langchain_openai"), ("ollama", "langchain_ollama"), ("llamacpp", "llama_cpp")],
)
def test_a_package_that_is_missing_is_named_with_what_to_run(
    provider: str, package: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "m.gguf").touch()
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(ConfigurationError, match=rf"pip install 'rxflow\[{provider}\]'"):
        opened(llm_provider=provider, llm_model=str(tmp_path / "m.gguf"), llm_api_key=KEY)


class InMemory(ScriptedChatModel):
    """Stands for llama.cpp, which counts tokens in a place of its own."""

    given: dict[str, Any]

    def __init__(self, **given: Any) -> None:
        if "broken" in given["model_path"]:
            raise ValueError("SECRET")
        super(ScriptedChatModel, self).__init__(script=[], given=given)

    def _generate(self, *args: Any, **options: Any) -> ChatResult:
        result = super()._generate(*args, **options)
        result.llm_output = {"token_usage": {"prompt_tokens": 9, "completion_tokens": 3}}
        return result


@pytest.fixture
def _llama(monkeypatch: pytest.MonkeyPatch) -> None:
    """Puts a model in the place of llama.cpp, which has no wheel for every machine."""
    module = ModuleType("langchain_community.chat_models")
    module.ChatLlamaCpp = InMemory  # type: ignore[attr-defined]
    for name in ("llama_cpp", "langchain_community"):
        monkeypatch.setitem(sys.modules, name, ModuleType(name))
    monkeypatch.setitem(sys.modules, module.__name__, module)


@pytest.mark.usefixtures("_llama")
def test_a_gguf_file_is_run_on_this_machine_with_its_window_and_its_tokens_counted(tmp_path: Path) -> None:
    (tmp_path / "qwen.gguf").touch()
    chosen = opened(llm_provider="llamacpp", llm_model=str(tmp_path / "qwen.gguf"), llm_temperature=None)
    answer = chosen.model.invoke("hello")
    named: Any = chosen.model

    assert not chosen.is_elsewhere
    assert named.inner.inner.given == {
        "model_path": str(tmp_path / "qwen.gguf"),
        "n_ctx": 16_384,
        "max_tokens": 1000,
        "streaming": False,
        "verbose": False,
    }
    assert answer.usage_metadata == {"input_tokens": 9, "output_tokens": 3, "total_tokens": 12}


@pytest.mark.usefixtures("_llama")
def test_a_file_that_llama_cpp_cannot_load_is_told_in_our_words(tmp_path: Path) -> None:
    (tmp_path / "broken.gguf").touch()
    with pytest.raises(ConfigurationError, match=r"^RXFLOW_LLM_MODEL: llama.cpp cannot load this file"):
        opened(llm_provider="llamacpp", llm_model=str(tmp_path / "broken.gguf"))


def test_a_model_that_cannot_be_opened_stops_the_start(settings: Settings) -> None:
    with pytest.raises(ConfigurationError, match="RXFLOW_LLM_MODEL"):
        build_assistant(settings.model_copy(update={"llm_provider": "openai", "llm_api_key": KEY}))


@pytest.mark.parametrize(
    ("address", "name", "is_elsewhere"),
    [
        ("", "llama3.2", False),
        ("http://localhost:11434", "llama3.2", False),
        ("http://[::1]:11434", "llama3.2", False),
        ("http://192.168.0.7:11434", "llama3.2", True),
        ("https://ollama.com", "llama3.2", True),
        ("", "gpt-oss:120b-cloud", True),
    ],
)
def test_ollama_is_on_this_machine_where_its_address_and_model_are(address: str, name: str, is_elsewhere: bool) -> None:
    pytest.importorskip("langchain_ollama")
    chosen = opened(llm_provider="ollama", llm_model=name, llm_base_url=address)

    assert chosen.is_elsewhere is is_elsewhere
    assert (chosen.provider, chosen.name) == ("ollama", name)


async def test_openai_goes_to_the_address_of_the_settings_whatever_the_environment_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pytest.importorskip("langchain_openai")
    for name in ("OPENAI_BASE_URL", "OPENAI_API_BASE"):
        monkeypatch.setenv(name, "http://elsewhere.example/v1")
    chosen = opened({"OPENAI_API_KEY": "sk-of-environment"}, llm_provider="openai", llm_model="m")
    inner: Any = chosen.model.inner  # type: ignore[attr-defined]
    await chosen.close()

    assert inner.openai_api_base == "https://api.openai.com/v1"
    assert inner.openai_api_key.get_secret_value() == "sk-of-environment"
    assert chosen.is_elsewhere
    assert inner.max_retries == 0


def test_openai_on_this_machine_may_send_it_on_so_it_counts_as_elsewhere(server: OpenAIServer) -> None:
    pytest.importorskip("langchain_openai")

    assert opened(llm_provider="openai", llm_model="m", llm_base_url=server.url).is_elsewhere


# --- auto


def auto(environment: dict[str, str] | None = None, **settings: Any) -> tuple[str, str, str]:
    choice = choose(Settings(_env_file=None, llm_provider="auto", **settings), environment or {})
    return choice.provider, choice.name, choice.why


def test_auto_takes_what_is_configured_and_answers(server: OpenAIServer, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("langchain_openai")
    of_server = {"llm_base_url": server.url, "llm_model": "m"}

    assert auto({"OPENAI_API_KEY": "sk"}, **of_server) == ("openai", "m", "REACHABLE")
    assert auto({"OPENAI_API_KEY": "sk"}, llm_base_url=server.url) == ("builtin", "", "NO_MODEL_NAMED")
    server.models_status = 401
    assert auto({"OPENAI_API_KEY": "sk"}, **of_server) == ("builtin", "", "KEY_REFUSED")
    monkeypatch.setattr(providers, "ollama_model", lambda *_: "llama3.2:latest")
    assert auto({"OPENAI_API_KEY": "sk"}, **of_server) == ("ollama", "llama3.2:latest", "OLLAMA_FOUND")


def test_auto_is_the_built_in_model_at_once_where_nothing_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    gone = f"http://127.0.0.1:{free_port()}"
    monkeypatch.setattr(providers, "ollama_model", lambda *_: probes.ollama_model(base_url=gone))
    began = perf_counter()

    assert auto() == ("builtin", "", "NOTHING_CONFIGURED")
    assert auto(llm_api_key=KEY, llm_model="m", llm_base_url=gone)[2] in {"NOT_REACHABLE", "OPENAI_NOT_INSTALLED"}
    assert perf_counter() - began < 1


def test_a_probe_that_takes_too_long_is_not_waited_for(server: OpenAIServer) -> None:
    began = perf_counter()

    assert probes.within(0.05, lambda: server.closed.wait(20)) is None
    assert perf_counter() - began < 1


# --- the doctor's question


async def asked(server: OpenAIServer) -> str:
    pytest.importorskip("langchain_openai")
    chosen = opened(llm_provider="openai", llm_model="m", llm_base_url=server.url, llm_api_key=KEY)
    try:
        return await check_model(chosen, 1.0)
    finally:
        await chosen.close()


async def test_a_model_that_calls_a_tool_passes(server: OpenAIServer) -> None:
    server.then(says("", ("report_ready", {"word": "READY"})))

    assert await asked(server) == "openai m answers and calls tools"


@pytest.mark.parametrize(
    ("step", "advice"),
    [
        (says("READY"), "RXFLOW_LLM_MODEL: m answers, but does not call tools"),
        (status(401), "RXFLOW_LLM_API_KEY: openai refuses the key."),
        (status(404), "RXFLOW_LLM_MODEL: openai has no model m"),
        (status(429), "openai refuses more requests now"),
        (status(400), "RXFLOW_LLM_MODEL: m refuses tools or the settings"),
        (status(503), "openai does not answer. Look at the network"),
    ],
)
async def test_a_model_that_does_not_is_told_with_what_to_do(server: OpenAIServer, step: Any, advice: str) -> None:
    server.then(step)
    with pytest.raises(ConfigurationError) as raised:
        await asked(server)

    assert str(raised.value).startswith(advice)
    assert "SECRET" not in str(raised.value)
