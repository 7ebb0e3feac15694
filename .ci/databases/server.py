"""One instance: its folders, its configuration as the operator lays it, a running server, and what is asked of it."""

import pathlib
import shutil
import subprocess
import time

from databases import operators
from sites import containers

_ADDRESS = "127.0.0."
# Smaller than rendered, and a primary that is alone waits less long for a replica; all else is as rendered.
_SMALL = ("--innodb-buffer-pool-size=96M", "--innodb-log-file-size=96M", "--loose-rpl-semi-sync-master-timeout=500")
_INSTALL = "mariadb-install-db --datadir=/var/lib/mysql --auth-root-authentication-method=normal --skip-test-db --user=mysql"


class Failed(Exception):
    """A program or statement did not do what it must."""


class Instance:
    """An instance of a tenant's database. One that is not installed is empty, as before a recovery."""

    def __init__(self, scene, index, folder):
        self.scene = scene
        self.index = index
        self.address = f"{_ADDRESS}{10 + index}"
        self.host = operators.host(scene.tenant.namespace, index)
        self.folder = pathlib.Path(folder)
        self.data = self._own("data")
        self.staging = self._own("backup")
        self.binlogs = self._own("binlogs")
        self._run = self._own("run")
        self._container = None
        self._mounts = self._lay()

    def install(self, other=None):
        """As the image does at its first start, with the whole configuration in place; one that was installed so may be copied."""
        if other:
            subprocess.run(("cp", "-a", f"{other.data}/.", str(self.data)), check=True)
        else:
            self.alone(_INSTALL)

    def start(self):
        program = ["mariadbd", "--user=mysql", f"--bind-address={self.address}", "--port=3306", *_SMALL]
        self._container = self._begin(program, "server.log")
        deadline = time.monotonic() + 90
        while self._container.execute("mariadb-admin", "--user=root", "ping")[0]:
            if time.monotonic() > deadline or not self._container.running():
                raise Failed(self.said()[-1500:])
            time.sleep(0.2)

    def stop(self):
        """In good order."""
        # The container ends with its server, so the program that asked for it is cut off.
        self._container.execute("mariadb-admin", "--user=root", "shutdown")
        self._container.wait(60)
        self._container = None

    def kill(self):
        if self._container:
            self._container.kill()
            self._container = None

    def forget(self):
        """With its volume."""
        self.kill()
        shutil.rmtree(self.folder)

    def query(self, statement):
        """The rows of one statement, as lists of strings."""
        code, said = self._container.execute("mariadb", "--user=root", "--batch", "--skip-column-names", "--execute", statement)
        if code:
            raise Failed(f"{statement[:200]}: {said.strip()}")
        return [line.split("\t") for line in said.splitlines()]

    def value(self, statement):
        rows = self.query(statement)
        return rows[0][0] if rows else None

    def variable(self, name):
        return self.value(f"SELECT @@global.{name}")

    def tell(self, statements, refused=0):
        """Runs statements; as many of the first ones may be refused."""
        for number, statement in enumerate(statements):
            try:
                self.query(statement)
            except Failed:
                if number >= refused:
                    raise

    def shell(self, script):
        """Runs a script in the running instance's container."""
        code, said = self._container.execute("bash", "-euo", "pipefail", "-c", script)
        if code:
            raise Failed(f"{script[:200]}: {said.strip()[-800:]}")
        return said

    def alone(self, script):
        """Runs a script where the server does not run: as an init container or a Job that mounts its volume."""
        container = self._begin(["bash", "-euo", "pipefail", "-c", script], "alone.log")
        if container.wait(180):
            raise Failed(f"{script[:200]}: {(self.folder / 'alone.log').read_text()[-800:]}")

    def logs(self):
        """The names of the binary logs, the active one last."""
        return [row[0] for row in self.query("SHOW BINARY LOGS")]

    def replica_state(self):
        """What a replica says of itself, by name."""
        said = self.shell("mariadb --user=root --execute 'SHOW SLAVE STATUS\\G'")
        return {name.strip(): value for name, colon, value in (line.partition(": ") for line in said.splitlines()) if colon}

    def reaches(self, position, seconds=30):
        return self.value(f"SELECT MASTER_GTID_WAIT('{position}', {seconds})") == "0"

    def said(self):
        log = self.folder / "server.log"
        return log.read_text(errors="replace") if log.exists() else ""

    def _begin(self, program, log):
        return self.scene.runtime.start(
            containers.spec(program, ["PATH=/usr/sbin:/usr/bin:/bin", "TZ=UTC"], list(self._mounts), user=self.scene.user), self.folder / log
        )

    def _own(self, name):
        folder = self.folder / name
        folder.mkdir(parents=True)
        shutil.chown(folder, *self.scene.user)
        return folder

    def _lay(self):
        tenant = self.scene.tenant
        texts = {**operators.configuration(tenant.server(), self.index), **tenant.mounted()}
        mounts = [containers.bind(self.data, "/var/lib/mysql"), containers.bind(self._run, "/run/mysqld")]
        mounts += [containers.bind(self.staging, "/backup"), containers.bind(self.binlogs, "/binlogs")]
        # Also a folder without a file of ours is laid, so that Debian's own settings are not there.
        places = {operators.CONFIGURATION, operators.REPLICATION, *(str(pathlib.Path(path).parent) for path in texts)}
        for place in sorted(places):
            folder = self.folder / "etc" / place.strip("/").replace("/", "-")
            folder.mkdir(parents=True)
            for path, text in texts.items():
                if str(pathlib.Path(path).parent) == place:
                    (folder / pathlib.Path(path).name).write_text(text)
            mounts.append(containers.bind(folder, place, True))
        mounts.append(containers.bind(self.scene.keys(self), operators.KEYS, True))
        mounts.append(containers.bind(self.scene.hosts, "/etc/hosts", True))
        mounts.append({"destination": "/tmp", "type": "tmpfs", "source": "tmpfs", "options": ["mode=1777"]})
        return sorted(mounts, key=lambda mount: mount["destination"])
