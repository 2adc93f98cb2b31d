"""Which of the patient's own prescriptions a look-up is about."""

from rxflow.domain.errors import RxFlowError
from rxflow.domain.pharmacy import Pharmacy
from rxflow.domain.prescription import Prescription
from rxflow.tools.envelope import Runtime


class NotFoundError(RxFlowError):
    """The words name nothing that can be looked up; the message says what can."""

    code = "NOT_FOUND"


class WhichOneError(RxFlowError):
    """The words fit several prescriptions; `details` lists them as `choices`."""

    code = "WHICH_ONE"

    def __init__(self, choices: list[str]) -> None:
        super().__init__("Ask the patient which medicine is meant.")
        self.details = {"choices": choices}


def prescriptions_named(runtime: Runtime, medication: str | None) -> list[Prescription]:
    """The patient's prescriptions that words name; without words those that are talked about, or else all.

    Raises:
        NotFoundError: The words name no prescription of this patient, or there is none.
    """
    flow = runtime.context.flow
    prescriptions = flow.prescriptions
    in_hand = [item for item in prescriptions if item.rx_number in flow.context.about]
    if not prescriptions:
        raise NotFoundError("The patient who is signed in has no prescriptions.")
    if medication is None:
        return in_hand or list(prescriptions)
    mentions = flow.resolver.resolve(medication, prescriptions)
    wanted = {rx for mention in mentions for rx in (mention.exact or mention.rx_numbers)}
    named = [item for item in prescriptions if item.rx_number in wanted]
    if not named:
        raise NotFoundError("That medicine is not among the prescriptions of the patient who is signed in.")
    return named


def prescription_named(runtime: Runtime, medication: str | None) -> Prescription:
    """The one prescription that words name.

    Raises:
        NotFoundError: The words name none.
        WhichOneError: The words fit several.
    """
    named = prescriptions_named(runtime, medication)
    if len(named) > 1:
        raise WhichOneError([item.label for item in named])
    return named[0]


def pharmacies_named(runtime: Runtime, pharmacy: str | None) -> list[Pharmacy]:
    """The pharmacies that words name; without words the one chosen, or else the patient's usual one.

    Raises:
        NotFoundError: The words name no pharmacy.
    """
    services, flow = runtime.context.services, runtime.context.flow
    if pharmacy is None:
        places = {line.pharmacy_id for line in flow.context.basket if line.pharmacy_id}
        chosen = places.pop() if len(places) == 1 else runtime.context.patient.preferred_pharmacy_id
        usual = services.pharmacies.get(chosen)
        return [usual] if usual else []
    by_id = services.pharmacies.get(pharmacy)
    named = [by_id] if by_id else list(services.pharmacies.find(pharmacy))
    if not named:
        raise NotFoundError("No pharmacy of that name is known here. Use find_nearby_pharmacies to list them.")
    flow.told_of(named)
    return named
