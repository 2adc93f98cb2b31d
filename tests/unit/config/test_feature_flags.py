"""Feature flags: on for whom the operator says, always the same for one subject, and no misspelled one unnoticed."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rxflow.config.feature_flags import FLAGS, FeatureFlags, Flag, FlagRule, load_rules, share_of
from rxflow.domain.errors import ConfigurationError

DECLARED = (Flag("new_page", "A page.", default=False), Flag("one_trip", "A hint.", default=True))
TODAY = date(2026, 3, 4)
percentages = st.floats(0, 100)


def flags(rules: Mapping[str, FlagRule] | None = None, today: date = TODAY, **attributes: str) -> FeatureFlags:
    return FeatureFlags(rules or {}, lambda: today, attributes, DECLARED)


def rule(**fields: Any) -> FeatureFlags:
    return flags({"new_page": FlagRule(**fields)})


def test_without_a_rule_a_flag_is_as_declared_and_one_that_is_not_declared_is_off() -> None:
    assert [flags().is_enabled(each) for each in ("new_page", "one_trip", "no_such")] == [False, True, False]
    assert not flags({"no_such": FlagRule()}).is_enabled("no_such")


def test_a_rule_switches_for_everybody() -> None:
    assert rule().is_enabled("new_page")
    assert not flags({"one_trip": FlagRule(enabled=False)}).is_enabled("one_trip", subject="patient_001")


@given(st.text(), percentages, percentages, st.text(max_size=3))
def test_raising_the_percentage_never_turns_anybody_off(subject: str, one: float, other: float, salt: str) -> None:
    low, high = sorted((one, other))
    is_in = rule(percentage=low, salt=salt).is_enabled("new_page", subject=subject)

    assert not is_in or rule(percentage=high, salt=salt).is_enabled("new_page", subject=subject)
    assert is_in == rule(percentage=low, salt=salt).is_enabled("new_page", subject=subject)


@given(st.text())
def test_nobody_is_in_no_share_and_everybody_in_the_whole(subject: str) -> None:
    assert not rule(percentage=0).is_enabled("new_page", subject=subject)
    assert rule(percentage=100).is_enabled("new_page", subject=subject)
    assert 0 <= share_of("new_page", subject) < 100


@pytest.mark.parametrize("percentage", [1, 10, 50, 90])
def test_a_share_is_as_large_as_it_says(percentage: float) -> None:
    switched = rule(percentage=percentage)
    patients = 20_000
    inside = sum(switched.is_enabled("new_page", subject=f"patient_{number:05}") for number in range(patients))

    # Five standard deviations of a fair draw.
    tolerance = 5 * (patients * percentage / 100 * (1 - percentage / 100)) ** 0.5
    assert abs(inside - patients * percentage / 100) < tolerance


def test_the_tenths_of_the_share_are_filled_evenly() -> None:
    counts = [0] * 10
    for number in range(20_000):
        counts[int(share_of("new_page", f"patient_{number:05}") // 10)] += 1

    # Chi-squared with nine degrees of freedom: 27.9 is exceeded by chance once in a thousand.
    assert sum((count - 2000) ** 2 / 2000 for count in counts) < 27.9


def test_shares_of_two_flags_and_of_two_salts_are_drawn_apart() -> None:
    subjects = [str(number) for number in range(2000)]
    both = sum(share_of("a", each) < 50 and share_of("b", each) < 50 for each in subjects)
    salted = sum(share_of("a", each) < 50 and share_of("a", each, "2") < 50 for each in subjects)

    assert 400 < both < 600
    assert 400 < salted < 600


def test_without_a_subject_only_the_whole_is_on() -> None:
    assert not rule(percentage=99.9).is_enabled("new_page")
    assert rule(percentage=100).is_enabled("new_page")


@pytest.mark.parametrize(
    ("attributes", "is_on"),
    [
        ({"environment": "demo", "pharmacy_id": "PH003"}, True),
        ({"environment": "demo", "pharmacy_id": "PH004", "language": "es"}, True),
        ({"environment": "demo", "pharmacy_id": "PH001"}, False),
        ({"environment": "production", "pharmacy_id": "PH003"}, False),
        ({"environment": "demo"}, False),
        ({}, False),
    ],
)
def test_a_rule_for_some_needs_each_attribute_to_be_one_of_its_values(attributes: dict[str, str], is_on: bool) -> None:
    targeted = rule(only={"environment": ("demo",), "pharmacy_id": ("PH003", "PH004")})

    assert targeted.is_enabled("new_page", attributes=attributes) == is_on


def test_what_is_known_of_the_installation_counts_too() -> None:
    rules = {"new_page": FlagRule(only={"environment": ("demo",)})}

    assert flags(rules, environment="demo").is_enabled("new_page")
    assert not flags(rules, environment="production").is_enabled("new_page")


@pytest.mark.parametrize(("today", "is_on"), [(3, True), (4, True), (5, False)])
def test_a_rule_counts_until_its_last_day(today: int, is_on: bool) -> None:
    rules = {"new_page": FlagRule(until=TODAY), "one_trip": FlagRule(enabled=False, until=TODAY)}
    there = flags(rules, date(2026, 3, today))

    assert there.is_enabled("new_page") == is_on
    # Afterwards each is as declared again.
    assert there.is_enabled("one_trip") != is_on


JSON = """{"one_trip": {"enabled": false}, "new_page": {"percentage": 12.5, "only": {"pharmacy_id": ["PH003"]},
"until": "2026-12-31", "salt": "2"}}"""
TOML = """
one_trip.enabled = false
[new_page]
percentage = 12.5
only = {pharmacy_id = ["PH003"]}
until = 2026-12-31
salt = "2"
"""
READ = {
    "one_trip": FlagRule(enabled=False),
    "new_page": FlagRule(percentage=12.5, only={"pharmacy_id": ("PH003",)}, until=date(2026, 12, 31), salt="2"),
}


@pytest.mark.parametrize(("name", "content"), [("flags.json", JSON), ("flags.toml", TOML)])
def test_rules_are_read_from_text_and_from_files_alike(name: str, content: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(content)

    assert load_rules(file=tmp_path / name, flags=DECLARED) == load_rules(JSON, flags=DECLARED) == READ
    assert load_rules("", flags=DECLARED) == {}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "the whole: Invalid JSON"),
        ("[]", "the whole: Input should be an object"),
        ('{"one_trip": true}', "one_trip: Input should be an object"),
        ('{"one_trip": {"enabled": "no"}}', "one_trip.enabled: Input should be a valid boolean"),
        ('{"one_trip": {"percentage": 101}}', "one_trip.percentage: Input should be less than or equal to 100"),
        ('{"one_trip": {"percentage": -1}}', "one_trip.percentage: Input should be greater than or equal to 0"),
        ('{"one_trip": {"enable": true}}', "one_trip.enable: Extra inputs are not permitted"),
        ('{"one_trip": {"until": "soon"}}', "one_trip.until: Input should be a valid date"),
        ('{"one_trp": {}}', "one_trp: there is no such flag; did you mean one_trip?"),
        ('{"xyz": {}}', "xyz: there is no such flag; choose of new_page, one_trip"),
        ('{"one_trip": {"only": {"enviroment": ["demo"]}}}', "no such attribute; did you mean environment?"),
        ('{"xyz": {}, "one_trp": {}}', "; one_trp: there is no such flag"),
    ],
)
def test_a_wrong_rule_is_one_line_that_names_it(text: str, says: str) -> None:
    with pytest.raises(ConfigurationError) as raised:
        load_rules(text, flags=DECLARED)

    assert str(raised.value).startswith("RXFLOW_FEATURE_FLAGS: ")
    assert says in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_file_that_is_missing_or_broken_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "flags.toml"
    broken.write_text("= 1")
    binary = tmp_path / "flags.json"
    binary.write_bytes(b"\xff\xfe")
    for file in (broken, binary, tmp_path / "none.json", tmp_path):
        with pytest.raises(ConfigurationError, match=r"^RXFLOW_FEATURE_FLAGS_FILE: ") as raised:
            load_rules(file=file)
        assert str(file) in str(raised.value)


def test_a_misspelled_flag_of_a_file_is_named_with_the_file_s_variable(tmp_path: Path) -> None:
    (tmp_path / "flags.toml").write_text("[one_tripp]\n")
    with pytest.raises(ConfigurationError, match=r"^RXFLOW_FEATURE_FLAGS_FILE: one_tripp: .* one_trip\?"):
        load_rules(file=tmp_path / "flags.toml")


def test_text_and_file_are_not_given_both(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="not both"):
        load_rules("{}", tmp_path / "flags.json")


def test_every_flag_is_described_and_named_once() -> None:
    assert all(flag.description.endswith(".") for flag in FLAGS)
    assert len({flag.name for flag in FLAGS}) == len(FLAGS)
