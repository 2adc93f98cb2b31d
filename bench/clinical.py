"""What the clinical rules cost: a whole assessment by the number of medicines, and an interaction look-up by pairs.

Beside the index that the rules use stand a scan of the same rows and an indexed SQLite table, measured in the same run.
"""

import argparse
import json
import platform
import sqlite3
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter_ns

from rxflow.clinical.assessment import Medication, RefillFacts, assess_refill
from rxflow.clinical.tables import ClinicalTables, Interaction
from rxflow.services.coverage import CoverageService
from rxflow.services.drugs import DrugService
from rxflow.services.mock_data import MockData, load_mock_data
from rxflow.services.patients import PatientService

DATA_DIR = Path(__file__).resolve().parents[1] / "data"
TODAY = date(2026, 11, 21)
MEDICINES = (1, 5, 10, 20, 40)
PAIRS = (100, 1_000, 10_000, 100_000)
ROUNDS = 2_000


@dataclass(frozen=True, slots=True)
class Timing:
    """Microseconds of one act: the median and the 99th percentile."""

    p50: float
    p99: float


def timed(act: Callable[[], object], rounds: int) -> Timing:
    """Time an act, one run at a time, after a tenth of the rounds as warm-up."""
    for _ in range(rounds // 10):
        act()
    taken = []
    for _ in range(rounds):
        began = perf_counter_ns()
        act()
        taken.append((perf_counter_ns() - began) / 1000)
    taken.sort()
    return Timing(round(median(taken), 2), round(taken[int(len(taken) * 0.99)], 2))


def refill_facts(data: MockData, medicines: int) -> RefillFacts:
    """A refill of warfarin by the demo's most complicated patient, who also takes other medicines of the drug data."""
    patients, drugs, coverage = PatientService(data), DrugService(data), CoverageService(data)
    patient = patients.get("patient_007")
    asked = patients.prescription("patient_007", "RX100703")
    if asked is None:
        raise LookupError("the demo data has no RX100703")
    names = [drug.name for drug in data.drugs if drug.name != asked.drug]
    others = Random(7).sample(names, medicines - 1)
    taken = tuple(
        Medication(replace(asked, rx_number=f"RX{place:06}", generic_name=name, drug=name), drugs.get(name))
        for place, name in enumerate(others)
    )
    plan = coverage.plan(patient)
    return RefillFacts(
        patient=patient,
        prescription=replace(asked, fills=(TODAY - timedelta(days=40),)),
        drug=drugs.get(asked.drug),
        taken_now=taken,
        plan=plan,
        formulary=coverage.entry(plan, asked) if plan else None,
        authorization=None,
        tried=frozenset(),
        fills_available=None,
        today=TODAY,
        state="TX",
    )


def assessments(data: MockData, rounds: int) -> list[dict[str, float]]:
    """A whole assessment by the number of medicines that the patient takes."""
    rows = []
    for count in MEDICINES:
        facts = refill_facts(data, count)
        timing = timed(lambda facts=facts: assess_refill(facts, data.tables), rounds)  # type: ignore[misc]
        rows.append({"medicines": count, "p50_us": timing.p50, "p99_us": timing.p99})
    return rows


def interactions(data: MockData, rounds: int) -> list[dict[str, float]]:
    """One look-up by the number of listed pairs: the rules' index, a scan of the rows, and an indexed SQLite table."""
    rows = []
    for count in PAIRS:
        listed = [Interaction(f"drug {n}", f"drug {n + 1}", "major", "an effect", "made up", "K") for n in range(count)]
        tables = ClinicalTables.build(listed, {}, {}, {}, [], {}, data.tables.schedule_rules)
        random = Random(count)
        wanted = [(f"drug {n + 1}", f"drug {n}") for n in (random.randrange(count) for _ in range(512))]
        scans = max(20, min(rounds, 2_000_000 // count))
        rows.append(
            {
                "pairs": count,
                "index_us": timed(_each(wanted, tables.interaction), rounds).p50,
                "scan_us": timed(_each(wanted, _scan(listed)), scans).p50,
                "sqlite_us": timed(_each(wanted, _sqlite(listed)), rounds).p50,
            }
        )
    return rows


def _each(wanted: Sequence[tuple[str, str]], look_up: Callable[[str, str], object]) -> Callable[[], object]:
    place = 0

    def act() -> object:
        nonlocal place
        place = (place + 1) % len(wanted)
        return look_up(*wanted[place])

    return act


def _scan(rows: Sequence[Interaction]) -> Callable[[str, str], object]:
    return lambda one, other: next((row for row in rows if {row.drug_a, row.drug_b} == {one, other}), None)


def _sqlite(rows: Sequence[Interaction]) -> Callable[[str, str], object]:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE pairs (a TEXT, b TEXT, severity TEXT, PRIMARY KEY (a, b)) WITHOUT ROWID")
    connection.executemany(
        "INSERT INTO pairs VALUES (?, ?, ?)", ((row.drug_a, row.drug_b, row.severity) for row in rows)
    )
    query = "SELECT severity FROM pairs WHERE (a = ? AND b = ?) OR (a = ? AND b = ?)"
    return lambda one, other: connection.execute(query, (one, other, other, one)).fetchone()


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; the exit code is always 0, for a time is no test."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args(arguments)
    data = load_mock_data(DATA_DIR, TODAY)
    result = {
        "python": platform.python_version(),
        "assess_refill": assessments(data, options.rounds),
        "interaction": interactions(data, options.rounds),
    }
    if options.json:
        print(json.dumps(result))
        return 0
    print(f"assess_refill, Python {result['python']}, {options.rounds} rounds")
    for row in result["assess_refill"]:
        print(f"  {row['medicines']:>3} medicines   p50 {row['p50_us']:8.1f} µs   p99 {row['p99_us']:8.1f} µs")
    print("one interaction look-up, p50")
    for row in result["interaction"]:
        print(
            f"  {row['pairs']:>7} pairs   index {row['index_us']:6.2f} µs   "
            f"SQLite {row['sqlite_us']:6.2f} µs   scan {row['scan_us']:10.1f} µs"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
