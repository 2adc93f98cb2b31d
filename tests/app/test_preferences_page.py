"""The page of what a patient chooses."""

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from rxflow.assistant import Assistant
from rxflow.domain.errors import StoreUnavailableError
from rxflow.domain.patient import GuardianScope, Patient
from rxflow.domain.preferences import (
    Disclosure,
    LanguageChosen,
    NotificationTopic,
    PharmacyChosen,
    TrustedPerson,
    TrustedPersonChanged,
)
from rxflow.services.patients import PatientService
from rxflow.services.preferences import PreferenceService
from rxflow.services.retention import Forgotten, RetentionService
from rxflow.ui.addresses import CHAT, HOME, PREFERENCES
from tests.app.conftest import OpenPage, at_page
from tests.app.page_words import markdowns, press, say, texts

JOHN = "patient_001"


@pytest.fixture
def opened(begin: OpenPage) -> AppTest:
    return at_page(begin(JOHN), PREFERENCES)


def submit(page: AppTest, key: str) -> AppTest:
    return page.button(key=key).click().run()


def chosen(assistant: Assistant, patient_id: str = JOHN):
    return assistant.services.preferences.of(patient_id)


def test_a_new_language_is_spoken_at_once_and_everywhere(opened: AppTest, assistant: Assistant) -> None:
    opened.selectbox(key="language-0").set_value("es")
    page = submit(opened, "save-served-0")

    assert chosen(assistant).language == "es"
    assert "Guardado." in [each.value for each in page.success]
    assert page.title[0].value == "Preferencias"
    assert "Sus medicinas hoy" in [each.value for each in at_page(page, HOME).title]
    chat = at_page(page, CHAT)
    assert "Hablar con un farmacéutico" in [button.label for button in chat.button]
    assert "¿Es esta?" in texts(say(chat, "lisinopril"))


def test_what_is_not_changed_stays_as_on_file(opened: AppTest, assistant: Assistant) -> None:
    opened.selectbox(key="pharmacy-0").set_value("PH003")
    submit(opened, "save-served-0")

    assert (chosen(assistant).usual_pharmacy_id, chosen(assistant).language) == ("PH003", None)


def test_the_usual_pharmacy_is_the_chosen_one_in_the_conversation(opened: AppTest, assistant: Assistant) -> None:
    opened.selectbox(key="pharmacy-0").set_value("PH003")
    page = at_page(submit(opened, "save-served-0"), CHAT)
    for words in ("refill my lisinopril", "yes"):
        say(page, words)

    (line,) = [line for line in texts(page).splitlines() if "your usual pharmacy" in line]
    assert "H-E-B" in line


def test_agreement_is_given_and_taken_back_with_its_day(opened: AppTest, assistant: Assistant) -> None:
    assert markdowns(opened).count("You have not agreed to this.") == 4
    opened.checkbox(key="topic-order_ready-0").check()
    page = submit(opened, "save-consents-0")

    assert chosen(assistant).has_consented(NotificationTopic.ORDER_READY)
    assert "You agreed on" in markdowns(page)
    page.checkbox(key="topic-order_ready-1").uncheck()
    page = submit(page, "save-consents-1")

    assert "You took it back on" in markdowns(page)
    assert [
        each.has_consented(NotificationTopic.ORDER_READY) for each in assistant.services.preferences.history(JOHN)
    ] == [
        False,
        True,
    ]


def test_a_trusted_person_is_named_and_removed(opened: AppTest, assistant: Assistant) -> None:
    opened.text_input(key="person-name-0").set_value(" Anna Smith ")
    opened.text_input(key="person-relationship-0").set_value("sister")
    opened.checkbox(key="may-orders-0").check()
    page = submit(opened, "save-person-0")

    person = TrustedPerson("Anna Smith", "sister", (Disclosure.ORDERS,))
    assert chosen(assistant).trusted_person == person
    assert "Anna Smith (sister) may be told: That an order is ready, to collect it." in texts(page)
    page = submit(page, "remove-person-1")

    assert chosen(assistant).trusted_person is None
    assert "Anna Smith" not in texts(page)


def test_a_person_without_a_name_is_asked_for(opened: AppTest, assistant: Assistant) -> None:
    page = submit(opened, "save-person-0")

    assert "Please give a name" in page.warning[0].value
    assert chosen(assistant).version == 0


