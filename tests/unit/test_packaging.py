"""pyproject.toml, the lock, the hashed requirements, make's help and .env.example say the same."""

import hashlib
import json
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from rxflow.config.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
REQUIREMENTS = ["requirements.txt", "requirements-dev.txt"]
RELOCK = "Run `make lock` after a change of the dependencies."

PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCK = tomllib.loads((ROOT / "poetry.lock").read_text(encoding="utf-8"))
LOCKED = {package["name"]: package for package in LOCK["package"]}

RUN_TIME = [Requirement(text) for text in PYPROJECT["project"]["dependencies"]]
DEVELOPMENT = [Requirement(text) for text in PYPROJECT["dependency-groups"]["dev"]]
OPTIONAL = [Requirement(text) for extra in PYPROJECT["project"]["optional-dependencies"].values() for text in extra]


def locked(requirement: Requirement) -> dict:
    return LOCKED[canonicalize_name(requirement.name)]


def exported(name: str) -> dict[str, tuple[str, set[str]]]:
    """The packages of a requirements file: name → (version, hashes)."""
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    packages = {}
    for line in lines:
        pinned = re.match(r"([A-Za-z0-9._-]+)(?:\[[^]]*\])?==(\S+)", line)
        assert pinned, f"{name}: not a pinned package: {line}"
        packages[canonicalize_name(pinned[1])] = (pinned[2], set(re.findall(r"--hash=(sha256:[0-9a-f]{64})", line)))
    return packages


def test_the_lock_was_made_from_this_pyproject() -> None:
    # As Poetry ≥ 2.3 computes it (poetry.packages.locker.Locker._get_content_hash).
    project = PYPROJECT["project"]
    relevant = {
        "project": {
            key: project[key] for key in ("requires-python", "dependencies", "optional-dependencies") if key in project
        },
        "dependency-groups": PYPROJECT["dependency-groups"],
        "tool": {"poetry": {key: value for key, value in PYPROJECT["tool"]["poetry"].items() if key == "group"}},
    }
    content_hash = hashlib.sha256(json.dumps(relevant, sort_keys=True).encode()).hexdigest()

    assert LOCK["metadata"]["content-hash"] == content_hash, RELOCK


@pytest.mark.parametrize("requirement", RUN_TIME + DEVELOPMENT + OPTIONAL, ids=lambda requirement: requirement.name)
def test_a_direct_dependency_is_locked_within_its_bounds(requirement: Requirement) -> None:
    assert locked(requirement)["version"] in requirement.specifier, RELOCK


def test_the_lock_names_no_other_index() -> None:
    assert [name for name, package in LOCKED.items() if "source" in package] == []
    assert "://" not in (ROOT / "poetry.lock").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_requirements_hold_the_locked_versions_with_the_locked_hashes(name: str) -> None:
    for package, (version, hashes) in exported(name).items():
        assert version == LOCKED[package]["version"], RELOCK
        assert hashes, f"{package} has no hash"
        assert hashes == {file["hash"] for file in LOCKED[package]["files"]}, RELOCK


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_requirements_name_no_index_and_no_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")

    assert "://" not in text
    assert not re.search(r"^--", text, re.MULTILINE)


def test_everything_that_is_needed_is_exported() -> None:
    run_time, development = exported("requirements.txt"), exported("requirements-dev.txt")

    assert {canonicalize_name(requirement.name) for requirement in RUN_TIME} <= run_time.keys(), RELOCK
    assert run_time.items() <= development.items(), RELOCK
    # What only an extra asks for is locked, and installed by whoever wants the extra.
    extras_only = {name for name, package in LOCKED.items() if package["optional"] and "dev" not in package["groups"]}
    assert development.keys() == LOCKED.keys() - extras_only, RELOCK


def test_the_package_and_the_project_have_one_version() -> None:
    import rxflow

    assert rxflow.__version__ == PYPROJECT["project"]["version"]


def test_make_help_lists_every_command() -> None:
    commands = re.findall(r"^\.PHONY: ([a-z-]+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)

    shown = subprocess.run(["make", "--silent"], cwd=ROOT, capture_output=True, text=True, check=True).stdout

    assert {"run", "test", "check"} <= set(commands)
    assert re.findall(r"^  ([a-z-]+) +\S", shown, re.MULTILINE) == commands


def test_the_example_environment_names_settings_that_exist_and_are_valid(monkeypatch: pytest.MonkeyPatch) -> None:
    example = ROOT / ".env.example"
    prefix = Settings.model_config["env_prefix"]
    named = re.findall(r"^#? ?([A-Z_]+)=", example.read_text(encoding="utf-8"), re.MULTILINE)

    assert {name.removeprefix(prefix).lower() for name in named} <= Settings.model_fields.keys()
    assert all(name.startswith(prefix) for name in named)
    for name in named:
        monkeypatch.delenv(name, raising=False)
    Settings(_env_file=example)


def test_the_wheel_holds_the_migrations_and_what_they_are_made_of(tmp_path: Path) -> None:
    build = f"from poetry.core.masonry import api; print(api.build_wheel({str(tmp_path)!r}))"
    made = subprocess.run([sys.executable, "-c", build], cwd=ROOT, capture_output=True, text=True, check=True)
    with zipfile.ZipFile(tmp_path / made.stdout.splitlines()[-1]) as wheel:
        packed = {name for name in wheel.namelist() if name.startswith("rxflow/persistence/migrations/")}

    folder = ROOT / "rxflow" / "persistence" / "migrations"
    there = {path.relative_to(ROOT).as_posix() for path in folder.rglob("*") if path.suffix in {".py", ".mako"}}
    assert packed == there
    assert any(name.endswith("script.py.mako") for name in packed)
    assert any(re.search(r"versions/0001_\w+\.py$", name) for name in packed)
