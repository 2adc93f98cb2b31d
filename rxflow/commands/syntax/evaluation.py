"""`rxflow eval` and `rxflow eval-words`."""

from pathlib import Path
from typing import Annotated

import typer

from rxflow.commands.group import command, end, new_group
from rxflow.commands.syntax.options import Json

PANEL = "Measure"

app = new_group()


@command(
    app,
    "eval",
    "rxflow eval tests/eval/scenarios.jsonl --transcript",
    "rxflow eval tests/eval/scenarios.jsonl --json",
    panel=PANEL,
)
def evaluate(
    file: Annotated[Path, typer.Argument(metavar="FILE.jsonl", help="The scenarios, one JSON object a line.")],
    as_json: Json = False,
    transcript: Annotated[bool, typer.Option("--transcript", help="Print the conversations that failed.")] = False,
) -> None:
    """Play scenarios, each on a fresh database. Exit 1 if any fails, 2 if the file is broken."""
    from rxflow.commands.evaluate import evaluate as run

    end(run(file, as_json, transcript))


@command(app, "eval-words", "rxflow eval-words tests/eval/utterances.jsonl --failures", panel=PANEL)
def evaluate_words(
    file: Annotated[Path, typer.Argument(metavar="FILE.jsonl", help="The labelled messages, one JSON object a line.")],
    as_json: Json = False,
    failures: Annotated[bool, typer.Option("--failures", help="Print the messages that were misread.")] = False,
) -> None:
    """Read labelled messages. Exit 1 if a medicine is silently mistaken or an emergency missed, 2 if it is broken."""
    from rxflow.commands.eval_words import evaluate_words as run

    end(run(file, as_json, failures))
