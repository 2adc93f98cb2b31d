"""The map and the bars, as specifications and in words."""

from dataclasses import replace
from decimal import Decimal
from math import hypot

import pytest

from rxflow.config.settings import Settings
from rxflow.domain.pharmacy import ZipCode
from rxflow.services.mock_data import MockData
from rxflow.services.pharmacies import PharmacyService
from rxflow.ui.chat_charts import (
    Place,
    map_in_words,
    map_spec,
    places_on_map,
    price_in_words,
    price_spec,
    rings_for,
)
from rxflow.ui.chat_wording import CardWording, ChatWording
from rxflow.ui.wording import words_of
from rxflow.workflow.pharmacy_choice import PharmacyOption

HOME = ZipCode("78701", "Austin", "TX", 30.2711, -97.7437)
CARDS, CHAT = words_of(CardWording, "en"), words_of(ChatWording, "en")


@pytest.fixture
def options(demo: MockData) -> list[PharmacyOption]:
    return [PharmacyOption(each, 1.0, None, True, True, each.pharmacy_id == "PH001") for each in demo.pharmacies]


def place(east: float, north: float) -> Place:
    return Place("Somewhere", east, north, hypot(east, north), False)


def test_distances_on_the_map_are_those_that_are_told(demo: MockData) -> None:
    service = PharmacyService(demo, Settings(_env_file=None).zone)
    near = service.nearest("78701", 20)
    home = service.centre_of("78701")
    assert home is not None
    told = {each.pharmacy.name: each.miles for each in near if not each.pharmacy.is_mail_order}
    options = [PharmacyOption(each.pharmacy, each.miles, None, True, True, False) for each in near]
    drawn = {each.name: hypot(each.east, each.north) for each in places_on_map(options, home)}

    assert drawn.keys() == told.keys()
    assert all(drawn[name] == pytest.approx(miles, rel=0.005) for name, miles in told.items())


def test_who_sends_by_mail_is_on_no_map(options: list[PharmacyOption]) -> None:
    names = {each.name for each in places_on_map(options, HOME)}

    assert "HomeMeds Mail Pharmacy" not in names
    assert len(names) == len(options) - 1


@pytest.mark.parametrize(
    ("miles", "rings"),
    [(0.2, (0.5,)), (1.5, (0.5, 1, 2)), (4, (1, 2, 5)), (30, (10, 20, 50)), (80.2, (20, 50, 81))],
)
def test_the_rings_reach_around_everything(miles: float, rings: tuple[float, ...]) -> None:
    assert rings_for([place(miles, 0)]) == rings


def test_nothing_to_show_has_a_ring_all_the_same() -> None:
    assert rings_for([]) == (0.5, 1)


def test_the_map_has_one_scale_both_ways_and_its_data_in_the_layers(options: list[PharmacyOption]) -> None:
    spec = map_spec(places_on_map(options, HOME), HOME, CARDS)

    domains = {axis: {tuple(layer["encoding"][axis]["scale"]["domain"]) for layer in spec["layer"]} for axis in "xy"}
    assert domains["x"] == domains["y"]
    assert len(domains["x"]) == 1
    assert spec["width"] == spec["height"]
    assert "data" not in spec
    assert all(layer["data"]["values"] for layer in spec["layer"][:-1])


@pytest.mark.parametrize(
    ("east", "north", "told"),
    [(0, 2, "north"), (1, 1, "northeast"), (2, 0.1, "east"), (-1, -1, "southwest"), (-0.2, 3, "north")],
)
def test_the_map_is_told_in_words(east: float, north: float, told: str) -> None:
    words = map_in_words([place(east, north)], HOME, CARDS)

    assert words.startswith("Map of pharmacies around ZIP code 78701.")
    assert f" miles {told}." in words


def test_prices_are_told_in_words() -> None:
    ten, twenty = Decimal("10.00"), Decimal("20.50")

    assert price_in_words(ten, twenty, CHAT) == "With insurance you pay $10.00. Without it you would pay $20.50."
    assert price_in_words(None, twenty, CHAT) == "No insurance is billed. You pay the cash price, $20.50."
    assert "insurance would not make it lower" in price_in_words(twenty, twenty, CHAT)


def test_the_bars_begin_at_nothing_and_leave_room_for_their_figures() -> None:
    spec = price_spec(Decimal("10.00"), Decimal("20.00"), CHAT)

    low, high = spec["layer"][0]["encoding"]["x"]["scale"]["domain"]
    assert low == 0
    assert high > 20
    assert [bar["told"] for bar in spec["layer"][1]["data"]["values"]] == ["$10.00", "$20.00"]


def test_names_of_neighbours_do_not_cover_each_other() -> None:
    spec = map_spec([Place("One", 0, 1, 1, False), Place("Two", 0.1, 0.9, 0.9, False)], HOME, CARDS)
    above, below = ({point["name"] for point in layer["data"]["values"]} for layer in spec["layer"][-2:])

    assert (above, below) == ({"One"}, {"Two"})


def test_a_usual_pharmacy_stands_out(options: list[PharmacyOption]) -> None:
    usual = [each.is_usual for each in places_on_map([replace(options[0], is_usual=True), options[1]], HOME)]

    assert usual == [True, False]
