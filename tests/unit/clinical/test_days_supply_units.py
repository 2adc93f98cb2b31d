"""How long a fill lasts where the unit or the directions leave something open."""

import pytest

from rxflow.clinical.days_supply import days_supply
from tests.unit.clinical.builders import prescription


@pytest.mark.parametrize("unit", ["tablets", "Tablet", "Capsules"])
def test_units_are_read_in_the_plural_and_in_any_case(unit: str) -> None:
    assert days_supply(prescription(quantity=60, quantity_unit=unit, sig="Take 1 tablet twice daily")) == 30


@pytest.mark.parametrize(
    ("quantity", "unit", "strength", "sig"),
    [
        (5, "mL", "0.5 %", "Instill 1 drop into the left eye"),
        (30, "tablet", "10 mg", "Take 10 units daily"),
        (30, "tablet", "10 mg", "Take 10 mg every morning and 5 units at bedtime"),
        (60, "tablet", "no strength", "Take 500 mg twice daily"),
        (10, "mL", "100 units/mL", "Inject 0.2 mL at bedtime"),
        (10, "mL", "100 units/mL", "Inject 10 units as directed"),
    ],
    ids=[
        "drops without a frequency",
        "units of a tablet",
        "milligrams and units",
        "milligrams without a strength",
        "insulin in mL",
        "insulin without a frequency",
    ],
)
def test_what_cannot_be_counted_has_no_days(quantity: int, unit: str, strength: str, sig: str) -> None:
    asked = prescription(quantity=quantity, quantity_unit=unit, strength=strength, sig=sig)

    assert days_supply(asked) is None


@pytest.mark.parametrize(
    ("quantity", "unit", "strength", "sig", "days"),
    [
        (12, "tablet", "10 mg", "Take 1 to 2 tablets every 4 hours, max 6 tablets per day", 2),
        (24, "tablet", "500 mg", "Take 2 tablets every 4 hours, do not exceed 3000 mg per day", 2),
        (30, "tablet", "75 mcg", "Take 75 mcg daily", 30),
        (60, "tablet", "500 mg", "Take 1 g twice daily", 15),
        (150, "mL", "250 mg/5 mL", "Take 500 mg twice daily", 7),
        (1, "mL", "100 units/mL", "Inject 1 unit at bedtime", 33),
    ],
    ids=[
        "a stated maximum in tablets",
        "a stated maximum in milligrams",
        "micrograms",
        "grams",
        "milligrams of a liquid",
        "insulin in no known container",
    ],
)
def test_amounts_are_turned_into_what_is_dispensed(
    quantity: int, unit: str, strength: str, sig: str, days: int
) -> None:
    asked = prescription(quantity=quantity, quantity_unit=unit, strength=strength, sig=sig)

    assert days_supply(asked) == days
