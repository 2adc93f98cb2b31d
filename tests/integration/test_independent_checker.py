"""The auditor that judges the hostile conversations: it is independent, it passes what is sound, and it is not lax."""

import ast
import hashlib
import shutil
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from rxflow.bootstrap import build_assistant
from rxflow.config.settings import Settings
from rxflow.services.mock_data import MockData
from tests.conftest import DATA_DIR
from tests.support.clock import WEDNESDAY_MORNING, FrozenClock
from tests.support.conversation import TO_THE_QUOTE, Conversation
from tests.support.independent_asked import Refill
from tests.support.independent_boxes import KEY_FILE, Keys
from tests.support.independent_checker import Heard, find_violations, is_plain_yes, violations_in
from tests.support.independent_forgery import Forger, Forgery, emergency, forge, forging, history, place, stored
from tests.support.independent_rows import KEY_COLUMNS, SEALED_FIELDS, read_rows
from tests.support.independent_rules import faults_of
from tests.support.independent_world import World, read_world

FIRST_DAY = WEDNESDAY_MORNING.date()
NOW = WEDNESDAY_MORNING + timedelta(minutes=20)
OMEPRAZOLE = "RX100103"
LATER, EVEN_LATER = (stored(NOW + timedelta(minutes=minutes)) for minutes in (1, 2))


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory, demo: MockData) -> Path:
    """A database with an order that a patient placed in a sound conversation."""
    path = tmp_path_factory.mktemp("good") / "good.db"
    settings = Settings(_env_file=None, database_url=f"sqlite:///{path}")
    clock = FrozenClock(WEDNESDAY_MORNING)
    with build_assistant(settings, now=clock, data=demo) as assistant:
        chat = Conversation(assistant, "patient_001")
        for words in (*TO_THE_QUOTE, "yes"):
            clock.wait(seconds=5)
            chat.say(words)
        assert chat.last.order is not None
    return path


@pytest.fixture(scope="module")
def world() -> World:
    return read_world(DATA_DIR, FIRST_DAY)


def changed(table: str, key: str, **columns: Any) -> Callable[[World], World]:
    """The demo world with one row of a table changed or added."""

    def change(world: World) -> World:
        rows = dict(getattr(world, table))
        rows[key] = {**rows.get(key, {}), **columns}
        return replace(world, **{table: rows})

    return change


def also_taken(like: str, **columns: Any) -> Callable[[World], World]:
    """The demo world in which the patient takes another medicine, too, prescribed like one that there is."""

    def change(world: World) -> World:
        row = {**world.prescriptions[like], "rx_number": "RX-ALSO", "fills_days_ago": [5], **columns}
        return replace(world, prescriptions={**world.prescriptions, "RX-ALSO": row})

    return change


def rule(plan: str, name: str, **columns: Any) -> Callable[[World], World]:
    """The demo world with a plan's note about a medicine."""
    row = {"prior_authorization": False, "step_therapy": None, "quantity_limit": None, "tier": 1}
    return lambda world: replace(
        world, formulary=({**row, "plan_id": plan, "generic_name": name, **columns}, *world.formulary)
    )


def both(*changes: Callable[[World], World]) -> Callable[[World], World]:
    def change(world: World) -> World:
        for each in changes:
            world = each(world)
        return world

    return change


Act = Callable[[Forger], object]


def sql(*statements: str) -> Act:
    return lambda forger: [forger.execute(statement) for statement in statements]


def past(*statuses: str) -> Act:
    return lambda forger: history(forger, "RF-FORGED-1", statuses, NOW)


def swapped(table: str, one: tuple[Any, ...], other: tuple[Any, ...] | None = None) -> Act:
    """Two rows of a table with each other's boxes; the other is by default the one that was there first."""

    def act(forger: Forger) -> None:
        columns = ", ".join(KEY_COLUMNS[table])
        second = other or tuple(forger.execute(f"SELECT {columns} FROM {table} ORDER BY rowid LIMIT 1").fetchone())  # noqa: S608
        boxes = forger.box(table, *one), forger.box(table, *second)
        assert boxes[0] != boxes[1]
        forger.put(table, *second, box=boxes[0])
        forger.put(table, *one, box=boxes[1])

    return act


def box_of_another_table(forger: Forger) -> None:
    """What a case holds in place of what the patient reported: both are known by the case's id."""
    reported(forger)
    forger.put("patient_reports", "CS-FORGED", box=forger.box("cases", "CS-FORGED"))


def reported(forger: Forger, **changes: Any) -> None:
    """Let the patient have reported something that forbids nothing."""
    emergency(forger, "forged-1", NOW + timedelta(hours=1))
    row = {"patient_id": "patient_001", "kind": "missed", "subject": "", "case_id": "CS-FORGED", "reported_at": LATER}
    forger.insert("patient_reports", {**row, **changes})
    step = {"case_id": "CS-FORGED", "number": 1, "step": "opened", "at": LATER, "actor": "assistant", "note": ""}
    forger.insert("case_steps", step)


