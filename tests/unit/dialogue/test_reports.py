"""What a message reports of the patient (DOMAIN.md §1.11): a report is found, and nothing ordinary is taken for one."""

import re
from collections.abc import Callable, Sequence
from itertools import chain
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rxflow.dialogue import anchored, anchors, report_patterns, reports
from rxflow.dialogue.anchored import Anchored, AnchoredText
from rxflow.dialogue.anchors import AnchorReader
from rxflow.dialogue.medications import MedicationResolver
from rxflow.dialogue.report_patterns import frames
from rxflow.dialogue.reports import read_reports
from rxflow.dialogue.text import plain
from rxflow.domain.report import Report, ReportKind
from rxflow.services.mock_data import MockData
from tests.support.batches import batches

from .intent_messages import MESSAGES
from .red_flag_messages import HARMLESS, IDIOMS
from .report_messages import NOTHING_REPORTED, NOTHING_REPORTED_OF_A_CHILD, REPORTS, REPORTS_OF_A_CHILD

Names = Callable[[str], Sequence[str]]

TRULY_REPORTED = {
    "estoy embarazada",
    "I'm pregnant",
    "I take metformin twice a day and lisinopril once",
    "tomo todos los días metformina",
}
ORDINARY = (Path(__file__).parent / "ordinary_sentences.txt").read_text(encoding="utf-8").splitlines()


def lines(table: str) -> list[str]:
    return table.strip().splitlines()


def labelled(table: str) -> list[tuple[str, str]]:
    return [(message, label) for message, _, label in (line.partition(" => ") for line in lines(table))]


def label_of(reports: Sequence[Report]) -> str:
    return "; ".join(f"{item.kind}:{item.subject}" if item.subject else item.kind for item in reports)


@pytest.fixture(scope="session")
def names(resolver: MedicationResolver) -> Names:
    return lambda words: [drug.name for drug in resolver.drugs_named(words)]


@pytest.mark.parametrize("messages", batches(labelled(REPORTS)))
def test_what_a_patient_reports_is_found(messages: list[tuple[str, str]], names: Names) -> None:
    found = [(message, label_of(read_reports(message, names))) for message, _ in messages]
    assert [each for each in found if each not in messages] == []


@pytest.mark.parametrize(("message", "label"), labelled(REPORTS_OF_A_CHILD))
def test_what_a_guardian_reports_of_the_child_is_found(message: str, label: str, names: Names) -> None:
    assert label_of(read_reports(message, names, of_child=True)) == label


@pytest.mark.parametrize("messages", batches(lines(NOTHING_REPORTED)))
def test_an_ordinary_message_reports_nothing(messages: list[str], names: Names) -> None:
    assert [message for message in messages if read_reports(message, names)] == []


@pytest.mark.parametrize("message", lines(NOTHING_REPORTED_OF_A_CHILD))
def test_an_ordinary_message_of_a_guardian_reports_nothing(message: str, names: Names) -> None:
    assert read_reports(message, names, of_child=True) == ()


@pytest.mark.parametrize("of_child", [False, True], ids=["patient", "guardian"])
def test_what_is_said_every_day_reports_nothing(of_child: bool, names: Names) -> None:
    said = chain(ORDINARY, lines(HARMLESS), lines(IDIOMS), *(lines(table) for table in MESSAGES.values()))

    found = {message for message in said if read_reports(message, names, of_child=of_child)}

    assert found <= TRULY_REPORTED


@pytest.mark.parametrize(
    "message",
    ["my daughter is allergic to ibuprofen", "she's allergic to amoxicillin", "mi hija es alérgica a la penicilina"],
)
def test_somebody_elses_child_is_not_the_patient(message: str, names: Names) -> None:
    assert read_reports(message, names) == ()


@pytest.mark.parametrize(
    "message",
    [
        "my sister is pregnant, and I'm allergic to sulfa",
        "I'm not pregnant but I'm allergic to sulfa",
        "Is lisinopril safe? I'm allergic to sulfa",
        "no, I'm allergic to sulfa",
        "mi hermana está embarazada. Soy alérgica a la sulfa",
    ],
)
def test_a_denial_a_question_or_another_person_hides_nothing_beside_it(message: str, names: Names) -> None:
    assert read_reports(message, names) == (Report(ReportKind.ALLERGY, "sulfa"),)


@pytest.mark.parametrize(
    ("message", "subject"),
    [
        ("I take meloxicam. It gives me a rash", "meloxicam"),
        ("I take meloxicam and lisinopril. It gives me a rash", ""),
        ("I take meloxicam. The new pill gives me a rash", ""),
        ("It gives me a rash", ""),
    ],
    ids=["the one named", "two were named", "another one", "none named"],
)
def test_it_is_the_medicine_that_was_named_before(message: str, subject: str, names: Names) -> None:
    reactions = [report for report in read_reports(message, names) if report.kind is ReportKind.REACTION]

    assert reactions == [Report(ReportKind.REACTION, subject)]


