"""Counts that are too small to be told, and those from which they could be computed."""

import pytest

from rxflow.services.insights import told, told_steps


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({}, {}),
        ({"a": 11, "b": 0, "c": 40}, {"a": 11, "b": 0, "c": 40}),
        # One alone is computed from the sum: another is left out beside it.
        ({"a": 10, "b": 12, "c": 40}, {"a": None, "b": None, "c": 40}),
        ({"a": 10, "b": 0, "c": 40}, {"a": None, "b": None, "c": 40}),
        ({"a": 3, "b": 7, "c": 40}, {"a": None, "b": None, "c": 40}),
        ({"a": 3}, {"a": None}),
    ],
)
def test_a_small_count_is_left_out_with_what_tells_it(counts: dict[str, int], expected: dict[str, int | None]) -> None:
    assert told(counts, 11) == expected


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([100, 80, 60, 40], [100, 80, 60, 40]),
        ([100, 95, 60, 60], [100, None, 60, 60]),
        ([100, 95, 92, 89], [100, None, None, 89]),
        ([20, 5, 0, 0], [20, None, 0, 0]),
        ([5, 5, 5, 5], [None, None, None, None]),
    ],
)
def test_a_step_is_left_out_where_too_few_came_to_it_or_left_before_it(
    counts: list[int], expected: list[int | None]
) -> None:
    assert list(told_steps(counts, 11)) == expected


def test_everything_is_told_where_one_is_enough() -> None:
    assert told({"a": 1, "b": 2}, 1) == {"a": 1, "b": 2}
    assert list(told_steps([2, 1, 1, 0], 1)) == [2, 1, 1, 0]
