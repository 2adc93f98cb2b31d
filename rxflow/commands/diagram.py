"""`rxflow diagram`: the state diagram, drawn from the transition table."""

from pathlib import Path

import typer

from rxflow.domain.errors import RxFlowError
from rxflow.workflow.diagram import state_diagram


def diagram(write: Path | None, check: Path | None) -> bool:
    """Print the diagram, write it to a file, or compare a file with it.

    Returns:
        False when the file to check is not what would be written.

    Raises:
        RxFlowError: The file cannot be read or written.
    """
    return keep_page(state_diagram(), "rxflow diagram", write, check)


def keep_page(page: str, maker: str, write: Path | None, check: Path | None) -> bool:
    """Print a page, write it to a file, or compare a file with it.

    Args:
        page: The page as Markdown.
        maker: The command that makes it.

    Returns:
        False when the file to check is not what would be written.

    Raises:
        RxFlowError: The file cannot be read or written.
    """
    if write is None and check is None:
        typer.echo(page, nl=False)
    try:
        if write is not None:
            write.parent.mkdir(parents=True, exist_ok=True)
            write.write_text(page, encoding="utf-8")
        if check is not None and check.read_text(encoding="utf-8") != page:
            typer.echo(f"{check} is out of date. Run: {maker} --write {check}", err=True)
            return False
    except OSError as error:
        raise RxFlowError(f"{error.filename}: {error.strerror}.") from error
    return True
