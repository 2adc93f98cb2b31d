"""What the store holds that the rules about a refill must count."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date

from rxflow.domain.case import EscalationCase
from rxflow.domain.finding import FindingCode
from rxflow.domain.order import Order
from rxflow.domain.preferences import Preferences
from rxflow.domain.report import Report
from rxflow.persistence.case_repository import CaseRepository, Decisions
from rxflow.persistence.engine import Store
from rxflow.persistence.order_repository import OrderRepository, Product
from rxflow.persistence.preference_repository import PreferenceRepository
from rxflow.persistence.transaction import Transaction


class RefillRecords:
    """Orders, approvals, reports and preferences for one decision, within one read or write of the store.

    A patient's orders, approvals and what was decided are read once, however often the decision looks at them: make it
    anew after a write. So it is with what a pharmacy's stock lacks of the products that were announced.
    """

    def __init__(self, tx: Transaction) -> None:
        self._orders = OrderRepository(tx)
        self._cases = CaseRepository(tx)
        self._preferences = PreferenceRepository(tx)
        self._of_patients: dict[str, tuple[Order, ...]] = {}
        self._decisions: dict[str, Decisions] = {}
        self._approved: dict[str, Mapping[tuple[str, str], date]] = {}
        self._announced: tuple[Product, ...] = ()
        self._reserved: dict[tuple[str, Product], int] = {}

    def of_patient(self, patient_id: str) -> tuple[Order, ...]:
        """The orders of a patient that are not cancelled, newest first."""
        if patient_id not in self._of_patients:
            self._of_patients[patient_id] = self._orders.of_patient(patient_id)
        return self._of_patients[patient_id]

    def of_fill(self, patient_id: str, rx_number: str, fill_number: int) -> Order | None:
        """The order for one fill of a patient's prescription that is not cancelled, if there is one."""
        fill = (rx_number, fill_number)
        return next((each for each in self.of_patient(patient_id) if (each.rx_number, each.fill_number) == fill), None)

    def announce(self, products: Iterable[Product]) -> None:
        """Say whose stock will be asked for, so that the first question answers for all of them."""
        self._announced = tuple(products)

    def reserved(self, pharmacy_id: str, product: Product) -> int:
        """How many fills of a product have been taken from a pharmacy's stock by orders that are not cancelled."""
        if (pharmacy_id, product) not in self._reserved:
            found = self._orders.reserved(pharmacy_id, {product, *self._announced})
            self._reserved |= {(pharmacy_id, each): fills for each, fills in found.items() if each in self._announced}
            return found[product]
        return self._reserved[pharmacy_id, product]

    def approved_until(self, patient_id: str, rx_number: str, code: FindingCode) -> date | None:
        """The last day of the latest approval by a plan here of what a finding of this code asked for, or None."""
        if patient_id not in self._approved:
            self._approved[patient_id] = self._cases.approved_by_plan(patient_id)
        return self._approved[patient_id].get((rx_number, code))

    def open_cases(self, patient_id: str) -> tuple[EscalationCase, ...]:
        """The cases of a patient that wait for a person, newest first."""
        return self._cases.open_of_patient(patient_id)

    def decisions(self, patient_id: str) -> Decisions:
        """What pharmacists and prescribers have approved of a patient's prescriptions here."""
        if patient_id not in self._decisions:
            self._decisions[patient_id] = self._cases.decisions(patient_id)
        return self._decisions[patient_id]

    def reports(self, patient_id: str) -> tuple[Report, ...]:
        """What a patient reported, unless a pharmacist has closed it without confirming."""
        return self._cases.reports(patient_id)

    def preferences(self, patient_id: str) -> Preferences:
        """What a patient has chosen."""
        return self._preferences.of(patient_id)


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
