"""Decisions about cases: the whole table of reasons, who may do what, and whose a case is."""

from datetime import UTC, datetime

import pytest

from rxflow.domain.case import (
    DESK_STEPS,
    FINAL_STEPS,
    WORK_STEPS,
    CaseProgress,
    CaseStep,
    holder_of,
    stands_at,
)
from rxflow.domain.case_access import CASE_ACTS, CaseAct
from rxflow.domain.case_decision import REASONS, Decision, DecisionReason, reasons_for
from rxflow.domain.finding import Route
from rxflow.domain.user import Role
from rxflow.prompts.catalog import languages, message_catalog, placeholders

# R pharmacist, P prescriber, I insurer
EXPECTED = """
EARLY_FILL_TRAVEL        approve R
EARLY_FILL_LOST          approve R
EARLY_FILL_DOSE_CHANGED  approve R
BENEFIT_OUTWEIGHS_RISK   approve R
ALLERGY_RULED_OUT        approve R
CHECKED_WITH_PRESCRIBER  approve R
RENEWED                  approve P
PLAN_APPROVED            approve I
OTHER_MEDICINE           change  R P I
OTHER_STRENGTH           change  R P I
SHORTER_SUPPLY           change  R P I
NOT_SAFE                 deny    R P
TOO_EARLY                deny    R
NOT_RENEWED              deny    P
PLAN_DENIED              deny    I
SEE_PRESCRIBER           deny    R P I
WAITING_PRESCRIBER       hold    R P I
WAITING_PLAN             hold    I
WAITING_PATIENT          hold    R P I
WAITING_STOCK            hold    R
"""
ROUTES = {"R": Route.PHARMACIST, "P": Route.PRESCRIBER, "I": Route.INSURER}
# R pharmacist, T technician, U auditor, A admin
ACTS = """
             R  T  U  A
see          x  x  .  .
claim        x  x  .  .
note         x  x  .  .
reply        x  x  .  .
read alert   x  .  .  .
decide       x  .  .  .
"""
ROLES = {"R": Role.PHARMACIST, "T": Role.TECHNICIAN, "U": Role.AUDITOR, "A": Role.ADMIN}
A, B = "mlee", "jsoto"
S = CaseStep


def test_every_reason_belongs_to_one_decision_and_its_routes() -> None:
    table = {
        name: (decision, {ROUTES[each] for each in routes})
        for name, decision, *routes in map(str.split, EXPECTED.strip().splitlines())
    }

    assert {reason.value: (rule.decision.value, set(rule.routes)) for reason, rule in REASONS.items()} == table
    assert set(REASONS) == set(DecisionReason)


@pytest.mark.parametrize("route", Route)
@pytest.mark.parametrize("decision", Decision)
def test_every_route_has_reasons_for_every_decision(decision: Decision, route: Route) -> None:
    found = reasons_for(decision, route)

    assert found
    assert all(REASONS[each].decision is decision and route in REASONS[each].routes for each in found)


def test_the_tables_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        REASONS[DecisionReason.RENEWED] = REASONS[DecisionReason.NOT_SAFE]  # type: ignore[index]
    with pytest.raises(TypeError):
        CASE_ACTS[Role.ADMIN] = frozenset(CaseAct)  # type: ignore[index]


@pytest.mark.parametrize("language", languages())
def test_every_reason_has_words_for_the_patient(language: str) -> None:
    messages = message_catalog(language)
    for reason in DecisionReason:
        assert "medication" in placeholders(messages[f"decision_{reason}"])
    assert "refills" in placeholders(messages["decision_RENEWED"])
    dated = {reason for reason in DecisionReason if "date" in placeholders(messages[f"decision_{reason}"])}
    assert dated == set(reasons_for(Decision.APPROVE, Route.PHARMACIST)) | {DecisionReason.PLAN_APPROVED}


def test_a_role_does_with_cases_what_the_table_says_and_nothing_else() -> None:
    head, *lines = ACTS.strip("\n").splitlines()
    table = {
        (ROLES[role], CaseAct(line[:12].strip()))
        for line in lines
        for role, mark in zip(head.split(), line[12:].split(), strict=True)
        if mark == "x"
    }

    assert {(role, act) for role, acts in CASE_ACTS.items() for act in acts} == table
    assert set(CASE_ACTS) == set(Role)


def history(*steps: tuple[CaseStep, str]) -> list[CaseProgress]:
    at = datetime(2026, 3, 4, tzinfo=UTC)
    return [CaseProgress("CS-1", number, step, at, actor) for number, (step, actor) in enumerate(steps, start=1)]


@pytest.mark.parametrize(
    ("steps", "holder"),
    [
        ([(S.OPENED, "assistant")], None),
        ([(S.CLAIMED, A)], A),
        ([(S.CLAIMED, A), (S.NOTED, A), (S.ON_HOLD, A)], A),
        ([(S.CLAIMED, A), (S.RELEASED, A)], None),
        ([(S.CLAIMED, A), (S.RELEASED, B), (S.CLAIMED, B)], B),
        *(([(S.CLAIMED, A), (final, A)], None) for final in sorted(FINAL_STEPS)),
    ],
)
def test_a_case_is_whose_claim_was_last_until_it_is_released_or_settled(
    steps: list[tuple[CaseStep, str]], holder: str | None
) -> None:
    assert holder_of(history(*steps)) == holder


def test_work_on_a_case_does_not_move_it() -> None:
    steps = history((S.OPENED, "assistant"), (S.ON_HOLD, A), *((each, A) for each in sorted(WORK_STEPS)))

    assert stands_at(steps).step is S.ON_HOLD
    assert WORK_STEPS < DESK_STEPS
    assert {S.ON_HOLD, S.CHANGED} == DESK_STEPS - WORK_STEPS
    assert S.CHANGED in FINAL_STEPS
    assert not WORK_STEPS & FINAL_STEPS
    assert S.ON_HOLD not in FINAL_STEPS
