"""`rxflow eval-words`: read an utterance file and report how well each message is understood."""

from datetime import datetime
from pathlib import Path

import typer

from rxflow.commands.assistant import logged_settings
from rxflow.commands.output import print_json
from rxflow.commands.progress import progress_bar
from rxflow.evaluation import understanding_report as report
from rxflow.evaluation.reading import UtteranceReader
from rxflow.evaluation.understanding import score
from rxflow.evaluation.utterance import read_utterances
from rxflow.services.mock_data import load_mock_data


def evaluate_words(file: Path, as_json: bool, failures: bool) -> bool:
    """Read every message of a file, and print the report.

    Returns:
        Whether no medicine was picked wrongly without asking, and no emergency missed.

    Raises:
        UtteranceFileError: The file is broken, or names a patient or medicine that is not in the data.
        DataError: A data file is missing or broken.
    """
    utterances = read_utterances(file)
    settings = logged_settings()
    today = datetime.now(settings.zone).date()
    reader = UtteranceReader(load_mock_data(settings.data_dir, today), settings.zone, today)
    scores = []
    with progress_bar("Reading messages", as_json) as progress:
        for utterance in utterances:
            scores.append(score(utterance, reader.read(utterance)))
            if progress:
                progress(len(scores), len(utterances))
    if as_json:
        print_json(report.to_json(scores))
    else:
        for each in scores if failures else ():
            for line in report.failure_lines(each):
                typer.echo(line)
        for line in report.summary_lines(scores):
            typer.echo(line)
    found = report.figures(scores)
    return not (found.wrong_picks or found.emergencies_missed)
