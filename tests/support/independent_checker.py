"""Looks through an assistant's database for orders that should not be: an auditor that shares no code with rxflow.

It reads the SQLite file with `sqlite3`, opens what is sealed there by its documented format, reads the data folder with
`json` and `csv`, and knows the rules from DOMAIN.md.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

from tests.support.independent_asked import Asked, Earlier, Refill
from tests.support.independent_boxes import Keys
from tests.support.independent_coverage import money
from tests.support.independent_rows import Row, Rows, instant, read_rows
from tests.support.independent_rules import faults_of
from tests.support.independent_world import World, letters, read_world

AUSTIN = ZoneInfo("America/Chicago")
CONSENT_LASTS = timedelta(minutes=30)
FOLLOWS = {
    "SUBMITTED": {"VERIFYING", "CANCELLED"},
    "VERIFYING": {"FILLING", "CANCELLED"},
    "FILLING": {"READY"},
    "READY": {"PICKED_UP"},
}
PLAIN_YES = frozenset(
    "yes|yes please|yes place the order|yes place order|place the order|yes i agree|i agree|ok|okay|sure|go ahead|"
    "confirm|i confirm|si|si por favor|claro|de acuerdo|adelante|confirmo|si haga el pedido".split("|")
)


@dataclass(frozen=True)
class Heard:
    """What the patient themselves saw of a turn, for the turns that the store could not keep.

    `said` is None where the assistant spoke unasked, as when a conversation is opened again; `reply` is None where the
    patient got none, because the program died.
    """

    session_id: str
    at: datetime
    said: str | None
    reply: str | None
    button: tuple[str, ...] | None = None


def find_violations(
    database_path: Path | str, data_dir: Path | str, first_day: date, heard: Iterable[Heard] = ()
) -> list[str]:
    """Everything in a database that no rule or no consent allows, a sentence each.

    Args:
        database_path: The SQLite file of an assistant.
        data_dir: The data folder that it ran on.
        first_day: The local day from which the folder's relative dates count.
        heard: What patients saw, where it is known; turns that the store lost are taken from it.
    """
    return violations_in(database_path, read_world(Path(data_dir), first_day), heard)


def violations_in(
    database_path: Path | str, world: World, heard: Iterable[Heard] = (), keys: Keys | None = None
) -> list[str]:
    """As `find_violations`, on a world that was read already, and with other keys than those beside the database."""
    return violations_of(read_rows(database_path, world.identifying, keys), world, heard)


def violations_of(rows: Rows, world: World, heard: Iterable[Heard] = ()) -> list[str]:
    """As `violations_in`, on rows that were read already."""
    return [*rows.faults, *_Audit(rows, world, heard).sentences()]


def is_plain_yes(words: str) -> bool:
    """Whether a message is one of a few ways to say yes, and nothing more."""
    bare = "".join(char for char in unicodedata.normalize("NFKD", words.casefold()) if not unicodedata.combining(char))
    return " ".join(re.sub(r"[.,!¡]", " ", bare).split()) in PLAIN_YES


def shows_quote(reply: str, quote: Row) -> bool:
    """Whether a reply ends by asking about a quote: medicine, amount, pharmacy and price in its last paragraph.

    Look-alike names are written in tall-man letters, and what is counted in the patient's language.
    """
    question = reply.rstrip().split("\n\n")[-1].casefold()
    price = f"${Decimal(str(quote['patient_pays'])):,.2f}"
    number = re.match(r"\d+", quote["amount"])
    named = all(str(quote[name]).casefold() in question for name in ("medication", "pharmacy_name"))
    counted = number is not None and re.search(rf"(?<!\d){number[0]}(?!\d)", question) is not None
    return question.endswith("?") and named and counted and _names_price(question, price)


def _names_price(question: str, price: str) -> bool:
    return re.search(rf"(?<![\d$]){re.escape(price)}(?![\d,])(?!\.\d)", question) is not None


def product_ref(generic_name: str, strength: str, keys: Keys) -> str:
    """What the stock of a product is counted by."""
    return keys.digest("product", letters(generic_name), strength.lower())


class _Audit:
    def __init__(self, rows: Rows, world: World, heard: Iterable[Heard]) -> None:
        tables = rows.tables
        self._world = world
        self._keys = rows.keys
        self._reserved = {(row["pharmacy_id"], row["product_ref"]): row["fills"] for row in tables["reserved_stock"]}
        self._orders = tables["orders"]
        self._cases = {row["case_id"]: row for row in tables["cases"]}
        self._withdrawn = {row["quote_id"]: row["at"] for row in tables["quote_withdrawals"]}
        self._reports = tables["patient_reports"]
        self._sessions = {row["session_id"]: row for row in tables["sessions"]}
        self._quotes = {row["quote_id"]: row for row in tables["quotes"]}
        self._consents = {row["quote_id"]: row for row in tables["consents"]}
        self._events: defaultdict[str, list[Row]] = defaultdict(list)
        for event in sorted(tables["order_events"], key=lambda row: row["number"]):
            self._events[event["order_id"]].append(event)
        self._recorded = [
            Heard(row["session_id"], instant(row["said_at"]), row["patient_text"], row["reply"])
            for row in tables["turns"]
        ]
        self._heard = {(one.session_id, one.at): one for one in heard}
        self._talk = _talk(self._recorded, self._heard)

    def sentences(self) -> Iterator[str]:
        for order in self._orders:
            for fault in (*self._record_faults(order), *self._history_faults(order), *self._rule_faults(order)):
                yield f"Order {order['order_id']} ({order['rx_number']}): {fault}."
        for turn in self._recorded:
            own = self._heard.get((turn.session_id, turn.at), turn)
            if own.reply not in {None, turn.reply}:
                yield f"Conversation {turn.session_id}: a turn is recorded otherwise than the patient saw it."
        standing = Counter((o["rx_number"], o["fill_number"]) for o in self._orders if o["status"] != "CANCELLED")
        for (rx_number, fill), count in standing.items():
            if count > 1:
                yield f"Prescription {rx_number}: {count} orders stand for fill {fill}."
        for quote_id, count in Counter(order["quote_id"] for order in self._orders).items():
            if count > 1:
                yield f"Quote {quote_id}: {count} orders rest on it."
        for order_id in self._events.keys() - {order["order_id"] for order in self._orders}:
            yield f"Order {order_id}: it has a history and does not exist."
        yield from self._stock_faults()

    def _stock_faults(self) -> Iterator[str]:
        """Stock taken is what the orders that stand take, no more and no less."""
        taken = Counter((o["pharmacy_id"], o["product_ref"]) for o in self._orders if o["status"] != "CANCELLED")
        for place, product in taken.keys() | self._reserved.keys():
            fills, counted = self._reserved.get((place, product), 0), taken[place, product]
            if fills != counted:
                yield f"Stock of {place}: {fills} fills of {product} are reserved, and {counted} are ordered."

    # --- what was shown and agreed to

    def _record_faults(self, order: Row) -> Iterator[str]:
        quote, consent = self._quotes.get(order["quote_id"]), self._consents.get(order["quote_id"])
        if quote is None:
            yield "its quote does not exist"
            return
        same = "patient_id rx_number fill_number medication quantity amount pharmacy_id pharmacy_name patient_pays"
        for name in same.split():
            if order[name] != quote[name]:
                yield f"its {name} is not the quote's"
        yield from self._session_faults(order, quote)
        if consent is None:
            yield "nobody agreed to its quote"
            return
        yield from self._consent_faults(order, quote, consent)

    def _session_faults(self, order: Row, quote: Row) -> Iterator[str]:
        session, created = self._sessions.get(quote["session_id"]), instant(order["created_at"])
        if session is None:
            yield "its conversation does not exist"
            return
        if session["patient_id"] != order["patient_id"]:
            yield "its conversation belongs to another patient"
        if session["ended_at"] and instant(session["ended_at"]) < created:
            yield "its conversation had ended"
        for case in self._cases.values():
            emergency = "EMERGENCY" in case["findings"] and case["status"] == "open"
            if emergency and case["session_id"] == quote["session_id"] and instant(case["created_at"]) <= created:
                yield "an emergency had stopped the conversation"
        withdrawn = self._withdrawn.get(quote["quote_id"])
        if withdrawn and instant(withdrawn) < created:
            yield "its quote had been withdrawn"

    def _consent_faults(self, order: Row, quote: Row, consent: Row) -> Iterator[str]:
        created, given, quoted = instant(order["created_at"]), instant(consent["given_at"]), instant(quote["quoted_at"])
        if consent["session_id"] != quote["session_id"]:
            yield "the consent is from another conversation"
        if consent["means"] not in {"words", "button"}:
            yield f"the consent was given by {consent['means']!r}"
        if given < quoted:
            yield "the consent came before the quote"
        if given > created:
            yield "the consent came after the order"
        if created - given > CONSENT_LASTS or created - quoted > CONSENT_LASTS:
            yield "the consent or its quote is older than 30 minutes"
        talk = self._talk[consent["session_id"]]
        before = [turn.reply for turn in talk if turn.at < given and turn.reply is not None]
        # The first of a time: with a frozen clock several turns share theirs, and the order names its own.
        now = [turn for turn in talk if turn.at >= given and turn.said is not None]
        now.sort(key=lambda turn: (turn.at, order["order_id"] not in (turn.reply or "")))
        if not before or not shows_quote(before[-1], quote):
            yield "the reply before the consent did not end in its quote"
        if not now:
            yield "the words of the consent are not on record"
        elif consent["means"] == "words" and not is_plain_yes(str(now[0].said)):
            yield f"the patient's words were no plain yes: {str(now[0].said)[:60]!r}"
        elif consent["means"] == "button" and order["quote_id"] not in (now[0].button or (order["quote_id"],)):
            yield "the button belonged to other quotes"

    # --- what became of it

    def _history_faults(self, order: Row) -> Iterator[str]:
        events = self._events[order["order_id"]]
        statuses = [event["status"] for event in events]
        times = [instant(event["at"]) for event in events]
        if not events or statuses[0] != "SUBMITTED":
            yield "its history does not begin with SUBMITTED"
            return
        if [event["number"] for event in events] != list(range(1, len(events) + 1)):
            yield "its history has gaps"
        for one, two in pairwise(statuses):
            if two not in FOLLOWS.get(one, set()):
                yield f"it went from {one} to {two}"
        if statuses[-1] != order["status"]:
            yield f"it is {order['status']}, and its history ends in {statuses[-1]}"
        if times != sorted(times) or times[0] != instant(order["created_at"]):
            yield "the times of its history do not fit"

    def _supplied_on(self, order: Row) -> date:
        """The local day on which an order's supply begins: handed out, else prepared, else promised (DOMAIN.md §5)."""
        days = {event["status"]: instant(event["at"]) for event in self._events[order["order_id"]]}
        at = days.get("PICKED_UP") or days.get("READY") or instant(order["ready_at"])
        return at.astimezone(AUSTIN).date()

    def _stood(self, order: Row, at: datetime) -> bool:
        cancelled = (instant(row["at"]) for row in self._events[order["order_id"]] if row["status"] == "CANCELLED")
        return all(at < when for when in cancelled)

    # --- what the rules say

    def _rule_faults(self, order: Row) -> Iterator[str]:
        created, quote = instant(order["created_at"]), self._quotes.get(order["quote_id"])
        earlier = [
            other
            for other in self._orders
            if other is not order
            and (instant(other["created_at"]), other["sequence"]) < (created, order["sequence"])
            and other["rx_number"] in self._world.prescriptions
            and self._stood(other, created)
        ]
        refill = Refill(
            order["patient_id"],
            order["rx_number"],
            order["pharmacy_id"],
            created.astimezone(AUSTIN).date(),
            tuple(Earlier(o["rx_number"], o["pharmacy_id"], self._supplied_on(o)) for o in earlier),
            tuple(self._reported(order["patient_id"], created)),
        )
        yield from faults_of(self._world, refill)
        item = self._world.prescriptions.get(order["rx_number"])
        patient = self._world.patients.get(order["patient_id"])
        if item is None or patient is None:
            return
        yield from self._label_faults(order, item)
        if quote is not None:
            asked = Asked(self._world, refill, patient, item, self._world.drug_of(item))
            yield from money(asked, quote["cash_price"], quote["patient_pays"], quote["insurance_pays"])

    def _reported(self, patient_id: str, before: datetime) -> Iterator[tuple[str, str]]:
        """What a patient had told of themselves, and no pharmacist has settled."""
        for row in self._reports:
            case = self._cases.get(row["case_id"])
            settled = case is not None and case["status"] != "open"
            if row["patient_id"] == patient_id and instant(row["reported_at"]) < before and not settled:
                yield row["kind"], row["subject"]

    def _label_faults(self, order: Row, item: Row) -> Iterator[str]:
        place = self._world.pharmacies.get(order["pharmacy_id"])
        if order["quantity"] != item["quantity"]:
            yield f"{order['quantity']} are ordered, and {item['quantity']} are prescribed"
        if not re.search(rf"(?<!\d){item['quantity']}(?!\d)", order["amount"]):
            yield f"{order['amount']!r} does not say {item['quantity']}"
        names = {letters(item["generic_name"]), letters(item["brand_name"] or item["generic_name"])}
        label = letters(order["medication"])
        if letters(item["strength"]) not in label or not any(name in label for name in names):
            yield f"{order['medication']!r} is not the label's medicine"
        if order["product_ref"] != product_ref(item["generic_name"], item["strength"], self._keys):
            yield "it takes another product from the stock"
        if place is not None and order["pharmacy_name"] != place["name"]:
            yield "the pharmacy's name is another's"
        used = item["refills_authorized"] - item["refills_remaining"]
        if not used + 2 <= order["fill_number"] <= item["refills_authorized"] + 1:
            yield f"fill {order['fill_number']} is none that is still authorized"
        if instant(order["ready_at"]) < instant(order["created_at"]):
            yield "it is ready before it was placed"


def _talk(recorded: Iterable[Heard], heard: Mapping[tuple[str, datetime], Heard]) -> defaultdict[str, list[Heard]]:
    """Each conversation in its order: what is recorded, and what only the patient knows of."""
    talk: defaultdict[str, list[Heard]] = defaultdict(list)
    for turn in (*(one for one in recorded if (one.session_id, one.at) not in heard), *heard.values()):
        talk[turn.session_id].append(turn)
    for conversation in talk.values():
        conversation.sort(key=lambda turn: turn.at)
    return talk
