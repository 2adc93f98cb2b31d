"""The one door to language models."""

from langchain_core.language_models import BaseChatModel

from rxflow.dialogue.medications import MedicationResolver
from rxflow.llm.builtin_model import BuiltinChatModel
from rxflow.llm.policy import Policy
from rxflow.services.registry import Services


def get_conversational_llm(services: Services, resolver: MedicationResolver) -> BaseChatModel:
    """The language model that holds the conversation.

    Args:
        services: The pharmacy's services, whose names the built-in model knows.
        resolver: Finds medicines by words.
    """

    def names_pharmacy(text: str) -> bool:
        return bool(services.pharmacies.find(text))

    return BuiltinChatModel(Policy(resolver, names_pharmacy), lambda: services.local_now())
