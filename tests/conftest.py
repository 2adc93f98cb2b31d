"""What all tests share: no live model, no settings of the machine, and an assistant on a frozen clock."""

import os
import shutil
from collections.abc import Callable, Generator, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import hypothesis
import pytest
import structlog
from langchain_core.language_models import BaseChatModel

from rxflow.assistant import Assistant
from rxflow.bootstrap import build_assistant
from rxflow.config.settings import Settings
from rxflow.observability.collector import keep_loaded, paused
from rxflow.observability.log_lines import LibraryHandler
from rxflow.services.drugs import DrugService
from rxflow.services.mock_data import MockData, load_mock_data
from tests.support.clock import WEDNESDAY_MORNING, FrozenClock
from tests.support.conversation import Conversation
from tests.support.stores import open_store

DATA_DIR = Path(__file__).resolve().parents[1] / "data"
OFFLINE_MODELS = ("rxflow.llm.builtin_model", "rxflow.llm.streamed_model", "rxflow.llm.llama_cpp", "tests.", "bench.")
THIS_MACHINE = "http://127.0.0.1:"

# No property fails because the machine is busy with something else.
hypothesis.settings.register_profile("untimed", parent=hypothesis.settings(), deadline=None)
hypothesis.settings.load_profile("untimed")

MakeAssistant = Callable[..., Assistant]
NewDatabase = Callable[[Path], None]
Talk = Callable[..., Conversation]
AsBuiltIn = Callable[[BaseChatModel], None]


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Collect thousands of tests, which stay, without looking for garbage among them or, later, in each test."""
    with paused():
        collected = yield
    keep_loaded()
    return collected


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Generated examples run at full speed, untraced: only what a written example reaches counts as covered."""
    for item in items:
        if getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
            item.add_marker(pytest.mark.no_cover)


@pytest.fixture(autouse=True)
def _no_live_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test has no key, no setting of the machine it runs on, and fails when a live model is asked."""
    for name in os.environ:
        if name.startswith("RXFLOW_") or name.endswith(("_API_KEY", "_API_TOKEN")) or name == "OLLAMA_HOST":
            monkeypatch.delenv(name)
    monkeypatch.setenv("LANGSMITH_TRACING", "false")
    for method in ("generate", "agenerate", "stream", "astream"):
        _guard(monkeypatch, method)


@pytest.fixture(autouse=True)
def _logs_as_they_begin() -> Iterator[None]:
    """The logging that a test sets up ends with it."""
    yield
    structlog.reset_defaults()
    structlog.contextvars.clear_contextvars()
    LibraryHandler.uninstall()


def _guard(monkeypatch: pytest.MonkeyPatch, method: str) -> None:
    ask = getattr(BaseChatModel, method)

    def asked(model: BaseChatModel, *args: Any, **options: Any) -> Any:
        kind = type(model)
        address = getattr(model, "openai_api_base", None) or getattr(model, "base_url", None) or ""
        if not kind.__module__.startswith(OFFLINE_MODELS) and not address.startswith(THIS_MACHINE):
            pytest.fail(f"A test asked a live model: {kind.__module__}.{kind.__qualname__}")
        return ask(model, *args, **options)

    monkeypatch.setattr(BaseChatModel, method, asked)


@pytest.fixture
def clock() -> FrozenClock:
    """A Wednesday morning on which every pharmacy is open; tests let time pass."""
    return FrozenClock(WEDNESDAY_MORNING)


@pytest.fixture(scope="session")
def demo() -> MockData:
    """The demo data as it is on the day of the frozen clock."""
    return load_mock_data(DATA_DIR, date(2026, 3, 4))


@pytest.fixture(scope="session")
def demo_drugs(demo: MockData) -> DrugService:
    """The index of the demo drugs, which takes longer to build than anything else and never changes."""
    return DrugService(demo)


@pytest.fixture(scope="session", autouse=True)
def _demo_drugs_indexed_once(demo: MockData, demo_drugs: DrugService) -> Iterator[None]:
    """Whoever serves the same drugs is given that index."""

    def index(data: MockData) -> DrugService:
        same = all(getattr(data, part) == getattr(demo, part) for part in ("drugs", "misspellings", "lasa_pairs"))
        return demo_drugs if same else DrugService(data)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("rxflow.service_wiring.DrugService", index)
        yield


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Default settings on a database of this test's own, without a limit: tests speak faster than people."""
    return Settings(_env_file=None, database_url=f"sqlite:///{tmp_path / 'rxflow.db'}", messages_per_minute=0)


@pytest.fixture(scope="session")
def new_database(tmp_path_factory: pytest.TempPathFactory) -> NewDatabase:
    """Puts an empty database where there is none: copied, for its tables are the same in every test."""
    empty = tmp_path_factory.mktemp("empty") / "rxflow.db"
    open_store(f"sqlite:///{empty}").close()

    def put(path: Path) -> None:
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(empty, path)

    return put


@pytest.fixture
def make_assistant(
    settings: Settings, clock: FrozenClock, demo: MockData, tmp_path: Path, new_database: NewDatabase
) -> Iterator[MakeAssistant]:
    """Builds assistants on this test's database: a second one is another process, or the one after a crash."""
    new_database(tmp_path / "rxflow.db")
    built: list[Assistant] = []

    def make(model: BaseChatModel | None = None, data: MockData | None = None, **changes: Any) -> Assistant:
        changed = settings.model_copy(update=changes)
        built.append(build_assistant(changed, now=clock, model=model, data=data or demo))
        return built[-1]

    yield make
    for assistant in built:
        assistant.close()


@pytest.fixture
def as_built_in(monkeypatch: pytest.MonkeyPatch) -> AsBuiltIn:
    """Puts a model in the place of the built-in one, so that nothing takes over from it when it fails."""

    def put(model: BaseChatModel) -> None:
        monkeypatch.setattr("rxflow.bootstrap.get_builtin_llm", lambda *_: model)

    return put


@pytest.fixture
def assistant(make_assistant: MakeAssistant) -> Assistant:
    """An assistant with the built-in model."""
    return make_assistant()


@pytest.fixture
def talk(make_assistant: MakeAssistant) -> Talk:
    """Begins a conversation: `talk("patient_002", model=...)`."""

    def begin(patient_id: str = "patient_001", model: BaseChatModel | None = None, **changes: Any) -> Conversation:
        return Conversation(make_assistant(model, **changes), patient_id)

    return begin
