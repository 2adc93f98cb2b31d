from dataclasses import replace
from datetime import date, timedelta

import pytest

from rxflow.domain.plan import Plan
from rxflow.domain.prescription import Prescription
from rxflow.services.coverage import CoverageService
from rxflow.services.drugs import DrugService
from rxflow.services.mock_data import MockData
from rxflow.services.patients import PatientService


def _rx(data: MockData, rx_number: str) -> Prescription:
    return next(rx for rx in data.prescriptions if rx.rx_number == rx_number)


def _plan(data: MockData, plan_id: str) -> Plan:
    return next(plan for plan in data.plans if plan.plan_id == plan_id)


def test_the_plan_is_the_patients_or_none(coverage: CoverageService, patients: PatientService) -> None:
    plan = coverage.plan(patients.get("patient_003"))
    assert plan is not None
    assert plan.plan_id == "UHC_GOLD"
    assert coverage.plan(patients.get("patient_004")) is None


def test_a_noted_medicine_has_the_plans_rules(coverage: CoverageService, data: MockData) -> None:
    semaglutide = coverage.entry(_plan(data, "UHC_GOLD"), _rx(data, "RX100301"))
    assert (semaglutide.tier, semaglutide.prior_authorization) == (3, True)
    rimegepant = coverage.entry(_plan(data, "UHC_GOLD"), _rx(data, "RX101103"))
    assert rimegepant.step_therapy is not None
    assert rimegepant.step_therapy.minimum == 2


@pytest.mark.parametrize("name", ["Sacubitril-Valsartan", "sacubitril / valsartan", "Entresto"])
def test_a_medicine_is_noted_under_its_label_or_its_record(
    coverage: CoverageService, drugs: DrugService, data: MockData, name: str
) -> None:
    drug = drugs.get("sacubitril / valsartan")
    assert coverage.entry(_plan(data, "MEDICARE_D"), name, drug).tier == 2


@pytest.mark.parametrize(
    ("rx_number", "tier"),
    [
        ("RX100101", 1),  # a generic
        ("RX101007", 1),  # Synthroid, which has a cheaper generic
        ("RX100202", 2),  # Eliquis, which has none
        ("RX101101", 2),  # Humira
    ],
)
def test_a_medicine_that_is_not_noted_is_tier_1_or_brand_only_tier_2(
    coverage: CoverageService, data: MockData, rx_number: str, tier: int
) -> None:
    entry = coverage.entry(_plan(data, "BCBS_TX_PPO"), _rx(data, rx_number))
    assert entry.tier == tier
    assert entry.covered
    assert not entry.prior_authorization
    assert entry.step_therapy is None
    assert entry.quantity_limit is None


@pytest.mark.parametrize(("name", "tier"), [("empagliflozin", 2), ("atorvastatin", 1), ("unobtainium", 1)])
def test_a_name_alone_has_a_tier_too(coverage: CoverageService, data: MockData, name: str, tier: int) -> None:
    assert coverage.entry(_plan(data, "BCBS_TX_PPO"), name).tier == tier


def test_a_brand_without_a_price_on_file_is_brand_only(coverage: CoverageService, data: MockData) -> None:
    brand = replace(_rx(data, "RX100101"), generic_name="unobtainium", brand_name="Unobtain")
    assert coverage.entry(_plan(data, "BCBS_TX_PPO"), brand).tier == 2


def test_only_the_patients_own_authorization_is_found(coverage: CoverageService, today: date) -> None:
    found = coverage.authorization("patient_011", "Adalimumab")
    assert found is not None
    assert found.expires_on == today + timedelta(days=20)
    assert coverage.authorization("patient_003", "adalimumab") is None
    assert coverage.authorization("patient_003", "semaglutide") is None
