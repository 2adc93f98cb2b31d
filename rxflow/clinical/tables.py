"""The clinical tables that the rules read, indexed once when they are built."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal, TypeVar

from rxflow.clinical.tall_man import tall_man_spellings
from rxflow.domain.drug import Schedule

InteractionSeverity = Literal["contraindicated", "major", "moderate"]
Row = TypeVar("Row")
Key = TypeVar("Key")


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
    """What a risk programme asks for in a period; None is no first or no last day."""

    drug: str
    programme: str
    rule: str
    source: str
    confidence: str
    effective_from: date | None = None
    effective_until: date | None = None

    def is_in_force(self, today: date) -> bool:
        """Whether the row is the one that counts on a day; both ends are counted."""
        return _covers(self.effective_from, self.effective_until, today)


@dataclass(frozen=True, slots=True)
class AbruptStop:
    """A medicine that is dangerous to run out of."""

    drug: str
    group: str
    source: str
    confidence: str


@dataclass(frozen=True, slots=True)
class TherapeuticClass:
    """One ingredient of a class of which a patient rarely needs two; `severity` says what two of them are."""

    class_name: str
    member: str
    severity: Literal["block", "warn"]
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
    max_days_supply: int | None = None


@dataclass(frozen=True, slots=True)
class StateRule:
    """What a state changes in the limits of a schedule, in a period; None leaves that limit as it is."""

    state: str
    schedule: Schedule
    expires_after_months: int | None
    max_refills: int | None
    max_days_supply: int | None
    effective_from: date | None
    effective_until: date | None
    source: str
    confidence: str

    def is_in_force(self, today: date) -> bool:
        """Whether the rule counts on a day; both ends are counted."""
        return _covers(self.effective_from, self.effective_until, today)


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

    `interactions` is keyed by the unordered pair of names; `classes_of` maps a medicine to its allergy classes;
    `tall_man` has the spelling of look-alike names that people are shown.
    """

    interactions: Mapping[frozenset[str], Interaction]
    allergy_classes: Mapping[str, frozenset[str]]
    classes_of: Mapping[str, frozenset[str]]
    max_daily_dose: Mapping[str, MaxDailyDose]
    pregnancy: Mapping[str, PregnancyCaution]
    rems: Mapping[str, tuple[RemsProgramme, ...]]
    abrupt_stop: Mapping[str, AbruptStop]
    schedule_rules: Mapping[Schedule, ScheduleRule]
    state_rules: Mapping[tuple[str, Schedule], tuple[StateRule, ...]]
    therapeutic_classes: Mapping[str, tuple[TherapeuticClass, ...]]
    ingredients_of: Mapping[str, tuple[str, ...]]
    tall_man: Mapping[str, str]

    @classmethod
    def build(
        cls,
        interactions: Iterable[Interaction],
        allergy_classes: Mapping[str, frozenset[str]],
        max_daily_dose: Mapping[str, MaxDailyDose],
        pregnancy: Mapping[str, PregnancyCaution],
        rems: Iterable[RemsProgramme],
        abrupt_stop: Mapping[str, AbruptStop],
        schedule_rules: Mapping[Schedule, ScheduleRule],
        state_rules: Iterable[StateRule] = (),
        therapeutic_classes: Iterable[TherapeuticClass] = (),
        ingredients_of: Mapping[str, tuple[str, ...]] | None = None,
        look_alikes: Iterable[tuple[str, str]] = (),
    ) -> "ClinicalTables":
        """Index the rows.

        Args:
            interactions: Rows in any order; of two rows for one pair the more severe counts.
            allergy_classes: Class name to the medicines in it.
            max_daily_dose: By product name, such as `metformin` or `metformin ER`.
            pregnancy: By record name or ingredient.
            rems: Rows in any order, by record name or ingredient; a programme whose terms changed has several.
            abrupt_stop: By record name or ingredient.
            schedule_rules: By schedule.
            state_rules: Rows in any order; those of a state and schedule are joined.
            therapeutic_classes: By ingredient.
            ingredients_of: Ingredients by brand or drug record name, for words such as `Advil`.
            look_alikes: Pairs of names that look alike, in tall-man letters.
        """
        classes = {name: frozenset(map(str.lower, members)) for name, members in allergy_classes.items()}
        return cls(
            interactions=_by_pair(interactions),
            allergy_classes=classes,
            classes_of=_by_member(classes),
            max_daily_dose=_lower_keys(max_daily_dose),
            pregnancy=_lower_keys(pregnancy),
            rems=_grouped((programme.drug.lower(), programme) for programme in rems),
            abrupt_stop=_lower_keys(abrupt_stop),
            schedule_rules=dict(schedule_rules),
            state_rules=_grouped(((rule.state, rule.schedule), rule) for rule in state_rules),
            therapeutic_classes=_grouped((row.member.lower(), row) for row in therapeutic_classes),
            ingredients_of={
                name.lower(): tuple(map(str.lower, names)) for name, names in (ingredients_of or {}).items()
            },
            tall_man=tall_man_spellings(look_alikes),
        )

    def interaction(self, one: str, other: str) -> Interaction | None:
        """The row for two lower-case names in either order."""
        return self.interactions.get(frozenset((one, other)))

    def schedule_rule(self, schedule: Schedule, state: str | None = None, today: date | None = None) -> ScheduleRule:
        """The limits of a schedule in a state on a day; without them, the limits that hold everywhere.

        A schedule without a row gets the federal floor for III and IV. A state's stricter limit always counts; a wider
        one only where federal law leaves it to the state and its source has been confirmed (DOMAIN.md §1.2).
        """
        rule = self.schedule_rules.get(schedule, FEDERAL_FLOOR)
        if state is None or today is None:
            return rule
        for change in self.state_rules.get((state, schedule), ()):
            if change.is_in_force(today):
                rule = _changed_by_state(rule, change)
        return rule

    def rems_programme(self, name: str, today: date) -> RemsProgramme | None:
        """The row of a medicine's risk programme that is in force on a day, or None without one."""
        return next((row for row in self.rems.get(name, ()) if row.is_in_force(today)), None)


