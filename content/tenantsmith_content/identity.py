"""Who asks, and for which tenants that person may speak."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from .settings import Client, Tenant

VIEWERS = "viewers"
_STRONGEST_FIRST = ("admins", "users", VIEWERS)
_ROLE_GROUP = re.compile(r"tenant-(.+)-(admins|users|viewers)")


@dataclass(frozen=True)
class Identity:
    """A person as the identity provider knows it at this moment."""

    subject: str
    name: str
    client: Client
    groups: tuple[str, ...]

    def roles(self, tenants: Mapping[str, Tenant]) -> dict[str, str]:
        """Each tenant with the strongest role there.

        A client of one tenant speaks for that tenant only, and the shared client for no tenant
        that has a client of its own. Groups that name no role mean nothing.
        """
        found: dict[str, str] = {}
        for group in self.groups:
            match = _ROLE_GROUP.fullmatch(group)
            if not match:
                continue
            tenant, role = match[1], match[2]
            if tenant in tenants and self._speaks_for(tenants[tenant]):
                found[tenant] = min(role, found.get(tenant, role), key=_STRONGEST_FIRST.index)
        return found

    def _speaks_for(self, tenant: Tenant) -> bool:
        if self.client.tenant:
            return self.client.tenant == tenant.id
        return tenant.client is None