def sealed_again(forger: Forger, keys: Keys, nonce: bytes | None = None) -> None:
    """The forged order's box closed again, with other keys or a nonce that was there."""
    where = place("orders", "RF-FORGED-1")
    plain = forger.keys.open(forger.box("orders", "RF-FORGED-1"), where)
    forger.put("orders", "RF-FORGED-1", box=keys.seal(plain, where, nonce))


def asked_something_else(forger: Forger) -> None:
    """The reply with the quote goes on to another question."""
    reply = forger.inside("turns", "forged-1", 1)["reply"]
    forger.rewrite("turns", "forged-1", 1, reply=f"{reply}\n\nIs that the right zip code?")


def flipped(byte: int) -> Act:
    """One bit of the forged order's box changed."""

    def act(forger: Forger) -> None:
        box = bytearray(forger.box("orders", "RF-FORGED-1"))
        box[byte] ^= 1
        forger.put("orders", "RF-FORGED-1", box=bytes(box))

    return act


def found_by(table: str, column: str, *hashed: str) -> Act:
    """The forged rows of a table found by the hash of something else."""

    def act(forger: Forger) -> None:
        digest = forger.keys.digest(*hashed)
        mine = "patient_ref = ?" if table == "patient_reports" else f"{KEY_COLUMNS[table][0]} LIKE '%forged%'"
        values = (digest, forger.keys.digest("patient", "patient_001")) if "?" in mine else (digest,)
        forger.execute(f"UPDATE {table} SET {column} = ? WHERE {mine}", *values)  # noqa: S608

    return act


def exchanged(table: str, column: str, one: str, other: str) -> Act:
    """Two rows of a table with each other's value in a column."""

    def act(forger: Forger) -> None:
        values = forger.value(table, column, one), forger.value(table, column, other)
        assert values[0] != values[1]
        if column == "quote_id":
            forger.change(table, one, **{column: "meanwhile"})
        forger.change(table, other, **{column: values[0]})
        forger.change(table, one, **{column: values[1]})

    return act


def repeated(table: str, column: str, *key: Any) -> Act:
    """Another value in a column that repeats what is sealed."""

    def act(forger: Forger) -> None:
        value = forger.value(table, column, *key)
        other = value + 1 if isinstance(value, int) else EVEN_LATER if column.endswith("at") else "another"
        assert other != value
        forger.change(table, *key, **{column: other})

    return act


def sealed_with(forger: Forger, product_ref: tuple[str, ...]) -> None:
    """The forged order with the hash of another product, sealed and repeated."""
    digest = forger.keys.digest(*product_ref)
    forger.rewrite("orders", "RF-FORGED-1", product_ref=digest)
    forger.change("orders", "RF-FORGED-1", product_ref=digest)


def then(*acts: Act) -> Act:
    return lambda forger: [act(forger) for act in acts]


def unchanged(world: World) -> World:
    return world


def nothing(_forger: Forger) -> None:
    """The forged rows are wrong enough."""


@dataclass(frozen=True)
class Wrong:
    """Orders that should not be, and what the checker must say of them."""

    says: str
    forgeries: tuple[Forgery, ...] = (Forgery(OMEPRAZOLE),)
    world: Callable[[World], World] = unchanged
    act: Act = nothing


def order(rx_number: str, says: str, pharmacy_id: str = "PH003", **more: Any) -> Wrong:
    return Wrong(says, (Forgery(rx_number, pharmacy_id, **more),))


def kept(says: str, **tables: dict[str, Any]) -> Wrong:
    """An allowed order with another value in a column of a table."""
    return Wrong(says, (Forgery(OMEPRAZOLE, changes=tables),))


def both_rows(**columns: Any) -> dict[str, dict[str, Any]]:
    return {"orders": columns, "quotes": columns}


