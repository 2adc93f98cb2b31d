"""The report: pass rates, times, and the lines of a failure."""

from rxflow.evaluation import report
from rxflow.evaluation.scenario import Scenario
from rxflow.evaluation.verdict import Conversation, Exchange, Result
from rxflow.workflow.workflow_types import RefillState


def result(id_: str, tags: list[str], *milliseconds: float, why: tuple[str, ...] = ()) -> Result:
    scenario = Scenario.model_validate(
        {"id": id_, "tags": tags, "patient": "patient_001", "open": "hi", "expect": {"outcome": ["ANSWERED"]}}
    )
    exchanges = tuple(Exchange("hi", "two\nlines", RefillState.START, each) for each in milliseconds)
    return Result(scenario, Conversation("Hello", exchanges), "ANSWERED", why)


RESULTS = [
    result("a", ["happy", "brand"], *range(1, 51)),
    result("b", ["happy"], *range(51, 101), why=("no order", "never says x")),
]


def test_rates_are_counted_by_tag_and_in_all() -> None:
    assert report.by_tag(RESULTS) == {"brand": (1, 1), "happy": (1, 2)}
    assert list(report.summary_lines(RESULTS)) == [
        "brand  1/1  100%",
        "happy  1/2  50%",
        "all    1/2  50%",
        "turn_ms p50=50.0 p95=95.0 p99=99.0",
    ]


def test_times_of_no_turn_are_zero() -> None:
    assert report.turn_ms([]) == {"p50": 0.0, "p95": 0.0, "p99": 0.0}


def test_a_failure_is_a_line_and_its_transcript_only_when_wanted() -> None:
    failed = result("b", [], 1.0, why=("no order", "never says x"))

    assert list(report.failure_lines(RESULTS[0], transcript=True)) == []
    assert list(report.failure_lines(failed, transcript=False)) == ["FAIL b: no order; never says x"]
    assert list(report.failure_lines(failed, transcript=True))[1:] == [
        "  patient: hi",
        "  assistant: two\n    lines",
        "  [START]",
    ]


def test_the_object_for_programs() -> None:
    whole = report.to_json(RESULTS)

    assert {key: whole[key] for key in ("passed", "total", "by_tag", "turn_ms")} == {
        "passed": 1,
        "total": 2,
        "by_tag": {"brand": {"passed": 1, "total": 1}, "happy": {"passed": 1, "total": 2}},
        "turn_ms": {"p50": 50.0, "p95": 95.0, "p99": 99.0},
    }
    assert [each["id"] for each in whole["results"]] == ["a", "b"]
