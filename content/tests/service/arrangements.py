"""What may be wrong around a request, by name, as the table of refusals writes it.

Each is undone behind the request.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator

from .crowd import at_once, begun, wait_for
from .world import World

TENANT = "acme-corp"


@contextlib.contextmanager
def arranged(world: World, text: str) -> Iterator[None]:
    """`-`, or some of `name=value` with commas between them."""
    with contextlib.ExitStack() as stack:
        for each in filter(lambda t: t != "-", map(str.strip, text.split(","))):
            name, _, value = each.partition("=")
            stack.enter_context(_ALL[name](world, value))
        yield


@contextlib.contextmanager
def _model(world: World, mode: str) -> Iterator[None]:
    world.model.mode = mode
    yield
    world.model.mode = "good"
    world.wake()


@contextlib.contextmanager
def _provider(world: World, mode: str) -> Iterator[None]:
    world.provider.mode = mode
    yield
    world.provider.mode = "good"
    world.wake()


@contextlib.contextmanager
def _site(world: World, fault: str) -> Iterator[None]:
    """`html` for all requests, `POST:html` for those of one method."""
    method, colon, what = fault.rpartition(":")
    world.site.faults = {method if colon else "*": what}
    yield
    world.site.faults = {}
    world.wake()


@contextlib.contextmanager
def _address(world: World, value: str) -> Iterator[None]:
    """The site's service is somewhere that nobody listens."""
    world.settings(TENANT, service=value)
    yield
    world.settings(TENANT)


@contextlib.contextmanager
def _bot(world: World, value: str) -> Iterator[None]:
    file = world.folder / "bots" / f"content-bot-{TENANT}"
    if value == "absent":
        file.unlink()
    else:
        file.write_text(
            {
                "empty": "",
                "broken": '{"password":',
                "list": "[]",
                "number": '{"password": 7}',
                "wrong": '{"password": "wrong-password"}',
            }[value]
        )
    yield
    world.password(TENANT, world.site.password)


@contextlib.contextmanager
def _role(world: World, value: str) -> Iterator[None]:
    """The bot's role in WordPress; it publishes at once, which a contributor may not."""
    world.site.role = value
    world.settings(TENANT, autoPublish=True)
    yield
    world.site.role = "author"
    world.settings(TENANT)


@contextlib.contextmanager
def _limit(world: World, value: str) -> Iterator[None]:
    world.settings(TENANT, limits={"workflowsPerMonth": int(value)})
    yield
    world.settings(TENANT)


@contextlib.contextmanager
def _settings(world: World, value: str) -> Iterator[None]:
    if value == "gone":
        world.switched_off(TENANT)
    else:
        world.settings_text(
            TENANT, {"broken": '{"tenant":', "foreign": '{"tenant": "beta"}', "list": "[]"}[value]
        )
    yield
    world.settings(TENANT)


@contextlib.contextmanager
def _writing(world: World, value: str) -> Iterator[None]:
    """Others of the tenant have this many workflows under way."""
    world.model.late = 1.0
    tokens = [world.user() for _ in range(int(value))]
    calls = world.model.calls
    others = begun(lambda: at_once(lambda t: world.ask(t, f"Written by {t[-9:]}"), tokens))
    wait_for(lambda: world.model.calls == calls + len(tokens))
    yield
    others.result(30)
    world.model.late = 0.0


_ALL: dict[str, Callable[[World, str], contextlib.AbstractContextManager[None]]] = {
    "model": _model,
    "provider": _provider,
    "site": _site,
    "address": _address,
    "bot": _bot,
    "role": _role,
    "limit": _limit,
    "settings": _settings,
    "writing": _writing,
}
