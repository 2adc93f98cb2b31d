"""A browser's side of a page, without the browser: the web socket on which Streamlit sends what it draws."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from time import perf_counter

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from rxflow.ui.browser import COOKIE

MOST_BYTES = 64 * 2**20


class Visitor:
    """One page that is open in a browser.

    Args:
        socket: Its connection.
        address: Which page it shows, one of `rxflow.ui.addresses`.
    """

    def __init__(self, socket: ClientConnection, address: str) -> None:
        self._socket = socket
        self._address = address
        self._page_hash = ""
        self.drawn = 0

    async def run(self) -> float:
        """Have the server draw the page, as after a press or a reload.

        Returns:
            How many milliseconds that took, until all of it was here.

        Raises:
            RuntimeError: The page could not be drawn.
        """
        wanted = BackMsg()
        wanted.rerun_script.page_name = self._address
        wanted.rerun_script.page_script_hash = self._page_hash
        began = perf_counter()
        await self._socket.send(wanted.SerializeToString())
        self.drawn = 0
        async for received in self._socket:
            message = ForwardMsg.FromString(bytes(received, "utf-8") if isinstance(received, str) else received)
            kind = message.WhichOneof("type")
            if kind == "navigation":
                self._page_hash = message.navigation.page_script_hash
            self.drawn += kind in {"delta", "ref_hash"}
            if kind == "script_finished":
                if message.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
                    continue
                return (perf_counter() - began) * 1000
        raise RuntimeError("the server closed the page")


@asynccontextmanager
async def visiting(port: int, address: str, browser_key: str) -> AsyncIterator[Visitor]:
    """Open a page as a browser that has a key.

    Raises:
        OSError: Nobody listens.
    """
    where = f"ws://127.0.0.1:{port}/_stcore/stream"
    headers = {"Cookie": f"{COOKIE}={browser_key}"}
    async with connect(
        where, additional_headers=headers, subprotocols=["streamlit"], max_size=MOST_BYTES, compression=None
    ) as socket:
        yield Visitor(socket, address)
