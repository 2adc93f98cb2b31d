"""The refill state machine: it alone changes a conversation's state."""

from collections.abc import Sequence

from rxflow.domain.errors import TransitionError
from rxflow.workflow.transitions import TRANSITIONS
from rxflow.workflow.workflow_types import (
    HISTORY_KEPT,
    ConversationContext,
    RefillState,
    StateChange,
    StateTransition,
    Trigger,
)


class RefillStateMachine:
    """Walks the transition table for one conversation.

    Args:
        context: The case that guards look at; the machine writes its history there.
        state: Where the conversation is.
        transitions: The table; at most one row may hold for a state and trigger.
    """

    def __init__(
        self,
        context: ConversationContext,
        state: RefillState = RefillState.START,
        transitions: Sequence[StateTransition] = TRANSITIONS,
    ) -> None:
        self.context = context
        self._state = state
        self._rows = {(row.from_state, row.trigger): row for row in transitions}

    @property
    def state(self) -> RefillState:
        return self._state

    @property
    def history(self) -> tuple[StateChange, ...]:
        """The last steps of this session, oldest first."""
        return self.context.history

    def get_valid_triggers(self) -> tuple[Trigger, ...]:
        """The triggers that the table and their guards allow now."""
        return tuple(
            trigger
            for (from_state, trigger), row in self._rows.items()
            if from_state is self._state and row.condition(self.context)
        )

    def can(self, trigger: Trigger) -> bool:
        """Whether a trigger may fire now."""
        return trigger in self.get_valid_triggers()

    def fire(self, trigger: Trigger) -> StateTransition:
        """Take the transition of a trigger.

        Returns:
            The row that was taken.

        Raises:
            TransitionError: The table has no such row here, or its guard does not hold; the state stays.
        """
        row = self._rows.get((self._state, trigger))
        if row is None:
            raise TransitionError(f"{trigger} is not possible in {self._state}")
        if not row.condition(self.context):
            raise TransitionError(f"{trigger} in {self._state} needs that {row.condition.__name__.replace('_', ' ')}")
        step = StateChange(from_state=self._state, to_state=row.to_state, trigger=trigger, turn=self.context.turn)
        self.context.history = (*self.context.history, step)[-HISTORY_KEPT:]
        self._state = row.to_state
        return row
