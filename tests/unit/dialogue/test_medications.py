"""Which prescriptions a patient's words mean, on the demo patients' profiles."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rxflow.dialogue.medications import MedicationResolver, Mention, MentionKind
from rxflow.domain.prescription import Prescription
from rxflow.services.mock_data import MockData

from .conftest import PrescriptionsOf

PICKED = """
001 | refill my lisinopril | RX100101
001 | LISINOPRIL 10 MG | RX100101
001 | lisinopil | RX100101
001 | lysinopril | RX100101
001 | Zestril | RX100101
001 | metformina | RX100102
001 | glucophage | RX100102
001 | my metformin 500 mg | RX100102
001 | omeprazol | RX100103
001 | Prilosec | RX100103
001 | Robaxin | RX100104
001 | RX100101 | RX100101
001 | refill rx 100101 please | RX100101
001 | Rx #100101 | RX100101
001 | rx number 100101 | RX100101
001 | Rx No. 100101 | RX100101
001 | RX-100101 | RX100101
001 | prescription number 100101 | RX100101
001 | receta número 100101 | RX100101
001 | my blood pressure pill | RX100101
001 | my sugar pill | RX100102
001 | the muscle relaxer | RX100104
001 | la medicina de la presión alta | RX100101
001 | mi medicina para el azúcar | RX100102
002 | Eliquis | RX100202
002 | apixaban | RX100202
002 | my blood thinner | RX100202
002 | cholesterol | RX100201
002 | Lipitor | RX100201
002 | atorvastatina | RX100201
002 | my sleeping pill | RX100204
003 | Ozempic | RX100301
003 | ozempik | RX100301
003 | lisinopril hctz | RX100303
003 | lisinopril hydrochlorothiazide | RX100303
004 | Ventolin | RX100401
004 | my rescue inhaler | RX100401
004 | flovent | RX100402
005 | levothyroxin | RX100501
005 | levotiroxina | RX100501
005 | losartán | RX100503
005 | amlodipino | RX100502
005 | la pastilla de la tiroides | RX100501
006 | itching | RX100601
007 | Coumadin | RX100703
007 | metoprolol | RX100704
008 | Narcan | RX100804
009 | Emily needs her montelukast | RX100901
009 | concerta | RX100902
010 | Entresto | RX101002
010 | my water pill | RX101003
010 | furosemida | RX101003
010 | gout | RX101005
011 | Humira | RX101101
012 | Lantus | RX101201
012 | insulina | RX101201
013 | prenatal vitamin | RX101304
014 | zyrtec | RX101403
014 | flonase | RX101404
"""

CHOSEN_FROM = """
001 | acid reflux | RX100103 RX100106
004 | my inhaler | RX100401 RX100402
004 | asthma | RX100401 RX100402
005 | my blood pressure pills | RX100502 RX100503
005 | presión alta | RX100502 RX100503
006 | hydroxyzine | RX100601 RX100602
006 | hydralazine | RX100601 RX100602
006 | hydroxizine | RX100601 RX100602
006 | bupropion | RX100603 RX100604
006 | buspirone | RX100603 RX100604
006 | Wellbutrin | RX100603 RX100604
006 | anxiety | RX100601 RX100604
010 | heart failure | RX101001 RX101002 RX101003
014 | my allergy pill | RX101403 RX101404
"""

NOT_THEIRS = """
001 | Ozempic | semaglutide
001 | atorvastatin | atorvastatin
001 | metoprolol | metoprolol
001 | RX100201 |
001 | RX999999 |
002 | pravastatin | pravastatin
004 | lisinopril | lisinopril
"""

NAMES_NOTHING = ["yes", "refill please", "the second one", "CVS on Congress", "100 mg", "rx", "rx 12", "", "....", "7"]


def rows(table: str) -> list[tuple[str, ...]]:
    return [tuple(cell.strip() for cell in row.split("|")) for row in table.strip().splitlines()]


def meant(mentions: tuple[Mention, ...]) -> list[str]:
    return sorted(rx for mention in mentions for rx in mention.rx_numbers)


@pytest.mark.parametrize(("patient", "words", "rx_number"), rows(PICKED))
def test_one_prescription_is_meant(
    resolver: MedicationResolver, prescriptions_of: PrescriptionsOf, patient: str, words: str, rx_number: str
) -> None:
    (mention,) = resolver.resolve(words, prescriptions_of(patient))

    assert mention.rx_numbers == (rx_number,)
    assert mention.kind is MentionKind.PRESCRIPTION
    assert resolver.names_medicine(words)


@pytest.mark.parametrize(("patient", "words", "rx_numbers"), rows(CHOSEN_FROM))
def test_several_prescriptions_fit_and_the_patient_chooses(
    resolver: MedicationResolver, prescriptions_of: PrescriptionsOf, patient: str, words: str, rx_numbers: str
) -> None:
    (mention,) = resolver.resolve(words, prescriptions_of(patient))

    assert sorted(mention.rx_numbers) == rx_numbers.split()
    assert mention.kind is MentionKind.PRESCRIPTION


@pytest.mark.parametrize(("patient", "words", "drug"), rows(NOT_THEIRS))
def test_what_the_patient_does_not_take_is_not_swapped_for_what_they_take(
    resolver: MedicationResolver, prescriptions_of: PrescriptionsOf, patient: str, words: str, drug: str
) -> None:
    (mention,) = resolver.resolve(words, prescriptions_of(patient))

    assert (mention.kind, mention.rx_numbers, mention.drug) == (MentionKind.NOT_ON_PROFILE, (), drug or None)


@pytest.mark.parametrize("words", NAMES_NOTHING)
def test_words_that_name_no_medicine(
    resolver: MedicationResolver, prescriptions_of: PrescriptionsOf, words: str
) -> None:
    assert resolver.resolve(words, prescriptions_of("001")) == ()


@pytest.mark.parametrize(
    ("patient", "words", "rx_number"),
    [("001", "metronidazole", "RX100102"), ("002", "elequis", "RX100202"), ("002", "lipiter", "RX100201")],
    ids=["a listed look-alike", "a guess", "another guess"],
)
def test_a_name_that_is_only_similar_is_asked_about(
    resolver: MedicationResolver, prescriptions_of: PrescriptionsOf, patient: str, words: str, rx_number: str
) -> None:
    (mention,) = resolver.resolve(words, prescriptions_of(patient))

    assert (mention.kind, mention.rx_numbers) == (MentionKind.SIMILAR, (rx_number,))


@pytest.mark.parametrize(
    ("words", "groups"),
    [
        ("lisinopril and metformin", [["RX100101"], ["RX100102"]]),
        ("lisinopril, metformin, and omeprazole please", [["RX100101"], ["RX100102"], ["RX100103"]]),
        ("lisinopril lisinopril Zestril", [["RX100101"]]),
        ("RX100102 and RX100101 and rx 100102", [["RX100102"], ["RX100101"]]),
        ("lisinopril and Ozempic", [["RX100101"], []]),
        ("my sugar pill and my muscle relaxer", [["RX100102"], ["RX100104"]]),
    ],
)
def test_several_medicines_in_their_order(
    resolver: MedicationResolver, prescriptions_of: PrescriptionsOf, words: str, groups: list[list[str]]
) -> None:
    mentions = resolver.resolve(words, prescriptions_of("001"))

    assert [list(mention.rx_numbers) for mention in mentions] == groups


@pytest.fixture
def two_strengths(prescriptions_of: PrescriptionsOf) -> tuple[Prescription, ...]:
    low = prescriptions_of("001")[0]
    return low, replace(low, rx_number="RX900002", strength="20 mg")


@pytest.mark.parametrize(
    ("words", "rx_numbers"),
    [
        ("lisinopril", ["RX100101", "RX900002"]),
        ("lisinopril 10 mg", ["RX100101"]),
        ("the 20mg lisinopril", ["RX900002"]),
        ("lisinopril 20 milligrams", ["RX900002"]),
        ("lisinopril 40 mg", ["RX100101", "RX900002"]),
    ],
)
def test_a_strength_narrows_the_choice(
    resolver: MedicationResolver, two_strengths: tuple[Prescription, ...], words: str, rx_numbers: list[str]
) -> None:
    (mention,) = resolver.resolve(words, two_strengths)

    assert sorted(mention.rx_numbers) == rx_numbers


def test_a_strength_that_is_not_the_prescriptions_is_noted(
    resolver: MedicationResolver, prescriptions_of: PrescriptionsOf
) -> None:
    (other,) = resolver.resolve("metformin 1000 mg", prescriptions_of("001"))
    (same,) = resolver.resolve("metformin 500 mg", prescriptions_of("001"))

    assert (other.strength_asked, same.strength_asked) == ("1000 mg", None)


@pytest.mark.parametrize(
    "words",
    ["metoprolol tartrate", "refill metoprolol tartrate 50 mg"],
)
def test_another_salt_is_another_medicine(
    resolver: MedicationResolver, prescriptions_of: PrescriptionsOf, words: str
) -> None:
    """The suffix is part of the name (DOMAIN.md §7); this patient takes metoprolol succinate."""
    (mention,) = resolver.resolve(words, prescriptions_of("007"))

    assert mention.kind is not MentionKind.PRESCRIPTION


def test_look_alikes_that_are_each_named_are_no_doubt(
    resolver: MedicationResolver, prescriptions_of: PrescriptionsOf
) -> None:
    mentions = resolver.resolve("hydroxyzine and hydralazine", prescriptions_of("006"))

    assert [mention.rx_numbers for mention in mentions] == [("RX100601",), ("RX100602",)]


def test_look_alikes_of_a_prescription(resolver: MedicationResolver, prescriptions_of: PrescriptionsOf) -> None:
    own = prescriptions_of("006")
    unlisted = replace(own[0], drug="mystery")

    assert resolver.look_alikes(own[0], own) == ("RX100602",)
    assert resolver.look_alikes(prescriptions_of("001")[0], prescriptions_of("001")) == ()
    assert resolver.look_alikes(unlisted, own) == ()


def test_an_unlisted_medicine_is_found_by_its_use_and_not_by_another_name(
    resolver: MedicationResolver, prescriptions_of: PrescriptionsOf
) -> None:
    unlisted = replace(prescriptions_of("001")[0], drug="mystery", generic_name="mystery", indication="hiccups")

    assert meant(resolver.resolve("my hiccups medicine", [unlisted])) == ["RX100101"]
    assert meant(resolver.resolve("lisinopril", [unlisted])) == []


@pytest.mark.parametrize(
    ("words", "drugs"),
    [
        ("does Lipitor interact with warfarin", ["atorvastatin", "warfarin"]),
        ("metformina", ["metformin"]),
        ("refill it please", []),
    ],
)
def test_drugs_named_whoever_takes_them(resolver: MedicationResolver, words: str, drugs: list[str]) -> None:
    assert [drug.name for drug in resolver.drugs_named(words)] == drugs


@given(
    st.integers(1, 14),
    st.text(max_size=60)
    | st.sampled_from([row[1] for row in rows(PICKED) + rows(CHOSEN_FROM)])
    | st.integers(100_100, 101_499).map("rx {}".format),
)
def test_only_the_patients_own_prescriptions_are_found(
    resolver: MedicationResolver, demo: MockData, number: int, words: str
) -> None:
    own = [item for item in demo.prescriptions if item.patient_id == f"patient_{number:03}"]

    assert set(meant(resolver.resolve(words, own))) <= {item.rx_number for item in own}
    assert resolver.resolve(words, ()) == tuple(
        mention for mention in resolver.resolve(words, ()) if mention.kind is MentionKind.NOT_ON_PROFILE
    )
