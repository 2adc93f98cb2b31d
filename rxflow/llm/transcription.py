"""Speech to text by any service that speaks OpenAI's protocol. What was said is the patient's to check and send."""

from typing import TYPE_CHECKING, Protocol

from rxflow.config.settings import Settings
from rxflow.domain.errors import ConfigurationError, TranscriptionError

if TYPE_CHECKING:
    import httpx

CONNECT_SECONDS = 5.0
PATH = "/audio/transcriptions"


class Transcriber(Protocol):
    """Turns a recording into text."""

    def transcribe(self, recording: bytes, language: str) -> str:
        """What was said.

        Args:
            recording: A WAV file.
            language: The language that is most likely spoken, as `en`.

        Raises:
            TranscriptionError: It could not be turned into text.
        """
        ...


class OpenAITranscriber:
    """Asks a service at `POST {base_url}/audio/transcriptions`.

    Source: platform.openai.com/docs/api-reference/audio/createTranscription (file, model, language; JSON `text`).

    Args:
        base_url: Such as `https://api.openai.com/v1`.
        api_key: Its key; empty where it wants none.
        model: The model's name.
        seconds: How long one recording may take.
    """

    def __init__(self, base_url: str, api_key: str, model: str, seconds: float) -> None:
        self._address = base_url.rstrip("/") + PATH
        self._headers = {"authorization": f"Bearer {api_key}"} if api_key else {}
        self._model = model
        self._seconds = seconds

    def transcribe(self, recording: bytes, language: str) -> str:
        """As `Transcriber.transcribe`."""
        # Imported where it is used: most pages never hear anybody.
        import httpx

        try:
            answer = httpx.post(
                self._address,
                headers=self._headers,
                data={"model": self._model, "language": language, "response_format": "json"},
                files={"file": ("speech.wav", recording, "audio/wav")},
                timeout=httpx.Timeout(self._seconds, connect=CONNECT_SECONDS),
            )
        except httpx.HTTPError as error:
            # Not its cause, which names the address.
            raise TranscriptionError(f"The speech service did not answer ({type(error).__name__}).") from None
        return _text_of(answer)


def _text_of(answer: "httpx.Response") -> str:
    if answer.status_code != 200:
        raise TranscriptionError(f"The speech service answered with status {answer.status_code}.")
    try:
        text = answer.json()["text"]
    except (ValueError, KeyError, TypeError):
        text = None
    if not isinstance(text, str):
        raise TranscriptionError("The speech service answered something else than a transcript.")
    return text.strip()


def open_transcriber(settings: Settings) -> Transcriber | None:
    """The speech service of the settings, or None where there is none.

    Raises:
        ConfigurationError: It has no address or no model.
    """
    if settings.speech_provider == "none":
        return None
    if not settings.speech_base_url.startswith(("http://", "https://")):
        raise ConfigurationError("RXFLOW_SPEECH_BASE_URL: use an address such as https://api.openai.com/v1")
    if not settings.speech_model:
        raise ConfigurationError("RXFLOW_SPEECH_MODEL: name the model that turns speech into text")
    key = settings.speech_api_key.get_secret_value() if settings.speech_api_key else ""
    return OpenAITranscriber(settings.speech_base_url, key, settings.speech_model, settings.speech_timeout_seconds)
