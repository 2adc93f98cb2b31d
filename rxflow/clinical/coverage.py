"""What the patient's plan asks for before it pays."""

from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction

from rxflow.clinical.dosage import parse_sig
from rxflow.clinical.medication import Medication, spoken_date
from rxflow.domain.finding import Finding, FindingCode, Route, Severity
from rxflow.domain.plan import Authorization, FormularyEntry, Plan, QuantityLimit
from rxflow.domain.prescription import Prescription

AUTHORIZATION_NOTICE_DAYS = 30
EXCEPTIONS = frozenset({FindingCode.NOT_COVERED, FindingCode.STEP_THERAPY})
"""What a plan can make an exception of (DOMAIN.md §4, rejects 70 and 608)."""
_SOURCE = {"source": "plan formulary; DOMAIN.md §1.5 and §4", "confidence": "V"}


def check_covered(medication: Medication, plan: Plan, entry: FormularyEntry) -> Finding | None:
    """Block a medicine that the plan does not cover (NCPDP reject 70; DOMAIN.md §4)."""
    if entry.covered:
        return None
    return Finding(
        FindingCode.NOT_COVERED,
        Severity.BLOCK,
        f"Your plan, {plan.name}, does not cover {medication.name}. The plan can review a request for an exception.",
        Route.INSURER,
        {"drug": medication.name, "plan": plan.name} | _SOURCE,
    )


def check_authorization(
    medication: Medication, plan: Plan, entry: FormularyEntry, authorization: Authorization | None, today: date
) -> Finding | None:
    """Block without a valid prior authorization; warn when a valid one ends within 30 days.

    An approved authorization is valid from its first day, where one is given, through its last (NCPDP reject 75;
    DOMAIN.md §4).
    """
    if not entry.prior_authorization:
        return None
    evidence = {"drug": medication.name, "plan": plan.name}
    if authorization is not None and is_in_effect(authorization, today):
        if authorization.expires_on - today > timedelta(days=AUTHORIZATION_NOTICE_DAYS):
            return None
        return Finding(
            FindingCode.PRIOR_AUTHORIZATION,
            Severity.WARN,
            f"Your plan's approval (prior authorization) for {medication.name} ends on "
            f"{spoken_date(authorization.expires_on)}. "
            f"Ask {medication.prescription.prescriber} to renew it before then.",
            None,
            evidence
            | {"expires": authorization.expires_on.isoformat(), "prescriber": medication.prescription.prescriber}
            | _SOURCE,
        )
    return Finding(
        FindingCode.PRIOR_AUTHORIZATION,
        Severity.BLOCK,
        f"Your plan, {plan.name}, must approve {medication.name} before it pays (prior authorization). "
        "No approval is in effect now. The plan and your prescriber have to settle that first.",
        Route.INSURER,
        evidence | {"status": authorization.status if authorization else "none"} | _SOURCE,
    )


def is_in_effect(authorization: Authorization, today: date) -> bool:
    """Approved, begun and not ended; its last day still counts (DOMAIN.md §4)."""
    begun = authorization.starts_on is None or authorization.starts_on <= today
    return authorization.status.lower() == "approved" and begun and today <= authorization.expires_on


def check_step_therapy(
    medication: Medication, plan: Plan, entry: FormularyEntry, tried: Iterable[str]
) -> Finding | None:
    """Block while fewer than the required number of first-line medicines have been tried (NCPDP 608; DOMAIN.md §4)."""
    step = entry.step_therapy
    if step is None:
        return None
    done = {name.lower() for name in step.try_first} & {name.lower() for name in tried}
    if len(done) >= step.minimum:
        return None
    return Finding(
        FindingCode.STEP_THERAPY,
        Severity.BLOCK,
        f"Your plan, {plan.name}, asks that {step.description} be tried before it covers {medication.name}. "
        "The plan can review a request for an exception.",
        Route.INSURER,
        {
            "drug": medication.name,
            "plan": plan.name,
            "description": step.description,
            "tried": ", ".join(sorted(done)),
            "minimum": str(step.minimum),
        }
        | _SOURCE,
    )


def check_quantity(medication: Medication, plan: Plan, entry: FormularyEntry) -> Finding | None:
    """Block a fill above the plan's quantity limit (NCPDP 76; DOMAIN.md §1.5).

    A limit in another unit than the prescription's cannot be compared and finds nothing; the claim decides.
    """
    rx, limit = medication.prescription, entry.quantity_limit
    if limit is None or _singular(limit.unit) != _singular(rx.quantity_unit) or not exceeds_limit(rx, limit):
        return None
    return Finding(
        FindingCode.QUANTITY_LIMIT,
        Severity.BLOCK,
        f"Your plan, {plan.name}, covers {limit.quantity} {_counted(limit)} of {medication.name} in {limit.days} days, "
        f"and this refill is for {rx.amount}. A pharmacist can sort this out with the plan.",
        Route.PHARMACIST,
        {
            "drug": medication.name,
            "plan": plan.name,
            "quantity": rx.amount,
            "days_supply": str(rx.days_supply),
            "limit": f"{limit.quantity} {_counted(limit)} / {limit.days} days",
        }
        | _SOURCE,
    )


def exceeds_limit(prescription: Prescription, limit: QuantityLimit) -> bool:
    """Whether the fill uses more a day than the limit allows, compared exactly (DOMAIN.md §1.5).

    A pen used once a week or less often cannot be split by days, so a fill that lasts no longer than the limit's days
    is compared whole: 1 pen for 28 days is within 1 pen in 30 days.
    """
    allowed = Fraction(limit.quantity, limit.days) * prescription.days_supply
    if _singular(limit.unit) == "pen" and prescription.days_supply <= limit.days and _is_weekly_or_rarer(prescription):
        allowed = Fraction(limit.quantity)
    return prescription.quantity > allowed


def _is_weekly_or_rarer(prescription: Prescription) -> bool:
    dose = parse_sig(prescription.sig, prescription.strength)
    return dose is not None and dose.interval_days >= 7


def _counted(limit: QuantityLimit) -> str:
    unit = _singular(limit.unit)
    return limit.unit if limit.unit == "mL" else unit if limit.quantity == 1 else f"{unit}s"


def _singular(unit: str) -> str:
    return unit.lower().removesuffix("s")
