"""Sign-ins: begun, kept going by refresh tokens that are good for one use, and ended."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from rxflow.domain.access import PERSONS
from rxflow.domain.audit import PATIENT, VISITOR, AuditAction, AuditEvent, Detail
from rxflow.domain.sign_in import BrowserSignIn, EndReason, Recognised, SignIn
from rxflow.persistence.audit_repository import AuditRepository
from rxflow.persistence.engine import Store
from rxflow.persistence.sign_in_repository import SignInRepository
from rxflow.persistence.transaction import Transaction
from rxflow.services.audited_acts import rows_removed

UNKNOWN = "unknown"
OVER = "over"
MOST_TOKEN_CHARS = 128


class SignIns:
    """Begins, renews and ends sign-ins.

    A refresh token is replaced at each use (RFC 9700 §4.14.2): one that comes a second time was copied, and nobody can
    tell who has the copy, so the sign-in ends for everybody who holds something of it.

    Args:
        store: Where sign-ins and the hashes of their refresh tokens are kept.
        now: The present as an aware time.
        lasts: After how long a sign-in ends, however often it is renewed.
        new_secret: Makes texts that nobody can guess.
    """

    def __init__(
        self, *, store: Store, now: Callable[[], datetime], lasts: timedelta, new_secret: Callable[[], str]
    ) -> None:
        self._store = store
        self._now = now
        self._lasts = lasts
        self._new_secret = new_secret

    def begin(self, tx: Transaction, who: Recognised, *before: AuditEvent) -> tuple[SignIn, str]:
        """Let somebody in; the last thing in a transaction, for it appends to the audit trail.

        Args:
            tx: A write.
            who: Whoever was recognised.
            before: Events to record before this.

        Returns:
            The sign-in and its first refresh token.
        """
        sign_in, token = self._added(tx, who), self._new_secret()
        SignInRepository(tx).add_token(sign_in.sign_in_id, token, sign_in.started_at)
        AuditRepository(tx).append([*before, _granted(sign_in)])
        return sign_in, token

    def begin_in_browser(
        self,
        tx: Transaction,
        who: Recognised,
        browser_key: str,
        *before: AuditEvent,
        vouched_at: datetime | None = None,
    ) -> SignIn:
        """Let somebody in who is known again by their browser; what it was signed in with before ends.

        Args:
            tx: A write; the last thing in it, for it appends to the audit trail.
            who: Whoever was recognised.
            browser_key: The secret of the browser's cookie.
            before: Events to record before this.
            vouched_at: When an identity provider said who it is; None where none did.
        """
        sign_ins, sign_in, ended = SignInRepository(tx), self._added(tx, who), []
        known = sign_ins.of_browser(browser_key)
        last = sign_ins.get(known.sign_in_id) if known else None
        if last is not None and sign_ins.end(last.sign_in_id, sign_in.started_at):
            ended = [_ended(last, sign_in.started_at, EndReason.REPLACED)]
        # What was used stays used, also when somebody else signs in with a password meanwhile.
        used = vouched_at or (known.vouched_at if known else None)
        sign_ins.put_browser(browser_key, sign_in.sign_in_id, sign_in.started_at, used)
        AuditRepository(tx).append([*before, *ended, _granted(sign_in)])
        return sign_in

    def of_browser(self, browser_key: str) -> tuple[BrowserSignIn, SignIn] | None:
        """What a browser was last signed in with and when somebody last did something in it, ended or not.

        Raises:
            StoreUnavailableError: It cannot be read.
        """
        with self._store.read() as tx:
            sign_ins = SignInRepository(tx)
            browser = sign_ins.of_browser(browser_key)
            sign_in = sign_ins.get(browser.sign_in_id) if browser else None
        return None if browser is None or sign_in is None else (browser, sign_in)

    def note_seen(self, browser: BrowserSignIn) -> None:
        """Note that somebody does something in a browser.

        Raises:
            StoreUnavailableError: It could not be kept.
        """
        with self._store.write() as tx:
            SignInRepository(tx).seen(browser, self._now().astimezone(UTC))

    def get(self, sign_in_id: str) -> SignIn | None:
        """A sign-in, ended or not: one row, found by its key.

        Raises:
            StoreUnavailableError: It cannot be read.
        """
        with self._store.read() as tx:
            return SignInRepository(tx).get(sign_in_id)

    def renew(self, refresh_token: str, may_come_in: Callable[[SignIn], bool]) -> tuple[SignIn, str] | None:
        """Take a refresh token and give the next one.

        Args:
            refresh_token: As somebody gave it.
            may_come_in: Whether whoever it was given to may still come in.

        Returns:
            The sign-in and its next refresh token; None where the token is unknown, was used before, or the sign-in is
            over.

        Raises:
            StoreUnavailableError: It could not be kept; the old token is still good.
        """
        given = refresh_token if refresh_token.isascii() and len(refresh_token) <= MOST_TOKEN_CHARS else ""
        sign_in = self._of_token(given)
        # Outside the write: it may look into another database.
        stays = sign_in is not None and may_come_in(sign_in)
        with self._store.write(_resource(sign_in.sign_in_id) if sign_in else f"refresh:{given}") as tx:
            return self._renewed(tx, given, stays)

    def end(self, sign_in: SignIn, reason: EndReason) -> None:
        """End a sign-in; one that has ended stays as it is.

        Raises:
            StoreUnavailableError: It could not be kept.
        """
        with self._store.write(_resource(sign_in.sign_in_id)) as tx:
            at = self._now().astimezone(UTC)
            if SignInRepository(tx).end(sign_in.sign_in_id, at):
                AuditRepository(tx).append([_ended(sign_in, at, reason)])

    def remove_ended_before(self, at: datetime, actor: str) -> int:
        """Remove the sign-ins that ended before a time, for retention.

        Args:
            at: The time; one that has not come yet stands for the present.
            actor: Who does it, for the audit trail.

        Returns:
            How many.

        Raises:
            StoreUnavailableError: They could not be removed.
        """
        with self._store.write() as tx:
            now = self._now().astimezone(UTC)
            removed = SignInRepository(tx).remove_ended_before(min(at.astimezone(UTC), now))
            if removed:
                AuditRepository(tx).append([rows_removed(now, actor, "sign-ins", removed)])
        return removed

    def _added(self, tx: Transaction, who: Recognised) -> SignIn:
        at = self._now().astimezone(UTC)
        sign_in = SignIn(
            sign_in_id=self._new_secret(),
            subject=who.subject,
            role=who.role,
            means=who.means,
            patient_id=who.patient_id,
            acting_as=who.acting_as,
            guardian_ref=who.guardian_ref,
            started_at=at,
            ends_at=at + self._lasts,
        )
        SignInRepository(tx).add(sign_in)
        return sign_in

    def _of_token(self, token: str) -> SignIn | None:
        with self._store.read() as tx:
            sign_ins = SignInRepository(tx)
            found = sign_ins.token(token)
            return None if found is None else sign_ins.get(found.sign_in_id)

    def _renewed(self, tx: Transaction, given: str, stays: bool) -> tuple[SignIn, str] | None:
        sign_ins, trail, at = SignInRepository(tx), AuditRepository(tx), self._now().astimezone(UTC)
        token = sign_ins.token(given)
        sign_in = sign_ins.get(token.sign_in_id) if token else None
        if token is None or sign_in is None or not sign_in.is_on(at):
            trail.append([_refused(sign_in, at)])
            return None
        is_newest = sign_ins.is_newest(token)
        if not is_newest or not stays:
            reason = EndReason.PERMISSION_ENDED if is_newest else EndReason.REPLAYED
            sign_ins.end(sign_in.sign_in_id, at)
            reused = [] if is_newest else [_event(AuditAction.ACCESS_REUSED, sign_in, at, VISITOR)]
            trail.append([*reused, _ended(sign_in, at, reason)])
            return None
        following = self._new_secret()
        sign_ins.add_token(sign_in.sign_in_id, following, at)
        trail.append([_event(AuditAction.ACCESS_RENEWED, sign_in, at)])
        return sign_in, following


def end_all_of(tx: Transaction, subject: str, reason: EndReason, at: datetime, actor: str) -> list[AuditEvent]:
    """End what an account or a user is signed in with.

    Args:
        tx: A write.
        subject: The id of the account or the user.
        reason: Why.
        at: The present.
        actor: Who does it, for the audit trail.

    Returns:
        The events to append at the end of the transaction.
    """
    sign_ins = SignInRepository(tx)
    on = sign_ins.on_of_subject(subject, at)
    return [_ended(each, at, reason, actor) for each in on if sign_ins.end(each.sign_in_id, at)]


def _resource(sign_in_id: str) -> str:
    return f"sign-in:{sign_in_id}"


def _actor(sign_in: SignIn) -> str:
    return PATIENT if sign_in.role in PERSONS else sign_in.subject


def _event(
    action: AuditAction,
    sign_in: SignIn,
    at: datetime,
    actor: str | None = None,
    detail: dict[str, Detail] | None = None,
) -> AuditEvent:
    actor = actor or _actor(sign_in)
    return AuditEvent(at, actor, action, sign_in.patient_id, object=sign_in.sign_in_id, detail=detail or {})


def _granted(sign_in: SignIn) -> AuditEvent:
    detail: dict[str, Detail] = {"means": sign_in.means.value}
    return _event(AuditAction.ACCESS_GRANTED, sign_in, sign_in.started_at, detail=detail)


def _ended(sign_in: SignIn, at: datetime, reason: EndReason, actor: str | None = None) -> AuditEvent:
    return _event(AuditAction.ACCESS_ENDED, sign_in, at, actor, {"reason": reason.value})


def _refused(sign_in: SignIn | None, at: datetime) -> AuditEvent:
    if sign_in is None:
        return AuditEvent(at, VISITOR, AuditAction.ACCESS_REFUSED, detail={"reason": UNKNOWN})
    return _event(AuditAction.ACCESS_REFUSED, sign_in, at, VISITOR, {"reason": OVER})
