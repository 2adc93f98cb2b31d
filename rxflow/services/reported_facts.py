"""What a patient reported, as the facts that the clinical rules read; counted until a pharmacist has settled it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from rxflow.clinical.medication import Medication
from rxflow.domain.drug import Drug
from rxflow.domain.patient import Allergy, Patient
from rxflow.domain.prescription import Prescription
from rxflow.domain.report import Report, ReportKind

_CONDITIONS = frozenset({ReportKind.PREGNANCY, ReportKind.BREASTFEEDING})
_REACTIONS = frozenset({ReportKind.ALLERGY, ReportKind.REACTION})
SAID_HERE = "reported in a conversation"


def as_reported(patient: Patient, reports: Iterable[Report]) -> Patient:
    """The patient with reported pregnancy, breastfeeding, allergies and side effects beside what is on file.

    How grave a reported reaction was is not known, so it counts as severe until a pharmacist has asked: it stops the
    medicine, its class and what cross-reacts. Source: DOMAIN.md §1.11 (hand off on a new allergy, condition or side
    effect) and §8.
    """
    conditions = tuple(report.kind.value for report in reports if report.kind in _CONDITIONS)
    allergies = tuple(
        Allergy(report.subject, SAID_HERE, "severe")
        for report in reports
        if report.kind in _REACTIONS and report.subject
    )
    if not conditions and not allergies:
        return patient
    return replace(patient, conditions=(*patient.conditions, *conditions), allergies=(*patient.allergies, *allergies))


def reported_medications(
    reports: Iterable[Report],
    asked: Prescription,
    taken: Sequence[Medication],
    drug: Callable[[str], Drug | None],
) -> tuple[Medication, ...]:
    """Medicines that the patient says they also take, where no prescription on file is for the same one.

    Source: 42 CFR 456.705(b)(1) (interactions, also with medicines without a prescription); DOMAIN.md §1.11.

    Args:
        reports: What the patient reported.
        asked: The prescription asked for.
        taken: What is on file as taken now.
        drug: Finds a drug record by name.
    """
    known = {asked.drug.lower(), *(each.record_name for each in taken)}
    names = (report.subject for report in reports if report.kind is ReportKind.MEDICINE)
    told = (name for name in dict.fromkeys(names) if name and name not in known)
    # What has no record, such as St. John's wort, may still stand in the table of interactions.
    return tuple(Medication(_as_told(name, asked.patient_id), drug(name)) for name in told)


def _as_told(name: str, patient_id: str) -> Prescription:
    """A medicine of which nothing but its name is known."""
    return Prescription(
        rx_number="",
        patient_id=patient_id,
        generic_name=name,
        drug=name,
        strength="",
        dosage_form="",
        sig="",
        quantity=0,
        quantity_unit="",
        days_supply=0,
        refills_authorized=0,
        refills_remaining=0,
        written_on=date.min,
        fills=(),
        prescriber="",
        indication="",
        indication_es="",
    )
