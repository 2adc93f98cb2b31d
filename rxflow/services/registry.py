"""The services that entry points, tools and the workflow share; built once by `rxflow.bootstrap`."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from rxflow.clinical.tables import ClinicalTables
from rxflow.config.feature_flags import FeatureFlags
from rxflow.domain.acting import ActingAs
from rxflow.domain.patient import Patient
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
from rxflow.services.medication_information import MedicationInformation
from rxflow.services.orders import OrderService
from rxflow.services.patients import PatientService
from rxflow.services.pharmacies import PharmacyService
from rxflow.services.preferences import PreferenceService
from rxflow.services.prices import PriceService
from rxflow.services.ratings import RatingService
from rxflow.services.refills import RefillService
from rxflow.services.sessions import SessionService
from rxflow.services.users import UserService


@dataclass(frozen=True, slots=True, repr=False)
class Services:
    """Everything that acts on the pharmacy's data. `now` gives an aware time; `zone` is the pharmacies' time zone.

    It has no repr, which would print every patient.
    """

    patients: PatientService
    drugs: DrugService
    pharmacies: PharmacyService
    coverage: CoverageService
    prices: PriceService
    refills: RefillService
    orders: OrderService
    fulfillment: FulfillmentService
    cases: CaseService
    case_work: CaseWorkService
    care_messages: CareMessageService
    sessions: SessionService
    audit: AuditService
    identity: IdentityService
    users: UserService
    ratings: RatingService
    access: AccessService
    preferences: PreferenceService
    insights: InsightsService
    information: MedicationInformation
    tables: ClinicalTables
    now: Callable[[], datetime]
    zone: ZoneInfo
    flags: FeatureFlags = field(default_factory=FeatureFlags)

    def local_now(self) -> datetime:
        """The time at the pharmacies."""
        return self.now().astimezone(self.zone)

    def is_on(self, flag: str, patient: Patient, acting_as: ActingAs) -> bool:
        """Whether an optional behaviour is on for a patient, or for whoever acts for them."""
        known = {
            "acting_as": acting_as.value,
            "language": patient.language,
            "pharmacy_id": patient.preferred_pharmacy_id,
        }
        return self.flags.is_enabled(flag, subject=patient.patient_id, attributes=known)
