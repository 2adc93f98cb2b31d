"""All rules about one refill, in the order in which they decide."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rxflow.clinical.allergies import check_allergies
from rxflow.clinical.coverage import check_authorization, check_covered, check_quantity, check_step_therapy
from rxflow.clinical.dosage import check_dose
from rxflow.clinical.duplication import check_duplication
from rxflow.clinical.eligibility import (
    check_expiry,
    check_refills,
    check_rems,
    check_schedule,
    check_status,
    check_transfer,
)
from rxflow.clinical.interactions import check_interactions
from rxflow.clinical.medication import Medication
from rxflow.clinical.overrides import lift
from rxflow.clinical.pregnancy import check_pregnancy
from rxflow.clinical.records import (
    check_amounts,
    check_days_supply,
    check_minor,
    check_not_before,
    check_weight_dosing,
)
from rxflow.clinical.refill_date import check_refill_date
from rxflow.clinical.stock import check_stock
from rxflow.clinical.tables import ClinicalTables
from rxflow.domain.case_decision import Override
from rxflow.domain.drug import Drug
from rxflow.domain.finding import Assessment, Finding, FindingCode, Route, Severity
from rxflow.domain.patient import Patient
from rxflow.domain.plan import Authorization, FormularyEntry, Plan
from rxflow.domain.prescription import Prescription

__all__ = ["Medication", "RefillFacts", "assess_refill"]


@dataclass(frozen=True, slots=True)
class RefillFacts:
    """Everything that the rules need to know about one refill.

    `drug` is None when it is unlisted. `taken_now` excludes this prescription. `plan` and `formulary` are None without
    insurance. `tried` holds the drug record names that the patient ever filled. `fills_available` is what the pharmacy
    asked for can still make; None is plenty. `state` is that pharmacy's, such as `TX`; None counts federal rules only.
    `exceptions` are findings that the plan has approved an exception from, and `overrides` those that a pharmacist has
    looked at and approved. `renewed_after` counts the refills that were used before the prescriber renewed it here.
    """

    patient: Patient
    prescription: Prescription
    drug: Drug | None
    taken_now: tuple[Medication, ...]
    plan: Plan | None
    formulary: FormularyEntry | None
    authorization: Authorization | None
    tried: frozenset[str]
    fills_available: int | None
    today: date
    state: str | None = None
    exceptions: frozenset[FindingCode] = frozenset()
    overrides: tuple[Override, ...] = ()
    renewed_after: int = 0


def assess_refill(facts: RefillFacts, tables: ClinicalTables) -> Assessment:
    """Run every rule and return the findings in the order of decision; the first that blocks decides.

    What a pharmacist has approved is found all the same, and told as a warning (`rxflow.clinical.overrides`).

    Another patient's prescription is answered as one that does not exist, and no rule runs on it.
    Source: DOMAIN.md §1.12.
    """
    rx_number = facts.prescription.rx_number
    if facts.prescription.patient_id != facts.patient.patient_id:
        return Assessment(rx_number, (_not_found(),))
    found = (finding for finding in _findings(facts, tables) if finding is not None)
    return Assessment(rx_number, lift(found, facts.overrides, rx_number, facts.today))


def _findings(facts: RefillFacts, tables: ClinicalTables) -> Iterator[Finding | None]:
    medication = Medication(facts.prescription, facts.drug)
    today, state = facts.today, facts.state
    yield check_minor(facts.patient, medication, today)
    yield check_status(medication)
    yield check_schedule(medication)
    yield check_rems(medication, tables, today)
    yield check_not_before(medication, today)
    yield check_expiry(medication, tables, today, state)
    yield check_amounts(medication)
    yield check_refills(medication, tables, today, state, facts.renewed_after)
    yield check_transfer(medication)
    yield check_refill_date(medication, facts.plan, tables, today)
    yield check_days_supply(medication, tables, today, state)
    yield from check_allergies(facts.patient, medication, tables)
    yield check_pregnancy(facts.patient, medication, tables)
    yield from check_interactions(medication, facts.taken_now, tables)
    yield from check_duplication(medication, facts.taken_now, tables)
    yield check_weight_dosing(medication)
    yield from check_dose(medication, facts.taken_now, tables)
    if facts.plan is not None and facts.formulary is not None:
        if FindingCode.NOT_COVERED not in facts.exceptions:
            yield check_covered(medication, facts.plan, facts.formulary)
        yield check_authorization(medication, facts.plan, facts.formulary, facts.authorization, facts.today)
        if FindingCode.STEP_THERAPY not in facts.exceptions:
            yield check_step_therapy(medication, facts.plan, facts.formulary, facts.tried)
        yield check_quantity(medication, facts.plan, facts.formulary)
    yield check_stock(medication, facts.fills_available)


def _not_found() -> Finding:
    return Finding(
        FindingCode.NOT_FOUND,
        Severity.BLOCK,
        "We could not find this prescription on your record. A pharmacist can help you look for it.",
        Route.PHARMACIST,
        {"source": "DOMAIN.md §1.12 and §6.3", "confidence": "K"},
    )
