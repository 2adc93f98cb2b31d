"""The transition table: every way in which a refill can move on, and the guard of each."""

from collections.abc import Iterable

from rxflow.domain.finding import FindingCode, Severity
from rxflow.workflow.workflow_types import ConversationContext, Guard, RefillState, StateTransition, Trigger

S = RefillState
T = Trigger

IDENTIFYING = (S.START, S.IDENTIFY_MEDICATION, S.CLARIFY_MEDICATION)
IN_HAND = (S.CONFIRM_DOSAGE, S.CHECK_AUTHORIZATION, S.SELECT_PHARMACY, S.CONFIRM_ORDER)
ENDED = (S.COMPLETE, S.ESCALATE_PA, S.ESCALATE_PRESCRIBER, S.ESCALATE_PHARMACIST, S.ERROR)
ANYWHERE = (*IDENTIFYING, *IN_HAND, *ENDED)

_BLOCKS_NOTHING_ELSE = frozenset({FindingCode.OUT_OF_STOCK, FindingCode.NOT_FOUND})


def always(_context: ConversationContext) -> bool:
    """No condition."""
    return True


def choice_is_open(context: ConversationContext) -> bool:
    """There is something to choose from, and none of it is chosen."""
    return bool(context.candidates) and not set(context.candidates) & set(context.rx_numbers)


def refill_may_go_on(context: ConversationContext) -> bool:
    """Something is in the basket, and no finding blocks any of it.

    A pharmacy's empty shelf blocks none, nor does a medicine asked for beside it that is not on the profile.
    """
    return bool(context.basket) and not any(
        note.severity == Severity.BLOCK
        and note.code not in _BLOCKS_NOTHING_ELSE
        and note.rx_number in {None, *context.rx_numbers}
        for note in context.findings
    )


def refill_is_blocked(context: ConversationContext) -> bool:
    """A finding blocks a refill, and nothing is quoted."""
    return any(note.severity == Severity.BLOCK for note in context.findings) and not context.quote_ids


def quote_is_ready(context: ConversationContext) -> bool:
    """Every prescription of the basket is quoted at the pharmacy chosen for it."""
    return bool(context.quote_ids) and all(line.pharmacy_id is not None for line in context.basket)


def order_is_placed(context: ConversationContext) -> bool:
    """The order service has written the order of everything that was in the basket."""
    return bool(context.order_ids) and not context.basket


def case_is_open(context: ConversationContext) -> bool:
    """The case that a person will look at is stored."""
    return context.case_id is not None


def _each(
    states: Iterable[RefillState], to: RefillState, trigger: Trigger, guard: Guard, why: str
) -> list[StateTransition]:
    return [StateTransition(state, to, trigger, guard, why) for state in states]


TRANSITIONS: tuple[StateTransition, ...] = (
    # A request begins; a new one may begin anywhere.
    *_each(ANYWHERE, S.IDENTIFY_MEDICATION, T.REFILL_REQUESTED, always, "asks for a refill"),
    *_each(ANYWHERE, S.CLARIFY_MEDICATION, T.MEDICATION_AMBIGUOUS, choice_is_open, "more than one medicine fits"),
    *_each(ANYWHERE, S.CONFIRM_DOSAGE, T.PRESCRIPTION_SELECTED, refill_may_go_on, "assessed, nothing is in the way"),
    *_each(ANYWHERE, S.IDENTIFY_MEDICATION, T.REFILL_NOT_YET, refill_is_blocked, "too soon: told the date"),
    # One refill, step by step.
    StateTransition(S.CONFIRM_DOSAGE, S.CHECK_AUTHORIZATION, T.DOSAGE_CONFIRMED, refill_may_go_on, "right medicine"),
    StateTransition(S.CONFIRM_DOSAGE, S.IDENTIFY_MEDICATION, T.DOSAGE_REJECTED, always, "not that one"),
    StateTransition(
        S.CHECK_AUTHORIZATION, S.SELECT_PHARMACY, T.AUTHORIZATION_CLEARED, refill_may_go_on, "the plan allows it"
    ),
    StateTransition(S.SELECT_PHARMACY, S.CONFIRM_ORDER, T.PHARMACY_SELECTED, quote_is_ready, "in stock, quoted"),
    StateTransition(S.CONFIRM_ORDER, S.CONFIRM_ORDER, T.PHARMACY_SELECTED, quote_is_ready, "another pharmacy, quoted"),
    StateTransition(S.CONFIRM_ORDER, S.SELECT_PHARMACY, T.PHARMACY_REOPENED, always, "wants another pharmacy"),
    StateTransition(S.CONFIRM_ORDER, S.COMPLETE, T.ORDER_SUBMITTED, order_is_placed, "agreed to the quote"),
    # Stopping, people, and failures.
    *_each(ANYWHERE, S.START, T.REQUEST_DROPPED, always, "stops, says no, or cancels an order"),
    *_each(ANYWHERE, S.ESCALATE_PRESCRIBER, T.PRESCRIBER_NEEDED, case_is_open, "needs a renewal"),
    *_each(ANYWHERE, S.ESCALATE_PHARMACIST, T.PHARMACIST_NEEDED, case_is_open, "needs a pharmacist"),
    *_each(ANYWHERE, S.ESCALATE_PA, T.INSURER_NEEDED, case_is_open, "needs the plan's approval"),
    *_each(ANYWHERE, S.ERROR, T.FAILED, always, "something failed; nothing was lost"),
)
