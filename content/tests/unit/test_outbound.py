"""Questions to other servers."""

import asyncio
import gzip
import time
from collections.abc import AsyncIterator, Awaitable, Callable

import httpx
import pytest

from tenantsmith_content.outbound import Answer, LostError, ask, client

from .kit import run

Handler = Callable[[httpx.Request], Awaitable[httpx.Response]]


class Slow(httpx.AsyncByteStream):
    async def __aiter__(self) -> AsyncIterator[bytes]:
        while True:
            yield b"x"
            await asyncio.sleep(0.02)


class Raw(httpx.AsyncBaseTransport):
    def __init__(self, answer: Callable[[httpx.Request], httpx.Response]) -> None:
        self.answer = answer
        self.asked: list[httpx.Request] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request)
        return self.answer(request)


def stream(data: bytes, headers: dict[str, str] | None = None, status: int = 200) -> httpx.Response:
    return httpx.Response(status, headers=headers, stream=httpx.ByteStream(data))


def asked(answer: Callable[[httpx.Request], httpx.Response], most: int = 100) -> Answer:
    async def go() -> Answer:
        async with client(Raw(answer)) as http:
            return await ask(http, "GET", "http://x/", deadline_s=0.3, most_bytes=most)

    return run(go())


def lost(answer: Callable[[httpx.Request], httpx.Response], most: int = 100) -> bool:
    with pytest.raises(LostError) as e:
        asked(answer, most)
    return e.value.sent


def failing(error: Exception) -> Callable[[httpx.Request], httpx.Response]:
    def answer(_: httpx.Request) -> httpx.Response:
        raise error

    return answer


@pytest.mark.parametrize(
    ("error", "want"),
    [
        (httpx.ConnectError(""), False),
        (httpx.ConnectTimeout(""), False),
        (httpx.PoolTimeout(""), False),
        (httpx.ReadTimeout(""), True),
        (httpx.WriteTimeout(""), True),
        (httpx.ReadError(""), True),
        (httpx.RemoteProtocolError(""), True),
        (httpx.LocalProtocolError(""), True),
        (UnicodeError(), True),
    ],
)
def test_what_is_lost(error: Exception, want: bool) -> None:
    assert lost(failing(error)) is want


def test_an_answer_a_byte_at_a_time_is_cut_off() -> None:
    start = time.monotonic()
    assert lost(lambda _: httpx.Response(200, stream=Slow()), 10**9)
    assert time.monotonic() - start < 2


def test_sizes_are_bounded() -> None:
    assert asked(lambda _: stream(b"x" * 100)).body == b"x" * 100
    assert lost(lambda _: stream(b"x" * 101))


def test_compression_is_bounded() -> None:
    def packed(data: bytes) -> httpx.Response:
        return stream(gzip.compress(data), {"content-encoding": "gzip"})

    assert asked(lambda _: packed(b"x" * 100)).body == b"x" * 100
    assert lost(lambda _: packed(b"x" * 200))
    assert lost(lambda _: stream(b"no gzip", {"content-encoding": "gzip"}))


def test_redirects_are_not_followed_and_cookies_not_kept() -> None:
    head = {"location": "http://evil/", "set-cookie": "a=b"}
    transport = Raw(lambda _: stream(b"", head, 302))

    async def go() -> None:
        async with client(transport) as http:
            for _ in range(2):
                found = await ask(http, "GET", "http://x/", deadline_s=1, most_bytes=9)
                assert found.status == 302

    run(go())
    assert [str(r.url) for r in transport.asked] == ["http://x/"] * 2
    assert not [r for r in transport.asked if "cookie" in r.headers]
    assert transport.asked[0].headers["accept-encoding"] == "identity"


@pytest.mark.parametrize("body", [b"", b"{", b"[" * 50_000, b"\xff", b"1" * 5_000])
def test_what_is_no_json(body: bytes) -> None:
    assert Answer(200, body).json() is None
