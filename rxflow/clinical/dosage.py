"""The most that a prescription's directions allow in a day, against the label's limit."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from rxflow.clinical import sig as directions
from rxflow.clinical.medication import RELEASE_SUFFIXES, Medication, release_free_name
from rxflow.clinical.tables import ClinicalTables, MaxDailyDose
from rxflow.domain.finding import Finding, FindingCode, Route, Severity
from rxflow.domain.prescription import Prescription

ACETAMINOPHEN = "acetaminophen"
WEEKLY_ONLY = frozenset({"methotrexate"})
_ONCOLOGY_WORDS = ("cancer", "leukemia", "lymphoma", "carcinoma", "sarcoma", "tumor", "neoplas")

_MG_PER = {"mcg": Fraction(1, 1000), "mg": Fraction(1), "g": Fraction(1000)}
_NOT_BY_MASS = frozenset({"unit", "pen", "patch", "drop"})
_COMPONENT = re.compile(r"(\d+(?:\.\d+)?)\s*(mcg|mg|g)?\b")
_STRENGTH = re.compile(r"^\d+(?:\.\d+)?\s*(?:mcg|mg|g)?(?:\s*[-/]\s*\d+(?:\.\d+)?\s*(?:mcg|mg|g)?)*$")
_PER_VOLUME = re.compile(r"^(\d+(?:\.\d+)?)\s*(mcg|mg|g)\s*/\s*(\d+(?:\.\d+)?)?\s*(ml|actuation|dose|spray|puff)s?$")


@dataclass(frozen=True, slots=True)
class DailyDose:
    """The highest dose a day that directions allow.

    `components_mg` has the milligrams a day of each part of the strength, in the strength's order, averaged over the
    interval when doses are days apart; it is empty when the amount is not a mass, such as units of insulin.
    `interval_days` is 1 for daily use and more often, 7 for weekly.
    """

    components_mg: tuple[Fraction, ...]
    doses_per_day: Fraction
    interval_days: Fraction

    @property
    def mg_per_day(self) -> Decimal | None:
        """Milligrams a day of all components together, or None when the amount is not a mass."""
        return _decimal(sum(self.components_mg, Fraction(0))) if self.components_mg else None


def parse_sig(sig: str, strength: str) -> DailyDose | None:
    """Read directions such as `Take 1 to 2 tablets by mouth every 4 to 6 hours as needed` with a strength.

    A range counts with its most, an interval with its shortest, `may repeat once` as two doses, and a stated daily
    maximum caps them. Source: DOMAIN.md §1.3 (maximum daily use in the sig) and §8.

    Args:
        sig: Directions in English.
        strength: As on the label: `500 mg`, `20 mg-12.5 mg`, `250 mg/5 mL`, `90 mcg/actuation`.

    Returns:
        None when the amount or the frequency cannot be read.
    """
    read = directions.read(sig)
    if read is None:
        return None
    per_unit = mg_per_unit(strength)
    doses = [(_dose_mg(dose, per_unit), dose.per_day) for dose in read.doses]
    times = sum((per_day for _, per_day in doses), Fraction(0))
    # Milligrams and tablets of a combination side by side cannot be told apart.
    is_mass = len({None if mg is None else len(mg) for mg, _ in doses}) == 1
    total = tuple(
        sum(parts, Fraction(0))
        for parts in zip(*([mg * per_day for mg in amounts or ()] for amounts, per_day in doses), strict=False)
    )
    components = _cap(total, read.maximum, read.maximum_unit, per_unit) if is_mass else ()
    return DailyDose(components, times, max(Fraction(1), 1 / times))


def _dose_mg(dose: directions.Dose, per_unit: tuple[Fraction, ...] | None) -> tuple[Fraction, ...] | None:
    if dose.unit in _MG_PER:
        return (dose.amount * _MG_PER[dose.unit],)
    if dose.unit in _NOT_BY_MASS or per_unit is None:
        return None
    return tuple(dose.amount * mg for mg in per_unit)


def _cap(
    total: tuple[Fraction, ...], stated: Fraction | None, unit: str | None, per_unit: tuple[Fraction, ...] | None
) -> tuple[Fraction, ...]:
    """The total, or what the directions themselves state as the daily maximum if that is less."""
    if stated is None or unit is None or unit == "dose":
        return total
    if (mass := _MG_PER.get(unit)) is not None:
        return (min(total[0], stated * mass),) if len(total) == 1 else total
    if per_unit is None or len(per_unit) != len(total):
        return total
    return tuple(min(mg, stated * each) for mg, each in zip(total, per_unit, strict=True))


def mg_per_unit(strength: str) -> tuple[Fraction, ...] | None:
    """Milligrams of each component in one tablet, mL or actuation; None when the strength is not a mass.

    Args:
        strength: As on the label: `500 mg`, `20 mg-12.5 mg`, `250 mg/5 mL`.
    """
    text = strength.lower().strip()
    if match := _PER_VOLUME.match(text):
        volume = Fraction(match[3] or 1)
        return (Fraction(match[1]) * _MG_PER[match[2]] / volume,) if volume else None
    if not _STRENGTH.match(text):
        return None
    parts = _COMPONENT.findall(text)
    last_unit = parts[-1][1]
    if not last_unit:
        return None
    return tuple(Fraction(amount) * _MG_PER[unit or last_unit] for amount, unit in parts)


def mg_by_ingredient(medication: Medication) -> Mapping[str, Fraction]:
    """Milligrams a day of each ingredient, by lower-case name; a combination with one total by its record name.

    Where the directions cannot be read (`Use as directed`), what is dispensed for each day of the supply counts. The
    strength follows the order of the label's name (`lisinopril-hydrochlorothiazide 20 mg-12.5 mg`), not that of the
    record. Empty when neither can be read or the parts cannot be told apart.
    """
    rx = medication.prescription
    dose = parse_sig(rx.sig, rx.strength)
    components = (dose.components_mg if dose else ()) or _dispensed_mg_a_day(rx)
    if not components:
        return {}
    if len(components) == 1:
        return {medication.record_name: components[0]}
    label = [part.strip() for part in re.split(r"\s*/\s*|-", rx.generic_name.lower())]
    matched = [next((name for name in medication.ingredients if part.startswith(name)), "") for part in label]
    if len(matched) != len(components) or set(matched) != set(medication.ingredients):
        return {}
    return dict(zip(matched, components, strict=True))


def _dispensed_mg_a_day(prescription: Prescription) -> tuple[Fraction, ...]:
    """Milligrams of each component dispensed for one day; empty unless tablets or capsules are counted."""
    per_unit = mg_per_unit(prescription.strength)
    unit = prescription.quantity_unit.lower().removesuffix("s")
    if (
        per_unit is None
        or unit not in {"tablet", "capsule"}
        or min(prescription.quantity, prescription.days_supply) < 1
    ):
        return ()
    return tuple(each * Fraction(prescription.quantity, prescription.days_supply) for each in per_unit)


def check_dose(medication: Medication, taken_now: Iterable[Medication], tables: ClinicalTables) -> tuple[Finding, ...]:
    """Block directions above the label's daily maximum for adults, and daily methotrexate, until a pharmacist looks.

    Acetaminophen is summed over everything taken now. The limits are for adults; a child above one is above it all the
    more. Source: DOMAIN.md §8; the labels named in the table.
    """
    if finding := _weekly_only(medication):
        return (finding,)
    findings = []
    for ingredient, mg in mg_by_ingredient(medication).items():
        limit = _limit(medication, ingredient, tables)
        others = []
        if ingredient == ACETAMINOPHEN:
            others = [other for other in taken_now if ACETAMINOPHEN in other.ingredients]
            mg += sum((mg_by_ingredient(other).get(ACETAMINOPHEN, Fraction(0)) for other in others), Fraction(0))
        if limit is not None and mg > Fraction(limit.mg_per_day):
            findings.append(_over_limit(medication, ingredient, mg, limit, others))
    return tuple(findings)


def _weekly_only(medication: Medication) -> Finding | None:
    """Methotrexate outside oncology is taken weekly; daily directions are a hard stop (DOMAIN.md §8; label, boxed)."""
    rx = medication.prescription
    if WEEKLY_ONLY.isdisjoint(medication.ingredients):
        return None
    if any(word in rx.indication.lower() for word in _ONCOLOGY_WORDS):
        return None
    dose = parse_sig(rx.sig, rx.strength)
    if dose is None or dose.interval_days >= 7:
        return None
    return Finding(
        FindingCode.DOSE,
        Severity.BLOCK,
        f"The directions for {medication.name} are not the usual once-a-week directions. "
        "A pharmacist needs to check them with your prescriber before this refill.",
        Route.PHARMACIST,
        {
            "drug": medication.name,
            "dose": rx.sig,
            "limit": "once weekly",
            "reason": "weekly",
            "source": "DOMAIN.md §8; methotrexate label, boxed warning",
            "confidence": "K",
        },
    )


def _limit(medication: Medication, ingredient: str, tables: ClinicalTables) -> MaxDailyDose | None:
    """The row for this very product (`bupropion XL`), then for its salt or release form, then for its ingredient."""
    names = [ingredient]
    if ingredient == medication.record_name:
        label, salt = medication.prescription.generic_name.lower(), release_free_name(medication.prescription)
        forms = [f"{ingredient} {suffix}" for suffix in _release_suffixes(medication)]
        # `metformin` as an extended-release tablet is under its form; `bupropion XL` under its own label.
        names = [*forms, label, ingredient] if label == ingredient else [label, *forms, salt, ingredient]
    return next((tables.max_daily_dose[name] for name in names if name in tables.max_daily_dose), None)


def _release_suffixes(medication: Medication) -> tuple[str, ...]:
    """The suffix that the label has, or every one that its extended-release form may be listed under."""
    if not medication.is_extended_release:
        return ()
    last = medication.prescription.generic_name.lower().split()[-1]
    named = (last,) if last in RELEASE_SUFFIXES else ()
    return tuple(dict.fromkeys((*named, "er", "xr", "xl", "sr", "cr")))


def _over_limit(
    medication: Medication, ingredient: str, mg: Fraction, limit: MaxDailyDose, others: list[Medication]
) -> Finding:
    dose, maximum = f"{_decimal(mg):,f} mg", f"{_decimal(Fraction(limit.mg_per_day)):,f} mg"
    together = f" together with {' and '.join(other.name for other in others)}" if others else ""
    return Finding(
        FindingCode.DOSE,
        Severity.BLOCK,
        f"The directions for {medication.name}{together} allow up to {dose} of {ingredient} a day. "
        f"The label's limit is {maximum}. A pharmacist needs to check this before the refill.",
        Route.PHARMACIST,
        {
            "drug": medication.name,
            "ingredient": ingredient,
            "dose": dose,
            "limit": maximum,
            "other": ", ".join(other.name for other in others),
            "population": "adult",
            "source": limit.source,
            "confidence": limit.confidence,
        }
        | ({"reason": "together"} if others else {}),
    )


def _decimal(value: Fraction) -> Decimal:
    """An exact fraction as milligrams with at most three decimals and no trailing zeros."""
    rounded = round(Decimal(value.numerator) / Decimal(value.denominator), 3)
    return rounded.normalize() if rounded != rounded.to_integral_value() else rounded.quantize(Decimal(1))
