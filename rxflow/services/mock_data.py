"""Reads the data folder into frozen domain types, once, and says exactly what is wrong when it cannot."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from rxflow.clinical.tables import (
    AbruptStop,
    ClinicalTables,
    Interaction,
    MaxDailyDose,
    PregnancyCaution,
    RemsProgramme,
    ScheduleRule,
    StateRule,
    TherapeuticClass,
)
from rxflow.domain.drug import Drug
from rxflow.domain.patient import Patient
from rxflow.domain.pharmacy import Pharmacy, StockException, ZipCode
from rxflow.domain.plan import Authorization, BasePrice, FormularyEntry, Plan
from rxflow.domain.prescription import Prescription
from rxflow.services.data_checks import find_faults, find_unspoken
from rxflow.services.data_files import DataReader, Source
from rxflow.services.reference_records import PatientRecords, StockRecords


@dataclass(frozen=True, slots=True)
class ClassMember:
    """One medicine or substance of an allergy class."""

    class_name: str
    member: str
    source: str
    confidence: str | None


@dataclass(frozen=True, slots=True)
class LookAlikes:
    """Two names that look or sound alike, in tall-man letters."""

    name_a: str
    name_b: str
    source: str
    confidence: str | None


@dataclass(frozen=True, slots=True)
class Misspelling:
    """A word that patients use for the medicine `canonical`."""

    heard_or_typed: str
    canonical: str
    kind: str
    confidence: str | None


SOURCES = (
    Source("mock_patients.json", "patients", Patient, ("patient_id",)),
    Source(
        "mock_prescriptions.json",
        "prescriptions",
        Prescription,
        ("rx_number",),
        {"written_on": "written_days_ago", "fills": "fills_days_ago"},
    ),
    Source("mock_drugs.json", "drugs", Drug, ("name",)),
    Source("mock_pharmacies.json", "pharmacies", Pharmacy, ("pharmacy_id",)),
    Source("mock_pharmacies.json", "stock", StockException, ("pharmacy_id", "generic_name", "strength")),
    Source("mock_zip_codes.json", "zip_codes", ZipCode, ("zip",)),
    Source("mock_insurance.json", "plans", Plan, ("plan_id",)),
    Source("mock_insurance.json", "formulary", FormularyEntry, ("plan_id", "generic_name")),
    Source(
        "mock_insurance.json",
        "authorizations",
        Authorization,
        ("patient_id", "generic_name"),
        {"expires_on": "expires_in_days", "starts_on": "starts_days_ago"},
    ),
    Source("mock_prices.json", "prices", BasePrice, ("generic_name", "strength", "dosage_form")),
    Source("clinical/interactions.csv", "interactions", Interaction, ("drug_a", "drug_b")),
    Source("clinical/allergy_classes.csv", "classes", ClassMember, ("class_name", "member"), {"class_name": "class"}),
    Source("clinical/max_daily_dose.csv", "doses", MaxDailyDose, ("drug",), {"mg_per_day": "max_mg_per_day"}),
    Source("clinical/lasa_pairs.csv", "look_alikes", LookAlikes, ("name_a", "name_b")),
    Source("clinical/misspellings.csv", "misspellings", Misspelling, ("heard_or_typed",)),
    Source("clinical/pregnancy.csv", "pregnancy", PregnancyCaution, ("drug",)),
    Source("clinical/abrupt_stop.csv", "abrupt_stop", AbruptStop, ("drug",)),
    Source("clinical/rems.csv", "rems", RemsProgramme, ("drug", "effective_from")),
    Source(
        "clinical/therapeutic_classes.csv",
        "therapeutic_classes",
        TherapeuticClass,
        ("class_name", "member"),
        {"class_name": "class"},
    ),
    Source("clinical/schedule_rules.csv", "schedule_rules", ScheduleRule, ("schedule",)),
    Source("clinical/state_rules.csv", "state_rules", StateRule, ("state", "schedule", "effective_from")),
)

GROWING = frozenset({"patients", "prescriptions", "authorizations", "stock"})
"""The nouns of records that stay in a database that serves them; the others are loaded whole from it."""


@dataclass(frozen=True, slots=True)
class MockData:
    """Everything in the data folder; dates are already counted from the day it was loaded.

    `lasa_pairs` are pairs of look-alike names as listed; `misspellings` maps what patients say to a drug's name.
    When the data is served from the database, patients, prescriptions, authorizations and stock stay there: they are
    empty here, and `patient_records` and `stock_records` look them up.
    """

    patients: tuple[Patient, ...]
    prescriptions: tuple[Prescription, ...]
    drugs: tuple[Drug, ...]
    pharmacies: tuple[Pharmacy, ...]
    stock: tuple[StockException, ...]
    zip_codes: tuple[ZipCode, ...]
    plans: tuple[Plan, ...]
    formulary: tuple[FormularyEntry, ...]
    authorizations: tuple[Authorization, ...]
    prices: tuple[BasePrice, ...]
    tables: ClinicalTables
    lasa_pairs: tuple[tuple[str, str], ...]
    misspellings: Mapping[str, str]
    patient_records: PatientRecords | None = None
    stock_records: StockRecords | None = None


def load_mock_data(data_dir: Path, today: date, languages: Collection[str] | None = None) -> MockData:
    """Read and check every file of the data folder.

    Args:
        data_dir: The folder with `mock_*.json` and `clinical/*.csv`.
        today: The day from which the stored days before and after today are counted.
        languages: Those that patients may have; None looks at no patient's language.

    Raises:
        DataError: A file is missing or broken. One message names the first fault's file, record and field, says what
            it should be, and how many more there are.
    """
    reader = DataReader(data_dir, today)
    records = {source.noun: reader.records(source) for source in SOURCES}
    reader.raise_faults()
    for fault in find_faults(records, {source.noun: source.id_fields for source in SOURCES}, today):
        reader.report(next(source for source in SOURCES if source.noun == fault.noun), fault)
    for fault in find_unspoken(records["patients"], languages) if languages is not None else ():
        reader.report(next(source for source in SOURCES if source.noun == fault.noun), fault)
    reader.raise_faults()
    return assembled(records)


def assembled(records: Mapping[str, tuple[Any, ...]]) -> MockData:
    """The data from checked records by noun, as `SOURCES` names them."""
    classes: dict[str, set[str]] = {}
    for row in records["classes"]:
        classes.setdefault(row.class_name, set()).add(row.member)
    look_alikes = tuple((pair.name_a, pair.name_b) for pair in records["look_alikes"])
    return MockData(
        patients=records["patients"],
        prescriptions=records["prescriptions"],
        drugs=records["drugs"],
        pharmacies=records["pharmacies"],
        stock=records["stock"],
        zip_codes=records["zip_codes"],
        plans=records["plans"],
        formulary=records["formulary"],
        authorizations=records["authorizations"],
        prices=records["prices"],
        tables=ClinicalTables.build(
            interactions=records["interactions"],
            allergy_classes={name: frozenset(members) for name, members in classes.items()},
            max_daily_dose={dose.drug: dose for dose in records["doses"]},
            pregnancy={caution.drug: caution for caution in records["pregnancy"]},
            rems=records["rems"],
            abrupt_stop={stop.drug: stop for stop in records["abrupt_stop"]},
            schedule_rules={rule.schedule: rule for rule in records["schedule_rules"]},
            state_rules=records["state_rules"],
            therapeutic_classes=records["therapeutic_classes"],
            ingredients_of={name: drug.ingredients for drug in records["drugs"] for name in (drug.name, *drug.brands)},
            look_alikes=look_alikes,
        ),
        lasa_pairs=look_alikes,
        misspellings=MappingProxyType({word.heard_or_typed: word.canonical for word in records["misspellings"]}),
    )


def _ingredients_of(records: Mapping[str, tuple[Any, ...]]) -> dict[str, tuple[str, ...]]:
    """Ingredients by every name of a medicine: its record's, its brands, and the words that patients use for it."""
    by_name = {name: drug.ingredients for drug in records["drugs"] for name in (drug.name, *drug.brands)}
    heard = {word.heard_or_typed: word.canonical for word in records["misspellings"]}
    return by_name | {word: by_name[name] for word, name in heard.items() if name in by_name and word not in by_name}
