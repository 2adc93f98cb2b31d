"""A process that holds a conversation until it is killed: `python -m tests.support.lock_holder URL SESSION`."""

import asyncio
import sys

from rxflow.persistence.turn_locks import open_turn_locks


async def hold(url: str, session_id: str) -> None:
    """Hold it, say so, and wait for the end."""
    async with open_turn_locks(url).hold(session_id):
        print("held", flush=True)
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(hold(sys.argv[1], sys.argv[2]))
