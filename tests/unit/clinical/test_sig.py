"""Reading directions piece by piece: numbers, abbreviations, maximums, repeats and frequencies."""

from fractions import Fraction

import pytest

from rxflow.clinical.sig import (
    Directions,
    Dose,
    doses_per_day,
    drop_restated_amount,
    normalize,
    number,
    read,
    singular,
    take_repeat,
    take_stated_maximum,
)


@pytest.mark.parametrize(
    ("sig", "text"),
    [
        ("Take ONE tablet", "take 1 tablet"),
        ("Take 1½ tablets", "take 1 1/2 tablets"),
        ("Take one and one-half tablets", "take 1 1/2 tablets"),
        ("Take 1–2 tablets", "take 1-2 tablets"),
        ("Take 1—2 tablets", "take 1-2 tablets"),
        ("Take 1,000 mg", "take 1000 mg"),
        ("1 tab q4-6h", "1 tab every 4 to 6 hours"),
        ("1 tab q 8 hours", "1 tab every 8 hours"),
        ("1 tab b.i.d", "1 tab 2 times daily"),
        ("1 tab TID", "1 tab 3 times daily"),
        ("1 tab qid", "1 tab 4 times daily"),
        ("1 tab qd", "1 tab 1 times daily"),
        ("1 tab qhs", "1 tab at bedtime"),
        ("Take 1 tablet twice a day", "take 1 tablet 2 times a day"),
        ("Take 1 tablet daily for 10 days", "take 1 tablet daily "),
    ],
    ids=lambda value: value.encode("ascii", "replace").decode(),
)
def test_directions_are_spelled_out_in_lower_case_with_digits(sig: str, text: str) -> None:
    assert normalize(sig) == text


def test_how_long_to_take_it_stays_where_it_is_asked_for() -> None:
    assert normalize("Take 1 tablet daily for 10 days", keep_durations=True) == "take 1 tablet daily for 10 days"


def test_an_amount_said_twice_is_read_once() -> None:
    assert drop_restated_amount("take 2 tablets (1000 mg) daily") == "take 2 tablets  daily"
    assert drop_restated_amount("take 2 tablets (with food) daily") == "take 2 tablets (with food) daily"


@pytest.mark.parametrize(
    ("sig", "tablets"),
    [("Take two 200 mg tablets daily", 2), ("Take 1-2 500mg tabs daily", 2), ("Take 1/2 0.5 mg tablet daily", "1/2")],
)
def test_the_strength_of_a_tablet_is_not_the_dose(sig: str, tablets: int | str) -> None:
    assert read(sig) == Directions((Dose(Fraction(tablets), "tablet", Fraction(1)),), None, None)
    assert read("Take 200 mg tablets daily") == Directions((Dose(Fraction(200), "mg", Fraction(1)),), None, None)


@pytest.mark.parametrize(
    ("text", "rest", "most", "unit"),
    [
        ("take 1 tablet as needed (max 6 tablets per day)", "take 1 tablet as needed ", 6, "tablets"),
        ("1 tablet as needed; do not exceed 3000 mg a day", "1 tablet as needed; ", 3000, "mg"),
        ("1 tablet as needed, no more than 2 in 24 hours", "1 tablet as needed, ", 2, None),
        ("1 tablet daily", "1 tablet daily", None, None),
    ],
    ids=["tablets", "milligrams", "without a unit", "none stated"],
)
def test_a_stated_maximum_is_taken_out(text: str, rest: str, most: int | None, unit: str | None) -> None:
    assert take_stated_maximum(text) == (rest, most, unit)


@pytest.mark.parametrize(
    ("text", "rest", "doses"),
    [
        ("1 tablet; may repeat 1 times after 2 hours", "1 tablet; ", 2),
        ("1 tablet; may repeat after 2 hours. with food", "1 tablet; . with food", 2),
        ("1 tablet; may be repeated 3 times", "1 tablet; ", 4),
        ("1 tablet daily", "1 tablet daily", 1),
    ],
    ids=["once", "without a count", "three times", "no repeat"],
)
def test_a_repeat_adds_its_doses(text: str, rest: str, doses: int) -> None:
    assert take_repeat(text) == (rest, doses)


