"""The messages of every language: complete, alike, and without what a patient must not be told (DOMAIN.md §6.4)."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from rxflow.clinical.sig_phrases import AMOUNT, PHRASE_KEYS
from rxflow.domain.errors import DataError
from rxflow.domain.finding import FindingCode, Route, Severity
from rxflow.domain.order import OrderStatus
from rxflow.prompts.catalog import FOLDER, REFERENCE, catalogues, languages, message_catalog, placeholders, spoken
from rxflow.prompts.plural import PluralRule

ENGLISH = message_catalog(REFERENCE)
LANGUAGES = languages()
VARIANTS = (*Severity, "guardian", "weight", "weekly", "together", "record", "days", "class", "on hold", "discontinued",
            "transferred", "II", "trying to conceive", "breastfeeding", "reviewed")  # fmt: skip
RAISED_BY_THE_WORKFLOW = {FindingCode.AMBIGUOUS, FindingCode.EMERGENCY}
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


def test_the_languages_are_the_files_of_the_folder() -> None:
    assert {"en", "es"} <= set(LANGUAGES) == {path.stem for path in FOLDER.glob("*.json")}


Spoil = Callable[[dict[str, str]], object]


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (lambda messages: messages.pop("welcome"), "welcome is missing; translate it from en.json"),
        (lambda messages: messages.update(welcom="Hola"), "welcom is not known; remove it or correct its name"),
        (lambda messages: messages.update(welcome=" "), "welcome is empty"),
        (lambda messages: messages.update(welcome="Hola, {nombre}"), "welcome should have the placeholders name"),
        (lambda messages: messages.update(thanks="De nada, {name}"), "thanks should have the placeholders none"),
        (lambda messages: messages.update(welcome="Hola, {name"), "welcome: expected '}' before end of string"),
        (
            lambda messages: messages.update(refill_count_one="{n}"),
            "refill_count_one should have the placeholders count",
        ),
        (lambda messages: messages.pop("refill_count_one"), "refill_count_one is missing; translate it from en.json"),
        (lambda messages: messages.pop("language_plural"), "language_plural is missing; it should be such as"),
        (
            lambda messages: messages.update(language_plural="one: n"),
            "language_plural: should begin with the categories",
        ),
        (lambda messages: messages.update(language_plural="other: n is"), "language_plural: 'n is' is no plural rule"),
        (lambda messages: messages.update(thanks=3), "thanks should be a text"),
    ],
)
def test_a_broken_catalogue_is_refused_with_its_file_and_key(spoil: Spoil, fault: str, tmp_path: Path) -> None:
    (tmp_path / "en.json").write_bytes((FOLDER / "en.json").read_bytes())
    messages = dict(message_catalog("es"))
    spoil(messages)
    (tmp_path / "es.json").write_text(json.dumps(messages), encoding="utf-8")

    with pytest.raises(DataError, match=re.escape(fault)) as refused:
        catalogues(tmp_path)
    assert "es.json" in str(refused.value) or "language_plural" in fault


@pytest.mark.parametrize("content", ["{", "[]"])
def test_a_file_that_is_no_catalogue_is_refused(content: str, tmp_path: Path) -> None:
    (tmp_path / "en.json").write_text(content, encoding="utf-8")

    with pytest.raises(DataError, match=r"en\.json"):
        catalogues(tmp_path)


def test_without_english_there_is_nothing_to_compare_with(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"there is no en\.json"):
        catalogues(tmp_path)


def test_a_language_may_have_more_forms_of_a_number(tmp_path: Path) -> None:
    rule = "one few other: n == 1 ? 0 : n >= 2 && n <= 4 ? 1 : 2"
    czech = dict(ENGLISH) | {"language_plural": rule}
    czech |= {f"{key.removesuffix('other')}few": text for key, text in ENGLISH.items() if key.endswith("_other")}
    for name, messages in (("en", ENGLISH), ("cs", czech)):
        (tmp_path / f"{name}.json").write_text(json.dumps(dict(messages)), encoding="utf-8")

    assert set(catalogues(tmp_path)) == {"cs", "en"}
    assert [PluralRule.parse(rule).category(count) for count in (0, 1, 2, 4, 5)] == "other one few few other".split()


def test_an_unspoken_language_is_answered_in_english() -> None:
    assert (spoken("es"), spoken("xx")) == ("es", "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_of_directions_has_words(language: str) -> None:
    messages = message_catalog(language)

    assert [
        key for key in PHRASE_KEYS if key != AMOUNT and not {f"sig_{key}", f"sig_{key}_other"} & set(messages)
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_empty_or_badly_spaced(language: str) -> None:
    for key, text in message_catalog(language).items():
        assert text.strip(), key
        assert "  " not in text, key
        assert text == text.rstrip(), key
        assert not any(name == "" or not name.isidentifier() for name in placeholders(text)), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_claims_what_only_a_clinician_may_say(language: str) -> None:
    for key, text in message_catalog(language).items():
        assert [pattern for pattern in FORBIDDEN if re.search(pattern, text, re.IGNORECASE)] == [], key


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


def test_every_finding_of_the_rules_has_its_message() -> None:
    kinds = "|".join(VARIANTS)
    findings = (key.removeprefix("finding_") for key in ENGLISH if key.startswith("finding_"))
    codes = {re.sub(rf"_(?:{kinds})$", "", finding) for finding in findings}

    assert codes == set(FindingCode) - RAISED_BY_THE_WORKFLOW


def test_the_catalogue_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        message_catalog("en")["welcome"] = "changed"  # type: ignore[index]


def test_there_is_no_other_language() -> None:
    with pytest.raises(KeyError):
        message_catalog("fr")
