"""Exports tenants, one after the other; ends with 1 if a walk failed.

Usage: python3 -m export RCLONE FOLDER...     the program, and the rendered folders of suspended tenants
"""

import json
import pathlib
import subprocess
import sys

from sites import image


def main(rclone, folders):
    try:
        built = image.built()
    except image.Unavailable as problem:
        print(f"skipped: {problem}; nothing was exported", file=sys.stderr)
        return 0
    print(built.run("mariadb-dump", "--version").strip())
    total = {"ok": 0, "failed": 0, "skipped": 0}
    for folder in folders:
        for word, number in _tenant(rclone, folder).items():
            total[word] += number
    print(f"{total['ok']} passed, {total['failed']} failed, {total['skipped']} skipped on {len(folders)} exports")
    return 1 if total["failed"] or not total["ok"] + total["skipped"] else 0


def _tenant(rclone, folder):
    """Runs the walks of one tenant where nothing else is; what it leaves ends with it."""
    command = ("unshare", "--net", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc", sys.executable, "-m", "export.tenant", rclone, folder)
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    last = ""
    for line in process.stdout:
        if line.startswith("{"):
            last = line
        else:
            print(line, end="", flush=True)
    if process.wait() or not last:
        print(f"FAILED  {pathlib.Path(folder).name}: the walks ended with {process.returncode}")
        return {"failed": 1}
    return json.loads(last)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
