"""What of a conversation is written down: its messages and plain values, and nothing that could run when it is read."""

import zlib
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from langchain_core.messages import AIMessage, HumanMessage, RemoveMessage, ToolMessage
from langgraph.checkpoint.serde.base import SerializerProtocol
from langgraph.checkpoint.serde.jsonplus import EXT_CONSTRUCTOR_POS_ARGS, EXT_PYDANTIC_V2, JsonPlusSerializer
from langgraph.types import Send

from rxflow.domain.errors import StoreUnavailableError, UnreadableDataError

BOX = "box"
"""The one channel that a stored checkpoint has; a sealed box with the checkpoint is its value."""
STORED_CHECKPOINT = "checkpoint"
MSGPACK = "msgpack"
COMPRESSION = 1
"""zlib's level: the fastest already makes the text of tools a third as long."""

_MESSAGES = (HumanMessage, AIMessage, ToolMessage, RemoveMessage)
_Revive = Callable[[Any], Any]


def _revive_message(kind: type[Any]) -> _Revive:
    return lambda content: kind(**content)


REVIVED: Mapping[tuple[int, str, str], _Revive] = MappingProxyType(
    {(EXT_PYDANTIC_V2, kind.__module__, kind.__name__): _revive_message(kind) for kind in _MESSAGES}
    # A tool call that was not answered when a turn broke off.
    | {(EXT_CONSTRUCTOR_POS_ARGS, Send.__module__, Send.__name__): lambda given: Send(*given)}
)
"""The only objects that are made again from what was stored: how they were written, module and name."""


def pack(value: Any) -> bytes:
    """Write a value down.

    Returns:
        Compressed MessagePack, with LangGraph's extensions for the objects of `REVIVED`.

    Raises:
        StoreUnavailableError: It holds an object of another kind, which could not be read again.
    """
    try:
        kind, packed = _SERIALIZER.dumps_typed([value])
        if kind != MSGPACK:  # pragma: no cover - a list is never anything else
            raise TypeError(kind)
        _SERIALIZER.loads_typed((MSGPACK, packed))
    except (TypeError, ValueError) as error:
        raise StoreUnavailableError("The conversation holds something that cannot be kept. Start a new one.") from error
    return zlib.compress(packed, COMPRESSION)


def unpack(packed: bytes) -> Any:
    """Read a value again.

    Raises:
        UnreadableDataError: It is not what `pack` writes, or it names an object that is not of `REVIVED`.
    """
    try:
        (value,) = _SERIALIZER.loads_typed((MSGPACK, zlib.decompress(packed)))
    except (TypeError, ValueError, zlib.error) as error:
        raise UnreadableDataError("What is stored of the conversation is of a kind that is not read.") from error
    return value


class BoxSerializer(SerializerProtocol):
    """Hands sealed boxes to and from LangGraph's savers as they are, so that nothing is decoded before it is opened."""

    def dumps_typed(self, obj: Any) -> tuple[str, bytes]:
        """The box that is a value, or the one that is all that a checkpoint holds."""
        return (BOX, obj) if isinstance(obj, bytes) else (STORED_CHECKPOINT, obj["channel_values"][BOX])

    def loads_typed(self, data: tuple[str, bytes]) -> Any:
        """A box, or a checkpoint that holds it.

        Raises:
            UnreadableDataError: What is stored was not written by `dumps_typed`.
        """
        kind, box = data
        if kind == BOX:
            return box
        if kind == STORED_CHECKPOINT:
            return {"channel_values": {BOX: box}}
        raise UnreadableDataError("What is stored of the conversation is not encrypted and cannot be trusted.")


def _revive(code: int, data: bytes) -> Any:
    """Make an object again, if it is of those that are stored. MessagePack turns what is raised into ValueError."""
    module, name, content, *_ = _SERIALIZER.loads_typed((MSGPACK, data))
    return REVIVED[code, module, name](content)


_SERIALIZER = JsonPlusSerializer(__unpack_ext_hook__=_revive)
