"""Whatever the staff and the patient do, in any order: no order is filled unsigned, past an alert, or backwards."""

from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

import rxflow
from rxflow.domain.errors import RxFlowError
from rxflow.domain.fulfillment import STATUS_OF, OverrideReason, ProblemReason, WorkAct, WorkEntry, WorkStage
from rxflow.domain.order import OrderStatus
from rxflow.domain.report import Report, ReportKind
from rxflow.domain.user import Role
from tests.unit.services.pharmacy_world import LISINOPRIL, World

STAFF = {"dana": Role.PHARMACIST, "priya": Role.PHARMACIST, "tom": Role.TECHNICIAN, "ada": Role.ADMIN}
STAGES = list(WorkStage)
REPORTS = (
    Report(ReportKind.ALLERGY, "lisinopril"),
    Report(ReportKind.PREGNANCY, ""),
    Report(ReportKind.MEDICINE, "ibuprofen"),
)
ANYBODY = st.sampled_from(sorted(STAFF))


class Pharmacy(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.world = World()
        for user_id, role in STAFF.items():
            self.world.employ(user_id, role)
        self.session_id = self.world.sessions.start(LISINOPRIL[0]).session_id
        self.order_id = self.world.ordered().order_id
        self.stages = [WorkStage.INTAKE]

    @rule(actor=ANYBODY, note=st.sampled_from(("", "Looked at it.")))
    def advance(self, actor: str, note: str) -> None:
        work = self.world.fulfillment
        with suppress(RxFlowError):
            alerts, before = work.alerts(self.order_id), work.history(self.order_id)
            moved = work.advance(self.order_id, actor, note)
            role = STAFF[actor]
            if moved.stage in (WorkStage.FILL, WorkStage.READY):
                assert role is Role.PHARMACIST
                is_check = moved.stage is WorkStage.FILL
                people = {actor} if is_check else set(STAFF)
                for alert in alerts:
                    assert not alert.must_be_read or people & set(alert.read_by)
                    assert not alert.is_blocking or people & set(alert.overridden_by)
            if moved.stage is WorkStage.READY:
                assert actor not in {each.actor for each in before if is_fill(each)}
            assert role is not Role.ADMIN

    @rule(actor=ANYBODY, leaves_out=st.integers(0, 9))
    def deal_with_alerts_and_advance(self, actor: str, leaves_out: int) -> None:
        """What careful people do; one alert may be forgotten."""
        with suppress(RxFlowError):
            for number, alert in enumerate(self.world.fulfillment.alerts(self.order_id)):
                if number != leaves_out:
                    self.world.fulfillment.read_alert(self.order_id, actor, alert.code)
                    if alert.is_blocking:
                        reason = OverrideReason.MONITORED
                        self.world.fulfillment.override(self.order_id, actor, alert.code, reason, "Labs weekly.")
        self.advance(actor, "Looked at it.")

    @rule(actor=ANYBODY, take_over=st.booleans(), note=st.sampled_from(("", "Lunch.")))
    def claim(self, actor: str, take_over: bool, note: str) -> None:
        with suppress(RxFlowError):
            self.world.fulfillment.claim(self.order_id, actor, take_over=take_over, note=note)

    @rule(actor=ANYBODY)
    def release(self, actor: str) -> None:
        with suppress(RxFlowError):
            self.world.fulfillment.release(self.order_id, actor)

    @rule(actor=ANYBODY, data=st.data())
    def read(self, actor: str, data: st.DataObject) -> None:
        alerts = self.world.fulfillment.alerts(self.order_id)
        if alerts:
            with suppress(RxFlowError):
                self.world.fulfillment.read_alert(self.order_id, actor, data.draw(st.sampled_from(alerts)).code)

    @rule(actor=ANYBODY, data=st.data())
    def override(self, actor: str, data: st.DataObject) -> None:
        alerts = self.world.fulfillment.alerts(self.order_id)
        if alerts:
            code = data.draw(st.sampled_from(alerts)).code
            with suppress(RxFlowError):
                self.world.fulfillment.override(self.order_id, actor, code, OverrideReason.MONITORED, "Labs weekly.")

    @rule(actor=ANYBODY, reason=st.sampled_from(ProblemReason))
    def problem(self, actor: str, reason: ProblemReason) -> None:
        with suppress(RxFlowError):
            self.world.fulfillment.report_problem(self.order_id, actor, reason, self.world.at + timedelta(days=1))

    @rule(actor=ANYBODY)
    def resolve(self, actor: str) -> None:
        with suppress(RxFlowError):
            self.world.fulfillment.resolve_problem(self.order_id, actor)

    @rule(report=st.sampled_from(REPORTS))
    def report(self, report: Report) -> None:
        self.world.cases.report(LISINOPRIL[0], self.session_id, report, "told")

    @rule(dice=st.integers(1, 12))
    def cancel(self, dice: int) -> None:
        """Seldom, for it ends the story."""
        with suppress(RxFlowError):
            if dice == 1:
                self.world.orders.cancel(LISINOPRIL[0], self.order_id)

    @rule(hours=st.integers(1, 200))
    def wait(self, hours: int) -> None:
        self.world.wait(hours=hours)

    @invariant()
    def it_never_goes_back_and_its_status_is_that_of_its_stage(self) -> None:
        order = self.world.orders.get(LISINOPRIL[0], self.order_id)
        if order.status is OrderStatus.CANCELLED:
            assert STAGES.index(self.stages[-1]) < STAGES.index(WorkStage.FILL)
            assert self.world.fulfillment.queue() == ()
            return
        stage = self.world.fulfillment.get(self.order_id).stage
        assert STATUS_OF[stage] is order.status
        assert STAGES.index(stage) - STAGES.index(self.stages[-1]) in (0, 1)
        self.stages.append(stage)

    @invariant()
    def what_was_done_is_numbered_in_order(self) -> None:
        history = self.world.fulfillment.history(self.order_id)
        assert [entry.number for entry in history] == list(range(1, len(history) + 1))
        assert [entry.at for entry in history] == sorted(entry.at for entry in history)

    def teardown(self) -> None:
        self.world.store.close()


def test_nothing_but_the_pharmacys_work_brings_an_order_on() -> None:
    """`OrderService.advance` looks at statuses alone: no page, route or command may use it."""
    package = Path(rxflow.__file__).parent
    users = {path.name for path in package.rglob("*.py") if "orders.advance(" in path.read_text(encoding="utf-8")}
    movers = {path.name for path in package.rglob("*.py") if "move_order(" in path.read_text(encoding="utf-8")}

    assert users == set()
    assert movers == {"order_moves.py", "order_work.py", "orders.py"}


def is_fill(entry: WorkEntry) -> bool:
    return entry.act is WorkAct.MOVED and entry.stage is WorkStage.FINAL_CHECK


TestPharmacy = Pharmacy.TestCase
TestPharmacy.settings = settings(
    max_examples=20, stateful_step_count=40, deadline=None, suppress_health_check=list(HealthCheck)
)