ALLERGIC = {"substance": "amoxicillin", "reaction": "hives", "severity": "moderate"}
MOVED = "{}: its box does not open: it was changed, or belongs elsewhere"
MISFIT = "{}: its {} does not fit what is sealed"
UNLIKE = "{}: its {} is not what is sealed"
SOMEONE = ("patient", "patient_002")
OTHER_STRENGTH = ("product", "omeprazole", "40 mg")
REPEATED = (
    ("sessions", ("forged-1",), (), ("created_at", "browser_key_hash")),
    ("turns", ("forged-1", 2), (), ("said_at", "message_id")),
    ("quotes", ("QT-FORGED-1",), (), ("session_id", "quoted_at")),
    (
        "orders",
        ("RF-FORGED-1",),
        (),
        ("quote_id", "fill_number", "product_ref", "pharmacy_id", "created_at", "ready_at"),
    ),
    ("cases", ("CS-FORGED",), (reported,), ("session_id", "route", "created_at")),
    ("case_steps", ("CS-FORGED", 1), (reported,), ("step", "at", "actor", "valid_until")),
    ("patient_reports", ("CS-FORGED",), (reported,), ("reported_at",)),
)
"""Columns that repeat what is in the box, with a row's key and what must be forged before."""
WRONG = {
    # The prescription.
    "another's prescription": order("RX100101", "belongs to another patient", patient_id="patient_002"),
    "no such prescription": order("RX999999", "the prescription does not exist"),
    "no such patient": order(OMEPRAZOLE, "the patient does not exist", patient_id="patient_099"),
    "no refills": order("RX100102", "no refill is left"),
    "refills used up by orders": Wrong(
        "no refill is left", (Forgery("RX100303"), Forgery("RX100303", days=30, fill=1))
    ),
    "a fill that is not authorized": order(OMEPRAZOLE, "is none that is still authorized", fill=9),
    "two orders for one fill": Wrong("2 orders stand for fill", (Forgery(OMEPRAZOLE), Forgery(OMEPRAZOLE, days=26))),
    "lapsed after a year": order("RX100106", "the prescription lapsed on 2026-01-28"),
    "schedule IV lapsed after six months": order("RX100203", "the prescription lapsed on 2026-02-16"),
    "written tomorrow": Wrong("written only on", world=changed("prescriptions", OMEPRAZOLE, written_days_ago=-1)),
    "discontinued": Wrong("is stopped, not active", world=changed("prescriptions", OMEPRAZOLE, status="stopped")),
    "on hold": Wrong("is on-hold, not active", world=changed("prescriptions", OMEPRAZOLE, status="on-hold")),
    "schedule II": order("RX100801", "schedule II"),
    "schedule II for a child": order("RX100902", "schedule II", "PH007"),
    "unknown schedule": Wrong("the schedule (?) is unknown", world=changed("drugs", "omeprazole", schedule="?")),
    "unlisted drug": Wrong("not in the drug table", world=changed("prescriptions", OMEPRAZOLE, drug="moondust")),
    "a sixth refill of schedule III": Wrong(
        "no refill is left",
        world=both(
            changed("drugs", "omeprazole", schedule="III"),
            changed("prescriptions", OMEPRAZOLE, refills_authorized=11, refills_remaining=5),
        ),
    ),
    "REMS": order("RX101301", "a REMS medicine"),
    "REMS by its status": Wrong(
        "a REMS medicine",
        world=lambda world: replace(world, rems_rules={**world.rems_rules, "omeprazole": "check: status"}),
    ),
    "too soon": order("RX100104", "too soon: supplied on 2026-02-24, so not before 2026-03-19"),
    "too soon for a controlled medicine": Wrong(
        "so not before 2026-03-08",
        world=both(
            changed("drugs", "omeprazole", schedule="V"),
            changed("prescriptions", OMEPRAZOLE, fills_days_ago=[23]),
        ),
    ),
    "too soon after an order": Wrong(
        "too soon: supplied on 2026-03-04", (Forgery(OMEPRAZOLE), Forgery(OMEPRAZOLE, days=22, fill=1))
    ),
    # What it does to the patient.
    "allergy to the class": order("RX100304", "allergic to aspirin: the same class"),
    "severe penicillin allergy and a cephalosporin": order("RX101401", "a severe penicillin reaction"),
    "mild allergy to the ingredient": Wrong(
        "allergic to omeprazole: the same ingredient",
        world=changed(
            "patients", "patient_001", allergies=[{**ALLERGIC, "substance": "omeprazole", "severity": "mild"}]
        ),
    ),
    "allergy to the brand": Wrong(
        "allergic to Prilosec: the same ingredient",
        world=changed("patients", "patient_001", allergies=[{**ALLERGIC, "substance": "Prilosec"}]),
    ),
    "allergy to the same side chain": Wrong(
        "allergic to amoxicillin: the same class (aminopenicillin R1",
        world=both(
            changed("patients", "patient_001", allergies=[ALLERGIC]),
            changed("prescriptions", OMEPRAZOLE, drug="cefadroxil"),
            changed("drugs", "cefadroxil", ingredients=["cefadroxil"], schedule="none", rems=None, atc_code=None),
            changed("drugs", "cefadroxil", therapeutic_class="cephalosporin antibiotic"),
        ),
    ),
    "angioedema and sacubitril": Wrong(
        "sacubitril/valsartan never follows",
        (Forgery("RX101002"),),
        changed(
            "patients", "patient_010", allergies=[{**ALLERGIC, "substance": "lisinopril", "reaction": "angioedema"}]
        ),
    ),
    "pregnancy": order("RX101302", "pregnancy"),
    "breastfeeding and a statin": Wrong(
        "pregnancy", (Forgery("RX100201"),), changed("patients", "patient_002", conditions=["breastfeeding"])
    ),
    "contraindicated interaction": order("RX100701", "contraindicated interaction with clarithromycin"),
    "major interaction": order("RX100703", "major interaction with clarithromycin", "PH001"),
    "interaction with what was ordered": Wrong(
        "interaction with warfarin",
        (Forgery("RX-ALSO", patient_id="patient_001"), Forgery("RX100105")),
        also_taken("RX100103", drug="warfarin", generic_name="warfarin", strength="5 mg", fills_days_ago=[200]),
    ),
    "the same medicine twice": Wrong("it duplicates omeprazole (RX-ALSO)", world=also_taken(OMEPRAZOLE)),
    "two of one class": Wrong(
        "it duplicates pantoprazole (RX-ALSO)",
        world=also_taken(OMEPRAZOLE, drug="pantoprazole", generic_name="pantoprazole"),
    ),
    "dose": order("RX101204", "4000 mg of metformin a day is above 2550 mg"),
    "dose of what can be taken as needed": Wrong(
        "120 mg of omeprazole a day",
        world=changed("prescriptions", OMEPRAZOLE, sig="Take 1 capsule every 4 to 6 hours as needed"),
    ),
    "directions that nobody can read": Wrong(
        "cannot be read", world=changed("prescriptions", OMEPRAZOLE, sig="Take as directed")
    ),
    "acetaminophen in two medicines": Wrong(
        "4100 mg of acetaminophen a day",
        world=both(
            changed("prescriptions", OMEPRAZOLE, drug="acetaminophen", generic_name="acetaminophen"),
            changed("prescriptions", OMEPRAZOLE, strength="500 mg", sig="Take 1 tablet every 6 hours as needed"),
            changed("prescriptions", OMEPRAZOLE, brand_name="omeprazole 20 mg"),
            also_taken(
                OMEPRAZOLE,
                drug="acetaminophen / oxycodone",
                generic_name="oxycodone-acetaminophen",
                strength="5 mg-350 mg",
                dosage_form="extended-release tablet",
                sig="Take 1 tablet every 4 hours as needed",
            ),
            changed("drugs", "acetaminophen / oxycodone", ingredients=["acetaminophen", "oxycodone"], schedule="II"),
        ),
    ),
    "methotrexate every day": Wrong(
        "methotrexate is taken weekly",
        world=both(
            changed("prescriptions", OMEPRAZOLE, drug="methotrexate"),
            changed("drugs", "methotrexate", ingredients=["methotrexate"]),
        ),
    ),
    # The plan and the shelf.
    "no prior authorization": order("RX100301", "needs a prior authorization"),
    "prior authorization run out": order("RX101101", "needs a prior authorization", "PH002", days=21),
    "step therapy": order("RX101103", "step therapy is not met"),
    "quantity limit": Wrong(
        "pays for 20 capsule in 30 days",
        world=rule("BCBS_TX_PPO", "omeprazole", quantity_limit={"quantity": 20, "unit": "capsule", "days": 30}),
    ),
    "quantity limit in another unit": Wrong(
        "pays for 90 mL in 30 days",
        world=rule("BCBS_TX_PPO", "omeprazole", quantity_limit={"quantity": 90, "unit": "mL", "days": 30}),
    ),
    "not covered": Wrong("does not cover", world=rule("BCBS_TX_PPO", "omeprazole", covered=False)),
    "unknown plan": Wrong("the plan MOON is unknown", world=changed("patients", "patient_001", plan_id="MOON")),
    "empty shelf": order("RX101201", "none left in stock", "PH001"),
    "last pack taken": Wrong(
        "none left in stock", (Forgery("RX101201", "PH004"), Forgery("RX101201", "PH004", days=50, fill=1))
    ),
    "no such pharmacy": order(OMEPRAZOLE, "the pharmacy does not exist", "PH099"),
    "children's pharmacy": order(OMEPRAZOLE, "serves children only", "PH009"),
    "controlled by mail": order("RX100204", "carries no controlled medicines", "PH008"),
    # The label and the money.
    "another quantity": kept("90 are ordered, and 30 are prescribed", **both_rows(quantity=90)),
    "another amount": kept("does not say 30", **both_rows(amount="300 capsules")),
    "another medicine": kept("is not the label's medicine", **both_rows(medication="omeprazole 40 mg capsule")),
    "another product's stock": kept("takes another product", orders={"generic_name": "warfarin"}),
    "another pharmacy's name": kept("name is another's", **both_rows(pharmacy_name="Corner Shop")),
    "more than the cash price": kept(
        "more than the cash price", quotes={"patient_pays": "99.00"}, orders={"patient_pays": "99.00"}
    ),
    "negative money": kept("is negative", **both_rows(patient_pays="-1.00")),
    "money that is not exact": kept("not exact", **both_rows(patient_pays="6.0")),
    "a price from nowhere": kept("is not on the price list", quotes={"cash_price": "50.00", "insurance_pays": "43.93"}),
    "a share from nowhere": kept(
        "the plan's share is",
        quotes={"patient_pays": "1.00", "insurance_pays": "5.07"},
        orders={"patient_pays": "1.00"},
    ),
    "a sum that does not add up": kept("do not add up", quotes={"insurance_pays": "1.00"}),
    "no plan, and it pays": order("RX100403", "a plan is billed", changes={"quotes": {"insurance_pays": "0.00"}}),
    "ready before it was placed": kept("ready before", orders={"ready_at": stored(NOW - timedelta(hours=1))}),
    # The quote and the consent.
    "no quote": Wrong("its quote does not exist", act=sql("DELETE FROM quotes WHERE session_id = 'forged-1'")),
    "another pharmacy than quoted": kept("its pharmacy_id is not the quote's", orders={"pharmacy_id": "PH004"}),
    "another price than quoted": kept("its patient_pays is not the quote's", orders={"patient_pays": "0.00"}),
    "another patient than quoted": kept("its patient_id is not the quote's", orders={"patient_id": "patient_002"}),
    "withdrawn quote": Wrong(
        "its quote had been withdrawn",
        act=sql("INSERT INTO quote_withdrawals VALUES ('QT-FORGED-1', '2026-03-04 16:49:59.000000', 'x')"),
    ),
    "no consent": Wrong("nobody agreed", act=sql("DELETE FROM consents")),
    "consent from another conversation": kept("from another conversation", consents={"session_id": "elsewhere"}),
    "consent before the quote": kept(
        "the consent came before the quote", consents={"given_at": stored(NOW - timedelta(minutes=2))}
    ),
    "consent after the order": kept("the consent came after the order", consents={"given_at": LATER}),
    "consent older than half an hour": kept(
        "older than 30 minutes", consents={"given_at": stored(NOW - timedelta(minutes=31))}
    ),
    "quote older than half an hour": kept(
        "older than 30 minutes", quotes={"quoted_at": stored(NOW - timedelta(minutes=31))}
    ),
    "consent by a model": kept("given by 'model'", consents={"means": "model"}),
    "another patient's conversation": kept("belongs to another patient", sessions={"patient_id": "patient_002"}),
    "no conversation": Wrong(
        "conversation does not exist", act=sql("DELETE FROM sessions WHERE session_id = 'forged-1'")
    ),
    "ended conversation": kept("had ended", sessions={"ended_at": stored(NOW - timedelta(seconds=5))}),
    "emergency": Wrong("an emergency had stopped", act=lambda forger: emergency(forger, "forged-1", NOW)),
    "nothing shown": Wrong("did not end in its quote", act=sql("DELETE FROM turns WHERE number = 1")),
    "another price shown": kept("did not end in its quote", turns={"reply": "omeprazole 20 mg. You pay $0.00. OK?"}),
    "shown in the middle": Wrong(
        "did not end in its quote",
        act=asked_something_else,
    ),
    "words that are no yes": kept(
        "were no plain yes: 'yes if it is cheap'", consenting={"patient_text": "yes if it is cheap"}
    ),
    "a yes beforehand": kept("were no plain yes", consenting={"patient_text": "yes to everything from now on"}),
    "words not on record": Wrong("not on record", act=sql("DELETE FROM turns WHERE number = 2")),
    # The history.
    "no history": Wrong("does not begin with SUBMITTED", act=sql("DELETE FROM order_events WHERE actor = 'patient'")),
    "begins in the middle": Wrong("does not begin with SUBMITTED", act=past("VERIFYING", "FILLING")),
    "skips the pharmacist": Wrong("it went from SUBMITTED to FILLING", act=past("SUBMITTED", "FILLING")),
    "goes back": Wrong("it went from VERIFYING to SUBMITTED", act=past("SUBMITTED", "VERIFYING", "SUBMITTED")),
    "cancelled while it was filled": Wrong(
        "it went from FILLING to CANCELLED", act=past("SUBMITTED", "VERIFYING", "FILLING", "CANCELLED")
    ),
    "alive after it was cancelled": Wrong(
        "it went from CANCELLED to VERIFYING", act=past("SUBMITTED", "CANCELLED", "VERIFYING")
    ),
    "gaps": Wrong(
        "has gaps",
        act=then(past("SUBMITTED", "VERIFYING"), sql("UPDATE order_events SET number = 7 WHERE number = 2")),
    ),
    "another status than its history": kept("its history ends in SUBMITTED", orders={"status": "READY"}),
    "a history before the order": kept("the times of its history", order_events={"at": LATER}),
    "a history of nothing": Wrong(
        "it has a history and does not exist", act=sql("DELETE FROM orders WHERE order_id LIKE '%1'")
    ),
    # The boxes.
    "two orders' boxes swapped": Wrong(MOVED.format("orders:RF-FORGED-1"), act=swapped("orders", ("RF-FORGED-1",))),
    "two quotes' boxes swapped": Wrong(MOVED.format("quotes:QT-FORGED-1"), act=swapped("quotes", ("QT-FORGED-1",))),
    "two conversations' boxes swapped": Wrong(
        MOVED.format("sessions:forged-1"), act=swapped("sessions", ("forged-1",))
    ),
    "two turns' boxes swapped": Wrong(
        MOVED.format("turns:forged-1:2"), act=swapped("turns", ("forged-1", 1), ("forged-1", 2))
    ),
    "two orders' boxes swapped that say the same": Wrong(
        MOVED.format("orders:RF-FORGED-2"),
        (Forgery(OMEPRAZOLE), Forgery(OMEPRAZOLE, days=23, fill=1)),
        act=swapped("orders", ("RF-FORGED-1",), ("RF-FORGED-2",)),
    ),
    "another table's box": Wrong(MOVED.format("patient_reports:CS-FORGED"), act=box_of_another_table),
    "another key number": Wrong("RF-FORGED-1: its box does not open: there is no key", act=flipped(4)),
    "another format": Wrong("RF-FORGED-1: its box does not open: its format is unknown", act=flipped(0)),
    "another nonce": Wrong(MOVED.format("orders:RF-FORGED-1"), act=flipped(5)),
    "another tag": Wrong(MOVED.format("orders:RF-FORGED-1"), act=flipped(-1)),
    "another database's keys": Wrong(
        MOVED.format("orders:RF-FORGED-1"),
        act=lambda forger: sealed_again(
            forger, replace(forger.keys, data={forger.keys.active: Random(1).randbytes(32)})
        ),
    ),
    "a nonce used twice": Wrong(
        "orders:RF-FORGED-1: its nonce was used before",
        act=lambda forger: sealed_again(forger, forger.keys, forger.box("sessions", "forged-1")[5:17]),
    ),
    "something else sealed": Wrong(
        "orders:RF-FORGED-1: other fields are sealed",
        act=lambda forger: forger.rewrite("orders", "RF-FORGED-1", status="READY"),
    ),
    "another medicine sealed": Wrong(
        "is not the label's medicine",
        act=then(
            lambda forger: forger.rewrite("orders", "RF-FORGED-1", medication="omeprazole 40 mg capsule"),
            lambda forger: forger.rewrite("quotes", "QT-FORGED-1", medication="omeprazole 40 mg capsule"),
        ),
    ),
    "another patient sealed": Wrong(
        "orders:RF-FORGED-1: its patient_ref does not fit",
        act=lambda forger: forger.rewrite("orders", "RF-FORGED-1", patient_id="patient_002"),
    ),
    "a name that can be read": Wrong(
        "order_events: 'john smith' can be read", act=sql("UPDATE order_events SET reason = 'Asked by John Smith'")
    ),
    "a prescription that can be read": kept("turns: 'rx100103' can be read", turns={"message_id": "RX100103"}),
    # What rows are found by.
    "a conversation of another patient's": Wrong(
        MISFIT.format("sessions:forged-1", "patient_ref"), act=found_by("sessions", "patient_ref", *SOMEONE)
    ),
    "an order of another patient's": Wrong(
        MISFIT.format("orders:RF-FORGED-1", "patient_ref"), act=found_by("orders", "patient_ref", *SOMEONE)
    ),
    "a case of another patient's": Wrong(
        MISFIT.format("cases:CS-FORGED", "patient_ref"), act=then(reported, found_by("cases", "patient_ref", *SOMEONE))
    ),
    "a report of another patient's": Wrong(
        MISFIT.format("patient_reports:CS-FORGED", "patient_ref"),
        act=then(reported, found_by("patient_reports", "patient_ref", *SOMEONE)),
    ),
    "an order of another prescription": Wrong(
        MISFIT.format("orders:RF-FORGED-1", "rx_ref"), act=found_by("orders", "rx_ref", "prescription", "RX100101")
    ),
    "a quote of another prescription": Wrong(
        MISFIT.format("quotes:QT-FORGED-1", "rx_ref"), act=found_by("quotes", "rx_ref", "prescription", "RX100101")
    ),
    "a case of a prescription that it does not name": Wrong(
        MISFIT.format("cases:CS-FORGED", "rx_ref"),
        act=then(reported, found_by("cases", "rx_ref", "prescription", "RX100101")),
    ),
    "a case for another reason": Wrong(
        MISFIT.format("cases:CS-FORGED", "reason_ref"),
        act=then(reported, found_by("cases", "reason_ref", "reason", "x")),
    ),
    "another report": Wrong(
        MISFIT.format("patient_reports:CS-FORGED", "report_ref"),
        act=then(reported, found_by("patient_reports", "report_ref", "report", "allergy", "penicillin")),
    ),
    "a hash for another purpose": Wrong(
        MISFIT.format("orders:RF-FORGED-1", "patient_ref"),
        act=found_by("orders", "patient_ref", "prescription", "patient_001"),
    ),
    "a hash without the key": kept(
        MISFIT.format("orders:RF-FORGED-1", "rx_ref"),
        orders={"rx_ref": hashlib.sha256(b"prescription\x1fRX100103").hexdigest()[:32]},
    ),
    "a product's hash of another strength": Wrong(
        "takes another product", act=lambda forger: sealed_with(forger, product_ref=OTHER_STRENGTH)
    ),
    "two orders found as each other's": Wrong(
        MISFIT.format("orders:RF-FORGED-2", "patient_ref"),
        (Forgery(OMEPRAZOLE), Forgery("RX100201")),
        act=exchanged("orders", "patient_ref", "RF-FORGED-1", "RF-FORGED-2"),
    ),
    "two orders found as each other's prescription": Wrong(
        MISFIT.format("orders:RF-FORGED-1", "rx_ref"),
        (Forgery(OMEPRAZOLE), Forgery("RX100201")),
        act=exchanged("orders", "rx_ref", "RF-FORGED-1", "RF-FORGED-2"),
    ),
    "two orders on each other's quotes": Wrong(
        UNLIKE.format("orders:RF-FORGED-1", "quote_id"),
        (Forgery(OMEPRAZOLE), Forgery("RX100201")),
        act=exchanged("orders", "quote_id", "RF-FORGED-1", "RF-FORGED-2"),
    ),
    "two conversations found by each other's browser": Wrong(
        UNLIKE.format("sessions:forged-1", "browser_key_hash"),
        (
            Forgery(OMEPRAZOLE, changes={"sessions": {"browser_key_hash": "a" * 64}}),
            Forgery("RX100201", changes={"sessions": {"browser_key_hash": "b" * 64}}),
        ),
        act=exchanged("sessions", "browser_key_hash", "forged-1", "forged-2"),
    ),
    "two conversations of each other's patients": Wrong(
        MISFIT.format("sessions:forged-2", "patient_ref"),
        (Forgery(OMEPRAZOLE), Forgery("RX100201")),
        act=exchanged("sessions", "patient_ref", "forged-1", "forged-2"),
    ),
    # What repeats the box outside it.
    **{
        f"a changed {column} of {table}": Wrong(
            UNLIKE.format(":".join((table, *map(str, key))), column), act=then(*before, repeated(table, column, *key))
        )
        for table, key, before, columns in REPEATED
        for column in columns
    },
    "another box under the same columns": Wrong(
        UNLIKE.format("orders:RF-FORGED-1", "pharmacy_id"),
        act=lambda forger: forger.rewrite("orders", "RF-FORGED-1", pharmacy_id="PH004"),
    ),
    # The stock that orders take.
    "stock taken for nothing": Wrong("2 fills of", act=sql("UPDATE reserved_stock SET fills = 2")),
    "stock not taken": Wrong("0 fills of", act=sql("UPDATE reserved_stock SET fills = 0")),
    "stock not counted": Wrong("0 fills of", act=sql("DELETE FROM reserved_stock")),
    "stock taken elsewhere": Wrong(
        "Stock of PH004: 1 fills of",
        act=sql("UPDATE reserved_stock SET pharmacy_id = 'PH004' WHERE pharmacy_id = 'PH003'"),
    ),
    "stock given back twice": Wrong(
        "Stock of PH003: -1 fills of",
        act=then(
            past("SUBMITTED", "CANCELLED"),
            lambda forger: forger.execute("UPDATE reserved_stock SET fills = fills - 1 WHERE pharmacy_id = 'PH003'"),
        ),
    ),
    "stock not given back": Wrong(
        "Stock of PH003: 1 fills of",
        act=then(past("SUBMITTED", "CANCELLED"), sql("UPDATE reserved_stock SET fills = 1 WHERE fills = 0")),
    ),
    "stock of an order that is gone": Wrong(
        "and 0 are ordered", act=sql("DELETE FROM orders WHERE order_id LIKE '%1'")
    ),
}


