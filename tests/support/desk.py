"""A pharmacy's desk over a store: users, patients who ask, and cases that wait."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import event

from rxflow.config.settings import Settings
from rxflow.domain.case import EscalationCase
from rxflow.domain.finding import FindingCode, Route
from rxflow.domain.user import Role, User
from rxflow.persistence.engine import Store
from rxflow.persistence.user_repository import UserRepository
from rxflow.service_wiring import build_services
from rxflow.services.mock_data import MockData
from rxflow.workflow.case_desk import CaseDesk
from tests.support.clock import WEDNESDAY_MORNING, FrozenClock

MARIA, JO, TIM, ADA = "mlee", "jsoto", "tim", "ada"
STAFF = {
    MARIA: ("Maria Lee", Role.PHARMACIST),
    JO: ("Jo Soto", Role.PHARMACIST),
    TIM: ("Tim Tran", Role.TECHNICIAN),
    ADA: ("Ada Admin", Role.ADMIN),
}
METHOCARBAMOL = ("patient_001", "RX100104")
"""Filled a week ago: it is too soon for a refill."""
METFORMIN = ("patient_001", "RX100102")
"""Has no refills left."""
NAPROXEN = ("patient_003", "RX100304")
"""The patient is allergic to it."""
SIMVASTATIN = ("patient_007", "RX100701")
"""Interacts with the patient's clarithromycin."""
OXYCODONE = ("patient_008", "RX100801")
"""Of schedule II."""
ISOTRETINOIN = ("patient_013", "RX101301")
"""Under a REMS programme, for somebody who is pregnant."""


class Desk:
    """The services of one process over a store, with a clock that tests move."""

    def __init__(self, store: Store, data: MockData) -> None:
        self.store = store
        self.clock = FrozenClock(WEDNESDAY_MORNING)
        self.services = build_services(Settings(_env_file=None), store, self.clock, data)
        self.desk = CaseDesk(self.services)
        with store.write() as tx:
            users = UserRepository(tx)
            if users.count() == 0:
                for user_id, (name, role) in STAFF.items():
                    users.add(User(user_id, name, role, self.clock()), "$argon2id$hash")

    def session(self, patient_id: str) -> str:
        return self.services.sessions.start(patient_id).session_id

    def case(
        self,
        of: tuple[str, str] = METHOCARBAMOL,
        *codes: FindingCode | str,
        route: Route = Route.PHARMACIST,
        session_id: str | None = None,
        urgent: bool = False,
    ) -> EscalationCase:
        """A case about a prescription with the codes of what stops it now, or with those that are given."""
        patient_id, rx_number = of
        found = codes or tuple(each.code for each in self.services.refills.assess(patient_id, rx_number).findings)
        return self.services.cases.open(
            patient_id, session_id or self.session(patient_id), route, "asked", found, "We asked.", urgent, rx_number
        )

    def read_all(self, case: EscalationCase, actor: str = MARIA) -> None:
        """Open every alert that must be read before an approval."""
        for code in self.desk.case_file(case.case_id, actor).unread:
            self.desk.read_alert(case.case_id, actor, code)

    def blocks(self, of: tuple[str, str] = METHOCARBAMOL) -> list[str]:
        return [each.code.value for each in self.services.refills.assess(*of).blocks]

    def steps(self, case: EscalationCase) -> list[tuple[str, str]]:
        return [(each.step.value, each.actor) for each in self.services.cases.steps(case.case_id)]

    def told(self, case: EscalationCase) -> list[str]:
        return [each.text for each in self.services.care_messages.for_session(case.session_id)]

    @contextmanager
    def counted(self) -> Iterator[list[str]]:
        """The statements that the database is sent meanwhile."""
        sent: list[str] = []

        def note(*call: object) -> None:
            sent.append(str(call[2]))

        event.listen(self.store.engine, "before_cursor_execute", note)
        yield sent
        event.remove(self.store.engine, "before_cursor_execute", note)
