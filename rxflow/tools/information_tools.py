"""What a source says about a medicine. It belongs to clinical conversations and is none of the fifteen look-ups."""

from typing import Annotated, Any

from pydantic import Field

from rxflow.tools.envelope import Access, Category, Medication, Runtime, Words, refill_tool
from rxflow.workflow.medicine_answers import look_up


@refill_tool(Category.CLINICAL, Access.READ, "knowledge/passages.json")
def search_medication_information(
    runtime: Runtime,
    question: Annotated[Words, Field(description="The patient's own words for what they ask.")],
    medication: Medication = None,
) -> dict[str, Any]:
    """Find what a source says about one medicine: what it is for, how it is taken, a missed dose, side effects, when to
    call, storage, food and alcohol, driving, pregnancy.

    Use it for every question about a medicine, and tell nothing beyond its passage and the source. The outcome is
    passage, which_medicine, which_topic or hand_over: then only a pharmacist can answer. What somebody should do, take
    or stop is always handed over. Example: question="what are the side effects", medication="metformin".
    """
    return look_up(runtime.context.flow, question, medication)


CLINICAL_TOOLS = (search_medication_information,)
