"""What the cluster would run: environments, arguments, code and settings as they are rendered."""

import re
from dataclasses import dataclass, field
from pathlib import Path

import yaml

SHARED_CHAT = "platform/admin-apps/open-webui/open-webui.yaml"
CONTENT = "platform/admin-apps/content"
PROVIDERS = "platform/admin-apps/authentik/blueprints.yaml"


@dataclass(frozen=True)
class Container:
    """The container of a Deployment; what it reads from Secrets is a value of the test's own."""

    image: str
    environment: dict
    command: list = field(default_factory=list)
    secrets: dict = field(default_factory=dict)

    @property
    def version(self):
        """The version that the image's tag names."""
        return self.image.rpartition(":")[2].removeprefix("v")


def objects(path):
    """All objects of a rendered file, or of all files of a folder."""
    files = sorted(path.glob("*.yaml")) if path.is_dir() else [path]
    return [document for file in files for document in yaml.safe_load_all(file.read_text(encoding="utf-8")) if document]


def container(path, name):
    """A container of the Deployment with the same name."""
    pod = _one(objects(path), "Deployment", name)["spec"]["template"]["spec"]
    found = next(c for c in pod["containers"] if c["name"] == name)
    plain = {e["name"]: e["value"] for e in found["env"] if "value" in e}
    secrets = {e["name"]: f"{name}-{e['name'].lower()}-of-a-test-0123456789" for e in found["env"] if "valueFrom" in e}
    return Container(found["image"], plain | secrets, [*found.get("command", []), *found.get("args", [])], secrets)


def code(cluster, folder):
    """Lays the content service out as its pod would see it."""
    package = Path(folder, "tenantsmith_content")
    package.mkdir(parents=True)
    for name, text in _one(objects(cluster / CONTENT), "ConfigMap", "content-code")["data"].items():
        (package / name).write_text(text, encoding="utf-8")
    return package


def settings(cluster, tenant):
    """What the content service is told of a tenant."""
    data = _one(objects(cluster / "tenants" / tenant / "content.yaml"), "ConfigMap", f"content-{tenant}")["data"]
    return yaml.safe_load(data[f"{tenant}.json"])


def renews(file, client):
    """The threshold from which on a renewal brings another refresh token, and how long an access token is good, as the blueprint says."""
    text = file.read_text(encoding="utf-8")
    provider = next(part for part in re.split(r"(?m)^ +- model: ", text) if re.search(rf'client_id: "?{client}"?\n', part))
    return {name: re.search(rf'{name}: "(.*)"', provider).group(1) for name in ("refresh_token_threshold", "access_token_validity")}


def _one(found, kind, name):
    return next(o for o in found if o["kind"] == kind and o["metadata"]["name"] == name)