def copied(good: Path, folder: Path) -> Path:
    """A copy of a database and its keys."""
    shutil.copyfile(good.with_name(KEY_FILE), folder / KEY_FILE)
    return Path(shutil.copyfile(good, folder / "forged.db"))


def violations(good: Path, tmp_path: Path, world: World, wrong: Wrong) -> list[str]:
    path = copied(good, tmp_path)
    changed_world = wrong.world(world)
    with forging(path) as forger:
        for number, forgery in enumerate(wrong.forgeries, start=1):
            forge(forger, changed_world, forgery, number, NOW)
        wrong.act(forger)
    return violations_in(path, changed_world)


@pytest.mark.parametrize("name", WRONG)
def test_the_checker_finds(name: str, good: Path, tmp_path: Path, world: World) -> None:
    found = violations(good, tmp_path, world, WRONG[name])

    assert any(WRONG[name].says in sentence for sentence in found), found


ORDERABLE = frozenset(
    "RX100101 RX100103 RX100105 RX100201 RX100202 RX100204 RX100302 RX100303 RX100401 RX100402 RX100403 RX100501 "
    "RX100502 RX100503 RX100601 RX100602 RX100603 RX100604 RX100704 RX100804 RX100901 RX101001 RX101002 RX101003 "
    "RX101004 RX101005 RX101006 RX101101 RX101102 RX101104 RX101201 RX101202 RX101203 RX101303 RX101304 RX101402 "
    "RX101403 RX101404".split()
)


