"""Readers without a browser: Streamlit's own messages over its own websocket."""

from __future__ import annotations

import asyncio
import contextlib
import random
import statistics
import time
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, TypeVar

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

T = TypeVar("T")
CONTROL = "view"  # both apps have it
PATIENCE = 60  # seconds
_DONE = (
    ForwardMsg.FINISHED_SUCCESSFULLY,
    ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
)


@dataclass
class Reader:
    """One open page: it holds what a browser would, and turns one control."""

    socket: ClientConnection
    query: str = ""
    held: set[str] = field(default_factory=set)
    control: str = ""
    fragment: str = ""
    options: tuple[str, ...] = ()
    turns: int = 0
    received: int = 0
    errors: int = 0

    async def ask(self, *, turn: bool) -> float:
        """Ask for a run, with the control turned or not; return its milliseconds."""
        message = BackMsg()
        run = message.rerun_script
        run.query_string = self.query
        run.cached_message_hashes.extend(self.held)
        if turn:
            self.turns += 1
            state = WidgetState(id=self.control)
            option = self.options[self.turns % len(self.options)]
            state.string_array_value.data.append(option)
            run.widget_states.widgets.append(state)
            run.fragment_id = self.fragment
        begun = time.perf_counter()
        await self.socket.send(message.SerializeToString())
        await asyncio.wait_for(self._until_done(), PATIENCE)
        return (time.perf_counter() - begun) * 1000

    async def _until_done(self) -> None:
        while True:
            content = await self.socket.recv()
            self.received += len(content)
            message = ForwardMsg.FromString(content)
            kind = message.WhichOneof("type")
            if kind == "delta":
                self._note(message)
            elif kind == "script_finished" and message.script_finished in _DONE:
                return

    def _note(self, message: ForwardMsg) -> None:
        if message.metadata.cacheable:
            self.held.add(message.hash)
        element = message.delta.new_element
        kind = element.WhichOneof("type")
        self.errors += kind == "exception"
        group = element.button_group
        if kind == "button_group" and group.id.endswith(f"-{CONTROL}"):
            self.control, self.fragment = group.id, message.delta.fragment_id
            self.options = tuple(option.content for option in group.options)


@dataclass(frozen=True)
class Load:
    """What some readers met: times in milliseconds, bytes, failures."""

    p50: float
    p99: float
    first: float
    bytes_per_turn: float
    errors: int


def _connected(stream: str) -> connect:
    return connect(
        stream,
        subprotocols=["streamlit"],
        max_size=None,
        compression=None,
        open_timeout=PATIENCE,
        ping_timeout=None,
        proxy=None,
    )


async def _load(
    address: str, readers: int, turns: int, pause: float, query: str
) -> Load:
    stream = f"{address.replace('http', 'ws', 1)}/_stcore/stream"
    times: list[float] = []
    firsts: list[float] = []
    failures = 0
    received = 0

    async def visit(place: int) -> None:
        nonlocal failures, received
        # Who always waits as long marches in step for good with whoever was held up
        # at the same time once.
        waits = random.Random(place)
        try:
            async with _connected(stream) as socket:
                reader = Reader(socket, query)
                await asyncio.sleep(pause * place / max(readers, 1))
                firsts.append(await reader.ask(turn=False))
                reader.received = 0
                for _ in range(turns):
                    await asyncio.sleep(pause * waits.uniform(0.5, 1.5))
                    times.append(await reader.ask(turn=True))
                received += reader.received
                failures += reader.errors
        except (OSError, TimeoutError, ValueError) as error:
            print(f"a reader was lost: {error!r}")
            failures += 1

    await asyncio.gather(*(visit(place) for place in range(readers)))
    ordered = sorted(times)
    return Load(
        p50=statistics.median(ordered),
        p99=ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))],
        first=statistics.median(firsts),
        bytes_per_turn=received / len(ordered),
        errors=failures,
    )


def _run(work: Coroutine[Any, Any, T]) -> T:
    """Run work in a thread of its own: Playwright keeps a loop in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()


def load(
    address: str,
    *,
    readers: int = 1,
    turns: int = 60,
    pause: float = 0,
    query: str = "",
) -> Load:
    """Return what readers meet who turn the control, each after a pause.

    Parameters
    ----------
    pause
        Seconds on average; from half of it to half as long again.
    """
    return _run(_load(address, readers, turns, pause, query))


def memory_of_each(
    address: str, readers: int, memory: Callable[[], float], first: int
) -> float:
    """Return by how much the memory grows with each further reader of the open page.

    Parameters
    ----------
    memory
        Returns the memory of the server.
    first
        How many have the page open already: they also pay for what all share.
    """

    async def opened() -> float:
        stream = f"{address.replace('http', 'ws', 1)}/_stcore/stream"
        async with contextlib.AsyncExitStack() as stack:

            async def more(count: int) -> float:
                for _ in range(count):
                    socket = await stack.enter_async_context(_connected(stream))
                    reader = Reader(socket)
                    await reader.ask(turn=False)
                    await reader.ask(turn=True)
                return memory()

            before = await more(first)
            return (await more(readers) - before) / readers

    return _run(opened())
