"""The words that a case's page and an order's share: alerts, the patient, who has it, and what was done."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskWording:
    """What both pages say. Braces are filled in by the page."""

    desk_back: str
    desk_nothing_open: str
    desk_claim: str
    desk_claimed: str
    desk_claim_first: str
    desk_release: str
    desk_released: str
    desk_yours: str
    desk_held: str
    desk_take_over: str
    desk_taken_over: str
    desk_take_over_why: str
    desk_note: str
    desk_note_add: str
    desk_noted: str
    desk_history: str
    # Alerts
    alerts: str
    alerts_none: str
    alert_open: str
    alert_opened: str
    alert_read: str
    alert_unread: str
    alert_must_be_read: str
    alert_facts: str
    # The patient
    person_about: str
    person_guardian: str
    person_trusted: str
    person_allergies: str
    person_no_allergies: str
    person_conditions: str
    person_reports: str
    person_medicines: str
    person_fill: str
    person_no_fill: str
    person_last_fill: str
    person_changes: str
    person_no_changes: str
