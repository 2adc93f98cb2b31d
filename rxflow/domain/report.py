"""What patients say of themselves in a conversation that the rules must count before a pharmacist has looked."""

from dataclasses import dataclass
from enum import StrEnum


class ReportKind(StrEnum):
    """DOMAIN.md §1.11: what is handed to a pharmacist when it is new."""

    PREGNANCY = "pregnancy"
    BREASTFEEDING = "breastfeeding"
    ALLERGY = "allergy"
    REACTION = "reaction"
    MEDICINE = "medicine"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Report:
    """One thing that a patient reports.

    `subject` is, in lower case, the name of a drug record or of the table of interactions, the class or the word for a
    substance that the patient is allergic to, or empty where the kind says all.
    """

    kind: ReportKind
    subject: str = ""
