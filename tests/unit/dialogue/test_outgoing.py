"""What may not leave, whichever model wrote it (DOMAIN.md §6.4), and what our own texts and good assistants say."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rxflow.assistant import Assistant
from rxflow.commands.assistant import fresh_assistants
from rxflow.config.settings import Settings
from rxflow.dialogue.outgoing import Act, SpeechRule, find_breach
from rxflow.dialogue.outgoing.clauses import lay_out
from rxflow.dialogue.outgoing.english import ENGLISH
from rxflow.dialogue.outgoing.rules import Row
from rxflow.dialogue.outgoing.spanish import SPANISH
from rxflow.prompts.catalog import languages, message_catalog
from rxflow.prompts.replies import Replies
from rxflow.services.mock_data import MockData
from tests.support.batches import batches
from tests.support.clock import WEDNESDAY_MORNING

from .outgoing_messages import ALLOWED, FORBIDDEN

EVERYTHING = frozenset(Act)
VALUES = {
    "list": "- lisinopril 10 mg tablet, for high blood pressure: 3 refills left\n- atorvastatin 20 mg tablet",
    "sig": "Take 2 tablets by mouth once daily with the evening meal",
    "indication": "high blood pressure",
    "amount": "30 tablets",
    "pharmacy": "H-E-B Pharmacy Congress",
    "insurance": " and your insurance pays $12.40",
    "ready": "today at 5:00 pm",
    "open": "It is open now.",
    "status": "submitted and received by the pharmacy",
    "reason": "The price changed from $5.00 to $7.25.",
    "description": "metformin or glipizide",
    "limit": "30 tablets every 30 days",
    "allergy": "penicillin",
    "ingredient": "acetaminophen",
    "programme": "iPLEDGE",
    "percent": "84",
    "order_id": "ORD-1042",
    "case_id": "CASE-17",
    "phone": "555-0100",
    "you_pay": "$5.00",
    "price": "you pay $5.00",
    "prescriber": "Dr. Chen",
    "date": "May 3, 2026",
    "expires": "May 3, 2026",
    "count": "3",
}
SAID_OF_THE_LABEL = ("sig_", "dose_")
"""Pieces of directions, which are only told as what the label says: `test_plain_directions_may_leave`."""
OF_PAGES = ("page_", "staff_")
"""Words of headings and buttons, which no reply consists of."""


def lines(table: str) -> list[str]:
    return [line.replace("\\n", "\n") for line in table.replace("\\\n", "").strip().splitlines()]


@pytest.mark.parametrize(
    "broken", batches([(SpeechRule(rule), line) for rule, table in FORBIDDEN.items() for line in lines(table)])
)
def test_what_breaks_a_rule_is_stopped(broken: list[tuple[SpeechRule, str]]) -> None:
    assert [(rule, message) for rule, message in broken if find_breach(message) is not rule] == []


@pytest.mark.parametrize("messages", batches(lines(ALLOWED)))
def test_what_a_good_assistant_says_may_leave(messages: list[str]) -> None:
    assert [message for message in messages if find_breach(message)] == []


def test_every_rule_has_messages_that_break_it() -> None:
    assert set(FORBIDDEN) == {rule.value for rule in SpeechRule}


@pytest.mark.parametrize("language", languages())
def test_our_own_messages_may_leave_once_they_are_true(language: str) -> None:
    told = {
        key: text.format_map(defaultdict(lambda: "lisinopril 10 mg tablet", VALUES))
        for key, text in message_catalog(language).items()
        if not key.startswith((*SAID_OF_THE_LABEL, *OF_PAGES))
    }

    assert [key for key, message in told.items() if find_breach(message, EVERYTHING)] == []


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize(
    ("key", "act"),
    [
        ("ordered", Act.ORDERED),
        ("cancelled", Act.CANCELLED),
        ("escalated", Act.ESCALATED),
        ("pharmacist_will_answer", Act.ESCALATED),
        ("case_prescriber", Act.ESCALATED),
        ("case_pharmacist", Act.ESCALATED),
        ("case_insurer", Act.ESCALATED),
        ("emergency_case", Act.ESCALATED),
    ],
)
def test_our_own_report_of_an_act_is_true_with_that_act_alone(language: str, key: str, act: Act) -> None:
    message = message_catalog(language)[key].format_map(defaultdict(lambda: "lisinopril 10 mg tablet", VALUES))

    assert find_breach(message, frozenset({act})) is None
    assert find_breach(message, EVERYTHING - {act}) is SpeechRule.UNDONE_ACT


@pytest.fixture(scope="module")
def demo_assistant() -> Iterator[Assistant]:
    with fresh_assistants(Settings(_env_file=None), now=lambda: WEDNESDAY_MORNING)() as assistant:
        yield assistant


@pytest.mark.parametrize("language", languages())
def test_every_finding_of_the_demo_prescriptions_may_leave(
    language: str, demo_assistant: Assistant, demo: MockData
) -> None:
    replies = Replies(language)
    messages = [
        replies.finding(finding)
        for patient_id in sorted({prescription.patient_id for prescription in demo.prescriptions})
        for assessment in demo_assistant.services.refills.assess_all(patient_id).values()
        for finding in assessment.findings
    ]

    assert len(messages) > 20
    assert [message for message in messages if find_breach(message) is not None] == []


@pytest.mark.parametrize("language", languages())
def test_directions_are_quoted_word_for_word(language: str, demo: MockData) -> None:
    replies = Replies(language)

    for prescription in demo.prescriptions:
        found = replies.text("found", medication="this", indication="that", sig=prescription.sig)
        assert find_breach(found) is None, found


@pytest.mark.parametrize(
    ("message", "act"),
    [
        ("Your order is placed.", Act.ORDERED),
        ("I refilled your lisinopril.", Act.ORDERED),
        ("Resurtí su lisinopril.", Act.ORDERED),
        ("I have cancelled your order.", Act.CANCELLED),
        ("He cancelado su pedido.", Act.CANCELLED),
        ("A pharmacist has been notified.", Act.ESCALATED),
        ("I opened a case for you.", Act.ESCALATED),
        ("Avisé al farmacéutico.", Act.ESCALATED),
    ],
)
def test_a_claimed_act_is_true_only_when_it_was_done(message: str, act: Act) -> None:
    assert find_breach(message) is SpeechRule.UNDONE_ACT
    assert find_breach(message, EVERYTHING - {act}) is SpeechRule.UNDONE_ACT
    assert find_breach(message, frozenset({act})) is None


def test_only_an_accent_parts_telling_the_pharmacist_from_having_told() -> None:
    assert find_breach("Avise al farmacéutico de cualquier reacción.") is None
    assert find_breach("Avisé al farmacéutico de su reacción.") is SpeechRule.UNDONE_ACT
    assert find_breach(unicodedata.normalize("NFD", "Avisé al farmacéutico.")) is SpeechRule.UNDONE_ACT


@pytest.mark.parametrize(
    "message",
    [
        "It is **safe** to take both.",
        "It is __safe__ to take both.",
        "It is <b>safe</b> to take both.",
        "It\u2019s safe to take both.",
        "It is\u00a0safe to take both.",
        "It is&nbsp;safe to take both.",
        "It is sa\u200bfe to take both.",
        "It is \uff53\uff41\uff46\uff45 to take both.",
        "IT IS SAFE TO TAKE BOTH.",
        "> It is safe to take both.",
        "| Lisinopril | It is safe to take both. |",
        "1. Your price is $5.\n2. It is safe to take both.",
        "I cannot advise on doses, but it is safe to take both.",
        "I am not a pharmacist; it is safe to take both.",
        "I can't say when it opens. It is safe to take both.",
        "It is safe to take both, so shall I place the order?",
    ],
)
def test_neither_markup_nor_a_disclaimer_beside_it_hides_a_breach(message: str) -> None:
    assert find_breach(message) is SpeechRule.SAFETY_CLAIM


@pytest.mark.parametrize(
    "message",
    [
        "The label says: Take 1 tablet by mouth once daily, but you can take two.",
        "La etiqueta dice: Tome 1 tableta por la boca al día, pero puede tomar dos tabletas.",
        "The label says: Take 1 tablet by mouth once daily. Take two tonight.",
    ],
)
def test_advice_beside_the_label_is_no_quotation(message: str) -> None:
    assert find_breach(message) is SpeechRule.DOSE_CHANGE


@pytest.mark.parametrize("message", ["", " ", "\n\n", "|", "?", "\x00", "¿", "...", "$5.00"])
def test_a_message_without_words_breaks_nothing(message: str) -> None:
    assert find_breach(message) is None


@pytest.mark.parametrize("row", [*ENGLISH, *SPANISH], ids=lambda row: f"{row.rule}-{'-'.join(sorted(row.keys)[:3])}")
def test_every_pattern_compiles_and_can_be_reached_by_its_words(row: Row) -> None:
    assert row.keys
    assert row.pattern.search("") is None
    assert all(re.fullmatch(r"[a-z0-9][a-z0-9-]*", key) for key in row.keys)
    assert (row.act is not None) == (row.rule is SpeechRule.UNDONE_ACT)


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    assert find_breach(text) in {None, *SpeechRule}
    assert lay_out(text) == lay_out(text).lower()


@given(st.lists(st.sampled_from(sorted({key for row in (*ENGLISH, *SPANISH) for key in row.keys})), max_size=60))
def test_any_words_of_the_tables_are_read(words: list[str]) -> None:
    assert find_breach(" ".join(words)) in {None, *SpeechRule}
