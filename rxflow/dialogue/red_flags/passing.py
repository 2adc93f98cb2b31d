"""In which surroundings a sign is passed over."""

from enum import Flag, auto


class Pass(Flag):
    """What takes a sign back; `surroundings.py` says how each is read."""

    NOTHING = 0
    DENIED = auto()
    USE = auto()
    PAST = auto()
    GENERAL = auto()
    DIRECTED = auto()
    LONG_OVER = auto()


SYMPTOM = Pass.DENIED | Pass.USE | Pass.PAST | Pass.GENERAL
TAKEN = Pass.DENIED | Pass.DIRECTED | Pass.PAST
