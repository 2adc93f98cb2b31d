"""Recorded allergies against the medicine asked for: by ingredient, then by class, then by R1 side chain."""

import re
from dataclasses import dataclass
from typing import Literal

from rxflow.clinical.medication import Medication, sentence
from rxflow.clinical.tables import ClinicalTables
from rxflow.domain.finding import Finding, FindingCode, Route, Severity
from rxflow.domain.patient import Allergy, Patient

Match = Literal["ingredient", "class", "R1 side chain", "cross-reaction"]

PENICILLINS = "penicillins"
CEPHALOSPORINS = "cephalosporins"
SULFONAMIDE_ANTIBIOTICS = "sulfonamide antibiotics"
SULFONAMIDE_OTHERS = "sulfonamide non-antibiotics"
NSAIDS_COX1 = "nsaids cox-1 inhibitors"
NSAIDS_COX2 = "nsaids cox-2 selective"
ACE_INHIBITORS = "ace inhibitors"
ARBS = "angiotensin receptor blockers"
OPIOIDS = "opioid"
NEPRILYSIN = "neprilysin combination"

_FLUOROQUINOLONES = "fluoroquinolones"
_ALIASES = {
    "penicilina": PENICILLINS,
    "pcn": PENICILLINS,
    "cefalosporina": CEPHALOSPORINS,
    "sulfa": SULFONAMIDE_ANTIBIOTICS,
    "sulpha": SULFONAMIDE_ANTIBIOTICS,
    "sulfa drug": SULFONAMIDE_ANTIBIOTICS,
    "sulfa antibiotic": SULFONAMIDE_ANTIBIOTICS,
    "sulfonamide": SULFONAMIDE_ANTIBIOTICS,
    "sulfonamida": SULFONAMIDE_ANTIBIOTICS,
    "sulfamida": SULFONAMIDE_ANTIBIOTICS,
    "nsaid": NSAIDS_COX1,
    "aine": NSAIDS_COX1,
    "anti-inflammatory": NSAIDS_COX1,
    "antiinflammatory": NSAIDS_COX1,
    "antiinflamatorio": NSAIDS_COX1,
    "ace": ACE_INHIBITORS,
    "acei": ACE_INHIBITORS,
    "ieca": ACE_INHIBITORS,
    "arb": ARBS,
    "ara ii": ARBS,
    "statin drug": "statins",
    "estatina": "statins",
    "opioid": OPIOIDS,
    "opioide": OPIOIDS,
    "opiate": OPIOIDS,
    "opiáceo": OPIOIDS,
    "narcotic": OPIOIDS,
    "codeína": OPIOIDS,
    "tetraciclina": "tetracyclines",
    "macrólido": "macrolides",
    "quinolone": _FLUOROQUINOLONES,
    "quinolona": _FLUOROQUINOLONES,
    "fluoroquinolona": _FLUOROQUINOLONES,
    "azole": "azole antifungals",
    "tiazida": "thiazides",
    "benzo": "benzodiazepines",
    "benzodiacepina": "benzodiazepines",
    "isr": "ssris",
    "ppi": "proton pump inhibitors",
}
_JOINED = re.compile(r"\s*/\s*|\s*-\s*|\s+and\s+")
_SALT = re.compile(
    r"\s+(?:acetate|besylate|bromide|calcium|citrate|fumarate|hcl|hydrobromide|hydrochloride|maleate|mesylate|phosphate|"
    r"potassium|sodium|succinate|sulfate|tartrate)$"
)
# A shared list of fillers says nothing about the medicines on it.
_NO_CROSS_REACTION = frozenset({"excipients to ask about"})
_STOMACH = ("nausea", "vomiting", "upset stomach", "stomach upset", "stomach pain", "heartburn", "indigestion",
            "diarrhea", "constipation", "bloating")  # fmt: skip
_SEVERE = ("anaphyla", "bronchospasm", "angioedema", "stevens", "sjs", "toxic epidermal", "ten", "dress",
           "throat swelling", "trouble breathing", "shock")  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Relation:
    match: Match
    severity: Severity
    group: str


def check_allergies(patient: Patient, medication: Medication, tables: ClinicalTables) -> tuple[Finding, ...]:
    """One finding for each recorded allergy that concerns the medicine, those that block first.

    Source: DOMAIN.md §8 (ingredient, class, R1 group); 42 CFR 456.705(b)(1) (drug-allergy screening).
    """
    found = []
    for allergy in patient.allergies:
        if relation := _relate(allergy, medication, tables):
            found.append(_finding(allergy, medication, relation))
    order = list(Severity)
    return tuple(sorted(found, key=lambda finding: order.index(finding.severity)))


def is_severe(allergy: Allergy) -> bool:
    """Recorded as severe, or a reaction that always is, such as anaphylaxis or SJS/TEN (DOMAIN.md §8)."""
    reaction = f" {allergy.reaction.lower()} "
    return allergy.severity == "severe" or any(
        f" {word}" in reaction if len(word) > 3 else f" {word} " in reaction for word in _SEVERE
    )


def is_stomach_intolerance(allergy: Allergy) -> bool:
    """A mild upset of the stomach: told to the patient, but no reason to stop (DOMAIN.md §8, allergy `type`)."""
    return allergy.severity == "mild" and any(word in allergy.reaction.lower() for word in _STOMACH)


def _is_opioid_itch(allergy: Allergy, own_classes: set[str]) -> bool:
    """Mild itching from an opioid, which is the medicine's own effect more often than an allergy (DOMAIN.md §8)."""
    itches = "itch" in allergy.reaction.lower() or "prurit" in allergy.reaction.lower()
    return allergy.severity == "mild" and itches and any(name.startswith("opioid") for name in own_classes)


