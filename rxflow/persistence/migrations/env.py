"""What Alembic runs: the migrations on the connection that it was given, in its transaction."""

from alembic import context

from rxflow.persistence.reference_tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
    # How a new migration writes our own types of columns.
    user_module_prefix="column_types.",
    render_item=context.config.attributes.get("render_item"),
)
context.run_migrations()
