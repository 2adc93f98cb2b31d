"""The words of the page about a patient's medicines."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class MedicinesWording:
    """What the page about a patient's medicines says. Braces are filled in by the page."""

    medicines_title: str
    medicines_empty: str
    medicines_allergies: str
    medicines_allergy: str
    medicines_mild: str
    medicines_moderate: str
    medicines_severe: str
    medicines_no_allergies: str
    medicines_for: str
    medicines_directions: str
    medicines_prescriber: str
    medicines_refills: str
    medicines_refills_left: str
    medicines_expires: str
    medicines_expired: str
    medicines_no_expiry: str
    medicines_number: str
    medicines_fills: str
    medicines_no_fills: str
    medicines_today: str
    medicines_last_fills: str
    medicines_each_fill: str
    medicines_no_gaps: str
    medicines_gap: str
    medicines_and_before: str
    medicines_pdc: str
    medicines_pdc_meaning: str
    medicines_pdc_note: str
