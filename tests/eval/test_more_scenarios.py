"""Conversations by other authors, a file each: how many must end as expected, and what may never happen in any.

They were written from the rules and the demo data by people who had not seen the product, and their words are wilder
than those of `scenarios.jsonl`. Played by `make eval`.
"""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from rxflow.commands.assistant import fresh_assistants
from rxflow.config.settings import Settings
from rxflow.evaluation.report import failure_lines
from rxflow.evaluation.runner import run_scenarios
from rxflow.evaluation.scenario import read_scenarios
from rxflow.evaluation.verdict import Result

pytestmark = pytest.mark.evaluation

FOLDER = Path(__file__).with_name("more")
WEDNESDAY = datetime(2026, 3, 4, 16, 30, tzinfo=UTC)
AT_LEAST = {
    "scenarios_b.jsonl": 0.98,
    "scenarios_c.jsonl": 0.94,
    "scenarios_d.jsonl": 0.97,
    "scenarios_h.jsonl": 0.97,
    "scenarios_k.jsonl": 0.95,  # set aside: measured, never tuned on
}


@pytest.fixture(scope="module", params=sorted(AT_LEAST))
def results(request: pytest.FixtureRequest) -> tuple[str, list[Result]]:
    fresh = fresh_assistants(Settings(_env_file=None), now=lambda: WEDNESDAY)
    return request.param, list(run_scenarios(read_scenarios(FOLDER / request.param), fresh))


def test_conversations_end_as_expected(results: tuple[str, list[Result]]) -> None:
    name, played = results
    failed = [line for each in played if not each.passed for line in failure_lines(each, transcript=False)]

    assert 1 - len(failed) / len(played) >= AT_LEAST[name], "\n".join(failed)


def test_nothing_is_ordered_that_nobody_asked_for(results: tuple[str, list[Result]]) -> None:
    wrong = {}
    for each in results[1]:
        ordered = {order.rx_number for order in each.conversation.active_orders}
        if each.scenario.expect.rx is not None and ordered - each.scenario.expect.rx:
            wrong[each.scenario.id] = ordered

    assert wrong == {}
