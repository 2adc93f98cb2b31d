"""Nothing of a conversation is reported to a tracing service, whatever the environment says."""

import pytest
from langchain_core.messages import AIMessage
from langsmith.utils import get_env_var, tracing_is_enabled

from tests.conftest import Talk
from tests.support.scripted_model import ScriptedChatModel


class WatchingModel(ScriptedChatModel):
    """Notes whether tracing is on while it is asked."""

    def _generate(self, *args: object, **options: object) -> object:
        self.__dict__.setdefault("traced", []).append(tracing_is_enabled())
        return super()._generate(*args, **options)


def test_a_tracing_variable_sends_nothing(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGSMITH_TRACING", "true")
    monkeypatch.setenv("LANGSMITH_API_KEY", "a key")
    get_env_var.cache_clear()
    model = WatchingModel(AIMessage("Hello."))
    try:
        assert tracing_is_enabled()
        assert talk(model=model).say("hello").message == "Hello."
    finally:
        monkeypatch.undo()
        get_env_var.cache_clear()

    assert model.__dict__["traced"] == [False]
