"""Directions in plain words: said as they are, or not at all."""

import json
from fractions import Fraction
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rxflow.clinical.sig import read
from rxflow.clinical.sig_phrases import PHRASE_KEYS, Phrase, read_phrases
from rxflow.dialogue.outgoing import find_breach
from rxflow.prompts.catalog import languages, message_catalog
from rxflow.prompts.directions import plain_directions
from rxflow.prompts.replies import Replies
from tests.unit.clinical import test_days_supply, test_dosage, test_sig

ROOT = Path(__file__).resolve().parents[3]
ENGLISH, SPANISH = message_catalog("en"), message_catalog("es")
DEMO = sorted(
    {row["sig"] for row in json.loads((ROOT / "data/mock_prescriptions.json").read_text("utf-8"))["prescriptions"]}
)


def _texts(value: object) -> list[str]:
    """Every text in the tables of a test module."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, list | tuple | set | frozenset):
        return [text for each in value for text in _texts(each)]
    return []


def _sigs_of(*modules: object) -> set[str]:
    marks = [
        mark
        for module in modules
        for function in vars(module).values()
        for mark in getattr(function, "pytestmark", ())
        if mark.name == "parametrize"
    ]
    return {text for mark in marks for text in _texts(mark.args[1]) if any(each.isdigit() for each in text)}


LISTED = sorted({*DEMO, *_sigs_of(test_sig, test_dosage, test_days_supply)})

VERBS = ("Take", "Chew", "Use", "")
AMOUNTS = ("1 tablet", "2 tablets", "1 to 2 capsules", "two 500 mg tablets", "2 tablets (650 mg)", "1-2 puffs",
           "1/2 tablet", "1.5 tablets", "2 1/2 tablets", "5 mL", "0.5 mL", "12 units", "40 mg", "3 drops",
           "1 patch", "2 sprays", "4 to 8 lozenges")  # fmt: skip
PLACES = ("", "by mouth", "under the tongue", "in each nostril", "in both eyes", "to the affected area")
TIMES = ("once daily", "twice a day", "three times daily", "2 to 3 times a day", "every 6 hours", "every 4-6 hours",
         "q8h", "every other day", "once weekly", "every 2 weeks", "weekly", "every morning", "at bedtime", "BID",
         "daily", "in the morning and evening", "once daily in the morning", "every Monday and Thursday",
         "3 times a week", "once a month", "every 3 days")  # fmt: skip
MANNERS = ("", "with meals", "before breakfast", "30 minutes before meals", "on an empty stomach", "as needed",
           "as needed for pain", "for 10 days", "for up to 2 weeks", "as needed (max 6 tablets per day)",
           "as needed; no more than 3 in 24 hours", "; may repeat once after 2 hours")  # fmt: skip


@pytest.mark.parametrize(
    ("sig", "english", "spanish"),
    [
        ("Take 1 tablet by mouth once daily", "Take one tablet by mouth once a day",
         "Tome una tableta por la boca una vez al día"),
        ("1-2 tabs po q4-6h prn pain", None, None),
        ("Take 1-2 tablets po q4-6h prn for pain",
         "Take one or two tablets by mouth every four to six hours as needed for pain",
         "Tome una o dos tabletas por la boca cada cuatro a seis horas si lo necesita para el dolor"),
        ("Take ½ tablet BID", "Take half a tablet twice a day", "Tome media tableta dos veces al día"),
        ("Take one and one-half tablets daily", "Take one and a half tablets every day",
         "Tome una tableta y media cada día"),
        ("Inject 24 units under the skin at bedtime", "Inject 24 units under the skin at bedtime",
         "Inyecte 24 unidades debajo de la piel a la hora de dormir"),
        ("Take 1 tablet at migraine onset; may repeat once after 2 hours",
         "Take one tablet at the onset of migraine, may be repeated once after two hours",
         "Tome una tableta al comenzar la migraña, se puede repetir una vez después de dos horas"),
        ("Take 1 tablet as needed for migraine (max 1 per day)",
         "Take one tablet as needed for migraine, no more than 1 a day",
         "Tome una tableta si lo necesita para la migraña, máximo 1 al día"),
        ("Take 2 tablets daily for 3 days, then 1 tablet daily for 3 days",
         "Take two tablets every day for three days, then one tablet every day for three days",
         "Tome dos tabletas cada día por tres días, después una tableta cada día por tres días"),
        ("Take 1-2 200 mg tablets every 8 hours", "Take one or two tablets (200 mg each) every eight hours",
         "Tome una o dos tabletas (200 mg cada una) cada ocho horas"),
        ("Take 2 tablets (1,000 mg) daily", "Take two tablets (1000 mg) every day",
         "Tome dos tabletas (1000 mg) cada día"),
        ("Take 2 2 mg tablets daily", "Take two tablets (2 mg each) every day",
         "Tome dos tabletas (2 mg cada una) cada día"),
        ("Take 1/3 tablet daily", None, None),
        ("Use as directed", None, None),
        ("Take 1 tablet daily. Do not crush", None, None),
        ("", None, None),
    ],
)  # fmt: skip
def test_directions_in_plain_words(sig: str, english: str | None, spanish: str | None) -> None:
    assert plain_directions(sig, ENGLISH) == english
    assert plain_directions(sig, SPANISH) == spanish


def test_every_demo_prescription_is_told_in_plain_words_in_every_language() -> None:
    assert [(sig, language) for sig, language in product(DEMO, languages())
            if plain_directions(sig, message_catalog(language)) is None] == []  # fmt: skip


@pytest.mark.parametrize("language", languages())
def test_what_is_not_read_whole_is_told_in_the_labels_own_words(language: str) -> None:
    told = Replies(language).directions("Take 1 tablet daily. Do not crush.")

    assert "“Take 1 tablet daily. Do not crush”" in told
    assert "label" in told or "etiqueta" in told


def test_reading_the_plain_words_again_gives_the_same_directions() -> None:
    told = {sig: plain for sig in LISTED if (plain := plain_directions(sig, ENGLISH)) is not None}

    assert len(told) > 60
    assert {sig: plain for sig, plain in told.items() if read(plain) != read(sig)} == {}


@given(st.sampled_from(VERBS), st.sampled_from(AMOUNTS), st.sampled_from(PLACES), st.sampled_from(TIMES),
       st.sampled_from(MANNERS))  # fmt: skip
def test_any_directions_are_read_again_as_they_were(verb: str, amount: str, place: str, time: str, manner: str) -> None:
    sig = " ".join(part for part in (verb, amount, place, time, manner) if part)
    plain = plain_directions(sig, ENGLISH)

    assert plain is not None, sig
    assert read(plain) == read(sig), plain
    assert plain_directions(plain, ENGLISH) == plain
    assert plain_directions(plain, SPANISH) == plain_directions(sig, SPANISH)


def test_every_phrase_is_read_back_from_its_own_english() -> None:
    """A phrase that is lost on the way could change what the label says."""
    with_an_amount = {"amount", "each", "restated", "most_units_a_day", "most_units_in_24_hours"}
    for key in (key for key in PHRASE_KEYS if key not in with_an_amount):
        words = ENGLISH.get(f"sig_{key}", ENGLISH.get(f"sig_{key}_other", ""))
        phrases = read_phrases(words.strip(". ,").format(count="three"))
        assert phrases is not None, words
        assert [phrase.key for phrase in phrases] == [key], words


def test_numbers_and_units_stay_what_they_are() -> None:
    assert read_phrases("Take 1 to 2 tabs q6h") == (
        Phrase("take"),
        Phrase("amount", (Fraction(1), Fraction(2)), "tablet"),
        Phrase("every_hours", (Fraction(6),)),
    )


@pytest.mark.parametrize("language", languages())
def test_plain_directions_may_leave(language: str) -> None:
    replies = Replies(language)
    every = [f"{verb} {amount} {time}" for verb, amount, time in product(VERBS, AMOUNTS, TIMES)]
    every += [f"Take 1 tablet {place} daily {manner}" for place, manner in product(PLACES, MANNERS)]
    told = [
        replies.about("found", {"medication": "lisinopril 10 mg tablet", "indication": "this", "sig": sig})
        for sig in (*DEMO, *every, "Use as directed by your doctor")
    ]

    assert [each for each in told if find_breach(each) is not None] == []
