"""What the store holds that the rules about a refill must count."""

from datetime import date

from rxflow.domain.finding import FindingCode
from rxflow.domain.order import Order
from rxflow.domain.report import Report
from rxflow.persistence.case_repository import CaseRepository
from rxflow.persistence.engine import Store
from rxflow.persistence.order_repository import OrderRepository, Product
from rxflow.persistence.transaction import Transaction


class RefillRecords:
    """Orders, approvals and reports within one read or write of the store."""

    def __init__(self, tx: Transaction) -> None:
        self._orders = OrderRepository(tx)
        self._cases = CaseRepository(tx)

    def of_patient(self, patient_id: str) -> tuple[Order, ...]:
        """The orders of a patient that are not cancelled, newest first."""
        return self._orders.of_patient(patient_id)

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
    """The same, each look in a read of its own."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of_patient(self, patient_id: str) -> tuple[Order, ...]:
        """The orders of a patient that are not cancelled, newest first."""
        with self._store.read() as tx:
            return RefillRecords(tx).of_patient(patient_id)

    def reserved(self, pharmacy_id: str, product: Product) -> int:
        """How many fills of a product have been taken from a pharmacy's stock by orders that are not cancelled."""
        with self._store.read() as tx:
            return RefillRecords(tx).reserved(pharmacy_id, product)

    def approved_until(self, patient_id: str, rx_number: str, code: FindingCode) -> date | None:
        """The last day of the latest approval by a plan here of what a finding of this code asked for, or None."""
        with self._store.read() as tx:
            return RefillRecords(tx).approved_until(patient_id, rx_number, code)

    def reports(self, patient_id: str) -> tuple[Report, ...]:
        """What a patient reported, unless a pharmacist has closed it without confirming."""
        with self._store.read() as tx:
            return RefillRecords(tx).reports(patient_id)
