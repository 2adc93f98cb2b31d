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
