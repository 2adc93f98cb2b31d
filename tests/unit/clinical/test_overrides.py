"""What an approval of a pharmacist lifts: one finding with its facts, of one prescription, for some days."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rxflow.clinical.assessment import assess_refill
from rxflow.clinical.overrides import (
    LIFTABLE,
    LOOKED_AT,
    as_seen,
    is_liftable,
    last_day_of,
    lift,
    must_be_read,
)
from rxflow.domain.case_decision import Override, SeenFinding
from rxflow.domain.drug import Schedule
from rxflow.domain.finding import Assessment, Finding, FindingCode, Route, Severity
from tests.unit.clinical.builders import A_PATIENT, TABLES, TODAY, allergic_to, facts, medication

RX = "RX900001"
LAST_DAY = TODAY + timedelta(days=14)
NEVER = {
    "NOT_FOUND", "AMBIGUOUS", "CONTROLLED", "REMS", "EXPIRED", "NO_REFILLS", "NOT_COVERED", "PRIOR_AUTHORIZATION",
    "STEP_THERAPY", "QUANTITY_LIMIT", "OUT_OF_STOCK", "EMERGENCY",
}  # fmt: skip
JUDGED = {"TOO_SOON", "ALLERGY", "PREGNANCY", "INTERACTION", "DUPLICATE_THERAPY", "DOSE"}
FACTS = st.dictionaries(st.sampled_from(["drug", "other", "last_fill", "limit"]), st.sampled_from("abc"), max_size=4)
FINDINGS = st.builds(
    Finding,
    code=st.sampled_from(FindingCode),
    severity=st.sampled_from(Severity),
    message=st.just("as the rule says it"),
    route=st.sampled_from([*Route, None]),
    evidence=FACTS,
)
OVERRIDES = st.builds(
    Override,
    rx_number=st.sampled_from([RX, "RX2"]),
    seen=st.builds(SeenFinding, st.sampled_from(FindingCode), FACTS),
    last_day=st.integers(-2, 2).map(lambda days: TODAY + timedelta(days=days)),
    actor=st.just("mlee"),
    case_id=st.just("CS-1"),
)


def approved(finding: Finding, rx_number: str = RX, last_day: date = LAST_DAY) -> Override:
    return Override(rx_number, as_seen(finding), last_day, "mlee", "CS-1")


def too_soon(**changes: object) -> Finding:
    assessed = assess_refill(facts(medication(fills=(TODAY - timedelta(days=5),))), TABLES)
    (found,) = assessed.blocks
    return replace(found, evidence={**found.evidence, **{name: str(value) for name, value in changes.items()}})


def test_every_code_is_for_a_pharmacists_judgement_or_never() -> None:
    assert {code.value for code in LIFTABLE} == JUDGED
    assert {code.value for code in FindingCode} == JUDGED | NEVER
    assert not JUDGED & NEVER


@pytest.mark.parametrize("code", sorted(NEVER))
def test_what_is_not_for_a_pharmacist_stays_whatever_was_approved(code: str) -> None:
    found = Finding(FindingCode(code), Severity.BLOCK, "stop", Route.PHARMACIST, {"drug": "x", "last_fill": "y"})

    assert not is_liftable(found)
    assert lift([found], [approved(found)], RX, TODAY) == (found,)


@pytest.mark.parametrize("code", sorted(JUDGED))
def test_what_a_pharmacist_approved_is_a_warning_that_says_who_looked(code: str) -> None:
    found = Finding(FindingCode(code), Severity.BLOCK, "stop", Route.PHARMACIST, {"drug": "x", "last_fill": "y"})
    (lifted,) = lift([found], [approved(found)], RX, TODAY)

    assert (lifted.code, lifted.severity, lifted.route, lifted.message) == (found.code, Severity.WARN, None, LOOKED_AT)
    assert dict(lifted.evidence) == {
        "drug": "x",
        "last_fill": "y",
        "reviewed": "reviewed",
        "reviewed_by": "mlee",
        "reviewed_in": "CS-1",
        "reviewed_until": LAST_DAY.isoformat(),
    }
    assert as_seen(lifted) == as_seen(found)
    assert Assessment(RX, (lifted,)).decision is None


@pytest.mark.parametrize(
    ("override", "is_lifted"),
    [
        (approved(too_soon()), True),
        (approved(too_soon(), last_day=TODAY), True),
        (approved(too_soon(), last_day=TODAY - timedelta(days=1)), False),
        (approved(too_soon(), rx_number="RX900002"), False),
        (approved(replace(too_soon(), code=FindingCode.DOSE)), False),
        (approved(too_soon(last_fill="2026-11-01")), False),
        (approved(too_soon(new="fact")), False),
    ],
    ids=["same", "last day", "a day later", "another prescription", "another code", "another fact", "a fact more"],
)  # fmt: skip
def test_an_override_lifts_nothing_but_what_was_seen(override: Override, is_lifted: bool) -> None:
    (found,) = lift([too_soon()], [override], RX, TODAY)

    assert (found.severity is Severity.WARN) is is_lifted


@given(found=st.lists(FINDINGS, max_size=4), overrides=st.lists(OVERRIDES, max_size=4))
def test_only_a_block_of_judgement_with_its_own_facts_is_ever_lifted(
    found: list[Finding], overrides: list[Override]
) -> None:
    lifted = lift(found, overrides, RX, TODAY)

    assert len(lifted) == len(found)
    for before, after in zip(found, lifted, strict=True):
        allowed = any(
            each.rx_number == RX
            and each.last_day >= TODAY
            and each.seen.code == before.code
            and dict(each.seen.evidence) == dict(before.evidence)
            for each in overrides
        )
        is_judged = before.code in JUDGED and (before.code != "TOO_SOON" or "last_fill" in before.evidence)
        if allowed and is_judged and before.severity is Severity.BLOCK:
            assert (after.severity, after.code) == (Severity.WARN, before.code)
            assert before.evidence.items() <= after.evidence.items()
        else:
            assert after == before


@given(found=st.lists(FINDINGS, max_size=4), overrides=st.lists(OVERRIDES, max_size=4))
def test_what_was_lifted_is_lifted_no_further(found: list[Finding], overrides: list[Override]) -> None:
    once = lift(found, overrides, RX, TODAY)

    assert lift(once, overrides, RX, TODAY) == once


def test_another_interacting_medicine_is_another_finding() -> None:
    asked, clarithromycin = medication("warfarin"), medication("clarithromycin", rx_number="RX900002")
    (seen,) = assess_refill(facts(asked, clarithromycin), TABLES).blocks
    known = facts(asked, clarithromycin, overrides=(approved(seen),))
    assert assess_refill(known, TABLES).decision is None

    other = replace(clarithromycin, prescription=replace(clarithromycin.prescription, rx_number="RX900003"))
    decision = assess_refill(replace(known, taken_now=(other,)), TABLES).decision
    assert decision is not None
    assert decision.code is FindingCode.INTERACTION


def test_a_graver_reaction_to_the_same_substance_stops_again() -> None:
    asked = facts(medication("amoxicillin"), patient=allergic_to("penicillins", "rash", "moderate"))
    (seen,) = assess_refill(asked, TABLES).blocks
    known = replace(asked, overrides=(approved(seen),))
    assert assess_refill(known, TABLES).decision is None

    graver = replace(known, patient=allergic_to("penicillins", "anaphylaxis", "severe"))
    assert assess_refill(graver, TABLES).decision is not None


def test_a_fill_uses_up_what_was_approved_early() -> None:
    early = medication(fills=(TODAY - timedelta(days=5),))
    (seen,) = assess_refill(facts(early), TABLES).blocks
    filled = medication(fills=(TODAY, TODAY - timedelta(days=5)))

    assert assess_refill(facts(early, overrides=(approved(seen),)), TABLES).decision is None
    assert assess_refill(facts(filled, overrides=(approved(seen),)), TABLES).decision is not None


def test_a_day_that_the_law_sets_is_not_for_a_pharmacist() -> None:
    ahead = facts(medication(written_on=TODAY + timedelta(days=9), fills=()))
    (found,) = assess_refill(ahead, TABLES).blocks

    assert found.code is FindingCode.TOO_SOON
    assert not is_liftable(found)
    assert assess_refill(replace(ahead, overrides=(approved(found),)), TABLES).decision == found


def test_daily_methotrexate_is_a_hard_stop() -> None:
    daily = facts(medication("methotrexate", sig="Take 1 tablet by mouth once daily", strength="2.5 mg"))
    (found,) = assess_refill(daily, TABLES).blocks

    assert found.code is FindingCode.DOSE
    assert not is_liftable(found)


def test_schedule_two_stays_closed_beside_an_approved_early_fill() -> None:
    asked = facts(medication("oxycodone", Schedule.II, fills=(TODAY - timedelta(days=5),)))
    seen = [approved(each) for each in assess_refill(asked, TABLES).blocks]
    decision = assess_refill(replace(asked, overrides=tuple(seen)), TABLES).decision

    assert decision is not None
    assert decision.code is FindingCode.CONTROLLED


@pytest.mark.parametrize(
    ("code", "severity", "evidence", "is_read_first"),
    [
        ("OUT_OF_STOCK", "block", {}, True),
        ("REMS", "block", {}, True),
        ("ALLERGY", "warn", {}, True),
        ("DOSE", "warn", {}, True),
        ("PREGNANCY", "warn", {}, True),
        ("INTERACTION", "warn", {"severity": "moderate"}, False),
        ("INTERACTION", "warn", {"severity": "major"}, True),
        ("INTERACTION", "warn", {"severity": "contraindicated"}, True),
        ("DUPLICATE_THERAPY", "warn", {}, False),
        ("PRIOR_AUTHORIZATION", "warn", {"reaction_severity": "severe"}, True),
        ("ALLERGY", "info", {"reaction_severity": "severe"}, False),
    ],
)
def test_what_stops_and_what_is_severe_is_read_before_it_is_signed_off(
    code: str, severity: str, evidence: dict[str, str], is_read_first: bool
) -> None:
    assert must_be_read(Finding(FindingCode(code), Severity(severity), "", None, evidence)) is is_read_first


def test_an_approval_lasts_two_weeks_unless_told_otherwise_and_never_more_than_thirty_days() -> None:
    assert last_day_of(TODAY, None) == TODAY + timedelta(days=14)
    assert last_day_of(TODAY, TODAY) == TODAY
    assert last_day_of(TODAY, TODAY + timedelta(days=30)) == TODAY + timedelta(days=30)
    for wrong in (TODAY - timedelta(days=1), TODAY + timedelta(days=31)):
        with pytest.raises(ValueError, match="at most 30 days"):
            last_day_of(TODAY, wrong)


def test_another_patients_prescription_is_not_opened_by_an_approval() -> None:
    asked = facts(medication(), patient=replace(A_PATIENT, patient_id="patient_901"))
    (found,) = assess_refill(asked, TABLES).blocks

    assert assess_refill(replace(asked, overrides=(approved(found),)), TABLES).blocks == (found,)
