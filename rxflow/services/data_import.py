"""Loads a data folder of any size into the database, checked as it is when it is served from files."""

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from sys import maxsize
from typing import Any

from rxflow.domain.audit import OPERATOR
from rxflow.domain.progress import Progress
from rxflow.persistence.engine import Store
from rxflow.persistence.order_repository import Product
from rxflow.persistence.reference_import import ReferenceImport
from rxflow.services.data_checks import FaultFinder, find_unspoken
from rxflow.services.data_files import DataReader, Source
from rxflow.services.drug_names import name_key
from rxflow.services.mock_data import GROWING, SOURCES

Counts = Mapping[str, int]
Batches = Iterator[tuple[int, tuple[Any, ...]]]


def import_data(
    data_dir: Path,
    *,
    today: date,
    languages: Collection[str],
    store: Store,
    now: Callable[[], datetime],
    actor: str = OPERATOR,
    progress: Progress | None = None,
) -> Counts:
    """Load a data folder into the database in place of what was imported before.

    Readers see all of it at once when it is done; when it fails they go on seeing what was there.

    Args:
        data_dir: The folder with `mock_*.json` and `clinical/*.csv`.
        today: The day from which the stored days before and after today are counted, once and for all.
        languages: Those that patients may have.
        store: The database, whose cipher seals patients' records.
        now: The present as an aware time.
        actor: Who imports, for the audit trail.
        progress: Told how many bytes of the files that grow were read, and how many they have.

    Returns:
        How many records there are, by noun.

    Raises:
        DataError: A data file is missing or broken; nothing was changed.
        StoreUnavailableError: The database cannot be written, or another import is running; nothing was changed.
    """
    checked = _Checked(data_dir, today, languages, progress)
    catalogue = checked.catalogue()
    counts = {noun: len(records) for noun, records in catalogue.items()}
    target = ReferenceImport(store, now)
    target.begin(catalogue)
    try:
        for source in SOURCES:
            if source.noun in GROWING:
                counts[source.noun] = _added(source.noun, checked.batches(source), target)
        target.finish(counts, actor)
    except BaseException:
        target.abandon()
        raise
    target.remove_old()
    return counts


def _added(noun: str, batches: Batches, target: ReferenceImport) -> int:
    count = 0
    for start, records in batches:
        if noun == "patients":
            target.add_patients(start, records)
        elif noun == "prescriptions":
            target.add_prescriptions(start, records)
        elif noun == "authorizations":
            target.add_authorizations(start, records)
        else:
            target.add_stock(
                {
                    (
                        Product(name_key(item.generic_name), item.strength.lower()),
                        item.pharmacy_id,
                    ): item.fills_available
                    for item in records
                }
            )
        count += len(records)
    return count


class _Checked:
    """The records of a folder, each batch checked before it is given; the first faults stop everything."""

    def __init__(self, data_dir: Path, today: date, languages: Collection[str], progress: Progress | None) -> None:
        self._reader = DataReader(data_dir, today)
        self._finder = FaultFinder({source.noun: source.id_fields for source in SOURCES}, today)
        self._languages = languages
        self._progress = progress
        self._read = 0

    def catalogue(self) -> dict[str, tuple[Any, ...]]:
        """What is loaded whole, by noun.

        Raises:
            DataError: A file is missing or broken.
        """
        sources = [source for source in SOURCES if source.noun not in GROWING]
        records = {
            source.noun: tuple(record for _, batch in self._reader.batches(source, maxsize) for record in batch)
            for source in sources
        }
        self._reader.raise_faults()
        for source in sources:
            self._finder.know(source.noun, records[source.noun])
        for source in sources:
            self._report(source, 0, records[source.noun])
        self._reader.raise_faults()
        return records

    def batches(self, source: Source) -> Batches:
        """The source's records a batch at a time.

        Raises:
            DataError: The file is missing, or a record of the next batch is broken.
        """
        for start, records in self._reader.batches(source):
            self._reader.raise_faults()
            self._finder.know(source.noun, records)
            self._report(source, start, records)
            self._reader.raise_faults()
            self._tell(self._read + self._reader.position)
            yield start, records
        self._reader.raise_faults()
        self._read += self._reader.size(source)
        self._tell(self._read)

    def _tell(self, done: int) -> None:
        if self._progress:
            self._progress(done, sum(self._reader.size(each) for each in SOURCES if each.noun in GROWING))

    def _report(self, source: Source, start: int, records: tuple[Any, ...]) -> None:
        for fault in self._finder.faults(source.noun, records, start):
            self._reader.report(source, fault)
        if source.noun == "patients":
            for fault in find_unspoken(records, self._languages, start):
                self._reader.report(source, fault)
