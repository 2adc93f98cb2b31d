"""Every scenario beside this file, each on a fresh database, on a Wednesday morning."""

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rxflow.commands.assistant import fresh_assistants
from rxflow.config.settings import Settings
from rxflow.dialogue.language import detect_language
from rxflow.domain.finding import FindingCode
from rxflow.evaluation.report import failure_lines
from rxflow.evaluation.runner import FreshAssistant, run_scenarios
from rxflow.evaluation.scenario import Scenario, read_scenarios
from rxflow.prompts.catalog import languages, message_catalog
from tests.support.plain_language import breaches

pytestmark = pytest.mark.no_cover
"""Many conversations, whose parts other tests cover one by one."""

SCENARIOS = read_scenarios(Path(__file__).with_name("scenarios.jsonl"))
REPLACED = {message_catalog(language)["replaced"] for language in languages()}
WEDNESDAY = datetime(2026, 3, 4, 16, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def fresh() -> FreshAssistant:
    return fresh_assistants(Settings(_env_file=None), now=lambda: WEDNESDAY)


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.id)
def test_scenario(scenario: Scenario, fresh: FreshAssistant) -> None:
    (result,) = run_scenarios([scenario], fresh)

    assert result.passed, "\n".join(failure_lines(result, transcript=True))
    replies = [exchange.assistant for exchange in result.conversation.exchanges]
    assert [each for reply in replies for each in breaches(reply, detect_language(reply, "en"))] == []
    # Nothing that the built-in model says breaks a rule of speech.
    assert not any(REPLACED & {exchange.assistant.partition("\n")[0]} for exchange in result.conversation.exchanges)


def test_each_finding_that_blocks_in_the_demo_world_is_asked_for() -> None:
    expected = Counter(code for scenario in SCENARIOS for code in scenario.expect.finding)

    assert {
        FindingCode.ALLERGY,
        FindingCode.CONTROLLED,
        FindingCode.DOSE,
        FindingCode.EXPIRED,
        FindingCode.INTERACTION,
        FindingCode.NO_REFILLS,
        FindingCode.NOT_FOUND,
        FindingCode.OUT_OF_STOCK,
        FindingCode.PREGNANCY,
        FindingCode.PRIOR_AUTHORIZATION,
        FindingCode.REMS,
        FindingCode.STEP_THERAPY,
        FindingCode.TOO_SOON,
    } <= set(expected)