def test_the_rules_allow_what_the_demo_world_says_and_no_more(world: World) -> None:
    allowed = {
        rx_number
        for rx_number, item in world.prescriptions.items()
        for place in world.pharmacies
        if not faults_of(world, Refill(item["patient_id"], rx_number, place, FIRST_DAY))
    }

    assert allowed == ORDERABLE


def test_the_checker_passes_a_sound_database(good: Path) -> None:
    assert find_violations(good, DATA_DIR, FIRST_DAY) == []


SOUND = {
    "an order": (Forgery(OMEPRAZOLE),),
    "orders of many patients": tuple(
        map(Forgery, ("RX100201", "RX100302", "RX100403", "RX100503", "RX100603", "RX101004", "RX101402"))
    ),
    "the next refill when it is due": (Forgery(OMEPRAZOLE), Forgery(OMEPRAZOLE, days=23, fill=1)),
    "a controlled medicine": (Forgery("RX100204", "PH001"),),
    "an authorization on its last day": (Forgery("RX101101", "PH002", days=20),),
    "a child at the children's pharmacy": (Forgery("RX100901", "PH009"),),
    "the last pack": (Forgery("RX101201", "PH004"),),
}


@pytest.mark.parametrize("name", SOUND)
def test_the_checker_passes(name: str, good: Path, tmp_path: Path, world: World) -> None:
    assert violations(good, tmp_path, world, Wrong("", SOUND[name])) == []


