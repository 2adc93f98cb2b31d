"""What each of the assistant's tools did, in a patient's words."""

from rxflow.domain.patient import Language
from rxflow.prompts.catalog import message_catalog, spoken


def tool_words(tool: str, language: Language) -> str:
    """What a tool did, or its own name made readable when the catalogue does not have it."""
    return message_catalog(spoken(language)).get(f"tool_{tool}") or tool.replace("_", " ").capitalize()
