"""The API as a program calls it, in this process."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from typing import Any

import httpx
from fastapi import FastAPI
from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from rxflow.api.app import create_api
from rxflow.assistant import Assistant
from rxflow.domain.access import AccessRole
from rxflow.domain.user import Role

PASSWORD = "correct horse battery staple"
PATIENT, GUARDED = "patient_001", "patient_009"
STAFF = {role: Role(role.value) for role in AccessRole if role not in {AccessRole.PATIENT, AccessRole.GUARDIAN}}
CHEAP_HASHES = PasswordHash((Argon2Hasher(time_cost=1, memory_cost=8, parallelism=1),))


class Api:
    """A client of the API over an assistant; `of(role)` is signed in."""

    def __init__(self, assistant: Assistant) -> None:
        self.assistant = assistant
        self.app: FastAPI = create_api(lambda: assistant)

    def token(self, role: AccessRole | None, patient_id: str | None = None) -> str | None:
        """An access token for a role; None for nobody."""
        access = self.assistant.services.access
        if role is None:
            return None
        if role in STAFF:
            users = self.assistant.services.users
            if role.value not in {user.user_id for user in users.all()}:
                users.add(role.value, "Sam Staff", STAFF[role], PASSWORD)
            return access.sign_in(role.value, PASSWORD, "test").access_token
        return access.sign_in_demo(patient_id or (PATIENT if role is AccessRole.PATIENT else GUARDED)).access_token

    @asynccontextmanager
    async def of(self, role: AccessRole | None, patient_id: str | None = None) -> AsyncIterator[httpx.AsyncClient]:
        """A client that is signed in as a role."""
        token = self.token(role, patient_id)
        transport = httpx.ASGITransport(self.app, raise_app_exceptions=False)
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        async with httpx.AsyncClient(transport=transport, base_url="http://rxflow.test", headers=headers) as client:
            yield client


async def refill(client: httpx.AsyncClient, words: Iterable[str]) -> tuple[str, dict[str, Any]]:
    """Begin a conversation, say words, and return its id and the last reply."""
    reply = (await client.post("/api/v1/sessions", json={})).json()["data"]
    for each in words:
        answered = await client.post(f"/api/v1/sessions/{reply['session_id']}/messages", json={"text": each})
        assert answered.status_code == 200, answered.text
        reply = answered.json()["data"]
    return reply["session_id"], reply
