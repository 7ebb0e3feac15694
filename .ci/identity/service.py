"""Authentik's own processes: migrations, importer, web server and worker of a checkout with its Python."""

import contextlib
import os
import shlex
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request

from mailbox import PASSWORD, USER


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Authentik:
    """What AUTHENTIK_SOURCE names, on a database and a mail server of this machine."""

    def __init__(self, source, folder, database, mailbox, rendered):
        self.source = source
        self.python = shlex.split(os.environ.get("AUTHENTIK_PYTHON") or os.path.join(source, ".venv/bin/python"))
        self.folder = folder
        self.blueprints = os.path.join(folder, "blueprints")
        self.secrets = os.path.join(folder, "tenant-secrets")
        self.port = free_port()
        self._running = {}
        # Authentik reads every name that begins with its own, so this test's names are not for it.
        surroundings = {name: value for name, value in os.environ.items() if not name.startswith("AUTHENTIK_")}
        self._environment = {**surroundings, **rendered, **self._of_this_machine(database, mailbox)}
        for name in ("USERNAME", "PASSWORD"):
            self._mount(f"AUTHENTIK_EMAIL__{name}", {"USERNAME": USER, "PASSWORD": PASSWORD}[name])

    def _of_this_machine(self, database, mailbox):
        """What is here another than in the cluster."""
        return {
            "PYTHONPATH": self.source,
            "TMPDIR": self.folder,
            "PROMETHEUS_MULTIPROC_DIR": self.folder,
            "AUTHENTIK_POSTGRESQL__HOST": "127.0.0.1",
            "AUTHENTIK_POSTGRESQL__PORT": str(database.port),
            "AUTHENTIK_POSTGRESQL__NAME": "postgres",
            "AUTHENTIK_POSTGRESQL__PASSWORD": "trusted",
            "AUTHENTIK_POSTGRESQL__SSLMODE": "disable",
            "AUTHENTIK_SECRET_KEY": "of-a-test-0123456789-of-a-test-0123456789-of-a-test",
            "AUTHENTIK_BLUEPRINTS_DIR": self.blueprints,
            "AUTHENTIK_EMAIL__HOST": "127.0.0.1",
            "AUTHENTIK_EMAIL__PORT": str(mailbox.port),
            # The mail server's certificate is checked as any other.
            "SSL_CERT_FILE": mailbox.certificate,
            "AUTHENTIK_DISABLE_STARTUP_ANALYTICS": "true",
            # It lives in the front, which is not here; its permissions are made anew whenever a provider was written.
            "AUTHENTIK_OUTPOSTS__DISABLE_EMBEDDED_OUTPOST": "true",
            "AUTHENTIK_WEB__WORKERS": "1",
            # Its listeners besides the one that is asked.
            "AUTHENTIK_LISTEN__HTTP": f"127.0.0.1:{free_port()}",
            "AUTHENTIK_LISTEN__METRICS": f"127.0.0.1:{free_port()}",
        }

    def _mount(self, name, text):
        """A secret as a file, where the rendered environment says that it is one."""
        value = self._environment.get(name, "")
        if value.startswith("file://"):
            path = os.path.join(self.folder, value.rsplit("/", 2)[1] + "-" + os.path.basename(value))
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
            self._environment[name] = f"file://{path}"

    def version(self):
        return self._python("-c", "import authentik; print(authentik.authentik_full_version())").strip().splitlines()[-1]

    def migrate(self):
        self._python("-m", "lifecycle.migrate")

    def shell(self, code):
        """Runs code inside Authentik, for what a test has to bring about and no page offers."""
        return self._python("-m", "manage", "shell", "-c", code)

    def apply(self, paths):
        """Applies blueprints with the importer: each is checked, then written. The reason of a refusal is in the error."""
        self._python("-m", "manage", "apply_blueprint", *paths)

    def start_worker(self):
        # As Authentik's own start script does; without the file's name the worker does not start.
        self._start("worker", "-m", "manage", "worker", "--pid-file", os.path.join(self.folder, "worker.pid"))

    def start_web(self):
        """The web server as Authentik's front starts it, but on a port instead of a socket."""
        self._start("web", "-m", "gunicorn", "-c", "lifecycle/gunicorn.conf.py", "--bind", f"127.0.0.1:{self.port}",
                    "authentik.root.asgi:application")

    def await_web(self, seconds=300):
        await_true("Authentik's web server is ready", seconds, self._ready)

    def stop(self, name):
        """Ends a process; what it started, and may be busy with something long, ends with it."""
        process = self._running.pop(name)
        process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(20)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def stop_all(self):
        for name in list(self._running):
            self.stop(name)

    def _ready(self):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/-/health/ready/", timeout=5) as answer:
                return answer.status == 200
        except (urllib.error.URLError, OSError):
            self._alive("web")
            return False

    def _alive(self, name):
        if self._running[name].poll() is not None:
            raise RuntimeError(f"Authentik's {name} has ended, see {self._log(name)}")

    def _log(self, name):
        return os.path.join(self.folder, f"{name}.log")

    def _start(self, name, *arguments):
        with open(self._log(name), "ab") as log:
            self._running[name] = subprocess.Popen([*self.python, *arguments], cwd=self.source, env=self._environment,
                                                   stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True)

    def _python(self, *arguments):
        done = subprocess.run([*self.python, *arguments], cwd=self.source, env=self._environment, stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise RuntimeError(f"{' '.join(arguments)[:200]}: {done.stderr[-3000:]}")
        return done.stdout


def await_true(text, seconds, condition):
    """Asks once a second until it is so."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise AssertionError(f"not within {seconds} s: {text}")
        time.sleep(1)
