"""Asks `drug-named-entity-recognition` about texts. Run by a Python that has it; imports nothing of RxFlow.

Reads {"texts": [...], "fuzzy": bool} and writes for each text [[words, [name, synonyms ...]] ...]. A bare {} means that
the library is not installed.
"""

import json
import re
import sys
from importlib.metadata import version
from time import perf_counter_ns

_TOKEN = re.compile(r"[\w'-]+")


def main() -> None:
    """Answer on stdout."""
    asked = json.load(sys.stdin)
    began = perf_counter_ns()
    try:
        from drug_named_entity_recognition import find_drugs
    except ImportError:
        print("{}")
        return
    ready = (perf_counter_ns() - began) / 1e6
    found, microseconds, crashes = [], [], 0
    for text in asked["texts"]:
        tokens = _TOKEN.findall(text)
        began = perf_counter_ns()
        try:
            matches = find_drugs(tokens, is_fuzzy_match=asked["fuzzy"], is_ignore_case=True)
        except UnboundLocalError:
            matches, crashes = [], crashes + 1
        microseconds.append((perf_counter_ns() - began) / 1000)
        found.append(_by_words(matches))
    answer = {
        "version": version("drug-named-entity-recognition"),
        "ready_ms": round(ready, 1),
        "found": found,
        "microseconds": microseconds,
        "crashes": crashes,
    }
    print(json.dumps(answer))


def _by_words(matches: list) -> list:
    """Several drugs that one run of words may be are one find."""
    by_place: dict = {}
    for match, start, end in matches:
        _, names = by_place.setdefault((start, end), (match["matching_string"], []))
        names += [match["name"], match.get("match_variant", match["matching_string"]), *match.get("synonyms", ())]
    return [[words, names] for words, names in by_place.values()]


if __name__ == "__main__":
    main()
