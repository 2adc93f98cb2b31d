"""Where figures come from: the machine, its disk, and the versions of what ran on it."""

import os
import platform
import sqlite3
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import median
from tempfile import TemporaryFile
from time import perf_counter

from rxflow import __version__

LIBRARIES = (
    "langchain",
    "langchain-core",
    "langgraph",
    "langgraph-checkpoint-sqlite",
    "sqlalchemy",
    "pydantic",
    "cryptography",
    "fastapi",
    "uvicorn",
    "streamlit",
    "rapidfuzz",
    "pyperf",
)
SYNCS = 100
PAGE = 4096


def facts() -> Iterator[tuple[str, str]]:
    """What there is, each with its name."""
    yield "processor", _processor()
    yield "cores", f"{os.cpu_count()}, of which this process may use {len(os.sched_getaffinity(0))}"
    yield "memory", _memory()
    yield "disk", f"{_kind_of_disk()}; writing 4 KiB and waiting for the disk (fsync) takes {sync_ms():.2f} ms, median"
    yield "load", ", ".join(f"{load:.2f}" for load in os.getloadavg()) + " when the run began (1, 5 and 15 minutes)"
    yield "system", platform.platform()
    yield "Python", f"{platform.python_version()} ({platform.python_implementation()})"
    yield "RxFlow", __version__
    yield "SQLite", sqlite3.sqlite_version
    yield "libraries", ", ".join(f"{name} {_version(name)}" for name in LIBRARIES)


def sync_ms(syncs: int = SYNCS) -> float:
    """Milliseconds until a page is on the disk, the median of several."""
    times = []
    with TemporaryFile() as file:
        for _ in range(syncs):
            file.write(bytes(PAGE))
            file.flush()
            began = perf_counter()
            os.fsync(file.fileno())
            times.append(1000 * (perf_counter() - began))
    return median(times)


def _processor() -> str:
    for line in _lines("/proc/cpuinfo"):
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _memory() -> str:
    for line in _lines("/proc/meminfo"):
        if line.startswith("MemTotal:"):
            return f"{int(line.split()[1]) / 2**20:.1f} GiB"
    return "unknown"


def _kind_of_disk() -> str:
    """The file system that temporary files are on, where every measurement keeps its database."""
    with TemporaryFile() as file:
        device = os.fstat(file.fileno()).st_dev
    wanted = f"{os.major(device)}:{os.minor(device)}"
    for line in _lines("/proc/self/mountinfo"):
        fields = line.split()
        if fields[2] == wanted:
            kind = fields[fields.index("-") + 1]
            return f"{kind} (in memory)" if kind == "tmpfs" else kind
    return "unknown"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def _lines(path: str) -> list[str]:
    file = Path(path)
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []
