"""Limits that live in memory: how fast one user, how many at once one tenant."""

from collections import OrderedDict, deque

from . import refusal
from .clock import Clock

WINDOW_S = 60.0
"""Seconds in which new workflows of one user are counted."""

_MOST_USERS = 100_000


class RateLimit:
    """At most ``count`` new workflows a minute and user, ``parallel`` at a time and tenant."""

    def __init__(self, count: int, parallel: int, clock: Clock) -> None:
        """Both at least 1."""
        self._count = count
        self._parallel = parallel
        self._clock = clock
        self._recent: OrderedDict[str, deque[float]] = OrderedDict()
        self._busy: dict[str, int] = {}

    def check(self, tenant: str, subject: str) -> None:
        """Raises LIM102 and LIM103; takes nothing."""
        now = self._clock.monotonic()
        recent = self._recent.get(subject, deque())
        while recent and now - recent[0] >= WINDOW_S:
            recent.popleft()
        if len(recent) >= self._count:
            raise refusal.too_fast(self._count, WINDOW_S, WINDOW_S - (now - recent[0]))
        if self._busy.get(tenant, 0) >= self._parallel:
            raise refusal.too_many_at_once(self._parallel)

    def enter(self, tenant: str, subject: str) -> None:
        """Takes a place. Raises LIM102 and LIM103."""
        self.check(tenant, subject)
        self._recent.setdefault(subject, deque()).append(self._clock.monotonic())
        self._recent.move_to_end(subject)
        while len(self._recent) > _MOST_USERS:
            self._recent.popitem(last=False)
        self._busy[tenant] = self._busy.get(tenant, 0) + 1

    def undo(self, tenant: str, subject: str) -> None:
        """Gives the place back as if it had never been taken."""
        recent = self._recent.get(subject)
        if recent:
            recent.pop()
        self.leave(tenant)

    def leave(self, tenant: str) -> None:
        """The workflow has ended; it counts for its user's minute all the same."""
        left = self._busy[tenant] - 1
        if left:
            self._busy[tenant] = left
        else:
            del self._busy[tenant]
