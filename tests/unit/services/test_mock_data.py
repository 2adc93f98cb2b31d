import json
import shutil
from collections.abc import Callable
from dataclasses import FrozenInstanceError
from datetime import date, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from rxflow.domain.drug import Schedule
from rxflow.domain.errors import DataError
from rxflow.services.mock_data import MockData, load_mock_data

Fault = Callable[..., str]


@pytest.fixture
def broken(tmp_path: Path, data_dir: Path, today: date) -> Fault:
    """Change one file of a copy of the data, load it, and return the message."""
    copy = tmp_path / "data"
    shutil.copytree(data_dir, copy)

    def load_with(file: str, change: Callable[[Any], object]) -> str:
        document = json.loads((data_dir / file).read_text(encoding="utf-8"))
        change(document)
        (copy / file).write_text(json.dumps(document), encoding="utf-8")
        return _message(copy, today)

    return load_with


def _message(folder: Path, today: date) -> str:
    with pytest.raises(DataError) as caught:
        load_mock_data(folder, today)
    return str(caught.value)


def test_the_demo_world_is_loaded_whole(data: MockData) -> None:
    assert len(data.patients) == 14
    assert len(data.prescriptions) == 58
    assert len(data.pharmacies) == 10
    assert len(data.drugs) >= 300
    assert len(data.plans) == 5
    assert data.misspellings["metphormin"] == "metformin"
    assert ("hydrALAZINE", "hydrOXYzine") in data.lasa_pairs
    assert data.tables.schedule_rule(Schedule.II).max_refills == 0
    assert data.tables.max_daily_dose["acetaminophen"].mg_per_day == Decimal(4000)


def test_stored_days_are_counted_from_the_day_of_loading(data: MockData, today: date) -> None:
    lisinopril = next(rx for rx in data.prescriptions if rx.rx_number == "RX100101")
    assert lisinopril.written_on == today - timedelta(days=150)
    assert lisinopril.last_fill == today - timedelta(days=27)
    assert data.authorizations[0].expires_on == today + timedelta(days=20)


def test_hours_and_money_have_their_types(data: MockData) -> None:
    costco = next(pharmacy for pharmacy in data.pharmacies if pharmacy.pharmacy_id == "PH005")
    assert costco.hours.sunday is None
    assert costco.hours.saturday is not None
    assert costco.hours.saturday.opens == time(9, 30)
    assert costco.price_index == Decimal("0.72")
    assert isinstance(data.prices[0].unit_price, Decimal)


def test_loaded_data_cannot_be_changed(data: MockData) -> None:
    with pytest.raises(FrozenInstanceError):
        data.patients = ()  # type: ignore[misc]
    with pytest.raises(TypeError):
        data.misspellings["x"] = "y"  # type: ignore[index]


def test_a_missing_file_is_named_with_its_folder(tmp_path: Path, today: date) -> None:
    message = _message(tmp_path / "data", today)
    assert message.startswith("data/mock_patients.json: there is no such file in ")
    assert "RXFLOW_DATA_DIR" in message


@pytest.mark.parametrize("file", ["mock_prices.json", "clinical/rems.csv"])
def test_each_kind_of_file_is_missed(tmp_path: Path, data_dir: Path, today: date, file: str) -> None:
    shutil.copytree(data_dir, tmp_path / "data")
    (tmp_path / "data" / file).unlink()
    assert _message(tmp_path / "data", today).startswith(f"data/{file}: there is no such file")


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, data_dir: Path, today: date) -> None:
    shutil.copytree(data_dir, tmp_path / "data")
    (tmp_path / "data" / "mock_prices.json").unlink()
    (tmp_path / "data" / "mock_prices.json").mkdir()
    assert _message(tmp_path / "data", today) == "data/mock_prices.json: cannot be read: Is a directory"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            b'{"drugs": [\n{"name": }]}',
            "data/mock_drugs.json: line 2, column 10: Expecting value; correct the JSON there",
        ),
        (b"", "data/mock_drugs.json: line 1, column 1: Expecting value; correct the JSON there"),
        (b'{"drugs": "\xff"}', "data/mock_drugs.json: byte 11 is not UTF-8; save the file as UTF-8"),
        (b"[]", "data/mock_drugs.json: should be an object that holds a list of records"),
        (b'{"medicines": []}', "data/mock_drugs.json: should hold a list named drugs"),
        (
            b'{"drugs": ["aspirin"]}',
            "data/mock_drugs.json: record number 1 of drugs: should be an object with named fields",
        ),
    ],
)
def test_a_file_of_the_wrong_form_is_refused(
    tmp_path: Path, data_dir: Path, today: date, content: bytes, expected: str
) -> None:
    shutil.copytree(data_dir, tmp_path / "data")
    (tmp_path / "data" / "mock_drugs.json").write_bytes(content)
    assert _message(tmp_path / "data", today) == expected


