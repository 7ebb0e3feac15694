"""Groups become roles."""

import pytest

from tenantsmith_content.identity import Identity
from tenantsmith_content.settings import Client

from .kit import GLOBEX, SHARED, tenant

TENANTS = {
    "acme-corp": tenant(),
    "beta": tenant(tenant="beta"),
    "beta-admins": tenant(tenant="beta-admins"),
    "globex": tenant(
        tenant="globex", client={"issuer": GLOBEX.issuer, "audience": GLOBEX.audience}
    ),
}


@pytest.mark.parametrize(
    ("client", "groups", "want"),
    [
        (SHARED, ["tenant-acme-corp-viewers", "tenant-acme-corp-admins"], {"acme-corp": "admins"}),
        (SHARED, ["tenant-acme-corp-users", "tenant-acme-corp-viewers"], {"acme-corp": "users"}),
        (SHARED, ["tenant-beta-users", "tenant-globex-users"], {"beta": "users"}),
        (GLOBEX, ["tenant-beta-users", "tenant-globex-users"], {"globex": "users"}),
        (GLOBEX, ["tenant-beta-users"], {}),
        (SHARED, ["tenant-beta-admins-users"], {"beta-admins": "users"}),
        (SHARED, ["tenant-beta-admins"], {"beta": "admins"}),
        (SHARED, ["tenant-nowhere-users", "tenant-acme-corp", "oidc:x", "tenants"], {}),
        (SHARED, ["tenant-acme-corp-users\n", " tenant-acme-corp-users"], {}),
        (SHARED, ["Tenant-acme-corp-users", "tenant-acme-corp-owners"], {}),
        (SHARED, [], {}),
    ],
)
def test_roles(client: Client, groups: list[str], want: dict[str, str]) -> None:
    assert Identity("s", "n", client, tuple(groups)).roles(TENANTS) == want