STATE_DECIDES_EXPIRY = frozenset({Schedule.NONE, Schedule.V})
"""Federal law sets no expiry for these; for III and IV no state can widen its six months (21 CFR 1306.22(a))."""
UNCONFIRMED = "K?"
DAYS_IN_A_MONTH = Decimal("30.4375")
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


def _changed_by_state(rule: ScheduleRule, change: StateRule) -> ScheduleRule:
    changed = replace(
        rule,
        max_refills=_strictest(rule.max_refills, change.max_refills),
        max_days_supply=_strictest(rule.max_days_supply, change.max_days_supply),
    )
    months = change.expires_after_months
    if months is not None:
        if _is_shorter(months, rule):
            changed = replace(changed, expires_after_months=months)
        elif rule.schedule in STATE_DECIDES_EXPIRY and change.confidence != UNCONFIRMED:
            changed = replace(changed, expires_after_months=months, expires_after_days=None)
    if changed == rule:
        return rule
    return replace(changed, source=f"{rule.source}; {change.source}", confidence=change.confidence)


def _strictest(one: int | None, other: int | None) -> int | None:
    return min((limit for limit in (one, other) if limit is not None), default=None)


def _is_shorter(months: int, rule: ScheduleRule) -> bool:
    days = [] if rule.expires_after_days is None else [Decimal(rule.expires_after_days)]
    if rule.expires_after_months is not None:
        days.append(rule.expires_after_months * DAYS_IN_A_MONTH)
    return not days or months * DAYS_IN_A_MONTH < min(days)


def _covers(first: date | None, last: date | None, day: date) -> bool:
    return (first is None or first <= day) and (last is None or day <= last)


def _grouped(rows: Iterable[tuple[Key, Row]]) -> dict[Key, tuple[Row, ...]]:
    index: defaultdict[Key, list[Row]] = defaultdict(list)
    for key, row in rows:
        index[key].append(row)
    return {key: tuple(group) for key, group in index.items()}


def _lower_keys(rows: Mapping[str, Row]) -> dict[str, Row]:
    return {name.lower(): row for name, row in rows.items()}
