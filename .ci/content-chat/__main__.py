"""Walks through real Open WebUI in front of the content service. See .ci/check-content-chat."""

import os
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path

import walks_identity
import walks_instances
import walks_writing
from scene import set_up
from walking import walked


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
        passed, failed = walked(walks, scene)
        memory = ", ".join(f"{process.name} {process.memory()} MB" for process in (scene.content, scene.shared.process, scene.own.process))
        print(f"{passed} passed, {failed} failed, {time.monotonic() - start:.0f} s; resident: {memory}")
        return 1 if failed else 0
    finally:
        if scene:
            scene.closing.close()
        if not os.environ.get("CONTENT_CHAT_KEEP"):
            shutil.rmtree(folder)


if __name__ == "__main__":
    sys.exit(main())
