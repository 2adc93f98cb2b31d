"""The report as a page, from what the commands printed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bench.report.sections import Command, Section

HEAD = """# Benchmarks

Written by `make bench` (`python -m bench.report`), which runs each command below in a process of its own; not by hand.
Times are this machine's: compare what was measured in one run. `--only NAME` runs some of the sections and
prints them.
"""


@dataclass(frozen=True, slots=True)
class Run:
    """A command that was run.

    Attributes:
        printed: What it printed, or why it could not be run.
        code: Its exit code.
        seconds: How long it took.
    """

    command: Command
    printed: str
    code: int
    seconds: float

    @property
    def outcome(self) -> str:
        """Whether all was as it has to be."""
        return "as it has to be" if self.code == 0 else self.command.exit_means if self.code == 1 else "it failed"


Results = Sequence[tuple[Section, Sequence[Run]]]


def page(when: str, machine: Iterable[tuple[str, str]], results: Results, quick: bool) -> str:
    """The report.

    Args:
        when: When the run began.
        machine: What it ran on.
        results: The sections with what was run for them.
        quick: Whether the commands only showed that they work.
    """
    parts = [HEAD, f"Measured {when}.\n", _machine(machine), _overview(results)]
    parts += [_section(section, runs, quick) for section, runs in results]
    return "\n".join(parts)


def _machine(facts: Iterable[tuple[str, str]]) -> str:
    rows = "\n".join(f"| {name} | {value} |" for name, value in facts)
    return f"## The machine\n\n| | |\n| --- | --- |\n{rows}\n"


def _overview(results: Results) -> str:
    rows = [
        f"| {section.title} | `{shown(run.command, quick=False)}` | {run.outcome} | {run.seconds:.0f} s |"
        for section, runs in results
        for run in runs
    ]
    return "\n".join(
        ["## What was run", "", "| section | command | outcome | took |", "| --- | --- | --- | --- |", *rows, ""]
    )


def _section(section: Section, runs: Sequence[Run], quick: bool) -> str:
    parts = [f"## {section.title}\n", f"{section.told}\n"]
    parts += [f"```\n$ {shown(run.command, quick)}\n{run.printed.rstrip()}\n```\n" for run in runs]
    return "\n".join(parts)


def shown(command: Command, quick: bool) -> str:
    """A command as it is typed."""
    return " ".join(("python", *command.words(quick)))
