"""Pharmacies meant without their names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rxflow.dialogue.pharmacy_words import PharmacyWish, read_ordinal, read_unwanted, read_wishes

W = PharmacyWish


@pytest.mark.parametrize(
    ("message", "wishes"),
    [
        ("the closest one", (W.NEAREST,)),
        ("whichever is nearest", (W.NEAREST,)),
        ("something closer", (W.NEAREST,)),
        ("la más cercana", (W.NEAREST,)),
        ("una farmacia cerca", (W.NEAREST,)),
        ("the cheapest", (W.CHEAPEST,)),
        ("best price please", (W.CHEAPEST,)),
        ("la más barata", (W.CHEAPEST,)),
        ("la más económica", (W.CHEAPEST,)),
        ("the fastest", (W.FASTEST,)),
        ("the shortest wait", (W.FASTEST,)),
        ("la más rápida", (W.FASTEST,)),
        ("my usual pharmacy", (W.USUAL,)),
        ("same as always", (W.USUAL,)),
        ("mi farmacia de siempre", (W.USUAL,)),
        ("one that has it", (W.IN_STOCK,)),
        ("wherever it is in stock", (W.IN_STOCK,)),
        ("una que la tenga", (W.IN_STOCK,)),
        ("with a drive-thru", (W.DRIVE_THRU,)),
        ("with a drive through", (W.DRIVE_THRU,)),
        ("con autoservicio", (W.DRIVE_THRU,)),
        ("deliver it", (W.DELIVERY,)),
        ("which one delivers", (W.DELIVERY,)),
        ("entrega a domicilio", (W.DELIVERY,)),
        ("one that is open now", (W.OPEN_NOW,)),
        ("a 24 hour pharmacy", (W.ALL_HOURS,)),
        ("open 24/7", (W.ALL_HOURS,)),
        ("one that's open", (W.OPEN_NOW,)),
        ("open on Sunday", (W.OPEN_THEN,)),
        ("abierta el domingo", (W.OPEN_THEN,)),
        ("open after 9 pm tonight", (W.OPEN_THEN,)),
        ("closest with a drive-through that's open sunday", (W.NEAREST, W.DRIVE_THRU, W.OPEN_THEN)),
        ("abierta ahora", (W.OPEN_NOW,)),
        ("the closest one that is open now", (W.NEAREST, W.OPEN_NOW)),
        ("the cheapest nearby with a drive-thru", (W.NEAREST, W.CHEAPEST, W.DRIVE_THRU)),
        ("CVS on Congress", ()),
        ("is it closed", ()),
        ("the same dose as before", ()),
        ("quick question", ()),
        ("you type too fast", ()),
        ("it costs near nothing", ()),
        ("it asked me the same thing", ()),
        ("list the available options", ()),
        ("la próxima semana", ()),
        ("do I have an open order", ()),
        ("yes", ()),
        ("", ()),
    ],
)
def test_wishes(message: str, wishes: tuple[PharmacyWish, ...]) -> None:
    assert read_wishes(message) == wishes


@pytest.mark.parametrize(
    ("message", "place"),
    [
        ("the first one", 0),
        ("first", 0),
        ("1", 0),
        ("#1", 0),
        ("number 1", 0),
        ("one", 0),
        ("the second one please", 1),
        ("2nd", 1),
        ("option 2", 1),
        ("I'll take the second", 1),
        ("let's do the third one", 2),
        ("go with the third", 2),
        ("the last one", 3),
        ("The SECOND one!", 1),
        ("la primera", 0),
        ("el segundo, por favor", 1),
        ("la tercera opción", 2),
        ("quiero la segunda", 1),
        ("la última", 3),
        ("opción 3", 2),
        ("the one", 0),
        ("the fourth", 3),
        ("number to please", 1),
        ("the one at the top", 0),
        ("la de abajo", 3),
        ("I'd like the third one, thanks", 2),
        ("the second pharmacy on the list", 1),
        ("the fifth", None),
        ("20", None),
        ("2 refills", None),
        ("second street", None),
        ("one more thing", None),
        ("the first and the third", None),
        ("not the first", None),
        ("1.5", None),
        ("", None),
    ],
)
def test_ordinals_of_four_choices(message: str, place: int | None) -> None:
    assert read_ordinal(message, 4) == place


@pytest.mark.parametrize(
    ("message", "count", "place"),
    [("the third", 2, None), ("the last one", 1, 0), ("the first", 0, None), ("the last", 0, None), ("2", 1, None)],
)
def test_only_what_was_offered_can_be_chosen(message: str, count: int, place: int | None) -> None:
    assert read_ordinal(message, count) == place


@given(st.text(max_size=60) | st.sampled_from(["first", "the last", "3rd", "2", "tercera"]), st.integers(0, 5))
def test_a_place_is_always_one_that_was_offered(text: str, count: int) -> None:
    place = read_ordinal(text, count)

    assert place is None or 0 <= place < count


@pytest.mark.parametrize(
    ("message", "wanted", "refused"),
    [
        ("not CVS", "", "cvs"),
        ("anywhere but Walgreens", "", "walgreens"),
        ("not CVS, Costco", ", costco", "cvs"),
        ("Costco instead of CVS", "costco", "cvs"),
        ("something cheaper than CVS", "something", "cvs"),
        ("no quiero CVS, mejor Costco", ", mejor costco", "cvs"),
        ("cualquiera menos Walgreens", "cualquiera", "walgreens"),
        ("no, CVS please", "no, CVS please", ""),
        ("CVS", "CVS", ""),
    ],
)
def test_what_is_refused_is_parted_from_what_is_wanted(message: str, wanted: str, refused: str) -> None:
    assert read_unwanted(message) == (wanted, refused)
