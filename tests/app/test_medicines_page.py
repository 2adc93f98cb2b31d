"""The page about a patient's medicines."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from rxflow.assistant import Assistant
from rxflow.clinical.medication import Medication
from rxflow.domain.errors import StoreUnavailableError
from rxflow.prompts.replies import Replies
from rxflow.services.medicine_history import medicine_history
from rxflow.services.patients import PatientService
from rxflow.services.refills import RefillService
from rxflow.ui.addresses import MEDICINES
from rxflow.ui.fill_timeline import FillTimeline
from rxflow.ui.medicines_wording import MedicinesWording
from rxflow.ui.wording import words_of
from tests.app.conftest import OpenPage, at_page
from tests.app.page_words import markdowns, texts
from tests.unit.services.pharmacy_world import demo_data

TODAY = date(2026, 3, 2)
RX = demo_data().prescriptions[0]
ENGLISH, WORDS = Replies("en"), words_of(MedicinesWording, "en")


def shown(page: AppTest) -> str:
    return "\n".join([texts(page), markdowns(page), *(each.value for each in page.header)]).replace("\\", "")


def test_each_medicine_is_told_in_the_patients_words(begin: OpenPage) -> None:
    page = at_page(begin("patient_001"), MEDICINES)

    for words in (
        "lisinopril 10 mg tablet",
        "For high blood pressure",
        "Take one tablet by mouth once a day",
        "Dr. Sarah Patel",
        "3 refills left",
        "RX100101",
        "Ended on",
        "percent of the days covered",
        "It counts what was collected here, not what you took.",
    ):
        assert words in shown(page)
    assert not page.exception


def test_allergies_are_told_or_that_there_are_none(begin: OpenPage) -> None:
    assert "penicillin" in shown(at_page(begin("patient_014"), MEDICINES))
    assert "None on file." in shown(at_page(begin("patient_002"), MEDICINES))


def test_a_spanish_patient_reads_spanish(begin: OpenPage) -> None:
    told = shown(at_page(begin("patient_005"), MEDICINES))

    for words in (
        "Para presión arterial alta",
        "Tome una tableta por la boca una vez al día",
        "por ciento de los días",
    ):
        assert words in told


def test_each_drawing_says_in_words_what_it_shows(begin: OpenPage) -> None:
    drawings = [each.value for each in at_page(begin("patient_001"), MEDICINES).html if each.value.startswith("<div")]

    assert len(drawings) == 6
    for drawing in drawings:
        label = re.search(r'role="img" aria-label="([^"]+)"', drawing)
        assert label is not None
        assert "Last filled:" in label[1]


def test_only_what_was_handed_over_is_a_fill_but_an_order_takes_a_refill(begin: OpenPage, assistant: Assistant) -> None:
    before = shown(at_page(begin("patient_001"), MEDICINES))
    session = assistant.run(assistant.manager.start("patient_001"))
    for words in ("refill my lisinopril", "yes", "CVS", "yes, place the order"):
        assistant.run(assistant.manager.handle_message(words, session.session_id))
    after = shown(at_page(begin("patient_001"), MEDICINES))

    assert "3 refills left" in before
    assert "3 refills left" not in after
    assert re.findall("Last filled: [^;.]*", before) == re.findall("Last filled: [^;.]*", after)


def test_a_patient_without_prescriptions_is_told_so(begin: OpenPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PatientService, "prescriptions", lambda *_: ())

    assert "We have no prescriptions on file for John Smith." in shown(at_page(begin("patient_001"), MEDICINES))


def test_what_cannot_be_read_is_one_line(begin: OpenPage, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise StoreUnavailableError("The database cannot be read.")

    page = begin("patient_001")
    monkeypatch.setattr(RefillService, "histories", fails)

    assert "The database cannot be read" in at_page(page, MEDICINES).error[0].value.replace("\\", "")


def timeline(*days_ago: int, days_supply: int = 30, is_measured: bool = True) -> FillTimeline:
    fills = [TODAY - timedelta(days=days) for days in days_ago]
    sig = "Take 1 tablet by mouth once daily" + ("" if is_measured else " as needed")
    item = replace(RX, fills=tuple(sorted(fills, reverse=True)), days_supply=days_supply, sig=sig)
    return FillTimeline(medicine_history(item, Medication(item, None), None, TODAY), TODAY)


def test_gaps_are_counted_and_named_the_newest_first() -> None:
    told = " ".join(timeline(99, 60, 20).words(ENGLISH, WORDS))

    assert "19 days without it: January 31, 2026 to February 9, 2026; December 23, 2025 to December 31, 2025." in told


def test_no_gap_is_told_as_none_and_one_day_by_itself() -> None:
    assert "You had it every day since January 1, 2026." in " ".join(
        timeline(60, 30, days_supply=31).words(ENGLISH, WORDS)
    )
    assert "1 day without it: January 31, 2026." in " ".join(timeline(60, 29).words(ENGLISH, WORDS))


def test_what_is_not_measured_has_fills_and_no_days_covered() -> None:
    drawing = timeline(60, 29, is_measured=False)

    assert "rx-covered" not in drawing.drawn("", ENGLISH, WORDS)
    assert drawing.drawn("", ENGLISH, WORDS).count('rx-fill"') == 2
    assert len(drawing.words(ENGLISH, WORDS)) == 1


def test_the_line_shows_a_year_at_most_and_nothing_outside_of_it() -> None:
    drawing = timeline(400, 380, 360, 10).drawn("", ENGLISH, WORDS)
    places = [
        (float(left), float(width or 0)) for left, width in re.findall(r"left:([\d.]+)%(?:;width:([\d.]+)%)?", drawing)
    ]

    assert drawing.count('rx-fill"') == 2
    assert all(left >= 0 and left + width <= 100.01 for left, width in places)
    assert "March 2, 2025" in drawing


def test_many_fills_are_told_by_the_last_few() -> None:
    (told, *_) = timeline(150, 120, 90, 60, 30, 0).words(ENGLISH, WORDS)

    assert told.count("202") == 4
    assert told.endswith("and earlier.")
