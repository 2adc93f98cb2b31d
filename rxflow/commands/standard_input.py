"""What a command reads from its standard input, which may be closed."""

import sys
from typing import TextIO

from rxflow.domain.errors import RxFlowError


class InputError(RxFlowError):
    """What a command needs cannot be read from its standard input."""

    code = "INPUT"


def standard_input() -> TextIO:
    """Standard input.

    Raises:
        InputError: It is closed.
    """
    if sys.stdin is None:
        raise InputError("Standard input is closed. Open it, or read from /dev/null.")
    return sys.stdin


def unreadable(error: OSError) -> InputError:
    """What to say of standard input that cannot be read."""
    return InputError(f"Standard input cannot be read ({error.strerror or 'not open for reading'}).")
