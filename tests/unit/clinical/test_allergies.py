"""Recorded allergies: ingredient, class, R1 side chain, and reactions between classes."""

from dataclasses import replace

import pytest

from rxflow.clinical.allergies import check_allergies
from rxflow.domain.finding import FindingCode, Route, Severity
from rxflow.domain.patient import Allergy
from rxflow.services.mock_data import MockData
from tests.unit.clinical.builders import A_PATIENT, TABLES, allergic_to, medication, unlisted

BLOCK, WARN, INFO = Severity.BLOCK, Severity.WARN, Severity.INFO

RULES = [
    # allergy to, reaction, severity, refill of, expected
    ("amoxicillin", "hives", "moderate", "amoxicillin", BLOCK),
    ("amoxicillin", "hives", "moderate", "amoxicillin / clavulanate", BLOCK),
    ("amoxicillin / clavulanate", "rash", "moderate", "amoxicillin", BLOCK),
    ("penicillin V / probenecid", "hives", "moderate", "amoxicillin", BLOCK),
    ("amoxicillin-clavulanate", "rash", "moderate", "ampicillin", BLOCK),
    ("amoxicillin and clavulanate", "rash", "moderate", "ampicillin", BLOCK),
    ("Augmentin", "rash", "moderate", "amoxicillin", BLOCK),
    ("Advil", "hives", "moderate", "ibuprofen", BLOCK),
    ("Advil", "hives", "moderate", "naproxen", BLOCK),
    ("amoxicillin", "hives", "moderate", "ampicillin", BLOCK),
    ("penicillin", "rash", "moderate", "amoxicillin", BLOCK),
    ("Penicillins", "rash", "mild", "penicillin V", BLOCK),
    ("penicillin", "anaphylaxis", "severe", "cephalexin", BLOCK),
    ("penicillin", "anaphylaxis", "moderate", "cephalexin", BLOCK),
    ("penicillin", "rash", "severe", "cephalexin", BLOCK),
    ("penicillin", "rash", "moderate", "cephalexin", WARN),
    ("penicillin", "SJS", "moderate", "cephalexin", BLOCK),
    ("penicillin", "tenderness", "moderate", "cephalexin", WARN),
    ("ampicillin", "hives", "moderate", "cephalexin", BLOCK),
    ("amoxicillin", "hives", "moderate", "cefadroxil", BLOCK),
    ("amoxicillin", "hives", "moderate", "cephalexin", WARN),
    ("cephalexin", "hives", "moderate", "ampicillin", BLOCK),
    ("cephalexin", "rash", "moderate", "amoxicillin", WARN),
    ("cephalosporin", "anaphylaxis", "severe", "amoxicillin", BLOCK),
    ("ceftazidime", "rash", "moderate", "aztreonam", BLOCK),
    ("aspirin", "bronchospasm", "severe", "naproxen", BLOCK),
    ("aspirin", "bronchospasm", "moderate", "ibuprofen", BLOCK),
    ("NSAIDs", "hives", "moderate", "meloxicam", BLOCK),
    ("aspirin", "bronchospasm", "severe", "celecoxib", WARN),
    ("aspirin", "stomach upset", "mild", "naproxen", WARN),
    ("sulfonamide antibiotics", "hives", "moderate", "sulfamethoxazole / trimethoprim", BLOCK),
    ("sulfa", "anaphylaxis", "severe", "furosemide", INFO),
    ("sulfonamide antibiotics", "rash", "mild", "tamsulosin", INFO),
    ("sulfamethoxazole", "rash", "severe", "hydrochlorothiazide", INFO),
    ("sulfonamide antibiotics", "rash", "severe", "celecoxib", INFO),
    ("codeine", "nausea", "mild", "codeine", WARN),
    ("codeine", "nausea", "mild", "oxycodone", WARN),
    ("codeine", "nausea", "severe", "codeine", BLOCK),
    ("codeine", "Itching", "mild", "morphine", WARN),
    ("codeine", "Pruritus", "mild", "codeine", WARN),
    ("codeine", "itching", "moderate", "morphine", BLOCK),
    ("codeine", "rash", "mild", "morphine", BLOCK),
    ("penicillin", "itching", "mild", "amoxicillin", BLOCK),
    ("ampicillin", "itching", "mild", "cephalexin", BLOCK),
    ("codeine", "hives", "moderate", "morphine", BLOCK),
    ("lisinopril", "angioedema", "severe", "enalapril", BLOCK),
    ("lisinopril", "angioedema", "severe", "sacubitril / valsartan", BLOCK),
    ("lisinopril", "angioedema", "severe", "losartan", WARN),
    ("lisinopril", "Lip swelling", "moderate", "losartan", WARN),
    ("lisinopril", "cough", "mild", "losartan", None),
    ("penicillin", "anaphylaxis", "severe", "lisinopril", None),
    ("penicillin", "anaphylaxis", "severe", "sacubitril / valsartan", None),
    ("penicillin", "anaphylaxis", "severe", "furosemide", None),
    ("lactose", "bloating", "mild", "gelatin", None),
    ("peanut", "anaphylaxis", "severe", "lisinopril", None),
]


