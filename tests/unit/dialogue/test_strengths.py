"""Strengths and digits as patients say them."""

import pytest

from rxflow.dialogue.strengths import digits_said, other_strengths, strengths_said
from rxflow.dialogue.text import words_of

SAID = """
lisinopril 10 mg | 10 mg
the 20mg one | 20 mg
2.5 milligrams twice a day | 2.5 mg
75 micrograms | 75 mcg
seventy five | 75
setenta y cinco microgramos | 75 mcg
one hundred | 100
metformina de 500 | 500
two hundred fifty units | 250 units
oxy fives | 5
30 tablets |
ninety days |
two refills and 40 mg | 40 mg
the 10 mg one | 10 mg
oh, 20 mg | 20 mg
oh the twenty | 20
nothing at all |
"""


@pytest.mark.parametrize(
    ("words", "strengths"), [tuple(cell.strip() for cell in row.split("|")) for row in SAID.strip().splitlines()]
)
def test_numbers_that_may_be_strengths(words: str, strengths: str) -> None:
    assert [str(said) for said in strengths_said(words_of(words))] == strengths.split(", " if strengths else None)


def test_only_a_strength_with_its_unit_differs_from_a_label() -> None:
    label = "lisinopril 10 mg tablet"

    assert other_strengths("is it 10 mg or 20 mg", label) == ["20 mg"]
    assert other_strengths("the 20 please", label) == []


@pytest.mark.parametrize(
    ("words", "runs"),
    [
        ("one zero zero one zero one", ["100101"]),
        ("it is 100 101", ["100101"]),
        ("uno cero cero and then 7", ["100", "7"]),
        ("ten of them", []),
        ("one oh oh one oh one", ["100101"]),
        ("oh 100101 oh thanks", ["100101"]),
        ("oh oh", []),
    ],
)
def test_digits_are_put_together(words: str, runs: list[str]) -> None:
    assert list(digits_said(words.split())) == runs
