"""Moving windows of a minute in Redis, for all processes together."""

import asyncio
from collections.abc import Awaitable
from time import time
from typing import Any, TypeVar

from limits import RateLimitItemPerMinute
from limits.aio.storage import RedisStorage
from limits.aio.strategies import MovingWindowRateLimiter
from limits.errors import ConfigurationError as UnusableAddressError
from redis.asyncio import ConnectionPool
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from rxflow.domain.errors import ConfigurationError, SharedStoreError

Result = TypeVar("Result")

REPLY_SECONDS = 0.25
PREFIX = "rxflow"


class RedisWindows:
    """Counts in Redis. Keys are the names that it is given: they must not tell whose they are.

    Args:
        url: An address such as `redis://127.0.0.1:6379/0`, or `rediss://` or `unix://`.
        reply_seconds: The longest that anyone waits for Redis.
        prefix: What its keys begin with.

    Raises:
        ConfigurationError: The address is not one of a Redis server.
    """

    def __init__(self, url: str, *, reply_seconds: float = REPLY_SECONDS, prefix: str = PREFIX) -> None:
        self._reply_seconds = reply_seconds
        try:
            # One try: whoever waits is a patient, and there is another way to count.
            self._pool: ConnectionPool = ConnectionPool.from_url(
                url,
                socket_timeout=reply_seconds,
                socket_connect_timeout=reply_seconds,
                retry=Retry(NoBackoff(), 0),
            )
            # The pool knows the address; the storage only asks which kind of server it is.
            options: dict[str, Any] = {"connection_pool": self._pool}
            storage = RedisStorage("async+redis://", implementation="redispy", key_prefix=prefix, **options)
        except (ValueError, UnusableAddressError) as error:
            raise ConfigurationError("RXFLOW_REDIS_URL: not a Redis address; use redis://127.0.0.1:6379/0") from error
        self._limiter = MovingWindowRateLimiter(storage)

    async def hit(self, name: str, most: int) -> bool:
        """Count one more unless `most` happened within a minute.

        Raises:
            SharedStoreError: Redis does not answer.
        """
        return await self._reply(self._limiter.hit(RateLimitItemPerMinute(most), name))

    async def wait(self, name: str, most: int) -> float:
        """Seconds until one more is allowed.

        Raises:
            SharedStoreError: Redis does not answer.
        """
        stats = await self._reply(self._limiter.get_window_stats(RateLimitItemPerMinute(most), name))
        return 0.0 if stats.remaining > 0 else stats.reset_time - time()

    async def _reply(self, question: Awaitable[Result]) -> Result:
        try:
            async with asyncio.timeout(self._reply_seconds):
                return await question
        except (RedisError, OSError, TimeoutError) as error:
            raise SharedStoreError("Redis does not answer. Check RXFLOW_REDIS_URL and that the server runs.") from error

    async def close(self) -> None:
        """Close the connections."""
        await self._pool.aclose()
