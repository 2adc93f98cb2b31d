"""Trouble with the database, at a moment that a seed decides: a lock, a refused write, a failed commit, a crash."""

import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from random import Random

from sqlalchemy.exc import OperationalError

from rxflow.persistence.engine import Store
from rxflow.persistence.transaction import Transaction


class Kind(StrEnum):
    NONE = "none"
    LOCKED = "another program holds the lock for the whole turn"
    LOCKED_IN_TURN = "another program takes the lock at a model call"
    REFUSED = "a write is refused"
    COMMIT = "a commit fails"
    CRASH_AT_MODEL = "the process dies at a model call"
    CRASH_AFTER_WRITE = "the process dies after a write"
    CRASH_BEFORE_WRITE = "the process dies before a write"


CHANCES = {
    Kind.NONE: 82,
    Kind.LOCKED: 3,
    Kind.LOCKED_IN_TURN: 2,
    Kind.REFUSED: 4,
    Kind.COMMIT: 4,
    Kind.CRASH_AT_MODEL: 1,
    Kind.CRASH_AFTER_WRITE: 2,
    Kind.CRASH_BEFORE_WRITE: 2,
}
CRASHES = frozenset({Kind.CRASH_AT_MODEL, Kind.CRASH_AFTER_WRITE, Kind.CRASH_BEFORE_WRITE})


@dataclass(frozen=True)
class Trouble:
    """What goes wrong in a turn, and at which of its writes or model calls."""

    kind: Kind
    at: int

    @classmethod
    def of(cls, random: Random) -> "Trouble":
        return cls(random.choices(list(CHANCES), list(CHANCES.values()))[0], random.randint(1, 3))

    @property
    def crashes(self) -> bool:
        """Whether the patient sees no reply: nothing is written any more, and the process is gone."""
        return self.kind in CRASHES


class TroubledStore:
    """Puts trouble into the writes of a store.

    Attributes:
        failures: How often something went wrong since `under` began.
    """

    def __init__(self, store: Store, path: Path) -> None:
        self.failures = 0
        self._path = path
        self._write = store.write
        self._trouble = Trouble(Kind.NONE, 0)
        self._writes = self._calls = 0
        self._lock: sqlite3.Connection | None = None
        store.write = self._troubled_write  # type: ignore[assignment, method-assign]

    @contextmanager
    def under(self, trouble: Trouble) -> Iterator[None]:
        """Let something go wrong while the block runs."""
        self._trouble, self._writes, self._calls, self.failures = trouble, 0, 0, 0
        if trouble.kind is Kind.LOCKED:
            self._take_lock()
        try:
            yield
        finally:
            self._trouble = Trouble(Kind.NONE, 0)
            if self._lock is not None:
                self._lock.rollback()
                self._lock.close()
                self._lock = None

    def model_asked(self) -> None:
        """The model is called: some trouble begins here."""
        self._calls += 1
        if self._trouble.kind in {Kind.LOCKED_IN_TURN, Kind.CRASH_AT_MODEL} and self._calls == self._trouble.at:
            self._take_lock()

    def _take_lock(self) -> None:
        self._lock = sqlite3.connect(self._path, isolation_level=None, check_same_thread=False)
        self._lock.execute("BEGIN IMMEDIATE")
        self.failures += 1

    def _troubled_write(self, *resources: str) -> AbstractContextManager[Transaction]:
        self._writes += 1
        return self._one_write(self._trouble.kind if self._writes == self._trouble.at else Kind.NONE, resources)

    @contextmanager
    def _one_write(self, kind: Kind, resources: tuple[str, ...]) -> Iterator[Transaction]:
        if kind is Kind.CRASH_BEFORE_WRITE:
            self._take_lock()
        with self._write(*resources) as tx:
            if kind is Kind.REFUSED:
                self._fail("attempt to write a readonly database")
            yield tx
            if kind is Kind.COMMIT:
                self._fail("disk I/O error")
        if kind is Kind.CRASH_AFTER_WRITE:
            self._take_lock()

    def _fail(self, reason: str) -> None:
        self.failures += 1
        raise OperationalError("COMMIT", None, sqlite3.OperationalError(reason))
