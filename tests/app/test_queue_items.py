"""The pharmacy's queue as a list: order, sections, filters, search, and the colours of waiting."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from rxflow.domain.finding import Route
from rxflow.domain.fulfillment import Problem, ProblemReason
from rxflow.ui.queue_items import Age, Filter, Section, WorkItem, age_of, chosen, counted

CASE = WorkItem(
    "CS-1", Section.CASES, "John Smith", "lisinopril", "too soon", timedelta(hours=1), False, None, Route.PHARMACIST
)
URGENT = replace(CASE, reference="CS-2", patient_name="Ana Díaz", is_urgent=True, waited=timedelta(minutes=1))
PLAN = replace(CASE, reference="CS-3", section=Section.AUTHORIZATIONS, route=Route.INSURER, holder="mlee")
ORDER = WorkItem(
    "RF-1", Section.FILL, "John Smith", "omeprazole", "CVS", timedelta(hours=3), False, "akim", problem=None
)
HELD_UP = replace(
    ORDER,
    reference="RF-2",
    section=Section.INTAKE,
    holder=None,
    problem=Problem(ProblemReason.OUT_OF_STOCK, datetime(2026, 1, 1, tzinfo=UTC), "akim", None, ""),
)
ALL = (CASE, URGENT, PLAN, ORDER, HELD_UP)


def references(*args, **kwargs) -> list[str]:
    return [item.reference for item in chosen(ALL, *args, **kwargs)]


@pytest.mark.parametrize(
    ("minutes", "is_urgent", "age"),
    [
        (0, False, Age.FRESH),
        (29, False, Age.FRESH),
        (30, False, Age.AGING),
        (119, False, Age.AGING),
        (120, False, Age.OLD),
        (4, True, Age.FRESH),
        (5, True, Age.AGING),
        (14, True, Age.AGING),
        (15, True, Age.OLD),
    ],
)
def test_how_long_something_waits_has_three_colours_and_what_is_urgent_is_old_sooner(
    minutes: int, is_urgent: bool, age: Age
) -> None:
    assert age_of(timedelta(minutes=minutes), is_urgent) is age
    assert replace(CASE, waited=timedelta(minutes=minutes), is_urgent=is_urgent).age is age


def test_the_urgent_come_first_then_the_longest_waiting() -> None:
    assert references(Section.ALL) == ["CS-2", "RF-1", "RF-2", "CS-1", "CS-3"]


def test_each_section_shows_its_own_and_problems_wherever_they_stand() -> None:
    counts = counted(ALL)

    assert counts[Section.ALL] == 5
    assert {section: count for section, count in counts.items() if count == 1} == dict.fromkeys(
        (Section.AUTHORIZATIONS, Section.FILL, Section.INTAKE, Section.PROBLEMS), 1
    )
    assert counts[Section.CASES] == 2
    assert references(Section.PROBLEMS) == references(Section.INTAKE) == ["RF-2"]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ([Filter.MINE], ["CS-3"]),
        ([Filter.UNCLAIMED], ["CS-2", "RF-2", "CS-1"]),
        ([Filter.URGENT], ["CS-2"]),
        ([Filter.MINE, Filter.URGENT], []),
    ],
)
def test_filters_hold_all_at_once(filters: list[Filter], found: list[str]) -> None:
    assert references(Section.ALL, filters, user_id="mlee") == found


def test_a_route_leaves_the_cases_that_these_people_resolve() -> None:
    assert references(Section.ALL, route=Route.INSURER) == ["CS-3"]
    assert references(Section.ALL, route=Route.PRESCRIBER) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [("rf-2", ["RF-2"]), ("ana", ["CS-2"]), ("SMITH omepra", ["RF-1", "RF-2"]), ("  ", 5), ("nobody", [])],
)
def test_words_are_looked_for_in_number_patient_and_medicine(words: str, found: list[str] | int) -> None:
    looked = references(Section.ALL, words=words)

    assert (len(looked) if isinstance(found, int) else looked) == found
