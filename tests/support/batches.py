"""Long tables of messages, a hundred to a test: thousands of tests would take longer to start than to run."""

from collections.abc import Sequence
from typing import TypeVar

import pytest

Item = TypeVar("Item")
AT_ONCE = 100


def batches(items: Sequence[Item]) -> list[object]:
    """Parameters of a test that is given many items; it collects what is wrong and asserts that nothing is."""
    starts = range(0, len(items), AT_ONCE)
    return [pytest.param(items[start : start + AT_ONCE], id=f"from {start + 1}") for start in starts]
