"""What the store holds that the rules about a refill must count."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from rxflow.domain.finding import FindingCode
from rxflow.domain.order import Order
from rxflow.domain.report import Report
from rxflow.persistence.case_repository import CaseRepository
from rxflow.persistence.engine import Store
from rxflow.persistence.order_repository import OrderRepository, Product
from rxflow.persistence.transaction import Transaction


class RefillRecords:
    """Orders, approvals and reports for one decision, within one read or write of the store.

    A patient's orders are read once, however often the decision looks at them: make it anew after a write.
    """

    def __init__(self, tx: Transaction) -> None:
        self._orders = OrderRepository(tx)
        self._cases = CaseRepository(tx)
        self._of_patients: dict[str, tuple[Order, ...]] = {}

    def of_patient(self, patient_id: str) -> tuple[Order, ...]:
        """The orders of a patient that are not cancelled, newest first."""
        if patient_id not in self._of_patients:
            self._of_patients[patient_id] = self._orders.of_patient(patient_id)
        return self._of_patients[patient_id]

    def of_fill(self, patient_id: str, rx_number: str, fill_number: int) -> Order | None:
        """The order for one fill of a patient's prescription that is not cancelled, if there is one."""
        fill = (rx_number, fill_number)
        return next((each for each in self.of_patient(patient_id) if (each.rx_number, each.fill_number) == fill), None)

    def reserved(self, pharmacy_id: str, product: Product) -> int:
        """How many fills of a product have been taken from a pharmacy's stock by orders that are not cancelled."""
        return self._orders.reserved(pharmacy_id, product)

    def approved_until(self, patient_id: str, rx_number: str, code: FindingCode) -> date | None:
        """The last day of the latest approval by a plan here of what a finding of this code asked for, or None."""
        return self._cases.approved_until(patient_id, rx_number, code)

    def reports(self, patient_id: str) -> tuple[Report, ...]:
        """What a patient reported, unless a pharmacist has closed it without confirming."""
        return self._cases.reports(patient_id)


class StoredRecords:
    """The same for decisions outside a transaction."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @contextmanager
    def opened(self) -> Iterator[RefillRecords]:
        """The records of one moment, for one decision.

        Raises:
            StoreUnavailableError: The database cannot be read.
        """
        with self._store.read() as tx:
            yield RefillRecords(tx)
