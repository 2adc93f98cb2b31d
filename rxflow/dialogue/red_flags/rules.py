"""Which signs together are a red flag, and whom to call (DOMAIN.md §6.1); the first rule that is met decides."""

from dataclasses import dataclass
from enum import StrEnum


class Help(StrEnum):
    """Whom to call; a value with 911 is told to call 911 first."""

    EMERGENCY = "911"
    EPINEPHRINE = "911_epinephrine"
    NALOXONE = "911_naloxone"
    OVERDOSE = "911_overdose"
    SUICIDE_ATTEMPT = "911_988"
    VIOLENCE = "911_violence"
    CRISIS_LINE = "988"
    POISON_CONTROL = "poison_control"
    URGENT_CARE = "urgent_care"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule's id for the log and the case, whom to call, and the sets of signs of which one must be whole."""

    rule: str
    help: Help
    signs: tuple[frozenset[str], ...]


_NOT_AWAKE = ("unresponsive", "fainted", "seizure", "confused")
_FAILING = (*_NOT_AWAKE, "no-breath", "not-breathing", "slow-breath", "blue", "chest-pain", "hallucinating")


def _any(*alternatives: str) -> tuple[frozenset[str], ...]:
    """Alternatives, each a line of signs joined by `+`; a sign written `a/b` is either."""
    combined: list[frozenset[str]] = []
    for alternative in alternatives:
        sets: list[frozenset[str]] = [frozenset()]
        for part in alternative.split(" + "):
            sets = [found | {sign} for found in sets for sign in part.split("/")]
        combined += sets
    return tuple(combined)


_DEADLY = "/".join((*_FAILING, "heart-attack", "stroke", "bleeding", "airway-swelling"))

RULES: tuple[Rule, ...] = (
    Rule(
        "opioid",
        Help.NALOXONE,
        _any(
            "opioid + slow-breath/not-breathing/no-breath/blue/unresponsive/sleepy/fainted",
            "street-opioid + overdosed",
            "opioid/naloxone-given + gurgling",
            "naloxone-given",
        ),
    ),
    Rule(
        "self-harm",
        Help.SUICIDE_ATTEMPT,
        _any("attempt", "goodbye/self-harm/suicidal + overdose", f"self-harm/suicidal + {_DEADLY}"),
    ),
    Rule(
        "anaphylaxis",
        Help.EPINEPHRINE,
        _any(
            "airway-swelling",
            "allergic-reaction",
            "hives-all-over",
            "hives + no-breath/throat-trouble/hard-swallow/fainted/feels-faint",
            "throat-trouble + hard-swallow",
            "throat-trouble + hives",
            "throat-trouble + no-breath",
        ),
    ),
    Rule("overdose", Help.OVERDOSE, _any(f"overdose/overdosed + {'/'.join(_FAILING)}/gurgling/sleepy")),
    Rule("violence", Help.VIOLENCE, _any("violence + kill-me")),
    Rule("self-harm", Help.CRISIS_LINE, _any("self-harm", "suicidal", "kill-me")),
    Rule("violence", Help.VIOLENCE, _any("violence")),
    Rule(
        "breathing-or-collapse",
        Help.EMERGENCY,
        _any("no-breath", "not-breathing", "slow-breath", "blue", "fainted", "unresponsive", "seizure"),
    ),
    Rule("chest-pain-or-stroke", Help.EMERGENCY, _any("chest-pain", "heart-attack", "stroke")),
    Rule(
        "bleeding",
        Help.EMERGENCY,
        _any(
            "bleeding",
            "anticoagulant/pregnant + some-bleeding",
            "head-injury",
            "anticoagulant + fell + headache/vomiting/confused/sleepy",
        ),
    ),
    Rule(
        "blood-sugar",
        Help.EMERGENCY,
        _any(
            "very-low-sugar",
            "low-sugar + confused/shaking/sleepy/sweating",
            "diabetic + confused",
            "high-sugar + vomiting/confused/sleepy",
        ),
    ),
    Rule(
        "withdrawal",
        Help.EMERGENCY,
        _any("withdrawal/stopped + confused/hallucinating/seizure", "shaking + hallucinating"),
    ),
    Rule(
        "overdose",
        Help.POISON_CONTROL,
        _any(
            "overdose",
            "overdosed",
            "child + ate-some + medicine",
            "dose-taken + worry",
            "alcohol-drunk + dose-taken + confused/sleepy/vomiting/feels-faint/feels-bad/sleep-pills",
        ),
    ),
    Rule(
        "severe-reaction",
        Help.URGENT_CARE,
        _any(
            "rash + blisters/peeling/mouth-sores/fever/skin-hurts",
            "spreading-blisters",
            "skin-peeling-off",
            "blisters + mouth-sores/peeling",
            "blisters/peeling/mouth-sores + rash-drug/skin-hurts/fever",
            "peeling + new-medicine",
            "jaundice",
            "thunderclap-headache",
            "stiff-neck + fever/headache/light-hurts/vomiting/confused",
            "dark-urine",
            "statin + severe-muscle-pain",
            "serotonin-syndrome",
            "fever + agitated/rigid/confused",
            "serotonergic + agitated + sweating/shaking",
            "serotonergic + shaking + sweating",
            "serotonergic + stiff + fever/shaking/sweating",
            "serotonergic + fever + shaking/sweating",
            "very-high-sugar",
        ),
    ),
    Rule("withdrawal", Help.URGENT_CARE, _any("withdrawal", "stopped + shaking/sweating/vomiting/agitated")),
)
