"""How a conversation went, on the page: the way, each answer, the file, and who may look."""

import json
import sys

import pytest
from streamlit.testing.v1 import AppTest

from rxflow.assistant import Assistant
from rxflow.domain.user import Role
from rxflow.observability.log_context import session_ref
from rxflow.prompts.catalog import message_catalog
from rxflow.ui.addresses import WORKFLOW
from rxflow.ui.assistant import pharmacy_assistant
from rxflow.ui.browser import new_browser_key
from tests.app.conftest import OpenPage
from tests.app.page_words import markdowns, say, texts
from tests.support.doors import PASSWORD

ENGLISH = message_catalog("en")


def go_to(page: AppTest, address: str) -> AppTest:
    """Open another of the visitor's pages, as its link does."""
    page._page_hash = _hash_of(page, address)
    return page.run()


def _hash_of(page: AppTest, address: str) -> str:
    hashes = {entry.url_path: entry._script_hash for entry in page.session_state["pages"].values()}
    return str(hashes[address])


def the_way(page: AppTest) -> str:
    return "".join(element.value for element in page.html if "rx-path" in element.value and "<ol" in element.value)


def reads(assistant: Assistant, patient_id: str, actor: str) -> int:
    """How often somebody was recorded to have opened a patient's conversation."""
    told = assistant.services.audit.for_patient(patient_id)
    return sum(entry.actor == actor and entry.detail.get("kind") == "conversations" for entry in told)


@pytest.fixture
def talked(sign_in: OpenPage) -> AppTest:
    """A conversation with a quote."""
    page = sign_in("patient_001")
    for words in ("refill my lisinopril", "yes", "CVS"):
        say(page, words)
    return page


def test_the_way_of_the_open_conversation_is_shown(talked: AppTest) -> None:
    page = go_to(talked, WORKFLOW)

    assert not page.exception
    assert the_way(page).count("<li") == 4
    assert 'aria-current="step">Which pharmacy? → Order to confirm (in stock there, and quoted)' in the_way(page)
    assert "Message 3 of 3" in [heading.value[:14] for heading in page.header]
    assert "CVS" in texts(page)
    assert "Looked at the pharmacy and the price" in markdowns(page)


def test_the_diagram_is_told_to_who_does_not_see_it(talked: AppTest) -> None:
    (chart,) = go_to(talked, WORKFLOW).get("graphviz_chart")

    assert "After message 3 it is in: Order to confirm" in chart.proto.alt
    assert 'CONFIRM_ORDER [label="Order to confirm", class="state now"' in chart.proto.spec


def test_the_conversation_is_replayed_step_by_step(talked: AppTest) -> None:
    page = go_to(talked, WORKFLOW)
    assert page.button(key="workflow-next").disabled

    page.button(key="workflow-previous").click().run()
    assert "Message 2 of 3" in [heading.value[:14] for heading in page.header]
    assert the_way(page).count("<li") == 3

    page.slider[0].set_value(1).run()
    assert the_way(page).count("<li") == 1
    assert page.button(key="workflow-previous").disabled
    assert "refill my lisinopril" in texts(page)


def test_a_conversation_in_which_nothing_was_said_says_so(sign_in: OpenPage) -> None:
    page = go_to(sign_in("patient_001"), WORKFLOW)

    assert [each.value for each in page.info] == [ENGLISH["page_workflow_nothing"]]
    assert the_way(page) == ""


def test_a_single_answer_needs_no_slider_and_an_emergency_no_model(sign_in: OpenPage) -> None:
    page = go_to(say(sign_in("patient_001"), "I have chest pain"), WORKFLOW)

    assert not page.slider
    assert "With the pharmacist" in the_way(page)
    assert ENGLISH["page_workflow_no_models"] in markdowns(page)
    assert ENGLISH["page_workflow_no_tools"] in markdowns(page)
    assert "Stops this refill" in markdowns(page)


def test_it_speaks_the_patients_language(sign_in: OpenPage) -> None:
    page = go_to(say(sign_in("patient_005"), "hola"), WORKFLOW)

    assert message_catalog("es")["page_workflow_title"] in [title.value for title in page.title]
    assert message_catalog("es")["page_workflow_no_path"] in markdowns(page)


