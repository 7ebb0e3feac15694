"""The folder of settings, which changes while the service runs."""

import logging
import os
from collections import Counter

from .clock import Clock
from .settings import Client, SettingsError, Tenant, is_tenant, parse

log = logging.getLogger("content.settings")

_Stamp = tuple[int, int, int, int]
_MOST_BYTES = 1_048_576
_ENDING = ".json"
_SHARE = 30


class TenantFolder:
    """All tenants of a folder. A bad file takes away its own tenant and nobody else's."""

    def __init__(self, folder: str, shared: Client, clock: Clock, fresh_s: float = 1.0) -> None:
        """``fresh_s``: for so many seconds, at least, the folder is not looked at again."""
        self.tenants: dict[str, Tenant] = {}
        self.errors: dict[str, str] = {}
        self._folder = folder
        self._shared = shared
        self._clock = clock
        self._least_s = fresh_s
        self._fresh_s = fresh_s
        self._read_at: float | None = None
        self._listed = True
        self._stamps: dict[str, _Stamp] = {}
        self._files: dict[str, Tenant | str] = {}
        self._clients: dict[str, Client] = {shared.issuer: shared}

    def refresh(self) -> None:
        """Reads what has changed. A folder that cannot be listed leaves everything as it was."""
        now = self._clock.monotonic()
        if self._read_at is not None and now - self._read_at < self._fresh_s:
            return
        self._read_at = now
        try:
            stamps = self._list()
            # Thousands of files take their time: looking takes at most a thirtieth of all.
            took = self._clock.monotonic() - now
            self._fresh_s = max(self._least_s, _SHARE * took)
        except OSError as e:
            if self._listed:
                log.error("the folder of settings cannot be listed: %s", e.strerror)
            self._listed = False
            return
        self._listed = True
        # A file that was refused is read each time: it may have been half written.
        changed = [
            n
            for n, stamp in stamps.items()
            if self._stamps.get(n) != stamp or isinstance(self._files.get(n), str)
        ]
        gone = self._stamps.keys() - stamps.keys()
        self._stamps = stamps
        if not changed and not gone:
            return
        for name in gone:
            del self._files[name]
        for name in changed:
            self._files[name] = self._read(name)
        self._settle()

    def current(self, tenant: str) -> Tenant | None:
        """A tenant as it is now; None if it is not served any more."""
        self.refresh()
        return self.tenants.get(tenant)

    def client(self, issuer: str) -> Client | None:
        """The client whose tokens this issuer signs."""
        return self._clients.get(issuer)

    def _list(self) -> dict[str, _Stamp]:
        stamps: dict[str, _Stamp] = {}
        with os.scandir(self._folder) as entries:
            for entry in entries:
                if not entry.name.endswith(_ENDING) or entry.name.startswith("."):
                    continue
                try:
                    s = entry.stat()
                except OSError:
                    continue
                name = entry.name.removesuffix(_ENDING)
                stamps[name] = (s.st_mtime_ns, s.st_ctime_ns, s.st_size, s.st_ino)
        return stamps

    def _read(self, name: str) -> Tenant | str:
        """The tenant, or why there is none."""
        if not is_tenant(name):
            return "the name of the file is no tenant's"
        try:
            with open(os.path.join(self._folder, name + _ENDING), encoding="utf-8") as file:
                text = file.read(_MOST_BYTES + 1)
            if len(text) > _MOST_BYTES:
                return "it is larger than 1 MiB"
            return parse(name, text)
        except SettingsError as e:
            return str(e)
        except UnicodeDecodeError:
            return "it is not UTF-8"
        except OSError as e:
            return f"it cannot be read: {e.strerror}"

    def _settle(self) -> None:
        """Decides who is served; tenants that claim the same client are served by none."""
        tenants = {n: t for n, t in self._files.items() if isinstance(t, Tenant)}
        errors = {n: e for n, e in self._files.items() if isinstance(e, str)}
        issuers = Counter(t.client.issuer for t in tenants.values() if t.client)
        issuers[self._shared.issuer] += 1
        for name, tenant in list(tenants.items()):
            if tenant.client and issuers[tenant.client.issuer] > 1:
                errors[name] = "client.issuer is another client's too"
                del tenants[name]
        for name in sorted(errors):
            if self.errors.get(name) != errors[name]:
                log.error("settings of tenant %s are refused: %s", name, errors[name])
        self.tenants = tenants
        self.errors = errors
        self._clients = {t.client.issuer: t.client for t in tenants.values() if t.client}
        self._clients[self._shared.issuer] = self._shared
