"""What a command prints: one JSON document for programs, a table on a terminal, and plain lines into a pipe."""

import json
import re
import sys
from collections.abc import Collection, Mapping, Sequence

import typer
from rich.console import Console
from rich.measure import Measurement
from rich.table import Column, Table
from rich.text import Text

WIDEST = 10_000
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


def print_json(document: object) -> None:
    """Print one document, in ASCII, so that it can be read whatever the locale."""
    typer.echo(json.dumps(document))


def print_table(columns: Mapping[str, str], rows: Sequence[Mapping[str, object]], whole: Collection[str] = ()) -> None:
    """Print rows: as a table on a terminal, else a line each with tabs between its cells, below the columns' names.

    A terminal that is too narrow for the table gets a line for each cell.

    Args:
        columns: The name of each column that is shown, by the rows' keys.
        rows: What is shown; None is an empty cell.
        whole: The keys of the columns that are never broken into two lines, such as numbers that are typed again.
    """
    cells = [[_shown(row[key]) for key in columns] for row in rows]
    if not sys.stdout.isatty():
        for line in (list(columns.values()), *cells):
            typer.echo("\t".join(line))
        return
    console = Console(highlight=False)
    # What is too long for its column goes on below: nothing is cut.
    table = Table(*(Column(name, no_wrap=key in whole, overflow="fold") for key, name in columns.items()))
    for line in cells:
        table.add_row(*map(Text, line))
    # Within the terminal's own width every table would fit: Rich cuts what does not.
    if Measurement.get(console, console.options.update(max_width=WIDEST), table).minimum > console.width:
        _print_records(console, list(columns.values()), cells)
    else:
        console.print(table)


def on_terminal() -> bool:
    """Whether somebody looks on: both what is printed and what is told beside it go to a terminal."""
    return sys.stdout is not None and sys.stderr is not None and sys.stdout.isatty() and sys.stderr.isatty()


def _print_records(console: Console, names: Sequence[str], cells: Sequence[Sequence[str]]) -> None:
    for number, line in enumerate(cells):
        if number:
            console.print()
        for name, cell in zip(names, line, strict=True):
            console.print(Text.assemble((f"{name}: ", "bold"), cell))


def _shown(value: object) -> str:
    # A tab or an escape sequence in a name would pass for the table's own.
    return "" if value is None else _CONTROL.sub(" ", str(value))
