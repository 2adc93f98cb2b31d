"""Prescriptions as they stand now, and everything the rules find about refilling one today."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol
from zoneinfo import ZoneInfo

from rxflow.clinical.abrupt_stop import needs_someone_today
from rxflow.clinical.adherence import Adherence
from rxflow.clinical.assessment import Medication, RefillFacts, assess_refill
from rxflow.clinical.coverage import EXCEPTIONS, is_in_effect
from rxflow.clinical.eligibility import expires_on
from rxflow.clinical.renewals import most_refills
from rxflow.clinical.tables import ClinicalTables
from rxflow.domain.case import EscalationCase
from rxflow.domain.drug import Drug
from rxflow.domain.finding import Assessment, Finding, FindingCode, Severity
from rxflow.domain.order import Order, OrderStatus
from rxflow.domain.patient import Patient
from rxflow.domain.plan import Authorization
from rxflow.domain.preferences import Preferences, applied
from rxflow.domain.prescription import Prescription
from rxflow.domain.report import Report
from rxflow.persistence.case_repository import Decisions
from rxflow.persistence.order_repository import Product
from rxflow.services.coverage import CoverageService
from rxflow.services.drugs import DrugService, name_key
from rxflow.services.medicine_history import MedicineHistory, medicine_history
from rxflow.services.patients import PatientService
from rxflow.services.pharmacies import PharmacyService
from rxflow.services.renewals import as_it_stands, counting_renewal
from rxflow.services.reported_facts import as_reported, reported_medications


class Records(Protocol):
    """What was kept here since the pharmacy's own records: standing orders, approvals, and what patients reported."""

    def of_patient(self, patient_id: str) -> tuple[Order, ...]:
        """A patient's orders that are not cancelled."""

    def announce(self, products: Iterable[Product]) -> None:
        """Say whose stock will be asked for, so that the first question answers for all of them."""

    def reserved(self, pharmacy_id: str, product: Product) -> int:
        """How many fills of a product those orders take from a pharmacy's stock."""

    def approved_until(self, patient_id: str, rx_number: str, code: FindingCode) -> date | None:
        """The last day of what the plan approved after a finding of this code, or None."""

    def decisions(self, patient_id: str) -> Decisions:
        """What pharmacists and prescribers have approved of a patient's prescriptions."""

    def reports(self, patient_id: str) -> tuple[Report, ...]:
        """What a patient reported, unless a pharmacist has closed it without confirming."""

    def open_cases(self, patient_id: str) -> tuple[EscalationCase, ...]:
        """The cases of a patient that wait for a person, newest first."""

    def preferences(self, patient_id: str) -> Preferences:
        """What a patient has chosen."""


class RecordsHome(Protocol):
    """Where those records are kept."""

    def opened(self) -> AbstractContextManager[Records]:
        """The records as they are at one moment, for one decision."""


@dataclass(frozen=True, slots=True)
class Overview:
    """All that tells how a patient's medicines stand, as it was at one moment.

    `prescriptions` count each active order as a fill, `assessments` are by Rx number, for the usual pharmacy; `orders`
    are those that are not cancelled, and `cases` those that wait for a person, both newest first.
    """

    prescriptions: tuple[Prescription, ...]
    assessments: Mapping[str, Assessment]
    orders: tuple[Order, ...]
    cases: tuple[EscalationCase, ...]