@pytest.mark.parametrize(
    ("substance", "reaction", "severity", "refill", "expected"),
    RULES,
    ids=[f"{row[0]}, {row[1]} ({row[2]}) -> {row[3]}" for row in RULES],
)
def test_the_table_of_allergies(
    substance: str, reaction: str, severity: str, refill: str, expected: Severity | None
) -> None:
    findings = check_allergies(allergic_to(substance, reaction, severity), medication(refill), TABLES)

    assert [finding.severity for finding in findings] == ([expected] if expected else [])


def test_an_allergy_to_a_brand_is_one_to_its_drug() -> None:
    asked = medication("naproxen", brands=("Aleve",))

    assert check_allergies(allergic_to("aleve", "hives", "moderate"), asked, TABLES)[0].severity is BLOCK


def test_an_allergy_recorded_under_the_labels_name_is_one_to_its_drug() -> None:
    asked = medication("metoprolol", generic_name="Metoprolol Succinate")

    assert check_allergies(allergic_to("metoprolol succinate", "hives", "moderate"), asked, TABLES)[0].severity is BLOCK


def test_an_unlisted_drug_is_still_compared_by_name() -> None:
    assert check_allergies(allergic_to("mystery", "hives", "moderate"), unlisted("mystery"), TABLES) != ()


def test_blocks_come_before_warnings_whatever_the_order_on_record() -> None:
    both = (Allergy("penicillin", "rash", "moderate"), Allergy("cephalexin", "hives", "moderate"))
    asked = medication("cephalexin")

    for allergies in (both, both[::-1]):
        found = check_allergies(replace(A_PATIENT, allergies=allergies), asked, TABLES)
        assert [finding.severity for finding in found] == [BLOCK, WARN]


@pytest.mark.parametrize(
    ("substance", "reaction", "refill", "match", "group", "confidence"),
    [
        ("amoxicillin", "hives", "amoxicillin", "ingredient", "amoxicillin", "K"),
        ("penicillin", "hives", "ampicillin", "class", "penicillins", "K"),
        ("ampicillin", "hives", "cephalexin", "R1 side chain", "aminopenicillin R1 group (ampicillin-like)", "V"),
        ("penicillin", "hives", "cephalexin", "cross-reaction", "cephalosporins", "K"),
        ("aspirin", "hives", "celecoxib", "cross-reaction", "nsaids cox-2 selective", "K"),
        ("lisinopril", "angioedema", "sacubitril / valsartan", "cross-reaction", "neprilysin combination", "K"),
        ("lisinopril", "angioedema", "losartan", "cross-reaction", "angiotensin receptor blockers", "K"),
        ("sulfa", "hives", "furosemide", "cross-reaction", "sulfonamide non-antibiotics", "K"),
    ],
)
def test_the_pharmacist_sees_how_the_two_are_related(
    substance: str, reaction: str, refill: str, match: str, group: str, confidence: str
) -> None:
    (finding,) = check_allergies(allergic_to(substance, reaction, "moderate"), medication(refill), TABLES)

    assert finding.evidence == {
        "drug": refill,
        "allergy": substance,
        "reaction": reaction,
        "reaction_severity": "moderate",
        "match": match,
        "group": group,
        "source": "DOMAIN.md §8, allergy classes",
        "confidence": confidence,
    }


