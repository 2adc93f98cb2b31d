"""What each conversation's last reply asked, so that a yes can only answer a question that was really put."""

from collections import OrderedDict
from dataclasses import dataclass

from rxflow.workflow.run_context import RunContext
from rxflow.workflow.workflow_types import ConversationContext

MOST_CONVERSATIONS = 10_000


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reply asked the patient to agree to: quotes together, or the cancelling of an order."""

    quote_ids: tuple[str, ...] = ()
    order_id: str | None = None


NOTHING_ASKED = Asked()


@dataclass(frozen=True, slots=True)
class LastReply:
    """A reply that was given by this process.

    Attributes:
        asked: What it asked.
        turn: The turn that callers know it by, 0 when it has none.
        saved_turn: The turn that was saved last when it was given.
    """

    asked: Asked
    turn: int
    saved_turn: int


class LastReplies:
    """Remembers the open question of each conversation, as the patient saw it.

    The saved case alone cannot tell: a reply may have been given that could not be saved, or been saved and never given
    before a crash. A conversation of which nothing is remembered, after a restart for one, is asked again, unless the
    caller knows which reply the patient has in front of them (`what_was_asked`).
    """

    def __init__(self) -> None:
        self._replies: OrderedDict[str, LastReply] = OrderedDict()
        self._unsaved_emergencies: set[str] = set()

    def take(self, session_id: str) -> LastReply | None:
        """The last reply that asked something; whatever comes next answers it, or nothing does."""
        return self._replies.pop(session_id, None)

    def note(self, run: RunContext, turn: int, saved_turn: int) -> None:
        """Remember what a reply asks that is about to be given.

        Args:
            run: The turn that it ends.
            turn: The turn that callers know it by, 0 when it has none.
            saved_turn: The turn that is saved now.
        """
        context = run.flow.context
        cancelling = context.cancel_asked if context.cancel_asked_turn == context.turn else None
        asked = Asked(tuple(quote.quote_id for quote in run.flow.quotes_in_hand()), cancelling)
        if asked == NOTHING_ASKED:
            self._replies.pop(context.session_id, None)
            return
        self._replies[context.session_id] = LastReply(asked, turn, saved_turn)
        self._replies.move_to_end(context.session_id)
        if len(self._replies) > MOST_CONVERSATIONS:
            self._replies.popitem(last=False)

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


def what_was_asked(reply: LastReply | None, saved: ConversationContext | None, in_reply_to: int | None) -> Asked:
    """What the reply asked that the patient has in front of them.

    Several processes may answer one conversation, so neither what this one remembers nor what is saved tells enough:
    another may have gone on since, and a reply that was saved may never have arrived.

    Args:
        reply: What this process gave last and remembers, if anything.
        saved: The case that was saved last, by any process.
        in_reply_to: The turn of the reply that the patient has in front of them; None when the caller does not know.
    """
    if saved is None:
        return NOTHING_ASKED
    if reply is not None and reply.saved_turn != saved.turn:
        # Another process has gone on since: what this one remembers is long past.
        reply = None
    if in_reply_to is None:
        return NOTHING_ASKED if reply is None else reply.asked
    if in_reply_to < 1 or in_reply_to != saved.turn:
        return NOTHING_ASKED
    if reply is not None:
        return reply.asked if reply.turn == in_reply_to else NOTHING_ASKED
    return Asked(
        saved.quote_ids if saved.quote_turn == saved.turn else (),
        saved.cancel_asked if saved.cancel_asked_turn == saved.turn else None,
    )
