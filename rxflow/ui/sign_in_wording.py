"""The words of the other ways in, and what staff are called."""

from dataclasses import dataclass

from rxflow.domain.patient import Language
from rxflow.prompts.catalog import message_catalog, spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class WaysInWording:
    """What the sign-in with a password, with an identity provider and as the demo's staff says."""

    identity_sign_in: str
    password_title: str
    password_login: str
    password_word: str
    password_hint: str
    password_missing: str
    password_not_verified: str
    provider: str
    provider_switch: str
    provider_unknown: str
    provider_unverified: str
    demo_staff: str
    demo_staff_hint: str
    demo_staff_as: str


def role_name(role: str, language: Language) -> str:
    """What somebody who works as this is called."""
    return message_catalog(spoken(language))[f"staff_role_{role}"]
