"""Accounts and users by what they sign in with: found, added and closed within a write of the store."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from rxflow.domain.access import AccessRole
from rxflow.domain.account import Account, is_login
from rxflow.domain.audit import PATIENT, AuditAction, AuditEvent
from rxflow.domain.errors import UserError
from rxflow.domain.sign_in import EndReason, Means, Recognised
from rxflow.domain.user import is_user_id
from rxflow.persistence.account_repository import AccountRepository
from rxflow.persistence.transaction import Transaction
from rxflow.persistence.user_repository import UserRepository
from rxflow.services.sign_ins import end_all_of

LOGIN_RULES = "A login has 3 to 64 letters, digits or . _ - @ +, and begins with a letter or a digit."
LOGIN_TAKEN = "This login cannot be used. Choose another."
HAS_ACCOUNT = "There is an account for this person already. Sign in with it, or call the pharmacy."


@dataclass(frozen=True, slots=True)
class Holder:
    """Whoever has a login. `is_let_in` is false of a disabled user and a closed account."""

    who: Recognised
    password_hash: str | None = field(repr=False)
    is_let_in: bool


def accounts_of(patient_id: str) -> str:
    """What a write names that opens or closes accounts for a patient, or lets somebody in by one."""
    return f"accounts of:{patient_id}"


def check_login(key: str) -> None:
    """Let a login (`rxflow.domain.account.login_key`) be chosen.

    Raises:
        UserError: It cannot be one.
    """
    if not is_login(key):
        raise UserError(LOGIN_RULES)


def holder_of(tx: Transaction, login: str) -> Holder | None:
    """Whoever has a login; users and accounts are both looked through, whoever it is."""
    users, accounts = UserRepository(tx), AccountRepository(tx)
    user_id = login if is_user_id(login) else ""
    user, known_hash = users.get(user_id), users.password_hash(user_id)
    account = accounts.by_login(login)
    if user is not None:
        who = Recognised(user.user_id, AccessRole(user.role.value), Means.STAFF)
        return Holder(who, known_hash, user.is_active)
    if account is not None:
        return Holder(by_account(account), accounts.password_hash(account), account.is_open)
    return None


def by_account(account: Account) -> Recognised:
    """Whoever signs in with an account."""
    return Recognised(
        account.account_id,
        AccessRole(account.acting_as.value),
        Means.ACCOUNT,
        account.patient_id,
        account.acting_as,
        account.guardian_ref,
    )


def with_means(who: Recognised, means: Means) -> Recognised:
    """Somebody who was recognised in another way than by password."""
    return replace(who, means=means)


def add_account(tx: Transaction, account: Account, password_hash: str) -> list[AuditEvent]:
    """Write an account, in the place of one that an earlier guardian had.

    Args:
        tx: A write that names the login and `accounts_of` the patient.
        account: The account.
        password_hash: What its password is held against.

    Returns:
        The events to append at the end of the transaction.

    Raises:
        UserError: The login is taken, or the person has an account.
    """
    accounts, events = AccountRepository(tx), []
    if holder_of(tx, account.login) is not None:
        raise UserError(LOGIN_TAKEN)
    before = accounts.open_of_person(account.patient_id, account.acting_as)
    if before is not None:
        if before.guardian_ref == account.guardian_ref:
            raise UserError(HAS_ACCOUNT)
        events = close_account(tx, before, account.created_at, PATIENT)
    accounts.add(account, password_hash)
    added = AuditAction.ACCOUNT_ADDED
    return [*events, AuditEvent(account.created_at, PATIENT, added, account.patient_id, object=account.account_id)]


def close_account(tx: Transaction, account: Account, at: datetime, actor: str) -> list[AuditEvent]:
    """Close an account and end what it is signed in with.

    Args:
        tx: A write that names `accounts_of` the patient.
        account: The account, which is open.
        at: The present.
        actor: Who does it, for the audit trail.

    Returns:
        The events to append at the end of the transaction.
    """
    AccountRepository(tx).close(account, at)
    closed = AuditEvent(at, actor, AuditAction.ACCOUNT_CLOSED, account.patient_id, object=account.account_id)
    return [closed, *end_all_of(tx, account.account_id, EndReason.ACCOUNT_CLOSED, at, actor)]
