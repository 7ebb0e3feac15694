"""Worlds for tests, and what holds after each of them.

No log tells of a token, a password or what a user wrote.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from .world import World

Made = Callable[..., World]


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """A world of its own, whose service is up."""
    made = World(tmp_path / "world")
    try:
        yield made.start()
    finally:
        made.close()


@pytest.fixture
def make_world(tmp_path: Path) -> Iterator[Made]:
    """Makes worlds with variables of their own, which the test starts."""
    made: list[World] = []

    def make(ahead: Path | None = None, **environment: str) -> World:
        made.append(World(tmp_path / f"world{len(made)}", ahead=ahead, **environment))
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.fixture(autouse=True)
def no_secret_in_a_log() -> Iterator[None]:
    """Looks through the whole log of each service after each test.

    Those of worlds that have ended too: this is torn down last.
    """
    yield
    leaks = {s for each in World.made for s in each.leaks()}
    World.made[:] = [w for w in World.made if not w.closed]
    assert not leaks
