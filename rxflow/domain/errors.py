"""Every error that RxFlow raises on purpose. A message says what happened and what to do; it holds no patient data."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any


class RxFlowError(Exception):
    """Base of all expected errors.

    Attributes:
        code: A stable word for programs, in upper case.
        details: Plain facts that help to go on, such as the choices there are.
    """

    code = "ERROR"
    details: Mapping[str, Any] = MappingProxyType({})


class ConfigurationError(RxFlowError):
    """A setting is wrong; the message names the environment variable."""

    code = "CONFIGURATION"


class DataError(RxFlowError):
    """A data file is missing or broken; the message names file, record and field."""

    code = "DATA"


class PatientNotFoundError(RxFlowError):
    """No patient has this id."""

    code = "PATIENT_NOT_FOUND"


class SessionNotFoundError(RxFlowError):
    """No conversation has this session id."""

    code = "SESSION_NOT_FOUND"


class SessionOverError(SessionNotFoundError):
    """A conversation may not be shown any more: it timed out, or the guardian's permission has ended."""

    code = "SESSION_OVER"


class IdentityNotVerifiedError(RxFlowError):
    """Nobody was recognised; the words are the same whatever was wrong."""

    code = "IDENTITY_NOT_VERIFIED"


class UserNotVerifiedError(RxFlowError):
    """No user was recognised; the words are the same whatever was wrong."""

    code = "USER_NOT_VERIFIED"


class EmailNotVerifiedError(RxFlowError):
    """An identity provider does not vouch for an e-mail address, or did so too long ago."""

    code = "EMAIL_NOT_VERIFIED"


class NotAuthenticatedError(RxFlowError):
    """A request needs a valid token, and has none; the words are the same whatever is wrong with it."""

    code = "NOT_AUTHENTICATED"


class NotPermittedError(RxFlowError):
    """Whoever asks may not do this."""

    code = "NOT_PERMITTED"


class TooManyRequestsError(RxFlowError):
    """Too much within a minute.

    Args:
        message: What to do.
        retry_after: In how many seconds one more is allowed.
    """

    code = "TOO_MANY_REQUESTS"

    def __init__(self, message: str, retry_after: float) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class OverloadedError(RxFlowError):
    """More is asked at once than can be answered in time; nothing was begun.

    Args:
        message: What to do.
        retry_after: In how many seconds to try again.
    """

    code = "OVERLOADED"

    def __init__(self, message: str, retry_after: float) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class CircuitOpenError(RxFlowError):
    """What failed several times is left alone for a while; nothing was tried.

    Args:
        message: What happens instead.
        retry_after: In how many seconds it may be tried again.
    """

    code = "CIRCUIT_OPEN"

    def __init__(self, message: str, retry_after: float) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class UnusableAnswerError(RxFlowError):
    """A model's answer cannot be used: it is empty, broken off, too long or refused."""

    code = "UNUSABLE_ANSWER"


class UserError(RxFlowError):
    """A user cannot be added, found or used as asked."""

    code = "USER"


class ToolNotFoundError(RxFlowError):
    """No tool has this name."""

    code = "TOOL_NOT_FOUND"


class ToolArgumentError(RxFlowError):
    """A tool was called with arguments that do not fit its schema."""

    code = "TOOL_ARGUMENTS"


class TransitionError(RxFlowError):
    """The state machine has no such transition from its present state, or a guard forbids it."""

    code = "TRANSITION"


class TurnStoppedError(RxFlowError):
    """The patient has stopped the turn; no further step of it is begun."""

    code = "TURN_STOPPED"


class StoreUnavailableError(RxFlowError):
    """The database cannot be read or written; nothing of the attempted change was kept."""

    code = "STORE_UNAVAILABLE"


class StaleRecordError(RxFlowError):
    """Someone else changed a record since it was read; nothing of this change was kept."""

    code = "STALE_RECORD"


class ConversationBusyError(StoreUnavailableError):
    """Another turn of the conversation takes too long; nothing was changed, and the message can be sent again."""

    code = "CONVERSATION_BUSY"


class UnreadableDataError(StoreUnavailableError):
    """What is stored cannot be decrypted: its key is missing, or it was changed from outside."""

    code = "UNREADABLE_DATA"


