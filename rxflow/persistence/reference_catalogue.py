"""The part of the reference data that is small and the same for everyone, and which data sets go with it."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import insert, select

from rxflow.domain.errors import UnreadableDataError
from rxflow.persistence.reference_rows import as_json, from_json
from rxflow.persistence.reference_tables import CATALOGUE, DATASETS
from rxflow.persistence.transaction import Transaction
from rxflow.security.cipher import CHANGED

ROWS_AT_ONCE = 1000


class CatalogueRepository:
    """Catalogues within one read or write of the store; one that is kept never changes."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def add(self, records: Mapping[str, Sequence[object]]) -> str:
        """Keep a catalogue, unless an equal one is kept already.

        Args:
            records: Its records by noun, in their order.

        Returns:
            What it is found by.
        """
        rows = [
            {"noun": noun, "position": position, "record": as_json(record)}
            for noun, group in records.items()
            for position, record in enumerate(group)
        ]
        ref = self._ref(rows)
        known = select(CATALOGUE.c.catalogue).where(CATALOGUE.c.catalogue == ref).limit(1)
        if self._tx.scalar(known) is None:
            for start in range(0, len(rows), ROWS_AT_ONCE):
                batch = [row | {"catalogue": ref} for row in rows[start : start + ROWS_AT_ONCE]]
                self._tx.execute(insert(CATALOGUE), batch)
        return ref

    def newest(self) -> tuple[str, Mapping[str, int]] | None:
        """The catalogue of the newest finished data set, with the data set's counts; None when nothing is imported."""
        finished = select(DATASETS.c.catalogue, DATASETS.c.counts).where(DATASETS.c.finished_at.is_not(None))
        row = self._tx.execute(finished.order_by(DATASETS.c.sequence.desc()).limit(1)).first()
        return (row.catalogue, json.loads(row.counts)) if row else None

    def records(self, catalogue: str, kinds: Mapping[str, type[Any]]) -> dict[str, tuple[Any, ...]]:
        """The records of a catalogue by noun, in their order.

        Args:
            kinds: The type of each noun's records.

        Raises:
            UnreadableDataError: They are not what was imported.
        """
        found: dict[str, list[Any]] = {noun: [] for noun in kinds}
        columns = (CATALOGUE.c.noun, CATALOGUE.c.position, CATALOGUE.c.record)
        statement = select(*columns).where(CATALOGUE.c.catalogue == catalogue)
        found_rows = self._tx.execute(statement.order_by(CATALOGUE.c.noun, CATALOGUE.c.position))
        rows = [{"noun": noun, "position": position, "record": record} for noun, position, record in found_rows]
        if self._ref(rows) != catalogue:
            raise UnreadableDataError(CHANGED)
        for row in rows:
            found[row["noun"]].append(from_json(kinds[row["noun"]], row["record"]))
        return {noun: tuple(group) for noun, group in found.items()}

    def _ref(self, rows: Iterable[Mapping[str, Any]]) -> str:
        """The keyed hash of all records: rules that were changed from outside are not those that it names."""
        digest = hashlib.sha256()
        for row in sorted(rows, key=lambda row: (row["noun"], row["position"])):
            digest.update(f"{row['noun']}\x1f{row['position']}\x1f{row['record']}\x1e".encode())
        return self._tx.cipher.digest("catalogue", digest.hexdigest())
