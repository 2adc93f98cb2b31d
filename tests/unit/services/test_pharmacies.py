from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rxflow.domain.drug import Schedule
from rxflow.services.drugs import DrugService
from rxflow.services.mock_data import MockData
from rxflow.services.patients import PatientService
from rxflow.services.pharmacies import AROUND, PharmacyService


def _ids(pharmacies: PharmacyService, words: str) -> list[str]:
    return [pharmacy.pharmacy_id for pharmacy in pharmacies.find(words)]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("CVS", ["PH001"]),
        ("c v s", ["PH001"]),
        ("CVS Congress", ["PH001"]),
        ("walgreens", ["PH002", "PH010"]),
        ("wallgreens", ["PH002", "PH010"]),
        ("walgreens south lamar", ["PH002"]),
        ("the Walgreens on S. Lamar Blvd", ["PH002"]),
        ("1900 S Lamar", ["PH002"]),
        ("walgreens on research", ["PH010"]),
        ("heb", ["PH003"]),
        ("h e b", ["PH003"]),
        ("HEB's", ["PH003"]),
        ("can we use H-E-B instead?", ["PH003"]),
        ("the H-E-B on 51st street", ["PH003"]),
        ("wal-mart", ["PH004"]),
        ("ben white", ["PH004"]),
        ("costco", ["PH005"]),
        ("cosco", ["PH005"]),
        ("lamar plaza", ["PH006"]),
        ("the apothecary", ["PH006"]),
        ("randall's", ["PH007"]),
        ("randals", ["PH007"]),
        ("far west", ["PH007"]),
        ("mail", ["PH008"]),
        ("mail order please", ["PH008"]),
        ("por correo", ["PH008"]),
        ("Dell Children’s", ["PH009"]),
        ("mueller", ["PH003", "PH009"]),
        ("lamar", ["PH002", "PH006"]),
        ("the one in 78759", ["PH005", "PH010"]),
        ("ph007", ["PH007"]),
        ("una farmacia en la calle Congress", ["PH001"]),
        ("CVS and Costco", ["PH001", "PH005"]),
        ("at CVS on Congress or the Walgreens on Research", ["PH001", "PH010"]),
        ("cheaper at Walmart than at H-E-B", ["PH003", "PH004"]),
        ("Walgreens, the one on research", ["PH010"]),
        ("H-E-B or Randalls on 51st", ["PH003", "PH007"]),
    ],
)
def test_pharmacies_are_found_as_patients_call_them(pharmacies: PharmacyService, words: str, ids: list[str]) -> None:
    assert _ids(pharmacies, words) == ids


def test_every_pharmacy_is_found_by_its_own_name_and_address(pharmacies: PharmacyService) -> None:
    for pharmacy in pharmacies.all():
        assert pharmacies.find(pharmacy.name) == (pharmacy,)
        assert pharmacies.find(pharmacy.street) == (pharmacy,)


def test_a_name_and_a_place_that_do_not_meet_are_both_offered(pharmacies: PharmacyService) -> None:
    assert _ids(pharmacies, "cvs on lamar") == ["PH001", "PH002", "PH006"]


@pytest.mark.parametrize(
    "words",
    ["", "the pharmacy", "pharmacy on the street", "farmacia", "yes", "the closest one", "the cheapest",
     "how far is it", "by mouth", "the white pill", "Kroger", "¿me puede llamar?"],
)  # fmt: skip
def test_words_that_name_no_pharmacy_find_none(pharmacies: PharmacyService, words: str) -> None:
    assert pharmacies.find(words) == ()


@given(words=st.text(max_size=60))
def test_any_words_find_known_pharmacies_only(pharmacies: PharmacyService, words: str) -> None:
    assert set(pharmacies.find(words)) <= set(pharmacies.all())


def test_the_nearest_come_first_and_mail_order_last(pharmacies: PharmacyService) -> None:
    near = pharmacies.nearest("78701", limit=10)
    assert near[0].pharmacy.pharmacy_id == "PH001"
    assert near[0].miles == pytest.approx(0.28, abs=0.02)
    assert near[-1].pharmacy.pharmacy_id == "PH008"
    assert len(pharmacies.nearest("78701")) == 5


def test_distances_grow_from_every_zip_code(pharmacies: PharmacyService, data: MockData) -> None:
    for place in data.zip_codes:
        near = [found for found in pharmacies.nearest(place.zip, 10) if not found.pharmacy.is_mail_order]
        assert near == sorted(near, key=lambda found: found.miles)
        assert len(near) == 9


