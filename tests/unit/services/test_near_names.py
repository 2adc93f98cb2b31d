"""Names within two edits: the same as comparing every name."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from rxflow.services.near_names import NearNames

LETTERS = st.text("abcd", min_size=1, max_size=12)
NAMES = ["lisinopril", "lisinoprol", "losartan", "lasix", "zocor", "ab", "a", "hydroxyzine", "hydralazine"]


@given(st.lists(LETTERS, max_size=20, unique=True), LETTERS, st.sampled_from([1, 2]))
def test_what_is_near_is_what_comparing_every_name_finds(names: list[str], word: str, most: int) -> None:
    near = [(edits, name) for name in names if (edits := OSA.distance(word, name)) <= most]

    assert NearNames(names).near(word, most) == sorted(near)


@given(st.text(string.ascii_lowercase, max_size=14))
def test_real_names_too(word: str) -> None:
    near = [(edits, name) for name in NAMES if (edits := OSA.distance(word, name)) <= 2]

    assert NearNames(NAMES).near(word) == sorted(near)


@pytest.mark.parametrize(
    ("word", "nearest"),
    [("lsinopril", (1, "lisinopril")), ("lisniopril", (1, "lisinopril")), ("zoocorr", (2, "zocor")), ("", (1, "a"))],
)
def test_an_edit_is_a_letter_more_less_other_or_swapped(word: str, nearest: tuple[int, str]) -> None:
    assert NearNames(NAMES).near(word)[0] == nearest
