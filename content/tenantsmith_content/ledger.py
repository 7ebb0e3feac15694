"""What was done for whom: a SQLite file. The month's limit is decided and taken in one step."""

import contextlib
import os
import sqlite3
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from .clock import Clock

RUNNING, SUCCEEDED, FAILED, REFUSED = "running", "succeeded", "failed", "refused"
KEPT_S = 13 * 31 * 86_400.0
"""Seconds that the row of an ended workflow is kept."""
FORGET_EVERY_S = 86_400.0
"""Seconds between two looks for rows that are too old."""

_FORMAT = 1
_BUSY_S = 5.0
_SCHEMA = """
CREATE TABLE IF NOT EXISTS workflow(
  id TEXT PRIMARY KEY, tenant TEXT NOT NULL, subject TEXT NOT NULL, name TEXT NOT NULL,
  key TEXT NOT NULL, month TEXT NOT NULL, kind TEXT NOT NULL, state TEXT NOT NULL, title TEXT,
  post INTEGER, link TEXT, reason TEXT, created REAL NOT NULL, posting REAL, ended REAL);
CREATE UNIQUE INDEX IF NOT EXISTS workflow_key ON workflow(tenant, subject, key)
  WHERE state IN ('running','succeeded');
CREATE INDEX IF NOT EXISTS workflow_month ON workflow(tenant, month, state);
CREATE INDEX IF NOT EXISTS workflow_running ON workflow(state) WHERE state='running';
CREATE INDEX IF NOT EXISTS workflow_created ON workflow(tenant, created);
CREATE TABLE IF NOT EXISTS total(
  tenant TEXT NOT NULL, status TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY(tenant, status)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS moment(name TEXT PRIMARY KEY, at REAL NOT NULL) WITHOUT ROWID;
"""
_COUNTS = "state IN ('running','succeeded')"


class LedgerError(Exception):
    """The ledger cannot be read or written; the message says why and holds no row."""


@dataclass(frozen=True)
class Row:
    """One workflow. Times are seconds since 1970; ``posting`` is when the post was sent."""

    id: str
    tenant: str
    subject: str
    name: str
    key: str
    month: str
    kind: str
    state: str
    title: str | None
    post: int | None
    link: str | None
    reason: str | None
    created: float
    posting: float | None
    ended: float | None


@dataclass(frozen=True)
class Full:
    """The month is used up."""

    used: int


@dataclass(frozen=True)
class Begun:
    """A row; ``new`` is False where the same message had begun or become it before."""

    row: Row
    new: bool


