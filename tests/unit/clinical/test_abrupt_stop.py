"""Which cases are for the same day: medicines that must not run out, and patients who are about to."""

from datetime import timedelta

import pytest

from rxflow.clinical.abrupt_stop import is_nearly_out, is_risky_to_stop, needs_someone_today
from tests.unit.clinical.builders import TABLES, TODAY, medication


@pytest.mark.parametrize(
    ("name", "form", "risky"),
    [
        ("insulin NPH", "vial", True),
        ("lisinopril", "tablet", False),
        ("insulin NPH", "ophthalmic solution", False),
        ("insulin NPH", "topical cream", False),
        ("insulin NPH", "topical gel", True),
    ],
    ids=["on the list, in any case", "not on it", "as drops", "as a cream", "as a gel that is absorbed"],
)
def test_what_is_risky_to_stop(name: str, form: str, risky: bool) -> None:
    assert is_risky_to_stop(medication(name, dosage_form=form), TABLES) is risky


@pytest.mark.parametrize(("days_left", "nearly_out"), [(-40, True), (0, True), (7, True), (8, False), (83, False)])
def test_a_week_is_nearly_out(days_left: int, nearly_out: bool) -> None:
    filled = TODAY - timedelta(days=30 - days_left)

    assert is_nearly_out(medication(fills=(filled,), days_supply=30), TODAY) is nearly_out


def test_what_was_never_filled_is_out() -> None:
    assert is_nearly_out(medication(fills=()), TODAY)


@pytest.mark.parametrize(("days_ago", "urgent"), [(28, True), (1, False)])
def test_a_case_is_for_today_when_both_hold(days_ago: int, urgent: bool) -> None:
    asked = medication("insulin NPH", fills=(TODAY - timedelta(days=days_ago),))

    assert needs_someone_today(asked, TABLES, TODAY) is urgent
    assert not needs_someone_today(medication("lisinopril", fills=()), TABLES, TODAY)
