"""Cases for the care team: opened once for one matter, and kept until a person has looked at them."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from rxflow.domain.errors import SessionNotFoundError
from rxflow.domain.finding import Route
from rxflow.domain.order import EscalationCase
from rxflow.persistence.case_repository import CaseRepository
from rxflow.persistence.engine import Store
from rxflow.persistence.session_repository import SessionRepository


class CaseService:
    """Opens escalation cases and lists them.

    Args:
        now: The present as an aware time.
        new_id: Makes an opaque id with a prefix.
    """

    def __init__(self, *, store: Store, now: Callable[[], datetime], new_id: Callable[[str], str]) -> None:
        self._store = store
        self._now = now
        self._new_id = new_id

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
        """Open a case; the same conversation, route, prescription and reason again is the case that is open already.

        Args:
            route: Who can resolve it.
            reason: Why, for the person who looks at it.
            findings: The codes of the findings behind it.
            told: What the patient was told happens next.

        Raises:
            SessionNotFoundError: The patient has no conversation of this id.
            StoreUnavailableError: The case could not be kept, so the patient must be told to call.
        """
        with self._store.write() as connection:
            session = SessionRepository(connection).get(session_id)
            if session is None or session.patient_id != patient_id:
                raise SessionNotFoundError("This conversation does not exist. Please start a new one.")
            cases = CaseRepository(connection)
            case = cases.open_case(session_id, route, rx_number, reason)
            if case is not None:
                return cases.make_urgent(case) if urgent and not case.urgent else case
            case = EscalationCase(
                case_id=self._new_id("CS"),
                patient_id=patient_id,
                session_id=session_id,
                route=route,
                reason=reason,
                findings=tuple(findings),
                urgent=urgent,
                told=told,
                created_at=self._now().astimezone(UTC),
                rx_number=rx_number,
            )
            cases.add(case)
        return case

    def for_patient(self, patient_id: str) -> tuple[EscalationCase, ...]:
        """A patient's cases, newest first."""
        with self._store.read() as connection:
            return CaseRepository(connection).of_patient(patient_id)

    def open_cases(self) -> tuple[EscalationCase, ...]:
        """The cases that wait for a person: urgent ones first, then the longest waiting."""
        with self._store.read() as connection:
            return CaseRepository(connection).open_cases()
