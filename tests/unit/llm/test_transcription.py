"""Speech to text over the protocol, against a service on this machine."""

from collections.abc import Iterator

import pytest
from pydantic import SecretStr

from rxflow.config.settings import Settings
from rxflow.domain.errors import ConfigurationError, TranscriptionError
from rxflow.llm.transcription import OpenAITranscriber, Transcriber, open_transcriber
from tests.support.speech_service import SpeechService, speech_service

RECORDING = b"RIFF....WAVE"


@pytest.fixture
def service() -> Iterator[SpeechService]:
    with speech_service() as running:
        yield running


def opened(**changes: object) -> Transcriber | None:
    return open_transcriber(Settings(_env_file=None, **changes))  # type: ignore[arg-type]


def test_without_a_provider_nobody_listens() -> None:
    assert opened() is None


def test_a_recording_is_sent_as_the_protocol_wants_it_and_comes_back_as_text(service: SpeechService) -> None:
    service.answer = {"text": "  refill my lisinopril "}
    transcriber = opened(
        speech_provider="openai",
        speech_base_url=service.base_url + "/",
        speech_api_key=SecretStr("secret"),
        speech_model="whisper-large",
    )
    assert transcriber is not None

    assert transcriber.transcribe(RECORDING, "es") == "refill my lisinopril"
    ((path, key, parts),) = service.asked
    assert (path, key) == ("/v1/audio/transcriptions", "Bearer secret")
    assert parts == {"model": b"whisper-large", "language": b"es", "response_format": b"json", "file": RECORDING}


def test_a_service_of_ones_own_needs_no_key(service: SpeechService) -> None:
    OpenAITranscriber(service.base_url, "", "any", 5).transcribe(RECORDING, "en")

    assert service.asked[0][1] is None


@pytest.mark.parametrize("answer", [{"words": "yes"}, {"text": 3}, ["yes"], b"<html>"])
def test_an_answer_that_is_no_transcript_is_an_error(service: SpeechService, answer: object) -> None:
    service.answer = answer
    with pytest.raises(TranscriptionError, match="something else"):
        OpenAITranscriber(service.base_url, "", "any", 5).transcribe(RECORDING, "en")


def test_a_refusal_is_an_error_that_repeats_nothing(service: SpeechService) -> None:
    service.status, service.answer = 401, {"error": {"message": "wrong key secret"}}
    with pytest.raises(TranscriptionError, match="status 401") as raised:
        OpenAITranscriber(service.base_url, "secret", "any", 5).transcribe(RECORDING, "en")
    assert "secret" not in str(raised.value)


def test_a_service_that_is_gone_is_an_error() -> None:
    with speech_service() as gone:
        address = gone.base_url
    with pytest.raises(TranscriptionError, match="did not answer") as raised:
        OpenAITranscriber(address, "", "any", 5).transcribe(RECORDING, "en")
    assert "127.0.0.1" not in str(raised.value)


@pytest.mark.parametrize(
    ("changes", "named"),
    [({"speech_base_url": "api.openai.com"}, "RXFLOW_SPEECH_BASE_URL"), ({"speech_model": ""}, "RXFLOW_SPEECH_MODEL")],
)
def test_a_service_that_is_not_set_up_is_told_at_the_start(changes: dict[str, str], named: str) -> None:
    with pytest.raises(ConfigurationError, match=named):
        opened(speech_provider="openai", **changes)
