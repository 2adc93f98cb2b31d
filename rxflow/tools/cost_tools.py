"""Look-ups about prices and insurance."""

from typing import Any

from rxflow.tools.envelope import Access, Category, Medication, PharmacyWords, Runtime, refill_tool
from rxflow.tools.own_prescriptions import NotFoundError, pharmacies_named, prescription_named
from rxflow.workflow.facts import money

OFFERS = 5


@refill_tool(Category.COST, Access.READ, "mock_prices.json")
def goodrx_price_lookup(
    runtime: Runtime, medication: Medication = None, pharmacy: PharmacyWords = None
) -> dict[str, Any]:
    """Give prices of one of the patient's medicines: what they pay, what the plan pays, and the cash price.

    With `pharmacy` it answers for that one, without it for the least expensive. Example: medication="omeprazole",
    pharmacy="H-E-B". Fails when no price is on file.
    """
    item = prescription_named(runtime, medication)
    services, patient = runtime.context.services, runtime.context.patient
    offers = services.prices.compare(patient, item, services.drugs.get(item.drug))
    if pharmacy is not None:
        wanted = {place.pharmacy_id for place in pharmacies_named(runtime, pharmacy)}
        offers = tuple(offer for offer in offers if offer[0].pharmacy_id in wanted)
    else:
        refills = services.refills
        offers = tuple(offer for offer in offers if refills.fills_available(patient, item, offer[0].pharmacy_id) != 0)
    if not offers:
        raise NotFoundError("No price is on file for that medicine. The pharmacy can tell it.")
    runtime.context.flow.shown(place.pharmacy_id for place, _ in offers[:OFFERS])
    return {
        "medication": item.label,
        "amount": item.amount,
        "prices": [
            {
                "pharmacy_id": place.pharmacy_id,
                "pharmacy": place.name,
                "you_pay": money(price.patient_pays),
                "insurance_pays": money(price.insurance_pays),
                "cash_price": money(price.cash_price),
            }
            for place, price in offers[:OFFERS]
        ],
    }


@refill_tool(Category.COST, Access.READ, "mock_insurance.json")
def check_insurance_formulary(runtime: Runtime, medication: Medication = None) -> dict[str, Any]:
    """Tell what the patient's plan says of one of their medicines: tier, approval, step therapy and limits.

    Use it for "is it covered". `plan` is null for a patient without insurance. Example: medication="Ozempic".
    """
    item = prescription_named(runtime, medication)
    services = runtime.context.services
    plan = services.coverage.plan(runtime.context.patient)
    if plan is None:
        return {"medication": item.label, "plan": None}
    entry = services.coverage.entry(plan, item, services.drugs.get(item.drug))
    limit = entry.quantity_limit
    return {
        "medication": item.label,
        "plan": plan.name,
        "covered": entry.covered,
        "tier": entry.tier,
        "prior_authorization": entry.prior_authorization,
        "authorized_until": _authorized_until(runtime, item.generic_name),
        "step_therapy": entry.step_therapy.description if entry.step_therapy else None,
        "quantity_limit": f"{limit.quantity} {limit.unit} / {limit.days} days" if limit else None,
    }


@refill_tool(Category.COST, Access.READ, "mock_prices.json")
def compare_brand_generic_prices(
    runtime: Runtime, medication: Medication = None, pharmacy: PharmacyWords = None
) -> dict[str, Any]:
    """Compare the cash prices of the brand and the generic of one of the patient's medicines at one pharmacy.

    Whether a generic may be used is the pharmacist's decision. Example: medication="Eliquis".
    """
    item = prescription_named(runtime, medication)
    place = pharmacies_named(runtime, pharmacy)[0]
    prices = runtime.context.services.prices.brand_and_generic(item, place)
    if prices.generic is None and prices.brand is None:
        raise NotFoundError("No price is on file for that medicine. The pharmacy can tell it.")
    return {
        "medication": item.label,
        "pharmacy": place.name,
        "generic": money(prices.generic),
        "brand": money(prices.brand),
    }


@refill_tool(Category.COST, Access.READ, "mock_insurance.json")
def prior_authorization_lookup(runtime: Runtime, medication: Medication = None) -> dict[str, Any]:
    """Tell whether a medicine needs prior authorization, whether one is on file, and the state of a request.

    Example: medication="Humira".
    """
    item = prescription_named(runtime, medication)
    services, patient = runtime.context.services, runtime.context.patient
    plan = services.coverage.plan(patient)
    entry = services.coverage.entry(plan, item, services.drugs.get(item.drug)) if plan else None
    cases = [case for case in services.cases.for_patient(patient.patient_id) if case.rx_number == item.rx_number]
    return {
        "medication": item.label,
        "plan": plan.name if plan else None,
        "prior_authorization": bool(entry and entry.prior_authorization),
        "authorized_until": _authorized_until(runtime, item.generic_name),
        "requests": [{"case_id": case.case_id, "status": case.status} for case in cases if case.route == "insurer"],
    }


def _authorized_until(runtime: Runtime, generic_name: str) -> str | None:
    services = runtime.context.services
    authorization = services.coverage.authorization(runtime.context.patient.patient_id, generic_name)
    if authorization is None or authorization.expires_on < services.local_now().date():
        return None
    return authorization.expires_on.isoformat()