class Ledger:
    """The file, opened. Several processes may have it open; who writes workflows has the Lock."""

    def __init__(self, path: str, clock: Clock) -> None:
        """Opens the file, making it if it is not there. Raises LedgerError."""
        self.healthy = True
        self._path = path
        self._clock = clock
        try:
            self._db = sqlite3.connect(
                path, isolation_level=None, timeout=_BUSY_S, check_same_thread=False
            )
            self._db.row_factory = sqlite3.Row
            self._db.execute("PRAGMA journal_mode=WAL")
            self._db.execute("PRAGMA synchronous=NORMAL")
            self._db.execute("PRAGMA secure_delete=ON")
            # Moving the journal into the file waits for the disk; `checkpoint` does it, elsewhere.
            self._db.execute("PRAGMA wal_autocheckpoint=0")
            self._upgrade()
        except sqlite3.Error as e:
            raise LedgerError(f"the ledger cannot be opened: {e}") from None

    def _upgrade(self) -> None:
        found = self._db.execute("PRAGMA user_version").fetchone()[0]
        if found > _FORMAT:
            raise LedgerError(f"the ledger has format {found}, this version knows {_FORMAT}")
        if found < _FORMAT:
            self._db.executescript(f"BEGIN;{_SCHEMA}PRAGMA user_version={_FORMAT};COMMIT;")

    def checkpoint(self) -> None:
        """Moves the journal into the file, in any thread; nobody is held up. Raises LedgerError."""
        try:
            with contextlib.closing(sqlite3.connect(self._path, timeout=_BUSY_S)) as db:
                db.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
        except sqlite3.Error as e:
            raise LedgerError(f"the journal of the ledger cannot be moved: {e}") from None

    def close(self) -> None:
        """Closes the file."""
        self._db.close()

    @contextlib.contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction: all of it or nothing. Raises LedgerError."""
        try:
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
                self._db.execute("COMMIT")
            finally:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
        except sqlite3.Error as e:
            self.healthy = False
            raise LedgerError(f"the ledger cannot be written: {type(e).__name__}: {e}") from None
        self.healthy = True

    def _all(self, sql: str, *values: Any) -> list[sqlite3.Row]:
        try:
            return self._db.execute(sql, values).fetchall()
        except sqlite3.Error as e:
            raise LedgerError(f"the ledger cannot be read: {type(e).__name__}: {e}") from None

    def probe(self) -> None:
        """Writes something small. Raises LedgerError."""
        with self._writing():
            self._mark("probe")

    def _mark(self, name: str) -> None:
        self._db.execute(
            "INSERT INTO moment VALUES(?,?) ON CONFLICT(name) DO UPDATE SET at=excluded.at",
            (name, self._clock.now()),
        )

    def month(self) -> str:
        """The month of now, in UTC, as ``2026-11``."""
        return datetime.fromtimestamp(self._clock.now(), UTC).strftime("%Y-%m")

    def month_ends(self) -> str:
        """The first day of the next month, in UTC, as ``2026-12-01``."""
        now = datetime.fromtimestamp(self._clock.now(), UTC)
        year, month = (now.year + 1, 1) if now.month == 12 else (now.year, now.month + 1)
        return f"{year:04d}-{month:02d}-01"

    def used(self, tenant: str) -> int:
        """Workflows of this month that count."""
        return int(
            self._all(
                f"SELECT count(*) FROM workflow WHERE tenant=? AND month=? AND {_COUNTS}",
                tenant,
                self.month(),
            )[0][0]
        )

    def used_by_all(self) -> dict[str, int]:
        """The same for every tenant that has any."""
        rows = self._all(
            f"SELECT tenant, count(*) FROM workflow WHERE month=? AND {_COUNTS} GROUP BY tenant",
            self.month(),
        )
        return {r[0]: r[1] for r in rows}

    def seen(self, tenant: str, subject: str, key: str) -> Row | None:
        """The workflow that the same message of the same user began, unless it failed."""
        rows = self._all(
            f"SELECT * FROM workflow WHERE tenant=? AND subject=? AND key=? AND {_COUNTS}",
            tenant,
            subject,
            key,
        )
        return _row(rows[0]) if rows else None

    def begin(
        self, tenant: str, subject: str, name: str, key: str, kind: str, limit: int | None
    ) -> Begun | Full:
        """Takes one of the month, or says that it is used up or that the message is known."""
        with self._writing() as db:
            seen = self.seen(tenant, subject, key)
            if seen:
                return Begun(seen, new=False)
            used = self.used(tenant)
            if limit is not None and used >= limit:
                return Full(used)
            workflow = "wf-" + uuid.uuid4().hex[:20]
            db.execute(
                "INSERT INTO workflow(id,tenant,subject,name,key,month,kind,state,created)"
                " VALUES(?,?,?,?,?,?,?,?,?)",
                (
                    workflow,
                    tenant,
                    subject,
                    name,
                    key,
                    self.month(),
                    kind,
                    RUNNING,
                    self._clock.now(),
                ),
            )
            return Begun(
                _row(self._all("SELECT * FROM workflow WHERE id=?", workflow)[0]), new=True
            )

    def posting(self, workflow: str) -> bool:
        """Notes that the post is sent next. False if the workflow is not running any more."""
        with self._writing() as db:
            return bool(
                db.execute(
                    f"UPDATE workflow SET posting=? WHERE id=? AND state='{RUNNING}'",
                    (self._clock.now(), workflow),
                ).rowcount
            )

    def flush(self) -> None:
        """Waits until the disk has all that was written, in any thread. Raises LedgerError.

        Done once a workflow, before its post is sent: what a machine that dies forgets of the rest
        was not posted yet, or is found by its mark. What was written is in the journal, or a
        checkpoint has moved it and waited for that itself.
        """
        try:
            journal = os.open(self._path + "-wal", os.O_RDONLY)
            try:
                os.fsync(journal)
            finally:
                os.close(journal)
        except OSError as e:
            raise LedgerError(f"the ledger cannot be written: {type(e).__name__}: {e}") from None

    def succeed(self, workflow: str, title: str, post: int, link: str) -> None:
        """The workflow became a post. Does nothing if it has ended."""
        self._end(workflow, SUCCEEDED, title=title, post=post, link=link, reason=None)

    def fail(self, workflow: str, reason: str) -> None:
        """The workflow became nothing and is not counted. Does nothing if it has ended."""
        self._end(workflow, FAILED, title=None, post=None, link=None, reason=reason)

    def _end(self, workflow: str, state: str, **values: Any) -> None:
        with self._writing() as db:
            ended = db.execute(
                "UPDATE workflow SET state=:state, title=:title, post=:post, link=:link,"
                f" reason=:reason, ended=:ended WHERE id=:id AND state='{RUNNING}'"
                " RETURNING tenant",
                {"id": workflow, "state": state, "ended": self._clock.now(), **values},
            ).fetchall()
            if ended:
                self._count(ended[0]["tenant"], state)

    def refused(self, tenant: str) -> None:
        """Counts a workflow that was not let begin."""
        with self._writing():
            self._count(tenant, REFUSED)

    def _count(self, tenant: str, status: str) -> None:
        self._db.execute(
            "INSERT INTO total VALUES(?,?,1) ON CONFLICT(tenant,status) DO UPDATE SET n=n+1",
            (tenant, status),
        )

    def running(self) -> list[Row]:
        """Workflows that have not ended, oldest first."""
        rows = self._all(f"SELECT * FROM workflow WHERE state='{RUNNING}' ORDER BY created")
        return [_row(r) for r in rows]

    def totals(self) -> dict[tuple[str, str], int]:
        """Tenant and status to how many there have ever been."""
        return {(r["tenant"], r["status"]): r["n"] for r in self._all("SELECT * FROM total")}

    def latest(self, tenant: str, most: int = 10) -> list[Row]:
        """The newest workflows of a tenant."""
        rows = self._all(
            "SELECT * FROM workflow WHERE tenant=? ORDER BY created DESC, rowid DESC LIMIT ?",
            tenant,
            most,
        )
        return [_row(r) for r in rows]

    def find(self, tenant: str, workflow: str) -> Row | None:
        """A tenant's workflow by its id."""
        rows = self._all("SELECT * FROM workflow WHERE tenant=? AND id=?", tenant, workflow)
        return _row(rows[0]) if rows else None

    def forget(self) -> int:
        """Removes ended rows that are too old; totals stay. Gives how many.

        Only if the last look was about a day ago: a clock that jumped years ahead would else
        take the whole record away, and with it the count of the month.
        """
        now = self._clock.now()
        with self._writing() as db:
            last = db.execute("SELECT at FROM moment WHERE name='forget'").fetchone()
            if last and 0 <= now - last["at"] < FORGET_EVERY_S / 2:
                return 0
            self._mark("forget")
            if last is None or not 0 <= now - last["at"] < 2 * FORGET_EVERY_S:
                return 0
            return db.execute(
                f"DELETE FROM workflow WHERE state<>'{RUNNING}' AND created<?", (now - KEPT_S,)
            ).rowcount

    def erase(self, tenant: str) -> int:
        """Removes all rows and totals of a tenant, from the file's free pages too."""
        with self._writing() as db:
            gone = db.execute("DELETE FROM workflow WHERE tenant=?", (tenant,)).rowcount
            db.execute("DELETE FROM total WHERE tenant=?", (tenant,))
        self._all("PRAGMA wal_checkpoint(TRUNCATE)")
        return gone


def _row(found: sqlite3.Row) -> Row:
    return Row(**dict(found))
