"""What the walks share: two instances of Open WebUI, the content service behind them, and its neighbours."""

import contextlib
import json
import sqlite3
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import jwt
import rendered
from claims import check
from person import Person
from processes import Process, free_port
from relay import Relay
from stubs import Model, Provider, Site, served

# The tenants of the sample fleet that have content automation; the last has an Open WebUI of its own.
ACME, OTHER, OWN = TENANTS = ("acme-corp", "tenant1", "globex")

# Somebody who was moved between tenants counts as moved after this; the cluster waits longer.
FRESH = 2


@dataclass(frozen=True)
class Instance:
    """A running Open WebUI: the host at which it is offered, and what it was told."""

    client: str
    host: str
    port: int
    container: rendered.Container
    process: Process
    data: Path


@dataclass
class Scene:
    """The stage on which the walks act."""

    provider: Provider
    model: Model
    sites: dict
    content: Process
    relay: Relay
    shared: Instance = None
    own: Instance = None
    blueprints: dict = field(default_factory=dict)
    first: object = None
    closing: contextlib.ExitStack = field(default_factory=contextlib.ExitStack)
    _browsers: dict = field(default_factory=dict)

    def person(self, name, instance=None):
        """Somebody with a browser that nobody has used."""
        made = Person(name, instance or self.shared)
        self.closing.callback(made.close)
        return made

    def signed_in(self, name, instance=None):
        """The same browser of somebody each time, signed in once."""
        key = (name, (instance or self.shared).client)
        if key not in self._browsers:
            self._browsers[key] = self.person(name, instance)
            self._browsers[key].sign_in()
        return self._browsers[key]

    def token_of_password(self, email):
        """What the shared Open WebUI would give to an account that signs in with its password, made with its key."""
        with contextlib.closing(sqlite3.connect(self.shared.data / "webui.db")) as database:
            account, stamp = database.execute("select id, session_stamp from auth where email = ?", (email,)).fetchone()
        claims = {"id": account, "typ": "session", "auth_method": "password", "session_stamp": stamp, "exp": int(time.time()) + 600}
        return jwt.encode(claims, self.shared.container.environment["WEBUI_SECRET_KEY"], algorithm="HS256")

    def posts(self, tenant):
        return list(self.sites[tenant].posts)

    def count(self):
        """How many posts each site has."""
        return {tenant: len(site.posts) for tenant, site in self.sites.items()}

    def calls(self, turn):
        """What Open WebUI asked of the service for a message: an empty word for the answer, else the task."""
        return [call for call in self.relay.calls if call.headers.get("x-content-chat") == turn.chat]

    def moved(self, name, *groups):
        """Puts somebody into other groups at the provider, and waits until what was known before is old."""
        self.provider.add(name, *groups)
        time.sleep(FRESH + 0.5)


def set_up(root, folder):
    """Everything runs, and nobody has signed in."""
    cluster = next(iter(sorted((root / "output/clusters").iterdir())))
    with contextlib.ExitStack() as closing:
        provider, model = served(closing, Provider), served(closing, Model)
        sites = {}
        for tenant in TENANTS:
            told = rendered.settings(cluster, tenant)
            role = "contributor" if told["workflowApproval"] else "author"
            sites[tenant] = served(closing, lambda url, role=role: Site(url, f"password of the bot of {role}", role=role))
        content = closing.enter_context(running(content_service(cluster, folder, provider, model, sites), "/healthz", 60))
        relay = closing.enter_context(contextlib.closing(Relay(content.port)))
        scene = Scene(provider, model, sites, content, relay)
        shared = instance(cluster / rendered.SHARED_CHAT, folder, provider, relay)
        own = instance(cluster / "tenants" / OWN / "open-webui.yaml", folder, provider, relay)
        scene.shared, scene.own = shared, own
        scene.blueprints = {shared.client: cluster / rendered.PROVIDERS, own.client: cluster / "tenants" / OWN / "identity.yaml"}
        for each in (shared, own):
            closing.enter_context(running(each.process, "/health/db", 300))
        scene.closing = closing.pop_all()
        return scene


@contextlib.contextmanager
def running(process, probe, seconds):
    try:
        process.start(probe, seconds)
        yield process
    finally:
        process.stop()


def content_service(cluster, folder, provider, model, sites):
    """The service as its Deployment runs it. Its files lie where this test can write; its neighbours are on loopback."""
    told = rendered.container(cluster / rendered.CONTENT, "content")
    tenants, bots, key = (Path(folder, name) for name in ("tenants", "bots", "model-key"))
    for directory in (tenants, bots):
        directory.mkdir()
    for tenant, site in sites.items():
        (tenants / f"{tenant}.json").write_text(located(rendered.settings(cluster, tenant), provider, site))
        (bots / f"content-bot-{tenant}").write_text(json.dumps({"user": site.user, "password": site.password}))
    key.write_text("key of the model")
    package = rendered.code(cluster, folder)
    port = free_port()
    environment = told.environment | {
        "PYTHONPATH": str(package.parent), "HOME": str(folder), "CONTENT_TENANTS": str(tenants), "CONTENT_BOTS": str(bots),
        "CONTENT_LEDGER": str(Path(folder, "ledger.sqlite")), "CONTENT_ISSUER": at(told.environment["CONTENT_ISSUER"], provider.url),
        "CONTENT_MODEL_URL": f"{model.url}/v1", "CONTENT_MODEL_KEY_FILE": str(key), "CONTENT_GROUPS_FRESH_SECONDS": str(FRESH),
        # Walks write more in a minute than a person does.
        "CONTENT_RATE_PER_MINUTE": "1000",
    }
    command = replaced(told.command, {"--host": "127.0.0.1", "--port": str(port)})
    return Process("content", [sys.executable, *command[1:]], environment, port, folder)


def instance(file, folder, provider, relay):
    """An Open WebUI as its Deployment runs it, but for the addresses of others."""
    told = rendered.container(file, "open-webui")
    environment = told.environment
    client, host = environment["OAUTH_CLIENT_ID"], urlsplit(environment["WEBUI_URL"]).hostname
    check("OPENAI_API_BASE_URLS" in environment, f"{file} connects its Open WebUI with nothing")
    data = Path(folder, f"data-{client}")
    data.mkdir()
    urls = [at(url, relay.url) for url in environment["OPENAI_API_BASE_URLS"].split(";")]
    port = free_port()
    process = Process(client, [str(Path(sys.executable).parent / "open-webui"), "serve", "--host", "127.0.0.1", "--port", str(port)], environment | {
        "HOME": str(folder), "DATA_DIR": str(data), "STATIC_DIR": str(data / "static"),
        "OPENID_PROVIDER_URL": at(environment["OPENID_PROVIDER_URL"], provider.url), "OPENAI_API_BASE_URLS": ";".join(urls),
        # Upstream's own variant of the image, which has neither models nor the libraries to run them.
        "USE_SLIM_DOCKER": "true",
    }, port, folder)
    return Instance(client, host, port, told, process, data)


def at(url, address):
    """The same path at another address."""
    return address + urlsplit(url).path


def located(settings, provider, site):
    """Settings with the addresses of this machine."""
    moved = settings | {"service": site.url}
    if "client" in settings:
        moved["client"] = settings["client"] | {"issuer": at(settings["client"]["issuer"], provider.url)}
    return json.dumps(moved)


def replaced(command, values):
    """A command with other values behind some of its options."""
    return [values.get(before, word) for before, word in zip(["", *command], command, strict=False)]
