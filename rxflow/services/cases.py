"""Cases for the care team: opened once for one matter, moved on step by step, and kept until they are settled."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import groupby

from rxflow.domain.case import DESK_STEPS, PLAN_STEPS, CaseProgress, CaseStep, EscalationCase, holder_of, stands_at
from rxflow.domain.errors import (
    CaseHeldError,
    CaseNotFoundError,
    SessionNotFoundError,
    StaleRecordError,
    TransitionError,
)
from rxflow.domain.finding import FindingCode, Route
from rxflow.domain.report import Report, ReportKind
from rxflow.persistence.audit_repository import AuditRepository
from rxflow.persistence.case_repository import CaseRepository, KeptReport
from rxflow.persistence.engine import Store
from rxflow.persistence.session_repository import SessionRepository
from rxflow.persistence.transaction import Transaction
from rxflow.services.audited_acts import case_advanced, case_made_urgent, case_opened, report_kept

REPORTED = {
    ReportKind.PREGNANCY: FindingCode.PREGNANCY,
    ReportKind.BREASTFEEDING: FindingCode.PREGNANCY,
    ReportKind.ALLERGY: FindingCode.ALLERGY,
    ReportKind.REACTION: FindingCode.ALLERGY,
    ReportKind.MEDICINE: FindingCode.INTERACTION,
}
"""The rule that a report of each kind concerns; a missed medicine concerns none."""
_ONE_CASE_A_PRESCRIPTION = frozenset({Route.PRESCRIBER, Route.INSURER})


@dataclass(frozen=True, slots=True)
class Waiting:
    """The open cases of one kind: how many, and how long the oldest has waited, in seconds; 0 when there is none."""

    route: Route
    urgent: bool
    cases: int
    oldest_seconds: float


class CaseService:
    """Opens escalation cases and lists them.

    Args:
        now: The present as an aware time.
        new_id: Makes an opaque id with a prefix.
        opened: Told the route of each new case once it is kept; must not raise.
    """

    def __init__(
        self,
        *,
        store: Store,
        now: Callable[[], datetime],
        new_id: Callable[[str], str],
        opened: Callable[[Route], None] = lambda _route: None,
    ) -> None:
        self._store = store
        self._now = now
        self._new_id = new_id
        self._opened = opened

    def open(
        self,
        patient_id: str,
        session_id: str,
        route: Route,
        reason: str,
        findings: Iterable[str],
        told: str,
        urgent: bool = False,
        rx_number: str | None = None,
    ) -> EscalationCase:
        """Open a case; the same matter again is the case that is open already.

        The same matter is the same route, prescription and reason in a conversation; a prescriber or a plan is asked
        once for a prescription, whatever the conversation.

        Args:
            route: Who can resolve it.
            reason: Why, for the person who looks at it.
            findings: The codes of the findings behind it.
            told: What the patient was told happens next.

        Raises:
            SessionNotFoundError: The patient has no conversation of this id.
            StoreUnavailableError: The case could not be kept, so the patient must be told to call.
        """
        with self._store.write(patient_id) as tx:
            cases = CaseRepository(tx)
            _check_session(tx, session_id, patient_id)
            case = cases.open_case(session_id, route, rx_number, reason)
            if case is None and rx_number is not None and route in _ONE_CASE_A_PRESCRIPTION:
                case = cases.open_case_of_prescription(patient_id, route, rx_number, reason)
            if case is not None:
                return self._make_urgent(case, tx) if urgent and not case.urgent else case
            case = self._add(cases, patient_id, session_id, route, reason, findings, told, urgent, rx_number)
            AuditRepository(tx).append([case_opened(case)])
        self._opened(case.route)
        return case

    def report(
        self, patient_id: str, session_id: str, report: Report, told: str, urgent: bool = False
    ) -> EscalationCase:
        """Keep what a patient reports, with a case for a pharmacist; the rules count it unless the case is closed.

        Returns:
            The new case, or the one of the same report that still counts.

        Raises:
            SessionNotFoundError: The patient has no conversation of this id.
            StoreUnavailableError: The report could not be kept, so the patient must be told to call.
        """
        reason = f"patient reports {report.kind.value}" + (f": {report.subject}" if report.subject else "")
        findings = [REPORTED[report.kind]] if report.kind in REPORTED else []
        with self._store.write(patient_id) as tx:
            cases = CaseRepository(tx)
            _check_session(tx, session_id, patient_id)
            known = cases.case_of_report(patient_id, report)
            if known is not None:
                return known
            case = self._add(cases, patient_id, session_id, Route.PHARMACIST, reason, findings, told, urgent, None)
            cases.add_report(case, report, case.created_at)
            AuditRepository(tx).append([case_opened(case), report_kept(case, report)])
        self._opened(case.route)
        return case

    def advance(
        self,
        case_id: str,
        step: CaseStep,
        actor: str,
        note: str = "",
        valid_until: date | None = None,
        *,
        after: int | None = None,
    ) -> CaseProgress:
        """Record the next step with a case.

        Args:
            step: Where the case is now; `approved`, `denied`, `confirmed` and `closed` settle it.
            actor: Who took the step.
            note: For the care team.
            valid_until: The last day of a prior authorization that the plan approved; from now on it counts.
            after: The number of the last step that the actor has seen; None does not look.

        Raises:
            CaseNotFoundError: There is no such case.
            CaseHeldError: Somebody else has claimed it. Nothing changes.
            StaleRecordError: Somebody else has taken another step since. Nothing changes.
            TransitionError: The case is settled, is not for the insurer, or an approval's last day is missing, has
                passed, or is given for anything else; or the step is one of the desk. Nothing changes.
            StoreUnavailableError: The step could not be kept.
        """
        with self._store.write(case_id) as tx:
            cases = CaseRepository(tx)
            case, steps = open_for(tx, case_id, actor)
            is_elsewhere = step is CaseStep.OPENED or step in DESK_STEPS
            if is_elsewhere or (step in PLAN_STEPS and case.route is not Route.INSURER):
                raise TransitionError(f"Case {case_id} is for the {case.route} and cannot be {step.value}.")
            if after is not None and after != len(steps):
                raise StaleRecordError("Somebody else has moved this case meanwhile. Look at it again, then go on.")
            is_approval = step is CaseStep.APPROVED and case.route is Route.INSURER
            if is_approval and valid_until is None:
                raise TransitionError("Give the last day of the approved authorization. Nothing was changed.")
            if valid_until is not None and not is_approval:
                raise TransitionError("Only an approved prior authorization has a last day. Nothing was changed.")
            if valid_until is not None and valid_until < self._now().date():
                raise TransitionError("The last day of an approval cannot have passed already. Nothing was changed.")
            progress = CaseProgress(case_id, len(steps) + 1, step, self._utc_now(), actor, note, valid_until)
            cases.add_step(progress)
            AuditRepository(tx).append([case_advanced(case, progress)])
        return progress

    def get(self, case_id: str) -> EscalationCase:
        """One case.

        Raises:
            CaseNotFoundError: There is no such case.
        """
        with self._store.read() as tx:
            return _found(CaseRepository(tx).case(case_id))

    def steps(self, case_id: str) -> tuple[CaseProgress, ...]:
        """A case's history, oldest first; empty when there is no such case."""
        with self._store.read() as tx:
            return CaseRepository(tx).steps(case_id)

    def progress(self, case: EscalationCase) -> CaseProgress:
        """Where a case is now, whatever was noted or read since."""
        return stands_at(self.steps(case.case_id))

    def make_urgent(self, case: EscalationCase) -> EscalationCase:
        """Move a case to the front, for something worse has come up."""
        with self._store.write(case.case_id) as tx:
            return self._make_urgent(case, tx)

    def reports(self, patient_id: str) -> tuple[Report, ...]:
        """What a patient reported, unless a pharmacist has closed it without confirming."""
        with self._store.read() as tx:
            return CaseRepository(tx).reports(patient_id)

    def for_patient(self, patient_id: str) -> tuple[EscalationCase, ...]:
        """A patient's cases, newest first."""
        with self._store.read() as tx:
            return CaseRepository(tx).of_patient(patient_id)

    def open_cases(self) -> tuple[EscalationCase, ...]:
        """The cases that wait for a person: urgent ones first, then the longest waiting."""
        with self._store.read() as tx:
            return CaseRepository(tx).open_cases()

    def steps_of_open_cases(self) -> Mapping[str, tuple[CaseProgress, ...]]:
        """The histories of the open cases by their ids, read in one question."""
        with self._store.read() as tx:
            found = CaseRepository(tx).steps_of_open_cases()
        return {case_id: tuple(steps) for case_id, steps in groupby(found, key=lambda each: each.case_id)}

    def kept_reports(self, patient_id: str) -> tuple[KeptReport, ...]:
        """What a patient reported that counts, with its times."""
        with self._store.read() as tx:
            return CaseRepository(tx).kept_reports(patient_id)

    def waiting(self) -> tuple[Waiting, ...]:
        """How many cases of each route and urgency wait for a person, and since when; in one question.

        Raises:
            StoreUnavailableError: The cases cannot be read.
        """
        with self._store.read() as tx:
            found = {(kind.route, kind.urgent): kind for kind in CaseRepository(tx).waiting()}
        now = self._utc_now()
        return tuple(
            Waiting(route, urgent, kind.cases, max(0.0, (now - kind.oldest_at).total_seconds()))
            if (kind := found.get((route, urgent)))
            else Waiting(route, urgent, 0, 0.0)
            for route in Route
            for urgent in (True, False)
        )

    def _make_urgent(self, case: EscalationCase, tx: Transaction) -> EscalationCase:
        moved = CaseRepository(tx).make_urgent(case)
        AuditRepository(tx).append([case_made_urgent(moved, self._utc_now())])
        return moved

    def _add(
        self,
        cases: CaseRepository,
        patient_id: str,
        session_id: str,
        route: Route,
        reason: str,
        findings: Iterable[str],
        told: str,
        urgent: bool,
        rx_number: str | None,
    ) -> EscalationCase:
        case = EscalationCase(
            case_id=self._new_id("CS"),
            patient_id=patient_id,
            session_id=session_id,
            route=route,
            reason=reason,
            findings=tuple(findings),
            urgent=urgent,
            told=told,
            created_at=self._utc_now(),
            rx_number=rx_number,
        )
        cases.add(case)
        return case

    def _utc_now(self) -> datetime:
        return self._now().astimezone(UTC)


