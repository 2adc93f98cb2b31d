"""Writes a data set that nobody sees before it is whole, and removes those that nobody needs any more."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Table, delete, insert, select, update

from rxflow.domain.audit import OPERATOR, AuditAction, AuditEvent
from rxflow.domain.errors import StoreUnavailableError
from rxflow.domain.patient import Patient
from rxflow.domain.plan import Authorization
from rxflow.domain.prescription import Prescription
from rxflow.persistence.audit_repository import AuditRepository
from rxflow.persistence.engine import Store
from rxflow.persistence.order_repository import Product
from rxflow.persistence.records import R, SealedTable
from rxflow.persistence.reference_catalogue import CatalogueRepository
from rxflow.persistence.reference_rows import (
    SEALED_AUTHORIZATIONS,
    SEALED_PATIENTS,
    SEALED_PRESCRIPTIONS,
    AuthorizationRow,
    PatientRow,
    PrescriptionRow,
)
from rxflow.persistence.reference_tables import (
    CATALOGUE,
    DATASETS,
    OF_DATASET,
    STOCK,
)
from rxflow.persistence.transaction import Transaction

GIVEN_UP_AFTER = timedelta(minutes=10)
"""An unfinished import that wrote nothing for this long has died."""

IMPORTS = "reference imports"
ROWS_REMOVED_AT_ONCE = 2000
"""Few, so that an order that is placed meanwhile waits for a moment only."""


class ReferenceImport:
    """One import: `begin`, `add_…` as often as wanted, `finish`; or `abandon`, which leaves everything as it was.

    Each step is a short write of its own, so that orders can be placed meanwhile.

    Args:
        store: The database.
        now: The present as an aware time.
    """

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        self._store = store
        self._now = now
        self._dataset = 0

    def begin(self, catalogue: Mapping[str, Sequence[object]]) -> None:
        """Start a data set.

        Args:
            catalogue: The records that are loaded whole, by noun.

        Raises:
            StoreUnavailableError: Another import is running, or the database cannot be written.
        """
        with self._store.write(IMPORTS) as tx:
            unfinished = select(DATASETS.c.touched_at).where(DATASETS.c.finished_at.is_(None))
            for touched_at in tx.scalars(unfinished):
                if self._now() - touched_at < GIVEN_UP_AFTER:
                    raise StoreUnavailableError(
                        "Another import is running, or died less than ten minutes ago. Try again later."
                    )
            ref = CatalogueRepository(tx).add(catalogue)
            row = {"catalogue": ref, "touched_at": self._now(), "counts": "{}"}
            (self._dataset,) = tx.execute(insert(DATASETS).returning(DATASETS.c.sequence), row).one()

    def add_patients(self, start: int, patients: Sequence[Patient]) -> None:
        """Add patients, the first of them at position `start`; so for the others."""
        self._add_sealed(SEALED_PATIENTS, PatientRow, start, [(each.patient_id, each) for each in patients])

    def add_prescriptions(self, start: int, prescriptions: Sequence[Prescription]) -> None:
        of_patients = [(each.patient_id, each) for each in prescriptions]
        self._add_sealed(SEALED_PRESCRIPTIONS, PrescriptionRow, start, of_patients)

    def add_authorizations(self, start: int, authorizations: Sequence[Authorization]) -> None:
        of_patients = [(each.patient_id, each) for each in authorizations]
        self._add_sealed(SEALED_AUTHORIZATIONS, AuthorizationRow, start, of_patients)

    def add_stock(self, stock: Mapping[tuple[Product, str], int | None]) -> None:
        """Add the fills that are left of products at pharmacies, by product and pharmacy id."""
        rows = [
            {
                "dataset": self._dataset,
                "generic_name": product.generic_name,
                "strength": product.strength,
                "pharmacy_id": pharmacy_id,
                "fills_available": fills,
            }
            for (product, pharmacy_id), fills in stock.items()
        ]
        with self._store.write() as tx:
            self._add(STOCK, rows, tx)

    def finish(self, counts: Mapping[str, int], actor: str = OPERATOR) -> None:
        """Let readers see the data set, and nothing of the one before: from this moment, all at once.

        Args:
            counts: How many records it has, by noun.
            actor: Who imports, for the audit trail.
        """
        with self._store.write() as tx:
            at = self._now()
            self._touch(tx, finished_at=at, counts=json.dumps(dict(counts)))
            detail = {"rows": sum(counts.values())}
            AuditRepository(tx).append([AuditEvent(at, actor, AuditAction.DATA_IMPORTED, detail=detail)])

    def abandon(self) -> None:
        """Remove what was written."""
        self._remove(self._dataset)

    def remove_old(self) -> None:
        """Remove the data sets that nobody needs.

        What stays is the newest, and the newest of the catalogue before it, which processes run on until they are
        started again.
        """
        with self._store.read() as tx:
            ordered = select(DATASETS.c.sequence, DATASETS.c.catalogue, DATASETS.c.finished_at)
            rows = tx.execute(ordered.order_by(DATASETS.c.sequence.desc())).all()
        kept: set[str] = set()
        for row in rows:
            if row.finished_at is not None and row.catalogue not in kept and len(kept) < 2:
                kept.add(row.catalogue)
            else:
                self._remove(row.sequence)
        with self._store.write() as tx:
            used = select(DATASETS.c.catalogue)
            tx.execute(delete(CATALOGUE).where(CATALOGUE.c.catalogue.not_in(used)))

    def _add_sealed(
        self,
        table: SealedTable[R],
        row: Callable[[int, str, int, Any], R],
        start: int,
        of_patients: Sequence[tuple[str, object]],
    ) -> None:
        with self._store.write() as tx:
            records = (
                row(self._dataset, tx.patient_ref(patient_id), position, record)
                for position, (patient_id, record) in enumerate(of_patients, start)
            )
            self._add(table.table, [table.row(record, tx) for record in records], tx)

    def _add(self, table: Table, rows: list[dict[str, Any]], tx: Transaction) -> None:
        self._touch(tx)
        if rows:
            tx.execute(insert(table), rows)

    def _touch(self, tx: Transaction, **values: object) -> None:
        """Say that this import is alive, and see that nobody has taken it for dead."""
        mine = (DATASETS.c.sequence == self._dataset, DATASETS.c.finished_at.is_(None))
        alive = update(DATASETS).where(*mine).values(touched_at=self._now(), **values).returning(DATASETS.c.sequence)
        if tx.execute(alive).one_or_none() is None:
            raise StoreUnavailableError("Another import has removed this one. Nothing was changed; try again.")

    def _remove(self, dataset: int) -> None:
        for table in OF_DATASET:
            while self._removed_some(table, dataset):
                pass
        with self._store.write() as tx:
            tx.execute(delete(DATASETS).where(DATASETS.c.sequence == dataset))

    def _removed_some(self, table: Table, dataset: int) -> bool:
        """Remove the first rows of a data set; whether more may be left."""
        _, ref = list(table.primary_key.columns)[:2]
        own = table.c.dataset == dataset
        with self._store.write() as tx:
            last = tx.scalar(select(ref).where(own).order_by(ref).offset(ROWS_REMOVED_AT_ONCE).limit(1))
            tx.execute(delete(table).where(own) if last is None else delete(table).where(own, ref <= last))
        return last is not None
