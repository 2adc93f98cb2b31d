"""The words of the page that a patient begins on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeWording:
    """What the page that a patient begins on says. Braces are filled in by the page."""

    home_title: str
    home_summary_none: str
    home_chat: str
    home_refill_all: str
    home_empty: str
    home_empty_next: str
    home_group_ready: str
    home_group_ordered: str
    home_group_later: str
    home_group_waiting: str
    home_group_ended: str
    home_ready: str
    home_noted: str
    home_elsewhere: str
    home_ordered: str
    home_ordered_ready: str
    home_ordered_waits: str
    home_later: str
    home_with_prescriber: str
    home_with_pharmacist: str
    home_with_plan: str
    home_case: str
    home_ended: str
    home_refills_left: str
    home_refill: str
    home_refill_elsewhere: str
    home_ask_prescriber: str
    home_ask_plan: str
    home_ask_pharmacist: str
    home_ask_when: str
    home_track: str
    home_see_orders: str
    home_view_only: str
