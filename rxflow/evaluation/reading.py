"""What the assistant reads in a message by itself, in the order in which a turn reads it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from rxflow.clinical.medication import Medication
from rxflow.dialogue.intents import Evidence, Intent
from rxflow.dialogue.medications import MedicationResolver, Mention
from rxflow.dialogue.red_flags import detect_red_flag
from rxflow.dialogue.reports import read_reports
from rxflow.dialogue.text import clean
from rxflow.dialogue.understanding import MessageReader
from rxflow.domain.errors import PatientNotFoundError
from rxflow.domain.prescription import Prescription
from rxflow.domain.report import Report, ReportKind
from rxflow.evaluation.utterance import Label, MedicineLabel, Utterance, UtteranceFileError
from rxflow.services.drugs import DrugService
from rxflow.services.mock_data import MockData
from rxflow.services.patients import PatientService
from rxflow.services.pharmacies import PharmacyService

_OTHER_NAMES = {Intent.MILD_YES: Label.YES}
LABELS: Mapping[Intent, Label] = {intent: _OTHER_NAMES.get(intent) or Label(intent.value) for intent in Intent}
"""The label of each intent. `Sure` is a yes to one question and too little for another; both are labelled yes."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in one message.

    `confidence` is the probability, from 0 to 1, that the intent is right, and `evidence` the kind of words that it was
    read from; both are None for emergencies and reports, which are read by rule.
    """

    label: Label
    confidence: float | None
    mentions: tuple[Mention, ...] = ()
    evidence: Evidence | None = None


class UtteranceReader:
    """Reads utterances as a conversation would read them as its first message.

    Args:
        data: The loaded data folder.
        zone: The pharmacies' time zone.
        today: The day from which the data is counted.
    """

    def __init__(self, data: MockData, zone: ZoneInfo, today: date) -> None:
        self._today = today
        self._patients = PatientService(data)
        self._drugs = DrugService(data)
        self._resolver = MedicationResolver(self._drugs)
        pharmacies = PharmacyService(data, zone)
        self._messages = MessageReader(self._resolver, lambda text: bool(pharmacies.find(text)))

    def read(self, utterance: Utterance) -> Reading:
        """Read one message for its patient.

        Raises:
            UtteranceFileError: Its patient, or a medicine of its labels, is not in the data.
        """
        self._check(utterance)
        text = clean(utterance.text)
        mentions = self._resolver.resolve(text, self._patients.prescriptions(utterance.patient))
        if detect_red_flag(text) is not None:
            return Reading(Label.EMERGENCY, None, mentions)
        if self._reports(text, utterance.patient):
            return Reading(Label.REPORT, None, mentions)
        understood = self._messages.read(text)
        return Reading(LABELS[understood.intent], understood.confidence, mentions, understood.evidence)

    def _reports(self, text: str, patient_id: str) -> tuple[Report, ...]:
        """What is reported, without medicines that are on file and taken now: the rules count those already."""

        def names(words: str) -> list[str]:
            return [drug.name for drug in self._resolver.drugs_named(words)]

        of_child = self._patients.get(patient_id).guardian is not None
        taken = self._taken_now(self._patients.prescriptions(patient_id))
        return tuple(
            report
            for report in read_reports(text, names, of_child=of_child)
            if not (report.kind is ReportKind.MEDICINE and report.subject in taken)
        )

    def _taken_now(self, prescriptions: tuple[Prescription, ...]) -> frozenset[str]:
        taken = [item for item in prescriptions if item.is_taken_now(self._today)]
        return frozenset(name for item in taken for name in Medication(item, self._drugs.get(item.drug)).names)

    def _check(self, utterance: Utterance) -> None:
        try:
            self._patients.get(utterance.patient)
        except PatientNotFoundError as error:
            raise UtteranceFileError(f"utterance {utterance.id}: patient: {error}") from error
        for place, medicine in enumerate(utterance.medicines):
            if fault := self._fault(medicine, utterance.patient):
                raise UtteranceFileError(f"utterance {utterance.id}: medicines.{place}.{fault}")

    def _fault(self, medicine: MedicineLabel, patient_id: str) -> str | None:
        for number in medicine.rx_numbers:
            if self._patients.prescription(patient_id, number) is None:
                return f"{'confirm' if medicine.confirm else 'rx'}: {number} is no prescription of {patient_id}"
        if medicine.drug is not None and self._drugs.get(medicine.drug) is None:
            return f"drug: {medicine.drug} is no record of the drug data"
        return None
