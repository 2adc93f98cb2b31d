"""Facts as tools return them and pages show them: plain values, nothing that the patient may not see."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from rxflow.domain.case import EscalationCase
from rxflow.domain.finding import Finding
from rxflow.domain.order import Order, Quote
from rxflow.domain.patient import Patient
from rxflow.domain.prescription import Prescription
from rxflow.prompts.replies import Replies
from rxflow.services.registry import Services
from rxflow.workflow.pharmacy_choice import PharmacyOption
from rxflow.workflow.workflow_types import FindingNote


def money(amount: Decimal | None) -> str | None:
    """US dollars such as `$12.50`."""
    return None if amount is None else f"${amount:,.2f}"


def label(item: Prescription, language: str) -> str:
    """A prescription in a line, with its number and use."""
    return f"{item.rx_number} {item.label} ({item.taken_for(language)})"


def prescription(item: Prescription, language: str) -> dict[str, Any]:
    """What the label says, what it is for in a language, and what is left."""
    return {
        "rx_number": item.rx_number,
        "medication": item.label,
        "sig": item.sig,
        "amount": item.amount,
        "days_supply": item.days_supply,
        "refills_remaining": item.refills_remaining,
        "indication": item.taken_for(language),
        "prescriber": item.prescriber,
        "last_filled": item.last_fill.isoformat() if item.last_fill else None,
    }


def note(item: Finding, replies: Replies, rx_number: str | None = None) -> FindingNote:
    """A finding as it is kept with a case and shown to programs."""
    return FindingNote(
        code=item.code, severity=item.severity, message=replies.finding(item), route=item.route, rx_number=rx_number
    )


def findings(items: Iterable[Finding], replies: Replies) -> list[dict[str, str]]:
    """Findings in the patient's words."""
    return [
        {"code": item.code.value, "severity": item.severity.value, "message": replies.finding(item)} for item in items
    ]


def case(item: EscalationCase) -> dict[str, Any]:
    """An escalation case as the patient may see it."""
    return {
        "case_id": item.case_id,
        "route": item.route.value,
        "reason": item.reason,
        "status": item.status,
        "urgent": item.urgent,
        "rx_number": item.rx_number,
    }


def quote(item: Quote, zone: ZoneInfo) -> dict[str, Any]:
    """A quote with its money as text and its time at the pharmacy."""
    return {
        "quote_id": item.quote_id,
        "rx_number": item.rx_number,
        "medication": item.medication,
        "amount": item.amount,
        "pharmacy": item.pharmacy_name,
        "pharmacy_id": item.pharmacy_id,
        "you_pay": money(item.patient_pays),
        "insurance_pays": money(item.insurance_pays),
        "cash_price": money(item.cash_price),
        "ready_at": local_time(item.ready_at, zone),
    }


def order(item: Order, zone: ZoneInfo) -> dict[str, Any]:
    """An order as programs and pages read it."""
    return {
        "order_id": item.order_id,
        "rx_number": item.rx_number,
        "medication": item.medication,
        "quantity": item.quantity,
        "amount": item.amount,
        "pharmacy_id": item.pharmacy_id,
        "pharmacy": item.pharmacy_name,
        "you_pay": money(item.patient_pays),
        "status": item.status.value,
        "ready_at": local_time(item.ready_at, zone),
        "created_at": item.created_at.isoformat(timespec="seconds"),
    }


def local_time(at: datetime, zone: ZoneInfo) -> str:
    """ISO time at the pharmacy, to the minute."""
    return at.astimezone(zone).isoformat(timespec="minutes")


def pharmacy_options(
    patient: Patient,
    items: Sequence[Prescription],
    services: Services,
    among: Collection[str] | None = None,
    also: Iterable[str] = (),
) -> list[PharmacyOption]:
    """Pharmacies as options for prescriptions together, nearest first and mail order last.

    The price is that of all of them, None where one has none; in stock means that each of them is.

    Args:
        among: The ids of the pharmacies that are wanted; None is all that are near.
        also: The ids of pharmacies that count however far they are.
    """
    options = []
    for option in pharmacy_choices(patient, services, also if among is None else among):
        if among is not None and option.pharmacy.pharmacy_id not in among:
            continue
        prices = [
            services.prices.quote(patient, item, services.drugs.get(item.drug), option.pharmacy) for item in items
        ]
        pays = [price.patient_pays for price in prices if price is not None]
        fills = [services.refills.fills_available(patient, item, option.pharmacy.pharmacy_id) for item in items]
        total = sum(pays, Decimal(0)) if pays and len(pays) == len(items) else None
        options.append(replace(option, patient_pays=total, in_stock=0 not in fills))
    return options


def pharmacy_choices(patient: Patient, services: Services, also: Iterable[str] = ()) -> list[PharmacyOption]:
    """Pharmacies before any medicine is chosen, nearest first and mail order last: those near, and the usual one.

    Args:
        also: The ids of others that count however far they are.
    """
    now = services.local_now()
    return [
        PharmacyOption(
            pharmacy=near.pharmacy,
            miles=near.miles,
            patient_pays=None,
            in_stock=True,
            is_open=near.pharmacy.hours.is_open(now),
            is_usual=near.pharmacy.pharmacy_id == patient.preferred_pharmacy_id,
        )
        for near in services.pharmacies.around(patient.zip, (patient.preferred_pharmacy_id, *also))
    ]


def pharmacy_option(option: PharmacyOption, services: Services) -> dict[str, Any]:
    """An option as it is offered."""
    hours = option.pharmacy.hours.on(services.local_now())
    return {
        "pharmacy_id": option.pharmacy.pharmacy_id,
        "name": option.pharmacy.name,
        "street": option.pharmacy.street,
        "miles": round(option.miles, 1),
        "you_pay": money(option.patient_pays),
        "in_stock": option.in_stock,
        "open_now": option.is_open,
        "hours_today": str(hours) if hours else "closed",
        "wait_minutes": option.pharmacy.wait_minutes,
        "drive_thru": option.pharmacy.drive_thru,
        "delivery": option.pharmacy.delivery,
        "usual": option.is_usual,
    }
