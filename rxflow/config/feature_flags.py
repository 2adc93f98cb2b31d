"""Feature flags: optional behaviours that an operator switches without a release, for all, for some or for a share."""

import hashlib
import json
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from rxflow.domain.errors import ConfigurationError

TEXT_VARIABLE = "RXFLOW_FEATURE_FLAGS"
FILE_VARIABLE = "RXFLOW_FEATURE_FLAGS_FILE"
ATTRIBUTES = ("environment", "acting_as", "language", "pharmacy_id")
"""What a rule may ask for: of the installation, of who speaks, and of the patient's usual pharmacy."""
_BUCKETS = 2**53
"""As many as a float tells apart, so that the last one is still below 100 %."""


@dataclass(frozen=True, slots=True)
class Flag:
    """A behaviour that can be switched. `default` holds where no rule is given."""

    name: str
    description: str
    default: bool


ONE_TRIP = "one_trip"
CHECKS_SHOWN = "checks_shown"
FLAGS = (
    Flag(ONE_TRIP, "At the quote, tell what else is due and could be collected on the same trip.", default=True),
    Flag(CHECKS_SHOWN, "On the chat page, let patients unfold what was checked for a reply.", default=True),
)
"""All flags there are. A new one is declared here; what is not declared is off."""


class FlagRule(BaseModel):
    """When a flag is on.

    Attributes:
        enabled: False: for nobody.
        percentage: For this share of subjects, 0 to 100; who was in stays in when it is raised.
        only: For whoever has, of each attribute named, one of the values.
        until: The last day on which this rule counts; afterwards the flag is as it is declared.
        salt: Another one draws other subjects into the share.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    enabled: bool = True
    percentage: float = Field(100.0, ge=0, le=100, allow_inf_nan=False)
    only: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)
    until: date | None = None
    salt: str = ""


_RULES = TypeAdapter(dict[str, FlagRule])


class FeatureFlags:
    """Says which optional behaviours are on.

    Args:
        rules: The operator's rules by flag.
        today: The present day.
        attributes: What is the same for all questions, such as the environment.
        flags: The flags that are declared.
    """

    def __init__(
        self,
        rules: Mapping[str, FlagRule] = MappingProxyType({}),
        today: Callable[[], date] = date.today,
        attributes: Mapping[str, str] = MappingProxyType({}),
        flags: Iterable[Flag] = FLAGS,
    ) -> None:
        self._rules = dict(rules)
        self._today = today
        self._attributes = dict(attributes)
        self._defaults = {flag.name: flag.default for flag in flags}

    def is_enabled(
        self, flag: str, *, subject: str | None = None, attributes: Mapping[str, str] = MappingProxyType({})
    ) -> bool:
        """Whether a behaviour is on; one that is not declared is off.

        Args:
            flag: The flag's name.
            subject: For whom, such as a patient id. Without one only a share of 100 % is on.
            attributes: What is known of them, from `ATTRIBUTES`.
        """
        rule = self._rules.get(flag)
        default = self._defaults.get(flag)
        if default is None:
            return False
        if rule is None or (rule.until is not None and self._today() > rule.until):
            return default
        known = {**self._attributes, **attributes}
        if not rule.enabled or any(known.get(name) not in values for name, values in rule.only.items()):
            return False
        if rule.percentage == 100:
            return True
        return subject is not None and share_of(flag, subject, rule.salt) < rule.percentage


def share_of(flag: str, subject: str, salt: str = "") -> float:
    """Where a subject stands in a flag's share: evenly spread from 0 to below 100, and always the same."""
    digest = hashlib.sha256("\0".join((salt, flag, subject)).encode(errors="surrogatepass")).digest()
    return int.from_bytes(digest[:8]) % _BUCKETS / _BUCKETS * 100


def load_rules(text: str = "", file: Path | None = None, flags: Iterable[Flag] = FLAGS) -> dict[str, FlagRule]:
    """Read the operator's rules.

    Args:
        text: JSON text, such as `{"one_trip": {"enabled": false}}`; empty for none.
        file: A `.json` or `.toml` file of the same; None for none.
        flags: The flags that are declared.

    Raises:
        ConfigurationError: One line that names the variable, and each flag and field that is wrong.
    """
    if text and file is not None:
        raise ConfigurationError(f"{TEXT_VARIABLE}: set this or {FILE_VARIABLE}, not both.")
    variable = TEXT_VARIABLE if file is None else FILE_VARIABLE
    try:
        rules = _RULES.validate_json(_json_of(file) if file is not None else text or "{}")
    except ValidationError as error:
        faults = (
            f"{'.'.join(map(str, fault['loc'])) or 'the whole'}: {fault['msg'][:100]}"
            for fault in error.errors(include_url=False, include_input=False)
        )
        raise ConfigurationError(f"{variable}: {'; '.join(faults)}") from error
    wrong = list(_faults(rules, [flag.name for flag in flags]))
    if wrong:
        raise ConfigurationError(f"{variable}: {'; '.join(wrong)}")
    return rules


def _json_of(file: Path) -> str:
    """A file as JSON text."""
    try:
        content = file.read_text(encoding="utf-8")
        return json.dumps(tomllib.loads(content), default=str) if file.suffix == ".toml" else content
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{FILE_VARIABLE}: {file} cannot be read. Choose another file.") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError(f"{FILE_VARIABLE}: {file} is not TOML: {error}") from error


def _faults(rules: Mapping[str, FlagRule], declared: list[str]) -> Iterable[str]:
    """What names nothing that there is, with what may have been meant."""
    for name, rule in rules.items():
        if name not in declared:
            yield f"{name}: there is no such flag; {_meant(name, declared)}"
        for attribute in rule.only:
            if attribute not in ATTRIBUTES:
                yield f"{name}.only.{attribute}: there is no such attribute; {_meant(attribute, ATTRIBUTES)}"


def _meant(name: str, known: Iterable[str]) -> str:
    close = get_close_matches(name, known, n=1)
    return f"did you mean {close[0]}?" if close else f"choose of {', '.join(known)}"
