"""A dataclass as a row and back: what can never change is sealed whole, and repeated outside where it is asked for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import Field, fields
from datetime import UTC, datetime
from decimal import Decimal
from functools import cached_property
from typing import Any, ClassVar, Generic, Protocol, TypeVar, get_args, get_type_hints

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import Select, Table, func, literal, select, tuple_, update
from typing_extensions import TypedDict

from rxflow.domain.errors import UnreadableDataError
from rxflow.persistence.column_types import check_aware, check_money
from rxflow.persistence.transaction import Transaction
from rxflow.security.cipher import CHANGED

SEALED = "sealed"
"""The column that holds a row's box."""


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
    """A table that keeps records of one dataclass, each with a box of everything that never changes about it.

    The box is bound to its table and key, so that it cannot be passed off as another's. A column that bears the name of
    a field in the box is a copy of it, for the database to search, constrain or count. Reading holds every copy, and
    every hash that the row is found by, to what is in the box: a row that was changed outside it is not read.

    Args:
        table: The table.
        record: The dataclass.
        key: The fields that name a row for good; the box is bound to them.
        mutable: The fields that change; they are in the row alone.
        bound: Columns of text besides the record's fields that are written with it and never change.
        refs: Columns that rows are found by, with what makes their keyed hashes of a record.
    """

    def __init__(
        self,
        table: Table,
        record: type[R],
        *,
        key: tuple[str, ...],
        mutable: tuple[str, ...] = (),
        bound: tuple[str, ...] = (),
        refs: Refs[R],
    ) -> None:
        self.table = table
        self._record = record
        self._key = key
        self._outside = (*key, *mutable)
        self._fixed = tuple(field.name for field in fields(record) if field.name not in self._outside)
        self._bound = bound
        self._refs = refs
        self._copies = (*(name for name in self._fixed if name in table.c), *bound)
        self._columns = (*self._outside, *self._copies, *refs)

    def row(self, record: R, tx: Transaction, **bound: str | None) -> dict[str, Any]:
        """A record as a row to insert.

        Args:
            bound: The values of the bound columns.

        Raises:
            ValueError: A time has no time zone, or money is no finite Decimal.
        """
        closed = {name: getattr(record, name) for name in self._fixed}
        for name in self._times:
            if closed[name] is not None:
                closed[name] = check_aware(closed[name])
        for name in self._amounts:
            if closed[name] is not None:
                check_money(closed[name])
        closed |= {name: bound[name] for name in self._bound}
        row = {name: getattr(record, name) for name in self._outside}
        place = self._place([row[name] for name in self._key])
        row |= {name: closed[name] for name in self._copies}
        row |= {column: ref(tx, record) for column, ref in self._refs.items()}
        return row | {SEALED: tx.cipher.seal(self._adapter.dump_json(closed), place)}

    def select(self) -> Select[Any]:
        """Select what `record` needs."""
        return select(*(self.table.c[name] for name in self._columns), self.table.c[SEALED])

    def record(self, row: Sequence[Any], tx: Transaction) -> R:
        """A row of `select` as the record it was.

        Raises:
            UnreadableDataError: The row was changed from outside, or its key is missing.
        """
        given = dict(zip(self._columns, row, strict=False))
        inside = self._opened([given[name] for name in self._key], row[len(self._columns)], tx)
        if any(given[name] != inside[name] for name in self._copies):
            raise UnreadableDataError(CHANGED)
        record = self._made({name: given[name] for name in self._outside}, inside)
        if any(ref(tx, record) != given[column] for column, ref in self._refs.items()):
            raise UnreadableDataError(CHANGED)
        return record

    def record_of_box(self, key: Sequence[Any], box: bytes, tx: Transaction) -> R:
        """The record of a row of which only key and box were read; not of a table with fields that change.

        Raises:
            UnreadableDataError: The box was changed or is another row's, or its key is missing.
        """
        return self._made(dict(zip(self._outside, key, strict=True)), self._opened(key, box, tx))

    def all(
        self, statement: Select[Any], tx: Transaction, parameters: Mapping[str, Any] | None = None
    ) -> tuple[R, ...]:
        """The records of the rows that a statement made from `select` finds.

        Args:
            parameters: Values of its `bindparam`s: a statement that is built once costs less than the look-up.
        """
        return tuple(self.record(row, tx) for row in tx.execute(statement, parameters))

    def first(self, statement: Select[Any], tx: Transaction, parameters: Mapping[str, Any] | None = None) -> R | None:
        """The record of the first row that a statement made from `select` finds; None where it finds none."""
        row = tx.execute(statement, parameters).first()
        return None if row is None else self.record(row, tx)

    def stale(self, header: bytes, limit: int, after: Sequence[Any] | None = None) -> Select[Any]:
        """Select rows that are sealed with another key than the active one, in the order of their primary keys.

        Args:
            header: What a box under the active key begins with (`Cipher.current_header`).
            limit: How many.
            after: The last row of the selection before; None to begin.
        """
        box, primary = self.table.c[SEALED], self._primary
        chosen = select(*primary, *(self.table.c[name] for name in self._key), box)
        if after is not None:
            last = (literal(value, column.type) for column, value in zip(primary, after, strict=False))
            chosen = chosen.where(tuple_(*primary) > tuple_(*last))
        return chosen.where(func.substr(box, 1, len(header)) != header).order_by(*primary).limit(limit)

    def reseal(self, row: Sequence[Any], tx: Transaction) -> bool:
        """Seal a row of `stale` with the active key, unless it was changed since.

        Returns:
            Whether it was.

        Raises:
            UnreadableDataError: Its box was changed from outside, or its key is missing.
        """
        primary, box = self._primary, row[-1]
        place = self._place(row[len(primary) : -1])
        again = tx.cipher.seal(tx.cipher.open(box, place), place)
        is_it = [column == value for column, value in zip(primary, row, strict=False)]
        changed = tx.execute(update(self.table).where(*is_it, self.table.c[SEALED] == box).values({SEALED: again}))
        return changed.rowcount == 1

    @property
    def _primary(self) -> list[Any]:
        return list(self.table.primary_key.columns)

    def _opened(self, key: Sequence[Any], box: bytes, tx: Transaction) -> dict[str, Any]:
        opened = tx.cipher.open(box, self._place(key))
        try:
            inside: dict[str, Any] = self._adapter.validate_json(opened)
        except ValidationError:
            # Not its cause, which repeats what is in the box.
            raise UnreadableDataError("What is stored was written by a release that this one does not know.") from None
        for name in self._times:
            if inside[name] is not None:
                inside[name] = inside[name].astimezone(UTC)
        return inside

    def _made(self, outside: dict[str, Any], inside: dict[str, Any]) -> R:
        return self._record(**outside, **{name: inside[name] for name in self._fixed})

    def _place(self, key: Sequence[Any]) -> str:
        return place_of(self.table.name, *key)

    @cached_property
    def _hints(self) -> dict[str, Any]:
        hints = get_type_hints(self._record)
        return {name: hints[name] for name in self._fixed}

    @cached_property
    def _times(self) -> tuple[str, ...]:
        return tuple(name for name, hint in self._hints.items() if datetime in (hint, *get_args(hint)))

    @cached_property
    def _amounts(self) -> tuple[str, ...]:
        return tuple(name for name, hint in self._hints.items() if Decimal in (hint, *get_args(hint)))

    @cached_property
    def _adapter(self) -> TypeAdapter[Any]:
        inside = {**self._hints, **dict.fromkeys(self._bound, str | None)}
        return TypeAdapter(TypedDict(f"Sealed{self._record.__name__}", inside))  # type: ignore[operator]


def place_of(table: str, *key: object) -> str:
    """The place that a row's box is bound to."""
    return ":".join((table, *map(str, key)))
