"""The same ingredient, or the same class, in another prescription taken now."""

from collections.abc import Iterable

from rxflow.clinical.medication import Medication, release_free_name, sentence
from rxflow.clinical.tables import ClinicalTables, TherapeuticClass
from rxflow.domain.finding import Finding, FindingCode, Route, Severity

_ATC_LEVEL_4 = 5
_ACTS_WHERE_BREATHED = frozenset({"nasal", "inhaled"})
_SOURCE = "DOMAIN.md §8; 42 CFR 456.705(b)(1)"


def check_duplication(
    medication: Medication, taken_now: Iterable[Medication], tables: ClinicalTables
) -> tuple[Finding, ...]:
    """Block on a shared ingredient taken the same way, and on two of a class that must not meet; warn on other classes.

    A planned pair, which is only told, is the immediate- and the extended-release form of one salt, or two routes of
    which one acts where it is put or breathed, such as a nasal spray and an inhaler. Classes are compared ingredient by
    ingredient, by the same route. Source: DOMAIN.md §8 (same ingredient, or the same EPC or ATC level-4 class); 42 CFR
    456.705(b)(1).
    """
    found = [finding for other in taken_now if (finding := _compare(medication, other, tables))]
    return tuple(sorted(found, key=lambda finding: (finding.severity is not Severity.BLOCK, finding.evidence["other"])))


def _compare(medication: Medication, other: Medication, tables: ClinicalTables) -> Finding | None:
    evidence = {"drug": medication.name, "other": other.name, "other_rx": other.prescription.rx_number}
    if shared := sorted(set(medication.ingredients).intersection(other.ingredients)):
        found = evidence | {"ingredient": shared[0], "source": _SOURCE, "confidence": "V"}
        if _is_planned_pair(medication, other):
            return _told(medication, other, found)
        return Finding(
            FindingCode.DUPLICATE_THERAPY,
            Severity.BLOCK,
            f"{sentence(medication.name)} and another prescription on your record, {other.name}, both contain "
            f"{shared[0]}. A pharmacist needs to review them before this refill.",
            Route.PHARMACIST,
            found,
        )
    if medication.route != other.route and _is_form_known(medication, other):
        return None
    if row := _shared_class(medication, other, tables):
        found = evidence | {
            "therapeutic_class": row.class_name, "source": f"{_SOURCE}; {row.source}", "confidence": row.confidence
        }  # fmt: skip
        return _two_of_a_kind(medication, other, found) if row.severity == "block" else _told(medication, other, found)
    if medication.route == "oral" and (code := _class_code(medication)) and code == _class_code(other):
        named = medication.drug.therapeutic_class if medication.drug else code
        return _told(medication, other, evidence | {"therapeutic_class": named, "source": _SOURCE, "confidence": "V"})
    return None


def _told(medication: Medication, other: Medication, evidence: dict[str, str]) -> Finding:
    return Finding(
        FindingCode.DUPLICATE_THERAPY,
        Severity.WARN,
        f"{sentence(medication.name)} and {other.name}, which our records say you also take, are the same kind of "
        "medicine. Please ask your pharmacist whether you are meant to have both.",
        None,
        evidence,
    )


def _two_of_a_kind(medication: Medication, other: Medication, evidence: dict[str, str]) -> Finding:
    return Finding(
        FindingCode.DUPLICATE_THERAPY,
        Severity.BLOCK,
        f"{sentence(medication.name)} and {other.name}, which our records say you also take, are the same kind of "
        "medicine. A pharmacist needs to review them before this refill.",
        Route.PHARMACIST,
        evidence | {"reason": "class"},
    )


def _is_planned_pair(medication: Medication, other: Medication) -> bool:
    if medication.route != other.route and _is_form_known(medication, other):
        return any(each.acts_locally or each.route in _ACTS_WHERE_BREATHED for each in (medication, other))
    same_salt = release_free_name(medication.prescription) == release_free_name(other.prescription)
    return medication.is_extended_release != other.is_extended_release and same_salt


def _is_form_known(medication: Medication, other: Medication) -> bool:
    """A medicine that a patient only told of has no form: it may be taken by any route."""
    return bool(medication.prescription.dosage_form and other.prescription.dosage_form)


def _shared_class(medication: Medication, other: Medication, tables: ClinicalTables) -> TherapeuticClass | None:
    theirs = {row.class_name for name in other.ingredients for row in tables.therapeutic_classes.get(name, ())}
    rows = [row for name in medication.ingredients for row in tables.therapeutic_classes.get(name, ())]
    return next((row for row in rows if row.class_name in theirs), None)


def _class_code(medication: Medication) -> str | None:
    drug = medication.drug
    if drug is None or drug.atc_code is None or len(drug.ingredients) != 1:
        return None
    return drug.atc_code[:_ATC_LEVEL_4]
