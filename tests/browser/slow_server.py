"""The server with a model that waits where a test tells it to: `python -m tests.browser.slow_server`."""

import asyncio
from pathlib import Path
from typing import Any

from langchain_core.messages import BaseMessage
from langchain_core.outputs import ChatResult

from rxflow import bootstrap
from rxflow.bootstrap import key_file
from rxflow.commands.serve import serve
from rxflow.config.settings import get_settings
from tests.support.scripted_model import WrappedChatModel

LOOK_SECONDS = 0.02
ANY = "any"
"""Where the model waits before its first answer of a turn; otherwise a tool's name, after which it waits."""


class Holds:
    """Where a slow model waits, kept in files that its server and a test share.

    Args:
        folder: Where they are.
    """

    def __init__(self, folder: Path) -> None:
        self._wanted = folder / "hold"
        self._waiting = folder / "waiting"

    def hold(self, where: str) -> None:
        """Have the model wait from now on when it comes to a place."""
        self._wanted.write_text(where, encoding="utf-8")

    def release(self) -> None:
        """Have it wait no more."""
        self._wanted.unlink(missing_ok=True)
        self._waiting.unlink(missing_ok=True)

    def is_waiting(self) -> bool:
        """Whether the model has come to the place."""
        return self._waiting.exists()

    def is_held(self, message: BaseMessage) -> bool:
        """Whether the model waits before it answers a message."""
        if not self._wanted.exists():
            return False
        place = message.name if message.type == "tool" else ANY
        return self._wanted.read_text(encoding="utf-8") == place

    async def pass_by(self, message: BaseMessage) -> None:
        """Wait while the place of a message is held."""
        while self.is_held(message):
            self._waiting.touch()
            await asyncio.sleep(LOOK_SECONDS)


class SlowModel(WrappedChatModel):
    """The built-in model, which waits before it answers where it is held."""

    holds: Any

    async def _agenerate(self, messages: list[BaseMessage], *given: Any, **named: Any) -> ChatResult:
        await self.holds.pass_by(messages[-1])
        return await super()._agenerate(messages, *given, **named)


def main() -> None:
    """Serve with the slow model in place of the built-in one; it is held in the folder of the database."""
    folder = key_file(get_settings()).parent
    built_in = bootstrap.get_builtin_llm
    bootstrap.get_builtin_llm = lambda *given: SlowModel(inner=built_in(*given), holds=Holds(folder))
    serve(None, None)


if __name__ == "__main__":
    main()
