"""What the memory of conversations needs of a database, SQLite or PostgreSQL."""

from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Any, Protocol

from langgraph.checkpoint.base import BaseCheckpointSaver

CHECKPOINTS = "checkpoints"
WRITES = "checkpoint_writes"
UNAVAILABLE = "The conversation cannot be kept or read right now. Nothing was changed."
NOT_OPENED = "The conversations cannot be opened. Check RXFLOW_DATABASE_URL."

Values = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class BoxColumn:
    """A column of sealed boxes.

    Attributes:
        table: Its table.
        column: The column.
        key: The columns that name a row.
        first: A key before all others.
        kind: The first word of the places that its boxes are bound to.
        place: The columns that the place is made of besides.
    """

    table: str
    column: str
    key: tuple[str, ...]
    first: Values
    kind: str
    place: tuple[str, ...]

    def page(self, mark: str) -> str:
        """The SQL of the next boxes that do not begin as given: key, place and box; parameters are `mark`."""
        key = ", ".join(self.key)
        after = ", ".join(mark for _ in self.key)
        return (
            f"SELECT {', '.join((*self.key, *self.place, self.column))} FROM {self.table}"  # noqa: S608 - our own names
            f" WHERE ({key}) > ({after}) AND substr({self.column}, 1, {mark}) <> {mark} ORDER BY {key} LIMIT {mark}"
        )

    def headers(self, mark: str) -> str:
        """The SQL of what the boxes begin with, and how many begin so; the parameter is a length."""
        return (
            f"SELECT substr({self.column}, 1, {mark}), count(*) FROM {self.table}"  # noqa: S608 - our own names
            f" WHERE {self.column} IS NOT NULL GROUP BY 1"
        )

    def swap(self, mark: str) -> str:
        """The SQL that puts a box in place of another, if that is still there."""
        row = " AND ".join(f"{name} = {mark}" for name in self.key)
        return (
            f"UPDATE {self.table} SET {self.column} = {mark}"  # noqa: S608 - our own names
            f" WHERE {row} AND {self.column} = {mark}"
        )


@dataclass(frozen=True, slots=True, repr=False)
class StoredBox:
    """A box and where it is.

    Attributes:
        key: The values of the columns that name its row.
        place: The values of the columns that its place is made of.
        box: The box.
    """

    key: Values
    place: Values
    box: bytes

    @classmethod
    def of(cls, column: BoxColumn, row: Sequence[Any]) -> "StoredBox":
        """A row of `BoxColumn.page`."""
        end = len(column.key)
        return cls(tuple(row[:end]), tuple(row[end:-1]), bytes(row[-1]))


class CheckpointHome(Protocol):
    """A database that keeps checkpoints. All its methods raise StoreUnavailableError when it cannot be used."""

    columns: tuple[BoxColumn, ...]
    """Where there are boxes."""

    def saver(self) -> AbstractAsyncContextManager[BaseCheckpointSaver[Any]]:
        """LangGraph's saver for this database, writing boxes."""

    def replacing(
        self, thread_id: str, namespace: str, checkpoint_id: str
    ) -> AbstractAsyncContextManager[BaseCheckpointSaver[Any]]:
        """A saver whose put of a checkpoint removes the thread's other ones, both at once or not at all."""

    async def page(self, column: BoxColumn, start: bytes, after: Values, limit: int) -> list[StoredBox]:
        """The next boxes of a column that do not begin with `start`, in the order of their keys."""

    async def headers(self, column: BoxColumn, length: int) -> list[tuple[bytes, int]]:
        """What the boxes of a column begin with, so many bytes of it, and how many begin so."""

    async def swap(self, column: BoxColumn, stored: StoredBox, box: bytes) -> bool:
        """Put a box in place of a stored one; False when that is no longer there."""

    async def close(self) -> None:
        """Close the connections."""
