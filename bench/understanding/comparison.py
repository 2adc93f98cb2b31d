"""Medicines found in the same messages, and in the same misspellings, by several ways to find them."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import cycle
from typing import Any

from bench.understanding.misspelling import Misspelling, misspellings
from bench.understanding.rivals import CUT_OFFS, SURE, Found, NamedEntityRecognition, RapidfuzzAlone, mentions_of
from bench.understanding.timing import percentiles
from bench.understanding.world import World
from rxflow.dialogue.medications import Mention
from rxflow.dialogue.text import clean
from rxflow.domain.drug import Drug
from rxflow.domain.prescription import Prescription
from rxflow.evaluation.understanding import Resolution, score_medicines
from rxflow.evaluation.utterance import MedicineLabel, Utterance
from rxflow.services.drug_names import name_key

OWN_RX = "RX999999"
ASKED_AS = ("{}", "refill my {}", "I need {} please", "can I get more {}?", "necesito mi {}")

Find = Callable[[str, Sequence[Prescription]], tuple[Mention, ...]]


@dataclass(frozen=True, slots=True)
class Case:
    """A message, what its patient has on file, and the medicines it is about."""

    text: str
    prescriptions: tuple[Prescription, ...]
    labels: tuple[MedicineLabel, ...]


def by_similarity(world: World, cases: Sequence[Case]) -> dict[str, Find]:
    """Ours, and rapidfuzz alone at several cut-offs, each by its name."""
    alone = RapidfuzzAlone(world.drugs.all())
    once = {case.text: alone.find(case.text) for case in cases}
    ways: dict[str, Find] = {"RxFlow": world.resolver.resolve}
    for cut_off in CUT_OFFS:
        ways[f"rapidfuzz alone, from {cut_off}"] = _above(once, cut_off)
    ways[f"rapidfuzz alone, from {CUT_OFFS[0]}, asks below {SURE}"] = _above(once, CUT_OFFS[0], SURE)
    return ways


def by_library(world: World, cases: Sequence[Case], python: str) -> tuple[dict[str, Find], dict[str, Any]]:
    """`drug-named-entity-recognition`, exact and fuzzy, with what is to be told of it; nothing where it is absent.

    Args:
        world: The drugs that are known.
        cases: The messages that will be asked about.
        python: The interpreter that has the library.
    """
    ways: dict[str, Find] = {}
    told: dict[str, Any] = {"version": None}
    for name, fuzzy in (("drug-ner", False), ("drug-ner, fuzzy", True)):
        texts = list(dict.fromkeys(case.text for case in cases))
        library = NamedEntityRecognition(python, world.drugs.all(), texts, fuzzy=fuzzy)
        if library.version is None:
            break
        ways[name] = _by_library(library)
        told |= {"version": library.version, "ready_ms": library.ready_ms}
        told[name] = percentiles(library.microseconds) | {"crashes": library.crashes}
    return ways, told


def _above(once: dict[str, list[Found]], cut_off: float, sure: float = 0.0) -> Find:
    return lambda text, items: mentions_of((each for each in once[text] if each.score >= cut_off), items, sure)


def _by_library(library: NamedEntityRecognition) -> Find:
    return lambda text, items: mentions_of(library.find(text), items)


def of_utterances(world: World, utterances: Iterable[Utterance]) -> list[Case]:
    """The messages of a corpus, for the patients who say them."""
    return [Case(clean(each.text), world.patients.prescriptions(each.patient), each.medicines) for each in utterances]


def of_misspellings(world: World) -> tuple[list[Misspelling], list[Case], list[Case]]:
    """Misspelled drugs in short requests: by patients who have the drug on file beside others, and who do not."""
    by_key = {name_key(drug.name): drug for drug in world.drugs.all()}
    listed = {*by_key, *map(name_key, world.data.misspellings)}
    listed |= {name_key(brand) for drug in world.drugs.all() for brand in drug.brands}
    drugs = {" ".join(drug.name.lower().replace("/", " ").split()): drug for drug in world.drugs.all()}
    made = list(misspellings(list(drugs), lambda word: name_key(word) in listed))
    having, lacking = [], []
    patients = cycle(world.patients.all())
    for each, patient, asked_as in zip(made, patients, cycle(ASKED_AS), strict=False):
        drug, text = drugs[each.name], asked_as.format(each.written)
        others = tuple(item for item in world.patients.prescriptions(patient.patient_id) if item.drug != drug.name)
        own = _prescription(drug, others[0])
        having.append(Case(text, (*others, own), (MedicineLabel(rx=(OWN_RX,)),)))
        lacking.append(Case(text, others, (MedicineLabel(drug=drug.name.lower()),)))
    return made, having, lacking


def _prescription(drug: Drug, like: Prescription) -> Prescription:
    return replace(
        like,
        rx_number=OWN_RX,
        generic_name=drug.name,
        drug=drug.name,
        brand_name=None,
        strength=drug.strengths[0] if drug.strengths else "",
        dosage_form=drug.dosage_forms[0] if drug.dosage_forms else "tablet",
        rxcui=drug.rxcui,
        indication=drug.uses[0] if drug.uses else "",
        indication_es=drug.uses_es[0] if drug.uses_es else "",
    )


def tally(cases: Sequence[Case], find: Find) -> dict[str, int]:
    """How often each resolution came out, and how many medicines were picked beside those labelled."""
    counts: Counter[str] = Counter({resolution.value: 0 for resolution in Resolution})
    for case in cases:
        scored = score_medicines(case.labels, find(case.text, case.prescriptions))
        counts.update(resolution.value for resolution in scored.resolutions)
        counts["needless"] += scored.needless
    return dict(counts)


def by_kind(made: Sequence[Misspelling], cases: Sequence[Case], find: Find) -> dict[str, dict[str, int]]:
    """The tally of each kind of misspelling and distance."""
    groups: dict[str, list[Case]] = {}
    for each, case in zip(made, cases, strict=True):
        groups.setdefault(f"{each.kind} {each.distance}", []).append(case)
    return {name: tally(group, find) for name, group in groups.items()}
