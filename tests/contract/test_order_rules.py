"""Quotes, orders, cancels and repeats in any order, over weeks: what must hold at every moment."""

from collections import Counter

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, multiple, rule

from rxflow.domain.errors import OrderRefusedError
from rxflow.domain.order import CANCELLABLE, Consent, OrderStatus, Quote
from rxflow.services.orders import NEXT_STEP
from tests.unit.services.pharmacy_world import CVS, HEB, INSULIN, INSULIN_OF_ANOTHER, LISINOPRIL, WALMART, World

PRESCRIPTIONS = (LISINOPRIL, ("patient_001", "RX100103"), ("patient_001", "RX100105"), INSULIN, INSULIN_OF_ANOTHER)
PATIENTS = sorted({patient_id for patient_id, _ in PRESCRIPTIONS})

Agreement = tuple[Quote, Consent]


class OrderGate(RuleBasedStateMachine):
    quotes = Bundle("quotes")
    agreements = Bundle("agreements")
    order_ids = Bundle("order_ids")

    def __init__(self) -> None:
        super().__init__()
        self.world = World()
        self.session_ids = {patient_id: self.world.sessions.start(patient_id).session_id for patient_id in PATIENTS}

    @rule(target=quotes, of=st.sampled_from(PRESCRIPTIONS), pharmacy_id=st.sampled_from((CVS, HEB, WALMART)))
    def quote(self, of: tuple[str, str], pharmacy_id: str) -> object:
        try:
            return self.world.quoted(of, pharmacy_id, self.session_ids[of[0]])
        except OrderRefusedError:
            return multiple()

    @rule(target=quotes, of=st.sampled_from(PRESCRIPTIONS))
    def quote_in_a_new_conversation(self, of: tuple[str, str]) -> object:
        try:
            return self.world.quoted(of, HEB)
        except OrderRefusedError:
            return multiple()

    @rule(target=agreements, quote=quotes)
    def agree(self, quote: Quote) -> Agreement:
        return quote, self.world.consent(quote)

    @rule(target=order_ids, agreement=agreements)
    def submit(self, agreement: Agreement) -> object:
        quote, consent = agreement
        try:
            order = self.world.orders.submit(quote, consent)
        except OrderRefusedError:
            return multiple()
        assert (order.patient_id, order.rx_number, order.fill_number) == (
            quote.patient_id,
            quote.rx_number,
            quote.fill_number,
        )
        assert order.status is not OrderStatus.CANCELLED
        assert self.world.orders.submit(quote, consent) == order
        return (order.patient_id, order.order_id)

    @rule(ids=order_ids)
    def cancel(self, ids: tuple[str, str]) -> None:
        before = self.world.orders.get(*ids).status
        try:
            after = self.world.orders.cancel(*ids).status
        except OrderRefusedError:
            after = self.world.orders.get(*ids).status
        can_end = before in CANCELLABLE or before is OrderStatus.CANCELLED
        assert after is (OrderStatus.CANCELLED if can_end else before)

    @rule(ids=consumes(order_ids))
    def fill(self, ids: tuple[str, str]) -> None:
        order = self.world.orders.get(*ids)
        while order.status in NEXT_STEP:
            order = self.world.orders.advance(order.order_id, NEXT_STEP[order.status], "pharmacist")

    @rule(minutes=st.sampled_from((1, 31, 60 * 24 * 26, 60 * 24 * 50)))
    def wait(self, minutes: int) -> None:
        self.world.wait(minutes=minutes)

    @invariant()
    def no_fill_has_two_active_orders(self) -> None:
        fills = Counter(
            (order.rx_number, order.fill_number)
            for patient_id in PATIENTS
            for order in self.world.orders.for_patient(patient_id)
            if order.status is not OrderStatus.CANCELLED
        )
        assert all(count == 1 for count in fills.values())

    @invariant()
    def no_more_refills_are_taken_than_there_are(self) -> None:
        for patient_id, rx_number in PRESCRIPTIONS:
            on_file = self.world.patients.prescription(patient_id, rx_number)
            assert on_file is not None
            orders = self.world.orders.for_patient(patient_id)
            active = [each for each in orders if each.rx_number == rx_number and each.status != OrderStatus.CANCELLED]
            left = self.world.refills_left((patient_id, rx_number))
            assert left == on_file.refills_remaining - len(active) >= 0
            assert all(each.fill_number <= on_file.refills_authorized + 1 for each in active)

    @invariant()
    def the_one_pack_is_sold_once(self) -> None:
        orders = [*self.world.orders.for_patient(INSULIN[0]), *self.world.orders.for_patient(INSULIN_OF_ANOTHER[0])]
        packs = [each for each in orders if each.pharmacy_id == WALMART and each.status is not OrderStatus.CANCELLED]
        assert len(packs) <= 1

    @invariant()
    def each_order_has_one_history_that_ends_where_it_is(self) -> None:
        for patient_id in PATIENTS:
            for order in self.world.orders.for_patient(patient_id):
                steps = self.world.orders.events(order.order_id)
                assert [step.number for step in steps] == list(range(1, len(steps) + 1))
                assert steps[0].status is OrderStatus.SUBMITTED
                assert steps[-1].status is order.status

    def teardown(self) -> None:
        self.world.store.close()


TestOrderGate = OrderGate.TestCase
TestOrderGate.settings = settings(
    max_examples=15, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
)