def test_every_medicine_of_the_interaction_table_without_a_record_is_heard(demo: MockData, names: Names) -> None:
    recorded = {name.lower() for drug in demo.drugs for name in (drug.name, *drug.ingredients)}
    unrecorded = sorted({name.lower() for pair in demo.tables.interactions for name in pair} - recorded)

    heard = {name: read_reports(f"I take {name} every day", names) for name in unrecorded}

    assert heard == {name: (Report(ReportKind.MEDICINE, name),) for name in unrecorded}


@pytest.mark.parametrize("words", ["potassium", "potassium pills", "potasio", "suplemento de potasio"])
def test_potassium_is_potassium_chloride(words: str, names: Names) -> None:
    assert read_reports(f"I take {words}", names) == (Report(ReportKind.MEDICINE, "potassium chloride"),)


def test_the_potassium_of_another_medicine_is_not_a_supplement(names: Names) -> None:
    assert read_reports("I take losartan potassium", names) == (Report(ReportKind.MEDICINE, "losartan"),)


@pytest.mark.parametrize(
    "written",
    ["St. John's wort", "st johns wort", "Saint John\u2019s Wort", "St John's-wort", "hierba de San Juan", "SJW"],
)
def test_st_johns_wort_is_heard_however_it_is_spelled(written: str, names: Names) -> None:
    assert read_reports(f"I take {written}", names) == (Report(ReportKind.MEDICINE, "st. john's wort"),)


@pytest.mark.parametrize(
    ("words", "subject"),
    [
        ("penicillins", "penicillin"),
        ("penicilina", "penicillin"),
        ("sulfa drugs", "sulfa"),
        ("sulfamidas", "sulfa"),
        ("cefalosporinas", "cephalosporins"),
        ("estatinas", "statins"),
        ("opioides", "opioids"),
        ("codeína", "codeine"),
        ("IECA", "ace inhibitors"),
        ("ACE inhibitors", "ace inhibitors"),
        ("ARBs", "angiotensin receptor blockers"),
        ("anti-inflammatories", "nsaids"),
        ("AINEs", "nsaids"),
        ("tetraciclinas", "tetracyclines"),
        ("macrolides", "macrolides"),
        ("quinolonas", "fluoroquinolones"),
        ("benzos", "benzodiazepines"),
        ("contrast dye", "contrast"),
        ("latex gloves", "latex"),
        ("beta blockers", "beta blockers"),
    ],
)
def test_an_allergy_to_a_class_has_the_name_that_the_rules_know(words: str, subject: str, names: Names) -> None:
    assert read_reports(f"I'm allergic to {words}", names) == (Report(ReportKind.ALLERGY, subject),)


@pytest.mark.parametrize(
    "message",
    ["I'm pregnant", "I take warfarin", "I'm allergic to penicillin", "lisinopril makes me cough", "tomo losartán"],
)
def test_the_guardian_is_not_the_patient(message: str, names: Names) -> None:
    assert read_reports(message, names)
    assert read_reports(message, names, of_child=True) == ()


@pytest.mark.parametrize(
    ("message", "reported"),
    [
        ("I had hives from naproxen in 2015", True),
        ("I was allergic to naproxen as a child", True),
        ("I took naproxen in 2015", False),
        ("I was prescribed naproxen years ago", False),
        ("I was pregnant in 2015", False),
        ("I breastfed in 2015", False),
    ],
)
def test_only_a_reaction_does_not_lapse(message: str, reported: bool, names: Names) -> None:
    assert bool(read_reports(message, names)) is reported


def test_a_report_is_told_once(names: Names) -> None:
    assert read_reports("I'm pregnant. Yes, I am pregnant. Did I say I'm pregnant?", names) == (
        Report(ReportKind.PREGNANCY),
    )


def test_reports_are_in_the_order_in_which_they_are_said(names: Names) -> None:
    message = "I ran out of metoprolol a week ago, I also take aspirin, and I'm pregnant"

    assert [report.kind for report in read_reports(message, names)] == [
        ReportKind.MISSED,
        ReportKind.MEDICINE,
        ReportKind.PREGNANCY,
    ]


@pytest.mark.parametrize(
    ("ago", "missed"),
    [
        ("yesterday", False),
        ("two days ago", False),
        ("hace dos días", False),
        ("three days ago", True),
        ("10 days ago", True),
        ("a week ago", True),
    ],
)
def test_three_days_without_a_medicine_are_missed_doses(ago: str, missed: bool, names: Names) -> None:
    found = read_reports(f"I ran out of metoprolol {ago}", names)

    assert found == ((Report(ReportKind.MISSED, "metoprolol"),) if missed else ())


