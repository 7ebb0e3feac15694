"""MariaDB as the operator would run it for a tenant: TLS required, the rendered settings, user, database and grant."""

import pathlib
import re
import shutil
import subprocess
import threading
import time

from sites import containers

ADDRESS = "127.0.0.6"
# Sizes for a small machine, and no waiting for its disk: a killed server loses nothing by it. All else is as rendered.
_SMALL = ("--innodb-buffer-pool-size=96M", "--innodb-log-file-size=96M", "--innodb-flush-log-at-trx-commit=2", "--skip-log-bin")


def host_names(namespace):
    """The names that the operator writes into a server's certificate."""
    names = ["localhost", f"*.mariadb-internal.{namespace}.svc.cluster.local"]
    for service in ("mariadb", "mariadb-primary", "mariadb-secondary", "mariadb-internal"):
        names += [service + end for end in ("", f".{namespace}", f".{namespace}.svc", f".{namespace}.svc.cluster.local")]
    return names


class Database:
    """A running server, and a connection of its administrator to it."""

    def __init__(self, tenant, secrets, runtime, folder, authority):
        self._tenant = tenant
        self._folder = folder
        self._root = runtime.root
        self._password = secrets.read("wordpress-db")["password"]
        self._lock = threading.Lock()
        self._runtime = runtime
        self._container = self._client = None
        self._spec = self._lay(authority)
        self.start()
        self._prepare()

    def start(self):
        self._container = self._runtime.start(self._spec, self._folder / "mariadb.log")
        self._connect()

    def _lay(self, authority):
        user = _identity(self._root, "mysql")
        data = self._folder / "data"
        shutil.copytree(self._root / "var/lib/mysql", data)
        for path in [data, *data.rglob("*")]:
            shutil.chown(path, *user)
        run = self._folder / "run"
        run.mkdir()
        shutil.chown(run, *user)
        tls = self._folder / "tls"
        tls.mkdir()
        for end, file in zip(("crt", "key"), authority.issue(self._folder, "mariadb", host_names(self._tenant.namespace))):
            shutil.copy(file, tls / f"server.{end}")
        shutil.copy(authority.certificate, tls / "ca.crt")
        (tls / "tenant.cnf").write_text(self._tenant.one("MariaDB", "mariadb")["spec"].get("myCnf", ""))
        for file in tls.iterdir():
            shutil.chown(file, *user)
        # The administrator of the test: the operator's root password is no text of a site.
        (self._folder / "run/init.sql").write_text("CREATE OR REPLACE USER walk@'%' IDENTIFIED BY 'walk';\nGRANT ALL ON *.* TO walk@'%' WITH GRANT OPTION;\n")
        required = ["--require-secure-transport=ON"] if self._tenant.one("MariaDB", "mariadb")["spec"].get("tls", {}).get("required") else []
        program = ["mariadbd", "--defaults-extra-file=/run/tls/tenant.cnf", "--user=mysql", f"--bind-address={ADDRESS}", "--port=3306", *_SMALL,
                   *required, "--ssl-ca=/run/tls/ca.crt", "--ssl-cert=/run/tls/server.crt", "--ssl-key=/run/tls/server.key",
                   "--init-file=/run/mysqld/init.sql"]  # fmt: skip
        mounts = [containers.bind(data, "/var/lib/mysql"), containers.bind(run, "/run/mysqld"), containers.bind(tls, "/run/tls", True)]
        mounts.append({"destination": "/tmp", "type": "tmpfs", "source": "tmpfs", "options": ["mode=1777"]})
        return containers.spec(program, ["PATH=/usr/sbin:/usr/bin"], mounts, user=user)

    def _connect(self):
        command = ("chroot", str(self._root), "mariadb", "-h", ADDRESS, "-u", "walk", "-pwalk", "--ssl", "--skip-ssl-verify-server-cert", "--batch",
                   "--skip-column-names", "--unbuffered", "--force")  # fmt: skip
        deadline = time.monotonic() + 60
        while True:
            self._client = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
            try:
                self.query("SELECT 1")
                return
            except OSError:
                if time.monotonic() > deadline or not self._container.running():
                    raise RuntimeError((self._folder / "mariadb.log").read_text()[-2000:]) from None
                time.sleep(0.3)

    def query(self, text):
        """The rows of one statement, as lists of strings; a statement that fails gives none."""
        with self._lock:
            try:
                self._client.stdin.write(f"{text};\nSELECT 'end of rows';\n")
                self._client.stdin.flush()
            except BrokenPipeError:
                raise OSError("the connection to the database is lost") from None
            rows = []
            for line in self._client.stdout:
                if line == "end of rows\n":
                    return rows
                rows.append(line.rstrip("\n").split("\t"))
            raise OSError("the connection to the database is lost")

    def value(self, text):
        rows = self.query(text)
        return rows[0][0] if rows else None

    def _prepare(self):
        database, grant = self._tenant.one("Database", "wordpress")["spec"], self._tenant.one("Grant", "wordpress")["spec"]
        user = self._tenant.one("User", "wordpress")["spec"]
        require = " REQUIRE SSL" if user.get("require", {}).get("ssl") else ""
        self.query(f"CREATE USER wordpress@'{user['host']}' IDENTIFIED BY '{self._password}'{require}"
                   f" WITH MAX_USER_CONNECTIONS {user.get('maxUserConnections', 0)}")  # fmt: skip
        self._create = f"CREATE DATABASE wordpress CHARACTER SET {database['characterSet']} COLLATE {database['collate']}"
        self.query(self._create)
        self.query(f"GRANT {', '.join(grant['privileges'])} ON {grant['database']}.{grant['table']} TO wordpress@'{grant['host']}'")
        self.query("USE wordpress")

    def empty(self):
        """As before the first install."""
        self.query("DROP DATABASE wordpress")
        self.query(self._create)
        self.query("USE wordpress")

    def tables(self):
        return [row[0] for row in self.query("SHOW TABLES FROM wordpress")]

    def dump(self):
        """All rows, as text that can be compared."""
        answer = subprocess.run(
            ("chroot", str(self._root), "mariadb-dump", "-h", ADDRESS, "-u", "walk", "-pwalk", "--ssl", "--skip-ssl-verify-server-cert",
             "--skip-extended-insert", "--skip-comments", "--order-by-primary", "wordpress"),
            capture_output=True, text=True, errors="replace", check=True,
        )  # fmt: skip
        return answer.stdout.splitlines()

    def stop(self):
        self._client.kill()
        self._container.kill()


def _identity(root, name):
    line = re.search(rf"^{name}:[^:]*:(\d+):(\d+):", pathlib.Path(root, "etc/passwd").read_text(), re.MULTILINE)
    return int(line[1]), int(line[2])