@pytest.mark.parametrize(
    ("text", "doses"),
    [
        ("every 4 to 6 hours", Fraction(6)),
        ("hourly", Fraction(24)),
        ("every 3 days", Fraction(1, 3)),
        ("every 2 weeks", Fraction(1, 14)),
        ("every 3 months", Fraction(1, 84)),
        ("every other day", Fraction(1, 2)),
        ("every other week", Fraction(1, 14)),
        ("2 times weekly", Fraction(2, 7)),
        ("2 times a month", Fraction(2, 28)),
        ("1 to 3 times daily", Fraction(3)),
        ("weekly", Fraction(1, 7)),
        ("once a month", Fraction(1, 28)),
        ("every monday and thursday", Fraction(2, 7)),
        ("every morning, at noon, in the afternoon, in the evening and at bedtime", Fraction(5)),
        ("at night", Fraction(1)),
        ("daily", Fraction(1)),
        ("each day", Fraction(1)),
        ("as needed", None),
    ],
)
def test_the_most_doses_a_day_that_a_frequency_allows(text: str, doses: Fraction | None) -> None:
    assert doses_per_day(text) == doses


@pytest.mark.parametrize(("text", "value"), [("2", "2"), ("0.5", "1/2"), ("1/2", "1/2"), ("1 1/2", "3/2")])
def test_numbers_are_exact(text: str, value: str) -> None:
    assert number(text) == Fraction(value)


@pytest.mark.parametrize(
    ("unit", "one"),
    [("Tablets", "tablet"), ("tabs", "tablet"), ("capsule", "capsule"), ("patches", "patch"), ("micrograms", "mcg"),
     ("suppositories", "suppository"), ("mL", "ml"), ("drops", "drop")],
)  # fmt: skip
def test_units_are_compared_in_the_singular(unit: str, one: str) -> None:
    assert singular(unit) == one


def one_dose(amount: str, unit: str, per_day: str, most: int | None = None, of: str | None = None) -> Directions:
    return Directions((Dose(Fraction(amount), unit, Fraction(per_day)),), Fraction(most) if most else None, of)


@pytest.mark.parametrize(
    ("sig", "expected"),
    [
        ("Take 1 to 2 tablets every 4 to 6 hours", one_dose("2", "tablet", "6")),
        ("Take 1 tablet at bedtime, may repeat once", one_dose("1", "tablet", "2")),
        ("Take 1 tablet; may repeat once after 2 hours", one_dose("1", "tablet", "2")),
        ("Take 2 tabs every 6 hours, max 6 tablets per day", one_dose("2", "tablet", "4", 6, "tablet")),
        ("Take 1 tablet as needed (max 2 per day)", one_dose("1", "tablet", "2", 2)),
        ("Inhale 1 puff as needed, max 4 doses per day", one_dose("1", "puff", "4", 4, "dose")),
        ("Spray 1 spray in each nostril twice daily", one_dose("2", "spray", "2")),
        ("Instill 1 drop into both eyes at bedtime", one_dose("2", "drop", "1")),
        ("Instill 1 drop into the left eye at bedtime", one_dose("1", "drop", "1")),
        ("Take 1 tablet as needed; do not exceed 3000 mg per day", None),
        ("Take 1 tablet every morning and 2 tablets as needed", None),
        ("Use as directed", None),
    ],
)
def test_directions_are_read_as_amounts_and_frequencies(sig: str, expected: Directions | None) -> None:
    assert read(sig) == expected


def test_each_time_of_the_day_has_its_own_amount() -> None:
    directions = read("Take 1 tablet every morning and 2 capsules at bedtime")

    assert directions is not None
    assert directions.doses == (Dose(Fraction(1), "tablet", Fraction(1)), Dose(Fraction(2), "capsule", Fraction(1)))
