"""The service as it runs in a pod: uvicorn with the arguments of the Deployment, its log caught."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import httpx

from . import exposition
from .reply import Reply, of_response

SOURCE = Path(os.environ.get("CONTENT_SOURCE", Path(__file__).parents[2]))
_LONG = 240.0


class NotUpError(Exception):
    """The process has ended, or does not answer in time."""


class Service:
    """One process. Its log goes through a pipe: a limit on files must not fall on it."""

    def __init__(self, environment: dict[str, str], *, ahead: Path | None = None) -> None:
        self.environment = environment
        self._paths = [str(p) for p in (ahead, SOURCE) if p]
        self.port = _free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.process: subprocess.Popen[bytes] | None = None
        self._printed: list[bytes] = []
        self._reader: threading.Thread | None = None
        self._http = httpx.Client(
            timeout=_LONG, trust_env=False, limits=httpx.Limits(max_connections=200)
        )

    @property
    def log(self) -> str:
        """All that any of its processes has printed."""
        return b"".join(self._printed).decode(errors="replace")

    @property
    def running(self) -> bool:
        """Whether a process of it runs."""
        return self.process is not None and self.process.poll() is None

    @property
    def pid(self) -> int:
        """The process that runs now."""
        assert self.process
        return self.process.pid

    def launch(self) -> subprocess.Popen[bytes]:
        """Starts the process and does not wait for it."""
        command = [
            sys.executable,
            "-m",
            "uvicorn",
            "--factory",
            "tenantsmith_content.app:app",
            "--host",
            "127.0.0.1",
            "--port",
            str(self.port),
        ]
        command += ["--no-access-log", "--no-server-header", "--timeout-graceful-shutdown", "200"]
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": "/tmp",
            "PYTHONPATH": ":".join(self._paths),
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        self.process = subprocess.Popen(
            command,
            env=environment | self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        self._reader = threading.Thread(target=self._read, args=(self.process,), daemon=True)
        self._reader.start()
        return self.process

    def start(self, seconds: float = 60) -> Service:
        """Starts the process and waits until it is ready."""
        process, deadline = self.launch(), time.monotonic() + seconds
        while time.monotonic() < deadline:
            if process.poll() is not None:
                break
            with contextlib.suppress(httpx.HTTPError):
                if self._http.get(self.url + "/healthz").status_code == httpx.codes.OK:
                    return self
            time.sleep(0.03)
        self.kill()
        raise NotUpError(f"ended with {process.returncode}: {self.log[-2000:]}")

    def ended(self, seconds: float = 60) -> int:
        """Waits for its end and gives the exit status."""
        assert self.process
        assert self._reader
        status = self.process.wait(seconds)
        self._reader.join(10)
        return status

    def kill(self) -> None:
        """As the kernel does it: nothing is cleaned up."""
        self._end(signal.SIGKILL)

    def stop(self) -> int:
        """As Kubernetes does it, with grace."""
        return self._end(signal.SIGTERM)

    def _end(self, how: signal.Signals) -> int:
        if self.process is None:
            return 0
        if self.process.poll() is None:
            self.process.send_signal(how)
        return self.ended(_LONG)

    def _read(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdout
        for line in process.stdout:
            self._printed.append(line)

    def ask(
        self,
        token: str | None,
        text: Any,
        *,
        stream: bool = False,
        headers: dict[str, str] | None = None,
        **body: Any,
    ) -> Reply:
        """One chat message, read to the end of its answer."""
        given = {
            "model": "content",
            "stream": stream,
            "messages": [{"role": "user", "content": text}],
            **body,
        }
        return of_response(self.post(given, token, headers))

    def post(
        self, body: Any, token: str | None = None, headers: dict[str, str] | None = None
    ) -> httpx.Response:
        """Any body to the one route that takes input."""
        said = {"Authorization": f"Bearer {token}"} if token is not None else {}
        sent = httpx.Headers({**said, **(headers or {})}, encoding="utf-8")
        payload = {"content": body} if isinstance(body, bytes) else {"json": body}
        return self._http.post(self.url + "/v1/chat/completions", headers=sent, **payload)

    def get(self, path: str) -> httpx.Response:
        """Any other route."""
        return self._http.get(self.url + path)

    def metrics(self) -> exposition.Metrics:
        """A scrape of now."""
        return exposition.parse(self.get("/metrics").text)

    def close(self) -> None:
        """Ends the process, if it still runs, and the connections."""
        self.kill()
        self._http.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
