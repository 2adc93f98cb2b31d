"""The one composition root: settings to services, store, model and clock, to an assistant."""

from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic, perf_counter
from types import TracebackType
from typing import Any, Self, TypeVar

from langchain_core.language_models import BaseChatModel
from sqlalchemy import select

from rxflow.config.feature_flags import FeatureFlags, load_rules
from rxflow.config.settings import Settings
from rxflow.dialogue.medications import MedicationResolver
from rxflow.domain.audit import AuditHead
from rxflow.domain.errors import RxFlowError
from rxflow.domain.lockout import LockoutLimits
from rxflow.llm.providers import get_conversational_llm
from rxflow.observability.collector import paused
from rxflow.observability.logging import LogFile, configure_logging
from rxflow.observability.metrics import Metrics
from rxflow.persistence.audit_head_file import HeadExport, HeadFile
from rxflow.persistence.checkpoints import Checkpoints, open_checkpoints
from rxflow.persistence.engine import Store, create_store, is_in_memory, parse_address
from rxflow.persistence.ids import new_id, new_secret, new_session_id
from rxflow.persistence.refill_records import StoredRecords
from rxflow.persistence.turn_locks import TurnLocks, open_turn_locks
from rxflow.prompts.catalog import languages
from rxflow.resilience.degradation import BUILT_IN_MODEL, Degradations
from rxflow.resilience.event_loop import EventLoopThread
from rxflow.resilience.retrying import configure_retries
from rxflow.security.cipher import Cipher
from rxflow.security.provision import open_key_ring
from rxflow.security.tokens import AccessTokens
from rxflow.services.access import AccessService
from rxflow.services.audit import AuditService
from rxflow.services.cases import CaseService
from rxflow.services.coverage import CoverageService
from rxflow.services.drugs import DrugService
from rxflow.services.identity import IdentityService
from rxflow.services.mock_data import MockData, load_mock_data
from rxflow.services.orders import OrderService
from rxflow.services.patients import PatientService
from rxflow.services.pharmacies import PharmacyService
from rxflow.services.prices import PriceService
from rxflow.services.rate_limits import Digest, LimitedKind, RateLimits
from rxflow.services.refills import RefillService
from rxflow.services.registry import Services
from rxflow.services.retention import RetentionService
from rxflow.services.sessions import SessionService
from rxflow.services.stored_data import load_stored_data
from rxflow.services.users import UserService
from rxflow.tools.registry import AVAILABLE_TOOLS
from rxflow.workflow.agent import RefillAgent
from rxflow.workflow.conversation_manager import AdvancedConversationManager
from rxflow.workflow.model_calls import ModelCalls

Result = TypeVar("Result")
Clock = Callable[[], datetime]


@dataclass(slots=True, repr=False)
class Assistant:
    """A whole assistant, ready to talk.

    Attributes:
        settings: What it was built from.
        services: The pharmacy's services.
        manager: The conversations.
        metrics: What is counted.
        degradations: What is done without now, for probes of readiness.
    """

    settings: Settings
    services: Services
    manager: AdvancedConversationManager
    metrics: Metrics
    degradations: Degradations
    _store: Store
    _checkpoints: Checkpoints
    _turn_locks: TurnLocks
    _rate_limits: RateLimits
    _loop: EventLoopThread
    _head_export: HeadExport | None = None
    _reference: Store | None = None

    def dependencies(self) -> Mapping[str, Callable[[], None]]:
        """What a turn needs, each with a question that raises an RxFlowError where it is not there."""
        return {"database": self._ask_store, "data": self._ask_data}

    def _ask_store(self) -> None:
        """Raises StoreUnavailableError where the database cannot be read and written."""
        with self._store.write() as tx:
            tx.scalar(select(1))

    def _ask_data(self) -> None:
        """Raises where patients' files cannot be read."""
        self.services.patients.all(limit=1)

    @property
    def retention(self) -> RetentionService:
        """Forgets conversations; its coroutines are for `run`."""
        return RetentionService(
            store=self._store,
            memory=self._checkpoints,
            turn_locks=self._turn_locks,
            identity=self.services.identity,
            access=self.services.access,
            now=self.services.now,
        )

    def allows(self, kind: LimitedKind, key: str) -> bool:
        """Count one more of what is limited by the minute, unless it is too much.

        Args:
            kind: What is done.
            key: By whom or where, such as an address; it is kept as a keyed hash only.
        """
        return self.run(self._rate_limits.allow(kind, key))

    async def wait_before(self, kind: LimitedKind, key: str) -> float:
        """Count one more of what is limited, from any event loop.

        Returns:
            0; or in how many seconds one more is allowed, where this one is too much.
        """
        counted = self._wait_before(kind, key)
        # To cross to the other loop and back costs more than the whole of a simple request.
        return await (self.awaited(counted) if self._rate_limits.is_shared else counted)

    async def _wait_before(self, kind: LimitedKind, key: str) -> float:
        if await self._rate_limits.allow(kind, key):
            return 0.0
        return max(0.1, await self._rate_limits.retry_after(kind, key))

    async def awaited(self, coroutine: Coroutine[Any, Any, Result]) -> Result:
        """Await something of the manager from another event loop, such as a web server's.

        It goes on to its end even if whoever waits is cancelled, as when a browser goes away: no turn is half done.
        """
        return await self._loop.awaited(coroutine)

    def run(self, coroutine: Coroutine[Any, Any, Result]) -> Result:
        """Await something of the manager from ordinary code, on the assistant's own event loop."""
        return self._loop.run(coroutine)

    def close(self) -> None:
        """Take nothing new, let the turns in flight end, close the store and stop the event loop."""
        self._loop.drain(self.settings.shutdown_seconds)
        self._loop.close(self._checkpoints.close, self._turn_locks.close, self._rate_limits.close)
        if self._head_export is not None:
            self._head_export.close()
        self._store.close()
        if self._reference is not None:
            self._reference.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def build_assistant(
    settings: Settings,
    *,
    now: Clock | None = None,
    model: BaseChatModel | None = None,
    data: MockData | None = None,
) -> Assistant:
    """Build an assistant.

    Args:
        settings: The settings.
        now: The clock; the system's by default.
        model: The language model; by default the one that the settings name.
        data: The mock data, when it is loaded already.

    Raises:
        ConfigurationError: The data is to be served from the database, and nothing is imported.
        DataError: A data file is missing or broken.
        StoreUnavailableError: The database cannot be opened.
    """
    configure_logging(settings.log_level, _log_file(settings))
    configure_retries()
    clock = now or _system_clock
    metrics = Metrics(active_seconds=settings.session_timeout_minutes * 60)
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
        loop, checkpoints = _start_checkpoints(settings.database_url, store.cipher)
    except RxFlowError:
        store.close()
        if reference is not None:
            reference.close()
        raise
    metrics.watch_queue(services.cases.waiting)
    turn_locks = open_turn_locks(settings.database_url, wait_seconds=settings.turn_wait_seconds)
    resolver = MedicationResolver(services.drugs)
    builtin = get_conversational_llm(services, resolver)
    calls = _model_calls(settings, builtin if model is not None else None, degradations)
    agent = RefillAgent(model or builtin, AVAILABLE_TOOLS, checkpoints, settings.max_model_calls, calls)
    export = _export_head(settings, store, services.audit, metrics, clock)
    manager = AdvancedConversationManager(
        agent, services, resolver, metrics, settings.max_message_chars, turn_locks, rate_limits
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
        _head_export=export,
        _reference=reference,
    )


