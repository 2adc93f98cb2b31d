"""Which prescriptions a patient's words mean, on the demo patients' profiles."""

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.name_edits import misspellings, names_with_drugs
from bench.names import prescriptions_for, told_who_does_not, told_who_takes_it
from rxflow.dialogue.descriptions import points_at_form, spoken_use
from rxflow.dialogue.medications import MedicationResolver, Mention, MentionKind
from rxflow.dialogue.text import words_of
from rxflow.domain.prescription import Prescription
from rxflow.services.drugs import DrugService
from rxflow.services.mock_data import MockData, load_mock_data
from tests.unit.clinical.builders import TODAY

from .conftest import PrescriptionsOf

ROOT = Path(__file__).resolve().parents[3]

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
001 | my metforman please | RX100102
001 | lisinoprils | RX100101
002 | atorva | RX100201
002 | rosuva, no wait, atorvastatin | RX100201
002 | eliquis's running low | RX100202
003 | lisinopril and hydrochlorothiazide | RX100303
004 | ventolin not the flovent | RX100401
005 | la de la tiroides | RX100501
005 | para la tiroides | RX100501
006 | the hydroxyzine not the hydralazine | RX100601
007 | the warfarin, 5 mg | RX100703
008 | my oxys | RX100801
009 | the chewable one | RX100901
010 | metop- no the furosemide | RX101003
012 | the insulin pen | RX101201
012 | la inyección | RX101201
013 | las vitaminas prenatales | RX101304
013 | prenatals | RX101304
014 | the nose spray | RX101404
"""

PICKED_ON_THE_PROFILE = """
001 | 100101 | RX100101
001 | one zero zero one zero one | RX100101
001 | my 10 milligram one | RX100101
004 | my happy pill | RX100403
006 | the 150 mg one | RX100603
001 | whatever I take to help my stomach before breakfast | RX100103
002 | the one that keeps my blood from clotting, I am low | RX100202
002 | Not the cholesterol, I have lots of that. It's the blood thinner that is low. | RX100202
003 | I was filling my weekly pill box and the cholesterol one ran out, can you get it going | RX100302
005 | La amlodipina todavía tengo bastante, así que esa no. La otra de la presión | RX100503
005 | ¿cuántos resurtidos me quedan de la tiroides? | RX100501
009 | Emily's rescue inhaler is spitting out nothing but air | RX100903
010 | whatever makes me pee every 20 minutes, I need more of it | RX101003
011 | need lexapro no wait it is called escitalopram on the bottle | RX101102
011 | Sumatriptan please. Sorry, wrong one, the dissolving one. | RX101103
006 | the 50 mg one three times a day | RX100602
010 | the 0.4 mg capsule | RX101006
"""

CHOSEN_FROM = """
001 | acid reflux | RX100103 RX100106
001 | whatever it is I take for my back | RX100104 RX100105
011 | my migraine medicine is almost gone | RX101103 RX101104
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
002 | the bedtime one | RX100203 RX100204
008 | pain meds | RX100801 RX100803
011 | my migraine pill | RX101103 RX101104
"""

NOT_THEIRS = """
001 | Ozempic | semaglutide
001 | atorvastatin | atorvastatin
001 | metoprolol | metoprolol
001 | RX100201 |
001 | RX999999 |
002 | pravastatin | pravastatin
004 | lisinopril | lisinopril
004 | lisinoprill | lisinopril
004 | met four min | metformin
004 | rosuva | rosuvastatin
"""

ASKED_ABOUT = """
001 | metronidazole | RX100102 | a listed look-alike
001 | prozac | RX100103 | a brand listed with a brand that is not on the label
001 | zestrol | RX100101 | one edit in a short name
001 | lisnoprl | RX100101 | two edits
001 | met four min | RX100102 | by sound
001 | lie sin oh pril | RX100101 | by sound
001 | met 4 min | RX100102 | by sound, with a number
001 | metformin XR | RX100102 | another release
002 | elequis | RX100202 | a guess
002 | lipiter | RX100201 | another guess
002 | ella quiz | RX100202 | by sound
002 | a tour of a statin | RX100201 | by sound
003 | Wegovy | RX100301 | another brand of the ingredient
004 | Flonase | RX100402 | another brand of the ingredient
005 | levo | RX100501 | the beginning of several names
005 | levo tiroxinna | RX100501 | Spanish, cut and misspelt
006 | hydra something | RX100601 RX100602 | the beginning of one, and its look-alike
006 | the bu- one | RX100603 RX100604 | broken off
007 | metoprolol ER tartrate | RX100704 | another salt
008 | OxyContin | RX100801 | a brand listed as confused with its ingredient
010 | valsartan | RX101002 | a part of a combination
010 | captopril | RX101001 | a look-alike without a drug record
012 | Toujeo | RX101201 | another brand of the ingredient
"""

NAMES_NOTHING = [
    "i think i am having a heart attack",
    "is the flu shot here",
    "zip code 29046",
    "yes",
    "refill please",
    "the second one",
    "CVS on Congress",
    "100 mg",
    "rx",
    "rx 12",
    "",
    "....",
    "7",
]


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
    assert resolver.named(words).by_any_means


@pytest.mark.parametrize(("patient", "words", "rx_number"), rows(PICKED_ON_THE_PROFILE))
def test_what_only_the_profile_tells(
    resolver: MedicationResolver, prescriptions_of: PrescriptionsOf, patient: str, words: str, rx_number: str
) -> None:
    (mention,) = resolver.resolve(words, prescriptions_of(patient))

    assert (mention.kind, mention.rx_numbers) == (MentionKind.PRESCRIPTION, (rx_number,))


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
    ("patient", "words", "rx_numbers"),
    [row[:3] for row in rows(ASKED_ABOUT)],
    ids=[row[3] for row in rows(ASKED_ABOUT)],
)
def test_what_may_be_another_medicine_is_asked_about(
    resolver: MedicationResolver, prescriptions_of: PrescriptionsOf, patient: str, words: str, rx_numbers: str
) -> None:
    (mention,) = resolver.resolve(words, prescriptions_of(patient))

    assert mention.kind is MentionKind.SIMILAR or len(mention.rx_numbers) > 1
    assert sorted(mention.rx_numbers) == rx_numbers.split()


@pytest.mark.parametrize(
    ("words", "groups"),
    [
        ("lisinopril and metformin", [["RX100101"], ["RX100102"]]),
        ("lisinopril, metformin, and omeprazole please", [["RX100101"], ["RX100102"], ["RX100103"]]),
        ("lisinopril lisinopril Zestril", [["RX100101"]]),
        ("RX100102 and RX100101 and rx 100102", [["RX100102"], ["RX100101"]]),
        ("lisinopril and Ozempic", [["RX100101"], []]),
        ("my sugar pill and my muscle relaxer", [["RX100102"], ["RX100104"]]),
        ("lisinopril and my sugar pill", [["RX100101"], ["RX100102"]]),
        ("lisinopril not the metformin", [["RX100101"]]),
        ("lisinopril, I mean metformin", [["RX100102"]]),
        ("lisinopril, also metformin", [["RX100101"], ["RX100102"]]),
        ("metformin 500 mg and lisinopril 20 mg", [["RX100102"], ["RX100101"]]),
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

    (bare,) = resolver.resolve("lisinopril twenty", prescriptions_of("001"))
    first, second = resolver.resolve("metformin 500 mg and lisinopril 20 mg", prescriptions_of("001"))

    assert (other.strength_asked, same.strength_asked, bare.strength_asked) == ("1000 mg", None, "20 mg")
    assert (first.strength_asked, second.strength_asked) == (None, "20 mg")


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


def test_a_name_within_two_edits_of_ones_own_is_like_a_listed_look_alike(
    resolver: MedicationResolver, prescriptions_of: PrescriptionsOf
) -> None:
    """Linagliptin is no listed pair of sitagliptin's, and as easily confused."""
    own = replace(prescriptions_of("001")[0], drug="sitagliptin", generic_name="sitagliptin")
    (mention,) = resolver.resolve("refill linagliptin", [own])

    assert (mention.kind, mention.rx_numbers, mention.exact) == (MentionKind.SIMILAR, (own.rx_number,), ())


