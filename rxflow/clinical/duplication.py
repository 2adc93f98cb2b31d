"""The same ingredient, or the same class, in another prescription taken now."""

from collections.abc import Iterable

from rxflow.clinical.medication import Medication, sentence
from rxflow.domain.finding import Finding, FindingCode, Route, Severity

_ATC_LEVEL_4 = 5
_SOURCE = {"source": "DOMAIN.md §8; 42 CFR 456.705(b)(1)", "confidence": "V"}


def check_duplication(medication: Medication, taken_now: Iterable[Medication]) -> tuple[Finding, ...]:
    """Block on a shared ingredient taken the same way; warn on a shared class and on planned pairs.

    A planned pair is the immediate- and the extended-release form of one ingredient, or two routes, such as a nasal
    spray and an inhaler. Only single ingredients taken by mouth are compared by class. Source: DOMAIN.md §8 (same
    ingredient, or the same ATC level-4 class); 42 CFR 456.705(b)(1).
    """
    found = [finding for other in taken_now if (finding := _compare(medication, other))]
    return tuple(sorted(found, key=lambda finding: (finding.severity is not Severity.BLOCK, finding.evidence["other"])))


def _compare(medication: Medication, other: Medication) -> Finding | None:
    shared = sorted(set(medication.ingredients).intersection(other.ingredients))
    if not shared and not _same_class(medication, other):
        return None
    evidence = {"drug": medication.name, "other": other.name, "other_rx": other.prescription.rx_number}
    if shared and not _is_planned_pair(medication, other):
        return Finding(
            FindingCode.DUPLICATE_THERAPY,
            Severity.BLOCK,
            f"{sentence(medication.name)} and another prescription on your record, {other.name}, both contain "
            f"{shared[0]}. A pharmacist needs to review them before this refill.",
            Route.PHARMACIST,
            evidence | {"ingredient": shared[0]} | _SOURCE,
        )
    return Finding(
        FindingCode.DUPLICATE_THERAPY,
        Severity.WARN,
        f"{sentence(medication.name)} and {other.name}, which our records say you also take, are the same kind of "
        "medicine. Please ask your pharmacist whether you are meant to have both.",
        None,
        evidence | {"therapeutic_class": medication.drug.therapeutic_class if medication.drug else ""} | _SOURCE,
    )


def _is_planned_pair(medication: Medication, other: Medication) -> bool:
    return medication.route != other.route or medication.is_extended_release != other.is_extended_release


def _same_class(medication: Medication, other: Medication) -> bool:
    code = _class_code(medication)
    return code is not None and code == _class_code(other) and medication.route == other.route == "oral"


def _class_code(medication: Medication) -> str | None:
    drug = medication.drug
    if drug is None or drug.atc_code is None or len(drug.ingredients) != 1:
        return None
    return drug.atc_code[:_ATC_LEVEL_4]
