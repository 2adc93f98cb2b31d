"""`rxflow chat` and `rxflow serve`."""

from typing import Annotated

import typer

from rxflow.commands.group import command, new_group
from rxflow.commands.syntax.options import Patient

PANEL = "Talk"

app = new_group()


@command(
    app,
    "chat",
    "rxflow chat --patient patient_001",
    "rxflow chat --patient patient_001 --type clinical",
    "rxflow chat --patient patient_001 --json < words.txt > replies.jsonl",
    panel=PANEL,
)
def chat(
    patient: Patient,
    as_json: Annotated[
        bool, typer.Option("--json", help="A message a line on stdin, a JSON line each on stdout.")
    ] = False,
    conversation_type: Annotated[
        str, typer.Option("--type", metavar="TYPE", help="refill, simple, clinical, or a type that was added.")
    ] = "refill",
) -> None:
    """Chat as a patient. Ctrl-D ends."""
    from rxflow.commands.chat import chat as run

    run(patient, as_json, conversation_type)


@command(app, "serve", "rxflow serve", "rxflow serve --host 0.0.0.0 --port 8600", panel=PANEL)
def serve(
    host: Annotated[str | None, typer.Option(help="The address to listen on; default: RXFLOW_HOST.")] = None,
    port: Annotated[int | None, typer.Option(min=1, max=65535, help="The port; default: RXFLOW_PORT.")] = None,
    api_only: Annotated[bool, typer.Option("--api-only", help="Leave the pages out.")] = False,
) -> None:
    """Serve the pages and the HTTP API. Ctrl-C stops it, once what is being answered is answered."""
    from rxflow.commands.serve import serve as run

    run(host, port, api_only)
