"""What a demo patient shows, in a line: how their medicines stand, what is out of the ordinary first."""

from collections.abc import Iterable

from rxflow.domain.patient import Language
from rxflow.prompts.catalog import message_catalog, spoken
from rxflow.workflow.medicine_status import MedicineKind, MedicineStatus

MOST = 3
_PLAIN = frozenset({MedicineKind.READY, MedicineKind.ORDERED, MedicineKind.ENDED})
"""Kinds that say it all; of the others, the finding that decides says more."""


def what_it_shows(statuses: Iterable[MedicineStatus], language: Language) -> str:
    """The states of a patient's medicines, each told once.

    Args:
        statuses: How the medicines stand.
        language: The visitor's.
    """
    messages = message_catalog(spoken(language))
    keys = dict.fromkeys(_key(each) for each in sorted(statuses, key=lambda each: each.can_be_refilled))
    return " · ".join(messages[f"page_shows_{key}"] for key in list(keys)[:MOST])


def _key(status: MedicineStatus) -> str:
    if status.kind is MedicineKind.READY and status.notes:
        return "noted"
    if status.kind in _PLAIN or status.decision is None:
        return status.kind.value
    return status.decision.code.value.lower()
