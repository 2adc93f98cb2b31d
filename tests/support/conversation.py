"""A conversation as tests hold it, and what they ask of the store behind it."""

from collections.abc import Collection, Iterable

from sqlalchemy import select

from rxflow.assistant import Assistant
from rxflow.domain.order import Order
from rxflow.persistence.order_repository import SEALED_ORDERS, SEALED_QUOTES, OrderRepository
from rxflow.persistence.tables import CONSENTS, ORDERS
from rxflow.workflow.workflow_types import ConversationResponse, RefillState

TO_THE_QUOTE = ("refill my lisinopril", "yes", "H-E-B")
QUESTION = "Shall I place this order?"
"""What a quote ends with."""


class Conversation:
    """One patient talking to an assistant; `replies` are all answers, the greeting first."""

    def __init__(
        self,
        assistant: Assistant,
        patient_id: str,
        session_id: str | None = None,
        conversation_type: str = "refill",
    ) -> None:
        self.assistant = assistant
        self.patient_id = patient_id
        if session_id is None:
            begun = assistant.run(assistant.manager.start(patient_id, conversation_type))
        else:
            begun = assistant.run(assistant.manager.resume(session_id))
        self.session_id = begun.session_id
        self.replies = [begun]

    @property
    def last(self) -> ConversationResponse:
        return self.replies[-1]

    @property
    def state(self) -> RefillState:
        return self.last.state

    def say(self, *messages: str, button: Collection[str] | None = None) -> ConversationResponse:
        """Say messages one after the other and return the last answer."""
        for words in messages:
            answer = self.assistant.manager.handle_message(words, self.session_id, button_quote_ids=button)
            self.replies.append(self.assistant.run(answer))
        return self.last

    def resumed(self) -> ConversationResponse:
        return self.assistant.run(self.assistant.manager.resume(self.session_id))

    def orders(self) -> tuple[Order, ...]:
        return self.assistant.services.orders.for_patient(self.patient_id)

    def told(self) -> str:
        """Everything that this patient was told."""
        return "\n".join(f"{reply.message} {reply.to_json()}" for reply in self.replies)


def orders_without_own_consent(assistant: Assistant) -> list[str]:
    """Orders whose quote nobody agreed to in the conversation and for the patient and product that it was made for."""
    with assistant._store.read() as tx:
        consents = {row.quote_id: row for row in tx.execute(select(CONSENTS))}
        quotes = {quote.quote_id: quote for quote in SEALED_QUOTES.all(SEALED_QUOTES.select(), tx)}
        quote_ids = dict(tuple(row) for row in tx.execute(select(ORDERS.c.order_id, ORDERS.c.quote_id)))
        orders = SEALED_ORDERS.all(SEALED_ORDERS.select(), tx)
    wrong = []
    for order in orders:
        quote_id = quote_ids[order.order_id]
        quote, consent = quotes[quote_id], consents.get(quote_id)
        same = all(
            getattr(order, name) == getattr(quote, name)
            for name in ("patient_id", "rx_number", "fill_number", "quantity", "pharmacy_id", "patient_pays")
        )
        given = consent is not None and consent.session_id == quote.session_id
        if not (same and given and quote.quoted_at <= consent.given_at <= order.created_at):
            wrong.append(order.order_id)
    return wrong


def consented_quotes(assistant: Assistant) -> set[str]:
    with assistant._store.read() as tx:
        return set(tx.scalars(select(CONSENTS.c.quote_id)))


def order_of(assistant: Assistant, quote_id: str) -> Order | None:
    with assistant._store.read() as tx:
        return OrderRepository(tx).order_of_quote(quote_id)


def all_orders(assistant: Assistant, patient_ids: Iterable[str]) -> tuple[Order, ...]:
    return tuple(order for each in patient_ids for order in assistant.services.orders.for_patient(each))
