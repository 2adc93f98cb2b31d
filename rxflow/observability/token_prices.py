"""What tokens cost, as the operator says it: prices change, and no program knows a contract."""

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from rxflow.domain.errors import ConfigurationError

MILLION = 1_000_000


class _Price(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    input: float = Field(ge=0, allow_inf_nan=False)
    output: float = Field(ge=0, allow_inf_nan=False)


_TABLE = TypeAdapter(dict[str, _Price])


@dataclass(frozen=True, slots=True)
class TokenPrice:
    """US dollars for a million tokens of a model."""

    input: float
    output: float

    def dollars(self, input_tokens: int, output_tokens: int) -> float:
        """What a call costs; a count below zero is none."""
        return (max(input_tokens, 0) * self.input + max(output_tokens, 0) * self.output) / MILLION


def load_prices(text: str) -> Mapping[str, TokenPrice]:
    """Read a price table such as `{"gpt-4.1-mini": {"input": 0.4, "output": 1.6}}`.

    Raises:
        ConfigurationError: It is not one; the message says where.
    """
    if not text.strip():
        return {}
    try:
        table = _TABLE.validate_json(text)
    except ValidationError as error:
        fault = error.errors(include_input=False)[0]
        where = ".".join(map(str, fault["loc"])) or "the whole"
        raise ConfigurationError(
            f'RXFLOW_LLM_PRICES: {where}: {fault["msg"]}; write {{"MODEL": {{"input": 0.4, "output": 1.6}}}}'
        ) from error
    return {name: TokenPrice(price.input, price.output) for name, price in table.items()}
