"""Write the next migration: what takes a database of the newest migration to the tables of the code.

    python -m scripts.new_migration "Keep a note with an order"
    python -m scripts.new_migration --first     # once, before the first release: 0001 anew

Read what it wrote. It cannot know that a column was renamed, nor what the rows that are there get in a new column.
"""

import argparse
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

from alembic import command
from alembic.autogenerate import renderers
from alembic.autogenerate.api import AutogenContext
from alembic.operations.ops import (
    CreateTableOp,
    MigrateOperation,
    MigrationScript,
    ModifyTableOps,
    UpgradeOps,
)
from alembic.script import Script
from sqlalchemy import CheckConstraint, Column, Connection, Enum, create_engine, text

from rxflow.persistence import schema
from rxflow.persistence.append_only import Rules, rules_of

FIRST = "0001"
FIRST_MESSAGE = "The tables of the first release"
SCHEMA = Path(schema.__file__)


class ProtectOp(MigrateOperation):
    """Let a table's triggers be made again.

    Args:
        table: The table's name.
        rules: What it lets through.
    """

    def __init__(self, table: str, rules: Rules) -> None:
        self.table = table
        self.rules = rules

    def to_diff_tuple(self) -> tuple[Any, ...]:
        return ("protect", self.table)


@renderers.dispatch_for(ProtectOp)
def _render(_context: AutogenContext, op: ProtectOp) -> str:
    may_change = f", may_change={op.rules.may_change!r}" if op.rules.may_change else ""
    may_delete = ", may_delete=True" if op.rules.may_delete else ""
    return f'append_only.protect(op.get_bind(), "{op.table}"{may_change}{may_delete})'


def _render_item(kind: str, item: Any, _context: AutogenContext) -> str | Literal[False]:
    """The words of a column as words, where Alembic writes the members of our own types."""
    if kind != "type" or not isinstance(item, Enum):
        return False
    named = f", name={item.name!r}" if item.name else ""
    allowed = ", ".join(repr(str(each)) for each in item.enums)
    return f"sa.Enum({allowed}{named}, native_enum=False, create_constraint=True, length={item.length})"


def write_migration(message: str) -> Path:
    """Write the next migration and make it the newest one of the code.

    Args:
        message: What it does, for its first line and its name.

    Returns:
        The new file.

    Raises:
        SystemExit: The tables of the code are those of the newest migration.
    """
    head = schema.script_head()
    revision = FIRST if head is None else f"{int(head) + 1:04d}"
    with create_engine("sqlite://").connect() as connection:
        config = schema.alembic_config(connection)
        config.attributes["render_item"] = _render_item
        if head is not None:
            command.upgrade(config, "head")

        def complete(_context: Any, _revision: Any, scripts: list[MigrationScript]) -> None:
            upgrade = scripts[0].upgrade_ops_list[0]
            _complete_tables(upgrade)
            upgrade.ops.extend(_protections(upgrade, connection))
            if not upgrade.ops:
                scripts.clear()

        made = command.revision(
            config, message, autogenerate=True, rev_id=revision, process_revision_directives=complete
        )
    if not isinstance(made, Script):
        raise SystemExit("The tables of the code are those of the newest migration: there is nothing to write.")
    path = Path(made.path)
    written = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(?m)^ *# ### .*\n", "", written), encoding="utf-8")
    for act in (["format"], ["check", "--fix-only"], ["format"]):
        subprocess.run([sys.executable, "-m", "ruff", *act, "--quiet", path], check=True)  # noqa: S603
    source = SCHEMA.read_text(encoding="utf-8")
    newest = re.sub(r'(?m)^SCHEMA_VERSION = ".*"$', f'SCHEMA_VERSION = "{revision}"', source)
    SCHEMA.write_text(newest, encoding="utf-8")
    return path


def _complete_tables(upgrade: UpgradeOps) -> None:
    """Add the checks that a column brings with it, which Alembic leaves out, and drop what only the code reads."""
    for op in upgrade.ops:
        if isinstance(op, CreateTableOp):
            op.info = {}
            of_columns = [item.constraints for item in op.columns if isinstance(item, Column)]
            checks = [each for found in of_columns for each in found if isinstance(each, CheckConstraint)]
            op.columns = [*op.columns, *(CheckConstraint(each.sqltext, name=each.name) for each in checks)]


def _protections(upgrade: UpgradeOps, migrated: Connection) -> Iterator[ProtectOp]:
    """The triggers of append-only tables that are made or changed, or whose rules are."""
    touched = {op.table_name for op in upgrade.ops if isinstance(op, CreateTableOp | ModifyTableOps)}
    with create_engine("sqlite://").connect() as wanted:
        schema.METADATA.create_all(wanted)
        for table in schema.METADATA.sorted_tables:
            rules = rules_of(table)
            differs = _triggers(wanted, table.name) != _triggers(migrated, table.name)
            if rules is not None and (table.name in touched or differs):
                yield ProtectOp(table.name, rules)


def _triggers(connection: Connection, table: str) -> set[str]:
    found = text("SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = :table")
    return set(connection.scalars(found, {"table": table}))


def main() -> None:
    """Write a migration."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("message", nargs="?", metavar="MESSAGE", help="what it does")
    parser.add_argument("--first", action="store_true", help="write 0001 anew; only before the first release")
    given = parser.parse_args()
    if given.first:
        others = [path for path in schema.versions() if not path.name.startswith(FIRST)]
        if others:
            raise SystemExit(f"There are migrations after the first, such as {others[0].name}: it stays as it is.")
        for path in schema.versions():
            path.unlink()
    elif not given.message:
        parser.error("say what the migration does")
    print(write_migration(FIRST_MESSAGE if given.first else given.message))


if __name__ == "__main__":
    main()
