"""As much of PromQL as tells a misspelled metric, label, function or bracket: no evaluation."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

FUNCTIONS = frozenset(
    "sum min max avg count rate increase changes delta deriv histogram_quantile vector label_values".split()
)
WORDS = frozenset("by on without group_left group_right ignoring and or unless offset bool".split())
TARGET_LABELS = frozenset({"instance", "job"})
"""Labels that Prometheus itself adds."""
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_RANGE = re.compile(r"\[(?:\d+[smhdw]|\$__rate_interval)\]")
_SELECTOR = re.compile(r"([a-zA-Z_:][\w:]*)\s*\{([^{}]*)\}")
_MATCHER = re.compile(r'\s*(\w+)\s*(?:=~|!~|!=|=)\s*("(?:[^"\\]|\\.)*")\s*')
_GROUPING = re.compile(r"\b(?:by|on|without|ignoring|group_left)\s*\(([^()]*)\)")
_AGGREGATE = re.compile(r"\b(?:sum|min|max|avg|count)\s+by\s*\(([^()]*)\)\s*\(")
_NAME = re.compile(r"(?<![\w$])[a-zA-Z_:][\w:]*")
_CLOSES = {")": "(", "]": "[", "}": "{"}

Labels = Mapping[str, frozenset[str]]
"""The labels of each series, by the name under which Prometheus keeps it."""


@dataclass(frozen=True, slots=True)
class Matcher:
    """A condition on a label; `values` are the alternatives of a pattern."""

    metric: str
    label: str
    values: tuple[str, ...]


def is_balanced(expression: str) -> bool:
    """Whether every bracket outside of quotes is closed by its like."""
    opened: list[str] = []
    for sign in _STRING.sub("", expression):
        if sign in "([{":
            opened.append(sign)
        elif sign in _CLOSES and (not opened or opened.pop() != _CLOSES[sign]):
            return False
    return not opened


def matchers(expression: str) -> Iterator[Matcher]:
    """The conditions on labels."""
    for metric, inside in _SELECTOR.findall(expression):
        for label, value in _MATCHER.findall(inside):
            yield Matcher(metric, label, tuple(value.strip('"').split("|")))


def metrics_of(expression: str, series: Labels) -> set[str]:
    """The series that an expression names."""
    return {name for name in _NAME.findall(_STRING.sub('""', expression)) if name in series}


def faults(expression: str, series: Labels) -> Iterator[str]:
    """What is wrong with an expression."""
    if not is_balanced(expression):
        yield "brackets do not balance"
        return
    bare = _RANGE.sub("", _STRING.sub('""', expression))
    if "[" in bare:
        yield "a range is no duration"
    named = metrics_of(expression, series)
    if not named:
        yield "no metric is named"
    for metric, inside in _SELECTOR.findall(bare):
        rest = _MATCHER.sub("", inside).replace(",", "").strip()
        if metric not in series or rest:
            yield f"{metric}{{{rest}}} is no selector"
        for label, _ in _MATCHER.findall(inside):
            if label not in series.get(metric, frozenset()) | TARGET_LABELS:
                yield f"{metric} has no label {label}"
    outside = _GROUPING.sub("", _SELECTOR.sub(r"\1", bare))
    yield from (
        f"{name} is unknown" for name in _NAME.findall(outside) if name not in named | FUNCTIONS | WORDS | TARGET_LABELS
    )
    yield from _grouping_faults(bare, series)
    yield from _rate_faults(bare, series)


def _grouping_faults(bare: str, series: Labels) -> Iterator[str]:
    """Labels to group by that what is grouped does not have."""
    for found in _AGGREGATE.finditer(bare):
        body = _body(bare, found.end())
        for label in (each.strip() for each in found[1].split(",")):
            for metric in metrics_of(body, series):
                if label not in series[metric] | TARGET_LABELS:
                    yield f"{metric} is not grouped by {label}: it has no such label"
    for found in re.finditer(r"histogram_quantile\s*\(\s*[\d.]+\s*,", bare):
        body = _body(bare, found.end())
        if any(not metric.endswith("_bucket") for metric in metrics_of(body, series)) or "le" not in body:
            yield "a quantile is of buckets, by le"


def _rate_faults(bare: str, series: Labels) -> Iterator[str]:
    """Rates of what can go down, and counters as they are."""
    for found in re.finditer(r"\b(rate|increase)\s*\(", bare):
        for metric in metrics_of(_body(bare, found.end()), series):
            if not metric.endswith(("_total", "_bucket", "_count", "_sum")):
                yield f"{found[1]} of {metric}, which is no counter"


def _body(text: str, start: int) -> str:
    """From a place to the bracket that closes what was opened before it."""
    depth = 1
    for place in range(start, len(text)):
        depth += {"(": 1, ")": -1}.get(text[place], 0)
        if depth == 0:
            return text[start:place]
    return text[start:]
