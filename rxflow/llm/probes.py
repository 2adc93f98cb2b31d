"""Looking, quickly, which language models can be reached."""

import socket
from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, TypeVar

Answer = TypeVar("Answer")

OLLAMA_URL = "http://127.0.0.1:11434"
OLLAMA_SECONDS = 0.3
OPENAI_SECONDS = 0.6
"""Together less than a second: whoever starts the program waits for it."""
_REFUSED = frozenset({401, 403})


def within(seconds: float, ask: Callable[[], Answer]) -> Answer | None:
    """The answer to a question, or None where it takes longer. Looking up a name has no time limit of its own.

    Args:
        seconds: How long it is waited for; it may go on in its thread, which ends with the program.
        ask: Asks; must not raise.
    """
    answers: SimpleQueue[Answer] = SimpleQueue()
    Thread(target=lambda: answers.put(ask()), name="rxflow-probe", daemon=True).start()
    try:
        return answers.get(timeout=seconds)
    except Empty:
        return None


def openai_status(base_url: str, key: str, seconds: float = OPENAI_SECONDS) -> str:
    """What a server that speaks OpenAI's protocol says to a key: `REACHABLE`, `KEY_REFUSED` or `NOT_REACHABLE`."""

    def ask() -> str:
        # Imported only where it is used; the provider's package brings it.
        import httpx

        try:
            headers = {"Authorization": f"Bearer {key}"}
            status = httpx.get(f"{base_url.rstrip('/')}/models", headers=headers, timeout=seconds).status_code
        except (httpx.HTTPError, httpx.InvalidURL, OSError):
            return "NOT_REACHABLE"
        if status in _REFUSED:
            return "KEY_REFUSED"
        # A server without a list of models is there all the same.
        return "REACHABLE" if status < 500 else "NOT_REACHABLE"

    return within(seconds, ask) or "NOT_REACHABLE"


def ollama_model(wanted: str = "", base_url: str = OLLAMA_URL, seconds: float = OLLAMA_SECONDS) -> str | None:
    """A model of an Ollama server that can call tools: the wanted one, or the first; None where there is none."""
    host, _, port = base_url.removeprefix("http://").partition(":")
    try:
        socket.create_connection((host, int(port)), timeout=seconds).close()
    except OSError:
        return None

    def ask() -> str | None:
        import httpx

        try:
            with httpx.Client(base_url=base_url, timeout=seconds, trust_env=False) as client:
                names = [str(each["name"]) for each in client.get("/api/tags").json()["models"]]
                fitting = [name for name in names if wanted in ("", name, name.removesuffix(":latest"))]
                return next((name for name in fitting if "tools" in _capabilities(client, name)), None)
        except (httpx.HTTPError, ValueError, KeyError, TypeError):
            return None

    return within(seconds, ask)


def _capabilities(client: Any, name: str) -> list[str]:
    found = client.post("/api/show", json={"model": name}).json().get("capabilities", [])
    return found if isinstance(found, list) else []
