"""Starts the OpenID provider with what the blueprints of a tenant say."""

import json
import pathlib
import subprocess
import urllib.parse

from sites import blueprint, manifests, network

_PROVIDER = pathlib.Path(__file__).parent / "provider/provider.mjs"


class SignOn:
    """The people of a tenant and their provider."""

    def __init__(self, site, modules):
        self.site = site
        self._constants = _constants(site.tenant.config()["config-extra.php"])
        self.client_id = self._constants["OIDC_CLIENT_ID"]
        logout = urllib.parse.urlsplit(self._constants["OIDC_ENDPOINT_LOGOUT_URL"])
        self.slug = logout.path.split("/")[3]
        self.identity = blueprint.Identity(_objects(site.tenant))
        self.people = self._people()
        self._log = open(site.work / "provider.log", "w", encoding="utf-8")
        self._process = self._start(modules)

    def _people(self):
        tenant = self.site.tenant.name
        environment = {each["name"]: each.get("value") for each in self.site.tenant.install()["containers"][0]["env"]}
        said = {
            "owner": (environment["ADMIN_EMAIL"], [f"tenant-{tenant}-admins"]),
            "uli": ("uli@example.net", [f"tenant-{tenant}-users"]),
            "vera": ("vera@example.net", [f"tenant-{tenant}-viewers"]),
            "nobody": ("nobody@example.net", []),
            "foreign": ("foreign@example.net", ["tenant-other-admins"]),
            # Somebody who calls himself as the emergency administrator does.
            environment["ADMIN_USER"]: ("namesake@example.net", [f"tenant-{tenant}-users"]),
        }
        return {name: blueprint.person(self.identity, name, email, groups) for name, (email, groups) in said.items()}

    def _start(self, modules):
        client = self.identity.client(self.client_id)
        addresses = {kind: [each["url"] for each in client["redirect_uris"] if each["redirect_uri_type"] == kind] for kind in ("authorization", "logout")}
        host = urllib.parse.urlsplit(self._constants["OIDC_ENDPOINT_LOGIN_URL"]).hostname
        certificate, key = self.site.image.authority.issue(self.site.work, "identity", [host])
        path = {name: urllib.parse.urlsplit(self._constants[f"OIDC_ENDPOINT_{name}_URL"]).path for name in ("LOGIN", "TOKEN", "USERINFO", "LOGOUT")}
        claims = {name: self.identity.claims(self.client_id, self.slug, who) for name, who in self.people.items()}
        settings = {
            "issuer": f"https://{host}/application/o/{self.slug}/",
            "paths": {"authorization": path["LOGIN"], "token": path["TOKEN"], "userinfo": path["USERINFO"], "end_session": path["LOGOUT"]},
            "client": {
                "client_id": self.client_id, "client_secret": self.site.secrets.read("wordpress-oidc")["client-secret"],
                "redirect_uris": addresses["authorization"], "post_logout_redirect_uris": addresses["logout"],
                "grant_types": client["grant_types"], "token_endpoint_auth_method": "client_secret_post",
            },
            "scopes": ["openid", "email", "profile"],
            "claims": {"email": ["email", "email_verified"], "profile": sorted({key for each in claims.values() for key in each} - {"email", "email_verified"})},
            "people": claims, "address": network.IDENTITY[0], "port": network.IDENTITY[1], "certificate": str(certificate), "key": str(key),
            "modules": str(modules),
        }  # fmt: skip
        file = self.site.work / "provider.json"
        file.write_text(json.dumps(settings))
        process = subprocess.Popen(("node", str(_PROVIDER), str(file)), stdout=subprocess.PIPE, stderr=self._log, text=True)
        for line in process.stdout:
            if "listening" in line:
                return process
        raise RuntimeError((self.site.work / "provider.log").read_text()[-600:])

    def stop(self):
        self._process.kill()
        self._process.wait()

    def said(self):
        self._log.flush()
        return (self.site.work / "provider.log").read_text()


def _objects(tenant):
    """The blueprints of the tenant and of its cluster's platform, whose mappings the tenant's refer to."""
    objects = list(tenant.objects)
    for file in sorted((tenant.folder.parent.parent / "platform").rglob("*.yaml")):
        objects += [each for each in manifests.objects(file) if each.get("kind") == "ConfigMap"]
    return objects


def _constants(text):
    found = {}
    for line in text.splitlines():
        if line.startswith("define('OIDC_") and line.count("'") >= 4:
            parts = line.split("'")
            found[parts[1]] = parts[3]
    return found
