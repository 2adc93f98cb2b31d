"""What a database's tables are, as its own catalogue tells, to hold two databases against each other."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, inspect, text

_SQLITE_TRIGGERS = "SELECT tbl_name, name, sql FROM sqlite_schema WHERE type = 'trigger'"
_SQLITE_NUMBERED = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%AUTOINCREMENT%'"
_POSTGRESQL_TRIGGERS = (
    "SELECT tgrelid::regclass::text, tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal"
)
_POSTGRESQL_COLUMNS = (
    "SELECT table_name, column_name, data_type, character_maximum_length, numeric_precision, numeric_scale, "
    "is_nullable, column_default FROM information_schema.columns WHERE table_schema = 'public'"
)
_POSTGRESQL_CONSTRAINTS = (
    "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint "
    "WHERE connamespace = 'public'::regnamespace"
)
_POSTGRESQL_INDEXES = "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'"


def lines_of(connection: Connection) -> set[str]:
    """Every column, key, check, index and trigger of a database, a line each."""
    found = _on_sqlite(connection) if connection.dialect.name == "sqlite" else _on_postgresql(connection)
    return {line for line in found if "alembic_version" not in line}


def _on_sqlite(connection: Connection) -> Iterator[str]:
    look = inspect(connection)
    for table in look.get_table_names():
        for column in look.get_columns(table):
            yield f"{table} column {_shown(column | {'type': str(column['type'])})}"
        yield f"{table} primary key {look.get_pk_constraint(table)['constrained_columns']}"
        for kind in ("foreign_keys", "unique_constraints", "check_constraints", "indexes"):
            for each in getattr(look, f"get_{kind}")(table):
                yield f"{table} {kind} {_shown(each)}"
    for statement in (_SQLITE_TRIGGERS, _SQLITE_NUMBERED):
        yield from (" ".join(row) for row in connection.execute(text(statement)))


def _on_postgresql(connection: Connection) -> Iterator[str]:
    for statement in (_POSTGRESQL_COLUMNS, _POSTGRESQL_CONSTRAINTS, _POSTGRESQL_INDEXES, _POSTGRESQL_TRIGGERS):
        for row in connection.exec_driver_sql(statement):
            yield " ".join(map(str, row))


def _shown(found: Any) -> str:
    """A description whose parts are in one order, with the conditions of an index in their words."""
    if isinstance(found, dict):
        return "{" + ", ".join(f"{key}: {_shown(found[key])}" for key in sorted(found)) + "}"
    return str(found)
