"""The pages' own words, out of the message catalogue. What the assistant says comes with the conversation."""

from dataclasses import dataclass, fields

from rxflow.domain.patient import Language
from rxflow.prompts.catalog import message_catalog, spoken

STEPS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What headings, buttons and notices say in one language. Braces are filled in by the page."""

    # Sign-in
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
    # Conversation
    disclosure: str
    on_behalf: str
    switch_patient: str
    input_hint: str
    working: str
    # Progress
    steps: tuple[str, ...]
    progress: str
    with_prescriber: str
    with_pharmacist: str
    with_insurer: str
    nothing_to_do: str
    failed_state: str
    emergency: str
    # What was checked
    checked: str
    check_ok: str
    check_failed: str
    blocks: str
    warns: str
    informs: str
    # Orders
    confirm_title: str
    confirm_hint: str
    medicine: str
    amount: str
    pharmacy: str
    you_pay: str
    you_pay_in_all: str
    insurance_pays: str
    no_insurance: str
    ready: str
    place_order: str
    other_pharmacy: str
    cancel: str
    order_placed: str
    order_cancelled: str
    order_number: str
    pharmacist_check: str
    # Trouble
    trouble: str
    trouble_unknown: str
    moved_on: str
    other_patient: str


def wording(language: Language) -> Wording:
    """The pages' words in a language that there is a catalogue for, else in English."""
    messages = message_catalog(spoken(language))
    steps = tuple(messages[f"page_step_{number}"] for number in range(1, STEPS + 1))
    said = {field.name: messages[f"page_{field.name}"] for field in fields(Wording) if field.name != "steps"}
    return Wording(steps=steps, **said)