@pytest.mark.parametrize(
    "written",
    ["IM ALLERGIC TO AMOXICILLIN!!!", "i\u2019m allergic to amoxicilin", "I'm aller\u200bgic to amoxicillin"],
    ids=["upper case", "misspelled", "invisible character"],
)
def test_spelling_does_not_matter(written: str, names: Names) -> None:
    assert read_reports(written, names) == (Report(ReportKind.ALLERGY, "amoxicillin"),)


def test_the_patients_own_word_for_an_allergen_is_short() -> None:
    found = read_reports(f"I'm allergic to {'x' * 90}", lambda words: ())

    assert all(len(report.subject) <= 60 for report in found)
    assert found


def test_no_frame_repeats_without_a_bound() -> None:
    """A message is read in a time that grows with its length: no `+` or `*` over any character or word."""
    unbounded = ("[^.;!?]*", "[^.;!?]+", ".*", ".+", r"\w+)*", r"\w+ )*", r"\w+)+", r"\w+ )+")

    assert not [
        frame.pattern.pattern
        for of_child in (False, True)
        for kind in ReportKind
        for frame in frames(of_child).all(kind)
        if any(part in frame.pattern.pattern for part in unbounded)
    ]


@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    for report in read_reports(text, lambda words: ()):
        assert report.kind in ReportKind


@pytest.mark.parametrize(
    "unit",
    [
        "i am pregnant ",
        "allergic to ",
        "since i started ",
        "dizzy rash since i take it, ",
        "me da ",
        "no ",
        ",",
        "\n",
        "a",
    ],
)
def test_a_long_repetition_can_be_read(unit: str) -> None:
    """Not timed: an expression that runs away shows here as a test that never ends."""
    read_reports((unit * 20_000)[:20_000], lambda words: (), of_child=True)


SAID = [message for table in (REPORTS, REPORTS_OF_A_CHILD) for message, _ in labelled(table)]


@pytest.mark.parametrize("of_child", [False, True], ids=["patient", "guardian"])
@pytest.mark.parametrize("together", [1, 12], ids=["short", "long"])
def test_a_frame_is_tried_wherever_it_is_met(of_child: bool, together: int) -> None:
    """The words by which a frame is looked up never hide it."""
    with_anchors = [pair for kind in ReportKind for pair in frames(of_child).anchored(kind)]
    by_anchors = Anchored(with_anchors)
    texts = [plain(" ".join(SAID[start : start + together])) for start in range(0, len(SAID), 30 * together)]

    missed = []
    for text in texts:
        said = AnchoredText(text)
        tried = {frame: said.beginnings(places) for frame, places in by_anchors.possible(said)}
        missed += [
            (text, frame.pattern.pattern)
            for frame, _ in with_anchors
            for match in frame.pattern.finditer(text)
            if match.start() not in tried.get(frame, ())
        ]

    assert missed == []


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        (r"i (?:really )?take \w+", [{"i"}, {"take"}]),
        (r"allerg(?:y|ies) to (?:cats|dogs)\b", [{"allerg*"}, {"to"}, {"cats", "dogs"}]),
        (r"(?:i am|we are) sick", [{"i", "we"}, {"sick*"}]),
        (r"(?:never )?[a-z]+ologist\b", []),
        (r"<WHO> left(?! over)", [{"he", "she"}, {"left*"}]),
        (r"(?:well|\d+) done\b", [{"done"}]),
    ],
)
def test_the_anchors_of_an_expression_are_what_it_cannot_do_without(expression: str, words: list[set[str]]) -> None:
    anchors = AnchorReader({"WHO": "he|she"}.__getitem__).anchors(expression)

    assert [anchor.words for anchor in anchors] == words


@pytest.mark.parametrize(
    ("text", "possible"),
    [
        ("i take it", True),
        ("i really take it", True),
        ("take it, i said", False),
        ("i do not know whether to take it", False),
        ("she takes it", False),
    ],
)
def test_anchors_are_met_in_order_and_near_each_other(text: str, possible: bool) -> None:
    by_anchors = Anchored([("take", AnchorReader().anchors(r"i (?:\w+ )?take\b"))])

    assert bool(list(by_anchors.possible(AnchoredText(text)))) is possible


@pytest.mark.parametrize("module", [anchored, anchors, report_patterns, reports], ids=lambda module: module.__name__)
def test_nothing_is_compiled_by_whoever_imports_the_reader(module: ModuleType) -> None:
    assert [name for name, value in vars(module).items() if isinstance(value, re.Pattern)] == []
