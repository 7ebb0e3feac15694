"""A small fleet: settings, passwords, ledger, three stubs and the service between them."""

from __future__ import annotations

import json
import re
import threading
import time
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar, Self, TypeVar

from .process import Service
from .reply import Reply
from .stubs.model import Model
from .stubs.provider import SHARED, Key, Provider
from .stubs.site import Site
from .stubs.web import Neighbour, Serving

KEY = Key.made()
MODEL_KEY = "sk-model-key-that-no-log-may-hold"
_LONG_ENOUGH = 9
_OPTION = re.compile(r"^\s*\w+\s*:\s*")
N = TypeVar("N", bound=Neighbour)


class World:
    """Everything of one test.

    Tokens and texts that pass through it are remembered, so that logs can be searched for them.
    """

    made: ClassVar[list[World]] = []

    def __init__(self, folder: Path, *, ahead: Path | None = None, **environment: str) -> None:
        self.folder, self.secrets, self.closed = folder, {MODEL_KEY}, False
        self._serving: list[Serving] = []
        self.sites: dict[str, Site] = {}
        for name in ("tenants", "bots", "ledger"):
            (folder / name).mkdir(parents=True)
        self.service = Service({}, ahead=ahead)
        self.provider = self._up(lambda url: Provider(url, keys=[KEY]))
        self.model = self._up(Model)
        self.site = self.tenant("acme-corp")
        (folder / "api-key").write_text(MODEL_KEY + "\n")
        self.service.environment = self._environment() | environment
        World.made.append(self)

    def _environment(self) -> dict[str, str]:
        return {
            "CONTENT_TENANTS": str(self.folder / "tenants"),
            "CONTENT_BOTS": str(self.folder / "bots"),
            "CONTENT_LEDGER": str(self.ledger),
            "CONTENT_ISSUER": self.provider.issuer(),
            "CONTENT_AUDIENCE": SHARED,
            "CONTENT_MODEL_URL": self.model.url + "/v1",
            "CONTENT_MODEL": "some-model",
            "CONTENT_MODEL_KEY_FILE": str(self.folder / "api-key"),
            "CONTENT_RATE_PER_MINUTE": "5",
            "CONTENT_PARALLEL_PER_TENANT": "2",
            "CONTENT_GROUPS_FRESH_SECONDS": "1",
        }

    def _up(self, made: Callable[[str], N]) -> N:
        held: list[N] = []

        def keep(url: str) -> N:
            held.append(made(url))
            return held[0]

        self._serving.append(Serving(keep))
        return held[0]

    @property
    def ledger(self) -> Path:
        """The file that counts."""
        return self.folder / "ledger" / "ledger.sqlite"

    def tenant(self, name: str, **settings: Any) -> Site:
        """A tenant with a site of its own and a bot whose password is there."""
        site = self._up(lambda url: Site(url, f"password-of-the-bot-of-{name}"))
        self.sites[name] = site
        self.password(name, site.password)
        self.settings(name, **settings)
        return site

    def settings(self, name: str, **changed: Any) -> None:
        """Writes a tenant's settings, as the sidecar does: whole, then renamed."""
        told: dict[str, Any] = {
            "tenant": name,
            "name": name.replace("-", " ").title(),
            "site": f"https://{name}.example.com",
            "service": self.sites[name].url,
            "user": "content-bot",
            "autoPublish": False,
            "workflowApproval": False,
            "contentTypes": ["blog_post", "tutorial"],
            "defaultCategories": ["Blog"],
            "seoOptimization": False,
            "customTemplates": {"release_notes": "Begin with the version."},
            "limits": {"workflowsPerMonth": 1000, "apiRequestsPerDay": 10},
        }
        self.settings_text(name, json.dumps(told | changed))

    def settings_text(self, name: str, text: str) -> None:
        """Any text as the file of a tenant's settings."""
        self._written(self.folder / "tenants" / f"{name}.json", text)
        self.looked()

    def switched_off(self, name: str) -> None:
        """A tenant's settings are there no more."""
        (self.folder / "tenants" / f"{name}.json").unlink()
        self.looked()

    def looked(self) -> None:
        """The service has looked at the folder again, which it does once a second."""
        if self.service.running:
            time.sleep(1.1)

    def password(self, name: str, password: str) -> None:
        """The bot's password, as the Secret is mounted."""
        self.secrets.add(password)
        self._written(
            self.folder / "bots" / f"content-bot-{name}", json.dumps({"password": password})
        )

    @staticmethod
    def _written(path: Path, text: str) -> None:
        made = path.with_name("." + path.name)
        made.write_text(text)
        made.rename(path)

    def user(self, name: str = "", *groups: str) -> str:
        """The token of somebody in these groups; without any, of a new user of acme-corp."""
        name = name or "user-" + uuid.uuid4().hex[:8]
        self.provider.add(name, *(groups or ("tenant-acme-corp-users",)))
        return self.token(name)

    def token(self, user: str, client: str = SHARED, **claims: Any) -> str:
        """One more token of a user."""
        return self.remembered(self.provider.token(user, client, **claims))

    def remembered(self, token: str) -> str:
        """A token that no log may hold, nor its signature alone."""
        self.secrets |= {
            part for part in (token, token.rpartition(".")[2]) if len(part) > _LONG_ENOUGH
        }
        return token

    def ask(self, token: str | None, text: Any, **more: Any) -> Reply:
        """One chat message; its text is one more secret."""
        for line in str(text).splitlines():
            said = _OPTION.sub("", line).strip()[:60]
            if len(said) > _LONG_ENOUGH and not said.startswith(("/", "wf-")):
                self.secrets.add(said)
        return self.service.ask(token, text, **more)

    def leaks(self) -> list[str]:
        """Secrets that the log holds."""
        log = self.service.log
        return sorted(s for s in self.secrets if s in log)

    def start(self) -> Self:
        """Starts the service."""
        self.service.start()
        return self

    def wake(self) -> None:
        """Lets go of all requests that hang in a stub."""
        stubs: list[Provider | Model | Site] = [self.provider, self.model, *self.sites.values()]
        for stub in stubs:
            stub.woken.set()
            stub.woken = threading.Event()

    def close(self) -> None:
        """Ends the service and the stubs."""
        self.wake()
        self.service.close()
        for serving in self._serving:
            serving.close()
        self.closed = True
