"""From a request to an answer: who asks, what is asked, may it be done; only then it is done."""

import asyncio
import contextlib
import logging
from collections.abc import Mapping

from starlette.requests import ClientDisconnect
from starlette.requests import Request as Http
from starlette.responses import Response

from . import answers, message, protocol, refusal
from .clock import Clock
from .folder import TenantFolder
from .identity import VIEWERS, Identity
from .ledger import Ledger, LedgerError, Row
from .message import Message
from .metrics import Metrics
from .protocol import Completion
from .repair import EVERY_S, Repair
from .settings import Tenant
from .verifier import Verifier
from .wordpress import WordPress
from .workflow import InDoubtError, Request, Workflows, key_of

log = logging.getLogger("content.service")
audit = logging.getLogger("content.audit")


class Service:
    """All that one process holds."""

    def __init__(
        self,
        folder: TenantFolder,
        verifier: Verifier,
        ledger: Ledger,
        wordpress: WordPress,
        workflows: Workflows,
        clock: Clock,
    ) -> None:
        """Nothing is read or asked yet."""
        self.metrics = Metrics()
        self._folder = folder
        self._verifier = verifier
        self._ledger = ledger
        self._wordpress = wordpress
        self._workflows = workflows
        self._repair = Repair(ledger, wordpress, workflows, clock)
        self._clock = clock
        self._first_look = asyncio.Event()
        self._works: set[asyncio.Task[str]] = set()

    async def answer(self, http: Http) -> Response:
        """A chat completion; a refusal before the answer has begun has its own status."""
        try:
            return await self._answer(await protocol.read(http))
        except refusal.Refusal as e:
            return self._refused(e)
        except ClientDisconnect:
            return Response(status_code=400)
        except LedgerError as e:
            log.error("%s", e)
            return self._refused(refusal.ledger_away())
        except Exception:
            log.exception("a request was not answered")
            return self._refused(refusal.bug())

    def _refused(self, why: refusal.Refusal) -> Response:
        self.metrics.refusals[why.code] += 1
        return protocol.refused(why)

    async def _answer(self, asked: Completion) -> Response:
        if asked.is_side_call():
            return protocol.say(asked, asked.side_answer())
        self._folder.refresh()
        who = await self._verifier.verify(asked.authorization)
        tenants = self._folder.tenants
        roles = who.roles(tenants)
        wanted = message.parse(asked.text) if roles else Message("none")
        if wanted.command == "help":
            return protocol.say(asked, answers.help_text(roles, tenants))
        tenant, role = message.pick(roles, tenants, wanted.options.get("site"))
        if wanted.command == message.WRITE:
            return await self._write(asked, who, wanted, tenant, role)
        return protocol.say(asked, await self._told(wanted, tenant))

    async def _told(self, wanted: Message, tenant: Tenant) -> str:
        if wanted.command == "usage":
            return answers.usage(tenant, self._ledger.used(tenant.id))
        if wanted.command == "list":
            return answers.latest(self._ledger.latest(tenant.id))
        row = self._ledger.find(tenant.id, wanted.argument)
        if row is None:
            raise refusal.no_such_workflow(tenant.name, wanted.argument)
        post = await self._wordpress.post(tenant, row.post) if row.post else None
        return answers.status(row, post)

    async def _write(
        self, asked: Completion, who: Identity, wanted: Message, tenant: Tenant, role: str
    ) -> Response:
        try:
            request = self._understood(asked, wanted, tenant, role)
            begun = await self._workflows.begin(who, request)
        except refusal.Refusal:
            self._count_refused(tenant.id)
            raise
        if not begun.new:
            return protocol.say(asked, answers.seen(begun.row))
        work = asyncio.create_task(self._work(request, begun.row))
        self._works.add(work)
        work.add_done_callback(self._works.discard)
        audit.info("workflow", extra={"fields": _audit(who, request, begun.row)})
        if asked.stream:
            return protocol.follow(answers.writing(tenant), work)
        # Who leaves does not stop the work: it is counted and will be found.
        return protocol.say(asked, await asyncio.shield(work))

    def _understood(self, asked: Completion, wanted: Message, tenant: Tenant, role: str) -> Request:
        """The request in the tenant's terms. A viewer is not told which terms there are."""
        if role == VIEWERS:
            raise refusal.viewer(tenant.name)
        options: Mapping[str, str] = wanted.options
        kind = message.kind_of(tenant, options.get("type"))
        return Request(
            tenant=tenant,
            role=role,
            kind=kind,
            template=message.template_of(tenant, kind, options.get("template")),
            categories=message.categories_of(options.get("categories")),
            text=wanted.text,
            key=key_of(asked.chat, asked.message, tenant.id, asked.text, self._clock.now()),
        )

    def _count_refused(self, tenant: str) -> None:
        try:
            self._ledger.refused(tenant)
        except LedgerError as e:
            log.error("%s", e)

    async def _work(self, request: Request, row: Row) -> str:
        """The text of the answer, whatever happens."""
        start = self._clock.monotonic()
        try:
            result = await self._workflows.run(request, row)
            return answers.done(
                result.tenant,
                row,
                result.draft,
                result.post,
                result.missing,
                self._ledger.used(request.tenant.id),
            )
        except refusal.Refusal as e:
            return self._failed(row, e)
        except InDoubtError:
            return self._failed(row, refusal.post_in_doubt(request.tenant.site, row.id))
        except LedgerError as e:
            log.error("workflow %s: %s", row.id, e)
            return self._failed(row, refusal.ledger_lost(row.id))
        except Exception:
            log.exception("workflow %s", row.id)
            return self._failed(row, refusal.bug(row.id))
        finally:
            self.metrics.seconds.observe(self._clock.monotonic() - start)

    def _failed(self, row: Row, why: refusal.Refusal) -> str:
        self.metrics.refusals[why.code] += 1
        log.warning("workflow %s of tenant %s failed: %s", row.id, row.tenant, why.code)
        return f"{why.text()} ({why.code}, `{row.id}`)"

    async def exposition(self) -> str:
        """The text of the metrics. Raises LedgerError."""
        self._folder.refresh()
        totals, used = self._ledger.totals(), self._ledger.used_by_all()
        # A megabyte of text for thousands of tenants holds up nobody.
        return await asyncio.to_thread(
            self.metrics.text, self._folder.tenants, self._folder.errors, totals, used
        )

    def check(self) -> None:
        """Whether workflows can be written down; a fault may have passed. Raises LedgerError."""
        if not self._ledger.healthy:
            self._ledger.probe()

    async def keep(self) -> None:
        """Looks after what nobody works at, for ever."""
        while True:
            await self.look()
            self._first_look.set()
            await asyncio.sleep(EVERY_S)

    async def looked(self, within_s: float) -> None:
        """Waits until the first look is done, but not longer than that."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(within_s):
                await self._first_look.wait()

    async def look(self) -> None:
        """One look: settings, workflows that have not ended, rows that are too old."""
        try:
            self._folder.refresh()
            await self._repair.look(self._folder.tenants)
            self._ledger.forget()
            await asyncio.to_thread(self._ledger.checkpoint)
        except LedgerError as e:
            log.error("%s", e)
        except Exception:
            log.exception("repair")

    async def finish(self, within_s: float) -> None:
        """Waits for workflows at work; what is left is found at the next start."""
        if self._works:
            await asyncio.wait(set(self._works), timeout=within_s)


def _audit(who: Identity, request: Request, row: Row) -> dict[str, str]:
    """One line a workflow, for the trail of a tenant: no text, no name, no token."""
    return {
        "audit": "workflow",
        "tenant": request.tenant.id,
        "workflow": row.id,
        "subject": who.subject,
        "role": request.role,
        "client": who.client.audience,
        "kind": request.kind,
    }
