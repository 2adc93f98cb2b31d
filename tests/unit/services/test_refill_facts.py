"""Every fact of a refill reaches the rules: plan, state, stock, age, and what else is taken."""

from dataclasses import replace

import pytest

from rxflow.clinical.tables import StateRule
from rxflow.domain.drug import Schedule
from rxflow.domain.finding import Assessment, Finding, FindingCode, Severity
from rxflow.domain.plan import FormularyEntry
from rxflow.services.mock_data import MockData
from rxflow.services.refills import product_of
from tests.unit.services.pharmacy_world import CVS, INSULIN, LISINOPRIL, World, demo_data

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
