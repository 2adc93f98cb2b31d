"""Reads the specification tables in tests/spec and turns a row of one into the facts of a refill."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any

from rxflow.clinical.assessment import RefillFacts, assess_refill
from rxflow.clinical.medication import Medication
from rxflow.domain.drug import Drug
from rxflow.domain.finding import Assessment, Finding, FindingCode, Severity
from rxflow.domain.patient import Allergy, Guardian, Patient
from rxflow.domain.plan import Authorization, FormularyEntry, Plan
from rxflow.domain.prescription import Prescription
from rxflow.services.coverage import CoverageService
from rxflow.services.drugs import DrugService
from rxflow.services.mock_data import MockData

SPEC_DIR = Path(__file__).resolve().parents[1] / "spec"

NONE = "none"
NOT_LISTED = " (not listed)"
"""Ends the name of a medicine that the drug data does not hold, so that a misspelt one is not taken for it."""

ASKED_ON = date(2026, 3, 16)
WRITTEN_DAYS_AGO = 60
LAST_FILL_DAYS_AGO = 40
DAYS_SUPPLY = 30
DIRECTIONS = "Take 1 tablet by mouth once daily"
GRADES = ("block", "warn", "info")

COLUMNS = frozenset(
    {
        "case", "source", "Rx number", "expected", "goes to", "level", "also found", "asked on",
        "medicine", "label", "strength", "form", "schedule", "directions", "quantity", "unit", "days' supply",
        "indication", "status", "written on", "last fill", "earlier fills", "fills", "refills authorized",
        "refills left", "last fillable day", "earliest day", "state",
        "plan", "plan threshold", "plan rule", "plan limit", "rounding", "day of fill counts as",
        "supply on hand counts", "authorization", "valid from", "valid until", "tried",
        "allergy", "substance", "reaction", "severity", "condition", "born", "guardian", "patient",
        "patient's prescription", "also taking", "its label", "its form", "programme says",
        "mg a day", "limit", "measured", "in stock", "pharmacy", "urgent", "days",
        "period end", "covered days", "days in period", "PDC %", "MPR %", "adherent", "days that may be missed",
    }
)  # fmt: skip
"""Every column that a table may have; a misspelt one would otherwise be passed over in silence."""

A_PATIENT = Patient("patient_900", "Pat Doe", date(1980, 5, 5), "F", "78701", "en", "PH001")


@dataclass(frozen=True, slots=True)
class Row:
    """One case of a table; a blank cell is nothing special."""

    table: str
    cells: Mapping[str, str]

    @property
    def case(self) -> str:
        return self.cells["case"]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def get(self, column: str, default: str = "") -> str:
        return self.cells.get(column, "") or default

    def many(self, column: str) -> list[str]:
        """The parts of a cell that holds several, separated by semicolons."""
        return [part.strip() for part in self.get(column).split(";") if part.strip()]

    def day(self, column: str, default: date | None = None) -> date:
        text = self.get(column)
        if not text and default is not None:
            return default
        return date.fromisoformat(text)

    def number(self, column: str, default: int) -> int | float:
        """A whole number, or the fraction that a broken record holds."""
        text = self.get(column)
        if not text:
            return default
        return float(text) if "." in text else int(text)


def read_table(name: str) -> list[Row]:
    """The rows of `tests/spec/{name}.csv`.

    Raises:
        ValueError: A row has more or fewer cells than the header.
    """
    with (SPEC_DIR / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        header, *lines = csv.reader(file)
    return [
        Row(name, MappingProxyType({key: cell.strip() for key, cell in zip(header, line, strict=True)}))
        for line in lines
    ]


def read_all() -> list[Row]:
    return [row for path in sorted(SPEC_DIR.glob("*.csv")) for row in read_table(path.stem)]


class SpecWorld:
    """The project's own drugs, plans and clinical tables, and the refill that a row describes."""

    def __init__(self, data: MockData) -> None:
        self.tables = data.tables
        self._drugs = DrugService(data)
        self._coverage = CoverageService(data)
        self._plans = {plan.name: plan for plan in data.plans}

    def drug(self, name: str) -> Drug | None:
        """The record of a medicine; None for one that the table says is not listed."""
        listed = self._drugs.get(name.removesuffix(NOT_LISTED))
        assert (listed is None) is name.endswith(NOT_LISTED), f"{name}: the drug data says otherwise"
        return listed

    def assess(self, row: Row, **changes: Any) -> Assessment:
        """What the rules find in the refill that a row describes; `changes` replace facts."""
        return assess_refill(replace(self.facts(row), **changes), self.tables)

    def facts(self, row: Row) -> RefillFacts:
        """The refill that a row describes; what it leaves blank holds nothing up."""
        asked = self.prescription(row)
        plan, drug = self._plan(row), self.drug(row["medicine"])
        entry = self._entry(row, plan, asked, drug) if plan else None
        return RefillFacts(
            patient=patient(row),
            prescription=asked,
            drug=drug,
            taken_now=tuple(self._taken(row, words) for words in row.many("also taking")),
            plan=plan,
            formulary=entry,
            authorization=authorization(row),
            tried=frozenset(row.many("tried")),
            fills_available=int(row["in stock"]) if row.get("in stock") else None,
            today=row.day("asked on", ASKED_ON),
            state=row.get("state") or None,
        )

    def prescription(self, row: Row) -> Prescription:
        """The prescription asked for."""
        name = row["medicine"]
        drug = self.drug(name)
        today = row.day("asked on", ASKED_ON)
        days = row.number("days' supply", DAYS_SUPPLY)
        fills = _fills(row, today)
        is_own = row.get("patient's prescription") != "no"
        return Prescription(
            rx_number=row.get("Rx number", "RX900001"),
            patient_id=A_PATIENT.patient_id if is_own else "patient_901",
            generic_name=row.get("label", _label(name)),
            drug=name.removesuffix(NOT_LISTED),
            strength=row.get("strength") or _first(drug.strengths if drug else (), "10 mg"),
            dosage_form=row.get("form") or _form(drug),
            sig=row.get("directions", DIRECTIONS),
            quantity=row.number("quantity", days),  # type: ignore[arg-type]
            quantity_unit=row.get("unit", "tablet"),
            days_supply=days,  # type: ignore[arg-type]
            refills_authorized=int(row.get("refills authorized", "5")),
            refills_remaining=int(row.get("refills left", "3")),
            written_on=row.day("written on", min((today - timedelta(days=WRITTEN_DAYS_AGO), *fills))),
            fills=fills,
            prescriber="Dr. Ada Test",
            indication=row.get("indication", "a condition"),
            indication_es="una afección",
            status=row.get("status", "active"),  # type: ignore[arg-type]
        )

    def _taken(self, row: Row, words: str) -> Medication:
        """`naproxen`, or `naproxen | 500 mg | directions`; after the name may stand `= label`."""
        named, *amount = (part.strip() for part in words.split("|"))
        name, _, label = (part.strip() for part in named.partition("="))
        drug = self.drug(name)
        taken = replace(
            self.prescription(Row(row.table, {"medicine": name})),
            rx_number="RX900002",
            generic_name=row.get("its label") or label or _label(name),
            dosage_form=row.get("its form") or _form(drug),
        )
        if amount:
            taken = replace(taken, strength=amount[0], sig=amount[1])
        return Medication(taken, drug)

    def _plan(self, row: Row) -> Plan | None:
        if name := row.get("plan"):
            return self._plans[name]
        if not row.get("plan threshold"):
            return None
        return replace(
            next(iter(self._plans.values())),
            refill_threshold=Decimal(row["plan threshold"]),
            refill_rounding="down" if row.get("rounding") == "down" else "up",
            refill_fill_day=1 if row.get("day of fill counts as") == "1" else 0,
            refill_counts_on_hand=row.get("supply on hand counts") == "yes",
        )

    def _entry(self, row: Row, plan: Plan, asked: Prescription, drug: Drug | None) -> FormularyEntry:
        """The plan's own entry, which must be the one that the row tells of; no plan of ours excludes a medicine."""
        entry, rule = self._coverage.entry(plan, asked, drug), row.get("plan rule")
        if rule == "not covered":
            return replace(entry, covered=False)
        if rule:
            assert entry.prior_authorization is rule.startswith("prior authorization"), rule
            assert (entry.step_therapy is not None) is rule.startswith("step therapy"), rule
        if limit := row.get("plan limit"):
            assert limit == _limit_in_words(entry), limit
        return entry


