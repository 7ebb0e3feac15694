"""One job for all who wait for it at the same time."""

import asyncio
from collections.abc import Callable


class Together:
    """Runs a job in a thread, once for everybody who asked before that run began."""

    def __init__(self, job: Callable[[], None]) -> None:
        """Runs nothing yet."""
        self._job = job
        self._running: asyncio.Task[None] | None = None
        self._next: asyncio.Task[None] | None = None

    async def done(self) -> None:
        """Waits until the job has run from begin to end after this call; raises what it raises.

        A run that is under way may have missed what came since: the next one counts.
        """
        if self._next is None:
            self._next = asyncio.create_task(self._run())
            self._next.add_done_callback(_heard)
        # Who leaves does not stop it: others wait, too.
        await asyncio.shield(self._next)

    async def _run(self) -> None:
        if self._running is not None:
            await asyncio.wait((self._running,))
        self._running, self._next = self._next, None
        await asyncio.to_thread(self._job)


def _heard(run: asyncio.Task[None]) -> None:
    """A failure is told to who waits; if nobody does any more, it is told to nobody."""
    if not run.cancelled():
        run.exception()
