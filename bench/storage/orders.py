"""Patients with a refill to order each, and how long the order gate takes for them, one by one and side by side."""

import multiprocessing
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier
from statistics import mean, median
from time import perf_counter, process_time, sleep

from bench.figures import Figure, p99
from bench.storage.plain import Base, keep
from rxflow.bootstrap import open_store
from rxflow.config.settings import Settings
from rxflow.domain.errors import RxFlowError
from rxflow.domain.order import Consent, Quote
from rxflow.domain.pharmacy import StockException
from rxflow.observability.collector import keep_loaded
from rxflow.persistence import postgresql, sqlite
from rxflow.persistence.engine import BUSY_TIMEOUT_MS, parse_address
from rxflow.prompts.catalog import languages
from rxflow.service_wiring import build_services
from rxflow.services.mock_data import MockData, load_mock_data
from rxflow.services.registry import Services

MOST_TIMES_AS_SLOW = 3.0
LEAST_A_SECOND = 500.0
MOST_P99_MS = 10.0
A_SECOND = 100
"""Orders a second of all processes together."""
WARM = 20
LIKE = "patient_001"
REFILLED = "lisinopril"
PHARMACY = "PH003"
STOCK = StockException(PHARMACY, REFILLED, "10 mg", 1_000_000)
"""A stock that is counted and never runs out, so that each order looks at it."""
READY_SECONDS = 120.0
Agreed = tuple[Quote, Consent]


def measure_orders(settings: Settings, kind: str, count: int) -> list[Figure]:
    """Place orders one by one, turn about with the same rows by the ORM, and compare."""
    ours, plain, cpu = _one_by_one(settings, count)
    name = f"{kind}, an order:"
    return [
        Figure(f"{name} p50 of a submit", 1000 * median(ours), "ms"),
        Figure(f"{name} p99 of a submit", 1000 * p99(ours), "ms"),
        Figure(f"{name} processor time of a submit", 1000 * median(cpu), "ms"),
        Figure(f"{name} p50 of the same rows by the plain ORM", 1000 * median(plain), "ms"),
        Figure(f"{name} a submit over the plain ORM", median(ours) / median(plain), "times", MOST_TIMES_AS_SLOW),
        Figure(
            f"{name} submits a second of one process",
            1 / mean(ours),
            "/s",
            LEAST_A_SECOND if kind == "SQLite" else None,
            at_least=True,
        ),
    ]


def _one_by_one(settings: Settings, count: int) -> tuple[list[float], list[float], list[float]]:
    """Seconds of each submit, of each transaction of the ORM, and of processor time of each submit."""
    address = parse_address(settings.database_url)
    backend = {"sqlite": sqlite, "postgresql": postgresql}[address.get_backend_name()]
    ours, plain, cpu = list[float](), list[float](), list[float]()
    engine = backend.open_engine(address, BUSY_TIMEOUT_MS)
    with opened(settings, count + WARM) as services:
        try:
            Base.metadata.create_all(engine)
            agreed = agreements(services, range(count + WARM))
            keep_loaded()
            for each in agreed:
                began, used = perf_counter(), process_time()
                order = services.orders.submit(*each)
                placed = perf_counter()
                cpu.append(process_time() - used)
                keep(engine, order, each[1])
                plain.append(perf_counter() - placed)
                ours.append(placed - began)
        finally:
            engine.dispose()
    return ours[WARM:], plain[WARM:], cpu[WARM:]


def measure_together(settings: Settings, kind: str, processes: int, seconds: float, judged: bool) -> list[Figure]:
    """Place orders from several processes at once, each at its own pace.

    Args:
        judged: Whether the database has a goal to reach; the others are measured for comparison.
    """
    each = round(A_SECOND * seconds / processes)
    took, failures = _together(settings, processes, each)
    name = f"{kind}, {processes} processes at {A_SECOND}/s:"
    return [
        Figure(f"{name} orders placed", len(took), "", processes * each, at_least=True),
        Figure(f"{name} errors", len(failures), "", 0),
        Figure(f"{name} p50 from when an order was due", 1000 * median(took), "ms"),
        Figure(f"{name} p99 from when an order was due", 1000 * p99(took), "ms", MOST_P99_MS if judged else None),
        Figure(f"{name} the slowest", 1000 * max(took), "ms"),
    ]


