"""The words of the page of what a patient chooses."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PreferencesWording:
    """What the page of what a patient chooses says. Braces are filled in by the page."""

    preferences_title: str
    preferences_saved: str
    preferences_stale: str
    preferences_view_only: str
    preferences_language: str
    preferences_language_hint: str
    preferences_pharmacy: str
    preferences_pharmacy_hint: str
    preferences_save: str
    preferences_tell_me: str
    preferences_tell_me_hint: str
    preferences_order_ready: str
    preferences_refill_due: str
    preferences_delay: str
    preferences_pharmacist_message: str
    preferences_given: str
    preferences_withdrawn: str
    preferences_never: str
    preferences_person: str
    preferences_person_hint: str
    preferences_person_now: str
    preferences_person_name: str
    preferences_person_relationship: str
    preferences_person_may: str
    preferences_orders: str
    preferences_medicines: str
    preferences_costs: str
    preferences_person_save: str
    preferences_person_remove: str
    preferences_person_missing: str
    preferences_delete: str
    preferences_delete_hint: str
    preferences_delete_ask: str
    preferences_delete_title: str
    preferences_delete_goes: str
    preferences_delete_stays: str
    preferences_delete_then: str
    preferences_delete_yes: str
    preferences_delete_no: str
    preferences_delete_busy: str
