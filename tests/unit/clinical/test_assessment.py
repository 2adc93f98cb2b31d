"""The order of decision, and what every finding carries."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rxflow.clinical.assessment import assess_refill
from rxflow.clinical.tables import StateRule
from rxflow.domain.drug import Schedule
from rxflow.domain.finding import Assessment, FindingCode, Severity
from rxflow.domain.plan import QuantityLimit, StepTherapy
from tests.unit.clinical.builders import (
    A_PATIENT,
    AN_ENTRY,
    TABLES,
    TODAY,
    allergic_to,
    facts,
    medication,
    unlisted,
)

EVERYTHING_WRONG = facts(
    medication(
        "lisinopril",
        Schedule.II,
        rems="A REMS",
        status="on hold",
        written_on=TODAY - timedelta(days=800),
        fills=(TODAY,),
        refills_remaining=0,
        sig="Take 9 tablets daily",
        quantity=300,
    ),
    medication("lithium"),
    medication("meloxicam"),
    medication("lisinopril", rx_number="RX900002"),
    patient=replace(allergic_to("lisinopril", "hives", "moderate"), conditions=("pregnancy",)),
    formulary=replace(
        AN_ENTRY,
        covered=False,
        prior_authorization=True,
        step_therapy=StepTherapy("another medicine", ("enalapril",), 1),
        quantity_limit=QuantityLimit(30, "tablets", 30),
    ),
    fills_available=0,
)


def test_every_rule_runs_and_the_findings_stand_in_the_order_of_decision() -> None:
    found = assess_refill(EVERYTHING_WRONG, TABLES).findings

    assert [finding.code for finding in found] == [
        FindingCode.EXPIRED,  # on hold
        FindingCode.CONTROLLED,
        FindingCode.REMS,
        FindingCode.EXPIRED,
        FindingCode.NO_REFILLS,
        FindingCode.TOO_SOON,
        FindingCode.ALLERGY,
        FindingCode.PREGNANCY,
        FindingCode.INTERACTION,  # major
        FindingCode.INTERACTION,  # moderate
        FindingCode.DUPLICATE_THERAPY,
        FindingCode.DOSE,
        FindingCode.NOT_COVERED,
        FindingCode.PRIOR_AUTHORIZATION,
        FindingCode.STEP_THERAPY,
        FindingCode.QUANTITY_LIMIT,
        FindingCode.OUT_OF_STOCK,
    ]


def test_every_finding_carries_its_source_and_plain_words() -> None:
    for finding in assess_refill(EVERYTHING_WRONG, TABLES).findings:
        assert finding.evidence["source"], finding.code
        assert finding.evidence["confidence"], finding.code
        assert finding.message[0].isupper(), finding.code
        assert finding.message.endswith("."), finding.code
        assert finding.message.count(". ") <= 2, finding.code
        assert " safe" not in finding.message.replace("safety program", ""), finding.code


def test_a_refill_that_nothing_holds_up_has_no_findings() -> None:
    assert assess_refill(facts(medication()), TABLES) == Assessment("RX900001", ())


def test_the_plans_threshold_reaches_the_refill_date() -> None:
    asked = facts(medication(fills=(TODAY - timedelta(days=23),)))

    assert [finding.code for finding in assess_refill(asked, TABLES).findings] == [FindingCode.TOO_SOON]
    assert assess_refill(replace(asked, plan=None, formulary=None), TABLES).findings == ()


def test_a_plan_without_an_entry_for_the_medicine_asks_for_nothing() -> None:
    assert assess_refill(facts(medication(), formulary=None), TABLES).findings == ()


def test_acetaminophen_taken_beside_it_reaches_the_dose() -> None:
    tylenol = medication("acetaminophen", strength="1000 mg", sig="Take 1 tablet three times daily")
    other = medication("acetaminophen", rx_number="RX900002", strength="500 mg", sig="Take 1 tablet three times daily")

    codes = [finding.code for finding in assess_refill(facts(tylenol, other), TABLES).findings]
    assert FindingCode.DOSE in codes
    assert FindingCode.DOSE not in [finding.code for finding in assess_refill(facts(tylenol), TABLES).findings]


def test_a_warning_does_not_decide() -> None:
    assessment = assess_refill(facts(medication(), medication("meloxicam")), TABLES)

    assert assessment.decision is None
    assert [finding.code for finding in assessment.warnings] == [FindingCode.INTERACTION]


def test_a_warning_found_earlier_does_not_hide_a_block() -> None:
    assessment = assess_refill(facts(medication(), medication("meloxicam"), fills_available=0), TABLES)

    assert assessment.decision is not None
    assert assessment.decision.code is FindingCode.OUT_OF_STOCK


def test_the_pharmacys_state_and_the_day_reach_every_rule_that_depends_on_them() -> None:
    act = StateRule("XX", Schedule.NONE, 1, 1, 10, TODAY, None, "a state act", "V")
    tables = replace(TABLES, state_rules={("XX", Schedule.NONE): (act,)})
    asked = facts(medication(), state="XX")

    assert [finding.code for finding in assess_refill(asked, tables).findings] == [
        FindingCode.EXPIRED,
        FindingCode.NO_REFILLS,
        FindingCode.QUANTITY_LIMIT,
    ]
    assert assess_refill(replace(asked, today=TODAY - timedelta(days=1)), tables).findings == ()


def test_a_minor_without_an_adult_on_file_is_decided_first() -> None:
    child = replace(A_PATIENT, date_of_birth=TODAY.replace(year=TODAY.year - 10))
    decision = assess_refill(replace(EVERYTHING_WRONG, patient=child), TABLES).decision

    assert decision is not None
    assert (decision.code, decision.evidence["drug"]) == (FindingCode.NOT_FOUND, "lisinopril")


def test_directions_by_body_weight_are_found() -> None:
    asked = facts(medication(sig="Give 15 mg/kg by mouth daily"))

    assert [finding.evidence["reason"] for finding in assess_refill(asked, TABLES).findings] == ["weight"]


def test_a_prescription_dated_ahead_is_found() -> None:
    asked = facts(medication(written_on=TODAY + timedelta(days=1)))

    assert [finding.code for finding in assess_refill(asked, TABLES).findings] == [FindingCode.TOO_SOON]


def test_a_prescription_that_another_pharmacy_holds_is_found() -> None:
    asked = facts(medication(status="transferred"))

    assert [finding.evidence["status"] for finding in assess_refill(asked, TABLES).findings] == ["transferred"]


def test_without_a_plan_nothing_is_asked_of_one() -> None:
    uninsured = replace(EVERYTHING_WRONG, plan=None, formulary=None)
    codes = {finding.code for finding in assess_refill(uninsured, TABLES).findings}

    assert not codes & {FindingCode.NOT_COVERED, FindingCode.PRIOR_AUTHORIZATION, FindingCode.STEP_THERAPY}


@pytest.mark.parametrize("schedule", [Schedule.III, Schedule.IV, Schedule.V])
def test_other_controlled_medicines_that_pass_go_on(schedule: Schedule) -> None:
    assert assess_refill(facts(medication("a medicine", schedule)), TABLES).findings == ()


def test_an_unlisted_drug_goes_to_the_pharmacist() -> None:
    decision = assess_refill(facts(unlisted("mystery")), TABLES).decision

    assert decision is not None
    assert decision.code is FindingCode.CONTROLLED


def test_another_patients_prescription_is_answered_as_if_it_did_not_exist() -> None:
    asked = medication(patient_id="patient_901")
    assessment = assess_refill(facts(asked, patient=replace(A_PATIENT, conditions=("pregnancy",))), TABLES)

    assert assessment.rx_number == "RX900001"
    assert [finding.code for finding in assessment.findings] == [FindingCode.NOT_FOUND]
    assert "lisinopril" not in assessment.findings[0].message
    assert assessment.findings[0].severity is Severity.BLOCK
