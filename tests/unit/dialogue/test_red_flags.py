"""Words that stop everything (DOMAIN.md §6.1): a miss is a defect, and a refill is not stopped by its own words."""

import re
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rxflow.dialogue.red_flags import Help, contexts, detect_red_flag, lexicon, notation, surroundings
from rxflow.dialogue.red_flags.lexicon import Lexicon
from rxflow.dialogue.red_flags.matching import Words
from rxflow.dialogue.red_flags.notation import Notation, read_line
from rxflow.dialogue.red_flags.rules import RULES
from rxflow.dialogue.red_flags.signs import SIGNS
from rxflow.dialogue.red_flags.surroundings import every_line, lines_of
from rxflow.dialogue.red_flags.words import FORGIVEN, LISTS, LONGER, MERGED
from rxflow.dialogue.text import plain
from rxflow.prompts.catalog import languages, message_catalog
from tests.support.batches import batches

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


def told(message: str) -> Help | None:
    """Whom a message makes the patient call."""
    flag = detect_red_flag(message)
    return flag.help if flag else None


@pytest.mark.parametrize("dangers", batches(EVERY_DANGER))
def test_danger_is_told_whom_to_call(dangers: list[tuple[str, Help]]) -> None:
    assert [(message, helps) for message, helps in dangers if told(message) is not helps] == []


@pytest.mark.parametrize("messages", batches([*lines(CRISIS), *lines(ATTEMPTS)]))
def test_self_harm_is_logged_as_such(messages: list[str]) -> None:
    flags = [(message, detect_red_flag(message)) for message in messages]

    assert [message for message, flag in flags if flag is None or flag.rule != "self-harm"] == []


@pytest.mark.parametrize("messages", batches(EVERYDAY))
def test_everyday_sentences_are_no_red_flag(messages: list[str]) -> None:
    assert [message for message in messages if detect_red_flag(message)] == []


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


@pytest.mark.parametrize("language", languages())
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


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("helps", Help)
def test_what_is_told_in_an_emergency_is_short(language: str, helps: Help) -> None:
    sentences = re.split(r"(?<=[.!?])\s", message_catalog(language)[f"emergency_{helps}"])

    assert [sentence for sentence in sentences if len(sentence.split()) > 20] == []


@pytest.mark.parametrize(
    ("helps", "remedy"), [(Help.EPINEPHRINE, r"epine(?:ph|f)rin[ea]"), (Help.NALOXONE, r"nalox(?:one|ona)")]
)
@pytest.mark.parametrize("language", languages())
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


@pytest.mark.parametrize("unit", ["no chest pain, ", "if I take it ", "is chest pain a side effect of it "])
def test_what_is_far_into_a_long_message_is_found(unit: str) -> None:
    long = unit * (60_000 // len(unit))

    assert detect_red_flag(long) is None
    assert detect_red_flag(f"{long}. I can't breathe. {long}") is not None


def test_every_rule_can_be_read_and_is_no_longer_than_what_is_read_around_a_part_of_a_message() -> None:
    rules = [line for _, table in SIGNS.values() for line in lines_of(table)]
    rules += [*lines_of(contexts.IDIOMS), *every_line()]

    assert max(read_line(rule.partition("//")[0]).longest for rule in rules) <= 100


@pytest.mark.parametrize("table", [contexts.USE_AFTER, contexts.PAST_AFTER, contexts.LIKE_THIS, contexts.AT_AGE])
def test_what_follows_a_sign_is_read_within_reach(table: str) -> None:
    assert max(read_line(line).longest for line in lines_of(table)) < surroundings.REACH


@pytest.mark.parametrize("line", ["chest ~12 pain", "chest.* pain", "chest{2,} pain", "ch[ea]st pain"])
def test_a_rule_outside_the_notation_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="cannot be read"):
        read_line(line)


def test_an_unknown_list_of_words_is_refused() -> None:
    notation = Notation({"NEG": "no"})

    with pytest.raises(ValueError, match="names no list"):
        notation.words(iter(["CHEST pain"]))


# A rule over the words a to f and the mark `,`, and what it is as an expression with a letter a word.
WORD = st.sampled_from(["a", "b", "c|d", "a|e", "f"])
ITEM = st.one_of(
    WORD,
    WORD.map("{}?".format),
    WORD.map("{}{{0,2}}".format),
    WORD.map("!{}".format),
    st.sampled_from(["~2", ">3", "~1", "."]),
)
SEQUENCE = st.lists(ITEM, min_size=1, max_size=4).map(" ".join)
GROUP = st.tuples(SEQUENCE, SEQUENCE, st.sampled_from([")", ")?"])).map(lambda way: f"( {way[0]} | {way[1]} {way[2]}")
RULE = st.lists(st.one_of(ITEM, GROUP), max_size=5).map(lambda items: " ".join(["a", *items]))


def as_expression(rule: str) -> re.Pattern[str]:
    """The expression of `re` that a rule stands for, where `~` is barred by a comma and `>` by nothing here."""
    written = {"(": "(?:", "|": "|", ")": ")", ")?": ")?", ".": "(?=,|$)"}
    pieces = []
    for item in rule.split():
        if item in written:
            pieces.append(written[item])
        elif item[0] in "~>":
            pieces.append(f"{'[^,]' if item[0] == '~' else '.'}{{0,{item[1]}}}?")
        elif item[0] == "!":
            pieces.append(f"(?![{item[1:].replace('|', '')}])")
        else:
            names = item.partition("{")[0].removesuffix("?")
            pieces.append(f"[{names.replace('|', '')}]{item[len(names) :]}")
    return re.compile("".join(pieces))


@given(RULE, st.text("abcdefx,", max_size=30))
def test_a_rule_stands_where_its_expression_does(rule: str, text: str) -> None:
    words = Words(["" if letter == "x" else letter for letter in text], lambda word: (word,))

    found = list(read_line(rule).spans(words))

    assert found == [match.span() for match in as_expression(rule).finditer(text)]


def test_a_rule_is_tried_wherever_it_stands() -> None:
    """The words by which a rule is looked up never hide it."""
    reader = Notation({**LISTS, **surroundings.SETS})
    rules = [line for _, table in SIGNS.values() for line in lines_of(table)] + lines_of(contexts.IDIOMS)
    known = Lexicon(reader.words([*rules, *every_line()]), reader.lists, LONGER, MERGED, FORGIVEN)
    patterns = [reader.pattern(line) for line in rules]

    hidden = [
        (message, pattern.line)
        for message in [*(message for message, _ in EVERY_DANGER[::40]), *EVERYDAY[::40]]
        for words in [Words(known.read(message), known.names_of)]
        for pattern in patterns
        if pattern.sequence.starts(words)
        and not (pattern.may_stand_in(words.names) and words.names.intersection(pattern.anchor.split("|")))
    ]

    assert hidden == []


@pytest.mark.parametrize("module", [lexicon, notation, surroundings], ids=lambda module: module.__name__)
def test_nothing_is_compiled_by_whoever_imports_the_reader(module: ModuleType) -> None:
    assert [name for name, value in vars(module).items() if isinstance(value, re.Pattern)] == []
