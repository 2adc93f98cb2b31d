"""The accounts of patients and guardians, read and written within one transaction of the store."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import insert, select, update

from rxflow.domain.account import Account
from rxflow.domain.acting import ActingAs
from rxflow.persistence.identity_tables import ACCOUNTS
from rxflow.persistence.records import SealedTable
from rxflow.persistence.transaction import Transaction

SEALED_ACCOUNTS = SealedTable(
    ACCOUNTS,
    Account,
    key=("account_id",),
    mutable=("closed_at",),
    bound=("password_hash",),
    refs={
        "login_ref": lambda tx, account: _login_ref(tx, account.login),
        "patient_ref": lambda tx, account: tx.patient_ref(account.patient_id),
    },
)


class AccountRepository:
    """The table of accounts within one read or write of the store. Login, patient and password hash are sealed."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def add(self, account: Account, password_hash: str) -> None:
        """Write a new account.

        Raises:
            IntegrityError: There is one of this id or login, or an open one of this person.
        """
        self._tx.execute(insert(ACCOUNTS), SEALED_ACCOUNTS.row(account, self._tx, password_hash=password_hash))

    def by_login(self, login: str) -> Account | None:
        """The account of a login (`rxflow.domain.account.login_key`), a closed one too."""
        is_it = ACCOUNTS.c.login_ref == _login_ref(self._tx, login)
        return SEALED_ACCOUNTS.first(SEALED_ACCOUNTS.select().where(is_it), self._tx)

    def password_hash(self, account: Account) -> str | None:
        """The hash that a password is held against, of an account that was read in this transaction."""
        found: str | None = self._tx.scalar(
            select(ACCOUNTS.c.password_hash).where(ACCOUNTS.c.account_id == account.account_id)
        )
        return found

    def open_of_patient(self, patient_id: str) -> tuple[Account, ...]:
        """The accounts that can be used for a patient: the patient's and the guardian's."""
        whose = (ACCOUNTS.c.patient_ref == self._tx.patient_ref(patient_id), ACCOUNTS.c.closed_at.is_(None))
        return SEALED_ACCOUNTS.all(SEALED_ACCOUNTS.select().where(*whose).order_by(ACCOUNTS.c.acting_as), self._tx)

    def open_of_person(self, patient_id: str, acting_as: ActingAs) -> Account | None:
        """The account that a person can use for a patient."""
        return next((each for each in self.open_of_patient(patient_id) if each.acting_as is acting_as), None)

    def close(self, account: Account, at: datetime) -> Account:
        """Let an account not be used any more; one that was closed keeps its first time, and its login stays taken."""
        is_open = (ACCOUNTS.c.account_id == account.account_id, ACCOUNTS.c.closed_at.is_(None))
        self._tx.execute(update(ACCOUNTS).where(*is_open).values(closed_at=at))
        return replace(account, closed_at=account.closed_at or at)


def _login_ref(tx: Transaction, login: str) -> str:
    return tx.cipher.digest("login", login)
