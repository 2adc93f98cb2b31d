"""The same ingredient or class twice."""

import pytest

from rxflow.clinical.duplication import check_duplication
from rxflow.clinical.medication import Medication
from rxflow.domain.finding import Route, Severity
from tests.unit.clinical.builders import medication, unlisted

ER = "extended-release tablet"


@pytest.mark.parametrize(
    ("asked", "other", "expected"),
    [
        (medication("lisinopril"), medication("lisinopril"), Severity.BLOCK),
        (medication("lisinopril"), medication("hydrochlorothiazide / lisinopril"), Severity.BLOCK),
        (unlisted("mystery"), unlisted("mystery"), Severity.BLOCK),
        (medication("metoprolol"), medication("metoprolol", dosage_form=ER), Severity.WARN),
        (medication("fluticasone", dosage_form="nasal spray"), medication("fluticasone", dosage_form="inhaler"),
         Severity.WARN),
        (medication("simvastatin", atc_code="C10AA01"), medication("atorvastatin", atc_code="C10AA05"), Severity.WARN),
        (medication("omeprazole", atc_code="A02BC01"), medication("famotidine", atc_code="A02BA03"), None),
        (medication("a / b", atc_code="C09BA03"), medication("c / d", atc_code="C09BA04"), None),
        (medication("one", atc_code="A10AE04", dosage_form="pen injector"),
         medication("two", atc_code="A10AE05", dosage_form="pen injector"), None),
        (medication("lisinopril"), medication("atorvastatin"), None),
    ],
    ids=[
        "same ingredient",
        "inside a combination",
        "unlisted, same name",
        "immediate and extended release",
        "nose and lungs",
        "same class",
        "different class",
        "combinations are not compared by class",
        "injections are not compared by class",
        "nothing shared",
    ],
)  # fmt: skip
def test_what_counts_as_a_duplicate(asked: Medication, other: Medication, expected: Severity | None) -> None:
    findings = check_duplication(asked, [other])

    assert [finding.severity for finding in findings] == ([expected] if expected else [])
    assert all((finding.route is Route.PHARMACIST) is (finding.severity is Severity.BLOCK) for finding in findings)


def test_an_unlisted_medicine_in_two_forms_has_no_class_to_name() -> None:
    (finding,) = check_duplication(unlisted("mystery"), [unlisted("mystery", dosage_form=ER)])

    assert (finding.severity, finding.evidence["therapeutic_class"]) == (Severity.WARN, "")


def test_blocks_come_first() -> None:
    asked = medication("simvastatin", atc_code="C10AA01")
    others = [medication("atorvastatin", atc_code="C10AA05"), medication("simvastatin", atc_code="C10AA01")]

    for order in (others, others[::-1]):
        assert [f.severity for f in check_duplication(asked, order)] == [Severity.BLOCK, Severity.WARN]