def _relate(allergy: Allergy, medication: Medication, tables: ClinicalTables) -> _Relation | None:
    substance = allergy.substance.strip().lower()
    own_classes = _classes(medication.names, tables)
    names = _substance_names(substance, tables)
    classes = _named_classes(substance, tables) | _classes(names, tables)
    if _is_substance(substance, medication) or set(names).intersection(medication.ingredients):
        return _direct("ingredient", substance, allergy, own_classes)
    if shared := {name for name in classes & own_classes if not _is_side_chain(name)}:
        return _direct("class", min(shared), allergy, own_classes)
    if side_chain := {name for name in classes & own_classes if _is_side_chain(name)}:
        return _direct("R1 side chain", min(side_chain), allergy, own_classes)
    return _cross_reaction(allergy, {_short(name) for name in classes}, {_short(name) for name in own_classes})


def _direct(match: Match, group: str, allergy: Allergy, own_classes: set[str]) -> _Relation:
    is_told = is_stomach_intolerance(allergy) or _is_opioid_itch(allergy, own_classes)
    return _Relation(match, Severity.WARN if is_told else Severity.BLOCK, group)


def _cross_reaction(allergy: Allergy, theirs: set[str], ours: set[str]) -> _Relation | None:
    """Reactions between classes; a class allergy to penicillins names no side chain, so its severity decides.

    Source: DOMAIN.md §8: penicillins and cephalosporins, COX-1 and COX-2 inhibitors, angioedema from ACE inhibitors,
    sulfonamide antibiotics and other sulfonamides.
    """
    severe = is_severe(allergy)
    for one, other in ((PENICILLINS, CEPHALOSPORINS), (CEPHALOSPORINS, PENICILLINS)):
        if one in theirs and other in ours:
            return _Relation("cross-reaction", Severity.BLOCK if severe else Severity.WARN, other)
    swelling = severe or "swelling" in allergy.reaction.lower()
    if theirs & {ACE_INHIBITORS, ARBS} and NEPRILYSIN in ours and swelling:
        return _Relation("cross-reaction", Severity.BLOCK, NEPRILYSIN)
    if ACE_INHIBITORS in theirs and ARBS in ours and swelling:
        return _Relation("cross-reaction", Severity.WARN, ARBS)
    if NSAIDS_COX1 in theirs and NSAIDS_COX2 in ours:
        return _Relation("cross-reaction", Severity.WARN, NSAIDS_COX2)
    if SULFONAMIDE_ANTIBIOTICS in theirs and SULFONAMIDE_OTHERS in ours:
        return _Relation("cross-reaction", Severity.INFO, SULFONAMIDE_OTHERS)
    return None


def _is_substance(substance: str, medication: Medication) -> bool:
    brands = {brand.lower() for brand in medication.drug.brands} if medication.drug else set()
    return (
        substance in medication.names
        or substance in brands
        or substance == medication.prescription.generic_name.lower()
    )


def _substance_names(substance: str, tables: ClinicalTables) -> tuple[str, ...]:
    """The substance, its parts (`amoxicillin-clavulanate`) without their salts, and a brand's ingredients (`Advil`)."""
    parts = [part.strip() for part in _JOINED.split(substance)]
    bases = [_SALT.sub("", part) for part in parts]
    return tuple(dict.fromkeys((substance, *parts, *bases, *tables.ingredients_of.get(substance, ()))))


def _classes(names: tuple[str, ...], tables: ClinicalTables) -> set[str]:
    found = {group for name in names for group in tables.classes_of.get(name, frozenset())}
    return found - _NO_CROSS_REACTION


def _named_classes(substance: str, tables: ClinicalTables) -> set[str]:
    """The classes that the substance names, singular, plural or by a short form; opioids are several."""
    wanted = _singular(_ALIASES.get(_singular(substance), substance))
    if wanted == OPIOIDS:
        return {name for name in tables.allergy_classes if name.startswith(OPIOIDS)}
    return {name for name in tables.allergy_classes if _singular(_short(name)) == wanted}


def _short(class_name: str) -> str:
    """The class name in lower case without its remark in parentheses."""
    return class_name.lower().partition(" (")[0]


def _singular(words: str) -> str:
    return words.removesuffix("s")


def _is_side_chain(class_name: str) -> bool:
    return "R1 group" in class_name


def _finding(allergy: Allergy, medication: Medication, relation: _Relation) -> Finding:
    recorded = f"Your record lists a reaction to {allergy.substance} ({allergy.reaction})"
    related = (
        f"and {medication.name} contains it"
        if relation.match == "ingredient"
        else f"and {medication.name} is related to it"
    )
    if relation.severity is Severity.BLOCK:
        message = f"{recorded}, {related}. A pharmacist needs to review this before the refill."
    elif relation.severity is Severity.WARN:
        message = f"{recorded}, {related}. Please tell your pharmacist if you have had any problem with it."
    else:
        message = (
            f"{recorded}. {sentence(medication.name)} is another kind of sulfonamide, and that record alone does not "
            "hold up the refill. Your pharmacist can answer questions about it."
        )
    return Finding(
        FindingCode.ALLERGY,
        relation.severity,
        message,
        Route.PHARMACIST if relation.severity is Severity.BLOCK else None,
        {
            "drug": medication.name,
            "allergy": allergy.substance,
            "reaction": allergy.reaction,
            "reaction_severity": allergy.severity,
            "match": relation.match,
            "group": relation.group,
            "source": "DOMAIN.md §8, allergy classes",
            "confidence": "V" if relation.match == "R1 side chain" else "K",
        },
    )
