"""The figures for the pharmacy on their page: counted, filtered, told without the charts, and downloaded."""

import csv
import io
import json
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from rxflow.assistant import Assistant
from rxflow.domain.finding import Route
from rxflow.domain.user import Role
from rxflow.prompts.catalog import message_catalog
from rxflow.ui import insights_page
from rxflow.ui.addresses import INSIGHTS
from rxflow.ui.assistant import pharmacy_assistant
from tests.app.conftest import OpenPage, at_page
from tests.app.page_words import markdowns, texts
from tests.support.doors import PASSWORD
from tests.support.histories import History

ENGLISH = message_catalog("en")
MANY = 12
OF_AN_AUDITOR = """
from rxflow.domain.access import AccessRole, Principal
from rxflow.ui.assistant import pharmacy_assistant
from rxflow.ui.{module} import {show}
from rxflow.ui.visitor import StaffVisit

assistant = pharmacy_assistant()
principal = Principal("auditor-1", AccessRole.AUDITOR)
{show}(StaffVisit(assistant, principal, "A. Auditor", "en", assistant.services.local_now()))
"""


def a_member(open_page: OpenPage, role: Role = Role.PHARMACIST) -> AppTest:
    """Sign a member of the staff in, and open the figures."""
    pharmacy_assistant().services.users.add("mlee", "Maria Lee", role, PASSWORD)
    page = open_page()
    page.text_input(key="password-login").set_value("mlee")
    page.text_input(key="password-word").set_value(PASSWORD)
    return at_page(page.button(key="password-sign-in").click().run(), INSIGHTS)


def keep(assistant: Assistant) -> None:
    """Two orders at two pharmacies yesterday, one quote, and two that were stopped."""
    at = assistant.services.now() - timedelta(days=1)
    with assistant._store.write() as tx:
        for each in (
            History(tx, 1, at).asked().assessed().after(60).quoted("9.00", "15.00", "PH002").quoted("7.00").ordered(),
            History(tx, 2, at).asked().assessed().after(90).quoted("5.00", "20.00", "PH002").ordered(),
            History(tx, 3, at).asked().assessed().quoted("5.00"),
            History(tx, 4, at).asked().assessed("TOO_SOON", stopped_by="TOO_SOON"),
            History(tx, 5, at).asked().assessed("DOSE", stopped_by="DOSE").case(Route.PHARMACIST),
        ):
            each.keep()


def metrics(page: AppTest) -> dict[str, str]:
    return {metric.label: metric.value for metric in page.metric}


def table(page: AppTest, title: str) -> list[list[str]]:
    """The rows of a table of the page, without its head."""
    found = next(each.value for each in page.markdown if each.value.startswith(f"| {title} |"))
    return [[cell.strip().replace("\\", "") for cell in line.strip("|").split("|")] for line in found.split("\n")[2:]]


@pytest.fixture
def counted(open_page: OpenPage, assistant: Assistant) -> AppTest:
    keep(assistant)
    return a_member(open_page)


def test_the_figures_of_the_last_days_are_shown(counted: AppTest) -> None:
    assert not counted.exception
    assert metrics(counted) == {
        "Conversations with a request": "5",
        "Of them with an order": "2",
        "Request to order, median": "1 min 0 s",
        "Nine of ten within": "1 min 30 s",
    }
    assert [row[1] for row in table(counted, "From the request to the order")] == ["5", "3", "3", "2"]
    assert table(counted, "What stopped refills") == [["Dose", "1"], ["Too soon", "1"]]
    assert table(counted, "Handed over to a person") == [["Pharmacist", "1"]]
    assert [row[1] for row in table(counted, "Orders by pharmacy")] == ["1", "1"]
    assert [row[1:] for row in table(counted, "Day")] == [["5", "2"]]


def test_what_was_saved_is_told_with_how_it_is_counted(counted: AppTest) -> None:
    told = markdowns(counted).replace("\\", "")

    assert "$28.00 below the cash price" in told
    assert "$2.00 by choosing among pharmacies" in told
    assert "Orders counted, without cancelled ones: 2." in told


def test_every_chart_says_its_figures_to_who_does_not_see_it(counted: AppTest) -> None:
    alts = [chart.proto.alt for chart in counted.get("vega_lite_chart")]

    assert len(alts) == 5
    assert alts[0] == (
        "From the request to the order. Asked for a refill: 5, Prescription chosen, nothing blocks it: 3, "
        "Quote shown: 3, Agreed, order placed: 2."
    )
    assert alts[1] == "Day by day. Requests: 5, Orders: 2."


def test_charts_carry_their_rows_and_load_nothing(counted: AppTest) -> None:
    specs = [chart.proto.spec for chart in counted.get("vega_lite_chart")]

    assert all("values" in layer["data"] for spec in specs for layer in json.loads(spec)["layer"])
    assert not any("http" in spec for spec in specs)
    assert not {"pandas", "pyarrow", "altair"} & set(sys.modules)


