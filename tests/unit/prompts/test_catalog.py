"""The messages of both languages: complete, alike, and without what a patient must not be told (DOMAIN.md §6.4)."""

import re
from string import Formatter

import pytest

from rxflow.domain.finding import FindingCode, Route, Severity
from rxflow.domain.order import OrderStatus
from rxflow.prompts.catalog import LANGUAGES, message_catalog

ENGLISH, SPANISH = message_catalog("en"), message_catalog("es")
# The clinical rules write English themselves, so that only Spanish has templates for findings.
SHARED = sorted(ENGLISH)
FINDINGS = sorted(key for key in SPANISH if key.startswith("finding_"))
EVERY_MESSAGE = [
    pytest.param(language, key, id=f"{language}-{key}") for language in LANGUAGES for key in message_catalog(language)
]

FORBIDDEN = (
    r"\bsafe\b",
    r"\bno (?:known )?interactions?\b",
    r"\b(?:es|son|está) (?:muy )?segur[oa]s?\b",
    r"\b(?:sin|no hay|no tiene) interacci(?:ón|ones)\b",
    r"\byou (?:have|may have|suffer from) (?:an? )?(?:infection|disease|allergy|condition|depression|diabetes)\b",
    r"\b(?:diagnos|diagnóst)\w*",
    r"\byou should (?:take|stop|start|skip|switch)\b",
    r"\b(?:debe|deje de) (?:tomar|dejar|suspender)\b",
    r"\bI am (?:a|your) (?:pharmacist|nurse|doctor)\b",
    r"\bsoy (?:un |su )(?:farmacéutic|enfermer|médic|doctor)",
    r"\b(?:guarantee|garantiz)\w*",
)


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_both_languages_have_the_same_messages() -> None:
    assert sorted(set(SPANISH) - set(FINDINGS)) == SHARED


@pytest.mark.parametrize("key", SHARED)
def test_a_message_says_the_same_facts_in_both_languages(key: str) -> None:
    assert placeholders(ENGLISH[key]) == placeholders(SPANISH[key])


@pytest.mark.parametrize(("language", "key"), EVERY_MESSAGE)
def test_no_message_is_empty_or_badly_spaced(language: str, key: str) -> None:
    text = message_catalog(language)[key]

    assert text.strip()
    assert "  " not in text
    assert text == text.rstrip()
    assert not any(name == "" or not name.isidentifier() for name in placeholders(text))


@pytest.mark.parametrize(("language", "key"), EVERY_MESSAGE)
def test_no_message_claims_what_only_a_clinician_may_say(language: str, key: str) -> None:
    text = message_catalog(language)[key]

    assert [pattern for pattern in FORBIDDEN if re.search(pattern, text, re.IGNORECASE)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_help_lines_are_named(language: str) -> None:
    messages = message_catalog(language)

    assert "911" in messages["emergency_911"]
    assert {"988", "911"} <= set(re.findall(r"\d{3}", messages["emergency_988"]))
    assert "1-800-222-1222" in messages["emergency_poison_control"]
    assert "911" in messages["emergency_urgent_care"]
    assert all(number in messages["emergency_short"] for number in ("911", "988", "1-800-222-1222"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_assistant_says_what_it_is(language: str) -> None:
    messages = message_catalog(language)

    for key in ("welcome", "welcome_guardian"):
        assert re.search("AI assistant, not a pharmacist|asistente de IA, no un farmacéutico", messages[key])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_status_route_and_answer_has_its_message(language: str) -> None:
    messages = message_catalog(language)

    assert {f"status_{status}" for status in OrderStatus} <= set(messages)
    assert {f"case_{route}" for route in Route} <= set(messages)


def test_every_finding_has_a_spanish_template() -> None:
    kinds = "|".join(
        (*Severity, "guardian", "weight", "record", "days", "class", "on hold", "discontinued", "transferred")
    )
    codes = {re.sub(rf"_(?:{kinds})$", "", key.removeprefix("finding_")) for key in FINDINGS}

    assert codes == set(FindingCode)


def test_the_catalogue_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        message_catalog("en")["welcome"] = "changed"  # type: ignore[index]


def test_there_is_no_other_language() -> None:
    with pytest.raises(FileNotFoundError):
        message_catalog("fr")
