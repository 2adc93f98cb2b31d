"""Limits that all processes share in a real Redis, and what happens when it goes away in the middle."""

import asyncio
from collections.abc import AsyncIterator
from time import monotonic, perf_counter
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from redis.asyncio import Redis

from rxflow.domain.errors import ConfigurationError, SharedStoreError
from rxflow.observability.metrics import Metrics
from rxflow.persistence.redis_windows import REPLY_SECONDS, RedisWindows
from rxflow.services import rate_limits
from rxflow.services.rate_limits import RateLimits
from tests.support.servers import REDIS_URL

pytestmark = pytest.mark.services


class Link:
    """A way to Redis that can be cut, or go silent."""

    def __init__(self) -> None:
        self.silent = False
        self._server: asyncio.Server | None = None
        self._writers: set[asyncio.StreamWriter] = set()
        self._port = 0

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self._port}{urlsplit(REDIS_URL).path}"

    async def open(self) -> None:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self._port)
        self._port = self._server.sockets[0].getsockname()[1]

    async def cut(self) -> None:
        if self._server is not None:
            self._server.close()
            for writer in self._writers:
                writer.transport.abort()
            await self._server.wait_closed()
            self._server = None

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        address = urlsplit(REDIS_URL)
        there = await asyncio.open_connection(address.hostname, address.port)
        self._writers |= {writer, there[1]}
        await asyncio.gather(self._pass_on(reader, there[1]), self._pass_on(there[0], writer))

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while data := await reader.read(4096):
                if not self.silent:
                    writer.write(data)
        except ConnectionError:
            pass
        writer.close()


@pytest.fixture
async def link() -> AsyncIterator[Link]:
    link = Link()
    await link.open()
    yield link
    await link.cut()


@pytest.fixture
async def prefix() -> AsyncIterator[str]:
    """What the keys of this test alone begin with."""
    prefix = f"rxflow-test-{uuid4().hex}"
    yield prefix
    async with Redis.from_url(REDIS_URL) as redis:
        keys = [key async for key in redis.scan_iter(f"{prefix}*")]
        if keys:
            await redis.delete(*keys)


def limiter(windows: RedisWindows, seconds: object = monotonic) -> RateLimits:
    digest = "{}|{}|{}".format
    return RateLimits({"messages": 3}, digest=digest, metrics=Metrics(), seconds=seconds, shared=windows)


async def test_two_processes_count_together(prefix: str) -> None:
    one, other = RedisWindows(REDIS_URL, prefix=prefix), RedisWindows(REDIS_URL, prefix=prefix)
    hits = [await each.hit("a", 3) for each in (one, other, one, other, one)]
    waits = await other.wait("a", 3), await other.wait("b", 3)
    await one.close()
    await other.close()

    assert hits == [True] * 3 + [False] * 2
    assert 55 < waits[0] <= 60
    assert waits[1] == 0


async def test_what_redis_holds_is_gone_after_a_minute(prefix: str) -> None:
    windows = RedisWindows(REDIS_URL, prefix=prefix)
    await windows.hit("a", 3)
    await windows.close()

    async with Redis.from_url(REDIS_URL) as redis:
        lives = [await redis.ttl(key) async for key in redis.scan_iter(f"{prefix}*")]
    assert len(lives) == 1
    assert 0 < lives[0] <= 60


async def test_a_redis_that_goes_away_in_the_middle_is_gone_without_and_comes_back(link: Link, prefix: str) -> None:
    now = [0.0]
    windows = RedisWindows(link.url, prefix=prefix)
    limits = limiter(windows, lambda: now[0])
    assert [await limits.allow("messages", "a") for _ in range(2)] == [True, True]

    await link.cut()
    assert [await limits.allow("messages", "a") for _ in range(4)] == [True] * 3 + [False]

    await link.open()
    now[0] += rate_limits.RETRY_SECONDS
    assert [await limits.allow("messages", "a") for _ in range(2)] == [True, False]
    await windows.close()


async def test_a_redis_that_is_silent_is_waited_for_once_and_not_long(link: Link, prefix: str) -> None:
    windows = RedisWindows(link.url, prefix=prefix)
    limits = limiter(windows)
    assert await limits.allow("messages", "a")
    link.silent = True

    began = perf_counter()
    assert await limits.allow("messages", "a")
    first = perf_counter() - began
    assert [await limits.allow("messages", "a") for _ in range(3)] == [True, True, False]
    rest = perf_counter() - began - first
    await windows.close()

    assert first < REPLY_SECONDS + 0.5
    assert rest < REPLY_SECONDS


@pytest.mark.parametrize("url", ["redis://127.0.0.1:1/0"])
async def test_a_redis_that_is_not_there_is_one_error(url: str) -> None:
    windows = RedisWindows(url)
    with pytest.raises(SharedStoreError, match="RXFLOW_REDIS_URL"):
        await windows.hit("a", 3)
    with pytest.raises(SharedStoreError):
        await windows.wait("a", 3)
    await windows.close()


@pytest.mark.parametrize("url", ["http://127.0.0.1", "127.0.0.1:6379", "redis://host:port/0"])
def test_an_address_that_is_none_is_a_wrong_setting(url: str) -> None:
    with pytest.raises(ConfigurationError, match="RXFLOW_REDIS_URL"):
        RedisWindows(url)