def test_a_patients_menu_has_it_in_the_demonstration_only(
    sign_in: OpenPage, open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def is_listed(page: AppTest) -> bool:
        return bool(page.session_state["pages"][WORKFLOW]._visibility == "visible")

    assert is_listed(sign_in("patient_001"))
    monkeypatch.setenv("RXFLOW_HOST", "0.0.0.0")  # noqa: S104 - nothing is bound here
    pharmacy_assistant.clear()
    key = new_browser_key()
    pharmacy = pharmacy_assistant()
    pharmacy.run(pharmacy.manager.start("patient_001", browser_key=key))

    assert not is_listed(open_page(key))


def test_to_look_at_ones_own_conversation_is_recorded_once_while_it_stays_open(
    talked: AppTest, assistant: Assistant
) -> None:
    page = go_to(talked, WORKFLOW)
    page.button(key="workflow-previous").click().run()

    assert reads(assistant, "patient_001", "patient") == 1


def test_drawing_it_loads_no_library_of_tables_or_charts(talked: AppTest) -> None:
    before = {"pandas", "pyarrow", "altair", "graphviz"} & set(sys.modules)
    go_to(talked, WORKFLOW)

    assert {"pandas", "pyarrow", "altair", "graphviz"} & set(sys.modules) == before


# --- the staff


@pytest.fixture
def pharmacist(open_page: OpenPage, assistant: Assistant) -> AppTest:
    return a_member(open_page, assistant, Role.PHARMACIST)


def a_member(open_page: OpenPage, assistant: Assistant, role: Role) -> AppTest:
    assistant.services.users.add("mlee", "Maria Lee", role, PASSWORD)
    page = open_page()
    page.text_input(key="password-login").set_value("mlee")
    page.text_input(key="password-word").set_value(PASSWORD)
    return page.button(key="password-sign-in").click().run()


def test_staff_choose_a_conversation_by_a_reference_that_opens_nothing(
    talked: AppTest, pharmacist: AppTest, assistant: Assistant
) -> None:
    session = assistant.services.sessions.latest_for_browser(talked.session_state["browser_key"])
    assert session is not None
    page = go_to(pharmacist, WORKFLOW)
    choice = page.selectbox(key="workflow-conversation")

    assert [label[:12] for label in choice.options] == [session_ref(session.session_id)]
    assert session.session_id not in str(page.main)
    assert "John" not in str(choice.options)
    assert reads(assistant, "patient_001", "mlee") == 0


def test_a_conversation_that_staff_open_is_recorded_and_shown(
    talked: AppTest, pharmacist: AppTest, assistant: Assistant
) -> None:
    page = go_to(pharmacist, WORKFLOW)
    page.selectbox(key="workflow-conversation").select_index(0).run()
    page.button(key="workflow-previous").click().run()

    assert "Message 2 of 3" in [heading.value[:14] for heading in page.header]
    assert reads(assistant, "patient_001", "mlee") == 1

    page.selectbox(key="workflow-conversation").set_value(None).run()
    page.selectbox(key="workflow-conversation").select_index(0).run()
    assert reads(assistant, "patient_001", "mlee") == 2


def test_staff_are_told_where_there_is_no_conversation(pharmacist: AppTest) -> None:
    assert [each.value for each in go_to(pharmacist, WORKFLOW).info] == [ENGLISH["page_workflow_none"]]


@pytest.mark.parametrize("role", [Role.ADMIN, Role.AUDITOR])
def test_who_may_not_see_cases_has_no_such_page(open_page: OpenPage, assistant: Assistant, role: Role) -> None:
    page = a_member(open_page, assistant, role)

    assert WORKFLOW not in page.session_state["pages"]


def test_the_file_is_the_conversation(talked: AppTest, assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    from rxflow.ui import workflow_page

    offered: list[str] = []
    monkeypatch.setattr(workflow_page.st, "download_button", lambda _label, data, **_options: offered.append(data))
    go_to(talked, WORKFLOW)
    told = json.loads(offered[-1])

    assert told["format"] == "rxflow.conversation/1"
    assert [turn["state_to"] for turn in told["turns"]] == ["CONFIRM_DOSAGE", "SELECT_PHARMACY", "CONFIRM_ORDER"]
    assert all(turn["milliseconds"] is not None and turn["model_calls"] for turn in told["turns"])
    assert "John" not in offered[-1]
