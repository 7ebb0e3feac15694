"""A tenant that is suspended, and one that is erased."""

from database import difference
from scene import check
from walks_access import site
from walks_people import refused

# Where Authentik keeps what a tombstone names.
TABLES = {
    "authentik_core.application": "authentik_core_application",
    "authentik_core.group": "authentik_core_group",
    "authentik_core.user": "authentik_core_user",
    "authentik_rbac.role": "authentik_rbac_role",
    "authentik_rbac.initialpermissions": "authentik_rbac_initialpermissions",
    "authentik_brands.brand": "authentik_brands_brand",
    "authentik_providers_oauth2.oauth2provider": "authentik_core_provider",
}


def suspended(scene):
    """Members are refused, nothing is lost, and the next apply of the active text lets them in again."""
    client, person = site(scene, "acme-corp"), scene.administrator
    scene.put(scene.tombstones["suspended"])
    browser = scene.browser()
    refused(scene.identify(browser, client.start(browser), person))
    scene.put(scene.tenants["acme-corp"])
    browser = scene.browser()
    client.tokens(scene.identify(browser, client.start(browser), person))


def erased(scene):
    """All that the tombstone names is gone, the people stay, other tenants lose nothing."""
    client, person, tombstone = site(scene, "acme-corp"), scene.administrator, scene.tombstones["tombstone"]
    browser = scene.browser()
    tokens = client.tokens(scene.identify(browser, client.start(browser), person))
    check(tombstone.removes, "the tombstone names nothing")
    before = {(model, field, value): found(scene, model, field, value) for model, field, value in tombstone.removes}
    check(sum(before.values()) >= 5, f"there is little to remove: {before}")
    others = rows_of_others(scene)
    scene.put(tombstone)
    left = [key for key in before if found(scene, *key)]
    check(not left, f"left behind: {left}")
    check(client.userinfo(tokens["access_token"]).status == 401, "an access token outlives its provider")
    scene.sign_in(person)
    check(others == rows_of_others(scene), "objects of another tenant are gone")
    named = scene.database.query("select name from authentik_core_group where name like 'tenant-acme-corp%' union "
                                 "select name from authentik_rbac_role where name like 'tenant-acme-corp%'")
    check(not named, f"the tombstone forgets {named}")


def erased_again(scene):
    """A tombstone that is applied once more does nothing."""
    before = scene.database.state()
    scene.authentik.apply([scene.tombstones["tombstone"].path])
    changed = difference(before, scene.database.state())
    check(not changed, "\n".join([f"{len(changed)} rows", *changed[:20]]))


def found(scene, model, field, value):
    return int(scene.database.query(f"select count(*) from {TABLES[model]} where {field} = '{value}'")[0])


def rows_of_others(scene):
    """What is named after somebody else."""
    return {table: set(scene.database.query(f"select name from {table} where name not like '%acme-corp%'"))
            for table in ("authentik_core_group", "authentik_core_provider", "authentik_rbac_role", "authentik_rbac_initialpermissions")}


WALKS = [
    ("a suspended tenant's people are refused, and let in again", suspended),
    ("an erased tenant: the tombstone removes what it names", erased),
    ("the tombstone again: nothing changes", erased_again),
]
