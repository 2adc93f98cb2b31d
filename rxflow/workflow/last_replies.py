"""What this process asked last in each conversation, so that a yes can only answer a question that was really put."""

from collections import OrderedDict
from dataclasses import dataclass

from rxflow.workflow.run_context import RunContext
from rxflow.workflow.workflow_types import ConversationContext

MOST_CONVERSATIONS = 10_000


@dataclass(frozen=True, slots=True)
class Asked:
    """What the last reply asked the patient to agree to: quotes together, or the cancelling of an order."""

    quote_ids: tuple[str, ...] = ()
    order_id: str | None = None


NOTHING_ASKED = Asked()


class LastReplies:
    """Remembers the open question of each conversation, as the patient saw it.

    The saved case alone cannot tell: a reply may have been given that could not be saved, or been saved and never given
    before a crash. A conversation of which nothing is remembered, after a restart for one, is asked again.
    """

    def __init__(self) -> None:
        self._asked: OrderedDict[str, Asked] = OrderedDict()
        self._unsaved_emergencies: set[str] = set()

    def take(self, session_id: str) -> Asked:
        """What the last reply asked; whatever comes next answers it, or nothing does."""
        return self._asked.pop(session_id, NOTHING_ASKED)

    def note(self, run: RunContext) -> None:
        """Remember what a reply asks that is about to be given."""
        context = run.flow.context
        cancelling = context.cancel_asked if context.cancel_asked_turn == context.turn else None
        asked = Asked(tuple(quote.quote_id for quote in run.flow.quotes_in_hand()), cancelling)
        if asked == NOTHING_ASKED:
            self._asked.pop(context.session_id, None)
            return
        self._asked[context.session_id] = asked
        self._asked.move_to_end(context.session_id)
        if len(self._asked) > MOST_CONVERSATIONS:
            self._asked.popitem(last=False)

    def apply(self, context: ConversationContext, asked: Asked) -> None:
        """Make a case that was loaded true again: only what was asked is open, and an emergency stops the flow."""
        if not context.quote_ids or context.quote_ids != asked.quote_ids:
            context.quote_turn = None
        if context.cancel_asked is None or context.cancel_asked != asked.order_id:
            context.cancel_asked = context.cancel_asked_turn = None
        if context.session_id in self._unsaved_emergencies:
            context.stopped = True
            context.drop_quotes()

    def note_unsaved_emergency(self, session_id: str) -> None:
        """A red flag stopped a conversation and could not be saved; it is never forgotten before it is."""
        self._unsaved_emergencies.add(session_id)

    def saved(self, session_id: str) -> None:
        """A turn was saved, with what `apply` made true."""
        self._unsaved_emergencies.discard(session_id)
