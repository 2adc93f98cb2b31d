"""`rxflow eval`: play a scenario file and report."""

from pathlib import Path

import typer

from rxflow.commands.assistant import fresh_assistants, logged_settings
from rxflow.commands.output import print_json
from rxflow.commands.progress import progress_bar
from rxflow.evaluation import report
from rxflow.evaluation.runner import run_scenarios
from rxflow.evaluation.scenario import read_scenarios
from rxflow.evaluation.verdict import Result
from rxflow.observability.collector import keep_loaded


def evaluate(file: Path, as_json: bool, transcript: bool) -> bool:
    """Play every scenario of a file on a fresh database each, and print the report.

    Returns:
        Whether all passed.

    Raises:
        ScenarioFileError: The file is broken.
    """
    scenarios = read_scenarios(file)
    fresh = fresh_assistants(logged_settings())
    keep_loaded()
    results: list[Result] = []
    with progress_bar("Playing scenarios", as_json) as progress:
        for result in run_scenarios(scenarios, fresh):
            results.append(result)
            for line in () if as_json else report.failure_lines(result, transcript):
                typer.echo(line)
            if progress:
                progress(len(results), len(scenarios))
    if as_json:
        print_json(report.to_json(results))
    else:
        for line in report.summary_lines(results):
            typer.echo(line)
    return all(result.passed for result in results)
