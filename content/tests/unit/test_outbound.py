"""Questions to other servers: what arrives on the wire, and what becomes of what comes back."""

import asyncio
import gzip
import re
import socket
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import pytest
from aiohttp.abc import AbstractResolver, ResolveResult

from tenantsmith_content import outbound
from tenantsmith_content.outbound import Answer, Asker, LostError

from .kit import Neighbours, Network, run

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]"
Say = Callable[[asyncio.StreamWriter], Awaitable[None]]


@dataclass
class Server:
    """Keeps what arrives, letter by letter, and says what it is told to."""

    say: Say
    url: str = ""
    asked: list[bytes] = field(default_factory=list)
    connections: int = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        with closing(writer):
            while head := await _head(reader):
                length = re.search(rb"Content-Length: (\d+)", head)
                body = await reader.readexactly(int(length[1])) if length else b""
                self.asked.append(head + body)
                await self.say(writer)


async def _head(reader: asyncio.StreamReader) -> bytes:
    try:
        return await reader.readuntil(b"\r\n\r\n")
    except (asyncio.IncompleteReadError, ConnectionError):
        return b""


@asynccontextmanager
async def serving(say: Say | bytes) -> AsyncIterator[Server]:
    async def said(writer: asyncio.StreamWriter) -> None:
        assert isinstance(say, bytes)
        writer.write(say)
        writer.close()

    told = Server(said if isinstance(say, bytes) else say)
    server = await asyncio.start_server(told.serve, "127.0.0.1", 0)
    told.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    try:
        yield told
    finally:
        server.close()


def exchanged(
    say: Say | bytes,
    path: str = "/",
    *,
    method: str = "GET",
    times: int = 1,
    most_bytes: int = 100,
    deadline_s: float = 2,
    **question: Any,
) -> tuple[Server, list[Answer | LostError]]:
    """The server and what it became, asked one after the other."""

    async def go() -> tuple[Server, list[Answer | LostError]]:
        found: list[Answer | LostError] = []
        async with serving(say) as server, Asker() as asker:
            for _ in range(times):
                try:
                    answer = await asker.ask(
                        method,
                        server.url + path,
                        deadline_s=deadline_s,
                        most_bytes=most_bytes,
                        **question,
                    )
                    found.append(answer)
                except LostError as e:
                    found.append(e)
        return server, found

    return run(go())


def answered(say: Say | bytes, **question: Any) -> Answer:
    (found,) = exchanged(say, **question)[1]
    assert isinstance(found, Answer)
    return found


def sent(say: Say | bytes, **question: Any) -> bool:
    (found,) = exchanged(say, **question)[1]
    assert isinstance(found, LostError)
    return found.sent


def test_what_arrives() -> None:
    server, found = exchanged(
        OK,
        method="POST",
        headers={"Host": "blog.acme.com", "X-Forwarded-Proto": "https"},
        params={"rest_route": "/wp/v2/posts", "search": "\u00c4 & b+c~(d)", "per_page": 100},
        body={"title": "Gr\u00fc\u00dfe <b>", "n": [1, None]},
        auth=("content-bot", "p\u00e4ss:word"),
    )
    assert found == [Answer(200, b"[]")]
    head, _, body = server.asked[0].decode().partition("\r\n\r\n")
    line, *headers = head.split("\r\n")
    assert line == (
        "POST /?rest_route=%2Fwp%2Fv2%2Fposts&search=%C3%84+%26+b%2Bc~%28d%29&per_page=100 HTTP/1.1"
    )
    assert sorted(headers) == [
        "Accept-Encoding: identity",
        "Accept: */*",
        "Authorization: Basic Y29udGVudC1ib3Q6cMOkc3M6d29yZA==",
        "Connection: close",
        "Content-Length: 36",
        "Content-Type: application/json",
        "Host: blog.acme.com",
        "User-Agent: tenantsmith-content/1",
        "X-Forwarded-Proto: https",
    ]
    assert body == '{"title":"Gr\u00fc\u00dfe <b>","n":[1,null]}'


