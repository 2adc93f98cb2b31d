"""The same ingredient or class twice."""

import pytest

from rxflow.clinical.duplication import check_duplication
from rxflow.clinical.medication import Medication
from rxflow.domain.finding import Route, Severity
from tests.unit.clinical.builders import TABLES, medication, unlisted

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
        (medication("meloxicam"), medication("ibuprofen"), Severity.WARN),
        (medication("apixaban"), medication("warfarin"), Severity.BLOCK),
        (medication("benazepril"), medication("hydrochlorothiazide / lisinopril"), Severity.WARN),
        (medication("one gliptide", dosage_form="pen injector"),
         medication("two gliptide", dosage_form="pen injector"), Severity.WARN),
        (medication("one gliptide", dosage_form="pen injector"), medication("two gliptide"), None),
        (medication("bupropion", generic_name="bupropion"),
         medication("bupropion", generic_name="bupropion XL", dosage_form=ER), Severity.WARN),
        (medication("metoprolol", generic_name="metoprolol tartrate"),
         medication("metoprolol", generic_name="metoprolol succinate", dosage_form=ER), Severity.BLOCK),
        (medication("fluticasone", dosage_form="nasal spray"),
         medication("fluticasone", generic_name="fluticasone propionate", dosage_form="inhaler"), Severity.WARN),
        (medication("lisinopril"), medication("atorvastatin"), None),
        (medication("clonidine"), medication("clonidine", dosage_form="transdermal patch"), Severity.BLOCK),
        (medication("estradiol"), medication("estradiol", dosage_form="vaginal cream"), Severity.BLOCK),
        (medication("ketoconazole"), medication("ketoconazole", dosage_form="shampoo"), Severity.WARN),
        (medication("one gliptide", dosage_form="pen injector"), medication("two gliptide", dosage_form=""),
         Severity.WARN),
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
        "injections are not compared by ATC class",
        "two of a listed class",
        "two that must not meet",
        "a listed class inside a combination",
        "two injections of a listed class",
        "a listed class by two routes",
        "immediate release and XL",
        "two salts in two forms",
        "two routes and two labels",
        "nothing shared",
        "by mouth and through the skin",
        "by mouth and in the vagina",
        "by mouth and on the skin",
        "a class in a form that nobody knows",
    ],
)  # fmt: skip
def test_what_counts_as_a_duplicate(asked: Medication, other: Medication, expected: Severity | None) -> None:
    findings = check_duplication(asked, [other], TABLES)

    assert [finding.severity for finding in findings] == ([expected] if expected else [])
    assert all((finding.route is Route.PHARMACIST) is (finding.severity is Severity.BLOCK) for finding in findings)


def test_of_two_in_a_listed_class_the_class_and_its_source_are_named() -> None:
    (finding,) = check_duplication(medication("meloxicam"), [medication("ibuprofen")], TABLES)

    assert finding.evidence["therapeutic_class"] == "NSAID"
    assert finding.evidence["source"] == "DOMAIN.md §8; 42 CFR 456.705(b)(1); a list"
    assert finding.evidence["confidence"] == "K"


def test_an_unlisted_medicine_in_two_forms_is_told_by_its_ingredient() -> None:
    (finding,) = check_duplication(unlisted("mystery"), [unlisted("mystery", dosage_form=ER)], TABLES)

    assert (finding.severity, finding.evidence["ingredient"]) == (Severity.WARN, "mystery")


def test_blocks_come_first() -> None:
    asked = medication("simvastatin", atc_code="C10AA01")
    others = [medication("atorvastatin", atc_code="C10AA05"), medication("simvastatin", atc_code="C10AA01")]

    for order in (others, others[::-1]):
        assert [f.severity for f in check_duplication(asked, order, TABLES)] == [Severity.BLOCK, Severity.WARN]
