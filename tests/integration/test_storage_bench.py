"""`python -m bench.storage` measures real orders and real conversations, and says which goals are missed."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from queue import Queue
from threading import Barrier

import pytest
from langchain_core.language_models import BaseChatModel
from pydantic import SecretStr

from bench.figures import Figure, as_table
from bench.storage import __main__ as bench
from bench.storage import orders, turns
from rxflow.assistant import Assistant
from rxflow.config.settings import Settings
from rxflow.domain.errors import StoreUnavailableError
from rxflow.domain.order import Consent, Order, Quote
from rxflow.security.keys import format_keys, new_keys
from rxflow.services.orders import OrderService
from tests.conftest import MakeAssistant


@pytest.fixture
def quickly(make_assistant: MakeAssistant, monkeypatch: pytest.MonkeyPatch) -> None:
    """The measurement takes the assistant of the tests, whose drugs are indexed already."""

    @contextmanager
    def assistant(settings: Settings, model: BaseChatModel | None = None) -> Iterator[Assistant]:
        own = {"database_url": settings.database_url} if model else {}
        yield make_assistant(model, **own)

    monkeypatch.setattr(turns, "build_assistant", assistant)
    for measured in (orders, turns):
        monkeypatch.setattr(measured, "keep_loaded", lambda: None)
        monkeypatch.setattr(measured, "WARM", 1)


@pytest.mark.usefixtures("quickly")
def test_it_measures_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    bench.main(["--orders", "3", "--processes", "0", "--conversations", "1", "--json"])
    figures = {each["name"]: each for each in json.loads(capsys.readouterr().out)}

    assert figures["SQLite, an order: a submit over the plain ORM"]["value"] > 0
    assert figures["SQLite, a turn: over the yardstick"]["goal"] == 1.5
    assert figures["SQLite, a turn: over a plain agent that makes the same calls"]["value"] > 0
    assert figures["SQLite, model calls of a conversation"]["value"] == 9


@pytest.mark.usefixtures("quickly")
def test_a_process_places_each_order_and_says_what_went_wrong(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(orders, "A_SECOND", 1000)
    settings = settings.model_copy(update={"keys": SecretStr(format_keys(new_keys()))})
    results: Queue[tuple[list[float], list[str]]] = Queue()
    orders.place_paced(settings, 0, 2, 3, Barrier(1), results)
    place = OrderService.submit

    def fails_once(service: OrderService, quote: Quote, consent: Consent) -> Order:
        monkeypatch.setattr(OrderService, "submit", place)
        raise StoreUnavailableError("gone")

    monkeypatch.setattr(orders, "WARM", 0)
    monkeypatch.setattr(OrderService, "submit", fails_once)
    orders.place_paced(settings, 2, 3, 3, Barrier(1), results)
    (took, failures), (_, failed) = results.get(), results.get()

    assert len(took) == 3
    assert failures == []
    assert failed == [StoreUnavailableError.code]


@pytest.mark.parametrize(
    ("figure", "is_met"),
    [
        (Figure("a", 3.0, "times", 3.0), True),
        (Figure("a", 3.1, "times", 3.0), False),
        (Figure("a", 499.0, "/s", 500.0, at_least=True), False),
        (Figure("a", 500.0, "/s", 500.0, at_least=True), True),
        (Figure("a", 500.0, "/s"), True),
    ],
)
def test_a_goal_is_met_or_missed(figure: Figure, *, is_met: bool) -> None:
    assert figure.is_met is is_met
    assert ("MISSED" in as_table([figure])) is not is_met
