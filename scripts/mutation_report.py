"""Report a mutation run by module, and fail when the tests let too much through (see docs/mutation.md)."""

import subprocess
import sys
import tomllib
from collections import Counter, defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
EQUIVALENT = ROOT / "tests" / "equivalent_mutants.toml"
LEAST_KILLED_PERCENT = 90
KILLED = frozenset({"killed", "timeout"})
LIVING = frozenset({"survived", "no tests"})


def main() -> int:
    """Print the table and what is wrong; 1 when anything is."""
    outcomes = _outcomes()
    changes = {name: _change(name) for name, outcome in outcomes.items() if outcome in LIVING}
    explained = _explained()
    living = {(_function(name), change) for name, change in changes.items()}
    unexplained = {name: change for name, change in changes.items() if (_function(name), change) not in explained}

    by_module: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for name, outcome in outcomes.items():
        by_module[_module(name)]["mutants"] += 1
        by_module[_module(name)][outcome] += 1
        by_module[_module(name)]["equivalent"] += name in changes and name not in unexplained
    print(
        f"{'module':32} {'mutants':>7} {'killed':>7} {'of them by time':>16} {'living':>7} {'equivalent':>11} {'%':>6}"
    )
    for module, counts in sorted(by_module.items()):
        print(_row(module, counts))
    total = sum(by_module.values(), Counter[str]())
    print(_row("all", total))

    complaints = [f"Not killed and not explained: {name}\n    {change}" for name, change in unexplained.items()]
    complaints += [
        f"Explained as equivalent, but killed or gone: {function}\n    {change}"
        for function, change in explained - living
    ]
    if unknown := Counter(outcomes.values()).keys() - KILLED - LIVING:
        complaints.append(f"Not a finished run: some mutants are {', '.join(sorted(unknown))}")
    if not outcomes or _percent(total) < LEAST_KILLED_PERCENT:
        complaints.append(f"Less than {LEAST_KILLED_PERCENT} % of the mutants are killed")
    print(
        "\n".join(complaints) or "Every mutant is killed or explained.", file=sys.stderr if complaints else sys.stdout
    )
    return 1 if complaints else 0


def _outcomes() -> dict[str, str]:
    """Each mutant's name and outcome in the last run."""
    lines = _mutmut("results", "--all", "true").splitlines()
    return dict(line.strip().rsplit(": ", 1) for line in lines if ": " in line)


def _change(name: str) -> str:
    """What the mutant puts in, on one line; a mutant that only takes lines out is what it takes out, after `-`."""
    lines = [line for line in _mutmut("show", name).splitlines() if not line.startswith(("---", "+++"))]
    put_in = [line[1:].strip() for line in lines if line.startswith("+")]
    taken_out = [line[1:].strip() for line in lines if line.startswith("-")]
    return " ".join(put_in) or "- " + " ".join(taken_out)


def _explained() -> set[tuple[str, str]]:
    """The mutants that no test can kill, as function and change."""
    rows = tomllib.loads(EQUIVALENT.read_text(encoding="utf-8"))["equivalent"]
    return {(row["function"], change) for row in rows for change in row["mutants"]}


def _function(name: str) -> str:
    """`rxflow.clinical.sig.number` of `rxflow.clinical.sig.x_number__mutmut_4`; a method as `Class.method`."""
    module, _, mangled = name.rpartition(".")
    plain = mangled.rpartition("__mutmut_")[0].removeprefix("x")
    return f"{module}.{plain[1:].replace('ǁ', '.')}"


def _module(name: str) -> str:
    return name.rpartition(".")[0]


def _percent(counts: Counter[str]) -> float:
    return 100 * sum(counts[outcome] for outcome in KILLED) / counts["mutants"]


def _row(module: str, counts: Counter[str]) -> str:
    killed, living = (sum(counts[outcome] for outcome in group) for group in (KILLED, LIVING))
    return (
        f"{module:32} {counts['mutants']:7} {killed:7} {counts['timeout']:16} {living:7} {counts['equivalent']:11} "
        f"{_percent(counts):6.1f}"
    )


def _mutmut(*arguments: str) -> str:
    command = [str(Path(sys.executable).with_name("mutmut")), *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout  # noqa: S603


if __name__ == "__main__":
    sys.exit(main())
