"""`rxflow version`: what is installed."""

import platform

import typer

from rxflow import __version__
from rxflow.commands.output import print_json
from rxflow.persistence.schema import SCHEMA_VERSION


def version(as_json: bool) -> None:
    """Print the versions of RxFlow, of Python and of the database's tables."""
    python = platform.python_version()
    if as_json:
        print_json({"rxflow": __version__, "python": python, "schema": SCHEMA_VERSION})
    else:
        typer.echo(f"rxflow {__version__}, Python {python}, tables of version {SCHEMA_VERSION}")
