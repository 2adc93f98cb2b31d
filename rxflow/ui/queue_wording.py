"""The words of the queue."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueWording:
    """What the queue says. Braces are filled in by the page."""

    queue: str
    queue_summary: str
    queue_calm: str
    queue_sections: str
    queue_search: str
    queue_filters: str
    queue_route: str
    queue_any_route: str
    queue_empty: str
    queue_nothing_found: str
    queue_more: str
    queue_claim: str
    queue_open: str
    queue_go_on: str
    queue_claimed: str
    queue_urgent: str
    queue_late: str
    queue_mine: str
    queue_held: str
    queue_unclaimed: str
    queue_waited: str
    queue_minutes: str
    queue_hours: str
    queue_days: str