def _model_calls(settings: Settings, fallback: BaseChatModel | None, degradations: Degradations) -> ModelCalls:
    """How the model is asked; with a fallback, its taking over and its end are noted."""
    return ModelCalls(
        fallback,
        model_seconds=settings.model_timeout_seconds,
        turn_seconds=settings.turn_timeout_seconds,
        seconds=perf_counter,
        on_fallback=lambda reason: degradations.note(BUILT_IN_MODEL, reason),
        on_answer=lambda: degradations.clear(BUILT_IN_MODEL),
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


def build_services(
    settings: Settings, store: Store, now: Clock, data: MockData | None = None, metrics: Metrics | None = None
) -> Services:
    """Build the services over a store and the mock data.

    Raises:
        ConfigurationError: A feature flag is wrong.
        DataError: A data file is missing or broken.
    """
    zone = settings.zone
    counted = metrics or Metrics()
    data = data or load_mock_data(settings.data_dir, now().astimezone(zone).date(), languages())
    patients, drugs, coverage = PatientService(data), DrugService(data), CoverageService(data)
    pharmacies = PharmacyService(data, zone)
    prices = PriceService(data, coverage, pharmacies)
    refills = RefillService(
        patients=patients,
        drugs=drugs,
        pharmacies=pharmacies,
        coverage=coverage,
        tables=data.tables,
        records=StoredRecords(store),
        today=lambda: now().astimezone(zone).date(),
        zone=zone,
    )
    limits = LockoutLimits(settings.identity_tries, timedelta(minutes=settings.lockout_minutes))
    identity = IdentityService(store=store, patients=patients, now=now, zone=zone, limits=limits)
    orders = OrderService(
        store=store,
        refills=refills,
        patients=patients,
        drugs=drugs,
        pharmacies=pharmacies,
        prices=prices,
        now=now,
        zone=zone,
        new_id=new_id,
        changed=lambda status: counted.orders.labels(status).inc(),
    )
    return Services(
        patients=patients,
        drugs=drugs,
        pharmacies=pharmacies,
        coverage=coverage,
        prices=prices,
        refills=refills,
        orders=orders,
        cases=CaseService(
            store=store, now=now, new_id=new_id, opened=lambda route: counted.cases_opened.labels(route).inc()
        ),
        audit=AuditService(store=store),
        sessions=SessionService(
            store=store,
            now=now,
            new_session_id=new_session_id,
            timeout=timedelta(minutes=settings.session_timeout_minutes),
        ),
        identity=identity,
        users=UserService(store=store, now=now, limits=limits),
        access=_build_access(settings, store, now, patients, identity, limits),
        tables=data.tables,
        now=now,
        zone=zone,
        flags=FeatureFlags(
            load_rules(settings.feature_flags, settings.feature_flags_file),
            today=lambda: now().astimezone(zone).date(),
            attributes={"environment": settings.environment},
        ),
    )


def _build_access(
    settings: Settings,
    store: Store,
    now: Clock,
    patients: PatientService,
    identity: IdentityService,
    limits: LockoutLimits,
) -> AccessService:
    lifetime = timedelta(minutes=settings.access_token_minutes)
    return AccessService(
        store=store,
        patients=patients,
        identity=identity,
        tokens=AccessTokens(store.cipher, now=now, lifetime=lifetime, new_id=new_secret),
        now=now,
        zone=settings.zone,
        limits=limits,
        session_length=timedelta(days=settings.session_days),
        new_secret=new_secret,
        demo_sign_in=settings.lets_choose_a_patient,
    )


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
