"""Look-ups about pharmacies."""

from datetime import datetime, time
from typing import Annotated, Any

from pydantic import Field

from rxflow.dialogue.opening_words import Opening, read_opening
from rxflow.domain.pharmacy import Pharmacy
from rxflow.tools.envelope import MAX_WORDS, Access, Category, Medication, PharmacyWords, Runtime, refill_tool
from rxflow.tools.own_prescriptions import NotFoundError, pharmacies_named, prescription_named
from rxflow.workflow import facts
from rxflow.workflow.pharmacy_choice import choose

NEARBY = 5
WhenWords = Annotated[
    str | None,
    Field(default=None, max_length=MAX_WORDS, description="The patient's words for a day or time, such as `Sunday`."),
]


@refill_tool(Category.PHARMACY, Access.READ, "mock_pharmacies.json")
def find_nearby_pharmacies(runtime: Runtime, wish: PharmacyWords = None) -> list[dict[str, Any]]:
    """List pharmacies near the patient with miles, hours today, wait, drive-through and delivery, nearest first.

    `wish` narrows the list by the patient's words (examples: "with a drive-through", "open on Sunday", "not CVS").
    Fails when none fits.
    """
    context = runtime.context
    services = context.services
    now = services.local_now()
    is_minor = context.patient.is_minor_on(now.date())
    named = services.pharmacies.find(wish) if wish is not None else ()
    options = [
        option
        for option in facts.pharmacy_choices(context.patient, services, (each.pharmacy_id for each in named))
        if is_minor or not option.pharmacy.pediatric_only
    ]
    if wish is not None:
        fitting = {option.pharmacy.pharmacy_id for option in choose(wish, options, named, (), now)}
        options = [option for option in options if option.pharmacy.pharmacy_id in fitting]
    found = options[:NEARBY]
    if not found:
        raise NotFoundError("No pharmacy near the patient fits that.")
    context.flow.shown(option.pharmacy.pharmacy_id for option in found)
    return [_listed(option.pharmacy, runtime) | {"miles": round(option.miles, 1)} for option in found]


@refill_tool(Category.PHARMACY, Access.READ, "mock_pharmacies.json")
def check_pharmacy_inventory(
    runtime: Runtime, medication: Medication = None, pharmacy: PharmacyWords = None
) -> dict[str, Any]:
    """Tell whether pharmacies have one of the patient's medicines in stock.

    Without `pharmacy` it answers for the one chosen or the patient's usual one. Stock can change until the order is
    placed. Example: medication="Lantus", pharmacy="H-E-B".
    """
    item = prescription_named(runtime, medication)
    context = runtime.context
    return {
        "medication": item.label,
        "pharmacies": [
            {
                "pharmacy_id": place.pharmacy_id,
                "name": place.name,
                "in_stock": context.services.refills.fills_available(context.patient, item, place.pharmacy_id) != 0,
            }
            for place in pharmacies_named(runtime, pharmacy)
        ],
    }


@refill_tool(Category.PHARMACY, Access.READ, "mock_pharmacies.json")
def get_pharmacy_wait_times(runtime: Runtime, pharmacy: PharmacyWords = None) -> list[dict[str, Any]]:
    """Tell the usual wait in minutes at pharmacies; null is mail order. Example: pharmacy="Walgreens"."""
    return [
        {"pharmacy_id": place.pharmacy_id, "name": place.name, "wait_minutes": place.wait_minutes}
        for place in pharmacies_named(runtime, pharmacy)
    ]


@refill_tool(Category.PHARMACY, Access.READ, "mock_pharmacies.json")
def get_pharmacy_details(
    runtime: Runtime, pharmacy: PharmacyWords = None, when: WhenWords = None
) -> list[dict[str, Any]]:
    """Give a pharmacy's address, phone, hours today, and whether it is open now; with `when` also the hours then.

    Example: pharmacy="Costco", when="Sunday".
    """
    opening = read_opening(when) if when else None
    places = pharmacies_named(runtime, pharmacy)
    if opening is None:
        return [_listed(place, runtime) for place in places]
    return [_listed(place, runtime) | {"then": _then(place, opening, runtime)} for place in places]


def _then(place: Pharmacy, opening: Opening, runtime: Runtime) -> list[dict[str, Any]]:
    """A pharmacy's hours on each day that is meant, and whether it is open at the time that is."""
    context = runtime.context
    days = []
    for day in opening.days(context.services.local_now().date()):
        at = datetime.combine(day, opening.at or time(0))
        hours = place.hours.on(at)
        days.append(
            {
                "date": day.isoformat(),
                "hours": context.flow.replies.hours(hours) if hours else None,
                "open": place.hours.is_open(at) if opening.at is not None else None,
            }
        )
    return days


def _listed(place: Pharmacy, runtime: Runtime) -> dict[str, Any]:
    now = runtime.context.services.local_now()
    hours = place.hours.on(now)
    return {
        "pharmacy_id": place.pharmacy_id,
        "name": place.name,
        "address": place.address,
        "phone": place.phone,
        "hours_today": runtime.context.flow.replies.hours(hours) if hours else None,
        "open_now": place.hours.is_open(now),
        "wait_minutes": place.wait_minutes,
        "drive_thru": place.drive_thru,
        "delivery": place.delivery,
        "usual": place.pharmacy_id == runtime.context.patient.preferred_pharmacy_id,
    }
