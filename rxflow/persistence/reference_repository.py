"""Reference data in the database, looked up by key: patients' files and stock."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    LargeBinary,
    ScalarSelect,
    bindparam,
    cast,
    func,
    literal,
    null,
    select,
    union_all,
)

from rxflow.domain.errors import StoreUnavailableError
from rxflow.domain.patient import Patient, PatientFile
from rxflow.persistence.engine import Store
from rxflow.persistence.order_repository import Product
from rxflow.persistence.recently_read import RecentlyRead
from rxflow.persistence.reference_rows import (
    SEALED_AUTHORIZATIONS,
    SEALED_PATIENTS,
    SEALED_PRESCRIPTIONS,
    name_ref,
)
from rxflow.persistence.reference_tables import AUTHORIZATIONS, DATASETS, PATIENTS, PRESCRIPTIONS, STOCK
from rxflow.persistence.transaction import Transaction

FILES_AT_A_TIME = 200
DATASET, PATIENT, PRESCRIPTION, AUTHORIZATION = range(4)
"""The parts of a patient's file, in the order in which they are read."""


class StoredPatients:
    """Patients' files in the newest finished data set of a catalogue; one read a file, and none within two seconds.

    Look-ups have reads of their own, also inside a write of another store: give a store that nothing else uses.

    Args:
        store: The database.
        catalogue: What the process was started with (`CatalogueRepository.newest`).
    """

    def __init__(self, store: Store, catalogue: str) -> None:
        self._store = store
        self._newest = _newest(catalogue)
        self._files = _files_statement(self._newest)
        self._recent = RecentlyRead(self._read)

    def file(self, patient_id: str) -> PatientFile | None:
        """What is on file for a patient, or None when no patient has this id.

        Raises:
            StoreUnavailableError: The database cannot be read, or the process runs on a catalogue that is gone.
        """
        return self._recent.get(patient_id)

    def files(self, patient_ids: Iterable[str]) -> Mapping[str, PatientFile]:
        """What is on file for some patients, by their ids; those that are not known are left out."""
        wanted, found = list(dict.fromkeys(patient_ids)), dict[str, PatientFile]()
        for begin in range(0, len(wanted), FILES_AT_A_TIME):
            found |= self._read_all(wanted[begin : begin + FILES_AT_A_TIME])
        return found

    def first(self, limit: int) -> tuple[Patient, ...]:
        """The first patients, in the order of the data."""
        with self._store.read() as tx:
            dataset = _required(tx.scalar(select(self._newest)))
            return self._patients(tx, PATIENTS.c.dataset == dataset, limit)

    def called(self, key: str) -> tuple[Patient, ...]:
        """The patients whose own name or whose guardian's name has a key, in the order of the data."""
        with self._store.read() as tx:
            wanted = name_ref(tx, key)
            dataset = _required(tx.scalar(select(self._newest)))
            is_called = (PATIENTS.c.name_ref == wanted) | (PATIENTS.c.guardian_ref == wanted)
            return self._patients(tx, (PATIENTS.c.dataset == dataset) & is_called)

    def _patients(
        self, tx: Transaction, condition: ColumnElement[bool], limit: int | None = None
    ) -> tuple[Patient, ...]:
        statement = SEALED_PATIENTS.select().where(condition).order_by(PATIENTS.c.position).limit(limit)
        return tuple(row.patient for row in SEALED_PATIENTS.all(statement, tx))

    def _read(self, patient_id: str) -> PatientFile | None:
        return self._read_all([patient_id]).get(patient_id)

    def _read_all(self, patient_ids: Sequence[str]) -> dict[str, PatientFile]:
        with self._store.read() as tx:
            ids = {tx.patient_ref(patient_id): patient_id for patient_id in patient_ids}
            rows: dict[str, list[list[tuple[Any, ...]]]] = defaultdict(lambda: [[], [], [], []])
            for part, position, dataset, ref, sealed in tx.execute(self._files, {"patient_refs": list(ids)}):
                rows[ref][part].append((position, _required(dataset), sealed))
            return {ids[ref]: _file(ref, rows[ref], tx) for ref in ids if rows[ref][PATIENT]}


