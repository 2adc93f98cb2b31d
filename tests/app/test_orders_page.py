"""A patient's orders on their page: where each is, what can be done with it, and what is said when something fails."""

from collections.abc import Callable
from datetime import UTC, timedelta
from io import BytesIO

import pytest
from icalendar import Calendar
from pypdf import PdfReader
from streamlit.testing.v1 import AppTest

from rxflow.assistant import Assistant
from rxflow.documents.calendar_entry import calendar_entry
from rxflow.documents.receipt import receipt_pdf
from rxflow.domain.acting import ActingAs
from rxflow.domain.errors import StoreUnavailableError
from rxflow.domain.fulfillment import ProblemReason
from rxflow.domain.order import Consent, Order, OrderStatus
from rxflow.domain.user import Role
from rxflow.services.sessions import Session
from rxflow.ui.browser import new_browser_key
from rxflow.ui.order_papers import pick_up_of, receipt_of
from rxflow.ui.order_timeline import timeline
from rxflow.ui.visitor import PatientVisit, patient_visit
from tests.app.conftest import TIMEOUT_SECONDS
from tests.app.page_words import markdowns, texts

HEB, MAIL = "PH003", "PH008"
OMEPRAZOLE = ("patient_001", "RX100103")
STEPS = (OrderStatus.VERIFYING, OrderStatus.FILLING, OrderStatus.READY, OrderStatus.PICKED_UP)

Opens = Callable[[str], AppTest]


def orders_script() -> None:
    from functools import partial

    from rxflow.ui.addresses import CHAT, ORDERS
    from rxflow.ui.assistant import pharmacy_assistant
    from rxflow.ui.chat import show_chat
    from rxflow.ui.navigation import PageEntry, run_page
    from rxflow.ui.orders_page import show_orders
    from rxflow.ui.visit import open_session
    from rxflow.ui.visitor import patient_visit

    assistant = pharmacy_assistant()
    session = open_session(assistant)
    assert session is not None
    visit = patient_visit(assistant, session)
    run_page(
        [
            PageEntry(ORDERS, "My orders", partial(show_orders, visit)),
            PageEntry(CHAT, "Refill chat", partial(show_chat, visit)),
        ]
    )


class Visitor:
    """A patient's browser, with what the pharmacy does meanwhile."""

    def __init__(self, assistant: Assistant, patient_id: str, acting_as: ActingAs = ActingAs.PATIENT) -> None:
        self.assistant = assistant
        self.key = new_browser_key()
        self.session: Session = assistant.services.sessions.start(patient_id, browser_key=self.key, acting_as=acting_as)

    @property
    def visit(self) -> PatientVisit:
        return patient_visit(self.assistant, self.session)

    def open(self) -> AppTest:
        page = AppTest.from_function(orders_script, default_timeout=TIMEOUT_SECONDS)
        page.session_state["browser_key"] = self.key
        return page.run()

    def order(self, rx_number: str, pharmacy_id: str = HEB) -> Order:
        services = self.assistant.services
        quote = services.orders.quote(self.session.session_id, self.session.patient_id, rx_number, pharmacy_id)
        return services.orders.submit(quote, Consent(quote.quote_id, quote.session_id, services.now(), "button"))

    def move(self, order: Order, status: OrderStatus) -> None:
        for step in STEPS[: STEPS.index(status) + 1]:
            self.assistant.services.orders.advance(order.order_id, step, "pharmacist")

    def progress(self) -> object:
        return self.assistant.services.fulfillment.progress(self.session.patient_id)[0]


@pytest.fixture
def john(assistant: Assistant) -> Visitor:
    return Visitor(assistant, OMEPRAZOLE[0])


def way(page: AppTest) -> str:
    return "".join(element.value for element in page.html if "rx-way" in element.value)


def test_without_orders_the_page_leads_to_the_chat(john: Visitor) -> None:
    page = john.open()

    assert "no orders yet" in page.info[0].value
    page.button(key="orders-to-chat").click().run()
    assert page.chat_input(key="message")


def test_an_order_is_shown_with_its_one_reference_and_where_it_is(john: Visitor) -> None:
    order = john.order(OMEPRAZOLE[1])
    page = john.open()

    shown = texts(page)
    for said in (order.order_id, order.pharmacy_name, f"${order.patient_pays}", "The pharmacy has received your order"):
        assert said in shown
    assert "omeprazole" in page.header[0].value
    assert f'aria-label="Progress of order {order.order_id}"' in way(page)


@pytest.mark.parametrize(
    ("status", "here", "done"),
    [
        (OrderStatus.VERIFYING, "Being checked", ["Received"]),
        (OrderStatus.FILLING, "Being prepared", ["Received", "Being checked"]),
        (OrderStatus.READY, "Ready to collect", ["Received", "Being checked", "Being prepared"]),
    ],
)
def test_the_timeline_tells_those_who_listen_where_the_order_is(
    john: Visitor, status: OrderStatus, here: str, done: list[str]
) -> None:
    john.move(john.order(OMEPRAZOLE[1]), status)
    drawn = way(john.open())

    assert f'<li class="now" aria-current="step">{here}<time' in drawn
    assert drawn.count("aria-current") == 1
    for name in done:
        assert f'<li class="done">{name}<span class="rx-unseen">, done</span><time datetime="' in drawn
    assert drawn.count(", to come</span></li>") == 4 - len(done)


