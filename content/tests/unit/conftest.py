"""Fixtures of the units."""

import ssl
from pathlib import Path

import pytest

from tenantsmith_content import outbound

from .kit import FakeClock, World, certificate


@pytest.fixture(autouse=True)
def trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    """The neighbours' certificate is believed; all else is as it is."""
    context = ssl.create_default_context(cadata=certificate()[0])
    monkeypatch.setattr(outbound, "_trusted", lambda: context)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)