def test_what_was_changed_in_another_window_is_shown_and_not_overwritten(opened: AppTest, assistant: Assistant) -> None:
    assistant.services.preferences.change(JOHN, PharmacyChosen("PH003"), seen=0)
    opened.selectbox(key="pharmacy-0").set_value("PH002")
    page = submit(opened, "save-served-0")

    assert "changed in another window" in page.warning[0].value
    assert chosen(assistant).usual_pharmacy_id == "PH003"
    assert page.selectbox(key="pharmacy-1").value == "PH003"


def test_what_changes_in_the_same_moment_is_not_overwritten(
    opened: AppTest, assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    change = PreferenceService.change

    def overtaken(service: PreferenceService, *given, **more):
        monkeypatch.setattr(PreferenceService, "change", change)
        change(service, JOHN, LanguageChosen("en"), seen=0)
        return change(service, *given, **more)

    monkeypatch.setattr(PreferenceService, "change", overtaken)
    opened.selectbox(key="pharmacy-0").set_value("PH002")
    page = submit(opened, "save-served-0")

    assert "changed in another window" in page.warning[0].value
    assert chosen(assistant).usual_pharmacy_id is None


def test_a_guardian_who_may_only_look_finds_everything_fixed(begin: OpenPage, monkeypatch: pytest.MonkeyPatch) -> None:
    get = PatientService.get

    def looking(service: PatientService, patient_id: str) -> Patient:
        found = get(service, patient_id)
        guardian = found.guardian and replace(found.guardian, scope=GuardianScope.VIEW)
        return replace(found, guardian=guardian)

    monkeypatch.setattr(PatientService, "get", looking)
    page = at_page(begin("patient_009"), PREFERENCES)

    assert "not change it" in page.info[0].value
    widgets = (*page.selectbox, *page.checkbox, *page.text_input)
    assert len(widgets) == 11
    assert all(widget.disabled for widget in widgets)
    assert "forget" not in [button.key for button in page.button]


def test_conversations_are_deleted_after_one_more_question(sign_in: OpenPage, assistant: Assistant) -> None:
    page = say(sign_in(JOHN), "what prescriptions do I have?")
    asked = submit(at_page(page, PREFERENCES), "forget")
    told = texts(asked)

    assert "This goes:" in told
    assert "The law asks the pharmacy to keep the rest." in told
    assert assistant.retention.of_patient(JOHN)
    page = submit(asked, "forget-yes")

    assert assistant.retention.of_patient(JOHN) == ()
    assert page.button(key=f"sign-in-{JOHN}")


def test_conversations_are_kept_where_the_patient_thinks_better_of_it(sign_in: OpenPage, assistant: Assistant) -> None:
    page = submit(at_page(say(sign_in(JOHN), "hello"), PREFERENCES), "forget")
    page = submit(page, "forget-no")

    assert len(assistant.retention.of_patient(JOHN)) == 1
    assert "This goes:" not in texts(page)


def test_a_conversation_that_is_being_answered_is_told_of(opened: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    async def busy(*_: object) -> Forgotten:
        return Forgotten(busy=1)

    monkeypatch.setattr(RetentionService, "forget_patient", busy)
    page = submit(submit(opened, "forget"), "forget-yes")

    assert "is being answered right now" in page.warning[0].value


def test_what_cannot_be_read_is_one_line(begin: OpenPage, monkeypatch: pytest.MonkeyPatch) -> None:
    page = begin(JOHN)

    def fails(*_: object) -> None:
        raise StoreUnavailableError("The database cannot be read.")

    monkeypatch.setattr(PreferenceService, "pharmacies", fails)

    assert "The database cannot be read" in at_page(page, PREFERENCES).error[0].value.replace("\\", "")


def test_hostile_names_stay_text(begin: OpenPage, assistant: Assistant) -> None:
    name = "<img src=x> ![x](https://evil.example) $1"
    person = TrustedPerson(name, "*friend*", (Disclosure.COSTS,))
    assistant.services.preferences.change(JOHN, TrustedPersonChanged(person), seen=0)
    page = at_page(begin(JOHN), PREFERENCES)

    assert name in texts(page)
    assert name not in markdowns(page)
    assert press(page, "Remove this person").success
