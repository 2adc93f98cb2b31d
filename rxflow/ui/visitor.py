"""Who looks at a page, with what every page needs of them."""

from dataclasses import dataclass
from datetime import datetime

from rxflow.assistant import Assistant
from rxflow.domain.access import Principal
from rxflow.domain.acting import Permission, may
from rxflow.domain.patient import Language, Patient
from rxflow.prompts.replies import Replies
from rxflow.services.sessions import Session
from rxflow.ui.wording import Words, words_of


@dataclass(frozen=True, slots=True)
class PatientVisit:
    """A patient, or whoever acts for one, in the conversation that is open in this browser.

    Attributes:
        assistant: The process's assistant.
        session: The conversation.
        patient: Whom it is for.
        replies: The assistant's words in the patient's language.
        now: The time at the pharmacies.
    """

    assistant: Assistant
    session: Session
    patient: Patient
    replies: Replies
    now: datetime

    @property
    def language(self) -> str:
        """The language that the pages speak to this patient."""
        return self.replies.language

    def words(self, kind: type[Words]) -> Words:
        """A page's words in the patient's language."""
        return words_of(kind, self.language)

    def may(self, act: Permission) -> bool:
        """Whether whoever looks may do something today."""
        return may(act, self.session.acting_as, self.patient, self.now.date())

    def local(self, at: datetime) -> datetime:
        """A time at the pharmacies."""
        return at.astimezone(self.now.tzinfo)

    def record_read(self, kind: str, rows: int) -> None:
        """Note in the audit trail that a part of the record is about to be shown.

        Args:
            kind: What is shown, such as `prescriptions`.
            rows: How many of them.

        Raises:
            StoreUnavailableError: It could not be kept: then nothing may be shown.
        """
        services, whose = self.assistant.services, [self.patient.patient_id] * max(1, rows)
        services.audit.record_reads(services.now(), self.session.acting_as.value, kind, whose)


@dataclass(frozen=True, slots=True)
class StaffVisit:
    """A member of the pharmacy's staff.

    Attributes:
        assistant: The process's assistant.
        principal: Who they are, and as what they work.
        name: What they are called.
        language: The language that the pages speak to them.
        now: The time at the pharmacies.
    """

    assistant: Assistant
    principal: Principal
    name: str
    language: Language
    now: datetime

    @property
    def user_id(self) -> str:
        """The user's id: what is done is recorded under it."""
        return self.principal.subject

    def words(self, kind: type[Words]) -> Words:
        """A page's words in their language."""
        return words_of(kind, self.language)


def staff_visit(assistant: Assistant, principal: Principal, language: Language) -> StaffVisit:
    """What the pages need of a member of the staff."""
    services = assistant.services
    return StaffVisit(assistant, principal, services.users.name(principal.subject), language, services.local_now())


def patient_visit(assistant: Assistant, session: Session) -> PatientVisit:
    """What the pages need of a patient."""
    patient = assistant.services.preferences.patient(session.patient_id)
    replies = Replies(patient.language, assistant.services.tables.tall_man)
    return PatientVisit(assistant, session, patient, replies, assistant.services.local_now())
