"""Work on cases at the pharmacy's desk: whose a case is, what was read and noted, and what is decided."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from rxflow.domain.audit import AuditEvent
from rxflow.domain.care_message import CareMessage, CareMessageKind
from rxflow.domain.case import CaseProgress, CaseStep, EscalationCase, holder_of
from rxflow.domain.case_access import CASE_ACTS, CaseAct
from rxflow.domain.case_decision import REASONS, Decision, DecisionReason
from rxflow.domain.errors import NotPermittedError, SessionNotFoundError, TransitionError
from rxflow.domain.finding import FindingCode
from rxflow.domain.user import User
from rxflow.persistence.audit_repository import AuditRepository
from rxflow.persistence.care_message_repository import CareMessageRepository
from rxflow.persistence.case_repository import CaseRepository
from rxflow.persistence.engine import Store
from rxflow.persistence.refill_records import RefillRecords
from rxflow.persistence.session_repository import SessionRepository
from rxflow.persistence.transaction import Transaction
from rxflow.persistence.user_repository import UserRepository
from rxflow.services.approvals import Approvals, seen_by_code, unread_alerts
from rxflow.services.audited_acts import care_message_sent, case_advanced
from rxflow.services.care_messages import MOST_CHARS, checked_text
from rxflow.services.cases import check_holder, open_for
from rxflow.services.refills import RefillService

FEWEST_WORDS = 3
"""Of a note with which somebody takes a case over."""
STEP_OF: dict[Decision, CaseStep] = {
    Decision.APPROVE: CaseStep.APPROVED,
    Decision.CHANGE: CaseStep.CHANGED,
    Decision.DENY: CaseStep.DENIED,
    Decision.HOLD: CaseStep.ON_HOLD,
}
SETTLING = frozenset({CaseStep.CONFIRMED, CaseStep.CLOSED})
"""How a case ends that nobody decides, such as a report or a question that was answered."""


class CaseWorkService:
    """Records what people do with cases, each act in one transaction that also decides whether they may.

    Sources: 42 CFR 456.705(b) (a pharmacist's review before each fill); DOMAIN.md §1.11.

    Args:
        store: The cases, the messages, the users and the audit trail.
        refills: Asks the clinical rules afresh.
        now: The present as an aware time.
        zone: The pharmacies' time zone, in which days are counted.
    """

    def __init__(self, *, store: Store, refills: RefillService, now: Callable[[], datetime], zone: ZoneInfo) -> None:
        self._store = store
        self._refills = refills
        self._now = now
        self._approvals = Approvals(refills, lambda: now().astimezone(zone).date())

    def check_may(self, actor: str, act: CaseAct) -> User:
        """Who asks, if they may do this.

        Raises:
            NotPermittedError: They are no active user, or their role may not.
        """
        with self._store.read() as tx:
            return _actor(tx, actor, act)

    def unread(self, case: EscalationCase, steps: tuple[CaseProgress, ...], actor: str) -> tuple[FindingCode, ...]:
        """The codes of the alerts of a case that somebody must open before they approve, as the rules are now."""
        with self._store.read() as tx:
            return unread_alerts(self._approvals.findings(case, RefillRecords(tx)), steps, actor)

    def claim(self, case_id: str, actor: str) -> CaseProgress:
        """Take a case; once more by who has it changes nothing.

        Raises:
            CaseHeldError: Somebody else has it.
            CaseNotFoundError, NotPermittedError, TransitionError, StoreUnavailableError: As `note`.
        """
        with self._store.write(case_id) as tx:
            case, steps = self._begin(tx, case_id, actor, CaseAct.CLAIM)
            if holder_of(steps) == actor:
                return [each for each in steps if each.step is CaseStep.CLAIMED][-1]
            return self._add(tx, case, self._step(steps, CaseStep.CLAIMED, actor))

    def release(self, case_id: str, actor: str, note: str = "") -> CaseProgress:
        """Give a case back to all; by another than who has it, take it over: it is released and claimed at once.

        Args:
            note: Why; whoever takes a case over gives at least a few words.

        Returns:
            The last step that was recorded.

        Raises:
            TransitionError: Nobody has the case, or it is taken over without a note. Nothing changes.
            CaseNotFoundError, NotPermittedError, StoreUnavailableError: As `note`.
        """
        with self._store.write(case_id) as tx:
            _actor(tx, actor, CaseAct.CLAIM)
            case, steps = open_for(tx, case_id, None)
            holder = holder_of(steps)
            if holder is None:
                raise TransitionError("Nobody has claimed this case, so there is nothing to release.")
            if holder != actor and len(note.split()) < FEWEST_WORDS:
                raise TransitionError("Say in a few words why you take this case over. Nothing was changed.")
            released = self._add(tx, case, self._step(steps, CaseStep.RELEASED, actor, note))
            if holder == actor:
                return released
            return self._add(tx, case, self._step((*steps, released), CaseStep.CLAIMED, actor))

    def note(self, case_id: str, actor: str, text: str) -> CaseProgress:
        """Write something down for the others who work on a case.

        Raises:
            CaseNotFoundError: There is no such case.
            CaseHeldError: Somebody else has it.
            InvalidMessageError: There is no text, or too much.
            NotPermittedError: The actor is no active user, or their role may not.
            TransitionError: The case is settled.
            StoreUnavailableError: It could not be kept.
        """
        written = checked_text(text)
        with self._store.write(case_id) as tx:
            case, steps = self._begin(tx, case_id, actor, CaseAct.NOTE)
            return self._add(tx, case, self._step(steps, CaseStep.NOTED, actor, written))

    def read_alert(self, case_id: str, actor: str, code: FindingCode) -> CaseProgress:
        """Note that somebody opened the findings of a code, with the facts that they saw; once for the same facts.

        Raises:
            TransitionError: The case is settled, or has no such alert now.
            CaseHeldError, CaseNotFoundError, NotPermittedError, StoreUnavailableError: As `note`.
        """
        with self._store.write(case_id) as tx:
            case, steps = self._begin(tx, case_id, actor, CaseAct.READ_ALERT)
            seen = seen_by_code(self._approvals.findings(case, RefillRecords(tx)), code)
            if not seen and code not in case.findings:
                raise TransitionError(f"This case has no alert {code} now. Look at it again.")
            known = [each for each in steps if (each.actor, each.alert, each.seen) == (actor, code, seen)]
            if known:
                return known[-1]
            step = replace(self._step(steps, CaseStep.ALERT_READ, actor), alert=code, seen=seen)
            return self._add(tx, case, step)

    def settle(self, case_id: str, actor: str, step: CaseStep, note: str = "") -> CaseProgress:
        """End a case that asks for no decision: what a patient reported is confirmed, anything else is closed.

        Raises:
            TransitionError: The case is settled, or the step is another.
            CaseHeldError, CaseNotFoundError, NotPermittedError, StoreUnavailableError: As `note`.
        """
        if step not in SETTLING:
            raise TransitionError(f"A case is confirmed or closed, not {step.value}. Nothing was changed.")
        with self._store.write(case_id) as tx:
            case, steps = self._begin(tx, case_id, actor, CaseAct.DECIDE)
            return self._add(tx, case, self._step(steps, step, actor, note))

    def reply(self, case: EscalationCase, actor: str, text: str) -> CareMessage:
        """Write one's own words into the patient's conversation; also after the case is settled.

        Raises:
            CaseHeldError: Somebody else has the case.
            InvalidMessageError: There is no text, or too much.
            NotPermittedError: The actor is no active user, or their role may not.
            SessionNotFoundError: The conversation was forgotten.
            StoreUnavailableError: It could not be kept.
        """
        written = checked_text(text)
        with self._store.write(case.case_id, case.session_id) as tx:
            user = _actor(tx, actor, CaseAct.REPLY)
            check_holder(CaseRepository(tx).steps(case.case_id), actor)
            kept = self._tell(tx, case, user, CareMessageKind.REPLY, written, None)
            if kept is None:
                raise SessionNotFoundError("This conversation does not exist any more. Call the patient instead.")
            AuditRepository(tx).append([care_message_sent(kept, case.patient_id)])
        return kept

    def decide(
        self,
        case: EscalationCase,
        actor: str,
        decision: Decision,
        reason: DecisionReason,
        words: Callable[[CaseProgress, bool], str],
        note: str = "",
        valid_until: date | None = None,
        refills: int | None = None,
    ) -> tuple[CaseProgress, CareMessage | None]:
        """Decide a case and tell the patient, both or nothing.

        Args:
            words: What the patient reads of a decision; asked once it is known what it does, and whether something else
                still stops the refill.
            note: For the care team; an approval that lifts a finding needs one.
            valid_until: The last day of an approval: of a pharmacist's in two weeks unless given, at most in 30 days;
                of a plan's, as the plan said.
            refills: How many fills a prescriber's renewal gives.

        Returns:
            The step, and the message; None where the conversation was forgotten.

        Raises:
            UnreadAlertsError: An approval before its alerts were opened by who approves.
            TransitionError: The case is settled, the reason is not for it, or the approval does not fit.
            CaseHeldError, CaseNotFoundError, NotPermittedError, StoreUnavailableError: As `note`.
        """
        with self._store.write(case.case_id, case.session_id, case.patient_id) as tx:
            user = _actor(tx, actor, CaseAct.DECIDE)
            case, progress, stays = self._decided(tx, case, actor, decision, reason, note, valid_until, refills)
            CaseRepository(tx).add_step(progress)
            events = [case_advanced(case, progress)]
            message = self._tell(tx, case, user, CareMessageKind.DECISION, words(progress, stays), reason)
            if message is not None:
                events.append(care_message_sent(message, case.patient_id))
            AuditRepository(tx).append(events)
        return progress, message

    def foresee(
        self,
        case: EscalationCase,
        actor: str,
        decision: Decision,
        reason: DecisionReason,
        note: str = "",
        valid_until: date | None = None,
        refills: int | None = None,
    ) -> tuple[CaseProgress, bool]:
        """What `decide` would do now; nothing is kept.

        Returns:
            The step, and whether something else still stops the refill.

        Raises:
            RxFlowError: As `decide`.
        """
        with self._store.read() as tx:
            _actor(tx, actor, CaseAct.DECIDE)
            _, progress, stays = self._decided(tx, case, actor, decision, reason, note, valid_until, refills)
        return progress, stays

    def _decided(
        self,
        tx: Transaction,
        case: EscalationCase,
        actor: str,
        decision: Decision,
        reason: DecisionReason,
        note: str,
        valid_until: date | None,
        refills: int | None,
    ) -> tuple[EscalationCase, CaseProgress, bool]:
        """A case, the step that decides it, and whether something else still stops the refill."""
        if len(note) > MOST_CHARS:
            raise TransitionError(f"A note has at most {MOST_CHARS} characters. Nothing was changed.")
        case, steps = open_for(tx, case.case_id, actor)
        _check_reason(case, decision, reason)
        progress = replace(self._step(steps, STEP_OF[decision], actor, note.strip()), reason=reason)
        stays: tuple[FindingCode, ...] = ()
        if decision is Decision.APPROVE:
            records = RefillRecords(tx)
            progress, stays = self._approvals.filled_in(progress, case, steps, records, valid_until, refills)
        elif valid_until is not None or refills is not None:
            raise TransitionError("Only an approval has a last day or a number of refills. Nothing was changed.")
        return case, progress, bool(stays)

    def _begin(
        self, tx: Transaction, case_id: str, actor: str, act: CaseAct
    ) -> tuple[EscalationCase, tuple[CaseProgress, ...]]:
        _actor(tx, actor, act)
        return open_for(tx, case_id, actor)

    def _step(self, steps: tuple[CaseProgress, ...], step: CaseStep, actor: str, note: str = "") -> CaseProgress:
        return CaseProgress(steps[0].case_id, len(steps) + 1, step, self._utc_now(), actor, note)

    def _add(self, tx: Transaction, case: EscalationCase, progress: CaseProgress) -> CaseProgress:
        CaseRepository(tx).add_step(progress)
        events: list[AuditEvent] = [case_advanced(case, progress)]
        AuditRepository(tx).append(events)
        return progress

    def _tell(
        self,
        tx: Transaction,
        case: EscalationCase,
        user: User,
        kind: CareMessageKind,
        text: str,
        reason: DecisionReason | None,
    ) -> CareMessage | None:
        """Write into the conversation of a case, unless it was forgotten: what is deleted does not begin anew."""
        session = SessionRepository(tx).get(case.session_id)
        if session is None or session.forgotten_at is not None:
            return None
        message = CareMessage(
            case.session_id, 0, self._utc_now(), user.user_id, user.name, kind, text, case.case_id, None, reason
        )
        return CareMessageRepository(tx).add(message)

    def _utc_now(self) -> datetime:
        return self._now().astimezone(UTC)


def _actor(tx: Transaction, actor: str, act: CaseAct) -> User:
    user = UserRepository(tx).get(actor)
    if user is None or not user.is_active:
        raise NotPermittedError("Only an active user of the pharmacy works on cases. Sign in again.")
    if act not in CASE_ACTS[user.role]:
        raise NotPermittedError(f"Your role, {user.role}, may not do this with a case.")
    return user


def _check_reason(case: EscalationCase, decision: Decision, reason: DecisionReason) -> None:
    rule = REASONS[reason]
    if rule.decision is not decision or case.route not in rule.routes:
        raise TransitionError(f"{reason} is no reason to {decision} a case for the {case.route}. Nothing was changed.")
    if FindingCode.EMERGENCY in case.findings and decision is not Decision.HOLD:
        raise TransitionError("An emergency is not decided. Close the case once the patient was reached.")
