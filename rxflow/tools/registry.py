"""Every tool of the assistant, by name."""

from langchain_core.tools import BaseTool

from rxflow.domain.errors import ToolNotFoundError
from rxflow.tools.cost_tools import (
    check_insurance_formulary,
    compare_brand_generic_prices,
    goodrx_price_lookup,
    prior_authorization_lookup,
)
from rxflow.tools.order_tools import track_refill_order
from rxflow.tools.patient_tools import (
    check_medication_adherence,
    check_patient_allergies,
    patient_medication_history,
)
from rxflow.tools.pharmacy_tools import (
    check_pharmacy_inventory,
    find_nearby_pharmacies,
    get_pharmacy_details,
    get_pharmacy_wait_times,
)
from rxflow.tools.refill_actions import (
    cancel_refill_order,
    confirm_dosage,
    escalate_to_care_team,
    select_pharmacy,
    select_prescription,
    submit_refill_order,
)
from rxflow.tools.rxnorm_tools import check_drug_interactions, rxnorm_medication_lookup, verify_medication_dosage

LOOKUPS: tuple[BaseTool, ...] = (
    patient_medication_history,
    check_medication_adherence,
    check_patient_allergies,
    rxnorm_medication_lookup,
    verify_medication_dosage,
    check_drug_interactions,
    find_nearby_pharmacies,
    check_pharmacy_inventory,
    get_pharmacy_wait_times,
    get_pharmacy_details,
    goodrx_price_lookup,
    check_insurance_formulary,
    compare_brand_generic_prices,
    prior_authorization_lookup,
    track_refill_order,
)

ACTIONS: tuple[BaseTool, ...] = (
    select_prescription,
    confirm_dosage,
    select_pharmacy,
    submit_refill_order,
    cancel_refill_order,
    escalate_to_care_team,
)

AVAILABLE_TOOLS: tuple[BaseTool, ...] = (*LOOKUPS, *ACTIONS)

_BY_NAME = {tool.name: tool for tool in AVAILABLE_TOOLS}


def get_tool_by_name(name: str) -> BaseTool:
    """The tool of a name.

    Raises:
        ToolNotFoundError: No tool has this name; the message lists them.
    """
    if name not in _BY_NAME:
        raise ToolNotFoundError(f"There is no such tool. There are: {', '.join(sorted(_BY_NAME))}.")
    return _BY_NAME[name]
