"""Conversations of every type, begun by another program."""

import pytest

from rxflow.domain.access import AccessRole
from tests.support.api import Api


@pytest.mark.parametrize(
    ("kind", "words"), [("refill", "like to refill"), ("simple", "your orders"), ("clinical", "what sources say")]
)
async def test_every_type_is_begun_by_its_name(api: Api, kind: str, words: str) -> None:
    async with api.of(AccessRole.PATIENT) as client:
        begun = await client.post("/api/v1/sessions", json={"conversation_type": kind})

    assert begun.status_code == 201
    assert words in begun.json()["data"]["message"]


@pytest.mark.parametrize("kind", ["weather", "two words", ""])
async def test_what_is_no_type_is_refused(api: Api, kind: str) -> None:
    async with api.of(AccessRole.PATIENT) as client:
        refused = await client.post("/api/v1/sessions", json={"conversation_type": kind})

    assert 400 <= refused.status_code < 500
    assert refused.json()["success"] is False
