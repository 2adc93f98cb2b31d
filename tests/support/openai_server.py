"""A server on this machine that speaks OpenAI's chat-completions protocol and does what a script says."""

import json
from collections.abc import Callable, Iterator, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any, Self

Request = dict[str, Any]
Step = Callable[["Wire", Request], None]
PIECE = 7
"""How many characters a streamed part has: words, placeholders and JSON are cut anywhere."""
USAGE = (100, 10)


class Wire(BaseHTTPRequestHandler):
    """One connection of a client."""

    protocol_version = "HTTP/1.1"
    server: "OpenAIServer"

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        request = json.loads(body)
        self.server.seen.append(request)
        self.server.sent.append(f"{self.requestline}\n{self.headers}\n".encode() + body)
        step = self.server.script.pop(0) if self.server.script else self.server.otherwise
        try:
            step(self, request)
        except (BrokenPipeError, ConnectionResetError):
            # The client did not want to hear the rest.
            self.close_connection = True

    def do_GET(self) -> None:
        self.server.sent.append(f"{self.requestline}\n{self.headers}".encode())
        self.answer_with(self.server.models_status, {"data": []})

    def answer_with(self, status: int, body: dict[str, Any]) -> None:
        """Answer at once and whole."""
        text = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def begin(self) -> None:
        """Begin a stream."""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()

    def send(self, delta: dict[str, Any] | None, finish: str | None = None, **more: Any) -> None:
        """Send one part of a stream."""
        choices = [] if delta is None else [{"index": 0, "delta": delta, "finish_reason": finish}]
        part = {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1, "model": "test-model"}
        self.write(f"data: {json.dumps({**part, 'choices': choices, **more})}\n\n")

    def write(self, text: str) -> None:
        data = text.encode()
        self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        self.wfile.flush()

    def end(self) -> None:
        """End a stream."""
        self.write("data: [DONE]\n\n")
        self.wfile.write(b"0\r\n\r\n")

    def wait(self, seconds: float = 30) -> None:
        """Let time pass, until the server is closed."""
        self.server.closed.wait(seconds)

    def drop(self) -> None:
        """Close the connection without another word."""
        self.close_connection = True

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing is printed."""


class OpenAIServer(ThreadingHTTPServer):
    """Answers each request with the next step of its script, and with "Done." after the last.

    Attributes:
        seen: The requests.
        sent: The bytes of the requests, headers too.
        otherwise: The step after the last.
    """

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Wire)
        self.seen: list[Request] = []
        self.sent: list[bytes] = []
        self.script: list[Step] = []
        self.otherwise: Step = says("Done.")
        self.models_status = 200
        self.closed = Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/v1"

    def then(self, *steps: Step) -> None:
        """Add to the script."""
        self.script.extend(steps)

    def handle_error(self, *_args: Any) -> None:
        """A client that has gone is no error."""

    def __enter__(self) -> Self:
        Thread(target=lambda: self.serve_forever(0.01), daemon=True).start()
        return self

    def __exit__(self, *_error: object) -> None:
        self.closed.set()
        self.shutdown()
        self.server_close()


def says(
    text: str = "",
    *calls: tuple[str, Any],
    finish: str | None = None,
    usage: tuple[int, int] | None = USAGE,
    refusal: str | None = None,
    piece: int = PIECE,
) -> Step:
    """An answer, streamed in pieces.

    Args:
        text: Its words.
        calls: Tools with their arguments; arguments that are a text are sent as it is.
        finish: Why it ended.
        usage: The tokens that are told, None for none.
        refusal: What it says instead of an answer.
        piece: How many characters a part has.
    """

    def step(wire: Wire, request: Request) -> None:
        assert request["stream"] is True
        wire.begin()
        wire.send({"role": "assistant", "content": ""})
        for part in _pieces(text, piece):
            wire.send({"content": part})
        if refusal is not None:
            wire.send({"refusal": refusal})
        for number, (name, arguments) in enumerate(calls):
            identity = f"call_{len(wire.server.seen)}_{number}"
            wire.send({"tool_calls": [_call(number, id=identity, type="function", function=_function(name, ""))]})
            whole = arguments if isinstance(arguments, str) else json.dumps(arguments)
            for part in _pieces(whole, piece):
                wire.send({"tool_calls": [_call(number, function={"arguments": part})]})
        wire.send({}, finish or ("tool_calls" if calls else "stop"))
        if usage is not None and request.get("stream_options", {}).get("include_usage"):
            counted = {"prompt_tokens": usage[0], "completion_tokens": usage[1], "total_tokens": sum(usage)}
            wire.send(None, usage=counted)
        wire.end()

    return step


def status(code: int) -> Step:
    """An answer that is none. Its words hold something that must not be told."""
    return lambda wire, _request: wire.answer_with(code, {"error": {"message": "SECRET", "code": "x"}})


def drops(wire: Wire, _request: Request) -> None:
    """The connection ends before an answer."""
    wire.drop()


def drops_in_the_middle(wire: Wire, _request: Request) -> None:
    """The connection ends in the middle of a word."""
    wire.begin()
    wire.send({"role": "assistant", "content": "Your order is pla"})
    wire.drop()


def ends_in_the_middle(wire: Wire, _request: Request) -> None:
    """The stream ends in order, and the answer has no end."""
    wire.begin()
    wire.send({"role": "assistant", "content": "Your order is pla"})
    wire.wfile.write(b"0\r\n\r\n")


def never_begins(wire: Wire, _request: Request) -> None:
    """No answer at all."""
    wire.wait()
    wire.drop()


def pauses_for_ever(wire: Wire, _request: Request) -> None:
    """The answer stops, and the connection stays."""
    wire.begin()
    wire.send({"role": "assistant", "content": "Your order "})
    wire.wait()
    wire.drop()


def never_ends(delta: dict[str, Any]) -> Step:
    """An answer without an end."""

    def step(wire: Wire, _request: Request) -> None:
        wire.begin()
        while not wire.server.closed.is_set():
            wire.send(delta)

    return step


def only_comments(wire: Wire, _request: Request) -> None:
    """A stream that is kept alive and says nothing."""
    wire.begin()
    while not wire.server.closed.wait(0.01):
        wire.write(": still here\n\n")


def no_json(wire: Wire, _request: Request) -> None:
    """A page of a proxy in place of an answer."""
    wire.begin()
    wire.write("data: <html>SECRET</html>\n\n")
    wire.end()


def _pieces(text: str, size: int) -> Iterator[str]:
    for start in range(0, len(text), size):
        yield text[start : start + size]


def _call(number: int, **fields: Any) -> dict[str, Any]:
    return {"index": number, **fields}


def _function(name: str, arguments: str) -> dict[str, str]:
    return {"name": name, "arguments": arguments}


def words_of(request: Request) -> Sequence[str]:
    """The texts of a request's messages."""
    return [str(message.get("content") or "") for message in request["messages"]]
