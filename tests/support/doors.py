"""The door of the HTTP API in one process: patients and staff come in, and what they are told."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher
from sqlalchemy import select

from rxflow.domain.access import Principal
from rxflow.domain.errors import RxFlowError
from rxflow.domain.lockout import LockoutLimits
from rxflow.domain.patient import Patient
from rxflow.domain.user import Role
from rxflow.persistence.audit_tables import AUDIT_EVENTS
from rxflow.persistence.engine import Store
from rxflow.persistence.ids import new_secret
from rxflow.security.tokens import AccessTokens
from rxflow.services.access import AccessService, SignedIn
from rxflow.services.identity import IdentityService
from rxflow.services.mock_data import MockData
from rxflow.services.patients import PatientService
from rxflow.services.users import UserService
from tests.support.clock import AUSTIN, WEDNESDAY_MORNING, FrozenClock

QUICK = PasswordHash((Argon2Hasher(time_cost=1, memory_cost=8, parallelism=1),))
PASSWORD = "correct horse battery"
BORN = date(1975, 3, 15)
EMILYS_BIRTHDAY = date(2017, 4, 11)
SOURCE = "203.0.113.7"
OF_ACCESS = ("access.", "account.", "user.disabled")


class Door:
    """One process; two on one store are two processes."""

    def __init__(
        self, store: Store, data: MockData, clock: FrozenClock | None = None, *, demo_sign_in: bool = False
    ) -> None:
        self.store = store
        self.data = data
        self.clock = clock or FrozenClock(WEDNESDAY_MORNING)
        self.limits = LockoutLimits()
        self.users = UserService(store=store, now=self.clock, limits=self.limits, hashes=QUICK)
        self.access = self.service(data, demo_sign_in)

    def service(self, data: MockData, demo_sign_in: bool = False, staff_domain: str = "") -> AccessService:
        patients = PatientService(data)
        return AccessService(
            store=self.store,
            patients=patients,
            identity=IdentityService(
                store=self.store, patients=patients, now=self.clock, zone=AUSTIN, limits=self.limits
            ),
            tokens=AccessTokens(self.store.cipher, now=self.clock, lifetime=timedelta(minutes=15), new_id=new_secret),
            now=self.clock,
            zone=AUSTIN,
            limits=self.limits,
            session_length=timedelta(days=14),
            new_secret=new_secret,
            hashes=QUICK,
            demo_sign_in=demo_sign_in,
            idle=timedelta(minutes=30),
            staff_domain=staff_domain,
        )

    def with_patient(self, patient_id: str, change: Callable[[Patient], Patient | None]) -> AccessService:
        """The door of a process whose data has one patient changed, or no more."""
        changed = (change(each) if each.patient_id == patient_id else each for each in self.data.patients)
        return self.service(replace(self.data, patients=tuple(each for each in changed if each is not None)))

    def john(self, login: str = "jsmith") -> SignedIn:
        return self.access.register("John Smith", BORN, login, PASSWORD, SOURCE)

    def mother(self, login: str = "sdavis") -> SignedIn:
        return self.access.register("Sarah Davis", EMILYS_BIRTHDAY, login, PASSWORD, SOURCE)

    def staff(self, user_id: str = "mlee", role: Role = Role.PHARMACIST) -> SignedIn:
        self.users.add(user_id, "Maria Lee", role, PASSWORD)
        return self.enters(user_id)

    def enters(self, login: str = "jsmith", password: str = PASSWORD, source: str = SOURCE) -> SignedIn:
        return self.access.sign_in(login, password, source)

    def who(self, signed_in: SignedIn) -> Principal:
        return self.access.authenticate(signed_in.access_token)

    def events(self) -> list[tuple[str, str, str]]:
        """Actor, action and detail of what was recorded of access."""
        with self.store.read() as tx:
            rows = tx.execute(select(AUDIT_EVENTS).order_by(AUDIT_EVENTS.c.sequence)).all()
        return [(row.actor, row.action, row.detail) for row in rows if row.action.startswith(OF_ACCESS)]

    def actions(self) -> list[str]:
        return [action for _, action, _ in self.events()]


def refused(act: Callable[[], object], error: type[RxFlowError]) -> str:
    """In which words something is refused."""
    try:
        act()
    except error as told:
        return str(told)
    raise AssertionError(f"{error.__name__} was not raised")
