"""What a reading is worth beside its labels."""

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from rxflow.dialogue.intents import Intent
from rxflow.dialogue.medications import Mention, MentionKind
from rxflow.evaluation.calibration import calibrate
from rxflow.evaluation.reading import LABELS, Reading, UtteranceReader
from rxflow.evaluation.understanding import Resolution, score, score_medicines
from rxflow.evaluation.utterance import Label, MedicineLabel, Utterance, UtteranceFileError
from rxflow.services.mock_data import MockData

ONE, OTHER, THIRD = "RX100101", "RX100102", "RX100103"


def picked(*rx_numbers: str, drug: str | None = "lisinopril", strength_asked: str | None = None) -> Mention:
    return Mention("words", MentionKind.PRESCRIPTION, rx_numbers, drug, strength_asked=strength_asked)


def similar(*rx_numbers: str, drug: str | None = "lisinopril") -> Mention:
    return Mention("words", MentionKind.SIMILAR, rx_numbers, drug)


def denied(drug: str | None) -> Mention:
    return Mention("words", MentionKind.NOT_ON_PROFILE, (), drug)


def label(**fields: Any) -> MedicineLabel:
    return MedicineLabel.model_validate(fields)


@pytest.mark.parametrize(
    ("wanted", "mention", "resolution"),
    [
        (label(rx=ONE), picked(ONE), "right"),
        (label(rx=ONE), picked(ONE, strength_asked="20 mg"), "right"),
        (label(rx=ONE), picked(ONE, OTHER), "asked"),
        (label(rx=ONE), similar(ONE), "asked"),
        (label(rx=ONE), picked(OTHER), "wrong"),
        (label(rx=ONE), picked(OTHER, strength_asked="20 mg"), "astray"),
        (label(rx=ONE), picked(OTHER, THIRD), "astray"),
        (label(rx=ONE), denied("lisinopril"), "astray"),
        (label(rx=ONE), None, "missed"),
        (label(rx=[ONE, OTHER]), picked(ONE, OTHER, THIRD), "asked"),
        (label(rx=[ONE, OTHER]), picked(ONE), "wrong"),
        (label(rx=[ONE, OTHER]), similar(ONE), "astray"),
        (label(confirm=ONE), similar(ONE), "asked"),
        (label(confirm=ONE), picked(ONE, strength_asked="20 mg"), "asked"),
        (label(confirm=ONE), picked(ONE), "wrong"),
        (label(drug="lisinopril"), denied("Lisinopril"), "right"),
        (label(drug="lisinopril"), similar(ONE), "asked"),
        (label(drug="lisinopril"), picked(ONE), "wrong"),
        (label(drug="lisinopril"), denied("enalapril"), "astray"),
        (label(drug="lisinopril"), denied(None), "astray"),
    ],
)
def test_one_medicine_and_one_mention(wanted: MedicineLabel, mention: Mention | None, resolution: str) -> None:
    found = score_medicines([wanted], [mention] if mention else [])

    assert found.resolutions == (Resolution(resolution),)
    assert found.needless == 0
    assert found.fits == ((resolution in {"right", "asked"},) if mention else ())


def test_each_medicine_is_judged_by_the_mention_that_meets_it_best() -> None:
    labels = [label(rx=ONE), label(rx=OTHER), label(drug="sertraline")]

    found = score_medicines(labels, [denied("sertraline"), picked(OTHER), picked(ONE)])

    assert found.resolutions == (Resolution.RIGHT, Resolution.RIGHT, Resolution.RIGHT)
    assert found.fits == (True, True, True)


def test_a_silent_pick_is_found_behind_harmless_readings_and_beside_right_ones() -> None:
    hidden = score_medicines([label(rx=ONE)], [denied("enalapril"), picked(OTHER)])
    beside = score_medicines([label(rx=ONE)], [picked(ONE), picked(OTHER), denied("enalapril")])

    assert (hidden.resolutions, hidden.needless) == ((Resolution.WRONG,), 0)
    assert (beside.resolutions, beside.needless) == ((Resolution.RIGHT,), 1)


@pytest.mark.parametrize(
    ("read", "is_wrong"), [(Label.REFILL, True), (Label.ALLERGIES, False), (Label.EMERGENCY, False)]
)
def test_a_medicine_beside_those_labelled_is_mistaken_only_where_it_is_asked_for(read: Label, is_wrong: bool) -> None:
    labelled = utterance("no metformin, only lisinopril", medicines=[{"rx": ONE}])

    found = score(labelled, Reading(read, None, (picked(ONE), picked(OTHER))))

    assert (found.has_wrong_pick, found.passed) == (is_wrong, False)


def test_one_choice_may_hold_two_medicines() -> None:
    found = score_medicines([label(rx=ONE), label(rx=OTHER), label(rx=THIRD)], [picked(ONE, OTHER)])

    assert found.resolutions == (Resolution.ASKED, Resolution.ASKED, Resolution.MISSED)


def test_calibration_weighs_the_bins_by_their_counts() -> None:
    found = calibrate([(1.0, True), (0.95, False), (0.9, True), (0.9, True), (0.25, False), (0.0, False)])

    assert [(each.low, each.count, each.accuracy) for each in found.bins] == [(0.0, 1, 0), (0.2, 1, 0), (0.9, 4, 0.75)]
    assert found.expected_error == pytest.approx((4 * (0.9375 - 0.75) + 0.25) / 6)
    assert found.brier == pytest.approx((0.95**2 + 0.1**2 + 0.1**2 + 0.25**2) / 6)
    assert calibrate([]).expected_error == 0.0


def test_every_intent_has_a_label() -> None:
    assert set(LABELS) == set(Intent)


@pytest.fixture(scope="module")
def reader(demo: MockData) -> UtteranceReader:
    return UtteranceReader(demo, ZoneInfo("America/Chicago"), date(2026, 3, 4))


def utterance(text: str, **fields: Any) -> Utterance:
    common = {"id": "u", "patient": "patient_001", "language": "en", "tags": ["plain"], "intent": "refill"}
    return Utterance.model_validate({**common, "text": text, "medicines": [], **fields})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("refill my lisinopril", Label.REFILL),
        ("sure", Label.YES),
        ("I have chest pain and need a refill", Label.EMERGENCY),
        ("I am pregnant, refill my lisinopril", Label.REPORT),
        # It is on file and taken now: the rules count it already.
        ("I take lisinopril, I need a refill", Label.REFILL),
    ],
)
def test_a_message_is_read_in_the_order_of_a_turn(reader: UtteranceReader, text: str, expected: Label) -> None:
    assert reader.read(utterance(text)).label is expected


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"patient": "patient_999"}, "utterance u: patient: No patient has this id"),
        (
            {"medicines": [{"rx": "RX100201"}]},
            "utterance u: medicines.0.rx: RX100201 is no prescription of patient_001",
        ),
        ({"medicines": [{"confirm": "RX9999"}]}, "utterance u: medicines.0.confirm: RX9999 is no prescription"),
        ({"medicines": [{"drug": "zzz"}]}, "utterance u: medicines.0.drug: zzz is no record of the drug data"),
    ],
)
def test_a_label_that_the_data_does_not_know_is_told(
    reader: UtteranceReader, fields: dict[str, Any], told: str
) -> None:
    with pytest.raises(UtteranceFileError) as raised:
        reader.read(utterance("refill", **fields))

    assert str(raised.value).startswith(told)
