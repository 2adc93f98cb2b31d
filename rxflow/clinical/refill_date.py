"""When a fill may be repeated: the plan's threshold, its way of counting, and the first day."""

import math
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from rxflow.clinical.medication import Medication, spoken_date
from rxflow.clinical.tables import ClinicalTables
from rxflow.domain.drug import Schedule
from rxflow.domain.finding import Finding, FindingCode, Severity
from rxflow.domain.plan import Plan

THRESHOLD_WITHOUT_PLAN = Decimal("0.75")
THRESHOLD_CONTROLLED = Decimal("0.90")
LOOK_BACK_DAYS = 180
"""How far back a plan that counts supply on hand adds up early fills."""


def refill_threshold(schedule: Schedule, plan: Plan | None, tables: ClinicalTables) -> Decimal:
    """The part of the days' supply to be used before a refill: 0.90 controlled, else the plan's, else 0.75.

    A controlled medicine under a plan stricter than 0.90 waits for the plan. Source: DOMAIN.md §1.4.
    """
    rule = tables.schedule_rule(schedule)
    if schedule.is_controlled:
        floor = rule.refill_threshold or THRESHOLD_CONTROLLED
        return max(floor, plan.refill_threshold) if plan else floor
    if plan:
        return plan.refill_threshold
    return rule.refill_threshold or THRESHOLD_WITHOUT_PLAN


def earliest_refill(last_fill: date, days_supply: int, threshold: Decimal) -> date:
    """The first day a refill is expected to be accepted; the fill day is day 0 (DOMAIN.md §1.4).

    Args:
        last_fill: Day of the last fill.
        days_supply: Days that the fill lasts.
        threshold: Part of it that must be used, 0 to 1.
    """
    return last_fill + timedelta(days=math.ceil(days_supply * threshold))


def earliest_by_plan(fills: Sequence[date], days_supply: int, threshold: Decimal, plan: Plan | None) -> date:
    """`earliest_refill` as a plan counts: its rounding, its first day, and early fills added up where it does so.

    Supply on hand shifts each fill to the end of the one before it, over the last 180 days; a plan that counts it asks
    for the threshold of the fill that ends last. Source: DOMAIN.md §1.4 (payers differ).

    Args:
        fills: Days of the fills, latest first; at least one.
        days_supply: Days that each fill lasts.
        threshold: Part that must be used, 0 to 1.
        plan: Who pays; None counts as DOMAIN.md §1.4 does.
    """
    earliest = earliest_refill(fills[0], days_supply, threshold)
    if plan is None:
        return earliest
    if plan.refill_rounding == "down":
        earliest = fills[0] + timedelta(days=math.floor(days_supply * threshold))
    if plan.refill_fill_day == 1:
        earliest -= timedelta(days=1)
    if not plan.refill_counts_on_hand:
        return earliest
    begins = fills[0] - timedelta(days=LOOK_BACK_DAYS)
    free = begins
    for fill in sorted(day for day in fills if day >= begins):
        free = max(fill, free) + timedelta(days=days_supply)
    return earliest + (free - timedelta(days=days_supply) - fills[0])


def check_refill_date(medication: Medication, plan: Plan | None, tables: ClinicalTables, today: date) -> Finding | None:
    """Block a refill asked for too early, with the first day it can be filled (DOMAIN.md §1.4).

    A controlled medicine is counted as strictly as anyone counts, whatever the plan does. No route: the patient waits,
    and asks the pharmacist about travel or loss only if they need to.
    """
    rx = medication.prescription
    if rx.last_fill is None:
        return None
    threshold = refill_threshold(medication.schedule, plan, tables)
    earliest = earliest_by_plan(rx.fills, rx.days_supply, threshold, plan)
    if medication.schedule.is_controlled:
        earliest = max(earliest, earliest_refill(rx.last_fill, rx.days_supply, threshold))
    if today >= earliest:
        return None
    return Finding(
        FindingCode.TOO_SOON,
        Severity.BLOCK,
        f"It is too soon to refill {medication.name}: the first expected refill date is {spoken_date(earliest)}. "
        "If you are traveling or your medicine was lost, a pharmacist can help.",
        None,
        {
            "drug": medication.name,
            "date": earliest.isoformat(),
            "last_fill": rx.last_fill.isoformat(),
            "days_supply": str(rx.days_supply),
            "threshold": str(threshold),
            "source": "DOMAIN.md §1.4",
            "confidence": "V",
        },
    )
