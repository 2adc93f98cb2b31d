"""What has one meaning on every database: aware times, exact money, words, a row written or else changed."""

from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import DateTime, Dialect, Enum, Numeric, Text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.types import TypeDecorator, TypeEngine


class UtcDateTime(TypeDecorator[datetime]):
    """An aware time, kept in UTC; a naive one is refused, because nobody could say which instant it means."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.utcoffset() is None:
            raise ValueError("a time without a time zone cannot be stored; use an aware datetime")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Money(TypeDecorator[Decimal]):
    """US dollars to the digit: text on SQLite, whose numbers are binary floats, and NUMERIC elsewhere."""

    impl = Numeric(12, 2)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        kept_as: TypeEngine[Any] = Text() if dialect.name == "sqlite" else Numeric(12, 2)
        return dialect.type_descriptor(kept_as)

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> Decimal | str | None:
        if value is None:
            return None
        if not isinstance(value, Decimal) or not value.is_finite():
            raise ValueError("money is stored as a finite Decimal")
        return str(value) if dialect.name == "sqlite" else value

    def process_result_value(self, value: Decimal | str | None, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value)


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
