"""A small HTTP server whose answers may be late, cut off or lost.

Standard library only: a framework would mend what is to break.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Protocol, Self
from urllib.parse import parse_qsl, urlsplit


@dataclass(frozen=True)
class Asked:
    """A request, as it came."""

    method: str
    path: str
    query: dict[str, str]
    headers: Message
    body: bytes

    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)

    def form(self) -> dict[str, str]:
        """The body as fields of a form."""
        return dict(parse_qsl(self.body.decode()))

    @property
    def bearer(self) -> str:
        """The token of the header `Authorization`, or nothing."""
        scheme, _, token = self.headers.get("Authorization", "").partition(" ")
        return token if scheme.lower() == "bearer" else ""


@dataclass(frozen=True)
class Answer:
    """What goes back. With `kept` a part of the body only is sent before the connection is cut."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    kept: int | None = None


class LostAnswerError(Exception):
    """The connection ends without one byte of an answer."""


class Neighbour(Protocol):
    """What a stub has to do."""

    def answer(self, asked: Asked) -> Answer:
        """One request."""
        ...


def of_json(value: Any, status: int = 200, headers: dict[str, str] | None = None) -> Answer:
    """An answer whose body is JSON."""
    return Answer(
        status, json.dumps(value).encode(), {"Content-Type": "application/json", **(headers or {})}
    )


class Serving:
    """A neighbour that listens on loopback, on a port of its own, until it is closed."""

    def __init__(self, neighbour: Callable[[str], Neighbour], port: int = 0) -> None:
        self._server = _Server(("127.0.0.1", port), _Handler)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        self._server.neighbour = neighbour(self.url)
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        )
        self._thread.start()

    def close(self) -> None:
        """Nobody is answered from here on."""
        self._server.shutdown()
        self._server.server_close()

    def wait(self) -> None:
        """Serves until the process ends."""
        self._thread.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


class _Server(ThreadingHTTPServer):
    neighbour: Neighbour
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Whoever asked has gone, which tests do on purpose."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server

    def _any(self) -> None:
        parts = urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        asked = Asked(self.command, parts.path, dict(parse_qsl(parts.query)), self.headers, body)
        try:
            self._send(self.server.neighbour.answer(asked))
        except LostAnswerError:
            self.close_connection = True

    def _send(self, answer: Answer) -> None:
        self.send_response(answer.status)
        for name, value in {"Content-Length": str(len(answer.body)), **answer.headers}.items():
            self.send_header(name, value)
        # In one piece: the body behind the head waits for an acknowledgement otherwise.
        self.wfile.write(
            self._head() + (answer.body if answer.kept is None else answer.body[: answer.kept])
        )
        if answer.kept is not None:
            self.close_connection = True

    def _head(self) -> bytes:
        lines: list[bytes] = self._headers_buffer  # type: ignore[attr-defined]  # http.server offers no other way to what it would send
        head = b"".join([*lines, b"\r\n"])
        lines.clear()
        return head

    do_GET = do_POST = do_PUT = do_DELETE = _any  # noqa: N815  # names of the standard library

    def log_message(self, format: str, *args: Any) -> None:
        """Stubs are silent; a test reads what they recorded."""
