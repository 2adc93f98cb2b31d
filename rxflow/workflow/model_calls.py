"""Calls of the language model: how long each may take, which are repeated, and who answers when it does not."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import Any

from langchain.agents.middleware import ModelRequest, ModelResponse
from langchain_core.language_models import BaseChatModel
from langchain_core.messages.utils import count_tokens_approximately

from rxflow.domain.audit import as_code
from rxflow.domain.errors import RxFlowError, StoreUnavailableError, UnusableAnswerError
from rxflow.observability.logging import error_trace, get_logger
from rxflow.resilience.circuit_breaker import CircuitBreaker, Seconds
from rxflow.resilience.degradation import BUDGET, BUILT_IN_MODEL
from rxflow.resilience.retrying import http_status, is_transient, repeat_model_call
from rxflow.services.token_budget import TokenBudget
from rxflow.workflow.model_output import check_usable
from rxflow.workflow.pseudonymous import hidden, pseudonyms_of, put_back
from rxflow.workflow.run_context import ModelUse, RunContext
from rxflow.workflow.shown import as_shown
from rxflow.workflow.shown_tools import unfolded
from rxflow.workflow.turn_audit import model_use
from rxflow.workflow.turn_steps import Step, next_step

log = get_logger(__name__)

MODEL_SECONDS = 20.0
TURN_SECONDS = 60.0
BREAKER_FAILURES = 3
BREAKER_WINDOW_SECONDS = 60.0
BREAKER_WAIT_SECONDS = 30.0
CONFIGURED_SHARE = 5 / 6
"""How much of a turn's time the configured model may use; in the rest the built-in one can still end the turn."""
_OF_ONE_MESSAGE = frozenset({400, 413, 422})
"""Statuses that say that this message cannot be answered, and nothing of the next one."""
UNCOUNTED_OUTPUT = 1000
"""Tokens that an answer is taken to have cost whose provider did not get to count it."""

Handler = Callable[[ModelRequest[RunContext]], Awaitable[ModelResponse[Any]]]


