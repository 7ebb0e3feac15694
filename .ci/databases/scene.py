"""The instances of one tenant in a network of their own, with certificates as the operator issues them."""

import pathlib
import re
import shutil
import time

from databases import operators, rendered, server
from sites import certificates, containers, database

PASSWORD = "walk"


class Scene:
    """Everything of one tenant runs below one folder and ends with the process."""

    def __init__(self, folder, work, image):
        self.tenant = rendered.Tenant(folder)
        self.work = pathlib.Path(work)
        self.image = image
        self.user = _identity(image.root)
        self.runtime = containers.Runtime(f"db-{self.tenant.name}", image.root, self.work)
        self.authority = certificates.Authority.kept_in(self.work / "authority", "mariadb-ca")
        self.hosts = self._names()
        self.instances = []

    def begin(self):
        """As many instances as rendered, the first of them the primary, and what the User, Grant and Database objects ask for."""
        for index in range(self.tenant.instances()):
            self.instances.append(self.instance(index, "first"))
        for each in self.instances:
            each.install(None if each is self.instances[0] else self.instances[0])
        for each in self.instances:
            each.start()
        if self.tenant.replication():
            self.connect(self.instances)
        self._provide(self.instances[0])

    def instance(self, index, life):
        """An instance without data; a life is all that lies between two recoveries."""
        return server.Instance(self, index, self.work / life / f"mariadb-{index}")

    def connect(self, instances, positions=("", "", "")):
        """Makes the first instance the primary and the others its replicas, as the operator does with new ones."""
        primary, *replicas = instances
        self.promote(primary)
        for each, position in zip(replicas, positions[1:]):
            each.tell(operators.make_replica(primary.host, PASSWORD, position, "slave_pos" if position else "current_pos"))

    @staticmethod
    def promote(instance):
        if instance.replica_state():
            *needed, last = operators.leave_replication()
            instance.tell(needed)
            instance.tell([last], refused=1)
        instance.tell(operators.make_primary(PASSWORD))

    def end(self):
        for each in self.instances:
            each.kill()

    def client(self, folder, authority, program):
        """A container without a server: a folder of its own and the authority's certificate where its settings look for it."""
        mounts = [containers.bind(folder, "/php", True), containers.bind(folder / "ca.crt", authority, True)]
        mounts.append(containers.bind(self.hosts, "/etc/hosts", True))
        return containers.spec(["sh", "-c", program], ["PATH=/usr/bin:/bin"], mounts, user=self.user)

    @staticmethod
    def until(question, seconds=20):
        """Asks until there is an answer, and gives the last one."""
        deadline = time.monotonic() + seconds
        while not (answer := question()) and time.monotonic() < deadline:
            time.sleep(0.3)
        return answer

    def keys(self, instance):
        """The folder of an instance's certificates."""
        folder = self.keys_of(instance)
        folder.mkdir(parents=True, exist_ok=True)
        names = [instance.host, *database.host_names(self.tenant.namespace)]
        for name, usage in (("server", "serverAuth"), ("client", "clientAuth")):
            self.authority.issue(folder, name, names, usage)
        shutil.copy(self.authority.certificate, folder / "ca.crt")
        for file in folder.iterdir():
            shutil.chown(file, *self.user)
        return folder

    @staticmethod
    def keys_of(instance):
        return instance.folder / "pki"

    def _names(self):
        """Who is found where; the Services lead to the first instance."""
        namespace = self.tenant.namespace
        lines = [f"127.0.0.{10 + index} {operators.host(namespace, index)}" for index in range(3)]
        services = " ".join(name for name in database.host_names(namespace)[2:] if "secondary" not in name)
        lines.append(f"127.0.0.10 {services} other-database")
        file = self.work / "hosts"
        file.write_text("127.0.0.1 localhost\n" + "\n".join(lines) + "\n")
        return file

    def _provide(self, primary):
        base = self.tenant.one("Database", "wordpress")["spec"]
        user = self.tenant.one("User", "wordpress")["spec"]
        grant = self.tenant.one("Grant", "wordpress")["spec"]
        require = " REQUIRE SSL" if user.get("require", {}).get("ssl") else ""
        account = f"{grant['username']}@'{user['host']}'"
        primary.tell([
            f"CREATE DATABASE wordpress CHARACTER SET {base['characterSet']} COLLATE {base['collate']}",
            f"CREATE USER {account} IDENTIFIED BY '{PASSWORD}'{require} WITH MAX_USER_CONNECTIONS {user.get('maxUserConnections', 0)}",
            f"GRANT {', '.join(grant['privileges'])} ON {grant['database']}.{grant['table']} TO {account}",
        ])  # fmt: skip


def _identity(root):
    line = re.search(r"^mysql:[^:]*:(\d+):(\d+):", pathlib.Path(root, "etc/passwd").read_text(), re.MULTILINE)
    return int(line[1]), int(line[2])
