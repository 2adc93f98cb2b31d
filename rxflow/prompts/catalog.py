"""Message catalogues: one JSON file a language beside this module, the same keys in each."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

LANGUAGES = ("en", "es")


@cache
def message_catalog(language: str) -> Mapping[str, str]:
    """The messages of a language by key.

    Args:
        language: One of `LANGUAGES`.
    """
    text = (files("rxflow.prompts") / "messages" / f"{language}.json").read_text(encoding="utf-8")
    return MappingProxyType(json.loads(text))
