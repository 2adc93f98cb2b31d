"""`python -m bench.prompt` plays a whole refill, counts each prompt, and the refill keeps to its budget."""

import json

import pytest

from bench import prompt as bench


@pytest.fixture(scope="module")
def played() -> dict[str, bench.Played]:
    """The same refill through our agent and through LangChain's as it comes."""
    held = {}
    for name, as_it_comes in (("ours", False), ("plain", True)):
        with bench.fresh_assistant() as assistant:
            held[name] = bench.play(assistant, name, as_it_comes=as_it_comes)
    return held


def test_a_completed_refill_keeps_to_its_budget(played: dict[str, bench.Played]) -> None:
    ours = played["ours"]

    assert ours.used == [turn.tool for turn in bench.CONVERSATION]
    assert ours.orders == 1
    assert ours.tokens <= 7000
    assert len(ours.calls) <= 9
    assert bench.is_good(ours)


def test_not_one_rule_is_saved(played: dict[str, bench.Played]) -> None:
    ours, plain = played["ours"], played["plain"]

    assert len(ours.rules) == 22
    assert (ours.rules, ours.assessments) == (plain.rules, plain.assessments)
    assert ours.assessments >= 4, "when it is chosen, confirmed, quoted and ordered"


def test_the_other_agent_does_the_same_with_all_it_has(played: dict[str, bench.Played]) -> None:
    ours, plain = played["ours"], played["plain"]

    assert plain.used == ours.used
    assert plain.orders == 1
    assert {call.tools for call in plain.calls} == {len(bench.AVAILABLE_TOOLS)}
    assert len(plain.calls) == 10
    assert plain.tokens > 4 * ours.tokens
    assert not bench.is_good(plain)


def test_a_refill_without_its_order_is_not_good(played: dict[str, bench.Played]) -> None:
    ours = played["ours"]

    assert not bench.is_good(bench.Played("ours", ours.calls, ours.used, orders=0, rules=ours.rules))
    assert not bench.is_good(bench.Played("ours", ours.calls, ours.used, orders=1, rules=ours.rules - {"check_dose"}))


@pytest.mark.parametrize(
    ("text", "tokens"),
    [("", 0), ("hello world", 2), ("antidisestablishmentarianism", 6), ("lisinopril 10 mg tablet", 8)],
)
def test_tokens_are_those_of_o200k(text: str, tokens: int) -> None:
    assert bench.tokens_of(text) == tokens


def test_it_prints_each_call_and_the_sums(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, played: dict[str, bench.Played]
) -> None:
    monkeypatch.setattr(bench, "play", lambda _, __, as_it_comes: played["plain" if as_it_comes else "ours"])
    assert bench.main(["--json"]) == 0
    ours, plain = json.loads(capsys.readouterr().out)
    assert bench.main([]) == 0
    table = capsys.readouterr().out

    assert (ours["prompt_tokens"], plain["model_calls"]) == (played["ours"].tokens, 10)
    assert sum(call["tokens"] for call in ours["calls"]) == ours["prompt_tokens"]
    assert f"{played['ours'].tokens:,} prompt tokens in {len(played['ours'].calls)} model calls" in table
    assert "22 rules checked" in table
