"""Python's garbage collector, kept from looking through what lives as long as the process."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """Build what stays without the collector looking through the libraries and the data each time it grows."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def keep_loaded() -> None:
    """Take what is loaded now out of the collector's sight: it lives as long as the process.

    Looking through the libraries and the data again and again made every twentieth turn take 100 ms.
    """
    gc.collect()
    gc.freeze()
