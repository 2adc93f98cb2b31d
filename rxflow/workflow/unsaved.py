"""Replies that a patient saw and the store did not: what they change for the next message."""

from rxflow.workflow.workflow_types import ConversationContext


class UnsavedReplies:
    """Remembers, while the store cannot, which conversations had a reply that was not saved.

    The saved case then still says that the last reply showed a quote, or knows nothing of an emergency.
    """

    def __init__(self) -> None:
        self._emergency: dict[str, bool] = {}

    def note(self, session_id: str, emergency: bool) -> None:
        """A reply was given and could not be saved; an emergency is never forgotten by a later one."""
        self._emergency[session_id] = emergency or self._emergency.get(session_id, False)

    def apply(self, context: ConversationContext) -> None:
        """Make a case that was loaded true again: no quote was shown last, and an emergency stops the flow."""
        if context.session_id not in self._emergency:
            return
        context.quote_turn = context.cancel_asked = context.cancel_asked_turn = None
        if self._emergency[context.session_id]:
            context.stopped = True
            context.quote_id = None

    def saved(self, session_id: str) -> None:
        """A later reply was saved, with what `apply` made true."""
        self._emergency.pop(session_id, None)
