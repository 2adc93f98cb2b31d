"""Quotes, orders, cancels and withdrawals in any order and at once, over weeks: what must hold at every moment."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from tempfile import TemporaryDirectory
from threading import Barrier

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, multiple, rule
from sqlalchemy import func, select

from rxflow.domain.errors import OrderRefusedError
from rxflow.domain.finding import Route
from rxflow.domain.order import CANCELLABLE, Consent, OrderStatus, Quote
from rxflow.persistence.tables import CONSENTS, ORDERS
from rxflow.services.order_moves import NEXT_STEP
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
        self.folder = TemporaryDirectory()
        # A file, so that threads have connections of their own and really meet.
        self.world = World(f"sqlite:///{self.folder.name}/rxflow.db")
        self.withdrawn: set[str] = set()
        self.stopped: set[str] = set()
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
        ordered_before = self.world.orders.order_of_quote(quote.quote_id) is not None
        try:
            order = self.world.orders.submit(quote, consent)
        except OrderRefusedError:
            return multiple()
        assert ordered_before or quote.quote_id not in self.withdrawn
        assert ordered_before or quote.session_id not in self.stopped
        assert (order.patient_id, order.rx_number, order.fill_number) == (
            quote.patient_id,
            quote.rx_number,
            quote.fill_number,
        )
        assert order.status is not OrderStatus.CANCELLED
        assert self.world.orders.submit(quote, consent) == order
        return (order.patient_id, order.order_id)

    @rule(together=st.lists(agreements, min_size=2, max_size=4))
    def submit_at_once(self, together: list[Agreement]) -> None:
        acts = [self._submitting(agreement) for agreement in together]
        self._at_once([*acts, *acts])

    @rule(ids=order_ids, agreement=agreements)
    def cancel_and_submit_at_once(self, ids: tuple[str, str], agreement: Agreement) -> None:
        self._at_once([lambda: self.world.orders.cancel(*ids), self._submitting(agreement)])

    @rule(quote=quotes)
    def turn_down(self, quote: Quote) -> None:
        self.world.orders.withdraw(quote.session_id, [quote.quote_id], "dropped")
        if self.world.orders.order_of_quote(quote.quote_id) is None:
            self.withdrawn.add(quote.quote_id)

    @rule(quote=quotes)
    def turn_down_in_another_conversation(self, quote: Quote) -> None:
        other = self.world.sessions.start(quote.patient_id).session_id
        self.world.orders.withdraw(other, [quote.quote_id], "dropped")

    @rule(quote=quotes)
    def stop_for_an_emergency(self, quote: Quote) -> None:
        if quote.session_id not in self.session_ids.values():
            case = ("emergency: overdose", ["EMERGENCY"], "Call 911.", True)
            self.world.cases.open(quote.patient_id, quote.session_id, Route.PHARMACIST, *case)
            self.stopped.add(quote.session_id)

    def _submitting(self, agreement: Agreement) -> Callable[[], object]:
        return lambda: self.world.orders.submit(*agreement)

    @staticmethod
    def _at_once(acts: list[Callable[[], object]]) -> None:
        barrier = Barrier(len(acts))

        def run(act: Callable[[], object]) -> None:
            barrier.wait()
            try:
                act()
            except OrderRefusedError:
                # Whether it was refused rightly is what the invariants look at.
                return

        with ThreadPoolExecutor(len(acts)) as threads:
            list(threads.map(run, acts))

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

    @invariant()
    def each_order_rests_on_one_consent_to_its_own_quote(self) -> None:
        with self.world.store.read() as tx:
            joined = ORDERS.join(CONSENTS, ORDERS.c.quote_id == CONSENTS.c.quote_id)
            orders = tx.scalar(select(func.count()).select_from(ORDERS))
            assert orders == tx.scalar(select(func.count()).select_from(joined))

    def teardown(self) -> None:
        self.world.store.close()
        self.folder.cleanup()


TestOrderGate = OrderGate.TestCase
TestOrderGate.settings = settings(
    max_examples=15, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
)
