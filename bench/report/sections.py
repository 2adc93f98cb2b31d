"""What the report tells, in its order, and the commands that measure it."""

import os
from dataclasses import dataclass

CORES = str(os.cpu_count() or 1)


@dataclass(frozen=True, slots=True)
class Command:
    """A module that is run in a process of its own.

    Attributes:
        module: The module.
        given: Its arguments.
        quick: The arguments with which it only shows that it works.
        exit_means: What it means that it exits with 1.
    """

    module: str
    given: tuple[str, ...] = ()
    quick: tuple[str, ...] = ("--help",)
    exit_means: str = "a goal is missed"

    def words(self, quick: bool) -> tuple[str, ...]:
        """What comes after `python`."""
        return ("-m", self.module, *(self.quick if quick else self.given))


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report.

    Attributes:
        name: What `--only` calls it.
        told: What is measured, and what it has to be.
    """

    name: str
    title: str
    told: str
    commands: tuple[Command, ...]


def _eval(file: str) -> Command:
    # The first scenarios are enough to see that it works; `--help` takes no file.
    return Command("rxflow", ("eval", f"tests/eval/{file}"), ("eval", "--help"), "not every scenario ended as expected")


SECTIONS = (
    Section(
        "turn",
        "A turn",
        "A refill of five turns, from the greeting to an order on SQLite: with the built-in model; with a model "
        "that answers at once, so that only the agent is measured; and with a plain LangChain agent "
        "(`create_agent`, a stand-in of each of our tools that answers at once, `AsyncSqliteSaver`, "
        '`durability="exit"`), turn about in one process. The yardstick is the plain agent that looks up for '
        "itself what a refill needs (eleven model calls, nine tools); beside it stands one that makes only our "
        "nine calls and four tools. Ours also assesses, gates, seals and audits. Goal: at most 1.5 times the "
        "yardstick.\n\n"
        "Then long conversations: the last ten of 200 turns beside the first ten (goal: at most 1.2 times) and "
        "the bytes written in a turn (goal: at most 10 KiB).",
        (Command("bench.storage", ("--orders", "0", "--processes", "0")), Command("bench.checkpoints")),
    ),
    Section(
        "prompt",
        "Model calls and prompt tokens",
        "How often a model is asked, and how many tokens it is shown, until a refill is ordered.",
        (Command("bench.prompt"),),
    ),
    Section(
        "growth",
        "Growth",
        "The same acts beside few and beside many of one thing, each size in a process of its own: a refill of "
        "five turns (`cpu ms` and `wall ms` are of one turn), a question in a long conversation (turns), a "
        "look-up (drug names). The growth is the slowest of constant, logarithmic, linear and n log n that "
        "least squares fits to the processor time; the slope is that of both logarithms. Goal: at most "
        "logarithmic. Memory is the process's, after all is built and at most.",
        (Command("bench.growth"),),
    ),
    Section(
        "load",
        "Under load",
        "1,000 open conversations over HTTP at an even pace on two processes, and simple routes beside a plain "
        "FastAPI application.",
        (Command("bench.load"),),
    ),
    Section(
        "store",
        "The store",
        "An order (assessed, with stock, history and audit) beside the same rows by a plain ORM transaction; "
        "orders of four processes; what the audit trail adds; the figures of a year.",
        (
            Command("bench.storage", ("--conversations", "0")),
            Command("bench.audit", ("--conversations", "50", "--events", "100000")),
            Command("bench.insights"),
        ),
    ),
    Section(
        "startup",
        "Start-up",
        "From a new process to the first answer, and to a server that is ready. Goal: ready within 2.5 s.",
        (Command("bench.startup"),),
    ),
    Section(
        "dialogue",
        "Dialogue",
        "Scenarios that are played against the whole assistant: the first file is the suite's, of which all "
        "must pass; the others were written by others than the rules were tuned on. Then what is understood of "
        "labelled messages, and of names of medicines.",
        (
            _eval("scenarios.jsonl"),
            _eval("more/scenarios_b.jsonl"),
            _eval("more/scenarios_c.jsonl"),
            _eval("more/scenarios_d.jsonl"),
            _eval("more/scenarios_h.jsonl"),
            _eval("more/scenarios_k.jsonl"),
            Command("bench.understanding"),
            Command("bench.names", ("--quick",), exit_means="a name was taken for another without asking"),
        ),
    ),
    Section(
        "safety",
        "Safety",
        "Conversations with a hostile model, failing stores and crashes, judged by a checker that shares no "
        "code with the product: an order that a rule forbids, one that the patient did not confirm, or a word "
        "that leaks is a violation. Then processes that are killed at any moment. Goal: 0.",
        (
            Command(
                "bench.hostile", ("--conversations", "2000", "--workers", CORES), exit_means="there was a violation"
            ),
            Command("bench.crash", exit_means="something was lost, or done twice"),
        ),
    ),
    Section(
        "pages",
        "The pages",
        "What the chat's page costs the server, beside a page that only shows as many messages; the first paint "
        "needs Chromium.",
        (Command("bench.pages"),),
    ),
    Section(
        "small",
        "Small acts",
        "What every turn is made of, by pyperf: mean and standard deviation. A line that begins with an "
        "ellipsis is what the line before it is compared with. Then a whole assessment by the number of "
        "medicines, and a look-up of interactions.",
        (Command("bench.small", ("--quiet", "-p", "4", "-n", "5", "--min-time", "0.05")), Command("bench.clinical")),
    ),
)
