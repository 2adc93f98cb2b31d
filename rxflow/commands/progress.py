"""A bar for work that takes long, for whoever looks on."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from rxflow.commands.output import on_terminal
from rxflow.domain.progress import Progress as Told


@contextmanager
def progress_bar(doing: str, as_json: bool = False) -> Iterator[Told | None]:
    """Show on stderr how far the work inside has come, and take it away at the end.

    Args:
        doing: What is done, such as `Sealing rows`.
        as_json: Whether a program reads along; then, and where a pipe does, nothing is shown.

    Yields:
        What the work tells how much is done and of how much; None where nothing is shown.
    """
    if as_json or not on_terminal():
        yield None
        return
    columns = (
        TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    )  # fmt: skip
    # What is printed meanwhile belongs to stdout, wherever that goes.
    with Progress(
        *columns, console=Console(stderr=True), transient=True, redirect_stdout=False, redirect_stderr=False
    ) as bar:
        task = bar.add_task(doing, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