def test_the_brand_on_the_label_chooses_among_products(
    resolver: MedicationResolver, prescriptions_of: PrescriptionsOf
) -> None:
    own = (prescriptions_of("004")[0], prescriptions_of("009")[2])
    (mention,) = resolver.resolve("my ventolin", own)

    assert [item.brand_name for item in own] == ["Ventolin HFA", "ProAir HFA"]
    assert (mention.kind, mention.rx_numbers) == (MentionKind.PRESCRIPTION, (own[0].rx_number,))


def test_confidence_falls_with_the_likeness(resolver: MedicationResolver, prescriptions_of: PrescriptionsOf) -> None:
    said = ["lisinopril", "lisnoprl", "my blood pressure pill", "my 10 milligram one"]
    stated = [resolver.resolve(words, prescriptions_of("001"))[0].confidence for words in said]

    assert stated == sorted(stated, reverse=True)
    assert len(set(stated)) == len(stated)


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
        ("allergic to penicilin V and sulfa", ["penicillin V"]),
        ("does it go with lisinoprl or atorvastain", ["lisinopril", "atorvastatin"]),
        ("my insulin", []),
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


def test_misspelt_names_are_right_or_asked_about_and_never_another_medicine() -> None:
    """A patient who takes the drug, and one who takes another; two edits are never taken without asking."""
    data = load_mock_data(ROOT / "data", TODAY)
    takes, unlike, taken = Counter[str](), Counter[str](), []
    resolver = MedicationResolver(DrugService(data))
    for one in misspellings(names_with_drugs(data), each=1):
        own, other = prescriptions_for(one, data, Random(one.typed))
        text = f"refill my {one.typed} please"
        mentions = resolver.resolve(text, (own, other))
        takes[told_who_takes_it(mentions, own.rx_number)] += 1
        unlike[told_who_does_not(resolver.resolve(text, (other,)), one)] += 1
        taken += [one.typed for mention in mentions if one.edits > 1 and mention.kind is MentionKind.PRESCRIPTION]

    assert (takes["wrong pick"], unlike["wrong pick"], taken) == (0, 0, [])
    assert (takes["right"] + takes["asked"]) / takes.total() >= 0.98
    assert unlike["another name"] / unlike.total() < 0.005


