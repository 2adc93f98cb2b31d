"""How long a fill lasts, form by form."""

import pytest

from rxflow.clinical.days_supply import days_supply
from tests.unit.clinical.builders import prescription


@pytest.mark.parametrize(
    ("quantity", "unit", "strength", "sig", "days"),
    [
        (30, "tablet", "10 mg", "Take 1 tablet by mouth once daily", 30),
        (60, "tablet", "10 mg", "Take 1 tablet by mouth twice daily", 30),
        (45, "tablet", "10 mg", "Take one-half tablet by mouth once daily", 90),
        (20, "tablet", "10 mg", "Take 1 to 2 tablets by mouth every 4 to 6 hours as needed", 1),
        (60, "capsule", "25 mg", "Take 1 capsule every 6 hours as needed", 15),
        (60, "tablet", "500 mg", "Take 1,000 mg by mouth twice daily", 15),
        (60, "tablet", "500 mg", "Take 2 tablets (1,000 mg) by mouth twice daily", 15),
        (10, "tablet", "20 mg-12.5 mg", "Take 20 mg by mouth once daily", None),
        (4, "tablet", "70 mg", "Take 1 tablet by mouth once weekly", 28),
        (31, "tablet", "10 mg", "Take 1 tablet by mouth three times daily", 10),
        (150, "mL", "250 mg/5 mL", "Take 5 mL by mouth three times daily", 10),
        (15, "mL", "100 units/mL", "Inject 24 units under the skin at bedtime", 57),
        (10, "mL", "100 units/mL", "Inject 10 units three times daily with meals", 27),
        (5, "mL", "0.005 %", "Instill 1 drop into both eyes at bedtime", 50),
        (5, "mL", "0.5 %", "Instill 1 to 2 drops into the left eye twice daily", 25),
        (5, "mL", "0.5 %", "Use in the left eye", None),
        (30, "tablet", "10 mg", "Use as directed", None),
        (1, "inhaler", "90 mcg/actuation", "Inhale 2 puffs every 4 hours", None),
        (200, "puff", "90 mcg/actuation", "Inhale 2 puffs every 4 hours", 16),
        (120, "spray", "50 mcg/actuation", "Spray 2 sprays in each nostril once daily", 30),
        (10, "patch", "25 mcg/hr", "Apply 1 patch every 72 hours", 30),
        (4, "pen", "0.25 mg", "Inject 1 pen once weekly", 28),
        (12, "suppository", "25 mg", "Insert 1 suppository rectally twice daily", 6),
        (8, "tablet", "75 mg", "Take 1 tablet as needed for migraine (max 1 per day)", 8),
        (21, "tablet", "10 mg", "Take 2 tablets daily for 5 days, then 1 tablet daily for 11 days", 16),
        (21, "tablet", "10 mg", "Take 2 tablets daily for 1 week, then 1 tablet daily for 7 days", 14),
        (21, "tablet", "10 mg", "Take 2 tablets daily for 5 days, then 1 tablet daily", None),
    ],
)
def test_days_are_whole_and_counted_at_the_most_that_is_used(
    quantity: int, unit: str, strength: str, sig: str, days: int | None
) -> None:
    asked = prescription(quantity=quantity, quantity_unit=unit, strength=strength, sig=sig)

    assert days_supply(asked) == days


@pytest.mark.parametrize(
    ("quantity", "form", "units", "days"),
    [(10, "vial", 10, 28), (10, "vial", 50, 19), (20, "vial", 10, 56), (15, "pen injector", 24, 57), (3, "pen", 5, 28)],
    ids=["a slow vial is thrown away", "a vial used up", "two vials", "five pens", "a slow pen"],
)
def test_opened_insulin_is_kept_for_28_days(quantity: int, form: str, units: int, days: int) -> None:
    asked = prescription(
        quantity=quantity,
        quantity_unit="mL",
        strength="100 units/mL",
        dosage_form=form,
        sig=f"Inject {units} units under the skin at bedtime",
    )

    assert days_supply(asked) == days
