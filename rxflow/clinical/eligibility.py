"""May this prescription be filled today at all: status, schedule, risk programme, expiry and refills left."""

import calendar
from datetime import date, timedelta

from rxflow.clinical.medication import Medication, sentence, spoken_date
from rxflow.clinical.tables import ClinicalTables, ScheduleRule
from rxflow.domain.drug import Schedule
from rxflow.domain.finding import Finding, FindingCode, Route, Severity

_REMS_WITHOUT_BLOCK = ("information", "ended")
_STATUS_WORDS = {
    "on hold": "is on hold",
    "discontinued": "has been stopped (discontinued)",
    "transferred": "was transferred to another pharmacy",
}
TRANSFERRED = "transferred"


def check_status(medication: Medication) -> Finding | None:
    """Block a prescription that is on hold or discontinued.

    Source: DOMAIN.md §1.12, step 4. There is no code of its own for it; EXPIRED means "no longer valid here", and the
    pharmacist, not the prescriber, knows why.
    """
    return None if medication.prescription.status in {"active", TRANSFERRED} else _inactive(medication)


def check_transfer(medication: Medication) -> Finding | None:
    """Block a prescription that another pharmacy holds now. Source: DOMAIN.md §1.12, step 8; 21 CFR 1306.25."""
    return _inactive(medication) if medication.prescription.status == TRANSFERRED else None


def _inactive(medication: Medication) -> Finding:
    status = medication.prescription.status
    return Finding(
        FindingCode.EXPIRED,
        Severity.BLOCK,
        f"Your prescription for {medication.name} {_STATUS_WORDS[status]}, so it cannot be refilled here now. "
        "A pharmacist can tell you what to do next.",
        Route.PHARMACIST,
        {"drug": medication.name, "status": status, "reason": status, "source": "DOMAIN.md §1.12", "confidence": "K"},
    )


def check_schedule(medication: Medication) -> Finding | None:
    """Block schedule II, an unknown schedule and an unlisted drug; III to V go on.

    Source: 21 CFR 1306.12(a) (no refills of schedule II); DOMAIN.md §1.2 (unknown is treated as controlled).
    """
    rx, schedule = medication.prescription, medication.schedule
    evidence = {"drug": medication.name, "schedule": schedule.value}
    if schedule is Schedule.II:
        return Finding(
            FindingCode.CONTROLLED,
            Severity.BLOCK,
            f"Federal law does not allow refills of {medication.name}, a tightly controlled medicine (Schedule II). "
            f"You need a new prescription from {rx.prescriber} each time.",
            Route.PRESCRIBER,
            evidence | {"prescriber": rx.prescriber, "source": "21 CFR 1306.12(a); DOMAIN.md §1.2", "confidence": "V"},
        )
    if schedule is Schedule.UNKNOWN:
        return Finding(
            FindingCode.CONTROLLED,
            Severity.BLOCK,
            f"We do not have enough information about {medication.name} to refill it here. "
            "A pharmacist needs to look at it first.",
            Route.PHARMACIST,
            evidence | {"source": "DOMAIN.md §1.2", "confidence": "K"},
        )
    return None


def check_rems(medication: Medication, tables: ClinicalTables, today: date) -> Finding | None:
    """Block a drug under a REMS programme: a pharmacist authorises every fill.

    The row in force today counts. One whose rule begins with `information` or `ended` does not block; one to `check`
    does, because its status is not known. Source: DOMAIN.md §1.10; 21 USC 355-1.
    """
    rows = (tables.rems_programme(name, today) for name in medication.names)
    row = next((row for row in rows if row is not None), None)
    programme = row.programme if row else medication.drug.rems if medication.drug else None
    if not programme or (row and row.rule.startswith(_REMS_WITHOUT_BLOCK)):
        return None
    return Finding(
        FindingCode.REMS,
        Severity.BLOCK,
        f"{sentence(medication.name)} has a safety program ({programme}), so a pharmacist must approve each fill. "
        "The pharmacist will tell you what the program asks for.",
        Route.PHARMACIST,
        {
            "drug": medication.name,
            "programme": programme,
            "rule": row.rule if row else "",
            "source": row.source if row else "DOMAIN.md §1.10",
            "confidence": row.confidence if row else "K",
        },
    )


