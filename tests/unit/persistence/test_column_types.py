"""Columns keep their meaning."""

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from sqlalchemy.dialects import postgresql, sqlite

from rxflow.persistence.column_types import UtcDateTime, check_money

SQLITE = sqlite.dialect()
POSTGRESQL = postgresql.dialect()  # type: ignore[no-untyped-call]


def test_a_time_is_kept_in_utc_and_comes_back_aware() -> None:
    local = datetime(2026, 3, 2, 10, tzinfo=timezone(timedelta(hours=-6)))
    column = UtcDateTime()

    assert column.process_bind_param(local, SQLITE) == datetime(2026, 3, 2, 16, tzinfo=UTC)
    assert column.process_result_value(datetime(2026, 3, 2, 16), SQLITE) == local
    assert column.process_result_value(local, POSTGRESQL) == local


@pytest.mark.parametrize("amount", [Decimal("0.10"), Decimal("9.99"), Decimal(0)])
def test_money_is_exact(amount: Decimal) -> None:
    check_money(amount)


@pytest.mark.parametrize("amount", [0.1, 3, "9.99", None, Decimal("NaN"), Decimal("Infinity")])
def test_what_is_no_exact_money_is_refused(amount: object) -> None:
    with pytest.raises(ValueError, match="finite Decimal"):
        check_money(amount)


def test_nothing_stays_nothing() -> None:
    column = UtcDateTime()

    assert column.process_bind_param(None, SQLITE) is None
    assert column.process_result_value(None, SQLITE) is None
