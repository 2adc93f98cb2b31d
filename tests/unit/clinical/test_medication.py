"""What is known of a medicine: its names, its ingredients, its form and its way into the body."""

from dataclasses import replace
from datetime import date

import pytest

from rxflow.clinical.medication import Medication, release_free_name, sentence, spoken_date
from rxflow.domain.drug import Schedule
from tests.unit.clinical.builders import medication, prescription, unlisted


def test_a_brand_is_named_with_its_ingredient() -> None:
    assert medication("apixaban", brand_name="Eliquis").name == "Eliquis (apixaban)"
    assert medication("apixaban").name == "apixaban"


def test_a_combination_is_looked_up_by_its_own_name_first_and_by_each_ingredient() -> None:
    asked = medication("Hydrochlorothiazide / Lisinopril")

    assert asked.record_name == "hydrochlorothiazide / lisinopril"
    assert asked.ingredients == ("hydrochlorothiazide", "lisinopril")
    assert asked.names == ("hydrochlorothiazide / lisinopril", "hydrochlorothiazide", "lisinopril")
    assert medication("Lisinopril").names == ("lisinopril",)


def test_an_unlisted_medicine_is_its_own_ingredient_and_counts_as_controlled() -> None:
    asked = unlisted("Mystery")

    assert asked.names == asked.ingredients == ("mystery",)
    assert asked.schedule is Schedule.UNKNOWN
    assert medication("zolpidem", Schedule.IV).schedule is Schedule.IV


def test_a_record_without_ingredients_counts_by_its_name() -> None:
    asked = medication("Fish Oil")
    assert asked.drug is not None

    assert Medication(asked.prescription, replace(asked.drug, ingredients=())).ingredients == ("fish oil",)


@pytest.mark.parametrize(
    ("label", "form", "extended"),
    [
        ("bupropion XL", "tablet", True),
        ("metformin er", "tablet", True),
        ("nifedipine", "Extended-release tablet", True),
        ("bupropion", "tablet", False),
        ("xl bupropion", "tablet", False),
    ],
)
def test_extended_release_is_known_by_form_or_suffix(label: str, form: str, extended: bool) -> None:
    assert medication(generic_name=label, dosage_form=form).is_extended_release is extended


@pytest.mark.parametrize(
    ("label", "name"),
    [("Bupropion XL", "bupropion"), ("metoprolol succinate ER", "metoprolol succinate"), ("lisinopril", "lisinopril")],
)
def test_a_label_without_its_suffix_of_release(label: str, name: str) -> None:
    assert release_free_name(prescription(generic_name=label)) == name


@pytest.mark.parametrize(
    ("form", "route", "local"),
    [
        ("tablet", "oral", False),
        ("oral solution", "oral", False),
        ("nasal spray", "nasal", False),
        ("inhaler", "inhaled", False),
        ("nebulizer solution", "inhaled", False),
        ("ophthalmic solution", "eye", True),
        ("eye drops", "eye", True),
        ("otic solution", "ear", True),
        ("vaginal cream", "vaginal", False),
        ("rectal suppository", "rectal", False),
        ("transdermal patch", "transdermal", False),
        ("topical cream", "skin", True),
        ("medicated shampoo", "skin", True),
        ("topical gel", "skin", False),
        ("pen injector", "injected", False),
        ("prefilled syringe", "injected", False),
        ("vial", "injected", False),
    ],
)
def test_the_form_says_how_it_enters_the_body(form: str, route: str, local: bool) -> None:
    asked = medication(dosage_form=form)

    assert (asked.route, asked.acts_locally) == (route, local)


def test_dates_and_sentences_are_written_for_people() -> None:
    assert spoken_date(date(2026, 12, 3)) == "December 3, 2026"
    assert sentence("bupropion XL") == "Bupropion XL"
