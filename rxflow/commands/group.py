"""How every command ends. Typer itself ends quietly on Ctrl-C (130) and on a closed pipe."""

import sys
from typing import Any

import typer
from typer.core import TyperGroup

from rxflow.domain.errors import RxFlowError

FAILED = 1
CANNOT_RUN = 2


class QuietGroup(TyperGroup):
    """Runs a command, and turns an error that is raised on purpose into a line on stderr and exit code 2."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command.

        Raises:
            typer.Exit: With code 2, after an RxFlowError.
        """
        try:
            result = super().invoke(ctx)
            # Here, where Typer still sees a closed pipe: at exit Python would complain of it.
            sys.stdout.flush()
        except RxFlowError as error:
            typer.echo(f"rxflow: {error}", err=True)
            raise typer.Exit(CANNOT_RUN) from error
        return result
