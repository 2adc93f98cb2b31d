"""Recorded allergies: ingredient, class, R1 side chain, and reactions between classes."""

from dataclasses import replace

import pytest

from rxflow.clinical.allergies import check_allergies
from rxflow.domain.finding import FindingCode, Route, Severity
from rxflow.domain.patient import Allergy
from tests.unit.clinical.builders import A_PATIENT, TABLES, allergic_to, medication, unlisted

BLOCK, WARN, INFO = Severity.BLOCK, Severity.WARN, Severity.INFO

RULES = [
    # allergy to, reaction, severity, refill of, expected
    ("amoxicillin", "hives", "moderate", "amoxicillin", BLOCK),
    ("amoxicillin", "hives", "moderate", "amoxicillin / clavulanate", BLOCK),
    ("amoxicillin / clavulanate", "rash", "moderate", "amoxicillin", BLOCK),
    ("amoxicillin", "hives", "moderate", "ampicillin", BLOCK),
    ("penicillin", "rash", "moderate", "amoxicillin", BLOCK),
    ("Penicillins", "rash", "mild", "penicillin V", BLOCK),
    ("penicillin", "anaphylaxis", "severe", "cephalexin", BLOCK),
    ("penicillin", "anaphylaxis", "moderate", "cephalexin", BLOCK),
    ("penicillin", "rash", "moderate", "cephalexin", WARN),
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
    ("codeine", "hives", "moderate", "morphine", BLOCK),
    ("lisinopril", "angioedema", "severe", "enalapril", BLOCK),
    ("lisinopril", "angioedema", "severe", "sacubitril / valsartan", BLOCK),
    ("lisinopril", "angioedema", "severe", "losartan", WARN),
    ("lisinopril", "cough", "mild", "losartan", None),
    ("penicillin", "anaphylaxis", "severe", "lisinopril", None),
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


def test_an_unlisted_drug_is_still_compared_by_name() -> None:
    assert check_allergies(allergic_to("mystery", "hives", "moderate"), unlisted("mystery"), TABLES) != ()


def test_blocks_come_before_warnings_whatever_the_order_on_record() -> None:
    both = (Allergy("penicillin", "rash", "moderate"), Allergy("cephalexin", "hives", "moderate"))
    asked = medication("cephalexin")

    for allergies in (both, both[::-1]):
        found = check_allergies(replace(A_PATIENT, allergies=allergies), asked, TABLES)
        assert [finding.severity for finding in found] == [BLOCK, WARN]


def test_the_finding_names_the_allergy_and_goes_to_the_pharmacist() -> None:
    (finding,) = check_allergies(allergic_to("aspirin", "bronchospasm", "severe"), medication("naproxen"), TABLES)

    assert (finding.code, finding.route) == (FindingCode.ALLERGY, Route.PHARMACIST)
    assert (finding.evidence["allergy"], finding.evidence["reaction"]) == ("aspirin", "bronchospasm")
    assert "aspirin" in finding.message
    assert "naproxen" in finding.message