@pytest.mark.parametrize(
    ("words", "drug"),
    [
        ("amlodipine bneazepril", "amlodipine / benazepril"),
        ("allbuterol ipratrropium", "albuterol / ipratropium"),
        ("hydrochloorthiazide lisinopril", "hydrochlorothiazide / lisinopril"),
        ("bupenorphie naloxone", "buprenorphine / naloxone"),
        ("flutycasone furoate vilanterol", "fluticasone furoate / vilanterol"),
        ("insulin delgudce", "insulin degludec"),
        ("imsulin lispro", "insulin lispro"),
        ("vitamn e", "vitamin E"),
    ],
)
def test_a_misspelt_name_of_several_words_is_not_taken_for_a_part_of_it(
    resolver: MedicationResolver, demo: MockData, words: str, drug: str
) -> None:
    """A part, such as amlodipine or another insulin, is asked about at most, and the whole is known for who has it."""
    parts = ["amlodipine", "albuterol", "lisinopril", "naloxone", "fluticasone", "insulin glargine", "prenatal vitamin"]
    like = demo.prescriptions[0]
    own = [replace(like, rx_number=f"RX90000{place}", drug=part, generic_name=part) for place, part in enumerate(parts)]
    whole = replace(like, rx_number="RX900009", drug=drug, generic_name=drug)

    mentions = resolver.resolve(f"refill my {words}", own)
    assert [mention.drug for mention in mentions] == [drug]
    assert all(mention.kind is not MentionKind.PRESCRIPTION for mention in mentions)
    assert meant(resolver.resolve(f"refill my {words}", [whole])) == ["RX900009"]


@pytest.mark.parametrize(
    ("patient", "words"),
    [
        ("004", "new allergy to put down, latex, found out at the dentist"),
        ("004", "what allergies do you have for me on file there"),
        ("003", "dejé de tomar la del colesterol porque me caía mal"),
        ("003", "I stopped taking my cholesterol pill"),
    ],
)
def test_what_is_only_told_of_asks_for_no_medicine(
    resolver: MedicationResolver, prescriptions_of: PrescriptionsOf, patient: str, words: str
) -> None:
    assert resolver.resolve(words, prescriptions_of(patient)) == ()


def test_a_medicine_left_out_this_time_is_not_meant(
    resolver: MedicationResolver, prescriptions_of: PrescriptionsOf
) -> None:
    found = resolver.resolve("amlodipine and metformin no insulin this time", prescriptions_of("012"))

    assert meant(found) == ["RX101202", "RX101204"]


def test_a_strength_in_the_plural_is_noted(resolver: MedicationResolver, prescriptions_of: PrescriptionsOf) -> None:
    (mention,) = resolver.resolve("My metformin, the 500s, I'm out", prescriptions_of("012"))

    assert mention.strength_asked == "500 mg"


def test_one_listening_tells_all_that_is_named(resolver: MedicationResolver, demo_drugs: DrugService) -> None:
    uses = {spoken_use(use) for drug in demo_drugs.all() for use in (*drug.uses, *drug.uses_es)}
    lines = (ROOT / "tests/eval/utterances.jsonl").read_text(encoding="utf-8").splitlines()
    for text in (json.loads(line)["text"] for line in lines[::4]):
        named = resolver.named(text)
        words = spoken_use(text).split()
        runs = {" ".join(words[start : start + length]) for start in range(len(words)) for length in range(1, 6)}
        by_use = points_at_form(words_of(text)) or not runs.isdisjoint(uses)

        assert named.drugs == resolver.drugs_named(text)
        assert named.outright >= bool(named.drugs)
        assert named.by_any_means == (named.outright or by_use), text
