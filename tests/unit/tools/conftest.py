"""The tools as programs call them: through the tool manager, on the demo data, with a real run context."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from rxflow.assistant import Assistant
from rxflow.bootstrap import build_assistant
from rxflow.config.settings import Settings
from rxflow.services.mock_data import MockData
from rxflow.tools.tool_manager import ToolManager
from rxflow.workflow.run_context import RunContext
from tests.support.clock import WEDNESDAY_MORNING, FrozenClock
from tests.support.runs import a_run

Use = Callable[..., dict[str, Any]]
LookUp = Callable[..., Any]


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory, demo: MockData) -> Iterator[Assistant]:
    """An assistant in which nobody orders anything, for tests that only read."""
    folder: Path = tmp_path_factory.mktemp("untouched")
    settings = Settings(_env_file=None, database_url=f"sqlite:///{folder / 'rxflow.db'}")
    with build_assistant(settings, now=FrozenClock(WEDNESDAY_MORNING), data=demo) as assistant:
        yield assistant


@pytest.fixture
def use(request: pytest.FixtureRequest) -> Use:
    """Runs a tool and returns its envelope: on this test's own assistant if it has one, else on the untouched one."""
    own = "assistant" in request.fixturenames
    assistant: Assistant = request.getfixturevalue("assistant" if own else "untouched")
    manager = ToolManager()

    def run_tool(tool: str, of: str = "patient_001", /, run: RunContext | None = None, **arguments: Any) -> Any:
        return assistant.run(manager.execute_tool(tool, arguments, run or a_run(assistant.services, of)))

    return run_tool


@pytest.fixture
def look_up(use: Use) -> LookUp:
    """Runs a look-up that must succeed and returns its data."""

    def found(tool: str, of: str = "patient_001", /, **arguments: Any) -> Any:
        envelope = use(tool, of, **arguments)
        assert envelope["success"], envelope
        assert envelope["source"]
        return envelope["data"]

    return found
