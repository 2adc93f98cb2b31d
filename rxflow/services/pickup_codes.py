"""The code that a patient shows at the counter: nobody can guess it, and it tells nothing without the key."""

from collections.abc import Callable

from rxflow.persistence.ids import CROCKFORD_BASE32

SYMBOLS = 8
_BITS = 5
_MISREAD = str.maketrans("OIL", "011")


def pickup_code(order_id: str, digest: Callable[..., str]) -> str:
    """An order's code, such as `7K3M9Q2D`: 40 bits of a keyed hash, the same each time.

    Args:
        order_id: The order.
        digest: The store's keyed hash (`Cipher.digest`).
    """
    number = int(digest("pickup", order_id)[: SYMBOLS * _BITS // 4], 16)
    return "".join(CROCKFORD_BASE32[number >> _BITS * place & 31] for place in reversed(range(SYMBOLS)))


def as_read(code: str) -> str:
    """A code as somebody read or typed it, in the form in which it was given: O is 0, I and L are 1 (Crockford)."""
    return "".join(symbol for symbol in code.upper().translate(_MISREAD) if symbol.isalnum())
