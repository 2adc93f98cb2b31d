"""The clinical tables that the rules read, indexed once when they are built."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeVar

from rxflow.domain.drug import Schedule

InteractionSeverity = Literal["contraindicated", "major", "moderate"]
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Interaction:
    """What two ingredients, or an ingredient and a fixed combination, do together."""

    drug_a: str
    drug_b: str
    severity: InteractionSeverity
    effect: str
    source: str
    confidence: str


@dataclass(frozen=True, slots=True)
class MaxDailyDose:
    """The most that a label allows an adult in one day, in milligrams."""

    drug: str
    mg_per_day: Decimal
    source: str
    confidence: str


@dataclass(frozen=True, slots=True)
class PregnancyCaution:
    """A medicine that must be reviewed in pregnancy or breastfeeding."""

    drug: str
    advice_class: str
    source: str
    confidence: str


@dataclass(frozen=True, slots=True)
class RemsProgramme:
    """A risk programme under which a pharmacist must authorise every fill."""

    drug: str
    programme: str
    rule: str
    source: str
    confidence: str


@dataclass(frozen=True, slots=True)
class AbruptStop:
    """A medicine that is dangerous to run out of."""

    drug: str
    group: str
    source: str
    confidence: str


@dataclass(frozen=True, slots=True)
class ScheduleRule:
    """Refill limits of one schedule; None is no limit of that kind.

    `refill_threshold` is the part of the days' supply that must be used before the next fill.
    """

    schedule: Schedule
    max_refills: int | None
    expires_after_months: int | None
    expires_after_days: int | None
    refill_threshold: Decimal | None
    source: str
    confidence: str


FEDERAL_FLOOR = ScheduleRule(
    schedule=Schedule.UNKNOWN,
    max_refills=5,
    expires_after_months=6,
    expires_after_days=None,
    refill_threshold=Decimal("0.90"),
    source="21 CFR 1306.22; DOMAIN.md §1.2",
    confidence="V",
)
"""Used for a schedule without a row: an unknown schedule is treated as controlled (DOMAIN.md §1.2)."""


@dataclass(frozen=True, slots=True)
class ClinicalTables:
    """Every clinical table, with drug names in lower case. Build it with `ClinicalTables.build`.

    `interactions` is keyed by the unordered pair of names; `classes_of` maps a medicine to its allergy classes.
    """

    interactions: Mapping[frozenset[str], Interaction]
    allergy_classes: Mapping[str, frozenset[str]]
    classes_of: Mapping[str, frozenset[str]]
    max_daily_dose: Mapping[str, MaxDailyDose]
    pregnancy: Mapping[str, PregnancyCaution]
    rems: Mapping[str, RemsProgramme]
    abrupt_stop: Mapping[str, AbruptStop]
    schedule_rules: Mapping[Schedule, ScheduleRule]

    @classmethod
    def build(
        cls,
        interactions: Iterable[Interaction],
        allergy_classes: Mapping[str, frozenset[str]],
        max_daily_dose: Mapping[str, MaxDailyDose],
        pregnancy: Mapping[str, PregnancyCaution],
        rems: Mapping[str, RemsProgramme],
        abrupt_stop: Mapping[str, AbruptStop],
        schedule_rules: Mapping[Schedule, ScheduleRule],
    ) -> "ClinicalTables":
        """Index the rows.

        Args:
            interactions: Rows in any order; of two rows for one pair the more severe counts.
            allergy_classes: Class name to the medicines in it.
            max_daily_dose: By product name, such as `metformin` or `metformin ER`.
            pregnancy: By record name or ingredient.
            rems: By record name or ingredient.
            abrupt_stop: By record name or ingredient.
            schedule_rules: By schedule.
        """
        classes = {name: frozenset(map(str.lower, members)) for name, members in allergy_classes.items()}
        return cls(
            interactions=_by_pair(interactions),
            allergy_classes=classes,
            classes_of=_by_member(classes),
            max_daily_dose=_lower_keys(max_daily_dose),
            pregnancy=_lower_keys(pregnancy),
            rems=_lower_keys(rems),
            abrupt_stop=_lower_keys(abrupt_stop),
            schedule_rules=dict(schedule_rules),
        )

    def interaction(self, one: str, other: str) -> Interaction | None:
        """The row for two lower-case names in either order."""
        return self.interactions.get(frozenset((one, other)))

    def schedule_rule(self, schedule: Schedule) -> ScheduleRule:
        """The limits of a schedule; a schedule without a row gets the federal floor for III and IV."""
        return self.schedule_rules.get(schedule, FEDERAL_FLOOR)


SEVERITY_ORDER: Mapping[InteractionSeverity, int] = {"contraindicated": 0, "major": 1, "moderate": 2}


def _by_pair(rows: Iterable[Interaction]) -> dict[frozenset[str], Interaction]:
    index: dict[frozenset[str], Interaction] = {}
    for row in rows:
        pair = frozenset((row.drug_a.lower(), row.drug_b.lower()))
        known = index.get(pair)
        if known is None or SEVERITY_ORDER[row.severity] < SEVERITY_ORDER[known.severity]:
            index[pair] = row
    return index


def _by_member(classes: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    index: defaultdict[str, set[str]] = defaultdict(set)
    for name, members in classes.items():
        for member in members:
            index[member].add(name)
    return {member: frozenset(names) for member, names in index.items()}


def _lower_keys(rows: Mapping[str, Row]) -> dict[str, Row]:
    return {name.lower(): row for name, row in rows.items()}
