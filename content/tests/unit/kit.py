"""What the tests beside share: a clock that is moved, tenants, and neighbours on loopback."""

import asyncio
import contextlib
import functools
import json
import socket
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, TypeVar

import httpx
import jwt
from aiohttp.abc import AbstractResolver, ResolveResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from tenantsmith_content import app as application
from tenantsmith_content import settings
from tenantsmith_content.config import Config
from tenantsmith_content.ledger import Ledger
from tenantsmith_content.outbound import Asker
from tenantsmith_content.service import Service
from tenantsmith_content.settings import Client, Tenant

T = TypeVar("T")


class HungUpError(Exception):
    """A neighbour hangs up without an answer."""


NOW = 1_798_000_000.0  # 2026-12-23
ISSUER = "https://auth.example.com/application/o/platform-openwebui/"
SHARED = Client(ISSUER, "platform-openwebui")
GLOBEX = Client(
    "https://auth.example.com/application/o/openwebui-globex/", "openwebui-globex", "globex"
)
RSA_KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
EC_KEY = ec.generate_private_key(ec.SECP256R1())
SETTINGS: dict[str, Any] = {
    "tenant": "acme-corp",
    "name": "Acme Corp",
    "site": "https://blog.acme.com",
    "service": "http://wordpress.tenant-acme-corp.svc",
    "user": "content-bot",
    "autoPublish": False,
    "contentTypes": ["blog_post", "tutorial"],
    "defaultCategories": ["Blog"],
    "seoOptimization": True,
    "customTemplates": {"release_notes": "Versions first."},
    "workflowApproval": False,
    "limits": {"workflowsPerMonth": 3, "apiRequestsPerDay": 10},
}
POST: dict[str, Any] = {
    "title": "Shelves",
    "excerpt": "How a shelf is mounted on a wall, with the tools of every household.",
    "content": "<h2>Tools</h2><p>A drill.</p>",
    "tags": ["diy"],
}


def run(work: Coroutine[Any, Any, T]) -> T:
    """Runs it to its end."""
    return asyncio.run(work)


class FakeClock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.wall = NOW
        self.ran = 1_000.0

    def now(self) -> float:
        return self.wall

    def monotonic(self) -> float:
        return self.ran

    def move(self, seconds: float) -> None:
        """Time passes, as it does."""
        self.wall += seconds
        self.ran += seconds


def settings_text(**change: Any) -> str:
    """A settings file; None takes a key away."""
    return json.dumps({k: v for k, v in {**SETTINGS, **change}.items() if v is not None})


def tenant(**change: Any) -> Tenant:
    """The tenant of such a file."""
    return settings.parse(str({**SETTINGS, **change}["tenant"]), settings_text(**change))


def jwk(key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey, **change: Any) -> dict[str, Any]:
    """The public half, as a provider tells it."""
    kind = "RS256" if isinstance(key, rsa.RSAPrivateKey) else "ES256"
    algorithm = jwt.get_algorithm_by_name(kind)
    return {**json.loads(algorithm.to_jwk(key.public_key())), "alg": kind, "use": "sig", **change}


def token(
    key: Any = RSA_KEY, algorithm: str = "RS256", kid: str | None = "k1", **change: Any
) -> str:
    """An access token of Anna; None takes a claim away."""
    claims = {"iss": ISSUER, "aud": "platform-openwebui", "sub": "anna", "exp": NOW + 300}
    claims = {k: v for k, v in {**claims, **change}.items() if v is not None}
    headers = {"kid": kid} if kid is not None else {}
    return jwt.encode(claims, key, algorithm=algorithm, headers=headers)


