"""How well and how fast medicines are recognised by name: `python -m bench.names`.

Four questions: which way of looking a name up is best; what patients get for a misspelt or a spoken name; how often
ordinary words are heard as a name; and how long it takes. Libraries that are no dependencies of the product are
measured where they are installed (symspellpy, jellyfish, drug-named-entity-recognition).
"""

import argparse
import csv
import gc
import json
import sys
import tracemalloc
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from time import perf_counter, perf_counter_ns
from typing import Any

from bench.name_candidates import CANDIDATES, Build, optional
from bench.name_edits import SEED, Misspelling, edited, made_up_names, misspellings, names_with_drugs
from rxflow.dialogue.medications import MedicationResolver, Mention, MentionKind
from rxflow.domain.drug import Drug
from rxflow.domain.prescription import Prescription
from rxflow.services.drug_names import name_key
from rxflow.services.drugs import DrugService
from rxflow.services.mock_data import MockData, load_mock_data

ROOT = Path(__file__).resolve().parents[1]
TODAY = date(2026, 11, 21)
MANY = 20_000
LENGTHS = (1_000, 2_500, 5_000, 10_000, 20_000)
TOLD = ("right", "asked", "not found", "another name", "wrong pick")
Row = dict[str, Any]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; the exit code is 1 when a name was silently taken for another, else 0."""
    options = _options().parse_args(arguments)
    data = load_mock_data(ROOT / "data", TODAY)
    names = names_with_drugs(data)
    typed = list(misspellings(names, options.each, options.seed))
    told = outcomes(data, typed, options.seed)
    result = {
        "names": len(names),
        "misspellings": len(typed),
        "candidates": [] if options.quick else candidates(data, names, typed),
        "outcomes": told[0],
        "confidence": told[1],
        "spoken": spoken(data),
        "ordinary": ordinary(data, options.seed),
        "times": times(data),
    }
    print(json.dumps(result) if options.json else as_text(result))
    return 1 if any(row["wrong pick"] for row in result["outcomes"]) else 0


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.names", description=__doc__.splitlines()[0])
    parser.add_argument(
        "--each", type=int, default=3, help="misspellings of a name at one edit and at two (%(default)s)"
    )
    parser.add_argument("--seed", type=int, default=SEED, help="of the misspellings (%(default)s)")
    parser.add_argument("--quick", action="store_true", help="leave the comparison out")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser


# -- which way of looking a name up ----------------------------------------------------------------------------------


def candidates(data: MockData, names: dict[str, frozenset[str]], typed: Sequence[Misspelling]) -> list[Row]:
    """Each way: how often the drug that was meant is first, and among five; times with the real and with many names."""
    sample = Random(SEED).sample(list(typed), min(len(typed), 1_500))
    keys, many = sorted(names), made_up_names(names, MANY)
    known = {drug.name.lower(): drug.name for drug in data.drugs}
    rows = []
    for title, (build, library) in CANDIDATES.items():
        if library is not None and optional(library) is None:
            rows.append({"candidate": title, "absent": library})
            continue
        search, build_ms, mebibytes = _built(build, keys)
        few = sample if library != "drug_named_entity_recognition" else sample[:300]
        found = [_meant(_safely(search, one.typed), names, known) for one in few]
        first = sum(bool(one.drugs & drugs[0]) for one, drugs in zip(few, found, strict=True) if drugs)
        among = sum(any(one.drugs & each for each in drugs[:5]) for one, drugs in zip(few, found, strict=True))
        p50, p99 = _timed(search, [one.typed for one in few])
        large, _, _ = _built(build, many)
        many50, many99 = _timed(large, [one.typed for one in few[:200]])
        rows.append(
            {"candidate": title, "first": first / len(few), "among_5": among / len(few), "p50_us": p50, "p99_us": p99}
            | {"many_p50_us": many50, "many_p99_us": many99, "build_ms": build_ms, "mib": mebibytes}
        )
    return rows


def _built(build: Build, names: Sequence[str]) -> tuple[Callable[[str], list[str]], float, float]:
    """A search with the milliseconds that it took to make, and the MiB that it holds."""
    build(names[:10])
    began = perf_counter()
    build(names)
    milliseconds = 1000 * (perf_counter() - began)
    gc.collect()
    tracemalloc.start()
    search = build(names)
    held = tracemalloc.get_traced_memory()[0] / 2**20
    tracemalloc.stop()
    return search, round(milliseconds, 1), round(held, 2)


def _safely(search: Callable[[str], list[str]], word: str) -> list[str]:
    try:
        return search(word)
    except UnboundLocalError:  # drug-named-entity-recognition 2.0.9 fails so on some fuzzy matches
        return []


def _meant(found: Iterable[str], names: dict[str, frozenset[str]], known: dict[str, str]) -> list[frozenset[str]]:
    """The drugs of each name that was found; a generic name stands for itself."""
    return [names.get(name) or frozenset({known.get(name, "")}) for name in found]


# -- what patients get -----------------------------------------------------------------------------------------------


def outcomes(data: MockData, typed: Sequence[Misspelling], seed: int) -> tuple[list[Row], list[Row]]:
    """Misspelt names in the drug service, and in the resolver for who takes the drug and for who takes another."""
    drugs = DrugService(data)
    resolver, random = MedicationResolver(drugs), Random(seed)
    counts: dict[tuple[str, int], Counter[str]] = {}
    stated: dict[float, Counter[bool]] = {}
    for one in typed:
        own, other = prescriptions_for(one, data, random)
        text = f"refill my {one.typed} please"
        taking, strange = resolver.resolve(text, (own, other)), resolver.resolve(text, (other,))
        told = {
            "drug look-up": _looked_up(one, drugs),
            "takes it": told_who_takes_it(taking, own.rx_number),
            "takes another": told_who_does_not(strange, one),
        }
        for who, outcome in told.items():
            counts.setdefault((who, one.edits), Counter())[outcome] += 1
        for mention in taking:
            stated.setdefault(mention.confidence, Counter())[own.rx_number in mention.rx_numbers] += 1
    rows = [
        {"who": who, "edits": edits, "count": count.total()} | {name: count[name] / count.total() for name in TOLD}
        for (who, edits), count in sorted(counts.items())
    ]
    calibration = [
        {"stated": confidence, "right": count[True] / count.total(), "count": count.total()}
        for confidence, count in sorted(stated.items())
    ]
    return rows, calibration


def prescriptions_for(one: Misspelling, data: MockData, random: Random) -> tuple[Prescription, Prescription]:
    """A prescription for the drug that is meant, by the name that is meant, and one for an unlike drug."""
    drug = next(drug for drug in data.drugs if drug.name in one.drugs)
    brand = next((brand for brand in drug.brands if name_key(brand) == one.name), None)
    unlike = [each for each in data.drugs if not set(each.ingredients) & set(drug.ingredients)]
    unlike = [each for each in unlike if each.name not in one.drugs]
    return prescription(data, drug, "RX900001", brand), prescription(data, random.choice(unlike), "RX900002")


def prescription(data: MockData, drug: Drug, rx_number: str, brand: str | None = None) -> Prescription:
    """A prescription for a drug, by its generic name or by a brand."""
    strength = drug.strengths[0] if drug.strengths else "1 mg"
    return replace(
        data.prescriptions[0], rx_number=rx_number, drug=drug.name, generic_name=drug.name, brand_name=brand,
        strength=strength, indication="", indication_es="",
    )  # fmt: skip


def _looked_up(one: Misspelling, drugs: DrugService) -> str:
    found = drugs.find(one.typed)
    if not found:
        return "not found"
    meant = bool(one.drugs & {match.drug.name for match in found})
    if found[0].kind == "similar":
        return "asked" if meant else "another name"
    return "right" if found[0].drug.name in one.drugs else "wrong pick"


def told_who_takes_it(mentions: Sequence[Mention], rx_number: str) -> str:
    """The outcome for a patient who takes the drug that was meant."""
    picked = [mention for mention in mentions if _is_pick(mention)]
    if picked:
        return "right" if [mention.rx_numbers for mention in picked] == [(rx_number,)] else "wrong pick"
    if any(rx_number in mention.rx_numbers for mention in mentions):
        return "asked"
    return "another name" if any(mention.drug for mention in mentions) else "not found"


def told_who_does_not(mentions: Sequence[Mention], one: Misspelling) -> str:
    """The outcome for a patient who takes an unlike drug."""
    if any(map(_is_pick, mentions)):
        return "wrong pick"
    if any(mention.rx_numbers for mention in mentions):
        return "asked"
    named = {mention.drug for mention in mentions if mention.drug}
    if not named:
        return "not found"
    return "right" if named & one.drugs else "another name"


def _is_pick(mention: Mention) -> bool:
    return mention.kind is MentionKind.PRESCRIPTION and len(mention.rx_numbers) == 1


def spoken(data: MockData) -> Row:
    """Names as a speech recogniser writes them, for who takes the drug and for anyone."""
    drugs = DrugService(data)
    resolver = MedicationResolver(drugs)
    rows = list(csv.DictReader((ROOT / "bench" / "spoken_names.csv").open(encoding="utf-8")))
    found, known, missed = 0, 0, []
    for row in rows:
        meant = drugs.find(row["name"])[0]
        brand = meant.matched if meant.kind == "brand" else None
        own = prescription(data, meant.drug, "RX900001", brand)
        text = f"i need to refill my {row['said']} please"
        if any("RX900001" in mention.rx_numbers for mention in resolver.resolve(text, (own,))):
            found += 1
        else:
            missed.append(row["said"])
        known += meant.drug in resolver.drugs_named(text)
    return {"count": len(rows), "takes_it": found / len(rows), "anyone": known / len(rows), "missed": missed}


# -- ordinary words ----------------------------------------------------------------------------------------------------


def ordinary(data: MockData, seed: int) -> list[Row]:
    """Sentences that name no medicine, as they are and with two slips: how many are heard to name one."""
    resolver, random = MedicationResolver(DrugService(data)), Random(seed)
    sentences = (ROOT / "tests/unit/dialogue/ordinary_sentences.txt").read_text(encoding="utf-8").splitlines()
    taken: dict[str, list[Prescription]] = {}
    for item in data.prescriptions:
        taken.setdefault(item.patient_id, []).append(item)
    rows = []
    slips = [with_slips(sentence, random) for sentence in sentences for _ in range(3)]
    for title, texts in (("as written", sentences), ("with two slips", slips)):
        strange = sum(bool(resolver.drugs_named(text)) for text in texts)
        heard = [mention for text in texts for own in taken.values() for mention in resolver.resolve(text, own)]
        by_name = [mention for mention in heard if mention.drug and mention.rx_numbers]
        rows.append(
            {"sentences": title, "count": len(texts), "named": strange, "by_patients": len(texts) * len(taken)}
            | {"asked": sum(not _is_pick(mention) for mention in by_name), "picked": sum(map(_is_pick, by_name))}
        )
    return rows


def with_slips(sentence: str, random: Random) -> str:
    """A sentence with a slip in two of its longer words."""
    words = sentence.split()
    long = [place for place, word in enumerate(words) if len(word) > 3 and word.isascii() and word.isalpha()]
    for place in random.sample(long, min(2, len(long))):
        words[place] = (
            edited(words[place].lower(), random) if set(words[place].lower()) & set("aeiou") else words[place]
        )
    return " ".join(words)


# -- times -------------------------------------------------------------------------------------------------------------


def times(data: MockData) -> Row:
    """Milliseconds of making the indexes, of a look-up, of a message, and of long messages."""
    (build_ms, mebibytes), drugs = _made(data), DrugService(data)
    resolver = MedicationResolver(drugs)
    own = [item for item in data.prescriptions if item.patient_id == "patient_010"]
    texts = list(_messages(data))
    rows: Row = {"build_ms": build_ms, "mib": mebibytes}
    typed = [one.typed for one in misspellings(names_with_drugs(data), 1)]
    rows["look_up_us"] = _timed(drugs.find, typed)
    rows["resolve_us"] = _timed(lambda text: resolver.resolve(text, own), texts)
    rows["drugs_named_us"] = _timed(resolver.drugs_named, texts)
    long = " ".join(Random(SEED).sample(texts, len(texts)) * 2)
    rows["long_ms"] = {
        length: round(_timed(resolver.drugs_named, [long[:length]] * 5)[0] / 1000, 2) for length in LENGTHS
    }
    return rows


def _made(data: MockData) -> tuple[float, float]:
    taken = []
    for _ in range(7):
        began = perf_counter()
        DrugService(data)
        taken.append(perf_counter() - began)
    tracemalloc.start()
    kept = DrugService(data), MedicationResolver
    held = tracemalloc.get_traced_memory()[0] / 2**20
    tracemalloc.stop()
    del kept
    return round(1000 * min(taken), 1), round(held, 2)


def _messages(data: MockData) -> Iterator[str]:
    """What patients say in the project's own scenarios, and the ordinary sentences."""
    for line in (ROOT / "tests/eval/scenarios.jsonl").read_text(encoding="utf-8").splitlines():
        yield json.loads(line)["open"]
    yield from (ROOT / "tests/unit/dialogue/ordinary_sentences.txt").read_text(encoding="utf-8").splitlines()


