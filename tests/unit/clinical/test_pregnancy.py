"""Medicines that wait for a pharmacist in pregnancy and breastfeeding."""

from dataclasses import replace

import pytest

from rxflow.clinical.pregnancy import check_pregnancy
from rxflow.domain.finding import Route, Severity
from tests.unit.clinical.builders import A_PATIENT, TABLES, medication


@pytest.mark.parametrize(
    ("conditions", "refill", "blocked"),
    [
        (("pregnancy",), "lisinopril", True),
        (("asthma", "Breastfeeding"), "lisinopril", True),
        (("pregnancy",), "hydrochlorothiazide / lisinopril", True),
        (("pregnancy",), "labetalol", False),
        (("hypertension",), "lisinopril", False),
        ((), "lisinopril", False),
    ],
    ids=["pregnant", "breastfeeding", "in a combination", "not listed", "not pregnant", "nothing recorded"],
)
def test_only_a_listed_medicine_for_a_pregnant_or_breastfeeding_patient_waits(
    conditions: tuple[str, ...], refill: str, blocked: bool
) -> None:
    finding = check_pregnancy(replace(A_PATIENT, conditions=conditions), medication(refill), TABLES)

    assert (finding is not None) is blocked
    assert finding is None or (finding.severity, finding.route) == (Severity.BLOCK, Route.PHARMACIST)


def test_the_message_never_says_to_start_or_stop() -> None:
    finding = check_pregnancy(replace(A_PATIENT, conditions=("pregnancy",)), medication(), TABLES)

    assert finding is not None
    assert not {"stop", "start", "safe"} & set(finding.message.lower().replace(".", "").split())
