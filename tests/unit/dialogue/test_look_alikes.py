"""Every listed pair of look-alike names: never a silent pick (DOMAIN.md §7)."""

from pathlib import Path

import pytest

from rxflow.dialogue.medications import MedicationResolver, MentionKind
from rxflow.domain.prescription import Prescription
from rxflow.services.drugs import DrugService
from rxflow.services.mock_data import load_mock_data
from tests.unit.clinical.builders import TODAY, prescription

MIN_LETTERS = 4
"""Shorter names are never searched for among words; the patient is asked."""

DATA = load_mock_data(Path(__file__).resolve().parents[3] / "data", TODAY)
DRUGS = DrugService(DATA)


def on_label(name: str, rx_number: str) -> Prescription | None:
    """A prescription whose label says the name, or None for a name that the demo drugs do not list."""
    match = next(iter(DRUGS.find(name)), None)
    if match is None or match.kind not in {"exact", "brand"} or len(name) < MIN_LETTERS:
        return None
    brand = match.matched if match.kind == "brand" else None
    return prescription(match.drug.name, rx_number=rx_number, brand_name=brand)


PAIRS = [
    (said, own, other)
    for pair in DATA.lasa_pairs
    for said, name in (pair, pair[::-1])
    if (own := on_label(said, "RX900001")) and (other := on_label(name, "RX900002")) and own.drug != other.drug
]


@pytest.fixture(scope="module")
def resolver() -> MedicationResolver:
    return MedicationResolver(DRUGS)


def test_most_of_the_list_is_tested() -> None:
    assert len(PAIRS) > 100


def test_with_both_on_the_profile_the_patient_chooses(resolver: MedicationResolver) -> None:
    picked = [
        said
        for said, own, other in PAIRS
        if [set(mention.rx_numbers) for mention in resolver.resolve(f"refill my {said}", [own, other])]
        != [{"RX900001", "RX900002"}]
    ]

    assert picked == []


def test_with_only_the_look_alike_on_the_profile_it_is_never_picked(resolver: MedicationResolver) -> None:
    swapped = [
        said
        for said, _, other in PAIRS
        for mention in resolver.resolve(f"refill my {said}", [other])
        if mention.kind is MentionKind.PRESCRIPTION
    ]

    assert swapped == []


def test_with_only_the_named_one_on_the_profile_it_is_meant(resolver: MedicationResolver) -> None:
    for said, own, _ in PAIRS:
        (mention,) = resolver.resolve(f"refill my {said}", [own])

        assert (mention.kind, mention.rx_numbers) == (MentionKind.PRESCRIPTION, ("RX900001",)), said
