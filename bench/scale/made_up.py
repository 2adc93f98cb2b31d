"""Made-up patients, as many as wanted, in a data folder of the same shape as the demo's."""

import json
import shutil
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import chain
from pathlib import Path
from random import Random
from typing import Any

SEED = 20261121
PRESCRIPTIONS_EACH = 3
AUTHORIZED_EVERY = 20
FIRST_NAMES = (
    "Ana Ben Carla Dmitri Elena Farid Grace Hugo Ines Jamal Keiko Liam Mona Nils Olga Pablo Quinn Rosa".split()
)
LAST_NAMES = "Abbott Brandt Castillo Dubois Eriksen Fischer Garza Huang Ibarra Jensen Kim López Moreau Nguyễn".split()
OLDEST_BIRTH = date(1935, 1, 1)
DAYS_OF_BIRTH = 25_000
Record = dict[str, Any]


def patient_id(number: int) -> str:
    """The id of the made-up patient of a number, counted from 0."""
    return f"patient_m{number:07d}"


def rx_number(number: int, which: int) -> str:
    """The number of one of a made-up patient's prescriptions."""
    return f"RXM{number:07d}{which}"


def write_folder(demo: Path, folder: Path, patients: int, like: str | None = None) -> None:
    """Write a data folder with the demo's records and so many made-up patients besides.

    Args:
        demo: The folder of the demo data.
        folder: Where to write; it must not exist.
        like: The patient whom all the others are like, with all that they take; None mixes the demo's.
    """
    shutil.copytree(demo, folder)
    demo_patients = _records(demo / "mock_patients.json", "patients")
    demo_prescriptions = _records(demo / "mock_prescriptions.json", "prescriptions")
    insurance = json.loads((demo / "mock_insurance.json").read_text(encoding="utf-8"))
    made = _patients(demo_patients, patients) if like is None else _alike(demo_patients, like, patients)
    _write(folder / "mock_patients.json", "patients", chain(demo_patients, made), {})
    made = _prescriptions(demo_prescriptions, patients) if like is None else _taken(demo_prescriptions, like, patients)
    _write(folder / "mock_prescriptions.json", "prescriptions", chain(demo_prescriptions, made), {})
    authorizations = insurance.pop("authorizations")
    made = _authorizations(authorizations, patients)
    _write(folder / "mock_insurance.json", "authorizations", chain(authorizations, made), insurance)


def _patients(like: Sequence[Record], count: int) -> Iterator[Record]:
    random = Random(SEED)
    adults = [record for record in like if record["guardian"] is None]
    for number in range(count):
        yield random.choice(adults) | {
            "patient_id": patient_id(number),
            "name": f"{random.choice(FIRST_NAMES)} {random.choice(LAST_NAMES)} {number}",
            "date_of_birth": (OLDEST_BIRTH + timedelta(days=random.randrange(DAYS_OF_BIRTH))).isoformat(),
        }


def _prescriptions(like: Sequence[Record], count: int) -> Iterator[Record]:
    random = Random(SEED)
    for number in range(count):
        for which, record in enumerate(random.sample(like, PRESCRIPTIONS_EACH)):
            yield record | {"patient_id": patient_id(number), "rx_number": rx_number(number, which)}


def _alike(records: Sequence[Record], like: str, count: int) -> Iterator[Record]:
    patient = next(record for record in records if record["patient_id"] == like)
    for number in range(count):
        yield patient | {"patient_id": patient_id(number), "name": f"{patient['name']} {number}"}


def _taken(records: Sequence[Record], like: str, count: int) -> Iterator[Record]:
    taken = [record for record in records if record["patient_id"] == like]
    for number in range(count):
        for which, record in enumerate(taken):
            yield record | {"patient_id": patient_id(number), "rx_number": rx_number(number, which)}


def _authorizations(like: Sequence[Record], count: int) -> Iterator[Record]:
    for number in range(0, count, AUTHORIZED_EVERY):
        yield like[0] | {"patient_id": patient_id(number), "reference": f"PA-M{number}"}


def _records(path: Path, noun: str) -> list[Record]:
    records: list[Record] = json.loads(path.read_text(encoding="utf-8"))[noun]
    return records


def _write(path: Path, noun: str, records: Iterator[Record], rest: Record) -> None:
    with path.open("w", encoding="utf-8") as file:
        fields = "".join(f"{json.dumps(name)}: {json.dumps(value)},\n" for name, value in rest.items())
        file.write(f'{{{fields}"{noun}": [')
        for position, record in enumerate(records):
            file.write(("," if position else "") + "\n" + json.dumps(record, ensure_ascii=False))
        file.write("\n]}\n")
