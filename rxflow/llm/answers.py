"""Answers to questions: one function for each look-up."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from rxflow.dialogue.intents import Intent
from rxflow.dialogue.pharmacy_words import PharmacyWish
from rxflow.dialogue.text import plain, words_of
from rxflow.dialogue.understanding import Understanding
from rxflow.prompts.replies import Replies

_DETAILS = ("name", "address", "phone")

Answer = Callable[[Replies, Any, Understanding, datetime], str]


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


def _history(replies: Replies, data: Any, said: Understanding, _now: datetime) -> str:
    intent = said.intent
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
        return replies.about("purpose", item)
    if intent is Intent.NEXT_DATE:
        if item["can_refill_today"]:
            return replies.text("next_date_can", medication=item["medication"])
        return str(item["reason"])
    return replies.text(
        "refills_left", refills=replies.refills(item["refills_remaining"]), medication=item["medication"]
    )


def _adherence(replies: Replies, data: Any, _said: Understanding, _now: datetime) -> str:
    known = [item for item in data if item["percent"] is not None]
    if not known and data and not any(item["measured"] for item in data):
        return replies.text("adherence_not_measured", medication=data[0]["medication"])
    if not known:
        return replies.text("adherence_unknown")
    return "\n".join(
        replies.text(
            "adherence",
            medication=item["medication"],
            percent=item["percent"],
            since=replies.date(date.fromisoformat(item["since"])),
        )
        for item in known
    )


def _allergies(replies: Replies, data: Any, _said: Understanding, _now: datetime) -> str:
    if not data:
        return replies.text("allergies_none")
    return replies.text("allergies", list=", ".join(f"{item['substance']} ({item['reaction']})" for item in data))


def _interactions(replies: Replies, data: Any, _said: Understanding, _now: datetime) -> str:
    """What the list has, each pair once."""
    asked = ", ".join(item["medication"] for item in data)
    pairs = {
        frozenset((item["medication"], found["with"])): replies.text(
            "pair_affect" if found["severity"] == "moderate" else "pair_harmful",
            one=item["medication"],
            other=found["with"],
        )
        for item in data
        for found in item["interactions"]
    }
    if not pairs:
        return replies.text("interactions_none", medication=asked)
    return replies.text("interactions_found", list=replies.bullets(pairs.values()))


def _pharmacies(replies: Replies, data: Any, said: Understanding, _now: datetime) -> str:
    delivers = PharmacyWish.DELIVERY in said.wishes
    lines = (pharmacy_line(replies, item) for item in data)
    if delivers:
        lines = (f"{line}, {replies.text('delivery')}" for line in lines)
    return replies.text("with_feature", list=replies.bullets(lines))


def _inventory(replies: Replies, data: Any, _said: Understanding, _now: datetime) -> str:
    return "\n".join(
        replies.text(
            "in_stock_at" if item["in_stock"] else "not_in_stock_at",
            pharmacy=item["name"],
            medication=data["medication"],
        )
        for item in data["pharmacies"]
    )


def _wait(replies: Replies, data: Any, _said: Understanding, _now: datetime) -> str:
    return "\n".join(
        replies.text("wait_mail", name=item["name"])
        if item["wait_minutes"] is None
        else replies.text("wait", name=item["name"], minutes=item["wait_minutes"])
        for item in data
    )


_PHONE = re.compile(r"\b(?:phone|number|call|telefono|numero|llamar)\b")
_ADDRESS = re.compile(r"\b(?:address|where|located|location|street|direccion|donde|queda|calle)\b")


def _details(replies: Replies, data: Any, said: Understanding, _now: datetime) -> str:
    """What was asked of each pharmacy: its phone, its address, its hours on a day, or all of it for today."""
    words = plain(said.text)
    asked = [key for key, pattern in (("phone_of", _PHONE), ("address_of", _ADDRESS)) if pattern.search(words)]
    return "\n".join(_about_pharmacy(replies, item, asked) for item in data)


def _about_pharmacy(replies: Replies, item: Mapping[str, Any], asked: list[str]) -> str:
    if "then" in item:
        return "\n".join(_hours_then(replies, item["name"], day) for day in item["then"])
    if asked:
        return " ".join(replies.text(key, **{name: item[name] for name in _DETAILS}) for key in asked)
    return replies.text(
        "hours",
        **{name: item[name] for name in _DETAILS},
        hours=item["hours_today"] or replies.text("closed_short"),
        open=replies.text("open_now" if item["open_now"] else "closed_now"),
    )


def _hours_then(replies: Replies, name: str, then: Mapping[str, Any]) -> str:
    day = replies.text("language_days").split()[date.fromisoformat(then["date"]).weekday()]
    if then["hours"] is None:
        return replies.text("closed_on", name=name, day=day)
    told = replies.text("hours_on", name=name, day=day, hours=then["hours"])
    if then["open"] is None:
        return told
    return f"{replies.text('open_then' if then['open'] else 'closed_then')} {told}"


def _prices(replies: Replies, data: Any, _said: Understanding, _now: datetime) -> str:
    lines = (
        replies.text("price_line", pharmacy=item["pharmacy"], price=replies.text("price_of", price=item["you_pay"]))
        for item in data["prices"]
    )
    return replies.text(
        "prices", medication=data["medication"], amount=replies.amount(data["amount"]), list=replies.bullets(lines)
    )


def _coverage(replies: Replies, data: Any, _said: Understanding, _now: datetime) -> str:
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
        parts.append(replies.text("coverage_limit", limit=replies.amount(data["quantity_limit"])))
    return "\n".join(parts)


def _authorization_parts(replies: Replies, data: Mapping[str, Any]) -> list[str]:
    parts = []
    if data["prior_authorization"]:
        parts.append(replies.text("coverage_prior_authorization", medication=data["medication"]))
    if data["authorized_until"]:
        expires = replies.date(date.fromisoformat(data["authorized_until"]))
        parts.append(replies.text("coverage_authorized", expires=expires))
    return parts


def _authorization(replies: Replies, data: Any, _said: Understanding, _now: datetime) -> str:
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
    return "\n".join(parts)


def _brand_generic(replies: Replies, data: Any, _said: Understanding, _now: datetime) -> str:
    if data["brand"] is None or data["generic"] is None:
        price = data["generic"] or data["brand"]
        key = "brand_only" if data["generic"] is None else "generic_only"
        return replies.text(key, medication=data["medication"], price=price)
    return replies.text("generic_compare", **{key: data[key] for key in ("medication", "generic", "brand")})


def order_status(replies: Replies, order: Mapping[str, Any], now: datetime, key: str = "track") -> str:
    """Where an order stands, in a message that says what it is about."""
    return replies.text(
        key,
        order_id=order["order_id"],
        medication=order["medication"],
        status=replies.text(f"status_{order['status']}"),
        pharmacy=order["pharmacy"],
        ready=replies.moment(datetime.fromisoformat(order["ready_at"]), now),
    )


def _track(replies: Replies, data: Any, said: Understanding, now: datetime) -> str:
    orders = _orders_asked(data, said) or data
    return "\n".join(order_status(replies, order, now) for order in orders) or replies.text("no_orders")


def _orders_asked(orders: Sequence[Mapping[str, Any]], said: Understanding) -> list[Mapping[str, Any]]:
    """The orders of the medicines that are named."""
    named = {words_of(drug)[0] for drug in said.drugs}
    return [order for order in orders if named.intersection(words_of(order["medication"]))]


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
