"""Settings: what is read, and one line that names the variable for everything that is wrong."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from rxflow.config.settings import Settings, get_settings
from rxflow.domain.errors import ConfigurationError


@pytest.fixture(autouse=True)
def _empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No `.env` but a test's own."""
    monkeypatch.chdir(tmp_path)


def test_the_defaults_need_no_environment() -> None:
    settings = get_settings()

    assert (settings.llm_provider, settings.database_url) == ("builtin", "sqlite:///var/rxflow.db")
    assert (settings.host, settings.port) == ("127.0.0.1", 8501)
    assert settings.zone.key == "America/Chicago"
    assert (settings.data_dir / "mock_patients.json").is_file()


def test_the_environment_is_read_over_the_env_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").write_text("RXFLOW_PORT=9001\nRXFLOW_HOST=0.0.0.0\nSOMETHING_ELSE=1\n")
    monkeypatch.setenv("RXFLOW_PORT", "9002")
    settings = get_settings()

    assert (settings.port, settings.host) == (9002, "0.0.0.0")  # noqa: S104 - read, not bound


def test_settings_do_not_change() -> None:
    with pytest.raises(ValidationError):
        get_settings().port = 1  # type: ignore[misc]


@pytest.mark.parametrize(
    ("variable", "value", "advice"),
    [
        ("RXFLOW_LLM_PROVIDER", "gpt", "builtin"),
        ("RXFLOW_LLM_PROVIDER", "", "builtin"),
        ("RXFLOW_DATABASE_URL", "mysql://localhost/rxflow", "sqlite:///var/rxflow.db"),
        ("RXFLOW_DATABASE_URL", "", "sqlite:///var/rxflow.db"),
        ("RXFLOW_DATABASE_URL", "var/rxflow.db", "sqlite:///var/rxflow.db"),
        ("RXFLOW_PORT", "eighty", "integer"),
        ("RXFLOW_PORT", "0", "greater than or equal to 1"),
        ("RXFLOW_PORT", "65536", "less than or equal to 65535"),
        ("RXFLOW_PORT", "-1", "greater than or equal to 1"),
        ("RXFLOW_TIMEZONE", "Texas", "America/Chicago"),
        ("RXFLOW_TIMEZONE", "", "America/Chicago"),
        ("RXFLOW_TIMEZONE", "../../etc/passwd", "America/Chicago"),
        ("RXFLOW_LOG_LEVEL", "LOUD", "WARNING"),
        ("RXFLOW_LOG_LEVEL", "info", "INFO"),
        ("RXFLOW_MAX_MESSAGE_CHARS", "99", "greater than or equal to 100"),
        ("RXFLOW_MAX_MESSAGE_CHARS", "1000000", "less than or equal to 100000"),
        ("RXFLOW_MAX_MODEL_CALLS", "1", "greater than or equal to 2"),
        ("RXFLOW_MAX_MODEL_CALLS", "51", "less than or equal to 50"),
        ("RXFLOW_MAX_MODEL_CALLS", "2.5", "integer"),
        ("RXFLOW_ACCESS_TOKEN_MINUTES", "0", "greater than or equal to 1"),
        ("RXFLOW_ACCESS_TOKEN_MINUTES", "61", "less than or equal to 60"),
        ("RXFLOW_SESSION_DAYS", "0", "greater than or equal to 1"),
        ("RXFLOW_SESSION_DAYS", "91", "less than or equal to 90"),
    ],
)
def test_a_wrong_setting_is_one_line_that_names_it(
    variable: str, value: str, advice: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(ConfigurationError) as raised:
        get_settings()

    message = str(raised.value)
    assert message.startswith(f"{variable}: ")
    assert advice in message
    assert "\n" not in message
    assert raised.value.code == "CONFIGURATION"


@pytest.mark.parametrize("folder", ["America", "Europe", "x" * 300])
def test_a_time_zone_that_is_no_file_is_a_wrong_setting(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RXFLOW_TIMEZONE", folder)
    with pytest.raises(ConfigurationError, match=r"^RXFLOW_TIMEZONE: "):
        get_settings()


def test_every_wrong_setting_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RXFLOW_PORT", "x")
    monkeypatch.setenv("RXFLOW_TIMEZONE", "y")
    with pytest.raises(ConfigurationError) as raised:
        get_settings()

    assert [fault.split(":")[0] for fault in str(raised.value).split("; ")] == ["RXFLOW_PORT", "RXFLOW_TIMEZONE"]


def test_every_setting_is_described() -> None:
    assert all(field.description for field in Settings.model_fields.values())


@pytest.mark.parametrize("sign_in", [None, "demo"])
def test_a_production_in_which_anybody_could_be_chosen_is_refused(
    sign_in: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RXFLOW_ENVIRONMENT", "production")
    if sign_in is not None:
        monkeypatch.setenv("RXFLOW_SIGN_IN", sign_in)
    with pytest.raises(ConfigurationError, match=r"^RXFLOW_SIGN_IN: .*use identity$"):
        get_settings()

    monkeypatch.setenv("RXFLOW_SIGN_IN", "identity")
    assert get_settings().sign_in == "identity"


@pytest.mark.parametrize(
    ("changes", "may"),
    [
        ({}, True),
        ({"host": "localhost"}, True),
        ({"host": "::1"}, True),
        ({"host": "127.8.8.8"}, True),
        ({"host": "0.0.0.0"}, False),  # noqa: S104 - read, not bound
        ({"host": "::"}, False),
        ({"host": "192.168.1.4"}, False),
        ({"host": "pharmacy.example"}, False),
        ({"host": ""}, False),
        ({"sign_in": "identity"}, False),
        ({"sign_in": "identity", "environment": "production"}, False),
    ],
)
def test_a_patient_is_chosen_in_a_demo_of_this_machine_only(changes: dict[str, str], may: bool) -> None:
    assert Settings(_env_file=None, **changes).lets_choose_a_patient is may
