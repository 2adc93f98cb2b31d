"""What any store must do with cases, conversations and their turns."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from rxflow.domain.acting import ActingAs
from rxflow.domain.finding import Route
from rxflow.persistence.case_repository import CaseRepository, OpenCases
from rxflow.persistence.engine import Store
from rxflow.persistence.session_repository import SessionRepository, Turn
from rxflow.persistence.tables import SESSIONS
from tests.contract.records import NOW, a_case, a_session, keep_session

DETAIL: Mapping[str, Any] = {"findings": [{"code": "TOO_SOON"}], "order": None, "suggestions": ["Sí", "No"]}


def test_cases_come_back_as_they_were_given(store: Store) -> None:
    first, second = a_case("CS-1"), a_case("CS-2", urgent=True, rx_number=None)
    with store.write() as tx:
        keep_session(tx)
        CaseRepository(tx).add(first)
        CaseRepository(tx).add(second)
    with store.read() as tx:
        assert CaseRepository(tx).of_patient("patient_x") == (second, first)


def test_open_cases_are_counted_by_route_and_urgency_with_the_time_of_the_oldest(store: Store) -> None:
    early, late = NOW - timedelta(hours=5), NOW + timedelta(hours=1)
    with store.write() as tx:
        cases = CaseRepository(tx)
        assert cases.waiting() == ()
        keep_session(tx)
        for case in (
            replace(a_case("CS-1"), route=Route.PHARMACIST, created_at=late),
            replace(a_case("CS-2"), route=Route.PHARMACIST, created_at=NOW),
            replace(a_case("CS-3", urgent=True), route=Route.PHARMACIST, created_at=late),
            replace(a_case("CS-4"), route=Route.INSURER, created_at=early),
            replace(a_case("CS-5"), route=Route.PRESCRIBER, created_at=early, status="resolved"),
        ):
            cases.add(case)

        assert set(cases.waiting()) == {
            OpenCases(Route.PHARMACIST, False, 2, NOW),
            OpenCases(Route.PHARMACIST, True, 1, late),
            OpenCases(Route.INSURER, False, 1, early),
        }


def test_open_cases_are_listed_urgent_first_then_longest_waiting(store: Store) -> None:
    with store.write() as tx:
        keep_session(tx)
        cases = CaseRepository(tx)
        for case in (a_case("CS-1"), a_case("CS-2"), a_case("CS-3", urgent=True)):
            cases.add(case)
        cases.add(replace(a_case("CS-4"), status="resolved"))

        assert [case.case_id for case in cases.open_cases()] == ["CS-3", "CS-1", "CS-2"]


def test_the_open_case_of_a_matter_is_found(store: Store) -> None:
    case, general = a_case("CS-1"), a_case("CS-2", rx_number=None)
    with store.write() as tx:
        keep_session(tx)
        cases = CaseRepository(tx)
        cases.add(case)
        cases.add(general)

        assert cases.open_case("session-1", case.route, "RX1", case.reason) == case
        assert cases.open_case("session-1", case.route, None, case.reason) == general
        assert cases.open_case("session-1", case.route, "RX2", case.reason) is None


def test_a_case_needs_a_conversation_that_is_kept(store: Store) -> None:
    with pytest.raises(IntegrityError), store.write() as tx:
        CaseRepository(tx).add(a_case())


def test_turns_are_numbered_and_come_back_in_order_with_their_detail(store: Store) -> None:
    with store.write() as tx:
        sessions = SessionRepository(tx)
        sessions.add(a_session(), None)
        sessions.add(a_session("session-2"), None)
        for text in ("hola, mi insulina 🙂", "yes"):
            sessions.add_turn(Turn("session-1", 0, NOW, text, "Claro.", "START", DETAIL))
        sessions.add_turn(Turn("session-2", 9, NOW, "hi", "Hello.", "START"))
    with store.read() as tx:
        turns = SessionRepository(tx).turns("session-1")

    assert [(turn.number, turn.patient_text) for turn in turns] == [(1, "hola, mi insulina 🙂"), (2, "yes")]
    assert turns[0] == Turn("session-1", 1, NOW, "hola, mi insulina 🙂", "Claro.", "START", DETAIL)


def test_a_browser_finds_its_newest_open_conversation(store: Store) -> None:
    with store.write() as tx:
        sessions = SessionRepository(tx)
        for number in (1, 2, 3):
            sessions.add(a_session(f"session-{number}"), "browser-key" if number < 3 else "another-key")
        before = NOW - timedelta(seconds=1)
        assert sessions.latest_for_browser("browser-key", before) == a_session("session-2")

        sessions.end("session-2", NOW)
        assert sessions.latest_for_browser("browser-key", before) == a_session("session-1")
        assert sessions.latest_for_browser("unknown-key", before) is None


def test_a_conversation_is_found_by_its_browser_while_it_is_heard_of(store: Store) -> None:
    later = NOW + timedelta(minutes=20)
    with store.write() as tx:
        sessions = SessionRepository(tx)
        sessions.add(replace(a_session(), acting_as=ActingAs.GUARDIAN), "browser-key")
        assert sessions.latest_for_browser("browser-key", NOW) is None

        sessions.seen("session-1", later)
        kept = replace(a_session(), acting_as=ActingAs.GUARDIAN, last_seen_at=later)
        assert sessions.latest_for_browser("browser-key", NOW) == kept == sessions.get("session-1")
        assert sessions.latest_for_browser("browser-key", later) is None


def test_the_key_of_a_browser_is_not_in_the_database(store: Store) -> None:
    with store.write() as tx:
        SessionRepository(tx).add(a_session(), "browser-key")
        row = tx.execute(select(SESSIONS)).one()

    assert "browser-key" not in str(row)


def test_a_conversation_ends_once(store: Store) -> None:
    with store.write() as tx:
        sessions = SessionRepository(tx)
        sessions.add(a_session(), None)
        sessions.end("session-1", NOW)
        sessions.end("session-1", NOW + timedelta(hours=1))

        assert sessions.get("session-1") == replace(a_session(), ended_at=NOW)


def test_the_newest_conversations_with_words_are_found_whosever_they_are(store: Store) -> None:
    with store.write() as tx:
        sessions = SessionRepository(tx)
        for number in range(1, 6):
            sessions.add(a_session(f"session-{number}", f"patient_{number}"), None)
            if number != 3:
                sessions.add_turn(Turn(f"session-{number}", 0, NOW, "hello", "Hello.", "START"))
        sessions.remove_turns("session-2")

        assert [each.session_id for each in sessions.newest_spoken_in(10)] == ["session-5", "session-4", "session-1"]
        assert [each.patient_id for each in sessions.newest_spoken_in(1)] == ["patient_5"]
