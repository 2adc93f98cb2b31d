"""Look-ups about prices and insurance."""

from typing import Any

from rxflow.clinical.coverage import is_in_effect
from rxflow.dialogue.outgoing import Act
from rxflow.domain.case import EscalationCase
from rxflow.domain.finding import Route
from rxflow.domain.prescription import Prescription
from rxflow.tools.envelope import Access, Category, Medication, PharmacyWords, Runtime, refill_tool
from rxflow.tools.own_prescriptions import (
    NotFoundError,
    WhichOneError,
    pharmacies_named,
    prescription_named,
    prescriptions_named,
)
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
        "authorized_until": _authorized_until(runtime, item),
        "step_therapy": entry.step_therapy.description if entry.step_therapy else None,
        "quantity_limit": f"{limit.quantity} {limit.unit} / {limit.days} days" if limit else None,
    }


@refill_tool(Category.COST, Access.READ, "mock_prices.json")
def compare_brand_generic_prices(
    runtime: Runtime, medication: Medication = None, pharmacy: PharmacyWords = None
) -> dict[str, Any]:
    """Compare the cash prices of the brand and the generic of one of the patient's medicines at one pharmacy.
    Whether a generic may be used is the pharmacist's decision.

    Example: medication="Eliquis".
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
    """Tell whether a medicine needs prior authorization, until when one is approved, and how far each request is.

    Without `medication` it is about the one in hand, or the only one that needs an authorization. Example:
    medication="Humira".
    """
    item = _authorization_asked(runtime) if medication is None else prescription_named(runtime, medication)
    services, patient = runtime.context.services, runtime.context.patient
    plan = services.coverage.plan(patient)
    requests = [_request(runtime, case) for case in _requests(runtime) if case.rx_number == item.rx_number]
    if requests:
        runtime.context.flow.acts_listed.add(Act.ESCALATED)
    return {
        "medication": item.label,
        "plan": plan.name if plan else None,
        "prior_authorization": _needs_authorization(runtime, item),
        "authorized_until": _authorized_until(runtime, item),
        "requests": requests,
    }


def _authorization_asked(runtime: Runtime) -> Prescription:
    """The prescription in hand, or the only one with a request, or that needs an authorization.

    Raises:
        NotFoundError: No prescription of this patient needs one.
        WhichOneError: Several do.
    """
    named = prescriptions_named(runtime, None)
    if len(named) > 1:
        asked = {case.rx_number for case in _requests(runtime)}
        needing = [item for item in named if _needs_authorization(runtime, item)]
        named = [item for item in named if item.rx_number in asked] or needing
    if not named:
        raise NotFoundError("None of this patient's medicines needs a prior authorization.")
    if len(named) > 1:
        raise WhichOneError([item.label for item in named])
    return named[0]


def _needs_authorization(runtime: Runtime, item: Prescription) -> bool:
    services = runtime.context.services
    plan = services.coverage.plan(runtime.context.patient)
    return plan is not None and services.coverage.entry(plan, item, services.drugs.get(item.drug)).prior_authorization


def _requests(runtime: Runtime) -> list[EscalationCase]:
    cases = runtime.context.services.cases.for_patient(runtime.context.patient.patient_id)
    return [case for case in cases if case.route is Route.INSURER]


def _request(runtime: Runtime, case: EscalationCase) -> dict[str, str]:
    services = runtime.context.services
    last = services.cases.progress(case)
    since = last.at.astimezone(services.zone).date()
    return {"case_id": case.case_id, "status": case.status, "step": last.step.value, "since": since.isoformat()}


def _authorized_until(runtime: Runtime, item: Prescription) -> str | None:
    services = runtime.context.services
    authorization = services.refills.authorization(runtime.context.patient, item)
    if authorization is None or not is_in_effect(authorization, services.local_now().date()):
        return None
    return authorization.expires_on.isoformat()
