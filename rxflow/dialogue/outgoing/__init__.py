"""What the assistant may not say, whichever model wrote it (DOMAIN.md §6.4)."""

from rxflow.dialogue.outgoing.breach import find_breach
from rxflow.dialogue.outgoing.rules import Act, SpeechRule

__all__ = ["Act", "SpeechRule", "find_breach"]
