"""A dataclass as a row and back: what identifies a patient is sealed, and hashed where it must be found by."""

from collections.abc import Callable, Mapping
from dataclasses import Field, fields
from functools import cached_property
from typing import Any, ClassVar, Generic, Protocol, TypeVar, get_type_hints

from pydantic import TypeAdapter
from sqlalchemy import Select, Table, func, select, update
from typing_extensions import TypedDict

from rxflow.persistence.transaction import Transaction

SEALED = "sealed"
"""The column that holds a row's sealed fields."""


class Record(Protocol):
    """Any dataclass."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]


R = TypeVar("R", bound=Record)
Refs = Mapping[str, Callable[[Transaction, R], str | None]]


def row_of(record: Record) -> dict[str, Any]:
    """A record's values by column, as they are: unlike `asdict`, without copies of what they hold."""
    return {field.name: getattr(record, field.name) for field in fields(record)}


def select_fields(table: Table, record: type[Record]) -> Select[Any]:
    """Select the columns of a record in the order of its fields, so that `record(*row)` builds it."""
    return select(*(table.c[field.name] for field in fields(record)))


class SealedTable(Generic[R]):
    """A table that keeps records of one dataclass, some of their fields sealed together in one column.

    A row's box is bound to its table and key, so that it cannot be passed off as another's.

    Args:
        table: The table; its columns bear the names of the clear fields.
        record: The dataclass.
        key: The fields that name a row for good.
        sealed: The fields that identify a patient or tell of their health.
        refs: Columns that rows are found by, with what makes their keyed hashes of a record.
    """

    def __init__(
        self, table: Table, record: type[R], *, key: tuple[str, ...], sealed: tuple[str, ...], refs: Refs[R]
    ) -> None:
        self.table = table
        self._record = record
        self._key = key
        self._sealed = sealed
        self._clear = tuple(field.name for field in fields(record) if field.name not in sealed)
        self._refs = refs

    def row(self, record: R, tx: Transaction) -> dict[str, Any]:
        """A record as a row to insert."""
        row = {name: getattr(record, name) for name in self._clear}
        closed = {name: getattr(record, name) for name in self._sealed}
        place = self._place([row[name] for name in self._key])
        row |= {column: ref(tx, record) for column, ref in self._refs.items()}
        return row | {SEALED: tx.cipher.seal(self._adapter.dump_json(closed), place)}

    def select(self) -> Select[Any]:
        """Select what `record` needs."""
        return select(*(self.table.c[name] for name in self._clear), self.table.c[SEALED])

    def record(self, row: Any, tx: Transaction) -> R:
        """A row of `select` as the record it was.

        Raises:
            UnreadableDataError: The row was changed from outside, or its key is missing.
        """
        clear = dict(zip(self._clear, row, strict=False))
        opened = tx.cipher.open(row[len(self._clear)], self._place([clear[name] for name in self._key]))
        return self._record(**clear, **self._adapter.validate_json(opened))

    def all(self, statement: Select[Any], tx: Transaction) -> tuple[R, ...]:
        """The records of the rows that a statement made from `select` finds."""
        return tuple(self.record(row, tx) for row in tx.execute(statement))

    def stale(self, header: bytes, limit: int) -> Select[Any]:
        """Select the key and the box of rows that are sealed with another key than the active one.

        Args:
            header: What a box under the active key begins with (`Cipher.current_header`).
        """
        box = self.table.c[SEALED]
        chosen = select(*(self.table.c[name] for name in self._key), box)
        return chosen.where(func.substr(box, 1, len(header)) != header).limit(limit)

    def reseal(self, row: Any, tx: Transaction) -> bool:
        """Seal a row of `stale` with the active key, unless it was changed since.

        Returns:
            Whether it was.
        """
        *key, box = row
        place = self._place(key)
        again = tx.cipher.seal(tx.cipher.open(box, place), place)
        is_it = [self.table.c[name] == value for name, value in zip(self._key, key, strict=True)]
        changed = tx.execute(update(self.table).where(*is_it, self.table.c[SEALED] == box).values({SEALED: again}))
        return changed.rowcount == 1

    def _place(self, key: list[Any]) -> str:
        return place_of(self.table.name, *key)

    @cached_property
    def _adapter(self) -> TypeAdapter[Any]:
        hints = get_type_hints(self._record)
        shape = TypedDict(f"Sealed{self._record.__name__}", {name: hints[name] for name in self._sealed})  # type: ignore[misc]
        return TypeAdapter(shape)


def place_of(table: str, *key: object) -> str:
    """The place that a row's box is bound to."""
    return ":".join((table, *map(str, key)))
