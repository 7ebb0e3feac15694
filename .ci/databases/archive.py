"""A folder in the place of the bucket, with the prefixes that are rendered, and what the operator's agent puts there."""

import gzip
import shutil

from databases import logs


class Archive:
    """The backups and the binary logs of one generation."""

    def __init__(self, bucket, tenant, generation=None):
        self._full = bucket / _prefix(tenant.nightly(), generation)
        self._log = bucket / _prefix(tenant.archive(), generation) if tenant.archive() else None
        for folder in (self._full, self._log):
            if folder:
                folder.mkdir(parents=True)
        self._index = []

    def keep(self, instance, file):
        """A finished backup leaves the staging area."""
        shutil.move(instance.staging / file, self._full / f"{file}.gz")

    def fetch(self, instance, file):
        shutil.copy(self._full / f"{file}.gz", instance.staging / f"{file}.gz")
        shutil.chown(instance.staging / f"{file}.gz", *instance.scene.user)

    def take(self, primary):
        """Every log but the active one, each once; as the agent does every ten minutes, on the primary only."""
        for name in primary.logs()[:-1]:
            log = logs.read(primary.data / name)
            target = self._log / f"server-{log.server}" / f"{name}.gz"
            if not target.exists():
                target.parent.mkdir(exist_ok=True)
                target.write_bytes(gzip.compress((primary.data / name).read_bytes()))
                self._index.append(log)

    def timeline(self, position, until, strict=True):
        return logs.timeline(self._index, position, until, strict)

    def lay(self, instance, chosen):
        """The chosen logs in an instance's folder, as its recovery job finds them; gives their paths."""
        paths = []
        for log in chosen:
            folder = instance.binlogs / f"server-{log.server}"
            folder.mkdir(exist_ok=True)
            (folder / log.name).write_bytes(gzip.decompress((self._log / f"server-{log.server}" / f"{log.name}.gz").read_bytes()))
            paths.append(f"/binlogs/server-{log.server}/{log.name}")
        return paths


def _prefix(spec, generation):
    prefix = spec["storage"]["s3"]["prefix"]
    if generation is None:
        return prefix
    # What a raised `backup.generation` renders.
    return f"{prefix.rsplit('/', 1)[0]}/{generation}"
