"""The one composition root: settings to services, store, model and clock, to an assistant."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic, perf_counter

from langchain_core.language_models import BaseChatModel

from rxflow.assistant import Assistant
from rxflow.config.settings import Settings
from rxflow.dialogue.medications import MedicationResolver
from rxflow.domain.audit import AuditHead, as_code
from rxflow.domain.errors import RxFlowError
from rxflow.llm.providers import (
    ConversationalModel,
    get_builtin_llm,
    get_conversational_llm,
    get_message_reader,
    given_llm,
)
from rxflow.llm.transcription import open_transcriber
from rxflow.observability.collector import paused
from rxflow.observability.logging import LogFile, configure_logging
from rxflow.observability.metrics import Metrics
from rxflow.observability.token_prices import load_prices
from rxflow.persistence.audit_head_file import HeadExport, HeadFile
from rxflow.persistence.checkpoints import Checkpoints, open_checkpoints
from rxflow.persistence.engine import Store, create_store, is_in_memory, parse_address
from rxflow.persistence.turn_locks import open_turn_locks
from rxflow.resilience.degradation import BUILT_IN_MODEL, Degradations
from rxflow.resilience.event_loop import EventLoopThread
from rxflow.resilience.retrying import configure_retries
from rxflow.security.cipher import Cipher
from rxflow.security.provision import open_key_ring
from rxflow.service_wiring import build_services
from rxflow.services.audit import AuditService
from rxflow.services.mock_data import MockData
from rxflow.services.rate_limits import Digest, LimitedKind, RateLimits
from rxflow.services.registry import Services
from rxflow.services.stored_data import load_stored_data
from rxflow.services.token_budget import SESSION_TOKENS, TokenBudget
from rxflow.tools.information_tools import CLINICAL_TOOLS
from rxflow.tools.registry import AVAILABLE_TOOLS
from rxflow.workflow.agent import RefillAgent
from rxflow.workflow.conversation_manager import AdvancedConversationManager
from rxflow.workflow.conversation_types import ConversationType, ConversationTypes, installed_types
from rxflow.workflow.model_calls import ModelCalls
from rxflow.workflow.routing import Router

Clock = Callable[[], datetime]


def build_assistant(
    settings: Settings,
    *,
    now: Clock | None = None,
    model: BaseChatModel | None = None,
    data: MockData | None = None,
    conversation_types: Iterable[ConversationType] = (),
) -> Assistant:
    """Build an assistant.

    Args:
        settings: The settings.
        now: The clock; the system's by default.
        model: The language model, which is on this machine; by default the one that the settings name.
        data: The mock data, when it is loaded already.
        conversation_types: Types of conversation beside the three built in and those of installed packages.

    Raises:
        ConfigurationError: The data is to be served from the database, and nothing is imported; the language model or
            the speech service cannot be used as it is set; or a type of conversation cannot be.
        DataError: A data file is missing or broken.
        StoreUnavailableError: The database cannot be opened.
    """
    configure_logging(settings.log_level, _log_file(settings))
    configure_retries()
    types = ConversationTypes((*installed_types(), *conversation_types))
    clock = now or _system_clock
    transcriber = open_transcriber(settings)
    metrics = Metrics(
        active_seconds=settings.session_timeout_minutes * 60,
        token_prices={as_code(name): price for name, price in load_prices(settings.llm_prices).items()},
    )
    degradations = Degradations(clock)
    store = open_store(settings)
    reference: Store | None = None
    try:
        rate_limits = open_rate_limits(settings, store.cipher.digest, metrics, degradations)
        if settings.data_source == "database" and data is None:
            # The order gate looks patients up inside its write: a second connection of one pool could wait for ever.
            reference = open_store(settings)
            data = load_stored_data(reference)
        with paused():
            services = build_services(settings, store, clock, data, metrics)
        resolver = MedicationResolver(services.drugs)
        reader = get_message_reader(services, resolver)
        builtin = get_builtin_llm(services, resolver, reader)
        chosen = given_llm(model) if model is not None else get_conversational_llm(settings, builtin)
        loop, checkpoints = _start_checkpoints(settings.database_url, store.cipher)
    except RxFlowError:
        store.close()
        if reference is not None:
            reference.close()
        raise
    metrics.watch_queue(services.cases.waiting)
    turn_locks = open_turn_locks(settings.database_url, wait_seconds=settings.turn_wait_seconds)
    calls = _model_calls(settings, chosen, builtin, store, services, degradations)
    tools = (*AVAILABLE_TOOLS, *CLINICAL_TOOLS)
    agent = RefillAgent(chosen.model, tools, checkpoints, settings.max_model_calls, calls)
    export = _export_head(settings, store, services.audit, metrics, clock)
    manager = AdvancedConversationManager(
        agent,
        services,
        resolver,
        metrics,
        settings.max_message_chars,
        turn_locks,
        rate_limits,
        Router(types, reader.read),
    )
    return Assistant(
        settings,
        services,
        manager,
        metrics,
        degradations,
        _store=store,
        _checkpoints=checkpoints,
        _turn_locks=turn_locks,
        _rate_limits=rate_limits,
        _loop=loop,
        _close_model=chosen.close,
        _head_export=export,
        _reference=reference,
        transcriber=transcriber,
    )


def _model_calls(
    settings: Settings,
    chosen: ConversationalModel,
    builtin: BaseChatModel,
    store: Store,
    services: Services,
    degradations: Degradations,
) -> ModelCalls:
    """How the model is asked; with the built-in one to fall back on, its taking over and its end are noted."""

    def noted(reason: str) -> None:
        # One conversation that has used its tokens says nothing of the others.
        if reason != SESSION_TOKENS:
            degradations.note(BUILT_IN_MODEL, reason)

    return ModelCalls(
        builtin if chosen.model is not builtin else None,
        model_seconds=settings.model_timeout_seconds,
        turn_seconds=settings.turn_timeout_seconds,
        seconds=perf_counter,
        on_fallback=noted,
        on_answer=lambda: degradations.clear(BUILT_IN_MODEL),
        is_elsewhere=chosen.is_elsewhere,
        budget=TokenBudget(
            store=store,
            per_session=settings.tokens_per_session,
            per_day=settings.tokens_per_day,
            today=lambda: services.local_now().date(),
        ),
    )


def open_rate_limits(
    settings: Settings, digest: Digest, metrics: Metrics, degradations: Degradations | None = None
) -> RateLimits:
    """The limits of the settings, counted in Redis when there is an address.

    Raises:
        ConfigurationError: The address is not one of a Redis server.
    """
    shared = None
    if settings.redis_url:
        # Imported only where it is used.
        from rxflow.persistence.redis_windows import RedisWindows

        shared = RedisWindows(settings.redis_url)
    per_minute: dict[LimitedKind, int] = {
        "messages": settings.messages_per_minute,
        "identity_checks": settings.identity_checks_per_minute,
        "requests": settings.requests_per_minute,
        "requests_of_place": settings.requests_of_address_per_minute,
    }
    return RateLimits(
        per_minute, digest=digest, metrics=metrics, seconds=monotonic, shared=shared, degradations=degradations
    )


def open_store(settings: Settings) -> Store:
    """Open the database with its keys.

    Raises:
        ConfigurationError: The keys are missing or cannot be used.
        StoreUnavailableError: The database cannot be opened.
    """
    given = settings.keys.get_secret_value() if settings.keys else None
    ring = open_key_ring(given, key_file(settings), is_production=settings.environment == "production")
    return create_store(settings.database_url, Cipher(ring), start_wait_seconds=settings.start_wait_seconds)


def key_file(settings: Settings) -> Path:
    """Where the keys are, unless they are given: beside an SQLite database."""
    if settings.key_file is not None:
        return settings.key_file
    return _beside_database(settings, "rxflow.key")


def _beside_database(settings: Settings, name: str) -> Path:
    """A file in the folder of an SQLite database; of one that has no folder, in `var`."""
    address = parse_address(settings.database_url)
    in_a_file = address.get_backend_name() == "sqlite" and not is_in_memory(address)
    return (Path(str(address.database)).parent if in_a_file else Path("var")) / name


def _export_head(
    settings: Settings, store: Store, audit: AuditService, metrics: Metrics, now: Clock
) -> HeadExport | None:
    """Count what the audit trail holds, and write its head to a file where there is a place for one."""
    path = audit_head_file(settings)
    export = HeadExport(HeadFile(path), audit.mac, now) if path is not None else None

    def audited(head: AuditHead) -> None:
        metrics.audit_sequence.set(head.sequence)
        if export is not None:
            export.note(head)

    store.on_audited = audited
    return export


def audit_head_file(settings: Settings) -> Path | None:
    """Where the audit trail's head is written; None for a database in memory, which ends with the process."""
    if settings.audit_head_file is not None or is_in_memory(parse_address(settings.database_url)):
        return settings.audit_head_file
    return _beside_database(settings, "rxflow.audit-head")


def _log_file(settings: Settings) -> LogFile | None:
    if settings.log_file is None:
        return None
    return LogFile(settings.log_file, settings.log_file_megabytes * 1_000_000, settings.log_files_kept)


def _system_clock() -> datetime:
    return datetime.now(UTC)


def _start_checkpoints(url: str, cipher: Cipher) -> tuple[EventLoopThread, Checkpoints]:
    """The event loop of an assistant, and the memory of conversations that lives on it.

    Raises:
        StoreUnavailableError: The database cannot be opened.
    """
    loop = EventLoopThread()
    try:
        return loop, loop.run(open_checkpoints(url, cipher))
    except RxFlowError:
        loop.close()
        raise
