"""Who answers a message: by reading it, whatever type the conversation was started as."""

import pytest

from rxflow.assistant import Assistant
from rxflow.dialogue.understanding import Understanding
from rxflow.workflow.conversation_types import ConversationType, ConversationTypes
from rxflow.workflow.routing import Router, RouteReason
from rxflow.workflow.workflow_types import ConversationContext, RefillState
from tests.support.runs import in_hand

S = RefillState
R = RouteReason


@pytest.fixture
def router(assistant: Assistant) -> Router:
    return assistant.manager._router


def case(**facts: object) -> ConversationContext:
    return ConversationContext(session_id="s", patient_id="patient_001", **facts)


@pytest.mark.parametrize(
    ("started_as", "state", "words", "answers", "reason"),
    [
        ("refill", S.START, "refill lisinopril", "refill", R.AS_STARTED),
        ("refill", S.START, "is CVS open on Sunday?", "refill", R.AS_STARTED),
        ("refill", S.START, "what are the side effects of lisinopril?", "clinical", R.MEDICINE_QUESTION),
        ("refill", S.CONFIRM_ORDER, "does it cause a cough?", "clinical", R.MEDICINE_QUESTION),
        ("refill", S.CONFIRM_DOSAGE, "what do I take it for?", "refill", R.AS_STARTED),
        ("refill", S.CONFIRM_ORDER, "is it safe with alcohol?", "refill", R.AS_STARTED),
        ("refill", S.SELECT_PHARMACY, "which one has a drive-through?", "refill", R.AS_STARTED),
        ("refill", S.START, "I can't drive any more, can you mail it?", "refill", R.AS_STARTED),
        ("clinical", S.START, "refill my lisinopril", "refill", R.INTENT),
        ("clinical", S.START, "where is my order?", "simple", R.INTENT),
        ("clinical", S.START, "lisinopril", "clinical", R.AS_STARTED),
        ("clinical", S.IDENTIFY_MEDICATION, "lisinopril", "refill", R.INTENT),
        ("clinical", S.START, "can I double it?", "clinical", R.AS_STARTED),
        ("clinical", S.CONFIRM_ORDER, "yes", "refill", R.REFILL_WAITS),
        ("clinical", S.CLARIFY_MEDICATION, "the first one", "refill", R.REFILL_WAITS),
        ("clinical", S.CONFIRM_ORDER, "how is it stored?", "clinical", R.MEDICINE_QUESTION),
        ("simple", S.START, "how long is the wait at Costco?", "simple", R.AS_STARTED),
        ("simple", S.START, "I need a refill of metformin", "refill", R.INTENT),
        ("simple", S.START, "do my medicines interact?", "clinical", R.INTENT),
        ("simple", S.START, "how do I store insulin?", "clinical", R.MEDICINE_QUESTION),
        ("simple", S.START, "hello", "simple", R.AS_STARTED),
        ("simple", S.START, "¿cómo se toma la metformina?", "clinical", R.INTENT),
        ("simple", S.START, "¿la metformina da diarrea?", "clinical", R.MEDICINE_QUESTION),
        ("gone", S.START, "hello", "refill", R.AS_STARTED),
    ],
)
def test_the_words_decide_who_answers(
    router: Router, started_as: str, state: RefillState, words: str, answers: str, reason: RouteReason
) -> None:
    routed = router.route(started_as, state, case(**in_hand("RX100101")), words)

    assert (routed.type.name, routed.reason) == (answers, reason)


def test_after_an_emergency_nothing_is_routed_anywhere(router: Router) -> None:
    routed = router.route("simple", S.START, case(stopped=True), "what are the side effects of lisinopril?")

    assert (routed.type.name, routed.reason) == ("simple", R.STOPPED)


def test_what_was_reported_comes_first(router: Router) -> None:
    routed = router.route("clinical", S.START, case(), "what if I miss a dose of it?", is_reported=True)

    assert (routed.type.name, routed.reason) == ("refill", R.REPORTED)


def test_the_answer_to_a_cancellation_is_not_taken_away(router: Router) -> None:
    routed = router.route("clinical", S.COMPLETE, case(cancel_asked="RF-1", cancel_asked_turn=1), "yes")

    assert (routed.type.name, routed.reason) == ("refill", R.REFILL_WAITS)


def test_in_a_state_that_is_not_a_types_own_the_refill_goes_on(router: Router) -> None:
    mine = ConversationType("mine", "Mine.", frozenset(), states=frozenset({S.START}))
    own = Router(ConversationTypes([mine]), router._read)

    assert own.route("mine", S.COMPLETE, case(), "hello").reason is R.OUT_OF_STATE
    assert own.route("mine", S.START, case(), "hello").type is mine


def test_a_refill_is_not_read_twice() -> None:
    def read(_words: str) -> Understanding:
        pytest.fail("what is wanted is read by the model alone")

    assert Router(ConversationTypes(), read).route("refill", S.START, case(), "refill lisinopril").type.name == "refill"
