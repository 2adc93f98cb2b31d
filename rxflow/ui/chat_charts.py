"""Charts as Vega-Lite specifications with their data inside, and the same in words; nothing is loaded from elsewhere.

The data stands in the layers: at the top Streamlit would make a table of pandas of it, which costs more than the page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from math import atan2, ceil, cos, degrees, pi, radians, sin
from typing import Any

from rxflow.domain.pharmacy import ZipCode
from rxflow.ui.chat_wording import CardWording, ChatWording
from rxflow.workflow.facts import money
from rxflow.workflow.pharmacy_choice import PharmacyOption

MILES_OF_A_DEGREE = 69.09
"""Of latitude, on a sphere of 3958.8 miles, as distances are reckoned."""
MAP_PIXELS = 300
RING_POINTS = 72
_RINGS = (0.5, 1, 2, 5, 10, 20, 50)
_BARE: dict[str, Any] = {"axis": None, "type": "quantitative"}


@dataclass(frozen=True, slots=True)
class Place:
    """A pharmacy on the map: miles east and north of home."""

    name: str
    east: float
    north: float
    miles: float
    is_usual: bool


def places_on_map(options: Sequence[PharmacyOption], home: ZipCode) -> list[Place]:
    """The pharmacies that one can go to, on a plane that touches the earth at home: exact enough for a city."""
    shrink = cos(radians(home.latitude))
    return [
        Place(
            option.pharmacy.name,
            (option.pharmacy.longitude - home.longitude) * MILES_OF_A_DEGREE * shrink,
            (option.pharmacy.latitude - home.latitude) * MILES_OF_A_DEGREE,
            option.miles,
            option.is_usual,
        )
        for option in options
        if not option.pharmacy.is_mail_order
    ]


def rings_for(places: Sequence[Place]) -> tuple[float, ...]:
    """The distances in miles that are drawn as rings: up to three, the last around everything."""
    farthest = max((place.miles for place in places), default=1.0)
    outer = next((miles for miles in _RINGS if miles >= farthest), float(ceil(farthest)))
    return (*(miles for miles in _RINGS if outer / 5 <= miles < outer), outer)


def map_spec(places: Sequence[Place], home: ZipCode, words: CardWording) -> dict[str, Any]:
    """A map of pharmacies around home, north up, with the same scale both ways."""
    rings = rings_for(places)
    reach = rings[-1] * 1.15
    scale = {"domain": [-reach, reach], "nice": False, "zero": False}
    position = {"x": {**_BARE, "field": "east", "scale": scale}, "y": {**_BARE, "field": "north", "scale": scale}}
    circles = [
        {"ring": miles, "at": step, "east": miles * cos(angle), "north": miles * sin(angle)}
        for miles in rings
        for step in range(RING_POINTS + 1)
        for angle in (2 * pi * step / RING_POINTS,)
    ]
    ring_names = [{"east": 0, "north": -miles, "name": words.map_ring.format(miles=f"{miles:g}")} for miles in rings]
    homes = [{"east": 0, "north": 0, "name": words.map_home.format(zip=home.zip)}]
    points = [
        {"east": place.east, "north": place.north, "name": place.name, "usual": place.is_usual} for place in places
    ]
    below = _named_below(places, reach)
    above = [point for point in points if point["name"] not in below]
    beneath = [point for point in points if point["name"] in below]
    grey, teal, amber = "#6b7b86", "#0f8a80", "#b45309"
    usual = {"condition": {"test": "datum.usual", "value": amber}, "value": teal}
    line = {"type": "line", "color": grey, "opacity": 0.45, "strokeDash": [3, 3], "strokeWidth": 1}
    return {
        "width": MAP_PIXELS,
        "height": MAP_PIXELS,
        "autosize": {"type": "pad"},
        "background": "transparent",
        "view": {"stroke": None},
        "layer": [
            _layer(circles, line, {**position, "detail": {"field": "ring"}, "order": {"field": "at"}}),
            _layer(ring_names, _text(grey, 10, dy=-5), {**position, "text": {"field": "name"}}),
            _layer(homes, {"type": "point", "shape": "diamond", "filled": True, "size": 90, "color": grey}, position),
            _layer(homes, _text(grey, 11, dy=14), {**position, "text": {"field": "name"}}),
            _layer(points, {"type": "point", "filled": True, "size": 130, "opacity": 1}, {**position, "color": usual}),
            _layer(above, _text(None, 11, dy=-11), {**position, "text": {"field": "name"}}),
            _layer(beneath, _text(None, 11, dy=16), {**position, "text": {"field": "name"}}),
        ],
    }


def map_in_words(places: Sequence[Place], home: ZipCode, words: CardWording) -> str:
    """What the map shows, for those who do not see it."""
    compass = words.directions_of_compass.split(",")
    told = [
        words.map_place.format(name=place.name, miles=f"{place.miles:.1f}", direction=_direction(place, compass))
        for place in places
    ]
    return words.map_alt.format(zip=home.zip, places=" ".join(told))


def price_spec(with_insurance: Decimal, without: Decimal, words: ChatWording) -> dict[str, Any]:
    """Two bars: what the patient pays with insurance, and what they would pay without it."""
    bars = [
        {"what": words.with_insurance, "dollars": float(with_insurance), "told": money(with_insurance)},
        {"what": words.without_insurance, "dollars": float(without), "told": money(without)},
    ]
    what: dict[str, Any] = {
        "field": "what",
        "type": "nominal",
        "sort": None,
        "axis": {"title": None, "ticks": False, "domain": False, "labelLimit": 200},
    }
    most = float(max(with_insurance, without, Decimal("0.01"))) * 1.3
    along = {**_BARE, "field": "dollars", "scale": {"domain": [0, most], "nice": False}}
    bar = {"type": "bar", "color": "#0f8a80", "cornerRadiusEnd": 3, "height": 16}
    text = {"type": "text", "align": "left", "dx": 5, "fontSize": 12, "color": "#6b7b86"}
    return {
        "height": {"step": 26},
        "background": "transparent",
        "view": {"stroke": None},
        "layer": [
            _layer(bars, bar, {"y": what, "x": along}),
            _layer(bars, text, {"y": what, "x": along, "text": {"field": "told"}}),
        ],
    }


def price_in_words(with_insurance: Decimal | None, without: Decimal, words: ChatWording) -> str:
    """The price with and without insurance as a sentence."""
    told = words.price_uninsured if with_insurance is None else words.price_compared
    if with_insurance is not None and with_insurance >= without:
        told = words.price_same
    return told.format(with_insurance=money(with_insurance), without_insurance=money(without))


def _named_below(places: Sequence[Place], reach: float) -> set[str]:
    """The pharmacies whose names stand below them, so that they do not cover those of a neighbour."""
    below: set[str] = set()
    southward = sorted(places, key=lambda place: -place.north)
    for upper, lower in pairwise(southward):
        is_near = upper.north - lower.north < 0.2 * reach and abs(upper.east - lower.east) < 0.9 * reach
        if is_near and upper.name not in below:
            below.add(lower.name)
    return below


def _direction(place: Place, compass: Sequence[str]) -> str:
    bearing = degrees(atan2(place.east, place.north)) % 360
    return compass[round(bearing / 45) % len(compass)]


def _layer(values: Sequence[object], mark: dict[str, Any], encoding: dict[str, Any]) -> dict[str, Any]:
    return {"data": {"values": list(values)}, "mark": mark, "encoding": encoding}


def _text(color: str | None, size: int, *, dy: int) -> dict[str, Any]:
    mark: dict[str, Any] = {"type": "text", "fontSize": size, "dy": dy, "clip": False}
    return mark if color is None else {**mark, "color": color}
