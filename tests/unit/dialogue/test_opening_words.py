"""The day and time at which a pharmacy is to be open."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rxflow.dialogue.opening_words import Opening, read_opening
from rxflow.domain.pharmacy import OpeningHours, WeeklyHours

NOW = datetime(2026, 3, 4, 10, 30)  # a Wednesday


@pytest.mark.parametrize(
    ("message", "opening"),
    [
        ("open on Sunday", Opening(weekday=6)),
        ("are you open sundays", Opening(weekday=6)),
        ("abierta el domingo", Opening(weekday=6)),
        ("el miércoles", Opening(weekday=2)),
        ("open tomorrow", Opening(days_ahead=1)),
        ("abre mañana", Opening(days_ahead=1)),
        ("open tonight", Opening(days_ahead=0, at=time(20))),
        ("open after 9 pm tonight", Opening(days_ahead=0, at=time(21))),
        ("still open at 9:30pm", Opening(at=time(21, 30))),
        ("open past 8", Opening(at=time(20))),
        ("open before 8 am", Opening(at=time(7, 30))),
        ("Sunday night", Opening(weekday=6, at=time(20))),
        ("por la mañana", Opening(at=time(9))),
        ("después de las 7 de la tarde", Opening(at=time(19))),
        ("open at noon", Opening(at=time(12))),
        ("open this weekend", Opening(weekend=True)),
        ("open now", None),
        ("abierta ahora", None),
        ("the H-E-B on 51st", None),
        ("refill 2 of them", None),
        ("", None),
    ],
)
def test_what_is_named(message: str, opening: Opening | None) -> None:
    assert read_opening(message) == opening


@pytest.mark.parametrize(
    ("opening", "days"),
    [
        (Opening(weekday=6), [date(2026, 3, 8)]),
        (Opening(weekday=2), [date(2026, 3, 4)]),
        (Opening(days_ahead=1), [date(2026, 3, 5)]),
        (Opening(at=time(21)), [date(2026, 3, 4)]),
        (Opening(weekend=True), [date(2026, 3, 7), date(2026, 3, 8)]),
    ],
)
def test_the_days_that_are_meant(opening: Opening, days: list[date]) -> None:
    assert list(opening.days(NOW.date())) == days


HOURS = WeeklyHours(OpeningHours.parse("09:00-21:00"), OpeningHours.parse("09:00-19:00"), None)


@pytest.mark.parametrize(
    ("message", "fits"),
    [
        ("open on Sunday", False),
        ("open this weekend", True),
        ("open tonight at 9", False),
        ("open tonight", True),
        ("Saturday night", False),
        ("open tomorrow before 8 am", False),
    ],
)
def test_whether_a_pharmacy_is_open_then(message: str, fits: bool) -> None:
    opening = read_opening(message)

    assert opening is not None
    assert opening.fits(HOURS, NOW) is fits


@given(st.text(max_size=60) | st.from_regex(r"(at|after|before) \d{1,2}(:\d\d)? ?(am|pm)?", fullmatch=True))
def test_any_text_can_be_read(text: str) -> None:
    opening = read_opening(text)

    assert opening is None or opening.days(NOW.date())
