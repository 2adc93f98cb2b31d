"""Values to fill messages with: what is usual, and the longest that the demo world has."""

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from rxflow.prompts.replies import Replies

_DATA = Path(__file__).resolve().parents[3] / "data"


def _longest(values: Iterable[str]) -> str:
    return max(values, key=lambda text: (len(text.split()), len(text)))


def _demo(file: str, noun: str) -> list[dict[str, str]]:
    rows: list[dict[str, str]] = json.loads((_DATA / file).read_text(encoding="utf-8"))[noun]
    return rows


def _labels() -> Iterable[str]:
    for row in _demo("mock_prescriptions.json", "prescriptions"):
        brand = row.get("brand_name")
        name = f"{brand} ({row['generic_name']})" if brand else row["generic_name"]
        yield f"{name} {row['strength']} {row['dosage_form']}"


def usual(replies: Replies) -> Mapping[str, str]:
    """What most messages are filled with."""
    return {
        "name": "Mary",
        "guardian": "Anna Lee",
        "medication": "lisinopril 10 mg tablet",
        "medications": "lisinopril",
        "drug": "lisinopril",
        "other": "warfarin",
        "one": "lisinopril 10 mg tablet",
        "first": "lisinopril",
        "last": "metformin",
        "items": "lisinopril, sertraline",
        "subject": "ibuprofen",
        "indication": "high blood pressure",
        "sig": replies.directions("Take 1 tablet by mouth once daily"),
        "amount": replies.amount("30 tablets"),
        "limit": replies.amount("9 tablets / 30 days"),
        "quantity": replies.amount("12 tablets"),
        "pharmacy": "CVS Pharmacy Congress",
        "prescriber": "Dr. Sarah Patel",
        "plan": "UHC Gold",
        "programme": "iPLEDGE",
        "ingredient": "acetaminophen",
        "dose": "6,000 mg",
        "description": "sumatriptan and one other triptan",
        "allergy": "penicillin",
        "asked": "40 mg",
        "missing": "lisinopril",
        "list": "- CVS Pharmacy Congress: 500 Congress Ave, 0.4 miles\n- H-E-B Pharmacy Mueller: 1801 E 51st St",
        "reason": replies.refusal("QUOTE_EXPIRED"),
        "you_pay": "$10.00",
        "price": "$10.00",
        "total": "$1,024.00",
        "generic": "$4.00",
        "brand": "$560.00",
        "insurance_pays": "$2.50",
        "insurance": replies.text("quote_insurance", insurance_pays="$2.50"),
        "ready": replies.text("today_at_other", time=replies.text("language_hour", hour=3, half="pm")),
        "date": "December 31, 2026" if replies.language == "en" else "31 de diciembre de 2026",
        "expires": "December 31, 2026" if replies.language == "en" else "31 de diciembre de 2026",
        "since": "December 3, 2026" if replies.language == "en" else "3 de diciembre de 2026",
        "last_filled": "December 3, 2026" if replies.language == "en" else "3 de diciembre de 2026",
        "status": replies.text("status_SUBMITTED"),
        "order_id": "RF-28RA-BZQN",
        "case_id": "CS-Q24M-4ZA7",
        "phone": "512-555-0101",
        "hours": replies.text("hours_range", opens="8 am", closes="10 pm"),
        "address": "500 Congress Ave, Austin, TX 78701",
        "open": replies.text("open_now"),
        "refills": replies.refills(3),
        "count": "3",
        "days": "30",
        "days_supply": "90",
        "tier": "2",
        "percent": "92",
        "minutes": "25",
        "miles": "0.4",
        "time": "3:20 pm" if replies.language == "en" else "3:20 p.m.",
    }


def longest(replies: Replies) -> Mapping[str, str]:
    """The same with the longest medicine, pharmacy, person and plan of the demo world."""
    label = _longest(_labels())
    pharmacy = _longest(row["name"] for row in _demo("mock_pharmacies.json", "pharmacies"))
    rows = _demo("mock_prescriptions.json", "prescriptions")
    name = "Percocet (oxycodone-acetaminophen)"
    return usual(replies) | {
        "medication": label,
        "one": label,
        "drug": name,
        "other": "Wellbutrin XL (bupropion XL)",
        "medications": replies.listed([label, label]),
        "missing": replies.listed([name, "lisinopril"]),
        "indication": _longest(row["indication_es" if replies.language == "es" else "indication"] for row in rows),
        "sig": _longest(replies.directions(row["sig"]) for row in rows),
        "amount": replies.amount("120 tablets"),
        "pharmacy": pharmacy,
        "prescriber": _longest(row["prescriber"] for row in rows),
        "plan": _longest(row["name"] for row in _demo("mock_insurance.json", "plans")),
        "programme": "Xywav and Xyrem REMS",
        "insurance": replies.text("quote_below_copay"),
        "ready": replies.text(
            "date_at_other", date=usual(replies)["date"], time="10:45 am" if replies.language == "en" else "10:45 a.m."
        ),
        "name": pharmacy,
        "status": replies.text("status_VERIFYING"),
        "allergy": "sulfonamide antibiotics",
    }


VALUES: tuple[Callable[[Replies], Mapping[str, str]], ...] = (usual, longest)
