import string
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from rxflow.services.drug_names import sound
from rxflow.services.drugs import DrugService, name_key
from rxflow.services.mock_data import MockData


def _first(drugs: DrugService, words: str) -> tuple[str, str]:
    match = drugs.find(words)[0]
    return match.drug.name, match.kind


def test_every_record_name_is_found_exactly(drugs: DrugService) -> None:
    for drug in drugs.all():
        assert _first(drugs, drug.name.upper()) == (drug.name, "exact")


def test_every_brand_is_found(drugs: DrugService) -> None:
    for drug in drugs.all():
        for brand in drug.brands:
            assert drug in [match.drug for match in drugs.find(brand, limit=20)], brand


def test_every_listed_misspelling_finds_its_drug_first(drugs: DrugService, data: MockData) -> None:
    for heard, canonical in data.misspellings.items():
        assert drugs.find(heard)[0].drug == drugs.find(canonical)[0].drug, heard


@pytest.mark.parametrize(
    ("words", "name", "kind"),
    [
        ("Lisinopril 10 mg", "lisinopril", "exact"),
        ("29046", "lisinopril", "exact"),
        ("metoprolol succinate", "metoprolol", "exact"),
        ("metformin XR", "metformin", "exact"),
        ("lisinopril-hydrochlorothiazide", "hydrochlorothiazide / lisinopril", "exact"),
        ("sacubitril valsartan", "sacubitril / valsartan", "exact"),
        ("prenatal vitamin", "prenatal vitamin", "exact"),
        ("WELLBUTRIN-XL", "bupropion", "brand"),
        ("ventolin", "albuterol", "brand"),
        ("Ozempic pen", "semaglutide", "brand"),
        ("met forming", "metformin", "misspelling"),
        ("water pill", "hydrochlorothiazide", "misspelling"),
        ("lisinopril hctz", "hydrochlorothiazide / lisinopril", "misspelling"),
        ("sinthroid", "levothyroxine", "similar"),
        ("lisinopryl", "lisinopril", "similar"),
    ],
)
def test_names_as_patients_write_them(drugs: DrugService, words: str, name: str, kind: str) -> None:
    assert _first(drugs, words) == (name, kind)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("amlodipino", "amlodipine"),
        ("metformina", "metformin"),
        ("omeprazol", "omeprazole"),
        ("losartán", "losartan"),
        ("insulina glargina", "insulin glargine"),
        ("sertralina 50 mg", "sertraline"),
        ("levotiroxina", "levothyroxine"),
        ("hidroclorotiazida", "hydrochlorothiazide"),
        ("hidroxicina", "hydroxyzine"),
        ("hidralazina", "hydralazine"),
        ("tiotropio", "tiotropium"),
    ],
)
def test_spanish_names_are_found(drugs: DrugService, words: str, name: str) -> None:
    assert drugs.find(words)[0].drug.name == name


def test_short_names_do_not_meet_by_ear(drugs: DrugService, data: MockData) -> None:
    without_list = DrugService(replace(data, misspellings={}))
    assert without_list.find("zocar")[0].drug.name == "simvastatin"
    assert drugs.find("zocar")[0].drug.name == "simvastatin"


def test_a_combination_is_only_similar_to_its_ingredient(drugs: DrugService) -> None:
    alone, combined = drugs.find("lisinopril")
    assert (alone.kind, combined.kind) == ("exact", "similar")
    assert alone.score > combined.score


@pytest.mark.parametrize(
    "words", ["", "  ", "?!", "refill", "pharmacy", "yes", "please help me with my lisinopril today"]
)
def test_words_that_name_no_drug_find_none(drugs: DrugService, words: str) -> None:
    assert drugs.find(words) == ()


def test_no_more_matches_than_the_limit(drugs: DrugService) -> None:
    assert len(drugs.find("amlodipino", limit=2)) == 2


@given(words=st.text(string.ascii_letters + string.digits + " -/'é", max_size=40))
def test_exact_means_letter_for_letter(drugs: DrugService, words: str) -> None:
    for match in drugs.find(words):
        assert 0 < match.score <= 100
        if match.kind == "exact":
            assert name_key(match.matched) in name_key(words)


