"""Every fact of a refill reaches the rules: plan, state, stock, age, and what else is taken."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rxflow.clinical.adherence import proportion_of_days_covered
from rxflow.clinical.tables import AbruptStop, StateRule
from rxflow.domain.case import CaseStep
from rxflow.domain.drug import Schedule
from rxflow.domain.finding import Assessment, Finding, FindingCode, Route, Severity
from rxflow.domain.plan import Authorization, FormularyEntry
from rxflow.services.mock_data import MockData
from rxflow.services.refills import product_of
from tests.unit.services.pharmacy_world import CVS, INSULIN, LISINOPRIL, PHARMACY_STEPS, TODAY, World, demo_data

MONTELUKAST = ("patient_009", "RX100901")  # a child
ADALIMUMAB, RIMEGEPANT = ("patient_011", "RX101101"), ("patient_011", "RX101103")
BUPROPION_XL = ("patient_006", "RX100603")
MAIL, CHILDRENS = "PH008", "PH009"


@pytest.fixture
def world() -> World:
    return World()


def findings(world: World, of: tuple[str, str], pharmacy_id: str | None = None) -> dict[FindingCode, Finding]:
    return {finding.code: finding for finding in world.refills.assess(*of, pharmacy_id).findings}


def in_texas(max_refills: int) -> MockData:
    act = StateRule("TX", Schedule.NONE, None, max_refills, None, None, None, "a state act", "V")
    data = demo_data()
    return replace(data, tables=replace(data.tables, state_rules={("TX", Schedule.NONE): (act,)}))


def test_a_prescription_that_is_not_the_patients_is_answered_in_full(world: World) -> None:
    assert world.refills.assess("patient_002", "rx100101") == Assessment(
        "rx100101",
        (
            Finding(
                FindingCode.NOT_FOUND,
                Severity.BLOCK,
                "I can't find that prescription on your list. Please choose one of your prescriptions.",
                None,
                {"rx_number": "rx100101", "source": "DOMAIN.md §1.12", "confidence": "K"},
            ),
        ),
    )


@pytest.mark.parametrize("patient_id", [LISINOPRIL[0], INSULIN[0], "patient_011"])
def test_all_prescriptions_are_assessed_as_each_one_is(world: World, patient_id: str) -> None:
    world.ordered()
    numbers = [each.rx_number for each in world.patients.prescriptions(patient_id)]

    assert world.refills.assess_all(patient_id) == {
        number: world.refills.assess(patient_id, number) for number in numbers
    }


def test_the_law_of_the_pharmacys_state_counts() -> None:
    assert FindingCode.NO_REFILLS in findings(World(data=in_texas(1)), LISINOPRIL, CVS)
    assert FindingCode.NO_REFILLS not in findings(World(data=in_texas(11)), LISINOPRIL, CVS)


def test_an_unknown_pharmacy_has_nothing_and_no_state(world: World) -> None:
    decision = world.refills.assess(*LISINOPRIL, "PH999").decision

    assert decision is not None
    assert decision.code is FindingCode.OUT_OF_STOCK


def test_a_prior_authorization_on_file_is_counted(world: World) -> None:
    assert findings(world, ADALIMUMAB)[FindingCode.PRIOR_AUTHORIZATION].severity is Severity.WARN


def test_what_was_tried_before_is_counted(world: World) -> None:
    assert findings(world, RIMEGEPANT)[FindingCode.STEP_THERAPY].evidence["tried"] == "sumatriptan"


def test_the_plans_rule_for_the_drug_counts_whatever_the_label_says() -> None:
    asks_first = FormularyEntry("BCBS_TX_PPO", "bupropion", 1, prior_authorization=True)
    world = World(data=replace(demo_data(), formulary=(asks_first,)))

    assert FindingCode.PRIOR_AUTHORIZATION in findings(world, BUPROPION_XL)


def test_what_else_is_taken_is_compared_by_its_ingredients() -> None:
    # Lisinopril beside the combination lisinopril-hydrochlorothiazide.
    data = demo_data()
    lisinopril = next(each for each in data.prescriptions if each.rx_number == LISINOPRIL[1])
    twice = replace(lisinopril, patient_id="patient_003", rx_number="RX999902")
    world = World(data=replace(data, prescriptions=(*data.prescriptions, twice)))

    assert findings(world, ("patient_003", "RX999902"))[FindingCode.DUPLICATE_THERAPY].severity is Severity.BLOCK


def test_a_pharmacy_without_controlled_medicines_still_has_the_others(world: World) -> None:
    patient, prescription = world.patients.get(LISINOPRIL[0]), world.patients.prescription(*LISINOPRIL)
    assert prescription is not None

    assert world.refills.fills_available(patient, prescription, MAIL) is None
    assert world.refills.assess(*LISINOPRIL, MAIL).decision is None


def test_a_childrens_pharmacy_serves_children_only(world: World) -> None:
    assert FindingCode.OUT_OF_STOCK in findings(world, LISINOPRIL, CHILDRENS)
    assert FindingCode.OUT_OF_STOCK not in findings(world, MONTELUKAST, CHILDRENS)


def test_stock_is_counted_by_name_and_strength_in_any_spelling(world: World) -> None:
    prescription = world.patients.prescription(*INSULIN)
    assert prescription is not None
    product = product_of(replace(prescription, generic_name="Insulin Glargine", strength="100 Units/mL"))

    assert (product.generic_name, product.strength) == ("insulinglargine", "100 units/ml")


def approved_here(world: World, of: tuple[str, str], last_day: date) -> None:
    patient_id, rx_number = of
    session_id = world.sessions.start(patient_id).session_id
    code = FindingCode.PRIOR_AUTHORIZATION
    case = world.cases.open(patient_id, session_id, Route.INSURER, code, [code], "We asked.", rx_number=rx_number)
    world.cases.advance(case.case_id, CaseStep.APPROVED, "plan", valid_until=last_day)


@pytest.mark.parametrize(("later_by", "counts"), [(1, True), (0, False), (-1, False)], ids=["later", "same", "earlier"])
def test_of_two_authorizations_the_one_that_ends_later_counts(world: World, later_by: int, counts: bool) -> None:
    patient, prescription = world.patients.get(ADALIMUMAB[0]), world.patients.prescription(*ADALIMUMAB)
    assert prescription is not None
    on_file = world.refills.authorization(patient, prescription)
    assert on_file is not None
    last_day = on_file.expires_on + timedelta(days=later_by)
    approved_here(world, ADALIMUMAB, last_day)

    approved = Authorization(patient.patient_id, "adalimumab", "approved", last_day, "")
    assert world.refills.authorization(patient, prescription) == (approved if counts else on_file)


def test_an_authorization_approved_here_counts_where_none_is_on_file() -> None:
    world = World(data=replace(demo_data(), authorizations=()))
    patient, prescription = world.patients.get(ADALIMUMAB[0]), world.patients.prescription(*ADALIMUMAB)
    assert prescription is not None
    assert world.refills.authorization(patient, prescription) is None
    approved_here(world, ADALIMUMAB, TODAY)

    assert world.refills.authorization(patient, prescription) is not None


def test_days_covered_are_counted_to_today_with_the_orders_handed_over(world: World) -> None:
    world.advanced(world.ordered(), PHARMACY_STEPS)
    measured = {item.rx_number: (applies, covered) for item, applies, covered in world.refills.adherence("patient_001")}
    item = world.refills.prescription(*LISINOPRIL)
    assert item is not None

    assert item.last_fill == TODAY
    assert measured[item.rx_number] == (True, proportion_of_days_covered(item.fills, item.days_supply, TODAY))
    assert measured[item.rx_number][1] is not None
    assert list(measured) == [each.rx_number for each in world.patients.prescriptions("patient_001")]


def test_days_covered_mean_nothing_for_insulin(world: World) -> None:
    measured = {item.rx_number: (applies, covered) for item, applies, covered in world.refills.adherence(INSULIN[0])}

    assert measured[INSULIN[1]] == (False, None)


@pytest.mark.parametrize(
    ("of", "days_ago", "urgent"), [(INSULIN, 300, True), (INSULIN, 0, False), (LISINOPRIL, 300, False)]
)
def test_a_medicine_that_must_not_run_out_and_is_about_to_is_urgent(
    world: World, of: tuple[str, str], days_ago: int, urgent: bool
) -> None:
    prescription = world.patients.prescription(*of)
    assert prescription is not None
    filled = replace(prescription, fills=(TODAY - timedelta(days=days_ago),))

    assert world.refills.is_urgent(filled) is urgent


def test_a_combination_is_urgent_by_any_of_its_ingredients() -> None:
    data, lisinopril = demo_data(), AbruptStop("lisinopril", "a group", "a label", "K")
    world = World(data=replace(data, tables=replace(data.tables, abrupt_stop={"lisinopril": lisinopril})))
    combination = world.patients.prescription("patient_003", "RX100303")
    assert combination is not None

    assert world.refills.is_urgent(replace(combination, fills=()))