class StoredStock:
    """Stock in the newest finished data set of a catalogue; one read a product, and none within two seconds.

    Args:
        store: The database; see `StoredPatients`.
        catalogue: What the process was started with.
    """

    def __init__(self, store: Store, catalogue: str) -> None:
        self._store = store
        self._statement = _stock_statement(_newest(catalogue))
        self._recent = RecentlyRead(self._read)

    def exceptions(self, product: Product) -> Mapping[str, int | None]:
        """How many fills of a product are left, by the id of each pharmacy that is an exception; None is plenty.

        Raises:
            StoreUnavailableError: The database cannot be read.
        """
        return self._recent.get(product)

    def _read(self, product: Product) -> Mapping[str, int | None]:
        wanted = {"generic_name": product.generic_name, "strength": product.strength}
        with self._store.read() as tx:
            dataset, *found = tx.execute(self._statement, wanted).all()
        _required(dataset.dataset)
        return {row.pharmacy_id: row.fills_available for row in found}


def _newest(catalogue: str) -> ScalarSelect[Any]:
    """The newest finished data set of a catalogue; null when there is none."""
    of_catalogue = (DATASETS.c.catalogue == catalogue, DATASETS.c.finished_at.is_not(None))
    return select(func.max(DATASETS.c.sequence)).where(*of_catalogue).scalar_subquery()


def _file(ref: str, parts: Sequence[Sequence[tuple[Any, ...]]], tx: Transaction) -> PatientFile:
    _, patients, prescriptions, authorizations = parts
    ((_, dataset, box),) = patients
    return PatientFile(
        SEALED_PATIENTS.record_of_box((dataset, ref), box, tx).patient,
        tuple(
            SEALED_PRESCRIPTIONS.record_of_box((dataset, ref, position), box, tx).prescription
            for position, dataset, box in prescriptions
        ),
        tuple(
            SEALED_AUTHORIZATIONS.record_of_box((dataset, ref, position), box, tx).authorization
            for position, dataset, box in authorizations
        ),
    )


def _files_statement(newest: ScalarSelect[Any]) -> Any:
    """Patients' whole files in one statement, so that they are of one moment; its first row tells the data set."""
    dataset = select(
        literal(DATASET).label("part"),
        literal(0).label("position"),
        newest.label("dataset"),
        literal("").label("patient_ref"),
        cast(null(), LargeBinary).label("sealed"),
    )
    tables = {PATIENT: PATIENTS, PRESCRIPTION: PRESCRIPTIONS, AUTHORIZATION: AUTHORIZATIONS}
    parts = (
        select(
            literal(part).label("part"), table.c.position, table.c.dataset, table.c.patient_ref, table.c.sealed
        ).where(table.c.dataset == newest, table.c.patient_ref.in_(bindparam("patient_refs", expanding=True)))
        for part, table in tables.items()
    )
    return union_all(dataset, *parts).order_by("part", "position")


def _stock_statement(newest: ScalarSelect[Any]) -> Any:
    """The exceptions of a product; the first row, of no pharmacy, tells the data set."""
    dataset = select(
        newest.label("dataset"), literal("").label("pharmacy_id"), cast(null(), Integer).label("fills_available")
    )
    exceptions = select(STOCK.c.dataset, STOCK.c.pharmacy_id, STOCK.c.fills_available).where(
        STOCK.c.dataset == newest,
        STOCK.c.generic_name == bindparam("generic_name"),
        STOCK.c.strength == bindparam("strength"),
    )
    return union_all(dataset, exceptions).order_by("pharmacy_id")


def _required(dataset: int | None) -> int:
    if dataset is None:
        raise StoreUnavailableError(
            "The drugs, pharmacies and plans were imported anew since this process started. Start it again."
        )
    return dataset
