"""A prescription record that cannot be right, or that is not for the patient alone to act on: a person looks first."""

import re
from datetime import date

from rxflow.clinical.days_supply import days_supply
from rxflow.clinical.medication import Medication, sentence, spoken_date
from rxflow.clinical.tables import ClinicalTables
from rxflow.domain.acting import ActingAs, Permission, may
from rxflow.domain.finding import Finding, FindingCode, Route, Severity
from rxflow.domain.patient import Patient

LONGEST_SUPPLY_DAYS = 365
LASTS_LONGER_DAYS = 5
"""A fill that its directions stretch by more than a fifth, and by more than these days, has a wrong days' supply."""
_BY_WEIGHT = re.compile(r"\b(?:mg|mcg|g|ml|units?)\s*/\s*kg\b|\bper (?:kg|kilogram)\b|\bby (?:body )?weight\b")


def check_not_before(medication: Medication, today: date) -> Finding | None:
    """Hold a prescription dated ahead until its day: one of several that were written together.

    Source: 21 CFR 1306.12(b) (earliest date on which it may be filled); DOMAIN.md §1.2.
    """
    rx = medication.prescription
    if rx.written_on <= today:
        return None
    return Finding(
        FindingCode.TOO_SOON,
        Severity.BLOCK,
        f"Your prescription for {medication.name} may not be filled before {spoken_date(rx.written_on)}.",
        None,
        {
            "drug": medication.name,
            "date": rx.written_on.isoformat(),
            "source": "21 CFR 1306.12(b); DOMAIN.md §1.2",
            "confidence": "K",
        },
    )


def check_amounts(medication: Medication) -> Finding | None:
    """Block a record whose quantity, days' supply or refills cannot be: nothing can be counted from them.

    Source: 21 CFR 1306.05(a) (a prescription states its quantity); DOMAIN.md §1.1 and §1.3.
    """
    rx = medication.prescription
    wrong = None
    if type(rx.quantity) is not int or rx.quantity < 1:
        wrong = "quantity"
    elif type(rx.days_supply) is not int or not 1 <= rx.days_supply <= LONGEST_SUPPLY_DAYS:
        wrong = "days' supply"
    elif not rx.refills_remaining <= rx.refills_authorized:
        wrong = "number of refills"
    if wrong is None:
        return None
    return _for_pharmacist(
        medication,
        "record",
        f"The {wrong} on file for {medication.name} cannot be right. A pharmacist needs to correct it first.",
        {"field": wrong, "source": "21 CFR 1306.05(a); DOMAIN.md §1.1 and §1.3", "confidence": "K"},
    )


def check_days_supply(
    medication: Medication, tables: ClinicalTables, today: date, state: str | None = None
) -> Finding | None:
    """Block a fill for more days than the law allows, or one that lasts much longer than its record says.

    A days' supply that is too short moves the refill date forward, so the record is corrected, not used. Source:
    state law, a table (DOMAIN.md §1.5); DOMAIN.md §1.3.
    """
    rx = medication.prescription
    rule = tables.schedule_rule(medication.schedule, state, today)
    if rule.max_days_supply is not None and rx.days_supply > rule.max_days_supply:
        return _for_pharmacist(
            medication,
            "days",
            f"The law allows {rule.max_days_supply} days of {medication.name} at a time here, and this prescription is "
            f"for {rx.days_supply}. A pharmacist can tell you what is possible.",
            {
                "days_supply": str(rx.days_supply),
                "limit": f"{rule.max_days_supply} days",
                "source": rule.source,
                "confidence": rule.confidence,
            },
        )
    lasts = days_supply(rx)
    if lasts is None or lasts - rx.days_supply <= max(LASTS_LONGER_DAYS, rx.days_supply / 5):
        return None
    return _for_pharmacist(
        medication,
        "record",
        f"By its directions, {rx.amount} of {medication.name} would last {lasts} days, and the record says "
        f"{rx.days_supply}. A pharmacist needs to correct it first.",
        {"field": "days' supply", "days_supply": str(rx.days_supply), "lasts": str(lasts),
         "source": "DOMAIN.md §1.3", "confidence": "V"},
    )  # fmt: skip


def check_minor(patient: Patient, medication: Medication, today: date) -> Finding | None:
    """Block a minor's refill when no adult on file may ask for it today.

    Source: 45 CFR 164.502(g) (a parent acts as personal representative); DOMAIN.md §6.2.
    """
    if not patient.is_minor_on(today) or may(Permission.ORDER, ActingAs.GUARDIAN, patient, today):
        return None
    return Finding(
        FindingCode.NOT_FOUND,
        Severity.BLOCK,
        f"We have no parent or guardian on file who can ask for {medication.name}. A pharmacist can help with that.",
        Route.PHARMACIST,
        {
            "drug": medication.name,
            "reason": "guardian",
            "source": "45 CFR 164.502(g); DOMAIN.md §6.2",
            "confidence": "K",
        },
    )


def check_weight_dosing(medication: Medication) -> Finding | None:
    """Block directions by body weight until a pharmacist has worked the dose out anew (DOMAIN.md §6.2)."""
    if not _BY_WEIGHT.search(medication.prescription.sig.lower()):
        return None
    return Finding(
        FindingCode.DOSE,
        Severity.BLOCK,
        f"{sentence(medication.name)} is dosed by body weight. A pharmacist needs to check it before each refill.",
        Route.PHARMACIST,
        {
            "drug": medication.name,
            "reason": "weight",
            "dose": medication.prescription.sig,
            "source": "DOMAIN.md §6.2",
            "confidence": "K",
        },
    )


def _for_pharmacist(medication: Medication, reason: str, message: str, evidence: dict[str, str]) -> Finding:
    return Finding(
        FindingCode.QUANTITY_LIMIT,
        Severity.BLOCK,
        message,
        Route.PHARMACIST,
        {"drug": medication.name, "reason": reason, "quantity": medication.prescription.amount} | evidence,
    )
