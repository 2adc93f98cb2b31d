"""Whether a refill may be ordered, by the rule book (DOMAIN.md) and the demo world: an own reading, without rxflow.

Every rule answers with sentences that say what is wrong; none means that it is content.
"""

from collections.abc import Callable, Iterator
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from math import ceil

from tests.support.independent_asked import Asked, Refill
from tests.support.independent_coverage import coverage, pharmacy
from tests.support.independent_dose import is_weekly, mg_a_day
from tests.support.independent_world import Row, World, letters, months_after

CONTROLLED_THRESHOLD = Decimal("0.90")
THRESHOLD_WITHOUT_PLAN = Decimal("0.75")
LAPSES_AFTER_DAYS = 365
LAPSES_AFTER_MONTHS = 6
MOST_CONTROLLED_REFILLS = 5
EXTENDED = ("extended", "sustained", "delayed-action")
EXTENDED_SUFFIXES = ("ER", "XR", "XL", "SR")
ORAL = ("tablet", "capsule", "oral", "syrup", "elixir", "lozenge")
CEPHALOSPORINS, PENICILLINS = "cephalosporins", "penicillins"
ANGIOEDEMA_CLASSES = ("ACE inhibitors", "angiotensin receptor blockers", "neprilysin")
NOT_EXPECTED = ("cross-reaction not expected", "excipients")
IN_PREGNANCY_ALSO = frozenset(
    "valproate divalproex bosentan ambrisentan macitentan sparsentan aprocitentan thalidomide lenalidomide "
    "pomalidomide mycophenolate mycophenolicacid tetracycline piroxicam ketoprofen oxaprozin azilsartan captopril "
    "fosinopril perindopril trandolapril moexipril pitavastatin fluvastatin omadacycline lithiumcarbonate".split()
)
PREGNANCY_WORDS = ("pregnan", "breastfeeding", "breast-feeding", "lactat", "trying to conceive", "nursing")


def faults_of(world: World, refill: Refill) -> list[str]:
    """What forbids a refill, as sentences; an empty list when every rule allows it."""
    patient, item = world.patients.get(refill.patient_id), world.prescriptions.get(refill.rx_number)
    if patient is None:
        return ["the patient does not exist"]
    if item is None:
        return ["the prescription does not exist"]
    if item["patient_id"] != patient["patient_id"]:
        return ["the prescription belongs to another patient"]
    asked = Asked(world, refill, patient, item, world.drug_of(item))
    return [fault for rule in _RULES for fault in rule(asked)]


# --- DOMAIN.md §1.2, §1.10, §1.12: the prescription itself


def _status(asked: Asked) -> Iterator[str]:
    if asked.item["status"] != "active":
        yield f"the prescription is {asked.item['status']}, not active"
    if asked.drug is None:
        yield "the medicine is not in the drug table, so a pharmacist must look at it"


def _schedule(asked: Asked) -> Iterator[str]:
    if asked.schedule == "II":
        yield "a schedule II medicine has no refills"
    elif asked.schedule not in {"none", "III", "IV", "V"}:
        yield f"the schedule ({asked.schedule}) is unknown, so a pharmacist must look at it"


def _rems(asked: Asked) -> Iterator[str]:
    rules = (asked.world.rems_rules.get(name, "") for name in asked.world.names_of(asked.item))
    if any(rule.startswith(("pharmacist", "check")) for rule in rules) or (asked.drug and asked.drug["rems"]):
        yield "a REMS medicine is never ordered without a pharmacist"


def _expiry(asked: Asked) -> Iterator[str]:
    written = asked.world.days_ago(asked.item["written_days_ago"])
    last_day = written + timedelta(days=LAPSES_AFTER_DAYS)
    if asked.schedule in {"III", "IV"}:
        last_day = min(last_day, months_after(written, LAPSES_AFTER_MONTHS))
    if asked.refill.on > last_day:
        yield f"the prescription lapsed on {last_day}"
    if asked.refill.on < written:
        yield f"the prescription was written only on {written}"


def _refills_left(asked: Asked) -> Iterator[str]:
    remaining, authorized = asked.item["refills_remaining"], asked.item["refills_authorized"]
    used = authorized - remaining
    if asked.schedule in {"III", "IV"}:
        remaining = min(authorized, MOST_CONTROLLED_REFILLS) - used
    if len(asked.ordered_before(asked.item)) >= remaining:
        yield "no refill is left on the prescription"


def _too_soon(asked: Asked) -> Iterator[str]:
    last = asked.last_supply(asked.item)
    if last is None:
        return
    plan = asked.world.plans.get(asked.patient["plan_id"] or "")
    threshold = Decimal(plan["refill_threshold"]) if plan else THRESHOLD_WITHOUT_PLAN
    if asked.schedule != "none":
        threshold = max(threshold, CONTROLLED_THRESHOLD)
    earliest = last + timedelta(days=ceil(asked.item["days_supply"] * threshold))
    if asked.refill.on < earliest:
        yield f"the refill is too soon: supplied on {last}, so not before {earliest}"


# --- §8, §6.2: what the medicine does to this patient


def _allergy(asked: Asked) -> Iterator[str]:
    names = asked.world.names_of(asked.item)
    for allergy in asked.allergies:
        if reason := _reacts(asked.world, allergy, names):
            yield f"the patient is allergic to {allergy['substance']}: {reason}"


