"""Every message that can be rendered keeps the rules of plain language, in every language that has rules."""

import re

import pytest

from rxflow.clinical.overrides import LIFTABLE, as_seen, lift
from rxflow.domain.case_decision import Override
from rxflow.domain.finding import Finding, FindingCode, Severity
from rxflow.prompts.catalog import OF_THE_LANGUAGE, languages, message_catalog, placeholders
from rxflow.prompts.replies import Replies
from tests.support.plain_language import NEXT_STEP, RULES, breaches, paragraphs, sentences, words
from tests.unit.clinical.builders import TODAY
from tests.unit.clinical.test_findings_in_full import FINDINGS
from tests.unit.prompts.test_replies import FOUND, finding_of
from tests.unit.prompts.worst_values import VALUES

PIECES = ("number_", "hours_range", OF_THE_LANGUAGE)
"""Keys with values of their own, which are tested where they are used."""
LIST_ITEMS = frozenset({"quote_line", "found_line", "later_line", "order_line", "price_line", "prescription_line",
                        "pair_harmful", "pair_affect"})  # fmt: skip
FOR_STAFF = "staff_"
"""Names of codes that only pharmacists and technicians read: terms of their trade, not sentences for patients."""
QUOTED = "sig_own_words"
"""The label's own words are not ours to shorten."""
ANY_NAME = "Wellbutrin XL (bupropion XL)"
RAISED: list[tuple[str, Finding]] = [
    *((str(row.id), row.values[0]()) for row in FINDINGS),  # type: ignore[operator]
    *((name, finding_of(name)) for name in FOUND),
]
WITHOUT_A_RULE = {FindingCode.AMBIGUOUS, FindingCode.EMERGENCY}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Call Dr. Ada Test. She knows.", ["Call Dr. Ada Test.", "She knows."]),
        ("You pay $7.25 at 3:20 p.m. today.", ["You pay $7.25 at 3:20 p.m. today."]),
        ("Listo hoy a las 3:20 p.m. ¿Hago este pedido?", ["Listo hoy a las 3:20 p.m.", "¿Hago este pedido?"]),
        ("It is 0.4 miles off. Rx RX100101 is next.", ["It is 0.4 miles off.", "Rx RX100101 is next."]),
        ('Say "cancel." Then wait.', ['Say "cancel."', "Then wait."]),
        ("La Dra. J. Cruz la firma. Gracias.", ["La Dra. J. Cruz la firma.", "Gracias."]),
        ("500 Congress Ave. is near. 30 tablets fit.", ["500 Congress Ave. is near.", "30 tablets fit."]),
        ("No stop at the end", ["No stop at the end"]),
        ("", []),
    ],
)  # fmt: skip
def test_sentences_end_where_a_reader_would_say(text: str, found: list[str]) -> None:
    assert sentences(text) == found


def test_words_and_paragraphs_are_counted_as_they_are_read() -> None:
    assert words("You pay $7.25 (the cash price) at 3:20 pm - today.") == 10
    assert paragraphs("One. Two.\n\n- a\n- b\n") == ["One. Two.", "- a", "- b"]


@pytest.mark.parametrize(
    ("text", "language", "rule"),
    [
        ("One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
         "eighteen nineteen twenty more.", "en", "21 words"),
        ("A. B. C. D.".replace(".", " is."), "en", "4 sentences"),
        ("Is it? Or is it?", "en", "2 questions"),
        ("Ready on 2026-03-04.", "en", "a month in figures"),
        ("Ready on Mar 4.", "en", "a month cut short"),
        ("Take 1-2 tablets.", "en", "a dash in a range"),
        ("Open 8 am – 10 pm.", "en", "a dash in a range"),
        ("Take 2 200 mg tablets.", "en", "a number beside a strength"),
        ("It is not possible without a yes.", "en", "a double negative"),
        ("You failed to refill it.", "en", "blame"),
        ("The claim was denied.", "en", "an office word"),
        ("Unfortunately it is late.", "en", "an apology first"),
        ("No. Try later.", "en", "a bare no"),
        ("It needs prior authorization.", "en", "the clinical word"),
        ("No se puede sin su sí.", "es", "a double negative"),
        ("Dime qué quieres.", "es", "the familiar form"),
        ("La solicitud fue rechazada.", "es", "an office word"),
        ("Necesita autorización previa.", "es", "the clinical word"),
        ("Abierta de 8-10 horas.", "es", "a dash in a range"),
    ],
)  # fmt: skip
def test_what_breaks_a_rule_is_found(text: str, language: str, rule: str) -> None:
    assert any(rule in each for each in breaches(text, language)), breaches(text, language)