def test_an_unknown_zip_code_has_nothing_near(pharmacies: PharmacyService) -> None:
    assert pharmacies.nearest("10001") == ()


@pytest.mark.parametrize(
    ("pharmacy_id", "at", "is_open"),
    [
        ("PH001", datetime(2026, 1, 15, 14, 0, tzinfo=UTC), True),  # Thursday 8 am in Austin
        ("PH001", datetime(2026, 1, 15, 13, 59, tzinfo=UTC), False),
        ("PH001", datetime(2026, 1, 16, 4, 0, tzinfo=UTC), False),  # still Thursday there, 10 pm
        ("PH002", datetime(2026, 1, 16, 9, 0, tzinfo=UTC), True),  # never closes
        ("PH005", datetime(2026, 1, 18, 18, 0, tzinfo=UTC), False),  # Sunday
        ("PH001", datetime(2026, 7, 16, 13, 0, tzinfo=UTC), True),  # 8 am in summer time
    ],
)
def test_hours_are_local(pharmacies: PharmacyService, pharmacy_id: str, at: datetime, is_open: bool) -> None:
    pharmacy = pharmacies.get(pharmacy_id)
    assert pharmacy is not None
    assert pharmacies.is_open(pharmacy, at) is is_open


@pytest.mark.parametrize(
    ("pharmacy_id", "rx_number", "fills"),
    [
        ("PH001", "RX101201", 0),  # insulin glargine is out of stock
        ("PH004", "RX101201", 1),
        ("PH003", "RX101201", None),
        ("PH002", "RX101201", None),  # no exception: plenty
        ("PH004", "RX100703", 0),  # warfarin
        ("PH008", "RX100204", 0),  # zolpidem by mail
        ("PH001", "RX100204", None),
        ("PH008", "RX100101", None),
        ("PH009", "RX100101", 0),  # an adult at the children's pharmacy
        ("PH009", "RX100902", None),
        ("PH999", "RX100101", 0),
    ],
)
def test_stock_as_in_the_demo_world(
    pharmacies: PharmacyService, drugs: DrugService, data: MockData, today: date,
    pharmacy_id: str, rx_number: str, fills: int | None,
) -> None:  # fmt: skip
    rx = next(rx for rx in data.prescriptions if rx.rx_number == rx_number)
    is_minor = PatientService(data).get(rx.patient_id).is_minor_on(today)
    assert pharmacies.fills_available(pharmacy_id, rx, drugs.get(rx.drug), is_minor) == fills


def test_an_unknown_schedule_counts_as_controlled(
    pharmacies: PharmacyService, drugs: DrugService, data: MockData
) -> None:
    rx = data.prescriptions[0]
    drug = drugs.get(rx.drug)
    assert drug is not None
    assert pharmacies.fills_available("PH008", rx, None, is_minor=False) == 0
    assert pharmacies.fills_available("PH008", rx, replace(drug, schedule=Schedule.UNKNOWN), is_minor=False) == 0
    assert pharmacies.fills_available("PH001", rx, None, is_minor=False) is None


def test_those_to_choose_from_are_the_near_ones_and_the_wanted_however_many_there_are(demo: MockData) -> None:
    like = next(each for each in demo.pharmacies if not each.is_mail_order)
    far = replace(like, pharmacy_id="FAR", latitude=47.6, longitude=-122.3)
    made = [replace(like, pharmacy_id=f"M{n}", latitude=like.latitude + n / 1000) for n in range(500)]
    many = PharmacyService(replace(demo, pharmacies=(*demo.pharmacies, *made, far)), ZoneInfo("America/Chicago"))

    near = many.around("78701")
    with_far = many.around("78701", ("FAR", "M499", "unheard of", "FAR"))

    retail = [each for each in near if not each.pharmacy.is_mail_order]
    assert retail == list(many.nearest("78701", AROUND))
    assert [each.pharmacy.is_mail_order for each in near] == sorted(each.pharmacy.is_mail_order for each in near)
    assert {each.pharmacy.pharmacy_id for each in with_far} - {each.pharmacy.pharmacy_id for each in near} == {
        "FAR",
        "M499",
    }
    assert [each.miles for each in with_far if not each.pharmacy.is_mail_order][-1] > 1000
    assert len(many.around("78701", [each.pharmacy_id for each in made])) <= len(near) + AROUND
    assert many.around("10001") == ()
