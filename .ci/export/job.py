"""The rendered Job of a tenant, one try of it at a time."""

import os
import time

from databases import scene
from export import bucket
from sites import born, pods

_SLEEP = "#!/bin/sh\nexec /usr/bin/busybox sleep 0.02\n"
_TALK = {"RCLONE_LOG_LEVEL": "DEBUG", "RCLONE_DUMP": "headers"}
_SECONDS = 180


class Job:
    """What a suspended tenant's export needs: its database, its claim, its Secrets, its bucket."""

    def __init__(self, folder, work, image, rclone):
        self.scene = scene.Scene(folder, work, image)
        self.tenant = self.scene.tenant
        found = [each for each in self.tenant.all("Job") if each["metadata"]["name"].startswith("tenant-export-")]
        if len(found) != 1:
            raise LookupError(f"{folder} has {len(found)} exports")
        self.name = found[0]["metadata"]["name"]
        self.spec = found[0]["spec"]
        self.variables = {each["name"]: each.get("value") for each in self.container("upload")["env"]}
        self.image = image
        self.work = self.scene.work
        self._rclone = rclone
        self._tries = 0

    def container(self, name):
        return next(each for each in self.spec["template"]["spec"]["containers"] if each["name"] == name)

    def begin(self):
        """The database runs, the bucket is empty, the site has no file yet."""
        self.bucket = bucket.Bucket(self._rclone, self.work, self.image.authority, self.variables["RCLONE_CONFIG_EXPORT_ENDPOINT"], self.variables["BUCKET"])
        with open(self.scene.hosts, "a", encoding="utf-8") as hosts:
            hosts.write(f"{bucket.ADDRESS} {self.bucket.host}\n")
        self.scene.begin()
        self.secrets = born.Secrets(self.tenant, {
            "wordpress-db": {"password": scene.PASSWORD},
            "mariadb-ca-bundle": {"ca.crt": self.scene.authority.certificate.read_text()},
            "backup-s3": dict(bucket.KEYS),
        })  # fmt: skip
        sleep = self.work / "sleep"
        sleep.write_text(_SLEEP)
        sleep.chmod(0o755)
        files = {"/etc/hosts": self.scene.hosts, "/usr/bin/sleep": sleep, "/usr/local/bin/rclone": self._rclone}
        self.node = pods.Node(self.tenant, self.secrets, self.scene.runtime, self.work, files)
        self.content = self.node.claim("wordpress-content")

    def end(self):
        self.scene.end()
        if hasattr(self, "bucket"):
            self.bucket.stop()

    @property
    def place(self):
        """Where the export lies."""
        return self.bucket.root / self.tenant.name / "export" / self.name

    @property
    def inventory(self):
        return self.place / "inventory.json"

    def attempt(self, while_running=lambda attempt: None):
        """Starts both containers at once, as a kubelet does, and waits until both have ended."""
        self._tries += 1
        labels = {**self.spec["template"]["metadata"]["labels"], "batch.kubernetes.io/job-name": self.name}
        attempt = Attempt(self, self.node.pod(self.spec["template"]["spec"], f"export-{self._tries}", labels))
        try:
            while_running(attempt)
            attempt.wait()
        finally:
            attempt.remove()
        return attempt


class Attempt:
    """One pod of the Job."""

    def __init__(self, job, pod):
        self._pod = pod
        self.folder = pod.volume("export")
        self._running = {name: pod.start(job.container(name), environment=_TALK if name == "upload" else None) for name in ("dump", "upload")}
        self.codes = {}
        self.memory = {}
        self.begun = time.monotonic()

    def wait(self):
        for name, container in self._running.items():
            while container.running():
                self.memory[name] = container.memory() or self.memory.get(name)
                if time.monotonic() > self.begun + _SECONDS:
                    raise TimeoutError(f"{name} still runs after {_SECONDS} s: {self.said()[-600:]}")
                time.sleep(0.1)
            self.codes[name] = container.wait()
        self.said_at_last = self.said()

    def said(self):
        return self._pod.said()

    def whole(self):
        return set(self.codes.values()) == {0}

    def remove(self):
        for name, container in self._running.items():
            if name not in self.codes:
                container.kill()
        self._pod.remove()


def lay(folder, files):
    """Files of the site, which belong to its web user."""
    for path, data in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(data, bytes):
            file.write_bytes(data)
        else:
            file.symlink_to(data)
    for path in folder.rglob("*"):
        os.lchown(path, 33, 33)
