"""A client that costs little: one connection, one request at a time."""

from __future__ import annotations

import asyncio
import json
from typing import Any, Self
from urllib.parse import urlsplit

import httptools

_READ = 65_536


class Client:
    """A connection that is kept."""

    def __init__(
        self, host: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        """``host``: with its port."""
        self._host = host
        self._reader = reader
        self._writer = writer
        self._whole = True
        self._body: list[bytes] = []

    @classmethod
    async def to(cls, url: str) -> Self:
        """Connects. Raises OSError."""
        parts = urlsplit(url)
        return cls(parts.netloc, *await asyncio.open_connection(parts.hostname, parts.port))

    async def post(self, path: str, value: Any, headers: dict[str, str]) -> tuple[int, str]:
        """Status and text of an answer that came whole. Raises OSError if it was cut off."""
        body = json.dumps(value).encode()
        lines = [f"POST {path} HTTP/1.1", f"Host: {self._host}", f"Content-Length: {len(body)}"]
        lines += [f"{name}: {told}" for name, told in headers.items()]
        self._writer.write("\r\n".join([*lines, "", ""]).encode() + body)
        self._whole, self._body = False, []
        parser = httptools.HttpResponseParser(self)
        while not self._whole:
            data = await self._reader.read(_READ)
            if not data:
                raise ConnectionResetError("the answer was cut off")
            parser.feed_data(data)
        return parser.get_status_code(), b"".join(self._body).decode()

    def on_body(self, body: bytes) -> None:
        """The parser calls it."""
        self._body.append(body)

    def on_message_complete(self) -> None:
        """The parser calls it."""
        self._whole = True

    async def aclose(self) -> None:
        """Ends the connection."""
        self._writer.close()
