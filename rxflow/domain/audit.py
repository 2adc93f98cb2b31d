"""The audit trail: who did what to whose record, and when, in codes and numbers alone.

The words follow HL7 FHIR AuditEvent and IHE BALP (a patient's record read, a consent decided, an order submitted); what
must be recorded is 45 CFR 164.312(b). No event holds a name, a date of birth, a medicine or a word that was said.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

Code = str
"""A short word of this program, never of a person."""
Detail = int | bool | Code | list[Code] | tuple[Code, ...]

_CODE = re.compile(r"[A-Za-z0-9_.:-]{1,64}")
_NOT_IN_A_CODE = re.compile(r"[^A-Za-z0-9_.:-]")
MAX_CODE_CHARS = 64
MAX_CODES = 64
PATIENT = "patient"
ASSISTANT = "assistant"
VISITOR = "visitor"
"""Somebody who has not been recognised."""
OPERATOR = "operator"
"""Whoever runs the program, where their account is not known."""


class AuditAction(StrEnum):
    """What was done."""

    SESSION_STARTED = "session.started"
    SESSION_ENDED = "session.ended"
    IDENTITY_VERIFIED = "identity.verified"
    IDENTITY_REFUSED = "identity.refused"
    ACCESS_GRANTED = "access.granted"
    ACCESS_REFUSED = "access.refused"
    ACCESS_LOCKED = "access.locked"
    ACCESS_RENEWED = "access.renewed"
    ACCESS_REUSED = "access.reused"
    ACCESS_ENDED = "access.ended"
    ACCOUNT_ADDED = "account.added"
    ACCOUNT_CLOSED = "account.closed"
    RECORD_READ = "record.read"
    TURN_ANSWERED = "turn.answered"
    TURN_FAILED = "turn.failed"
    TURN_STOPPED = "turn.stopped"
    TURN_RATED = "turn.rated"
    MODEL_CALLED = "model.called"
    TOOL_CALLED = "tool.called"
    MESSAGE_REPLACED = "message.replaced"
    EMERGENCY_STOPPED = "emergency.stopped"
    REPORT_KEPT = "report.kept"
    PRESCRIPTION_ASSESSED = "prescription.assessed"
    QUOTE_MADE = "quote.made"
    QUOTE_WITHDRAWN = "quote.withdrawn"
    CONSENT_GIVEN = "consent.given"
    ORDER_SUBMITTED = "order.submitted"
    ORDER_CANCELLED = "order.cancelled"
    ORDER_ADVANCED = "order.advanced"
    ORDER_REFUSED = "order.refused"
    WORK_MOVED = "work.moved"
    WORK_CLAIMED = "work.claimed"
    WORK_RELEASED = "work.released"
    WORK_NOTED = "work.noted"
    WORK_ALERT_READ = "work.alert-read"
    WORK_OVERRIDDEN = "work.overridden"
    WORK_PROBLEM = "work.problem"
    WORK_RESOLVED = "work.resolved"
    CASE_OPENED = "case.opened"
    CASE_ADVANCED = "case.advanced"
    CASE_MADE_URGENT = "case.made-urgent"
    CARE_MESSAGE_SENT = "care.message-sent"
    PREFERENCES_CHANGED = "preferences.changed"
    USER_ADDED = "user.added"
    USER_DISABLED = "user.disabled"
    DATA_IMPORTED = "data.imported"
    DATA_EXPORTED = "data.exported"
    DATA_FORGOTTEN = "data.forgotten"
    BACKUP_MADE = "backup.made"
    BACKUP_RESTORED = "backup.restored"
    KEY_ROTATED = "key.rotated"
    KEY_RETIRED = "key.retired"
    AUDIT_SHOWN = "audit.shown"


DETAILS: Mapping[str, type] = MappingProxyType(
    {
        "turn": int,
        "state_from": str,
        "state_to": str,
        "triggers": list,
        "model_calls": int,
        "tool_calls": int,
        "milliseconds": int,
        "provider": str,
        "model": str,
        "input_tokens": int,
        "output_tokens": int,
        "tool": str,
        "success": bool,
        "code": str,
        "error": str,
        "rule": str,
        "kind": str,
        "kinds": list,
        "version": int,
        "findings": list,
        "selected": bool,
        "quote": str,
        "pharmacy": str,
        "fill": int,
        "means": str,
        "status": str,
        "route": str,
        "step": str,
        "stage": str,
        "urgent": bool,
        "conversation_type": str,
        "reason": str,
        "key": int,
        "rows": int,
        "events": int,
    }
)
"""What an event may tell besides, and of which type; `list` holds codes."""


@dataclass(frozen=True, slots=True)
class AuditEvent:
    """One act, before it is appended to the trail.

    Attributes:
        at: When, as an aware time.
        actor: Who: `patient`, `assistant`, or a member of staff or an operator by their account.
        action: What.
        patient_id: Whose record it concerns; only its keyed hash is kept.
        session_id: The conversation in which it happened.
        rx_number: The prescription that it concerns, where `object` is not given; only its keyed hash is kept.
        object: What it concerns: the id of a quote, an order or a case.
        detail: Codes and numbers by the names of `DETAILS`.

    Raises:
        ValueError: Something in it could be a person's words; the message does not repeat it.
    """

    at: datetime
    actor: str
    action: AuditAction
    patient_id: str | None = None
    session_id: str | None = None
    rx_number: str | None = None
    object: Code | None = None
    detail: Mapping[str, Detail] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.at.utcoffset() is None:
            raise ValueError("an event of the audit trail needs a time with a time zone")
        for name in ("actor", "session_id", "object"):
            value = getattr(self, name)
            if value is not None and not is_code(value):
                raise ValueError(f"{name} of an event of the audit trail must be a code")
        for name, value in self.detail.items():
            _check_detail(name, value)


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One event as the trail keeps it. `patient_ref` and a prescription's `object` are keyed hashes."""

    sequence: int
    at: datetime
    actor: str
    action: str
    patient_ref: str | None
    session_id: str | None
    object: str | None
    detail: Mapping[str, Detail]


