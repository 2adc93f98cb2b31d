"""The assistant that a command works with."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import SecretStr

from rxflow.assistant import Assistant
from rxflow.bootstrap import build_assistant
from rxflow.config.settings import Settings, get_settings
from rxflow.observability.logging import configure_logging
from rxflow.prompts.catalog import languages
from rxflow.security.keys import format_keys, new_keys
from rxflow.services.mock_data import load_mock_data


def system_clock() -> datetime:
    """The present."""
    return datetime.now(UTC)


def open_assistant() -> Assistant:
    """The assistant of the environment's settings, with its logs on stderr.

    Raises:
        RxFlowError: The settings, the data or the database cannot be used.
    """
    return build_assistant(logged_settings())


def logged_settings() -> Settings:
    """Read the settings, and log as they say.

    Raises:
        ConfigurationError: A setting is wrong.
    """
    settings = get_settings()
    configure_logging(settings.log_level)
    return settings


def fresh_assistants(
    settings: Settings, now: Callable[[], datetime] = system_clock
) -> Callable[[], AbstractContextManager[Assistant]]:
    """Opens assistants that each have a database of their own, which is removed with them.

    The database is a file, so that a turn costs what it costs in use; the data, which nothing changes, is read once.

    Args:
        settings: All but the database.
        now: The present as an aware time.

    Raises:
        DataError: A data file is missing or broken.
    """
    data = load_mock_data(settings.data_dir, now().astimezone(settings.zone).date(), languages())

    # Not a demo's: a production looks at itself too.
    keys = SecretStr(format_keys(new_keys()))

    @contextmanager
    def fresh() -> Iterator[Assistant]:
        with TemporaryDirectory(prefix="rxflow-") as folder:
            address = f"sqlite:///{Path(folder) / 'rxflow.db'}"
            # Scenarios are played faster than anyone types, and share nothing.
            alone = {"database_url": address, "keys": keys, "messages_per_minute": 0, "redis_url": ""}
            own = settings.model_copy(update=alone)
            with build_assistant(own, now=now, data=data) as assistant:
                yield assistant

    return fresh
