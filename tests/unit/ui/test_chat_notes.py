"""What a note says comes next."""

import pytest

from rxflow.domain.finding import FindingCode, Route, Severity
from rxflow.ui.chat_notes import next_step
from rxflow.ui.chat_wording import ChatWording
from rxflow.ui.wording import words_of
from rxflow.workflow.workflow_types import ConversationResponse, FindingNote, RefillState

WORDS = words_of(ChatWording, "en")


def told(code: FindingCode, severity: Severity, route: Route | None = None, *asked: Route) -> str:
    cases = [{"case_id": f"CS-{number}", "route": each.value} for number, each in enumerate(asked)]
    escalation = {**cases[0], "also": cases[1:]} if cases else None
    reply = ConversationResponse("session", RefillState.START, "", escalation=escalation)
    return next_step(FindingNote(code=code, severity=severity, message="Why.", route=route), reply, WORDS)


@pytest.mark.parametrize(
    ("code", "severity", "route", "asked", "step"),
    [
        (FindingCode.TOO_SOON, Severity.BLOCK, None, (), WORDS.next_too_soon),
        (FindingCode.OUT_OF_STOCK, Severity.BLOCK, None, (), WORDS.next_out_of_stock),
        (FindingCode.EMERGENCY, Severity.BLOCK, Route.PHARMACIST, (Route.PHARMACIST,), WORDS.next_emergency),
        (FindingCode.AMBIGUOUS, Severity.INFO, None, (), WORDS.next_choose),
        (FindingCode.NO_REFILLS, Severity.BLOCK, Route.PRESCRIBER, (Route.PRESCRIBER,), WORDS.next_prescriber),
        (
            FindingCode.NO_REFILLS,
            Severity.BLOCK,
            Route.PRESCRIBER,
            (Route.INSURER, Route.PRESCRIBER),
            WORDS.next_prescriber,
        ),
        # Nobody was asked: nobody is waited for.
        (FindingCode.NO_REFILLS, Severity.BLOCK, Route.PRESCRIBER, (), WORDS.next_blocked),
        (FindingCode.NO_REFILLS, Severity.BLOCK, Route.PRESCRIBER, (Route.INSURER,), WORDS.next_blocked),
        (FindingCode.NO_REFILLS, Severity.WARN, None, (), WORDS.next_warned),
        (FindingCode.NO_REFILLS, Severity.INFO, None, (), WORDS.next_informed),
    ],
)
def test_the_next_step_is_told_by_what_really_happens(
    code: FindingCode, severity: Severity, route: Route | None, asked: tuple[Route, ...], step: str
) -> None:
    assert told(code, severity, route, *asked) == f"What happens next: {step}"
