"""What people of the pharmacy write into a patient's conversation, beside what the assistant answers."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from rxflow.domain.case_decision import DecisionReason


class CareMessageKind(StrEnum):
    """`reply` is a person's own words; `decision` and `order_update` are ours about what a person did."""

    REPLY = "reply"
    DECISION = "decision"
    ORDER_UPDATE = "order_update"


@dataclass(frozen=True, slots=True)
class CareMessage:
    """One message to a patient. `number` counts from 1 in its conversation.

    `actor` is the user who is behind it and `actor_name` how the patient reads of them. `case_id` or `order_id` says
    what it is about, and `reason` why it was decided so.
    """

    session_id: str
    number: int
    at: datetime
    actor: str
    actor_name: str
    kind: CareMessageKind
    text: str
    case_id: str | None = None
    order_id: str | None = None
    reason: DecisionReason | None = None
