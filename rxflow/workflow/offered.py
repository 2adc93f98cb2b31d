"""What a patient is asked about or offered now, as far as the state tells: the same after a reload, in any window."""

from rxflow.domain.prescription import Prescription
from rxflow.workflow import facts
from rxflow.workflow.pharmacy_choice import PharmacyOption
from rxflow.workflow.run_context import RunContext
from rxflow.workflow.workflow_types import RefillState


def prescriptions_asked_about(run: RunContext) -> tuple[Prescription, ...]:
    """The prescriptions that the patient is asked to confirm."""
    if run.state is not RefillState.CONFIRM_DOSAGE or run.flow.context.stopped:
        return ()
    return _in_basket(run)


def pharmacies_offered(run: RunContext) -> tuple[PharmacyOption, ...]:
    """The pharmacies that the patient is offered to choose from, in the order in which they were."""
    context = run.flow.context
    offered = context.offered_pharmacies
    if run.state is not RefillState.SELECT_PHARMACY or not offered or context.stopped:
        return ()
    unplaced = {line.rx_number for line in context.basket if line.pharmacy_id is None}
    wanted = [item for item in _in_basket(run) if item.rx_number in unplaced]
    options = facts.pharmacy_options(run.patient, wanted, run.services, among=offered)
    return tuple(sorted(options, key=lambda option: offered.index(option.pharmacy.pharmacy_id)))


def _in_basket(run: RunContext) -> tuple[Prescription, ...]:
    named = {item.rx_number: item for item in run.flow.prescriptions}
    return tuple(named[rx] for rx in run.flow.context.rx_numbers if rx in named)