class RefillService:
    """Joins the pharmacy's records with the orders placed here and asks the clinical rules.

    Args:
        records: Where what was kept here is; a method that takes `records` uses those instead, so that the order gate
            can look at what its own transaction sees.
        today: The pharmacies' current day.
        zone: The pharmacies' time zone, in which an order's day is counted.
    """

    def __init__(
        self,
        *,
        patients: PatientService,
        drugs: DrugService,
        pharmacies: PharmacyService,
        coverage: CoverageService,
        tables: ClinicalTables,
        records: RecordsHome,
        today: Callable[[], date],
        zone: ZoneInfo,
    ) -> None:
        self._patients = patients
        self._drugs = drugs
        self._pharmacies = pharmacies
        self._coverage = coverage
        self._tables = tables
        self._records = records
        self._today = today
        self._zone = zone

    def prescriptions(self, patient_id: str, records: Records | None = None) -> tuple[Prescription, ...]:
        """A patient's prescriptions with each active order counted as a fill and a refill taken, and each renewal.

        Raises:
            StoreUnavailableError: The orders cannot be read.
        """
        with self._opened(records) as found:
            placed, decided = found.of_patient(patient_id), found.decisions(patient_id)
        return tuple(self._with_orders(each, placed, decided) for each in self._patients.prescriptions(patient_id))

    def prescription(self, patient_id: str, rx_number: str, records: Records | None = None) -> Prescription | None:
        """One of `prescriptions`, or None when the patient has none of this number."""
        prescription = self._patients.prescription(patient_id, rx_number)
        if prescription is None:
            return None
        with self._opened(records) as found:
            return self._with_orders(prescription, found.of_patient(patient_id), found.decisions(patient_id))

    def assess(
        self,
        patient_id: str,
        rx_number: str,
        pharmacy_id: str | None = None,
        records: Records | None = None,
        *,
        is_before_review: bool = False,
    ) -> Assessment:
        """Every finding about refilling a prescription today, in the order of decisions (DOMAIN.md §1.12).

        Args:
            patient_id: The verified patient.
            rx_number: The prescription; one that is not this patient's is a blocking NOT_FOUND.
            pharmacy_id: Whose stock counts; None is the patient's usual pharmacy.
            records: What to count, instead of what the service was built with.
            is_before_review: As the rules alone find it, whatever a pharmacist has approved: for who reviews it again.

        Raises:
            PatientNotFoundError: No patient has this id.
            StoreUnavailableError: The orders cannot be read.
        """
        patient = self._patients.get(patient_id)
        with self._opened(records) as found:
            prescriptions = self.prescriptions(patient_id, found)
            wanted = rx_number.strip().upper()
            prescription = next((each for each in prescriptions if each.rx_number == wanted), None)
            if prescription is None:
                return Assessment(rx_number, (_not_found(rx_number),))
            pharmacy_id = pharmacy_id or self._usual_pharmacy(patient, found)
            reports = found.reports(patient_id)
            facts = self._facts(patient, prescription, prescriptions, reports, pharmacy_id, found)
        return assess_refill(replace(facts, overrides=()) if is_before_review else facts, self._tables)

    def assess_all(self, patient_id: str, pharmacy_id: str | None = None) -> Mapping[str, Assessment]:
        """What `assess` finds for each of a patient's prescriptions, by Rx number.

        Args:
            patient_id: The verified patient.
            pharmacy_id: Whose stock counts; None is the patient's usual pharmacy.

        Raises:
            PatientNotFoundError: No patient has this id.
            StoreUnavailableError: The orders cannot be read.
        """
        patient = self._patients.get(patient_id)
        with self._records.opened() as records:
            return self._assess_each(patient, self.prescriptions(patient_id, records), pharmacy_id, records)

    def overview(self, patient_id: str) -> Overview:
        """How a patient's medicines stand; in as many statements for twenty medicines as for one.

        Raises:
            PatientNotFoundError: No patient has this id.
            StoreUnavailableError: The orders or cases cannot be read.
        """
        patient = self._patients.get(patient_id)
        with self._records.opened() as records:
            prescriptions = self.prescriptions(patient_id, records)
            assessments = self._assess_each(patient, prescriptions, None, records)
            return Overview(prescriptions, assessments, records.of_patient(patient_id), records.open_cases(patient_id))

    def _assess_each(
        self, patient: Patient, prescriptions: tuple[Prescription, ...], pharmacy_id: str | None, records: Records
    ) -> Mapping[str, Assessment]:
        pharmacy_id = pharmacy_id or self._usual_pharmacy(patient, records)
        reports = records.reports(patient.patient_id)
        records.announce(map(product_of, prescriptions))
        facts = [self._facts(patient, each, prescriptions, reports, pharmacy_id, records) for each in prescriptions]
        return {each.prescription.rx_number: assess_refill(each, self._tables) for each in facts}

    def _usual_pharmacy(self, patient: Patient, records: Records) -> str:
        """The pharmacy that a patient chose, as the transaction of these records sees it, or the one on file."""
        chosen = records.preferences(patient.patient_id)
        return applied(patient, chosen, lambda each: self._pharmacies.get(each) is not None).preferred_pharmacy_id

    def adherence(self, patient_id: str) -> tuple[tuple[Prescription, bool, Adherence | None], ...]:
        """How much of the time each medicine was on hand, from its first fill on file to today.

        An order counts once it was handed over (DOMAIN.md §2).

        Returns:
            Each prescription, whether it is measured at all, and its days covered; None with fewer than two fills.

        Raises:
            StoreUnavailableError: The orders cannot be read.
        """
        found = self.histories(self._patients.get(patient_id))
        return tuple((each.dispensed, each.is_measured, each.adherence) for each in found)

    def histories(self, patient: Patient) -> tuple[MedicineHistory, ...]:
        """How each of a patient's medicines was filled up to today, and until when it can be.

        Args:
            patient: Whose; the rules of the state of their usual pharmacy say until when.

        Raises:
            StoreUnavailableError: The orders cannot be read.
        """
        with self._records.opened() as records:
            placed, decided = records.of_patient(patient.patient_id), records.decisions(patient.patient_id)
        handed_over = tuple(order for order in placed if order.status is OrderStatus.PICKED_UP)
        usual, today = self._pharmacies.get(patient.preferred_pharmacy_id), self._today()
        found = []
        for item in self._patients.prescriptions(patient.patient_id):
            drug, standing = self._drugs.get(item.drug), self._with_orders(item, placed, decided)
            dispensed = Medication(self._with_orders(item, handed_over, Decisions()), drug)
            last_day = expires_on(Medication(standing, drug), self._tables, today, usual.state if usual else None)
            found.append(medicine_history(standing, dispensed, last_day, today))
        return tuple(found)

    def is_urgent(self, prescription: Prescription) -> bool:
        """Whether a case about a prescription is for the same day: it must not run out, and is about to."""
        medication = Medication(prescription, self._drugs.get(prescription.drug))
        return needs_someone_today(medication, self._tables, self._today())

    def most_refills(self, patient_id: str, rx_number: str) -> int:
        """The most fills that a prescriber's renewal of a prescription may give; 0 where it cannot be renewed here.

        Raises:
            PatientNotFoundError: No patient has this id.
        """
        prescription = self._patients.prescription(patient_id, rx_number)
        if prescription is None:
            return 0
        pharmacy = self._pharmacies.get(self._patients.get(patient_id).preferred_pharmacy_id)
        medication = Medication(prescription, self._drugs.get(prescription.drug))
        return most_refills(medication, self._tables, self._today(), pharmacy.state if pharmacy else None)

    def fills_available(self, patient: Patient, prescription: Prescription, pharmacy_id: str) -> int | None:
        """Fills of a prescription that a pharmacy can still make; None is plenty."""
        drug = self._drugs.get(prescription.drug)
        return self._fills_available(patient, prescription, drug, pharmacy_id, None)

    def _opened(self, records: Records | None) -> AbstractContextManager[Records]:
        return self._records.opened() if records is None else nullcontext(records)

    def _facts(
        self,
        patient: Patient,
        prescription: Prescription,
        prescriptions: Iterable[Prescription],
        reports: Sequence[Report],
        pharmacy_id: str,
        records: Records,
    ) -> RefillFacts:
        today = self._today()
        decided = records.decisions(patient.patient_id)
        renewal = counting_renewal(prescription, decided.renewals, self._zone)
        drug = self._drugs.get(prescription.drug)
        plan = self._coverage.plan(patient)
        entry = self._coverage.entry(plan, prescription, drug) if plan else None
        pharmacy = self._pharmacies.get(pharmacy_id)
        # A lapsed prescription still counts: what was filled two weeks ago is still being taken.
        taken = tuple(
            Medication(other, self._drugs.get(other.drug))
            for other in prescriptions
            if other.rx_number != prescription.rx_number and other.is_taken_now(today)
        )
        reported = reported_medications(reports, prescription, taken, self._drugs.get)
        return RefillFacts(
            patient=as_reported(patient, reports),
            prescription=prescription,
            drug=drug,
            taken_now=(*taken, *reported),
            plan=plan,
            formulary=entry,
            authorization=self._authorization(patient, prescription, records)
            if entry and entry.prior_authorization
            else None,
            tried=self._patients.tried(patient.patient_id),
            fills_available=self._fills_available(patient, prescription, drug, pharmacy_id, records),
            today=today,
            state=pharmacy.state if pharmacy else None,
            exceptions=self._exceptions(patient, prescription, records)
            if entry and (entry.step_therapy or not entry.covered)
            else frozenset(),
            overrides=decided.overrides,
            renewed_after=prescription.refills_authorized - renewal.refills if renewal else 0,
        )

    def _exceptions(self, patient: Patient, prescription: Prescription, records: Records) -> frozenset[FindingCode]:
        """What the plan would refuse and has made an exception of, through its last day."""
        last_days = {
            code: records.approved_until(patient.patient_id, prescription.rx_number, code) for code in EXCEPTIONS
        }
        return frozenset(code for code, last_day in last_days.items() if last_day and self._today() <= last_day)

    def authorization(self, patient: Patient, prescription: Prescription) -> Authorization | None:
        """The prior authorization that counts for a prescription: on file, or approved here since, the later one."""
        with self._records.opened() as records:
            return self._authorization(patient, prescription, records)

    def _authorization(self, patient: Patient, prescription: Prescription, records: Records) -> Authorization | None:
        on_file = self._coverage.authorization(patient.patient_id, prescription.generic_name)
        code = FindingCode.PRIOR_AUTHORIZATION
        approved_until = records.approved_until(patient.patient_id, prescription.rx_number, code)
        if approved_until is None:
            return on_file
        counts = on_file is not None and is_in_effect(on_file, self._today())
        if on_file is not None and counts and on_file.expires_on >= approved_until:
            return on_file
        return Authorization(patient.patient_id, prescription.generic_name, "approved", approved_until, "")

    def _fills_available(
        self,
        patient: Patient,
        prescription: Prescription,
        drug: Drug | None,
        pharmacy_id: str,
        records: Records | None,
    ) -> int | None:
        """Fills that a pharmacy can still make: its stock less what active orders take; None is plenty."""
        is_minor = patient.is_minor_on(self._today())
        in_stock = self._pharmacies.fills_available(pharmacy_id, prescription, drug, is_minor)
        pharmacy = self._pharmacies.get(pharmacy_id)
        if in_stock is None or pharmacy is None:
            return in_stock
        with self._opened(records) as found:
            return max(0, in_stock - found.reserved(pharmacy.pharmacy_id, product_of(prescription)))

    def _filled_on(self, order: Order) -> date:
        """The day that counts as an order's fill: handed over, or else prepared (DOMAIN.md §1.4)."""
        at = order.updated_at if order.status is OrderStatus.PICKED_UP else order.ready_at
        return at.astimezone(self._zone).date()

    def _with_orders(self, prescription: Prescription, placed: tuple[Order, ...], decided: Decisions) -> Prescription:
        taken = [
            (order.created_at, self._filled_on(order)) for order in placed if order.rx_number == prescription.rx_number
        ]
        return as_it_stands(prescription, taken, decided.renewals, self._zone)


def product_of(prescription: Prescription) -> Product:
    """What a fill takes from stock, named alike however the label spells it."""
    return Product(name_key(prescription.generic_name), prescription.strength.lower())


def _not_found(rx_number: str) -> Finding:
    message = "I can't find that prescription on your list. Please choose one of your prescriptions."
    evidence = {"rx_number": rx_number, "source": "DOMAIN.md §1.12", "confidence": "K"}
    return Finding(FindingCode.NOT_FOUND, Severity.BLOCK, message, evidence=evidence)
