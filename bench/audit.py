"""What the audit trail costs: a turn with and without it, and looking through a chain.

`python -m bench.audit [--conversations N] [--events N]`
"""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter
from unittest.mock import patch

from rxflow.assistant import Assistant
from rxflow.commands.assistant import fresh_assistants
from rxflow.config.settings import Settings
from rxflow.domain.audit import AuditAction, AuditEvent
from rxflow.observability.collector import keep_loaded
from rxflow.persistence.audit_repository import AuditRepository
from rxflow.persistence.engine import create_store
from rxflow.security.cipher import Cipher
from rxflow.security.keys import KeyRing, KeyText, format_keys, new_keys
from rxflow.services.audit import AuditService

CONVERSATION = ("refill my lisinopril", "yes", "H-E-B", "what are my allergies?", "never mind")
EVENTS_OF_A_TURN = 10


@contextmanager
def unaudited() -> Iterator[None]:
    """The same program with a trail that keeps nothing."""
    with patch.object(AuditRepository, "append", lambda _self, _events: None):
        yield


def turns(assistant: Assistant) -> list[float]:
    """Milliseconds of each turn of a conversation."""
    session_id = assistant.run(assistant.manager.start("patient_001")).session_id

    async def timed(words: str) -> float:
        began = perf_counter()
        await assistant.manager.handle_message(words, session_id)
        return (perf_counter() - began) * 1000

    return [assistant.run(timed(words)) for words in CONVERSATION]


def compare_turns(conversations: int) -> None:
    """Play with and without the trail in turns, so that a busy machine is as busy for both."""
    times: dict[bool, list[float]] = {True: [], False: []}
    fresh = fresh_assistants(Settings(_env_file=None))
    with fresh() as audited, fresh() as bare:
        for played in range(conversations + 1):
            for with_trail, assistant in ((True, audited), (False, bare)):
                with nullcontext() if with_trail else unaudited():
                    took = turns(assistant)
                # The first conversation builds the readers of words.
                if played:
                    times[with_trail] += took
            if not played:
                keep_loaded()
        events = audited.services.audit.head()
    for with_trail, name in ((False, "without the trail"), (True, "with the trail")):
        took = times[with_trail]
        p99 = quantiles(took, n=100)[98]
        print(f"a turn {name}: p50 {median(took):.2f} ms, p99 {p99:.2f} ms ({len(took)} turns)")
    told = events.sequence / ((conversations + 1) * len(CONVERSATION)) if events else 0
    print(f"the trail costs {median(times[True]) - median(times[False]):.2f} ms a turn at {told:.1f} events a turn")


def time_chain(events: int) -> None:
    """Append a chain and look through it."""
    now = datetime.now(UTC)
    detail = {"tool": "select_pharmacy", "success": True, "milliseconds": 12}
    event = AuditEvent(now, "assistant", AuditAction.TOOL_CALLED, "patient_001", "s" * 32, detail=detail)
    with TemporaryDirectory(prefix="rxflow-audit-") as folder:
        ring = KeyRing(KeyText(format_keys(new_keys())))
        store = create_store(f"sqlite:///{folder}/audit.db", Cipher(ring))
        audit = AuditService(store=store)
        took = []
        for _ in range(100):
            with store.write() as tx:
                began = perf_counter()
                AuditRepository(tx).append([event] * EVENTS_OF_A_TURN)
                took.append((perf_counter() - began) * 1000)
        print(f"appending {EVENTS_OF_A_TURN} events: p50 {median(took):.2f} ms before the commit")
        audit.record_all([event] * events)
        began = perf_counter()
        report = audit.verify()
        seconds = perf_counter() - began
        store.close()
    print(f"looking through {report.events:,} events: {seconds:.2f} s, {report.events / seconds:,.0f} events/s")


def main() -> None:
    """Print the figures."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--conversations", type=int, default=100)
    arguments.add_argument("--events", type=int, default=200_000)
    given = arguments.parse_args()
    compare_turns(given.conversations)
    time_chain(given.events)


if __name__ == "__main__":
    main()
