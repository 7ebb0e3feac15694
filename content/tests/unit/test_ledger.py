"""The record of workflows."""

import os
import sqlite3
import threading
from pathlib import Path

import pytest

from tenantsmith_content.ledger import Begun, Full, Ledger, LedgerError
from tenantsmith_content.lock import Lock, LockedError

from .kit import FakeClock

DAY = 86_400.0


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "ledger.sqlite")


@pytest.fixture
def ledger(path: str, clock: FakeClock) -> Ledger:
    return Ledger(path, clock)


def begin(ledger: Ledger, key: str = "k", limit: int | None = None, tenant: str = "a") -> str:
    begun = ledger.begin(tenant, "anna", "Anna", key, "faq", limit)
    assert isinstance(begun, Begun)
    assert begun.new
    return begun.row.id


def test_the_limit_holds_against_threads(path: str) -> None:
    Ledger(path, FakeClock())
    outcomes: list[object] = []

    def one(i: int) -> None:
        own = Ledger(path, FakeClock())
        outcomes.append(own.begin("a", "u", "n", f"k{i}", "faq", 5))

    threads = [threading.Thread(target=one, args=(i,)) for i in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(isinstance(o, Begun) for o in outcomes) == 5
    assert outcomes.count(Full(5)) == 15


def test_the_same_key_begins_once_against_threads(path: str) -> None:
    Ledger(path, FakeClock())
    outcomes: list[Begun] = []

    def one() -> None:
        begun = Ledger(path, FakeClock()).begin("a", "u", "n", "k", "faq", None)
        assert isinstance(begun, Begun)
        outcomes.append(begun)

    threads = [threading.Thread(target=one) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(o.new for o in outcomes) == 1
    assert len({o.row.id for o in outcomes}) == 1


def test_a_repeat_a_failure_and_a_month(ledger: Ledger, clock: FakeClock) -> None:
    first = begin(ledger, limit=1)
    again = ledger.begin("a", "anna", "Anna", "k", "faq", 1)
    assert isinstance(again, Begun)
    assert (again.new, again.row.id) == (False, first)
    assert ledger.begin("a", "anna", "Anna", "k2", "faq", 1) == Full(1)
    assert ledger.begin("a", "bob", "Bob", "k", "faq", 1) == Full(1), "another user's key"
    ledger.fail(first, "CNT302")
    ledger.succeed(first, "too late", 1, "l")
    assert ledger.used("a") == 0
    second = begin(ledger, limit=1)
    ledger.succeed(second, "t", 7, "https://x/")
    assert ledger.used("a") == 1
    assert ledger.used_by_all() == {"a": 1}
    assert ledger.month_ends() == "2027-01-01"
    clock.move(10 * DAY)
    assert ledger.month() == "2027-01"
    assert ledger.month_ends() == "2027-02-01"
    assert ledger.used("a") == 0
    assert ledger.seen("a", "anna", "k"), "a month does not make a message new"
    begin(ledger, "k3", limit=1)
    assert ledger.totals() == {("a", "failed"): 1, ("a", "succeeded"): 1}


def test_totals_survive(ledger: Ledger, path: str, clock: FakeClock) -> None:
    ledger.refused("a")
    ledger.refused("a")
    ledger.fail(begin(ledger), "x")
    ledger.close()
    assert Ledger(path, clock).totals() == {("a", "failed"): 1, ("a", "refused"): 2}


def test_rows_of_a_tenant_are_its_own(ledger: Ledger) -> None:
    own, other = begin(ledger), begin(ledger, tenant="b")
    assert [r.id for r in ledger.latest("a")] == [own]
    assert ledger.find("a", own)
    assert ledger.find("a", other) is None
    assert ledger.seen("b", "anna", "other") is None


def test_latest_is_newest_first(ledger: Ledger, clock: FakeClock) -> None:
    ids = []
    for i in range(12):
        ids.append(begin(ledger, f"k{i}"))
        clock.move(i % 2)
    assert [r.id for r in ledger.latest("a")] == list(reversed(ids))[:10]


def test_posting_is_noted_while_it_runs(ledger: Ledger, clock: FakeClock) -> None:
    workflow = begin(ledger)
    assert ledger.posting(workflow)
    assert ledger.running()[0].posting == clock.now()
    ledger.fail(workflow, "x")
    assert not ledger.posting(workflow)
    assert ledger.running() == []


def test_thirteen_months(ledger: Ledger, clock: FakeClock) -> None:
    ended, running = begin(ledger), begin(ledger, "k2")
    ledger.succeed(ended, "t", 1, "l")
    assert ledger.forget() == 0
    for _ in range(402):
        clock.move(DAY)
        assert ledger.forget() == 0
    for _ in range(2):
        clock.move(DAY)
        ledger.forget()
    assert ledger.find("a", ended) is None
    assert ledger.find("a", running), "what has not ended is repaired, not forgotten"
    assert ledger.totals() == {("a", "succeeded"): 1}


def test_a_clock_that_jumps_takes_no_row_away(ledger: Ledger, clock: FakeClock) -> None:
    ended = begin(ledger, limit=1)
    ledger.succeed(ended, "t", 1, "l")
    assert ledger.forget() == 0
    for jump in (900 * DAY, -1_800 * DAY, 900 * DAY):
        clock.wall += jump
        assert ledger.forget() == 0
        clock.move(15)
        assert ledger.forget() == 0
    assert ledger.used("a") == 1
    assert ledger.seen("a", "anna", "k")


def fill(ledger: Ledger) -> None:
    """No page more fits on the disk."""
    db = ledger._db
    pages = db.execute("PRAGMA page_count").fetchone()[0]
    db.execute(f"PRAGMA max_page_count={pages}")


def begin_many(ledger: Ledger) -> None:
    for i in range(1_000):
        begin(ledger, f"k{i}" * 50)


def test_a_full_disk(ledger: Ledger) -> None:
    kept = begin(ledger)
    fill(ledger)
    with pytest.raises(LedgerError, match="full"):
        begin_many(ledger)
    assert not ledger.healthy
    used = ledger.used("a")
    with pytest.raises(LedgerError):
        begin(ledger, "x" * 5_000)
    assert ledger.used("a") == used, "nothing is half there"
    ledger._db.execute("PRAGMA max_page_count=100000")
    ledger.probe()
    assert ledger.healthy
    ledger.succeed(kept, "t", 1, "l")


def test_what_is_no_ledger(tmp_path: Path, clock: FakeClock) -> None:
    junk = tmp_path / "junk.sqlite"
    junk.write_bytes(b"this is no database" * 100)
    for path in (str(junk), str(tmp_path), str(tmp_path / "no" / "ledger")):
        with pytest.raises(LedgerError, match="cannot be opened"):
            Ledger(path, clock)


def test_a_ledger_that_is_newer(path: str, clock: FakeClock) -> None:
    Ledger(path, clock).close()
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version=99")
    with pytest.raises(LedgerError, match="format 99"):
        Ledger(path, clock)


def test_a_ledger_that_goes(ledger: Ledger) -> None:
    ledger._db.execute("DROP TABLE total")
    with pytest.raises(LedgerError, match="cannot be read"):
        ledger.totals()
    with pytest.raises(LedgerError, match="cannot be written"):
        ledger.refused("a")


def test_erased_is_not_in_the_file_any_more(ledger: Ledger, path: str) -> None:
    for i in range(50):
        begun = ledger.begin("a", "anna-secret", "Anna Secret", f"k{i}", "faq", None)
        assert isinstance(begun, Begun)
        ledger.succeed(begun.row.id, "Secret title", i, "https://secret.example.com/")
    other = begin(ledger, tenant="b")
    ledger.refused("b")
    beside = Ledger(path, FakeClock())
    assert beside.erase("a") == 50
    assert beside.erase("a") == 0
    assert ledger.latest("a") == []
    assert ledger.totals() == {("b", "refused"): 1}
    assert ledger.find("b", other)
    ledger.close()
    beside.close()
    left = b"".join(p.read_bytes() for p in Path(path).parent.iterdir())
    assert b"secret" not in left.lower()


def test_a_second_process_is_refused(path: str) -> None:
    lock = Lock(path)
    with pytest.raises(LockedError, match="another process has the ledger; run one replica"):
        Lock(path)
    lock.release()
    Lock(path).release()


def test_a_lock_that_cannot_be_made(tmp_path: Path) -> None:
    with pytest.raises(LockedError, match="cannot be made"):
        Lock(str(tmp_path / "no" / "ledger"))


def test_the_disk_is_waited_for_when_asked(
    ledger: Ledger, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Path(path + "-wal")
    waited: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda fd: waited.append(os.fstat(fd).st_ino))
    ledger.posting(begin(ledger))
    assert not waited
    ledger.flush()
    assert waited == [journal.stat().st_ino]


def test_a_disk_that_is_gone(ledger: Ledger, path: str) -> None:
    Path(path + "-wal").unlink()
    with pytest.raises(LedgerError, match="cannot be written"):
        ledger.flush()


def test_the_journal_is_moved_when_it_is_asked_for_and_then_used_anew(
    ledger: Ledger, path: str
) -> None:
    journal = Path(path + "-wal")
    for _ in range(1_000):
        ledger.refused("a")
    grown = journal.stat().st_size
    assert grown > 1_000 * 4_096, "nobody has waited for it so far"
    ledger.checkpoint()
    for _ in range(900):
        ledger.refused("a")
    assert journal.stat().st_size == grown
    assert ledger.totals() == {("a", "refused"): 1_900}


def test_a_journal_that_cannot_be_moved(ledger: Ledger, path: str) -> None:
    Path(path).unlink()
    Path(path).mkdir()
    with pytest.raises(LedgerError, match="cannot be moved"):
        ledger.checkpoint()
