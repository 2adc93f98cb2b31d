"""A try to be recognised as somebody, as it is kept: keyed hashes only, no name and no birth date."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Outcome(StrEnum):
    """How a try ended. One that was refused unlooked at, because of the ones before it, is `locked`."""

    PASSED = "passed"
    FAILED = "failed"
    LOCKED = "locked"


@dataclass(frozen=True, slots=True)
class IdentityCheck:
    """One try.

    Attributes:
        at: When.
        claim_ref: The keyed hash of who somebody said they are.
        subject_ref: The keyed hash of the one patient that the claim is about, or None.
        source_ref: The keyed hash of where it came from, such as a browser's key.
        outcome: How it ended.
    """

    at: datetime
    claim_ref: str
    subject_ref: str | None
    source_ref: str
    outcome: Outcome


def standing_failures(checks: Iterable[IdentityCheck]) -> tuple[datetime, ...]:
    """The failed tries that still count: one that passed makes up for those before it from the same source.

    Source: NIST SP 800-63B §5.2.2 (after a success the verifier disregards earlier failures from the same address).

    Args:
        checks: In the order in which they were made.
    """
    failures: list[tuple[datetime, str]] = []
    for check in checks:
        if check.outcome is Outcome.FAILED:
            failures.append((check.at, check.source_ref))
        elif check.outcome is Outcome.PASSED:
            failures = [(at, source) for at, source in failures if source != check.source_ref]
    return tuple(at for at, _ in failures)
