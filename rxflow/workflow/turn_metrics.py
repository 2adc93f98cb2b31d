"""What a turn did, as counts: read from its context when it has ended. Words of a model or a patient are no label."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

from rxflow.domain.audit import as_code
from rxflow.domain.errors import ConversationBusyError, StoreUnavailableError, TurnStoppedError
from rxflow.domain.finding import FindingCode
from rxflow.observability.metrics import Fallback, Metrics, Outcome
from rxflow.resilience.degradation import BUDGET, BUILT_IN_MODEL
from rxflow.workflow.run_context import ModelUse, RunContext
from rxflow.workflow.turn_audit import UNKNOWN_TOOL
from rxflow.workflow.workflow_types import RefillState, ToolUse

_REFUSED = frozenset({"ACTION_REFUSED", TurnStoppedError.code})


@contextmanager
def timed(metrics: Metrics) -> Iterator[None]:
    """Note that a message is being answered, and how long it took; one to no conversation is no turn."""
    began = perf_counter()
    with metrics.turns_in_progress.track_inprogress():
        yield
    metrics.turn_seconds.observe(perf_counter() - began)


def count_turn(metrics: Metrics, run: RunContext, outcome: Outcome) -> None:
    """Count a turn and all that it did.

    Args:
        metrics: What is counted.
        run: The turn, at its end.
        outcome: How it ended.
    """
    count_answer(metrics, run.state, outcome)
    for call in run.model_uses:
        metrics.model_calls.labels(call.provider, "ok" if call.success else "failed").inc()
        metrics.model_seconds.labels(call.provider).observe(call.milliseconds / 1000)
        _count_tokens(metrics, call)
    for use in run.trace:
        tool = "unknown" if use.code == UNKNOWN_TOOL else as_code(use.name)
        metrics.tool_calls.labels(tool, _outcome_of(use)).inc()
        metrics.tool_seconds.labels(tool).observe(use.milliseconds / 1000)
    for finding in run.flow.findings:
        metrics.findings.labels(finding.code, finding.severity).inc()
    for _, code in run.flow.orders_refused:
        metrics.orders_refused.labels(as_code(code)).inc()
    if BUILT_IN_MODEL in run.degraded:
        metrics.fallbacks.labels(Fallback.BUDGET if BUDGET in run.degraded else Fallback.MODEL).inc()
    if run.was_cut_short:
        metrics.fallbacks.labels(Fallback.MODEL_CALLS).inc()
    if run.replaced is not None:
        metrics.fallbacks.labels(Fallback.REPLY).inc()
    if outcome is Outcome.FAILED:
        metrics.fallbacks.labels(Fallback.TURN).inc()


def _count_tokens(metrics: Metrics, call: ModelUse) -> None:
    # Providers answer what they like, and a counter cannot go down.
    input_tokens, output_tokens = max(call.input_tokens or 0, 0), max(call.output_tokens or 0, 0)
    metrics.model_tokens.labels(call.provider, call.model, "input").inc(input_tokens)
    metrics.model_tokens.labels(call.provider, call.model, "output").inc(output_tokens)
    price = metrics.token_prices.get(call.model)
    if price is not None:
        metrics.model_cost.labels(call.provider, call.model).inc(price.dollars(input_tokens, output_tokens))


def count_answer(metrics: Metrics, state: RefillState, outcome: Outcome) -> None:
    """Count an answer that no turn was run for, such as one that was given before."""
    metrics.turns.labels(state.value, outcome).inc()


def outcome_of(run: RunContext, failure: Exception | None) -> Outcome:
    """How a turn ended that was run to its end, or until an error."""
    if failure is not None:
        return outcome_of_error(failure) if isinstance(failure, StoreUnavailableError) else Outcome.FAILED
    had_emergency = any(finding.code is FindingCode.EMERGENCY for finding in run.flow.findings)
    return Outcome.EMERGENCY if had_emergency else Outcome.ANSWERED


def outcome_of_error(error: StoreUnavailableError) -> Outcome:
    """How a turn ended that the store let nobody begin or keep."""
    return Outcome.BUSY if isinstance(error, ConversationBusyError) else Outcome.NOT_STORED


def _outcome_of(use: ToolUse) -> str:
    if use.success:
        return "ok"
    return "refused" if use.code in _REFUSED else "failed"
