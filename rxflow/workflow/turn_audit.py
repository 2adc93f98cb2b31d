"""What a turn did, as events of the audit trail: read from its context when it has ended."""

from collections.abc import Iterator
from datetime import datetime
from time import perf_counter
from typing import Literal

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage

from rxflow.domain.audit import ASSISTANT, PATIENT, AuditAction, AuditEvent, Detail, as_code
from rxflow.domain.finding import Finding, FindingCode, Severity
from rxflow.workflow.run_context import ModelUse, RunContext
from rxflow.workflow.workflow_types import RefillState, ToolUse

UNKNOWN_TOOL = "UNKNOWN_TOOL"
"""The code of a call of a tool that does not exist. Its name is a model's own words, and is not recorded."""


def turn_events(
    run: RunContext, at: datetime, failure: str | None = None, stopped_in: RefillState | None = None
) -> tuple[AuditEvent, ...]:
    """The events of a turn, in order; what was kept in transactions of its own is there already.

    Args:
        run: The turn, at its end.
        at: When that is, as an aware time.
        failure: The kind of error that ended it, or None.
        stopped_in: Where the conversation is after the patient has stopped the turn; None where they did not.
    """

    def event(
        action: AuditAction, detail: dict[str, Detail], actor: str = ASSISTANT, rx_number: str | None = None
    ) -> AuditEvent:
        context = run.flow.context
        return AuditEvent(at, actor, action, context.patient_id, context.session_id, rx_number=rx_number, detail=detail)

    events = [event(AuditAction.RECORD_READ, {"turn": run.flow.context.turn}, PATIENT)]
    events += [event(AuditAction.MODEL_CALLED, _model_detail(use)) for use in run.model_uses]
    events += [event(AuditAction.TOOL_CALLED, _tool_detail(use)) for use in run.trace]
    events += [
        event(AuditAction.PRESCRIPTION_ASSESSED, detail, rx_number=rx_number) for rx_number, detail in _assessed(run)
    ]
    events += [
        event(AuditAction.ORDER_REFUSED, {"code": as_code(code)}, rx_number=rx_number)
        for rx_number, code in run.flow.orders_refused
    ]
    events += [event(AuditAction.EMERGENCY_STOPPED, {"rule": rule}) for rule in _red_flags(run.flow.findings)]
    if run.replaced is not None:
        events.append(event(AuditAction.MESSAGE_REPLACED, {"rule": as_code(run.replaced)}))
    events.append(event(*_outcome(run, failure, stopped_in)))
    return tuple(events)


def read_again(run: RunContext, at: datetime) -> AuditEvent:
    """The event of a conversation that is shown again to whoever holds its key."""
    context = run.flow.context
    return AuditEvent(at, PATIENT, AuditAction.RECORD_READ, context.patient_id, context.session_id)


def model_use(model: BaseChatModel, result: list[BaseMessage] | None, milliseconds: float) -> ModelUse:
    """What a call of a model is recorded as.

    Args:
        model: The model; its provider and name are what it was set up with, never what an answer says.
        result: Its answer, or None when the call failed.
        milliseconds: How long it took.
    """
    named = model._get_ls_params()
    provider, name = named.get("ls_provider") or model._llm_type, named.get("ls_model_name") or model._llm_type
    usage = [message.usage_metadata for message in result or () if isinstance(message, AIMessage)]
    counted = [each for each in usage if each is not None]

    def total(kind: Literal["input_tokens", "output_tokens"]) -> int | None:
        # Providers answer what they like: only a count counts.
        counts = [each[kind] for each in counted if type(each.get(kind)) is int]
        return sum(counts) if counts else None

    return ModelUse(
        provider=as_code(provider),
        model=as_code(name),
        success=result is not None,
        milliseconds=milliseconds,
        input_tokens=total("input_tokens"),
        output_tokens=total("output_tokens"),
    )


def _model_detail(use: ModelUse) -> dict[str, Detail]:
    detail: dict[str, Detail] = {
        "provider": use.provider,
        "model": use.model,
        "success": use.success,
        "milliseconds": round(use.milliseconds),
    }
    # The built-in model counts no tokens.
    if use.input_tokens is not None:
        detail["input_tokens"] = use.input_tokens
    if use.output_tokens is not None:
        detail["output_tokens"] = use.output_tokens
    return detail


def _tool_detail(use: ToolUse) -> dict[str, Detail]:
    detail: dict[str, Detail] = {
        "tool": "unknown" if use.code == UNKNOWN_TOOL else as_code(use.name),
        "success": use.success,
        "milliseconds": round(use.milliseconds),
    }
    if use.code is not None:
        detail["code"] = as_code(use.code)
    return detail


def _assessed(run: RunContext) -> Iterator[tuple[str | None, dict[str, Detail]]]:
    """The prescriptions that were chosen or looked at in the turn, with what was found, and the first that blocks."""
    flow = run.flow
    found: dict[str | None, list[Finding]] = {rx: [] for rx in flow.context.rx_numbers if rx not in flow.began_with}
    for rx_number, finding in flow.found:
        if finding.code is not FindingCode.EMERGENCY:
            found.setdefault(rx_number, []).append(finding)
    for rx_number, findings in found.items():
        detail: dict[str, Detail] = {
            "findings": [finding.code.value for finding in findings],
            "selected": rx_number in flow.context.rx_numbers,
        }
        decision = next((finding for finding in findings if finding.severity is Severity.BLOCK), None)
        if decision is not None:
            detail["code"] = decision.code.value
        yield rx_number, detail


def _red_flags(findings: list[Finding]) -> Iterator[str]:
    for finding in findings:
        if finding.code is FindingCode.EMERGENCY:
            yield as_code(str(finding.evidence.get("rule", "")))


def _outcome(
    run: RunContext, failure: str | None, stopped_in: RefillState | None
) -> tuple[AuditAction, dict[str, Detail]]:
    context = run.flow.context
    detail: dict[str, Detail] = {
        "turn": context.turn,
        "conversation_type": as_code(run.routed.type.name),
        "reason": run.routed.reason.value,
        "state_from": run.flow.began_in.value,
        "state_to": run.state.value,
        "triggers": [step.trigger.value for step in context.history if step.turn == context.turn],
        "model_calls": run.model_calls,
        "tool_calls": len(run.trace),
        "milliseconds": round((perf_counter() - run.began) * 1000),
    }
    if stopped_in is not None:
        return AuditAction.TURN_STOPPED, {**detail, "state_to": stopped_in.value, "triggers": []}
    if failure is None:
        return AuditAction.TURN_ANSWERED, detail
    return AuditAction.TURN_FAILED, {**detail, "error": as_code(failure)}
