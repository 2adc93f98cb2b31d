"""The fills of a medicine drawn on a line of time, and the same in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape

from rxflow.prompts.replies import Replies
from rxflow.services.medicine_history import MedicineHistory
from rxflow.ui.medicines_wording import MedicinesWording

SHOWN_DAYS = 365
MOST_DATES = 4
MOST_GAPS = 3


@dataclass(frozen=True, slots=True)
class FillTimeline:
    """The fills of one medicine up to today.

    Attributes:
        history: With at least one fill. Where days covered mean nothing, only the days of the fills are shown.
        today: The last day shown.
    """

    history: MedicineHistory
    today: date

    def words(self, replies: Replies, words: MedicinesWording) -> list[str]:
        """What the drawing shows, in sentences."""
        periods, gaps = self.history.periods, self.history.gaps
        fills = [replies.date(period.filled_on) for period in reversed(periods)]
        lines = [words.medicines_last_fills.format(dates=_first(fills, MOST_DATES, words))]
        if not self.history.is_measured:
            return lines
        lines.append(words.medicines_each_fill.format(days=self.history.dispensed.days_supply))
        if not gaps:
            return [*lines, words.medicines_no_gaps.format(since=replies.date(periods[0].filled_on))]
        days = sum((last - first).days + 1 for first, last in gaps)
        told = [self._gap(first, last, replies, words) for first, last in reversed(gaps)]
        return [*lines, replies.counted("page_medicines_gaps", days, gaps=_first(told, MOST_GAPS, words))]

    def drawn(self, label: str, replies: Replies, words: MedicinesWording) -> str:
        """The drawing as HTML: a bar for the days covered, a mark for each fill.

        Args:
            label: What those hear who do not see it.
        """
        begin = max(self.history.periods[0].filled_on, self.today - timedelta(days=SHOWN_DAYS))
        days = (self.today - begin).days + 1
        marks = []
        for period in self.history.periods:
            first = max(period.first_day, begin)
            if self.history.is_measured and first <= period.last_day:
                width = ((period.last_day - first).days + 1) / days
                marks.append(_span("rx-covered", (first - begin).days / days, width))
        filled = [period.filled_on for period in self.history.periods if period.filled_on >= begin]
        marks += [_span("rx-fill", (day - begin).days / days) for day in filled]
        line = f'<div class="rx-fills" role="img" aria-label="{escape(label)}">{"".join(marks)}</div>'
        ends = f"<span>{escape(replies.date(begin))}</span><span>{escape(words.medicines_today)}</span>"
        return f'{line}<div class="rx-fills-ends" aria-hidden="true">{ends}</div>'

    def _gap(self, first: date, last: date, replies: Replies, words: MedicinesWording) -> str:
        if first == last:
            return replies.date(first)
        return words.medicines_gap.format(first=replies.date(first), last=replies.date(last))


def _first(items: Sequence[str], most: int, words: MedicinesWording) -> str:
    """The first of some items in a sentence; a date has commas of its own."""
    return "; ".join([*items[:most], *([words.medicines_and_before] if len(items) > most else [])])


def _span(kind: str, left: float, width: float | None = None) -> str:
    wide = "" if width is None else f";width:{width:.4%}"
    return f'<span class="{kind}" style="left:{left:.4%}{wide}"></span>'
