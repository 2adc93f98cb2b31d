"""The words of the page of an order in the pharmacy."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderWorkWording:
    """What the page says. Braces are filled in by the page."""

    work_about: str
    work_promised: str
    work_late: str
    work_stages: str
    work_stage_done: str
    work_stage_to_come: str
    work_problem: str
    work_expected: str
    work_resolve: str
    work_resolved: str
    work_advance: str
    work_advanced: str
    work_advance_note: str
    work_not_yet: str
    work_not_yours: str
    work_unread: str
    work_stopping: str
    work_override: str
    work_override_reason: str
    work_override_note: str
    work_overridden: str
    work_overridden_by: str
    work_report: str
    work_report_reason: str
    work_report_day: str
    work_report_note: str
    work_report_send: str
    work_reported: str
    work_over: str