def test_the_checker_passes_an_order_that_was_cancelled_and_placed_again(
    good: Path, tmp_path: Path, world: World
) -> None:
    again = Wrong(
        "", (Forgery(OMEPRAZOLE), Forgery(OMEPRAZOLE, days=1)), act=past("SUBMITTED", "VERIFYING", "CANCELLED")
    )

    assert violations(good, tmp_path, world, again) == []


def test_the_checker_passes_a_case_and_a_report(good: Path, tmp_path: Path, world: World) -> None:
    assert violations(good, tmp_path, world, Wrong("", act=reported)) == []


def test_the_checker_opens_what_older_keys_closed(good: Path, tmp_path: Path, world: World) -> None:
    path = copied(good, tmp_path)
    old = Keys.beside(path)
    new = old.rotated(Random(1))
    new.write_beside(path)
    with forging(path) as forger:
        forge(forger, world, Forgery(OMEPRAZOLE), 1, NOW)

    assert violations_in(path, world) == []
    assert violations_in(path, world, keys=new) == []
    assert f"there is no key {new.active}" in "".join(violations_in(path, world, keys=old))


def test_nothing_is_read_with_other_keys(good: Path, world: World) -> None:
    other = Keys.new(Random(1))
    rows = read_rows(good, world.identifying, other)

    assert not any(row["patient_id"] for row in rows.tables["orders"])
    assert len(rows.faults) == sum(len(rows.tables[table]) for table in KEY_COLUMNS)


