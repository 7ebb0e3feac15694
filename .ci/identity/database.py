"""A PostgreSQL of its own in a folder of its own, and what Authentik keeps in it."""

import glob
import json
import os
import shlex
import shutil
import subprocess

# What moves although nobody changed anything: events, tasks, sessions, and the blueprints' own rows.
MOVING = ("authentik_events_", "authentik_tasks_", "authentik_core_session", "authentik_core_authenticatedsession",
          "authentik_blueprints_", "authentik_version_history", "django_channels_", "django_postgres_cache_", "django_session")
# An unchanged object is written again with equal values; only these columns tell of it.
TOUCHED = ("last_updated",)


def programs():
    """The folder of initdb and pg_ctl, or None."""
    found = sorted(glob.glob("/usr/lib/postgresql/*/bin/initdb"), key=lambda path: int(path.split("/")[4]))
    path = found[-1] if found else shutil.which("initdb")
    return os.path.dirname(path) if path else None


class Database:
    """A server that listens on the loopback interface and trusts it."""

    def __init__(self, folder, port, options):
        self.folder = folder
        self.port = port
        self.options = options
        self.data = os.path.join(folder, "data")

    def create(self, copy=None):
        """An empty server, or a copy of a stopped one."""
        os.makedirs(self.folder)
        self._own()
        if copy:
            shutil.copytree(copy, self.data)
            self._own()
        else:
            self._run("initdb", "-D", self.data, "-A", "trust", "-U", "authentik", "-E", "UTF8", "--locale=C.UTF-8")

    def start(self):
        options = ["-h", "127.0.0.1", "-p", str(self.port), "-k", self.folder, "--fsync=off", *self.options]
        self._run("pg_ctl", "-D", self.data, "-w", "-o", shlex.join(options), "-l", os.path.join(self.folder, "log"), "start")

    def stop(self):
        if os.path.exists(os.path.join(self.data, "postmaster.pid")):
            self._run("pg_ctl", "-D", self.data, "-m", "fast", "-w", "stop")

    def query(self, sql):
        """The rows of a query, a line each."""
        command = [os.path.join(programs(), "psql"), "-h", "127.0.0.1", "-p", str(self.port), "-U", "authentik", "-d", "postgres",
                   "-v", "ON_ERROR_STOP=1", "-AtX", "-c", sql]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()

    def state(self):
        """Every row that configures Authentik, by table: a set of texts."""
        tables = self.query("select tablename from pg_tables where schemaname = 'public' order by 1")
        return {table: self._rows(table) for table in tables if not table.startswith(MOVING)}

    def _rows(self, table):
        rows = set()
        for text in self.query(f'select row_to_json(t) from "{table}" t'):
            row = {key: value for key, value in json.loads(text).items() if key not in TOUCHED}
            rows.add(json.dumps(row, sort_keys=True))
        return rows

    def _own(self):
        if os.getuid() == 0:
            subprocess.run(["chown", "-R", "postgres", self.folder], check=True)

    def _run(self, program, *arguments):
        # The server refuses to run as root.
        prefix = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.getuid() == 0 else []
        command = [*prefix, os.path.join(programs(), program), *arguments]
        done = subprocess.run(command, cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
        if done.returncode != 0:
            raise RuntimeError(f"{program}: {done.stderr.strip()}")


def difference(before, after):
    """What two states of the database do not share, a line per row."""
    lines = []
    for table in sorted(before.keys() | after.keys()):
        gone, come = (one.get(table, set()) - other.get(table, set()) for one, other in ((before, after), (after, before)))
        lines += [f"- {table} {row}" for row in sorted(gone)] + [f"+ {table} {row}" for row in sorted(come)]
    return lines
