"""Look-ups about medicines: names, doses and interactions."""

from typing import Annotated, Any

from pydantic import Field

from rxflow.clinical.dosage import check_dose, mg_by_ingredient
from rxflow.clinical.interactions import worst_interaction
from rxflow.clinical.medication import Medication as TakenMedication
from rxflow.clinical.tables import ClinicalTables
from rxflow.domain.prescription import Prescription
from rxflow.services.drugs import DrugService
from rxflow.tools.envelope import MAX_WORDS, Access, Category, Medication, Runtime, refill_tool
from rxflow.tools.own_prescriptions import NotFoundError, prescription_named, prescriptions_named

DrugName = Annotated[str, Field(min_length=2, max_length=MAX_WORDS, description="A generic or brand name.")]


@refill_tool(Category.RXNORM, Access.READ, "mock_drugs.json")
def rxnorm_medication_lookup(runtime: Runtime, name: DrugName) -> list[dict[str, Any]]:
    """Look up a medicine by name: RxCUI, generic name, brands, class, schedule, strengths and what it is for.
    Similar names are matches to ask about, never to pick.

    Use it for a name that the patient gives, even if misspelled. Example: name="Lipitor". Fails when no listed medicine
    has such a name.
    """
    matches = runtime.context.services.drugs.find(name)
    if not matches:
        raise NotFoundError("No listed medicine has a name like that. A pharmacist can look further.")
    return [
        {
            "rxcui": match.drug.rxcui,
            "name": match.drug.name,
            "brands": list(match.drug.brands),
            "class": match.drug.therapeutic_class,
            "schedule": match.drug.schedule.value,
            "strengths": list(match.drug.strengths),
            "uses": list(match.drug.uses),
            "match": match.kind,
        }
        for match in matches
    ]


@refill_tool(Category.RXNORM, Access.READ, "clinical/max_daily_dose.csv")
def verify_medication_dosage(runtime: Runtime, medication: Medication = None) -> dict[str, Any]:
    """Compare the label's directions of one of the patient's prescriptions with the label's maximum daily dose.
    Never advise a dose from it.

    Use it before questions about a dose go to the pharmacist. Example:
    medication="metformin". `mg_per_day` is empty when the directions cannot be read as a number.
    """
    item = prescription_named(runtime, medication)
    services = runtime.context.services
    taken = TakenMedication(item, services.drugs.get(item.drug))
    found = check_dose(taken, (), services.tables)
    return {
        "medication": item.label,
        "sig": item.sig,
        "mg_per_day": {name: float(amount) for name, amount in mg_by_ingredient(taken).items()},
        "findings": [finding.message for finding in found],
    }


@refill_tool(Category.RXNORM, Access.READ, "clinical/interactions.csv")
def check_drug_interactions(runtime: Runtime, medication: Medication = None) -> list[dict[str, Any]]:
    """List what our table says of the patient's medicines together with the others they take now.
    An empty list only means that our table has no entry: say that a pharmacist checks every fill.

    Use it when the patient asks whether medicines interact; without `medication` for all of them. Example:
    medication="warfarin".
    """
    services, flow = runtime.context.services, runtime.context.flow
    today = services.local_now().date()
    taken = [item for item in flow.prescriptions if item.is_taken_now(today)]
    asked = prescriptions_named(runtime, medication) if medication or flow.context.about else taken
    return [
        {"medication": item.label, "interactions": _interactions(item, taken, services.drugs, services.tables)}
        for item in asked
    ]


def _interactions(
    item: Prescription, taken: list[Prescription], drugs: DrugService, tables: ClinicalTables
) -> list[dict[str, str]]:
    asked, found = TakenMedication(item, drugs.get(item.drug)), []
    for other in taken:
        row = worst_interaction(asked, TakenMedication(other, drugs.get(other.drug)), tables)
        if row is not None and other.rx_number != item.rx_number:
            found.append({"with": other.label, "severity": row.severity, "effect": row.effect, "source": row.source})
    return found
