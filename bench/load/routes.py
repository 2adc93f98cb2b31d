"""How many requests a second simple routes answer, turn about with a plain FastAPI application's."""

import asyncio
from statistics import median
from time import perf_counter

from bench.figures import Figure
from bench.load.client import Client, request

LEAST_OF_PLAIN = 0.6
CONNECTIONS = 16
ROUND_SECONDS = 1.0
OPEN = ("/health/live", "/version")
SIGNED_IN = "/api/v1/pharmacies/PH003"


async def measure_routes(ours: Client, plain: Client, token: str, rounds: int) -> list[Figure]:
    """Ask both servers as fast as they answer.

    Args:
        token: An access token for the routes that want one.
        rounds: How often each server has its turn on each route.
    """
    figures = list[Figure]()
    for path in (*OPEN, SIGNED_IN):
        wanted = request("GET", path, token if path == SIGNED_IN else None)
        pairs = [await _turn_about(ours, plain, wanted, number) for number in range(rounds)]
        rates, plain_rates = zip(*pairs, strict=True)
        figures += [
            Figure(f"{path}, requests answered", median(rates), "/s"),
            Figure(f"{path}, by plain FastAPI", median(plain_rates), "/s"),
            Figure(
                f"{path}, of what plain FastAPI answers",
                median(rate / plain_rate for rate, plain_rate in pairs),
                "",
                LEAST_OF_PLAIN if path in OPEN else None,
                at_least=True,
            ),
        ]
    return figures


async def _turn_about(ours: Client, plain: Client, wanted: bytes, number: int) -> tuple[float, float]:
    """Requests a second of both; whoever was first is second the next time."""
    if number % 2:
        plain_rate = await rate(plain, wanted)
        return await rate(ours, wanted), plain_rate
    return await rate(ours, wanted), await rate(plain, wanted)


async def rate(client: Client, wanted: bytes) -> float:
    """Requests a second that a server answers when several ask without a pause.

    Raises:
        RuntimeError: It refused one.
    """
    began = perf_counter()
    answered = await asyncio.gather(*(_ask_until(client, wanted, began + ROUND_SECONDS) for _ in range(CONNECTIONS)))
    return sum(answered) / (perf_counter() - began)


async def _ask_until(client: Client, wanted: bytes, end: float) -> int:
    connection, answered = await client.connect(), 0
    try:
        while perf_counter() < end:
            answer = await connection.ask(wanted)
            if answer.status != 200:
                raise RuntimeError(f"the server answered {answer.status}: {answer.body[:300].decode()}")
            answered += 1
    finally:
        connection.close()
    return answered
