"""How long reading takes: of ordinary messages, of long ones, and of names among many."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from math import log
from random import Random
from time import perf_counter_ns
from typing import Any

from bench.understanding.misspelling import misspellings
from bench.understanding.world import World
from rxflow.domain.prescription import Prescription
from rxflow.evaluation.utterance import Utterance
from rxflow.services.drug_names import name_key, name_words
from rxflow.services.drugs import DrugService
from rxflow.services.mock_data import MockData

ROUNDS = 5
KILOBYTES = (1, 2, 5, 10, 20)
MANY_NAMES = 20_000
LOOK_UPS = 2_000
LOOK_UP_ROUNDS = 3
LONG_NUMBER = re.compile(r"\d{3}")


def percentiles(microseconds: Sequence[float]) -> dict[str, float]:
    """Median and 99th percentile in milliseconds, by rank."""
    ordered = sorted(microseconds)
    return {
        "p50_ms": round(ordered[len(ordered) // 2] / 1000, 4),
        "p99_ms": round(ordered[int(len(ordered) * 0.99)] / 1000, 4),
    }


def microseconds(act: Callable[[], object]) -> float:
    """How long one run takes."""
    began = perf_counter_ns()
    act()
    return (perf_counter_ns() - began) / 1000


def messages(make: Callable[[], World], utterances: Sequence[Utterance]) -> dict[str, dict[str, float]]:
    """The time to understand each message of a corpus, whole and by its parts.

    Each round reads every message once with a reader that has read none of them, so nothing remembered of a message is
    measured; the fastest round of each message counts, for the machine does other things too.
    """
    taken: dict[str, list[list[float]]] = {"understanding": [], "red flags and reports": [], "whole": []}
    for _ in range(ROUNDS):
        world = make()
        warm_up(world)
        rows = [_message(world, each.text, world.patients.prescriptions(each.patient)) for each in utterances]
        taken["understanding"].append([read for read, _ in rows])
        taken["red flags and reports"].append([screened for _, screened in rows])
        taken["whole"].append([read + screened for read, screened in rows])
    return {part: percentiles([min(of) for of in zip(*rounds, strict=True)]) for part, rounds in taken.items()}


def warm_up(world: World) -> None:
    """Compile what is compiled on first use."""
    own = world.patients.prescriptions("patient_001")
    for text in ("I need my medicines, doctor", "necesito mis medicinas, doctora", "my son took too many pills"):
        _message(world, text, own)


def _message(world: World, text: str, own: tuple[Prescription, ...]) -> tuple[float, float]:
    read = microseconds(lambda: world.understand(text, own))
    return read, microseconds(lambda: world.screen(text))


def long_messages(world: World, utterances: Sequence[Utterance]) -> dict[str, dict[str, Any]]:
    """Milliseconds by length for ordinary and hostile text, and the exponent of the growth: 1 is linear."""
    own = world.patients.prescriptions("patient_007")
    rows = {}
    for name, text in long_texts(world, utterances).items():
        by_size = {}
        for size in KILOBYTES:
            # Never the same text twice: a reading that is remembered would cost nothing.
            cuts = [text[place : place + size * 1000] for place in range(3)]
            read = min(microseconds(lambda cut=cut: world.understand(cut, own)) for cut in cuts)  # type: ignore[misc]
            screened = min(microseconds(lambda cut=cut: world.screen(cut)) for cut in cuts)  # type: ignore[misc]
            by_size[size] = (round(read / 1000, 3), round(screened / 1000, 3))
        rows[name] = {
            "understanding_ms": {size: read for size, (read, _) in by_size.items()},
            "whole_ms": {size: round(sum(both), 3) for size, both in by_size.items()},
            "exponent": round(growth({size: read for size, (read, _) in by_size.items()}), 2),
            "whole_exponent": round(growth({size: sum(both) for size, both in by_size.items()}), 2),
        }
    return rows


def long_texts(world: World, utterances: Sequence[Utterance]) -> dict[str, str]:
    """Texts of the greatest length: what patients write, and what is written to be slow."""
    longest = KILOBYTES[-1] * 1000 + 3
    names = [drug.name.lower() for drug in world.drugs.all()]
    wrong = [each.written for each in misspellings(names, lambda _: False)]
    texts = {
        # An Rx number would be enough to know the medicine by, and the rest would not be looked at.
        "ordinary": " ".join(each.text for each in utterances if not LONG_NUMBER.search(each.text)),
        "names": ", ".join(names),
        "misspelled names": " ".join(wrong),
        "one long word": "lisinopril",
        "one letter": "a",
        "numbers": "rx 100101 20 mg ",
        "marks": "?!.,;:-'\"()¿¡ ",
        "no and not": "no not never don't i do not want no ",
        "relatives": "my wife's mother's son's ",
        "what is it for": "what's what is what does what are my the ",
        "accents": "e\u0301n\u0303 ",
    }
    return {name: (text * (longest // len(text) + 1))[:longest] for name, text in texts.items()}


def growth(by_size: dict[int, float]) -> float:
    """The slope of time over length on logarithmic scales, by least squares."""
    xs, ys = [log(size) for size in by_size], [log(max(taken, 1e-6)) for taken in by_size.values()]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    over = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True))
    return over / sum((x - mean_x) ** 2 for x in xs)


def look_ups(data: MockData, utterances: Sequence[Utterance]) -> list[dict[str, Any]]:
    """One look-up of a name among those of the demo data, and among many more that are made up."""
    return [_look_up(data, utterances), _look_up(with_many_names(data), utterances)]


def _look_up(data: MockData, utterances: Sequence[Utterance]) -> dict[str, Any]:
    random = Random(3)
    names = [drug.name.lower() for drug in random.sample(data.drugs, min(200, len(data.drugs)))]
    words = [word for each in utterances for word in name_words(each.text) if len(word) > 3]
    made = list(misspellings(names, lambda _: False))
    asked = [*names, *(each.written for each in made), *random.choices(words, k=len(made))]
    random.shuffle(asked)
    asked = asked[:LOOK_UPS]
    built, rounds = [], []
    for _ in range(LOOK_UP_ROUNDS):
        began = perf_counter_ns()
        drugs = DrugService(data)
        built.append((perf_counter_ns() - began) / 1e6)
        drugs.find("lisinoprill")
        rounds.append([microseconds(lambda name=name, drugs=drugs: drugs.find(name)) for name in asked])  # type: ignore[misc]
    return {
        "drugs": len(data.drugs),
        "names": sum(1 + len(drug.brands) for drug in data.drugs),
        "build_ms": round(min(built), 1),
        **percentiles([min(of) for of in zip(*rounds, strict=True)]),
    }


def with_many_names(data: MockData) -> MockData:
    """The demo data with made-up drugs, their names spliced from halves of real ones."""
    random = Random(11)
    stems = sorted({word for drug in data.drugs for word in name_words(drug.name) if len(word) > 5})
    known = {name_key(drug.name) for drug in data.drugs}
    drugs = list(data.drugs)
    count = sum(1 + len(drug.brands) for drug in drugs)
    while count < MANY_NAMES:
        one, other = random.sample(stems, 2)
        name = one[: random.randint(3, len(one) - 2)] + other[random.randint(2, len(other) - 3) :]
        if len(name) > 5 and name not in known:
            known.add(name)
            drugs.append(replace(data.drugs[0], name=name, rxcui=None, ingredients=(name,), brands=()))
            count += 1
    return replace(data, drugs=tuple(drugs))
