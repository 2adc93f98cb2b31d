"""Quick replies: what a patient is likely to say next in each state."""

from rxflow.workflow.run_context import RunContext
from rxflow.workflow.workflow_types import RefillState

MOST = 5
_FIXED: dict[RefillState, tuple[str, ...]] = {
    RefillState.CONFIRM_DOSAGE: ("say_yes", "say_no", "say_start_over"),
    RefillState.CONFIRM_ORDER: ("say_place_order", "say_other_pharmacy", "say_start_over", "say_stop"),
    RefillState.COMPLETE: ("say_track", "say_cancel", "say_refill"),
}
_OF_PHARMACIES = ("say_closest", "say_cheapest", "say_fastest", "say_back", "say_start_over")
_AFTER_ESCALATION = ("say_my_medicines", "say_refill")


def suggestions(run: RunContext) -> tuple[str, ...]:
    """Quick replies in the patient's language for the state that a turn ended in; the last is always a person."""
    person = run.flow.replies.text("say_pharmacist")
    return (person,) if run.flow.context.stopped else (*_in_state(run), person)


def _in_state(run: RunContext) -> tuple[str, ...]:
    replies, context = run.flow.replies, run.flow.context
    if context.cancel_asked is not None and context.cancel_asked_turn == context.turn:
        return replies.text("say_yes"), replies.text("say_no")
    if run.state is RefillState.SELECT_PHARMACY:
        return (*_pharmacy_names(run)[: MOST - 1], *map(replies.text, _OF_PHARMACIES))
    if run.state is RefillState.CLARIFY_MEDICATION:
        return *_medicine_names(run, context.candidates), replies.text("say_start_over")
    if run.state in {RefillState.START, RefillState.IDENTIFY_MEDICATION}:
        return (*_medicine_names(run, _refillable(run))[: MOST - 1], replies.text("say_my_medicines"))
    return tuple(replies.text(key) for key in _FIXED.get(run.state, _AFTER_ESCALATION))


def _pharmacy_names(run: RunContext) -> tuple[str, ...]:
    found = (run.services.pharmacies.get(pharmacy_id) for pharmacy_id in run.flow.context.offered_pharmacies)
    return tuple(pharmacy.name for pharmacy in found if pharmacy is not None)


def _medicine_names(run: RunContext, rx_numbers: tuple[str, ...]) -> tuple[str, ...]:
    named = {item.rx_number: item for item in run.flow.prescriptions}
    names = [named[rx].generic_name for rx in rx_numbers if rx in named]
    return tuple(
        run.flow.replies.spelled(name if names.count(name) == 1 else f"{name} {named[rx].strength}")
        for rx, name in zip((rx for rx in rx_numbers if rx in named), names, strict=True)
    )


def _refillable(run: RunContext) -> tuple[str, ...]:
    """The patient's prescriptions that nothing but an empty shelf stands in the way of."""
    assessments = run.services.refills.assess_all(run.patient.patient_id, run.patient.preferred_pharmacy_id)
    return tuple(rx_number for rx_number, assessment in assessments.items() if assessment.obstacle is None)
