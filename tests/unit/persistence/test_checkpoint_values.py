"""What may be written of a conversation, and what is revived."""

import re
import zlib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from langchain_core.messages import AIMessage, HumanMessage, RemoveMessage, SystemMessage, ToolMessage
from langgraph.checkpoint.serde.jsonplus import JsonPlusSerializer
from langgraph.types import Command, Send

from rxflow.domain.errors import StoreUnavailableError, UnreadableDataError
from rxflow.persistence.checkpoint_values import BoxSerializer, pack, unpack


@dataclass
class Trap:
    """Does harm when it is made."""

    file: str

    def __post_init__(self) -> None:
        Path(self.file).touch()


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False) | st.text() | st.binary(),
    lambda values: st.lists(values, max_size=4) | st.dictionaries(st.text(), values, max_size=4),
    max_leaves=10,
)
OTHERS = [Decimal("1.5"), date(2026, 3, 4), Path("x"), re.compile("x"), {1}, SystemMessage("x"), Command(goto="x")]


@settings(max_examples=50)
@given(PLAIN)
def test_plain_values_come_back_as_they_were(value: Any) -> None:
    assert unpack(pack(value)) == value


@pytest.mark.parametrize(
    "value",
    [
        HumanMessage("yes", id="1"),
        AIMessage("", tool_calls=[{"name": "look_up", "args": {"of": "x"}, "id": "c1"}], id="2"),
        ToolMessage("{}", tool_call_id="c1", status="error", id="3"),
        RemoveMessage(id="1"),
        Send("tools", {"name": "look_up", "args": {}, "id": "c1"}),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_a_conversation_holds_comes_back_as_it_was(value: Any) -> None:
    (again,) = unpack(pack([value]))

    assert again == value
    assert type(again) is type(value)


@pytest.mark.parametrize("value", OTHERS, ids=lambda value: type(value).__name__)
def test_another_object_is_neither_written_nor_revived(value: Any) -> None:
    forged = zlib.compress(JsonPlusSerializer().dumps_typed([value])[1])

    with pytest.raises(StoreUnavailableError):
        pack({"deep": [value]})
    with pytest.raises(UnreadableDataError):
        unpack(forged)


def test_an_object_that_is_refused_is_not_made_first(tmp_path: Path) -> None:
    made = tmp_path / "made"
    trap = Trap(str(made))
    made.unlink()
    kind, forged = JsonPlusSerializer().dumps_typed([{"deep": trap}])

    with pytest.raises(UnreadableDataError):
        unpack(zlib.compress(forged))
    assert not made.exists()
    JsonPlusSerializer().loads_typed((kind, forged))
    assert made.exists(), "LangGraph's own serializer would have made it"


@pytest.mark.filterwarnings("ignore:Pydantic serializer warnings")
def test_a_message_with_wrong_content_is_not_revived() -> None:
    forged = JsonPlusSerializer().dumps_typed([HumanMessage.model_construct(content=7, type="human")])[1]

    with pytest.raises(UnreadableDataError):
        unpack(zlib.compress(forged))


@pytest.mark.parametrize(
    "packed", [b"", b"\xc1", zlib.compress(b"\xc1"), zlib.compress(b"\x80"), zlib.compress(b"\x90")]
)
def test_bytes_that_are_no_value_are_refused(packed: bytes) -> None:
    with pytest.raises(UnreadableDataError):
        unpack(packed)


@pytest.mark.parametrize("kind", ["pickle", "msgpack", "json", "bytes", "null", ""])
def test_what_is_not_a_box_is_not_decoded(kind: str) -> None:
    with pytest.raises(UnreadableDataError, match="not encrypted"):
        BoxSerializer().loads_typed((kind, b"\x90"))
