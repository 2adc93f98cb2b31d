"""A refill on the page, from the first words to the order in the store."""

import pytest

from rxflow.assistant import Assistant
from rxflow.domain.order import OrderStatus
from tests.app.conftest import OpenPage
from tests.app.page_words import markdowns, press, say, steps, texts


def test_a_refill_by_typing(sign_in: OpenPage, assistant: Assistant) -> None:
    page = sign_in("patient_001")

    for words in ("refill my lisinopril", "yes", "CVS", "yes, place the order"):
        say(page, words)

    (order,) = assistant.services.orders.for_patient("patient_001")
    assert order.status is OrderStatus.SUBMITTED
    assert order.order_id in texts(page)
    assert "Order placed" in [heading.value.partition(": ")[2] for heading in page.header]
    assert steps(page).count('class="done"') == 5


def test_a_refill_by_buttons(sign_in: OpenPage, assistant: Assistant) -> None:
    page = sign_in("patient_001")

    for label in ("lisinopril", "Yes", "The closest one", "Place this order"):
        assert assistant.services.orders.for_patient("patient_001") == ()
        press(page, label)

    (order,) = assistant.services.orders.for_patient("patient_001")
    assert order.order_id in texts(page)


def test_the_order_to_confirm_is_shown_whole(sign_in: OpenPage) -> None:
    page = sign_in("patient_001")
    for words in ("refill my lisinopril", "yes", "CVS"):
        say(page, words)

    card = [text.value for text in page.container(key="quote-rows-0").text]
    title, price = (text.value for text in page.container(key="quote-price").text)

    assert card[:5:2] == ["Medicine", "Amount", "Pharmacy"]
    assert {"lisinopril 10 mg tablet", "30 tablets", "CVS Pharmacy Congress"} <= set(card)
    assert (title, price[:1]) == ("You pay", "$")
    assert 'aria-current="step"><span>Confirm' in steps(page)


def test_several_orders_are_one_card_with_one_button(sign_in: OpenPage, assistant: Assistant) -> None:
    page = sign_in("patient_001")
    for words in ("refill lisinopril and omeprazole", "yes", "CVS"):
        say(page, words)

    rows = [[text.value for text in page.container(key=f"quote-rows-{place}").text] for place in (0, 1)]
    assert [card[1].split()[0] for card in rows] == ["lisinopril", "omeprazole"]
    assert page.container(key="quote-price").text[0].value == "You pay in all"
    press(page, "Place this order")

    orders = assistant.services.orders.for_patient("patient_001")
    assert len(orders) == 2
    assert all(order.order_id in texts(page) for order in orders)


def test_another_pharmacy_and_cancel_order_nothing(sign_in: OpenPage, assistant: Assistant) -> None:
    page = sign_in("patient_001")
    for words in ("refill my lisinopril", "yes", "CVS"):
        say(page, words)

    press(page, "Choose another pharmacy")
    assert 'aria-current="step"><span>Pharmacy' in steps(page)
    press(page, "The closest one")
    press(page, "Cancel")

    assert assistant.services.orders.for_patient("patient_001") == ()
    assert "nothing was ordered" in texts(page)


def test_what_was_checked_is_not_listed_where_the_operator_switched_it_off(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.setenv("RXFLOW_FEATURE_FLAGS", '{"checks_shown": {"only": {"language": ["es"]}}}')
    sign_in: OpenPage = request.getfixturevalue("sign_in")

    def unfolds(patient_id: str, words: str) -> int:
        page = sign_in(patient_id)
        say(page, words)
        return len(page.expander)

    assert unfolds("patient_001", "refill my lisinopril") == 0
    assert unfolds("patient_005", "mis medicinas") == 1


def test_what_was_checked_is_listed_in_the_patients_words(sign_in: OpenPage) -> None:
    page = say(sign_in("patient_001"), "refill my lisinopril")

    (checked,) = page.expander
    assert checked.label == "What I checked"
    assert "Found your prescription" in checked.markdown[0].value
    assert " ms" in checked.markdown[0].value


def test_a_finding_that_warns_has_a_colour_and_a_word(sign_in: OpenPage) -> None:
    page = say(sign_in("patient_001"), "refill my lisinopril")

    assert "**Please note**" in markdowns(page)
    assert texts(page).count("can affect each other") == 1


def test_an_escalation_is_a_state_of_its_own(sign_in: OpenPage, assistant: Assistant) -> None:
    page = press(sign_in("patient_001"), "Talk to a pharmacist")

    assert steps(page) == ""
    assert "**With a pharmacist**" in markdowns(page)
    assert assistant.services.cases.for_patient("patient_001")


def test_the_buttons_speak_spanish_to_a_spanish_patient(sign_in: OpenPage, assistant: Assistant) -> None:
    page = sign_in("patient_005")
    for words in ("quiero resurtir mi levotiroxina", "sí", "la más cercana"):
        say(page, words)

    press(page, "Hacer este pedido")

    (order,) = assistant.services.orders.for_patient("patient_005")
    assert order.order_id in texts(page)
    assert "Pedido hecho" in page.header[0].value
