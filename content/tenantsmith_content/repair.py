"""Ends workflows that nobody works at: after a crash, or after an answer that was lost."""

import asyncio
import logging
from collections.abc import Mapping

from . import refusal
from .clock import Clock
from .ledger import Ledger, LedgerError, Row
from .settings import Tenant
from .wordpress import Post, WordPress
from .workflow import Workflows

log = logging.getLogger("content.repair")

EVERY_S = 15.0
"""Seconds between two looks."""
SETTLED_S = 60.0
"""Seconds after which WordPress surely has stored a post that was sent, or never will."""

_AT_ONCE = 8


class Repair:
    """Asks WordPress what became of a workflow, by the mark in its post."""

    def __init__(
        self, ledger: Ledger, wordpress: WordPress, workflows: Workflows, clock: Clock
    ) -> None:
        """Looks at nothing yet."""
        self._ledger = ledger
        self._wordpress = wordpress
        self._workflows = workflows
        self._clock = clock
        self._first_seen: dict[str, float] = {}
        self._told: dict[str, str] = {}

    async def look(self, tenants: Mapping[str, Tenant]) -> None:
        """One look at every workflow that has not ended and that nobody works at."""
        rows = [r for r in self._ledger.running() if r.id not in self._workflows.at_work]
        known = {r.id for r in rows}
        now = self._clock.monotonic()
        self._first_seen = {i: self._first_seen.get(i, now) for i in known}
        self._told = {i: code for i, code in self._told.items() if i in known}
        gate = asyncio.Semaphore(_AT_ONCE)

        async def one(row: Row) -> None:
            async with gate:
                await self._settle(row, tenants.get(row.tenant))

        await asyncio.gather(*(one(row) for row in rows))

    async def _settle(self, row: Row, tenant: Tenant | None) -> None:
        try:
            if row.posting is None:
                # It was not sent, so it cannot be there.
                self._fail(row, "restart")
                return
            if tenant is None:
                # Its site cannot be asked any more; it may come back.
                return
            post = await self._wordpress.find(tenant, row.id)
            if post is not None:
                self._succeed(row, post)
            elif self._is_settled(row.id):
                self._fail(row, "not stored")
        except refusal.Refusal as e:
            if self._told.get(row.id) != e.code:
                self._told[row.id] = e.code
                log.warning("workflow %s of tenant %s waits: %s", row.id, row.tenant, e.code)
        except LedgerError as e:
            log.error("workflow %s: %s", row.id, e)

    def _is_settled(self, workflow: str) -> bool:
        """By the clock that never jumps: that of people may have been set ahead meanwhile."""
        return self._clock.monotonic() - self._first_seen[workflow] >= SETTLED_S

    def _succeed(self, row: Row, post: Post) -> None:
        self._ledger.succeed(row.id, post.title, post.id, post.link)
        log.info("workflow %s of tenant %s had become a post", row.id, row.tenant)

    def _fail(self, row: Row, reason: str) -> None:
        self._ledger.fail(row.id, reason)
        log.info("workflow %s of tenant %s had become nothing", row.id, row.tenant)
