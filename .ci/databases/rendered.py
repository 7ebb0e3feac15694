"""What is asked of a tenant's rendered folder."""

import re

from sites import manifests

_BINARY = {"Ki": 1 << 10, "Mi": 1 << 20, "Gi": 1 << 30, "Ti": 1 << 40}


class Tenant(manifests.Tenant):
    """The objects of one tenant's database."""

    def server(self):
        return self.one("MariaDB", "mariadb")["spec"]

    def replication(self):
        """The fields of replication, or nothing for a single instance."""
        return self.server().get("replication")

    def instances(self):
        return self.server()["replicas"]

    def settings(self):
        """The rendered lines of the server's configuration, by name; several words of one name are the last one."""
        values = {}
        for line in self.server()["myCnf"].splitlines():
            if line and line[0] not in "[#":
                name, _, value = line.partition("=")
                values[name.strip().replace("-", "_")] = value.strip()
        return values

    def mounted(self):
        """Texts that the server finds in its file system, by path: what its volumes hold."""
        texts = {}
        sources = {each["name"]: each for each in self.server().get("volumes", [])}
        for mount in self.server().get("volumeMounts", []):
            source = sources[mount["name"]]
            data = self.one("ConfigMap", source["configMap"]["name"])["data"]
            texts.update({f"{mount['mountPath']}/{name}": text for name, text in data.items()})
        return texts

    def nightly(self):
        found = [each for each in self.all("PhysicalBackup") if each["metadata"]["name"].startswith("mariadb-nightly-")]
        if len(found) != 1:
            raise LookupError(f"{self.folder} has {len(found)} nightly backups")
        return found[0]["spec"]

    def archive(self):
        """The archive of binary logs, or nothing."""
        found = self.all("PointInTimeRecovery")
        return found[0]["spec"] if found else None

    def staging_factor(self):
        """How many times the database's volume the staging area is."""
        claim = self.nightly()["stagingStorage"]["persistentVolumeClaim"]["resources"]["requests"]["storage"]
        return size(claim) / size(self.server()["storage"]["size"])


def size(text):
    number, unit = re.fullmatch(r"([\d.]+)([KMGT]i)", text).groups()
    return float(number) * _BINARY[unit]
