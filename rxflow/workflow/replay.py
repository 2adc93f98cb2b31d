"""A conversation turn by turn, as it can be shown again: the way that it went, what each turn did, and what it cost."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from rxflow.services.sessions import Turn
from rxflow.workflow.run_context import ModelUse
from rxflow.workflow.turn_trace import TurnTrace
from rxflow.workflow.workflow_types import FindingNote, RefillState, ToolUse, Trigger

FORMAT = "rxflow.conversation/1"


@dataclass(frozen=True, slots=True)
class Step:
    """One step on a conversation's way through the states.

    Attributes:
        number: Its place on the way, from 1.
        turn: The number of the turn that took it.
        trigger: What moved it; None where that was not kept.
    """

    number: int
    turn: int
    from_state: RefillState
    to_state: RefillState
    trigger: Trigger | None


@dataclass(frozen=True, slots=True)
class Totals:
    """What turns cost together; None where no turn tells.

    Attributes:
        milliseconds: From message to answer, all turns.
        input_tokens: As far as the providers counted them.
    """

    turns: int
    tools: int
    model_calls: int
    milliseconds: int | None
    input_tokens: int | None
    output_tokens: int | None


@dataclass(frozen=True, slots=True)
class PlayedTurn:
    """A kept turn with what is known of how it was answered; `trace` is None in one of before there were traces."""

    turn: Turn
    trace: TurnTrace | None
    tools: tuple[ToolUse, ...]
    findings: tuple[FindingNote, ...]

    @classmethod
    def of(cls, turn: Turn) -> "PlayedTurn":
        """A kept turn, looked at again."""
        return cls(
            turn=turn,
            trace=TurnTrace.kept_in(turn.detail),
            tools=tuple(ToolUse(**use) for use in turn.detail.get("tools") or ()),
            findings=tuple(FindingNote.model_validate(note) for note in turn.detail.get("findings") or ()),
        )

    @property
    def state(self) -> RefillState:
        """Where it ended."""
        return RefillState(self.turn.state)

    @property
    def model_calls(self) -> tuple[ModelUse, ...]:
        return self.trace.model_calls if self.trace else ()

    @property
    def degraded(self) -> tuple[str, ...]:
        """What was used in place of something that failed."""
        return tuple(self.turn.detail.get("degraded") or ())


class Replay:
    """A conversation as it went.

    Args:
        turns: Its turns, oldest first.
    """

    def __init__(self, turns: Sequence[Turn]) -> None:
        self.turns = tuple(map(PlayedTurn.of, turns))
        self.path = tuple(_path(self.turns))

    def path_until(self, number: int) -> tuple[Step, ...]:
        """The way up to a turn, that turn's steps too."""
        return tuple(step for step in self.path if step.turn <= number)

    @property
    def totals(self) -> Totals:
        """What the whole conversation cost."""
        return totals(self.turns)

    def as_json(self, reference: str) -> dict[str, Any]:
        """The conversation for a file. It tells no more than the page does: no name, no prescription's number.

        `format` is `rxflow.conversation/1`, and `conversation` the short reference that logs use too. `turns` are in
        order, each with `number`, `at` (UTC), `patient` and `assistant` (what was said), `state_from`, `state_to`,
        `steps` (`trigger`, `to_state`), `tools` (`name`, `success`, `milliseconds`, `code` of a failure), `findings`
        (`code`, `severity`, `message`, `route`), `model_calls` (`provider`, `model`, `success`, `milliseconds`,
        `input_tokens`, `output_tokens`), `milliseconds` and `degraded`. `totals` has the fields of `Totals`. What is
        not known, as in a turn of an older release, is null.

        Args:
            reference: What the conversation is called outside.
        """
        return {
            "format": FORMAT,
            "conversation": reference,
            "turns": [_turn_json(played) for played in self.turns],
            "totals": asdict(self.totals),
        }


def totals(turns: Iterable[PlayedTurn]) -> Totals:
    """What turns cost together."""
    played = list(turns)
    traces = [each.trace for each in played if each.trace]
    uses = [use for trace in traces for use in trace.model_calls]
    return Totals(
        turns=len(played),
        tools=sum(len(each.tools) for each in played),
        model_calls=len(uses),
        milliseconds=_known_sum(trace.milliseconds for trace in traces),
        input_tokens=_known_sum(use.input_tokens for use in uses),
        output_tokens=_known_sum(use.output_tokens for use in uses),
    )


def _known_sum(numbers: Iterable[int | None]) -> int | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if known else None


def _path(turns: Sequence[PlayedTurn]) -> Iterable[Step]:
    """The way through the states; where it is not known what moved it, only that it did."""
    number, state = 0, RefillState.START
    for played in turns:
        moves: list[tuple[Trigger | None, RefillState]] = []
        if played.trace is None:
            moves = [(None, played.state)] if played.state is not state else []
        else:
            if played.trace.state_from is not state:
                moves.append((None, played.trace.state_from))
            moves += [(move.trigger, move.to_state) for move in played.trace.path]
        for trigger, to_state in moves:
            number += 1
            yield Step(number, played.turn.number, state, to_state, trigger)
            state = to_state


def _turn_json(played: PlayedTurn) -> dict[str, Any]:
    turn, trace = played.turn, played.trace
    return {
        "number": turn.number,
        "at": turn.said_at.isoformat(),
        "patient": turn.patient_text,
        "assistant": turn.reply,
        "state_from": trace.state_from.value if trace else None,
        "state_to": turn.state,
        "steps": [move.model_dump(mode="json") for move in trace.path] if trace else None,
        "tools": [
            {"name": use.name, "success": use.success, "milliseconds": round(use.milliseconds, 1), "code": use.code}
            for use in played.tools
        ],
        "findings": [note.model_dump(mode="json", exclude={"rx_number"}) for note in played.findings],
        "model_calls": [asdict(use) for use in played.model_calls] if trace else None,
        "milliseconds": trace.milliseconds if trace else None,
        "degraded": list(played.degraded),
    }
