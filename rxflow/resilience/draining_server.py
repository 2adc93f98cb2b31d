"""A server that is told to stop goes on listening until what it answers is answered."""

from types import FrameType

import uvicorn

from rxflow.observability.logging import get_logger
from rxflow.resilience.draining import LOOK_SECONDS, Drain

log = get_logger(__name__)


class DrainingServer(uvicorn.Server):
    """Uvicorn, with a time between the signal and the end of listening.

    Uvicorn itself stops listening as soon as it is told to stop: probes of readiness and late requests would then be
    refused by the system, without a word of when to come again.

    Args:
        config: Uvicorn's. Its `timeout_graceful_shutdown` begins after the draining, and ends the open WebSockets.
        drain: Begun by the first signal.
        seconds: The longest to wait for requests in flight. A second Ctrl+C ends the waiting.
    """

    def __init__(self, config: uvicorn.Config, drain: Drain, seconds: float) -> None:
        super().__init__(config)
        self._drain = drain
        self._seconds = seconds

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Begin to drain, as a signal asks."""
        self._drain.begin()
        super().handle_exit(sig, frame)

    async def main_loop(self) -> None:
        """Serve until told to stop, and then until nothing is in flight."""
        await super().main_loop()
        self._drain.begin()
        left = self._seconds
        while not self.force_exit and left > 0 and not await self._drain.finished(min(LOOK_SECONDS, left)):
            left -= LOOK_SECONDS
        if self._drain.in_flight:
            log.warning("stopped before all requests were answered")
