"""An event of the audit trail holds codes and numbers, and nothing that a person could have said."""

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rxflow.domain.audit import DETAILS, MAX_CODE_CHARS, MAX_CODES, AuditAction, AuditEvent, as_code, is_code

NOON = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
EVENT = AuditEvent(NOON, "patient", AuditAction.RECORD_READ, "patient_001")
FREE_TEXT = (
    "I have chest pain",
    "Maria Garcia",
    "lisinopril 10 mg",
    "José",
    "03/14/1957",
    "a@b.example",
    "",
    "x" * (MAX_CODE_CHARS + 1),
    "code\n",
)
TEXTS = sorted(name for name, kind in DETAILS.items() if kind is str)
COUNTS = sorted(name for name, kind in DETAILS.items() if kind is int)
LISTS = sorted(name for name, kind in DETAILS.items() if kind is list)


@pytest.mark.parametrize("said", FREE_TEXT)
@pytest.mark.parametrize("field", ["actor", "session_id", "object"])
def test_free_text_is_refused_wherever_it_could_stand(field: str, said: str) -> None:
    with pytest.raises(ValueError, match=field) as refused:
        replace(EVENT, **{field: said})

    assert not said.strip() or said not in str(refused.value)


@pytest.mark.parametrize("said", FREE_TEXT)
def test_free_text_is_refused_as_a_detail(said: str) -> None:
    for name in TEXTS:
        with pytest.raises(ValueError, match=name):
            replace(EVENT, detail={name: said})
    for name in LISTS:
        with pytest.raises(ValueError, match=name):
            replace(EVENT, detail={name: ["TOO_SOON", said]})


@given(st.text(max_size=80))
def test_whatever_is_kept_as_text_is_a_code(text: str) -> None:
    kept = None
    with suppress(ValueError):
        kept = replace(EVENT, detail={"rule": text}).detail["rule"]

    assert kept in {None, text}
    assert (kept is not None) == is_code(text)


@pytest.mark.parametrize("value", [1.5, "3", None, True, b"3", [3], {"said": 3}])
def test_a_count_is_a_whole_number(value: Any) -> None:
    for name in COUNTS:
        with pytest.raises(ValueError, match=name):
            replace(EVENT, detail={name: value})


@pytest.mark.parametrize("value", [1, "yes", None])
def test_yes_or_no_is_a_bool(value: Any) -> None:
    with pytest.raises(ValueError, match="success"):
        replace(EVENT, detail={"success": value})


def test_a_list_is_short_and_is_one() -> None:
    replace(EVENT, detail={"findings": ["TOO_SOON"] * MAX_CODES})
    for value in (["TOO_SOON"] * (MAX_CODES + 1), "TOO_SOON", [1]):
        with pytest.raises(ValueError, match="findings"):
            replace(EVENT, detail={"findings": value})


def test_a_detail_that_is_not_on_the_list_is_refused_without_being_repeated() -> None:
    with pytest.raises(ValueError, match="not on the list") as refused:
        replace(EVENT, detail={"message": "TOO_SOON"})

    assert "TOO_SOON" not in str(refused.value)


def test_a_time_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        replace(EVENT, at=datetime(2026, 3, 4, 12, 0))


def test_every_type_of_detail_is_kept_as_it_is() -> None:
    detail = {"tool": "select_prescription", "success": False, "milliseconds": 12, "findings": ("DOSE", "ALLERGY")}

    assert dict(replace(EVENT, detail=detail).detail) == detail


@given(st.text(max_size=200))
def test_any_name_becomes_a_code(name: str) -> None:
    assert is_code(as_code(name))


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("gpt-4o-mini", "gpt-4o-mini"),
        ("meta-llama/Llama-3.2", "meta-llama_Llama-3.2"),
        ("CORP\\dana", "CORP_dana"),
        ("", "_"),
    ],
)
def test_a_name_is_still_known_as_a_code(name: str, code: str) -> None:
    assert as_code(name) == code


def test_the_words_of_actions_are_codes_that_fit_their_column() -> None:
    assert all(is_code(action) and len(action) <= 32 for action in AuditAction)
