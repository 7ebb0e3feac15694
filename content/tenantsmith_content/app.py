"""Start of the service: ``python -m uvicorn --factory tenantsmith_content.app:app``."""

import asyncio
import contextlib
import os
from collections.abc import AsyncIterator, Mapping

from aiohttp.abc import AbstractResolver
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from . import logs, metrics, outbound, protocol
from .clock import Clock, SystemClock
from .config import Config, ConfigError
from .folder import TenantFolder
from .ledger import Ledger, LedgerError
from .lock import Lock, LockedError
from .model import Model
from .rate import RateLimit
from .service import Service
from .verifier import Verifier
from .wordpress import WordPress
from .workflow import Workflows
from .writer import Writer

_FINISH_S = 195.0
_FIRST_LOOK_S = 5.0


def app() -> Starlette:
    """The application by the environment; the process ends with the reason if it cannot be."""
    logs.set_up()
    return start(os.environ)


def start(environment: Mapping[str, str]) -> Starlette:
    """The same with another environment. Raises SystemExit."""
    try:
        config = Config.of(environment)
        if not os.path.isdir(config.tenants):
            raise ConfigError("CONTENT_TENANTS is no folder")
        lock = Lock(config.ledger)
        ledger = Ledger(config.ledger, SystemClock())
        ledger.probe()
    except ConfigError as e:
        raise SystemExit(f"content does not start: {e}") from None
    except (LockedError, LedgerError) as e:
        raise SystemExit(f"content does not start: CONTENT_LEDGER: {e}") from None
    return create(config, ledger, SystemClock(), lock=lock)


def create(
    config: Config,
    ledger: Ledger,
    clock: Clock,
    *,
    lock: Lock | None = None,
    resolver: AbstractResolver | None = None,
) -> Starlette:
    """The application; ``resolver`` finds all other servers, in tests."""

    @contextlib.asynccontextmanager
    async def lifespan(running: Starlette) -> AsyncIterator[None]:
        # Three clients, so that one kind of server that hangs leaves connections to the others.
        async with (
            outbound.Asker(resolver) as provider,
            outbound.Asker(resolver) as model,
            outbound.Asker(resolver) as sites,
        ):
            service = _service(config, ledger, clock, provider, model, sites)
            running.state.service = service
            keeper = asyncio.create_task(service.keep())
            # Sites that do not answer must not keep the others waiting.
            await service.looked(_FIRST_LOOK_S)
            try:
                yield
            finally:
                keeper.cancel()
                await service.finish(_FINISH_S)
                ledger.close()
                if lock:
                    lock.release()

    return Starlette(
        lifespan=lifespan,
        routes=[
            Route("/v1/chat/completions", _completions, methods=["POST"]),
            Route("/v1/models", _models),
            Route("/metrics", _metrics),
            Route("/healthz", _health),
        ],
        exception_handlers={404: _nothing_here, 405: _nothing_here},
    )


def _service(
    config: Config,
    ledger: Ledger,
    clock: Clock,
    provider: outbound.Asker,
    model: outbound.Asker,
    sites: outbound.Asker,
) -> Service:
    folder = TenantFolder(config.tenants, config.shared, clock)
    wordpress = WordPress(sites, config.bots)

    workflows = Workflows(
        ledger,
        Writer(Model(model, config.model_url, config.model, config.model_key_file)),
        wordpress,
        RateLimit(config.rate_per_minute, config.parallel_per_tenant, clock),
        folder.current,
    )
    verifier = Verifier(provider, folder.client, clock, config.groups_fresh_s)
    return Service(folder, verifier, ledger, wordpress, workflows, clock)


async def _completions(http: Request) -> Response:
    service: Service = http.app.state.service
    return await service.answer(http)


async def _models(http: Request) -> Response:
    return protocol.models()


async def _metrics(http: Request) -> Response:
    service: Service = http.app.state.service
    try:
        return PlainTextResponse(await service.exposition(), media_type=metrics.CONTENT_TYPE)
    except LedgerError:
        return PlainTextResponse("the ledger cannot be read\n", 503)


async def _health(http: Request) -> Response:
    service: Service = http.app.state.service
    try:
        service.check()
    except LedgerError:
        return PlainTextResponse("the ledger cannot be written\n", 503)
    return PlainTextResponse("ok\n")


async def _nothing_here(http: Request, error: Exception) -> Response:
    told = f"There is nothing here. Ask the model {protocol.MODEL} for a chat completion."
    return JSONResponse({"error": {"message": told, "type": "refusal"}}, 404)
