"""Whether a refill may be ordered, put together straight from the data: none of the services or the gate is asked."""

from datetime import date

from rxflow.clinical.assessment import Medication, RefillFacts, assess_refill
from rxflow.domain.drug import Drug
from rxflow.domain.plan import FormularyEntry
from rxflow.services.mock_data import MockData


def _letters(name: str) -> str:
    return "".join(char for char in name.lower() if char.isalnum())


class IndependentRules:
    """Decides refills on the data of a day, before anything is ordered."""

    def __init__(self, data: MockData, today: date) -> None:
        self._data = data
        self._today = today
        self._drugs: dict[str, Drug] = {drug.name: drug for drug in data.drugs}

    def allow(self, patient_id: str, rx_number: str, pharmacy_id: str) -> bool:
        """Whether a patient may order a refill of a prescription at a pharmacy on the first day."""
        data = self._data
        patient = next(each for each in data.patients if each.patient_id == patient_id)
        own = [item for item in data.prescriptions if item.patient_id == patient_id]
        item = next((each for each in own if each.rx_number == rx_number), None)
        if item is None:
            return False
        plan = next((each for each in data.plans if each.plan_id == patient.plan_id), None)
        generic = _letters(item.generic_name)
        noted = [
            e for e in data.formulary if plan and e.plan_id == plan.plan_id and _letters(e.generic_name) == generic
        ]
        facts = RefillFacts(
            patient=patient,
            prescription=item,
            drug=self._drugs.get(item.drug),
            taken_now=tuple(
                Medication(other, self._drugs.get(other.drug))
                for other in own
                if other is not item and other.is_taken_now(self._today)
            ),
            plan=plan,
            formulary=(noted or [FormularyEntry(plan.plan_id, item.generic_name, 1)])[0] if plan else None,
            authorization=next(
                (a for a in data.authorizations if a.patient_id == patient_id and _letters(a.generic_name) == generic),
                None,
            ),
            tried=frozenset(each.drug for each in own if each.fills),
            fills_available=self._on_the_shelf(patient_id, rx_number, pharmacy_id),
            today=self._today,
        )
        return assess_refill(facts, data.tables).decision is None

    def _on_the_shelf(self, patient_id: str, rx_number: str, pharmacy_id: str) -> int | None:
        data = self._data
        item = next(each for each in data.prescriptions if each.rx_number == rx_number)
        patient = next(each for each in data.patients if each.patient_id == patient_id)
        pharmacy = next(each for each in data.pharmacies if each.pharmacy_id == pharmacy_id)
        drug = self._drugs.get(item.drug)
        if pharmacy.pediatric_only and not patient.is_minor_on(self._today):
            return 0
        if not pharmacy.carries_controlled and (drug is None or drug.schedule.value != "none"):
            return 0
        for stock in data.stock:
            same = _letters(stock.generic_name) == _letters(item.generic_name) and stock.strength == item.strength
            if same and stock.pharmacy_id == pharmacy_id:
                return stock.fills_available
        return None
