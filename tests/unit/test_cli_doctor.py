"""`rxflow doctor`: each thing it looks at, in order and with a real cause for trouble."""

import http.server
import json
import socket
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import stamina
from sqlalchemy import Engine, event, update
from typer.testing import CliRunner

from rxflow.bootstrap import open_store
from rxflow.cli import app
from rxflow.commands import health
from rxflow.commands.doctor import look
from rxflow.config.settings import get_settings
from rxflow.domain.errors import AuditTrailError, ConfigurationError, RxFlowError
from rxflow.llm.builtin_model import BuiltinChatModel
from rxflow.persistence.audit_tables import AUDIT_EVENTS
from rxflow.persistence.redis_windows import RedisWindows
from rxflow.security.keys import KeyFile, format_keys, new_keys
from tests.support.audit_chains import drop_triggers
from tests.support.openai_server import OpenAIServer, says, status
from tests.support.ports import free_port

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
HEAD = Path("var/rxflow.audit-head")


@pytest.fixture(autouse=True)
def _own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RXFLOW_PORT", str(free_port()))


def run(*arguments: str) -> Any:
    return CliRunner().invoke(app, arguments, catch_exceptions=False)


def found() -> dict[str, tuple[bool, str]]:
    """What the doctor says, by what it looked at."""
    result = run("doctor", "--json")
    document = json.loads(result.stdout)
    checks = {each["name"]: (each["ok"], each["message"]) for each in document["checks"]}
    assert document["ok"] is all(ok for ok, _ in checks.values())
    assert result.exit_code == (0 if document["ok"] else 1)
    return checks


def trouble(name: str) -> str:
    ok, message = found()[name]
    assert not ok
    return message


def test_all_is_in_order_and_each_line_says_so() -> None:
    lines = run("doctor").stdout.splitlines()

    names = ["python", "configuration", "keys", "data", "database", "audit trail", "clock", "disk", "model", "port"]
    assert [line.split(":")[0] for line in lines] == [f"ok {name}" for name in names]
    assert list(found()) == names


def test_each_look_is_timed() -> None:
    seconds = iter(range(0, 1000, 2))
    checks = list(look(lambda: next(seconds)))

    assert {check.milliseconds for check in checks} == {2000.0}


@pytest.mark.parametrize("version", [(3, 10, 9), (3, 14, 0), (2, 7, 18)])
def test_a_python_that_nobody_tested_is_refused(version: tuple[int, ...]) -> None:
    with pytest.raises(ConfigurationError, match=r"not supported. Install Python 3.11"):
        health.python(version)
    assert health.python((3, 13, 1)) == "Python 3.13.1"


def test_settings_are_named_and_their_values_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    secret = format_keys(new_keys())
    monkeypatch.setenv("RXFLOW_KEYS", secret)
    monkeypatch.setenv("RXFLOW_REDIS_URL", "redis://:geheim@127.0.0.1:1/0")
    shown = run("doctor").stdout

    assert "set: RXFLOW_KEYS, RXFLOW_PORT, RXFLOW_REDIS_URL" in shown
    assert "geheim" not in shown
    assert json.loads(secret)["lookup"] not in shown


def test_the_password_of_a_database_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RXFLOW_KEYS", format_keys(new_keys()))
    monkeypatch.setenv("RXFLOW_DATABASE_URL", f"postgresql://rx:geheim@127.0.0.1:{free_port()}/rxflow")
    result = run("doctor")

    assert "not ok database: The database could not be" in result.stdout
    assert "geheim" not in result.output


def test_without_a_configuration_nothing_else_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RXFLOW_TIMEZONE", "Mars")

    assert list(found()) == ["python", "configuration"]
    assert run("doctor").stdout.splitlines()[-1] == "Mend the configuration first: nothing else was looked at."


def test_keys_that_others_can_read(tmp_path: Path) -> None:
    run("keys", "list")
    (tmp_path / "var" / "rxflow.key").chmod(0o644)

    assert trouble("keys").endswith("chmod 600 var/rxflow.key")
    assert trouble("audit trail") == trouble("clock") == "not looked at; mend the database first"


