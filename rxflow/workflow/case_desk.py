"""The pharmacy's desk: people take cases, look at them, decide, and what they decide lands with the patient."""

from collections.abc import Callable
from datetime import UTC, date, timedelta

from rxflow.dialogue.language import detect_language
from rxflow.domain.care_message import CareMessage
from rxflow.domain.case import CaseProgress, CaseStep, EscalationCase, holder_of, stands_at
from rxflow.domain.case_access import CaseAct
from rxflow.domain.case_decision import Decision, DecisionReason
from rxflow.domain.finding import FindingCode, Route
from rxflow.prompts.replies import Replies
from rxflow.services.care_messages import checked_text
from rxflow.services.registry import Services
from rxflow.workflow.case_file import CaseFile, QueuedCase, case_file_of

__all__ = ["CaseDesk", "CaseFile", "QueuedCase"]


class CaseDesk:
    """What the people of the pharmacy do with cases. `actor` is always the id of a user; their role says what they may.

    Every act raises `CaseNotFoundError`, `NotPermittedError` and `StoreUnavailableError`, and where another has the
    case `CaseHeldError`; `TransitionError` says that the case is settled or the act does not fit. Then nothing changes.

    Args:
        services: The pharmacy's services.
    """

    def __init__(self, services: Services) -> None:
        self._services = services

    def queue(self, actor: str | None = None) -> tuple[QueuedCase, ...]:
        """The cases that wait: urgent ones first, then the longest waiting; in few questions, however many there are.

        Args:
            actor: To whom they are shown, for the audit trail and for what they may; None is a program's look.

        Raises:
            NotPermittedError: They may not see cases.
            StoreUnavailableError: The cases cannot be read.
        """
        services, now = self._services, self._services.now()
        if actor is not None:
            services.case_work.check_may(actor, CaseAct.SEE)
        cases, steps = services.cases.open_cases(), services.cases.steps_of_open_cases()
        files = services.patients.files(case.patient_id for case in cases)
        if actor is not None:
            services.audit.record_reads(now, actor, "cases", [case.patient_id for case in cases])
        queued = []
        for case in cases:
            # One that was settled between the two questions waits no more.
            if (history := steps.get(case.case_id)) is None:
                continue
            file = files.get(case.patient_id)
            items = file.prescriptions if file else ()
            queued.append(
                QueuedCase(
                    case=case,
                    holder=holder_of(history),
                    age=max(timedelta(0), now.astimezone(UTC) - case.created_at),
                    patient_name=file.patient.name if file else "",
                    medication=next((each.label for each in items if each.rx_number == case.rx_number), None),
                    last_step=stands_at(history),
                )
            )
        return tuple(queued)

    def case_file(self, case_id: str, actor: str) -> CaseFile:
        """A case with all that belongs to it; that it was read is recorded first.

        Raises:
            PatientNotFoundError: The patient is no longer in the data.
        """
        services = self._services
        services.case_work.check_may(actor, CaseAct.SEE)
        case = services.cases.get(case_id)
        services.audit.record_reads(services.now(), actor, "case_file", [case.patient_id])
        return case_file_of(case, actor, services)

    def claim(self, case_id: str, actor: str) -> CaseProgress:
        """Take a case, so that nobody else moves it; once more by who has it changes nothing."""
        return self._services.case_work.claim(case_id, actor)

    def release(self, case_id: str, actor: str, note: str = "") -> CaseProgress:
        """Give a case back; by another than who has it, take it over with a note of at least a few words."""
        return self._services.case_work.release(case_id, actor, note)

    def note(self, case_id: str, actor: str, text: str) -> CaseProgress:
        """Write something down for the others.

        Raises:
            InvalidMessageError: There is no text, or too much.
        """
        return self._services.case_work.note(case_id, actor, text)

    def read_alert(self, case_id: str, actor: str, code: FindingCode | str) -> CaseProgress:
        """Note that a pharmacist opened the findings of a code, with the facts that they saw.

        Raises:
            ValueError: There is no such code.
        """
        return self._services.case_work.read_alert(case_id, actor, FindingCode(code))

    def settle(self, case_id: str, actor: str, step: CaseStep, note: str = "") -> CaseProgress:
        """End a case that asks for no decision: confirm what a patient reported, or close it."""
        return self._services.case_work.settle(case_id, actor, step, note)

    def reply(self, case_id: str, actor: str, text: str) -> CareMessage:
        """Write one's own words into the patient's conversation.

        Raises:
            InvalidMessageError: There is no text, or too much.
            SessionNotFoundError: The conversation was forgotten.
        """
        return self._services.case_work.reply(self._services.cases.get(case_id), actor, text)

    def decide(
        self,
        case_id: str,
        actor: str,
        decision: Decision,
        reason: DecisionReason,
        note: str = "",
        valid_until: date | None = None,
        refills: int | None = None,
        patient_note: str = "",
    ) -> tuple[CaseProgress, CareMessage | None]:
        """Decide a case; the patient is told in their language, in the same transaction.

        Args:
            note: For the care team; an approval that lifts a finding needs one.
            valid_until: The last day of an approval (`CaseWorkService.decide`).
            refills: How many fills a prescriber's renewal gives.
            patient_note: What the patient reads besides, in the pharmacist's own words.

        Returns:
            The step, and the message; None where the conversation was forgotten.

        Raises:
            UnreadAlertsError: An approval before its alerts were opened by who approves.
            InvalidMessageError: The words for the patient are too many.
        """
        services = self._services
        case = services.cases.get(case_id)
        words = self._words(case, actor, patient_note)
        return services.case_work.decide(case, actor, decision, reason, words, note, valid_until, refills)

    def foresee(
        self,
        case_id: str,
        actor: str,
        decision: Decision,
        reason: DecisionReason,
        note: str = "",
        valid_until: date | None = None,
        refills: int | None = None,
        patient_note: str = "",
    ) -> str:
        """What the patient would read if it were decided so now; nothing is kept.

        Raises:
            RxFlowError: As `decide`: it could not be decided so.
        """
        case = self._services.cases.get(case_id)
        words = self._words(case, actor, patient_note)
        return words(*self._services.case_work.foresee(case, actor, decision, reason, note, valid_until, refills))

    def _words(self, case: EscalationCase, actor: str, patient_note: str) -> Callable[[CaseProgress, bool], str]:
        """What makes the words for the patient of a step that decides a case."""
        own_words = checked_text(patient_note) if patient_note.strip() else ""
        replies, medication = self._replies(case), self._medication(case)
        user = self._services.case_work.check_may(actor, CaseAct.DECIDE)

        def words(progress: CaseProgress, is_stopped: bool) -> str:
            of = medication or replies.text("decision_your_medicine")
            told = decision_told(replies, case, progress, of, is_stopped)
            return "\n\n".join(
                [told, replies.text("decision_note", name=user.name, note=own_words)] if own_words else [told]
            )

        return words

    def _replies(self, case: EscalationCase) -> Replies:
        """Our words in the language that the patient wrote in last, or else the one on file."""
        turns = self._services.sessions.turns(case.session_id)
        language = self._services.patients.get(case.patient_id).language
        for turn in turns:
            language = detect_language(turn.patient_text, language)
        return Replies(language, self._services.tables.tall_man)

    def _medication(self, case: EscalationCase) -> str | None:
        if case.rx_number is None:
            return None
        prescription = self._services.patients.prescription(case.patient_id, case.rx_number)
        return prescription.label if prescription else None


def decision_told(
    replies: Replies, case: EscalationCase, progress: CaseProgress, medication: str, is_stopped: bool
) -> str:
    """What a patient reads of a decision: what was decided, and what they do next.

    Args:
        is_stopped: Whether something else still stops the refill: then nobody is told that they can order it.
    """
    if progress.step is CaseStep.APPROVED and case.route is Route.PHARMACIST:
        if is_stopped:
            return replies.text("decision_with_more", medication=medication)
        if not progress.overrides:
            return replies.text("decision_without_end", medication=medication)
    return replies.text(
        f"decision_{progress.reason}",
        medication=medication,
        date=replies.date(progress.valid_until) if progress.valid_until else "",
        refills=replies.refills(progress.refills) if progress.refills else "",
    )
