"""Tables whose rows, once written, the database itself refuses to change or to delete."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, MetaData, Table, UniqueConstraint, event

_FUNCTION = (
    "CREATE OR REPLACE FUNCTION rxflow_append_only() RETURNS trigger LANGUAGE plpgsql AS "
    # Without a per cent sign, which the driver would take for a parameter.
    "$$ BEGIN RAISE EXCEPTION USING MESSAGE = TG_TABLE_NAME || ' is append-only', "
    "ERRCODE = 'integrity_constraint_violation'; END $$"
)
_TRIGGERS = ("no_update", "no_delete", "no_replace", "no_truncate")
_INFO = "append_only"


@dataclass(frozen=True, slots=True)
class Rules:
    """What an append-only table lets through.

    Attributes:
        may_change: Columns that may be written again, such as a box that is sealed with a newer key.
        may_delete: Whether rows may be deleted, such as when their time is over.
    """

    may_change: tuple[str, ...] = ()
    may_delete: bool = False


def append_only_ddl(
    table: Table, dialect: str, may_change: Collection[str] = (), may_delete: bool = False
) -> list[str]:
    """The statements that make a database refuse to change or delete a table's rows; it says so with IntegrityError.

    Args:
        table: The table, which exists.
        dialect: `sqlite` or `postgresql`.
        may_change: See `Rules`.
        may_delete: See `Rules`.
    """
    fixed = ", ".join(column.name for column in table.columns if column.name not in may_change)
    acts = {"update": f"UPDATE OF {fixed}"} | ({} if may_delete else {"delete": "DELETE"})
    return _on_sqlite(table, acts) if dialect == "sqlite" else _on_postgresql(table, acts)


def refuse_changes(table: Table, may_change: Collection[str] = (), may_delete: bool = False) -> None:
    """Create a table's triggers whenever SQLAlchemy creates the table."""
    table.info[_INFO] = Rules(tuple(may_change), may_delete)

    def create(created: Table, connection: Connection, **_: object) -> None:
        for statement in append_only_ddl(created, connection.dialect.name, may_change, may_delete):
            connection.exec_driver_sql(statement)

    event.listen(table, "after_create", create)


def rules_of(table: Table) -> Rules | None:
    """What an append-only table lets through; None of a table that is not one."""
    found: Rules | None = table.info.get(_INFO)
    return found


def protect(connection: Connection, table: str, may_change: Collection[str] = (), may_delete: bool = False) -> None:
    """Give a table that a migration made or changed its triggers, in place of those it has.

    Args:
        connection: In the migration's transaction.
        table: The table's name.
        may_change: See `Rules`.
        may_delete: See `Rules`.
    """
    dialect = connection.dialect.name
    of_table = f" ON {table}" if dialect == "postgresql" else ""
    for trigger in _TRIGGERS:
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {table}_{trigger}{of_table}")
    for statement in append_only_ddl(
        Table(table, MetaData(), autoload_with=connection), dialect, may_change, may_delete
    ):
        connection.exec_driver_sql(statement)


def _on_sqlite(table: Table, acts: dict[str, str]) -> list[str]:
    refuse = f"BEGIN SELECT RAISE(ABORT, '{table.name} is append-only'); END"
    triggers = [
        f"CREATE TRIGGER {table.name}_no_{name} BEFORE {act} ON {table.name} {refuse}" for name, act in acts.items()
    ]
    # INSERT OR REPLACE deletes the row in its way without asking the trigger for DELETE (recursive_triggers is off).
    in_its_way = " OR ".join(f"({' AND '.join(f'{name} = NEW.{name}' for name in key)})" for key in _keys(table))
    is_there = f"EXISTS (SELECT 1 FROM {table.name} WHERE {in_its_way})"  # noqa: S608 - names of our own tables
    replace = f"CREATE TRIGGER {table.name}_no_replace BEFORE INSERT ON {table.name} WHEN {is_there} {refuse}"
    return [*triggers, replace]


def _on_postgresql(table: Table, acts: dict[str, str]) -> list[str]:
    triggers = [
        f"CREATE TRIGGER {table.name}_no_{name} BEFORE {act} ON {table.name} "
        "FOR EACH ROW EXECUTE FUNCTION rxflow_append_only()"
        for name, act in acts.items()
    ]
    truncate = (
        f"CREATE TRIGGER {table.name}_no_truncate BEFORE TRUNCATE ON {table.name} "
        "FOR EACH STATEMENT EXECUTE FUNCTION rxflow_append_only()"
    )
    return [_FUNCTION, *triggers, truncate]


def _keys(table: Table) -> list[tuple[str, ...]]:
    """The columns of each key that a row can be in the way by, in order: the constraints of a table have none."""
    unique = {
        tuple(column.name for column in each.columns)
        for each in table.constraints
        if isinstance(each, UniqueConstraint)
    }
    unique |= {(column.name,) for column in table.columns if column.unique}
    primary = tuple(column.name for column in table.primary_key.columns)
    return [primary, *sorted(unique - {primary})]
