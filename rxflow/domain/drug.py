"""Drugs as RxNorm names them: an ingredient or a fixed combination, with its brands, schedule and uses."""

from dataclasses import dataclass
from enum import StrEnum


class Schedule(StrEnum):
    """Schedule under the US Controlled Substances Act; UNKNOWN is treated as controlled (DOMAIN.md §1.2)."""

    NONE = "none"
    II = "II"
    III = "III"
    IV = "IV"
    V = "V"
    UNKNOWN = "unknown"

    @property
    def is_controlled(self) -> bool:
        return self is not Schedule.NONE


@dataclass(frozen=True, slots=True)
class Drug:
    """An ingredient (RxNorm IN) or fixed combination (MIN).

    `rxcui` is None for products without a single concept, such as prenatal vitamins. `uses` and `uses_es` hold what
    the drug is for in patients' own words, in English and Spanish. `rems` names a risk programme that must authorise
    each fill.
    """

    name: str
    ingredients: tuple[str, ...]
    therapeutic_class: str
    schedule: Schedule
    uses: tuple[str, ...]
    uses_es: tuple[str, ...]
    dosage_forms: tuple[str, ...]
    strengths: tuple[str, ...]
    rxcui: str | None = None
    brands: tuple[str, ...] = ()
    atc_code: str | None = None
    otc: bool = False
    rems: str | None = None
