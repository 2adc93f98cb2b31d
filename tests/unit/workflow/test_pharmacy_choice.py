"""Which pharmacy a patient's words mean among those that can be had."""

from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import pytest

from rxflow.domain.pharmacy import Pharmacy
from rxflow.services.mock_data import MockData
from rxflow.workflow.pharmacy_choice import PharmacyOption, choose


@pytest.fixture
def options(demo: MockData) -> list[PharmacyOption]:
    """All ten, a mile apart; the usual one is PH002; PH001 has an empty shelf; PH006 is closed."""
    return [
        PharmacyOption(
            pharmacy=pharmacy,
            miles=float(miles),
            patient_pays=Decimal(20 - miles) if pharmacy.pharmacy_id != "PH005" else None,
            in_stock=pharmacy.pharmacy_id != "PH001",
            is_open=pharmacy.pharmacy_id != "PH006",
            is_usual=pharmacy.pharmacy_id == "PH002",
        )
        for miles, pharmacy in enumerate(demo.pharmacies)
    ]


def ids(chosen: tuple[PharmacyOption, ...]) -> list[str]:
    return [option.pharmacy.pharmacy_id for option in chosen]


def named(options: list[PharmacyOption], *pharmacy_ids: str) -> tuple[Pharmacy, ...]:
    return tuple(option.pharmacy for option in options if option.pharmacy.pharmacy_id in pharmacy_ids)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the closest one", ["PH002"]),  # the nearest has an empty shelf
        ("the cheapest", ["PH010"]),  # an unknown price is never the cheapest, nor is mail order chosen unasked
        ("the fastest", ["PH003"]),  # PH006 has the shortest wait but is closed
        ("my usual pharmacy", ["PH002"]),
        ("one that has it in stock", ["PH002"]),
        ("one with a drive-through", ["PH002", "PH003", "PH010"]),
        ("closest with a drive-through that delivers", ["PH002"]),
        ("a 24 hour pharmacy", ["PH002"]),
        ("somewhere nice", []),
        ("", []),
    ],
)
def test_wishes(options: list[PharmacyOption], words: str, expected: list[str]) -> None:
    assert ids(choose(words, options, (), ())) == expected


def test_a_wish_among_those_named(options: list[PharmacyOption]) -> None:
    walgreens = named(options, "PH002", "PH010")

    assert ids(choose("walgreens", options, walgreens, ())) == ["PH002", "PH010"]
    assert ids(choose("the closest walgreens", options, walgreens, ())) == ["PH002"]
    assert ids(choose("the cheapest walgreens", options, walgreens, ())) == ["PH010"]


def test_a_name_means_the_one_that_was_offered(options: list[PharmacyOption]) -> None:
    assert ids(choose("walgreens", options, named(options, "PH002", "PH010"), ("PH010", "PH003"))) == ["PH010"]


@pytest.mark.parametrize(("words", "expected"), [("the second one", ["PH003"]), ("the last one", ["PH007"]), ("4", [])])
def test_a_place_in_the_list_that_was_offered(options: list[PharmacyOption], words: str, expected: list[str]) -> None:
    assert ids(choose(words, options, (), ("PH010", "PH003", "PH007"))) == expected


def test_where_all_shelves_are_empty_the_wish_still_chooses(options: list[PharmacyOption]) -> None:
    empty = [replace(option, in_stock=False) for option in options]

    assert ids(choose("the closest one", empty, (), ())) == ["PH001"]


WEDNESDAY = datetime(2026, 3, 4, 10, 30)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the closest one that's open sunday", ["PH002"]),
        ("one with a drive-through that is open on Sunday after 9 pm", ["PH002"]),
        ("abierta el domingo con autoservicio", ["PH002", "PH003", "PH010"]),
        ("open tonight at 11 and delivers", ["PH002"]),
    ],
)
def test_open_on_a_day_or_at_a_time(options: list[PharmacyOption], words: str, expected: list[str]) -> None:
    assert ids(choose(words, options, (), (), WEDNESDAY)) == expected


def test_what_is_refused_is_left_out(options: list[PharmacyOption]) -> None:
    walgreens, costco = named(options, "PH002", "PH010"), named(options, "PH005")
    others = [option.pharmacy.pharmacy_id for option in options if option.pharmacy not in walgreens]

    assert ids(choose("anywhere but Walgreens", options, walgreens, ())) == others
    assert ids(choose("not Walgreens, Costco", options, (*walgreens, *costco), ())) == ["PH005"]
    assert ids(choose("the closest one, but not Walgreens", options, walgreens, ())) == ["PH003"]


def test_the_other_of_two_is_not_the_usual(options: list[PharmacyOption]) -> None:
    assert ids(choose("the other one", options, (), ("PH002", "PH010"))) == ["PH010"]
    assert ids(choose("the other one", options, (), ("PH002", "PH010", "PH003"))) == []
