"""What the page of figures says."""

from dataclasses import dataclass

from rxflow.domain.patient import Language
from rxflow.prompts.catalog import message_catalog, spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class InsightsWording:
    """What headings, filters and notices say. Braces are filled in by the page."""

    insights_title: str
    insights_about: str
    insights_small: str
    insights_demo: str
    insights_not_allowed: str
    insights_from: str
    insights_to: str
    insights_wrong_period: str
    insights_route: str
    insights_code: str
    insights_pharmacy: str
    insights_all: str
    insights_filter_hint: str
    insights_nothing: str
    insights_hidden: str
    insights_requests: str
    insights_orders: str
    insights_median: str
    insights_p90: str
    insights_none: str
    insights_funnel: str
    insights_funnel_hint: str
    insights_step_requested: str
    insights_step_chosen: str
    insights_step_quoted: str
    insights_step_ordered: str
    insights_days: str
    insights_days_requests: str
    insights_days_orders: str
    insights_day: str
    insights_conversations: str
    insights_stops: str
    insights_stops_hint: str
    insights_no_stops: str
    insights_cases: str
    insights_pharmacies: str
    insights_no_orders: str
    insights_no_cases: str
    insights_savings: str
    insights_savings_cash: str
    insights_savings_choice: str
    insights_savings_cash_hint: str
    insights_savings_choice_hint: str
    insights_savings_few: str
    insights_table: str
    insights_download: str
    insights_route_prescriber: str
    insights_route_pharmacist: str
    insights_route_insurer: str


def stop_name(code: str, language: Language) -> str:
    """What stopped a refill, in a few words; a code that the catalogue does not have is made readable."""
    return message_catalog(spoken(language)).get(f"page_insights_code_{code}") or code.replace("_", " ").capitalize()
