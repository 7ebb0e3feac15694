"""Moves the clock that people set by the seconds in the file `CLOCK_AHEAD`.

Python imports this before anything else of the service.
"""

import os
import time
from pathlib import Path

_REAL = time.time
_FILE = Path(os.environ["CLOCK_AHEAD"])


def _moved() -> float:
    return _REAL() + float(_FILE.read_text() if _FILE.exists() else 0)


time.time = _moved
