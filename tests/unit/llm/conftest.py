"""A built-in model over the demo data, and the cases that it is shown."""

from collections.abc import Callable
from typing import Any

import pytest

from rxflow.dialogue.medications import MedicationResolver, Named
from rxflow.dialogue.understanding import MessageReader, Understanding
from rxflow.llm.builtin_model import BuiltinChatModel
from rxflow.llm.policy import Policy
from rxflow.prompts.replies import Replies
from rxflow.services.drugs import DrugService
from rxflow.services.mock_data import MockData
from rxflow.services.pharmacies import PharmacyService
from tests.support.clock import AUSTIN, WEDNESDAY_MORNING

MakeCase = Callable[..., dict[str, Any]]


class _NoNames:
    """Knows no medicine."""

    def named(self, _text: str) -> Named:
        return Named((), outright=False, by_any_means=False)


def understood(words: str) -> Understanding:
    """A message as it is read where the names of medicines and pharmacies are not known."""
    return MessageReader(_NoNames(), lambda _: False).read(words)  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def policy(demo: MockData, demo_drugs: DrugService) -> Policy:
    pharmacies, resolver = PharmacyService(demo, AUSTIN), MedicationResolver(demo_drugs)
    return Policy(resolver, MessageReader(resolver, lambda text: bool(pharmacies.find(text))))


@pytest.fixture(scope="session")
def model(policy: Policy) -> BuiltinChatModel:
    return BuiltinChatModel(policy, lambda: WEDNESDAY_MORNING)


@pytest.fixture
def english() -> Replies:
    return Replies("en")


@pytest.fixture
def make_case() -> MakeCase:
    """The brief's case in a state: `make_case("CONFIRM_DOSAGE", language="es")`."""

    def make(state: str = "START", **changes: Any) -> dict[str, Any]:
        case: dict[str, Any] = {
            "state": state,
            "language": "en",
            "usual_pharmacy": {"name": "CVS Pharmacy Congress", "phone": "512-555-0101"},
        }
        if state in {"CONFIRM_DOSAGE", "SELECT_PHARMACY", "CONFIRM_ORDER"}:
            case["in_hand"] = [
                {
                    "rx_number": "RX100101",
                    "medication": "lisinopril 10 mg tablet",
                    "drug": "lisinopril",
                    "sig": "Take 1 tablet by mouth once daily",
                }
            ]
        if state == "CLARIFY_MEDICATION":
            case["candidates"] = [
                {"rx_number": "RX100601", "medication": "hydroxyzine hydrochloride 25 mg tablet"},
                {"rx_number": "RX100602", "medication": "hydralazine 50 mg tablet"},
            ]
        if state == "CONFIRM_ORDER":
            case["quotes"] = [
                {
                    "medication": "lisinopril 10 mg tablet",
                    "amount": "30 tablets",
                    "pharmacy": "CVS Pharmacy Congress",
                    "you_pay": "$10.00",
                    "insurance_pays": None,
                    "ready_at": "2026-03-04T12:00-06:00",
                }
            ]
        return case | changes

    return make
