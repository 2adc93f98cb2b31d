"""Conversations that go on: each counted once, while it is recent, and never more than are kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rxflow.observability import active
from rxflow.observability.active import ActiveConversations

WINDOW = 10.0


@given(st.lists(st.tuples(st.floats(0, 15), st.sampled_from("abcde")), max_size=40), st.floats(0, 20))
def test_the_count_is_of_those_with_a_message_within_the_window(steps: list[tuple[float, str]], rest: float) -> None:
    now = 0.0
    conversations, last = ActiveConversations(lambda: now, WINDOW), dict[str, float]()
    for pause, ref in steps:
        now += pause
        conversations.note(ref)
        last[ref] = now
    now += rest

    assert conversations.count() == sum(now - WINDOW < at for at in last.values())


def test_no_more_are_kept_than_the_most(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(active, "MOST_CONVERSATIONS", 3)
    conversations = ActiveConversations(lambda: 0.0, WINDOW)
    for number in range(10):
        conversations.note(str(number))

    assert conversations.count() == 3
