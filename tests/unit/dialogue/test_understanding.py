"""One reading of a message: its intent once the names in it are known."""

import time
from statistics import median

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rxflow.dialogue.intents import CONFIDENCE, Evidence, Intent, Topic
from rxflow.dialogue.medications import MedicationResolver
from rxflow.dialogue.pharmacy_words import PharmacyWish
from rxflow.dialogue.understanding import MessageReader
from rxflow.services.mock_data import MockData
from rxflow.services.pharmacies import PharmacyService
from tests.support.clock import AUSTIN

from .intent_messages import MESSAGES


@pytest.fixture(scope="module")
def reader(resolver: MedicationResolver, demo: MockData) -> MessageReader:
    pharmacies = PharmacyService(demo, AUSTIN)
    return MessageReader(resolver, lambda text: bool(pharmacies.find(text)))


@pytest.mark.parametrize(
    ("message", "intent", "evidence"),
    [
        ("lisinopril", Intent.REFILL, Evidence.NAME),
        ("my blood pressure one", Intent.REFILL, Evidence.NAME),
        ("not the omeprazole, the metformin", Intent.REFILL, Evidence.NAME),
        ("maybe the metformin", Intent.REFILL, Evidence.NAME),
        ("the H-E-B on 51st", Intent.CHOOSE_PHARMACY, Evidence.NAME),
        ("wallgreens", Intent.CHOOSE_PHARMACY, Evidence.NAME),
        ("I want the one on Congress", Intent.CHOOSE_PHARMACY, Evidence.NAME),
        ("closest with a drive-through", Intent.CHOOSE_PHARMACY, Evidence.NAME),
        ("the second one", Intent.CHOOSE, Evidence.POINTING),
        ("2", Intent.CHOOSE, Evidence.POINTING),
        ("refill lisinopril at Costco", Intent.REFILL, Evidence.PHRASE),
        ("is Costco open on Sunday", Intent.HOURS, Evidence.PHRASE),
        ("cancle my oder", Intent.CANCEL, Evidence.SPELLING),
        ("does metformin make you sleepy", Intent.ADVICE, Evidence.PHRASE),
        ("what is the best barbecue near Lamar", Intent.UNKNOWN, Evidence.NONE),
        ("I have a lot of pain", Intent.UNKNOWN, Evidence.NONE),
        ("yes", Intent.YES, Evidence.ANSWER),
        ("yes, lisinopril", Intent.REFILL, Evidence.NAME),
    ],
)
def test_names_complete_the_intent(reader: MessageReader, message: str, intent: Intent, evidence: Evidence) -> None:
    said = reader.read(message)

    assert (said.intent, said.evidence) == (intent, evidence)


def test_what_else_a_message_says_is_kept(reader: MessageReader) -> None:
    said = reader.read("how much is metformin at the cheapest Walgreens, and cancel my order")

    assert (said.names_drug, said.drugs, said.names_pharmacy, said.wishes) == (
        True,
        ("metformin",),
        True,
        (PharmacyWish.CHEAPEST,),
    )
    assert {said.intent, *said.others} >= {Intent.CANCEL, Intent.PRICE}
    assert said.evidence is Evidence.MIXED


def test_a_use_names_a_medicine_but_no_drug(reader: MessageReader) -> None:
    said = reader.read("my cholesterol pill")

    assert (said.names_medicine, said.names_drug) == (True, False)


@pytest.mark.parametrize(
    ("message", "topic"),
    [
        ("transfer my prescription from CVS", Topic.TRANSFER),
        ("my doctor sent a new prescription", Topic.NEW_PRESCRIPTION),
        ("update my insurance card", Topic.DETAILS),
        ("flu shot", Topic.VACCINE),
        ("I was charged twice", Topic.BILL),
        ("remind me to take it", Topic.REMINDER),
        ("refill lisinopril", None),
    ],
)
def test_the_topic_of_what_cannot_be_done(reader: MessageReader, message: str, topic: Topic | None) -> None:
    assert reader.read(message).topic is topic


def test_every_kind_of_evidence_has_a_confidence(reader: MessageReader) -> None:
    assert set(CONFIDENCE) == set(Evidence)
    assert all(0 < confidence < 1 for confidence in CONFIDENCE.values())
    assert reader.read("lisinopril").confidence == CONFIDENCE[Evidence.NAME]


def test_the_end_of_a_long_message_counts(reader: MessageReader) -> None:
    story = "and then my cousin told me about the whole story of that long day. " * 200

    assert reader.read(f"{story} I need a refill of my lisinopril").intent is Intent.REFILL


@pytest.mark.parametrize(
    "unit",
    [
        "what is ",
        "a ",
        "is my order ",
        "the one ",
        "¿",
        "my wife's ",
        "xyzzy ",
        "open at 9 ",
        "wait, ",
        "soy a ",
        "a",
        "ok. ",
    ],
)
def test_a_long_message_is_read_in_time_that_grows_with_it(reader: MessageReader, unit: str) -> None:
    """Generous for a busy machine: an expression that runs away takes seconds."""
    text = (unit * 10_000)[:10_000]
    began = time.perf_counter()
    reader.read(text)

    assert time.perf_counter() - began < 0.5


def test_a_message_is_read_in_well_under_a_hundredth_of_a_second(reader: MessageReader) -> None:
    messages = [f"{text} now" for texts in MESSAGES.values() for text in texts.split("\n")[1:-1]]
    times = []
    for text in messages:
        began = time.perf_counter()
        reader.read(text)
        times.append(time.perf_counter() - began)

    assert median(times) < 0.005


@given(st.text(max_size=120))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_can_be_understood(reader: MessageReader, text: str) -> None:
    said = reader.read(text)

    assert said.intent in Intent
    assert reader.read(text) is said
