"""How the clinical tables are indexed, and which row of a table counts."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from rxflow.clinical.tables import (
    AbruptStop,
    ClinicalTables,
    Interaction,
    MaxDailyDose,
    PregnancyCaution,
    RemsProgramme,
    ScheduleRule,
    StateRule,
    TherapeuticClass,
)
from rxflow.domain.drug import Schedule
from tests.unit.clinical.builders import rule

TODAY = date(2026, 11, 21)
LIMIT = MaxDailyDose("Metformin ER", Decimal(2000), "a label", "K")
CAUTION = PregnancyCaution("Lisinopril", "ACE inhibitor", "a label", "K")
STOP = AbruptStop("Clonidine", "blood pressure", "a label", "K")
IN_CLASS = TherapeuticClass("NSAID", "Meloxicam", "warn", "a list", "K")
OLD_REMS = RemsProgramme("Clozapine", "Clozapine REMS", "each fill", "FDA", "V", effective_until=date(2025, 6, 12))
NEW_REMS = RemsProgramme("Clozapine", "none", "ended", "FDA", "V", effective_from=date(2025, 6, 13))


def state_rule(**changes: object) -> StateRule:
    plain = StateRule("XX", Schedule.NONE, None, None, None, None, None, "a state act", "V")
    return replace(plain, **changes)  # type: ignore[arg-type]


def built(state_rules: tuple[StateRule, ...] = (), federal: ScheduleRule | None = None) -> ClinicalTables:
    return ClinicalTables.build(
        interactions=[Interaction("Warfarin", "Aspirin", "major", "bleeding", "a label", "K")],
        allergy_classes={"penicillins": frozenset({"Amoxicillin"}), "aminopenicillins": frozenset({"amoxicillin"})},
        max_daily_dose={"Metformin ER": LIMIT},
        pregnancy={"Lisinopril": CAUTION},
        rems=[OLD_REMS, NEW_REMS],
        abrupt_stop={"Clonidine": STOP},
        schedule_rules={Schedule.NONE: federal or rule(Schedule.NONE, 11, 12, None, None)},
        state_rules=state_rules,
        therapeutic_classes=[IN_CLASS],
        ingredients_of={"Augmentin": ("Amoxicillin", "clavulanate")},
    )


def test_every_table_is_found_by_names_in_lower_case() -> None:
    act = state_rule()
    tables = built((act,))

    assert tables.interaction("aspirin", "warfarin") is tables.interaction("warfarin", "aspirin") is not None
    assert tables.allergy_classes["penicillins"] == {"amoxicillin"}
    assert tables.classes_of == {"amoxicillin": {"penicillins", "aminopenicillins"}}
    assert tables.max_daily_dose == {"metformin er": LIMIT}
    assert tables.pregnancy == {"lisinopril": CAUTION}
    assert tables.rems == {"clozapine": (OLD_REMS, NEW_REMS)}
    assert tables.abrupt_stop == {"clonidine": STOP}
    assert tables.schedule_rules == {Schedule.NONE: rule(Schedule.NONE, 11, 12, None, None)}
    assert tables.state_rules == {("XX", Schedule.NONE): (act,)}
    assert tables.therapeutic_classes == {"meloxicam": (IN_CLASS,)}
    assert tables.ingredients_of == {"augmentin": ("amoxicillin", "clavulanate")}


def test_of_two_equally_severe_rows_for_one_pair_the_first_counts() -> None:
    rows = [Interaction("a", "b", "major", effect, "x", "K") for effect in ("the first", "the second")]
    row = ClinicalTables.build(rows, {}, {}, {}, {}, {}, {}).interaction("a", "b")

    assert row is not None
    assert row.effect == "the first"


@pytest.mark.parametrize(
    ("day", "programme"),
    [(date(2025, 6, 12), "Clozapine REMS"), (date(2025, 6, 13), "none")],
    ids=["last day of the old terms", "first day of the new ones"],
)
def test_the_terms_of_a_risk_programme_change_on_their_day(day: date, programme: str) -> None:
    row = built().rems_programme("clozapine", day)

    assert row is not None
    assert row.programme == programme
    assert built().rems_programme("lisinopril", day) is None


@pytest.mark.parametrize(
    ("row", "day"),
    [(OLD_REMS, date(2025, 6, 13)), (NEW_REMS, date(2025, 6, 12))],
    ids=["ended", "not begun"],
)
def test_terms_count_only_while_they_are_in_force(row: RemsProgramme, day: date) -> None:
    assert ClinicalTables.build([], {}, {}, {}, [row], {}, {}).rems_programme("clozapine", day) is None


@pytest.mark.parametrize(
    ("federal_days", "state_days", "expected"), [(90, 30, 30), (30, 90, 30), (30, None, 30), (None, 30, 30)]
)
def test_the_stricter_limit_on_days_counts(
    federal_days: int | None, state_days: int | None, expected: int | None
) -> None:
    federal = replace(rule(Schedule.NONE, 11, 12, None, None), max_days_supply=federal_days)
    tables = built((state_rule(max_days_supply=state_days),), federal)

    assert tables.schedule_rule(Schedule.NONE, "XX", TODAY).max_days_supply == expected


def test_a_wider_and_confirmed_expiry_takes_the_place_of_the_limit_in_days() -> None:
    tables = built((state_rule(expires_after_months=15),), rule(Schedule.NONE, 11, None, 365, None))
    changed = tables.schedule_rule(Schedule.NONE, "XX", TODAY)

    assert (changed.expires_after_months, changed.expires_after_days) == (15, None)


@pytest.mark.parametrize("confidence", ["V", "K"])
def test_a_changed_rule_is_as_sure_as_the_states_act(confidence: str) -> None:
    changed = built((state_rule(max_refills=2, confidence=confidence),)).schedule_rule(Schedule.NONE, "XX", TODAY)

    assert (changed.max_refills, changed.source, changed.confidence) == (2, "a law; a state act", confidence)


def test_an_act_that_changes_nothing_is_not_named_as_a_source() -> None:
    assert built((state_rule(max_refills=11),)).schedule_rule(Schedule.NONE, "XX", TODAY).source == "a law"


@pytest.mark.parametrize(("state", "day"), [("XX", None), (None, TODAY)], ids=["no day", "no state"])
def test_without_a_state_or_a_day_the_limits_that_hold_everywhere_count(state: str | None, day: date | None) -> None:
    tables = built((state_rule(max_refills=2),))

    assert tables.schedule_rule(Schedule.NONE, state, day).max_refills == 11