@given(data=st.data())
def test_a_name_two_edits_away_is_never_exact(drugs: DrugService, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from([drug.name for drug in drugs.all() if drug.name.isalpha()]))
    letters = list(name)
    for _ in range(2):
        letters[data.draw(st.integers(0, len(letters) - 1))] = data.draw(st.sampled_from(string.ascii_lowercase))
    typed = "".join(letters)
    assume(OSA.distance(typed, name) >= 2)
    assert all(match.kind != "exact" for match in drugs.find(typed) if match.drug.name == name)


def test_a_record_is_got_by_its_name_in_any_case(drugs: DrugService) -> None:
    found = drugs.get(" Metformin ")
    assert found is not None
    assert found.rxcui == "6809"
    assert drugs.get("Glucophage") is None


def test_look_alike_names_are_known_from_both_sides(drugs: DrugService) -> None:
    assert "hydralazine" in drugs.lasa_partners("Hydroxyzine")
    assert "hydroxyzine" in drugs.lasa_partners("hydrALAZINE")
    assert "buspirone" in drugs.lasa_partners("bupropion")
    assert drugs.lasa_partners("prenatal vitamin") == frozenset()


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("lsnopril", ["lisinopril"]),
        ("lisinoprl hydroclorothiazide", ["hydrochlorothiazide / lisinopril"]),
        ("metop", ["metoprolol"]),
        ("czar elto", ["rivaroxaban"]),
        ("zirteck", ["cetirizine"]),
        ("insulin", ["insulin glargine", "insulin lispro"]),
        ("allegra", ["fexofenadine"]),
        ("oxy", ["oxycodone"]),
        ("hidroclorotiazida", ["hydrochlorothiazide"]),
    ],
)
def test_guesses_and_short_forms(drugs: DrugService, words: str, names: list[str]) -> None:
    found = [match.drug.name for match in drugs.find(words, limit=30)]

    assert set(names) <= set(found)
    assert len(names) > 1 or found[0] == names[0]


def test_guesses_are_nearest_first_and_say_how_far(drugs: DrugService) -> None:
    near = drugs.near("lorazepan")

    assert (near[0].drug.name, near[0].edits) == ("lorazepam", 1)
    assert [match.edits for match in near] == sorted(match.edits or 0 for match in near)
    assert "clonazepam" in {match.drug.name for match in drugs.near("lonazepam")}
    assert drugs.near("lorazepan", 1) == near[:1]


def test_what_listening_asks(drugs: DrugService) -> None:
    assert (drugs.begins_name("lisin"), drugs.begins_name("lisinx")) == (True, False)
    assert (drugs.begins_sound(sound("lie") + sound("sin")), drugs.begins_sound("qqq")) == (True, False)
    assert "lisinopril" in drugs.sounding(sound("liesinohpril"))
    assert drugs.look_alike("captopril") == "captopril"
    assert drugs.look_alike("table") is None
    assert ("zestril", sound("zestril")) in drugs.keys_of("lisinopril")
    assert drugs.keys_of("mystery") == ()
    assert [match.drug.name for match in drugs.combined("lisinopril", "hctz")] == ["hydrochlorothiazide / lisinopril"]
    assert drugs.combined("lisinopril", "table") == ()


@pytest.mark.parametrize(
    ("misspelled", "meant"),
    [
        ("ethjnyl estradiol / norgestimate", "ethinyl estradiol / norgestimate"),
        ("fluticasone phuroate / umeclidinium / vilanterol", "fluticasone furoate / umeclidinium / vilanterol"),
        ("amphetamine / dextroamphetamine mxied salts", "amphetamine / dextroamphetamine mixed salts"),
    ],
)
def test_a_misspelled_combination_is_found(drugs: DrugService, misspelled: str, meant: str) -> None:
    found = drugs.find(misspelled)
    assert found[0].drug.name == meant
    assert found[0].kind == "similar"
