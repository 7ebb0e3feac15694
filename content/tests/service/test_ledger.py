"""The file that counts: one owner, a full disk, a month that ends, a clock that jumps."""

from __future__ import annotations

import os
import resource
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import httpx
import pytest

from .conftest import Made
from .crowd import begun, wait_for
from .process import SOURCE, NotUpError, Service
from .test_once import IDS, used
from .world import World

AHEAD = Path(__file__).with_name("ahead")


def _beside(world: World, **environment: str) -> Service:
    return Service(world.service.environment | environment)


def test_two_replicas_by_mistake(world: World) -> None:
    second = _beside(world)
    try:
        with pytest.raises(NotUpError):
            second.start(20)
        assert second.ended() not in (0, -9), "it ends by itself"
        assert "another process has the ledger; run one replica" in second.log
        assert "Traceback" not in second.log
    finally:
        second.close()
    assert world.ask(world.user("anna"), "How to mount a shelf").posted, "the first works on"
    world.service.kill()
    world.start()
    assert used(world) == 1, "no lock is left behind by a kill"


@pytest.mark.parametrize(
    "name",
    [
        "CONTENT_TENANTS",
        "CONTENT_BOTS",
        "CONTENT_LEDGER",
        "CONTENT_ISSUER",
        "CONTENT_AUDIENCE",
        "CONTENT_MODEL_URL",
        "CONTENT_MODEL",
    ],
)
def test_a_variable_that_is_missing_ends_the_process(make_world: Made, name: str) -> None:
    world = make_world()
    del world.service.environment[name]
    world.service.launch()
    assert world.service.ended(20) not in (0, -9)
    assert name in world.service.log
    assert "Traceback" not in world.service.log


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("CONTENT_LEDGER", "/proc/ledger.sqlite"),
        ("CONTENT_LEDGER", "/nowhere/ledger.sqlite"),
        ("CONTENT_RATE_PER_MINUTE", "five"),
        ("CONTENT_PARALLEL_PER_TENANT", "0"),
        ("CONTENT_GROUPS_FRESH_SECONDS", "-1"),
        ("CONTENT_MODEL_URL", "file:///etc/passwd"),
        ("CONTENT_ISSUER", "https://auth.example.com"),
        ("CONTENT_TENANTS", "/nowhere"),
    ],
)
def test_a_variable_that_is_wrong_ends_the_process(make_world: Made, name: str, value: str) -> None:
    world = make_world(**{name: value})
    world.service.launch()
    assert world.service.ended(20) not in (0, -9)
    assert name in world.service.log
    assert "Traceback" not in world.service.log


def test_a_ledger_that_is_no_ledger_ends_the_process(make_world: Made) -> None:
    world = make_world()
    world.ledger.write_bytes(b"this is no database" * 100)
    world.service.launch()
    assert world.service.ended(20) not in (0, -9)
    assert "CONTENT_LEDGER" in world.service.log
    assert "Traceback" not in world.service.log


def _fill(world: World) -> None:
    """No file of the process may grow any more, which SQLite sees as a full disk."""
    size = max(f.stat().st_size for f in world.ledger.parent.iterdir())
    resource.prlimit(
        world.service.pid, resource.RLIMIT_FSIZE, (min(4096, size), resource.RLIM_INFINITY)
    )


def _empty(world: World) -> None:
    resource.prlimit(
        world.service.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
    )


def test_a_full_disk_lets_no_workflow_begin(world: World) -> None:
    anna = world.user("anna")
    assert world.ask(anna, "How to mount a shelf").posted
    _fill(world)
    reply = world.ask(anna, "How to hang a lamp", headers=IDS)
    assert reply.status == httpx.codes.SERVICE_UNAVAILABLE
    assert reply.code == "INT102"
    assert len(world.site.posts) == world.model.calls == 1
    _empty(world)
    assert world.ask(anna, "How to hang a lamp", headers=IDS).posted, "it is as good as before"
    assert len(world.site.posts) == used(world) == 2


def test_a_disk_that_is_full_when_a_post_is_stored(world: World) -> None:
    anna = world.user("anna")
    world.site.on_stored = lambda: _fill(world)
    world.ask(anna, "How to mount a shelf", headers=IDS)
    assert len(world.site.posts) == 1
    world.site.on_stored = lambda: None
    world.ask(anna, "How to mount a shelf", headers=IDS)
    assert len(world.site.posts) == 1, "the row still says that it is under way"
    _empty(world)
    world.service.kill()
    world.start()
    wait_for(lambda: world.service.metrics().runs("acme-corp")["succeeded"] == 1)
    assert "Nothing new was written" in world.ask(anna, "How to mount a shelf", headers=IDS).text
    assert len(world.site.posts) == used(world) == 1


