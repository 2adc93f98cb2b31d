"""Figures as charts, each with its words for those who do not see it, and as a table.

The rows stand inside a layer of the chart: at its top Streamlit would load pandas to send them.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from rxflow.services.insights import Count
from rxflow.ui.plain_text import as_label

BAR_PIXELS = 30
EDGE_PIXELS = 16
DAYS_PIXELS = 220
MOST_LABEL_PIXELS = 320


def show_bars(counts: Mapping[str, Count], title: str, count_title: str, table: str, hidden: str) -> None:
    """Show counts as bars, one below the other, each with its number.

    Args:
        counts: By what they count; None is a count that is not told.
        title: What the chart tells.
        count_title: What is counted.
        table: What the table of the same figures is called.
        hidden: What stands for a count that is not told.
    """
    # The number stands in the name: Streamlit colours the names of an axis for light and dark, and no other text.
    rows = [{"name": f"{name}: {_told(count, hidden)}", "count": count or 0} for name, count in counts.items()]
    axis = {"labelLimit": MOST_LABEL_PIXELS, "labelFontSize": 13, "ticks": False, "domain": False}
    encoding = {
        "y": {"field": "name", "type": "nominal", "sort": None, "title": None, "axis": axis},
        "x": {"field": "count", "type": "quantitative", "axis": None},
    }
    mark = {"type": "bar", "cornerRadiusEnd": 3, "tooltip": True}
    spec = {
        "height": BAR_PIXELS * len(rows) + EDGE_PIXELS,
        "layer": [{"data": {"values": rows}, "mark": mark, "encoding": encoding}],
    }
    st.vega_lite_chart(spec, theme="streamlit", alt=_alt(title, counts, hidden))
    _show_table(table, (title, count_title), [(name, _told(count, hidden)) for name, count in counts.items()])


def show_days(series: Mapping[str, Mapping[Any, Count]], title: str, day_title: str, table: str, hidden: str) -> None:
    """Show counts day by day, the series beside each other.

    Args:
        series: Counts by day, by what they count.
        title: What the chart tells.
        day_title: What a day is called.
        table: What the table of the same figures is called.
        hidden: What stands for a count that is not told.
    """
    rows = [
        {"day": day.isoformat(), "count": count, "series": name}
        for name, counts in series.items()
        for day, count in counts.items()
        if count is not None
    ]
    named = {"field": "series", "type": "nominal", "title": None, "sort": list(series)}
    encoding = {
        "x": {
            "field": "day",
            "timeUnit": "yearmonthdate",
            "title": None,
            "axis": {"format": "%b %d", "tickCount": "day"},
        },
        "xOffset": named,
        "y": {"field": "count", "type": "quantitative", "title": None, "axis": {"tickMinStep": 1, "format": "d"}},
        "color": named | {"legend": {"orient": "top"}},
    }
    mark = {"type": "bar", "tooltip": True}
    spec = {"height": DAYS_PIXELS, "layer": [{"data": {"values": rows}, "mark": mark, "encoding": encoding}]}
    days = sorted({day for counts in series.values() for day in counts})
    lines = [(day.isoformat(), *(_told(counts.get(day, 0), hidden) for counts in series.values())) for day in days]
    totals = ", ".join(f"{name}: {_summed(counts, hidden)}" for name, counts in series.items())
    st.vega_lite_chart(spec, theme="streamlit", alt=f"{title}. {totals}.")
    _show_table(table, (day_title, *series), lines)


def _show_table(name: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A table in Markdown, which is a table to a screen reader too, folded away."""
    lines = [heads, ["---", *("---:" for _ in heads[1:])], *([as_label(cell) for cell in row] for row in rows)]
    with st.expander(name, type="compact"):
        st.markdown("\n".join(f"| {' | '.join(line)} |" for line in lines))


def _alt(title: str, counts: Mapping[str, Count], hidden: str) -> str:
    return f"{title}. {', '.join(f'{name}: {_told(count, hidden)}' for name, count in counts.items())}."


def _told(count: Count, hidden: str) -> str:
    return hidden if count is None else f"{count:,}"


def _summed(counts: Mapping[Any, Count], hidden: str) -> str:
    told = [count for count in counts.values() if count is not None]
    return f"{sum(told):,}" if len(told) == len(counts) else hidden
