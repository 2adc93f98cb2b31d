"""What Alembic runs: the migrations on the connection that it was given, in its transaction."""

from alembic import context

from rxflow.persistence.tables import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA, render_as_batch=True)
context.run_migrations()