def _together(settings: Settings, processes: int, each: int) -> tuple[list[float], list[str]]:
    context = multiprocessing.get_context("spawn")
    ready, results = context.Barrier(processes), context.Queue()
    workers = [
        context.Process(target=place_paced, args=(settings, number, processes, each, ready, results))
        for number in range(processes)
    ]
    for worker in workers:
        worker.start()
    took, failures = list[float](), list[str]()
    for _ in workers:
        some, errors = results.get(timeout=READY_SECONDS + 10 * processes * each / A_SECOND)
        took += some
        failures += errors
    for worker in workers:
        worker.join()
    return took, failures


def place_paced(
    settings: Settings,
    number: int,
    processes: int,
    each: int,
    ready: Barrier,
    results: "Queue[tuple[list[float], list[str]]]",
) -> None:
    """Place orders at an even pace and report how long each took from when it was due, and what went wrong."""
    took, failures = list[float](), list[str]()
    with opened(settings, processes * (each + WARM)) as services:
        first = number * (each + WARM)
        agreed = agreements(services, range(first, first + each + WARM))
        for one in agreed[:WARM]:
            services.orders.submit(*one)
        keep_loaded()
        ready.wait(READY_SECONDS)
        # The processes' clocks are the machine's: they take turns within each round.
        began = perf_counter()
        for place, one in enumerate(agreed[WARM:]):
            due = began + (place * processes + number) / A_SECOND
            sleep(max(0.0, due - perf_counter()))
            try:
                services.orders.submit(*one)
            except RxFlowError as error:
                failures.append(error.code)
            took.append(perf_counter() - due)
        # A process that ends while another still orders would be measured too.
        ready.wait(READY_SECONDS)
    results.put((took, failures))


@contextmanager
def opened(settings: Settings, patients: int) -> Iterator[Services]:
    """The services of a process, on data with so many patients besides."""
    today = datetime.now(UTC).astimezone(settings.zone).date()
    data = load_mock_data(settings.data_dir, today, languages())
    store = open_store(settings)
    try:
        yield build_services(settings, store, lambda: datetime.now(UTC), with_patients(data, patients))
    finally:
        store.close()


def with_patients(data: MockData, count: int) -> MockData:
    """The data with copies of one patient and all that they take, whose refill is counted in stock."""
    patient = next(each for each in data.patients if each.patient_id == LIKE)
    taken = [each for each in data.prescriptions if each.patient_id == LIKE]
    patients = [replace(patient, patient_id=_patient_id(number)) for number in range(count)]
    prescriptions = [
        replace(each, patient_id=_patient_id(number), rx_number=f"{each.rx_number}-{number}")
        for number in range(count)
        for each in taken
    ]
    return replace(
        data,
        patients=(*data.patients, *patients),
        prescriptions=(*data.prescriptions, *prescriptions),
        stock=(*data.stock, STOCK),
    )


def agreements(services: Services, numbers: Sequence[int]) -> list[Agreed]:
    """A conversation, a quote and the consent to it, of each patient."""
    agreed = []
    for patient_id in map(_patient_id, numbers):
        session = services.sessions.start(patient_id)
        rx_number = next(
            each.rx_number for each in services.patients.prescriptions(patient_id) if each.drug == REFILLED
        )
        quote = services.orders.quote(session.session_id, patient_id, rx_number, PHARMACY)
        agreed.append((quote, Consent(quote.quote_id, session.session_id, datetime.now(UTC), "words")))
    return agreed


def _patient_id(number: int) -> str:
    return f"patient_b{number:06d}"
