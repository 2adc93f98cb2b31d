"""What patients are told, in their language."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from rxflow.clinical.assessment import RefillFacts, assess_refill
from rxflow.domain.drug import Schedule
from rxflow.domain.finding import Finding, FindingCode, Severity
from rxflow.domain.pharmacy import OpeningHours
from rxflow.domain.plan import Authorization, QuantityLimit, StepTherapy
from rxflow.prompts.catalog import message_catalog, placeholders
from rxflow.prompts.replies import Replies
from tests.unit.clinical.builders import (
    A_PATIENT,
    AN_ENTRY,
    TABLES,
    TODAY,
    allergic_to,
    facts,
    medication,
    unlisted,
)
from tests.unit.clinical.builders import replace as changed

AUSTIN = ZoneInfo("America/Chicago")
NOW = datetime(2026, 3, 4, 10, 30, tzinfo=AUSTIN)
ER = "extended-release tablet"
NEEDS_APPROVAL = changed(AN_ENTRY, prior_authorization=True)

FOUND: dict[str, RefillFacts] = {
    "NOT_FOUND": facts(medication(), patient=changed(A_PATIENT, patient_id="patient_901")),
    "CONTROLLED": facts(medication("oxycodone", Schedule.II)),
    "CONTROLLED, unlisted": facts(unlisted("mystery")),
    "REMS": facts(medication("isotretinoin")),
    "EXPIRED": facts(medication(written_on=date(2024, 1, 1))),
    "NO_REFILLS": facts(medication(refills_remaining=0)),
    "TOO_SOON": facts(medication(fills=(TODAY,))),
    "ALLERGY": facts(medication("amoxicillin"), patient=allergic_to("penicillins", "hives", "severe")),
    "ALLERGY, warned": facts(medication("cefdinir"), patient=allergic_to("penicillins", "rash", "mild")),
    "ALLERGY, noted": facts(medication("furosemide"), patient=allergic_to("sulfonamide antibiotics", "rash", "mild")),
    "PREGNANCY": facts(medication("lisinopril"), patient=changed(A_PATIENT, conditions=("pregnancy",))),
    "INTERACTION": facts(medication("simvastatin"), medication("clarithromycin", rx_number="RX900002")),
    "INTERACTION, warned": facts(medication("lisinopril"), medication("meloxicam", rx_number="RX900002")),
    "DUPLICATE_THERAPY": facts(medication(), medication(rx_number="RX900002")),
    "DUPLICATE_THERAPY, warned": facts(
        medication("metoprolol"), medication("metoprolol", dosage_form=ER, rx_number="RX900002")
    ),
    "DOSE": facts(medication("metformin", strength="1000 mg", sig="Take 2 tablets by mouth three times daily")),
    "NOT_COVERED": facts(medication(), formulary=changed(AN_ENTRY, covered=False)),
    "PRIOR_AUTHORIZATION": facts(medication(), formulary=NEEDS_APPROVAL),
    "PRIOR_AUTHORIZATION, warned": facts(
        medication(),
        formulary=NEEDS_APPROVAL,
        authorization=Authorization(A_PATIENT.patient_id, "lisinopril", "approved", date(2026, 12, 1), "PA-1"),
    ),
    "STEP_THERAPY": facts(
        medication(), formulary=changed(AN_ENTRY, step_therapy=StepTherapy("one ARB", ("losartan",), 1))
    ),
    "QUANTITY_LIMIT": facts(medication(), formulary=changed(AN_ENTRY, quantity_limit=QuantityLimit(10, "tablet", 30))),
    "OUT_OF_STOCK": facts(medication(), fills_available=0),
}
WITHOUT_A_RULE = {FindingCode.AMBIGUOUS, FindingCode.EMERGENCY}


def finding_of(name: str) -> Finding:
    code = name.partition(",")[0]
    return next(found for found in assess_refill(FOUND[name], TABLES).findings if found.code == code)


@pytest.fixture
def english() -> Replies:
    return Replies("en")


@pytest.fixture
def spanish() -> Replies:
    return Replies("es")


def test_every_finding_of_the_rules_is_tested() -> None:
    assert {name.partition(",")[0] for name in FOUND} == set(FindingCode) - WITHOUT_A_RULE


@pytest.mark.parametrize("name", FOUND)
def test_the_rules_give_the_facts_that_the_templates_name(name: str) -> None:
    found = finding_of(name)
    templates = message_catalog("en")
    general = templates[f"finding_{found.code}"]
    template = templates.get(f"finding_{found.code}_{found.severity}", general)

    assert placeholders(template) <= set(found.evidence)


@pytest.mark.parametrize("name", FOUND)
def test_a_finding_in_spanish_names_its_facts(spanish: Replies, name: str) -> None:
    found = finding_of(name)
    told = spanish.finding(found)

    assert told != found.message
    assert "{" not in told
    assert told[0].isupper() or not told[0].isalpha()


@pytest.mark.parametrize("code", ["ALLERGY", "INTERACTION", "DUPLICATE_THERAPY"])
def test_only_what_stops_the_refill_is_told_to_need_a_pharmacists_review(spanish: Replies, code: str) -> None:
    stops, warns = finding_of(code), finding_of(f"{code}, warned")

    assert (stops.severity, warns.severity) == (Severity.BLOCK, Severity.WARN)
    assert "debe revisar" in spanish.finding(stops)
    assert "debe revisar" not in spanish.finding(warns)


def test_what_is_only_worth_knowing_is_not_told_to_need_a_review(spanish: Replies) -> None:
    noted = finding_of("ALLERGY, noted")

    assert noted.severity is Severity.INFO
    assert "debe revisar" not in spanish.finding(noted)


def test_an_authorization_that_ends_soon_is_not_told_to_be_missing(spanish: Replies) -> None:
    told = spanish.finding(finding_of("PRIOR_AUTHORIZATION, warned"))

    assert "1 de diciembre de 2026" in told
    assert "necesita una autorización" not in told


def test_a_day_is_spelled_out_in_spanish(spanish: Replies) -> None:
    assert "15 de diciembre de 2026" in spanish.finding(finding_of("TOO_SOON"))


def test_a_finding_whose_facts_are_missing_is_told_in_the_rules_own_words(spanish: Replies) -> None:
    bare = Finding(FindingCode.TOO_SOON, Severity.BLOCK, "It is too soon.")

    assert spanish.finding(bare) == "It is too soon."


def test_a_finding_of_the_workflow_is_in_the_patients_language_already(spanish: Replies) -> None:
    own = Finding(FindingCode.NOT_FOUND, Severity.BLOCK, "No encuentro eso.", evidence={"drug": "eso"})

    assert spanish.finding(own) == "No encuentro eso."


@pytest.mark.parametrize(
    ("language", "amount", "told"),
    [
        ("en", "30 tablets", "30 tablets"),
        ("en", "10 tablets / 30 days", "10 tablets in 30 days"),
        ("es", "1 tablet", "1 tableta"),
        ("es", "15 mL", "15 mL"),
        ("es", "9 tablets / 30 days", "9 tabletas en 30 días"),
        ("es", "2 gizmos", "2 gizmos"),
        ("es", "4,000 mg", "4,000 mg"),
    ],
)
def test_amounts(language: str, amount: str, told: str) -> None:
    assert Replies(language).amount(amount) == told


@pytest.mark.parametrize(
    ("language", "hours", "told"),
    [
        ("en", "08:00-22:00", "8 am to 10 pm"),
        ("en", "00:00-24:00", "open 24 hours"),
        ("en", "09:30-24:00", "9:30 am to midnight"),
        ("es", "08:00-22:00", "8 a.m. a 10 p.m."),
        ("es", "00:00-24:00", "abierta las 24 horas"),
        ("es", "09:30-24:00", "9:30 a.m. a medianoche"),
    ],
)
def test_opening_hours(language: str, hours: str, told: str) -> None:
    assert Replies(language).hours(OpeningHours.parse(hours)) == told


def test_a_value_that_ends_in_a_stop_ends_the_sentence(spanish: Replies) -> None:
    told = spanish.quote(quote(), NOW)

    assert "Listo hoy a las 12:00 p.m.\n¿" in told


def test_look_alike_names_are_told_in_tall_man_letters() -> None:
    replies = Replies("en", {"hydroxyzine": "hydrOXYzine", "clarithromycin": "clariTHROmycin"})

    assert replies.text("not_on_profile", name="hydroxyzine") == "I do not find hydrOXYzine among your prescriptions."
    assert "clariTHROmycin" in replies.finding(finding_of("INTERACTION"))


def test_a_refusal_of_the_gate_has_words_in_every_language(english: Replies, spanish: Replies) -> None:
    assert english.refusal("PRICE_CHANGED") == "The price has changed since you saw it."
    assert spanish.refusal("PRICE_CHANGED").startswith("El precio")
    assert english.refusal("TOO_SOON") == ""


def test_a_message_with_its_values(english: Replies) -> None:
    assert english.text("refill_count_other", count=3) == "3 refills"


@pytest.mark.parametrize(("key", "values"), [("no_such_message", {}), ("refill_count_other", {})])
def test_a_missing_message_or_value_is_an_error(english: Replies, key: str, values: dict[str, Any]) -> None:
    with pytest.raises(KeyError):
        english.text(key, **values)


def test_a_value_is_never_read_as_a_template(english: Replies) -> None:
    assert "{name}" in english.text("not_on_profile", name="{name}")


@pytest.mark.parametrize(
    ("language", "count", "told"),
    [("en", 0, "0 refills"), ("en", 1, "1 refill"), ("en", 3, "3 refills"), ("es", 1, "1 resurtido"),
     ("es", 2, "2 resurtidos")],
)  # fmt: skip
def test_refills_are_counted(language: str, count: int, told: str) -> None:
    assert Replies(language).refills(count) == told


@pytest.mark.parametrize(
    ("language", "day", "told"),
    [
        ("en", date(2026, 3, 4), "March 4, 2026"),
        ("en", date(2026, 12, 31), "December 31, 2026"),
        ("es", date(2026, 1, 1), "1 de enero de 2026"),
        ("es", date(2026, 9, 30), "30 de septiembre de 2026"),
    ],
)
def test_dates(language: str, day: date, told: str) -> None:
    assert Replies(language).date(day) == told


@pytest.mark.parametrize(
    ("language", "at", "told"),
    [
        ("en", datetime(2026, 3, 4, 15, 20), "today at 3:20 pm"),
        ("en", datetime(2026, 3, 4, 12, 0), "today at 12:00 pm"),
        ("en", datetime(2026, 3, 4, 0, 5), "today at 12:05 am"),
        ("en", datetime(2026, 3, 5, 9, 0), "tomorrow at 9:00 am"),
        ("en", datetime(2026, 3, 7, 11, 59), "on March 7, 2026 at 11:59 am"),
        ("es", datetime(2026, 3, 4, 15, 20), "hoy a las 3:20 p.m."),
        ("es", datetime(2026, 3, 4, 13, 5), "hoy a la 1:05 p.m."),
        ("es", datetime(2026, 3, 5, 9, 0), "mañana a las 9:00 a.m."),
        ("es", datetime(2026, 3, 7, 9, 5), "el 7 de marzo de 2026 a las 9:05 a.m."),
    ],
)
def test_moments_near_now(language: str, at: datetime, told: str) -> None:
    assert Replies(language).moment(at.replace(tzinfo=AUSTIN), NOW) == told


def test_tomorrow_may_be_in_another_month(english: Replies) -> None:
    now = datetime(2026, 2, 28, 20, tzinfo=AUSTIN)

    assert english.moment(datetime(2026, 3, 1, 9, tzinfo=AUSTIN), now) == "tomorrow at 9:00 am"


def test_bullets(english: Replies) -> None:
    assert english.bullets(["one", "two"]) == "- one\n- two"
    assert english.bullets([]) == ""


def quote(**changes: Any) -> dict[str, Any]:
    return {
        "medication": "lisinopril 10 mg tablet",
        "amount": "30 tablets",
        "pharmacy": "CVS Pharmacy Congress",
        "you_pay": "$10.00",
        "insurance_pays": "$2.50",
        "ready_at": "2026-03-04T12:00-06:00",
        **changes,
    }


@pytest.mark.parametrize(
    ("changes", "you_pay"),
    [
        ({}, "You pay $10.00 and your insurance pays $2.50. Ready"),
        ({"insurance_pays": None}, "You pay $10.00 without insurance. Ready"),
        ({"insurance_pays": "$0.00", "you_pay": "$4.00"}, "You pay $4.00 (the cash price, which is lower"),
        ({"insurance_pays": "$0.00", "you_pay": "$0.00"}, "You pay $0.00. Ready"),
        ({"insurance_pays": "$900.00", "you_pay": "$0.00"}, "You pay $0.00 and your insurance pays $900.00. Ready"),
    ],
    ids=["plan pays", "no plan", "cash is cheaper", "nothing to pay", "plan pays all"],
)
def test_the_quote_says_who_pays(english: Replies, changes: dict[str, Any], you_pay: str) -> None:
    told = english.quote(quote(**changes), NOW)

    assert you_pay in told
    assert told.endswith("Shall I place this order?")


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_quote_and_the_order_name_everything(language: str) -> None:
    replies = Replies(language)
    order = quote(order_id="RF-1")

    amount = replies.amount("30 tablets")
    for told in (replies.quote(quote(), NOW), replies.ordered([order], NOW)):
        for value in ("lisinopril 10 mg tablet", amount, "CVS Pharmacy Congress", "$10.00", "12:00"):
            assert value in told
    assert "RF-1" in replies.ordered([order], NOW)
