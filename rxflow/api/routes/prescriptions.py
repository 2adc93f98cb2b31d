"""Prescriptions of one's own, whether they may be refilled today, and what that costs where."""

from typing import Annotated

from fastapi import APIRouter, Query

from rxflow.api.access import Reading, Served, patient_of, record_read
from rxflow.api.addresses import V1
from rxflow.api.envelopes import Page, Paging, Success, page_of
from rxflow.api.resources import FindingResource, PharmacyId, PrescriptionResource, PriceResource, WantedPrescription
from rxflow.api.statuses import SIGNED_IN, failures
from rxflow.domain.errors import OrderRefusedError
from rxflow.domain.finding import Assessment
from rxflow.domain.prescription import Prescription

router = APIRouter(prefix=V1, tags=["prescriptions"], responses=failures(*SIGNED_IN))


class WantedAssessment(WantedPrescription):
    """A prescription, and the pharmacy whose stock counts; null is the patient's usual one."""

    pharmacy_id: PharmacyId | None = None


@router.get("/prescriptions")
def list_prescriptions(
    assistant: Served, who: Reading, paging: Annotated[Paging, Query()]
) -> Page[PrescriptionResource]:
    """One's own prescriptions, each with what the rules find about a refill today at the usual pharmacy."""
    overview = assistant.services.refills.overview(patient_of(who))
    record_read(assistant, who, "prescriptions", len(overview.prescriptions))
    return page_of([_resource(each, overview.assessments[each.rx_number]) for each in overview.prescriptions], paging)


@router.post("/prescriptions/assessment", responses=failures(409))
def assess(wanted: WantedAssessment, assistant: Served, who: Reading) -> Success[list[FindingResource]]:
    """Everything that the rules find about refilling a prescription today, in the order of decisions."""
    record_read(assistant, who, "prescriptions")
    assessment = assistant.services.refills.assess(patient_of(who), wanted.rx_number, wanted.pharmacy_id)
    return Success(data=[FindingResource.of(each) for each in assessment.findings])


@router.post("/prices", responses=failures(409))
def prices(
    wanted: WantedPrescription, assistant: Served, who: Reading, paging: Annotated[Paging, Query()]
) -> Page[PriceResource]:
    """What a refill costs at each pharmacy, what the patient pays least first."""
    services, patient_id = assistant.services, patient_of(who)
    prescription = services.refills.prescription(patient_id, wanted.rx_number.upper())
    if prescription is None:
        raise OrderRefusedError("NOT_FOUND", "There is no prescription of this number. Look at your list.")
    patient = services.patients.get(patient_id)
    offers = services.prices.compare(patient, prescription, services.drugs.get(prescription.drug))
    found = [
        PriceResource(
            pharmacy_id=pharmacy.pharmacy_id,
            pharmacy_name=pharmacy.name,
            cash_price=price.cash_price,
            patient_pays=price.patient_pays,
            insurance_pays=price.insurance_pays,
            tier=price.tier,
            preferred=price.preferred,
        )
        for pharmacy, price in offers
    ]
    record_read(assistant, who, "prices")
    return page_of(found, paging)


def _resource(prescription: Prescription, assessment: Assessment) -> PrescriptionResource:
    return PrescriptionResource(
        rx_number=prescription.rx_number,
        medication=prescription.label,
        directions=prescription.sig,
        amount=prescription.amount,
        days_supply=prescription.days_supply,
        refills_remaining=prescription.refills_remaining,
        last_fill=prescription.last_fill,
        prescriber=prescription.prescriber,
        may_be_refilled=assessment.decision is None,
        findings=[FindingResource.of(each) for each in assessment.findings],
    )
