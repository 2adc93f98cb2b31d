"""Red flags: signs that stop the flow before any model is asked (DOMAIN.md §6.1).

Over-triggering is accepted; a miss is a defect.
"""

from rxflow.dialogue.red_flags.detector import RedFlag, detect_red_flag
from rxflow.dialogue.red_flags.rules import Help

__all__ = ["Help", "RedFlag", "detect_red_flag"]
