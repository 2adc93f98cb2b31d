"""The conversation manager: one message in, one answer out, whatever happens in between."""

import asyncio
from collections.abc import Collection
from time import perf_counter
from weakref import WeakValueDictionary

from rxflow.dialogue.language import detect_language
from rxflow.dialogue.medications import MedicationResolver
from rxflow.dialogue.outgoing import find_breach
from rxflow.dialogue.red_flags import RedFlag, detect_red_flag
from rxflow.dialogue.text import clean
from rxflow.domain.errors import InvalidMessageError, SessionNotFoundError, StoreUnavailableError
from rxflow.domain.finding import Finding, FindingCode, Route, Severity
from rxflow.domain.order import Order
from rxflow.domain.patient import Patient
from rxflow.observability.logging import error_trace, get_logger
from rxflow.observability.metrics import Metrics
from rxflow.prompts.replies import Replies
from rxflow.services.registry import Services
from rxflow.services.sessions import Session, Turn
from rxflow.workflow.agent import RefillAgent
from rxflow.workflow.answer import Answer, complete_message, greeting, noted
from rxflow.workflow.last_replies import NOTHING_ASKED, Asked, LastReplies
from rxflow.workflow.patient_reports import take_reports
from rxflow.workflow.refill_flow import RefillFlow
from rxflow.workflow.run_context import RunContext
from rxflow.workflow.standing import acts_done, where_it_stands
from rxflow.workflow.state_machine import RefillStateMachine
from rxflow.workflow.workflow_types import ConversationContext, ConversationResponse, RefillState, Trigger

log = get_logger(__name__)

CONVERSATION_TYPES = ("refill",)
DEFAULT_LANGUAGE = "en"
RED_FLAG_CHARS = 20_000
"""How much of an overlong message is still looked through for red flags."""


