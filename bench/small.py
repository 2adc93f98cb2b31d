"""Measures the small acts that every turn is made of, each in processes of its own: `python -m bench.small`.

pyperf runs them, so its options hold: `--fast`, `--rigorous`, `-o FILE`. What something is compared with is measured in
the same run.
"""

import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import pyperf
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from rapidfuzz import process

from bench.clinical import refill_facts
from rxflow.clinical.assessment import assess_refill
from rxflow.config.settings import DEFAULT_DATA_DIR, Settings
from rxflow.dialogue.medications import MedicationResolver
from rxflow.dialogue.red_flags import detect_red_flag
from rxflow.dialogue.understanding import MessageReader
from rxflow.persistence.engine import create_store
from rxflow.prompts.catalog import languages
from rxflow.security.cipher import Cipher
from rxflow.security.keys import KeyRing, KeyText, format_keys, new_keys
from rxflow.service_wiring import build_services
from rxflow.services.drugs import DrugService
from rxflow.services.mock_data import MockData, load_mock_data
from rxflow.workflow.brief import brief
from rxflow.workflow.gate import snapshot
from rxflow.workflow.last_replies import LastReplies
from rxflow.workflow.run_builder import RunBuilder

NOON = datetime(2026, 11, 21, 18, tzinfo=UTC)
TODAY = NOON.date()
PATIENT = "patient_001"
MEDICINES = 10
MESSAGE = "hi, I need to refill my lisinoprill, the blood pressure pill, at the H-E-B on Mueller please"
PLACE = "turns:session:1"
PLAIN = b"What a patient said, and what was answered. " * 24
"""1 KiB."""
Act = Callable[[], object]


def acts() -> dict[str, Act]:
    """Each act by its name; one that begins with an ellipsis is what the one before it is compared with."""
    data = load_mock_data(DEFAULT_DATA_DIR, TODAY, languages())
    facts, cipher = refill_facts(data, MEDICINES), Cipher(KeyRing(KeyText(format_keys(new_keys()))))
    return {
        f"assess a refill beside {MEDICINES} medicines": lambda: assess_refill(facts, data.tables),
        **_gate(data, cipher),
        **_reading(data),
        **_sealing(cipher),
    }


def _gate(data: MockData, cipher: Cipher) -> dict[str, Act]:
    store = create_store("sqlite://", cipher)
    services = build_services(Settings(_env_file=None), store, lambda: NOON, data)
    session, patient = services.sessions.start(PATIENT), services.patients.get(PATIENT)
    run = RunBuilder(services, MedicationResolver(services.drugs), LastReplies()).run(session, patient, None, "hello")
    return {
        "ask the gate whether a tool is allowed": lambda: run.allows("submit_refill_order"),
        "make the brief of a model call": lambda: brief(run),
        "copy the case to save it": lambda: snapshot(run),
    }


def _reading(data: MockData) -> dict[str, Act]:
    drugs = DrugService(data)
    names = [drug.name for drug in data.drugs]
    # A message that was read a moment ago is remembered: each reading gets another.
    read, seen = MessageReader(MedicationResolver(drugs), lambda _text: False).read, iter(range(10**12))
    return {
        "understand a message of 90 letters": lambda: read(f"{MESSAGE} {next(seen)}"),
        "look for red flags in it": lambda: detect_red_flag(f"{MESSAGE} {next(seen)}"),
        "look up a name as it is": lambda: drugs.find("lisinopril"),
        "look up a misspelt name": lambda: drugs.find("lisinoprill"),
        "… by rapidfuzz over all names": lambda: process.extractOne("lisinoprill", names),
    }


def _sealing(cipher: Cipher) -> dict[str, Act]:
    sealed, key, nonce = cipher.seal(PLAIN, PLACE), AESGCM(bytes(32)), bytes(12)
    return {
        "seal 1 KiB": lambda: cipher.seal(PLAIN, PLACE),
        "… by AES-GCM alone": lambda: key.encrypt(nonce, PLAIN, PLACE.encode()),
        "unseal 1 KiB": lambda: cipher.open(sealed, PLACE),
        "hash a patient to find rows by": lambda: cipher.digest("patient", PATIENT),
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    runner = pyperf.Runner(program_args=("-m", "bench.small"))
    runner.metadata["description"] = "the small acts of a turn"
    runner.parse_args(arguments)
    for name, act in acts().items():
        runner.bench_func(name, act)
    return 0


if __name__ == "__main__":
    sys.exit(main())
