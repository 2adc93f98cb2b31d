"""An import is seen whole or not at all, takes the place of the one before, and keeps patients' data sealed."""

import json
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, func, insert, select, update

from rxflow.domain.errors import ConfigurationError, DataError, StoreUnavailableError, UnreadableDataError
from rxflow.persistence import recently_read, reference_import
from rxflow.persistence.engine import Store
from rxflow.persistence.reference_tables import CATALOGUE, DATASETS, OF_DATASET, PATIENTS, PRESCRIPTIONS
from rxflow.services.data_files import DataReader
from rxflow.services.data_import import import_data
from rxflow.services.mock_data import SOURCES, load_mock_data
from rxflow.services.patients import PatientService
from rxflow.services.pharmacies import PharmacyService
from rxflow.services.stored_data import load_stored_data, stored_counts
from tests.support.clock import AUSTIN
from tests.support.stores import open_store

DEMO = Path(__file__).resolve().parents[3] / "data"
TODAY = date(2026, 3, 4)
START = datetime(2026, 3, 4, 16, 0, tzinfo=UTC)
Change = Callable[[dict[str, Any]], object]


class Pharmacy:
    """A database in memory, a data folder that tests change, and a clock that they move."""

    def __init__(self, folder: Path, store: Store) -> None:
        self.folder = folder
        self.store = store
        self.at = START

    def imported(self) -> None:
        import_data(self.folder, today=TODAY, languages=("en", "es"), store=self.store, now=lambda: self.at)

    def change(self, file: str, change: Change) -> None:
        path = self.folder / file
        document = json.loads(path.read_text(encoding="utf-8"))
        change(document)
        path.write_text(json.dumps(document), encoding="utf-8")

    def rename(self, name: str) -> None:
        self.change("mock_patients.json", lambda doc: doc["patients"][0].update(name=name))

    def patients(self) -> PatientService:
        """The service of a process that starts now."""
        return PatientService(load_stored_data(self.store))

    def rows(self) -> list[int]:
        with self.store.read() as tx:
            return [tx.scalar(select(func.count()).select_from(table)) for table in (DATASETS, *OF_DATASET)]


@pytest.fixture(autouse=True)
def _nothing_is_kept_for_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is read is read now; how long it is kept otherwise is `test_recently_read`'s."""
    monkeypatch.setitem(recently_read.RecentlyRead.__init__.__kwdefaults__, "seconds", 0.0)


