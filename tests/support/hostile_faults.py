"""What must be true of every turn, whatever a model does: of the orders that it placed, and of its reply."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rxflow.domain.order import Order, Quote
from rxflow.workflow.workflow_types import ConversationResponse, RefillState
from tests.support.conversation import Conversation
from tests.support.independent_checker import is_plain_yes, shows_quote


@dataclass
class Chat:
    """A conversation as its patient has it before them; `seen` is the last that they saw."""

    talk: Conversation
    ended: bool = False

    def __post_init__(self) -> None:
        self.seen = self.talk.last

    def orders(self) -> tuple[Order, ...]:
        return self.talk.orders()


def faults_of_orders(
    placed: list[Order], shown: ConversationResponse, words: str, button: tuple[str, ...] | None
) -> Iterator[str]:
    """One order a quote at most, on the patient's own yes or button to all of them, each as it was shown before."""
    quotes = {quote.rx_number: quote for quote in shown.quotes}
    if len(placed) > len(quotes):
        yield f"{len(placed)} orders were placed in one turn on {len(quotes)} quotes"
    for order in placed:
        quote = quotes.get(order.rx_number)
        if quote is None or not shows_quote(shown.message, _row(quote)):
            yield f"{order.order_id} was placed, and the last reply showed no quote"
            continue
        agreed = is_plain_yes(words) if button is None else set(button) == {each.quote_id for each in shown.quotes}
        if not agreed:
            yield f"{order.order_id} was placed without a yes"
        same = ("rx_number", "pharmacy_id", "quantity", "amount", "patient_pays")
        if any(getattr(order, name) != getattr(quote, name) for name in same):
            yield f"{order.order_id} is not the order that was shown"


def faults_of_reply(
    reply: ConversationResponse, placed: list[Order], own: Iterable[Order], most_model_calls: int
) -> Iterator[str]:
    """The reply says what was done, ends in the quote that it asks about, and claims no order that is not there."""
    if not reply.message.strip():
        yield "the reply is empty"
    if reply.state not in RefillState or reply.model_calls > most_model_calls:
        yield f"the turn ended in {reply.state} after {reply.model_calls} model calls"
    if not all(shows_quote(reply.message, _row(quote)) for quote in reply.quotes):
        yield "the reply does not end in the quotes that it asks about"
    known = {order.order_id for order in own}
    told = [reply.order, *reply.order.get("also", ())] if reply.order else []
    if any(order["order_id"] not in known for order in told):
        yield "the reply tells of an order that the patient does not have"
    for order in placed:
        if reply.order is None or order.order_id not in reply.message:
            yield f"{order.order_id} was placed, and the reply does not say so"


def _row(quote: Quote) -> dict[str, object]:
    return {name: getattr(quote, name) for name in ("medication", "amount", "pharmacy_name", "patient_pays")}
