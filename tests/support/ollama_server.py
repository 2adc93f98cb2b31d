"""A server on this machine that speaks Ollama's protocol: a list of models, what they can do, and a scripted chat."""

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, Self

Part = dict[str, Any]
"""A message of the chat: `content`, and perhaps `tool_calls`."""


class Handler(BaseHTTPRequestHandler):
    """One connection of a client."""

    protocol_version = "HTTP/1.1"
    server: "OllamaServer"

    def do_GET(self) -> None:
        self._answer([{"models": [{"name": name} for name in self.server.capabilities]}])

    def do_POST(self) -> None:
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.path == "/api/show":
            self._answer([{"capabilities": self.server.capabilities[request["model"]]}])
            return
        self.server.seen.append(request)
        parts = self.server.script.pop(0) if self.server.script else [{"content": "Done."}]
        lines = [{"model": request["model"], "message": {"role": "assistant", **part}, "done": False} for part in parts]
        end = {"model": request["model"], "message": {"role": "assistant", "content": ""}, "done": True}
        self._answer([*lines, {**end, "done_reason": "stop", "prompt_eval_count": 50, "eval_count": 5}])

    def _answer(self, lines: list[dict[str, Any]]) -> None:
        body = "".join(json.dumps(line) + "\n" for line in lines).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/x-ndjson")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing is printed."""


class OllamaServer(ThreadingHTTPServer):
    """Answers each chat with the next list of parts, and with "Done." after the last.

    Args:
        capabilities: What each model can do, by its name.
    """

    daemon_threads = True

    def __init__(self, **capabilities: list[str]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.capabilities = capabilities
        self.script: list[list[Part]] = []
        self.seen: list[dict[str, Any]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def __enter__(self) -> Self:
        Thread(target=lambda: self.serve_forever(0.01), daemon=True).start()
        return self

    def __exit__(self, *_error: object) -> None:
        self.shutdown()
        self.server_close()
