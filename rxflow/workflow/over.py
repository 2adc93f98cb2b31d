"""A conversation that is over although nobody ended it: nothing of it is told, only that, why, and what to do."""

from enum import StrEnum

from rxflow.dialogue.red_flags import RedFlag
from rxflow.domain.acting import Permission, may
from rxflow.domain.errors import StoreUnavailableError
from rxflow.observability.logging import get_logger
from rxflow.prompts.replies import Replies
from rxflow.services.registry import Services
from rxflow.services.sessions import Session
from rxflow.workflow.emergencies import Emergencies
from rxflow.workflow.workflow_types import ConversationResponse, RefillState

log = get_logger(__name__)


class Ending(StrEnum):
    """Why; the value is the key of what is said."""

    TIMED_OUT = "session_timed_out"
    NO_LONGER_PERMITTED = "guardian_over"


def why_over(session: Session, services: Services) -> Ending | None:
    """Why a conversation may not go on, or None.

    Sources: 45 CFR 164.312(a)(2)(iii) (automatic logoff); 45 CFR 164.502(g)(3) (a guardian's authority ends when the
    child comes of age, or with the last day that was set).
    """
    if services.sessions.is_timed_out(session):
        return Ending.TIMED_OUT
    patient, today = services.patients.get(session.patient_id), services.local_now().date()
    return None if may(Permission.VIEW, session.acting_as, patient, today) else Ending.NO_LONGER_PERMITTED


def answer_over(
    session: Session,
    ending: Ending,
    flag: RedFlag | None,
    replies: Replies,
    services: Services,
    emergencies: Emergencies,
) -> ConversationResponse:
    """Answer a message to a conversation that is over, and end it; an emergency is answered as ever.

    Args:
        session: The conversation.
        ending: Why it is over.
        flag: The emergency that the message tells of, or None.
        replies: The patient's language.
        services: The pharmacy's services.
        emergencies: Opens the urgent case.
    """
    said = []
    if flag is not None:
        said.append(replies.text(f"emergency_{flag.help}"))
        case = emergencies.open_case(flag, session.patient_id, session.session_id, said[0])
        if case is not None:
            said.append(replies.text("emergency_case", case_id=case.case_id))
    said.append(replies.text(ending.value, name=services.patients.get(session.patient_id).first_name))
    log.info("conversation over", ending=ending.name)
    try:
        services.sessions.end(session.session_id, ending.value)
    except StoreUnavailableError as error:
        # It is over all the same: the time that has passed says so, not the mark.
        log.error("end not stored", error_code=error.code)
    return ConversationResponse(session_id=session.session_id, state=RefillState.ERROR, message="\n\n".join(said))