@functools.cache
def certificate() -> tuple[str, ssl.SSLContext]:
    """Of those who are asked by https, signed by itself: as text, and to serve with."""
    names = [x509.DNSName(name) for name in ("auth.example.com", "model.example.com")]
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "neighbours")])
    today = datetime.now(UTC)
    signed = (
        x509.CertificateBuilder(subject, subject, EC_KEY.public_key())
        .serial_number(1)
        .not_valid_before(today - timedelta(days=1))
        .not_valid_after(today + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .sign(EC_KEY, hashes.SHA256())
    )
    text = signed.public_bytes(Encoding.PEM)
    key = EC_KEY.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    with NamedTemporaryFile() as file:
        file.write(text + key)
        file.flush()
        context.load_cert_chain(file.name)
    return text.decode(), context


class Network(AbstractResolver):
    """Every host is a port of its own on loopback, and what is asked goes through a wire."""

    def __init__(self, answer: "Neighbours") -> None:
        self._answer = answer
        self._ports: dict[str, int] = {}
        self._servers: dict[str, asyncio.Server] = {}
        self._away: set[str] = set()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        if host not in self._ports:
            await self._open(host, certificate()[1] if port == 443 else None)
            if host in self._away:
                self.leave(host)
        return [
            ResolveResult(
                hostname=host,
                host="127.0.0.1",
                port=self._ports[host],
                family=socket.AF_INET,
                proto=0,
                flags=socket.AI_NUMERICHOST,
            )
        ]

    async def close(self) -> None:
        for server in self._servers.values():
            server.close()

    def leave(self, host: str) -> None:
        """Who connects to it from now on is refused."""
        self._away.add(host)
        if host in self._servers:
            self._servers.pop(host).close()

    async def back(self, host: str) -> None:
        """It is there again, where it was."""
        self._away.remove(host)
        await self._open(host)

    async def _open(self, host: str, context: ssl.SSLContext | None = None) -> None:
        serve = functools.partial(self._serve, host)
        port = self._ports.get(host, 0)
        server = await asyncio.start_server(serve, "127.0.0.1", port, ssl=context)
        self._servers[host] = server
        self._ports[host] = server.sockets[0].getsockname()[1]

    async def _serve(
        self, host: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        with contextlib.closing(writer), contextlib.suppress(HungUpError, ConnectionError):
            lines = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
            method, target, _ = lines[0].split(" ")
            headers = httpx.Headers(
                [(n, v.strip()) for n, _, v in (p.partition(":") for p in lines[1:] if p)]
            )
            body = await reader.readexactly(int(headers.get("content-length", 0)))
            scheme = "https" if writer.get_extra_info("ssl_object") else "http"
            asked = httpx.Request(
                method, f"{scheme}://{host}{target}", headers=headers, content=body
            )
            found = await self._answer(asked)
            told = {**found.headers, "content-length": str(len(found.content))}
            head = [f"HTTP/1.1 {found.status_code} Told", *(f"{n}: {v}" for n, v in told.items())]
            writer.write("\r\n".join([*head, "", ""]).encode() + found.content)
            await writer.drain()


@asynccontextmanager
async def asking(neighbours: "Neighbours") -> AsyncIterator[Asker]:
    """Who asks these neighbours."""
    network = Network(neighbours)
    try:
        async with Asker(network) as asker:
            yield asker
    finally:
        await network.close()


Answer = Callable[[httpx.Request], httpx.Response | Awaitable[httpx.Response]]


@dataclass
class Neighbours:
    """Provider, model and site. What they do is replaced by a test."""

    groups: list[str] = field(default_factory=lambda: ["tenant-acme-corp-users"])
    keys: list[dict[str, Any]] = field(default_factory=lambda: [jwk(RSA_KEY, kid="k1")])
    written: list[Any] = field(default_factory=lambda: [POST])
    posts: list[dict[str, Any]] = field(default_factory=list)
    asked: list[httpx.Request] = field(default_factory=list)
    tags: list[str] = field(default_factory=lambda: ["DIY"])
    before: dict[str, Answer] = field(default_factory=dict)
    """Method and host, or host alone: what answers in their place."""

    async def __call__(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request)
        host = request.url.host
        own = self.before.get(f"{request.method} {host}") or self.before.get(host)
        if own:
            answer = own(request)
            return answer if isinstance(answer, httpx.Response) else await answer
        if host == "auth.example.com":
            return self.provider(request)
        if host == "model.example.com":
            return self.model(request)
        return self.site(request)

    def of(self, host: str, method: str = "") -> list[httpx.Request]:
        """What one of them was asked."""
        return [r for r in self.asked if r.url.host == host and method in ("", r.method)]

    def provider(self, request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/jwks/"):
            return httpx.Response(200, json={"keys": self.keys})
        bearer = request.headers["authorization"].removeprefix("Bearer ")
        claims = jwt.decode(bearer, options={"verify_signature": False})
        told = {"sub": claims["sub"], "name": "Anna Acme", "groups": self.groups}
        return httpx.Response(200, json=told)

    def model(self, _request: httpx.Request) -> httpx.Response:
        value = self.written.pop(0) if len(self.written) > 1 else self.written[0]
        text = value if isinstance(value, str) else json.dumps(value)
        return httpx.Response(200, json={"choices": [{"message": {"content": text}}]})

    def site(self, request: httpx.Request) -> httpx.Response:
        route = request.url.params["rest_route"]
        if request.method == "POST":
            return httpx.Response(201, json=self.store(json.loads(request.content)))
        if route == "/wp/v2/posts":
            mark = request.url.params["tenantsmith_workflow"]
            found = [p for p in self.posts if p["meta"]["tenantsmith_workflow"] == mark]
            return httpx.Response(200, json=found)
        if route.startswith("/wp/v2/posts/"):
            number = int(route.rpartition("/")[2])
            found = [p for p in self.posts if p["id"] == number]
            return httpx.Response(200, json=found[0]) if found else httpx.Response(404, json={})
        names = {"/wp/v2/categories": ["Blog", "Q&amp;A"], "/wp/v2/tags": self.tags}[route]
        sought = request.url.params.get("search", "").casefold()
        found = [{"id": i, "name": n} for i, n in enumerate(names, 1) if sought in n.casefold()]
        return httpx.Response(200, json=found[: int(request.url.params["per_page"])])

    def store(self, body: dict[str, Any]) -> dict[str, Any]:
        """The post is there."""
        number = len(self.posts) + 1
        link = f"https://blog.acme.com/?p={number}"
        post = {**body, "id": number, "link": link, "title": {"raw": body["title"]}}
        self.posts.append(post)
        return post


class World:
    """The application in this process, with its files in a folder."""

    def __init__(self, folder: Path) -> None:
        self.clock = FakeClock()
        self.neighbours = Neighbours()
        self.tenants = folder / "tenants"
        self.bots = folder / "bots"
        self.ledger_file = folder / "ledger.sqlite"
        self.tenants.mkdir()
        self.bots.mkdir()
        (self.bots / "content-bot-acme-corp").write_text('{"password": "bot-password"}')
        self.settings()
        self.service: Service
        self.ledger: Ledger

    def settings(self, **change: Any) -> None:
        """Writes a settings file, and lets so much time pass that it is read."""
        name = {**SETTINGS, **change}["tenant"]
        (self.tenants / f"{name}.json").write_text(settings_text(**change))
        self.clock.move(2)

    def config(self) -> Config:
        return Config(
            tenants=str(self.tenants),
            bots=str(self.bots),
            ledger=str(self.ledger_file),
            shared=SHARED,
            model_url="https://model.example.com/v1",
            model="some-model",
            model_key_file=None,
            rate_per_minute=5,
            parallel_per_tenant=2,
            groups_fresh_s=60,
        )

    @asynccontextmanager
    async def up(self) -> AsyncIterator["World"]:
        """The service runs."""
        self.ledger = Ledger(str(self.ledger_file), self.clock)
        self.network = Network(self.neighbours)
        made = application.create(self.config(), self.ledger, self.clock, resolver=self.network)
        try:
            async with made.router.lifespan_context(made):
                self.service = made.state.service
                self.http = httpx.AsyncClient(
                    transport=httpx.ASGITransport(made), base_url="http://content"
                )
                yield self
        finally:
            await self.network.close()

    async def post(self, body: Any, **headers: str) -> httpx.Response:
        """Any body at all."""
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        return await self.http.post("/v1/chat/completions", content=content, headers=headers)

    async def ask(
        self, text: Any, *, bearer: str | None = "", ids: str = "", stream: bool = False
    ) -> "Reply":
        """A message of Anna, or of whoever has that token."""
        headers = {"x-content-chat": "chat", "x-content-message": ids} if ids else {}
        if bearer is not None:
            headers["authorization"] = f"Bearer {bearer or token(exp=self.clock.wall + 300)}"
        messages = [{"role": "user", "content": text}]
        body = {"model": "content", "messages": messages, "stream": stream}
        return Reply(await self.post(body, **headers))


class Reply:
    """An answer, whatever its form."""

    def __init__(self, response: httpx.Response) -> None:
        self.status = response.status_code
        self.raw = response.text
        self.code = ""
        if response.headers["content-type"].startswith("text/event-stream"):
            lines = [line[6:] for line in self.raw.splitlines() if line.startswith("data: {")]
            deltas = [json.loads(line)["choices"][0]["delta"] for line in lines]
            self.text = "".join(d.get("content", "") for d in deltas)
        elif "error" in (document := response.json()):
            self.text, self.code = document["error"]["message"], document["error"]["code"]
        else:
            self.text = document["choices"][0]["message"]["content"]
