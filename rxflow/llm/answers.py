"""Answers to questions: one function for each look-up."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from rxflow.dialogue.intents import Intent, read_intent
from rxflow.dialogue.pharmacy_words import PharmacyWish, read_wishes
from rxflow.prompts.replies import Replies

Answer = Callable[[Replies, Any, str, datetime], str]


def pharmacy_line(replies: Replies, item: Mapping[str, Any]) -> str:
    """A pharmacy in one line: name, street, distance, price and what a patient should know of it."""
    notes = [item["street"]] if "street" in item else [item["address"].partition(",")[0]]
    if "miles" in item:
        notes.append(replies.text("mail_short") if item["wait_minutes"] is None else _miles(replies, item))
    if item.get("you_pay"):
        notes.append(replies.text("price_of", price=item["you_pay"]))
    flags = {
        "usual_short": item.get("usual"),
        "out_of_stock_short": item.get("in_stock") is False,
        "closed_short": item.get("open_now") is False,
        "drive_thru": item.get("drive_thru"),
    }
    notes.extend(replies.text(key) for key, holds in flags.items() if holds)
    return f"{item['name']}: {', '.join(notes)}"


def _miles(replies: Replies, item: Mapping[str, Any]) -> str:
    return replies.text("miles", miles=item["miles"])


def _history(replies: Replies, data: Any, words: str, _now: datetime) -> str:
    intent = read_intent(words)
    if len(data) > 1 or intent is Intent.MY_MEDICINES:
        lines = (
            replies.text(
                "prescription_line",
                medication=item["medication"],
                indication=item["indication"],
                refills=replies.refills(item["refills_remaining"]),
            )
            for item in data
        )
        return replies.text("prescriptions", list=replies.bullets(lines))
    item = data[0]
    if intent is Intent.PURPOSE:
        return replies.text("purpose", **{key: item[key] for key in ("medication", "indication", "sig")})
    if intent is Intent.NEXT_DATE:
        if item["can_refill_today"]:
            return replies.text("next_date_can", medication=item["medication"])
        return str(item["reason"])
    return replies.text(
        "refills_left", refills=replies.refills(item["refills_remaining"]), medication=item["medication"]
    )


def _adherence(replies: Replies, data: Any, _words: str, _now: datetime) -> str:
    known = [item for item in data if item["percent"] is not None]
    if not known and data and not any(item["measured"] for item in data):
        return replies.text("adherence_not_measured", medication=data[0]["medication"])
    if not known:
        return replies.text("adherence_unknown")
    return " ".join(
        replies.text(
            "adherence",
            medication=item["medication"],
            percent=item["percent"],
            since=replies.date(date.fromisoformat(item["since"])),
        )
        for item in known
    )


def _allergies(replies: Replies, data: Any, _words: str, _now: datetime) -> str:
    if not data:
        return replies.text("allergies_none")
    return replies.text("allergies", list=", ".join(f"{item['substance']} ({item['reaction']})" for item in data))


def _interactions(replies: Replies, data: Any, _words: str, _now: datetime) -> str:
    """What the list has, each pair once."""
    asked = ", ".join(item["medication"] for item in data)
    pairs = {
        frozenset((item["medication"], found["with"])): f"{item['medication']}, {found['with']}: {found['effect']}"
        for item in data
        for found in item["interactions"]
    }
    if not pairs:
        return replies.text("interactions_none", medication=asked)
    return replies.text("interactions_found", list=replies.bullets(pairs.values()))


def _pharmacies(replies: Replies, data: Any, words: str, _now: datetime) -> str:
    delivers = PharmacyWish.DELIVERY in read_wishes(words)
    lines = (pharmacy_line(replies, item) for item in data)
    if delivers:
        lines = (f"{line}, {replies.text('delivery')}" for line in lines)
    return replies.text("with_feature", list=replies.bullets(lines))


def _inventory(replies: Replies, data: Any, _words: str, _now: datetime) -> str:
    return "\n".join(
        replies.text(
            "in_stock_at" if item["in_stock"] else "not_in_stock_at",
            pharmacy=item["name"],
            medication=data["medication"],
        )
        for item in data["pharmacies"]
    )


def _wait(replies: Replies, data: Any, _words: str, _now: datetime) -> str:
    return "\n".join(
        replies.text("wait_mail", name=item["name"])
        if item["wait_minutes"] is None
        else replies.text("wait", name=item["name"], minutes=item["wait_minutes"])
        for item in data
    )


def _details(replies: Replies, data: Any, _words: str, _now: datetime) -> str:
    return "\n".join(
        replies.text(
            "hours",
            name=item["name"],
            address=item["address"],
            phone=item["phone"],
            hours=replies.hours(item["hours_today"]) if item["hours_today"] else replies.text("closed_short"),
            open=replies.text("open_now" if item["open_now"] else "closed_now"),
        )
        for item in data
    )


def _prices(replies: Replies, data: Any, _words: str, _now: datetime) -> str:
    lines = (
        replies.text("price_line", pharmacy=item["pharmacy"], price=replies.text("price_of", price=item["you_pay"]))
        for item in data["prices"]
    )
    return replies.text("prices", medication=data["medication"], amount=data["amount"], list=replies.bullets(lines))


def _coverage(replies: Replies, data: Any, _words: str, _now: datetime) -> str:
    if data["plan"] is None:
        return replies.text("coverage_none")
    if not data["covered"]:
        return replies.text("coverage_not_covered", medication=data["medication"])
    parts = [
        replies.text("coverage_covered", plan=data["plan"], medication=data["medication"], tier=data["tier"]),
        *_authorization_parts(replies, data),
    ]
    if data["step_therapy"]:
        parts.append(replies.text("coverage_step_therapy", description=data["step_therapy"]))
    if data["quantity_limit"]:
        parts.append(replies.text("coverage_limit", limit=data["quantity_limit"]))
    return " ".join(parts)


def _authorization_parts(replies: Replies, data: Mapping[str, Any]) -> list[str]:
    parts = []
    if data["prior_authorization"]:
        parts.append(replies.text("coverage_prior_authorization", medication=data["medication"]))
    if data["authorized_until"]:
        expires = replies.date(date.fromisoformat(data["authorized_until"]))
        parts.append(replies.text("coverage_authorized", expires=expires))
    return parts


def _authorization(replies: Replies, data: Any, _words: str, _now: datetime) -> str:
    if data["plan"] is None:
        return replies.text("coverage_none")
    parts = _authorization_parts(replies, data)
    if not parts:
        parts.append(replies.text("coverage_no_authorization", medication=data["medication"]))
    parts.extend(
        replies.text(
            f"request_{request['step'].replace(' ', '_')}",
            case_id=request["case_id"],
            date=replies.date(date.fromisoformat(request["since"])),
        )
        for request in data["requests"]
    )
    return " ".join(parts)


def _brand_generic(replies: Replies, data: Any, _words: str, _now: datetime) -> str:
    if data["brand"] is None or data["generic"] is None:
        price = data["generic"] or data["brand"]
        key = "brand_only" if data["generic"] is None else "generic_only"
        return replies.text(key, medication=data["medication"], price=price)
    return replies.text("generic_compare", **{key: data[key] for key in ("medication", "generic", "brand")})


def _track(replies: Replies, data: Any, _words: str, now: datetime) -> str:
    if not data:
        return replies.text("no_orders")
    return "\n".join(
        replies.text(
            "track",
            order_id=order["order_id"],
            medication=order["medication"],
            status=replies.text(f"status_{order['status']}"),
            pharmacy=order["pharmacy"],
            ready=replies.moment(datetime.fromisoformat(order["ready_at"]), now),
        )
        for order in data
    )


ANSWERS: Mapping[str, Answer] = {
    "patient_medication_history": _history,
    "check_medication_adherence": _adherence,
    "check_patient_allergies": _allergies,
    "check_drug_interactions": _interactions,
    "find_nearby_pharmacies": _pharmacies,
    "check_pharmacy_inventory": _inventory,
    "get_pharmacy_wait_times": _wait,
    "get_pharmacy_details": _details,
    "goodrx_price_lookup": _prices,
    "check_insurance_formulary": _coverage,
    "prior_authorization_lookup": _authorization,
    "compare_brand_generic_prices": _brand_generic,
    "track_refill_order": _track,
}