@pytest.mark.parametrize(
    "text",
    [
        "Call 1-800-222-1222 or 512-555-0101 about order RF-28RA-BZQN.",
        "I found lisinopril-hydrochlorothiazide 20 mg-12.5 mg tablet.",
        "Your plan must approve it first (prior authorization).",
        "Take one or two 200 mg tablets every four to six hours.",
    ],
)
def test_what_keeps_the_rules_is_left_alone(text: str) -> None:
    assert breaches(text, "en") == []


def test_every_language_has_rules() -> None:
    assert set(languages()) == set(RULES)


@pytest.mark.parametrize("language", languages())
def test_every_message_is_plain_however_long_its_values_are(language: str) -> None:
    replies, messages, found = Replies(language), message_catalog(language), []
    keys = [key for key in messages if not key.startswith((*PIECES, FOR_STAFF)) and key != QUOTED]
    for key in keys:
        for values in VALUES:
            facts = values(replies)
            told = replies.text(key, **{name: facts.get(name, ANY_NAME) for name in placeholders(messages[key])})
            mark = "- " if key in LIST_ITEMS else ""
            found += [f"{key}: {each}" for each in breaches(mark + told, language)]

    assert len(keys) > 350
    assert found == []


def test_every_finding_is_raised() -> None:
    assert {finding.code for _, finding in RAISED} == set(FindingCode) - WITHOUT_A_RULE


@pytest.mark.parametrize("language", languages())
def test_every_finding_is_plain_and_says_what_comes_next(language: str) -> None:
    replies, found = Replies(language), []
    for name, finding in RAISED:
        told = replies.finding(finding)
        found += [f"{name}: {each}" for each in breaches(told, language)]
        if finding.severity is Severity.BLOCK and not NEXT_STEP.search(told):
            found.append(f"{name}: no next step in {told}")
        if finding.evidence.get("date") and not any(str(year) in told for year in range(2026, 2028)):
            found.append(f"{name}: no date in {told}")

    assert found == []


def test_the_rules_own_words_are_plain_too() -> None:
    """Programs and the order gate get them in English."""
    assert [each for _, finding in RAISED for each in breaches(finding.message, "en")] == []


@pytest.mark.parametrize("language", [language for language in languages() if language != "en"])
def test_no_finding_is_told_in_english_elsewhere(language: str) -> None:
    told = {name: Replies(language).finding(finding) for name, finding in RAISED}

    assert [name for name, finding in RAISED if told[name] in {finding.message, Replies("en").finding(finding)}] == []


@pytest.mark.parametrize("language", languages())
def test_every_reviewed_finding_is_plain_and_sends_nobody_to_a_pharmacist_again(language: str) -> None:
    replies, lifted = Replies(language), set()
    for name, finding in RAISED:
        override = Override("RX1", as_seen(finding), TODAY, "mlee", "CS-1")
        (found,) = lift([finding], [override], "RX1", TODAY)
        if found == finding:
            continue
        lifted.add(found.code)
        told = replies.finding(found)
        warning = told.removeprefix(f"{replies.text('reviewed')} ")
        assert breaches(told, language) == [], name
        assert warning not in {told, ""}, name
        assert "{" not in told
        assert not re.search(r"pharmacist|farmac", warning), name

    assert lifted == set(LIFTABLE)
