"""Pseudonyms: what names a person is found however it is written, stands for one value, and comes back as it was."""

import json
from datetime import date
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rxflow.security.pseudonyms import Identifier, Pseudonyms, date_spellings, person

BORN = date(1963, 5, 9)
KNOWN = (
    *person("PATIENT", "María García-López"),
    *person("GUARDIAN", "Sarah Ann Brown"),
    *person("PRESCRIBER", "Will Chen", "Dr."),
    Identifier("PATIENT_ID", "patient_005"),
    Identifier("BIRTH_DATE", BORN.isoformat(), date_spellings(BORN)),
    Identifier("ZIP", "78702"),
    Identifier("RX", "RX100501", ("100501",)),
)


def names(given: dict[str, str] | None = None) -> Pseudonyms:
    return Pseudonyms(KNOWN, {} if given is None else given)


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("María García-López", "PATIENT"),
        ("maria garcia lopez", "PATIENT"),
        ("MARIA  GARCIA LOPEZ", "PATIENT"),
        ("mariagarcialopez", "PATIENT"),
        ("maría", "PATIENT_FIRST"),
        ("Garcia", "PATIENT_LAST"),
        ("sarah ann brown", "GUARDIAN"),
        ("Brown", "GUARDIAN_LAST"),
        ("Dr. Chen", "PRESCRIBER_LAST"),
        ("dr will chen", "PRESCRIBER"),
        ("Will Chen", "PRESCRIBER"),
        ("patient_005", "PATIENT_ID"),
        ("1963-05-09", "BIRTH_DATE"),
        ("5/9/63", "BIRTH_DATE"),
        ("05.09.1963", "BIRTH_DATE"),
        ("May 9th, 1963", "BIRTH_DATE"),
        ("9 de mayo de 1963", "BIRTH_DATE"),
        ("78702", "ZIP"),
        ("RX100501", "RX"),
        ("rx #100501", "RX"),
        ("100501", "RX"),
        ("Rx 200999", "RX"),
        ("RF-7K3M-9Q2D", "ORDER"),
        ("qt-7k3m-9q2d", "QUOTE"),
        ("CS-0000-0000", "CASE"),
        ("078-05-1120", "SSN"),
        ("jo.smith+rx@mail.example.com", "EMAIL"),
    ],
)
def test_an_identifier_is_found_in_every_text_however_it_is_written(written: str, kind: str) -> None:
    hidden = names().hide(f"before {written}, after")

    assert f"[{kind}_1]" in hidden
    assert hidden.startswith("before ")
    assert hidden.endswith(", after")
    assert not any(digit in hidden.replace("_1]", "") for digit in "0123456789")


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("(512) 555-0142", "PHONE"),
        ("512.555.0142", "PHONE"),
        ("5125550142", "PHONE"),
        ("+34 612 345 678", "PHONE"),
        ("078051120", "SSN"),
        ("3/4/1971", "DATE"),
        ("1971-03-04", "DATE"),
        ("March 4, 1971", "DATE"),
        ("4 de marzo de 1971", "DATE"),
        ("4120 Guadalupe Street", "ADDRESS"),
        ("12 N Lamar Blvd", "ADDRESS"),
        ("calle Mayor 12", "ADDRESS"),
        ("78705-1234", "ZIP"),
    ],
)
def test_what_looks_like_an_identifier_is_found_in_peoples_words_only(written: str, kind: str) -> None:
    assert names().hide(f"it is {written}.", is_peoples=True) == f"it is [{kind}_1]."
    assert names().hide(f"it is {written}.") == f"it is {written}."


@pytest.mark.parametrize(
    "text",
    [
        "I need 30 tablets of lisinopril 10 mg, it costs $12.50",
        "can I take two at 5 pm? I have 2 refills left",
        "will the brown pill do? an a and the g",
        "the 20 mg tablet st and 10 mg of my road trip",
        "ready at 2026-03-04T10:45 for 1700020",
        "",
    ],
)
def test_other_words_stay_as_they_are(text: str) -> None:
    assert names().hide(text) == text