PRESCRIPTIONS = "mock_prescriptions.json"


@pytest.mark.parametrize(
    ("field", "value", "fault"),
    [
        ("quantity", 0, "should be at least 1 (was 0)"),
        ("quantity", -30, "should be at least 1 (was -30)"),
        ("quantity", "30", "should be a valid integer (was 30)"),
        ("quantity", 1.5, "should be a valid integer (was 1.5)"),
        ("days_supply", 366, "should be between 1 and 365 (was 366)"),
        ("refills_remaining", 6, "should be between 0 and refills_authorized (was 6)"),
        ("refills_remaining", True, "should be a valid integer (was True)"),
        ("written_days_ago", -1, "should be a day between today and ten years ago (was -1)"),
        ("written_days_ago", 10**12, "should be whole days before today, such as 30 (was 1000000000000)"),
        ("written_days_ago", "2025-01-01", "should be whole days before today, such as 30 (was 2025-01-01)"),
        ("fills_days_ago", [57, 27], "should be different days, the latest fill first"),
        ("fills_days_ago", [27, 27], "should be different days, the latest fill first"),
        ("fills_days_ago", [-1], "should be days between today and ten years ago"),
        ("fills_days_ago", 27, "should be a list of whole days before today, such as [27, 57] (was 27)"),
        ("patient_id", "patient_999", "should be the id of one of the patients (was patient_999)"),
        ("drug", "unobtainium", "should be the id of one of the drugs (was unobtainium)"),
        ("status", "paused", "should be 'active', 'on hold', 'discontinued' or 'transferred' (was paused)"),
        ("sig", " ", "should not be empty"),
        ("generic_name", 5, "should be a valid string (was 5)"),
        ("rx_number", "RX100102", "should be unique; another record has the same (was RX100102)"),
    ],
)
def test_a_wrong_field_of_a_prescription_is_named(broken: Fault, field: str, value: object, fault: str) -> None:
    position = 2 if field == "rx_number" else 0
    record = "RX100102" if field == "rx_number" else "RX100101"
    message = broken(PRESCRIPTIONS, lambda doc: doc["prescriptions"][position].update({field: value}))
    assert message == f"data/{PRESCRIPTIONS}: record {record}: field {field}: {fault}"


def test_unknown_and_missing_fields_are_named(broken: Fault) -> None:
    prefix = "data/mock_prescriptions.json: record RX100101: field"
    message = broken(PRESCRIPTIONS, lambda doc: doc["prescriptions"][0].pop("quantity"))
    assert message == f"{prefix} quantity: is missing; add it"
    message = broken(PRESCRIPTIONS, lambda doc: doc["prescriptions"][0].update(quantety=30))
    assert message == f"{prefix} quantety: is not known; remove it or correct its name (was 30)"


def test_the_first_of_several_faults_is_told_with_how_many_more(broken: Fault) -> None:
    message = broken(PRESCRIPTIONS, lambda doc: doc["prescriptions"][0].update(quantity=0, days_supply=0, drug="x"))
    assert message == (
        "data/mock_prescriptions.json: record RX100101: field quantity: should be at least 1 (was 0); and 2 more"
    )


def test_a_record_without_its_id_is_counted(broken: Fault) -> None:
    message = broken(PRESCRIPTIONS, lambda doc: doc["prescriptions"][4].pop("rx_number"))
    assert message == (
        "data/mock_prescriptions.json: record number 5 of prescriptions: field rx_number: is missing; add it"
    )


