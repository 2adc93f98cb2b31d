"""`python -m bench.report` puts what the other measurements print into one page, and names only what is there."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

from bench.growth import __main__ as growth
from bench.growth.fit import fit
from bench.report import __main__ as report
from bench.report import machine
from bench.report.page import Run, page
from bench.report.sections import SECTIONS, Command, Section

SIZES = (100, 1_000, 10_000, 100_000)
COMMANDS = sorted({command for section in SECTIONS for command in section.commands}, key=lambda each: each.words(False))


@pytest.mark.parametrize("command", COMMANDS, ids=lambda each: " ".join(each.words(False)))
def test_what_a_section_runs_is_there(command: Command) -> None:
    assert importlib.util.find_spec(command.module) is not None
    if command.given[:1] == ("eval",):
        assert (report.ROOT / command.given[1]).is_file()


@pytest.mark.parametrize(
    "module", ["bench.storage", "bench.growth", "bench.startup", "bench.report", "bench.checkpoints"]
)
def test_a_measurement_explains_itself(module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    found = importlib.util.find_spec(module)
    assert found is not None
    name = f"{module}.__main__" if found.submodule_search_locations else module
    monkeypatch.setattr(sys, "argv", [module, "--help"])

    with pytest.raises(SystemExit) as end:
        importlib.import_module(name).main()

    assert end.value.code == 0


def test_the_sections_have_names_of_their_own() -> None:
    assert len({each.name for each in SECTIONS}) == len(SECTIONS)


def test_the_page_has_the_machine_and_what_each_command_printed() -> None:
    section = Section(
        "one", "The first", "What is measured.", (Command("bench.a", ("--many", "3")), Command("bench.b"))
    )
    runs = [Run(section.commands[0], "p50  1 ms\n", 0, 2.0), Run(section.commands[1], "p50  9 ms", 1, 61.4)]

    told = page("2026-11-22 08:00 UTC", [("cores", "2")], [(section, runs)], quick=False)

    assert "| cores | 2 |" in told
    assert "| The first | `python -m bench.a --many 3` | as it has to be | 2 s |" in told
    assert "| The first | `python -m bench.b` | a goal is missed | 61 s |" in told
    assert "## The first\n\nWhat is measured.\n\n```\n$ python -m bench.a --many 3\np50  1 ms\n```\n" in told
    assert told.index("p50  1 ms") < told.index("p50  9 ms")


def test_it_runs_the_sections_that_are_wanted_and_writes_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page_file, asked = tmp_path / "benchmarks.md", list[tuple[str, ...]]()

    def run(words: list[str], **_given: object) -> subprocess.CompletedProcess[str]:
        asked.append(tuple(words[1:]))
        return subprocess.CompletedProcess(words, 1, "the figures of a run", "")

    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setattr(report, "facts", lambda: [("SQLite", "3.40")])

    assert report.main(["--only", "prompt", "safety", "--write", str(page_file)]) == 0
    assert [words[:2] for words in asked] == [("-m", "bench.prompt"), ("-m", "bench.hostile"), ("-m", "bench.crash")]
    told = page_file.read_text(encoding="utf-8")
    assert told.count("the figures of a run") == 3
    assert "| Safety | `python -m bench.crash` | something was lost, or done twice |" in told
    assert "| SQLite | 3.40 |" in told


def test_a_command_that_cannot_be_run_is_told_with_its_reason() -> None:
    done = report.run(Command("bench.nothing_of_this_name"), quick=False)

    assert done.outcome == "it failed"
    assert "No module named bench.nothing_of_this_name" in done.printed


def test_a_command_that_was_killed_is_told_as_that(monkeypatch: pytest.MonkeyPatch) -> None:
    killed = subprocess.CompletedProcess(["python"], -9, "half of a table", "")
    monkeypatch.setattr(subprocess, "run", lambda *_words, **_given: killed)

    done = report.run(Command("bench.growth"), quick=False)

    assert (done.outcome, done.printed) == ("it failed", "half of a table\nended by SIGKILL")


def test_the_machine_is_named() -> None:
    told = dict(machine.facts())

    assert all(told.values())
    assert int(told["cores"].split(",")[0]) >= 1
    assert "langgraph " in told["libraries"]
    assert machine.sync_ms(3) > 0


@pytest.mark.parametrize(
    ("values", "growth", "slope"),
    [
        ((5.0, 5.2, 4.9, 5.1), "constant", 0.0),
        ((1.0, 2.0, 3.0, 4.0), "logarithmic", 0.2),
        ((1.1, 11.0, 110.0, 1100.0), "linear", 1.0),
        ((200.0, 3_000.0, 40_000.0, 500_000.0), "n log n", 1.1),
    ],
)
def test_the_slowest_growth_that_explains_the_figures_is_named(
    values: tuple[float, ...], growth: str, slope: float
) -> None:
    found = fit(SIZES, values)

    assert found.growth == growth
    assert found.slope == pytest.approx(slope, abs=0.06)
    assert found.is_at_most_logarithmic is (growth in {"constant", "logarithmic"})


def test_growth_is_measured_in_a_world_of_a_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(growth, "keep_loaded", lambda: None)
    monkeypatch.setattr(growth, "WARM", 1)
    row = growth.measure("sessions", 3, rounds=2)

    assert row["size"] == 3
    assert row["cpu_ms"] > 0
    assert row["most_mb"] >= row["held_mb"] > 10
    assert "sessions" in growth.as_table("sessions", [row, {**row, "size": 30}])
    assert "processor time: constant" in growth.as_table("sessions", [row, {**row, "size": 30}])
