"""Cases for the care team."""

import pytest

from rxflow.domain.errors import SessionNotFoundError
from rxflow.domain.finding import Route
from rxflow.domain.order import EscalationCase
from tests.unit.services.pharmacy_world import World


@pytest.fixture
def world() -> World:
    return World()


def opened(
    world: World, session_id: str, reason: str = "no refills left", rx_number: str | None = "RX1", urgent: bool = False
) -> EscalationCase:
    return world.cases.open(
        "patient_001",
        session_id,
        Route.PRESCRIBER,
        reason,
        ["NO_REFILLS"],
        "We asked your doctor.",
        urgent=urgent,
        rx_number=rx_number,
    )


def test_a_case_keeps_why_it_was_opened_and_what_the_patient_was_told(world: World) -> None:
    session = world.sessions.start("patient_001")
    case = opened(world, session.session_id)

    assert case == EscalationCase(
        case_id=case.case_id,
        patient_id="patient_001",
        session_id=session.session_id,
        route=Route.PRESCRIBER,
        reason="no refills left",
        findings=("NO_REFILLS",),
        urgent=False,
        told="We asked your doctor.",
        created_at=world.at,
        status="open",
        rx_number="RX1",
    )
    assert case.case_id.startswith("CS-")
    assert world.cases.for_patient("patient_001") == world.cases.open_cases() == (case,)
    assert world.cases.for_patient("patient_002") == ()


def test_the_same_matter_is_one_case(world: World) -> None:
    session_id = world.sessions.start("patient_001").session_id
    case = opened(world, session_id)

    assert opened(world, session_id) == case
    others = (
        opened(world, session_id, rx_number=None),
        opened(world, session_id, reason="expired"),
        opened(world, world.sessions.start("patient_001").session_id),
    )
    assert opened(world, session_id, rx_number=None) == others[0]
    assert world.cases.open_cases() == (case, *others)


def test_a_case_that_turns_urgent_moves_to_the_front_and_stays_there(world: World) -> None:
    session_id = world.sessions.start("patient_001").session_id
    first, second = opened(world, session_id), opened(world, session_id, reason="chest pain")
    urgent = opened(world, session_id, reason="chest pain", urgent=True)

    assert (urgent.case_id, urgent.urgent) == (second.case_id, True)
    assert opened(world, session_id, reason="chest pain").urgent
    assert world.cases.open_cases() == (urgent, first)


def test_a_case_belongs_to_a_conversation_of_its_patient(world: World) -> None:
    for session_id in ("no-such-session", world.sessions.start("patient_002").session_id):
        with pytest.raises(SessionNotFoundError):
            opened(world, session_id)
    assert world.cases.open_cases() == ()