class BackupError(RxFlowError):
    """A backup cannot be made, or cannot be trusted; the database is as it was."""

    code = "BACKUP"


class SharedStoreError(RxFlowError):
    """The store that processes share for counting does not answer; each goes on for itself."""

    code = "SHARED_STORE"


class AuditTrailError(StoreUnavailableError):
    """The audit trail was changed from outside; what cannot be recorded is not done."""

    code = "AUDIT_TRAIL"


class OrderRefusedError(RxFlowError):
    """The order gate refused an order or a change to one.

    Args:
        code: The finding or reason code, such as `TOO_SOON` or `NO_CONSENT`.
        message: One sentence for the patient.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class OrderNotFoundError(RxFlowError):
    """The patient has no order with this number."""

    code = "ORDER_NOT_FOUND"


class WorkRefusedError(RxFlowError):
    """An act on an order in the pharmacy is not possible now; nothing was changed.

    Args:
        code: Why: `OVER` (handed over or cancelled), `ON_HOLD`, `NOTE_NEEDED`, `NOTE_TOO_LONG`, `SAME_PERSON`,
            `NO_SUCH_ALERT`, `NOT_OVERRIDABLE`, `IN_THE_PAST`, `NO_PROBLEM`, or that of a subclass.
        message: What to do.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class OrderHeldError(WorkRefusedError):
    """Somebody else has taken the order.

    Args:
        holder: Who, by their user id.
    """

    def __init__(self, holder: str) -> None:
        super().__init__("HELD", f"{holder} has taken this order. Ask them, or take it over with a note why.")
        self.holder = holder
        self.details = {"holder": holder}


class AlertsOpenError(WorkRefusedError):
    """An order cannot be signed off before its alerts are dealt with.

    Args:
        unread: The codes of alerts that whoever signs has not read.
        not_overridden: The codes of alerts that stop the order and that whoever signs has not overridden.
    """

    def __init__(self, unread: tuple[str, ...], not_overridden: tuple[str, ...]) -> None:
        named = ", ".join(dict.fromkeys((*unread, *not_overridden)))
        super().__init__("ALERTS_OPEN", f"Read these alerts, and override with a reason those that stop: {named}.")
        self.unread = unread
        self.not_overridden = not_overridden
        self.details = {"unread": list(unread), "not_overridden": list(not_overridden)}


class CaseNotFoundError(RxFlowError):
    """There is no case with this number."""

    code = "CASE_NOT_FOUND"


class CaseHeldError(RxFlowError):
    """Somebody else has the case; nothing was changed.

    Args:
        holder: Who has it, by their user id.
    """

    code = "CASE_HELD"

    def __init__(self, holder: str) -> None:
        super().__init__(f"{holder} is working on this case. They can release it, or you can take it over with a note.")
        self.details = MappingProxyType({"holder": holder})


class UnreadAlertsError(RxFlowError):
    """A case cannot be approved before its alerts were opened; nothing was changed.

    Args:
        alerts: The codes of the findings that were not.
    """

    code = "ALERTS_UNREAD"

    def __init__(self, alerts: tuple[str, ...]) -> None:
        super().__init__(f"Open these alerts first, then decide: {', '.join(alerts)}. Nothing was changed.")
        self.details = MappingProxyType({"alerts": list(alerts)})


class PharmacyNotFoundError(RxFlowError):
    """There is no pharmacy of this id."""

    code = "PHARMACY_NOT_FOUND"


class UnknownLanguageError(RxFlowError):
    """There are no words in this language."""

    code = "UNKNOWN_LANGUAGE"


class InvalidPersonError(RxFlowError):
    """Somebody cannot be named as a trusted person like this."""

    code = "INVALID_PERSON"


class TranscriptionError(RxFlowError):
    """A recording could not be turned into text; nothing was sent."""

    code = "TRANSCRIPTION"


class InvalidRatingError(RxFlowError):
    """A reply cannot be rated so, or there is no such reply."""

    code = "INVALID_RATING"


class InvalidMessageError(RxFlowError):
    """What was sent cannot be a message of a conversation."""

    code = "INVALID_MESSAGE"


class UnknownConversationTypeError(InvalidMessageError):
    """There is no such type of conversation."""

    code = "UNKNOWN_CONVERSATION_TYPE"
