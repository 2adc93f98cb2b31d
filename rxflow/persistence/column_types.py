"""What has one meaning on every database: aware times, exact money, words, a row written or else changed."""

from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    ColumnElement,
    DateTime,
    Dialect,
    Enum,
    Integer,
    LargeBinary,
    String,
    cast,
    type_coerce,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.types import TypeDecorator

from rxflow.security.cipher import DIGEST_BYTES


class UtcDateTime(TypeDecorator[datetime]):
    """An aware time, kept in UTC; a naive one is refused, because nobody could say which instant it means."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else check_aware(value)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def check_aware(at: datetime) -> datetime:
    """A time in UTC, as it is stored.

    Raises:
        ValueError: It has no time zone.
    """
    if at.utcoffset() is None:
        raise ValueError("a time without a time zone cannot be stored; use an aware datetime")
    return at.astimezone(UTC)


def check_money(amount: object) -> None:
    """Let an amount of money be stored, which is exact.

    Raises:
        ValueError: It is no finite Decimal.
    """
    if not isinstance(amount, Decimal) or not amount.is_finite():
        raise ValueError("money is stored as a finite Decimal")


def words(of: type[StrEnum] | tuple[str, ...]) -> Enum:
    """One of a few words, which the database checks too."""
    choices: tuple[Any, ...] = of if isinstance(of, tuple) else (of,)
    return Enum(*choices, native_enum=False, create_constraint=True, length=16, values_callable=list)


def insert_or_update(dialect: str) -> Any:
    """A database's own INSERT that can end in ON CONFLICT, which SQLAlchemy has no common word for.

    Args:
        dialect: `sqlite` or `postgresql`.
    """
    return postgresql.insert if dialect == "postgresql" else sqlite.insert


def as_json(column: Column[str], dialect: str) -> ColumnElement[Any]:
    """A column of JSON text as JSON, to look into it by `[name].as_string()`.

    Args:
        dialect: `sqlite`, which looks into text, or `postgresql`, which has a type for it.
    """
    return cast(column, JSON) if dialect == "postgresql" else type_coerce(column, JSON)


REF = String(2 * DIGEST_BYTES)
"""A keyed hash that rows are found by (`Cipher.digest`)."""
SEQUENCE = BigInteger().with_variant(Integer, "sqlite")
"""A number of a row, in the order of writing."""


def sequence_column() -> Column[int]:
    """The number that the database gives each new row."""
    return Column("sequence", SEQUENCE, primary_key=True, autoincrement=True)


def sealed_column() -> Column[bytes]:
    """The box of a row (`rxflow.persistence.records`)."""
    return Column("sealed", LargeBinary, nullable=False)