class ModelCalls:
    """Asks the configured model, and within the same turn the built-in one where that does not answer.

    Args:
        fallback: The built-in model; None where it is the configured one: then nothing takes its place.
        model_seconds: How long one call may take.
        turn_seconds: After how long neither a call nor a tool of a turn is begun any more.
        seconds: The clock that `RunContext.began` is read from.
        on_fallback: Told, with a code of the reason, of each turn in which the built-in model takes over.
        on_answer: Told of each answer of the configured model.
        is_elsewhere: Whether the configured model is on another machine: then it is shown placeholders in place of what
            identifies the patient.
        budget: How many tokens it may use; None for any number.
    """

    def __init__(
        self,
        fallback: BaseChatModel | None = None,
        *,
        model_seconds: float = MODEL_SECONDS,
        turn_seconds: float = TURN_SECONDS,
        seconds: Seconds = perf_counter,
        on_fallback: Callable[[str], None] | None = None,
        on_answer: Callable[[], None] | None = None,
        is_elsewhere: bool = False,
        budget: TokenBudget | None = None,
    ) -> None:
        self._fallback = fallback
        self._model_seconds = model_seconds
        self._turn_seconds = turn_seconds
        self._seconds = seconds
        self._on_fallback = on_fallback
        self._on_answer = on_answer
        self._is_elsewhere = is_elsewhere
        self._budget = budget
        self._breaker = CircuitBreaker(
            shows_it_is_gone,
            failures=BREAKER_FAILURES,
            window=BREAKER_WINDOW_SECONDS,
            wait=BREAKER_WAIT_SECONDS,
            seconds=seconds,
        )

    def is_time_up(self, run: RunContext) -> bool:
        """Whether a turn has used its time: it is ended before the next call or tool, and nothing is cut off."""
        return self._seconds() - run.began >= self._turn_seconds

    async def ask(self, run: RunContext, request: ModelRequest[RunContext], handler: Handler) -> ModelResponse[Any]:
        """Ask for the next step of a turn. Tools that have run stay run: whoever takes over is shown their results.

        Where the reply is ours whoever is asked, the built-in model gives it, and that is no call of a model.

        Args:
            run: The turn; each attempt is noted in it, and which model had to take over.
            request: What is asked, with all that there is; the configured model is shown what it needs of it.
            handler: Asks.

        Raises:
            StoreUnavailableError: The tokens that were used cannot be counted.
            Exception: What the built-in model raised.
        """
        if self._fallback is None:
            run.model_calls += 1
            return await self._attempt(run, request, handler)
        step = next_step(run, request.messages)
        if step is Step.TOLD:
            return await self._attempt(run, request.override(model=self._fallback), handler)
        run.model_calls += 1
        if BUILT_IN_MODEL not in run.degraded and not self._is_budget_used_up(run):
            try:
                response = await self._ask_configured(run, as_shown(run, request, step), handler)
            except StoreUnavailableError:
                raise
            except Exception as error:
                self._take_over(run, error)
            else:
                if self._on_answer is not None:
                    self._on_answer()
                return response
        return await self._attempt(run, request.override(model=self._fallback), handler)

    async def _ask_configured(
        self, run: RunContext, request: ModelRequest[RunContext], handler: Handler
    ) -> ModelResponse[Any]:
        names = pseudonyms_of(run) if self._is_elsewhere else None
        sent = request if names is None else hidden(request, names)

        async def attempt() -> ModelResponse[Any]:
            with self._breaker.attempt(), self._charged(run, sent):
                async with asyncio.timeout(min(self._model_seconds, max(0.0, self._configured_left(run)))):
                    return await self._attempt(run, sent, handler)

        left = self._configured_left(run)
        if left <= 0:
            raise TimeoutError
        response = await repeat_model_call(attempt, left)
        for message in response.result:
            check_usable(message)
        known = response if names is None else put_back(response, names)
        return ModelResponse(result=[unfolded(message, run) for message in known.result])

    def _is_budget_used_up(self, run: RunContext) -> bool:
        """Whether the configured model may not be asked any more; then the built-in one answers for the turn."""
        used_up = self._budget.used_up(run.flow.context.session_id) if self._budget is not None else None
        if used_up is None:
            return False
        log.warning("token budget used up", rule=used_up)
        run.degraded += [BUILT_IN_MODEL, BUDGET]
        if self._on_fallback is not None:
            self._on_fallback(used_up)
        return True

    @contextmanager
    def _charged(self, run: RunContext, sent: ModelRequest[RunContext]) -> Iterator[None]:
        """Count the tokens of an attempt; where the provider did not, as many as it may have cost."""
        if self._budget is None:
            yield
            return
        before, was_read = len(run.model_uses), True
        try:
            yield
        except (TimeoutError, UnusableAnswerError):
            raise
        except Exception:
            # Refused or not reached: a provider counts no such question.
            was_read = False
            raise
        finally:
            if was_read and (tokens := sum(map(_counted, run.model_uses[before:])) or _estimated(sent)):
                self._budget.add(run.flow.context.session_id, tokens)

    def _configured_left(self, run: RunContext) -> float:
        return run.began + CONFIGURED_SHARE * self._turn_seconds - self._seconds()

    def _take_over(self, run: RunContext, error: Exception) -> None:
        """Let the built-in model answer for the rest of the turn."""
        reason = error.code if isinstance(error, RxFlowError) else as_code(type(error).__name__)
        log.warning("built-in model instead", error_code=reason, traceback=error_trace(error))
        run.degraded.append(BUILT_IN_MODEL)
        if self._on_fallback is not None:
            self._on_fallback(reason)

    @staticmethod
    async def _attempt(run: RunContext, request: ModelRequest[RunContext], handler: Handler) -> ModelResponse[Any]:
        """Ask once, and note the call even if it fails."""
        began, answered = perf_counter(), None
        try:
            response = await handler(request)
            answered = response.result
        finally:
            run.model_uses.append(model_use(request.model, answered, (perf_counter() - began) * 1000))
        return response


def _counted(use: ModelUse) -> int:
    """The tokens of a call as its provider counted them; 0 where it did not."""
    return max(use.input_tokens or 0, 0) + max(use.output_tokens or 0, 0)


def _estimated(sent: ModelRequest[RunContext]) -> int:
    """About how many tokens a call cost that was read."""
    asked = [*([sent.system_message] if sent.system_message is not None else []), *sent.messages]
    return count_tokens_approximately(asked, tools=[*sent.tools]) + UNCOUNTED_OUTPUT


def shows_it_is_gone(error: Exception) -> bool:
    """Whether an error says that the next message would not be answered either, such as a timeout or a wrong key."""
    status = http_status(error)
    return is_transient(error) or (status is not None and status >= 400 and status not in _OF_ONE_MESSAGE)
