"""The state diagram, drawn from the transition table."""

from rxflow.workflow.transitions import ANYWHERE, TRANSITIONS, always
from rxflow.workflow.workflow_types import RefillState, StateTransition

HEADER = """# States of a refill

Drawn from the transition table in `rxflow/workflow/transitions.py` by `rxflow diagram --write docs/states.md`.
A transition is taken only when its guard, in brackets, holds.
"""


def _arrow(row: StateTransition, source: str) -> str:
    guard = "" if row.condition is always else f" [{row.condition.__name__}]"
    return f"    {source} --> {row.to_state}: {row.trigger}{guard}"


def state_diagram() -> str:
    """The diagram as a Markdown page with a Mermaid chart.

    A trigger that can fire from every state is drawn once, from ANYWHERE.
    """
    sources: dict[tuple[str, str], list[StateTransition]] = {}
    for row in TRANSITIONS:
        sources.setdefault((row.trigger, row.to_state), []).append(row)
    lines = ["```mermaid", "stateDiagram-v2", f"    [*] --> {RefillState.START}"]
    for rows in sources.values():
        if len(rows) == len(ANYWHERE):
            lines.append(_arrow(rows[0], "ANYWHERE"))
        else:
            lines.extend(_arrow(row, row.from_state) for row in rows)
    lines.append("```")
    table = ["| from | trigger | to | guard | when |", "| --- | --- | --- | --- | --- |"]
    for rows in sources.values():
        source = "anywhere" if len(rows) == len(ANYWHERE) else ", ".join(row.from_state for row in rows)
        row = rows[0]
        table.append(f"| {source} | `{row.trigger}` | {row.to_state} | {row.condition.__name__} | {row.description} |")
    return "\n".join([HEADER, *lines, "", *table, ""])
