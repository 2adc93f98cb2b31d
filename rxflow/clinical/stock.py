"""Stock at the pharmacy asked for."""

from rxflow.clinical.medication import Medication, sentence
from rxflow.domain.finding import Finding, FindingCode, Severity


def check_stock(medication: Medication, fills_available: int | None) -> Finding | None:
    """Block when the pharmacy cannot make one more fill. No route: the patient chooses another pharmacy.

    Args:
        medication: What is asked for.
        fills_available: Fills that the pharmacy can still make; None is plenty.

    Source: DOMAIN.md §1.12, step 12.
    """
    if fills_available is None or fills_available > 0:
        return None
    return Finding(
        FindingCode.OUT_OF_STOCK,
        Severity.BLOCK,
        f"{sentence(medication.name)} is out of stock at this pharmacy. You can choose another pharmacy.",
        None,
        {"drug": medication.name, "source": "pharmacy stock; DOMAIN.md §1.12", "confidence": "V"},
    )