def open_for(tx: Transaction, case_id: str, actor: str | None) -> tuple[EscalationCase, tuple[CaseProgress, ...]]:
    """A case that goes on, and its steps, if this one may take the next.

    Args:
        actor: Who; None looks at no claim.

    Raises:
        CaseNotFoundError: There is no such case.
        CaseHeldError: Somebody else has claimed it.
        TransitionError: It is settled.
    """
    cases = CaseRepository(tx)
    case = _found(cases.case(case_id))
    if case.status != "open":
        raise TransitionError(f"Case {case_id} is settled. It stays as it is.")
    steps = cases.steps(case_id)
    if actor is not None:
        check_holder(steps, actor)
    return case, steps


def check_holder(steps: Iterable[CaseProgress], actor: str) -> None:
    """Let whoever has a case go on with it, and anybody with one that nobody has.

    Raises:
        CaseHeldError: Somebody else has claimed it.
    """
    holder = holder_of(steps)
    if holder is not None and holder != actor:
        raise CaseHeldError(holder)


def _found(case: EscalationCase | None) -> EscalationCase:
    if case is None:
        raise CaseNotFoundError("There is no case with this number. `rxflow cases` lists the open ones.")
    return case


def _check_session(tx: Transaction, session_id: str, patient_id: str) -> None:
    session = SessionRepository(tx).get(session_id)
    if session is None or session.patient_id != patient_id:
        raise SessionNotFoundError("This conversation does not exist. Please start a new one.")
