"""What a patient's plan says of a medicine: tier, rules and prior authorizations."""

from collections import defaultdict
from decimal import Decimal

from rxflow.domain.drug import Drug
from rxflow.domain.patient import Patient
from rxflow.domain.plan import Authorization, BasePrice, FormularyEntry, Plan
from rxflow.domain.prescription import Prescription
from rxflow.services.drugs import name_key
from rxflow.services.mock_data import MockData
from rxflow.services.patients import patient_records

GENERIC_TIER = 1
BRAND_ONLY_TIER = 2

BRAND_ONLY_MARGIN = Decimal("1.10")
"""A brand at most a tenth dearer than the product's price has no generic below it: both are the brand's own price."""


class CoverageService:
    """Reads plans, formularies and authorizations; frozen after construction.

    Args:
        data: The loaded data, which may leave the authorizations in the database.
    """

    def __init__(self, data: MockData) -> None:
        self._plans = {plan.plan_id: plan for plan in data.plans}
        self._entries = {(entry.plan_id, name_key(entry.generic_name)): entry for entry in data.formulary}
        self._patients = patient_records(data)
        self._prices: defaultdict[str, list[BasePrice]] = defaultdict(list)
        for price in data.prices:
            self._prices[name_key(price.generic_name)].append(price)

    def plan(self, patient: Patient) -> Plan | None:
        """The patient's plan, or None without insurance."""
        return self._plans.get(patient.plan_id) if patient.plan_id else None

    def entry(self, plan: Plan, asked: Prescription | str, drug: Drug | None = None) -> FormularyEntry:
        """What the plan says of a medicine.

        A medicine that the formulary does not note is covered without rules: tier 1 when it is sold as a generic,
        tier 2 when it is sold as a brand only. Brand only is a product whose brand costs at most a tenth more than the
        cheapest way to buy it, or, without a price on file, a prescription for a brand.

        Args:
            plan: The plan that would pay.
            asked: The prescription, or a generic name.
            drug: The drug's record, whose name is looked up after the label's.
        """
        label = asked if isinstance(asked, str) else asked.generic_name
        for name in (label, drug.name if drug else label):
            if noted := self._entries.get((plan.plan_id, name_key(name))):
                return noted
        tier = BRAND_ONLY_TIER if self._is_brand_only(asked, label) else GENERIC_TIER
        return FormularyEntry(plan_id=plan.plan_id, generic_name=label, tier=tier)

    def authorization(self, patient_id: str, generic_name: str) -> Authorization | None:
        """The patient's prior authorization for a medicine, expired or not, or None."""
        found = self._patients.file(patient_id)
        wanted = name_key(generic_name)
        on_file = found.authorizations if found else ()
        return next((each for each in reversed(on_file) if name_key(each.generic_name) == wanted), None)

    def _is_brand_only(self, asked: Prescription | str, label: str) -> bool:
        prices = self._prices.get(name_key(label), [])
        if isinstance(asked, Prescription):
            if asked.brand_name is None:
                return False
            prices = [price for price in prices if name_key(price.strength) == name_key(asked.strength)] or prices
            return not prices or all(map(_has_no_generic, prices))
        return bool(prices) and all(map(_has_no_generic, prices))


def _has_no_generic(price: BasePrice) -> bool:
    return price.brand_unit_price is not None and price.brand_unit_price <= price.unit_price * BRAND_ONLY_MARGIN
