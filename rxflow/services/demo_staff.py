"""The made-up staff of a demo: users like others, whose password nobody knows."""

from dataclasses import dataclass
from datetime import datetime

from rxflow.domain.audit import OPERATOR, AuditAction, AuditEvent, as_code
from rxflow.domain.errors import UserError
from rxflow.domain.user import Role, User
from rxflow.persistence.transaction import Transaction
from rxflow.persistence.user_repository import UserRepository


@dataclass(frozen=True, slots=True)
class DemoUser:
    """One that can be chosen. Two pharmacists and a technician show who may do what, and that no two do it at once."""

    user_id: str
    name: str
    role: Role


DEMO_STAFF = (
    DemoUser("demo-pharmacist", "Dana Reyes", Role.PHARMACIST),
    DemoUser("demo-pharmacist-2", "Alex Kim", Role.PHARMACIST),
    DemoUser("demo-technician", "Sam Ortiz", Role.TECHNICIAN),
)


def demo_user(user_id: str) -> DemoUser:
    """One of the demo's staff.

    Raises:
        UserError: The demo has nobody of this id.
    """
    for user in DEMO_STAFF:
        if user.user_id == user_id:
            return user
    raise UserError("The demo has no such user.")


def ensure_demo_user(tx: Transaction, chosen: DemoUser, at: datetime, password_hash: str) -> list[AuditEvent]:
    """Keep one of the demo's staff as a user, unless they are there: what works on cases knows users alone.

    Args:
        tx: A write that names the user.
        chosen: Who.
        at: The present.
        password_hash: Of a password that nobody knows.

    Returns:
        The events to append at the end of the transaction.

    Raises:
        UserError: They were disabled, or the id is somebody else's.
    """
    users = UserRepository(tx)
    known = users.get(chosen.user_id)
    if known is None:
        users.add(User(chosen.user_id, chosen.name, chosen.role, at), password_hash)
        kind = as_code(chosen.role.value)
        return [AuditEvent(at, OPERATOR, AuditAction.USER_ADDED, object=chosen.user_id, detail={"kind": kind})]
    if not known.is_active or (known.name, known.role) != (chosen.name, chosen.role):
        raise UserError("This user of the demo cannot be chosen here. Sign in with a user id and a password.")
    return []
