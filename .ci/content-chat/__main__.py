"""Walks through real Open WebUI in front of the content service. See .ci/check-content-chat."""

import os
import shutil
import signal
import sys
import tempfile
import time
import traceback
from pathlib import Path

import walks_identity
import walks_instances
import walks_writing
from scene import set_up


def main():
    root = Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
    folder = tempfile.mkdtemp(prefix="content-chat-")
    # A run that is ended stops what it has started, too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    scene, start = None, time.monotonic()
    try:
        scene = set_up(root, folder)
        print(f"Open WebUI {scene.shared.container.version}, twice, and the content service run after {time.monotonic() - start:.0f} s", flush=True)
        walks = [*walks_writing.WALKS, *walks_identity.WALKS, *walks_instances.WALKS]
        failed = [name for name, walk in walks if not passes(name, walk, scene)]
        memory = ", ".join(f"{process.name} {process.memory()} MB" for process in (scene.content, scene.shared.process, scene.own.process))
        print(f"{len(walks) - len(failed)} passed, {len(failed)} failed, {time.monotonic() - start:.0f} s; resident: {memory}")
        return 1 if failed else 0
    finally:
        if scene:
            scene.closing.close()
        if not os.environ.get("CONTENT_CHAT_KEEP"):
            shutil.rmtree(folder)


def passes(name, walk, scene):
    """One walk, one line."""
    try:
        walk(scene)
    except Exception as fault:  # A walk's fault of any kind is its line; the others go on.
        print(f"FAILED  {name}: {fault}", flush=True)
        if not isinstance(fault, AssertionError):
            traceback.print_exc()
        return False
    print(f"ok      {name}", flush=True)
    return True


if __name__ == "__main__":
    sys.exit(main())
