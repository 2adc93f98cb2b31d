"""What the pharmacy's knowledge base says of a medicine, where it says it clearly enough; else nothing."""

from collections.abc import Collection, Mapping

from rxflow.domain.drug import Drug
from rxflow.domain.knowledge import FoundPassage, InformationTopic, Passage
from rxflow.services.bm25 import Bm25, terms
from rxflow.services.drugs import DrugService
from rxflow.services.knowledge_files import Knowledge

CONFIDENT = 0.55
"""The part of a question's weight that a passage must hold to answer it: measured (docs/conversation_types.md)."""
_DRUG_LIST = "data/mock_drugs.json"
_USES_TOLD = 2
_PURPOSE_SOURCE = {
    "en": "RxFlow's list of medicines; a pharmacist has yet to check it",
    "es": "lista de medicinas de RxFlow; un farmacéutico aún debe revisarla",
}


class MedicationInformation:
    """Finds passages by words (BM25), for one medicine and one topic at a time.

    Args:
        knowledge: The passages.
        drugs: The medicines, whose names and uses say nothing about what is asked of them.
    """

    def __init__(self, knowledge: Knowledge, drugs: DrugService) -> None:
        self._knowledge = knowledge
        self._drugs = drugs
        texts: dict[str, str] = {}
        for passages in knowledge.passages.values():
            for passage in passages:
                if passage.passage_id not in texts:
                    texts[passage.passage_id] = self._indexed(passage)
        self._index = Bm25(texts)
        self._purpose = Bm25({InformationTopic.PURPOSE: self._asked_as(InformationTopic.PURPOSE)})

    def _indexed(self, passage: Passage) -> str:
        """What a passage is found by: its words, and those in which its topic is asked about, in every language."""
        return " ".join((*passage.text.values(), self._asked_as(passage.topic)))

    def _asked_as(self, topic: InformationTopic) -> str:
        return " ".join(self._knowledge.asked_as.get(topic, {}).values())

    def find(
        self, drug: Drug, question: str, language: str, topics: Collection[InformationTopic] = ()
    ) -> FoundPassage | None:
        """The passage that answers a question about a medicine best.

        Args:
            drug: The medicine that is meant; passages about others are not looked at.
            question: The patient's words.
            language: Passages without words in it are not looked at.
            topics: What is asked for, where that was read; else every topic is looked at.

        Returns:
            None where nothing fits at all; `is_clear` says whether what was found may be told.
        """
        asked = self._asked(question, drug)
        if not asked:
            return self._only(drug, language, topics)
        by_id = {
            passage.passage_id: passage
            for passage in self._knowledge.passages.get(drug.name, ())
            if language in passage.text and (not topics or passage.topic in topics)
        }
        found = self._index.best(asked, by_id)
        best = FoundPassage(by_id[found[0]], found[1]) if found else None
        if not topics or InformationTopic.PURPOSE in topics:
            purpose = self._purpose.best(asked, (InformationTopic.PURPOSE,))
            if purpose is not None and (best is None or purpose[1] > best.confidence):
                return FoundPassage(_uses(drug), purpose[1]) if language in _uses(drug).text else None
        return best

    def _only(self, drug: Drug, language: str, topics: Collection[InformationTopic]) -> FoundPassage | None:
        """What is told where the words say no more than a topic that was read: `and for driving?`."""
        if len(topics) != 1:
            return None
        topic = next(iter(topics))
        if topic is InformationTopic.PURPOSE:
            return FoundPassage(_uses(drug), 1.0)
        fitting = [
            passage
            for passage in self._knowledge.passages.get(drug.name, ())
            if passage.topic is topic and language in passage.text
        ]
        return FoundPassage(fitting[0], 1.0) if fitting else None

    def _asked(self, question: str, drug: Drug) -> set[str]:
        """The terms of a question that are not the medicine's own names, misspelled or not, or its uses."""
        own = set(terms(" ".join((drug.name, *drug.ingredients, *drug.brands, *drug.uses, *drug.uses_es))))
        left = set()
        for word in question.split():
            named = terms(word)
            if not named or set(named) <= own:
                continue
            if any(match.drug.name == drug.name for match in self._drugs.find(word)):
                continue
            left.update(set(named) - own)
        return left


def is_clear(found: FoundPassage) -> bool:
    """Whether a passage speaks of enough of the question to be its answer."""
    return found.confidence >= CONFIDENT


def _uses(drug: Drug) -> Passage:
    """What a medicine is for, from the list of medicines."""
    uses = {"en": drug.uses, "es": drug.uses_es}
    texts: Mapping[str, str] = {language: ", ".join(each[:_USES_TOLD]) for language, each in uses.items() if each}
    return Passage("uses", InformationTopic.PURPOSE, texts, _PURPOSE_SOURCE, _DRUG_LIST, "K")
