"""The six actions. Each is checked in code: a model's word is never enough."""

from typing import Annotated, Any

from pydantic import Field

from rxflow.tools.envelope import Access, Category, Medication, PharmacyWords, Runtime, Words, refill_tool
from rxflow.tools.order_tools import OrderId


@refill_tool(Category.ACTION, Access.WRITE, "refill case")
def select_prescription(
    runtime: Runtime,
    medication: Annotated[Words, Field(description="The patient's own words for what to refill, or an Rx number.")],
    pharmacy: PharmacyWords = None,
    all_due: Annotated[bool, Field(description="True for everything that can be refilled today.")] = False,
    add: Annotated[bool, Field(description="True to keep what is in hand and add to it.")] = False,
) -> dict[str, Any]:
    """Choose the prescriptions to refill, one or several together. All safety checks run here, for each.

    Use it whenever the patient names a medicine to refill, corrects the choice or answers which one they mean.
    `pharmacy` keeps a pharmacy that they named too. The outcome says what to ask next: confirm_dosage, choose,
    blocked (with findings and perhaps a case), nothing_due or not_recognized; `next` goes on with the others.
    Example: medication="my blood pressure pill and the metformin".
    """
    return runtime.context.flow.select_prescription(medication, pharmacy, all_due=all_due, add=add)


@refill_tool(Category.ACTION, Access.WRITE, "refill case")
def confirm_dosage(
    runtime: Runtime,
    correct: Annotated[bool, Field(description="True when the patient says that the medicine shown is right.")],
) -> dict[str, Any]:
    """Record the patient's answer to whether the medicine and strength shown are right. Fails before it was shown."""
    return runtime.context.flow.confirm_dosage(correct)


@refill_tool(Category.ACTION, Access.WRITE, "refill case")
def select_pharmacy(
    runtime: Runtime,
    pharmacy: Annotated[Words, Field(description="The patient's own words, such as `the closest one` or `Costco`.")],
) -> dict[str, Any]:
    """Choose the pharmacy, or one for each medicine, and quote the refills there.

    The outcome is confirm_order, choose_pharmacy, out_of_stock or not_recognized, or pharmacy_kept until the medicine
    is confirmed. Example: pharmacy="H-E-B on 51st".
    """
    return runtime.context.flow.select_pharmacy(pharmacy)


@refill_tool(Category.ACTION, Access.WRITE, "orders")
def submit_refill_order(runtime: Runtime) -> dict[str, Any]:
    """Place the orders that were quoted. Works only when the patient's own last message agrees to the quotes shown.

    Every rule, the price and the stock are checked again for each; a repeat gives the same orders.
    """
    return runtime.context.flow.submit()


@refill_tool(Category.ACTION, Access.WRITE, "orders")
def cancel_refill_order(runtime: Runtime, order_id: OrderId = None, medication: Medication = None) -> dict[str, Any]:
    """Stop the request in hand, take one medicine out of it, or cancel a placed order after the patient's own yes.
    The first call for a placed order only asks: call again when they said yes.
    """
    return runtime.context.flow.cancel(order_id, medication)


@refill_tool(Category.ACTION, Access.WRITE, "cases")
def escalate_to_care_team(
    runtime: Runtime,
    reason: Annotated[Words, Field(description="Why a pharmacist is needed, in a few words.")],
) -> dict[str, Any]:
    """Hand the patient to a pharmacist and open a case. Use it when the patient asks for a person or needs one."""
    return runtime.context.flow.escalate(reason)
