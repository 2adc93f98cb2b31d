"""What the page about how a conversation went says."""

from collections.abc import Mapping
from dataclasses import dataclass

from rxflow.domain.patient import Language
from rxflow.prompts.catalog import message_catalog, spoken
from rxflow.workflow.workflow_types import RefillState, Trigger


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkflowWording:
    """What headings, controls and notices say. Braces are filled in by the page."""

    workflow_title: str
    workflow_about: str
    workflow_nothing: str
    workflow_choose: str
    workflow_choose_hint: str
    workflow_choice: str
    workflow_recorded: str
    workflow_none: str
    workflow_not_allowed: str
    workflow_previous: str
    workflow_next: str
    workflow_turn: str
    workflow_turn_title: str
    workflow_now: str
    workflow_alt: str
    workflow_legend: str
    workflow_anywhere: str
    workflow_path: str
    workflow_no_path: str
    workflow_step: str
    workflow_step_in: str
    workflow_unknown_step: str
    workflow_said: str
    workflow_tools: str
    workflow_no_tools: str
    workflow_tool_done: str
    workflow_tool_failed: str
    workflow_findings: str
    workflow_blocks: str
    workflow_warns: str
    workflow_informs: str
    workflow_models: str
    workflow_no_models: str
    workflow_not_kept: str
    workflow_model: str
    workflow_time: str
    workflow_tokens_in: str
    workflow_tokens_out: str
    workflow_call_failed: str
    workflow_not_counted: str
    workflow_degraded: str
    workflow_totals: str
    workflow_messages: str
    workflow_tool_calls: str
    workflow_answer_time: str
    workflow_unknown: str
    workflow_export: str
    workflow_export_hint: str


def state_names(language: Language) -> Mapping[RefillState, str]:
    """What the states of a refill are called."""
    messages = message_catalog(spoken(language))
    return {state: messages[f"page_workflow_state_{state.lower()}"] for state in RefillState}


def trigger_names(language: Language) -> Mapping[Trigger, str]:
    """Why a refill moved on."""
    messages = message_catalog(spoken(language))
    return {trigger: messages[f"page_workflow_trigger_{trigger}"] for trigger in Trigger}
