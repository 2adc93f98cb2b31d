"""The pages' own words, out of the message catalogue. What the assistant says comes with the conversation."""

from dataclasses import dataclass, fields
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from rxflow.domain.patient import Language
from rxflow.prompts.catalog import message_catalog, spoken

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Words = TypeVar("Words", bound="DataclassInstance")
STEPS = 5


@cache
def words_of(kind: type[Words], language: Language) -> Words:
    """The words of a page in a language that there is a catalogue for, else in English.

    Args:
        kind: A frozen dataclass of texts; the field `tagline` is the message `page_tagline`.
        language: The visitor's.
    """
    messages = message_catalog(spoken(language))
    return kind(**{field.name: messages[f"page_{field.name}"] for field in fields(kind)})


def step_names(language: Language) -> tuple[str, ...]:
    """What the steps of a refill are called, first to last."""
    messages = message_catalog(spoken(language))
    return tuple(messages[f"page_step_{number}"] for number in range(1, STEPS + 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameWording:
    """What stands on every page."""

    home: str
    chat: str
    orders: str
    medicines: str
    preferences: str
    queue: str
    insights: str
    workflow: str
    disclosure: str
    demonstration_short: str
    on_behalf: str
    sign_out: str
    trouble: str
    trouble_unknown: str
    answering: str
    answered: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInWording:
    """What the sign-in says. Braces are filled in by the page."""

    tagline: str
    demonstration: str
    choose_patient: str
    years: str
    prescriptions: str
    guardian: str
    continue_as: str
    identity_title: str
    identity_name: str
    identity_birth_date: str
    identity_hint: str
    identity_missing: str
    identity_sign_in: str
    identity_not_verified: str
