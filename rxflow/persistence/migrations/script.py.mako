"""${message}."""

import sqlalchemy as sa
from alembic import op

from rxflow.persistence import append_only, column_types
${imports if imports else ""}
revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}


def upgrade() -> None:
    """Apply."""
    ${upgrades if upgrades else "pass"}