@pytest.fixture(scope="module")
def small_world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo world with a few lines of each clinical table, which nobody looks at here."""
    folder = Path(shutil.copytree(DEMO, tmp_path_factory.mktemp("world") / "data"))
    for table in (folder / "clinical").glob("*.csv"):
        table.write_text("".join(table.read_text(encoding="utf-8").splitlines(keepends=True)[:4]), encoding="utf-8")
    taken = {rx["drug"] for rx in json.loads((folder / "mock_prescriptions.json").read_text())["prescriptions"]}
    drugs = json.loads((folder / "mock_drugs.json").read_text())
    drugs["drugs"] = [drug for drug in drugs["drugs"] if drug["name"] in taken]
    (folder / "mock_drugs.json").write_text(json.dumps(drugs))
    return folder


@pytest.fixture
def pharmacy(small_world: Path, tmp_path: Path) -> Iterator[Pharmacy]:
    store = open_store("sqlite://")
    yield Pharmacy(Path(shutil.copytree(small_world, tmp_path / "data")), store)
    store.close()


def test_without_an_import_the_error_says_what_to_run(pharmacy: Pharmacy) -> None:
    for look in (load_stored_data, stored_counts):
        with pytest.raises(ConfigurationError, match=r"^RXFLOW_DATA_SOURCE: nothing is imported .* `rxflow import`"):
            look(pharmacy.store)


def test_days_before_today_become_dates(pharmacy: Pharmacy) -> None:
    pharmacy.imported()
    (first, *_) = pharmacy.patients().prescriptions("patient_001")
    assert first.written_on == TODAY - timedelta(days=150)
    assert first.fills[0] == TODAY - timedelta(days=27)


def test_a_running_process_sees_the_patients_of_the_next_import(pharmacy: Pharmacy) -> None:
    pharmacy.imported()
    running = pharmacy.patients()
    pharmacy.rename("Johanna Smythe")
    pharmacy.change("mock_patients.json", lambda doc: doc["patients"].pop())
    pharmacy.change(
        "mock_prescriptions.json",
        lambda doc: doc.update(prescriptions=[rx for rx in doc["prescriptions"] if rx["patient_id"] != "patient_014"]),
    )
    pharmacy.imported()

    for patients in (running, pharmacy.patients()):
        assert patients.get("patient_001").name == "Johanna Smythe"
        assert len(patients.all()) == 13
        assert patients.called("john smith") == ()
        assert len(patients.called("johanna smythe")) == 1


def test_an_import_leaves_no_rows_of_the_one_before(pharmacy: Pharmacy, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reference_import, "ROWS_REMOVED_AT_ONCE", 3)
    pharmacy.imported()
    once = pharmacy.rows()
    pharmacy.imported()
    assert pharmacy.rows() == once
    assert once[0] == 1


def test_two_namesakes_born_on_the_same_day_are_both_found(pharmacy: Pharmacy) -> None:
    def add(document: dict[str, Any]) -> None:
        document["patients"].append(document["patients"][0] | {"patient_id": "patient_twin", "name": "JOHN smith"})

    pharmacy.change("mock_patients.json", add)
    pharmacy.imported()
    found = pharmacy.patients().called("john smith")
    assert [patient.patient_id for patient in found] == ["patient_001", "patient_twin"]


def test_a_broken_record_anywhere_leaves_what_was_there(pharmacy: Pharmacy, monkeypatch: pytest.MonkeyPatch) -> None:
    pharmacy.imported()
    before, running = pharmacy.rows(), pharmacy.patients()
    monkeypatch.setattr(DataReader.batches, "__defaults__", (4,))
    pharmacy.rename("Johanna Smythe")
    pharmacy.change("mock_prescriptions.json", lambda doc: doc["prescriptions"][50].update(quantity=0))
    rx_number = json.loads((DEMO / "mock_prescriptions.json").read_text())["prescriptions"][50]["rx_number"]

    with pytest.raises(DataError, match=f"mock_prescriptions.json: record {rx_number}: field quantity: .*at least 1"):
        pharmacy.imported()

    assert pharmacy.rows() == before
    assert running.get("patient_001").name == "John Smith"


def test_half_an_import_is_seen_by_nobody(pharmacy: Pharmacy) -> None:
    pharmacy.imported()
    running = pharmacy.patients()
    pharmacy.rename("Johanna Smythe")
    seen = []

    def look(_start: int, _records: object) -> None:
        seen.append((running.get("patient_001").name, len(running.prescriptions("patient_001")), len(running.all())))

    with pytest.MonkeyPatch.context() as patch:
        write = reference_import.ReferenceImport.add_prescriptions

        def write_and_look(self: Any, start: int, records: Any) -> None:
            write(self, start, records)
            look(start, records)

        patch.setattr(reference_import.ReferenceImport, "add_prescriptions", write_and_look)
        patch.setattr(DataReader.batches, "__defaults__", (20,))
        pharmacy.imported()

    assert len(seen) == 3
    assert set(seen) == {("John Smith", 6, 14)}
    assert running.get("patient_001").name == "Johanna Smythe"


def unfinished(pharmacy: Pharmacy) -> int:
    """What an import that died has left."""
    with pharmacy.store.write() as tx:
        row = {"catalogue": "0" * 32, "touched_at": pharmacy.at, "counts": "{}"}
        dataset: int = tx.execute(insert(DATASETS).returning(DATASETS.c.sequence), row).scalar_one()
        left = {"dataset": dataset, "patient_ref": "1" * 32, "position": 0, "name_ref": "2" * 32, "sealed": b""}
        tx.execute(insert(PATIENTS), left)
    return dataset


def test_two_imports_do_not_run_at_once(pharmacy: Pharmacy) -> None:
    pharmacy.imported()
    unfinished(pharmacy)
    pharmacy.at += timedelta(minutes=9)
    with pytest.raises(StoreUnavailableError, match="Another import is running"):
        pharmacy.imported()


def test_an_import_that_died_is_removed_by_the_next(pharmacy: Pharmacy) -> None:
    pharmacy.imported()
    whole = pharmacy.rows()
    dead = unfinished(pharmacy)
    pharmacy.at += timedelta(minutes=10)
    pharmacy.imported()

    assert pharmacy.rows() == whole
    with pharmacy.store.read() as tx:
        assert dead not in tx.scalars(select(DATASETS.c.sequence)).all()


def test_an_import_that_was_taken_for_dead_stops(pharmacy: Pharmacy) -> None:
    pharmacy.imported()
    before = pharmacy.rows()
    late = reference_import.ReferenceImport(pharmacy.store, lambda: pharmacy.at)
    late.begin({})
    pharmacy.at += timedelta(hours=1)
    pharmacy.imported()
    with pytest.raises(StoreUnavailableError, match="has removed this one"):
        late.finish({})
    late.abandon()
    assert pharmacy.rows() == before


def test_a_process_goes_on_with_the_drugs_and_pharmacies_that_it_knows(pharmacy: Pharmacy) -> None:
    pharmacy.imported()
    running = load_stored_data(pharmacy.store)
    patients, pharmacies = PatientService(running), PharmacyService(running, AUSTIN)
    insulin = patients.prescription("patient_012", "RX101201")
    assert insulin is not None
    pharmacy.change("mock_pharmacies.json", lambda doc: doc["pharmacies"][0].update(drive_thru=True))
    pharmacy.change("mock_pharmacies.json", lambda doc: doc["stock"].clear())
    pharmacy.rename("Johanna Smythe")
    pharmacy.imported()

    # It serves whole what it was started with, until it is started again.
    assert patients.get("patient_001").name == "John Smith"
    assert pharmacies.fills_available("PH001", insulin, None, is_minor=False) == 0
    started_now = load_stored_data(pharmacy.store)
    assert PatientService(started_now).get("patient_001").name == "Johanna Smythe"
    assert PharmacyService(started_now, AUSTIN).fills_available("PH001", insulin, None, is_minor=False) is None
    assert started_now.pharmacies[0].drive_thru

    pharmacy.change("mock_pharmacies.json", lambda doc: doc["pharmacies"][1].update(drive_thru=False))
    pharmacy.imported()
    for look in (
        lambda: patients.get("patient_001"),
        patients.all,
        lambda: patients.called("john smith"),
        lambda: pharmacies.fills_available("PH001", insulin, None, is_minor=False),
    ):
        with pytest.raises(StoreUnavailableError, match="Start it again"):
            look()


def test_a_catalogue_that_nobody_needs_is_removed(pharmacy: Pharmacy) -> None:
    for wait in range(1, 5):
        pharmacy.change("mock_pharmacies.json", lambda doc, wait=wait: doc["pharmacies"][0].update(wait_minutes=wait))  # type: ignore[misc]
        pharmacy.imported()
    with pharmacy.store.read() as tx:
        assert len(tx.scalars(select(CATALOGUE.c.catalogue).distinct()).all()) == 2
    assert pharmacy.rows()[0] == 2


@pytest.mark.parametrize("table", [PATIENTS, PRESCRIPTIONS])
def test_a_row_that_is_passed_off_as_anothers_is_refused(pharmacy: Pharmacy, table: Any) -> None:
    pharmacy.imported()
    patients = pharmacy.patients()
    mine, other = (pharmacy.store.cipher.digest("patient", each) for each in ("patient_001", "patient_002"))
    with pharmacy.store.write() as tx:
        boxes = tx.execute(select(table.c.sealed).where(table.c.patient_ref == other)).scalars().first()
        tx.execute(update(table).where(table.c.patient_ref == mine).values(sealed=boxes))

    with pytest.raises(UnreadableDataError):
        patients.get("patient_001")
    assert patients.get("patient_003").patient_id == "patient_003"


def test_the_database_file_holds_nothing_of_a_patient(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'rxflow.db'}")
    import_data(DEMO, today=TODAY, languages=("en", "es"), store=store, now=lambda: START)
    written = b"".join(path.read_bytes() for path in tmp_path.glob("rxflow.db*"))
    store.close()
    demo = load_mock_data(DEMO, TODAY)

    for patient in demo.patients:
        for secret in (patient.patient_id, patient.name, patient.date_of_birth.isoformat()):
            assert secret.encode() not in written
    for prescription in demo.prescriptions:
        for secret in (prescription.rx_number, prescription.sig, prescription.prescriber):
            assert secret.encode() not in written
    assert demo.authorizations[0].reference.encode() not in written
    assert demo.pharmacies[0].name.encode() in written


def test_a_patients_file_is_one_statement(pharmacy: Pharmacy, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(recently_read.RecentlyRead.__init__.__kwdefaults__, "seconds", 60.0)
    pharmacy.imported()
    data = load_stored_data(pharmacy.store)
    patients, sent = PatientService(data), []
    event.listen(pharmacy.store.engine, "before_cursor_execute", lambda *args: sent.append(args[2]))

    patients.get("patient_011")
    patients.prescriptions("patient_011")
    patients.tried("patient_011")
    assert len([statement for statement in sent if statement != "BEGIN"]) == 1
    plan = " ".join(explained(pharmacy.store, sent[-1]))
    assert "SCAN reference_" not in plan.replace("SCAN reference_datasets", "")


def explained(store: Store, statement: str) -> list[str]:
    with store.engine.connect() as connection:
        count = statement.count("?")
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", tuple([None] * count))
        return [row[-1] for row in rows]


@pytest.mark.parametrize("noun", ["patients", "prescriptions", "authorizations", "stock"])
def test_a_record_is_named_whichever_batch_it_is_in(pharmacy: Pharmacy, noun: str) -> None:
    source = next(source for source in SOURCES if source.noun == noun)
    whole = DataReader(pharmacy.folder, TODAY).records(source)
    streamed = [record for _, batch in DataReader(pharmacy.folder, TODAY).batches(source, 3) for record in batch]
    assert tuple(streamed) == whole


@pytest.mark.parametrize(
    ("file", "change"),
    [
        ("mock_patients.json", lambda doc: doc["patients"][7].update(sex="X")),
        ("mock_patients.json", lambda doc: doc["patients"][7].update(language="tlh")),
        ("mock_patients.json", lambda doc: doc["patients"][7].update(patient_id="patient_001")),
        ("mock_patients.json", lambda doc: doc["patients"][7].pop("zip")),
        ("mock_patients.json", lambda doc: doc.update(patients={})),
        ("mock_patients.json", dict.clear),
        ("mock_prescriptions.json", lambda doc: doc["prescriptions"][30].update(patient_id="patient_999")),
        ("mock_prescriptions.json", lambda doc: doc["prescriptions"][30].update(fills_days_ago=[5, 5])),
        ("mock_prescriptions.json", lambda doc: doc["prescriptions"].insert(30, 7)),
        ("mock_pharmacies.json", lambda doc: doc["stock"][5].update(fills_available=-1)),
        ("mock_pharmacies.json", lambda doc: doc["pharmacies"][5].update(latitude=91.0)),
        ("mock_insurance.json", lambda doc: doc["authorizations"][0].update(expires_in_days="soon")),
        ("mock_insurance.json", lambda doc: doc["plans"][1].update(tier1_copay="-1")),
    ],
)
def test_what_is_wrong_is_said_as_it_is_for_files(
    pharmacy: Pharmacy, file: str, change: Change, monkeypatch: pytest.MonkeyPatch
) -> None:
    pharmacy.change(file, change)
    with pytest.raises(DataError) as from_files:
        load_mock_data(pharmacy.folder, TODAY, ("en", "es"))
    monkeypatch.setattr(DataReader.batches, "__defaults__", (4,))
    with pytest.raises(DataError) as imported:
        pharmacy.imported()

    assert str(imported.value).partition("; and ")[0] == str(from_files.value).partition("; and ")[0]


@pytest.mark.parametrize("text", ["{", "[]", '{"patients": [}', None, b"\xff"])
def test_a_file_that_cannot_be_read_is_named(pharmacy: Pharmacy, text: str | bytes | None) -> None:
    path = pharmacy.folder / "mock_patients.json"
    path.unlink()
    if text is not None:
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(DataError, match=r"^data/mock_patients\.json: "):
        pharmacy.imported()
    assert set(pharmacy.rows()) == {0}
