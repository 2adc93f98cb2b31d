"""`rxflow doctor`: what is in order, and what to do about the rest."""

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import partial

import typer

from rxflow.bootstrap import open_store
from rxflow.commands import health
from rxflow.commands.assistant import logged_settings
from rxflow.commands.output import print_json
from rxflow.config.settings import Settings
from rxflow.domain.errors import RxFlowError
from rxflow.persistence.engine import Store


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at: what was found or what to do, and how long the look took."""

    name: str
    ok: bool
    message: str
    milliseconds: float


WITHOUT_STORE: Mapping[str, Callable[[Settings], str]] = {
    "keys": health.keys,
    "data": health.data,
    "model": health.model,
    "redis": health.redis,
    "disk": health.disk,
    "port": health.port,
}
WITH_STORE: Mapping[str, Callable[[Settings, Store], str]] = {
    "database": health.database,
    "audit trail": health.audit_trail,
    "clock": health.clock,
}
ORDER = ("keys", "data", "database", "audit trail", "clock", "redis", "disk", "model", "port")
"""Keys first, for nothing opens without them; the port last, for it is the only thing that others may take."""


def doctor(as_json: bool) -> bool:
    """Look at everything that the assistant needs and print a line for each: `ok …`, or what to do.

    Returns:
        Whether all are ok.
    """
    checks = []
    for check in look():
        checks.append(check)
        if not as_json:
            typer.echo(f"{'ok' if check.ok else 'not ok'} {check.name}: {check.message}")
    if not as_json and checks[-1].name == "configuration":
        typer.echo("Mend the configuration first: nothing else was looked at.")
    all_ok = all(check.ok for check in checks)
    if as_json:
        print_json({"ok": all_ok, "checks": [asdict(check) for check in checks]})
    return all_ok


def look(monotonic: Callable[[], float] = time.monotonic) -> Iterator[Check]:
    """Look at one thing after the other; without a configuration, at nothing else.

    Args:
        monotonic: A clock in seconds that only runs forward.
    """
    yield _timed("python", health.python, monotonic)
    found: list[Settings] = []

    def configuration() -> str:
        found.append(logged_settings())
        return health.configuration(found[0])

    yield _timed("configuration", configuration, monotonic)
    if not found:
        return
    # What is not there now is told now.
    at_once = found[0].model_copy(update={"start_wait_seconds": 0.0})
    is_open = True
    for name, check in _checks(at_once).items():
        if name in WITH_STORE and not is_open:
            yield Check(name, False, "not looked at; mend the database first", 0.0)
            continue
        done = _timed(name, check, monotonic)
        is_open = is_open and (done.ok or name != "database")
        yield done


def _checks(settings: Settings) -> dict[str, Callable[[], str]]:
    """The checks to make, in their order."""
    of_store = {name: partial(_of_store, check, settings) for name, check in WITH_STORE.items()}
    others = {name: partial(check, settings) for name, check in WITHOUT_STORE.items()}
    checks: dict[str, Callable[[], str]] = {**of_store, **others}
    return {name: checks[name] for name in ORDER if name != "redis" or settings.redis_url}


def _of_store(check: Callable[[Settings, Store], str], settings: Settings) -> str:
    store = open_store(settings)
    try:
        return check(settings, store)
    finally:
        store.close()


def _timed(name: str, check: Callable[[], str], monotonic: Callable[[], float]) -> Check:
    began = monotonic()
    try:
        message, is_ok = check(), True
    except RxFlowError as error:
        message, is_ok = str(error), False
    return Check(name, is_ok, message, round((monotonic() - began) * 1000, 1))