def last_fillable_day(written_on: date, rule: ScheduleRule) -> date | None:
    """The last day on which a prescription can be filled, or None without a limit.

    Months are calendar months, clamped at the month's end: written on August 31, the last day is February 28 or 29.
    Source: 21 CFR 1306.22(a) for schedules III and IV; state law for the others (DOMAIN.md §1.2).
    """
    limits = []
    if rule.expires_after_months is not None:
        limits.append(add_months(written_on, rule.expires_after_months))
    if rule.expires_after_days is not None:
        limits.append(written_on + timedelta(days=rule.expires_after_days))
    return min(limits, default=None)


def add_months(day: date, months: int) -> date:
    """The same day a number of calendar months later, or that month's last day (DOMAIN.md §1.2)."""
    year, month_index = divmod(day.year * 12 + day.month - 1 + months, 12)
    month = month_index + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def expires_on(medication: Medication, tables: ClinicalTables, today: date, state: str | None = None) -> date | None:
    """The last day on which a prescription can be filled by the rules of a state on a day, or None without a limit."""
    return last_fillable_day(
        medication.prescription.written_on, tables.schedule_rule(medication.schedule, state, today)
    )


def check_expiry(
    medication: Medication, tables: ClinicalTables, today: date, state: str | None = None
) -> Finding | None:
    """Block a lapsed prescription; the prescriber can renew it.

    Source: 21 CFR 1306.22(a); state law of the dispensing pharmacy, a table (DOMAIN.md §1.2).
    """
    rx, rule = medication.prescription, tables.schedule_rule(medication.schedule, state, today)
    last_day = expires_on(medication, tables, today, state)
    if last_day is None or today <= last_day:
        return None
    return Finding(
        FindingCode.EXPIRED,
        Severity.BLOCK,
        f"Your prescription for {medication.name} expired on {spoken_date(last_day)}. "
        f"{rx.prescriber} needs to renew it before it can be filled.",
        Route.PRESCRIBER,
        {
            "drug": medication.name,
            "prescriber": rx.prescriber,
            "expires": last_day.isoformat(),
            "source": rule.source,
            "confidence": rule.confidence,
        },
    )


def check_refills(
    medication: Medication,
    tables: ClinicalTables,
    today: date | None = None,
    state: str | None = None,
    renewed_after: int = 0,
) -> Finding | None:
    """Block when no refill remains, or when a controlled medicine has had all that the law allows.

    Where the law counts, so do the fills since the prescription was written, the first of which is no refill; what was
    used before a renewal was another prescription's. Source: 21 CFR 1306.22(a) (five refills of III and IV); state law,
    a table; DOMAIN.md §1.1 and §1.2.
    """
    rx, rule = medication.prescription, tables.schedule_rule(medication.schedule, state, today)
    used = rx.refills_authorized - rx.refills_remaining - renewed_after
    if rule.max_refills is not None:
        used = max(used, sum(fill >= rx.written_on for fill in rx.fills) - 1)
    if rx.refills_remaining > 0 and (rule.max_refills is None or used < rule.max_refills):
        return None
    return Finding(
        FindingCode.NO_REFILLS,
        Severity.BLOCK,
        f"Your prescription for {medication.name} has no refills left. "
        f"{rx.prescriber} needs to approve more (a renewal) before it can be filled.",
        Route.PRESCRIBER,
        {
            "drug": medication.name,
            "prescriber": rx.prescriber,
            "refills_used": str(used),
            "source": rule.source,
            "confidence": rule.confidence,
        },
    )