@dataclass(frozen=True, slots=True)
class AuditHead:
    """Where the chain ends: its last event's number and code, and the proof that a holder of the key wrote so."""

    sequence: int
    mac: bytes
    proof: bytes


class AuditFault(StrEnum):
    """How a chain can be broken."""

    CHANGED = "changed"
    MOVED = "moved"
    INSERTED = "inserted"
    MISSING = "missing"
    TRUNCATED = "truncated"
    ADDED = "added"
    HEAD_MISSING = "head missing"
    HEAD_FORGED = "head forged"
    EXPORT_FORGED = "export forged"
    EXPORT_DIFFERS = "export differs"


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """The first place where a chain is not what was written. `words` tell an operator what was found."""

    sequence: int
    fault: AuditFault
    words: str


@dataclass(frozen=True, slots=True)
class Mismatch:
    """An order or a case that is not where the trail left it. `words` tell an operator what was found."""

    object: Code
    words: str


@dataclass(frozen=True, slots=True)
class AuditReport:
    """What a look through the chain found.

    Attributes:
        events: How many events are in order, from the first.
        head: Where the chain says that it ends; None while nothing was ever appended.
        broken: The first broken link, or None.
        mismatches: Orders and cases that a whole chain tells otherwise of; the first hundred.
    """

    events: int
    head: AuditHead | None
    broken: BrokenLink | None
    mismatches: tuple[Mismatch, ...] = ()


def is_code(value: object) -> bool:
    """Whether something is a short word of letters, digits and `_ . : -`, which no sentence is."""
    return isinstance(value, str) and _CODE.fullmatch(value) is not None


def as_code(name: str) -> Code:
    """A name of an account, a program or a model as a code: what does not fit becomes `_`, and the end is cut off."""
    return _NOT_IN_A_CODE.sub("_", name)[:MAX_CODE_CHARS] or "_"


def _check_detail(name: str, value: object) -> None:
    kind = DETAILS.get(name)
    if kind is None:
        raise ValueError("an event of the audit trail has a detail that is not on the list")
    if kind is list:
        fits = isinstance(value, list | tuple) and len(value) <= MAX_CODES and all(map(is_code, value))
    elif kind is str:
        fits = is_code(value)
    else:
        # A bool is an int to Python, and no count.
        fits = type(value) is kind
    if not fits:
        raise ValueError(f"{name} of an event of the audit trail is not of its type: codes and numbers only")