def _timed(act: Callable[[str], object], words: Sequence[str]) -> tuple[float, float]:
    """The median and the 99th percentile in microseconds, each word's best of three."""
    taken = []
    for word in words:
        best = float("inf")
        for _ in range(3):
            began = perf_counter_ns()
            with suppress(UnboundLocalError):
                act(word)
            best = min(best, (perf_counter_ns() - began) / 1000)
        taken.append(best)
    taken.sort()
    return round(taken[len(taken) // 2], 1), round(taken[int(len(taken) * 0.99)], 1)


def as_text(result: Row) -> str:
    """The result as tables."""
    lines = [f"{result['misspellings']} misspellings of {result['names']} names", ""]
    if result["candidates"]:
        lines.append(f"{'way of looking up':<46}first   in 5   p50 us   p99 us  20k p50  20k p99 build ms    MiB")
    for row in result["candidates"]:
        if "absent" in row:
            lines.append(f"{row['candidate']:<46}{row['absent']} is not installed")
            continue
        lines.append(
            f"{row['candidate']:<46}{row['first']:>5.1%} {row['among_5']:>6.1%} {row['p50_us']:>8} {row['p99_us']:>8} "
            f"{row['many_p50_us']:>8} {row['many_p99_us']:>8} {row['build_ms']:>8} {row['mib']:>6}"
        )
    lines += ["", f"{'misspelt name':<22}edits " + "".join(f"{name:>14}" for name in TOLD)]
    for row in result["outcomes"]:
        lines.append(f"{row['who']:<22}{row['edits']:>5} " + "".join(f"{row[name]:>14.2%}" for name in TOLD))
    lines += ["", "confidence stated and observed"]
    lines += [f"{row['stated']:>8.2f} {row['right']:>8.2%} of {row['count']}" for row in result["confidence"]]
    said = result["spoken"]
    lines += [
        "",
        f"{said['count']} spoken names: {said['takes_it']:.1%} found for who takes it, {said['anyone']:.1%} for anyone",
    ]
    lines.append(f"missed: {', '.join(said['missed'])}")
    lines += ["", "ordinary sentences that were heard to name a medicine"]
    for row in result["ordinary"]:
        lines.append(
            f"{row['sentences']:<16} {row['named']} of {row['count']} for anyone; "
            f"of {row['by_patients']} with a patient's own: {row['asked']} asked, {row['picked']} picked"
        )
    spent = result["times"]
    lines += ["", f"index {spent['build_ms']} ms, {spent['mib']} MiB"]
    for title in ("look_up", "resolve", "drugs_named"):
        p50, p99 = spent[f"{title}_us"]
        lines.append(f"{title:<12} p50 {p50 / 1000:.3f} ms  p99 {p99 / 1000:.3f} ms")
    lines.append("long messages: " + ", ".join(f"{length} letters {ms} ms" for length, ms in spent["long_ms"].items()))
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
