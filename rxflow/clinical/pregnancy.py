"""Medicines that must be reviewed in pregnancy and breastfeeding."""

from rxflow.clinical.medication import Medication
from rxflow.clinical.tables import ClinicalTables
from rxflow.domain.finding import Finding, FindingCode, Route, Severity
from rxflow.domain.patient import Patient

_CONDITIONS = (
    ("pregnan", "pregnancy"),
    ("conceive", "trying to conceive"),
    ("conception", "trying to conceive"),
    ("breastfeed", "breastfeeding"),
    ("breast-feed", "breastfeeding"),
    ("lactat", "breastfeeding"),
    ("nursing", "breastfeeding"),
)
_NOT_NOW = ("not ", "no ", "history", "previous", "past ")


def check_pregnancy(patient: Patient, medication: Medication, tables: ClinicalTables) -> Finding | None:
    """Block a listed medicine in pregnancy, while trying for one, or in breastfeeding, until a pharmacist has looked.

    The message never says to start or stop anything. Source: DOMAIN.md §6.2; labels under 21 CFR 201.57(c)(9).
    """
    condition = pregnancy_condition(patient)
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


def pregnancy_condition(patient: Patient) -> str | None:
    """What a patient's record says of pregnancy now: `pregnancy`, `trying to conceive`, `breastfeeding`, or None."""
    for recorded in map(str.lower, patient.conditions):
        if not recorded.startswith(_NOT_NOW):
            for stem, condition in _CONDITIONS:
                if stem in recorded:
                    return condition
    return None
