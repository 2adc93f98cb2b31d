"""How long a fill lasts by its directions."""

import re
from fractions import Fraction

from rxflow.clinical import sig as directions
from rxflow.clinical.dosage import mg_per_unit, parse_sig
from rxflow.domain.prescription import Prescription

EYE_DROPS_PER_ML = 20
PRIMING_UNITS = 2
"""Units of insulin that a pen is primed with before each dose."""

_COUNTED = frozenset({"tablet", "capsule", "patch", "film", "lozenge", "softgel", "suppository"})
_UNITS_PER_ML = re.compile(r"(\d+)\s*units?\s*/\s*ml\b")
_UNITS = re.compile(r"\b(\d+(?:\.\d+)?)\s*units?\b")
_DROPS = re.compile(r"\b(\d+)(?:\s*(?:-|to|or)\s*(\d+))?\s*drops?\b")
_STEP = re.compile(r"\bfor (\d+) (day|week)s?\b")


def days_supply(prescription: Prescription) -> int | None:
    """Whole days that one fill lasts when the most that the directions allow is taken, rounded down.

    Counted units and mL by dose and frequency, insulin with two units of priming a dose, eye drops at 20 drops a mL,
    tapers as the sum of their steps. Source: DOMAIN.md §1.3.

    Returns:
        None where the directions, the strength or the package do not say: inhalers, pens of several doses, creams.
    """
    sig = directions.normalize(prescription.sig, keep_durations=True)
    if re.search(r"\bthen\b", sig):
        return _taper_days(sig)
    a_day = _used_a_day(prescription)
    return int(Fraction(prescription.quantity) / a_day) if a_day else None


def _used_a_day(prescription: Prescription) -> Fraction | None:
    """Quantity units used a day, or None where that cannot be read."""
    unit = prescription.quantity_unit.lower().removesuffix("s")
    if unit in _COUNTED:
        return _counted_a_day(prescription, "1 mg")
    if unit != "ml":
        return None
    text = directions.normalize(prescription.sig)
    if match := _UNITS_PER_ML.search(prescription.strength.lower()):
        return _insulin_ml_a_day(text, Fraction(match[1]))
    if match := _DROPS.search(text):
        rate = directions.doses_per_day(text)
        eyes = 2 if re.search(r"\b(?:both|each) eyes?\b", text) else 1
        most = max(Fraction(count) for count in match.groups() if count)
        return most * eyes * rate / EYE_DROPS_PER_ML if rate else None
    return _counted_a_day(prescription, "1 mg/mL")


def _counted_a_day(prescription: Prescription, one_mg_each: str) -> Fraction | None:
    """Units a day: read as units where the directions count them, else from milligrams by the strength."""
    in_units = parse_sig(prescription.sig, one_mg_each)
    if in_units is None:
        return None
    if not directions.AMOUNT_IS_MASS.search(directions.drop_restated_amount(directions.normalize(prescription.sig))):
        return in_units.components_mg[0] if in_units.components_mg else None
    in_mg, each = parse_sig(prescription.sig, prescription.strength), mg_per_unit(prescription.strength)
    if in_mg is None or not in_mg.components_mg or not each or len(each) != 1 or not each[0]:
        return None
    return in_mg.components_mg[0] / each[0]


def _insulin_ml_a_day(text: str, units_per_ml: Fraction) -> Fraction | None:
    match, rate = _UNITS.search(text), directions.doses_per_day(text)
    if match is None or not rate:
        return None
    return (Fraction(match[1]) + PRIMING_UNITS) * rate / units_per_ml


def _taper_days(sig: str) -> int | None:
    steps = [int(count) * (7 if unit == "week" else 1) for count, unit in _STEP.findall(sig)]
    clauses = sig.count("then") + 1
    return sum(steps) if len(steps) == clauses else None
