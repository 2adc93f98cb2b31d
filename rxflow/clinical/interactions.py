"""Interactions between the medicine asked for and those taken now."""

from collections.abc import Iterable
from itertools import product

from rxflow.clinical.medication import Medication, sentence
from rxflow.clinical.tables import SEVERITY_ORDER, ClinicalTables, Interaction
from rxflow.domain.finding import Finding, FindingCode, Route, Severity


def worst_interaction(one: Medication, other: Medication, tables: ClinicalTables) -> Interaction | None:
    """The most severe listed interaction of two medicines, or None; None does not mean that there is none.

    A combination is looked up by its own name and by each ingredient. A pair that one combination holds itself is
    intended and is skipped, and so is what acts where it is put, such as eye drops. Source: DOMAIN.md §8.
    """
    if one.acts_locally or other.acts_locally:
        return None
    rows = [
        row
        for name, other_name in product(one.names, other.names)
        if (row := tables.interaction(name, other_name)) is not None
        and not _is_own_pair(name, other_name, one)
        and not _is_own_pair(name, other_name, other)
    ]
    return min(rows, key=_rank, default=None)


def check_interactions(
    medication: Medication, taken_now: Iterable[Medication], tables: ClinicalTables
) -> tuple[Finding, ...]:
    """One finding for each other medicine that interacts, the worst first; the order of `taken_now` does not matter.

    Contraindicated and major block until a pharmacist has looked; moderate is told. Source: DOMAIN.md §8 and §1.11
    (42 CFR 456.705(b)).
    """
    found = {}
    for other in taken_now:
        if row := worst_interaction(medication, other, tables):
            found[other.record_name] = (row, other)
    ordered = sorted(found.values(), key=lambda item: (*_rank(item[0]), item[1].record_name))
    return tuple(_finding(medication, other, row) for row, other in ordered)


def _is_own_pair(name: str, other_name: str, medication: Medication) -> bool:
    return name in medication.ingredients and other_name in medication.ingredients


def _rank(row: Interaction) -> tuple[int, str, str]:
    return SEVERITY_ORDER[row.severity], row.drug_a, row.drug_b


def _finding(medication: Medication, other: Medication, row: Interaction) -> Finding:
    blocks = row.severity != "moderate"
    what = f"{sentence(medication.name)} and {other.name}, which our records say you also take,"
    message = (
        f"{what} can be harmful together. A pharmacist needs to review them before this refill."
        if blocks
        else f"{what} can affect each other. Please ask your pharmacist about taking them together."
    )
    return Finding(
        FindingCode.INTERACTION,
        Severity.BLOCK if blocks else Severity.WARN,
        message,
        Route.PHARMACIST if blocks else None,
        {
            "drug": medication.name,
            "other": other.name,
            "other_rx": other.prescription.rx_number,
            "severity": row.severity,
            "effect": row.effect,
            "source": row.source,
            "confidence": row.confidence,
        },
    )
