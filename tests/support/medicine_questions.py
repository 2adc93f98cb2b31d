"""Plays labelled questions about medicines, each in a conversation of its own, and counts what came of them."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rxflow.assistant import Assistant
from rxflow.services.knowledge_files import FILE as PASSAGES
from rxflow.workflow.workflow_types import ConversationResponse

FILE = Path(__file__).parents[1] / "eval" / "medicine_questions.jsonl"
USES = {"en": " is used for: ", "es": " se usa para: "}


@dataclass(frozen=True, slots=True)
class LabelledQuestion:
    """A question, and what should come of it: `passage` is told for an answerable one, nothing for the others.

    `aside` marks those that were not looked at while patterns and threshold were chosen.
    """

    id: str
    kind: str
    language: str
    patient: str
    text: str
    aside: bool
    passage: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a question: the passage that was told, or None where a person was offered, and the reply."""

    question: LabelledQuestion
    told: str | None
    reply: str

    @property
    def is_right(self) -> bool:
        return self.told == self.question.passage


@dataclass(frozen=True, slots=True)
class Figures:
    """`precision`: of what was answered, how much with the right passage. `recall`: of what should be handed over, how
    much was. `answered`: of what can be answered, how much was rightly."""

    precision: float
    recall: float
    answered: float

    @classmethod
    def of(cls, outcomes: Iterable[Outcome]) -> "Figures":
        every = list(outcomes)
        told = [each for each in every if each.told is not None]
        kept = [each for each in every if each.question.passage is None]
        asked = [each for each in every if each.question.passage is not None]
        return cls(
            sum(each.is_right for each in told) / len(told),
            sum(each.told is None for each in kept) / len(kept),
            sum(each.is_right for each in asked) / len(asked),
        )


def read_questions() -> list[LabelledQuestion]:
    return [LabelledQuestion(**json.loads(line)) for line in FILE.read_text(encoding="utf-8").splitlines()]


def play(questions: Iterable[LabelledQuestion], assistant: Assistant) -> Iterator[Outcome]:
    """Ask each in a new clinical conversation."""
    file = json.loads((assistant.settings.data_dir / PASSAGES).read_text(encoding="utf-8"))
    texts = {text: each["passage_id"] for each in file["passages"] for text in each["text"].values()}
    for question in questions:
        greeted = assistant.run(assistant.manager.start(question.patient, "clinical"))
        replied = assistant.run(assistant.manager.handle_message(question.text, greeted.session_id))
        yield Outcome(question, _told(replied, texts, question.language), replied.message)


def _told(reply: ConversationResponse, texts: dict[str, str], language: str) -> str | None:
    plain = reply.message.casefold()
    told = [passage_id for text, passage_id in texts.items() if text.casefold() in plain]
    return told[0] if told else "uses" if USES[language] in reply.message else None
