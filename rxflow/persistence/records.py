"""A dataclass as a row and back: its fields are columns of the same names."""

from dataclasses import Field, fields
from typing import Any, ClassVar, Protocol

from sqlalchemy import Select, Table, select


class Record(Protocol):
    """Any dataclass."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]


def row_of(record: Record) -> dict[str, Any]:
    """A record's values by column, as they are: unlike `asdict`, without copies of what they hold."""
    return {field.name: getattr(record, field.name) for field in fields(record)}


def select_fields(table: Table, record: type[Record]) -> Select[Any]:
    """Select the columns of a record in the order of its fields, so that `record(*row)` builds it."""
    return select(*(table.c[field.name] for field in fields(record)))