@pytest.fixture
def moved(make_world: Made, tmp_path: Path) -> World:
    """A world whose service's clock is moved by what a file says."""
    world = make_world(ahead=AHEAD, CLOCK_AHEAD=str(tmp_path / "ahead"))
    world.settings("acme-corp", limits={"workflowsPerMonth": 1})
    world.provider.lifetime = 10 * 366 * 86400
    return world.start()


def _move(world: World, days: float) -> None:
    Path(world.service.environment["CLOCK_AHEAD"]).write_text(str(days * 86400))


def test_a_month_ends(moved: World) -> None:
    anna = moved.user("anna")
    assert moved.ask(anna, "How to mount a shelf").posted
    assert moved.ask(anna, "How to hang a lamp").code == "LIM101"
    _move(moved, 32)
    assert used(moved) == 0
    assert moved.ask(anna, "How to hang a lamp").posted
    assert moved.ask(anna, "How to paint a wall").code == "LIM101"
    assert used(moved) == 1
    assert moved.service.metrics().runs("acme-corp") == {"succeeded": 2, "failed": 0, "refused": 2}
    assert moved.ask(anna, "/list").text.count("wf-") == 2


def test_a_workflow_that_runs_over_the_end_of_a_month_counts_where_it_began(moved: World) -> None:
    moved.model.late = 1
    anna = moved.user("anna")
    asked = begun(lambda: moved.ask(anna, "How to mount a shelf"))
    wait_for(lambda: moved.model.calls)
    _move(moved, 32)
    assert asked.result(30).posted
    assert used(moved) == 0


def test_a_clock_that_jumps_back(moved: World) -> None:
    anna = moved.user("anna")
    assert moved.ask(anna, "How to mount a shelf", headers=IDS).posted
    _move(moved, -400)
    assert "Nothing new was written" in moved.ask(anna, "How to mount a shelf", headers=IDS).text
    _move(moved, 0)
    assert moved.ask(anna, "How to hang a lamp").code == "LIM101"
    assert used(moved) == 1
    assert len(moved.site.posts) == 1


def test_rows_are_kept_thirteen_months_and_totals_for_ever(moved: World) -> None:
    anna = moved.user("anna")
    workflow = moved.ask(anna, "How to mount a shelf").workflow
    for days, there in ((300, True), (429, True), (430, False)):
        _move(moved, days)
        moved.service.stop()
        moved.service.start()
        assert (workflow in moved.ask(anna, "/list").text) is there
    assert moved.service.metrics().runs("acme-corp")["succeeded"] == 1


def test_a_tenant_is_erased(world: World) -> None:
    world.tenant("beta")
    assert world.ask(world.user("anna"), "How to mount a shelf").posted
    assert world.ask(world.user("bob", "tenant-beta-users"), "How to mount a shelf").posted
    world.switched_off("acme-corp")
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(SOURCE),
        **world.service.environment,
    }
    command = [sys.executable, "-m", "tenantsmith_content.erase", "acme-corp"]
    for _ in range(2):
        done = subprocess.run(
            command, env=environment, capture_output=True, text=True, timeout=30, check=True
        )
        assert "acme-corp" in done.stdout
    with closing(sqlite3.connect(world.ledger)) as ledger:
        for table in (
            t for (t,) in ledger.execute("SELECT name FROM sqlite_master WHERE type='table'")
        ):
            assert not [r for r in ledger.execute(f"SELECT * FROM {table}") if "acme-corp" in r], (
                table
            )
    metrics = world.service.metrics()
    assert not [s for s in metrics.samples if "acme-corp" in s]
    assert metrics.runs("beta")["succeeded"] == 1


def test_a_clock_that_jumps_ahead_does_not_settle_what_is_in_doubt(moved: World) -> None:
    moved.site.faults = {"POST": "hanging"}
    anna = moved.user("anna")
    asked = begun(lambda: moved.ask(anna, "How to mount a shelf", headers=IDS))
    wait_for(lambda: any(a.method == "POST" for a in moved.site.asked))
    moved.service.kill()
    assert isinstance(asked.exception(30), httpx.HTTPError)
    moved.site.faults = {}
    _move(moved, 1)
    moved.start()
    assert moved.site.posts == []
    assert "worked on already" in moved.ask(anna, "How to mount a shelf", headers=IDS).text
    moved.wake()
    wait_for(lambda: moved.site.posts)
    wait_for(lambda: moved.service.metrics().runs("acme-corp")["succeeded"] == 1, 60)
    assert len(moved.site.posts) == 1


def test_refusals_are_counted_over_a_kill(world: World) -> None:
    vera, posts = world.user("vera", "tenant-acme-corp-viewers"), 200
    for i in range(posts):
        assert world.ask(vera, f"Message {i}").code == "IDN203"
    assert world.service.metrics().runs("acme-corp")["refused"] == posts
    world.service.kill()
    world.start()
    assert world.service.metrics().runs("acme-corp")["refused"] == posts, "a kill loses none"
