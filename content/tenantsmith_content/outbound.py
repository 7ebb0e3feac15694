"""Questions to other servers: bounded in time and in size, without cookies, without redirects."""

import asyncio
import http.cookiejar
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import httpx

_GZIP = 16 + zlib.MAX_WBITS


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


def client(transport: httpx.AsyncBaseTransport | None = None) -> httpx.AsyncClient:
    """A client that trusts no environment, follows no redirect and keeps no cookie."""
    made = httpx.AsyncClient(
        transport=transport,
        trust_env=False,
        follow_redirects=False,
        limits=httpx.Limits(max_connections=200, max_keepalive_connections=20),
        headers={"User-Agent": "tenantsmith-content/1", "Accept-Encoding": "identity"},
    )
    made.cookies.jar.set_policy(http.cookiejar.DefaultCookiePolicy(allowed_domains=[]))
    return made


async def ask(
    http_client: httpx.AsyncClient,
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

    ``deadline_s`` is for all of it, not for each read: a server that sends a byte a second is cut
    off too. An answer of more than ``most_bytes`` is none.
    """
    try:
        async with asyncio.timeout(deadline_s):
            request = http_client.build_request(
                method,
                url,
                headers=dict(headers or {}),
                params=dict(params) if params else None,
                json=body,
                timeout=httpx.Timeout(deadline_s, connect=min(5.0, deadline_s)),
            )
            response = await http_client.send(
                request, auth=auth or httpx.USE_CLIENT_DEFAULT, stream=True
            )
            try:
                return Answer(response.status_code, await _read(response, most_bytes))
            finally:
                await response.aclose()
    except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout):
        raise LostError(sent=False) from None
    except (TimeoutError, httpx.HTTPError, httpx.InvalidURL, zlib.error, ValueError):
        raise LostError(sent=True) from None


async def _read(response: httpx.Response, most_bytes: int) -> bytes:
    parts: list[bytes] = []
    size = 0
    async for part in response.aiter_raw():
        size += len(part)
        if size > most_bytes:
            raise LostError(sent=True)
        parts.append(part)
    data = b"".join(parts)
    if response.headers.get("content-encoding", "").strip().lower() in ("gzip", "x-gzip"):
        inflater = zlib.decompressobj(_GZIP)
        data = inflater.decompress(data, most_bytes)
        if inflater.unconsumed_tail:
            raise LostError(sent=True)
    return data
