"""Prescriptions as they stand now, and everything the rules find about refilling one today."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Protocol
from zoneinfo import ZoneInfo

from rxflow.clinical.assessment import Medication, RefillFacts, assess_refill
from rxflow.clinical.tables import ClinicalTables
from rxflow.domain.drug import Drug
from rxflow.domain.finding import Assessment, Finding, FindingCode, Severity
from rxflow.domain.order import Order
from rxflow.domain.patient import Patient
from rxflow.domain.prescription import Prescription
from rxflow.persistence.order_repository import Product
from rxflow.services.coverage import CoverageService
from rxflow.services.drugs import DrugService, name_key
from rxflow.services.patients import PatientService
from rxflow.services.pharmacies import PharmacyService


class ActiveOrders(Protocol):
    """The orders that are not cancelled: the refills and the stock that are already spoken for."""

    def of_patient(self, patient_id: str) -> tuple[Order, ...]:
        """A patient's orders."""

    def reserved(self, pharmacy_id: str, product: Product) -> int:
        """How many fills of a product the orders take from a pharmacy's stock."""


class RefillService:
    """Joins the pharmacy's records with the orders placed here and asks the clinical rules.

    Args:
        active_orders: The orders that are not cancelled; a method that takes `orders` uses those instead, so that the
            order gate can look at what its own transaction sees.
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
        active_orders: ActiveOrders,
        today: Callable[[], date],
        zone: ZoneInfo,
    ) -> None:
        self._patients = patients
        self._drugs = drugs
        self._pharmacies = pharmacies
        self._coverage = coverage
        self._tables = tables
        self._active_orders = active_orders
        self._today = today
        self._zone = zone

    def prescriptions(self, patient_id: str, orders: ActiveOrders | None = None) -> tuple[Prescription, ...]:
        """A patient's prescriptions with each active order counted as a fill on its day and a refill taken.

        Raises:
            StoreUnavailableError: The orders cannot be read.
        """
        placed = (orders or self._active_orders).of_patient(patient_id)
        return tuple(self._with_orders(each, placed) for each in self._patients.prescriptions(patient_id))

    def prescription(self, patient_id: str, rx_number: str, orders: ActiveOrders | None = None) -> Prescription | None:
        """One of `prescriptions`, or None when the patient has none of this number."""
        prescription = self._patients.prescription(patient_id, rx_number)
        if prescription is None:
            return None
        return self._with_orders(prescription, (orders or self._active_orders).of_patient(patient_id))

    def assess(
        self, patient_id: str, rx_number: str, pharmacy_id: str | None = None, orders: ActiveOrders | None = None
    ) -> Assessment:
        """Every finding about refilling a prescription today, in the order of decisions (DOMAIN.md §1.12).

        Args:
            patient_id: The verified patient.
            rx_number: The prescription; one that is not this patient's is a blocking NOT_FOUND.
            pharmacy_id: Whose stock counts; None is the patient's preferred pharmacy.
            orders: The active orders to count, instead of those the service was built with.

        Raises:
            PatientNotFoundError: No patient has this id.
            StoreUnavailableError: The orders cannot be read.
        """
        orders = orders or self._active_orders
        patient = self._patients.get(patient_id)
        prescriptions = self.prescriptions(patient_id, orders)
        wanted = rx_number.strip().upper()
        prescription = next((each for each in prescriptions if each.rx_number == wanted), None)
        if prescription is None:
            return Assessment(rx_number, (_not_found(rx_number),))
        pharmacy_id = pharmacy_id or patient.preferred_pharmacy_id
        return assess_refill(self._facts(patient, prescription, prescriptions, pharmacy_id, orders), self._tables)

    def assess_all(self, patient_id: str) -> Mapping[str, Assessment]:
        """What `assess` finds for each of a patient's prescriptions at their preferred pharmacy, by Rx number.

        Raises:
            PatientNotFoundError: No patient has this id.
            StoreUnavailableError: The orders cannot be read.
        """
        orders, patient = self._active_orders, self._patients.get(patient_id)
        prescriptions = self.prescriptions(patient_id, orders)
        return {
            each.rx_number: assess_refill(
                self._facts(patient, each, prescriptions, patient.preferred_pharmacy_id, orders), self._tables
            )
            for each in prescriptions
        }

    def fills_available(self, patient: Patient, prescription: Prescription, pharmacy_id: str) -> int | None:
        """Fills of a prescription that a pharmacy can still make; None is plenty."""
        drug = self._drugs.get(prescription.drug)
        return self._fills_available(patient, prescription, drug, pharmacy_id, self._active_orders)

    def _facts(
        self,
        patient: Patient,
        prescription: Prescription,
        prescriptions: Iterable[Prescription],
        pharmacy_id: str,
        orders: ActiveOrders,
    ) -> RefillFacts:
        today = self._today()
        drug = self._drugs.get(prescription.drug)
        plan = self._coverage.plan(patient)
        pharmacy = self._pharmacies.get(pharmacy_id)
        # A lapsed prescription still counts: what was filled two weeks ago is still being taken.
        others = tuple(
            Medication(other, self._drugs.get(other.drug))
            for other in prescriptions
            if other.rx_number != prescription.rx_number and other.is_taken_now(today)
        )
        return RefillFacts(
            patient=patient,
            prescription=prescription,
            drug=drug,
            taken_now=others,
            plan=plan,
            formulary=self._coverage.entry(plan, prescription, drug) if plan else None,
            authorization=self._coverage.authorization(patient.patient_id, prescription.generic_name),
            tried=self._patients.tried(patient.patient_id),
            fills_available=self._fills_available(patient, prescription, drug, pharmacy_id, orders),
            today=today,
            state=pharmacy.state if pharmacy else None,
        )

    def _fills_available(
        self, patient: Patient, prescription: Prescription, drug: Drug | None, pharmacy_id: str, orders: ActiveOrders
    ) -> int | None:
        """Fills that a pharmacy can still make: its stock less what active orders take; None is plenty."""
        is_minor = patient.is_minor_on(self._today())
        in_stock = self._pharmacies.fills_available(pharmacy_id, prescription, drug, is_minor)
        pharmacy = self._pharmacies.get(pharmacy_id)
        if in_stock is None or pharmacy is None:
            return in_stock
        return max(0, in_stock - orders.reserved(pharmacy.pharmacy_id, product_of(prescription)))

    def _with_orders(self, prescription: Prescription, placed: tuple[Order, ...]) -> Prescription:
        days = tuple(
            order.created_at.astimezone(self._zone).date()
            for order in placed
            if order.rx_number == prescription.rx_number
        )
        if not days:
            return prescription
        return replace(
            prescription,
            fills=tuple(sorted((*prescription.fills, *days), reverse=True)),
            refills_remaining=max(0, prescription.refills_remaining - len(days)),
        )


def product_of(prescription: Prescription) -> Product:
    """What a fill takes from stock, named alike however the label spells it."""
    return Product(name_key(prescription.generic_name), prescription.strength.lower())


def _not_found(rx_number: str) -> Finding:
    message = "I can't find that prescription on your list. Please choose one of your prescriptions."
    evidence = {"rx_number": rx_number, "source": "DOMAIN.md §1.12", "confidence": "K"}
    return Finding(FindingCode.NOT_FOUND, Severity.BLOCK, message, evidence=evidence)