def test_a_name_that_is_a_word_counts_with_a_capital() -> None:
    assert names().hide("Will said it will do") == "[PRESCRIBER_FIRST_1] said it will do"


def test_a_value_has_one_placeholder_throughout_a_conversation() -> None:
    given: dict[str, str] = {}
    first = names(given).hide("rx 100501, rx 200999 and 512-555-0142", is_peoples=True)
    later = names(given).hide("RX-200999, 512 555 0142 and RX100501")

    assert first == "[RX_1], [RX_2] and [PHONE_1]"
    assert later == "[RX_2], [PHONE_1] and [RX_1]"
    assert given == {"RX_1": "RX100501", "RX_2": "rx 200999", "PHONE_1": "512-555-0142"}


def test_what_was_told_once_is_found_in_later_texts_of_the_program() -> None:
    pseudonyms = names()
    pseudonyms.hide("I live at 4120 Guadalupe Street", is_peoples=True)

    assert pseudonyms.hide('{"reason": "lives at 4120 guadalupe street"}') == '{"reason": "lives at [ADDRESS_1]"}'


@pytest.mark.parametrize("written", ["[RX_1]", "[rx_1]", r"\[RX_1\]", "RX_1"])
def test_a_placeholder_is_put_back_as_models_write_it(written: str) -> None:
    pseudonyms = names({"RX_1": "RX100501"})

    assert pseudonyms.put_back(f"Refill {written}.") == "Refill RX100501."


def test_a_placeholder_that_stands_for_nothing_is_seen() -> None:
    pseudonyms = names({"RX_1": "RX100501"})
    back = pseudonyms.put_back("[RX_1] or [RX_2] or [PATIENT_LAST_9]")

    assert back == "RX100501 or [RX_2] or [PATIENT_LAST_9]"
    assert pseudonyms.has_unknown(back)
    assert not pseudonyms.has_unknown("RX100501 [1] [see a note]")


def test_json_stays_json() -> None:
    case = {"name": "María García-López", "quote": {"rx": "RX100501", "id": "QT-7K3M-9Q2D"}, "miles": 1.7}
    hidden = names().hide(json.dumps(case, ensure_ascii=False))

    assert json.loads(hidden) == {
        "name": "[PATIENT_1]",
        "quote": {"rx": "[RX_1]", "id": "[QUOTE_1]"},
        "miles": 1.7,
    }


@given(st.lists(st.sampled_from(["María García-López", "RX100501", "78702", "tablets", "I need", "[x]", "1", "ü"])))
def test_what_is_hidden_comes_back(parts: list[str]) -> None:
    text = " ".join(parts)
    pseudonyms = names()
    hidden = pseudonyms.hide(text, is_peoples=True)

    assert pseudonyms.put_back(hidden) == text
    assert not any(value in hidden for value in ("García", "100501", "78702"))


@given(st.text())
def test_any_text_can_be_hidden_and_put_back(text: str) -> None:
    pseudonyms = names()

    assert isinstance(pseudonyms.put_back(pseudonyms.hide(text, is_peoples=True)), str)


@pytest.mark.parametrize(
    "piece", ["1 ", "12-", "a1-", "a@", "a.", "5 a ", "maria ", "rx ", "calle a ", "may 1 ", "(1", "[RX_1", "1.1"]
)
def test_the_time_grows_with_the_text(piece: str) -> None:
    def seconds(chars: int) -> float:
        text, best = (piece * chars)[:chars], 9.0
        for _ in range(3):
            began = perf_counter()
            pseudonyms = names({"RX_1": "RX100501"})
            pseudonyms.put_back(pseudonyms.hide(text, is_peoples=True))
            best = min(best, perf_counter() - began)
        return best

    # Four times the text; a square would be sixteen times the time.
    assert seconds(20_000) < 9 * seconds(5000) + 0.02
