"""How every command ends. Typer itself ends quietly on Ctrl-C (130) and on a closed pipe."""

import errno
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

import typer
from typer.core import TyperCommand

from rxflow.domain.errors import RxFlowError

FAILED = 1
CANNOT_RUN = 2
EXIT_CODES = {
    0: "done",
    FAILED: "looked at and not in order, or a question was answered with no",
    CANNOT_RUN: "could not run: a line on stderr says why and what to do",
    130: "stopped by Ctrl-C",
}
WITHOUT_ERROR_OBJECT = frozenset({"chat", "eval", "orders"})
"""Their output is a contract from before there was an error object: where they cannot run, stdout stays empty."""

NOT_WRITTEN = frozenset({errno.ENOSPC, errno.EFBIG, errno.EIO, errno.EBADF})
"""How writing fails where a reader has not just gone away."""

Declared = TypeVar("Declared", bound=Callable[..., Any])


class OutputError(RxFlowError):
    """What a command says cannot be written."""

    code = "OUTPUT"


class QuietCommand(TyperCommand):
    """Runs a command, and turns an error that is raised on purpose into a line on stderr and exit code 2.

    A command that was asked for JSON prints the error as an object on stdout too.
    """

    def invoke(self, ctx: Any) -> Any:
        """Run the command.

        Raises:
            typer.Exit: With code 2, after an RxFlowError.
        """
        try:
            _require_stdout()
            result = super().invoke(ctx)
            # Here, where Typer still sees a closed pipe: at exit Python would complain of it.
            sys.stdout.flush()
        except RxFlowError as error:
            raise self._ended(error, ctx.params) from error
        except OSError as error:
            # What reads and writes files names them in errors of its own; this is what was printed.
            if error.errno not in NOT_WRITTEN:
                raise
            _discard_stdout()
            unwritten = OutputError(f"Standard output cannot be written ({error.strerror}).")
            raise self._ended(unwritten, ctx.params) from error
        return result

    def _ended(self, error: RxFlowError, params: Mapping[str, Any]) -> typer.Exit:
        if params.get("as_json") and self.name not in WITHOUT_ERROR_OBJECT and not isinstance(error, OutputError):
            typer.echo(json.dumps({"success": False, "error": error.code, "message": str(error)}))
        typer.echo(f"rxflow: {error}", err=True)
        return typer.Exit(CANNOT_RUN)


def new_group(about: str | None = None, *examples: str, remarks: Sequence[str] = ()) -> typer.Typer:
    """A group of commands.

    Args:
        about: What it is for; None for commands that are listed with those of the group around it.
        examples: Command lines of it.
        remarks: Lines of its help above the examples.
    """
    shown = _epilog(examples, remarks) if examples else None
    # A trace with its local variables would show what a patient wrote.
    return typer.Typer(help=about, epilog=shown, no_args_is_help=True, pretty_exceptions_enable=False)


def command(group: typer.Typer, name: str, *examples: str, panel: str | None = None) -> Callable[[Declared], Declared]:
    """Declare a command of a group.

    Args:
        group: The group.
        name: What it is called.
        examples: Command lines of it, each beginning with `rxflow `.
        panel: The heading that it is listed under.
    """
    return group.command(name, cls=QuietCommand, epilog=_epilog(examples), rich_help_panel=panel)


def examples_of(epilog: str | None) -> list[str]:
    """The command lines in what stands below a command's options."""
    return [line for line in (epilog or "").splitlines() if line.startswith("rxflow ")]


def end(in_order: bool) -> None:
    """End with 1 where what was looked at is not in order.

    Raises:
        typer.Exit: With code 1.
    """
    if not in_order:
        raise typer.Exit(FAILED)


def _epilog(examples: Sequence[str], remarks: Sequence[str] = ()) -> str:
    # Typer joins the lines of a paragraph, so each line is one of its own.
    return "\n\n".join((*remarks, "Examples:" if len(examples) > 1 else "Example:", *examples))


def _require_stdout() -> None:
    if sys.stdout is None:
        raise OutputError("Standard output is closed. Open it, or send it to /dev/null.")


def _discard_stdout() -> None:
    """Let what is still buffered go nowhere: Python would try it again at its end, and complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
