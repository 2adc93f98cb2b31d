"""What is found about a medicine, and what is not clear enough to tell."""

import pytest

from rxflow.domain.knowledge import InformationTopic
from rxflow.services.drugs import DrugService
from rxflow.services.knowledge_files import load_knowledge
from rxflow.services.medication_information import MedicationInformation, is_clear
from tests.conftest import DATA_DIR

T = InformationTopic


@pytest.fixture(scope="session")
def information(demo_drugs: DrugService) -> MedicationInformation:
    return MedicationInformation(load_knowledge(DATA_DIR), demo_drugs)


@pytest.mark.parametrize(
    ("drug", "question", "language", "topics", "passage"),
    [
        ("lisinopril", "what are the side effects of lisinopril", "en", (T.SIDE_EFFECTS,), "ace-side-effects"),
        ("lisinopril", "side effects of lisinoprl", "en", (), "ace-side-effects"),
        ("lisinopril", "does my blood pressure pill cause a cough", "en", (T.SIDE_EFFECTS,), "ace-side-effects"),
        ("insulin glargine", "¿cómo se guarda la insulina?", "es", (T.STORAGE,), "cold-storage"),
        ("losartan", "para qué sirve", "es", (T.PURPOSE,), "uses"),
        ("losartan", "losartan", "en", (T.DRIVING,), "dizzy-driving"),
        ("losartan", "losartan", "en", (T.PURPOSE,), "uses"),
    ],
)
def test_the_passage_of_the_medicine_and_the_topic_is_found(
    information: MedicationInformation,
    demo_drugs: DrugService,
    drug: str,
    question: str,
    language: str,
    topics: tuple[InformationTopic, ...],
    passage: str,
) -> None:
    record = demo_drugs.get(drug)
    assert record is not None
    found = information.find(record, question, language, topics)

    assert found is not None
    assert found.passage.passage_id == passage
    assert is_clear(found)


@pytest.mark.parametrize(
    ("drug", "question", "language", "topics"),
    [
        ("lisinopril", "does it cause hair loss or purple toenails", "en", (T.SIDE_EFFECTS,)),
        ("warfarin", "what if I miss a dose", "en", (T.MISSED_DOSE,)),
        ("buspirone", "efectos secundarios", "es", (T.SIDE_EFFECTS,)),
        ("naloxone", "side effects", "en", (T.SIDE_EFFECTS,)),
        ("lisinopril", "lisinopril", "en", ()),
        ("lisinopril", "lisinopril", "en", (T.STORAGE, T.DRIVING)),
        ("naloxone", "naloxone", "en", (T.STORAGE,)),
        ("prenatal vitamin", "who makes it in which country", "en", ()),
    ],
)
def test_what_no_passage_says_clearly_is_not_told(
    information: MedicationInformation,
    demo_drugs: DrugService,
    drug: str,
    question: str,
    language: str,
    topics: tuple[InformationTopic, ...],
) -> None:
    record = demo_drugs.get(drug)
    assert record is not None
    found = information.find(record, question, language, topics)

    assert found is None or not is_clear(found)
