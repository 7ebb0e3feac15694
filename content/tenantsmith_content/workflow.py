"""One workflow: one message of one user becomes one post of one tenant, once."""

import asyncio
import hashlib
import logging
from collections.abc import Callable
from dataclasses import dataclass

from . import refusal
from .identity import VIEWERS, Identity
from .ledger import Begun, Full, Ledger, LedgerError, Row
from .rate import RateLimit
from .settings import Tenant
from .together import Together
from .wordpress import Post, UncertainError, WordPress
from .writer import Draft, Writer

log = logging.getLogger("content.workflow")

MOST_TEXT = 20_000
"""Characters that a message may have, options not counted."""
ASKED_AGAIN_S = 3.0
"""Seconds until something that was not there is looked for once more."""

_SLOT_S = 600
_LOOKING_S = 20.0


@dataclass(frozen=True)
class Request:
    """What a user wants, understood and found in the tenant's settings."""

    tenant: Tenant
    role: str
    kind: str
    template: str | None
    categories: tuple[str, ...]
    text: str
    key: str


@dataclass(frozen=True)
class Result:
    """What became of it."""

    tenant: Tenant
    post: Post
    draft: Draft
    missing: tuple[str, ...]


class InDoubtError(Exception):
    """It is not known whether the post was stored: the workflow stays running until it is."""


def key_of(chat: str, message: str, tenant: str, text: str, now: float) -> str:
    """What makes two messages the same: the ids of chat and user's message.

    They stay when an answer is regenerated. Without them the same text for the same tenant counts
    as one message for ten minutes.
    """
    if chat and message:
        parts = ["m", chat, message]
    else:
        parts = ["t", tenant, text, str(int(now // _SLOT_S))]
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(data) + data)
    return digest.hexdigest()


class Workflows:
    """Begins and runs workflows; knows which are at work in this process."""

    def __init__(
        self,
        ledger: Ledger,
        writer: Writer,
        wordpress: WordPress,
        rate: RateLimit,
        current: Callable[[str], Tenant | None],
    ) -> None:
        """``current``: a tenant's settings of this moment; None if it has none any more."""
        self.at_work: set[str] = set()
        self._ledger = ledger
        self._writer = writer
        self._wordpress = wordpress
        self._rate = rate
        self._current = current
        self._flushed = Together(ledger.flush)

    async def begin(self, who: Identity, asked: Request) -> Begun:
        """Everything that can be refused before a model is asked.

        Raises IDN203, REQ105, REQ106, LIM101 to LIM103, CNT401 to CNT404 and LedgerError.
        A workflow that is new must be run.
        """
        t = asked.tenant
        if asked.role == VIEWERS:
            raise refusal.viewer(t.name)
        if len(asked.text) > MOST_TEXT:
            raise refusal.too_long(len(asked.text), MOST_TEXT)
        seen = self._ledger.seen(t.id, who.subject, asked.key)
        if seen:
            return Begun(seen, new=False)
        self._rate.check(t.id, who.subject)
        if t.month_limit is not None and self._ledger.used(t.id) >= t.month_limit:
            raise self._used_up(t.month_limit, t)
        self._wordpress.ready(t)
        await self._check_categories(asked)
        # From here to the return nothing waits, so what was checked is what is taken.
        self._rate.enter(t.id, who.subject)
        begun: Begun | Full | None = None
        try:
            begun = self._ledger.begin(
                t.id, who.subject, who.name, asked.key, asked.kind, t.month_limit
            )
        finally:
            if not isinstance(begun, Begun) or not begun.new:
                self._rate.undo(t.id, who.subject)
        if isinstance(begun, Full):
            raise self._used_up(begun.used if t.month_limit is None else t.month_limit, t)
        if begun.new:
            self.at_work.add(begun.row.id)
        return begun

    def _used_up(self, limit: int, t: Tenant) -> refusal.Refusal:
        return refusal.month_used_up(t.name, limit, self._ledger.month_ends())

    async def _check_categories(self, asked: Request) -> None:
        if not asked.categories:
            return
        t = asked.tenant
        try:
            async with asyncio.timeout(_LOOKING_S):
                _, missing = await self._wordpress.terms(t, "categories", asked.categories)
                if missing:
                    there = await self._wordpress.term_names(t, "categories")
                    raise refusal.no_such_category(t.name, missing, there)
        except TimeoutError:
            raise refusal.site_away(t.site) from None

    async def run(self, asked: Request, row: Row) -> Result:
        """Writes and posts. Raises CNT301 to CNT405, and InDoubtError.

        After an InDoubtError or a cancellation the row is still running, and repair finds out.
        """
        try:
            result = await self._run(asked, row)
        except InDoubtError:
            raise
        except refusal.Refusal as e:
            self._ledger.fail(row.id, e.code)
            raise
        except Exception:
            # A bug after the post was sent leaves in doubt whether it is there.
            now = self._ledger.find(row.tenant, row.id)
            if now is not None and now.posting is None:
                self._ledger.fail(row.id, "INT101")
            raise
        finally:
            self.at_work.discard(row.id)
            self._rate.leave(asked.tenant.id)
        return result

    async def _run(self, asked: Request, row: Row) -> Result:
        try:
            async with asyncio.timeout(_LOOKING_S):
                categories, missing = await self._wordpress.terms(
                    asked.tenant, "categories", asked.categories or asked.tenant.categories
                )
        except TimeoutError:
            raise refusal.site_away(asked.tenant.site) from None
        draft = await self._writer.write(asked.tenant, asked.kind, asked.template, asked.text)
        # Minutes have passed: what the tenant has decided meanwhile holds.
        tenant = self._current(asked.tenant.id)
        if tenant is None:
            # Its file may be half written at this moment.
            await asyncio.sleep(ASKED_AGAIN_S)
            tenant = self._current(asked.tenant.id)
        if tenant is None:
            raise refusal.switched_off(asked.tenant.name)
        tags = await self._tags(tenant, draft)
        if not self._ledger.posting(row.id):
            raise refusal.switched_off(asked.tenant.name)
        # The disk may take tens of milliseconds; all who come meanwhile share the next wait.
        await self._flushed.done()
        post = await self._post(tenant, row, asked.kind, draft, categories, tags)
        try:
            self._ledger.succeed(row.id, draft.title, post.id, post.link)
        except LedgerError as e:
            # The post is there, its row is still running and counts; repair writes it down.
            log.error("workflow %s: %s", row.id, e)
        return Result(tenant, post, draft, tuple(missing))

    async def _tags(self, tenant: Tenant, draft: Draft) -> list[int]:
        """Tags are an extra: a site that does not tell them gets a post without."""
        try:
            async with asyncio.timeout(_LOOKING_S):
                return (await self._wordpress.terms(tenant, "tags", draft.tags))[0]
        except (refusal.Refusal, TimeoutError):
            return []

    async def _post(
        self,
        tenant: Tenant,
        row: Row,
        kind: str,
        draft: Draft,
        categories: list[int],
        tags: list[int],
    ) -> Post:
        try:
            return await self._wordpress.create(tenant, row.id, kind, draft, categories, tags)
        except UncertainError as e:
            lost = e
        try:
            found = await self._wordpress.find(tenant, row.id)
            if found is None:
                await asyncio.sleep(ASKED_AGAIN_S)
                found = await self._wordpress.find(tenant, row.id)
        except refusal.Refusal:
            raise InDoubtError(lost.failure.code) from None
        if found is not None:
            return found
        if lost.slow:
            raise InDoubtError(lost.failure.code)
        raise lost.failure
