"""What the patient reports of themselves in a message: kept before any model is asked, and counted from then on."""

import re

from rxflow.clinical.abrupt_stop import is_risky_to_stop
from rxflow.clinical.medication import Medication
from rxflow.dialogue.reports import read_reports
from rxflow.dialogue.text import plain
from rxflow.domain.acting import ActingAs
from rxflow.domain.finding import FindingCode
from rxflow.domain.order import CANCELLABLE, Order
from rxflow.domain.report import Report, ReportKind
from rxflow.workflow.refill_flow import RefillFlow
from rxflow.workflow.transitions import IN_HAND

_OF_MYSELF = re.compile(r"\b(?:i|i'm|im|my|estoy|soy|mi)\b")
_OF_WOMEN = frozenset({ReportKind.PREGNANCY, ReportKind.BREASTFEEDING})
_ABOUT_A_MEDICINE = frozenset({ReportKind.REACTION, ReportKind.MISSED})
_CLINICAL = frozenset(
    {FindingCode.ALLERGY, FindingCode.PREGNANCY, FindingCode.INTERACTION, FindingCode.DUPLICATE_THERAPY}
)


def take_reports(flow: RefillFlow) -> None:
    """Store what the patient's words report, each with a case for the pharmacist, and assess the refill in hand anew.

    A report that stops the refill in hand ends it here, whatever the model would make of the same words; one that
    concerns an order placed already makes its case urgent. Source: DOMAIN.md §1.11 (hand off on a new medicine, allergy
    or condition, pregnancy, side effect, missed doses).

    Raises:
        StoreUnavailableError: The report could not be kept.
    """

    def names(words: str) -> list[str]:
        return [drug.name for drug in flow.resolver.drugs_named(words)]

    for report in read_reports(flow.words, names, of_child=flow.acting_as is ActingAs.GUARDIAN):
        _keep(flow, Report(report.kind, report.subject or _in_hand(flow, report.kind)))
    if not flow.reported:
        return
    flow.orders_concerned = _orders_concerned(flow)
    if flow.orders_concerned:
        flow.reported = [(report, flow.services.cases.make_urgent(case)) for report, case in flow.reported]
    if flow.machine.state in IN_HAND and flow.context.basket:
        flow.assess_again()


def _in_hand(flow: RefillFlow, kind: ReportKind) -> str:
    """The medicine that is talked about, where a side effect or missed doses are told of without a name."""
    about = flow.context.about
    prescription = flow.find_prescription(about[0]) if len(about) == 1 else None
    return prescription.drug.lower() if prescription and kind in _ABOUT_A_MEDICINE else ""


def _keep(flow: RefillFlow, report: Report) -> None:
    if report.kind in _OF_WOMEN and flow.patient.sex == "M" and not _OF_MYSELF.search(plain(flow.words)):
        # `We are expecting` from him is not about his own medicines.
        return
    if report.kind is ReportKind.MEDICINE and report.subject in _taken_now(flow):
        # It is on file and taken now: the rules count it already.
        return
    told = flow.replies.text(_message(report), subject=report.subject)
    case = flow.services.cases.report(
        flow.patient.patient_id, flow.context.session_id, report, told, urgent=_is_urgent(flow, report)
    )
    flow.reported.append((report, case))


def _taken_now(flow: RefillFlow) -> set[str]:
    """The medicines on file that are taken now, by record name and by ingredient."""
    today, drugs = flow.services.local_now().date(), flow.services.drugs
    taken = [Medication(item, drugs.get(item.drug)) for item in flow.prescriptions if item.is_taken_now(today)]
    return {name for each in taken for name in each.names}


def _message(report: Report) -> str:
    """The message for a report; where its subject could not be read, one that does not say it counts."""
    needs_subject = report.kind in {ReportKind.MEDICINE, ReportKind.ALLERGY}
    return f"reported_{report.kind.value}" + ("_unnamed" if needs_subject and not report.subject else "")


def _is_urgent(flow: RefillFlow, report: Report) -> bool:
    """Pregnancy, and missed doses of what must not be stopped, are for the same day (DOMAIN.md §6.2 and §1.7)."""
    if report.kind is not ReportKind.MISSED:
        return report.kind is ReportKind.PREGNANCY
    item = next((item for item in flow.prescriptions if item.drug.lower() == report.subject), None)
    drug = flow.services.drugs.get(item.drug) if item else None
    return item is not None and is_risky_to_stop(Medication(item, drug), flow.services.tables)


def _orders_concerned(flow: RefillFlow) -> list[Order]:
    """Orders of this patient that could still be cancelled, and that a clinical rule would now refuse."""
    patient_id, refills = flow.patient.patient_id, flow.services.refills
    standing = [order for order in flow.services.orders.for_patient(patient_id) if order.status in CANCELLABLE]
    return [
        order
        for order in standing
        if any(
            block.code in _CLINICAL for block in refills.assess(patient_id, order.rx_number, order.pharmacy_id).blocks
        )
    ]
