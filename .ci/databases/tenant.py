"""All walks of one tenant's database.

Usage: python3 -m databases.tenant FOLDER
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

from databases import archive, scene
from databases.walks import closing, encryption, recovery, settings
from sites import image, report

_MEMORY_GIB = 8


def main(folder):
    subprocess.run(("ip", "link", "set", "lo", "up"), check=True)
    with tempfile.TemporaryDirectory(prefix="databases-", ignore_cleanup_errors=True) as work:
        _quicken(work)
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


def _quicken(folder):
    """Servers that sync each commit are as slow as the disk, and no walk takes the machine's power away: memory does, where there is plenty."""
    free = int(re.search(r"MemAvailable:\s+(\d+)", pathlib.Path("/proc/meminfo").read_text())[1]) >> 20
    if free >= _MEMORY_GIB:
        subprocess.run(("mount", "-t", "tmpfs", "-o", "mode=0755,size=4g", "tmpfs", folder), check=True)


def walk(one, said):
    replicated = bool(one.tenant.replication())
    said.walk(settings.active, one, said)
    said.walk(closing.event, one, said)
    said.walk(encryption.verified, one, said)
    if replicated:
        said.walk(settings.replication, one, said)
        said.walk(encryption.replica_verifies, one, said)
        said.walk(closing.closes, one, said)
        said.walk(closing.by_hand, one, said)
        said.walk(closing.restart, one, said)
    recovery.fill(one)
    said.walk(point_in_time if replicated else last_backup, one, said)
    if replicated:
        said.walk(closing.expires, one, said)
        said.walk(after_a_switch, one, said)


def point_in_time(one, said):
    """An accident, a recovery, and one more from the generation that the recovered database began."""
    for generation in (None, 2):
        kept = archive.Archive(one.work / "bucket", one.tenant, generation)
        position = recovery.back_up(one, said, one.instances[-1], kept)
        if generation is None:
            position = recovery.next_night(one, said, one.instances[-1], kept)
        moment, held = recovery.accident(one, said, kept, position)
        what = "recovered" if generation is None else f"from generation {generation}"
        recovery.recover(one, said, kept, position, moment, f"life-{generation or 1}")
        recovery.compare(one, said, held, what)
        if generation is None:
            recovery.one_table(one, said)


def after_a_switch(one, said):
    """The last transactions of a former primary are in no archive: only a backup that was taken after the switch leads on."""
    kept = archive.Archive(one.work / "bucket", one.tenant, 3)
    position = recovery.back_up(one, said, one.instances[-1], kept)
    recovery.write_and_archive(one, kept, "archived", "not archived before the switch")
    closing.switch(one, said)
    recovery.write_and_archive(one, kept, "of the new primary")
    said.equal("no strict recovery over a switch", recovery.reach(kept, position, recovery.now()), "unreachable")
    position = recovery.back_up(one, said, one.instances[-1], kept)
    moment, held = recovery.accident(one, said, kept, position)
    recovery.recover(one, said, kept, position, moment, "life-3")
    recovery.compare(one, said, held, "recovered from a backup after the switch")


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
