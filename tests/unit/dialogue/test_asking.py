"""Messages that may ask for something besides: none that does is taken for one that does not."""

import pytest

from rxflow.dialogue.asking import may_ask


@pytest.mark.parametrize(
    "text",
    [
        "yes, and how long is the wait",
        "H-E-B. Is it open on Sunday?",
        "yes, but not the generic",
        "all of them except the metformin",
        "lisinopril, also omeprazole",
        "WHAT does it cost",
        "sí, ¿cuánto cuesta?",
        "si, cuanto cuesta",
        "sí, pero dónde queda",
        "todas menos la metformina",
    ],
)
def test_a_message_that_asks_for_more(text: str) -> None:
    assert may_ask(text)


@pytest.mark.parametrize(
    "text",
    ["I need to refill my lisinopril", "yes", "H-E-B please", "yes, that's the one", "quiero surtir mi lisinopril"],
)
def test_a_message_that_asks_for_nothing_more(text: str) -> None:
    assert not may_ask(text)
