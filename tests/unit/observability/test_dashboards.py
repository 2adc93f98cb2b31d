"""Alerts, dashboard and the operators' page name what is measured, all of it and nothing else."""

import json
import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml
from prometheus_client import Counter, Gauge, Histogram
from prometheus_client.parser import text_string_to_metric_families

from rxflow.config.feature_flags import ATTRIBUTES, FLAGS, FlagRule
from rxflow.domain.finding import Route
from rxflow.observability.logging import ALLOWED_FIELDS
from rxflow.observability.metrics import Fallback, Metrics, Outcome
from rxflow.services.cases import Waiting
from tests.support.promql import TARGET_LABELS, Labels, faults, is_balanced, matchers, metrics_of

ROOT = Path(__file__).resolve().parents[3]
MONITORING = ROOT / "deploy" / "monitoring"
PAGE = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
DURATION = re.compile(r"\d+[smhd]")
VALUES = {
    "outcome": {*Outcome, "ok", "failed", "refused"},
    "what": set(Fallback),
    "urgency": {"urgent", "routine"},
    "kind": {"messages", "identity_checks"},
    "to": {"memory", "shared"},
    "verdict": {"helpful", "not_helpful"},
    "job": {"rxflow"},
    "status": {"5.."},
    "instance": {"$instance"},
}
"""What a label may be compared with."""


def used_metrics() -> Metrics:
    """Metrics of which each has a series."""
    metrics = Metrics()
    metrics.watch_queue(lambda: [Waiting(Route.PHARMACIST, True, 1, 1.0)])
    for each in vars(metrics).values():
        if isinstance(each, Counter | Gauge | Histogram) and each._labelnames:
            each.labels(*["x"] * len(each._labelnames))
    return metrics


def series_of(metrics: Metrics) -> Labels:
    """The labels of each series of the exposition, and of Prometheus' own `up`."""
    found: dict[str, frozenset[str]] = {"up": TARGET_LABELS}
    for family in text_string_to_metric_families(metrics.exposition().decode()):
        for sample in family.samples:
            found[sample.name] = frozenset(sample.labels)
    return {name: labels for name, labels in found.items() if not name.endswith("_created")}


SERIES = series_of(used_metrics())
OURS = {
    f"{family.name}_total" if family.type == "counter" else family.name
    for family in text_string_to_metric_families(used_metrics().exposition().decode())
    if family.name.startswith("rxflow_") and not family.name.endswith("_created")
}


def load(name: str) -> Any:
    text = (MONITORING / name).read_text(encoding="utf-8")
    return json.loads(text) if name.endswith(".json") else yaml.safe_load(text)


RULES = [rule for group in load("alerts.yml")["groups"] for rule in group["rules"]]
PANELS = load("grafana-dashboard.json")["panels"]
QUERIES = [(panel["title"], target["expr"]) for panel in PANELS for target in panel.get("targets", ())]
EXPRESSIONS = [*((rule["alert"], rule["expr"]) for rule in RULES), *QUERIES]


@pytest.mark.parametrize(("name", "expression"), EXPRESSIONS, ids=[name for name, _ in EXPRESSIONS])
def test_an_expression_names_metrics_labels_and_values_that_exist(name: str, expression: str) -> None:
    assert list(faults(expression, SERIES)) == []
    for matcher in matchers(expression):
        assert set(matcher.values) <= VALUES[matcher.label], matcher


@pytest.mark.parametrize(
    ("expression", "says"),
    [
        ("sum(rate(rxflow_turns_total[5m])", "balance"),
        ("sum(rate(rxflow_turns_total[5m]])", "balance"),
        ("rate(rxflow_turns[5m])", "no metric"),
        ("rate(rxflow_turns_total[5m]) + rxflow_nothing", "rxflow_nothing is unknown"),
        ("rate(rxflow_turns_total[5 minutes])", "no duration"),
        ('rate(rxflow_turns_total{result="failed"}[5m])', "has no label result"),
        ("rate(rxflow_turns_total{outcome}[5m])", "is no selector"),
        ('rxflow_nothing{outcome="failed"} > rxflow_store_up', "is no selector"),
        ("sum by (tool) (rate(rxflow_turns_total[5m]))", "not grouped by tool"),
        ("summ(rate(rxflow_turns_total[5m]))", "summ is unknown"),
        ("rate(rxflow_store_up[5m])", "no counter"),
        ("histogram_quantile(0.95, sum by (le) (rate(rxflow_turn_seconds_sum[5m])))", "of buckets"),
        ("histogram_quantile(0.95, rate(rxflow_turn_seconds_bucket[5m]))", "of buckets"),
    ],
)
def test_a_wrong_expression_is_found(expression: str, says: str) -> None:
    assert any(says in fault for fault in faults(expression, SERIES))


