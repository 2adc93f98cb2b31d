"""The services over a store and the data; `rxflow.bootstrap` puts the rest around them."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from rxflow.config.feature_flags import FeatureFlags, load_rules
from rxflow.config.settings import Settings
from rxflow.domain.lockout import LockoutLimits
from rxflow.observability.metrics import Metrics
from rxflow.persistence.engine import Store
from rxflow.persistence.ids import new_id, new_secret, new_session_id
from rxflow.persistence.refill_records import StoredRecords
from rxflow.prompts.catalog import languages
from rxflow.security.tokens import AccessTokens
from rxflow.services.access import AccessService
from rxflow.services.audit import AuditService
from rxflow.services.care_messages import CareMessageService
from rxflow.services.case_work import CaseWorkService
from rxflow.services.cases import CaseService
from rxflow.services.coverage import CoverageService
from rxflow.services.drugs import DrugService
from rxflow.services.fulfillment import FulfillmentService
from rxflow.services.identity import IdentityService
from rxflow.services.insights import InsightsService
from rxflow.services.knowledge_files import load_knowledge
from rxflow.services.medication_information import MedicationInformation
from rxflow.services.mock_data import MockData, load_mock_data
from rxflow.services.orders import OrderService
from rxflow.services.patients import PatientService
from rxflow.services.pharmacies import PharmacyService
from rxflow.services.preferences import PreferenceService
from rxflow.services.prices import PriceService
from rxflow.services.ratings import RatingService
from rxflow.services.refills import RefillService
from rxflow.services.registry import Services
from rxflow.services.sessions import SessionService
from rxflow.services.users import UserService

Clock = Callable[[], datetime]


def build_services(
    settings: Settings, store: Store, now: Clock, data: MockData | None = None, metrics: Metrics | None = None
) -> Services:
    """Build the services over a store and the mock data.

    Raises:
        ConfigurationError: A feature flag is wrong.
        DataError: A data file is missing or broken.
    """
    zone = settings.zone
    counted = metrics or Metrics()

    def today() -> date:
        return now().astimezone(zone).date()

    data = data or load_mock_data(settings.data_dir, today(), languages())
    patients, drugs, coverage = PatientService(data), DrugService(data), CoverageService(data)
    pharmacies = PharmacyService(data, zone)
    prices = PriceService(data, coverage, pharmacies)
    refills = RefillService(
        patients=patients,
        drugs=drugs,
        pharmacies=pharmacies,
        coverage=coverage,
        tables=data.tables,
        records=StoredRecords(store),
        today=today,
        zone=zone,
    )
    limits = LockoutLimits(settings.identity_tries, timedelta(minutes=settings.lockout_minutes))
    identity = IdentityService(store=store, patients=patients, now=now, zone=zone, limits=limits)
    orders = OrderService(
        store=store,
        refills=refills,
        patients=patients,
        drugs=drugs,
        pharmacies=pharmacies,
        prices=prices,
        now=now,
        zone=zone,
        new_id=new_id,
        changed=lambda status: counted.orders.labels(status).inc(),
    )
    return Services(
        patients=patients,
        drugs=drugs,
        pharmacies=pharmacies,
        coverage=coverage,
        prices=prices,
        refills=refills,
        orders=orders,
        fulfillment=FulfillmentService(
            store=store, refills=refills, now=now, worked=lambda act: counted.order_work.labels(act).inc()
        ),
        cases=CaseService(
            store=store, now=now, new_id=new_id, opened=lambda route: counted.cases_opened.labels(route).inc()
        ),
        case_work=CaseWorkService(store=store, refills=refills, now=now, zone=zone),
        care_messages=CareMessageService(store=store, now=now),
        audit=AuditService(store=store),
        sessions=SessionService(
            store=store,
            now=now,
            new_session_id=new_session_id,
            timeout=timedelta(minutes=settings.session_timeout_minutes),
        ),
        identity=identity,
        users=UserService(store=store, now=now, limits=limits),
        ratings=RatingService(
            store=store, now=now, rated=lambda verdict, reason: counted.ratings.labels(verdict, reason).inc()
        ),
        access=_build_access(settings, store, now, patients, identity, limits),
        preferences=PreferenceService(
            store=store,
            patients=patients,
            pharmacies=pharmacies,
            languages=languages(),
            now=now,
            zone=zone,
            new_id=new_id,
        ),
        insights=InsightsService(store=store, zone=zone, smallest=settings.smallest_count_told),
        information=MedicationInformation(load_knowledge(settings.data_dir), drugs),
        tables=data.tables,
        now=now,
        zone=zone,
        flags=FeatureFlags(
            load_rules(settings.feature_flags, settings.feature_flags_file),
            today=today,
            attributes={"environment": settings.environment},
        ),
    )


def _build_access(
    settings: Settings,
    store: Store,
    now: Clock,
    patients: PatientService,
    identity: IdentityService,
    limits: LockoutLimits,
) -> AccessService:
    lifetime = timedelta(minutes=settings.access_token_minutes)
    return AccessService(
        store=store,
        patients=patients,
        identity=identity,
        tokens=AccessTokens(store.cipher, now=now, lifetime=lifetime, new_id=new_secret),
        now=now,
        zone=settings.zone,
        limits=limits,
        session_length=timedelta(days=settings.session_days),
        new_secret=new_secret,
        demo_sign_in=settings.lets_choose_a_patient,
        idle=timedelta(minutes=settings.session_timeout_minutes),
        staff_domain=settings.oidc_staff_domain,
    )
