"""Interactions with what is taken now."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rxflow.clinical.interactions import check_interactions, worst_interaction
from rxflow.clinical.tables import ClinicalTables, Interaction
from rxflow.domain.finding import Route, Severity
from tests.unit.clinical.builders import INTERACTIONS, TABLES, medication, unlisted

TAKEN = [medication(name) for name in ("sacubitril / valsartan", "meloxicam", "lithium", "atorvastatin")]


@pytest.mark.parametrize(
    ("asked", "other", "expected"),
    [
        ("simvastatin", "clarithromycin", "contraindicated"),
        ("clarithromycin", "simvastatin", "contraindicated"),
        ("warfarin", "clarithromycin", "major"),
        ("lisinopril", "meloxicam", "moderate"),
        ("lisinopril", "sacubitril / valsartan", "contraindicated"),
        ("meloxicam", "hydrochlorothiazide / lisinopril", "moderate"),
        ("lithium", "hydrochlorothiazide / lisinopril", "major"),
        ("lisinopril", "hydrochlorothiazide / lisinopril", None),
        ("hydrochlorothiazide / lisinopril", "lisinopril", None),
        ("lisinopril", "atorvastatin", None),
    ],
    ids=[
        "contraindicated",
        "the other way round",
        "major",
        "moderate",
        "by the combination's own name",
        "two rows, one finding",
        "by an ingredient",
        "a combination's own pair",
        "the same, asked for the combination",
        "not listed",
    ],
)
def test_the_worst_row_of_two_medicines(asked: str, other: str, expected: str | None) -> None:
    row = worst_interaction(medication(asked), medication(other), TABLES)

    assert (row.severity if row else None) == expected


@pytest.mark.parametrize(
    ("other", "severity", "route"),
    [
        ("sacubitril / valsartan", Severity.BLOCK, Route.PHARMACIST),
        ("lithium", Severity.BLOCK, Route.PHARMACIST),
        ("meloxicam", Severity.WARN, None),
    ],
)
def test_contraindicated_and_major_block_and_moderate_is_told(
    other: str, severity: Severity, route: Route | None
) -> None:
    (finding,) = check_interactions(medication(), [medication(other)], TABLES)

    assert (finding.severity, finding.route) == (severity, route)
    assert "isinopril" in finding.message
    assert other in finding.message


@given(st.permutations(TAKEN))
def test_the_order_of_what_is_taken_changes_nothing_and_the_worst_comes_first(taken: list[object]) -> None:
    found = check_interactions(medication(), taken, TABLES)  # type: ignore[arg-type]

    assert [finding.evidence["severity"] for finding in found] == ["contraindicated", "major", "moderate"]
    assert found == check_interactions(medication(), TAKEN, TABLES)


@pytest.mark.parametrize("form", ["ophthalmic solution", "topical cream"])
def test_what_acts_where_it_is_put_is_not_compared(form: str) -> None:
    local, swallowed = medication("clarithromycin", dosage_form=form), medication("warfarin")

    assert worst_interaction(local, swallowed, TABLES) is worst_interaction(swallowed, local, TABLES) is None


def test_the_same_medicine_twice_is_told_once() -> None:
    twice = [medication("meloxicam"), medication("meloxicam", rx_number="RX900002")]

    assert len(check_interactions(medication(), twice, TABLES)) == 1


def test_an_unlisted_medicine_is_looked_up_by_its_name() -> None:
    assert worst_interaction(medication(), unlisted("Lithium"), TABLES) is not None


@given(st.permutations(INTERACTIONS), st.booleans())
def test_neither_the_order_of_the_rows_nor_of_a_pair_matters(rows: list[tuple[str, str, str]], swap: bool) -> None:
    shuffled = ClinicalTables.build(
        [Interaction(*((b, a) if swap else (a, b)), severity, "x", "y", "K") for a, b, severity in rows],  # type: ignore[arg-type]
        {}, {}, {}, {}, {}, {},
    )  # fmt: skip

    for a, b, severity in rows:
        row = shuffled.interaction(b, a)
        assert row is not None
        assert row.severity == severity


def test_of_two_rows_for_one_pair_the_more_severe_counts() -> None:
    rows = [Interaction("a", "b", "moderate", "x", "y", "K"), Interaction("B", "A", "major", "x", "y", "K")]

    for order in (rows, rows[::-1]):
        row = ClinicalTables.build(order, {}, {}, {}, {}, {}, {}).interaction("a", "b")
        assert row is not None
        assert row.severity == "major"
