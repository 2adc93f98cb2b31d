"""Answers to questions about medicines: a passage of the knowledge base, or a pharmacist; never a model's own words."""

from typing import Any

from rxflow.dialogue.medicine_questions import MedicineQuestion, read_medicine_question
from rxflow.dialogue.text import clipped
from rxflow.domain.drug import Drug
from rxflow.domain.knowledge import FoundPassage, InformationTopic
from rxflow.prompts.replies import Replies
from rxflow.services.medication_information import is_clear
from rxflow.workflow.conversation_types import SEARCH
from rxflow.workflow.refill_flow import RefillFlow
from rxflow.workflow.routing import RouteReason
from rxflow.workflow.run_context import RunContext
from rxflow.workflow.standing import where_it_stands

ADVICE, SEVERAL, UNKNOWN = "advice", "several_medicines", "nothing_found"
"""Why a question goes to the pharmacist."""


def look_up(flow: RefillFlow, question: str, medication: str | None = None) -> dict[str, Any]:
    """What may be told in answer to a question, as the tool gives it; noted, so that nothing else is told.

    Args:
        flow: The case in hand; the patient's own words in it decide, not the model's account of them.
        question: What is asked, as the model puts it.
        medication: The medicine that is meant, where the model names it.
    """
    own, put = read_medicine_question(flow.words), read_medicine_question(question)
    if own.seeks_advice or put.seeks_advice:
        found = _handed_over(ADVICE)
    else:
        found = _about(flow, question, medication, own if own.topics else put, flow.words if own.topics else question)
    flow.information = found
    return found


def in_source_words(run: RunContext, words: str) -> str:
    """The reply to a question about a medicine: the passage, whichever model was asked; other words as they are.

    A model that did not look anything up is not believed: it is looked up here.
    """
    flow = run.flow
    is_over = run.was_cut_short or flow.context.stopped or bool(flow.cases)
    if SEARCH not in run.routed.type.tools or is_over or not _asks_source(run):
        return words
    said = told(flow.replies, flow.information or look_up(flow, flow.words))
    return "\n\n".join(part for part in (said, where_it_stands(run)) if part)


def told(replies: Replies, found: dict[str, Any]) -> str:
    """What was found, as patients are told."""
    if found["outcome"] == "which_medicine":
        return replies.text("which_to_look_up", list=replies.bullets(found["choices"]))
    if found["outcome"] == "which_topic":
        return replies.text("information_which", medication=found["medication"])
    if found["outcome"] == "hand_over":
        return replies.text("information_none" if found["reason"] == UNKNOWN else "ask_pharmacist")
    key = "information_purpose" if found["topic"] == InformationTopic.PURPOSE else "information_passage"
    return replies.text(key, **{name: found[name] for name in ("medication", "passage", "source")})


def _asks_source(run: RunContext) -> bool:
    """Whether a source must answer: not where the patient's own record did, or nothing was asked of a medicine."""
    if run.flow.information is not None or run.routed.reason is RouteReason.MEDICINE_QUESTION:
        return True
    asked = read_medicine_question(run.flow.words)
    return bool(asked.topics or asked.seeks_advice) and not any(use.success for use in run.trace)


def _about(
    flow: RefillFlow, question: str, medication: str | None, asked: MedicineQuestion, words: str
) -> dict[str, Any]:
    context = flow.context
    drugs = _named(flow, question, medication)
    if len(drugs) > 1:
        return _handed_over(SEVERAL)
    drugs = drugs or _meant(flow, question, medication)
    topics = asked.topics or ((InformationTopic(context.asked_topic),) if context.asked_topic else ())
    context.asked_topic = topics[0].value if topics else None
    if not drugs:
        return _handed_over(UNKNOWN)
    if len(drugs) > 1:
        return {"outcome": "which_medicine", "choices": [item.label for item in flow.prescriptions]}
    drug = drugs[0]
    context.asked_about = drug.name
    found = flow.services.information.find(drug, clipped(words), context.language, topics)
    if found is None and not topics:
        return {"outcome": "which_topic", "medication": drug.name}
    if found is None or not is_clear(found):
        return _handed_over(UNKNOWN)
    context.asked_topic = found.passage.topic.value
    return _passage(drug, found, context.language)


def _passage(drug: Drug, found: FoundPassage, language: str) -> dict[str, Any]:
    passage = found.passage
    return {
        "outcome": "passage",
        "medication": drug.name,
        "topic": passage.topic.value,
        "passage": passage.text[language],
        "source": passage.source[language],
        "passage_id": passage.passage_id,
        "confidence": passage.confidence,
    }


def _handed_over(reason: str) -> dict[str, Any]:
    return {"outcome": "hand_over", "reason": reason}


def _named(flow: RefillFlow, question: str, medication: str | None) -> tuple[Drug, ...]:
    """The medicines that are named outright; the patient's own words come first."""
    said = (flow.resolver.drugs_named(words) for words in (flow.words, medication, question) if words)
    return next((named for named in said if named), ())


def _meant(flow: RefillFlow, question: str, medication: str | None) -> tuple[Drug, ...]:
    """The medicines that may be meant: described by their use, talked about before, or else all of the patient's."""
    for words in (flow.words, medication, question):
        mentions = flow.resolver.resolve(words, flow.prescriptions) if words else ()
        if drugs := _drugs_of(flow, {rx for each in mentions for rx in (each.exact or each.rx_numbers)}):
            return drugs
    about = _drugs_of(flow, set(flow.context.about))
    if about and flow.context.basket:
        return about
    if flow.context.asked_about and (before := flow.services.drugs.get(flow.context.asked_about)):
        return (before,)
    return about or _drugs_of(flow, {each.rx_number for each in flow.prescriptions})


def _drugs_of(flow: RefillFlow, rx_numbers: set[str]) -> tuple[Drug, ...]:
    named = dict.fromkeys(each.drug for each in flow.prescriptions if each.rx_number in rx_numbers)
    return tuple(drug for name in named if (drug := flow.services.drugs.get(name)) is not None)
