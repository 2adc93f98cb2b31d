"""What is measured: the whole reading of a message, put together as a conversation does it."""

from datetime import date
from functools import cached_property
from pathlib import Path
from zoneinfo import ZoneInfo

from rxflow.dialogue.language import detect_language
from rxflow.dialogue.medications import MedicationResolver
from rxflow.dialogue.red_flags import detect_red_flag
from rxflow.dialogue.reports import read_reports
from rxflow.dialogue.text import clean
from rxflow.dialogue.understanding import MessageReader
from rxflow.domain.prescription import Prescription
from rxflow.evaluation.reading import UtteranceReader
from rxflow.services.drugs import DrugService
from rxflow.services.mock_data import MockData
from rxflow.services.patients import PatientService
from rxflow.services.pharmacies import PharmacyService

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "tests/eval/utterances.jsonl"
ASIDE = ROOT / "tests/eval/utterances_aside.jsonl"
TODAY = date(2026, 11, 21)
ZONE = ZoneInfo("America/Chicago")


class World:
    """The demo data and what reads messages in it."""

    def __init__(self, data: MockData) -> None:
        self.data = data
        self.patients = PatientService(data)
        self.drugs = DrugService(data)
        self.pharmacies = PharmacyService(data, ZONE)
        self.resolver = MedicationResolver(self.drugs)
        self.messages = MessageReader(self.resolver, lambda text: bool(self.pharmacies.find(text)))

    @cached_property
    def reader(self) -> UtteranceReader:
        return UtteranceReader(self.data, ZONE, TODAY)

    def screen(self, text: str) -> None:
        """Look for red flags and reports."""
        detect_red_flag(text)
        read_reports(text, lambda words: [drug.name for drug in self.resolver.drugs_named(words)])

    def understand(self, text: str, prescriptions: tuple[Prescription, ...]) -> None:
        """Read language, intent, medicines and pharmacy."""
        text = clean(text)
        detect_language(text, "en")
        self.messages.read(text)
        self.resolver.resolve(text, prescriptions)
