"""Settings: environment variables `RXFLOW_*` and a `.env` file, checked once at start-up."""

from ipaddress import ip_address
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from rxflow.domain.errors import ConfigurationError

ENV_PREFIX = "RXFLOW_"
REQUESTS_IN_FLIGHT = 200
DATABASES = ("sqlite:///", "postgresql://", "postgresql+psycopg://")
DEFAULT_DATA_DIR = Path(__file__).resolve().parents[2] / "data"


class Settings(BaseSettings):
    """What an operator can set. Each field is the environment variable of its name behind `RXFLOW_`."""

    model_config = SettingsConfigDict(env_prefix=ENV_PREFIX, env_file=".env", extra="ignore", frozen=True)

    llm_provider: Literal["builtin"] = Field("builtin", description="The language model that reads the patient.")
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
    max_model_calls: int = Field(8, ge=2, le=50, description="Model calls in one turn before it is ended.")

    @field_validator("keys", "key_file", "log_file", "feature_flags_file", mode="before")
    @classmethod
    def _is_none_when_empty(cls, value: object) -> object:
        return None if value == "" else value

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
    def lets_choose_a_patient(self) -> bool:
        """Whether programs may come in as any patient: in a demo, and while no other machine can reach it."""
        return self.environment == "demo" and self.sign_in == "demo" and _is_of_this_machine(self.host)


def _is_of_this_machine(host: str) -> bool:
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
