"""A service on this machine that speaks OpenAI's protocol for turning speech into text."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import Message
from email.parser import BytesParser
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any


class SpeechService(ThreadingHTTPServer):
    """Answers every recording the same way.

    Attributes:
        answer: What it answers, as JSON or as bytes.
        status: With which status.
        asked: What it was asked: the path, the key, and the parts of the form by name.
    """

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answer: Any = {"text": "yes"}
        self.status = 200
        self.asked: list[tuple[str, str | None, dict[str, bytes]]] = []

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/v1"


class _Handler(BaseHTTPRequestHandler):
    server: SpeechService

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        self.server.asked.append((self.path, self.headers["authorization"], _parts(self.headers, body)))
        answer = self.server.answer
        sent = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
        self.send_response(self.server.status)
        self.send_header("content-length", str(len(sent)))
        self.end_headers()
        self.wfile.write(sent)

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: what is asked is looked at by the tests."""


def _parts(headers: Message, body: bytes) -> dict[str, bytes]:
    form = BytesParser().parsebytes(b"content-type: " + headers["content-type"].encode() + b"\r\n\r\n" + body)
    parts: Any = form.get_payload()
    return {part.get_param("name", header="content-disposition"): part.get_payload(decode=True) for part in parts}


@contextmanager
def speech_service() -> Iterator[SpeechService]:
    """Run it until the block ends."""
    service = SpeechService()
    thread = Thread(target=service.serve_forever, daemon=True)
    thread.start()
    try:
        yield service
    finally:
        service.shutdown()
        service.server_close()
        thread.join(5)
