"""Worlds with many of one thing, and what is done in them."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from types import MappingProxyType

from langgraph.checkpoint.base import empty_checkpoint
from sqlalchemy import insert

from bench.name_edits import edited, made_up_names
from bench.scale.made_up import write_folder
from bench.scale.orders import add_orders
from rxflow.assistant import Assistant
from rxflow.bootstrap import build_assistant, open_store
from rxflow.config.settings import DEFAULT_DATA_DIR, Settings
from rxflow.domain.order import OrderStatus
from rxflow.domain.pharmacy import Pharmacy
from rxflow.persistence.checkpoints import open_checkpoints
from rxflow.persistence.session_repository import SEALED_SESSIONS, Session
from rxflow.persistence.tables import SESSIONS
from rxflow.prompts.catalog import languages
from rxflow.resilience.event_loop import EventLoopThread
from rxflow.services.data_import import import_data
from rxflow.services.mock_data import MockData, load_mock_data

PATIENT = "patient_002"
SAID = ("I need my cholesterol medicine", "yes", "H-E-B", "yes, place the order")
SEED = 20261122
ROWS_AT_ONCE = 5_000
FEW_PATIENTS = 1_000
Act = Callable[[], None]


@dataclass(frozen=True, slots=True)
class World:
    """A world with many of one thing.

    Attributes:
        act: What is timed, again and again.
        acts: How many acts `act` is.
    """

    act: Act
    acts: int


def settings_in(folder: Path, **more: object) -> Settings:
    """Settings with a database of their own and no limits."""
    given = {"database_url": f"sqlite:///{folder / 'rxflow.db'}", "messages_per_minute": 0, "log_level": "ERROR"}
    return Settings(_env_file=None, **{**given, **more})  # type: ignore[arg-type]


def refill(assistant: Assistant) -> None:
    """One refill of one patient, from the greeting to an order, which is then cancelled: five turns."""
    manager, orders = assistant.manager, assistant.services.orders
    session_id = assistant.run(manager.start(PATIENT)).session_id
    for words in SAID:
        answer = assistant.run(manager.handle_message(words, session_id))
    if answer.state.value != "COMPLETE":
        raise RuntimeError(f"the conversation ended as {answer.state.value}, not with an order")
    for order in orders.for_patient(PATIENT):
        if order.status is not OrderStatus.CANCELLED:
            orders.cancel(PATIENT, order.order_id)


@contextmanager
def sessions(count: int, folder: Path) -> Iterator[World]:
    """Refills beside so many conversations, each with its memory, in one database."""
    settings = settings_in(folder)
    store, loop = open_store(settings), EventLoopThread()
    at = datetime.now(UTC)
    made = [Session(f"made-up-{number:08d}", PATIENT, "refill", at) for number in range(count)]
    for start in range(0, count, ROWS_AT_ONCE):
        with store.write() as tx:
            some = made[start : start + ROWS_AT_ONCE]
            tx.execute(insert(SESSIONS), [SEALED_SESSIONS.row(each, tx, browser_key_hash=None) for each in some])
    checkpoints = loop.run(open_checkpoints(settings.database_url, store.cipher))

    async def remember() -> None:
        for each in made:
            config = {"configurable": {"thread_id": each.session_id, "checkpoint_ns": ""}}
            await checkpoints.aput(config, empty_checkpoint(), {"source": "loop", "step": 1, "parents": {}}, {})  # type: ignore[arg-type]

    loop.run(remember())
    loop.close(checkpoints.close)
    store.close()
    with build_assistant(settings) as assistant:
        yield World(lambda: refill(assistant), len(SAID) + 1)


@contextmanager
def turns(count: int, folder: Path) -> Iterator[World]:
    """Questions in one conversation that has so many turns."""
    with build_assistant(settings_in(folder)) as assistant:
        session_id = assistant.run(assistant.manager.start(PATIENT)).session_id

        def ask() -> None:
            assistant.run(assistant.manager.handle_message("what do I take?", session_id))

        for _ in range(count):
            ask()
        yield World(ask, 1)


@contextmanager
def patients(count: int, folder: Path) -> Iterator[World]:
    """Refills beside so many patients in the database, each with three prescriptions."""
    with _stored(folder, count, 0) as assistant:
        yield World(lambda: refill(assistant), len(SAID) + 1)


@contextmanager
def orders(count: int, folder: Path) -> Iterator[World]:
    """Refills beside so many orders of a thousand patients in the database."""
    with _stored(folder, FEW_PATIENTS, count) as assistant:
        yield World(lambda: refill(assistant), len(SAID) + 1)


@contextmanager
def _stored(folder: Path, many_patients: int, many_orders: int) -> Iterator[Assistant]:
    settings = settings_in(folder, data_source="database", key_file=folder / "key")
    write_folder(DEFAULT_DATA_DIR, folder / "data", many_patients)
    store = open_store(settings)
    now = datetime.now(UTC)
    today = now.astimezone(settings.zone).date()
    import_data(folder / "data", today=today, languages=languages(), store=store, now=lambda: datetime.now(UTC))
    if many_orders:
        add_orders(store, many_orders, many_patients, now)
    store.close()
    with build_assistant(settings) as assistant:
        yield assistant


@contextmanager
def drug_names(count: int, folder: Path) -> Iterator[World]:
    """Refills, and look-ups of names as they are and misspelt, beside so many names of drugs."""
    data = _demo(folder)
    names = {drug.name.lower() for drug in data.drugs}
    made = [name for name in made_up_names(names, max(count, len(names))) if name not in names]
    drugs = [replace(data.drugs[0], name=name, rxcui=None, ingredients=(name,), brands=()) for name in made]
    random = Random(SEED)
    asked = [random.choice((name, edited(name, random))) for name in random.sample(sorted(names), 50)]
    with build_assistant(settings_in(folder), data=replace(data, drugs=(*data.drugs, *drugs))) as assistant:

        def look_up() -> None:
            for name in asked:
                assistant.services.drugs.find(name)

        yield World(look_up, len(asked))


@contextmanager
def pharmacies(count: int, folder: Path) -> Iterator[World]:
    """Refills beside so many pharmacies, spread over the country."""
    data = _demo(folder)
    random = Random(SEED)
    like = next(each for each in data.pharmacies if not each.is_mail_order)
    made = [_made_pharmacy(like, number, random) for number in range(max(0, count - len(data.pharmacies)))]
    with build_assistant(settings_in(folder), data=replace(data, pharmacies=(*data.pharmacies, *made))) as assistant:
        yield World(lambda: refill(assistant), len(SAID) + 1)


def _made_pharmacy(like: Pharmacy, number: int, random: Random) -> Pharmacy:
    return replace(
        like,
        pharmacy_id=f"PM{number:06}",
        name=f"Corner Pharmacy {number}",
        street=f"{number} Any St",
        latitude=random.uniform(25, 49),
        longitude=random.uniform(-124, -67),
    )


def _demo(folder: Path) -> MockData:
    settings = settings_in(folder)
    return load_mock_data(settings.data_dir, datetime.now(UTC).astimezone(settings.zone).date(), languages())


WORLDS = MappingProxyType(
    {
        "sessions": sessions,
        "turns": turns,
        "patients": patients,
        "orders": orders,
        "drug names": drug_names,
        "pharmacies": pharmacies,
    }
)
SIZES: Mapping[str, tuple[int, ...]] = MappingProxyType(
    {
        "sessions": (100, 1_000, 10_000, 100_000),
        "turns": (10, 30, 100, 300),
        "patients": (100, 1_000, 10_000, 100_000),
        "orders": (100, 1_000, 10_000, 100_000),
        "drug names": (3_000, 10_000, 30_000, 100_000),
        "pharmacies": (100, 1_000, 10_000, 60_000),
    }
)
