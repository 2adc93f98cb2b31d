"""A whole refill in a language that nobody wrote code for, and in Spanish, in plain words and tall-man letters."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from rxflow.assistant import Assistant
from rxflow.bootstrap import build_assistant
from rxflow.config.settings import Settings
from rxflow.domain.errors import DataError
from rxflow.prompts import catalog
from rxflow.prompts.catalog import message_catalog
from rxflow.services.mock_data import MockData
from rxflow.workflow.workflow_types import RefillState
from tests.support.conversation import Conversation
from tests.support.plain_language import breaches

MADE_UP = "xx"
MARK = "»"


def _made_up(key: str, text: str) -> str:
    """A translation that every reader can tell from English: each line of it is marked."""
    if key == "language_months":
        return " ".join(f"{MARK}m{number}" for number in range(1, 13))
    if key.startswith("language_"):
        return text
    return "\n".join(line if line in {"", "{list}"} else MARK + line for line in text.split("\n"))


@pytest.fixture
def third_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A catalogue more in a folder of its own; nothing else knows of the language."""
    english = message_catalog("en")
    for language in catalog.languages():
        (tmp_path / f"{language}.json").write_bytes((catalog.FOLDER / f"{language}.json").read_bytes())
    made_up = {key: _made_up(key, text) for key, text in english.items()}
    (tmp_path / f"{MADE_UP}.json").write_text(json.dumps(made_up), encoding="utf-8")
    monkeypatch.setattr(catalog, "FOLDER", tmp_path)
    return MADE_UP


def _speaking(data: MockData, patient_id: str, language: str) -> MockData:
    patients = (replace(each, language=language) if each.patient_id == patient_id else each for each in data.patients)
    return replace(data, patients=tuple(patients))


def _unmarked(talk: Conversation) -> list[str]:
    """The lines that are not of the third catalogue; what a list names, such as pharmacies, is in no language."""
    lines = [line for reply in talk.replies for line in reply.message.splitlines() if line]
    return [line for line in lines if MARK not in line and not line.startswith("- ")]


def test_a_third_language_needs_a_catalogue_and_nothing_else(
    third_language: str, make_assistant: Callable[..., Assistant], demo: MockData
) -> None:
    talk = Conversation(make_assistant(data=_speaking(demo, "patient_002", third_language)), "patient_002")
    for words in ("atorvastatin", "yes", "H-E-B", "yes"):
        talk.say(words)

    assert third_language in catalog.languages()
    assert talk.state is RefillState.COMPLETE
    assert len(talk.orders()) == 1
    assert _unmarked(talk) == []
    assert all(suggestion.startswith(MARK) for suggestion in talk.last.suggestions)


def test_a_no_in_a_third_language_has_its_reason_and_its_date(
    third_language: str, make_assistant: Callable[..., Assistant], demo: MockData
) -> None:
    talk = Conversation(make_assistant(data=_speaking(demo, "patient_002", third_language)), "patient_002")
    for words in ("atorvastatin", "yes", "H-E-B", "yes", "atorvastatin"):
        talk.say(words)
    fresh = Conversation(make_assistant(data=_speaking(demo, "patient_003", third_language)), "patient_003")
    fresh.say("Ozempic")

    assert _unmarked(talk) == _unmarked(fresh) == []
    assert message_catalog(third_language)["finding_PRIOR_AUTHORIZATION"].partition("{")[0] in fresh.last.message
    # What has no translation is told in English: what the medicine is for.
    assert "high cholesterol" in talk.replies[1].message


def test_a_spanish_refill_is_plain_from_greeting_to_order(make_assistant: Callable[..., Assistant]) -> None:
    talk = Conversation(make_assistant(), "patient_005")
    for words in ("necesito amlodipino", "sí", "la más cercana", "sí, haga el pedido"):
        talk.say(words)

    assert talk.state is RefillState.COMPLETE
    assert [each for reply in talk.replies[:-1] for each in breaches(reply.message, "es")] == []
    told = "\n".join(reply.message for reply in talk.replies)
    assert "Tome una tableta por la boca una vez al día" in told
    assert "30 tabletas" in told


def test_a_look_alike_is_shown_in_tall_man_letters_and_kept_plain(make_assistant: Callable[..., Assistant]) -> None:
    talk = Conversation(make_assistant(), "patient_006")
    for words in ("refill hydroxyzine", "yes"):
        talk.say(words)

    assert "hydrOXYzine" in talk.replies[1].message
    assert not any("hydroxyzine" in reply.message for reply in talk.replies)
    if talk.state is RefillState.CLARIFY_MEDICATION:
        talk.say("hydrOXYzine")
    for words in ("yes", "the closest one", "yes"):
        if talk.state is not RefillState.COMPLETE:
            talk.say(words)
    assert [order.medication for order in talk.orders()] == ["hydroxyzine hydrochloride 25 mg tablet"]
    assert "hydrOXYzine" in talk.last.message


def test_a_patient_whose_language_has_no_catalogue_is_a_fault_of_the_data(settings: Settings, tmp_path: Path) -> None:
    data_dir = tmp_path / "data"
    shutil.copytree(settings.data_dir, data_dir)
    file = data_dir / "mock_patients.json"
    file.write_text(file.read_text("utf-8").replace('"language": "es"', '"language": "qq"', 1), encoding="utf-8")

    with pytest.raises(DataError, match=r"mock_patients\.json: record patient_\d+: field language: .*one of en, es"):
        build_assistant(settings.model_copy(update={"data_dir": data_dir}))
