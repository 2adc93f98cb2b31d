"""What the figures for the pharmacy cost: counting a year's conversations out of a trail of many events.

`python -m bench.insights [--events N]`
"""

import argparse
import tracemalloc
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter
from zoneinfo import ZoneInfo

from bench.figures import Figure, as_table
from rxflow.domain.audit import ASSISTANT, AuditAction, AuditEvent, Detail
from rxflow.domain.finding import Route
from rxflow.domain.order import Consent, Order, OrderStatus, Quote
from rxflow.persistence.audit_repository import AuditRepository
from rxflow.persistence.engine import Store, create_store
from rxflow.persistence.order_repository import OrderRepository, Product
from rxflow.persistence.session_repository import Session, SessionRepository
from rxflow.persistence.transaction import Transaction
from rxflow.security.cipher import Cipher
from rxflow.security.keys import KeyRing, KeyText, format_keys, new_keys
from rxflow.services.audited_acts import order_submitted, quote_made
from rxflow.services.insights import InsightsService, Wanted

BEGAN = datetime(2026, 1, 1, tzinfo=UTC)
DAYS = 365
TURNS = 4
CONVERSATIONS_AT_A_TIME = 200
CHOSEN, BLOCKED = 0.9, "TOO_SOON"
GOAL_SECONDS = 1.0


def conversation(tx: Transaction, number: int, random: Random) -> list[AuditEvent]:
    """One conversation of four turns with some ten events each, as the assistant writes them; most end in an order."""
    at = BEGAN + timedelta(seconds=random.randrange(DAYS * 86_400))
    session_id, patient_id = f"session-{number}", f"patient_{number % 500}"
    SessionRepository(tx).add(Session(session_id, patient_id, "refill", at), None)
    events: list[AuditEvent] = []

    def tell(action: AuditAction, **detail: Detail) -> None:
        events.append(AuditEvent(at, ASSISTANT, action, patient_id, session_id, detail=detail))

    is_chosen = random.random() < CHOSEN
    for turn in range(1, TURNS + 1):
        at += timedelta(seconds=random.randrange(5, 60))
        if turn == TURNS and is_chosen:
            events.extend(_ordered(tx, number, session_id, patient_id, at))
        tell(AuditAction.RECORD_READ, turn=turn)
        for _ in range(3):
            tell(AuditAction.MODEL_CALLED, provider="builtin", model="builtin", success=True, milliseconds=2)
        for tool in ("select_prescription", "find_nearby_pharmacies", "check_pharmacy_inventory"):
            tell(AuditAction.TOOL_CALLED, tool=tool, success=True, milliseconds=3)
        if turn == 1:
            stop: dict[str, Detail] = {} if is_chosen else {"code": BLOCKED}
            tell(AuditAction.PRESCRIPTION_ASSESSED, findings=[BLOCKED], selected=is_chosen, **stop)
        if turn == 1 and not is_chosen:
            tell(AuditAction.CASE_OPENED, route=Route.PRESCRIBER.value, urgent=False, findings=[BLOCKED])
        tell(AuditAction.TURN_ANSWERED, turn=turn, milliseconds=20, model_calls=3, tool_calls=3)
    return events


def _ordered(tx: Transaction, number: int, session_id: str, patient_id: str, at: datetime) -> list[AuditEvent]:
    """Two quotes, and the order of the second."""
    orders, events = OrderRepository(tx), []
    for place, pays in enumerate(("9.50", "7.25")):
        quote = Quote(
            quote_id=f"QT-{number}-{place}",
            session_id=session_id,
            patient_id=patient_id,
            rx_number=f"RX{number}",
            fill_number=2,
            medication="lisinopril 10 mg tablet",
            quantity=30,
            amount="30 tablets",
            pharmacy_id=f"PH{number % 8:03}",
            pharmacy_name="A pharmacy",
            cash_price=Decimal("15.00"),
            patient_pays=Decimal(pays),
            insurance_pays=None,
            ready_at=at,
            quoted_at=at,
        )
        orders.add_quote(quote)
        events.append(quote_made(quote))
    same = {name: getattr(quote, name) for name in Order.__dataclass_fields__ if name in Quote.__dataclass_fields__}
    order = Order(**same, order_id=f"RF-{number}", status=OrderStatus.SUBMITTED, created_at=at, updated_at=at)
    consent = Consent(quote.quote_id, session_id, at, "words")
    orders.add_order(order, quote.quote_id, Product("lisinopril", "10 mg"), consent, "patient")
    return [*events, *order_submitted(order, consent)]


def fill(store: Store, events: int) -> int:
    """Write conversations until there are so many events; how many there are."""
    random, written, number = Random(1), 0, 0
    while written < events:
        with store.write() as tx:
            batch = []
            for _ in range(CONVERSATIONS_AT_A_TIME):
                number += 1
                batch += conversation(tx, number, random)
            AuditRepository(tx).append(batch)
            written += len(batch)
    return written


def measure(store: Store, wanted: Wanted) -> tuple[float, int]:
    """The best of three runs in seconds, and the orders that were counted."""
    service = InsightsService(store=store, zone=ZoneInfo("America/Chicago"), smallest=1)
    took = []
    for _ in range(3):
        began = perf_counter()
        found = service.figures(wanted)
        took.append(perf_counter() - began)
    return min(took), found.steps["ordered"] or 0


def peak_megabytes(store: Store, wanted: Wanted) -> float:
    """What the figures need of memory at most."""
    tracemalloc.start()
    InsightsService(store=store, zone=ZoneInfo("America/Chicago"), smallest=1).figures(wanted)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1_000_000


def main() -> None:
    """Print the figures."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--events", type=int, default=100_000)
    given = arguments.parse_args()
    year, week = (Wanted(BEGAN, BEGAN + timedelta(days=days)) for days in (DAYS + 1, 7))
    with TemporaryDirectory(prefix="rxflow-insights-") as folder:
        store = create_store(f"sqlite:///{folder}/insights.db", Cipher(KeyRing(KeyText(format_keys(new_keys())))))
        written = fill(store, given.events)
        seconds, orders = measure(store, year)
        figures = [
            Figure(f"a year: {written:,} events, {orders:,} orders", seconds, "s", GOAL_SECONDS),
            Figure("a week of it", measure(store, week)[0], "s"),
            Figure("the year filtered by what stopped a refill", measure(store, _stopped(year))[0], "s"),
            Figure("memory at most", peak_megabytes(store, year), "MB"),
        ]
        store.close()
    print(as_table(figures))


def _stopped(wanted: Wanted) -> Wanted:
    return Wanted(wanted.since, wanted.until, code=BLOCKED)


if __name__ == "__main__":
    main()
