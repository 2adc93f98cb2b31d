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


def test_langchain_community_which_is_no_longer_developed_is_imported_for_llama_cpp_alone() -> None:
    users = {(source, name) for source, name in imports_of(PACKAGE) if name.split(".")[0] == "langchain_community"}

    assert users <= {("rxflow/llm/llama_cpp.py", "langchain_community.chat_models")}


def test_the_packages_of_providers_are_loaded_only_when_one_is_chosen() -> None:
    names = "langchain_openai", "langchain_ollama", "langchain_community", "langchain.chat_models", "openai", "ollama"
    ask = f"import sys, rxflow.bootstrap; print([name for name in {names!r} if name in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", ask], cwd=ROOT, capture_output=True, text=True, check=True).stdout

    assert loaded.strip() in {"[]", "['langchain.chat_models']"}


MOST_LINES_OF_A_PAGE = 250
NOT_FOR_PAGES = ("clinical", "dialogue", "persistence", "tools", "llm")
"""Where the rules, the stores and the model are: a page asks a service."""


def test_pages_decide_nothing() -> None:
    forbidden = {
        (source, name)
        for source, name in imports_of(PACKAGE / "ui")
        if name.startswith(tuple(f"rxflow.{part}" for part in NOT_FOR_PAGES)) or name.split(".")[0] == "sqlalchemy"
    }

    assert forbidden == set()


def test_files_of_pages_are_short() -> None:
    lengths = {path.name: len(path.read_text(encoding="utf-8").splitlines()) for path in PACKAGE.glob("ui/**/*.py")}

    assert {name: lines for name, lines in lengths.items() if lines >= MOST_LINES_OF_A_PAGE} == {}
