"""What an operator switches off is gone from the conversation, and from nobody else's."""

import json

import pytest

from rxflow.domain.errors import ConfigurationError
from tests.conftest import MakeAssistant
from tests.support.clock import FrozenClock
from tests.support.conversation import Conversation

HINT = "You can also refill"
TO_A_QUOTE = ("I need my cholesterol medicine", "yes", "H-E-B")


def quoted(make_assistant: MakeAssistant, flags: object, patient_id: str = "patient_002") -> str:
    """What is told with the quote."""
    chat = Conversation(make_assistant(feature_flags=json.dumps(flags) if flags else ""), patient_id)
    message = chat.say(*TO_A_QUOTE).message
    assert message.endswith("Shall I place this order?")
    return message


def test_the_hint_at_another_medicine_is_told_unless_it_is_switched_off(make_assistant: MakeAssistant) -> None:
    with_hint = quoted(make_assistant, None)
    without = quoted(make_assistant, {"one_trip": {"enabled": False}})

    assert HINT in with_hint
    assert HINT not in without
    assert with_hint.endswith(without)


@pytest.mark.parametrize(
    ("rule", "is_told"),
    [
        ({"only": {"environment": ["demo"], "acting_as": ["patient"], "language": ["en"]}}, True),
        ({"only": {"environment": ["production"]}}, False),
        ({"only": {"pharmacy_id": ["PH002"]}}, True),
        ({"only": {"pharmacy_id": ["PH001"]}}, False),
        ({"percentage": 0}, False),
        ({"enabled": False, "until": "2026-03-03"}, True),
        ({"enabled": False, "until": "2026-03-04"}, False),
    ],
)
def test_the_hint_is_told_to_whom_the_rule_means(rule: object, is_told: bool, make_assistant: MakeAssistant) -> None:
    assert (HINT in quoted(make_assistant, {"one_trip": rule})) == is_told


def test_a_medicine_can_be_added_although_nobody_hints_at_it(make_assistant: MakeAssistant) -> None:
    chat = Conversation(make_assistant(feature_flags='{"one_trip": {"enabled": false}}'), "patient_002")
    chat.say(*TO_A_QUOTE, "add apixaban", "yes")

    assert len(chat.last.quotes) == 2


def test_a_misspelled_flag_stops_the_start(make_assistant: MakeAssistant, clock: FrozenClock) -> None:
    with pytest.raises(ConfigurationError, match="did you mean one_trip"):
        make_assistant(feature_flags='{"one_tripp": {}}')
