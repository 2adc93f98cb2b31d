"""Every rule names its source, and every section that is cited stands in the rule book."""

import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import rxflow.clinical
from rxflow.domain.finding import FindingCode

ROOT = Path(__file__).resolve().parents[3]
RULE_BOOK = (ROOT / "docs" / "DOMAIN.md").read_text(encoding="utf-8")
SAFETY = (ROOT / "docs" / "safety.md").read_text(encoding="utf-8")
SOURCE = re.compile(r"DOMAIN\.md §\d|\d+ (?:CFR|USC) \d|NCPDP")
SECTION = re.compile(r"§\s?(\d+(?:\.\d+)?)")
# No code of a refill's rules: the resolver asks which one, and a red flag stops before any rule.
GIVEN_ELSEWHERE = {FindingCode.AMBIGUOUS, FindingCode.EMERGENCY}


def rules() -> Iterator[Callable[..., object]]:
    for module in pkgutil.iter_modules(rxflow.clinical.__path__):
        for name, function in inspect.getmembers(importlib.import_module(f"rxflow.clinical.{module.name}")):
            if name.startswith("check_") and function.__module__.endswith(module.name):
                yield function


def cited() -> set[str]:
    files = [*ROOT.glob("rxflow/**/*.py"), *ROOT.glob("data/clinical/*.csv"), *ROOT.glob("tests/spec/*.csv")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in files)
    return {number for found in re.findall(r"DOMAIN\.md (§[^)\n;:\"]*)", text) for number in SECTION.findall(found)}


@pytest.mark.parametrize("rule", list(rules()), ids=lambda rule: rule.__name__)
def test_a_rule_says_where_it_comes_from(rule: Callable[..., object]) -> None:
    assert SOURCE.search(rule.__doc__ or "")


def test_there_are_rules() -> None:
    assert len(list(rules())) >= 20


@pytest.mark.parametrize("section", sorted(cited()))
def test_a_cited_section_is_in_the_rule_book(section: str) -> None:
    assert re.search(rf"^#+ {re.escape(section)}[ .]", RULE_BOOK, re.MULTILINE)


@pytest.mark.parametrize("code", sorted(set(FindingCode) - GIVEN_ELSEWHERE))
def test_the_safety_page_has_every_finding(code: FindingCode) -> None:
    assert code in SAFETY
