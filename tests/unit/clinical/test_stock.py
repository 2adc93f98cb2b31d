"""Stock at the pharmacy asked for."""

import pytest

from rxflow.clinical.stock import check_stock
from rxflow.domain.finding import Severity
from tests.unit.clinical.builders import medication


@pytest.mark.parametrize(("fills", "blocked"), [(None, False), (1, False), (0, True)])
def test_only_an_empty_shelf_blocks_and_another_pharmacy_resolves_it(fills: int | None, blocked: bool) -> None:
    finding = check_stock(medication(), fills)

    assert (finding is not None) is blocked
    assert finding is None or (finding.severity, finding.route) == (Severity.BLOCK, None)
