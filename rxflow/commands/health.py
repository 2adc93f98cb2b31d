"""What `rxflow doctor` looks at. Each check tells what it found, or raises an error that says what to do."""

import asyncio
import errno
import http.client
import os
import shutil
import socket
import stat
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import select

from rxflow.bootstrap import audit_head_file, key_file, open_store
from rxflow.commands.assistant import fresh_assistants, system_clock
from rxflow.commands.checks import counted, data_counts
from rxflow.config.settings import ENV_PREFIX, Settings
from rxflow.domain.errors import AuditTrailError, ConfigurationError, RxFlowError
from rxflow.llm.model_check import check_model
from rxflow.llm.providers import BUILTIN, choose, open_choice
from rxflow.persistence.audit_head_file import HeadFile
from rxflow.persistence.audit_tables import AUDIT_EVENTS
from rxflow.persistence.engine import Store, is_in_memory, parse_address
from rxflow.persistence.schema import SCHEMA_VERSION
from rxflow.security.provision import open_key_ring
from rxflow.services.audit import AuditService
from rxflow.services.stored_data import stored_counts
from rxflow.workflow.workflow_types import RefillState

OLDEST_PYTHON, NEWEST_PYTHON = (3, 11), (3, 13)
LEAST_FREE_BYTES = 200_000_000
"""Room for a day of a busy pharmacy and for SQLite's write-ahead log; a backup needs as much as the database again."""
CLOCKS_APART = timedelta(minutes=1)
"""Processes on several machines write events; so far their clocks may differ."""
REPLY_SECONDS = 2.0


def python(version: tuple[int, ...] = sys.version_info[:3]) -> str:
    """The interpreter is one that RxFlow is tested on."""
    shown = ".".join(map(str, version))
    if not OLDEST_PYTHON <= version[:2] <= NEWEST_PYTHON:
        raise ConfigurationError(f"Python {shown} is not supported. Install Python 3.11, 3.12 or 3.13.")
    return f"Python {shown}"


def configuration(settings: Settings) -> str:
    """All settings can be used; the names of those that differ from the default, never their values."""
    fields = Settings.model_fields
    changed = [f"{ENV_PREFIX}{name.upper()}" for name in fields if getattr(settings, name) != fields[name].default]
    named = f"set: {', '.join(changed)}" if changed else "all are the defaults"
    return f"all settings can be used, time zone {settings.timezone}; {named}"


def keys(settings: Settings) -> str:
    """The keys are there, well formed, and readable by their owner alone."""
    given = settings.keys.get_secret_value() if settings.keys else None
    file = key_file(settings)
    ring = open_key_ring(given, file, is_production=settings.environment == "production")
    held = ring.keys
    where = "RXFLOW_KEYS" if given is not None else f"{file}, mode {stat.S_IMODE(file.stat().st_mode):o}"
    whose = "made by a demo for itself" if held.is_demo else "your own"
    count = "1 key" if len(held.data) == 1 else f"{len(held.data)} keys"
    return f"{count}, number {held.active} active, {whose}, in {where}"


def data(settings: Settings) -> str:
    """What the assistant serves can be used: the folder, or the import."""
    if settings.data_source == "files":
        return f"{settings.data_dir} holds {', '.join(counted(data_counts(settings)))}"
    store = open_store(settings)
    try:
        counts = stored_counts(store)
    finally:
        store.close()
    return f"{_address(settings)} holds {', '.join(counted(counts))}"


def database(settings: Settings, store: Store) -> str:
    """The database can be written; how long a write of nothing takes, and what kind of database it is."""
    began = time.monotonic()
    store.probe()
    milliseconds = (time.monotonic() - began) * 1000
    with store.read() as tx:
        if tx.connection.dialect.name == "sqlite":
            mode = tx.connection.exec_driver_sql("PRAGMA journal_mode").scalar_one()
            kind = f"SQLite, journal {mode}"
        else:
            kind = f"PostgreSQL {tx.connection.exec_driver_sql('SHOW server_version').scalar_one()}"
    return f"{_address(settings)} can be written in {milliseconds:.1f} ms, tables of version {SCHEMA_VERSION}, {kind}"


def audit_trail(settings: Settings, store: Store) -> str:
    """The head that was exported is in the trail."""
    path = audit_head_file(settings)
    if path is None:
        return "a database in memory has no exported head"
    exported, audit = HeadFile(path).read(), AuditService(store=store)
    head = audit.head()
    if head is None and exported is None:
        return "nothing was recorded yet"
    if exported is None:
        raise AuditTrailError(
            f"No head was exported to {path}, so that cut-off events would not show. Look through the trail with "
            f"`rxflow audit verify`, and run: rxflow audit head --json > {path}"
        )
    if exported.head.sequence and audit.mac(exported.head.sequence) != exported.head.mac:
        raise AuditTrailError(f"The head in {path} is not in the trail. `rxflow audit verify` says what is missing.")
    last = head.sequence if head else 0
    return f"{last} events, the head of event {exported.head.sequence} is in {path}"