def test_a_calendar_date_in_place_of_days_is_refused(broken: Fault) -> None:
    message = broken(PRESCRIPTIONS, lambda doc: doc["prescriptions"][0].update(written_on="2025-01-01"))
    assert "field written_days_ago: should be whole days before today" in message


@pytest.mark.parametrize(
    ("file", "noun", "field", "value", "fault"),
    [
        ("mock_pharmacies.json", "pharmacies", "hours", {"weekday": "8-22", "saturday": None, "sunday": None},
         "record PH001: field hours.weekday: should be like 08:00-22:00, or null when closed"),
        ("mock_pharmacies.json", "pharmacies", "hours", {"weekday": "22:00-08:00", "saturday": None, "sunday": None},
         "record PH001: field hours.weekday: should open before it closes"),
        ("mock_pharmacies.json", "pharmacies", "latitude", 130.0,
         "record PH001: field latitude: should be degrees between -90 and 90 (was 130.0)"),
        ("mock_pharmacies.json", "pharmacies", "price_index", "0",
         "record PH001: field price_index: should be above 0 (was 0)"),
        ("mock_pharmacies.json", "stock", "fills_available", -1,
         "record PH001/insulin glargine/100 units/mL: field fills_available: should be at least 0 (was -1)"),
        ("mock_pharmacies.json", "stock", "pharmacy_id", "PH999",
         "record PH999/insulin glargine/100 units/mL: field pharmacy_id: "
         "should be the id of one of the pharmacies (was PH999)"),
        ("mock_insurance.json", "plans", "refill_threshold", "1.5",
         "record BCBS_TX_PPO: field refill_threshold: should be above 0 and at most 1 (was 1.5)"),
        ("mock_insurance.json", "plans", "tier1_copay", "-1",
         "record BCBS_TX_PPO: field tier1_copay: should be at least 0 dollars (was -1)"),
        ("mock_insurance.json", "plans", "preferred_pharmacies", ["PH999"],
         "record BCBS_TX_PPO: field preferred_pharmacies: should be the id of one of the pharmacies"),
        ("mock_insurance.json", "formulary", "plan_id", "NONE",
         "record NONE/semaglutide: field plan_id: should be the id of one of the plans (was NONE)"),
        ("mock_insurance.json", "formulary", "tier", 5,
         "record UHC_GOLD/semaglutide: field tier: should be between 1 and 4 (was 5)"),
        ("mock_insurance.json", "authorizations", "expires_in_days", "soon",
         "record patient_011/adalimumab: field expires_in_days: "
         "should be whole days after today, such as 20 (was soon)"),
        ("mock_prices.json", "prices", "unit_price", "-0.01",
         "record lisinopril/10 mg/tablet: field unit_price: should be at least 0 dollars (was -0.01)"),
        ("mock_drugs.json", "drugs", "schedule", "VI",
         "record atorvastatin: field schedule: should be 'none', 'II', 'III', 'IV', 'V' or 'unknown' (was VI)"),
        ("mock_patients.json", "patients", "preferred_pharmacy_id", "PH999",
         "record patient_001: field preferred_pharmacy_id: should be the id of one of the pharmacies"),
        ("mock_patients.json", "patients", "zip", "00000",
         "record patient_001: field zip: should be the id of one of the zip_codes"),
        ("mock_patients.json", "patients", "plan_id", "NONE",
         "record patient_001: field plan_id: should be the id of one of the plans"),
    ],
)  # fmt: skip
def test_a_wrong_field_of_another_record_is_named(
    broken: Fault, file: str, noun: str, field: str, value: object, fault: str
) -> None:
    assert broken(file, lambda doc: doc[noun][0].update({field: value})).startswith(f"data/{file}: {fault}")


@pytest.mark.parametrize(
    ("field", "value"),
    [("name", " "), ("relationship", ""), ("scope", "all"), ("valid_until", "2017-04-11"), ("valid_until", 30)],
)
def test_a_guardian_has_a_name_a_scope_and_a_last_day_after_the_birth(broken: Fault, field: str, value: object) -> None:
    message = broken("mock_patients.json", lambda doc: doc["patients"][8]["guardian"].update({field: value}))

    assert message.startswith(f"data/mock_patients.json: record patient_009: field guardian.{field}: ")
    assert "Davis" not in message


