"""Forgetting conversations: what was said in them goes, what the law wants kept stays (`docs/privacy.md`)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Protocol

from rxflow.domain.audit import AuditAction, AuditEvent, Detail
from rxflow.domain.errors import ConversationBusyError
from rxflow.domain.progress import Progress
from rxflow.persistence.audit_repository import AuditRepository
from rxflow.persistence.care_message_repository import CareMessageRepository
from rxflow.persistence.engine import Store
from rxflow.persistence.rating_repository import RatingRepository
from rxflow.persistence.session_repository import Session, SessionRepository
from rxflow.persistence.turn_locks import TurnLocks
from rxflow.services.access import AccessService
from rxflow.services.identity import IdentityService

BATCH = 500
"""Conversations that are looked up together."""
ASKED = "asked"
UNUSED = "unused"


class Memory(Protocol):
    """What the assistant remembers of a conversation besides its turns."""

    async def forget(self, thread_id: str) -> None:
        """Delete all of a conversation; once more does no harm."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was done.

    Attributes:
        conversations: How many are forgotten now that were not before.
        turns: How many turns they had.
        busy: How many could not be forgotten because they are being answered.
        tries: How many tries to be recognised were removed.
        sign_ins: How many sign-ins that were over were removed.
        is_scrubbed: Whether what was deleted is gone from the database's files too, as far as the program sees to it.
    """

    conversations: int = 0
    turns: int = 0
    busy: int = 0
    tries: int = 0
    sign_ins: int = 0
    is_scrubbed: bool = True


class RetentionService:
    """Forgets conversations, each while none of its turns is under way.

    Sources: 45 CFR 164.530(c) (safeguards) and 164.502(b) (minimum necessary) for what goes; 45 CFR 164.316(b)(2)(i),
    21 CFR 1304.04 and the boards of pharmacy for what stays.

    Args:
        store: The conversations, their turns and the audit trail.
        memory: What the assistant remembers of them besides.
        turn_locks: Serialise the turns of a conversation.
        identity: Keeps the tries to be recognised.
        access: Keeps who was signed in.
        now: The present as an aware time.
    """

    def __init__(
        self,
        *,
        store: Store,
        memory: Memory,
        turn_locks: TurnLocks,
        identity: IdentityService,
        access: AccessService,
        now: Callable[[], datetime],
    ) -> None:
        self._store = store
        self._memory = memory
        self._turn_locks = turn_locks
        self._identity = identity
        self._access = access
        self._now = now

    def of_patient(self, patient_id: str) -> tuple[str, ...]:
        """The conversations of a patient that are not forgotten."""
        with self._store.read() as tx:
            return SessionRepository(tx).remembered_of_patient(patient_id)

    def unused_since(self, at: datetime) -> Iterator[str]:
        """The conversations that are not forgotten and that nobody has used since a time."""
        after = 0
        while True:
            with self._store.read() as tx:
                found = SessionRepository(tx).remembered_unused_since(at, after, BATCH)
            yield from (session_id for _, session_id in found)
            if len(found) < BATCH:
                return
            after = found[-1][0]

    async def forget_patient(self, patient_id: str, actor: str) -> Forgotten:
        """Forget every conversation of a patient; once more finds nothing to do. Their account stays.

        Args:
            actor: Who does it, for the audit trail.

        Raises:
            StoreUnavailableError: Not everything could be deleted; do it again.
        """
        found = iter(self.of_patient(patient_id))
        return await self._forget_all(found, actor, ASKED, None)

    async def forget_unused(self, before: datetime, actor: str, progress: Progress | None = None) -> Forgotten:
        """Forget every conversation that nobody has used since a time, the tries to be recognised before it, and the
        sign-ins that were over then.

        Args:
            before: The time.
            actor: Who does it, for the audit trail.
            progress: Told how many conversations were looked at, and how many there are.

        Raises:
            StoreUnavailableError: Not everything could be deleted; do it again.
        """
        before = before.astimezone(UTC)
        tries = self._identity.remove_tries_before(before, actor)
        sign_ins = self._access.remove_ended_before(before, actor)
        session_ids = self._told(before, progress) if progress else self.unused_since(before)
        forgotten = await self._forget_all(session_ids, actor, UNUSED, before)
        return replace(forgotten, tries=tries, sign_ins=sign_ins)

    def _told(self, before: datetime, progress: Progress) -> Iterator[str]:
        """The conversations that nobody has used since a time, and how many of them were given."""
        total = sum(1 for _ in self.unused_since(before))
        for done, session_id in enumerate(self.unused_since(before), start=1):
            yield session_id
            progress(done, total)

    async def _forget_all(
        self, session_ids: Iterator[str], actor: str, reason: str, before: datetime | None
    ) -> Forgotten:
        conversations = turns = busy = 0
        for session_id in session_ids:
            try:
                removed = await self._forget(session_id, actor, reason, before)
            except ConversationBusyError:
                busy += 1
                continue
            if removed is not None:
                conversations, turns = conversations + 1, turns + removed
        return Forgotten(conversations, turns, busy, is_scrubbed=self._store.scrub())

    async def _forget(self, session_id: str, actor: str, reason: str, before: datetime | None) -> int | None:
        """Forget one conversation, unless somebody has done so or has used it meanwhile.

        The mark comes last: what broke off in between is not marked, and so done again.

        Returns:
            How many turns it had; None where it was left as it is.
        """
        async with self._turn_locks.hold(session_id) as lease:
            with self._store.read() as tx:
                session = SessionRepository(tx).get(session_id)
            is_kept = before is not None and session is not None and session.seen_at >= before
            if session is None or session.forgotten_at is not None or is_kept:
                return None
            turns = self._remove_turns(session, actor, reason)
            await self._memory.forget(session_id)
            if not await lease.still_held():
                # A turn may have begun that remembered something again.
                raise ConversationBusyError("The conversation was used meanwhile. Forget it again.")
            with self._store.write(session_id) as tx:
                # Once more: somebody may have written meanwhile, and from here on nobody can.
                CareMessageRepository(tx).remove(session_id)
                SessionRepository(tx).note_forgotten(session_id, self._now().astimezone(UTC))
        return turns

    def _remove_turns(self, session: Session, actor: str, reason: str) -> int:
        """End a conversation, remove its turns and what people wrote into it, and record both."""
        at = self._now().astimezone(UTC)
        concerned = (session.patient_id, session.session_id)
        with self._store.write(session.session_id) as tx:
            sessions, events = SessionRepository(tx), []
            if session.ended_at is None:
                sessions.end(session.session_id, at)
                ended = AuditEvent(at, actor, AuditAction.SESSION_ENDED, *concerned, detail={"reason": "forgotten"})
                events.append(ended)
            RatingRepository(tx).remove(session.session_id)
            turns = sessions.remove_turns(session.session_id)
            messages = CareMessageRepository(tx).remove(session.session_id)
            detail: dict[str, Detail] = {"rows": turns + messages, "reason": reason}
            events.append(AuditEvent(at, actor, AuditAction.DATA_FORGOTTEN, *concerned, detail=detail))
            AuditRepository(tx).append(events)
        return turns
