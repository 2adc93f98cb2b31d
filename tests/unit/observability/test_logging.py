"""Logs: JSON lines on stderr, and nothing in them but what is on the list."""

import errno
import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rxflow.observability.logging import ALLOWED_FIELDS, configure_logging, error_trace, get_logger, keep_allowed_fields


@pytest.fixture
def logged(capsys: pytest.CaptureFixture[str]) -> Any:
    """Configures logging at a level, and reads the lines that were written since."""

    def read(level: str | None = None) -> list[dict[str, Any]]:
        if level is not None:
            configure_logging(level)
        out, err = capsys.readouterr()
        assert out == ""
        return [json.loads(line) for line in err.splitlines()]

    return read


def test_a_line_is_json_with_its_level_and_an_utc_time(logged: Any) -> None:
    logged("INFO")
    get_logger("rxflow.test").info("turn", state="START", turn_ms=1.5)
    (line,) = logged()

    assert (line["event"], line["level"], line["state"], line["turn_ms"]) == ("turn", "info", "START", 1.5)
    assert line["timestamp"].endswith("Z")


def test_fields_that_are_not_on_the_list_are_dropped(logged: Any) -> None:
    logged("INFO")
    get_logger("rxflow.test").bind(patient="John").info("turn", text="lisinopril", patient_id="patient_001", rule="x")
    (line,) = logged()

    assert set(line) == {"event", "level", "timestamp", "rule"}


@pytest.mark.parametrize(("level", "heard"), [("DEBUG", 4), ("INFO", 3), ("WARNING", 2), ("ERROR", 1)])
def test_less_than_the_level_is_not_logged(logged: Any, level: str, heard: int) -> None:
    logged(level)
    log = get_logger("rxflow.test")
    for write in (log.debug, log.info, log.warning, log.error):
        write("event")

    assert len(logged()) == heard


def test_the_list_has_no_field_for_a_patient() -> None:
    assert not {name for name in ALLOWED_FIELDS if any(word in name for word in ("patient", "text", "message", "name"))}
    assert keep_allowed_fields(None, "info", {"event": "x", "exception": "John", "exc_info": True}) == {"event": "x"}


def test_an_error_is_traced_without_its_message(logged: Any) -> None:
    def refill() -> None:
        raise ValueError("John takes lisinopril")

    try:
        refill()
    except ValueError as error:
        trace = error_trace(error)

    assert trace.endswith(" refill")
    assert "test_logging.py:" in trace
    assert "John" not in trace
    assert error_trace(ValueError("never raised")) == ""


class FullDisk(io.StringIO):
    """A log file that cannot grow."""

    has_space = False

    def write(self, text: str) -> int:
        if not self.has_space:
            raise OSError(errno.ENOSPC, "No space left on device")
        return super().write(text)


@pytest.mark.parametrize("level", ["debug", "info", "warning", "error", "exception", "critical"])
def test_a_line_that_cannot_be_written_fails_nobody(level: str, monkeypatch: pytest.MonkeyPatch) -> None:
    full = FullDisk()
    with monkeypatch.context() as patch:
        patch.setattr("sys.stderr", full)
        configure_logging("DEBUG")
        getattr(get_logger("rxflow.test"), level)("store unavailable")
        full.has_space = True
        getattr(get_logger("rxflow.test"), level)("turn")

    (line,) = full.getvalue().splitlines()
    assert json.loads(line)["event"] == "turn"


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary() | st.dates(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner) | st.tuples(inner),
    max_leaves=5,
)
NAMES = st.sampled_from(sorted(ALLOWED_FIELDS)) | st.text() | st.sampled_from(["patient_id", "text", "reason", "words"])


@given(st.dictionaries(NAMES, VALUES))
def test_whatever_is_logged_only_plain_values_of_the_list_are_kept_and_unchanged(event: dict[str, Any]) -> None:
    kept = keep_allowed_fields(None, "info", event)

    assert set(kept) <= ALLOWED_FIELDS
    for name, value in event.items():
        is_plain = value is None or type(value) in {str, int, float, bool}
        assert (name in kept) == (name in ALLOWED_FIELDS and is_plain)
        assert name not in kept or kept[name] is value
    json.loads(json.dumps(kept))


@given(st.dictionaries(NAMES, VALUES))
def test_a_secret_within_another_value_is_not_kept(event: dict[str, Any]) -> None:
    hidden = {name: {"told": ["John Smith", value]} for name, value in event.items()}

    assert keep_allowed_fields(None, "info", {**hidden, "patient": "John Smith"}) == {}