class AdvancedConversationManager:
    """Holds the conversations of all patients, each message of a session after the other.

    Args:
        agent: Runs the model and its tools.
        services: The pharmacy's services.
        resolver: Finds prescriptions by words.
        metrics: What is counted.
        max_message_chars: A longer message is answered, not read.
    """

    def __init__(
        self,
        agent: RefillAgent,
        services: Services,
        resolver: MedicationResolver,
        metrics: Metrics,
        max_message_chars: int,
    ) -> None:
        self._agent = agent
        self._services = services
        self._resolver = resolver
        self._metrics = metrics
        self._max_message_chars = max_message_chars
        self._last = LastReplies()
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def start(
        self, patient_id: str, conversation_type: str = "refill", browser_key: str | None = None
    ) -> ConversationResponse:
        """Begin a conversation for a signed-in patient.

        Args:
            patient_id: The verified patient.
            conversation_type: Only `refill` is known.
            browser_key: What `SessionService.latest_for_browser` finds the session by again.

        Raises:
            PatientNotFoundError: No patient has this id.
            InvalidMessageError: The conversation type is unknown.
        """
        if conversation_type not in CONVERSATION_TYPES:
            raise InvalidMessageError(f"Choose a conversation type of: {', '.join(CONVERSATION_TYPES)}.")
        patient = self._services.patients.get(patient_id)
        session = self._services.sessions.start(patient_id, conversation_type, browser_key)
        run = self._run(session, patient, None, "")
        return Answer(run, greeting(run)).response(RefillState.START)

    async def resume(self, session_id: str) -> ConversationResponse:
        """Where a conversation is now: its state, the last reply, the quotes to agree to and quick replies.

        Raises:
            SessionNotFoundError: No conversation has this id.
            StoreUnavailableError: The conversation cannot be read.
        """
        session = self._session(session_id)
        case, _ = await self._agent.load(session_id)
        patient = self._services.patients.get(session.patient_id)
        saved = ConversationContext.model_validate(case["context"]) if case else None
        asked = Asked(saved.quote_ids, saved.cancel_asked) if saved else NOTHING_ASKED
        run = self._run(session, patient, case, "", asked=asked)
        turns = self._services.sessions.turns(session_id)
        said = turns[-1].reply if turns else greeting(run)
        answer = Answer(run, complete_message(run, "") if run.flow.orders else self._shown_again(run, said))
        self._last.note(run)
        return answer.response(run.state)

    @staticmethod
    def _shown_again(run: RunContext, said: str) -> str:
        """The last reply, ending in the quotes that wait even if that reply was never recorded."""
        return complete_message(run, said) if run.flow.quotes_in_hand() else said

    def transcript(self, session_id: str) -> tuple[Turn, ...]:
        """The turns of a conversation, oldest first.

        Raises:
            SessionNotFoundError: No conversation has this id.
        """
        return self._services.sessions.turns(self._session(session_id).session_id)

    async def handle_message(
        self, user_input: str, session_id: str, *, button_quote_ids: Collection[str] | None = None
    ) -> ConversationResponse:
        """Answer one message of a patient.

        Args:
            user_input: What the patient typed or said.
            session_id: The conversation.
            button_quote_ids: The quotes whose button was pressed; it consents to those only, all together.

        Raises:
            SessionNotFoundError: No conversation has this id.
            InvalidMessageError: The message is not text.
        """
        if not isinstance(user_input, str):
            raise InvalidMessageError("A message must be text. Send it as a string.")
        text = clean(user_input[:RED_FLAG_CHARS])
        too_long = len(user_input) > self._max_message_chars
        flag = detect_red_flag(text)
        try:
            session = self._session(session_id)
            if session.ended_at is not None:
                raise SessionNotFoundError("This conversation has ended. Start a new one.")
            lock = self._locks.setdefault(session_id, asyncio.Lock())
            async with lock:
                return await self._answer(session, text, too_long, flag, button_quote_ids)
        except StoreUnavailableError as error:
            log.error("store unavailable", error_code=error.code, traceback=error_trace(error))
            if flag is not None:
                self._last.note_unsaved_emergency(session_id)
            replies = self._replies(detect_language(text, DEFAULT_LANGUAGE))
            said = replies.text(f"emergency_{flag.help}" if flag else "store_failed")
            return ConversationResponse(session_id=session_id, state=RefillState.ERROR, message=said)

    def _replies(self, language: str) -> Replies:
        return Replies(language, self._services.tables.tall_man)

    def _session(self, session_id: str) -> Session:
        if not isinstance(session_id, str):
            raise SessionNotFoundError("There is no such conversation. Start a new one.")
        return self._services.sessions.get(session_id)

    async def _answer(
        self,
        session: Session,
        text: str,
        too_long: bool,
        flag: RedFlag | None,
        button_quote_ids: Collection[str] | None,
    ) -> ConversationResponse:
        began = perf_counter()
        asked = self._last.take(session.session_id)
        patient = self._services.patients.get(session.patient_id)
        case, remembered = await self._agent.load(session.session_id)
        run = self._run(session, patient, case, text, button_quote_ids, asked)
        run.flow.context.turn += 1
        if flag is None and (not text or too_long):
            said = run.flow.replies.text("too_long" if too_long else "empty", limit=self._max_message_chars)
            self._last.note(run)
            return Answer(run, complete_message(run, said)).response(run.state)
        text = text[: self._max_message_chars]
        try:
            if flag is not None:
                self._note_beside(flag, run)
                answer = await self._stop_for(flag, text, run)
            else:
                take_reports(run.flow)
                for report, _ in run.flow.reported:
                    self._metrics.reports.labels(report.kind.value).inc()
                words = await self._agent.run(session.session_id, text, run, remembered)
                self._last.saved(session.session_id)
                answer = Answer(run, complete_message(run, self._sayable(words, run)))
            response = self._record(answer, text)
        except StoreUnavailableError as error:
            log.error("store unavailable", error_code=error.code, traceback=error_trace(error))
            return self._not_stored(run)
        except Exception as error:
            log.error("turn failed", error_type=type(error).__name__, traceback=error_trace(error))
            if flag is not None:
                # Whatever broke: whom to call is told, and the stop is kept as if the store had failed.
                self._last.note_unsaved_emergency(session.session_id)
                said = run.flow.replies.text(f"emergency_{flag.help}")
                return ConversationResponse(session_id=session.session_id, state=RefillState.ERROR, message=said)
            return await self._recover(session, patient, text, run)
        turn_ms = round((perf_counter() - began) * 1000, 1)
        log.info("turn", state=run.state, turn_ms=turn_ms, model_calls=run.model_calls, tool_calls=len(run.trace))
        return response

    def _sayable(self, words: str, run: RunContext) -> str:
        """The model's words, or where the conversation stands in ours when they say what must not be said."""
        breach = find_breach(words, acts_done(run))
        if breach is None:
            return words
        log.warning("message replaced", rule=breach.value)
        self._metrics.messages_replaced.labels(breach.value).inc()
        return f"{run.flow.replies.text('replaced')}\n\n{where_it_stands(run)}".strip()

    def _record(self, answer: Answer, text: str) -> ConversationResponse:
        """Keep a turn for the transcript. The turn itself is saved already, so it is told even if that fails."""
        response = answer.response(answer.run.state)
        self._last.note(answer.run)
        try:
            answer.run.flow.withdraw_dropped_quotes()
            self._services.sessions.record_turn(response.session_id, answer.turn(text, response))
        except StoreUnavailableError as error:
            log.error("turn not recorded", error_code=error.code)
        return response

    def _run(
        self,
        session: Session,
        patient: Patient,
        case: dict[str, object] | None,
        text: str,
        button_quote_ids: Collection[str] | None = None,
        asked: Asked = NOTHING_ASKED,
    ) -> RunContext:
        """The context of a turn, from the case that was saved last and what the patient was really asked."""
        if case is None:
            context = ConversationContext(
                session_id=session.session_id, patient_id=patient.patient_id, language=patient.language
            )
            state = RefillState.START
        else:
            context = ConversationContext.model_validate(case["context"])
            state = RefillState(str(case["state"]))
        context.language = detect_language(text, context.language)
        machine = RefillStateMachine(context, state)
        placed = self._reconcile(machine)
        self._last.apply(context, asked)
        replies = self._replies(context.language)
        flow = RefillFlow(machine, patient, self._services, self._resolver, replies, text, button_quote_ids)
        for order in placed:
            flow.orders_changed(order)
        return RunContext(flow)

    def _reconcile(self, machine: RefillStateMachine) -> list[Order]:
        """Catch up with orders placed before a crash could save the turn; the next reply tells of them."""
        context, placed = machine.context, list[Order]()
        if machine.state is not RefillState.CONFIRM_ORDER:
            return placed
        for line in context.basket:
            order = self._services.orders.order_of_quote(line.quote_id) if line.quote_id else None
            if order is not None:
                placed.append(order)
                context.note_ordered(line.rx_number, order.order_id)
        if placed and not context.basket:
            machine.fire(Trigger.ORDER_SUBMITTED)
        return placed

    def _note_beside(self, flag: RedFlag, run: RunContext) -> None:
        """Keep what is reported beside an emergency, such as the medicine that caused it; the emergency goes first."""
        try:
            take_reports(run.flow)
        except StoreUnavailableError as error:
            log.error("report beside an emergency not stored", rule=flag.rule, error_code=error.code)

    async def _stop_for(self, flag: RedFlag, text: str, run: RunContext) -> Answer:
        """Tell whom to call, stop the flow and open an urgent case; the number is told even if nothing is stored."""
        replies, context = run.flow.replies, run.flow.context
        said = [replies.text(f"emergency_{flag.help}"), replies.text("emergency_stopped")]
        evidence = {"rule": flag.rule}
        run.flow.note(Finding(FindingCode.EMERGENCY, Severity.BLOCK, said[0], Route.PHARMACIST, evidence))
        log.warning("red flag", rule=flag.rule)
        self._metrics.red_flags.labels(flag.rule).inc()
        context.stopped = True
        context.drop_quotes()
        try:
            case = self._services.cases.open(
                context.patient_id,
                context.session_id,
                Route.PHARMACIST,
                f"emergency: {flag.rule}",
                (FindingCode.EMERGENCY,),
                said[0],
                urgent=True,
            )
            run.flow.cases.append(case)
            context.case_id = case.case_id
            run.flow.machine.fire(Trigger.PHARMACIST_NEEDED)
            said.append(replies.text("emergency_case", case_id=case.case_id))
        except StoreUnavailableError as error:
            log.error("emergency case not stored", rule=flag.rule, error_code=error.code)
        try:
            await self._agent.remember(context.session_id, text, "\n\n".join(said), run)
            self._last.saved(context.session_id)
        except StoreUnavailableError as error:
            self._last.note_unsaved_emergency(context.session_id)
            log.error("emergency not stored", rule=flag.rule, error_code=error.code)
        return Answer(run, "\n\n".join(said))

    async def _recover(self, session: Session, patient: Patient, text: str, run: RunContext) -> ConversationResponse:
        """After a bug: say so, keep what is true, and let the next message begin afresh."""
        if not run.flow.orders:
            case, _ = await self._agent.load(session.session_id)
            offered, reported = run.flow.quotes_offered, run.flow.reported
            run = self._run(session, patient, case, text)
            run.flow.context.turn += 1
            run.flow.quotes_offered.extend(offered)
            run.flow.reported = reported
        if not run.flow.orders:
            run.flow.context.clear_request()
            run.flow.machine.fire(Trigger.FAILED)
            answer = Answer(run, "\n\n".join([*noted(run), run.flow.replies.text("failed")]))
        else:
            answer = Answer(run, complete_message(run, ""))
        try:
            await self._agent.remember(session.session_id, text, answer.message, run)
            self._last.saved(session.session_id)
            return self._record(answer, text)
        except StoreUnavailableError as error:
            log.error("store unavailable", error_code=error.code, traceback=error_trace(error))
            return self._not_stored(run)

    def _not_stored(self, run: RunContext) -> ConversationResponse:
        """The answer when the turn cannot be stored: an order that was placed stands; otherwise nothing changed."""
        flow = run.flow
        if flow.context.stopped:
            self._last.note_unsaved_emergency(flow.context.session_id)
        if flow.orders:
            return Answer(run, complete_message(run, "")).response(run.state)
        said = "\n\n".join([*noted(run), flow.replies.text("store_failed")])
        return ConversationResponse(session_id=flow.context.session_id, state=flow.began_in, message=said)
