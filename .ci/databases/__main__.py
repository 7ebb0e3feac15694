"""Walks on the databases of tenants, one after the other; ends with 1 if a walk failed.

Usage: python3 -m databases FOLDER...     each the rendered folder of a tenant
"""

import json
import pathlib
import subprocess
import sys
import time

from sites import image


def main(folders):
    begin = time.monotonic()
    try:
        built = image.built()
    except image.Unavailable as problem:
        print(f"skipped: {problem}; no database ran", file=sys.stderr)
        return 0
    print(built.run("mariadbd", "--version").strip())
    total = {"ok": 0, "failed": 0, "skipped": 0}
    for folder in folders:
        for word, number in _tenant(folder).items():
            total[word] += number
    print(f"{total['ok']} passed, {total['failed']} failed, {total['skipped']} skipped in {time.monotonic() - begin:.0f} s on {len(folders)} databases")
    return 1 if total["failed"] or not total["ok"] + total["skipped"] else 0


def _tenant(folder):
    """Runs the walks of one tenant where nothing else is; what it leaves ends with it."""
    command = ("unshare", "--net", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc", sys.executable, "-m", "databases.tenant", folder)
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
    sys.exit(main(sys.argv[1:]))
