"""The blueprints as they are rendered: the text inside ConfigMaps, as the worker's mounts would show it."""

import re
from dataclasses import dataclass
from pathlib import Path

# Where a blueprint's !File reads a client secret in the pod.
SECRETS = "/tenant-secrets/"


@dataclass(frozen=True)
class Blueprint:
    """One file of the worker's blueprints folder."""

    path: str
    text: str

    @property
    def name(self):
        """The name of its row in Authentik."""
        return re.search(r'^  name: "(.*)"$', self.text, re.MULTILINE).group(1)

    @property
    def administrator(self):
        """The user name, which is the address, of the person that the file makes."""
        return re.search(r'model: authentik_core.user\n(?: .*\n)*? +username: "(.*)"', self.text).group(1)

    @property
    def removes(self):
        """What a tombstone names: model, field and value."""
        return re.findall(r"model: (\S+)\n +state: absent\n +identifiers:\n +(\w+): \"(.*)\"", self.text)

    def addresses(self, kind):
        """Every address that an application of this file has registered: kind is authorization or logout."""
        return re.findall(rf'redirect_uri_type: {kind}\n +url: "(.*)"', self.text)


def in_config_maps(folder, file):
    """The blueprints among the data of a file's ConfigMaps: each key is a file name, each value a block of text."""
    found = []
    key, lines = None, []
    for line in [*file.read_text().splitlines(), "end"]:
        if key and (line.startswith("    ") or not line.strip()):
            lines.append(line[4:])
            continue
        if key:
            found.append(Blueprint(f"{folder}/{key}", "\n".join(lines).rstrip("\n") + "\n"))
        start = re.match(r"  ([\w.-]+\.yaml): \|-?$", line)
        key, lines = (start.group(1) if start else None), []
    return [blueprint for blueprint in found if "\nentries:" in blueprint.text]


def of_platform(cluster):
    """The blueprints of a cluster's platform."""
    files = sorted((cluster / "platform/admin-apps/authentik").glob("*.yaml"))
    return [blueprint for file in files for blueprint in in_config_maps("platform", file)]


def of_tenant(cluster, tenant):
    """The blueprint of one tenant."""
    found = in_config_maps("tenants", cluster / "tenants" / tenant / "identity.yaml")
    if len(found) != 1:
        raise LookupError(f"{tenant} has {len(found)} blueprints")
    return found[0]


def of_file(file, tenant):
    """A tenant's blueprint that a file holds as it is, under the name that the rendered one has."""
    return Blueprint(f"tenants/tenant-{tenant}.yaml", file.read_text())


def environment(cluster):
    """What the rendered worker is told, without what it reads from Secrets by reference."""
    text = (cluster / "platform/admin-apps/authentik/worker.yaml").read_text()
    return dict(re.findall(r'- name: (AUTHENTIK_\w+)\n +value: "?(.*?)"?$', text, re.MULTILINE))


def database_options(cluster):
    """How the rendered database is started, without its certificate, which is the cluster's."""
    text = (cluster / "platform/admin-apps/authentik/database.yaml").read_text()
    arguments = re.search(r"\n +- postgres\n((?: +- .*\n)*)", text).group(1)
    return [option for option in re.findall(r'- "?(--\w+=[^"\n]*)', arguments) if not option.startswith("--ssl")]


def secrets(blueprints):
    """The names of the secret files that blueprints read."""
    return sorted({name for b in blueprints for name in re.findall(rf'!File "{SECRETS}(.*?)"', b.text)})


def lay(blueprint, folder, secret_folder):
    """Writes a blueprint as the mount would; only the secrets' folder, which lies at the root of the pod, is another."""
    path = Path(folder, blueprint.path)
    path.parent.mkdir(parents=True, exist_ok=True)
    text = blueprint.text.replace(SECRETS, f"{secret_folder}/")
    path.write_text(text)
    return text
