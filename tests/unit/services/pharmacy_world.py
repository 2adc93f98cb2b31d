"""The stateful services over the demo data and a store, with a clock that tests move."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from rxflow.domain.order import Consent, Order, OrderStatus, Quote
from rxflow.domain.user import Role, User
from rxflow.persistence.engine import Store
from rxflow.persistence.ids import new_id, new_session_id
from rxflow.persistence.refill_records import StoredRecords
from rxflow.persistence.user_repository import UserRepository
from rxflow.services.cases import CaseService
from rxflow.services.coverage import CoverageService
from rxflow.services.drugs import DrugService
from rxflow.services.fulfillment import FulfillmentService
from rxflow.services.mock_data import MockData, load_mock_data
from rxflow.services.orders import OrderService
from rxflow.services.patients import PatientService
from rxflow.services.pharmacies import PharmacyService
from rxflow.services.preferences import PreferenceService
from rxflow.services.prices import PriceService
from rxflow.services.refills import RefillService
from rxflow.services.sessions import SessionService
from tests.support.stores import open_store

ZONE = ZoneInfo("America/Chicago")
TODAY = date(2026, 3, 2)  # a Monday
MORNING = datetime(2026, 3, 2, 10, 30, tzinfo=ZONE)

LISINOPRIL = ("patient_001", "RX100101")
INSULIN = ("patient_012", "RX101201")
INSULIN_OF_ANOTHER = ("patient_099", "RX999901")
CVS, WALGREENS, HEB, WALMART = "PH001", "PH002", "PH003", "PH004"

PHARMACY_STEPS = (OrderStatus.VERIFYING, OrderStatus.FILLING, OrderStatus.READY, OrderStatus.PICKED_UP)


@cache
def demo_data() -> MockData:
    """The demo data, and a second patient who takes insulin glargine, of which PH004 has one pack."""
    data = load_mock_data(Path(__file__).resolve().parents[3] / "data", TODAY)
    patient = next(each for each in data.patients if each.patient_id == INSULIN[0])
    prescription = next(each for each in data.prescriptions if each.rx_number == INSULIN[1])
    patient_id, rx_number = INSULIN_OF_ANOTHER
    return replace(
        data,
        patients=(*data.patients, replace(patient, patient_id=patient_id)),
        prescriptions=(*data.prescriptions, replace(prescription, patient_id=patient_id, rx_number=rx_number)),
    )


def with_dearer_prices(data: MockData) -> MockData:
    return replace(data, prices=tuple(replace(each, unit_price=each.unit_price * 2) for each in data.prices))


@cache
def demo_drugs() -> DrugService:
    return DrugService(demo_data())


class World:
    """One running RxFlow. Two worlds on one store are two processes on one database."""

    def __init__(self, url: str = "sqlite://", data: MockData | None = None, store: Store | None = None) -> None:
        data = data or demo_data()
        self.at = MORNING
        self.store = store or open_store(url, busy_timeout_ms=5000)
        self.patients = PatientService(data)
        self.pharmacies = PharmacyService(data, ZONE)
        coverage = CoverageService(data)
        self.sessions = SessionService(store=self.store, now=self.now, new_session_id=new_session_id)
        self.cases = CaseService(store=self.store, now=self.now, new_id=new_id)
        self.refills = RefillService(
            patients=self.patients,
            drugs=demo_drugs(),
            pharmacies=self.pharmacies,
            coverage=coverage,
            tables=data.tables,
            records=StoredRecords(self.store),
            today=lambda: self.at.astimezone(ZONE).date(),
            zone=ZONE,
        )
        self.orders = OrderService(
            store=self.store,
            refills=self.refills,
            patients=self.patients,
            drugs=demo_drugs(),
            pharmacies=self.pharmacies,
            prices=PriceService(data, coverage, self.pharmacies),
            now=self.now,
            zone=ZONE,
            new_id=new_id,
        )
        self.preferences = PreferenceService(
            store=self.store,
            patients=self.patients,
            pharmacies=self.pharmacies,
            languages=("en", "es"),
            now=self.now,
            zone=ZONE,
            new_id=new_id,
        )

        self.fulfillment = FulfillmentService(store=self.store, refills=self.refills, now=self.now)

    def now(self) -> datetime:
        return self.at

    def wait(self, **time: float) -> None:
        """Let time pass: `wait(minutes=5)`."""
        self.at = (self.at.astimezone(UTC) + timedelta(**time)).astimezone(ZONE)

    def quoted(self, of: tuple[str, str] = LISINOPRIL, pharmacy_id: str = CVS, session_id: str | None = None) -> Quote:
        patient_id, rx_number = of
        session_id = session_id or self.sessions.start(patient_id).session_id
        return self.orders.quote(session_id, patient_id, rx_number, pharmacy_id)

    def consent(self, quote: Quote) -> Consent:
        return Consent(quote.quote_id, quote.session_id, self.at, "words")

    def submitted(self, quote: Quote) -> Order:
        return self.orders.submit(quote, self.consent(quote))

    def ordered(self, of: tuple[str, str] = LISINOPRIL, pharmacy_id: str = CVS) -> Order:
        return self.submitted(self.quoted(of, pharmacy_id))

    def advanced(self, order: Order, steps: Sequence[OrderStatus]) -> Order:
        for status in steps:
            order = self.orders.advance(order.order_id, status, "pharmacist")
        return order

    def employ(self, user_id: str, role: Role) -> str:
        """A member of the staff without a password."""
        with self.store.write() as tx:
            UserRepository(tx).add(User(user_id, user_id.title(), role, self.at), "$argon2id$hash")
        return user_id

    def refills_left(self, of: tuple[str, str] = LISINOPRIL) -> int:
        prescription = self.refills.prescription(*of)
        assert prescription is not None
        return prescription.refills_remaining
