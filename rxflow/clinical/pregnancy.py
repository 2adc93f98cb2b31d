"""Medicines that must be reviewed in pregnancy and breastfeeding."""

from rxflow.clinical.medication import Medication
from rxflow.clinical.tables import ClinicalTables
from rxflow.domain.finding import Finding, FindingCode, Route, Severity
from rxflow.domain.patient import Patient

CONDITIONS = ("pregnancy", "breastfeeding")


def check_pregnancy(patient: Patient, medication: Medication, tables: ClinicalTables) -> Finding | None:
    """Block a listed medicine for a pregnant or breastfeeding patient until a pharmacist has looked at it.

    The message never says to start or stop anything. Source: DOMAIN.md §6.2; labels under 21 CFR 201.57(c)(9).
    """
    recorded = {condition.lower() for condition in patient.conditions}
    condition = next((condition for condition in CONDITIONS if condition in recorded), None)
    row = next((tables.pregnancy[name] for name in medication.names if name in tables.pregnancy), None)
    if condition is None or row is None:
        return None
    return Finding(
        FindingCode.PREGNANCY,
        Severity.BLOCK,
        f"Your record lists {condition}, and {medication.name} needs to be reviewed because of it. "
        "A pharmacist needs to look at it with you before any refill.",
        Route.PHARMACIST,
        {
            "drug": medication.name,
            "condition": condition,
            "advice_class": row.advice_class,
            "source": row.source,
            "confidence": row.confidence,
        },
    )