def test_what_is_collected_is_done_and_nothing_more_can_be_done_but_the_receipt(john: Visitor) -> None:
    order = john.order(OMEPRAZOLE[1])
    john.move(order, OrderStatus.PICKED_UP)
    page = john.open()

    assert way(page).count('class="done"') == 5
    assert "You have collected your order." in texts(page)
    keys = {button.key for button in page.button}
    assert not keys & {f"pickup-{order.order_id}", f"cancel-{order.order_id}"}
    assert len(page.get("download_button")) == 1


def test_an_order_by_mail_is_dispatched_and_delivered_and_never_collected(john: Visitor) -> None:
    order = john.order(OMEPRAZOLE[1], MAIL)
    page = john.open()

    assert "Dispatched" in way(page)
    assert "Delivered" in way(page)
    assert "ollect" not in way(page)
    assert f"pickup-{order.order_id}" not in {button.key for button in page.button}
    assert len(page.get("download_button")) == 1


def test_why_an_order_is_late_is_said_with_the_new_time_and_without_the_note(
    john: Visitor, assistant: Assistant
) -> None:
    order = john.order(OMEPRAZOLE[1])
    assistant.services.users.add("dana", "Dana Reyes", Role.PHARMACIST, "a sentence that is long enough")
    until = assistant.services.now() + timedelta(days=2)
    work = assistant.services.fulfillment
    work.report_problem(order.order_id, "dana", ProblemReason.OUT_OF_STOCK, until, "Wholesaler strike")
    page = john.open()

    assert "This order is late" in markdowns(page)
    assert "run out of this medicine" in texts(page)
    assert "Now expected on" in texts(page) or "Now expected tomorrow" in texts(page)
    assert "strike" not in texts(page)

    work.report_problem(order.order_id, "dana", ProblemReason.PRESCRIBER_QUESTION)
    assert "There is no new time yet." in texts(page.run())
    work.resolve_problem(order.order_id, "dana")
    assert "late" not in markdowns(page.run())


def test_every_reason_has_words_in_every_language(assistant: Assistant) -> None:
    for patient_id in ("patient_001", "patient_005"):
        replies = Visitor(assistant, patient_id).visit.replies
        told = {replies.text(f"delay_{reason}") for reason in ProblemReason}
        assert len(told) == len(ProblemReason)


