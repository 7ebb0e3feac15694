"""Walks on the sites of tenants, as many at a time as there are cores; ends with 1 if a walk failed.

Usage: python3 -m sites FOLDER...     each the rendered folder of a tenant
"""

import concurrent.futures
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

from sites import image

_PARTS = ("kills", "late-kill", "outage")
_PROVIDER = pathlib.Path(__file__).parent / "provider"
_PINS = pathlib.Path(__file__).parents[2] / "content/requirements-test.txt"
_SECONDS = 1200


def main(folders):
    begin = time.monotonic()
    try:
        built = image.built()
    except image.Unavailable as problem:
        print(f"skipped: {problem}; no site ran", file=sys.stderr)
        return 0
    print(f"WordPress {built.wordpress_version()}, {built.run('php', '-r', 'echo PHP_VERSION;')} is PHP's version")
    cache = built.folder.parent
    settings = {"wp": os.environ.get("WP_CLI") or None, "plugin": os.environ.get("OIDC_PLUGIN") or None, "modules": _modules(cache),
                "python": _python(cache)}  # fmt: skip
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        answers = list(pool.map(lambda each: _tenant({**settings, "folder": each[1], "part": _PARTS[each[0] % 3]}), enumerate(folders)))
    total = {word: sum(answer[word] for answer in answers) for word in ("ok", "failed", "skipped")}
    print(f"{total['ok']} passed, {total['failed']} failed, {total['skipped']} skipped in {time.monotonic() - begin:.0f} s on {len(folders)} sites")
    return 1 if total["failed"] or not total["ok"] + total["skipped"] else 0


def _tenant(settings):
    """Runs the walks of one tenant where nothing else is; what it leaves ends with it."""
    with tempfile.TemporaryDirectory(prefix="sites-") as folder:
        file = pathlib.Path(folder, "settings.json")
        file.write_text(json.dumps(settings))
        command = ("unshare", "--net", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc", sys.executable, "-m", "sites.tenant", str(file))
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        last = ""
        for line in process.stdout:
            if line.startswith("{"):
                last = line
            else:
                print(line, end="", flush=True)
        if process.wait() or not last:
            print(f"FAILED  {pathlib.Path(settings['folder']).name}: the walks ended with {process.returncode}")
            return {"ok": 0, "failed": 1, "skipped": 0}
        return json.loads(last)


def _modules(cache):
    """The folder of the provider's modules, or nothing if they cannot be had."""
    if not shutil.which("npm") or not shutil.which("node"):
        return None
    said = (_PROVIDER / "package.json").read_bytes()
    folder = cache / f"provider-{hashlib.sha256(said).hexdigest()[:12]}"
    if not (folder / "node_modules/oidc-provider").exists():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "package.json").write_bytes(said)
        command = ("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(folder))
        if subprocess.run(command, capture_output=True).returncode:
            return None
    return str(folder)


def _python(cache):
    """A Python with the libraries that the content service has in its image, or nothing if they cannot be had."""
    said = _PINS.read_bytes() if _PINS.exists() else b""
    folder = cache / f"content-{hashlib.sha256(said).hexdigest()[:12]}"
    if said and not (folder / "whole").exists():
        shutil.rmtree(folder, ignore_errors=True)
        made = subprocess.run((sys.executable, "-m", "venv", str(folder)), capture_output=True)
        program = (str(folder / "bin/pip"), "install", "--quiet", "--disable-pip-version-check", "--requirement", str(_PINS))
        if made.returncode or subprocess.run(program, capture_output=True).returncode:
            return None
        (folder / "whole").touch()
    return str(folder / "bin/python") if said else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