def test_brackets_within_quotes_count_for_nothing() -> None:
    assert is_balanced('up{job="("}')
    assert not is_balanced(")(")


def test_alerts_say_how_bad_it_is_since_when_and_what_to_do() -> None:
    names = [rule["alert"] for rule in RULES]
    assert len(set(names)) == len(names)
    for rule in RULES:
        assert set(rule) == {"alert", "expr", "for", "labels", "annotations"}, rule["alert"]
        assert DURATION.fullmatch(rule["for"]), rule["alert"]
        assert rule["labels"]["severity"] in {"critical", "warning"}
        assert set(rule["annotations"]) == {"summary", "description", "runbook"}
        assert rule["annotations"]["runbook"].startswith(f"docs/operations.md, {rule['alert']}: ")
        assert not re.search(r"patient_id|session", str(rule))


def test_annotations_use_labels_that_the_alert_still_has() -> None:
    for rule in RULES:
        grouped = re.match(r"(?:sum|min|max) by \(([^)]*)\)", rule["expr"])
        left = set(grouped[1].split(", ")) if grouped else set(TARGET_LABELS)
        assert set(re.findall(r"\$labels\.(\w+)", str(rule["annotations"]))) <= left, rule["alert"]


def test_prometheus_reads_metrics_and_these_alerts() -> None:
    config = load("prometheus.yml")
    (job,) = config["scrape_configs"]

    assert [(MONITORING / name).is_file() for name in config["rule_files"]] == [True]
    assert (job["job_name"], job["metrics_path"]) == ("rxflow", "/metrics")
    assert all(DURATION.fullmatch(each) for each in config["global"].values())


def test_panels_have_ids_of_their_own_and_do_not_overlap() -> None:
    ids = [panel["id"] for panel in PANELS]
    assert len(set(ids)) == len(ids)
    for one, other in combinations((panel["gridPos"] for panel in PANELS), 2):
        beside = one["x"] + one["w"] <= other["x"] or other["x"] + other["w"] <= one["x"]
        apart = one["y"] + one["h"] <= other["y"] or other["y"] + other["h"] <= one["y"]
        assert beside or apart, (one, other)
    for panel in PANELS:
        assert panel["gridPos"]["x"] + panel["gridPos"]["w"] <= 24
        assert panel["title"]
        assert panel["type"] == "row" or (panel["targets"] and panel["description"])
        refs = [target["refId"] for target in panel.get("targets", ())]
        assert len(set(refs)) == len(refs)
        legends = re.findall(r"\{\{(\w+)\}\}", str(panel.get("targets", "")))
        known = frozenset().union(
            TARGET_LABELS, *(SERIES[name] for _, expr in _queries(panel) for name in metrics_of(expr, SERIES))
        )
        assert set(legends) <= known, panel["title"]


def _queries(panel: dict[str, Any]) -> Iterator[tuple[str, str]]:
    return ((panel["title"], target["expr"]) for target in panel.get("targets", ()))


def test_everything_that_is_measured_is_on_the_dashboard() -> None:
    shown = set().union(*(metrics_of(expression, SERIES) for _, expression in QUERIES))
    families = {re.sub(r"_(bucket|count|sum)$", "", name) for name in shown}

    assert families | shown >= OURS


def table(heading: str) -> list[list[str]]:
    """The rows of the table under a heading of the page."""
    section = PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    rows = [line.strip("| ").split(" | ") for line in section.splitlines() if line.startswith("| ")]
    return [row for row in rows if row[0].startswith("`")]


def names(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def test_the_page_lists_exactly_the_metrics_that_there_are_with_their_labels() -> None:
    listed = {name: set(names(row[1])) for row in table("Metrics") for name in names(row[0])}
    labels = {name: set(SERIES.get(name) or SERIES.get(f"{name}_count", ())) for name in OURS}

    assert listed == labels
    assert all(f"`{name}" in PAGE for name in ("process_*", "python_*"))


def test_the_page_lists_exactly_the_alerts_as_bad_as_they_are() -> None:
    listed = [(names(row[0])[0], row[1]) for row in table("Alerts")]

    assert listed == [(rule["alert"], rule["labels"]["severity"]) for rule in RULES]


def test_the_page_lists_exactly_the_fields_of_the_log() -> None:
    assert {name for row in table("Logs") for name in names(row[0])} == ALLOWED_FIELDS


def test_the_page_lists_exactly_the_flags_and_what_rules_may_ask_for() -> None:
    listed = {names(row[0])[0]: row[1] for row in table("Feature flags")}

    assert listed == {flag.name: "on" if flag.default else "off" for flag in FLAGS}
    assert all(f"`{name}`" in PAGE for name in (*ATTRIBUTES, *FlagRule.model_fields))
