"""What a pharmacist's approval lifts: for one prescription, for some days, and the facts that they saw alone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType

from rxflow.domain.case_decision import Override, SeenFinding
from rxflow.domain.finding import Finding, FindingCode, Severity

DEFAULT_DAYS = 14
MOST_DAYS = 30
"""For how long an approval counts, from the day it is given: one fill, not a new rule. Example values of this product;
DOMAIN.md §1.6 and §1.11 (a judgement is of one fill: it is made anew before each, 42 CFR 456.705(b))."""

REVIEWED = "reviewed"
"""The fact of a lifted finding that says which words the patient reads (`finding_<CODE>_reviewed`)."""
REVIEW_FACTS = frozenset({REVIEWED, "reviewed_by", "reviewed_in", "reviewed_until"})
LOOKED_AT = "A pharmacist has looked at this and approved it."
"""What the patient reads before the warning."""


@dataclass(frozen=True, slots=True)
class Liftable:
    """A finding that is for a pharmacist's judgement.

    Attributes:
        source: Who says so.
        rests_on: A fact that only a finding of judgement has, where a law speaks under the same code.
        never: A finding of this code for this `reason` is a hard stop all the same.
    """

    source: str
    rests_on: str | None = None
    never: str | None = None


LIFTABLE: Mapping[FindingCode, Liftable] = MappingProxyType(
    {
        # A day that the law sets, such as that of a prescription dated ahead (21 CFR 1306.12(b)), has no last fill.
        FindingCode.TOO_SOON: Liftable("DOMAIN.md §1.4 and §1.6 (NCPDP 420-DK 3, 4 and 5)", rests_on="last_fill"),
        FindingCode.ALLERGY: Liftable("42 CFR 456.705(b)(1); DOMAIN.md §8 and §1.11"),
        FindingCode.PREGNANCY: Liftable("DOMAIN.md §6.2 and §1.11"),
        FindingCode.INTERACTION: Liftable("42 CFR 456.705(b)(1); DOMAIN.md §8 and §1.11"),
        FindingCode.DUPLICATE_THERAPY: Liftable("42 CFR 456.705(b)(1); DOMAIN.md §8 and §1.11"),
        # Daily methotrexate: the directions are corrected, not approved (label, boxed warning; DOMAIN.md §8).
        FindingCode.DOSE: Liftable("42 CFR 456.705(b)(1); DOMAIN.md §8 and §1.11", never="weekly"),
    }
)
"""Every other code stays. REMS: the programme authorizes each fill (21 USC 355-1). CONTROLLED: no refill of schedule II
(21 CFR 1306.12(a)), and an unknown schedule is a record to correct. EXPIRED and NO_REFILLS: the prescriber renews
(21 CFR 1306.22(a); DOMAIN.md §1.1). Coverage: the plan decides (DOMAIN.md §4). QUANTITY_LIMIT: a law's, a plan's or a
record's. EMERGENCY: whom to call (DOMAIN.md §6). NOT_FOUND, AMBIGUOUS and OUT_OF_STOCK: nothing to judge."""

_SEVERE = frozenset({"contraindicated", "major", "severe"})
_ALWAYS_SEVERE = frozenset({FindingCode.ALLERGY, FindingCode.PREGNANCY, FindingCode.DOSE})


def is_liftable(finding: Finding) -> bool:
    """Whether a pharmacist may judge that a finding need not hold up a refill (`LIFTABLE` has the sources)."""
    rule = LIFTABLE.get(finding.code)
    if rule is None or finding.severity is not Severity.BLOCK:
        return False
    is_of_judgement = rule.rests_on is None or rule.rests_on in finding.evidence
    return is_of_judgement and (rule.never is None or finding.evidence.get("reason") != rule.never)


def must_be_read(finding: Finding) -> bool:
    """Whether a finding must have been opened before somebody approves: all that block, and severe warnings.

    A warning of an allergy, a pregnancy or a dose is always one; another where its table calls it severe. Source:
    42 CFR 456.705(b) (review before each fill); DOMAIN.md §1.11 (any interaction of major severity or above).
    """
    if finding.severity is Severity.BLOCK:
        return True
    graded = _SEVERE & {finding.evidence.get("severity", ""), finding.evidence.get("reaction_severity", "")}
    return finding.severity is Severity.WARN and (finding.code in _ALWAYS_SEVERE or bool(graded))


def as_seen(finding: Finding) -> SeenFinding:
    """A finding as whoever looks at it sees it; what a former review added is no fact of the rule."""
    return SeenFinding(finding.code, _facts(finding.evidence))


def lift(
    findings: Iterable[Finding], overrides: Iterable[Override], rx_number: str, today: date
) -> tuple[Finding, ...]:
    """The findings about a prescription, those that a pharmacist approved as warnings that say who looked at them.

    An override lifts a finding of its own code, about its own prescription, through its own last day, and only where
    every fact of the finding is as the pharmacist saw it: another interacting medicine is another finding. Source:
    42 CFR 456.705(b) (review before each fill); DOMAIN.md §1.11.

    Args:
        findings: What the rules found, in the order of decision, which stays.
        overrides: What was approved, for whichever prescription.
        rx_number: The prescription that the findings are about.
        today: The day of the refill.
    """
    counts = [each for each in overrides if each.rx_number == rx_number and today <= each.last_day]
    return tuple(_lifted(finding, counts) for finding in findings)


def last_day_of(today: date, asked: date | None) -> date:
    """The last day of an approval: the one asked for, or in two weeks.

    Raises:
        ValueError: It has passed, or is more than 30 days ahead.
    """
    last_day = asked or today + timedelta(days=DEFAULT_DAYS)
    if not today <= last_day <= today + timedelta(days=MOST_DAYS):
        raise ValueError(f"An approval counts for at most {MOST_DAYS} days from today, and not for days that are over.")
    return last_day


def _lifted(finding: Finding, counts: Iterable[Override]) -> Finding:
    if not is_liftable(finding):
        return finding
    found = next((each for each in counts if each.seen == as_seen(finding)), None)
    if found is None:
        return finding
    review = {
        REVIEWED: REVIEWED,
        "reviewed_by": found.actor,
        "reviewed_in": found.case_id,
        "reviewed_until": found.last_day.isoformat(),
    }
    return replace(
        finding, severity=Severity.WARN, message=LOOKED_AT, route=None, evidence={**finding.evidence, **review}
    )


def _facts(evidence: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in evidence.items() if name not in REVIEW_FACTS}
