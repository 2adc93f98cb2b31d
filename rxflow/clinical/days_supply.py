"""How long a fill lasts by its directions."""

import math
import re
from fractions import Fraction

from rxflow.clinical import sig as directions
from rxflow.clinical.dosage import mg_per_unit, parse_sig
from rxflow.domain.prescription import Prescription

EYE_DROPS_PER_ML = 20
PRIMING_UNITS = 2
"""Units of insulin that a pen is primed with before each dose."""
IN_USE_DAYS = 28
"""How long an opened insulin vial or pen is kept."""

_COUNTED = frozenset(
    {"tablet", "capsule", "patch", "film", "lozenge", "softgel", "suppository", "puff", "spray", "pen", "ml"}
)
_SOLID = frozenset({"tablet", "capsule", "softgel"})
_OF_ONE_STRENGTH = frozenset({"tablet", "capsule", "film", "lozenge", "softgel", "suppository"})
_ML_PER_CONTAINER = (("vial", 10), ("pen", 3), ("cartridge", 3))
_UNITS_PER_ML = re.compile(r"(\d+)\s*units?\s*/\s*ml\b")
_STEP = re.compile(r"\bfor (\d+) (day|week)s?\b")


def days_supply(prescription: Prescription) -> int | None:
    """Whole days that one fill lasts when the most that the directions allow is taken, rounded down.

    Counted units and mL by dose and frequency; insulin with two units of priming a dose, and no longer than 28 days for
    each vial or pen; eye drops at 20 drops a mL; tapers as the sum of their steps. Source: DOMAIN.md §1.3.

    Returns:
        None where directions, strength or package do not say: whole inhalers, pens of several doses, creams.
    """
    sig = directions.normalize(prescription.sig, keep_durations=True)
    if re.search(r"\bthen\b", sig):
        return _taper_days(sig)
    read = directions.read(prescription.sig)
    if read is None:
        return None
    if match := _UNITS_PER_ML.search(prescription.strength.lower()):
        return _insulin_days(prescription, read, Fraction(match[1]))
    a_day = _used_a_day(prescription, read)
    return int(prescription.quantity / a_day) if a_day else None


def _used_a_day(prescription: Prescription, read: directions.Directions) -> Fraction | None:
    """Quantity units used a day, or None where that cannot be read."""
    unit, units = _like(prescription.quantity_unit), {_like(dose.unit) for dose in read.doses}
    if unit not in _COUNTED:
        return None
    total = sum((dose.amount * dose.per_day for dose in read.doses), Fraction(0))
    if units == {unit}:
        return min(total, read.maximum) if read.maximum and _like(read.maximum_unit or unit) == unit else total
    if unit == "ml" and units == {"drop"}:
        return total / EYE_DROPS_PER_ML
    if not units <= {"mg", "mcg", "g"} or not _is_counted_by_strength(unit, prescription):
        return None
    in_mg, each = parse_sig(prescription.sig, prescription.strength), mg_per_unit(prescription.strength)
    if in_mg is None or not each or len(each) != 1 or not each[0]:
        return None
    return in_mg.components_mg[0] / each[0]


def _like(unit: str) -> str:
    """A unit in the singular; solid forms are counted alike, whatever the directions call them."""
    unit = directions.singular(unit)
    return "tablet" if unit in _SOLID else unit


def _is_counted_by_strength(unit: str, prescription: Prescription) -> bool:
    """Whether the strength is that of one counted unit: mg a mL for mL, mg for a tablet."""
    return unit == "ml" if "/" in prescription.strength else unit in _OF_ONE_STRENGTH


def _insulin_days(prescription: Prescription, read: directions.Directions, units_per_ml: Fraction) -> int | None:
    if directions.singular(prescription.quantity_unit) != "ml" or {dose.unit for dose in read.doses} != {"unit"}:
        return None
    units = sum(((dose.amount + PRIMING_UNITS) * dose.per_day for dose in read.doses), Fraction(0))
    days = int(prescription.quantity * units_per_ml / units)
    form = prescription.dosage_form.lower()
    container = next((ml for word, ml in _ML_PER_CONTAINER if word in form), None)
    return min(days, IN_USE_DAYS * math.ceil(Fraction(prescription.quantity, container))) if container else days


def _taper_days(sig: str) -> int | None:
    steps = [int(count) * (7 if unit == "week" else 1) for count, unit in _STEP.findall(sig)]
    clauses = sig.count("then") + 1
    return sum(steps) if len(steps) == clauses else None
