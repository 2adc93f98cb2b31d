"""Processes that are killed in the middle of turns lose and double nothing."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.crash_checks import KINDS

pytestmark = pytest.mark.services

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_nothing_is_lost_or_doubled_in_processes_that_are_killed(database: str) -> None:
    # A process of its own: to fork, it must have no threads.
    command = [
        sys.executable,
        "-m",
        "bench.crash",
        "--database",
        database,
        "--kills",
        "12",
        "--rehearsals",
        "1",
        "--json",
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    found = json.loads(done.stdout)

    assert (done.returncode, done.stderr) == (0, "")
    assert found["kills"] == 12
    assert found["killed in a turn"] > 0
    assert {kind: found[kind] for kind in KINDS} == dict.fromkeys(KINDS, 0)
