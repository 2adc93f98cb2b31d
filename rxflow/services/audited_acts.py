"""What services do with quotes, orders and cases, as events of the audit trail."""

from datetime import datetime

from rxflow.domain.audit import ASSISTANT, PATIENT, AuditAction, AuditEvent, Detail, as_code
from rxflow.domain.care_message import CareMessage
from rxflow.domain.case import CaseProgress, EscalationCase
from rxflow.domain.fulfillment import WorkAct, WorkEntry
from rxflow.domain.order import Consent, Order, Quote
from rxflow.domain.report import Report

_ORDER_ACTIONS = {"CANCELLED": AuditAction.ORDER_CANCELLED}
_WORK_ACTIONS = {
    WorkAct.MOVED: AuditAction.WORK_MOVED,
    WorkAct.CLAIMED: AuditAction.WORK_CLAIMED,
    WorkAct.RELEASED: AuditAction.WORK_RELEASED,
    WorkAct.NOTED: AuditAction.WORK_NOTED,
    WorkAct.ALERT_READ: AuditAction.WORK_ALERT_READ,
    WorkAct.OVERRIDDEN: AuditAction.WORK_OVERRIDDEN,
    WorkAct.PROBLEM: AuditAction.WORK_PROBLEM,
    WorkAct.RESOLVED: AuditAction.WORK_RESOLVED,
}


def quote_made(quote: Quote) -> AuditEvent:
    """A quote that the patient is asked to agree to."""
    detail: dict[str, Detail] = {"pharmacy": as_code(quote.pharmacy_id), "fill": quote.fill_number}
    return AuditEvent(
        quote.quoted_at,
        ASSISTANT,
        AuditAction.QUOTE_MADE,
        quote.patient_id,
        quote.session_id,
        object=quote.quote_id,
        detail=detail,
    )


def quote_withdrawn(quote: Quote, at: datetime, reason: str) -> AuditEvent:
    """A quote that can no longer be agreed to."""
    return AuditEvent(
        at,
        ASSISTANT,
        AuditAction.QUOTE_WITHDRAWN,
        quote.patient_id,
        quote.session_id,
        object=quote.quote_id,
        detail={"reason": as_code(reason)},
    )


def order_submitted(order: Order, consent: Consent) -> tuple[AuditEvent, AuditEvent]:
    """The patient's consent, and the order that was placed on it."""
    given = AuditEvent(
        consent.given_at,
        PATIENT,
        AuditAction.CONSENT_GIVEN,
        order.patient_id,
        consent.session_id,
        object=consent.quote_id,
        detail={"means": consent.means},
    )
    detail: dict[str, Detail] = {
        "quote": consent.quote_id,
        "pharmacy": as_code(order.pharmacy_id),
        "fill": order.fill_number,
    }
    placed = AuditEvent(
        order.created_at,
        PATIENT,
        AuditAction.ORDER_SUBMITTED,
        order.patient_id,
        consent.session_id,
        object=order.order_id,
        detail=detail,
    )
    return given, placed


def order_moved(order: Order, actor: str) -> AuditEvent:
    """An order's next status, which it has already."""
    return AuditEvent(
        order.updated_at,
        as_code(actor),
        _ORDER_ACTIONS.get(order.status, AuditAction.ORDER_ADVANCED),
        order.patient_id,
        object=order.order_id,
        detail={"status": order.status.value},
    )


def order_worked(order: Order, entry: WorkEntry) -> AuditEvent:
    """An act of the pharmacy's work on an order; its note stays with the order."""
    detail: dict[str, Detail] = {"stage": entry.stage.value}
    if entry.reason is not None:
        detail["reason"] = as_code(entry.reason)
    if entry.alert is not None:
        detail["code"] = as_code(entry.alert)
    action = _WORK_ACTIONS[entry.act]
    return AuditEvent(entry.at, as_code(entry.actor), action, order.patient_id, object=order.order_id, detail=detail)


def case_opened(case: EscalationCase) -> AuditEvent:
    """A new case for the care team."""
    detail: dict[str, Detail] = {
        "route": case.route.value,
        "urgent": case.urgent,
        "findings": [str(code) for code in case.findings],
    }
    return AuditEvent(
        case.created_at,
        ASSISTANT,
        AuditAction.CASE_OPENED,
        case.patient_id,
        case.session_id,
        object=case.case_id,
        detail=detail,
    )


def case_made_urgent(case: EscalationCase, at: datetime) -> AuditEvent:
    """An open case that was moved to the front."""
    return AuditEvent(
        at, ASSISTANT, AuditAction.CASE_MADE_URGENT, case.patient_id, case.session_id, object=case.case_id
    )


def case_advanced(case: EscalationCase, progress: CaseProgress) -> AuditEvent:
    """A step that a person took with a case, and why by its code; their note stays with the case."""
    detail: dict[str, Detail] = {"step": as_code(progress.step.value)}
    if progress.reason is not None:
        detail["reason"] = progress.reason.value
    if progress.alert is not None:
        detail["code"] = progress.alert.value
    if progress.overrides:
        detail["findings"] = [str(code) for code in dict.fromkeys(each.code for each in progress.overrides)]
    return AuditEvent(
        progress.at,
        as_code(progress.actor),
        AuditAction.CASE_ADVANCED,
        case.patient_id,
        object=case.case_id,
        detail=detail,
    )


def care_message_sent(message: CareMessage, patient_id: str) -> AuditEvent:
    """A message to a patient, by its kind; its words stay with the message."""
    detail: dict[str, Detail] = {"kind": message.kind.value}
    if message.reason is not None:
        detail["reason"] = message.reason.value
    return AuditEvent(
        message.at,
        as_code(message.actor),
        AuditAction.CARE_MESSAGE_SENT,
        patient_id,
        message.session_id,
        object=message.order_id or message.case_id,
        detail=detail,
    )


def report_kept(case: EscalationCase, report: Report) -> AuditEvent:
    """What a patient reported, by its kind; of what, stays with the report."""
    return AuditEvent(
        case.created_at,
        PATIENT,
        AuditAction.REPORT_KEPT,
        case.patient_id,
        case.session_id,
        object=case.case_id,
        detail={"kind": report.kind.value},
    )


def rows_removed(at: datetime, actor: str, kind: str, rows: int) -> AuditEvent:
    """What was removed because its time was over; of no patient in particular."""
    detail: dict[str, Detail] = {"kind": kind, "rows": rows}
    return AuditEvent(at, actor, AuditAction.DATA_FORGOTTEN, detail=detail)