@pytest.mark.parametrize("path", ["/v1/chat", "/a%2Fb/../c%20d?x=%2f&y=a+b", "//a;b=c/"])
def test_an_address_arrives_letter_by_letter(path: str) -> None:
    server, found = exchanged(OK, path)
    assert found == [Answer(200, b"[]")]
    assert server.asked[0].startswith(f"GET {path} HTTP/1.1\r\n".encode())


def test_letters_that_no_address_has_are_encoded() -> None:
    server, _ = exchanged(OK, "/gr\u00fc\u00dfe")
    assert server.asked[0].startswith(b"GET /gr%C3%BC%C3%9Fe HTTP/1.1\r\n")


@pytest.mark.parametrize(
    "question",
    [
        {"headers": {"X": "a\r\nY: b"}},
        {"headers": {"X": "a\nY: b"}},
        {"headers": {"X\r\nY": "b"}},
        {"path": "/ HTTP/1.1\r\nX: y\r\n\r\n"},
        {"path": "/a b"},
        {"path": "/\x00"},
        {"body": "\ud800"},
        {"body": float("nan")},
    ],
)
def test_what_cannot_be_sent_is_not_sent(question: dict[str, Any]) -> None:
    server, (found,) = exchanged(OK, **question)
    assert isinstance(found, LostError)
    assert server.asked == []


@pytest.mark.parametrize("url", ["", "x", "/x", "http://", "ftp://x/", "http://x:y/", "http://[/"])
def test_what_is_no_address(url: str) -> None:
    async def go() -> None:
        async with Asker() as asker:
            with pytest.raises(LostError):
                await asker.ask("GET", url, deadline_s=1, most_bytes=1)

    run(go())


def test_nobody_there_was_surely_not_asked() -> None:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))

        async def go() -> bool:
            async with Asker() as asker:
                url = f"http://127.0.0.1:{bound.getsockname()[1]}/"
                with pytest.raises(LostError) as e:
                    await asker.ask("POST", url, deadline_s=2, most_bytes=1, body={})
                return e.value.sent

        assert run(go()) is False


def test_names_are_found_as_the_system_finds_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """The image has aiodns, which aiohttp would take, and which fails on some hosts."""
    monkeypatch.delattr("aiohttp.connector.DefaultResolver")

    async def go() -> int:
        async with serving(OK) as server, Asker() as asker:
            url = server.url.replace("127.0.0.1", "localhost")
            return (await asker.ask("GET", url, deadline_s=5, most_bytes=9)).status

    assert run(go()) == 200


