"""What the patient reports of themselves in a message: kept before any model is asked, and counted from then on."""

from rxflow.clinical.abrupt_stop import is_risky_to_stop
from rxflow.clinical.medication import Medication
from rxflow.dialogue.reports import read_reports
from rxflow.domain.report import Report, ReportKind
from rxflow.workflow.refill_flow import RefillFlow
from rxflow.workflow.transitions import IN_HAND


def take_reports(flow: RefillFlow) -> None:
    """Store what the patient's words report, each with a case for the pharmacist, and assess the refill in hand anew.

    A report that stops the refill in hand ends it here, whatever the model would make of the same words. Source:
    DOMAIN.md §1.11 (hand off on a new medicine, allergy or condition, pregnancy, side effect, missed doses).

    Raises:
        StoreUnavailableError: The report could not be kept.
    """
    of_child = flow.patient.guardian is not None
    found = read_reports(
        flow.words, lambda words: [drug.name for drug in flow.resolver.drugs_named(words)], of_child=of_child
    )
    for report in found:
        _keep(flow, Report(report.kind, report.subject or _in_hand(flow, report.kind)))
    if flow.reported and flow.machine.state in IN_HAND and flow.context.rx_number is not None:
        flow.assess_again()


def _in_hand(flow: RefillFlow, kind: ReportKind) -> str:
    """The medicine in hand, where a side effect or missed doses are told of without a name."""
    prescription = flow.find_prescription(flow.context.rx_number) if flow.context.rx_number else None
    is_about_medicine = kind in {ReportKind.REACTION, ReportKind.MISSED}
    return prescription.drug.lower() if prescription and is_about_medicine else ""


def _keep(flow: RefillFlow, report: Report) -> None:
    if report.kind is ReportKind.MEDICINE and any(item.drug.lower() == report.subject for item in flow.prescriptions):
        # It is on file: what they take is known.
        return
    told = flow.replies.text(f"reported_{report.kind.value}", subject=report.subject)
    urgent = report.kind is ReportKind.MISSED and _is_risky_to_stop(flow, report.subject)
    case = flow.services.cases.report(flow.patient.patient_id, flow.context.session_id, report, told, urgent)
    if case is not None:
        flow.reported.append((report, case))


def _is_risky_to_stop(flow: RefillFlow, subject: str) -> bool:
    item = next((item for item in flow.prescriptions if item.drug.lower() == subject), None)
    drug = flow.services.drugs.get(item.drug) if item else None
    return item is not None and is_risky_to_stop(Medication(item, drug), flow.services.tables)
