"""The table of what patients say of replies."""

from sqlalchemy import Boolean, Column, ForeignKeyConstraint, Integer, String, Table

from rxflow.domain.rating import RatingReason
from rxflow.persistence.column_types import UtcDateTime, sealed_column, words
from rxflow.persistence.tables import METADATA

TURN_RATINGS = Table(
    "turn_ratings",
    METADATA,
    Column("session_id", String(64), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("is_helpful", Boolean, nullable=False),
    Column("reason", words(RatingReason)),
    Column("rated_at", UtcDateTime, nullable=False),
    sealed_column(),
    ForeignKeyConstraint(["session_id", "number"], ["turns.session_id", "turns.number"], name="fk_turn_ratings_turn"),
)
"""One row a turn. `sealed` holds the comment; verdict and reason are copies, for operators to count."""
