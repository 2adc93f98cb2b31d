"""The colours of the pages can be read in light and in dark, and are the same in both places that name them."""

import re
import tomllib
from pathlib import Path

import pytest

from rxflow.ui.style import FIRST, STYLES, style_sheet

ROOT = Path(__file__).resolve().parents[3]
THEME = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
TOKENS = (STYLES / FIRST).read_text(encoding="utf-8")
PAIR = re.compile(r"--rx-([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);")
COLOURS = {name: {"light": light, "dark": dark} for name, light, dark in PAIR.findall(TOKENS)}
MODES = ("light", "dark")
TEXT = 4.5
"""WCAG 2.2, 1.4.3: text of normal size."""
EDGE = 3.0
"""WCAG 2.2, 1.4.11: what shows where something is."""


def luminance(colour: str) -> float:
    """WCAG's relative luminance of `#rrggbb`."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_is_wcags() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("ground", ["ground", "soft"])
@pytest.mark.parametrize("text", ["ink", "muted", "primary", "info", "good", "warn", "bad"])
def test_words_stand_out_from_the_page(text: str, ground: str, mode: str) -> None:
    assert contrast(COLOURS[text][mode], COLOURS[ground][mode]) >= TEXT


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("kind", ["info", "good", "warn", "bad"])
@pytest.mark.parametrize("text", ["ink", "muted", None])
def test_words_stand_out_from_a_note(kind: str, text: str | None, mode: str) -> None:
    assert contrast(COLOURS[text or kind][mode], COLOURS[f"{kind}-ground"][mode]) >= TEXT


@pytest.mark.parametrize("mode", MODES)
def test_a_main_button_can_be_read_and_seen(mode: str) -> None:
    assert contrast(THEME[mode]["primaryColor"], "#ffffff") >= TEXT
    assert contrast(THEME[mode]["primaryColor"], COLOURS["ground"][mode]) >= EDGE


@pytest.mark.parametrize("mode", MODES)
def test_streamlits_colours_are_the_sheets(mode: str) -> None:
    named = {"backgroundColor": "ground", "secondaryBackgroundColor": "soft", "textColor": "ink"}

    assert {name: THEME[mode][name].lower() for name in named} == {
        name: COLOURS[colour][mode] for name, colour in named.items()
    }


def test_colours_stand_in_one_place() -> None:
    others = [path for path in STYLES.glob("*.css") if path.name != FIRST]

    assert {path.name: re.findall(r"#[0-9a-fA-F]{3,8}\b", path.read_text(encoding="utf-8")) for path in others} == {
        path.name: [] for path in others
    }


def test_every_name_that_a_sheet_uses_is_defined() -> None:
    sheet = style_sheet()

    assert set(re.findall(r"var\((--rx-[a-z0-9-]+)", sheet)) <= set(re.findall(r"(--rx-[a-z0-9-]+):", sheet))


def test_the_sheet_is_markup_only_at_its_ends() -> None:
    assert re.findall(r"<[^>]*>", style_sheet()) == ["<style>", "</style>"]