@pytest.mark.parametrize(
    ("key", "choice", "requests"),
    [
        ("insights-route", ENGLISH["page_insights_route_pharmacist"], "1"),
        ("insights-code", "Too soon", "1"),
        ("insights-pharmacy", "H-E-B Pharmacy Mueller", "2"),
    ],
)
def test_a_filter_keeps_the_conversations_in_which_it_happened(
    counted: AppTest, key: str, choice: str, requests: str
) -> None:
    box = counted.selectbox(key=key)
    chosen = choice if choice in box.options else box.options[-1]
    box.select(chosen).run()

    assert metrics(counted)["Conversations with a request"] == requests


def test_a_period_can_be_chosen(counted: AppTest, assistant: Assistant) -> None:
    today = assistant.services.local_now().date()
    counted.date_input(key="insights-from").set_value(today).run()
    assert [each.value for each in counted.info] == [ENGLISH["page_insights_nothing"]]

    counted.date_input(key="insights-to").set_value(today - timedelta(days=9)).run()
    assert [each.value for each in counted.warning] == [ENGLISH["page_insights_wrong_period"]]

    counted.date_input(key="insights-from").set_value(today - timedelta(days=2000)).run()
    counted.date_input(key="insights-to").set_value(today).run()
    assert metrics(counted)["Conversations with a request"] == "5"


def test_the_download_is_the_figures(counted: AppTest, monkeypatch: pytest.MonkeyPatch, assistant: Assistant) -> None:
    offered: list[tuple[str, str]] = []
    monkeypatch.setattr(
        insights_page.st, "download_button", lambda _label, data, **named: offered.append((data, named["file_name"]))
    )
    counted.run()
    ((data, name),) = offered
    rows = list(csv.reader(io.StringIO(data)))

    assert name.endswith(f"{assistant.services.local_now().date()}.csv")
    assert rows[0] == ["figure", "group", "value"]
    assert ["conversations", "requested", "5"] in rows
    assert ["stopped by", "TOO_SOON", "1"] in rows
    assert ["savings", "below_cash", "28.00"] in rows
    assert ["seconds to the order", "median", "60"] in rows
    assert "patient_" not in data
    assert "session-" not in data


def test_a_stop_without_a_request_is_shown_too(open_page: OpenPage, assistant: Assistant) -> None:
    with assistant._store.write() as tx:
        History(tx, 1, assistant.services.now() - timedelta(hours=1)).stopped().keep()
    page = a_member(open_page)

    assert table(page, "What stopped refills") == [["Emergency", "1"]]
    for key in ("page_insights_no_cases", "page_insights_no_orders"):
        assert ENGLISH[key] in texts(page)


@pytest.fixture
def few_are_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RXFLOW_SMALLEST_COUNT", "11")


@pytest.mark.usefixtures("few_are_hidden")
def test_small_counts_are_not_shown_nor_downloaded(
    monkeypatch: pytest.MonkeyPatch, open_page: OpenPage, assistant: Assistant
) -> None:
    at = assistant.services.now() - timedelta(days=1)
    with assistant._store.write() as tx:
        for number in range(MANY):
            History(tx, number, at).asked().assessed().quoted("5.00").keep()
        History(tx, MANY, at).asked().assessed("DOSE", stopped_by="DOSE").keep()
        History(tx, MANY + 1, at).asked().assessed().quoted("1.00").ordered().keep()
    offered: list[str] = []
    monkeypatch.setattr(insights_page.st, "download_button", lambda _label, data, **_named: offered.append(data))
    page = a_member(open_page)

    assert metrics(page)["Conversations with a request"] == str(MANY + 2)
    assert metrics(page)["Of them with an order"] == "<11"
    assert table(page, "What stopped refills") == [["Dose", "<11"]]
    assert ENGLISH["page_insights_savings_few"] in texts(page)
    assert "Counts from 1 to 10 are shown as <11." in markdowns(page)
    assert "stopped by,DOSE,<11" in offered[-1]


@pytest.mark.parametrize("role", [Role.ADMIN, Role.AUDITOR])
def test_who_may_not_see_cases_has_no_such_page(open_page: OpenPage, assistant: Assistant, role: Role) -> None:
    page = a_member(open_page, role)

    assert INSIGHTS not in page.session_state["pages"]
    assert not page.metric


@pytest.mark.parametrize(
    ("module", "show", "refusal"),
    [
        ("insights_page", "show_insights", "insights_not_allowed"),
        ("workflow_page", "show_conversations", "workflow_not_allowed"),
    ],
)
def test_the_page_itself_refuses_who_may_not_see_cases(
    assistant: Assistant, tmp_path: Path, module: str, show: str, refusal: str
) -> None:
    script = tmp_path / "page.py"
    script.write_text(OF_AN_AUDITOR.format(module=module, show=show), encoding="utf-8")
    shown = AppTest.from_file(script, default_timeout=20).run()

    assert [error.value for error in shown.error] == [ENGLISH[f"page_{refusal}"]]
    assert not shown.metric
    assert not shown.selectbox
