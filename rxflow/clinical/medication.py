"""A prescription together with what is known of its drug."""

from dataclasses import dataclass
from datetime import date

from rxflow.domain.drug import Drug, Schedule
from rxflow.domain.prescription import Prescription

RELEASE_SUFFIXES = frozenset({"er", "xr", "xl", "sr", "cr", "la", "cd"})

# The first word found decides, so that `nebulizer solution` is inhaled and `ophthalmic solution` is not swallowed.
_ROUTE_WORDS = (
    ("nasal", "nasal"),
    ("inhal", "inhaled"),
    ("nebul", "inhaled"),
    ("ophthalmic", "eye"),
    ("eye", "eye"),
    ("otic", "ear"),
    ("vaginal", "vaginal"),
    ("rectal", "rectal"),
    ("suppositor", "rectal"),
    ("transdermal", "transdermal"),
    ("patch", "transdermal"),
    ("cream", "skin"),
    ("ointment", "skin"),
    ("gel", "skin"),
    ("lotion", "skin"),
    ("topical", "skin"),
    ("shampoo", "skin"),
    ("inject", "injected"),
    ("pen", "injected"),
    ("syringe", "injected"),
    ("vial", "injected"),
    ("kit", "injected"),
)

_LOCAL_ROUTES = frozenset({"eye", "ear", "skin"})
_ABSORBED_FORM = "gel"
"""Hormone gels are put on the skin to act in the body."""


@dataclass(frozen=True, slots=True)
class Medication:
    """A prescription and its drug record; `drug` is None when the drug data does not list it."""

    prescription: Prescription
    drug: Drug | None

    @property
    def name(self) -> str:
        """The name a patient knows, such as `Eliquis (apixaban)`."""
        rx = self.prescription
        return f"{rx.brand_name} ({rx.generic_name})" if rx.brand_name else rx.generic_name

    @property
    def record_name(self) -> str:
        """Lower-case name of the drug record, or of the prescription when there is no record."""
        return (self.drug.name if self.drug else self.prescription.drug).lower()

    @property
    def ingredients(self) -> tuple[str, ...]:
        """Lower-case ingredients; an unlisted drug counts as its own single ingredient."""
        if self.drug is None or not self.drug.ingredients:
            return (self.record_name,)
        return tuple(ingredient.lower() for ingredient in self.drug.ingredients)

    @property
    def names(self) -> tuple[str, ...]:
        """Every lower-case name under which a clinical table may list it, the record's own name first."""
        ingredients = self.ingredients
        return ingredients if self.record_name in ingredients else (self.record_name, *ingredients)

    @property
    def schedule(self) -> Schedule:
        """An unlisted drug has an unknown schedule (DOMAIN.md §1.2)."""
        return self.drug.schedule if self.drug else Schedule.UNKNOWN

    @property
    def is_extended_release(self) -> bool:
        """By the dosage form or by a suffix of the label, such as `XL`; the suffix is part of identity (§7)."""
        rx = self.prescription
        return "extended" in rx.dosage_form.lower() or rx.generic_name.lower().split()[-1] in RELEASE_SUFFIXES

    @property
    def route(self) -> str:
        """How it enters the body, by dosage form; `oral` when nothing says otherwise."""
        form = self.prescription.dosage_form.lower()
        return next((route for word, route in _ROUTE_WORDS if word in form), "oral")

    @property
    def acts_locally(self) -> bool:
        """Whether it is a drop, a shampoo or a cream, of which hardly any reaches the blood."""
        return self.route in _LOCAL_ROUTES and _ABSORBED_FORM not in self.prescription.dosage_form.lower()


def release_free_name(prescription: Prescription) -> str:
    """The label's generic name in lower case without a suffix of release: `bupropion` for `bupropion XL`."""
    words = prescription.generic_name.lower().split()
    return " ".join(word for word in words if word not in RELEASE_SUFFIXES)


def spoken_date(day: date) -> str:
    """`December 3, 2026`."""
    return f"{day:%B} {day.day}, {day.year}"


def sentence(text: str) -> str:
    """The text with its first letter in upper case; the rest, such as `XL`, as it is."""
    return text[:1].upper() + text[1:]
