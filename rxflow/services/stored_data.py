"""The data as it is served from the database, after `rxflow import`."""

from collections.abc import Mapping
from dataclasses import replace

from rxflow.domain.errors import ConfigurationError
from rxflow.persistence.engine import Store
from rxflow.persistence.reference_catalogue import CatalogueRepository
from rxflow.persistence.reference_repository import StoredPatients, StoredStock
from rxflow.services.mock_data import GROWING, SOURCES, MockData, assembled


def load_stored_data(store: Store) -> MockData:
    """Load what is small, and look up what grows with the patients when it is asked for.

    Args:
        store: The database; it is read inside writes of other stores, so nothing else may use this one.

    Raises:
        ConfigurationError: Nothing is imported.
        StoreUnavailableError: The database cannot be read.
    """
    with store.read() as tx:
        catalogues = CatalogueRepository(tx)
        ref, _ = _imported(catalogues)
        kinds = {source.noun: source.record_type for source in SOURCES if source.noun not in GROWING}
        records = catalogues.records(ref, kinds)
    data = assembled(records | dict.fromkeys(GROWING, ()))
    return replace(data, patient_records=StoredPatients(store, ref), stock_records=StoredStock(store, ref))


def stored_counts(store: Store) -> Mapping[str, int]:
    """How many records of each noun are imported.

    Raises:
        ConfigurationError: Nothing is imported.
        StoreUnavailableError: The database cannot be read.
    """
    with store.read() as tx:
        _, counts = _imported(CatalogueRepository(tx))
    return counts


def _imported(catalogues: CatalogueRepository) -> tuple[str, Mapping[str, int]]:
    newest = catalogues.newest()
    if newest is None:
        raise ConfigurationError(
            "RXFLOW_DATA_SOURCE: nothing is imported into the database yet. Run `rxflow import` first."
        )
    return newest
