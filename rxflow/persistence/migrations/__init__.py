"""The history of the tables, applied by Alembic when a newer release opens an older database."""
