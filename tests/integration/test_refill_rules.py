"""The state machine with its actions, called in any order over any words of the patient: what must hold after each."""

from datetime import timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from rxflow.config.settings import Settings
from rxflow.dialogue.agreement import Agreement, read_agreement
from rxflow.dialogue.medications import MedicationResolver
from rxflow.domain.errors import RxFlowError
from rxflow.domain.order import Order
from rxflow.persistence.order_repository import OrderRepository
from rxflow.prompts.replies import Replies
from rxflow.service_wiring import build_services
from rxflow.workflow.patient_reports import take_reports
from rxflow.workflow.refill_flow import RefillFlow
from rxflow.workflow.state_machine import RefillStateMachine
from rxflow.workflow.workflow_types import ConversationContext, RefillState
from tests.support.clock import WEDNESDAY_MORNING, FrozenClock
from tests.support.stores import open_store
from tests.unit.services.pharmacy_world import demo_data

PATIENTS = ("patient_001", "patient_006", "patient_007", "patient_012")
WORDS = ("yes", "yes, place the order", "no", "maybe", "is that right?", "yes to everything", "I'm pregnant", "ok", "")
MEDICINES = (
    "lisinopril",
    "omeprazole",
    "metformin",
    "hydroxyzine",
    "warfarin",
    "insulin",
    "RX100101",
    "RX100801",
    "all",
    "lisinopril and omeprazole",
    "metformin, meloxicam and lisinopril",
    "hydroxyzine and amlodipine",
)
PLACES = ("PH001", "PH003", "PH004", "the closest one", "mail", "nowhere", "lisinopril at CVS and the rest at Walmart")
SHELF = "OUT_OF_STOCK"
WAITS = (timedelta(minutes=1), timedelta(minutes=31), timedelta(days=26))
ESCALATED = {RefillState.ESCALATE_PA, RefillState.ESCALATE_PHARMACIST, RefillState.ESCALATE_PRESCRIBER}


class RefillActions(RuleBasedStateMachine):
    """A model that knows no order of things, and a patient who says anything."""

    @initialize(patient_id=st.sampled_from(PATIENTS))
    def begin(self, patient_id: str) -> None:
        self.clock = FrozenClock(WEDNESDAY_MORNING)
        self.store = open_store("sqlite://")
        self.services = build_services(Settings(_env_file=None), self.store, self.clock, demo_data())
        self.patient = self.services.patients.get(patient_id)
        session = self.services.sessions.start(patient_id)
        self.machine = RefillStateMachine(ConversationContext(session_id=session.session_id, patient_id=patient_id))
        self.shown: tuple[str, ...] = ()
        self.flow = self._turn("hello")

    def _turn(self, words: str) -> RefillFlow:
        self.machine.context.turn += 1
        resolver = MedicationResolver(self.services.drugs)
        flow = RefillFlow(self.machine, self.patient, self.services, resolver, Replies("en"), words)
        take_reports(flow)
        return flow

    @rule(words=st.sampled_from(WORDS), wait=st.sampled_from(WAITS))
    def the_patient_answers(self, words: str, wait: timedelta) -> None:
        quotes = self.flow.quotes_in_hand()
        self.shown = tuple(quote.quote_id for quote in quotes)
        self.machine.context.quote_turn = self.machine.context.turn if quotes else None
        self.flow.withdraw_dropped_quotes()
        self.clock.at += wait
        self.flow = self._turn(words)

    @rule(steps=st.integers(1, 5))
    def go_on_to_the_point(self, steps: int) -> None:
        """What a good model and a willing patient would do next, so that walks come far."""
        for _ in range(steps):
            if self.machine.state is RefillState.CONFIRM_DOSAGE:
                self.the_patient_answers("yes", WAITS[0])
                self.confirm_dosage(True)
            elif self.machine.state is RefillState.SELECT_PHARMACY:
                self.select_pharmacy("PH003")
            elif self.machine.state is RefillState.CONFIRM_ORDER:
                self.the_patient_answers("yes", WAITS[0])
                self.submit()
            else:
                self.the_patient_answers("refill it", WAITS[0])
                self.select_prescription(self._refillable(), None)

    def _refillable(self) -> str:
        found = self.services.refills.assess_all(self.patient.patient_id)
        return next((rx for rx, assessment in found.items() if assessment.obstacle is None), MEDICINES[0])

    @rule(medicine=st.sampled_from(MEDICINES), place=st.sampled_from((None, *PLACES)))
    def select_prescription(self, medicine: str, place: str | None) -> None:
        self._act(lambda: self.flow.select_prescription(medicine, place))

    @rule(medicine=st.sampled_from(MEDICINES), all_due=st.booleans())
    def add_to_the_basket(self, medicine: str, all_due: bool) -> None:
        self._act(lambda: self.flow.select_prescription(medicine, None, all_due=all_due, add=True))

    @rule(medicine=st.sampled_from(MEDICINES))
    def take_out_of_the_basket(self, medicine: str) -> None:
        self._act(lambda: self.flow.cancel(None, medicine))

    @rule(correct=st.booleans())
    def confirm_dosage(self, correct: bool) -> None:
        self._act(lambda: self.flow.confirm_dosage(correct))

    @rule(place=st.sampled_from(PLACES))
    def select_pharmacy(self, place: str) -> None:
        self._act(lambda: self.flow.select_pharmacy(place))

    @rule()
    def submit(self) -> None:
        known, shown = self._orders(), self.shown
        agreed = read_agreement(self.flow.words) is Agreement.YES
        self._act(self.flow.submit)
        new = self._orders() - known
        assert agreed or not new
        placed = {self.services.orders.order_of_quote(quote_id) for quote_id in shown}
        assert new <= placed

    @rule()
    def cancel(self) -> None:
        self._act(self.flow.cancel)

    @rule()
    def escalate(self) -> None:
        self._act(lambda: self.flow.escalate("asked"))

    @precondition(lambda self: bool(self.machine.context.order_ids))
    @rule()
    def cancel_the_order(self) -> None:
        self._act(lambda: self.flow.cancel(self.machine.context.order_ids[0]))

    def _act(self, act: object) -> None:
        state, orders = self.machine.state, self._orders()
        try:
            act()  # type: ignore[operator]
        except RxFlowError:
            assert self.machine.state is state
            assert self._orders() == orders

    def _orders(self) -> set[Order]:
        return set(self.services.orders.for_patient(self.patient.patient_id))

    @invariant()
    def a_state_is_what_the_store_says(self) -> None:
        if not hasattr(self, "machine"):
            return
        context = self.machine.context
        if self.machine.state is RefillState.COMPLETE:
            assert set(context.order_ids) <= {order.order_id for order in self._orders()}
            assert context.order_ids
            assert not context.basket
        if self.machine.state in ESCALATED:
            cases = self.services.cases.for_patient(self.patient.patient_id)
            assert context.case_id in {case.case_id for case in cases}
        if self.machine.state is RefillState.CONFIRM_ORDER:
            assert context.quote_ids
            with self.store.read() as connection:
                orders = OrderRepository(connection)
                for line in context.basket:
                    assert line.quote_id is not None
                    quote = orders.quote(line.quote_id)
                    assert quote is not None
                    assert (quote.rx_number, quote.pharmacy_id) == (line.rx_number, line.pharmacy_id)
                    assert not orders.is_withdrawn(line.quote_id)
        blocked = {note.rx_number for note in context.findings if note.severity == "block" and note.code != SHELF}
        assert not blocked & set(context.rx_numbers)

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.close()


TestRefillActions = RefillActions.TestCase
TestRefillActions.settings = settings(
    max_examples=40, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
)
