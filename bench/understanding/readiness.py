"""What it takes to be ready, each stage in a fresh interpreter: `python -m bench.understanding.readiness` measures one.

The libraries and the demo data serve the whole program. Modules, indexes and the first message are what understanding
costs; the first screening compiles the patterns of red flags and reports.
"""

import json
import os
import re
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter_ns
from typing import Any

RUNS = 5
MESSAGE = "Can I refill my lisinoprill 10 mg at the H-E-B on 51st?"
SHARED = ("libraries", "data")
OWN = ("modules", "indexes", "first message")
SCREENING = ("first screening",)


def measured() -> dict[str, dict[str, float]]:
    """The median of several fresh interpreters, for each stage: milliseconds, and megabytes of peak memory."""
    with TemporaryDirectory(prefix="rxflow-bytecode-") as folder:
        # As on any second start, whatever this shell says of bytecode: the modules are compiled once, by the first run.
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment["PYTHONPYCACHEPREFIX"] = folder
        runs: list[dict[str, list[float]]] = [_fresh(environment) for _ in range(RUNS + 1)][1:]
    stages = {
        stage: {
            "ms": round(median(run[stage][0] for run in runs), 1),
            "mb": round(median(run[stage][1] for run in runs), 1),
        }
        for stage in (*SHARED, *OWN, *SCREENING)
    }
    sums = {"understanding": OWN, "with screening": (*OWN, *SCREENING), "everything": (*SHARED, *OWN, *SCREENING)}
    for name, parts in sums.items():
        stages[name] = {unit: round(sum(stages[part][unit] for part in parts), 1) for unit in ("ms", "mb")}
    return stages


def _fresh(environment: dict[str, str]) -> dict[str, Any]:
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", __spec__.name], capture_output=True, text=True, check=True, env=environment
    )
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def _peak_mb() -> float:
    """The most memory held so far; Linux hands `ru_maxrss` on from the parent process, so it is the second choice."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(re.search(r"VmHWM:\s+(\d+) kB", status.read_text()).group(1)) / 1024  # type: ignore[union-attr]
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Go through the stages once and print what each cost."""
    costs: dict[str, list[float]] = {}

    def stage(name: str, act: Callable[[], Any]) -> Any:
        before, began = _peak_mb(), perf_counter_ns()
        result = act()
        costs[name] = [(perf_counter_ns() - began) / 1e6, _peak_mb() - before]
        return result

    stage("libraries", _libraries)
    data = stage("data", _data)
    world_type = stage("modules", _modules)
    world = stage("indexes", lambda: _built(world_type, data))
    stage("first message", lambda: world.understand(MESSAGE, world.patients.prescriptions("patient_001")))
    stage("first screening", lambda: world.screen(MESSAGE))
    print(json.dumps(costs))


def _libraries() -> None:
    import pydantic  # noqa: F401
    import rapidfuzz.distance
    import rapidfuzz.process  # noqa: F401


def _data() -> Any:
    from datetime import date

    from rxflow.services.mock_data import load_mock_data

    return load_mock_data(Path(__file__).resolve().parents[2] / "data", date(2026, 11, 21))


def _built(world_type: Any, data: Any) -> Any:
    from rxflow.observability.collector import paused

    with paused():
        return world_type(data)


def _modules() -> Any:
    from bench.understanding.world import World

    return World


if __name__ == "__main__":
    main()
