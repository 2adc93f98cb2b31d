"""What must be true of a database whose process was killed, and of what its patient was told."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import pairwise
from typing import Any

from sqlalchemy import Row, func, select

from rxflow.assistant import Assistant
from rxflow.domain.order import OrderStatus
from rxflow.persistence.audit_head_file import HeadFile
from rxflow.persistence.tables import CASES, CONSENTS, ORDERS, PATIENT_REPORTS, RESERVED_STOCK, TURNS
from tests.support.crash_process import Answer, Request
from tests.support.independent_boxes import Keys
from tests.support.independent_checker import Heard, violations_of
from tests.support.independent_rows import Rows, read_rows
from tests.support.independent_server import read_server_rows
from tests.support.independent_world import World

KINDS = (
    "orders lost",
    "orders doubled",
    "turns lost or doubled",
    "cases lost or doubled",
    "stock off",
    "audit chain broken",
    "could not go on",
    "unsound",
)
"""What can be wrong; `unsound` is what the independent checker says."""
Fault = tuple[str, str]
CANCELLED = OrderStatus.CANCELLED


def inspector(world: World, keys: str) -> Callable[[Assistant, Request], Answer]:
    """Looks through an assistant's database.

    Args:
        world: The independent checker's own reading of the data.
        keys: The keys of the database.
    """

    def inspect(assistant: Assistant, request: Request) -> Answer:
        faults: dict[str, list[str]] = {}
        for kind, sentence in (*_faults(assistant, request), *_unsound(assistant, request, world, keys)):
            faults.setdefault(kind, []).append(sentence)
        return {"counts": _counts(assistant, request), "faults": faults}

    return inspect


def _faults(assistant: Assistant, told: Request) -> Iterator[Fault]:
    yield from _order_faults(assistant, told)
    yield from _turn_faults(assistant, told)
    yield from _case_faults(assistant, told)
    yield from _stock_faults(assistant)
    yield from _chain_faults(assistant)


def _order_faults(assistant: Assistant, told: Request) -> Iterator[Fault]:
    rows = _rows(assistant, select(ORDERS))
    consented = {row.quote_id for row in _rows(assistant, select(CONSENTS))}
    found = {row.order_id: row for row in rows}
    history = {order_id: assistant.services.orders.events(order_id) for order_id in found}
    may_cancel = bool(told["cancelled"]) or any(words == "cancel my order" for words, _ in told["replies"])
    for order_id in told["orders"]:
        row = found.get(order_id)
        if row is None:
            yield "orders lost", f"order {order_id} was told of and is not there"
        elif row.quote_id not in consented:
            yield "orders lost", f"order {order_id} has no consent"
        elif order_id in told["cancelled"] and row.status != CANCELLED:
            yield "orders lost", f"order {order_id} was told to be cancelled and is {row.status}"
        elif row.status == CANCELLED and not may_cancel:
            yield "orders lost", f"order {order_id} is cancelled, which nobody asked for"
        elif [event.number for event in history[order_id]] != list(range(1, row.version + 1)):
            yield "orders lost", f"the history of order {order_id} has gaps"
        elif history[order_id][-1].status != row.status:
            yield "orders lost", f"order {order_id} is {row.status}, and its history ends otherwise"
    standing = Counter((row.rx_ref, row.fill_number) for row in rows if row.status != CANCELLED)
    for (_, fill), count in standing.items():
        if count > 1:
            yield "orders doubled", f"{count} orders stand for fill {fill}"
    placed = Counter(order.rx_number for order in assistant.services.orders.for_patient(told["patient_id"]))
    for rx_number, count in placed.items():
        if count > told["most_orders"].get(rx_number, 0):
            yield "orders doubled", f"{count} orders were placed for {rx_number}"


def _turn_faults(assistant: Assistant, told: Request) -> Iterator[Fault]:
    kind = "turns lost or doubled"
    turns = assistant.services.sessions.turns(told["session_id"])
    if [turn.number for turn in turns] != list(range(1, len(turns) + 1)):
        yield kind, f"turns are numbered {[turn.number for turn in turns]}"
    saved = [turn.detail["turn"] for turn in turns]
    if any(one >= two for one, two in pairwise(saved)):
        yield kind, f"turns were saved as {saved}"
    kept = Counter((turn.patient_text, turn.reply) for turn in turns)
    for (words, reply), count in Counter(tuple(each) for each in told["replies"]).items():
        if kept[words, reply] < count:
            yield kind, f"the answer to {words!r} is not kept"


def _case_faults(assistant: Assistant, told: Request) -> Iterator[Fault]:
    kind = "cases lost or doubled"
    cases = _rows(assistant, select(CASES))
    for case_id in set(told["cases"]) - {row.case_id for row in cases}:
        yield kind, f"case {case_id} was told of and is not there"
    for count in Counter((row.patient_ref, row.rx_ref, row.reason_ref) for row in cases).values():
        if count > 1:
            yield kind, f"{count} cases have one reason"
    for count in Counter(row.report_ref for row in _rows(assistant, select(PATIENT_REPORTS))).values():
        if count > 1:
            yield kind, f"{count} reports say the same"


def _stock_faults(assistant: Assistant) -> Iterator[Fault]:
    taken = select(ORDERS.c.pharmacy_id, ORDERS.c.product_ref, func.count()).where(ORDERS.c.status != CANCELLED)
    ordered = {row[:2]: row[2] for row in _rows(assistant, taken.group_by(*taken.selected_columns[:2]))}
    reserved = {row[:2]: row.fills for row in _rows(assistant, select(*RESERVED_STOCK.c)) if row.fills}
    for place in ordered.keys() | reserved.keys():
        if (fills := reserved.get(place, 0)) != (count := ordered.get(place, 0)):
            yield "stock off", f"{fills} fills are reserved at {place[0]}, and {count} are ordered"


def _chain_faults(assistant: Assistant) -> Iterator[Fault]:
    path = assistant.settings.audit_head_file
    exported = HeadFile(path).read() if path is not None else None
    report = assistant.services.audit.verify(exported.head if exported else None)
    if report.broken is not None:
        yield "audit chain broken", str(report.broken)
    elif report.events == 0:
        yield "audit chain broken", "there are no events"


def _unsound(assistant: Assistant, told: Request, world: World, keys: str) -> Iterator[Fault]:
    heard = [
        Heard(told["session_id"], datetime.fromisoformat(each["at"]), each["said"], each["reply"])
        for each in told["heard"]
    ]
    for sentence in violations_of(_independent_rows(assistant.settings.database_url, world, keys), world, heard):
        yield "unsound", sentence


def _independent_rows(url: str, world: World, keys: str) -> Rows:
    own = Keys.of_text(keys)
    if url.startswith("sqlite:///"):
        return read_rows(url.removeprefix("sqlite:///"), world.identifying, own)
    return read_server_rows(url, world.identifying, own)


def _counts(assistant: Assistant, told: Request) -> dict[str, int]:
    """How often a process was killed between what it kept and what it would have told."""
    unanswered = {datetime.fromisoformat(at) for at in told["unanswered"]}
    orders = _rows(assistant, select(ORDERS.c.created_at, ORDERS.c.updated_at))
    turns = _rows(assistant, select(TURNS.c.said_at))
    return {
        "orders": len(orders),
        "orders placed or cancelled, and the reply never given": sum(
            not unanswered.isdisjoint((row.created_at, row.updated_at)) for row in orders
        ),
        "turns kept, and the reply never given": sum(row.said_at in unanswered for row in turns),
    }


def _rows(assistant: Assistant, statement: Any) -> list[Row[Any]]:
    with assistant._store.read() as tx:
        return list(tx.execute(statement))
