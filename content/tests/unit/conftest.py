"""Fixtures of the units."""

from pathlib import Path

import pytest

from .kit import FakeClock, World


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)
