"""Limits in memory."""

import pytest

from tenantsmith_content.rate import RateLimit
from tenantsmith_content.refusal import Refusal

from .kit import FakeClock


def test_a_user_s_minute(clock: FakeClock) -> None:
    rate = RateLimit(2, 10, clock)
    rate.enter("a", "anna")
    clock.move(30)
    rate.enter("b", "anna")
    with pytest.raises(Refusal, match="LIM102") as e:
        rate.enter("c", "anna")
    assert "Wait 30 seconds" in e.value.text()
    clock.move(0.6)
    with pytest.raises(Refusal, match="LIM102") as e:
        rate.check("c", "anna")
    assert "Wait 30 seconds" in e.value.text(), "who waits as told is let in"
    clock.move(-0.6)
    rate.enter("c", "bob")
    clock.move(30)
    rate.enter("c", "anna")
    clock.wall -= 9_999
    with pytest.raises(Refusal, match="LIM102"):
        rate.enter("c", "anna")


def test_a_tenant_s_workflows_at_a_time(clock: FakeClock) -> None:
    rate = RateLimit(10, 2, clock)
    rate.enter("a", "anna")
    rate.enter("a", "bob")
    with pytest.raises(Refusal, match="LIM103"):
        rate.check("a", "carl")
    rate.enter("b", "carl")
    rate.leave("a")
    rate.enter("a", "carl")


def test_what_is_undone_was_never_there(clock: FakeClock) -> None:
    rate = RateLimit(1, 1, clock)
    for _ in range(5):
        rate.enter("a", "anna")
        rate.undo("a", "anna")
    rate.enter("a", "anna")


def test_what_is_known_is_bounded(clock: FakeClock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tenantsmith_content.rate._MOST_USERS", 2)
    rate = RateLimit(1, 9, clock)
    for user in ("anna", "bob", "carl"):
        rate.enter("a", user)
        rate.leave("a")
    rate.enter("a", "anna")
    with pytest.raises(Refusal, match="LIM102"):
        rate.enter("a", "carl")
