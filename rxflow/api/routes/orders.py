"""Quotes and orders: what a refill would be, agreeing to it, where it is, taking it back."""

from decimal import Decimal
from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import Field

from rxflow.api.access import Ordering, Reading, Served, patient_of, record_read
from rxflow.api.addresses import V1
from rxflow.api.envelopes import Page, Paging, Success, Wanted, page_of
from rxflow.api.resources import (
    Id,
    OrderResource,
    OrderStep,
    PharmacyId,
    QuoteResource,
    RxNumber,
    SessionId,
    TrackedOrder,
)
from rxflow.api.routes.sessions import own_session
from rxflow.api.statuses import SIGNED_IN, failures
from rxflow.domain.acting import ActingAs
from rxflow.domain.errors import OrderRefusedError
from rxflow.domain.order import Consent

router = APIRouter(prefix=V1, tags=["orders"], responses=failures(*SIGNED_IN))


class WantedQuote(Wanted):
    """What is to be refilled, and where."""

    session_id: SessionId
    rx_number: RxNumber
    pharmacy_id: PharmacyId


class Agreement(Wanted):
    """The patient's yes to a quote that they were shown: which, and what it said that they pay."""

    session_id: SessionId
    quote_id: Id
    patient_pays: Annotated[str, Field(pattern=r"^[0-9]{1,9}\.[0-9]{2}$", examples=["5.80"])]


@router.post("/quotes", status_code=201, responses=failures(404, 409))
def quote(wanted: WantedQuote, assistant: Served, who: Ordering) -> Success[QuoteResource]:
    """Ask every rule whether a prescription may be refilled at a pharmacy today, and what it would cost."""
    session = own_session(wanted.session_id, assistant, who)
    made = assistant.services.orders.quote(
        session.session_id, session.patient_id, wanted.rx_number.upper(), wanted.pharmacy_id
    )
    return Success(data=QuoteResource.of(made))


@router.post("/orders", status_code=201, responses=failures(404, 409))
def submit(wanted: Agreement, assistant: Served, who: Ordering) -> Success[OrderResource]:
    """Order what a quote offers. Every rule is asked again; the same agreement again is the same order."""
    services = assistant.services
    session = own_session(wanted.session_id, assistant, who)
    offered = services.orders.find_quote(session.session_id, wanted.quote_id)
    if offered.patient_pays != Decimal(wanted.patient_pays):
        raise OrderRefusedError("QUOTE_MISMATCH", "The quote says another price. Show it to the patient again.")
    consent = Consent(offered.quote_id, session.session_id, services.now(), "button")
    return Success(data=OrderResource.of(services.orders.submit(offered, consent)))


@router.get("/orders")
def list_orders(assistant: Served, who: Reading, paging: Annotated[Paging, Query()]) -> Page[OrderResource]:
    """One's own orders, newest first."""
    found = assistant.services.orders.for_patient(patient_of(who))
    record_read(assistant, who, "orders", len(found))
    return page_of([OrderResource.of(each) for each in found], paging)


@router.get("/orders/{order_id}", responses=failures(404))
def track(order_id: Annotated[Id, Path()], assistant: Served, who: Reading) -> Success[TrackedOrder]:
    """Where an order is, and how it got there."""
    orders = assistant.services.orders
    order = orders.get(patient_of(who), order_id)
    record_read(assistant, who, "orders")
    steps = [OrderStep.of(each) for each in orders.events(order_id)]
    return Success(data=TrackedOrder(order=OrderResource.of(order), steps=steps))


@router.post("/orders/{order_id}/cancellation", responses=failures(404, 409))
def cancel(order_id: Annotated[Id, Path()], assistant: Served, who: Ordering) -> Success[OrderResource]:
    """Cancel an order that the pharmacy has not begun to fill; again, it is as it is."""
    acting_as = who.acting_as or ActingAs.PATIENT
    order = assistant.services.orders.cancel(patient_of(who), order_id, acting_as)
    return Success(data=OrderResource.of(order))