def test_a_guardian_of_older_data_speaks_for_the_patient_in_full(data_dir: Path, tmp_path: Path, today: date) -> None:
    folder = shutil.copytree(data_dir, tmp_path / "data")
    document = json.loads((folder / "mock_patients.json").read_text("utf-8"))
    document["patients"][8]["guardian"] = {"name": "Sarah Davis", "relationship": "mother"}
    (folder / "mock_patients.json").write_text(json.dumps(document), encoding="utf-8")

    assert load_mock_data(folder, today).patients == load_mock_data(data_dir, today).patients


def test_no_value_of_a_patient_is_shown(broken: Fault) -> None:
    message = broken("mock_patients.json", lambda doc: doc["patients"][0].update(date_of_birth="2990-03-15", sex="X"))
    assert "2990" not in message
    assert "John" not in message


@pytest.mark.parametrize(
    ("file", "line", "fault"),
    [
        (
            "interactions",
            "a,b,fatal,effect,source,K",
            "field severity: should be 'contraindicated', 'major' or 'moderate'",
        ),
        ("interactions", "a,b,major,,source,K", "field effect: should be a valid string"),
        ("interactions", "a,b,major,effect,source,K,more", "field (no column): is not known"),
        ("max_daily_dose", "a,much,source,K", "field max_mg_per_day: should be a valid decimal (was much)"),
        ("max_daily_dose", "a,-5,source,K", "field max_mg_per_day: should be above 0 (was -5)"),
        ("max_daily_dose", "ibuprofen,5,source,K", "field drug: should be unique"),
        ("schedule_rules", "unknown,,6,,,1.9,source,K", "field refill_threshold: should be above 0 and at most 1"),
        ("schedule_rules", "unknown,,6,,0,,source,K", "field max_days_supply: should be between 1 and 365"),
        ("state_rules", "Texas,none,12,,,,,a law,K", "field state: should be two capital letters, such as TX"),
        ("state_rules", "TX,none,0,,,,,a law,K", "field expires_after_months: should be at least 1"),
        (
            "state_rules",
            "TX,none,12,,,2026-02-01,2026-01-01,a law,K",
            "field effective_until: should not be before effective_from",
        ),
        (
            "rems",
            "new drug,New REMS,pharmacist: each fill,2026-02-01,2026-01-01,FDA,K",
            "field effective_until: should not be before effective_from",
        ),
    ],
)
def test_a_wrong_line_of_a_clinical_table_is_named(
    tmp_path: Path, data_dir: Path, today: date, file: str, line: str, fault: str
) -> None:
    shutil.copytree(data_dir, tmp_path / "data")
    path = tmp_path / "data" / "clinical" / f"{file}.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}{line}\n", encoding="utf-8")
    number = len(text.splitlines()) + 1
    assert _message(tmp_path / "data", today).startswith(f"data/clinical/{file}.csv: line {number}: {fault}")


JUNK = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8), st.lists(st.integers()))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    field=st.sampled_from(["quantity", "strength", "fills_days_ago", "written_days_ago", "refills_remaining"]),
    junk=JUNK,
)
@example(field="quantity", junk="0\n")
def test_any_value_is_either_read_as_its_type_or_refused_in_one_line(
    broken: Fault, tmp_path: Path, today: date, field: str, junk: object
) -> None:
    try:
        message = broken(PRESCRIPTIONS, lambda doc: doc["prescriptions"][0].update({field: junk}))
    except pytest.fail.Exception:
        loaded = load_mock_data(tmp_path / "data", today).prescriptions[0]
        assert loaded.quantity >= 1
        assert isinstance(loaded.strength, str)
        assert list(loaded.fills) == sorted(set(loaded.fills), reverse=True)
        assert loaded.written_on <= today
    else:
        assert message.startswith(f"data/{PRESCRIPTIONS}: record RX100101: field ")
        assert "\n" not in message
