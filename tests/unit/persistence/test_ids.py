"""Ids that give nothing away."""

import re

import pytest

from rxflow.persistence.ids import new_id, new_session_id


@pytest.mark.parametrize("prefix", ["RF", "QT", "CS"])
def test_an_id_has_its_prefix_and_two_groups_without_letters_that_are_misread(prefix: str) -> None:
    for _ in range(200):
        assert re.fullmatch(prefix + r"(-[0-9A-HJKMNP-TV-Z]{4}){2}", new_id(prefix))


def test_ids_do_not_repeat() -> None:
    assert len({new_id("RF") for _ in range(2000)}) == 2000


def test_a_session_id_has_24_random_bytes() -> None:
    assert len(new_session_id()) == 32
    assert new_session_id() != new_session_id()
