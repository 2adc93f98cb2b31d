"""The one door to language models."""

from rxflow.assistant import Assistant
from rxflow.dialogue.medications import MedicationResolver
from rxflow.llm.builtin_model import BuiltinChatModel
from rxflow.llm.policy import Call
from rxflow.llm.providers import get_builtin_llm


def test_the_built_in_model_needs_no_key(assistant: Assistant) -> None:
    model = get_builtin_llm(assistant.services, MedicationResolver(assistant.services.drugs))

    assert isinstance(model, BuiltinChatModel)
    assert model.local_now() == assistant.services.local_now()


def test_it_knows_pharmacies_by_name_and_by_place_in_a_list(assistant: Assistant) -> None:
    model = get_builtin_llm(assistant.services, MedicationResolver(assistant.services.drugs))
    case = {"state": "CONFIRM_ORDER", "in_hand": [{"rx_number": "RX100101", "drug": "lisinopril"}]}

    for place in ("Costco", "the second one"):
        assert model.policy.first_step(place, case) == Call("select_pharmacy", {"pharmacy": place})
    assert model.policy.first_step("banana", case) != Call("select_pharmacy", {"pharmacy": "banana"})
