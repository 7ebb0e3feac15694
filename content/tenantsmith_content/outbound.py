"""Questions to other servers: bounded in time and in size, without cookies, without redirects."""

import asyncio
import base64
import functools
import json
import ssl
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlencode

import aiohttp
import certifi
from aiohttp.abc import AbstractResolver
from yarl import URL

_MOST_AT_ONCE = 200
_CONNECTING_S = 5.0
_LONGEST_HEADER = 65_536
_GZIP = 16 + zlib.MAX_WBITS
_HEADERS = {"User-Agent": "tenantsmith-content/1", "Accept-Encoding": "identity"}


class LostError(Exception):
    """No answer that can be used.

    ``sent`` is False where the request surely did not arrive; else the other side may still be
    working at it, also where the connection broke.
    """

    def __init__(self, *, sent: bool) -> None:
        """The message is the same for all."""
        super().__init__("no answer")
        self.sent = sent


@dataclass(frozen=True)
class Answer:
    """A status and a body of bounded size."""

    status: int
    body: bytes

    def json(self) -> Any:
        """The body's value; None if it is no JSON."""
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError):
            return None


class Asker:
    """Asks one kind of servers; trusts no environment, follows no redirect, keeps no cookie."""

    def __init__(self, resolver: AbstractResolver | None = None) -> None:
        """Connects to nobody yet; made where a loop runs. ``resolver`` finds servers, in tests."""
        connector = aiohttp.TCPConnector(
            # Else it depends on what else the image has: with aiodns, which it has, names of some
            # clusters are not found.
            resolver=resolver or aiohttp.ThreadedResolver(),
            ssl=_trusted(),
            # A connection that is kept may be closed while a post is sent into it, which leaves
            # the post in doubt; and what a server says in it unasked would answer the next one.
            force_close=True,
            # Who waits for a connection waits for one of the slots below.
            limit=0,
        )
        self._slots = asyncio.Semaphore(_MOST_AT_ONCE)
        self._session = aiohttp.ClientSession(
            connector=connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            headers=_HEADERS,
            trust_env=False,
            auto_decompress=False,
            max_line_size=_LONGEST_HEADER,
            max_field_size=_LONGEST_HEADER,
            middlewares=(_once,),
        )

    async def __aenter__(self) -> Self:
        """Open already."""
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Whoever is still answering is left."""
        await self._session.close()

    async def ask(
        self,
        method: str,
        url: str,
        *,
        deadline_s: float,
        most_bytes: int,
        headers: Mapping[str, str] | None = None,
        params: Mapping[str, str | int] | None = None,
        body: Any = None,
        auth: tuple[str, str] | None = None,
    ) -> Answer:
        """One question. Raises LostError.

        ``deadline_s`` is for all of it, not for each read: a server that sends a byte a second is
        cut off too. An answer of more than ``most_bytes`` is none.
        """
        sent = False
        try:
            async with asyncio.timeout(deadline_s), self._slots:
                sent = True
                async with self._session.request(
                    method,
                    _address(url, params),
                    headers=_told(headers, auth, is_json=body is not None),
                    data=None if body is None else _encoded(body),
                    allow_redirects=False,
                    timeout=_patience(deadline_s),
                ) as response:
                    return Answer(response.status, await _read(response, most_bytes))
        except (aiohttp.ClientError, OSError, zlib.error, ValueError):
            raise LostError(sent=sent) from None


async def _once(
    request: aiohttp.ClientRequest, handler: aiohttp.ClientHandlerType
) -> aiohttp.ClientResponse:
    """No question is sent twice: aiohttp repeats some whose connection broke."""
    try:
        return await handler(request)
    except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError):
        raise LostError(sent=False) from None
    except (aiohttp.ClientOSError, aiohttp.ServerDisconnectedError):
        raise LostError(sent=True) from None


@functools.cache
def _trusted() -> ssl.SSLContext:
    """Those whom certifi lists: what else an image trusts is not known."""
    context = ssl.create_default_context(cafile=certifi.where())
    context.set_alpn_protocols(["http/1.1"])
    return context


def _patience(deadline_s: float) -> aiohttp.ClientTimeout:
    """To find a server and to connect; the rest is bounded by the deadline."""
    return aiohttp.ClientTimeout(total=None, connect=min(_CONNECTING_S, deadline_s))


def _address(url: str, params: Mapping[str, str | int] | None) -> URL:
    """The address letter by letter, as it is set. Raises ValueError."""
    if params:
        url += "?" + urlencode(params)
    if not url.isascii():
        return URL(url)
    if not url.isprintable() or " " in url:
        raise ValueError("no address")
    return URL(url, encoded=True)


def _told(
    headers: Mapping[str, str] | None, auth: tuple[str, str] | None, *, is_json: bool
) -> dict[str, str]:
    told = dict(headers or {})
    if is_json:
        told["Content-Type"] = "application/json"
    if auth:
        told["Authorization"] = "Basic " + base64.b64encode(":".join(auth).encode()).decode()
    return told


def _encoded(body: Any) -> bytes:
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


async def _read(response: aiohttp.ClientResponse, most_bytes: int) -> bytes:
    parts: list[bytes] = []
    size = 0
    async for part in response.content.iter_any():
        size += len(part)
        if size > most_bytes:
            raise LostError(sent=True)
        parts.append(part)
    data = b"".join(parts)
    if response.headers.get("Content-Encoding", "").strip().lower() in ("gzip", "x-gzip"):
        inflater = zlib.decompressobj(_GZIP)
        data = inflater.decompress(data, most_bytes)
        if inflater.unconsumed_tail:
            raise LostError(sent=True)
    return data
