"""The facts of the data folder as plain rows, read with `json` and `csv` alone: nothing of rxflow is asked."""

import csv
import json
from calendar import monthrange
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache, cached_property
from pathlib import Path
from typing import Any

Row = Mapping[str, Any]


@cache
def letters(name: str | None) -> str:
    """A name without case, blanks and marks, so that `sacubitril-valsartan` is `Sacubitril / Valsartan`."""
    return "".join(char for char in (name or "").casefold() if char.isalnum())


def months_after(day: date, months: int) -> date:
    """The same day some calendar months later; the last of the month where it has no such day (DOMAIN.md §1.2)."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def years_old(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


@dataclass(frozen=True)
class World:
    """The demo world; its relative dates count from `first_day`. Rows are as they are in the files."""

    first_day: date
    patients: Mapping[str, Row]
    prescriptions: Mapping[str, Row]
    drugs: Mapping[str, Row]
    pharmacies: Mapping[str, Row]
    plans: Mapping[str, Row]
    formulary: tuple[Row, ...]
    authorizations: tuple[Row, ...]
    stock: tuple[Row, ...]
    prices: tuple[Row, ...]
    severities: Mapping[frozenset[str], str]
    allergy_classes: Mapping[str, frozenset[str]]
    most_mg_a_day: Mapping[str, Decimal]
    not_in_pregnancy: frozenset[str]
    rems_rules: Mapping[str, str]

    @cached_property
    def ingredients_named(self) -> Mapping[str, frozenset[str]]:
        """The ingredients behind every name that a drug is known by, its brands too."""
        known: defaultdict[str, set[str]] = defaultdict(set)
        for key, drug in self.drugs.items():
            for name in (key, *drug.get("brands", ())):
                known[letters(name)].update(map(letters, drug["ingredients"]))
        return {name: frozenset(ingredients) for name, ingredients in known.items()}

    @cached_property
    def identifying(self) -> frozenset[str]:
        """What tells who a patient is or what they take, in lower case."""
        people = (row[name] for row in self.patients.values() for name in ("patient_id", "name"))
        medicines = (row[name] for row in self.prescriptions.values() for name in ("rx_number", "generic_name"))
        return frozenset(word.casefold() for word in (*people, *medicines) if word)

    def days_ago(self, days: int) -> date:
        return self.first_day - timedelta(days=days)

    def drug_of(self, prescription: Row) -> Row | None:
        return self.drugs.get(prescription["drug"])

    def names_of(self, prescription: Row) -> frozenset[str]:
        """Every name that a table may have for what is in a medicine: its ingredients, and the combination."""
        drug = self.drug_of(prescription)
        names = [prescription["drug"], *(drug["ingredients"] if drug else ())]
        if drug and len(drug["ingredients"]) > 1:
            names.append(" / ".join(sorted(drug["ingredients"])))
        return frozenset(map(letters, names))

    def ingredients_of(self, prescription: Row) -> frozenset[str]:
        drug = self.drug_of(prescription)
        return frozenset(map(letters, drug["ingredients"] if drug else [prescription["drug"]]))

    def fills_of(self, prescription: Row) -> tuple[date, ...]:
        return tuple(self.days_ago(days) for days in prescription["fills_days_ago"])


def read_world(data_dir: Path, first_day: date) -> World:
    """Read the data folder as it is on the day from which its dates count."""

    def rows(name: str, key: str) -> list[Row]:
        return json.loads((data_dir / f"mock_{name}.json").read_text("utf-8"))[key]

    def table(name: str) -> list[dict[str, str]]:
        with (data_dir / "clinical" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    classes: defaultdict[str, set[str]] = defaultdict(set)
    for row in table("allergy_classes"):
        classes[row["class"]].add(letters(row["member"]))
    return World(
        first_day=first_day,
        patients={row["patient_id"]: row for row in rows("patients", "patients")},
        prescriptions={row["rx_number"]: row for row in rows("prescriptions", "prescriptions")},
        drugs={row["name"]: row for row in rows("drugs", "drugs")},
        pharmacies={row["pharmacy_id"]: row for row in rows("pharmacies", "pharmacies")},
        plans={row["plan_id"]: row for row in rows("insurance", "plans")},
        formulary=tuple(rows("insurance", "formulary")),
        authorizations=tuple(rows("insurance", "authorizations")),
        stock=tuple(rows("pharmacies", "stock")),
        prices=tuple(rows("prices", "prices")),
        severities={
            frozenset((letters(row["drug_a"]), letters(row["drug_b"]))): row["severity"]
            for row in table("interactions")
        },
        allergy_classes={name: frozenset(members) for name, members in classes.items()},
        most_mg_a_day={letters(row["drug"]): Decimal(row["max_mg_per_day"]) for row in table("max_daily_dose")},
        not_in_pregnancy=frozenset(letters(row["drug"]) for row in table("pregnancy")),
        rems_rules={letters(row["drug"]): row["rule"] for row in table("rems")},
    )
