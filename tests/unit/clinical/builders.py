"""Small facts for the clinical tests; every test names only what matters to it."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from rxflow.clinical.assessment import RefillFacts
from rxflow.clinical.medication import Medication
from rxflow.clinical.tables import (
    AbruptStop,
    ClinicalTables,
    Interaction,
    MaxDailyDose,
    PregnancyCaution,
    RemsProgramme,
    ScheduleRule,
    TherapeuticClass,
)
from rxflow.domain.drug import Drug, Schedule
from rxflow.domain.patient import Allergy, Patient
from rxflow.domain.plan import FormularyEntry, Plan
from rxflow.domain.prescription import Prescription

TODAY = date(2026, 11, 21)

A_PATIENT = Patient("patient_900", "Pat Doe", date(1980, 5, 5), "F", "78701", "en", "PH001")
A_PLAN = Plan(
    plan_id="PLAN",
    name="Test Plan",
    kind="commercial",
    refill_threshold=Decimal("0.80"),
    tier1_copay=Decimal(10),
    tier2_copay=Decimal(20),
    tier3_copay=Decimal(30),
    tier4_coinsurance=Decimal("0.25"),
    deductible=Decimal(0),
    preferred_pharmacies=(),
    mail_order_90_day=False,
)
AN_ENTRY = FormularyEntry("PLAN", "lisinopril", 1)


def drug(name: str, schedule: Schedule = Schedule.NONE, **changes: Any) -> Drug:
    return replace(
        Drug(name, tuple(name.split(" / ")), "a class", schedule, ("a use",), ("un uso",), ("tablet",), ("10 mg",)),
        **changes,
    )


def prescription(name: str = "lisinopril", **changes: Any) -> Prescription:
    """An active prescription, filled 40 days ago for 30 days, with refills left."""
    plain = Prescription(
        rx_number="RX900001",
        patient_id=A_PATIENT.patient_id,
        generic_name=name,
        drug=name,
        strength="10 mg",
        dosage_form="tablet",
        sig="Take 1 tablet by mouth once daily",
        quantity=30,
        quantity_unit="tablet",
        days_supply=30,
        refills_authorized=5,
        refills_remaining=3,
        written_on=TODAY - timedelta(days=60),
        fills=(TODAY - timedelta(days=40),),
        prescriber="Dr. Ada Test",
        indication="a condition",
        indication_es="una afección",
    )
    return replace(plain, **changes)


def medication(name: str = "lisinopril", schedule: Schedule = Schedule.NONE, **changes: Any) -> Medication:
    """A prescription with its drug record; `atc_code`, `brands` and `rems` go to the record."""
    record = {key: changes.pop(key) for key in ("atc_code", "brands", "rems") if key in changes}
    return Medication(prescription(name, **changes), drug(name, schedule, **record))


def unlisted(name: str, **changes: Any) -> Medication:
    return Medication(prescription(name, **changes), None)


def facts(asked: Medication, *taken_now: Medication, **changes: Any) -> RefillFacts:
    """A refill of `asked` that nothing holds up."""
    plain = RefillFacts(
        patient=A_PATIENT,
        prescription=asked.prescription,
        drug=asked.drug,
        taken_now=taken_now,
        plan=A_PLAN,
        formulary=AN_ENTRY,
        authorization=None,
        tried=frozenset(),
        fills_available=None,
        today=TODAY,
    )
    return replace(plain, **changes)


def allergic_to(substance: str, reaction: str, severity: Any) -> Patient:
    return replace(A_PATIENT, allergies=(Allergy(substance, reaction, severity),))


def rule(
    schedule: Schedule, refills: int | None, months: int | None, days: int | None, part: str | None
) -> ScheduleRule:
    return ScheduleRule(schedule, refills, months, days, Decimal(part) if part else None, "a law", "V")


ALLERGY_CLASSES = {
    "penicillins": {"penicillin V", "amoxicillin", "amoxicillin / clavulanate", "ampicillin"},
    "aminopenicillin R1 group (amoxicillin-like)": {"amoxicillin", "cefadroxil", "cefprozil"},
    "aminopenicillin R1 group (ampicillin-like)": {"ampicillin", "cephalexin", "cefaclor"},
    "ceftazidime R1 group": {"ceftazidime", "aztreonam"},
    "cephalosporins": {"cefadroxil", "cephalexin", "cefdinir", "cefazolin", "ceftazidime"},
    "sulfonamide antibiotics": {"sulfamethoxazole", "sulfamethoxazole / trimethoprim"},
    "sulfonamide non-antibiotics (cross-reaction not expected; flag low)": {
        "furosemide",
        "hydrochlorothiazide",
        "celecoxib",
        "tamsulosin",
    },
    "NSAIDs COX-1 inhibitors": {"aspirin", "ibuprofen", "naproxen", "meloxicam"},
    "NSAIDs COX-2 selective (usually tolerated in COX-1 reactors)": {"celecoxib"},
    "opioids phenanthrene": {"codeine", "morphine", "oxycodone"},
    "ACE inhibitors (angioedema/cough class effect)": {"lisinopril", "enalapril"},
    "angiotensin receptor blockers": {"losartan", "valsartan"},
    "neprilysin combination (contraindicated after ACEI/ARB angioedema)": {"sacubitril / valsartan"},
    "excipients to ask about": {"lactose", "gelatin"},
}

INTERACTIONS = (
    ("simvastatin", "clarithromycin", "contraindicated"),
    ("warfarin", "clarithromycin", "major"),
    ("lisinopril", "sacubitril / valsartan", "contraindicated"),
    ("lisinopril", "valsartan", "major"),
    ("lisinopril", "meloxicam", "moderate"),
    ("hydrochlorothiazide", "meloxicam", "moderate"),
    ("hydrochlorothiazide", "lisinopril", "moderate"),
    ("lithium", "lisinopril", "major"),
)

DAILY_LIMITS = {
    "acetaminophen": "4000",
    "metformin": "2550",
    "metformin ER": "2000",
    "metoprolol succinate": "400",
    "bupropion XL": "450",
    "bupropion SR": "400",
    "lisinopril": "80",
    "hydrochlorothiazide": "100",
    "levothyroxine": "0.3",
    "sumatriptan": "200",
    "montelukast": "10",
}

CLASSES = (
    ("NSAID", "warn", ("ibuprofen", "meloxicam")),
    ("GLP-1", "warn", ("one gliptide", "two gliptide")),
    ("ACE inhibitor", "warn", ("lisinopril", "benazepril")),
    ("anticoagulant", "block", ("apixaban", "warfarin")),
)

TABLES = ClinicalTables.build(
    interactions=[Interaction(a, b, severity, "an effect", "a label", "K") for a, b, severity in INTERACTIONS],  # type: ignore[arg-type]
    allergy_classes={name: frozenset(members) for name, members in ALLERGY_CLASSES.items()},
    max_daily_dose={name: MaxDailyDose(name, Decimal(mg), "a label", "K") for name, mg in DAILY_LIMITS.items()},
    pregnancy={"lisinopril": PregnancyCaution("lisinopril", "ACE inhibitor", "a label", "K")},
    rems=[
        RemsProgramme("isotretinoin", "iPLEDGE", "pharmacist: each fill", "FDA", "V"),
        RemsProgramme("riociguat", "Adempas REMS", "check: current status", "FDA", "K?"),
        RemsProgramme("clozapine", "none", "ended: no authorization", "FDA", "V"),
    ],
    abrupt_stop={"insulin nph": AbruptStop("insulin NPH", "insulin", "a label", "K")},
    schedule_rules={
        Schedule.NONE: rule(Schedule.NONE, None, None, 365, None),
        Schedule.II: rule(Schedule.II, 0, None, 365, "0.90"),
        Schedule.III: rule(Schedule.III, 5, 6, None, "0.90"),
        Schedule.IV: rule(Schedule.IV, 5, 6, None, "0.90"),
        Schedule.V: rule(Schedule.V, None, None, 365, "0.90"),
    },
    therapeutic_classes=[
        TherapeuticClass(name, member, severity, "a list", "K")  # type: ignore[arg-type]
        for name, severity, members in CLASSES
        for member in members
    ],
    ingredients_of={"Advil": ("ibuprofen",), "Augmentin": ("amoxicillin", "clavulanate")},
)
