"""The stubs as a load needs them: `python -m service.stubs.lean site`.

One thread and a parser in C, so that the neighbours take little of the processors that the service
and its users share with them. Without faults, which need a thread for each request.
"""

from __future__ import annotations

import asyncio
import contextlib
import functools
import socket
from collections.abc import Callable
from email.message import Message
from typing import cast
from urllib.parse import parse_qsl, urlsplit

import httptools
import uvloop

from .command import parser
from .model import Model
from .provider import Provider
from .site import Site
from .web import Answer, Asked, Neighbour

_REASON = b"HTTP/1.1 %d Told\r\nContent-Length: %d\r\n"
_CONTROL = "/_control"


class Connection(asyncio.Protocol):
    """One connection, whose requests come one after the other."""

    def __init__(self, neighbour: Neighbour, late: float) -> None:
        """``late``: seconds before each answer."""
        self._neighbour = neighbour
        self._late = late
        self._parser = httptools.HttpRequestParser(self)
        self._out: asyncio.Transport
        self._begin()

    def _begin(self) -> None:
        self._url = b""
        self._headers = Message()
        self._body = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        # That of uvloop is none by its class.
        self._out = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        self._parser.feed_data(data)

    def on_url(self, url: bytes) -> None:
        self._url += url

    def on_header(self, name: bytes, value: bytes) -> None:
        self._headers[name.decode()] = value.decode("latin-1")

    def on_body(self, body: bytes) -> None:
        self._body += body

    def on_message_complete(self) -> None:
        parts = urlsplit(self._url.decode())
        query = dict(parse_qsl(parts.query))
        method = self._parser.get_method().decode()
        asked = Asked(method, parts.path, query, self._headers, self._body)
        self._begin()
        answer = self._neighbour.answer(asked)
        if self._late and parts.path != _CONTROL:
            asyncio.get_running_loop().call_later(self._late, self._send, answer)
        else:
            self._send(answer)

    def _send(self, answer: Answer) -> None:
        head = _REASON % (answer.status, len(answer.body))
        for name, value in answer.headers.items():
            head += f"{name}: {value}\r\n".encode()
        self._out.write(head + b"\r\n" + answer.body)


_NEIGHBOURS: dict[str, Callable[[str], Neighbour]] = {
    "provider": Provider,
    "model": functools.partial(Model, keeps=False),
    "site": functools.partial(Site, keeps=False),
}


async def _serve(neighbour: Callable[[str], Neighbour], port: int, late: float) -> None:
    # The address is known before the neighbour, which has it in what it tells.
    listening = socket.create_server(("127.0.0.1", port), backlog=256)
    url = f"http://127.0.0.1:{listening.getsockname()[1]}"
    told = neighbour(url)
    server = await asyncio.get_running_loop().create_server(
        lambda: Connection(told, late), sock=listening
    )
    print(url, flush=True)
    await server.serve_forever()


def main() -> None:
    """Prints the address and serves until it is stopped."""
    options = parser(__doc__)
    options.add_argument("neighbour", choices=sorted(_NEIGHBOURS))
    options.add_argument("--late", type=float, default=0.0, help="seconds before each answer")
    given = options.parse_args()
    with contextlib.suppress(KeyboardInterrupt):
        uvloop.run(_serve(_NEIGHBOURS[given.neighbour], given.port, given.late))


if __name__ == "__main__":
    main()
