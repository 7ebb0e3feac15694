"""One job for all who wait."""

import asyncio
import gc
import threading

from tenantsmith_content.together import Together

from .kit import run


class Slow:
    """A job that ends when it is let go; it notes what was written when it began."""

    def __init__(self) -> None:
        self.written = 0
        self.seen: list[int] = []
        self.go = threading.Event()
        self._begun = threading.Semaphore(0)

    def __call__(self) -> None:
        self.seen.append(self.written)
        self._begun.release()
        assert self.go.wait(10)

    async def begun(self) -> None:
        """Waits until it runs."""
        assert await asyncio.to_thread(self._begun.acquire, timeout=10)


def test_who_comes_while_it_runs_shares_the_next_run() -> None:
    async def go() -> None:
        job = Slow()
        together = Together(job)
        first = asyncio.create_task(together.done())
        await job.begun()
        late = []
        for _ in range(50):
            job.written += 1
            late.append(asyncio.create_task(together.done()))
        await asyncio.sleep(0.01)
        assert job.seen == [0]
        job.go.set()
        await asyncio.gather(first, *late)
        assert job.seen == [0, 50], "the run that was under way counts for nobody who came later"

    run(go())


def test_nobody_is_done_before_a_run_that_began_after_the_call() -> None:
    async def go() -> None:
        job = Slow()
        together = Together(job)
        first = asyncio.create_task(together.done())
        await job.begun()
        second = asyncio.create_task(together.done())
        job.go.set()
        await first
        assert not second.done()
        await second
        await together.done()
        assert len(job.seen) == 3

    run(go())


def test_who_leaves_stops_it_for_nobody() -> None:
    async def go() -> None:
        job = Slow()
        together = Together(job)
        gone = asyncio.create_task(together.done())
        await job.begun()
        waiting = asyncio.create_task(together.done())
        left = asyncio.create_task(together.done())
        await asyncio.sleep(0)
        gone.cancel()
        left.cancel()
        job.go.set()
        await waiting
        assert len(job.seen) == 2

    run(go())


def test_all_who_wait_are_told_that_it_failed_and_the_next_run_is_a_new_one() -> None:
    async def go() -> None:
        fails = [OSError("full"), None]

        def job() -> None:
            if error := fails.pop(0):
                raise error

        together = Together(job)
        told = await asyncio.gather(together.done(), together.done(), return_exceptions=True)
        assert [str(e) for e in told] == ["full", "full"]
        await together.done()
        assert fails == []

    run(go())


def test_a_run_for_which_nobody_waits_any_more_fails_in_silence() -> None:
    async def go() -> list[object]:
        unheard: list[object] = []
        asyncio.get_running_loop().set_exception_handler(lambda _, told: unheard.append(told))
        ran = threading.Event()

        def job() -> None:
            ran.set()
            raise OSError("full")

        together = Together(job)
        leaving = asyncio.create_task(together.done())
        await asyncio.sleep(0)
        leaving.cancel()
        assert await asyncio.to_thread(ran.wait, 10)
        await asyncio.sleep(0.01)
        del together, leaving
        gc.collect()
        return unheard

    assert run(go()) == []
