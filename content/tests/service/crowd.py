"""Many at once, and things that go on meanwhile."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from functools import partial
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


def begun(do: Callable[[], R]) -> Future[R]:
    """A call that goes on meanwhile."""
    future: Future[R] = Future()

    def go() -> None:
        try:
            future.set_result(do())
        except Exception as e:  # noqa: BLE001  # whoever waits for it gets it
            future.set_exception(e)

    threading.Thread(target=go, daemon=True).start()
    return future


def at_once(do: Callable[[T], R], values: Iterable[T]) -> list[R]:
    """Calls with each value, all at the same time."""
    return [f.result(300) for f in [begun(partial(do, v)) for v in values]]


def wait_for(condition: Callable[[], object], seconds: float = 30) -> None:
    """Until it holds."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it has not come to it"
        time.sleep(0.01)