class Unknown(AbstractResolver):
    """Knows nobody, at once or after a while."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        await asyncio.sleep(self.seconds)
        raise OSError(None, "unknown")

    async def close(self) -> None:
        """Nothing is open."""


@pytest.mark.parametrize("seconds", [0.0, 60.0])
def test_a_name_that_is_not_known_was_surely_not_asked(
    monkeypatch: pytest.MonkeyPatch, seconds: float
) -> None:
    monkeypatch.setattr(outbound, "_CONNECTING_S", 0.2)

    async def go() -> bool:
        async with Asker(Unknown(seconds)) as asker:
            with pytest.raises(LostError) as e:
                await asker.ask("POST", "http://a.svc/", deadline_s=9, most_bytes=1, body={})
            return e.value.sent

    start = time.monotonic()
    assert run(go()) is False
    assert time.monotonic() - start < 5


def test_who_finds_no_slot_was_surely_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outbound, "_MOST_AT_ONCE", 2)

    async def hang(_: asyncio.StreamWriter) -> None:
        await asyncio.sleep(60)

    async def go() -> list[bool]:
        async with serving(hang) as server, Asker() as asker:

            async def lost(deadline_s: float) -> bool:
                with pytest.raises(LostError) as e:
                    await asker.ask("GET", server.url, deadline_s=deadline_s, most_bytes=1)
                return e.value.sent

            return list(await asyncio.gather(lost(1), lost(1), lost(0.3)))

    assert run(go()) == [True, True, False]


def test_who_has_another_s_certificate_was_surely_not_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    network = Network(Neighbours())

    async def lost(url: str) -> bool:
        async with Asker(network) as asker:
            with pytest.raises(LostError) as e:
                await asker.ask("POST", url, deadline_s=5, most_bytes=1, body={})
            return e.value.sent

    async def go() -> None:
        assert await lost("https://evil.example.com/") is False, "its name is not in it"
        monkeypatch.undo()
        assert await lost("https://model.example.com/") is False, "nobody has signed it"
        await network.close()

    run(go())


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"HTTP/1.1 2",
        b"nonsense\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhal",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"x" * 200_000 + b"\r\n\r\n",
    ],
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_an_answer_that_breaks_is_lost_and_nothing_is_sent_twice(method: str, said: bytes) -> None:
    server, (found,) = exchanged(said, method=method)
    assert isinstance(found, LostError)
    assert found.sent
    assert len(server.asked) == 1


def test_a_connection_that_is_reset_is_lost() -> None:
    async def reset(writer: asyncio.StreamWriter) -> None:
        own = writer.get_extra_info("socket")
        own.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
        writer.close()

    assert sent(reset, method="POST", body={})


def test_a_server_that_is_silent_is_lost() -> None:
    async def hang(_: asyncio.StreamWriter) -> None:
        await asyncio.sleep(60)

    start = time.monotonic()
    assert sent(hang, deadline_s=0.3)
    assert time.monotonic() - start < 2


def test_an_answer_a_byte_at_a_time_is_cut_off() -> None:
    async def drip(writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
        while not writer.is_closing():
            writer.write(b"x")
            await asyncio.sleep(0.02)

    start = time.monotonic()
    assert sent(drip, deadline_s=0.3, most_bytes=10**9)
    assert time.monotonic() - start < 2


def test_an_answer_without_an_end_is_cut_off() -> None:
    async def flood(writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
        while not writer.is_closing():
            writer.write(b"x" * 65_536)
            await writer.drain()

    start = time.monotonic()
    assert sent(flood, deadline_s=20, most_bytes=1_000_000)
    assert time.monotonic() - start < 10


def body(data: bytes, *headers: str, status: str = "200 OK") -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(data)}", *headers, "", ""]
    return "\r\n".join(lines).encode() + data


def test_sizes_are_bounded() -> None:
    assert answered(body(b"x" * 100)).body == b"x" * 100
    assert sent(body(b"x" * 101))


def test_compression_is_bounded() -> None:
    def packed(data: bytes, how: str = "gzip") -> bytes:
        return body(gzip.compress(data), f"Content-Encoding: {how}")

    assert answered(packed(b"x" * 100)).body == b"x" * 100
    assert answered(packed(b"x" * 100, "X-GZIP")).body == b"x" * 100
    assert sent(packed(b"x" * 200))
    assert sent(packed(b"x" * 100_000_000), most_bytes=1_000_000)
    assert sent(body(b"no gzip", "Content-Encoding: gzip"))


def test_long_headers_are_no_fault() -> None:
    assert answered(body(b"x", "Content-Security-Policy: " + "x" * 20_000)).body == b"x"


def test_redirects_are_not_followed_and_cookies_not_kept() -> None:
    server, found = exchanged(
        body(b"", "Location: /evil", "Set-Cookie: a=b; Path=/", status="302 Found"), times=2
    )
    assert found == [Answer(302, b"")] * 2
    assert [a.split(b" ")[1] for a in server.asked] == [b"/"] * 2
    assert not [a for a in server.asked if b"ookie" in a]


def test_no_proxy_of_the_environment_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.delenv("no_proxy", raising=False)
    assert answered(OK).status == 200


def test_each_question_has_its_own_connection() -> None:
    """What a server says unasked, behind its answer, is no answer to the next question."""

    async def twice(writer: asyncio.StreamWriter) -> None:
        writer.write(OK + body(b"evil"))

    server, found = exchanged(twice, times=2)
    assert found == [Answer(200, b"[]")] * 2
    assert server.connections == 2


def test_a_session_of_this_kind_reads_no_environment() -> None:
    async def go() -> None:
        async with Asker() as asker:
            session = asker._session
            assert not session.trust_env
            assert isinstance(session.cookie_jar, aiohttp.DummyCookieJar)

    run(go())


@pytest.mark.parametrize("data", [b"", b"{", b"[" * 50_000, b"\xff", b"1" * 5_000])
def test_what_is_no_json(data: bytes) -> None:
    assert Answer(200, data).json() is None
