"""The signs a message may hold, in the notation of `notation.py`; each is a part of a rule or a rule alone."""

from rxflow.dialogue.red_flags.signs.body import BODY
from rxflow.dialogue.red_flags.signs.harm import HARM
from rxflow.dialogue.red_flags.signs.poisoning import POISONING
from rxflow.dialogue.red_flags.signs.reactions import REACTIONS

SIGNS = {**BODY, **REACTIONS, **HARM, **POISONING}

__all__ = ["SIGNS"]
