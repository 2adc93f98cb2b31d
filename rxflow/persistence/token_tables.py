"""The table of the tokens that language models have used: a row for each conversation of the last days, and day."""

from sqlalchemy import BigInteger, CheckConstraint, Column, Date, Table

from rxflow.persistence.column_types import REF
from rxflow.persistence.tables import METADATA

TOKEN_COUNTS = Table(
    "token_counts",
    METADATA,
    # A keyed hash of a conversation or of a day.
    Column("period_ref", REF, primary_key=True),
    # On which it was added to last.
    Column("day", Date, nullable=False),
    Column("tokens", BigInteger, CheckConstraint("tokens >= 0", name="ck_token_counts_tokens"), nullable=False),
)
