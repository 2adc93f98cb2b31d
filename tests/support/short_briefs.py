"""What the built-in model needs to stand in for a configured one, which is sent a shorter brief."""

import json
import re
from typing import Any

from rxflow.prompts.prompt_manager import CASE_HEADING, PromptManager

_DRUG = re.compile(r"\D*[^\W\d]")


def whole_brief(prompt: str) -> str:
    """A prompt as the built-in model reads it: what is only named there stands for its number and its drug, too."""
    prefix, _, _ = prompt.partition(CASE_HEADING)
    case = PromptManager.read_case(prompt)
    for key in ("in_hand", "candidates"):
        case[key] = [_named(each) if isinstance(each, str) else each for each in case.get(key, [])]
    kept = {name: value for name, value in case.items() if value != []}
    return f"{prefix}{CASE_HEADING}{json.dumps(kept, ensure_ascii=False)}"


def results_in(prompt: str) -> str | None:
    """The results that a model is only to put in words, as they are; None where it is asked for more."""
    results = PromptManager.read_case(prompt).get("results")
    return None if results is None else json.dumps(results, ensure_ascii=False)


def _named(label: str) -> dict[str, Any]:
    match = _DRUG.match(label)
    return {"rx_number": label, "medication": label, "drug": match[0] if match else label}
