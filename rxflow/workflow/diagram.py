"""The state diagram, drawn from the transition table: as a page of the manual, and with the way of a conversation."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rxflow.workflow.replay import Step
from rxflow.workflow.transitions import ANYWHERE, ENDED, IDENTIFYING, IN_HAND, TRANSITIONS, always
from rxflow.workflow.workflow_types import RefillState, StateTransition

HEADER = """# States of a refill

Drawn from the transition table in `rxflow/workflow/transitions.py` by `rxflow diagram --write docs/states.md`.
A transition is taken only when its guard, in brackets, holds.
"""
_FROM_ANYWHERE = "ANYWHERE"
_STYLE = (
    'graph [bgcolor="transparent", rankdir=TB, nodesep=0.45, ranksep=0.4, margin=0]',
    'node [shape=box, style="rounded,filled", fontname="Helvetica", fontsize=13, margin="0.16,0.08", height=0.4]',
    'edge [fontname="Helvetica", fontsize=12, arrowsize=0.7, constraint=false]',
)
_STEPS_DOWN = (*IDENTIFYING, *IN_HAND, RefillState.COMPLETE)
_BESIDE = tuple(state for state in ENDED if state is not RefillState.COMPLETE)


def state_diagram() -> str:
    """The diagram as a Markdown page with a Mermaid chart.

    A trigger that can fire from every state is drawn once, from ANYWHERE.
    """
    lines = ["```mermaid", "stateDiagram-v2", f"    [*] --> {RefillState.START}"]
    table = ["| from | trigger | to | guard | when |", "| --- | --- | --- | --- | --- |"]
    for rows in _grouped():
        row, drawn_from = rows[0], _sources(rows)
        lines.extend(_arrow(row, source) for source in drawn_from)
        source = "anywhere" if drawn_from == [_FROM_ANYWHERE] else ", ".join(drawn_from)
        table.append(f"| {source} | `{row.trigger}` | {row.to_state} | {row.condition.__name__} | {row.description} |")
    lines.append("```")
    return "\n".join([HEADER, *lines, "", *table, ""])


def state_graph(path: Sequence[Step], turn: int, names: Mapping[RefillState, str], anywhere: str) -> str:
    """The diagram in Graphviz' DOT, with the way of a conversation lit up.

    The page's styles colour it: nodes are of the class `state`, also `walked`, and `now` where the way ends; edges
    `possible`, `walked`, and `now` those of the turn that is looked at. Walked edges bear their places on the way.

    Args:
        path: The way, from its first step.
        turn: The number of the turn that is looked at.
        names: What the states are called.
        anywhere: What the beginning of steps is called that can be taken from every state.
    """
    here = path[-1].to_state if path else RefillState.START
    walked: defaultdict[tuple[RefillState, RefillState], list[Step]] = defaultdict(list)
    for step in path:
        walked[step.from_state, step.to_state].append(step)
    states = {state for edge in walked for state in edge} | {here}
    lines = [*_STYLE, *(_node(state, names[state], state in states, state is here) for state in RefillState)]
    lines.append(f'{_FROM_ANYWHERE} [label={_quoted(anywhere)}, shape=plaintext, style="", class="anywhere"]')
    lines += _places()
    possible = {(source, str(rows[0].to_state)) for rows in _grouped() for source in _sources(rows)}
    lines += [f'{source} -> {to} [class="possible"]' for source, to in sorted(possible - walked.keys())]
    lines += [_walked_edge(source, to, steps, turn) for (source, to), steps in walked.items()]
    return "digraph states {\n" + ";\n".join(lines) + "\n}\n"


def _places() -> list[str]:
    """Where the states stand: one refill's steps down the left, what can come at any time beside its beginning."""
    down = " -> ".join(_STEPS_DOWN)
    beside = " -> ".join(_BESIDE)
    level = [f"{{rank=same; {left}; {right}}}" for left, right in zip(_STEPS_DOWN, _BESIDE, strict=False)]
    columns = f"{{rank=same; {_STEPS_DOWN[1]} -> {_FROM_ANYWHERE} -> {_BESIDE[1]} [style=invis, constraint=true]}}"
    return [f"{chain} [style=invis, weight=10, constraint=true]" for chain in (down, beside)] + [*level, columns]


def _grouped() -> list[list[StateTransition]]:
    """The rows of the table by trigger and end."""
    groups: defaultdict[tuple[str, str], list[StateTransition]] = defaultdict(list)
    for row in TRANSITIONS:
        groups[row.trigger, row.to_state].append(row)
    return list(groups.values())


def _sources(rows: Sequence[StateTransition]) -> list[str]:
    """Where rows of one trigger and end are drawn from."""
    return [_FROM_ANYWHERE] if len(rows) == len(ANYWHERE) else [str(row.from_state) for row in rows]


def _arrow(row: StateTransition, source: str) -> str:
    guard = "" if row.condition is always else f" [{row.condition.__name__}]"
    return f"    {source} --> {row.to_state}: {row.trigger}{guard}"


def _node(state: RefillState, name: str, is_walked: bool, is_here: bool) -> str:
    kind = "state now" if is_here else "state walked" if is_walked else "state"
    # Not by colour alone: where the conversation is has a thick line around it.
    lines = ", penwidth=3" if is_here else ""
    return f'{state} [label={_quoted(name)}, class="{kind}"{lines}]'


def _walked_edge(source: RefillState, to: RefillState, steps: Iterable[Step], turn: int) -> str:
    taken = list(steps)
    kind = "now" if any(step.turn == turn for step in taken) else "walked"
    places = ", ".join(str(step.number) for step in taken)
    return f'{source} -> {to} [class="{kind}", label={_quoted(f" {places} ")}, penwidth=2, {_bend(source, to)}]'


def _bend(source: RefillState, to: RefillState) -> str:
    """How an edge runs: one that leads down the left stays there, and goes around what it skips."""
    leads_down = source in _STEPS_DOWN and to in _STEPS_DOWN and _STEPS_DOWN.index(source) < _STEPS_DOWN.index(to)
    return "constraint=true, weight=5" if leads_down else "constraint=false"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
