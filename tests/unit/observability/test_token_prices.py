"""What tokens cost: read from the operator's table, or a line that says what is wrong with it."""

import pytest

from rxflow.domain.errors import ConfigurationError
from rxflow.observability.token_prices import TokenPrice, load_prices


def test_prices_are_for_a_million_tokens() -> None:
    (price,) = load_prices('{"gpt-4.1-mini": {"input": 0.4, "output": 1.6}}').values()

    assert price.dollars(1_000_000, 500_000) == pytest.approx(1.2)
    assert price.dollars(-5, 0) == 0


def test_without_a_table_nothing_has_a_price() -> None:
    assert load_prices(" ") == {}
    assert load_prices("{}") == {}
    assert TokenPrice(1.0, 2.0).dollars(0, 0) == 0


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("{", "the whole"),
        ('{"m": 1}', "m"),
        ('{"m": {"input": 1}}', "m.output"),
        ('{"m": {"input": -1, "output": 1}}', "m.input"),
        ('{"m": {"input": 1, "output": 1, "cached": 1}}', "m.cached"),
    ],
)
def test_a_table_that_is_none_is_one_line_that_names_the_place(text: str, place: str) -> None:
    with pytest.raises(ConfigurationError) as raised:
        load_prices(text)

    assert str(raised.value).startswith(f"RXFLOW_LLM_PRICES: {place}: ")
    assert "\n" not in str(raised.value)
