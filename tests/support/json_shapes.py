"""Holds a JSON value to a shape as `rxflow.commands.syntax.json_shapes` writes it."""

import re
from typing import Any

_TOKEN = re.compile(r'"(?:\w+)"|[\w-]+|[\[\]{}|:,…]')
_WORDS = {
    "text": str,
    "path": str,
    "int": int,
    "bool": bool,
    "number": (int, float),
    "null": type(None),
    "day": r"\d{4}-\d\d-\d\d",
    "time": r"\d{4}-\d\d-\d\dT\d\d:\d\d.*",
    "hex": r"[0-9a-f]+",
}


def faults(shape: str, value: Any) -> list[str]:
    """What of a value is not as the shape says; nothing when all is."""
    tokens = _TOKEN.findall(shape)
    parsed, rest = _alternatives(tokens)
    assert rest == [], f"not a shape, from {rest} on: {shape}"
    return list(_compare(parsed, value, "it"))


def _alternatives(tokens: list[str]) -> tuple[Any, list[str]]:
    first, tokens = _one(tokens)
    found = [first]
    while tokens and tokens[0] == "|":
        more, tokens = _one(tokens[1:])
        found.append(more)
    return ("any of", found), tokens


def _one(tokens: list[str]) -> tuple[Any, list[str]]:
    head, tokens = tokens[0], tokens[1:]
    if head == "[":
        inner, tokens = _alternatives(tokens)
        assert tokens[0] == "]"
        return ("list", inner), tokens[1:]
    if head != "{":
        return ("word", head), tokens
    fields: dict[str, Any] = {}
    while tokens[0] != "}":
        if tokens[0] == "…":
            fields["…"], tokens = None, tokens[1:]
        else:
            name, tokens = tokens[0], tokens[2:]
            fields[name], tokens = _alternatives(tokens)
        tokens = tokens[1:] if tokens[0] == "," else tokens
    return ("object", fields), tokens[1:]


def _compare(shape: Any, value: Any, place: str) -> list[str]:
    kind, inner = shape
    if kind == "any of":
        tried = [_compare(each, value, place) for each in inner]
        return [] if [] in tried else min(tried, key=len)
    if kind == "word":
        return [] if _is(inner, value) else [f"{place} is {value!r}, not {inner}"]
    if not isinstance(value, list if kind == "list" else dict):
        return [f"{place} is no {kind}"]
    if kind == "list":
        return [fault for number, each in enumerate(value) for fault in _compare(inner, each, f"{place}[{number}]")]
    named = {name.strip('"'): each for name, each in inner.items() if name.startswith('"')}
    found = [f"{place} has no {name}" for name in named.keys() - value.keys()]
    free = [each for name, each in inner.items() if not name.startswith('"')]
    for name, each in value.items():
        if name in named:
            found += _compare(named[name], each, f"{place}.{name}")
        elif not free:
            found.append(f"{place} has {name}, which nobody was told of")
        elif free[0] is not None:
            found += _compare(free[0], each, f"{place}.{name}")
    return found


def _is(word: str, value: Any) -> bool:
    if word.startswith('"'):
        return bool(value == word.strip('"'))
    if word == "…":
        return True
    kind = _WORDS[word]
    if isinstance(kind, str):
        return isinstance(value, str) and re.fullmatch(kind, value) is not None
    return isinstance(value, kind) and (kind is not int or not isinstance(value, bool))