@pytest.mark.parametrize(
    ("substance", "refill", "route", "message"),
    [
        (
            "naproxen", "naproxen", Route.PHARMACIST,
            "Your record lists a reaction to naproxen (hives), and naproxen contains it. "
            "A pharmacist needs to review this before the refill.",
        ),
        (
            "aspirin", "naproxen", Route.PHARMACIST,
            "Your record lists a reaction to aspirin (hives), and naproxen is related to it. "
            "A pharmacist needs to review this before the refill.",
        ),
        (
            "aspirin", "celecoxib", None,
            "Your record lists a reaction to aspirin (hives), and celecoxib is related to it. "
            "Please tell your pharmacist if you have had any problem with it.",
        ),
        (
            "sulfa", "furosemide", None,
            "Your record lists a reaction to sulfa (hives). Furosemide is another kind of sulfonamide, and that record "
            "alone does not hold up the refill. Your pharmacist can answer questions about it.",
        ),
    ],
    ids=["the medicine itself", "its class", "a related class", "an unlikely cross-reaction"],
)  # fmt: skip
def test_the_patient_reads_what_is_on_record_and_who_is_next(
    substance: str, refill: str, route: Route | None, message: str
) -> None:
    (finding,) = check_allergies(allergic_to(substance, "hives", "moderate"), medication(refill), TABLES)

    assert (finding.code, finding.route, finding.message) == (FindingCode.ALLERGY, route, message)


def test_a_record_that_names_the_label_is_the_substance() -> None:
    asked = medication("bupropion", generic_name="Bupropion XL")
    (finding,) = check_allergies(allergic_to("bupropion XL", "hives", "moderate"), asked, TABLES)

    assert finding.evidence["match"] == "ingredient"


@pytest.mark.parametrize("recorded", ["codeine phosphate", "Codeine Sulfate", "codeine-acetaminophen"])
def test_a_salt_or_a_part_of_a_combination_is_the_substance(recorded: str) -> None:
    (finding,) = check_allergies(allergic_to(recorded, "hives", "moderate"), medication("codeine"), TABLES)

    assert finding.severity is Severity.BLOCK


@pytest.mark.parametrize(
    ("substance", "refill"),
    [
        ("penicilinas", "amoxicillin"),
        ("PCN", "amoxicillin"),
        ("cefalosporina", "cephalexin"),
        ("sulfas", "sulfamethoxazole / trimethoprim"),
        ("sulfamidas", "sulfamethoxazole / trimethoprim"),
        ("AINEs", "naproxen"),
        ("anti-inflammatory", "ibuprofen"),
        ("antiinflamatorios", "naproxen"),
        ("IECA", "lisinopril"),
        ("ACEI", "lisinopril"),
        ("ARBs", "losartan"),
        ("opioids", "morphine"),
        ("opioides", "codeine"),
        ("estatinas", "atorvastatin"),
        ("tetraciclina", "doxycycline"),
        ("macrólidos", "azithromycin"),
        ("quinolones", "ciprofloxacin"),
        ("azoles", "fluconazole"),
        ("tiazidas", "hydrochlorothiazide"),
        ("benzos", "alprazolam"),
        ("PPIs", "omeprazole"),
    ],
)
def test_a_class_is_known_by_its_short_and_spanish_names(substance: str, refill: str, demo: MockData) -> None:
    (finding,) = check_allergies(allergic_to(substance, "hives", "moderate"), medication(refill), demo.tables)

    assert (finding.severity, finding.evidence["match"]) == (BLOCK, "class")