def test_a_short_and_a_long_acting_form_are_no_duplicate(good: Path, tmp_path: Path, world: World) -> None:
    pair = also_taken(
        "RX101004", generic_name="metformin", dosage_form="tablet", sig="Take 1 tablet by mouth once daily"
    )

    assert violations(good, tmp_path, world, Wrong("", (Forgery("RX101004"),), pair)) == []


def test_a_turn_that_the_store_lost_is_taken_from_the_patient(good: Path, tmp_path: Path, world: World) -> None:
    path = copied(good, tmp_path)
    with forging(path) as forger:
        forge(forger, world, Forgery(OMEPRAZOLE), 1, NOW)
        reply = forger.inside("turns", "forged-1", 1)["reply"]
        forger.execute("DELETE FROM turns WHERE session_id = 'forged-1'")
    shown = Heard("forged-1", NOW - timedelta(minutes=1), "H-E-B", reply)
    said = Heard("forged-1", NOW, "yes", None)

    assert violations_in(path, world, [shown, said]) == []
    assert violations_in(path, world, [shown, replace(said, said="hmm")])
    assert violations_in(path, world, [replace(shown, reply="Which pharmacy?"), said])


def test_a_turn_recorded_otherwise_than_it_was_seen_is_found(good: Path, tmp_path: Path, world: World) -> None:
    seen = Heard("forged-1", NOW, "yes", "Something else was shown.")
    path = copied(good, tmp_path)
    with forging(path) as forger:
        forge(forger, world, Forgery(OMEPRAZOLE), 1, NOW)

    assert "recorded otherwise" in "".join(violations_in(path, world, [seen]))


