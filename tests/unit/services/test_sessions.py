"""Conversations and their turns."""

from dataclasses import replace
from datetime import UTC

import pytest

from rxflow.domain.errors import SessionNotFoundError
from rxflow.services.sessions import Session, Turn
from tests.unit.services.pharmacy_world import World


@pytest.fixture
def world() -> World:
    return World()


def test_a_conversation_starts_for_a_patient(world: World) -> None:
    session = world.sessions.start("patient_001")

    assert session == Session(session.session_id, "patient_001", "refill", world.at.astimezone(UTC))
    assert len(session.session_id) == 32
    assert world.sessions.get(session.session_id) == session
    assert world.sessions.start("patient_001", "clinical").conversation_type == "clinical"


def test_turns_are_kept_in_order_under_their_conversation(world: World) -> None:
    session_id = world.sessions.start("patient_001").session_id
    other_id = world.sessions.start("patient_002").session_id
    turn = Turn("anything", 7, world.at, "refill lisinopril", "At which pharmacy?", "SELECT_PHARMACY", {"tools": ["a"]})

    first = world.sessions.record_turn(session_id, turn)
    second = world.sessions.record_turn(session_id, turn)

    assert first == replace(turn, session_id=session_id, number=1)
    assert world.sessions.turns(session_id) == (first, second)
    assert second.number == 2
    assert world.sessions.turns(other_id) == ()


def test_a_browser_finds_its_conversation_until_it_ends(world: World) -> None:
    old = world.sessions.start("patient_001", browser_key="key")
    new = world.sessions.start("patient_001", browser_key="key")
    world.sessions.start("patient_001")

    assert world.sessions.latest_for_browser("key") == new
    world.sessions.end(new.session_id)
    assert world.sessions.latest_for_browser("key") == old
    world.sessions.end(old.session_id)
    assert world.sessions.latest_for_browser("key") is None
    assert world.sessions.get(new.session_id).ended_at == world.at


def test_a_conversation_times_out_thirty_minutes_after_its_last_turn(world: World) -> None:
    session = world.sessions.start("patient_001", browser_key="key")
    world.wait(minutes=29)
    assert not world.sessions.is_timed_out(session)
    world.sessions.record_turn(session.session_id, Turn("", 0, world.at, "hi", "Hello.", "START"))
    world.wait(minutes=29, seconds=59)
    heard = world.sessions.get(session.session_id)
    assert not world.sessions.is_timed_out(heard)
    assert world.sessions.latest_for_browser("key") == heard

    world.wait(seconds=1)
    assert world.sessions.is_timed_out(heard)
    assert world.sessions.latest_for_browser("key") is None


def test_a_conversation_that_was_ended_in_time_did_not_time_out(world: World) -> None:
    ended, left = world.sessions.start("patient_001"), world.sessions.start("patient_001")
    world.wait(minutes=5)
    world.sessions.end(ended.session_id)
    world.wait(hours=5)
    world.sessions.end(left.session_id)

    assert not world.sessions.is_timed_out(world.sessions.get(ended.session_id))
    assert world.sessions.is_timed_out(world.sessions.get(left.session_id))


def test_an_unknown_conversation_is_an_error(world: World) -> None:
    turn = Turn("none", 0, world.at, "hi", "Hello.", "START")
    for act in (
        lambda: world.sessions.get("none"),
        lambda: world.sessions.turns("none"),
        lambda: world.sessions.end("none"),
        lambda: world.sessions.record_turn("none", turn),
    ):
        with pytest.raises(SessionNotFoundError):
            act()
