"""Why the order gate says no: a code for programs and one sentence for the patient about what happens now."""

from rxflow.domain.errors import OrderRefusedError
from rxflow.domain.finding import Finding
from rxflow.domain.order import Order, OrderStatus

NOT_CANCELLABLE = "NOT_CANCELLABLE"
MESSAGES = {
    "NOT_FOUND": (
        "I can't find that prescription on your list, so nothing was ordered; please choose one of your prescriptions."
    ),
    "UNKNOWN_PHARMACY": "I don't know that pharmacy, so nothing was ordered; please choose one from the list.",
    "NO_PRICE": (
        "There is no price on file for this medicine at that pharmacy, so nothing was ordered; "
        "a pharmacist can tell you the price and take the order."
    ),
    "PHARMACY_CLOSED": (
        "That pharmacy has no opening hours on file, so nothing was ordered; please choose another pharmacy."
    ),
    "QUOTE_MISMATCH": (
        "The order does not match the details you were shown, so nothing was ordered; "
        "please ask for the refill again to see them fresh."
    ),
    "NO_CONSENT": (
        "Nothing was ordered yet, because an order needs your own yes to its details; please look at them and confirm."
    ),
    "QUOTE_EXPIRED": (
        "The price and the ready time you were shown are more than 30 minutes old, so nothing was ordered; "
        "please ask for the refill again to see current ones."
    ),
    "QUOTE_SUPERSEDED": (
        "The order details have changed since you were shown these, so nothing was ordered; "
        "please look at the latest details and confirm them."
    ),
    "QUOTE_WITHDRAWN": (
        "You turned these order details down or went on to something else, so nothing was ordered; "
        "please ask for the refill again if you want it now."
    ),
    "NOT_PERMITTED": (
        "You may look at these prescriptions here, but not order or cancel, so nothing was changed; "
        "please call the pharmacy, or ask the person who may."
    ),
    "EMERGENCY": (
        "This conversation was stopped because of an emergency, so nothing was ordered; "
        "a pharmacist must speak with you first."
    ),
    "ALREADY_ORDERED": (
        "This refill is ordered already, at another pharmacy or price, so nothing more was ordered; "
        "you can ask where that order is, or cancel it."
    ),
    "QUOTE_USED": "That order was cancelled and stays cancelled; please ask for the refill again if you want it now.",
    "PRICE_CHANGED": (
        "The price has changed since you were shown it, so nothing was ordered; "
        "please ask for the refill again to see the new price."
    ),
}

_TOO_LATE_TO_CANCEL = {
    OrderStatus.FILLING: "is already being filled",
    OrderStatus.READY: "is ready to be picked up",
    OrderStatus.PICKED_UP: "has been picked up",
}


def refusal(code: str) -> OrderRefusedError:
    """The refusal with one of the codes of `MESSAGES`."""
    return OrderRefusedError(code, MESSAGES[code])


def refused_by(finding: Finding) -> OrderRefusedError:
    """The refusal that a blocking finding is."""
    return OrderRefusedError(finding.code.value, finding.message)


def not_cancellable(order: Order) -> OrderRefusedError:
    """The refusal to cancel an order that the pharmacy has begun to fill."""
    return OrderRefusedError(
        NOT_CANCELLABLE,
        f"This order {_TOO_LATE_TO_CANCEL[order.status]}, so it can no longer be cancelled here and stays as it is; "
        f"please call {order.pharmacy_name} if you do not want it.",
    )
