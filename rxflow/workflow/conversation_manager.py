"""The conversation manager: one message in, one answer out, whatever happens in between."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from time import perf_counter

from rxflow.dialogue.language import detect_language
from rxflow.dialogue.medications import MedicationResolver
from rxflow.dialogue.outgoing import find_breach
from rxflow.dialogue.red_flags import RedFlag, detect_red_flag
from rxflow.dialogue.text import clean
from rxflow.dialogue.understanding import MessageReader
from rxflow.domain.acting import ActingAs, acting_on
from rxflow.domain.audit import AuditEvent
from rxflow.domain.errors import (
    ConversationBusyError,
    InvalidMessageError,
    SessionNotFoundError,
    SessionOverError,
    StoreUnavailableError,
    TurnStoppedError,
)
from rxflow.domain.patient import Patient
from rxflow.observability.log_context import bind, bound, session_ref
from rxflow.observability.logging import error_trace, get_logger
from rxflow.observability.metrics import Metrics, Outcome
from rxflow.persistence.turn_locks import LocalTurnLocks, TurnLease, TurnLocks
from rxflow.services.rate_limits import RateLimiter
from rxflow.services.registry import Services
from rxflow.services.sessions import Session, Turn
from rxflow.workflow.agent import RefillAgent
from rxflow.workflow.answer import Answer, complete_message, greeting, noted
from rxflow.workflow.conversation_types import ConversationTypes
from rxflow.workflow.emergencies import Emergencies
from rxflow.workflow.last_replies import Asked, LastReplies, what_was_asked
from rxflow.workflow.medicine_answers import in_source_words
from rxflow.workflow.over import answer_over, why_over
from rxflow.workflow.patient_reports import take_reports
from rxflow.workflow.routing import Routed, Router, RouteReason
from rxflow.workflow.run_builder import RunBuilder, SavedCase, saved_context
from rxflow.workflow.run_context import RunContext
from rxflow.workflow.said_again import check_message_id, recorded_reply
from rxflow.workflow.shown_again import shown_again
from rxflow.workflow.standing import acts_done, where_it_stands
from rxflow.workflow.stopped_turn import has_acted, said_when_stopped, take_over
from rxflow.workflow.turn_audit import read_again, turn_events
from rxflow.workflow.turn_metrics import count_answer, count_turn, outcome_of, outcome_of_error, timed
from rxflow.workflow.turn_progress import Progress, untold
from rxflow.workflow.turn_stop import TurnsInFlight, TurnStop
from rxflow.workflow.workflow_types import ConversationContext, ConversationResponse, RefillState, Trigger

log = get_logger(__name__)

DEFAULT_LANGUAGE = "en"
RED_FLAG_CHARS = 20_000
"""How much of an overlong message is still looked through for red flags."""
EMERGENCY_WAIT_SECONDS = 5.0
"""How long whom to call waits for another turn of the conversation; after that it is told beside it."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a patient, as it is to be answered.

    Attributes:
        text: The words, cleaned.
        flag: The red flag in them.
        unread: Why it is not read, a key of the message catalogue; None when it is read.
        button_quote_ids: The quotes whose button was pressed.
        in_reply_to: The turn of the reply that the patient has in front of them.
        message_id: What the caller names the message by.
        progress: Told what happens while it happens.
        stop: Whether the patient has stopped the turn.
    """

    text: str
    flag: RedFlag | None
    unread: str | None
    button_quote_ids: Collection[str] | None
    in_reply_to: int | None
    message_id: str | None
    progress: Progress = untold
    stop: TurnStop = field(default_factory=TurnStop)


class AdvancedConversationManager:
    """Holds the conversations of all patients, each message of a session after the other.

    Args:
        agent: Runs the model and its tools.
        services: The pharmacy's services.
        resolver: Finds prescriptions by words.
        metrics: What is counted.
        max_message_chars: A longer message is answered, not read.
        turn_locks: Serialise a conversation's turns among all processes; by default in this one.
        rate_limiter: Says which messages are too many; by default none is.
        router: Says which type of conversation answers; by default among the three built in.
    """

    def __init__(
        self,
        agent: RefillAgent,
        services: Services,
        resolver: MedicationResolver,
        metrics: Metrics,
        max_message_chars: int,
        turn_locks: TurnLocks | None = None,
        rate_limiter: RateLimiter | None = None,
        router: Router | None = None,
    ) -> None:
        self._agent = agent
        self._services = services
        self._metrics = metrics
        self._max_message_chars = max_message_chars
        self._turn_locks = turn_locks or LocalTurnLocks()
        self._rate_limiter = rate_limiter
        self._router = router or Router(ConversationTypes(), _reader(services, resolver).read)
        self._last = LastReplies()
        self._in_flight = TurnsInFlight()
        self._runs = RunBuilder(services, resolver, self._last)
        self._emergencies = Emergencies(agent, services, metrics, self._last)

    async def start(
        self,
        patient_id: str,
        conversation_type: str = "refill",
        browser_key: str | None = None,
        acting_as: ActingAs | None = None,
    ) -> ConversationResponse:
        """Begin a conversation for a signed-in patient.

        Args:
            patient_id: The verified patient.
            conversation_type: The name of a type, such as `refill`, `simple` or `clinical`.
            browser_key: What `SessionService.latest_for_browser` finds the session by again.
            acting_as: Who was recognised; None where only the patient is known: then the guardian on file acts, if any.

        Raises:
            PatientNotFoundError: No patient has this id.
            InvalidMessageError: The conversation type is unknown.
        """
        kind = self._router.types.named(conversation_type)
        patient = self._services.preferences.patient(patient_id)
        person = acting_as or acting_on(patient, self._services.local_now().date())
        session = self._services.sessions.start(patient_id, kind.name, browser_key, person)
        run = self._runs.run(session, patient, None, "")
        run.routed = Routed(kind, RouteReason.AS_STARTED)
        return Answer(run, greeting(run)).response(RefillState.START)

    async def resume(
        self, session_id: str, turns: Sequence[Turn] | None = None, *, is_open: bool = False
    ) -> ConversationResponse:
        """Where a conversation is now: its state, the last reply, the quotes to agree to and quick replies.

        Args:
            turns: What `transcript` just told, where the caller has it: it is not read and opened once more.
            is_open: Whether whoever looks has had it open since they were last recorded as its reader, as on a page
                that is drawn again: that is no further reading of the record.

        Raises:
            SessionNotFoundError: No conversation has this id.
            SessionOverError: The conversation timed out, or its guardian's permission has ended.
            StoreUnavailableError: The conversation cannot be read.
        """
        session = self._shown_session(session_id)
        case, _ = await self._agent.load(session_id)
        patient = self._services.preferences.patient(session.patient_id)
        saved = saved_context(case)
        turns = self._services.sessions.turns(session_id) if turns is None else turns
        # A reply that was saved but never recorded is not shown, so what it asked beside the quotes was not asked.
        shown = saved is not None and bool(turns) and turns[-1].detail.get("turn") == saved.turn
        asked = Asked(saved.quote_ids, saved.cancel_asked if shown else None) if saved else Asked()
        run = self._runs.run(session, patient, case, "", asked=asked)
        message = shown_again(run, saved, turns)
        number = saved.turn if saved and (shown or saved.cancel_asked is None) else 0
        self._last.note(run, number, run.flow.context.turn)
        if not is_open:
            self._audit((read_again(run, self._services.now()),))
        return Answer(run, message, number).response(run.state)

    def transcript(self, session_id: str) -> tuple[Turn, ...]:
        """The turns of a conversation, oldest first.

        Raises:
            SessionNotFoundError: No conversation has this id.
            SessionOverError: The conversation timed out, or its guardian's permission has ended.
        """
        return self._services.sessions.turns(self._shown_session(session_id).session_id)

    async def handle_message(
        self,
        user_input: str,
        session_id: str,
        *,
        button_quote_ids: Collection[str] | None = None,
        in_reply_to: int | None = None,
        message_id: str | None = None,
        progress: Progress | None = None,
        stop: TurnStop | None = None,
    ) -> ConversationResponse:
        """Answer one message of a patient.

        Args:
            user_input: What the patient typed or said.
            session_id: The conversation.
            button_quote_ids: The quotes whose button was pressed; it consents to those only, all together.
            in_reply_to: `ConversationResponse.turn` of the reply that the patient has in front of them. By it another
                process than the one that gave the reply knows what was asked.
            message_id: A random name of this message, 1 to 64 letters, digits and `_.:-`. Sent again under the same
                name it is answered as it was, and does nothing twice.
            progress: Told what happens in the turn while it happens.
            stop: Stops the turn, also before it has begun; `stop_turn` stops it too.

        Raises:
            SessionNotFoundError: No conversation has this id.
            InvalidMessageError: The message is not text, or its id cannot be one.
        """
        if not isinstance(user_input, str):
            raise InvalidMessageError("A message must be text. Send it as a string.")
        check_message_id(message_id)
        stop = stop or TurnStop()
        in_flight = self._in_flight.holding(str(session_id), stop)
        with bound(session_ref=session_ref(str(session_id))), timed(self._metrics), in_flight:
            return await self._handle(
                user_input, session_id, button_quote_ids, in_reply_to, message_id, progress or untold, stop
            )

    def stop_turn(self, session_id: str) -> bool:
        """Stop what is being answered in a conversation, from any thread; what was done in it already is told.

        Returns:
            Whether there was something to stop.
        """
        return self._in_flight.stop(session_id)

    async def _handle(
        self,
        user_input: str,
        session_id: str,
        button_quote_ids: Collection[str] | None,
        in_reply_to: int | None,
        message_id: str | None,
        progress: Progress,
        stop: TurnStop,
    ) -> ConversationResponse:
        """Read a message when its turn has come, and answer it."""
        text = clean(user_input[:RED_FLAG_CHARS])
        flag = detect_red_flag(text)
        try:
            session = self._session(session_id)
            unread = None if flag else await self._why_unread(session_id, text, len(user_input))
            message = Message(text, flag, unread, button_quote_ids, in_reply_to, message_id, progress, stop)
            async with self._turn_locks.hold(session_id, EMERGENCY_WAIT_SECONDS if flag else None) as lease:
                # Read again: the message before this one may have been waited for.
                session = self._session(session_id)
                ending = why_over(session, self._services)
                if ending is not None:
                    count_answer(self._metrics, RefillState.ERROR, Outcome.OVER)
                    language = detect_language(text, self._services.preferences.patient(session.patient_id).language)
                    replies = self._runs.replies(language)
                    return answer_over(session, ending, flag, replies, self._services, self._emergencies)
                if session.ended_at is not None:
                    raise SessionNotFoundError("This conversation has ended. Start a new one.")
                return await self._answer(session, message, lease)
        except StoreUnavailableError as error:
            log.error("store unavailable", error_code=error.code, traceback=error_trace(error))
            count_answer(self._metrics, RefillState.ERROR, outcome_of_error(error))
            if flag is not None:
                self._last.note_unsaved_emergency(session_id)
            replies = self._runs.replies(detect_language(text, DEFAULT_LANGUAGE))
            said = replies.text(f"emergency_{flag.help}" if flag else "store_failed")
            if flag is not None and isinstance(error, ConversationBusyError):
                self._emergencies.open_case(flag, session.patient_id, session_id, said)
            return ConversationResponse(session_id=session_id, state=RefillState.ERROR, message=said)

    async def _why_unread(self, session_id: str, text: str, chars: int) -> str | None:
        if self._rate_limiter is not None and not await self._rate_limiter.allow("messages", session_id):
            return "too_many"
        if chars > self._max_message_chars:
            return "too_long"
        return None if text else "empty"

    def _session(self, session_id: str) -> Session:
        if not isinstance(session_id, str):
            raise SessionNotFoundError("There is no such conversation. Start a new one.")
        return self._services.sessions.get(session_id)

    def _shown_session(self, session_id: str) -> Session:
        """A conversation that may be shown."""
        session = self._session(session_id)
        if why_over(session, self._services) is not None:
            raise SessionOverError("This conversation is over and is not shown any more. Sign in again.")
        return session

    async def _answer(self, session: Session, message: Message, lease: TurnLease) -> ConversationResponse:
        began = perf_counter()
        self._metrics.active.note(session_ref(session.session_id))
        if message.message_id is not None:
            answered = self._services.sessions.turn_of_message(session.session_id, message.message_id)
            if answered is not None:
                count_answer(self._metrics, RefillState(answered.state), Outcome.REPEATED)
                return recorded_reply(answered, self._services)
        reply = self._last.take(session.session_id)
        patient = self._services.preferences.patient(session.patient_id)
        case, remembered = await self._agent.load(session.session_id)
        saved = saved_context(case)
        if (
            saved is not None
            and message.flag is None
            and message.message_id is not None
            and message.message_id == saved.message_id
        ):
            return self._told_again(session, patient, case, saved, message.text)
        asked = what_was_asked(reply, saved, message.in_reply_to)
        run = self._runs.run(session, patient, case, message.text, message.button_quote_ids, asked)
        bind(case_id=run.flow.context.case_id)
        run.flow.context.turn += 1
        run.flow.context.message_id = message.message_id
        run.progress, run.stop = message.progress, message.stop
        if message.unread is not None:
            return self._not_read(message.unread, run, saved)
        text, flag = message.text[: self._max_message_chars], message.flag
        try:
            if flag is not None:
                answer = await self._emergencies.answer(flag, text, run, lease)
            else:
                run.stop.check()
                take_reports(run.flow)
                for report, _ in run.flow.reported:
                    self._metrics.reports.labels(report.kind.value).inc()
                run.routed = self._router.route(
                    session.conversation_type, run.state, run.flow.context, text, bool(run.flow.reported)
                )
                words = await self._agent.run(session.session_id, text, run, remembered, lease)
                self._last.saved(session.session_id)
                said = in_source_words(run, self._sayable(words, run))
                answer = Answer(run, complete_message(run, said), run.flow.context.turn)
            response = self._record(answer, text, self._events(run))
        except TurnStoppedError:
            return await self._stopped(session, patient, case, message, run, asked, lease)
        except StoreUnavailableError as error:
            log.error("store unavailable", error_code=error.code, traceback=error_trace(error))
            return self._not_stored(run, self._events(run, error))
        except Exception as error:
            log.error("turn failed", error_type=type(error).__name__, traceback=error_trace(error))
            if flag is not None:
                # Whatever broke: whom to call is told, and the stop is kept as if the store had failed.
                self._last.note_unsaved_emergency(session.session_id)
                self._audit(self._events(run, error))
                said = run.flow.replies.text(f"emergency_{flag.help}")
                return ConversationResponse(session_id=session.session_id, state=RefillState.ERROR, message=said)
            return await self._recover(session, patient, text, run, lease, self._events(run, error))
        bind(case_id=run.flow.context.case_id)
        turn_ms = round((perf_counter() - began) * 1000, 1)
        log.info(
            "turn",
            state=run.state,
            conversation_type=run.routed.type.name,
            reason=run.routed.reason,
            turn_ms=turn_ms,
            model_calls=run.model_calls,
            tool_calls=len(run.trace),
        )
        return response

    def _told_again(
        self, session: Session, patient: Patient, case: SavedCase, saved: ConversationContext, text: str
    ) -> ConversationResponse:
        """Answer a message whose turn was saved and not recorded, as after a crash between the two; it is recorded now.

        The words of that answer are gone: what was done is told, and the question that is open.
        """
        run = self._runs.run(session, patient, case, "", asked=Asked(saved.quote_ids))
        said = shown_again(run, saved, self._services.sessions.turns(session.session_id))
        return self._record(Answer(run, said, saved.turn), text, self._events(run, outcome=Outcome.REPEATED))

    def _not_read(self, why: str, run: RunContext, saved: ConversationContext | None) -> ConversationResponse:
        """Say why a message was not read. Nothing is saved; the quotes that wait are shown again and stay open."""
        said = complete_message(run, run.flow.replies.text(why, limit=self._max_message_chars))
        saved_turn = saved.turn if saved else 0
        # The reply stands for the last saved one where it asks all that that one asked: quotes, and nothing else.
        number = saved_turn if saved and saved.cancel_asked is None else 0
        self._last.note(run, number, saved_turn)
        self._audit(self._events(run, outcome=Outcome.NOT_READ))
        return Answer(run, said, number).response(run.state)

    def _sayable(self, words: str, run: RunContext) -> str:
        """The model's words, or where the conversation stands in ours when they say what must not be said."""
        breach = find_breach(words, acts_done(run))
        if breach is None:
            return words
        log.warning("message replaced", rule=breach.value)
        self._metrics.messages_replaced.labels(breach.value).inc()
        run.replaced = breach.value
        return f"{run.flow.replies.text('replaced')}\n\n{where_it_stands(run)}".strip()

    def _record(
        self, answer: Answer, text: str, events: Sequence[AuditEvent], saved_turn: int | None = None
    ) -> ConversationResponse:
        """Keep a turn for the transcript. The turn itself is saved already, so it is told even if that fails.

        Args:
            saved_turn: The turn that is saved now, where the answer is no turn of its own.
        """
        response = answer.response(answer.run.state)
        self._last.note(answer.run, answer.saved_as, answer.saved_as if saved_turn is None else saved_turn)
        try:
            answer.run.flow.withdraw_dropped_quotes()
            self._services.sessions.record_turn(response.session_id, answer.turn(text, response), events)
        except StoreUnavailableError as error:
            log.error("turn not recorded", error_code=error.code)
            self._audit(events)
        return response

    async def _stopped(
        self,
        session: Session,
        patient: Patient,
        case: SavedCase,
        message: Message,
        run: RunContext,
        asked: Asked,
        lease: TurnLease,
    ) -> ConversationResponse:
        """Tell what a stopped turn had done already and keep it; where it had done nothing, all is as before it."""
        stopped, saved = run, saved_context(case)
        run = self._runs.run(session, patient, case, message.text, asked=asked)
        run.flow.context.turn += 1
        run.flow.context.message_id = message.message_id
        take_over(stopped, run)
        events = self._events(stopped, outcome=Outcome.STOPPED, stopped_in=run.state)
        said = complete_message(run, said_when_stopped(run))
        if not has_acted(run):
            # As in `_not_read`; but it is kept, so that the same message sent again does nothing after all.
            number = saved.turn if saved and saved.cancel_asked is None else 0
            return self._record(Answer(run, said, number), message.text, events, saved.turn if saved else 0)
        try:
            await self._agent.remember(session.session_id, message.text, said, run, lease)
        except StoreUnavailableError as error:
            log.error("store unavailable", error_code=error.code, traceback=error_trace(error))
            return self._not_stored(run, events)
        self._last.saved(session.session_id)
        return self._record(Answer(run, said, run.flow.context.turn), message.text, events)

    def _events(
        self,
        run: RunContext,
        failure: Exception | None = None,
        outcome: Outcome | None = None,
        stopped_in: RefillState | None = None,
    ) -> tuple[AuditEvent, ...]:
        """What a turn did, for the audit trail; it is counted here too, since every turn ends here once."""
        count_turn(self._metrics, run, outcome or outcome_of(run, failure))
        return turn_events(run, self._services.now(), type(failure).__name__ if failure else None, stopped_in)

    def _audit(self, events: Sequence[AuditEvent]) -> None:
        """Append what happened beside a turn that is not kept. The patient is answered even if that fails."""
        try:
            self._services.audit.record_all(events)
        except StoreUnavailableError as error:
            log.error("turn not audited", error_code=error.code)

    async def _recover(
        self,
        session: Session,
        patient: Patient,
        text: str,
        run: RunContext,
        lease: TurnLease,
        events: Sequence[AuditEvent],
    ) -> ConversationResponse:
        """After a bug: say so, keep what is true, and let the next message begin afresh."""
        if not run.flow.orders:
            case, _ = await self._agent.load(session.session_id)
            offered, reported, message_id = run.flow.quotes_offered, run.flow.reported, run.flow.context.message_id
            run = self._runs.run(session, patient, case, text)
            run.flow.context.turn += 1
            run.flow.context.message_id = message_id
            run.flow.quotes_offered.extend(offered)
            run.flow.reported = reported
        if not run.flow.orders:
            run.flow.context.clear_request()
            run.flow.machine.fire(Trigger.FAILED)
            said = "\n\n".join([*noted(run), run.flow.replies.text("failed")])
        else:
            said = complete_message(run, "")
        try:
            await self._agent.remember(session.session_id, text, said, run, lease)
            self._last.saved(session.session_id)
            return self._record(Answer(run, said, run.flow.context.turn), text, events)
        except StoreUnavailableError as error:
            log.error("store unavailable", error_code=error.code, traceback=error_trace(error))
            return self._not_stored(run, events)

    def _not_stored(self, run: RunContext, events: Sequence[AuditEvent]) -> ConversationResponse:
        """The answer when the turn cannot be stored: an order that was placed stands; otherwise nothing changed."""
        self._audit(events)
        flow = run.flow
        if flow.context.stopped:
            self._last.note_unsaved_emergency(flow.context.session_id)
        if flow.orders:
            return Answer(run, complete_message(run, "")).response(run.state)
        said = "\n\n".join([*noted(run), flow.replies.text("store_failed")])
        return ConversationResponse(session_id=flow.context.session_id, state=flow.began_in, message=said)


def _reader(services: Services, resolver: MedicationResolver) -> MessageReader:
    return MessageReader(resolver, lambda text: bool(services.pharmacies.find(text)))
