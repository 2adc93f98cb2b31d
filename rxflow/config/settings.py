"""Settings: environment variables `RXFLOW_*` and a `.env` file, checked once at start-up."""

import re
from ipaddress import ip_address
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from rxflow.domain.errors import ConfigurationError

ENV_PREFIX = "RXFLOW_"
REQUESTS_IN_FLIGHT = 200
PROVIDERS = ("builtin", "openai", "ollama", "llamacpp", "auto")
OTHER_PROVIDER = re.compile(r"[a-z][a-z0-9_]*:\S+")
OIDC_NEEDS = ("oidc_client_id", "oidc_client_secret", "oidc_metadata_url", "oidc_cookie_secret")
LEAST_COOKIE_SECRET_CHARS = 32
DATABASES = ("sqlite:///", "postgresql://", "postgresql+psycopg://")
DEFAULT_DATA_DIR = Path(__file__).resolve().parents[2] / "data"


class Settings(BaseSettings):
    """What an operator can set. Each field is the environment variable of its name behind `RXFLOW_`."""

    model_config = SettingsConfigDict(env_prefix=ENV_PREFIX, env_file=".env", extra="ignore", frozen=True)

    llm_provider: str = Field(
        "builtin",
        validate_default=True,
        description="Whose language model reads the patient: builtin, openai, ollama, llamacpp, auto, provider:model.",
    )
    llm_model: str = Field("", description="The name of the model; for llamacpp its GGUF file.")
    llm_base_url: str = Field(
        "", pattern=r"^(https?://\S+)?$", description="Where the provider is; empty: its own address."
    )
    llm_api_key: SecretStr | None = Field(None, description="The provider's key; of OpenAI also OPENAI_API_KEY.")
    llm_temperature: float | None = Field(
        0.0, ge=0, le=2, description="How freely the model writes; empty: as the provider does it."
    )
    llm_context_tokens: int = Field(
        16_384, ge=4096, le=10_000_000, description="The context window of a model on this machine, in tokens."
    )
    llm_max_output_tokens: int = Field(1000, ge=100, le=100_000, description="The most tokens of one answer.")
    llm_chunk_seconds: float = Field(
        10.0, gt=0, le=600, description="How long a model may pause in the middle of an answer."
    )
    llm_prices: str = Field(
        "", description="US dollars for a million tokens, as JSON text: model, then input and output; empty: unknown."
    )
    tokens_per_session: int = Field(0, ge=0, description="Tokens of one conversation; 0: no limit.")
    tokens_per_day: int = Field(0, ge=0, description="Tokens of all conversations on a day; 0: no limit.")
    environment: Literal["demo", "production"] = Field(
        "demo", description="A production starts only with keys of its own; a demo makes some."
    )
    database_url: str = Field(
        "sqlite:///var/rxflow.db", description="An SQLAlchemy URL of an SQLite or PostgreSQL database."
    )
    audit_head_file: Path | None = Field(
        None, description="Where the audit trail's head is written; default: `rxflow.audit-head` beside the database."
    )
    keys: SecretStr | None = Field(None, description="The keys of the database, as `rxflow keys new` prints them.")
    key_file: Path | None = Field(
        None, description="The file of the keys; by default `rxflow.key` in the SQLite database's folder, or in var."
    )
    data_dir: Path = Field(DEFAULT_DATA_DIR, description="The folder of the demo data.")
    data_source: Literal["files", "database"] = Field(
        "files", description="Where patients, drugs, pharmacies and plans are served from: the folder, or an import."
    )
    host: str = Field("127.0.0.1", description="The address that the server listens on.")
    port: int = Field(8501, ge=1, le=65535, description="The port that the server listens on.")
    timezone: str = Field("America/Chicago", description="The pharmacies' time zone: what today and open now mean.")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        "WARNING", description="The least level that is logged."
    )
    log_file: Path | None = Field(None, description="A file that the logs are written to as well; default: none.")
    log_file_megabytes: int = Field(10, ge=1, le=10_000, description="A log file is put aside when it is so large.")
    log_files_kept: int = Field(5, ge=1, le=1000, description="How many log files that were put aside are kept.")
    feature_flags: str = Field("", description="Rules of feature flags, as JSON text; empty: each as it is declared.")
    feature_flags_file: Path | None = Field(None, description="The same in a .json or .toml file; default: none.")
    max_message_chars: int = Field(2000, ge=100, le=100_000, description="A longer message is answered, not read.")
    redis_url: str = Field("", description="A Redis server, for limits that all processes share; empty for none.")
    messages_per_minute: int = Field(120, ge=0, description="Messages of a conversation within a minute; 0: no limit.")
    identity_checks_per_minute: int = Field(
        10, ge=0, description="Tries to show who one is, from one address within a minute; 0: no limit."
    )
    requests_per_minute: int = Field(600, ge=0, description="Requests of a user within a minute; 0: no limit.")
    requests_in_flight: int = Field(
        REQUESTS_IN_FLIGHT, ge=1, le=10_000, description="Requests answered at once; more are told to come again."
    )
    requests_of_address_per_minute: int = Field(
        6000, ge=0, description="Requests from one address within a minute; 0: no limit."
    )
    turn_wait_seconds: float = Field(
        30.0, gt=0, le=600, description="How long a message waits for the one before it in its conversation."
    )
    model_timeout_seconds: float = Field(
        20.0,
        gt=0,
        le=600,
        description="How long one call of a language model may take; the built-in one needs no limit.",
    )
    turn_timeout_seconds: float = Field(
        60.0, gt=0, le=600, description="After how long no further step of a turn is begun."
    )
    start_wait_seconds: float = Field(
        10.0, ge=0, le=600, description="How long a PostgreSQL server that is still starting is waited for."
    )
    shutdown_seconds: float = Field(
        20.0, ge=0, le=600, description="How long what is being answered is waited for when the program stops."
    )
    speech_provider: Literal["none", "openai"] = Field(
        "none", description="Who turns speech into text: none, or a service that speaks OpenAI's protocol."
    )
    speech_base_url: str = Field("https://api.openai.com/v1", description="The address of the speech service.")
    speech_api_key: SecretStr | None = Field(None, description="The key of the speech service, where it wants one.")
    speech_model: str = Field("whisper-1", description="The model that turns speech into text.")
    speech_timeout_seconds: float = Field(
        20.0, gt=0, le=120, description="How long a recording may take to become text."
    )
    max_model_calls: int = Field(8, ge=2, le=50, description="Model calls in one turn before it is ended.")

    @field_validator(
        "keys",
        "key_file",
        "log_file",
        "feature_flags_file",
        "oidc_client_secret",
        "oidc_cookie_secret",
        "smallest_count",
        "speech_api_key",
        "llm_api_key",
        "llm_temperature",
        mode="before",
    )
    @classmethod
    def _is_none_when_empty(cls, value: object) -> object:
        return None if value == "" else value

    @field_validator("llm_provider")
    @classmethod
    def _is_known_provider(cls, provider: str) -> str:
        if provider not in PROVIDERS and not OTHER_PROVIDER.fullmatch(provider):
            raise ValueError(f"use {', '.join(PROVIDERS)}, or provider:model such as anthropic:claude-sonnet-4-5")
        return provider

    @field_validator("database_url")
    @classmethod
    def _is_known_database(cls, url: str) -> str:
        if not url.startswith(DATABASES) or "\0" in url:
            raise ValueError("use an address such as sqlite:///var/rxflow.db or postgresql://user@host/rxflow")
        return url

    sign_in: Literal["demo", "identity"] = Field(
        "demo",
        validate_default=True,
        description="demo: choose a made-up patient, or sign in; identity: sign in by name and birth date.",
    )
    identity_tries: int = Field(3, ge=1, le=100, description="Failed tries to sign in before one has to wait.")
    lockout_minutes: int = Field(15, ge=1, le=1440, description="How long one has to wait then, in minutes.")
    session_timeout_minutes: int = Field(
        30, ge=1, le=1440, description="A conversation idle for so long is over, in minutes."
    )

    access_token_minutes: int = Field(15, ge=1, le=60, description="How long an access token is valid, in minutes.")
    session_days: int = Field(
        14, ge=1, le=90, description="How long one stays signed in, however often it is renewed, in days."
    )

    smallest_count: int | None = Field(
        None,
        ge=1,
        le=1000,
        description="The least count of conversations or orders that figures tell; default: 1 in a demo, else 11.",
    )

    @property
    def smallest_count_told(self) -> int:
        """Below which counts are not told.

        Source: CMS cell size suppression policy: no cell of 10 or less. A demo has made-up patients, and few.
        """
        return self.smallest_count or (1 if self.environment == "demo" else 11)

    oidc_client_id: str = Field("", description="The client at an identity provider (OpenID Connect); empty: none.")
    oidc_client_secret: SecretStr | None = Field(None, description="Its secret.")
    oidc_metadata_url: str = Field(
        "", description="Where the provider describes itself, ending in /.well-known/openid-configuration."
    )
    oidc_cookie_secret: SecretStr | None = Field(
        None, description="What the pages sign the cookie of such a sign-in with; at least 32 random characters."
    )
    oidc_staff_domain: str = Field(
        "",
        description="The domain of the staff's e-mail addresses; before it stands a user's id. Empty: patients only.",
    )
    oidc_redirect_url: str = Field(
        "",
        validate_default=True,
        description="Where the provider sends people back to: the pages' address, ending in /oauth2callback.",
    )

    @field_validator("oidc_redirect_url")
    @classmethod
    def _is_all_of_a_provider(cls, redirect: str, given: ValidationInfo) -> str:
        rest = {name: given.data.get(name) for name in OIDC_NEEDS}
        if not redirect and not any(rest.values()):
            return redirect
        if missing := [f"{ENV_PREFIX}{name.upper()}" for name, value in rest.items() if not value]:
            raise ValueError(f"an identity provider needs {' and '.join(missing)} too")
        secret = given.data["oidc_cookie_secret"].get_secret_value()
        if len(secret) < LEAST_COOKIE_SECRET_CHARS:
            raise ValueError(f"RXFLOW_OIDC_COOKIE_SECRET needs {LEAST_COOKIE_SECRET_CHARS} characters or more")
        if not redirect.endswith("/oauth2callback"):
            raise ValueError("use the pages' address with /oauth2callback, such as https://rx.example/oauth2callback")
        for name, address in (("OIDC_METADATA_URL", rest["oidc_metadata_url"]), ("OIDC_REDIRECT_URL", redirect)):
            if not _is_private(str(address)):
                raise ValueError(f"{ENV_PREFIX}{name} must begin with https:// (http:// only on this machine)")
        return redirect

    @field_validator("sign_in")
    @classmethod
    def _is_not_demo_in_production(cls, sign_in: str, given: ValidationInfo) -> str:
        if sign_in == "demo" and given.data.get("environment") == "production":
            raise ValueError("in a production nobody comes in without showing who they are; use identity")
        return sign_in

    @field_validator("timezone")
    @classmethod
    def _is_known(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise ValueError("use a time zone name such as America/Chicago") from error
        return name

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    @property
    def has_identity_provider(self) -> bool:
        """Whether people can sign in with an identity provider."""
        return bool(self.oidc_redirect_url)

    @property
    def lets_choose_a_patient(self) -> bool:
        """Whether programs may come in as any patient: in a demo, and while no other machine can reach it."""
        return self.environment == "demo" and self.sign_in == "demo" and is_of_this_machine(self.host)


def _is_private(address: str) -> bool:
    """Whether what is sent to an address can be read on the way by nobody."""
    parts = urlsplit(address)
    return parts.scheme == "https" or (parts.scheme == "http" and is_of_this_machine(parts.hostname or ""))


def is_of_this_machine(host: str) -> bool:
    """Whether a host, by name or address, is this machine and no other."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def get_settings() -> Settings:
    """Read the settings from the environment.

    Raises:
        ConfigurationError: One line that names each wrong variable and what it should be.
    """
    try:
        return Settings()
    except ValidationError as error:
        faults = (f"{ENV_PREFIX}{'_'.join(map(str, fault['loc'])).upper()}: {fault['msg']}" for fault in error.errors())
        raise ConfigurationError("; ".join(faults)) from error