def test_what_is_late_without_a_reason_says_whom_to_call(john: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    order = john.order(OMEPRAZOLE[1])
    later = order.ready_at + timedelta(hours=1)
    services = john.assistant.services
    monkeypatch.setattr(type(services), "local_now", lambda _self: later.astimezone(services.zone))
    page = john.open()

    pharmacy = services.pharmacies.get(HEB)
    assert pharmacy is not None
    assert pharmacy.phone in texts(page)
    assert pick_up_of(john.progress(), pharmacy, john.visit) is None  # type: ignore[arg-type]


def test_an_order_is_cancelled_only_after_it_is_confirmed(john: Visitor) -> None:
    order = john.order(OMEPRAZOLE[1])
    orders = john.assistant.services.orders
    page = john.open()

    page.button(key=f"cancel-{order.order_id}").click().run()
    assert "This cannot be undone." in texts(page)
    page.button(key=f"cancel-no-{order.order_id}").click().run()
    assert orders.get(order.patient_id, order.order_id).status is OrderStatus.SUBMITTED

    page.button(key=f"cancel-{order.order_id}").click().run()
    page.button(key=f"cancel-yes-{order.order_id}").click().run()
    assert orders.get(order.patient_id, order.order_id).status is OrderStatus.CANCELLED
    assert page.success[0].value.replace("\\", "") == f"Order {order.order_id} is cancelled."
    assert "This order was cancelled today" in texts(page)
    assert way(page) == ""
    assert f"${order.patient_pays}" not in texts(page)


def test_what_the_pharmacy_has_begun_meanwhile_stays_and_says_so(john: Visitor) -> None:
    order = john.order(OMEPRAZOLE[1])
    page = john.open()
    page.button(key=f"cancel-{order.order_id}").click().run()
    john.move(order, OrderStatus.FILLING)
    page.button(key=f"cancel-yes-{order.order_id}").click().run()

    assert "already begun to fill it" in page.error[0].value
    assert f"cancel-{order.order_id}" not in {button.key for button in john.open().button}


def test_a_page_that_is_left_open_cancels_nothing_after_the_visit(john: Visitor) -> None:
    order = john.order(OMEPRAZOLE[1])
    page = john.open()
    page.button(key=f"cancel-{order.order_id}").click().run()
    john.assistant.services.sessions.end(john.session.session_id)
    page.button(key=f"cancel-yes-{order.order_id}").click().run()

    assert john.assistant.services.orders.get(order.patient_id, order.order_id).status is OrderStatus.SUBMITTED


def test_a_guardian_who_may_only_look_cannot_cancel(john: Visitor) -> None:
    order = john.order(OMEPRAZOLE[1])

    assert john.assistant.services.orders.may_cancel(order)
    assert not john.assistant.services.orders.may_cancel(order, ActingAs.GUARDIAN)


def test_the_pick_up_code_is_shown_as_picture_and_text_and_leads_back_to_the_order(john: Visitor) -> None:
    order = john.order(OMEPRAZOLE[1])
    page = john.open()
    page.button(key=f"pickup-{order.order_id}").click().run()
    work = john.assistant.services.fulfillment
    code = work.pickup_code(order.order_id)

    assert f"{code[:4]} {code[4:]}" in texts(page)
    assert "RF" not in code
    assert work.order_of_pickup_code(code) is None
    john.move(order, OrderStatus.READY)
    assert work.order_of_pickup_code(f" {code[:4].lower()}-{code[4:]}") == order.order_id
    assert work.order_of_pickup_code("0000 0000") is None


def test_the_receipt_says_what_a_receipt_needs_and_nothing_of_the_patient(john: Visitor) -> None:
    order = john.order(OMEPRAZOLE[1])
    visit = john.visit
    pharmacy = john.assistant.services.pharmacies.get(HEB)

    def read() -> str:
        current = john.assistant.services.orders.get(order.patient_id, order.order_id)
        receipt = receipt_pdf(receipt_of(current, pharmacy, visit))
        return PdfReader(BytesIO(receipt)).pages[0].extract_text()

    assert "not yet paid" in read()
    john.move(order, OrderStatus.PICKED_UP)
    text = read()
    for said in ("Receipt", order.order_id, "omeprazole", order.pharmacy_name, f"${order.patient_pays}", "You paid"):
        assert said in text
    for unsaid in (*visit.patient.name.split(), order.rx_number, str(visit.patient.date_of_birth.year)):
        assert unsaid not in text


def test_a_spanish_patient_has_everything_in_spanish(assistant: Assistant) -> None:
    maria = Visitor(assistant, "patient_005")
    order = next(
        maria.order(each.rx_number)
        for each in assistant.services.patients.prescriptions("patient_005")
        if not assistant.services.refills.assess("patient_005", each.rx_number, HEB).blocks
    )
    page, receipt = maria.open(), receipt_of(order, None, maria.visit)

    assert page.title[0].value == "Mis pedidos"
    assert "La farmacia recibió su pedido." in texts(page)
    assert (receipt.language, receipt.title) == ("es-US", "Pedido, aún sin pagar")


def test_the_calendar_entry_names_no_medicine(john: Visitor) -> None:
    order = john.order(OMEPRAZOLE[1])
    pick_up = pick_up_of(john.progress(), john.assistant.services.pharmacies.get(HEB), john.visit)  # type: ignore[arg-type]
    assert pick_up is not None
    written = calendar_entry(pick_up)

    (event,) = Calendar.from_ical(written).walk("VEVENT")
    assert event.decoded("dtstart") == order.ready_at.astimezone(UTC).replace(microsecond=0)
    assert event["summary"] == "Pharmacy pick-up"
    assert b"omeprazole" not in written.lower()


def test_when_orders_cannot_be_read_it_is_said_that_they_are_kept(
    john: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    john.order(OMEPRAZOLE[1])

    def fail(_patient_id: str) -> None:
        raise StoreUnavailableError("The database could not be read (gone).")

    with monkeypatch.context() as broken:
        broken.setattr(john.assistant.services.fulfillment, "progress", fail)
        page = john.open()
        assert "They are kept" in page.error[0].value
        assert page.header.len == 0
    page.button(key="orders-again").click().run()
    assert page.header.len == 1


def test_that_orders_are_shown_is_recorded_once_until_they_change(john: Visitor) -> None:
    order = john.order(OMEPRAZOLE[1])

    def reads() -> int:
        entries = john.assistant.services.audit.for_patient(order.patient_id)
        return sum(entry.action == "record.read" and entry.detail["kind"] == "orders" for entry in entries)

    before = reads()
    page = john.open().run()
    assert reads() == before + 1
    john.move(order, OrderStatus.VERIFYING)
    page.run()
    assert reads() == before + 2


def test_older_orders_are_shown_when_asked_for(john: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rxflow.ui.orders_page.AT_A_TIME", 1)
    john.order(OMEPRAZOLE[1])
    newest = john.order("RX100101")
    page = john.open()

    assert [heading.value for heading in page.header] == [newest.medication.replace("-", "\\-")]
    page.button(key="orders-more").click().run()
    assert page.header.len == 2
    assert "orders-more" not in {button.key for button in page.button}


def test_another_patients_orders_are_not_shown(john: Visitor, assistant: Assistant) -> None:
    order = john.order(OMEPRAZOLE[1])

    assert order.order_id not in texts(Visitor(assistant, "patient_002").open())


def test_what_the_timeline_draws_is_escaped(john: Visitor) -> None:
    john.order(OMEPRAZOLE[1])
    drawn = timeline(john.progress(), False, john.visit)  # type: ignore[arg-type]

    assert drawn.count("<li") == 5
    assert "<script" not in drawn
