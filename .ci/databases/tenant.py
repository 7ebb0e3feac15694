"""All walks of one tenant's database.

Usage: python3 -m databases.tenant FOLDER
"""

import json
import subprocess
import sys
import tempfile

from databases import archive, scene
from databases.walks import closing, encryption, recovery, settings
from sites import image, report


def main(folder):
    subprocess.run(("ip", "link", "set", "lo", "up"), check=True)
    with tempfile.TemporaryDirectory(prefix="databases-", ignore_cleanup_errors=True) as work:
        one = scene.Scene(folder, work, image.built())
        said = report.Report(one.tenant.name)
        problem = one.runtime.trial()
        if problem:
            said.skipped("every walk", problem)
        else:
            try:
                one.begin()
                walk(one, said)
            finally:
                one.end()
    print(json.dumps({"ok": said.ok, "failed": said.failed, "skipped": said.skips}))


def walk(one, said):
    replicated = bool(one.tenant.replication())
    said.walk(settings.active, one, said)
    said.walk(closing.event, one, said)
    said.walk(encryption.verified, one, said)
    if replicated:
        said.walk(settings.replication, one, said)
        said.walk(encryption.replica_verifies, one, said)
        said.walk(closing.closes, one, said)
        said.walk(closing.restart, one, said)
    recovery.fill(one)
    said.walk(point_in_time if replicated else last_backup, one, said)
    if replicated:
        said.walk(closing.expires, one, said)
        said.walk(closing.switch, one, said)


def point_in_time(one, said):
    """An accident, a recovery, and one more from the generation that the recovered database began."""
    for generation in (None, 2):
        kept = archive.Archive(one.work / "bucket", one.tenant, generation)
        position = recovery.back_up(one, said, one.instances[-1], kept)
        if generation is None:
            position = recovery.next_night(one, said, one.instances[-1], kept)
        moment, held = recovery.accident(one, said, kept)
        what = "recovered" if generation is None else f"from generation {generation}"
        recovery.recover(one, said, kept, position, moment, f"life-{generation or 1}")
        recovery.compare(one, said, held, what)


def last_backup(one, said):
    """One instance has no archive: what was written since the backup is lost."""
    kept = archive.Archive(one.work / "bucket", one.tenant)
    recovery.back_up(one, said, one.instances[0], kept)
    recovery.next_night(one, said, one.instances[0], kept)
    held = recovery.held(one.instances[0])
    one.instances[0].tell(["INSERT INTO wordpress.moments (word) VALUES ('lost')"])
    recovery.recover(one, said, kept, None, None, "life-1")
    recovery.compare(one, said, held, "recovered")


if __name__ == "__main__":
    main(sys.argv[1])
