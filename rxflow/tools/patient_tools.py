"""Look-ups about the patient who is signed in."""

from typing import Any

from rxflow.services.reported_facts import as_reported
from rxflow.tools.envelope import Access, Category, Medication, Runtime, refill_tool
from rxflow.tools.own_prescriptions import prescriptions_named
from rxflow.workflow import facts


@refill_tool(Category.PATIENT, Access.READ, "mock_prescriptions.json")
def patient_medication_history(runtime: Runtime, medication: Medication = None) -> list[dict[str, Any]]:
    """List the patient's prescriptions: label, use, refills left, last fill and whether each can be refilled today.

    Use it for "what do I take", "how many refills are left", "when can I refill it", "what is it for". Give
    `medication` in the patient's own words (example: "my cholesterol pill") or leave it out for all of them. Fails
    when the patient has no such prescription.
    """
    context = runtime.context
    assessments = context.services.refills.assess_all(context.patient.patient_id, context.patient.preferred_pharmacy_id)
    history = []
    for item in prescriptions_named(runtime, medication):
        assessment = assessments[item.rx_number]
        decision, can_refill = assessment.decision, assessment.obstacle is None
        entry = facts.prescription(item, context.flow.replies.language) | {"can_refill_today": can_refill}
        if decision is not None:
            entry["reason"] = context.flow.replies.finding(decision)
            entry["finding"] = decision.code.value
        history.append(entry)
    return history


@refill_tool(Category.PATIENT, Access.READ, "mock_prescriptions.json")
def check_medication_adherence(runtime: Runtime, medication: Medication = None) -> list[dict[str, Any]]:
    """Tell what part of the days the patient's fills covered (PDC, percent) since the first fill on file.
    Never use it to blame.

    Use it only when the patient asks how regularly they refill. `percent` is null when there
    are too few fills, and `measured` is false for what is taken as needed. `mpr_percent` counts every day supplied
    and can pass 100. Example: medication="lisinopril".
    """
    context = runtime.context
    wanted = {item.rx_number for item in prescriptions_named(runtime, medication)}
    return [
        {
            "medication": item.label,
            "measured": applies,
            "percent": str(covered.pdc_percent) if covered else None,
            "mpr_percent": str(covered.mpr_percent) if covered else None,
            "since": min(item.fills).isoformat() if item.fills else None,
            "fills": len(item.fills),
        }
        for item, applies, covered in context.services.refills.adherence(context.patient.patient_id)
        if item.rx_number in wanted
    ]


@refill_tool(Category.PATIENT, Access.READ, "mock_patients.json")
def check_patient_allergies(runtime: Runtime) -> list[dict[str, str]]:
    """List the allergies and intolerances on the patient's profile, and those that the patient reported here.
    An empty list does not mean that there are none.
    """
    context = runtime.context
    reports = context.services.cases.reports(context.patient.patient_id)
    return [
        {"substance": allergy.substance, "reaction": allergy.reaction, "severity": allergy.severity}
        for allergy in as_reported(context.patient, reports).allergies
    ]
