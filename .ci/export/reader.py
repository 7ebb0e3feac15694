"""Reads an export as docs/export.md tells people to."""

import gzip
import hashlib
import os
import subprocess

from sites import containers

_TABLES = ("wp_posts", "wp_blobs")


def fetch(one):
    """The whole export in a folder; the page's commands, with the Secrets at hand."""
    folder = one.work / "fetched"
    folder.mkdir()
    os.chown(folder, 33, 33)
    names = ("TYPE", "PROVIDER", "ENDPOINT", "REGION", "NO_CHECK_BUCKET", "SSE_CUSTOMER_ALGORITHM")
    environment = [f"RCLONE_CONFIG_EXPORT_{name}={one.variables['RCLONE_CONFIG_EXPORT_' + name]}" for name in names]
    environment += [
        f"RCLONE_CONFIG_EXPORT_ACCESS_KEY_ID={one.secrets.read('backup-s3')['access-key-id']}",
        f"RCLONE_CONFIG_EXPORT_SECRET_ACCESS_KEY={one.secrets.read('backup-s3')['secret-access-key']}",
        f"RCLONE_CONFIG_EXPORT_SSE_CUSTOMER_KEY_BASE64={one.secrets.read('backup-encryption')['customer-key']}",
        "PATH=/usr/local/bin:/usr/bin:/bin", "HOME=/tmp",
    ]  # fmt: skip
    place = f"export:{one.variables['BUCKET']}/{one.tenant.name}/export/{one.name}"
    mounts = [containers.bind(source, target, True) for target, source in one.node.files.items()]
    mounts.append(containers.bind(folder, "/fetched"))
    mounts.append({"destination": "/tmp", "type": "tmpfs", "source": "tmpfs", "options": ["mode=1777"]})
    log = one.work / "fetched.log"
    code = one.scene.runtime.start(containers.spec(["rclone", "copy", "--links", place, "/fetched"], environment, mounts, user=(33, 33)), log).wait(120)
    if code:
        raise RuntimeError(log.read_text()[-600:])
    return folder


def checksum(file):
    return hashlib.sha256(file.read_bytes()).hexdigest()


def difference(folder, other):
    """What diff says of two folders, symbolic links as such."""
    return subprocess.run(("diff", "--recursive", "--no-dereference", str(folder), str(other)), capture_output=True, text=True).stdout


def restored(one, file):
    """The rows of the dump, read into a database of its own."""
    primary = one.scene.instances[0]
    primary.tell(["CREATE DATABASE restored"])
    dump = primary.staging / "restored.sql"
    dump.write_bytes(gzip.decompress(file.read_bytes()))
    primary.shell("mariadb --user=root restored < /backup/restored.sql")
    return rows(one, "restored")


def rows(one, database):
    """The columns of each table, the sums of its rows, and the triggers."""
    primary = one.scene.instances[0]
    sums = [primary.query(f"CHECKSUM TABLE {database}.{table} EXTENDED")[0][1] for table in _TABLES]
    columns = primary.query(f"SELECT table_name, column_name, column_type, collation_name FROM information_schema.columns WHERE table_schema = '{database}' ORDER BY 1, 2")
    return sums, columns, primary.query(f"SELECT trigger_name, action_statement FROM information_schema.triggers WHERE trigger_schema = '{database}'")