@pytest.mark.parametrize("words", ["Yes!", "sí", "OK.", "yes, place the order"])
def test_a_plain_yes(words: str) -> None:
    assert is_plain_yes(words)


@pytest.mark.parametrize(
    "words", ["", "yes?", "not yes", "yes but later", "yes yes if", '"yes" is what she said', "y e s"]
)
def test_no_plain_yes(words: str) -> None:
    assert not is_plain_yes(words)


@pytest.mark.parametrize(
    "file", sorted(Path(__file__).parents[1].glob("support/independent_*.py")), ids=lambda f: f.stem
)
def test_the_checker_uses_the_standard_library_but_to_open_boxes_and_to_read_a_server(file: Path) -> None:
    tree = ast.parse(file.read_text("utf-8"))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    foreign = {name for name in imported if name.split(".")[0] not in sys.stdlib_module_names}

    more = {"independent_boxes": ("cryptography.",), "independent_server": ("psycopg",)}
    allowed = ("tests.support.independent_", *more.get(file.stem, ()))
    assert {name for name in foreign if not name.startswith(allowed)} == set()
    assert "importlib" not in imported


def test_every_column_that_repeats_the_box_is_forged(good: Path) -> None:
    with closing(sqlite3.connect(good)) as database:
        columns = {table: {row[1] for row in database.execute(f"PRAGMA table_info({table})")} for table in KEY_COLUMNS}
    repeating = {table: columns[table] & set(SEALED_FIELDS[table]) for table in KEY_COLUMNS}

    assert repeating == {table: set(names) for table, _, _, names in REPEATED}
