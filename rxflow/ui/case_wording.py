"""The words of a case's page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseWording:
    """What a case's page says. Braces are filled in by the page."""

    case_title: str
    case_about: str
    case_urgent: str
    case_settled: str
    case_decide: str
    case_decision: str
    case_reason: str
    case_valid_until: str
    case_refills: str
    case_team_note: str
    case_patient_note: str
    case_preview: str
    case_decided: str
    case_not_yet: str
    case_send: str
    case_settle: str
    case_settle_hint: str
    case_confirm: str
    case_close: str
    case_done: str
    case_reply: str
    case_reply_words: str
    case_replied: str
    case_conversation: str
    case_summary: str
    case_told: str
    case_said_nothing: str
