"""Words that stop everything (DOMAIN.md §6.1): a miss is a defect, and a refill is not stopped by its own words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rxflow.dialogue.red_flags import Help, detect_red_flag
from rxflow.dialogue.red_flags.lexicon import Lexicon
from rxflow.dialogue.red_flags.notation import Notation
from rxflow.dialogue.red_flags.rules import RULES
from rxflow.dialogue.red_flags.signs import SIGNS
from rxflow.dialogue.red_flags.words import LISTS, LONGER, MERGED
from rxflow.dialogue.text import plain
from rxflow.prompts.catalog import LANGUAGES, message_catalog

from .red_flag_messages import (
    ANAPHYLAXIS,
    ATTEMPTS,
    CAUTIOUS,
    CRISIS,
    DENIED,
    EMERGENCIES,
    HARMLESS,
    IDIOMS,
    OPIOIDS,
    ORDINARY,
    OVERDOSES,
    POISONINGS,
    URGENT,
    VIOLENCE,
)


def lines(table: str) -> list[str]:
    return table.strip().splitlines()


DANGERS = {
    Help.CRISIS_LINE: CRISIS,
    Help.SUICIDE_ATTEMPT: ATTEMPTS,
    Help.EMERGENCY: EMERGENCIES,
    Help.EPINEPHRINE: ANAPHYLAXIS,
    Help.NALOXONE: OPIOIDS,
    Help.OVERDOSE: OVERDOSES,
    Help.POISON_CONTROL: POISONINGS,
    Help.URGENT_CARE: URGENT,
    Help.VIOLENCE: VIOLENCE,
}
EVERY_DANGER = [(message, helps) for helps, table in DANGERS.items() for message in lines(table)]
EVERYDAY = [*lines(HARMLESS), *lines(DENIED), *lines(IDIOMS), *lines(ORDINARY)]


@pytest.mark.parametrize(("message", "helps"), EVERY_DANGER)
def test_danger_is_told_whom_to_call(message: str, helps: Help) -> None:
    flag = detect_red_flag(message)

    assert flag is not None
    assert flag.help is helps


@pytest.mark.parametrize("message", [*lines(CRISIS), *lines(ATTEMPTS)])
def test_self_harm_is_logged_as_such(message: str) -> None:
    flag = detect_red_flag(message)

    assert flag is not None
    assert flag.rule == "self-harm"


@pytest.mark.parametrize("message", EVERYDAY)
def test_everyday_sentences_are_no_red_flag(message: str) -> None:
    assert detect_red_flag(message) is None


@pytest.mark.parametrize("message", lines(CAUTIOUS))
def test_in_doubt_the_flow_stops(message: str) -> None:
    assert detect_red_flag(message) is not None


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(lambda message: message.upper(), id="upper case"),
        pytest.param(lambda message: plain(message).replace("'", ""), id="without accents and apostrophes"),
        pytest.param(lambda message: f"Hi! {message}. Please refill my lisinopril.", id="within a refill"),
        pytest.param(lambda message: f"No fever. {message}", id="after a denial"),
        pytest.param(lambda message: f"{message} just kidding", id="taken back as a joke"),
    ],
)
def test_how_it_is_written_hides_no_danger(written) -> None:  # type: ignore[no-untyped-def]
    assert [message for message, _ in EVERY_DANGER if detect_red_flag(written(message)) is None] == []


@pytest.mark.parametrize(
    "message",
    [
        "no chest pain but I can't breathe",
        "no fever but I can't breathe",
        "I don't have chest pain, my arm is numb and my face droops",
        "I don't have a fever. Chest pain since noon",
        "no fever and my chest hurts",
        "no fever, chest pain since noon",
        "not a stroke, but chest pain",
        "not only chest pain, also a numb arm",
        "no, I took too many pills",
        "no my chest still hurts",
        "sin fiebre pero no puedo respirar",
        "sin fiebre, dolor de pecho desde ayer",
        "my back is killing me and I want to kill myself",
        "I had a stroke in 2019 and now my face is drooping",
        "I need my nitro for chest pain, I have chest pain right now",
        "took aspirin for my chest pain and it is still there",
    ],
)
def test_a_denial_an_idiom_or_the_past_hides_nothing_beside_it(message: str) -> None:
    assert detect_red_flag(message) is not None


@pytest.mark.parametrize(
    "message",
    [
        "I've never had chest pain like this",
        "never had chest pain before",
        "I haven't had chest pain like this before",
        "nunca habia tenido un dolor de pecho asi",
        "I can't say I don't have chest pain",
        "I don't deny having chest pain",
        "it's not that I don't have chest pain",
        "I never go a day without chest pain",
        "I can't sleep without chest pain",
        "no es que no me duela el pecho",
        "I'm not sure if I'm having a heart attack",
    ],
)
def test_a_denial_that_denies_nothing_is_a_red_flag(message: str) -> None:
    assert detect_red_flag(message) is not None


@pytest.mark.parametrize(
    "message",
    [
        "is chest pain a side effect?",
        "hi, can this cause chest pain?",
        "does chantix cause suicidal thoughts",
        "what are the signs of a stroke",
        "could this turn my skin yellow",
        "if I have chest pain should I take two nitro",
    ],
)
def test_a_question_in_general_is_no_red_flag(message: str) -> None:
    assert detect_red_flag(message) is None


@pytest.mark.parametrize(
    "message",
    [
        "is chest pain a side effect? I have it right now",
        "is chest pain a side effect of lisinopril because mine started today",
        "could my chest pain be caused by the new med?",
        "is it normal that I can't breathe?",
        "can lisinopril cause my tongue to swell? mine is swollen",
        "am I having a stroke?",
        "what if I am having a heart attack",
        "how much tylenol is lethal",
    ],
)
def test_a_question_of_the_patients_own_state_or_of_lethal_doses_is_a_red_flag(message: str) -> None:
    assert detect_red_flag(message) is not None


@pytest.mark.parametrize(
    ("message", "helps"),
    [
        ("my son swallowed my pills and he is unconscious", Help.OVERDOSE),
        ("I took 40 pills because I want to die", Help.SUICIDE_ATTEMPT),
        ("I want to die and my chest hurts", Help.SUICIDE_ATTEMPT),
        ("my husband took his oxycodone twice and his lips are blue", Help.NALOXONE),
        ("I took 10 oxycodone by accident", Help.POISON_CONTROL),
        ("my sugar is 540", Help.URGENT_CARE),
        ("my sugar is 540 and I am vomiting", Help.EMERGENCY),
        ("alcohol withdrawal and I'm shaking", Help.URGENT_CARE),
        ("alcohol withdrawal and I'm shaking and confused", Help.EMERGENCY),
    ],
)
def test_the_sign_that_kills_first_decides(message: str, helps: Help) -> None:
    flag = detect_red_flag(message)

    assert flag is not None
    assert flag.help is helps


@pytest.mark.parametrize(
    "message",
    [
        "my chst hurts",
        "i cant breath",
        "he had a siezure",
        "accidently swollowed 3 extra pils",
        "my tounge is swolen",
        "shes unconcious",
        "i feel sucidal",
        "he is bleding and it wont stop",
        "tengo el pecho apretado y me aogo",
        "le dio una combulsion",
        "se me incho la lengua",
        "kiero morirme",
    ],
)
def test_misspelled_danger_is_understood(message: str) -> None:
    assert detect_red_flag(message) is not None


@pytest.mark.parametrize("hidden", ["\u200b", "\u00ad", "\u200d"], ids=["zero width space", "soft hyphen", "joiner"])
def test_an_invisible_character_hides_nothing(hidden: str) -> None:
    assert detect_red_flag(f"I want to kill my{hidden}self") is not None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("helps", "numbers"),
    [
        (Help.EMERGENCY, ["911"]),
        (Help.EPINEPHRINE, ["911"]),
        (Help.NALOXONE, ["911"]),
        (Help.OVERDOSE, ["911", "1-800-222-1222"]),
        (Help.SUICIDE_ATTEMPT, ["911", "988"]),
        (Help.VIOLENCE, ["911", "1-800-799-7233"]),
        (Help.CRISIS_LINE, ["988", "911"]),
        (Help.POISON_CONTROL, ["1-800-222-1222", "911"]),
    ],
)
def test_the_number_comes_first(language: str, helps: Help, numbers: list[str]) -> None:
    text = message_catalog(language)[f"emergency_{helps}"]
    told = re.findall(r"1-800-\d{3}-\d{4}|911|988", text)

    assert told[: len(numbers)] == numbers
    assert told[0] in re.split(r"[.;]", text)[0]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("helps", Help)
def test_what_is_told_in_an_emergency_is_short(language: str, helps: Help) -> None:
    sentences = re.split(r"(?<=[.!?])\s", message_catalog(language)[f"emergency_{helps}"])

    assert [sentence for sentence in sentences if len(sentence.split()) > 20] == []


@pytest.mark.parametrize(
    ("helps", "remedy"), [(Help.EPINEPHRINE, r"epine(?:ph|f)rin[ea]"), (Help.NALOXONE, r"nalox(?:one|ona)")]
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_remedy_at_hand_is_named(language: str, helps: Help, remedy: str) -> None:
    assert re.search(remedy, message_catalog(language)[f"emergency_{helps}"])


def test_every_rule_names_signs_that_exist_and_every_help_is_used() -> None:
    assert {sign for rule in RULES for signs in rule.signs for sign in signs} <= set(SIGNS)
    assert {rule.help for rule in RULES} == set(Help)


@given(st.text(max_size=400))
def test_any_text_can_be_read(text: str) -> None:
    detect_red_flag(text)


@pytest.mark.parametrize("unit", ["had ", "i took ", "no ", "child ", "how many ", "sugar ", " ", "a", "'", "not had "])
def test_a_long_repetition_can_be_read(unit: str) -> None:
    """Not timed: an expression that runs away shows here as a test that never ends."""
    detect_red_flag((unit * 20_000)[:20_000])


def test_every_repetition_of_a_rule_is_bounded() -> None:
    """Without an unbounded repetition the work grows no faster than the text."""
    notation = Notation(LISTS)
    rules = [line for _, table in SIGNS.values() for line in table.splitlines() if line.strip()]
    lexicon = Lexicon(notation.words(iter(rules)), LONGER, MERGED, ())

    unbounded = re.compile(r"[*+]|\{\d+,\}")
    assert [line for line in rules if unbounded.search(notation.compile(line, lexicon).source)] == []


@pytest.mark.parametrize("line", ["chest ~12 pain", "chest.* pain", "chest{2,} pain", "ch[ea]st pain"])
def test_a_rule_outside_the_notation_is_refused(line: str) -> None:
    notation = Notation({"NEG": "no"})

    with pytest.raises(ValueError, match="cannot be read"):
        notation.compile(line, Lexicon(["chest", "pain", "no"], {}, {}, ()))


def test_an_unknown_list_of_words_is_refused() -> None:
    notation = Notation({"NEG": "no"})

    with pytest.raises(ValueError, match="names no list"):
        notation.words(iter(["CHEST pain"]))
