"""A whole assistant on imported data says and does what one on the files does."""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from rxflow.assistant import Assistant
from rxflow.bootstrap import build_assistant, open_store
from rxflow.config.settings import Settings
from rxflow.domain.errors import ConfigurationError
from rxflow.domain.order import Consent, Order, Quote
from rxflow.services.data_import import import_data
from tests.conftest import DATA_DIR, MakeAssistant
from tests.support.clock import FrozenClock
from tests.support.conversation import Conversation

OPAQUE = re.compile(r"\b(?:RF|CS|QT)-\w{4}-\w{4}\b")
CONVERSATIONS = {
    "patient_001": ("refill my lisinopril", "yes", "the cheapest one", "yes, place the order", "where is my order?"),
    "patient_003": ("refill my Ozempic",),
    "patient_005": ("necesito mi metformina", "sí", "la más cercana", "sí"),
    "patient_011": ("refill my Humira", "yes"),
    "patient_012": ("I need my insulin", "yes", "walmart", "yes, place the order"),
}


@pytest.fixture
def imported(settings: Settings, clock: FrozenClock) -> Settings:
    store = open_store(settings)
    import_data(DATA_DIR, today=date(2026, 3, 4), languages=("en", "es"), store=store, now=clock)
    store.close()
    return settings.model_copy(update={"data_source": "database"})


@pytest.fixture
def served(imported: Settings, clock: FrozenClock) -> Iterator[Assistant]:
    with build_assistant(imported, now=clock) as assistant:
        yield assistant


def test_every_reply_is_the_same(served: Assistant, make_assistant: MakeAssistant, tmp_path: Path) -> None:
    from_files = make_assistant(database_url=f"sqlite:///{tmp_path / 'files.db'}")
    for patient_id, messages in CONVERSATIONS.items():
        told = [Conversation(assistant, patient_id) for assistant in (served, from_files)]
        for words in messages:
            replies = [chat.say(words) for chat in told]
            assert OPAQUE.sub("#", replies[0].message) == OPAQUE.sub("#", replies[1].message)
            assert replies[0].state is replies[1].state
        assert len(told[0].orders()) == len(told[1].orders())
    assert sum(len(served.services.orders.for_patient(each)) for each in CONVERSATIONS) >= 2


def test_orders_are_placed_side_by_side(served: Assistant) -> None:
    services = served.services

    def quoted(patient_id: str, rx_number: str) -> Quote:
        session = services.sessions.start(patient_id)
        return services.orders.quote(session.session_id, patient_id, rx_number, "PH003")

    def placed(quote: Quote) -> Order:
        return services.orders.submit(quote, Consent(quote.quote_id, quote.session_id, quote.quoted_at, "words"))

    wanted = (("patient_001", "RX100101"), ("patient_002", "RX100201"), ("patient_012", "RX101201"))
    quotes = [quoted(*each) for each in wanted for _ in range(6)]
    with ThreadPoolExecutor(len(quotes)) as threads:
        orders = list(threads.map(placed, quotes))

    assert len({order.order_id for order in orders}) == len(wanted)


def test_without_an_import_nothing_starts(settings: Settings, clock: FrozenClock) -> None:
    with pytest.raises(ConfigurationError, match="Run `rxflow import` first"):
        build_assistant(settings.model_copy(update={"data_source": "database"}), now=clock)
