"""What plan, shelf and price list say of a refill: an own reading of DOMAIN.md §1.12 and §4, without rxflow."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from tests.support.independent_asked import Asked
from tests.support.independent_world import Row, letters, years_old

ADULT = 18
CENT = Decimal("0.01")
MONEY = re.compile(r"\d+\.\d\d")


def plan_entry(asked: Asked) -> Row | None:
    """The formulary's note about the medicine, by its label's name first."""
    labels = [letters(asked.item["generic_name"]), letters(asked.item["drug"])]
    noted = [row for row in asked.world.formulary if row["plan_id"] == asked.patient["plan_id"]]
    found = [row for row in noted if letters(row["generic_name"]) in labels]
    return min(found, key=lambda row: labels.index(letters(row["generic_name"])), default=None)


def coverage(asked: Asked) -> Iterator[str]:
    """What the patient's plan has against it: cover, prior authorization, step therapy, quantity limit."""
    plan_id = asked.patient["plan_id"]
    if not plan_id:
        return
    if plan_id not in asked.world.plans:
        yield f"the plan {plan_id} is unknown"
    entry = plan_entry(asked)
    if entry is None:
        return
    if entry.get("covered") is False:
        yield "the plan does not cover the medicine"
    if entry["prior_authorization"] and not _is_authorized(asked, entry):
        yield "the plan needs a prior authorization, and none is valid"
    if (step := entry["step_therapy"]) and _tried(asked, step) < step["minimum"]:
        yield f"step therapy is not met: {step['description']}"
    if (limit := entry["quantity_limit"]) and not _within(asked.item, limit):
        yield f"the plan pays for {limit['quantity']} {limit['unit']} in {limit['days']} days only"


def _is_authorized(asked: Asked, entry: Row) -> bool:
    return any(
        row["patient_id"] == asked.patient["patient_id"]
        and letters(row["generic_name"]) == letters(entry["generic_name"])
        and row["status"] == "approved"
        and asked.refill.on <= asked.world.first_day + timedelta(days=row["expires_in_days"])
        for row in asked.world.authorizations
    )


def _tried(asked: Asked, step: Row) -> int:
    tried = {name for item in asked.own if item["fills_days_ago"] for name in asked.world.names_of(item)}
    return sum(letters(name) in tried for name in step["try_first"])


def _within(item: Row, limit: Row) -> bool:
    if letters(item["quantity_unit"]).rstrip("s") != letters(limit["unit"]).rstrip("s"):
        return False
    return bool(item["quantity"] * limit["days"] <= limit["quantity"] * max(item["days_supply"], limit["days"]))


# --- §1.12 step 12: the pharmacy and its shelf


def pharmacy(asked: Asked) -> Iterator[str]:
    """What the pharmacy has against it: it is unknown, serves others, or its shelf is empty."""
    place = asked.world.pharmacies.get(asked.refill.pharmacy_id)
    if place is None:
        yield "the pharmacy does not exist"
        return
    if (
        place["pediatric_only"]
        and years_old(date.fromisoformat(asked.patient["date_of_birth"]), asked.refill.on) >= ADULT
    ):
        yield "the pharmacy serves children only"
    if not place["carries_controlled"] and asked.schedule != "none":
        yield "the pharmacy carries no controlled medicines"
    if (left := _fills_left(asked)) is not None and left <= 0:
        yield "the pharmacy has none left in stock"


def _fills_left(asked: Asked) -> int | None:
    """Fills on the shelf after the orders that stood; None where stock is no matter."""
    product = _product(asked.item)
    for row in asked.world.stock:
        if row["pharmacy_id"] == asked.refill.pharmacy_id and _product(row) == product:
            if row["fills_available"] is None:
                return None
            taken = [
                order
                for order in asked.refill.earlier
                if order.pharmacy_id == row["pharmacy_id"]
                and _product(asked.world.prescriptions[order.rx_number]) == product
            ]
            return int(row["fills_available"]) - len(taken)
    return None


def _product(row: Row) -> tuple[str, str]:
    return letters(row["generic_name"]), row["strength"].replace(" ", "").lower()


# --- DOMAIN.md §4 and the demo world's plans: the money


def money(asked: Asked, cash: str, pays: str, insurer: str | None) -> Iterator[str]:
    """What is wrong with a quote's money: every amount is exact to the cent and follows from the price list.

    Args:
        cash: The cash price, as it is stored.
        pays: What the patient pays.
        insurer: What the plan pays; None without one.
    """
    if wrong := [text for text in (cash, pays, insurer) if text is not None and not MONEY.fullmatch(str(text))]:
        yield f"money is not exact or is negative: {wrong[0]}"
        return
    if Decimal(pays) > Decimal(cash):
        yield f"the patient pays {pays}, more than the cash price {cash}"
    if insurer is None and Decimal(pays) != Decimal(cash):
        yield f"nobody pays the rest of {cash}"
    if insurer is not None and Decimal(pays) + Decimal(insurer) != Decimal(cash):
        yield f"{pays} and {insurer} do not add up to {cash}"
    if bool(asked.patient["plan_id"]) != (insurer is not None):
        yield "a plan is billed that the patient does not have, or the patient's is not"
    if Decimal(cash) not in (possible := _cash_prices(asked)):
        yield f"the cash price {cash} is not on the price list ({', '.join(map(str, sorted(possible)))})"
    elif Decimal(pays) not in (shares := {min(Decimal(cash), share) for share in _shares(asked, Decimal(cash))}):
        yield f"the patient pays {pays}, and the plan's share is {', '.join(map(str, sorted(shares)))}"


def _cash_prices(asked: Asked) -> set[Decimal]:
    """Unit price x quantity x the pharmacy's index, to the cent; as the generic or, where prescribed, the brand."""
    place, item = asked.world.pharmacies.get(asked.refill.pharmacy_id), asked.item
    names = {letters(item["generic_name"]), letters(item["drug"])}
    found = set()
    for row in asked.world.prices:
        same = letters(row["strength"]) == letters(item["strength"]) and row["dosage_form"] == item["dosage_form"]
        if place and same and letters(row["generic_name"]) in names:
            units = [row["unit_price"], row["brand_unit_price"] if item["brand_name"] else None]
            index = Decimal(place["price_index"])
            found |= {_cents(Decimal(unit) * item["quantity"] * index) for unit in units if unit is not None}
    return found


def _shares(asked: Asked, cash: Decimal) -> set[Decimal]:
    """What the plan may ask of the patient: its tier's copay or coinsurance; tier 1 or 2 where nothing is noted."""
    plan, entry = asked.world.plans.get(asked.patient["plan_id"] or ""), plan_entry(asked)
    if plan is None:
        return {cash}
    tiers = [entry["tier"]] if entry else [1, 2]
    coinsurance = _cents(cash * Decimal(plan["tier4_coinsurance"]))
    return {Decimal(plan[f"tier{tier}_copay"]) if tier in {1, 2, 3} else coinsurance for tier in tiers}


def _cents(amount: Decimal) -> Decimal:
    return amount.quantize(CENT, ROUND_HALF_UP)
