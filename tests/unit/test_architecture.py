"""What may import what: the contracts of pyproject.toml, and the libraries that a layer may not know."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "rxflow"


def imported_names(source: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def imports_of(*folders: Path) -> set[tuple[str, str]]:
    """(file, imported module) of every import in the folders, lazy ones too."""
    return {
        (str(source.relative_to(ROOT)), name)
        for folder in folders
        for source in folder.rglob("*.py")
        for name in imported_names(source)
    }


def test_the_import_contracts_of_pyproject_are_kept() -> None:
    # In a process of its own: in this one it would switch off the loggers that other tests look at.
    command = [Path(sys.executable).with_name("lint-imports"), "--no-cache", "--no-logo"]
    checked = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.parametrize("layer", ["domain", "clinical"])
def test_the_rules_import_nothing_but_the_standard_library_and_the_domain(layer: str) -> None:
    allowed = {"rxflow.domain", f"rxflow.{layer}"}
    foreign = {
        (source, name)
        for source, name in imports_of(PACKAGE / layer)
        if name.split(".")[0] not in sys.stdlib_module_names and ".".join(name.split(".")[:2]) not in allowed
    }

    assert foreign == set()


def test_langchain_community_which_is_no_longer_developed_is_imported_nowhere() -> None:
    users = {(source, name) for source, name in imports_of(PACKAGE) if name.split(".")[0] == "langchain_community"}

    assert users == set()
