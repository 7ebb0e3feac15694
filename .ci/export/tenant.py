"""All walks of one tenant's export.

Usage: python3 -m export.tenant RCLONE FOLDER
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import threading
import time

from export import job, reader
from sites import image, report

_KEY = "X-Amz-Server-Side-Encryption-Customer-Key:"
_ENCRYPTED = ("PUT ", "POST ", "HEAD ", "GET ")
# More than two parts of the upload, since bytes at random compress to what they are.
_BLOBS = 150
_FILES = {
    "uploads/2026/11/photo.jpg": os.urandom(300_000),
    "uploads/2026/11/Grüße aus Köln & more.txt": "Grüße".encode(),
    "uploads/empty.txt": b"",
    "plugins/hello/hello.php": b"<?php // hello\n",
    "uploads/latest": "2026/11/photo.jpg",
}


def main(rclone, folder):
    subprocess.run(("ip", "link", "set", "lo", "up"), check=True)
    with tempfile.TemporaryDirectory(prefix="export-", ignore_cleanup_errors=True) as work:
        one = job.Job(folder, work, image.built(), pathlib.Path(rclone))
        said = report.Report(one.tenant.name)
        problem = one.scene.runtime.trial()
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
    _fill(one)
    said.walk(whole, one, said)
    said.walk(encrypted_and_read, one, said)
    said.walk(dump_ends_early, one, said)
    said.walk(upload_fails, one, said)
    said.walk(whole_again, one, said)


def _fill(one):
    one.scene.instances[0].tell([
        "CREATE TABLE wordpress.wp_posts (ID BIGINT PRIMARY KEY, post_title VARCHAR(200), post_content LONGTEXT) CHARACTER SET utf8mb4",
        "INSERT INTO wordpress.wp_posts VALUES (1, 'Grüße 🎉', 'It''s \\\\ \"quoted\"\\n\\0 ünd'), (2, NULL, '')",
        "CREATE TABLE wordpress.wp_blobs (ID BIGINT PRIMARY KEY, data LONGBLOB)",
        f"INSERT INTO wordpress.wp_blobs SELECT seq, CONCAT({', '.join(['RANDOM_BYTES(1024)'] * 256)}) FROM wordpress.seq_1_to_{_BLOBS * 4}",
        "USE wordpress; CREATE TRIGGER kept BEFORE DELETE ON wp_posts FOR EACH ROW SIGNAL SQLSTATE '45000'",
    ])  # fmt: skip
    job.lay(one.content, _FILES)


def whole(one, said):
    attempt = one.attempt()
    if not said.equal("both containers end well", attempt.codes, {"dump": 0, "upload": 0}):
        print(attempt.said_at_last[-1500:])
        return
    for name, limit in (("dump", 512), ("upload", 512)):
        if attempt.memory.get(name):
            used = attempt.memory[name][0] >> 20
            print(f"        {'':11}{name} used {used} MiB of {limit}")
            said.holds(f"the memory of the {name} stays well below its limit", used < 0.85 * limit, f"{used} MiB")
    inventory = json.loads(one.inventory.read_text())
    said.equal("the inventory names the tenant and the Job", [inventory[name] for name in ("schema", "tenant", "namespace", "cluster", "job")],
               [1, one.tenant.name, one.tenant.namespace, one.variables["CLUSTER"], one.name])  # fmt: skip
    size = (one.place / "database.sql.gz").stat().st_size
    said.equal("and the size of the dump", inventory["database"]["size"], {"count": 1, "bytes": size, "sizeless": 0})
    said.holds("which took several parts", size > 64 << 20, f"{size} bytes")
    said.equal("and how many files the site has", inventory["content"]["size"]["count"], len(_FILES))


def encrypted_and_read(one, said):
    """As docs/export.md says it."""
    found = reader.fetch(one)
    inventory = json.loads((found / "inventory.json").read_text())
    said.equal("the checksum is that of the dump", reader.checksum(found / "database.sql.gz"), inventory["database"]["sha256"])
    said.equal("the files are those of the site", reader.difference(found / "content", one.content), "")
    said.equal("the rows are those of the database", reader.restored(one, found / "database.sql.gz"), reader.rows(one, "wordpress"))


def dump_ends_early(one, said):
    """The connection is cut while rows are on their way: the older inventory is gone, and no new one comes."""
    cut = threading.Event()

    def cut_off(attempt):
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and not cut.is_set():
            for number, state in one.scene.instances[0].query("SELECT id, info FROM information_schema.processlist WHERE user = 'wordpress'"):
                if "wp_blobs" in state and (attempt.folder / "upload.ready").exists():
                    one.scene.instances[0].tell([f"KILL CONNECTION {number}"], refused=1)
                    cut.set()

    attempt = one.attempt(cut_off)
    said.holds("the dump was cut off", cut.is_set())
    said.holds("then both containers fail", all(attempt.codes.values()), f"{attempt.codes}: {attempt.said_at_last[-300:]}")
    said.holds("and no inventory is there", not one.inventory.exists())


def upload_fails(one, said):
    """Wrong keys to the bucket: nobody waits for the other for ever."""
    kept = one.secrets.read("backup-s3")
    one.secrets.put("backup-s3", {**kept, "secret-access-key": "wrong"})
    try:
        attempt = one.attempt()
    finally:
        one.secrets.put("backup-s3", kept)
    said.holds("an upload that fails ends the dump, too", all(attempt.codes.values()), f"{attempt.codes}")
    said.holds("and no inventory is there", not one.inventory.exists())


def whole_again(one, said):
    """The next try is whole, whatever the ones before left; a file that the site no longer has goes."""
    (one.content / "uploads/empty.txt").unlink()
    attempt = one.attempt()
    said.holds("the next try is whole", attempt.whole() and one.inventory.exists(), f"{attempt.codes}: {attempt.said_at_last[-300:]}")
    said.holds("and holds what there is", not (one.place / "content/uploads/empty.txt").exists())
    asked = [part for part in attempt.said_at_last.split("HTTP REQUEST")[1:] if "/database.sql.gz" in part.split("\n")[1] or "/content/" in part.split("\n")[1]]
    asked = [part for part in asked if part.split("\n")[1].split(": ")[-1].startswith(_ENCRYPTED) or any(verb in part.split("\n")[1] for verb in _ENCRYPTED)]
    bare = [part.split("\n")[1] for part in asked if _KEY not in part and "uploadId=" not in part.split("\n")[1].replace("partNumber", "")]
    said.holds("every object is encrypted with the tenant's key", asked and not bare, f"{len(asked)} requests, without: {bare[:3]}")


if __name__ == "__main__":
    main(*sys.argv[1:])