def test_keys_are_counted_and_told_whose_they_are(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert found()["keys"][1] == "1 key, number 1 active, made by a demo for itself, in var/rxflow.key, mode 600"
    KeyFile(tmp_path / "own.key").create(new_keys().rotated())
    monkeypatch.setenv("RXFLOW_KEY_FILE", str(tmp_path / "own.key"))
    assert found()["keys"][1].startswith("2 keys, number 2 active, your own, in ")
    monkeypatch.setenv("RXFLOW_KEYS", format_keys(new_keys()))
    assert found()["keys"][1].endswith("your own, in RXFLOW_KEYS")


def test_a_database_in_a_folder_that_cannot_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    # The kernel's own folder refuses even root.
    monkeypatch.setenv("RXFLOW_KEYS", format_keys(new_keys()))
    monkeypatch.setenv("RXFLOW_DATABASE_URL", "sqlite:////proc/rxflow.db")

    assert trouble("database").startswith("The file of the database cannot be made or read")


def test_a_database_says_what_it_is() -> None:
    ok, message = found()["database"]

    assert ok
    assert message.startswith("sqlite:///var/rxflow.db can be written in ")
    assert message.endswith("ms, tables of version 0001, SQLite, journal wal")


def test_a_database_in_memory_has_neither_head_nor_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RXFLOW_DATABASE_URL", "sqlite:///:memory:")
    checks = found()

    assert checks["audit trail"] == (True, "a database in memory has no exported head")
    assert checks["disk"][0]


def test_imported_data_is_looked_at_where_it_is_served(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RXFLOW_DATA_SOURCE", "database")

    assert "Run `rxflow import` first" in trouble("data")


def test_a_server_that_is_not_there_is_told_of_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []

    def note(dialect: object, *_given: object) -> None:
        tried.append(getattr(dialect, "name", ""))

    monkeypatch.setenv("RXFLOW_KEYS", format_keys(new_keys()))
    monkeypatch.setenv("RXFLOW_DATABASE_URL", f"postgresql://rx@127.0.0.1:{free_port()}/rxflow")
    monkeypatch.setenv("RXFLOW_DATA_SOURCE", "database")
    event.listen(Engine, "do_connect", note)
    with stamina.set_testing(True, attempts=3, cap=True):
        checks = found()
    event.remove(Engine, "do_connect", note)

    assert not checks["data"][0]
    assert not checks["database"][0]
    assert tried.count("postgresql") == 2
    assert "RXFLOW_START_WAIT_SECONDS" not in checks["configuration"][1]


def test_the_head_of_the_trail_is_in_step_missing_or_of_another(tmp_path: Path) -> None:
    run("orders", "--patient", "patient_001")
    assert found()["audit trail"] == (True, f"1 events, the head of event 1 is in {HEAD}")

    kept = HEAD.read_text(encoding="utf-8")
    HEAD.unlink()
    assert trouble("audit trail").endswith(f"rxflow audit head --json > {HEAD}")
    HEAD.write_text(kept.replace('"mac": "', '"mac": "00'), encoding="utf-8")
    assert "is not in the trail" in trouble("audit trail")
    HEAD.write_text("{}", encoding="utf-8")
    assert "is not an exported head" in trouble("audit trail")


def test_what_the_doctor_says_of_a_missing_head_helps() -> None:
    run("orders", "--patient", "patient_001")
    HEAD.unlink()
    HEAD.write_text(run("audit", "head", "--json").stdout, encoding="utf-8")

    assert found()["audit trail"][0]


def test_a_trail_that_is_gone_is_missed() -> None:
    run("orders", "--patient", "patient_001")
    Path("var/rxflow.db").unlink()

    store = open_store(get_settings())
    with pytest.raises(AuditTrailError, match="is not in the trail"):
        health.audit_trail(get_settings(), store)
    store.close()


def test_an_event_of_the_future_shows_that_a_clock_is_wrong() -> None:
    run("orders", "--patient", "patient_001")
    store = open_store(get_settings())
    with store.write() as tx:
        drop_triggers(tx)
        tx.execute(update(AUDIT_EVENTS).values(at=datetime.now(UTC) + timedelta(days=2)))
    store.close()

    assert "Set the clock (NTP)" in trouble("clock")


def test_clocks_of_several_machines_may_differ_a_little() -> None:
    assert health.clock_of(NOON + health.CLOCKS_APART, NOON).endswith("not before the newest event")
    assert health.clock_of(None, NOON)
    with pytest.raises(ConfigurationError):
        health.clock_of(NOON + health.CLOCKS_APART + timedelta(seconds=1), NOON)


def test_redis_that_cannot_be_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RXFLOW_REDIS_URL", f"redis://127.0.0.1:{free_port()}/0")
    assert trouble("redis").startswith("Redis does not answer. Check RXFLOW_REDIS_URL")
    monkeypatch.setenv("RXFLOW_REDIS_URL", "http://here")
    assert "not a Redis address" in trouble("redis")


def test_redis_that_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    async def answer(_windows: RedisWindows, _name: str, _most: int) -> float:
        return 0.0

    monkeypatch.setattr(RedisWindows, "wait", answer)
    monkeypatch.setenv("RXFLOW_REDIS_URL", "redis://127.0.0.1:1/0")

    ok, message = found()["redis"]
    assert ok
    assert message.startswith("answers in ")


def test_a_disk_without_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RXFLOW_DATABASE_URL", f"sqlite:///{tmp_path}/not/there/yet/rxflow.db")

    assert health.disk(get_settings()).endswith(f"MB free in {tmp_path}")
    with pytest.raises(ConfigurationError, match="Make room, or move the database"):
        health.disk(get_settings(), least_free=1 << 62)


def test_a_model_that_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_args: object, **_options: object) -> None:
        raise RuntimeError("no answer")

    monkeypatch.setattr(BuiltinChatModel, "_answer", broken)

    assert trouble("model").startswith("builtin does not answer.")


def test_a_model_of_a_provider_is_asked_to_call_a_tool(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("langchain_openai")
    with OpenAIServer() as server:
        for name, value in {"PROVIDER": "openai", "MODEL": "m", "API_KEY": "sk-test", "BASE_URL": server.url}.items():
            monkeypatch.setenv(f"RXFLOW_LLM_{name}", value)
        server.then(says("", ("report_ready", {"word": "READY"})))
        assert found()["model"] == (True, "openai m answers and calls tools")
        server.then(status(401))
        assert trouble("model") == "RXFLOW_LLM_API_KEY: openai refuses the key."
    monkeypatch.setenv("RXFLOW_LLM_MODEL", "")
    assert trouble("model").startswith("RXFLOW_LLM_MODEL: is missing")


@pytest.fixture
def taken() -> Iterator[tuple[type[http.server.BaseHTTPRequestHandler], int]]:
    """A web server on a port, and its handler, whose `page` a test may change."""

    class Handler(http.server.BaseHTTPRequestHandler):
        page = b"something else"

        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(self.page)

        def log_message(self, *_args: object) -> None:
            """Nothing on stderr."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Handler, server.server_address[1]
        server.shutdown()


def test_a_port_that_another_program_has(taken: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    handler, number = taken
    monkeypatch.setenv("RXFLOW_PORT", str(number))
    with pytest.raises(RxFlowError, match=f"Port {number} is in use by another program"):
        health.port(get_settings())

    handler.page = b"# HELP rxflow_red_flags_total"
    assert health.port(get_settings()) == f"RxFlow serves on 127.0.0.1 port {number}"


def test_a_port_whose_program_speaks_no_http(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        monkeypatch.setenv("RXFLOW_PORT", str(server.getsockname()[1]))
        monkeypatch.setattr(health, "REPLY_SECONDS", 0.05)
        with pytest.raises(ConfigurationError, match="in use by another program"):
            health.port(get_settings())


def test_an_address_that_is_not_this_machines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RXFLOW_HOST", "192.0.2.1")
    with pytest.raises(ConfigurationError, match="Set RXFLOW_HOST to an address of this machine"):
        health.port(get_settings())


def test_a_production_with_keys_of_its_own_is_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RXFLOW_ENVIRONMENT", "production")
    monkeypatch.setenv("RXFLOW_SIGN_IN", "identity")
    assert "production needs keys" in trouble("keys")
    monkeypatch.setenv("RXFLOW_KEYS", format_keys(new_keys()))

    assert all(ok for ok, _ in found().values())
