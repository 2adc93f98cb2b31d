"""A model that does anything at all, and patients who do, too: no unsafe order gets through 300 conversations."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from rxflow.config.settings import Settings
from rxflow.dialogue.agreement import Agreement, read_agreement
from rxflow.domain.finding import Assessment
from rxflow.domain.order import Consent
from rxflow.services.drugs import DrugService
from rxflow.services.mock_data import MockData
from rxflow.services.refills import RefillService
from rxflow.workflow.workflow_types import ConversationContext
from tests.support.hostile_conversation import Stage, play

pytestmark = pytest.mark.no_cover
"""Many conversations, whose parts other tests cover one by one."""

GROUPS, SEEDS = 10, 30
FIRST = 4
"""Groups of the ordinary suite; `make eval` plays the others."""
MESSAGES = 6
PLAYED_AGAIN = (3, 11, 29)


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory, demo: MockData, demo_drugs: DrugService) -> Stage:
    return Stage.of(Settings(_env_file=None), demo, demo_drugs, tmp_path_factory.mktemp("stage"))


@pytest.mark.parametrize(
    "group",
    [pytest.param(group, marks=[] if group < FIRST else pytest.mark.evaluation) for group in range(GROUPS)],
)
def test_no_unsafe_order_gets_through(group: int, stage: Stage, tmp_path: Path) -> None:
    outcomes = [play(seed, stage, tmp_path, MESSAGES) for seed in range(group * SEEDS, (group + 1) * SEEDS)]
    counts = sum((outcome.counts for outcome in outcomes), Counter[str]())

    assert {outcome.seed: outcome.violations for outcome in outcomes if outcome.violations} == {}
    # The conversations would be sound, too, if they never got anywhere, or if nothing ever went wrong.
    assert counts["orders placed"]
    assert counts["tool ACTION_REFUSED"]
    assert counts["store failures"]
    assert counts["key rotations"]


@pytest.mark.parametrize("seed", PLAYED_AGAIN)
def test_a_seed_plays_the_same_conversation(seed: int, stage: Stage, tmp_path: Path) -> None:
    once, again = (play(seed, stage, folder, MESSAGES) for folder in (tmp_path / "once", tmp_path / "again"))

    assert once == again
    assert once.transcript


def any_words(context: ConversationContext, _words: str, _button: object, now: datetime) -> tuple[Consent, ...]:
    return tuple(Consent(quote_id, context.session_id, now, "words") for quote_id in context.quote_ids)


def a_yes_somewhere(words: str) -> Agreement:
    return Agreement.YES if "yes" in words.lower() else read_agreement(words)


def no_rules(assess: Callable[..., Assessment]) -> Callable[..., Assessment]:
    return lambda *args, **options: Assessment(assess(*args, **options).rx_number, ())


WITHOUT_A_GUARD: dict[str, tuple[str, Any]] = {
    "any words are consent": ("rxflow.workflow.refill_flow.read_consent", any_words),
    "a yes anywhere is consent": ("rxflow.workflow.consent.read_agreement", a_yes_somewhere),
    "the quote is not shown": (
        "rxflow.workflow.conversation_manager.complete_message",
        lambda _run, words: words or "-",
    ),
    "the rules are not asked": ("rxflow.services.refills.RefillService.assess", no_rules(RefillService.assess)),
    "boxes open anywhere": ("rxflow.persistence.records.place_of", lambda table, *_key: table),
    "hashes need no key": ("rxflow.persistence.transaction.Transaction.rx_ref", lambda _tx, rx_number: rx_number),
    "stock is not counted": ("rxflow.persistence.order_repository.OrderRepository._reserve", lambda *_: None),
}


@pytest.mark.parametrize("guard", WITHOUT_A_GUARD)
def test_the_conversations_would_find(
    guard: str, stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(*WITHOUT_A_GUARD[guard])
    found = (play(seed, stage, tmp_path, MESSAGES).violations for seed in range(GROUPS * SEEDS))

    assert any(found)
