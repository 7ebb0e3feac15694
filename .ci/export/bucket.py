"""The bucket: rclone as a server of S3 under the endpoint's own name, with a certificate that the image trusts."""

import pathlib
import socket
import subprocess
import time

ADDRESS = "127.0.0.20"
KEYS = {"access-key-id": "walk-key", "secret-access-key": "walk-secret"}


class Bucket:
    """A running server, and what lies behind it."""

    def __init__(self, rclone, folder, authority, endpoint, name):
        host, _, port = endpoint.removeprefix("https://").partition(":")
        self.host = host
        self._folder = pathlib.Path(folder)
        self.root = self._folder / "buckets" / name
        self.root.mkdir(parents=True)
        certificate, key = authority.issue(self._folder, "bucket", [host])
        self._log = open(self._folder / "bucket.log", "ab")
        self._process = subprocess.Popen(
            (rclone, "serve", "s3", "--addr", f"{ADDRESS}:{port or 443}", "--cert", str(certificate), "--key", str(key),
             "--auth-key", ",".join(KEYS.values()), "--config", "/dev/null", str(self._folder / "buckets")),
            stdin=subprocess.DEVNULL, stdout=self._log, stderr=self._log,
        )  # fmt: skip
        self._wait(int(port or 443))

    def _wait(self, port):
        deadline = time.monotonic() + 20
        while True:
            try:
                socket.create_connection((ADDRESS, port), 1).close()
                return
            except OSError:
                if self._process.poll() is not None or time.monotonic() > deadline:
                    raise RuntimeError((self._folder / "bucket.log").read_text()[-800:]) from None
                time.sleep(0.1)

    def stop(self):
        self._process.kill()
        self._process.wait()
        self._log.close()
