"""Figures for the pharmacy: from requests to orders, what stopped refills, how long it took, and what was saved."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import TypeVar

import streamlit as st

from rxflow.domain.access import Privilege
from rxflow.domain.finding import FindingCode, Route
from rxflow.services.insights import STEPS, Count, Insights, Wanted
from rxflow.ui.insights_charts import show_bars, show_days
from rxflow.ui.insights_wording import InsightsWording, stop_name
from rxflow.ui.plain_text import as_label
from rxflow.ui.staff_frame import show_staff_frame
from rxflow.ui.visitor import StaffVisit
from rxflow.workflow import facts

FIRST_DAYS = 30
"""How many days are shown at first."""
MOST_DAYS = 366
METRIC_MIN_PIXELS = 190
_NO_STOP = frozenset({FindingCode.AMBIGUOUS})
"""Findings that stop nothing."""

Chosen = TypeVar("Chosen")


def show_insights(visit: StaffVisit) -> None:
    """Show the figures of a period. Only who may see cases may see them."""
    show_staff_frame(visit)
    words = visit.words(InsightsWording)
    st.title(words.insights_title, anchor=False)
    st.caption(words.insights_about)
    if not visit.principal.has(Privilege.SEE_CASES):
        st.error(words.insights_not_allowed, icon=":material/lock:")
        return
    InsightsPage(visit, words).show()


class InsightsPage:
    """One drawing of the figures.

    Args:
        visit: Who looks at them.
        words: The page's words.
    """

    def __init__(self, visit: StaffVisit, words: InsightsWording) -> None:
        self._visit = visit
        self._words = words
        self._insights = visit.assistant.services.insights
        self._hidden = words.insights_hidden.format(least=self._insights.smallest)

    def show(self) -> None:
        """Ask for the period, count, and show."""
        wanted = self._ask()
        if wanted is None:
            st.warning(self._words.insights_wrong_period, icon=":material/date_range:")
            return
        found = self._insights.figures(wanted)
        self._show_what_is_left_out()
        if found.steps["requested"] == 0 and not found.stops and not found.cases:
            st.info(self._words.insights_nothing, icon=":material/info:")
            return
        self._show_figures(found)
        self._show_conversations(found)
        self._show_stops(found)
        self._show_orders(found)
        self._offer_download(found, wanted)

    def _ask(self) -> Wanted | None:
        """The filters: a period of whole days at the pharmacies, and which conversations; None for no period."""
        words, today = self._words, self._visit.now.date()
        with st.grid("auto", min_column_width=METRIC_MIN_PIXELS, gap="small", key="insights-filters"):
            first = self._day(words.insights_from, "insights-from", today - timedelta(days=FIRST_DAYS - 1), today)
            last = self._day(words.insights_to, "insights-to", today, today)
            if last < first:
                return None
            since, until = self._midnight(max(first, last - timedelta(days=MOST_DAYS - 1))), self._midnight(last, 1)
            routes = {route: getattr(words, f"insights_route_{route}") for route in Route}
            route = self._choice(words.insights_route, "insights-route", routes)
            codes = {str(code): stop_name(code, self._visit.language) for code in FindingCode if code not in _NO_STOP}
            code = self._choice(words.insights_code, "insights-code", codes)
            quoted = self._insights.pharmacies(Wanted(since, until))
            pharmacies = {pharmacy_id: self._pharmacy(pharmacy_id) for pharmacy_id in quoted}
            pharmacy_id = self._choice(words.insights_pharmacy, "insights-pharmacy", pharmacies)
        st.caption(words.insights_filter_hint)
        return Wanted(since, until, route, code, pharmacy_id)

    def _day(self, label: str, key: str, value: date, today: date) -> date:
        chosen = st.date_input(label, value, max_value=today, format="MM/DD/YYYY", key=key)
        return chosen if isinstance(chosen, date) else value

    def _midnight(self, day: date, later: int = 0) -> datetime:
        """The beginning of a day at the pharmacies."""
        return datetime.combine(day + timedelta(days=later), time(), tzinfo=self._visit.assistant.settings.zone)

    def _choice(self, label: str, key: str, names: Mapping[Chosen, str]) -> Chosen | None:
        options: list[Chosen | None] = [None, *names]
        everything = self._words.insights_all
        return st.selectbox(
            label, options, key=key, format_func=lambda each: everything if each is None else names[each]
        )

    def _pharmacy(self, pharmacy_id: str) -> str:
        found = self._visit.assistant.services.pharmacies.get(pharmacy_id)
        return found.name if found else pharmacy_id

    def _show_what_is_left_out(self) -> None:
        least = self._insights.smallest
        if least > 1:
            st.caption(self._words.insights_small.format(most=least - 1, least=least))
        elif self._visit.assistant.settings.environment == "demo":
            st.caption(self._words.insights_demo)

    def _show_figures(self, found: Insights) -> None:
        words = self._words
        figures = {
            words.insights_requests: self._told(found.steps["requested"]),
            words.insights_orders: self._told(found.steps["ordered"]),
            words.insights_median: self._duration(found.seconds_median),
            words.insights_p90: self._duration(found.seconds_p90),
        }
        with st.grid("auto", min_column_width=METRIC_MIN_PIXELS, gap="small", key="insights-figures"):
            for label, value in figures.items():
                st.metric(label, value, border=True)

    def _show_conversations(self, found: Insights) -> None:
        words = self._words
        st.header(words.insights_funnel, anchor=False)
        st.caption(words.insights_funnel_hint)
        steps = {getattr(words, f"insights_step_{step}"): found.steps[step] for step in STEPS}
        self._bars(steps, words.insights_funnel, words.insights_conversations)
        if found.requests_by_day:
            st.header(words.insights_days, anchor=False)
            series = {
                words.insights_days_requests: found.requests_by_day,
                words.insights_days_orders: found.orders_by_day,
            }
            show_days(series, words.insights_days, words.insights_day, words.insights_table, self._hidden)

    def _show_stops(self, found: Insights) -> None:
        words = self._words
        st.header(words.insights_stops, anchor=False)
        st.caption(words.insights_stops_hint)
        stops = {stop_name(code, self._visit.language): count for code, count in found.stops.items()}
        if stops:
            self._bars(_largest_first(stops), words.insights_stops, words.insights_conversations)
        else:
            st.text(words.insights_no_stops)
        st.header(words.insights_cases, anchor=False)
        cases = {getattr(words, f"insights_route_{route}"): count for route, count in found.cases.items()}
        if cases:
            self._bars(_largest_first(cases), words.insights_cases, words.insights_conversations)
        else:
            st.text(words.insights_no_cases)

    def _show_orders(self, found: Insights) -> None:
        words = self._words
        st.header(words.insights_pharmacies, anchor=False)
        orders = {self._pharmacy(pharmacy_id): count for pharmacy_id, count in found.pharmacies.items()}
        if not orders:
            st.text(words.insights_no_orders)
            return
        self._bars(_largest_first(orders), words.insights_pharmacies, words.insights_days_orders)
        st.header(words.insights_savings, anchor=False)
        savings = found.savings
        if savings is None:
            st.text(words.insights_savings_few)
            return
        cash, choice = facts.money(savings.below_cash) or "", facts.money(savings.below_dearest) or ""
        st.markdown(f"**{as_label(words.insights_savings_cash.format(amount=cash))}**")
        st.caption(words.insights_savings_cash_hint.format(orders=savings.orders))
        st.markdown(f"**{as_label(words.insights_savings_choice.format(amount=choice))}**")
        st.caption(words.insights_savings_choice_hint)

    def _bars(self, counts: Mapping[str, Count], title: str, count_title: str) -> None:
        show_bars(counts, title, count_title, self._words.insights_table, self._hidden)

    def _offer_download(self, found: Insights, wanted: Wanted) -> None:
        first, last = wanted.since.date(), (wanted.until - timedelta(days=1)).date()
        st.download_button(
            self._words.insights_download,
            self._insights.as_csv(found),
            file_name=f"rxflow-figures-{first}-{last}.csv",
            mime="text/csv",
            icon=":material/download:",
            on_click="ignore",
            key="insights-download",
        )

    def _told(self, count: Count) -> str:
        return self._hidden if count is None else f"{count:,}"

    def _duration(self, seconds: int | None) -> str:
        if seconds is None:
            return self._words.insights_none
        minutes, rest = divmod(seconds, 60)
        return f"{minutes} min {rest} s" if minutes else f"{rest} s"


def _largest_first(counts: Mapping[str, Count]) -> dict[str, Count]:
    """Counts with the largest first, those that are not told last."""
    return dict(sorted(counts.items(), key=lambda pair: (pair[1] is None, -(pair[1] or 0), pair[0])))
