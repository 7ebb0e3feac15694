"""How much a folder holds at its most while something is done."""

import os
import threading
import time


class Watch:
    """Looks at a folder many times a second."""

    def __init__(self, folder):
        self.most = 0
        self._folder = folder
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._done.set()
        self._thread.join()

    def _look(self):
        while not self._done.is_set():
            self.most = max(self.most, held(self._folder))
            time.sleep(0.02)


def held(folder):
    """Bytes of all files below a folder."""
    total = 0
    for place, _, files in os.walk(folder):
        for name in files:
            try:
                total += os.lstat(os.path.join(place, name)).st_size
            except OSError:
                continue
    return total
