"""Time, handed in, so that a test can move it."""

import time
from typing import Protocol


class Clock(Protocol):
    """Two clocks: one that people set, one that only runs forward."""

    def now(self) -> float:
        """Seconds since 1970 (UTC). May jump."""

    def monotonic(self) -> float:
        """Seconds since some moment of this process. Never jumps."""


class SystemClock:
    """The clocks of the machine."""

    def now(self) -> float:
        """Seconds since 1970 (UTC)."""
        return time.time()

    def monotonic(self) -> float:
        """Seconds that only run forward."""
        return time.monotonic()
