"""Patients talk, and nothing of it can be read in what was written: files, tables, backups, logs, metrics, Redis."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from rxflow.assistant import Assistant
from rxflow.domain.errors import IdentityNotVerifiedError, NotAuthenticatedError, UserNotVerifiedError
from rxflow.domain.order import OrderStatus
from rxflow.domain.patient import Patient
from rxflow.domain.user import Role, User
from rxflow.persistence.backup import back_up
from rxflow.persistence.redis_windows import PREFIX
from rxflow.persistence.reference_import import ReferenceImport
from rxflow.persistence.user_repository import UserRepository
from rxflow.services.mock_data import MockData
from tests.conftest import MakeAssistant
from tests.support.clock import WEDNESDAY_MORNING
from tests.support.conversation import Conversation
from tests.support.readable import files, kept_in_redis, readable, tables
from tests.support.scripted_model import ScriptedChatModel
from tests.support.servers import REDIS_URL, postgres_database

SAID = {
    # A refill, a report and a cancellation.
    "patient_001": (
        "refill my lisinopril",
        "yes",
        "H-E-B Mueller please",
        "yes",
        "I am allergic to sulfa drugs, by the way",
        "cancel my lisinopril order",
        "yes",
    ),
    # A basket, and a person.
    "patient_002": (
        "refill my atorvastatin and my apixaban",
        "yes",
        "yes",
        "Walgreens on South Lamar",
        "yes",
        "let me talk to a pharmacist, I feel lonely",
    ),
    # In Spanish.
    "patient_005": (
        "necesito resurtir mi levotiroxina",
        "sí",
        "la más cercana",
        "sí",
        "quiero hablar con el farmacéutico",
    ),
    # A guardian.
    "patient_009": ("refill the montelukast of my daughter", "yes", "the closest one", "yes"),
    # An emergency.
    "patient_010": ("refill carvedilol", "yes", "I have crushing chest pain and my left arm is numb", "are you there?"),
}
MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()
FAILURE = "John Smith takes lisinopril"
STAFF = "Maria Montessori"
LOGIN = "kestrel.nightingale@mail.example"
PASSWORD = "marmalade upon wholemeal crumpets"
SHORTEST_REPLY = 20


@dataclass(slots=True)
class Place:
    """Where an assistant of these tests writes.

    Attributes:
        settings: What it is built with.
        folder: Where its files are.
        postgres: The database's address, unless it is a file.
    """

    settings: dict[str, object]
    folder: Path
    postgres: str | None = None


@pytest.fixture(params=["file", pytest.param("servers", marks=pytest.mark.services)])
def place(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Place]:
    """A file, or PostgreSQL and Redis."""
    monkeypatch.chdir(tmp_path)
    if request.param == "file":
        yield Place({}, tmp_path)
        return
    with postgres_database() as url:
        yield Place({"database_url": url, "redis_url": REDIS_URL, "messages_per_minute": 500}, tmp_path, url)


def names(patient: Patient) -> set[str]:
    guardian = patient.guardian.name if patient.guardian else ""
    return {patient.name, guardian, *patient.name.split(), *guardian.split()} - {""}


def born(day: date) -> set[str]:
    return {
        day.isoformat(),
        f"{day:%m/%d/%Y}",
        f"{day:%B} {day.day}",
        f"{day.day} de {MONTHS[day.month - 1]}",
    }


def of_patients(demo: MockData) -> set[str]:
    """Who the patients are, and what they take."""
    people = {word for each in demo.patients for word in (each.patient_id, *names(each), *born(each.date_of_birth))}
    taken = {name for item in demo.prescriptions for name in (item.generic_name, item.brand_name) if name}
    parts = {part for name in taken for part in re.split(r"[^\w]+", name)}
    return {*people, *taken, *parts, *(item.rx_number for item in demo.prescriptions)}


def spoken(chats: list[Conversation]) -> set[str]:
    """What the patients said, and what they were told."""
    told = {line.strip() for chat in chats for reply in chat.replies for line in reply.message.splitlines()}
    return {words for said in SAID.values() for words in said if " " in words} | {
        line for line in told if len(line) >= SHORTEST_REPLY
    }


def talk_to(assistant: Assistant) -> list[Conversation]:
    chats = [Conversation(assistant, patient_id) for patient_id in SAID]
    for chat in chats:
        chat.say(*SAID[chat.patient_id])
    return chats


def sign_in(assistant: Assistant, patient: Patient) -> set[str]:
    """Recognise a patient, refuse somebody else, let a user be known, and let the patient in by an account.

    Returns:
        The secrets that the patient was given.
    """
    assistant.services.identity.verify(patient.name, patient.date_of_birth, "203.0.113.7")
    with pytest.raises(IdentityNotVerifiedError):
        assistant.services.identity.verify(patient.name, date(1901, 2, 3), "203.0.113.7")
    with assistant._store.write() as tx:
        UserRepository(tx).add(User("mmontessori", STAFF, Role.PHARMACIST, WEDNESDAY_MORNING), "a hash")
    access = assistant.services.access
    first = access.register(patient.name, patient.date_of_birth, LOGIN, PASSWORD, "203.0.113.7")
    with pytest.raises(UserNotVerifiedError):
        access.sign_in(LOGIN, f"{PASSWORD}!", "203.0.113.7")
    given = (first, access.refresh(first.refresh_token), access.sign_in(LOGIN, PASSWORD, "203.0.113.7"))
    with pytest.raises(NotAuthenticatedError):
        access.refresh(first.refresh_token)
    access.sign_out(given[-1].access_token)
    return {token for each in given for token in (each.access_token, each.refresh_token)}


def keep_files(assistant: Assistant, demo: MockData) -> None:
    """Import the patients with their prescriptions; the catalogue of medicines is the same for everybody."""
    imported = ReferenceImport(assistant._store, assistant.services.now)
    imported.begin({})
    imported.add_patients(0, demo.patients)
    imported.add_prescriptions(0, demo.prescriptions)
    imported.add_authorizations(0, demo.authorizations)
    imported.finish({})


def check_that_it_happened(assistant: Assistant, chats: list[Conversation]) -> None:
    """All that could be readable was there to be written."""
    statuses = {chat.patient_id: [order.status for order in chat.orders()] for chat in chats}
    cases = {chat.patient_id: assistant.services.cases.for_patient(chat.patient_id) for chat in chats}

    assert statuses["patient_001"] == [OrderStatus.CANCELLED]
    assert statuses["patient_002"] == [OrderStatus.SUBMITTED] * 2
    assert statuses["patient_005"] == statuses["patient_009"] == [OrderStatus.SUBMITTED]
    assert statuses["patient_010"] == []
    assert assistant.services.cases.reports("patient_001")
    assert any("talk to a pharmacist" in case.reason for case in cases["patient_002"])
    assert any("EMERGENCY" in case.findings for case in cases["patient_010"])
    assert "pedido" in chats[2].told()


def test_nothing_that_patients_are_take_or_said_can_be_read_in_what_was_written(
    place: Place, make_assistant: MakeAssistant, demo: MockData, capfd: pytest.CaptureFixture[str]
) -> None:
    assistant = make_assistant(log_level="DEBUG", **place.settings)
    chats = talk_to(assistant)
    broken = Conversation(make_assistant(ScriptedChatModel(ValueError(FAILURE)), **place.settings), "patient_001")
    broken.say("refill my lisinopril for John", "a" * 5000)
    tokens = sign_in(assistant, demo.patients[0])
    keep_files(assistant, demo)
    back_up(assistant._store, place.folder / "rxflow.backup", WEDNESDAY_MORNING)
    check_that_it_happened(assistant, chats)
    logged = "".join(capfd.readouterr())

    written = files(place.folder) | {"the log": logged.encode(), "metrics": assistant.metrics.exposition()}
    if place.postgres is not None:
        written |= tables(place.postgres) | kept_in_redis(REDIS_URL, PREFIX)
    secrets = {*of_patients(demo), *spoken(chats), *FAILURE.split(), STAFF, "203.0.113.7", "breathe", "lonely"}
    secrets |= {*tokens, LOGIN, *LOGIN.split("@")[0].split("."), PASSWORD, *PASSWORD.split()}
    found = {where: words for where, what in written.items() if (words := readable(secrets, what))}

    assert found == {}
    assert_it_was_all_there(written, logged, chats, is_file=place.postgres is None)


def assert_it_was_all_there(written: dict[str, bytes], logged: str, chats: list[Conversation], is_file: bool) -> None:
    """Everything was looked through: what may be read is found in each place."""
    everything = b"".join(written.values())
    orders = {order.order_id for chat in chats for order in chat.orders()}

    assert readable(orders, everything) == orders
    assert {"the log", "metrics", "rxflow.audit-head", "rxflow.backup/manifest.json"} <= written.keys()
    assert b"rxflow_red_flags_total" in written["metrics"]
    assert logged.count('"event": "turn"') >= 20
    assert all(f'"event": "{event}"' in logged for event in ("built-in model instead", "red flag"))
    if is_file:
        assert {"rxflow.db", "rxflow.db-wal"} <= written.keys()
        assert any(readable(orders, what) for name, what in written.items() if name.startswith("rxflow.backup/"))
    else:
        assert readable(orders, written["orders"]) == orders
        assert written["checkpoint_blobs"]
        assert any(name.startswith(PREFIX) for name in written)


def test_the_search_finds_what_can_be_read(tmp_path: Path) -> None:
    said = "Necesito resurtir mi levotiroxina, soy María"
    (tmp_path / "plain").write_text(f"…{said}…", "utf-8")
    (tmp_path / "json").write_bytes(b'{"said": "Necesito resurtir mi levotiroxina, soy Mar\\u00eda"}')
    (tmp_path / "hex").write_text(said.lower().encode().hex(), "ascii")
    (tmp_path / "rows").write_text("\\\\x" + "LISINOPRIL".lower().encode().hex().upper(), "ascii")
    with ZipFile(tmp_path / "packed", "w") as archive:
        archive.writestr("inside", said)
    found = {name for name, what in files(tmp_path).items() if readable({said.upper(), "Lisinopril"}, what)}

    assert found == {"plain", "json", "hex", "rows", "packed/inside"}
    assert readable({"Lee"}, b"lee") == set()
