"""What a person decides about a case, why, and what they had seen when they did."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType

from rxflow.domain.finding import FindingCode, Route


class Decision(StrEnum):
    """What is decided; all but `hold` settle the case."""

    APPROVE = "approve"
    CHANGE = "change"
    DENY = "deny"
    HOLD = "hold"


class DecisionReason(StrEnum):
    """Why, as a code: each has words for the patient, `decision_<REASON>` of the message catalogues."""

    EARLY_FILL_TRAVEL = "EARLY_FILL_TRAVEL"
    EARLY_FILL_LOST = "EARLY_FILL_LOST"
    EARLY_FILL_DOSE_CHANGED = "EARLY_FILL_DOSE_CHANGED"
    BENEFIT_OUTWEIGHS_RISK = "BENEFIT_OUTWEIGHS_RISK"
    ALLERGY_RULED_OUT = "ALLERGY_RULED_OUT"
    CHECKED_WITH_PRESCRIBER = "CHECKED_WITH_PRESCRIBER"
    RENEWED = "RENEWED"
    PLAN_APPROVED = "PLAN_APPROVED"
    OTHER_MEDICINE = "OTHER_MEDICINE"
    OTHER_STRENGTH = "OTHER_STRENGTH"
    SHORTER_SUPPLY = "SHORTER_SUPPLY"
    NOT_SAFE = "NOT_SAFE"
    TOO_EARLY = "TOO_EARLY"
    NOT_RENEWED = "NOT_RENEWED"
    PLAN_DENIED = "PLAN_DENIED"
    SEE_PRESCRIBER = "SEE_PRESCRIBER"
    WAITING_PRESCRIBER = "WAITING_PRESCRIBER"
    WAITING_PLAN = "WAITING_PLAN"
    WAITING_PATIENT = "WAITING_PATIENT"
    WAITING_STOCK = "WAITING_STOCK"


@dataclass(frozen=True, slots=True)
class ReasonRule:
    """Which decision a reason belongs to, in the cases of which routes."""

    decision: Decision
    routes: frozenset[Route]


_PHARMACIST = frozenset({Route.PHARMACIST})
_PRESCRIBER = frozenset({Route.PRESCRIBER})
_INSURER = frozenset({Route.INSURER})
_CLINICIANS = _PHARMACIST | _PRESCRIBER
_ANY = frozenset(Route)
REASONS: Mapping[DecisionReason, ReasonRule] = MappingProxyType(
    {
        DecisionReason.EARLY_FILL_TRAVEL: ReasonRule(Decision.APPROVE, _PHARMACIST),
        DecisionReason.EARLY_FILL_LOST: ReasonRule(Decision.APPROVE, _PHARMACIST),
        DecisionReason.EARLY_FILL_DOSE_CHANGED: ReasonRule(Decision.APPROVE, _PHARMACIST),
        DecisionReason.BENEFIT_OUTWEIGHS_RISK: ReasonRule(Decision.APPROVE, _PHARMACIST),
        DecisionReason.ALLERGY_RULED_OUT: ReasonRule(Decision.APPROVE, _PHARMACIST),
        DecisionReason.CHECKED_WITH_PRESCRIBER: ReasonRule(Decision.APPROVE, _PHARMACIST),
        DecisionReason.RENEWED: ReasonRule(Decision.APPROVE, _PRESCRIBER),
        DecisionReason.PLAN_APPROVED: ReasonRule(Decision.APPROVE, _INSURER),
        DecisionReason.OTHER_MEDICINE: ReasonRule(Decision.CHANGE, _ANY),
        DecisionReason.OTHER_STRENGTH: ReasonRule(Decision.CHANGE, _ANY),
        DecisionReason.SHORTER_SUPPLY: ReasonRule(Decision.CHANGE, _ANY),
        DecisionReason.NOT_SAFE: ReasonRule(Decision.DENY, _CLINICIANS),
        DecisionReason.TOO_EARLY: ReasonRule(Decision.DENY, _PHARMACIST),
        DecisionReason.NOT_RENEWED: ReasonRule(Decision.DENY, _PRESCRIBER),
        DecisionReason.PLAN_DENIED: ReasonRule(Decision.DENY, _INSURER),
        DecisionReason.SEE_PRESCRIBER: ReasonRule(Decision.DENY, _ANY),
        DecisionReason.WAITING_PRESCRIBER: ReasonRule(Decision.HOLD, _ANY),
        DecisionReason.WAITING_PLAN: ReasonRule(Decision.HOLD, _INSURER),
        DecisionReason.WAITING_PATIENT: ReasonRule(Decision.HOLD, _ANY),
        DecisionReason.WAITING_STOCK: ReasonRule(Decision.HOLD, _PHARMACIST),
    }
)
"""Sources: DOMAIN.md §1.6 (why an early fill is asked for, NCPDP 420-DK 3, 4 and 5), §1.11 with 42 CFR 456.705(b) (what
a pharmacist judges), §1.1 (a renewal is the prescriber's), §4 (an approval is the plan's)."""


def reasons_for(decision: Decision, route: Route) -> tuple[DecisionReason, ...]:
    """The reasons that a decision about a case of a route may have, in their order."""
    return tuple(reason for reason, rule in REASONS.items() if rule.decision is decision and route in rule.routes)


@dataclass(frozen=True, slots=True)
class SeenFinding:
    """A finding as a pharmacist saw it: its code, and all the facts that it rested on."""

    code: FindingCode
    evidence: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Override:
    """A pharmacist's judgement that a finding need not hold up a prescription.

    Attributes:
        rx_number: The prescription; no other is meant.
        seen: The finding with its facts; one about other facts is not meant.
        last_day: The last day on which it counts.
        actor: Who judged.
        case_id: The case in which they wrote why.
    """

    rx_number: str
    seen: SeenFinding
    last_day: date
    actor: str
    case_id: str


@dataclass(frozen=True, slots=True)
class Renewal:
    """A prescriber's new authorization of a prescription: how many fills, and since when."""

    rx_number: str
    refills: int
    at: datetime
