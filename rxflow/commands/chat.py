"""`rxflow chat`: a conversation in a terminal, or as JSON lines for programs."""

import io
import json
from collections.abc import Iterator
from typing import BinaryIO, TextIO

from rich.console import Console
from rich.text import Text

from rxflow.assistant import Assistant
from rxflow.commands.assistant import open_assistant
from rxflow.commands.standard_input import standard_input, unreadable
from rxflow.domain.errors import RxFlowError
from rxflow.observability.collector import keep_loaded
from rxflow.workflow.workflow_types import ConversationResponse, RefillState

LINE_BYTES = 1_000_000
"""What is read of one line: more than the longest message that can be allowed (`RXFLOW_MAX_MESSAGE_CHARS`)."""


def chat(patient_id: str, as_json: bool, conversation_type: str = "refill") -> None:
    """Talk with the assistant until the input ends.

    Raises:
        InputError: Standard input is closed or cannot be read.
        RxFlowError: The patient or the type of conversation does not exist, or the assistant cannot be opened.
    """
    words = standard_input()
    with open_assistant() as assistant:
        keep_loaded()
        greeted = assistant.run(assistant.manager.start(patient_id, conversation_type))
        if as_json:
            _json_lines(assistant, greeted, words)
        else:
            _terminal(assistant, greeted, words, Console(highlight=False))


def patient_lines(stream: BinaryIO) -> Iterator[str]:
    """Each line of the input as text, whatever bytes it holds; of a huge line its beginning.

    Raises:
        InputError: The input cannot be read.
    """
    while line := _read(stream):
        rest = line
        while rest and not rest.endswith(b"\n"):
            rest = _read(stream)
        yield line.decode("utf-8", errors="replace").rstrip("\r\n")


def _read(stream: BinaryIO) -> bytes:
    try:
        return stream.readline(LINE_BYTES)
    except OSError as error:
        raise unreadable(error) from error


def _json_lines(assistant: Assistant, last: ConversationResponse, stdin: TextIO) -> None:
    for words in patient_lines(stdin.buffer):
        last = _answer(assistant, words, last)
        # ASCII only, so that a reply is one line and readable whatever the locale of the reader.
        print(json.dumps(last.to_json()), flush=True)


def _terminal(assistant: Assistant, last: ConversationResponse, stdin: TextIO, console: Console) -> None:
    if isinstance(stdin, io.TextIOWrapper):
        stdin.reconfigure(errors="replace")
    _show(console, last)
    while (words := _ask(console)) is not None:
        last = _answer(assistant, words, last)
        _show(console, last)


def _answer(assistant: Assistant, words: str, last: ConversationResponse) -> ConversationResponse:
    """The reply to the words that answer the last reply; an expected error is a reply that says what happened."""
    try:
        return assistant.run(assistant.manager.handle_message(words, last.session_id, in_reply_to=last.turn))
    except RxFlowError as error:
        return ConversationResponse(last.session_id, RefillState.ERROR, str(error))


def _ask(console: Console) -> str | None:
    try:
        return console.input("\n[bold]You:[/bold] ")
    except EOFError:
        console.print()
        return None
    except OSError as error:
        raise unreadable(error) from error


def _show(console: Console, response: ConversationResponse) -> None:
    # As Text: a reply is never read as Rich's markup.
    console.print(Text.assemble("\n", ("RxFlow: ", "bold cyan"), response.message))
    if response.suggestions:
        console.print(Text("  You can say: " + " · ".join(response.suggestions), style="dim"))
