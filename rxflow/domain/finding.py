"""What the clinical and coverage rules find about a refill asked for today."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class FindingCode(StrEnum):
    NOT_FOUND = "NOT_FOUND"
    AMBIGUOUS = "AMBIGUOUS"
    CONTROLLED = "CONTROLLED"
    REMS = "REMS"
    EXPIRED = "EXPIRED"
    NO_REFILLS = "NO_REFILLS"
    TOO_SOON = "TOO_SOON"
    ALLERGY = "ALLERGY"
    PREGNANCY = "PREGNANCY"
    INTERACTION = "INTERACTION"
    DUPLICATE_THERAPY = "DUPLICATE_THERAPY"
    DOSE = "DOSE"
    NOT_COVERED = "NOT_COVERED"
    PRIOR_AUTHORIZATION = "PRIOR_AUTHORIZATION"
    STEP_THERAPY = "STEP_THERAPY"
    QUANTITY_LIMIT = "QUANTITY_LIMIT"
    OUT_OF_STOCK = "OUT_OF_STOCK"
    EMERGENCY = "EMERGENCY"


class Severity(StrEnum):
    """`block` stops the order, `warn` is told to the patient, `info` is worth knowing."""

    BLOCK = "block"
    WARN = "warn"
    INFO = "info"


class Route(StrEnum):
    """Who can resolve a finding."""

    PRESCRIBER = "prescriber"
    PHARMACIST = "pharmacist"
    INSURER = "insurer"


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule's finding. `message` is for the patient; `evidence` holds facts and the source for the pharmacist.

    A blocking finding without a route can be resolved by the patient: another day, another pharmacy.
    """

    code: FindingCode
    severity: Severity
    message: str
    route: Route | None = None
    evidence: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Assessment:
    """All findings about one refill, in the order in which they are decided (DOMAIN.md §1.12)."""

    rx_number: str
    findings: tuple[Finding, ...]

    @property
    def blocks(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.severity is Severity.BLOCK)

    @property
    def decision(self) -> Finding | None:
        """The finding that decides: the first that blocks, or None when the refill may go on."""
        return next(iter(self.blocks), None)

    @property
    def obstacle(self) -> Finding | None:
        """The finding that stops the refill everywhere: the decision, unless it is only one pharmacy's empty shelf."""
        decision = self.decision
        return None if decision is not None and decision.code is FindingCode.OUT_OF_STOCK else decision

    @property
    def warnings(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.severity is Severity.WARN)
