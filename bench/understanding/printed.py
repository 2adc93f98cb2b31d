"""The report of a run as text, each time beside its goal."""

from collections.abc import Iterator
from typing import Any

from rxflow.evaluation.understanding import Resolution

GOALS = {
    "understand p50": 0.3,
    "understand p99": 1.5,
    "10 kB": 20.0,
    "ready ms": 100.0,
    "ready MB": 20.0,
    "look-up p50": 0.1,
    "look-up p99": 1.5,
}
"""Milliseconds; megabytes where it says so."""

RESOLUTIONS = [resolution.value for resolution in Resolution]


def lines(result: dict[str, Any]) -> Iterator[str]:
    """The whole report."""
    where = result["machine"]
    yield f"{where['processor']}, {where['cores']} cores, load {where['load'][0]}, {where['system']}"
    yield f"Python {where['python']}, rapidfuzz {where['rapidfuzz']}"
    yield from _accuracy("corpus", result["corpus"])
    yield from _accuracy("set aside", result["aside"])
    yield from _compared("medicines of the corpus", result["compared"])
    yield _library(result["library"])
    yield from _compared("misspelled drugs, on file", result["misspelled_on_file"])
    yield from _compared("misspelled drugs, not on file", result["misspelled_not_on_file"])
    yield from _compared("RxFlow by kind and edit distance, on file", result["misspelled_by_kind"])
    yield from _times(result)


def _accuracy(name: str, report: dict[str, Any]) -> Iterator[str]:
    yield ""
    yield f"{name}: intents {_rate(report['intents'])}, medicines right or asked {_rate(report['medicines'])}"
    yield "  " + ", ".join(f"{each} {report['resolutions'][each]}" for each in RESOLUTIONS)
    for title, key in (
        ("wrong silent picks", "wrong_silent_picks"),
        ("read beside what is labelled, in no request", "needless_picks"),
        ("emergencies missed", "emergencies_missed"),
        ("false emergencies", "false_emergencies"),
    ):
        found = report[key]
        yield f"  {title}: {found if isinstance(found, int) else ' '.join([str(len(found)), *found])}"
    for name in ("plain", "hard", "en", "es"):
        if name in report["intents_by"]:
            medicines = report["medicines_by"].get(name, [0, 0])
            yield f"  {name:<6} intents {_rate(report['intents_by'][name])}, medicines {_rate(medicines)}"
    for what in ("intent", "medicine"):
        found = report[f"{what}_calibration"]
        yield f"  {what} calibration: expected error {found['expected_error']:.3f}, Brier score {found['brier']:.3f}"


def _rate(rate: list[int]) -> str:
    right, total = rate
    return f"{right}/{total} {right / total:.1%}" if total else "none"


def _compared(title: str, rows: dict[str, dict[str, int]]) -> Iterator[str]:
    yield ""
    columns = [*RESOLUTIONS, "needless"]
    yield f"{title:<44}" + "".join(f"{column:>9}" for column in columns) + "  right or asked"
    for name, tally in rows.items():
        good, total = tally["right"] + tally["asked"], sum(tally[each] for each in RESOLUTIONS)
        counts = "".join(f"{tally.get(column, 0):>9}" for column in columns)
        yield f"  {name:<42}{counts}{good / total:>15.1%}"


def _library(told: dict[str, Any]) -> str:
    if told["version"] is None:
        return "  drug-named-entity-recognition is absent here (name a Python that has it with --ner-python)"
    parts = [f"  drug-named-entity-recognition {told['version']}: ready in {told['ready_ms']:.0f} ms"]
    for name in ("drug-ner", "drug-ner, fuzzy"):
        times = told[name]
        parts.append(f"{name} p50 {times['p50_ms']} ms, p99 {times['p99_ms']} ms, {times['crashes']} messages raised")
    return "; ".join(parts)


def _times(result: dict[str, Any]) -> Iterator[str]:
    yield ""
    yield "a message of the corpus"
    for part, times in result["messages"].items():
        p50, p99 = f"{times['p50_ms']:.3g} ms", f"{times['p99_ms']:.3g} ms"
        if part != "red flags and reports":
            p50, p99 = _beside(times["p50_ms"], "understand p50"), _beside(times["p99_ms"], "understand p99")
        yield f"  {part:<24} p50 {p50}   p99 {p99}"
    yield "a long message: ms at 10 kB without and with red flags and reports, and the exponent of the growth"
    for name, row in result["long_messages"].items():
        read, whole = row["understanding_ms"][10], row["whole_ms"][10]
        yield (
            f"  {name:<24} {_beside(read, '10 kB')} n^{row['exponent']:.2f}   "
            f"{_beside(whole, '10 kB')} n^{row['whole_exponent']:.2f}"
        )
    yield "readiness in a fresh interpreter, beyond the interpreter itself"
    for stage, cost in result["readiness"].items():
        told = f"{cost['ms']:.1f} ms, {cost['mb']:.1f} MB"
        if stage in {"understanding", "with screening"}:
            told = f"{_beside(cost['ms'], 'ready ms')}   {_beside(cost['mb'], 'ready MB', 'MB')}"
        yield f"  {stage:<24} {told}"
    yield "a look-up of one name"
    for row in result["look_ups"]:
        p50, p99 = _beside(row["p50_ms"], "look-up p50"), _beside(row["p99_ms"], "look-up p99")
        many = f"{row['names']:>6} names of {row['drugs']:>6} drugs"
        yield f"  {many}  p50 {p50}   p99 {p99}   built in {row['build_ms']} ms"


def _beside(value: float, goal: str, unit: str = "ms") -> str:
    limit = GOALS[goal]
    return f"{value:.3g} {unit} (goal {limit:g}, {'met' if value <= limit else 'over'})"
