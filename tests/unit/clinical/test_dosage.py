"""Reading directions, and comparing them with the label's daily limit."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rxflow.clinical.dosage import check_dose, mg_by_ingredient, mg_per_unit, parse_sig
from rxflow.clinical.medication import Medication
from rxflow.clinical.tables import MaxDailyDose
from rxflow.domain.finding import Route, Severity
from tests.unit.clinical.builders import TABLES, medication

SIGS = [
    # directions, strength, milligrams a day
    ("Take 1 tablet by mouth once daily", "10 mg", "10"),
    ("Take one tablet by mouth twice daily with meals", "500 mg", "1000"),
    ("Take 1 capsule by mouth three times daily", "300 mg", "900"),
    ("Take 1 capsule by mouth four times daily for 7 days", "500 mg", "2000"),
    ("Take 1-2 tablets by mouth every 4 to 6 hours as needed for pain", "325 mg", "3900"),
    ("Take 1 to 2 tablets every 6 hours as needed, max 6 tablets per day", "500 mg", "3000"),
    ("Take 2 tablets every 4 hours as needed; do not exceed 3000 mg per day", "500 mg", "3000"),
    ("Take 1 tablet by mouth as needed for migraine (max 1 per day)", "75 mg", "75"),
    ("Take 1 tablet at migraine onset; may repeat once after 2 hours", "50 mg", "100"),
    ("Take 2 tablets by mouth as needed for migraine (max 2 per day)", "75 mg", "300"),
    ("Take 1 tablet at migraine onset; may repeat after 2 hours", "50 mg", "100"),
    ("Take 1 tablet at bedtime, may repeat once", "10 mg", "20"),
    ("Take 1 tablet by mouth at bedtime as needed", "0.5 mg", "0.5"),
    ("Take 1 tablet by mouth every morning", "150 mg", "150"),
    ("Take 1 tablet every morning and evening", "150 mg", "300"),
    ("Take 1 tablet every morning and 2 tablets at bedtime", "100 mg", "300"),
    ("Take 2 tablets by mouth once daily with the evening meal", "500 mg", "1000"),
    ("Take 1 tablet (500 mg) by mouth twice daily", "500 mg", "1000"),
    ("Take one-half tablet daily", "25 mg", "12.5"),
    ("Take 1 and 1/2 tablets daily", "10 mg", "15"),
    ("Take 1½ tablets daily", "10 mg", "15"),
    ("Take 500 mg by mouth every 8 hours", "250 mg", "1500"),
    ("Take 1 g twice daily", "500 mg", "2000"),
    ("Take 1,000 mg twice daily", "500 mg", "2000"),
    ("Take 1 tablet by mouth once daily", "75 mcg", "0.075"),
    ("Take 5 mL by mouth twice daily", "250 mg/5 mL", "500"),
    ("Inhale 2 puffs every 4 to 6 hours as needed", "90 mcg/actuation", "1.08"),
    ("Spray 2 sprays in each nostril once daily", "50 mcg/actuation", "0.2"),
    ("Spray 1 spray in both nostrils once daily", "50 mcg/actuation", "0.1"),
    ("Inhale 1 puff as needed, max 4 doses per day", "90 mcg/actuation", "0.36"),
    ("Take 4 tablets once weekly", "2.5 mg", "1.429"),
    ("Take 1 tablet every Monday", "70 mg", "10"),
    ("Inject 40 mg under the skin every 2 weeks", "40 mg/0.4 mL", "2.857"),
    ("Inject 1 mg under the skin once weekly", "1 mg/dose", "0.143"),
    ("Take 1 tablet every other day", "10 mg", "5"),
    ("1 tab PO BID", "10 mg", "20"),
    ("1 cap po q6h prn", "10 mg", "40"),
    ("1 tab po q4-6h prn", "10 mg", "60"),
    ("Take 1 tablet by mouth twice daily", "20 mg-12.5 mg", "65"),
    ("Take 2 tablets every 4 hours, do not exceed 3000 mg per day", "5 mg-325 mg", "3960"),
    ("Take 1 tablet once daily", "5-325 mg", "330"),
    ("Take 20 mg once daily", "20 mg-12.5 mg", "20"),
    ("Take 500 mg every 6 hours, max 4 tablets per day", "no strength", "2000"),
    ("Take 2 tablets every 4 hours, do not exceed 3 grams per day", "500 mg", "3000"),
]
UNREADABLE = [
    ("Use as directed", "10 mg"),
    ("Take 1 tablet as needed", "10 mg"),
    ("Take 1 tablet as needed, do not exceed 3000 mg per day", "500 mg"),
    ("Spray 1 dose into one nostril for suspected overdose", "4 mg"),
    ("Take 2 tablets on day 1, then 1 tablet daily", "250 mg"),
    ("Take 1 tablet every 0 hours", "10 mg"),
    ("", "10 mg"),
]


@pytest.mark.parametrize(("sig", "strength", "mg"), SIGS, ids=[row[0] for row in SIGS])
def test_the_most_that_directions_allow_in_a_day(sig: str, strength: str, mg: str) -> None:
    dose = parse_sig(sig, strength)

    assert dose is not None
    assert str(dose.mg_per_day) == mg


@pytest.mark.parametrize(("sig", "strength"), UNREADABLE, ids=[row[0] or "empty" for row in UNREADABLE])
def test_directions_that_cannot_be_read_give_nothing(sig: str, strength: str) -> None:
    assert parse_sig(sig, strength) is None


@pytest.mark.parametrize(
    ("sig", "strength"),
    [
        ("Inject 24 units under the skin at bedtime", "100 units/mL"),
        ("Take 1 tablet daily", "1 tablet"),
        ("Take 1 tablet daily", "5"),
        ("Apply 1 patch daily", "5%"),
        ("Apply 1 patch daily", "10 mg"),
        ("Apply 2 patches daily", "10 mg"),
        ("Inject 1 pen daily", "10 mg"),
        ("Instill 1 drop daily", "10 mg/mL"),
    ],
)
def test_an_amount_that_is_no_mass_has_a_frequency_and_no_milligrams(sig: str, strength: str) -> None:
    dose = parse_sig(sig, strength)

    assert dose is not None
    assert dose.mg_per_day is None
    assert dose.doses_per_day == Fraction(1)


def test_doses_at_several_times_of_the_day_are_added_up() -> None:
    dose = parse_sig("Take 1 tablet every morning and 2 tablets at bedtime", "1 tablet")

    assert dose is not None
    assert dose.doses_per_day == 2


@pytest.mark.parametrize(
    ("strength", "mg"),
    [
        ("500 mg", (500,)),
        ("0.5 g", (500,)),
        (" 500 MG ", (500,)),
        ("20 mg-12.5 mg", (20, Fraction("12.5"))),
        ("5-325 mg", (5, 325)),
        ("250 mg/5 mL", (50,)),
        ("90 mcg/actuation", (Fraction("0.09"),)),
        ("1 mg/0 mL", None),
        ("5", None),
        ("5%", None),
        ("100 units/mL", None),
    ],
)
def test_the_strength_of_one_tablet_milliliter_or_puff(strength: str, mg: tuple[Fraction, ...] | None) -> None:
    assert mg_per_unit(strength) == mg


@pytest.mark.parametrize(
    ("sig", "days"),
    [("Take 1 tablet twice daily", 1), ("Take 1 tablet once weekly", 7), ("Inject 1 mg every 2 weeks", 14)],
)
def test_the_days_between_doses(sig: str, days: int) -> None:
    dose = parse_sig(sig, "1 mg")

    assert dose is not None
    assert dose.interval_days == days


@given(
    st.lists(
        st.sampled_from(
            "take 1 1/2 2 tablets mg mL 0 every hours to - 4 6 daily weekly max per day once and , ; ( )".split()
        ),
        max_size=12,
    ).map(" ".join)
    | st.text(max_size=60),
    st.sampled_from(["10 mg", "20 mg-12.5 mg", "250 mg/5 mL", "1 mg/0 mL", "1 tablet", "5-325 mg", ""])
    | st.text(max_size=12),
)
def test_no_directions_break_the_reader_and_no_dose_is_negative(sig: str, strength: str) -> None:
    dose = parse_sig(sig, strength)

    assert dose is None or dose.mg_per_day is None or dose.mg_per_day >= 0


@given(st.integers(1, 4), st.integers(1, 4), st.integers(1, 1000))
def test_tablets_times_frequency_times_strength(tablets: int, times: int, mg: int) -> None:
    dose = parse_sig(f"Take {tablets} tablets by mouth {times} times daily", f"{mg} mg")

    assert dose is not None
    assert dose.mg_per_day == tablets * times * mg


def test_a_combinations_strengths_follow_the_label_not_the_record() -> None:
    asked = medication(
        "hydrochlorothiazide / lisinopril", generic_name="lisinopril-hydrochlorothiazide", strength="20 mg-12.5 mg"
    )

    assert mg_by_ingredient(asked) == {"lisinopril": 20, "hydrochlorothiazide": Decimal("12.5")}


def test_strengths_that_cannot_be_told_apart_are_not_compared() -> None:
    asked = medication("acetaminophen / hydrocodone", generic_name="Norco", strength="5 mg-325 mg")

    assert mg_by_ingredient(asked) == {}


def test_a_label_that_names_only_one_ingredient_is_not_compared() -> None:
    asked = medication("acetaminophen / hydrocodone", generic_name="hydrocodone-APAP", strength="5 mg-325 mg")

    assert mg_by_ingredient(asked) == {}


@pytest.mark.parametrize(
    ("quantity", "unit", "days", "strength", "mg"),
    [
        (120, "tablet", 30, "1000 mg", 4000),
        (60, "Tablets", 30, "500 mg", 1000),
        (60, "capsules", 30, "500 mg", 1000),
        (1, "tablet", 1, "500 mg", 500),
        (2, "tablet", 1, "500 mg", 1000),
        (1, "tablet", 2, "500 mg", 250),
        (150, "mL", 30, "250 mg/5 mL", None),
        (120, "tablet", 30, "no strength", None),
        (0, "tablet", 30, "500 mg", None),
        (30, "tablet", 0, "500 mg", None),
    ],
)
def test_directions_that_say_nothing_count_as_what_is_dispensed_for_a_day(
    quantity: int, unit: str, days: int, strength: str, mg: int | None
) -> None:
    asked = medication(
        "metformin", sig="Use as directed", quantity=quantity, quantity_unit=unit, days_supply=days, strength=strength
    )

    assert mg_by_ingredient(asked) == ({} if mg is None else {"metformin": mg})


def norco() -> Medication:
    return medication(
        "acetaminophen / hydrocodone",
        generic_name="hydrocodone-acetaminophen",
        strength="5 mg-325 mg",
        sig="Take 1 to 2 tablets every 6 hours as needed",
    )


@pytest.mark.parametrize(
    ("name", "label", "strength", "form", "sig", "blocked"),
    [
        ("metformin", "metformin", "1000 mg", "tablet", "Take 2 tablets twice daily", True),
        ("metformin", "metformin", "850 mg", "tablet", "Take 1 tablet three times daily", False),
        ("metformin", "metformin XR", "500 mg", "extended-release tablet", "Take 4 tablets daily", False),
        ("metformin", "metformin XR", "500 mg", "extended-release tablet", "Take 5 tablets daily", True),
        ("metoprolol", "metoprolol succinate", "200 mg", "extended-release tablet", "Take 3 tablets daily", True),
        ("bupropion", "bupropion XL", "150 mg", "extended-release tablet", "Take 3 tablets every morning", False),
        ("bupropion", "bupropion SR", "150 mg", "extended-release tablet", "Take 1 tablet three times daily", True),
        ("levothyroxine", "levothyroxine", "300 mcg", "tablet", "Take 1 tablet daily", False),
        ("levothyroxine", "levothyroxine", "150 mcg", "tablet", "Take 1 tablet three times daily", True),
        ("sumatriptan", "sumatriptan", "100 mg", "tablet", "Take 1 tablet; may repeat once after 2 hours", False),
        ("sumatriptan", "sumatriptan", "100 mg", "tablet", "Take 1 tablet; may repeat 2 times", True),
        ("metformin", "metformin", "1000 mg", "tablet", "Use as directed", False),
        ("warfarin", "warfarin", "10 mg", "tablet", "Take 9 tablets daily", False),
    ],
    ids=[
        "above",
        "exactly the limit",
        "ER at its limit",
        "ER above its limit",
        "the label's salt",
        "XL at its limit",
        "SR above its limit",
        "micrograms at the limit",
        "micrograms above",
        "repeat at the limit",
        "repeats above",
        "unreadable",
        "no limit listed",
    ],
)
def test_the_label_limit_on_both_sides(
    name: str, label: str, strength: str, form: str, sig: str, blocked: bool
) -> None:
    asked = medication(name, generic_name=label, strength=strength, dosage_form=form, sig=sig)
    findings = check_dose(asked, [], TABLES)

    assert [(finding.severity, finding.route) for finding in findings] == (
        [(Severity.BLOCK, Route.PHARMACIST)] if blocked else []
    )


def test_acetaminophen_is_summed_over_what_is_taken_now() -> None:
    tylenol = medication("acetaminophen", strength="500 mg", sig="Take 1 tablet every 6 hours")
    more = medication("acetaminophen", strength="650 mg", sig="Take 1 tablet every 8 hours")

    assert check_dose(norco(), [], TABLES) == ()
    assert check_dose(norco(), [medication("lisinopril")], TABLES) == ()
    (finding,) = check_dose(norco(), [tylenol, more], TABLES)
    assert finding.evidence["dose"] == "6,550 mg"
    assert finding.evidence["limit"] == "4,000 mg"


def test_acetaminophen_in_a_medicine_that_cannot_be_read_adds_nothing() -> None:
    tylenol = medication("acetaminophen", strength="1000 mg", sig="Take 1 tablet four times daily")
    unreadable = medication("acetaminophen / hydrocodone", generic_name="Norco", strength="5 mg-325 mg")

    assert check_dose(tylenol, [unreadable], TABLES) == ()


@pytest.mark.parametrize(
    ("label", "limit"),
    [("morphine sulfate SR", "120 mg"), ("morphine sulfate ER", "90 mg"), ("morphine sulfate", "60 mg")],
    ids=["its suffix", "its whole label", "any extended release"],
)
def test_the_limit_of_the_very_product_comes_first(label: str, limit: str) -> None:
    limits = {"morphine er": 60, "morphine sr": 120, "morphine sulfate er": 90, "morphine": 500}
    rows = {name: MaxDailyDose("", Decimal(mg), "a label", "K") for name, mg in limits.items()}
    asked = medication("morphine", generic_name=label, dosage_form="extended-release tablet", strength="200 mg")

    findings = check_dose(asked, [], replace(TABLES, max_daily_dose=rows))
    assert [finding.evidence["limit"] for finding in findings] == [limit]


@pytest.mark.parametrize("suffix", ["ER", "XR", "XL", "SR", "CR"])
def test_an_extended_release_form_is_held_to_its_own_limit(suffix: str) -> None:
    limits = {
        f"morphine {suffix.lower()}": MaxDailyDose("", Decimal(60), "a label", "K"),
        "morphine": MaxDailyDose("", Decimal(200), "a label", "K"),
    }
    own_limit = replace(TABLES, max_daily_dose=limits)
    slow, fast = (
        medication("morphine", generic_name="morphine sulfate", dosage_form=form, strength="100 mg")
        for form in ("extended-release tablet", "tablet")
    )

    assert [finding.evidence["limit"] for finding in check_dose(slow, [], own_limit)] == ["60 mg"]
    assert check_dose(fast, [], own_limit) == ()


@pytest.mark.parametrize(
    ("sig", "indication", "blocked"),
    [
        ("Take 6 tablets once weekly", "rheumatoid arthritis", False),
        ("Take 6 tablets every Monday", "psoriasis", False),
        ("Take 1 tablet daily", "rheumatoid arthritis", True),
        ("Take 1 tablet twice weekly", "rheumatoid arthritis", True),
        ("Take 1 tablet daily", "leukemia", False),
        ("Use as directed", "rheumatoid arthritis", False),
    ],
)
def test_methotrexate_outside_oncology_is_weekly(sig: str, indication: str, blocked: bool) -> None:
    asked = medication("methotrexate", strength="2.5 mg", sig=sig, indication=indication)

    assert bool(check_dose(asked, [], TABLES)) is blocked


@pytest.mark.parametrize(
    ("sig", "strength", "mg"),
    [
        ("Take 2 tablets every 8 hours, no more than 3 doses per day", "500 mg", "3000"),
        ("Take 500 mg every morning and 1 tablet every evening", "5 mg-325 mg", None),
        ("Take 500 mg every morning and 1 tablet every evening", "500 mg", "1000"),
    ],
    ids=["a maximum of doses is none of tablets", "milligrams beside a combination", "milligrams beside tablets"],
)
def test_amounts_that_are_easily_mixed_up(sig: str, strength: str, mg: str | None) -> None:
    dose = parse_sig(sig, strength)

    assert dose is not None
    assert (None if dose.mg_per_day is None else str(dose.mg_per_day)) == mg


def test_a_plain_label_in_an_extended_release_form_has_that_forms_limit() -> None:
    asked = medication("metformin", strength="500 mg", sig="Take 5 tablets by mouth once daily", quantity=150,
                       dosage_form="extended-release tablet")  # fmt: skip
    (finding,) = check_dose(asked, (), TABLES)

    assert finding.evidence["limit"] == "2,000 mg"
