"""Ready-made records for the contract tests."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from rxflow.domain.access import AccessRole
from rxflow.domain.account import Account
from rxflow.domain.acting import ActingAs
from rxflow.domain.care_message import CareMessage, CareMessageKind
from rxflow.domain.case import EscalationCase
from rxflow.domain.finding import Route
from rxflow.domain.fulfillment import ProblemReason, WorkAct, WorkEntry, WorkStage
from rxflow.domain.order import Consent, Order, Quote
from rxflow.domain.preferences import (
    Disclosure,
    NotificationConsent,
    NotificationTopic,
    Preferences,
    TrustedPerson,
)
from rxflow.domain.rating import Rating, RatingReason
from rxflow.domain.report import Report, ReportKind
from rxflow.domain.sign_in import Means, SignIn
from rxflow.domain.user import Role, User
from rxflow.persistence.account_repository import AccountRepository
from rxflow.persistence.care_message_repository import CareMessageRepository
from rxflow.persistence.case_repository import CaseRepository
from rxflow.persistence.engine import Store
from rxflow.persistence.fulfillment_repository import FulfillmentRepository
from rxflow.persistence.order_repository import OrderRepository, Product
from rxflow.persistence.preference_repository import PreferenceRepository
from rxflow.persistence.rating_repository import RatingRepository
from rxflow.persistence.reference_import import ReferenceImport
from rxflow.persistence.session_repository import Session, SessionRepository, Turn
from rxflow.persistence.sign_in_repository import SignInRepository
from rxflow.persistence.transaction import Transaction
from rxflow.persistence.user_repository import UserRepository
from rxflow.services.mock_data import MockData
from tests.support.histories import order_of

NOW = datetime(2026, 3, 2, 16, 30, 15, 123456, tzinfo=UTC)
INSULIN = Product("insulin glargine", "100 units/mL")


def a_session(session_id: str = "session-1", patient_id: str = "patient_x") -> Session:
    return Session(session_id, patient_id, "refill", NOW)


def a_quote(
    quote_id: str = "QT-1",
    rx_number: str = "RX1",
    fill_number: int = 3,
    patient_id: str = "patient_x",
    session_id: str = "session-1",
) -> Quote:
    return Quote(
        quote_id=quote_id,
        session_id=session_id,
        patient_id=patient_id,
        rx_number=rx_number,
        fill_number=fill_number,
        medication="Lantus (insulin glargine) 100 units/mL pen injector",
        quantity=15,
        amount="15 mL",
        pharmacy_id="PH004",
        pharmacy_name="Walmart Pharmacy Ben White",
        cash_price=Decimal("289.10"),
        patient_pays=Decimal("0.1"),
        insurance_pays=None,
        ready_at=NOW,
        quoted_at=NOW,
    )


def an_order(quote: Quote, order_id: str = "RF-1") -> Order:
    return order_of(quote, order_id, NOW)


def a_case(
    case_id: str = "CS-1",
    urgent: bool = False,
    rx_number: str | None = "RX1",
    route: Route = Route.PRESCRIBER,
    reason: str = "no refills left",
    findings: tuple[str, ...] = ("NO_REFILLS", "TOO_SOON"),
) -> EscalationCase:
    return EscalationCase(
        case_id=case_id,
        patient_id="patient_x",
        session_id="session-1",
        route=route,
        reason=reason,
        findings=findings,
        urgent=urgent,
        told="We asked your doctor.",
        created_at=NOW,
        rx_number=rx_number,
    )


def some_work(order_id: str = "RF-1", number: int = 1) -> WorkEntry:
    return WorkEntry(
        order_id=order_id,
        number=number,
        act=WorkAct.PROBLEM,
        stage=WorkStage.INTAKE,
        at=NOW,
        actor="mlee",
        reason=ProblemReason.OUT_OF_STOCK,
        alert="INTERACTION.0123456789ab",
        expected_at=NOW + timedelta(days=1),
        note="The wholesaler has it tomorrow.",
    )


def a_care_message(session_id: str = "session-1", text: str = "We called your doctor.") -> CareMessage:
    return CareMessage(session_id, 0, NOW, "mlee", "Maria Lee", CareMessageKind.REPLY, text, "CS-1")


def some_preferences(version: int = 1, patient_id: str = "patient_x") -> Preferences:
    return Preferences(
        patient_id=patient_id,
        version=version,
        changed_at=NOW,
        language="es",
        usual_pharmacy_id="PH002",
        consents=(NotificationConsent(NotificationTopic.ORDER_READY, True, NOW),),
        trusted_person=TrustedPerson("Juana Pérez", "sister", (Disclosure.ORDERS, Disclosure.COSTS)),
    )


def an_account(account_id: str = "account-1", login: str = "jsmith", patient_id: str = "patient_x") -> Account:
    return Account(account_id, login, patient_id, ActingAs.GUARDIAN, "g" * 32, NOW)


def a_sign_in(sign_in_id: str = "sign-in-1", subject: str = "account-1", patient_id: str = "patient_x") -> SignIn:
    return SignIn(
        sign_in_id=sign_in_id,
        subject=subject,
        role=AccessRole.GUARDIAN,
        means=Means.ACCOUNT,
        patient_id=patient_id,
        acting_as=ActingAs.GUARDIAN,
        guardian_ref="g" * 32,
        started_at=NOW,
        ends_at=NOW + timedelta(days=14),
    )


def keep_session(tx: Transaction) -> None:
    SessionRepository(tx).add(a_session(), None)


def keep_order(tx: Transaction, quote: Quote, order: Order) -> None:
    orders = OrderRepository(tx)
    orders.add_quote(quote)
    consent = Consent(quote.quote_id, quote.session_id, NOW, "words")
    orders.add_order(order, quote.quote_id, INSULIN, consent, "patient")


def keep_everything(store: Store, demo: MockData) -> None:
    """A row in every sealed table: a patient's talk, message, order, case, report, file and account, and a user."""
    with store.write() as tx:
        SessionRepository(tx).add(a_session(), "browser-key")
        SessionRepository(tx).add_turn(Turn("session-1", 0, NOW, "refill my insulin", "Of course.", "START"))
        RatingRepository(tx).put(Rating("session-1", 1, False, NOW, RatingReason.UNCLEAR, "I was lost."))
        quote = a_quote()
        keep_order(tx, quote, an_order(quote))
        FulfillmentRepository(tx).add(some_work())
        CaseRepository(tx).add(a_case())
        CaseRepository(tx).add_report(a_case(), Report(ReportKind.ALLERGY, "penicillin"), NOW)
        CareMessageRepository(tx).add(a_care_message())
        PreferenceRepository(tx).add(some_preferences(), "PF-1")
        UserRepository(tx).add(User("mlee", "Maria Lee", Role.PHARMACIST, NOW), "$argon2id$hash")
        AccountRepository(tx).add(an_account(), "$argon2id$hash")
        SignInRepository(tx).add(a_sign_in())
        SignInRepository(tx).add_token("sign-in-1", "a refresh token", NOW)
        SignInRepository(tx).put_browser("a browser", "sign-in-1", NOW)
    imported = ReferenceImport(store, lambda: NOW)
    imported.begin({})
    imported.add_patients(0, demo.patients[:1])
    imported.add_prescriptions(0, demo.prescriptions[:1])
    imported.add_authorizations(0, [replace(demo.authorizations[0], patient_id=demo.patients[0].patient_id)])
    imported.finish({})
