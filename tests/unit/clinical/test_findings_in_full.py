"""Every finding in full: what the patient reads, who is next, and what the pharmacist gets to see."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from rxflow.clinical.assessment import assess_refill
from rxflow.clinical.coverage import check_authorization, check_covered, check_quantity, check_step_therapy
from rxflow.clinical.dosage import check_dose
from rxflow.clinical.duplication import check_duplication
from rxflow.clinical.eligibility import (
    check_expiry,
    check_refills,
    check_rems,
    check_schedule,
    check_status,
    check_transfer,
)
from rxflow.clinical.interactions import check_interactions
from rxflow.clinical.pregnancy import check_pregnancy
from rxflow.clinical.records import (
    check_amounts,
    check_days_supply,
    check_minor,
    check_not_before,
    check_weight_dosing,
)
from rxflow.clinical.refill_date import check_refill_date
from rxflow.clinical.stock import check_stock
from rxflow.clinical.tables import StateRule
from rxflow.domain.drug import Schedule
from rxflow.domain.finding import Finding, FindingCode, Route, Severity
from rxflow.domain.plan import Authorization, QuantityLimit, StepTherapy
from tests.unit.clinical.builders import A_PATIENT, A_PLAN, AN_ENTRY, TABLES, TODAY, facts, medication, unlisted

NEW_YORK = replace(
    TABLES,
    state_rules={("NY", Schedule.IV): (StateRule("NY", Schedule.IV, None, None, 30, None, None, "a state law", "V"),)},
)


def only(findings: tuple[Finding, ...]) -> Finding:
    (finding,) = findings
    return finding


FINDINGS = [
    pytest.param(
        lambda: only(assess_refill(facts(medication(patient_id="patient_901")), TABLES).findings),
        FindingCode.NOT_FOUND,
        Severity.BLOCK,
        Route.PHARMACIST,
        "We could not find this prescription on your record. A pharmacist can help you look for it.",
        {"source": "DOMAIN.md §1.12 and §6.3", "confidence": "K"},
        id="another patient's prescription",
    ),
    pytest.param(
        lambda: check_minor(replace(A_PATIENT, date_of_birth=date(2015, 5, 5)), medication(), TODAY),
        FindingCode.NOT_FOUND,
        Severity.BLOCK,
        Route.PHARMACIST,
        "We have no parent or guardian on file who can ask for lisinopril. A pharmacist can help with that.",
        {"drug": "lisinopril", "reason": "guardian", "source": "45 CFR 164.502(g); DOMAIN.md §6.2", "confidence": "K"},
        id="a minor without a guardian",
    ),
    pytest.param(
        lambda: check_status(medication(status="on hold")),
        FindingCode.EXPIRED,
        Severity.BLOCK,
        Route.PHARMACIST,
        "Your prescription for lisinopril is on hold, so it cannot be refilled here now. "
        "A pharmacist can tell you what to do next.",
        {
            "drug": "lisinopril",
            "status": "on hold",
            "reason": "on hold",
            "source": "DOMAIN.md §1.12",
            "confidence": "K",
        },
        id="on hold",
    ),
    pytest.param(
        lambda: check_status(medication(status="discontinued")),
        FindingCode.EXPIRED,
        Severity.BLOCK,
        Route.PHARMACIST,
        "Your prescription for lisinopril has been stopped (discontinued), so it cannot be refilled here now. "
        "A pharmacist can tell you what to do next.",
        {
            "drug": "lisinopril",
            "status": "discontinued",
            "reason": "discontinued",
            "source": "DOMAIN.md §1.12",
            "confidence": "K",
        },
        id="discontinued",
    ),
    pytest.param(
        lambda: check_transfer(medication(status="transferred")),
        FindingCode.EXPIRED,
        Severity.BLOCK,
        Route.PHARMACIST,
        "Your prescription for lisinopril was transferred to another pharmacy, so it cannot be refilled here now. "
        "A pharmacist can tell you what to do next.",
        {
            "drug": "lisinopril",
            "status": "transferred",
            "reason": "transferred",
            "source": "DOMAIN.md §1.12",
            "confidence": "K",
        },
        id="transferred",
    ),
    pytest.param(
        lambda: check_schedule(medication("oxycodone", Schedule.II)),
        FindingCode.CONTROLLED,
        Severity.BLOCK,
        Route.PRESCRIBER,
        "Federal law does not allow refills of oxycodone, a tightly controlled medicine (Schedule II). "
        "You need a new prescription from Dr. Ada Test each time.",
        {
            "drug": "oxycodone",
            "schedule": "II",
            "prescriber": "Dr. Ada Test",
            "source": "21 CFR 1306.12(a); DOMAIN.md §1.2",
            "confidence": "V",
        },
        id="schedule II",
    ),
    pytest.param(
        lambda: check_schedule(unlisted("mystery")),
        FindingCode.CONTROLLED,
        Severity.BLOCK,
        Route.PHARMACIST,
        "We do not have enough information about mystery to refill it here. A pharmacist needs to look at it first.",
        {"drug": "mystery", "schedule": "unknown", "source": "DOMAIN.md §1.2", "confidence": "K"},
        id="unlisted drug",
    ),
    pytest.param(
        lambda: check_rems(medication("isotretinoin"), TABLES, TODAY),
        FindingCode.REMS,
        Severity.BLOCK,
        Route.PHARMACIST,
        "Isotretinoin has a safety program (iPLEDGE), so a pharmacist must approve each fill. "
        "The pharmacist will tell you what the program asks for.",
        {
            "drug": "isotretinoin",
            "programme": "iPLEDGE",
            "rule": "pharmacist: each fill",
            "source": "FDA",
            "confidence": "V",
        },
        id="risk programme",
    ),
    pytest.param(
        lambda: check_rems(medication("new medicine", rems="New REMS"), TABLES, TODAY),
        FindingCode.REMS,
        Severity.BLOCK,
        Route.PHARMACIST,
        "New medicine has a safety program (New REMS), so a pharmacist must approve each fill. "
        "The pharmacist will tell you what the program asks for.",
        {"drug": "new medicine", "programme": "New REMS", "rule": "", "source": "DOMAIN.md §1.10", "confidence": "K"},
        id="risk programme of the drug record",
    ),
    pytest.param(
        lambda: check_not_before(medication(written_on=date(2026, 11, 28)), TODAY),
        FindingCode.TOO_SOON,
        Severity.BLOCK,
        None,
        "Your prescription for lisinopril may not be filled before November 28, 2026.",
        {"drug": "lisinopril", "date": "2026-11-28", "source": "21 CFR 1306.12(b); DOMAIN.md §1.2", "confidence": "K"},
        id="dated ahead",
    ),
    pytest.param(
        lambda: check_expiry(medication(written_on=date(2025, 1, 3)), TABLES, TODAY),
        FindingCode.EXPIRED,
        Severity.BLOCK,
        Route.PRESCRIBER,
        "Your prescription for lisinopril expired on January 3, 2026. "
        "Dr. Ada Test needs to renew it before it can be filled.",
        {
            "drug": "lisinopril",
            "prescriber": "Dr. Ada Test",
            "expires": "2026-01-03",
            "source": "a law",
            "confidence": "V",
        },
        id="lapsed",
    ),
    pytest.param(
        lambda: check_amounts(medication(quantity=0)),
        FindingCode.QUANTITY_LIMIT,
        Severity.BLOCK,
        Route.PHARMACIST,
        "The quantity on file for lisinopril cannot be right. A pharmacist needs to correct it first.",
        {
            "drug": "lisinopril",
            "reason": "record",
            "quantity": "0 tablets",
            "field": "quantity",
            "source": "21 CFR 1306.05(a); DOMAIN.md §1.1 and §1.3",
            "confidence": "K",
        },
        id="impossible quantity",
    ),
    pytest.param(
        lambda: check_refills(medication(refills_remaining=0), TABLES, TODAY),
        FindingCode.NO_REFILLS,
        Severity.BLOCK,
        Route.PRESCRIBER,
        "Your prescription for lisinopril has no refills left. "
        "Dr. Ada Test needs to approve more (a renewal) before it can be filled.",
        {"drug": "lisinopril", "prescriber": "Dr. Ada Test", "refills_used": "5", "source": "a law", "confidence": "V"},
        id="no refills left",
    ),
    pytest.param(
        lambda: check_refill_date(medication(fills=(date(2026, 11, 10),)), A_PLAN, TABLES, TODAY),
        FindingCode.TOO_SOON,
        Severity.BLOCK,
        None,
        "It is too soon to refill lisinopril: the first expected refill date is December 4, 2026. "
        "If you are traveling or your medicine was lost, a pharmacist can help.",
        {
            "drug": "lisinopril",
            "date": "2026-12-04",
            "last_fill": "2026-11-10",
            "days_supply": "30",
            "threshold": "0.80",
            "source": "DOMAIN.md §1.4",
            "confidence": "V",
        },
        id="too soon",
    ),
    pytest.param(
        lambda: check_days_supply(
            medication("zolpidem", Schedule.IV, quantity=90, days_supply=90), NEW_YORK, TODAY, "NY"
        ),
        FindingCode.QUANTITY_LIMIT,
        Severity.BLOCK,
        Route.PHARMACIST,
        "The law allows 30 days of zolpidem at a time here, and this prescription is for 90. "
        "A pharmacist can tell you what is possible.",
        {
            "drug": "zolpidem",
            "reason": "days",
            "quantity": "90 tablets",
            "days_supply": "90",
            "limit": "30 days",
            "source": "a law; a state law",
            "confidence": "V",
        },
        id="more days than a state allows",
    ),
    pytest.param(
        lambda: check_days_supply(medication(quantity=90), TABLES, TODAY),
        FindingCode.QUANTITY_LIMIT,
        Severity.BLOCK,
        Route.PHARMACIST,
        "By its directions, 90 tablets of lisinopril would last 90 days, and the record says 30. "
        "A pharmacist needs to correct it first.",
        {
            "drug": "lisinopril",
            "reason": "record",
            "quantity": "90 tablets",
            "field": "days' supply",
            "days_supply": "30",
            "lasts": "90",
            "source": "DOMAIN.md §1.3",
            "confidence": "V",
        },
        id="lasts longer than recorded",
    ),
    pytest.param(
        lambda: check_pregnancy(replace(A_PATIENT, conditions=("pregnancy",)), medication(), TABLES),
        FindingCode.PREGNANCY,
        Severity.BLOCK,
        Route.PHARMACIST,
        "Your record lists pregnancy, and lisinopril needs to be reviewed because of it. "
        "A pharmacist needs to look at it with you before any refill.",
        {
            "drug": "lisinopril",
            "condition": "pregnancy",
            "advice_class": "ACE inhibitor",
            "source": "a label",
            "confidence": "K",
        },
        id="pregnancy",
    ),
    pytest.param(
        lambda: only(check_interactions(medication(), [medication("lithium", rx_number="RX900002")], TABLES)),
        FindingCode.INTERACTION,
        Severity.BLOCK,
        Route.PHARMACIST,
        "Lisinopril and lithium, which our records say you also take, can be harmful together. "
        "A pharmacist needs to review them before this refill.",
        {
            "drug": "lisinopril",
            "other": "lithium",
            "other_rx": "RX900002",
            "severity": "major",
            "effect": "an effect",
            "source": "a label",
            "confidence": "K",
        },
        id="major interaction",
    ),
    pytest.param(
        lambda: only(check_interactions(medication(), [medication("meloxicam", rx_number="RX900002")], TABLES)),
        FindingCode.INTERACTION,
        Severity.WARN,
        None,
        "Lisinopril and meloxicam, which our records say you also take, can affect each other. "
        "Please ask your pharmacist about taking them together.",
        {
            "drug": "lisinopril",
            "other": "meloxicam",
            "other_rx": "RX900002",
            "severity": "moderate",
            "effect": "an effect",
            "source": "a label",
            "confidence": "K",
        },
        id="moderate interaction",
    ),
    pytest.param(
        lambda: only(
            check_duplication(
                medication(), [medication("hydrochlorothiazide / lisinopril", rx_number="RX900002")], TABLES
            )
        ),
        FindingCode.DUPLICATE_THERAPY,
        Severity.BLOCK,
        Route.PHARMACIST,
        "Lisinopril and another prescription on your record, hydrochlorothiazide / lisinopril, both contain "
        "lisinopril. A pharmacist needs to review them before this refill.",
        {
            "drug": "lisinopril",
            "other": "hydrochlorothiazide / lisinopril",
            "other_rx": "RX900002",
            "ingredient": "lisinopril",
            "source": "DOMAIN.md §8; 42 CFR 456.705(b)(1)",
            "confidence": "V",
        },
        id="same ingredient",
    ),
    pytest.param(
        lambda: only(
            check_duplication(
                medication("simvastatin", atc_code="C10AA01"),
                [medication("atorvastatin", atc_code="C10AA05", rx_number="RX900002")],
                TABLES,
            )
        ),
        FindingCode.DUPLICATE_THERAPY,
        Severity.WARN,
        None,
        "Simvastatin and atorvastatin, which our records say you also take, are the same kind of medicine. "
        "Please ask your pharmacist whether you are meant to have both.",
        {
            "drug": "simvastatin",
            "other": "atorvastatin",
            "other_rx": "RX900002",
            "therapeutic_class": "a class",
            "source": "DOMAIN.md §8; 42 CFR 456.705(b)(1)",
            "confidence": "V",
        },
        id="same class",
    ),
    pytest.param(
        lambda: only(
            check_duplication(medication("apixaban"), [medication("warfarin", rx_number="RX900002")], TABLES),
        ),
        FindingCode.DUPLICATE_THERAPY,
        Severity.BLOCK,
        Route.PHARMACIST,
        "Apixaban and warfarin, which our records say you also take, are the same kind of medicine. "
        "A pharmacist needs to review them before this refill.",
        {
            "drug": "apixaban",
            "other": "warfarin",
            "other_rx": "RX900002",
            "therapeutic_class": "anticoagulant",
            "source": "DOMAIN.md §8; 42 CFR 456.705(b)(1); a list",
            "confidence": "K",
            "reason": "class",
        },
        id="two of a class that must not meet",
    ),
    pytest.param(
        lambda: check_weight_dosing(medication(sig="Give 15 mg/kg by mouth daily")),
        FindingCode.DOSE,
        Severity.BLOCK,
        Route.PHARMACIST,
        "Lisinopril is dosed by body weight. A pharmacist needs to check it before each refill.",
        {
            "drug": "lisinopril",
            "reason": "weight",
            "dose": "Give 15 mg/kg by mouth daily",
            "source": "DOMAIN.md §6.2",
            "confidence": "K",
        },
        id="dose by weight",
    ),
    pytest.param(
        lambda: only(check_dose(medication("methotrexate"), [], TABLES)),
        FindingCode.DOSE,
        Severity.BLOCK,
        Route.PHARMACIST,
        "The directions for methotrexate are not the usual once-a-week directions. "
        "A pharmacist needs to check them with your prescriber before this refill.",
        {
            "drug": "methotrexate",
            "dose": "Take 1 tablet by mouth once daily",
            "limit": "once weekly",
            "reason": "weekly",
            "source": "DOMAIN.md §8; methotrexate label, boxed warning",
            "confidence": "K",
        },
        id="daily methotrexate",
    ),
    pytest.param(
        lambda: only(check_dose(medication(sig="Take 9 tablets by mouth daily"), [], TABLES)),
        FindingCode.DOSE,
        Severity.BLOCK,
        Route.PHARMACIST,
        "The directions for lisinopril allow up to 90 mg of lisinopril a day. The label's limit is 80 mg. "
        "A pharmacist needs to check this before the refill.",
        {
            "drug": "lisinopril",
            "ingredient": "lisinopril",
            "dose": "90 mg",
            "limit": "80 mg",
            "other": "",
            "population": "adult",
            "source": "a label",
            "confidence": "K",
        },
        id="above the daily limit",
    ),
    pytest.param(
        lambda: only(
            check_dose(
                medication("acetaminophen", strength="1000 mg", sig="Take 1 tablet 3 times daily"),
                [
                    medication(
                        "acetaminophen / hydrocodone",
                        generic_name="hydrocodone-acetaminophen",
                        strength="5 mg-325 mg",
                        sig="Take 1 tablet every 4 hours",
                    ),
                    medication(
                        "acetaminophen",
                        generic_name="acetaminophen ER",
                        strength="650 mg",
                        sig="Take 1 tablet every 8 hours",
                    ),
                ],
                TABLES,
            )
        ),
        FindingCode.DOSE,
        Severity.BLOCK,
        Route.PHARMACIST,
        "The directions for acetaminophen together with hydrocodone-acetaminophen and acetaminophen ER allow up to "
        "6,900 mg of acetaminophen a day. The label's limit is 4,000 mg. "
        "A pharmacist needs to check this before the refill.",
        {
            "drug": "acetaminophen",
            "ingredient": "acetaminophen",
            "dose": "6,900 mg",
            "limit": "4,000 mg",
            "other": "hydrocodone-acetaminophen, acetaminophen ER",
            "reason": "together",
            "population": "adult",
            "source": "a label",
            "confidence": "K",
        },
        id="above the daily limit together",
    ),
    pytest.param(
        lambda: check_covered(medication(), A_PLAN, replace(AN_ENTRY, covered=False)),
        FindingCode.NOT_COVERED,
        Severity.BLOCK,
        Route.INSURER,
        "Your plan, Test Plan, does not cover lisinopril. The plan can review a request for an exception.",
        {
            "drug": "lisinopril",
            "plan": "Test Plan",
            "source": "plan formulary; DOMAIN.md §1.5 and §4",
            "confidence": "V",
        },
        id="not covered",
    ),
    pytest.param(
        lambda: check_authorization(medication(), A_PLAN, replace(AN_ENTRY, prior_authorization=True), None, TODAY),
        FindingCode.PRIOR_AUTHORIZATION,
        Severity.BLOCK,
        Route.INSURER,
        "Your plan, Test Plan, must approve lisinopril before it pays (prior authorization). No approval is in effect "
        "now. The plan and your prescriber have to settle that first.",
        {
            "drug": "lisinopril",
            "plan": "Test Plan",
            "status": "none",
            "source": "plan formulary; DOMAIN.md §1.5 and §4",
            "confidence": "V",
        },
        id="no prior authorization",
    ),
    pytest.param(
        lambda: check_authorization(
            medication(),
            A_PLAN,
            replace(AN_ENTRY, prior_authorization=True),
            Authorization("patient_900", "lisinopril", "approved", date(2026, 12, 11), "PA-1"),
            TODAY,
        ),
        FindingCode.PRIOR_AUTHORIZATION,
        Severity.WARN,
        None,
        "Your plan's approval (prior authorization) for lisinopril ends on December 11, 2026. "
        "Ask Dr. Ada Test to renew it before then.",
        {
            "drug": "lisinopril",
            "plan": "Test Plan",
            "expires": "2026-12-11",
            "prescriber": "Dr. Ada Test",
            "source": "plan formulary; DOMAIN.md §1.5 and §4",
            "confidence": "V",
        },
        id="prior authorization ends soon",
    ),
    pytest.param(
        lambda: check_step_therapy(
            medication("rimegepant"),
            A_PLAN,
            replace(
                AN_ENTRY,
                step_therapy=StepTherapy("three triptans", ("sumatriptan", "rizatriptan", "zolmitriptan"), 3),
            ),
            {"Sumatriptan", "rizatriptan"},
        ),
        FindingCode.STEP_THERAPY,
        Severity.BLOCK,
        Route.INSURER,
        "Your plan, Test Plan, asks that three triptans be tried before it covers rimegepant. "
        "The plan can review a request for an exception.",
        {
            "drug": "rimegepant",
            "plan": "Test Plan",
            "description": "three triptans",
            "tried": "rizatriptan, sumatriptan",
            "minimum": "3",
            "source": "plan formulary; DOMAIN.md §1.5 and §4",
            "confidence": "V",
        },
        id="step therapy",
    ),
    pytest.param(
        lambda: check_quantity(
            medication(quantity=61, sig="Take 2 tablets daily"),
            A_PLAN,
            replace(AN_ENTRY, quantity_limit=QuantityLimit(60, "tablets", 30)),
        ),
        FindingCode.QUANTITY_LIMIT,
        Severity.BLOCK,
        Route.PHARMACIST,
        "Your plan, Test Plan, covers 60 tablets of lisinopril in 30 days, and this refill is for 61 tablets. "
        "A pharmacist can sort this out with the plan.",
        {
            "drug": "lisinopril",
            "plan": "Test Plan",
            "quantity": "61 tablets",
            "days_supply": "30",
            "limit": "60 tablets / 30 days",
            "source": "plan formulary; DOMAIN.md §1.5 and §4",
            "confidence": "V",
        },
        id="above the quantity limit",
    ),
    pytest.param(
        lambda: check_stock(medication(), 0),
        FindingCode.OUT_OF_STOCK,
        Severity.BLOCK,
        None,
        "Lisinopril is out of stock at this pharmacy. You can choose another pharmacy.",
        {"drug": "lisinopril", "source": "pharmacy stock; DOMAIN.md §1.12", "confidence": "V"},
        id="empty shelf",
    ),
]


@pytest.mark.parametrize(("check", "code", "severity", "route", "message", "evidence"), FINDINGS)
def test_a_finding_says_what_it_found_and_who_is_next(
    check: Callable[[], Finding],
    code: FindingCode,
    severity: Severity,
    route: Route | None,
    message: str,
    evidence: dict[str, str],
) -> None:
    assert check() == Finding(code, severity, message, route, evidence)
