"""Every prescription of the demo world is decided as its specification says (table rx_number → first finding)."""

from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from rxflow.clinical.assessment import Medication, RefillFacts, assess_refill
from rxflow.domain.finding import Assessment, FindingCode, Severity
from rxflow.domain.prescription import Prescription
from rxflow.services.coverage import CoverageService
from rxflow.services.drugs import DrugService
from rxflow.services.mock_data import MockData, load_mock_data
from rxflow.services.patients import PatientService
from rxflow.services.pharmacies import PharmacyService

DATA_DIR = Path(__file__).resolve().parents[3] / "data"
# Days on which month ends, leap days and years could move a decision.
DAYS = [date(2026, 11, 21), date(2027, 2, 28), date(2028, 2, 29), date(2028, 8, 31), date(2028, 12, 31)]

FIRST_FINDING: dict[str, str | None] = {
    "RX100101": None,  # lisinopril
    "RX100102": "NO_REFILLS",  # metformin
    "RX100103": None,  # omeprazole
    "RX100104": "TOO_SOON",  # methocarbamol
    "RX100105": None,  # meloxicam
    "RX100106": "EXPIRED",  # famotidine
    "RX100201": None,  # atorvastatin
    "RX100202": None,  # apixaban
    "RX100203": "EXPIRED",  # lorazepam
    "RX100204": None,  # zolpidem
    "RX100301": "PRIOR_AUTHORIZATION",  # semaglutide
    "RX100302": None,  # rosuvastatin
    "RX100303": None,  # lisinopril-hydrochlorothiazide
    "RX100304": "ALLERGY",  # naproxen
    "RX100401": None,  # albuterol
    "RX100402": None,  # fluticasone propionate
    "RX100403": None,  # sertraline
    "RX100501": None,  # levothyroxine
    "RX100502": None,  # amlodipine
    "RX100503": None,  # losartan
    "RX100601": None,  # hydroxyzine hydrochloride
    "RX100602": None,  # hydralazine
    "RX100603": None,  # bupropion XL
    "RX100604": None,  # buspirone
    "RX100701": "INTERACTION",  # simvastatin
    "RX100702": "NO_REFILLS",  # clarithromycin
    "RX100703": "INTERACTION",  # warfarin
    "RX100704": None,  # metoprolol succinate
    "RX100801": "CONTROLLED",  # oxycodone
    "RX100802": "INTERACTION",  # alprazolam
    "RX100803": "INTERACTION",  # gabapentin
    "RX100804": None,  # naloxone
    "RX100901": None,  # montelukast
    "RX100902": "CONTROLLED",  # methylphenidate ER
    "RX100903": "NO_REFILLS",  # albuterol
    "RX101001": None,  # carvedilol
    "RX101002": None,  # sacubitril-valsartan
    "RX101003": None,  # furosemide
    "RX101004": None,  # metformin XR
    "RX101005": None,  # allopurinol
    "RX101006": None,  # tamsulosin
    "RX101007": "TOO_SOON",  # levothyroxine
    "RX101101": None,  # adalimumab
    "RX101102": None,  # escitalopram
    "RX101103": "STEP_THERAPY",  # rimegepant
    "RX101104": None,  # sumatriptan
    "RX101201": "OUT_OF_STOCK",  # insulin glargine
    "RX101202": None,  # amlodipine
    "RX101203": None,  # tiotropium
    "RX101204": "DOSE",  # metformin
    "RX101301": "REMS",  # isotretinoin
    "RX101302": "PREGNANCY",  # lisinopril
    "RX101303": None,  # labetalol
    "RX101304": None,  # prenatal vitamin
    "RX101401": "ALLERGY",  # cephalexin
    "RX101402": None,  # sumatriptan
    "RX101403": None,  # cetirizine
    "RX101404": None,  # fluticasone propionate
}
# The specification lets these be ordered although the patient's own pharmacy has none in stock; another pharmacy has.
ORDERED_ELSEWHERE = {"RX101002": "PH003"}


class World:
    """The demo data on one day, and what the rules say of a prescription at a pharmacy."""

    def __init__(self, data: MockData, today: date) -> None:
        self.today = today
        self.tables = data.tables
        self.patients = PatientService(data)
        self.drugs = DrugService(data)
        self.pharmacies = PharmacyService(data, ZoneInfo("America/Chicago"))
        self.coverage = CoverageService(data)
        self.prescriptions = {
            each.rx_number: each
            for patient in self.patients.all()
            for each in self.patients.prescriptions(patient.patient_id)
        }

    def assess(self, rx_number: str, pharmacy_id: str | None = None) -> Assessment:
        asked = self.prescriptions[rx_number]
        patient = self.patients.get(asked.patient_id)
        drug = self.drugs.get(asked.drug)
        plan = self.coverage.plan(patient)
        is_minor = patient.is_minor_on(self.today)
        pharmacy_id = pharmacy_id or patient.preferred_pharmacy_id
        facts = RefillFacts(
            patient=patient,
            prescription=asked,
            drug=drug,
            taken_now=self._taken_beside(asked),
            plan=plan,
            formulary=self.coverage.entry(plan, asked, drug) if plan else None,
            authorization=self.coverage.authorization(patient.patient_id, asked.generic_name),
            tried=self.patients.tried(patient.patient_id),
            fills_available=self.pharmacies.fills_available(pharmacy_id, asked, drug, is_minor),
            today=self.today,
            state=self.pharmacies.get(pharmacy_id).state,  # type: ignore[union-attr]
        )
        return assess_refill(facts, self.tables)

    def _taken_beside(self, asked: Prescription) -> tuple[Medication, ...]:
        return tuple(
            Medication(other, self.drugs.get(other.drug))
            for other in self.patients.prescriptions(asked.patient_id)
            if other.rx_number != asked.rx_number and other.is_taken_now(self.today)
        )


@pytest.fixture(scope="module", params=DAYS, ids=str)
def world(request: pytest.FixtureRequest) -> World:
    return World(load_mock_data(DATA_DIR, request.param), request.param)


def test_the_table_names_every_prescription(world: World) -> None:
    assert set(world.prescriptions) == set(FIRST_FINDING)


@pytest.mark.parametrize(("rx_number", "code"), FIRST_FINDING.items(), ids=FIRST_FINDING)
def test_the_finding_that_decides(world: World, rx_number: str, code: str | None) -> None:
    decision = world.assess(rx_number, ORDERED_ELSEWHERE.get(rx_number)).decision

    assert (decision.code.value if decision else None) == code


@pytest.mark.parametrize("rx_number", ORDERED_ELSEWHERE)
def test_what_is_ordered_elsewhere_is_only_out_of_stock_at_the_patients_own_pharmacy(
    world: World, rx_number: str
) -> None:
    assert [finding.code for finding in world.assess(rx_number).blocks] == [FindingCode.OUT_OF_STOCK]


@pytest.mark.parametrize(
    ("rx_number", "code", "severity", "words"),
    [
        ("RX100105", FindingCode.INTERACTION, Severity.WARN, "lisinopril"),
        ("RX101003", FindingCode.ALLERGY, Severity.INFO, "sulfonamide"),
        ("RX101101", FindingCode.PRIOR_AUTHORIZATION, Severity.WARN, "prior authorization"),
    ],
    ids=["moderate interaction", "sulfonamide that is no antibiotic", "authorization ends soon"],
)
def test_what_is_told_although_the_refill_can_go_on(
    world: World, rx_number: str, code: FindingCode, severity: Severity, words: str
) -> None:
    findings = world.assess(rx_number).findings

    assert any((each.code, each.severity) == (code, severity) and words in each.message for each in findings)