def _reacts(world: World, allergy: Row, names: frozenset[str]) -> str | None:
    """Ingredient first, then class, then the side-chain group; penicillins to cephalosporins when severe."""
    substance = letters(allergy["substance"])
    meant = {substance, *world.ingredients_named.get(substance, ())}
    named = letters(allergy["substance"].rstrip("s") + "s")
    severe = allergy["severity"] in {"severe", "life-threatening"} or "anaphyl" in allergy["reaction"].lower()
    if names & meant:
        return "the same ingredient"
    own = {
        title: members
        for title, members in world.allergy_classes.items()
        if (members & meant or letters(title).startswith((substance, named)))
        and not any(word in title for word in NOT_EXPECTED)
    }
    for title, members in own.items():
        if members & names:
            return f"the same class ({title})"
    if any(title.startswith(ANGIOEDEMA_CLASSES) for title in own) and letters("sacubitril") in names:
        return "sacubitril/valsartan never follows a reaction to an ACE inhibitor or ARB"
    if severe and PENICILLINS in own and world.allergy_classes[CEPHALOSPORINS] & names:
        return "a severe penicillin reaction and a cephalosporin"
    if severe and CEPHALOSPORINS in own and world.allergy_classes[PENICILLINS] & names:
        return "a severe cephalosporin reaction and a penicillin"
    return None


def _pregnancy(asked: Asked) -> Iterator[str]:
    risky = asked.world.not_in_pregnancy | IN_PREGNANCY_ALSO
    if any(word in asked.conditions for word in PREGNANCY_WORDS) and asked.world.names_of(asked.item) & risky:
        yield "the medicine waits for a pharmacist in pregnancy"


def _interactions(asked: Asked) -> Iterator[str]:
    names = asked.world.names_of(asked.item)
    others = {other["generic_name"]: asked.world.names_of(other) for other in asked.taken_now()}
    for kind, subject in asked.refill.reported:
        drug = asked.world.drugs.get(subject)
        if kind == "medicine":
            others[subject] = frozenset(map(letters, [subject, *(drug["ingredients"] if drug else ())]))
    for title, theirs in others.items():
        pairs = (frozenset((name, other)) for name in names for other in theirs)
        worst = {asked.world.severities.get(pair) for pair in pairs} & {"contraindicated", "major"}
        if worst:
            yield f"it has a {'/'.join(sorted(map(str, worst)))} interaction with {title}"


def _duplication(asked: Asked) -> Iterator[str]:
    for other in asked.taken_now():
        if _same_therapy(asked.world, asked.item, other):
            yield f"it duplicates {other['generic_name']} ({other['rx_number']})"


def _same_therapy(world: World, one: Row, two: Row) -> bool:
    shared = world.ingredients_of(one) & world.ingredients_of(two)
    if shared and _is_extended(one) != _is_extended(two):
        return False
    drugs = world.drug_of(one), world.drug_of(two)
    atc = [letters(drug["atc_code"])[:5] if drug and drug["atc_code"] else "" for drug in drugs]
    classes = [letters(drug["therapeutic_class"]) if drug else "" for drug in drugs]
    return bool(shared) or (bool(atc[0]) and atc[0] == atc[1]) or (bool(classes[0]) and classes[0] == classes[1])


def _is_extended(item: Row) -> bool:
    suffix = item["generic_name"].split()[-1]
    return item["dosage_form"].startswith(EXTENDED) or suffix in EXTENDED_SUFFIXES


def _dose(asked: Asked) -> Iterator[str]:
    world, item = asked.world, asked.item
    ingredients = tuple(asked.drug["ingredients"]) if asked.drug else ()
    if "methotrexate" in ingredients and not is_weekly(item["sig"]):
        yield "methotrexate is taken weekly, and the directions do not say so"
    for name in ingredients:
        cap = _cap(world, item, name)
        if cap is None:
            continue
        total = Fraction(0)
        for one in (item, *(other for other in asked.taken_now() if letters(name) in world.ingredients_of(other))):
            drug = world.drug_of(one)
            amounts = mg_a_day(one, tuple(drug["ingredients"])) if drug else None
            if amounts is not None:
                total += amounts[name]
            elif any(form in one["dosage_form"] for form in ORAL):
                yield f"the directions of {one['rx_number']} cannot be read, so its dose is unknown"
        if total > Fraction(cap):
            yield f"{float(total):g} mg of {name} a day is above {cap} mg"


def _cap(world: World, item: Row, ingredient: str) -> Decimal | None:
    """The most milligrams a day: of the very product where the table has it, else of the ingredient."""
    products = [item["generic_name"]]
    if _is_extended(item):
        products += [f"{ingredient} {suffix}" for suffix in EXTENDED_SUFFIXES]
    return next(
        (world.most_mg_a_day[key] for key in map(letters, [*products, ingredient]) if key in world.most_mg_a_day), None
    )


_RULES: tuple[Callable[[Asked], Iterator[str]], ...] = (
    _status,
    _schedule,
    _rems,
    _expiry,
    _refills_left,
    _too_soon,
    _allergy,
    _pregnancy,
    _interactions,
    _duplication,
    _dose,
    coverage,
    pharmacy,
)
