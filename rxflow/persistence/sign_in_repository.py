"""Who is signed in, and the hashes of their refresh tokens and browser keys, within one transaction of the store."""

from datetime import datetime

from sqlalchemy import bindparam, delete, func, insert, select, update

from rxflow.domain.sign_in import BrowserSignIn, RefreshToken, SignIn
from rxflow.persistence.identity_tables import BROWSER_SIGN_INS, REFRESH_TOKENS, SIGN_INS
from rxflow.persistence.records import SealedTable
from rxflow.persistence.transaction import Transaction

SEALED_SIGN_INS = SealedTable(
    SIGN_INS,
    SignIn,
    key=("sign_in_id",),
    mutable=("ended_at",),
    refs={"subject_ref": lambda tx, sign_in: _subject_ref(tx, sign_in.subject)},
)
SEALED_REFRESH_TOKENS = SealedTable(REFRESH_TOKENS, RefreshToken, key=("sign_in_id", "number"), refs={})
SEALED_BROWSER_SIGN_INS = SealedTable(
    BROWSER_SIGN_INS, BrowserSignIn, key=("browser_ref",), mutable=("seen_at",), refs={}
)

# Built once: it is asked with every request.
_SIGN_IN = SEALED_SIGN_INS.select().where(SIGN_INS.c.sign_in_id == bindparam("sign_in_id"))
_LAST_NUMBER = select(func.max(REFRESH_TOKENS.c.number)).where(REFRESH_TOKENS.c.sign_in_id == bindparam("sign_in_id"))


class SignInRepository:
    """The tables of sign-ins, refresh tokens and browsers within one read or write of the store."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def add(self, sign_in: SignIn) -> None:
        self._tx.execute(insert(SIGN_INS), SEALED_SIGN_INS.row(sign_in, self._tx))

    def get(self, sign_in_id: str) -> SignIn | None:
        return SEALED_SIGN_INS.first(_SIGN_IN, self._tx, {"sign_in_id": sign_in_id})

    def add_token(self, sign_in_id: str, token: str, at: datetime) -> RefreshToken:
        """Keep the next refresh token of a sign-in; from now on those before it count as used.

        Returns:
            It, as it is kept.
        """
        last = self._tx.scalar(_LAST_NUMBER, {"sign_in_id": sign_in_id})
        kept = RefreshToken(sign_in_id, (last or 0) + 1, _token_ref(self._tx, token), at)
        self._tx.execute(insert(REFRESH_TOKENS), SEALED_REFRESH_TOKENS.row(kept, self._tx))
        return kept

    def token(self, token: str) -> RefreshToken | None:
        """A refresh token that was given out, used or not."""
        is_it = REFRESH_TOKENS.c.token_ref == _token_ref(self._tx, token)
        return SEALED_REFRESH_TOKENS.first(SEALED_REFRESH_TOKENS.select().where(is_it), self._tx)

    def is_newest(self, token: RefreshToken) -> bool:
        """Whether a refresh token can still be used: none was given out after it."""
        found: bool = self._tx.scalar(_LAST_NUMBER, {"sign_in_id": token.sign_in_id}) == token.number
        return found

    def on_of_subject(self, subject: str, now: datetime) -> tuple[SignIn, ...]:
        """The sign-ins of an account or a user that have not ended."""
        is_on = (SIGN_INS.c.ended_at.is_(None), SIGN_INS.c.ends_at > now)
        statement = SEALED_SIGN_INS.select().where(SIGN_INS.c.subject_ref == _subject_ref(self._tx, subject), *is_on)
        return SEALED_SIGN_INS.all(statement.order_by(SIGN_INS.c.started_at), self._tx)

    def end(self, sign_in_id: str, at: datetime) -> bool:
        """End a sign-in; one that was ended keeps its first time.

        Returns:
            Whether it had not been ended before.
        """
        is_on = (SIGN_INS.c.sign_in_id == sign_in_id, SIGN_INS.c.ended_at.is_(None))
        return self._tx.execute(update(SIGN_INS).where(*is_on).values(ended_at=at)).rowcount == 1

    def put_browser(self, browser_key: str, sign_in_id: str, at: datetime, vouched_at: datetime | None = None) -> None:
        """Note the browser that a sign-in was made in, in the place of the one that was made in it before."""
        kept = BrowserSignIn(_browser_ref(self._tx, browser_key), sign_in_id, at, vouched_at)
        self._tx.execute(delete(BROWSER_SIGN_INS).where(BROWSER_SIGN_INS.c.browser_ref == kept.browser_ref))
        self._tx.execute(insert(BROWSER_SIGN_INS), SEALED_BROWSER_SIGN_INS.row(kept, self._tx))

    def of_browser(self, browser_key: str) -> BrowserSignIn | None:
        """What was last signed in in a browser, ended or not."""
        is_it = BROWSER_SIGN_INS.c.browser_ref == _browser_ref(self._tx, browser_key)
        found = SEALED_BROWSER_SIGN_INS.all(SEALED_BROWSER_SIGN_INS.select().where(is_it), self._tx)
        return next(iter(found), None)

    def seen(self, browser: BrowserSignIn, at: datetime) -> None:
        """Note that somebody did something in a browser."""
        is_it = BROWSER_SIGN_INS.c.browser_ref == browser.browser_ref
        self._tx.execute(update(BROWSER_SIGN_INS).where(is_it).values(seen_at=at))

    def remove_ended_before(self, at: datetime) -> int:
        """Remove the sign-ins that ended before a time, with their refresh tokens and browsers.

        Returns:
            How many sign-ins.
        """
        is_over = func.coalesce(SIGN_INS.c.ended_at, SIGN_INS.c.ends_at) < at
        gone = select(SIGN_INS.c.sign_in_id).where(is_over)
        for table in (REFRESH_TOKENS, BROWSER_SIGN_INS):
            self._tx.execute(delete(table).where(table.c.sign_in_id.in_(gone)))
        return self._tx.execute(delete(SIGN_INS).where(is_over)).rowcount


def _subject_ref(tx: Transaction, subject: str) -> str:
    return tx.cipher.digest("access subject", subject)


def _token_ref(tx: Transaction, token: str) -> str:
    return tx.cipher.digest("refresh token", token)


def _browser_ref(tx: Transaction, browser_key: str) -> str:
    return tx.cipher.digest("browser sign-in", browser_key)