def clock(_settings: Settings, store: Store) -> str:
    """The newest event is not in the future."""
    newest = select(AUDIT_EVENTS.c.at).order_by(AUDIT_EVENTS.c.sequence.desc()).limit(1)
    with store.read() as tx:
        found: datetime | None = tx.scalar(newest)
    return clock_of(found, system_clock())


def clock_of(newest: datetime | None, now: datetime) -> str:
    """Compare the newest event with the present.

    Raises:
        ConfigurationError: The event is in the future.
    """
    if newest is not None and newest - now > CLOCKS_APART:
        raise ConfigurationError(
            f"The newest event is of {newest.isoformat(timespec='seconds')}, and this machine's clock says "
            f"{now.isoformat(timespec='seconds')}. Set the clock (NTP): days and times of refills depend on it."
        )
    return f"{now.isoformat(timespec='seconds')}, not before the newest event"


def redis(settings: Settings) -> str:
    """Redis answers within the time that a patient waits for it."""
    # Imported only where it is used.
    from rxflow.persistence.redis_windows import RedisWindows

    windows = RedisWindows(settings.redis_url)

    async def ask() -> float:
        try:
            # The first question opens a connection; the second is what a message costs.
            await windows.wait("doctor", 1)
            began = time.monotonic()
            await windows.wait("doctor", 1)
            return (time.monotonic() - began) * 1000
        finally:
            await windows.close()

    return f"answers in {asyncio.run(ask()):.1f} ms"


def disk(settings: Settings, least_free: int = LEAST_FREE_BYTES) -> str:
    """There is room where the database is.

    Args:
        least_free: How many bytes must be free.
    """
    address = parse_address(settings.database_url)
    if address.get_backend_name() != "sqlite" or is_in_memory(address):
        return "the database is not on a disk of this machine that it could name"
    folder = Path(str(address.database)).absolute().parent
    while not folder.exists():
        folder = folder.parent
    free = shutil.disk_usage(folder).free
    if free < least_free:
        raise ConfigurationError(
            f"{folder} has {_megabytes(free)} MB left, and {_megabytes(least_free)} MB are needed. Make room, or move "
            "the database (RXFLOW_DATABASE_URL)."
        )
    return f"{_megabytes(free)} MB free in {folder}"


def model(settings: Settings) -> str:
    """The language model can be reached and calls a tool; then say hello to a whole assistant with its own database."""
    found = asyncio.run(_asked(settings))
    with fresh_assistants(settings)() as assistant:
        patient = assistant.services.patients.all()[0]
        session_id = assistant.run(assistant.manager.start(patient.patient_id)).session_id
        reply = assistant.run(assistant.manager.handle_message("hello", session_id))
    if reply.state is RefillState.ERROR:
        raise RxFlowError(f"{settings.llm_provider} does not answer. Look at the log, or set RXFLOW_LLM_PROVIDER.")
    return found


async def _asked(settings: Settings) -> str:
    """Ask the model that the settings name to call a tool; the built-in one needs no asking."""
    choice = choose(settings, os.environ)
    if choice.provider == BUILTIN:
        return "builtin answers" if choice.why == "CONFIGURED" else f"builtin answers, chosen by auto: {choice.why}"
    chosen = open_choice(settings, choice, os.environ)
    try:
        return await check_model(chosen, settings.model_timeout_seconds)
    finally:
        await chosen.close()


def port(settings: Settings) -> str:
    """The port can be listened on, or RxFlow serves on it already."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        socket.create_server((settings.host, settings.port), family=family).close()
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise ConfigurationError(
                f"{settings.host} port {settings.port} cannot be listened on ({error.strerror}). "
                "Set RXFLOW_HOST to an address of this machine and RXFLOW_PORT to 1024 or more."
            ) from error
        if not _is_served(settings.host, settings.port):
            raise ConfigurationError(
                f"Port {settings.port} is in use by another program. Stop it, or set RXFLOW_PORT to a free port."
            ) from error
        return f"RxFlow serves on {settings.host} port {settings.port}"
    return f"{settings.host} port {settings.port} is free"


def _is_served(host: str, number: int) -> bool:
    """Whether what listens there shows RxFlow's counters."""
    connection = http.client.HTTPConnection(host, number, timeout=REPLY_SECONDS)
    try:
        connection.request("GET", "/metrics")
        return b"rxflow_" in connection.getresponse().read()
    except (OSError, http.client.HTTPException):
        # Whatever it is, it is not RxFlow.
        return False
    finally:
        connection.close()


def _address(settings: Settings) -> str:
    return parse_address(settings.database_url).render_as_string(hide_password=True)


def _megabytes(count: int) -> int:
    return count // 1_000_000
