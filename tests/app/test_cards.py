"""The cards of the conversation: what is asked about, what is offered, and a way to change each line."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from rxflow.assistant import Assistant
from rxflow.ui.browser import new_browser_key
from tests.app.conftest import SCRIPT, OpenPage
from tests.app.page_words import markdowns, press, say, steps, texts


def labels(page: AppTest) -> list[str]:
    return [button.label.replace("\\", "") for button in page.button]


def quick_replies(page: AppTest) -> list[str]:
    return [button.label for button in page.button if (button.key or "").startswith("suggestion-")]


def charts(page: AppTest) -> list[dict]:
    return [json.loads(chart.proto.spec) for chart in page.get("vega_lite_chart")]


def at_the_pharmacies(page: AppTest) -> AppTest:
    for words in ("refill my lisinopril", "yes"):
        say(page, words)
    return page


def test_the_prescription_to_confirm_is_a_card_in_plain_words(sign_in: OpenPage, open_page: OpenPage) -> None:
    key = new_browser_key()
    page = say(sign_in("patient_001", key), "refill my lisinopril")

    for shown in (page, open_page(key)):
        rows = [text.value for text in shown.container(key="prescription-rows-RX100101").text]
        assert rows[::2] == ["Medicine", "Directions", "Amount", "Refills left", "Prescriber"]
        assert rows[1] == "lisinopril 10 mg tablet"
        assert "one tablet by mouth once a day" in rows[3]
    assert quick_replies(page) == ["Yes", "No", "Start over", "Talk to a pharmacist"]


def test_no_card_asks_about_a_medicine_that_is_confirmed(sign_in: OpenPage) -> None:
    page = at_the_pharmacies(sign_in("patient_001"))

    assert "Prescriber" not in texts(page).splitlines()


def test_pharmacies_are_cards_with_all_that_helps_to_choose(sign_in: OpenPage, open_page: OpenPage) -> None:
    key = new_browser_key()
    page = at_the_pharmacies(sign_in("patient_001", key))
    second = open_page(key)

    for shown in (page, second):
        card = next(text for text in texts(shown).split("500 Congress Ave")[1:] if "miles away" in text)
        assert "Today: " in card
        assert "You pay $" in card
        assert "In stock" in card
        assert "minutes to wait" in card
    press(second, r"Choose CVS Pharmacy Congress")
    assert "Confirm your order" in second.header[0].value


def test_pharmacies_are_on_a_map_that_needs_no_network_and_is_told_in_words(sign_in: OpenPage) -> None:
    page = at_the_pharmacies(sign_in("patient_001"))
    page.button_group(key="pharmacy-view").set_value("map").run()

    (spec,) = charts(page)
    assert (spec["width"], spec["height"]) == (300, 300)
    assert "url" not in json.dumps(spec).replace("$schema", "")
    names = {value["name"] for layer in spec["layer"] for value in layer["data"]["values"] if "name" in value}
    assert "CVS Pharmacy Congress" in names
    (chart,) = page.get("vega_lite_chart")
    assert "CVS Pharmacy Congress: " in chart.proto.alt
    assert "miles" in chart.proto.alt
    # The list is put away, and the names are still there to press.
    assert not any(label.startswith("Choose ") for label in labels(page))
    assert "CVS Pharmacy Congress" in quick_replies(page)


def test_every_choice_of_the_state_is_a_quick_reply_and_a_person_is_the_last(sign_in: OpenPage) -> None:
    page = sign_in("patient_001")
    seen = [quick_replies(page)]
    for words in ("refill my lisinopril", "yes", "CVS"):
        say(page, words)
        seen.append(quick_replies(page))

    assert all(replies[-1] == "Talk to a pharmacist" for replies in seen)
    assert {"The closest one", "The cheapest one", "The fastest one", "Go back", "Start over"} <= set(seen[2])
    assert seen[3] == ["Start over", "Talk to a pharmacist"]


@pytest.mark.parametrize(
    ("line", "step"),
    [("pharmacy", "Pharmacy"), ("ready", "Confirm"), ("price", "Confirm"), ("medicine-0", "Medication")],
)
def test_each_line_of_the_order_can_be_changed(sign_in: OpenPage, line: str, step: str) -> None:
    page = at_the_pharmacies(sign_in("patient_001"))
    say(page, "CVS")
    page.button(key=f"change-{line}").click().run()

    assert f'aria-current="step"><span>{step}' in steps(page)
    assert not page.exception


def test_one_medicine_of_several_is_taken_out_by_its_line(sign_in: OpenPage, assistant: Assistant) -> None:
    page = sign_in("patient_001")
    for words in ("refill lisinopril and omeprazole", "yes", "CVS"):
        say(page, words)
    page.button(key="change-medicine-1").click().run()
    press(page, "Place this order")

    (order,) = assistant.services.orders.for_patient("patient_001")
    assert order.medication.startswith("lisinopril")


def test_the_price_is_compared_in_figures_and_bars(sign_in: OpenPage) -> None:
    page = sign_in("patient_005")
    for words in ("quiero resurtir mi levotiroxina", "sí", "la más cercana"):
        say(page, words)

    (spec,) = charts(page)
    told = [bar["told"] for bar in spec["layer"][0]["data"]["values"]]
    sentence = next(text for text in texts(page).splitlines() if text.startswith("Con seguro usted paga"))
    assert all(figure in sentence for figure in told)
    (chart,) = page.get("vega_lite_chart")
    assert chart.proto.alt == sentence


def test_where_insurance_changes_nothing_no_bars_are_drawn(sign_in: OpenPage) -> None:
    page = at_the_pharmacies(sign_in("patient_001"))
    say(page, "CVS")

    assert charts(page) == []
    assert "insurance would not make it lower" in texts(page)


def test_a_note_says_what_happens_next(sign_in: OpenPage) -> None:
    warned = say(sign_in("patient_001"), "refill my lisinopril")
    assert "What happens next: you can go on." in markdowns(warned)


def test_an_order_has_one_number_everywhere(sign_in: OpenPage, assistant: Assistant) -> None:
    page = at_the_pharmacies(sign_in("patient_001"))
    say(page, "CVS")
    press(page, "Place this order")

    (order,) = assistant.services.orders.for_patient("patient_001")
    assert order.order_id in [text.value for text in page.container(key="order-card-3").text]
    assert "it is the same everywhere" in markdowns(page)


def test_cards_and_charts_bring_in_no_library_of_tables(tmp_path: Path) -> None:
    # In a process of its own: other tests may have them for their own ends.
    script = f"""
import os, sys
os.environ["RXFLOW_DATABASE_URL"] = "sqlite:///{tmp_path / "rxflow.db"}"
from streamlit.testing.v1 import AppTest
page = AppTest.from_file({str(SCRIPT)!r}, default_timeout=20)
page.session_state["browser_key"] = "k" * 32
page.run().button(key="sign-in-patient_005").click().run().button(key="go-chat").click().run()
for words in ("quiero resurtir mi levotiroxina", "sí"):
    page.chat_input(key="message").set_value(words).run()
page.button_group(key="pharmacy-view").set_value("map").run()
charts = len(page.get("vega_lite_chart"))
page.chat_input(key="message").set_value("la más cercana").run()
print(charts, len(page.get("vega_lite_chart")), sorted({{"pandas", "altair", "pyarrow", "numpy"}} & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)

    assert done.stdout.split(maxsplit=2) == ["1", "1", "[]\n"]
