"""The pharmacy's work on orders on any store: the stages, who may, alerts, problems, the queue and what is kept."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, timedelta
from threading import Barrier

import pytest
from sqlalchemy import delete, event, text, update
from sqlalchemy.exc import IntegrityError

from rxflow.domain.errors import (
    AlertsOpenError,
    NotPermittedError,
    OrderHeldError,
    OrderNotFoundError,
    OrderRefusedError,
    RxFlowError,
    WorkRefusedError,
)
from rxflow.domain.finding import FindingCode, Severity
from rxflow.domain.fulfillment import NEXT_STAGE, OverrideReason, ProblemReason, WorkAct, WorkStage
from rxflow.domain.order import Order, OrderStatus
from rxflow.domain.report import Report, ReportKind
from rxflow.domain.user import Role
from rxflow.persistence.engine import Store
from rxflow.persistence.fulfillment_tables import ORDER_WORK
from rxflow.persistence.user_repository import UserRepository
from rxflow.services.audit import AuditService
from rxflow.services.fulfillment import FulfillmentService, OrderAlert
from tests.unit.services.pharmacy_world import CVS, HEB, INSULIN, WALMART, World

DANA, PRIYA, TOM, ADA = "dana", "priya", "tom", "ada"
WHY = "Spoke with Dr. Chen."


@dataclass
class Pharmacy:
    """Two pharmacists, a technician and an administrator, and one order of lisinopril."""

    world: World
    order: Order

    @property
    def work(self) -> FulfillmentService:
        return self.world.fulfillment

    @property
    def order_id(self) -> str:
        return self.order.order_id

    def bring_to(self, stage: WorkStage, order_id: str | None = None) -> None:
        """Bring an order on, each by somebody who may."""
        order_id = order_id or self.order_id
        while (found := self.work.get(order_id)).stage is not stage:
            self.work.advance(order_id, PRIYA if found.stage is WorkStage.FINAL_CHECK else DANA)

    def report_allergy(self) -> OrderAlert:
        """The patient says that they are allergic to what they ordered; the alert that this makes."""
        session = self.world.sessions.start(self.order.patient_id)
        allergy = Report(ReportKind.ALLERGY, "lisinopril")
        self.world.cases.report(self.order.patient_id, session.session_id, allergy, "told")
        return next(each for each in self.work.alerts(self.order_id) if each.finding.code is FindingCode.ALLERGY)


@pytest.fixture
def pharmacy(store: Store) -> Pharmacy:
    world = World(store=store)
    for user_id, role in (
        (DANA, Role.PHARMACIST),
        (PRIYA, Role.PHARMACIST),
        (TOM, Role.TECHNICIAN),
        (ADA, Role.ADMIN),
    ):
        world.employ(user_id, role)
    return Pharmacy(world, world.ordered())


def refused(code: str, act: Callable[[], object]) -> None:
    with pytest.raises(WorkRefusedError) as raised:
        act()
    assert raised.value.code == code


# --- stages


def test_an_order_goes_through_every_stage_and_its_status_follows(pharmacy: Pharmacy) -> None:
    seen = []
    for stage in (*NEXT_STAGE.values(),):
        pharmacy.world.wait(minutes=5)
        pharmacy.bring_to(stage)
        queued = pharmacy.work.get(pharmacy.order_id)
        assert queued.since == pharmacy.world.at
        seen.append((queued.stage, queued.order.status))

    assert seen == [
        (WorkStage.CLINICAL_CHECK, OrderStatus.VERIFYING),
        (WorkStage.FILL, OrderStatus.FILLING),
        (WorkStage.FINAL_CHECK, OrderStatus.FILLING),
        (WorkStage.READY, OrderStatus.READY),
        (WorkStage.HANDED_OVER, OrderStatus.PICKED_UP),
    ]
    history = pharmacy.work.history(pharmacy.order_id)
    assert [entry.number for entry in history] == [1, 2, 3, 4, 5]
    assert [event.status for event in pharmacy.world.orders.events(pharmacy.order_id)] == list(OrderStatus)[:5]
    assert AuditService(store=pharmacy.world.store).verify().mismatches == ()


def test_nothing_is_done_with_an_order_that_is_handed_over_cancelled_or_unknown(pharmacy: Pharmacy) -> None:
    cancelled = pharmacy.world.ordered(INSULIN, WALMART)
    pharmacy.world.orders.cancel(cancelled.patient_id, cancelled.order_id)
    pharmacy.bring_to(WorkStage.HANDED_OVER)

    for order_id in (pharmacy.order_id, cancelled.order_id):
        refused("OVER", lambda order_id=order_id: pharmacy.work.advance(order_id, DANA))  # type: ignore[misc]
    refused("OVER", lambda: pharmacy.work.get(cancelled.order_id))
    assert pharmacy.work.queue() == ()
    with pytest.raises(OrderNotFoundError):
        pharmacy.work.advance("RF-0000-0000", DANA)


def test_an_order_that_is_being_filled_cannot_be_cancelled(pharmacy: Pharmacy) -> None:
    pharmacy.bring_to(WorkStage.FILL)
    with pytest.raises(OrderRefusedError, match="already being filled"):
        pharmacy.world.orders.cancel(pharmacy.order.patient_id, pharmacy.order_id)


def test_an_order_from_before_there_was_such_work_is_where_its_status_implies(pharmacy: Pharmacy) -> None:
    pharmacy.world.advanced(pharmacy.order, (OrderStatus.VERIFYING, OrderStatus.FILLING))

    queued = pharmacy.work.get(pharmacy.order_id)
    assert (queued.stage, queued.holder, queued.problem) == (WorkStage.FILL, None, None)
    assert pharmacy.work.counts()[WorkStage.FILL] == 1
    assert pharmacy.work.advance(pharmacy.order_id, TOM).stage is WorkStage.FINAL_CHECK


# --- who may


def test_only_a_pharmacist_ends_a_check(pharmacy: Pharmacy) -> None:
    assert pharmacy.work.advance(pharmacy.order_id, TOM).stage is WorkStage.CLINICAL_CHECK
    for act in (pharmacy.work.advance, pharmacy.work.claim):
        with pytest.raises(NotPermittedError):
            act(pharmacy.order_id, TOM)
    pharmacy.bring_to(WorkStage.FINAL_CHECK)
    with pytest.raises(NotPermittedError):
        pharmacy.work.advance(pharmacy.order_id, TOM)


@pytest.mark.parametrize("actor", [ADA, "nobody", "left"])
def test_nobody_else_works_on_orders(pharmacy: Pharmacy, actor: str) -> None:
    pharmacy.world.employ("left", Role.PHARMACIST)
    with pharmacy.world.store.write() as tx:
        users = UserRepository(tx)
        left = users.get("left")
        assert left is not None
        users.disable(left, pharmacy.world.at)

    for act in (pharmacy.work.advance, pharmacy.work.claim, pharmacy.work.release):
        with pytest.raises(NotPermittedError):
            act(pharmacy.order_id, actor)
    with pytest.raises(NotPermittedError):
        pharmacy.work.add_note(pharmacy.order_id, actor, "note")
    assert pharmacy.work.history(pharmacy.order_id) == ()


def test_whoever_filled_an_order_does_not_check_it(pharmacy: Pharmacy) -> None:
    pharmacy.bring_to(WorkStage.FINAL_CHECK)

    refused("SAME_PERSON", lambda: pharmacy.work.advance(pharmacy.order_id, DANA, "I looked twice."))
    assert pharmacy.work.advance(pharmacy.order_id, PRIYA).stage is WorkStage.READY


def test_the_only_pharmacist_checks_their_own_fill_with_a_note(pharmacy: Pharmacy) -> None:
    with pharmacy.world.store.write() as tx:
        priya = UserRepository(tx).get(PRIYA)
        assert priya is not None
        UserRepository(tx).disable(priya, pharmacy.world.at)
    pharmacy.bring_to(WorkStage.FINAL_CHECK)

    refused("NOTE_NEEDED", lambda: pharmacy.work.advance(pharmacy.order_id, DANA, " "))
    assert pharmacy.work.advance(pharmacy.order_id, DANA, "Alone today.").stage is WorkStage.READY


# --- taking an order


def test_two_people_cannot_take_the_same_order(pharmacy: Pharmacy) -> None:
    assert pharmacy.work.claim(pharmacy.order_id, TOM).holder == TOM
    assert pharmacy.work.claim(pharmacy.order_id, TOM).holder == TOM

    for act in (pharmacy.work.claim, pharmacy.work.release, pharmacy.work.advance):
        with pytest.raises(OrderHeldError, match=TOM) as raised:
            act(pharmacy.order_id, DANA)
        assert (raised.value.code, raised.value.holder) == ("HELD", TOM)
    refused("NOTE_NEEDED", lambda: pharmacy.work.claim(pharmacy.order_id, DANA, take_over=True))
    taken = pharmacy.work.claim(pharmacy.order_id, DANA, take_over=True, note="Tom is at lunch.")
    assert taken.holder == DANA
    assert pharmacy.work.release(pharmacy.order_id, DANA).holder is None
    assert [entry.act for entry in pharmacy.work.history(pharmacy.order_id)] == [
        WorkAct.CLAIMED,
        WorkAct.CLAIMED,
        WorkAct.RELEASED,
    ]


def test_an_order_that_moves_on_is_free_for_whoever_does_the_next(pharmacy: Pharmacy) -> None:
    pharmacy.work.claim(pharmacy.order_id, TOM)
    assert pharmacy.work.advance(pharmacy.order_id, TOM).holder is None


def test_of_several_who_take_an_order_at_once_one_has_it(store: Store, pharmacy: Pharmacy) -> None:
    people = (DANA, PRIYA, TOM)
    together = Barrier(len(people))

    def take(actor: str) -> str:
        together.wait()
        try:
            return str(pharmacy.work.claim(pharmacy.order_id, actor).holder)
        except OrderHeldError as error:
            return error.holder

    with ThreadPoolExecutor(len(people)) as pool:
        holders = set(pool.map(take, people))

    assert holders == {pharmacy.work.get(pharmacy.order_id).holder}
    assert len(pharmacy.work.history(pharmacy.order_id)) == 1


# --- alerts


def test_an_order_that_nothing_speaks_against_has_no_alert_that_must_be_read(pharmacy: Pharmacy) -> None:
    pharmacy.world.wait(days=2)
    assert [alert.code for alert in pharmacy.work.alerts(pharmacy.order_id) if alert.must_be_read] == []


def test_the_last_pack_on_the_shelf_is_the_orders_own(pharmacy: Pharmacy) -> None:
    order = pharmacy.world.ordered(INSULIN, WALMART)
    found = pharmacy.world.refills.assess(*INSULIN, WALMART)

    assert FindingCode.OUT_OF_STOCK in [finding.code for finding in found.findings]
    assert FindingCode.OUT_OF_STOCK not in [each.finding.code for each in pharmacy.work.alerts(order.order_id)]


def test_what_stops_an_order_is_read_and_overridden_by_whoever_signs(pharmacy: Pharmacy) -> None:
    pharmacy.bring_to(WorkStage.CLINICAL_CHECK)
    alert = pharmacy.report_allergy()
    assert (alert.finding.severity, alert.must_be_read, alert.can_be_overridden) == (Severity.BLOCK, True, True)
    assert alert.finding.evidence["source"]
    work, order_id = pharmacy.work, pharmacy.order_id

    def signed(actor: str) -> AlertsOpenError:
        with pytest.raises(AlertsOpenError, match=alert.code) as raised:
            work.advance(order_id, actor)
        assert work.get(order_id).stage is WorkStage.CLINICAL_CHECK
        return raised.value

    assert (signed(DANA).unread, signed(DANA).not_overridden) == ((alert.code,), (alert.code,))
    with pytest.raises(AlertsOpenError):
        work.override(order_id, DANA, alert.code, OverrideReason.RECORD_IS_WRONG, WHY)
    work.read_alert(order_id, DANA, alert.code)
    work.read_alert(order_id, DANA, alert.code)
    assert (signed(DANA).unread, signed(DANA).not_overridden) == ((), (alert.code,))
    refused("NOTE_NEEDED", lambda: work.override(order_id, DANA, alert.code, OverrideReason.RECORD_IS_WRONG, ""))
    work.override(order_id, DANA, alert.code, OverrideReason.RECORD_IS_WRONG, WHY)
    assert signed(PRIYA).unread == (alert.code,)

    read = next(each for each in work.alerts(order_id) if each.code == alert.code)
    assert (read.read_by, read.overridden_by) == ((DANA,), (DANA,))
    assert work.advance(order_id, DANA).stage is WorkStage.FILL


def test_a_technician_reads_alerts_and_overrides_none(pharmacy: Pharmacy) -> None:
    alert = pharmacy.report_allergy()
    pharmacy.work.read_alert(pharmacy.order_id, TOM, alert.code)
    with pytest.raises(NotPermittedError):
        pharmacy.work.override(pharmacy.order_id, TOM, alert.code, OverrideReason.MONITORED, WHY)


def test_what_comes_up_after_the_sign_off_holds_the_final_check(pharmacy: Pharmacy) -> None:
    pharmacy.bring_to(WorkStage.FINAL_CHECK)
    alert = pharmacy.report_allergy()
    work, order_id = pharmacy.work, pharmacy.order_id

    with pytest.raises(AlertsOpenError):
        work.advance(order_id, PRIYA)
    work.read_alert(order_id, DANA, alert.code)
    work.override(order_id, DANA, alert.code, OverrideReason.PRESCRIBER_CONFIRMED, WHY)
    assert work.advance(order_id, PRIYA).stage is WorkStage.READY


def test_an_alert_that_the_order_does_not_have_cannot_be_read_or_overridden(pharmacy: Pharmacy) -> None:
    work, order_id = pharmacy.work, pharmacy.order_id
    refused("NO_SUCH_ALERT", lambda: work.read_alert(order_id, DANA, "INTERACTION"))
    refused("NO_SUCH_ALERT", lambda: work.override(order_id, DANA, "DOSE", OverrideReason.MONITORED, WHY))


def test_without_a_valid_prescription_nobody_goes_on(pharmacy: Pharmacy) -> None:
    pharmacy.bring_to(WorkStage.CLINICAL_CHECK)
    pharmacy.world.wait(days=800)
    expired = next(each for each in pharmacy.work.alerts(pharmacy.order_id) if each.finding.code is FindingCode.EXPIRED)
    pharmacy.work.read_alert(pharmacy.order_id, DANA, expired.code)

    refused(
        "NOT_OVERRIDABLE",
        lambda: pharmacy.work.override(pharmacy.order_id, DANA, expired.code, OverrideReason.MONITORED, WHY),
    )
    with pytest.raises(AlertsOpenError):
        pharmacy.work.advance(pharmacy.order_id, DANA)


# --- problems


def test_a_problem_holds_an_order_where_it_is_until_it_is_resolved(pharmacy: Pharmacy) -> None:
    work, order_id, tomorrow = pharmacy.work, pharmacy.order_id, pharmacy.world.at + timedelta(days=1)
    refused("NO_PROBLEM", lambda: work.resolve_problem(order_id, TOM))
    refused("IN_THE_PAST", lambda: work.report_problem(order_id, TOM, ProblemReason.OUT_OF_STOCK, pharmacy.world.at))
    found = work.report_problem(order_id, TOM, ProblemReason.OUT_OF_STOCK, tomorrow, "Wholesaler, tomorrow.").problem
    assert found is not None
    assert (found.reason, found.reported_by, found.expected_at) == (
        ProblemReason.OUT_OF_STOCK,
        TOM,
        tomorrow.astimezone(UTC),
    )
    told = work.progress(pharmacy.order.patient_id)[0]
    assert (told.delay, told.delayed_until) == (ProblemReason.OUT_OF_STOCK, tomorrow)

    refused("ON_HOLD", lambda: work.advance(order_id, DANA))
    work.report_problem(order_id, DANA, ProblemReason.PRESCRIBER_QUESTION)
    assert work.resolve_problem(order_id, DANA).problem is None
    assert work.advance(order_id, DANA).stage is WorkStage.CLINICAL_CHECK
    pharmacy.bring_to(WorkStage.READY)
    refused("OVER", lambda: work.report_problem(order_id, DANA, ProblemReason.ORDER_ENTRY))


def test_a_note_is_never_cut_off(pharmacy: Pharmacy) -> None:
    refused("NOTE_NEEDED", lambda: pharmacy.work.add_note(pharmacy.order_id, DANA, "  "))
    refused("NOTE_TOO_LONG", lambda: pharmacy.work.add_note(pharmacy.order_id, DANA, "n" * 2001))
    pharmacy.work.add_note(pharmacy.order_id, DANA, "n" * 2000)
    assert [len(entry.note) for entry in pharmacy.work.history(pharmacy.order_id)] == [2000]


# --- the queue


def test_the_queue_shows_open_orders_by_the_promised_time(pharmacy: Pharmacy) -> None:
    other = pharmacy.world.ordered(INSULIN, WALMART)
    gone = pharmacy.world.ordered(("patient_001", "RX100103"), HEB)
    pharmacy.world.orders.cancel(gone.patient_id, gone.order_id)
    pharmacy.work.report_problem(other.order_id, TOM, ProblemReason.ORDER_ENTRY)
    pharmacy.bring_to(WorkStage.FINAL_CHECK)

    queue = pharmacy.work.queue()
    assert [each.order.ready_at for each in queue] == sorted(each.order.ready_at for each in queue)
    assert {each.order.order_id for each in queue} == {pharmacy.order_id, other.order_id}
    assert [each.order.order_id for each in pharmacy.work.queue(problems_only=True)] == [other.order_id]
    assert len(pharmacy.work.queue(limit=1)) == 1
    for stage in NEXT_STAGE:
        assert len(pharmacy.work.queue(stage)) == pharmacy.work.counts()[stage]
    assert pharmacy.work.counts() == {
        WorkStage.INTAKE: 1,
        WorkStage.CLINICAL_CHECK: 0,
        WorkStage.FILL: 0,
        WorkStage.FINAL_CHECK: 1,
        WorkStage.READY: 0,
    }


def test_an_order_is_late_after_the_promised_time_until_it_is_ready(pharmacy: Pharmacy) -> None:
    assert not pharmacy.work.get(pharmacy.order_id).is_late
    pharmacy.world.at = pharmacy.order.ready_at + timedelta(seconds=1)
    assert pharmacy.work.queue()[0].is_late
    pharmacy.bring_to(WorkStage.READY)
    assert not pharmacy.work.queue()[0].is_late


def test_however_many_orders_the_queue_and_the_counts_are_a_few_statements(pharmacy: Pharmacy) -> None:
    def statements(act: Callable[[], object]) -> int:
        asked: list[str] = []
        engine = pharmacy.world.store.engine

        def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
            asked.append(statement)

        event.listen(engine, "before_cursor_execute", note)
        act()
        event.remove(engine, "before_cursor_execute", note)
        return sum(statement.startswith("SELECT") for statement in asked)

    one = statements(pharmacy.work.queue)
    pharmacy.world.ordered(INSULIN, WALMART)
    pharmacy.world.ordered(("patient_001", "RX100103"), CVS)
    assert statements(pharmacy.work.queue) == one <= 2
    assert statements(pharmacy.work.counts) == 1
    assert statements(lambda: pharmacy.work.progress(pharmacy.order.patient_id)) <= 3


def test_open_orders_are_found_by_their_index(pharmacy: Pharmacy) -> None:
    with pharmacy.world.store.read() as tx:
        if tx.connection.dialect.name != "sqlite":
            pytest.skip("PostgreSQL reads a table this small whole")
        plan = tx.execute(
            text(
                "EXPLAIN QUERY PLAN SELECT order_id FROM orders "
                "WHERE orders.status NOT IN ('PICKED_UP', 'CANCELLED') ORDER BY ready_at LIMIT 50"
            )
        ).all()
    assert "ix_orders_open" in str(plan)


def test_a_pick_up_code_finds_an_order_only_while_it_is_ready(pharmacy: Pharmacy) -> None:
    pharmacy.world.ordered(INSULIN, WALMART)
    code = pharmacy.work.pickup_code(pharmacy.order_id)
    assert pharmacy.work.order_of_pickup_code(code) is None
    pharmacy.bring_to(WorkStage.READY)
    assert pharmacy.work.order_of_pickup_code(code) == pharmacy.order_id
    pharmacy.bring_to(WorkStage.HANDED_OVER)
    assert pharmacy.work.order_of_pickup_code(code) is None


# --- what is kept


@pytest.mark.parametrize("change", [update(ORDER_WORK).values(actor="x"), delete(ORDER_WORK)])
def test_the_database_itself_refuses_to_change_what_was_done(pharmacy: Pharmacy, change: object) -> None:
    pharmacy.work.claim(pharmacy.order_id, DANA)
    with pytest.raises(IntegrityError), pharmacy.world.store.write() as tx:
        tx.execute(change)  # type: ignore[arg-type]


def test_each_act_is_an_event_without_the_note(pharmacy: Pharmacy) -> None:
    work, order_id = pharmacy.work, pharmacy.order_id
    alert = pharmacy.report_allergy()
    work.claim(order_id, DANA)
    work.read_alert(order_id, DANA, alert.code)
    work.override(order_id, DANA, alert.code, OverrideReason.MONITORED, WHY)
    work.release(order_id, DANA, WHY)
    work.add_note(order_id, DANA, WHY)
    work.report_problem(order_id, DANA, ProblemReason.PATIENT_QUESTION, note=WHY)
    work.resolve_problem(order_id, DANA, WHY)
    work.advance(order_id, DANA, WHY)

    entries = [
        entry
        for entry in AuditService(store=pharmacy.world.store).for_patient(pharmacy.order.patient_id)
        if entry.action.startswith(("work.", "order.advanced"))
    ]
    assert [(entry.action, dict(entry.detail)) for entry in entries] == [
        ("work.claimed", {"stage": "INTAKE"}),
        ("work.alert-read", {"stage": "INTAKE", "code": alert.code}),
        ("work.overridden", {"stage": "INTAKE", "reason": "MONITORED", "code": alert.code}),
        ("work.released", {"stage": "INTAKE"}),
        ("work.noted", {"stage": "INTAKE"}),
        ("work.problem", {"stage": "INTAKE", "reason": "PATIENT_QUESTION"}),
        ("work.resolved", {"stage": "INTAKE"}),
        ("order.advanced", {"status": "VERIFYING"}),
        ("work.moved", {"stage": "CLINICAL_CHECK"}),
    ]
    assert {(entry.actor, entry.object) for entry in entries} == {(DANA, order_id)}


def test_what_is_refused_leaves_nothing_behind(pharmacy: Pharmacy) -> None:
    pharmacy.bring_to(WorkStage.CLINICAL_CHECK)
    alert = pharmacy.report_allergy()
    before = pharmacy.work.history(pharmacy.order_id)
    head = AuditService(store=pharmacy.world.store).head()

    for act in (
        lambda: pharmacy.work.advance(pharmacy.order_id, DANA),
        lambda: pharmacy.work.advance(pharmacy.order_id, TOM),
        lambda: pharmacy.work.override(pharmacy.order_id, DANA, alert.code, OverrideReason.MONITORED, ""),
    ):
        with pytest.raises(RxFlowError):
            act()

    assert pharmacy.work.history(pharmacy.order_id) == before
    assert AuditService(store=pharmacy.world.store).head() == head
