"""Columns keep their meaning."""

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Numeric, Text
from sqlalchemy.dialects import postgresql, sqlite

from rxflow.persistence.column_types import Money, UtcDateTime

SQLITE = sqlite.dialect()
POSTGRESQL = postgresql.dialect()  # type: ignore[no-untyped-call]


def test_a_time_is_kept_in_utc_and_comes_back_aware() -> None:
    local = datetime(2026, 3, 2, 10, tzinfo=timezone(timedelta(hours=-6)))
    column = UtcDateTime()

    assert column.process_bind_param(local, SQLITE) == datetime(2026, 3, 2, 16, tzinfo=UTC)
    assert column.process_result_value(datetime(2026, 3, 2, 16), SQLITE) == local
    assert column.process_result_value(local, POSTGRESQL) == local


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_money_on_sqlite_is_text_and_exact(price: Decimal) -> None:
    column = Money()
    kept = column.process_bind_param(price, SQLITE)

    assert isinstance(kept, str)
    assert str(column.process_result_value(kept, SQLITE)) == str(price)


def test_money_elsewhere_is_numeric() -> None:
    column = Money()

    assert isinstance(column.load_dialect_impl(SQLITE), Text)
    assert isinstance(column.load_dialect_impl(POSTGRESQL), Numeric)
    assert column.process_bind_param(Decimal("9.99"), POSTGRESQL) == Decimal("9.99")


@pytest.mark.parametrize("column", [UtcDateTime(), Money()])
def test_nothing_stays_nothing(column: UtcDateTime | Money) -> None:
    assert column.process_bind_param(None, SQLITE) is None
    assert column.process_result_value(None, SQLITE) is None