def patient(row: Row) -> Patient:
    """The patient of a row with the allergies, conditions, birthday and guardian that it gives."""
    recorded = [tuple(text.split(":")) for text in row.many("allergy")]
    if row.get("substance"):
        recorded.append((row["substance"], row["reaction"], row["severity"]))
    name, _, relationship = row.get("guardian").partition(" (")
    return replace(
        A_PATIENT,
        date_of_birth=row.day("born", A_PATIENT.date_of_birth),
        allergies=tuple(Allergy(*words) for words in recorded),  # type: ignore[arg-type]
        conditions=tuple(row.many("condition")),
        guardian=Guardian(name, relationship.removesuffix(")")) if name else None,
    )


def authorization(row: Row) -> Authorization | None:
    if not row.get("authorization"):
        return None
    return Authorization(
        patient_id=A_PATIENT.patient_id,
        generic_name=_label(row["medicine"]),
        status=row["authorization"],
        expires_on=row.day("valid until"),
        reference="PA-1",
        starts_on=row.day("valid from") if row.get("valid from") else None,
    )


def findings(assessment: Assessment, *codes: FindingCode) -> tuple[Finding, ...]:
    return tuple(finding for finding in assessment.findings if finding.code in codes)


def grade(found: tuple[Finding, ...]) -> str:
    """The worst of the findings as a table writes it: `block`, `warn`, `info` or `none`."""
    return next((each for each in GRADES if any(finding.severity is Severity(each) for finding in found)), NONE)


def goes_to(finding: Finding | None) -> str:
    """Who can resolve a finding as a table writes it: blank without one that stops the refill."""
    if finding is None or finding.severity is not Severity.BLOCK:
        return ""
    return finding.route.value if finding.route else "patient"


def _fills(row: Row, today: date) -> tuple[date, ...]:
    if row.get("last fill") == NONE:
        return ()
    listed = [date.fromisoformat(text) for text in row.many("fills") + row.many("earlier fills")]
    if row.get("last fill") or not listed:
        listed.append(row.day("last fill", today - timedelta(days=LAST_FILL_DAYS_AGO)))
    return tuple(sorted(listed, reverse=True))


def _label(name: str) -> str:
    return name.removesuffix(NOT_LISTED).replace(" / ", "-")


def _form(drug: Drug | None) -> str:
    forms = drug.dosage_forms if drug else ()
    return "tablet" if "tablet" in forms else _first(forms, "tablet")


def _first(values: tuple[str, ...], default: str) -> str:
    return values[0] if values else default


def _limit_in_words(entry: FormularyEntry) -> str:
    limit = entry.quantity_limit
    if limit is None:
        return NONE
    return f"{limit.quantity} {limit.unit}{'' if limit.quantity == 1 else 's'} in {limit.days} days"
