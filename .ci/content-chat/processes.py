"""Processes of this test: Open WebUI and the content service, each with the environment that was rendered for it."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Process:
    """A server on loopback. Only what a machine needs comes from outside; everything else is the pod's."""

    def __init__(self, name, command, environment, port, folder):
        self.name, self.port, self.log = name, port, Path(folder, f"{name}.log")
        self._command, self._folder = command, folder
        self._environment = {name: os.environ[name] for name in ("LANG", "LC_ALL", "TZ") if name in os.environ}
        self._environment |= {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "TMPDIR": str(folder), **environment}
        self._running = None

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def start(self, probe, seconds):
        with self.log.open("ab") as log:
            self._running = subprocess.Popen(self._command, cwd=self._folder, env=self._environment, stdin=subprocess.DEVNULL,
                                             stdout=log, stderr=log, start_new_session=True)
        await_true(f"{self.name} answers at {probe}", seconds, lambda: self._answers(probe))

    def memory(self):
        """Megabytes that are resident."""
        pages = int(Path(f"/proc/{self._running.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") // 1_000_000

    def stop(self):
        if not self._running:
            return
        self._running.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._running.wait(15)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._running.pid, signal.SIGKILL)
        self._running.wait()
        self._running = None

    def _answers(self, probe):
        if self._running.poll() is not None:
            raise RuntimeError(f"{self.name} has ended: {self.log.read_text(errors='replace')[-3000:]}")
        try:
            with urllib.request.urlopen(self.url + probe, timeout=5) as answer:
                return answer.status == 200
        except (urllib.error.URLError, OSError):
            return False


def await_true(text, seconds, condition):
    """Asks five times a second until it is so, and gives what there is then."""
    end = time.monotonic() + seconds
    while True:
        seen = condition()
        if seen:
            return seen
        if time.monotonic() > end:
            raise AssertionError(f"not within {seconds} s: {text}")
        time.sleep(0.2)
