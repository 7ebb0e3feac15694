"""Each row of refusals.txt: exact status, code and text; nothing written, nothing counted."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from .arrangements import TENANT, arranged
from .reply import of_response
from .world import World

OTHERS = ("beta", "globex")


@dataclass(frozen=True)
class Row:
    """A line of the table."""

    case: str
    arranged: str
    who: str
    message: str
    status: int
    code: str
    text: str


def _rows() -> list[Row]:
    lines = Path(__file__).with_name("refusals.txt").read_text(encoding="utf-8").splitlines()
    parts = [
        [p.strip() for p in line.split(" ; ", 6)]
        for line in lines
        if line and not line.startswith("#")
    ]
    rows = [
        Row(case, arrangement, who, message, int(status), code, text)
        for case, arrangement, who, message, status, code, text in parts
    ]
    assert len({r.case for r in rows}) == len(rows)
    return rows


@pytest.fixture(scope="module")
def shared_world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """One service for all rows; each row has users of its own."""
    made = World(tmp_path_factory.mktemp("refusals") / "world", CONTENT_GROUPS_FRESH_SECONDS="0")
    made.tenant("beta")
    made.tenant(
        "globex",
        client={"issuer": made.provider.issuer("openwebui-globex"), "audience": "openwebui-globex"},
    )
    try:
        yield made.start()
    finally:
        made.close()


def _of(
    world: World, name: str, *groups: str, client: str = "platform-openwebui", **claims: Any
) -> str:
    world.provider.add(name, *groups)
    return world.token(name, client, **claims)


def _disabled(world: World, name: str) -> str:
    token = _of(world, name, "tenant-acme-corp-users")
    world.provider.disable(name)
    return token


def _withdrawn(world: World, name: str) -> str:
    token = _of(world, name, "tenant-acme-corp-users")
    world.provider.withdrawn.add(token)
    return token


def _busy(world: World, name: str) -> str:
    token = _of(world, name, "tenant-acme-corp-users")
    for i in range(5):
        assert world.ask(token, f"Post {i} of {name}").posted
    return token


WHO: dict[str, Callable[[World, str], str | None]] = {
    "nobody": lambda world, name: None,
    "key": lambda world, name: world.remembered("sk-0123456789abcdef"),
    "expired": lambda world, name: _of(world, name, "tenant-acme-corp-users", exp=1_000_000_000),
    "user": lambda world, name: _of(world, name, "tenant-acme-corp-users"),
    "viewer": lambda world, name: _of(world, name, "tenant-acme-corp-viewers"),
    "stranger": _of,
    "of beta": lambda world, name: _of(world, name, "tenant-beta-users"),
    "of both": lambda world, name: _of(world, name, "tenant-acme-corp-users", "tenant-beta-admins"),
    "of globex": lambda world, name: _of(world, name, "tenant-globex-users"),
    "acme by globex's chat": lambda world, name: _of(
        world, name, "tenant-acme-corp-users", client="openwebui-globex"
    ),
    "umbrella": lambda world, name: _of(
        world, name, "tenant-acme-corp", "platform-admins", "tenant-nowhere-admins"
    ),
    "disabled": _disabled,
    "withdrawn": _withdrawn,
    "busy user": _busy,
}


def _body(message: str) -> dict[str, Any] | bytes:
    """A chat message; in capitals with brackets, a body of another form."""
    whole: dict[str, dict[str, Any] | bytes] = {
        "OTHER_MODEL()": {"model": "gpt-4", "messages": [{"role": "user", "content": "x"}]},
        "TWO_MEGABYTES()": b'{"model": "content", "messages": [' + b" " * 2_000_000 + b"]}",
        "NO_JSON()": b"\xff\x00{",
        "NUMBER()": b"7",
        "NO_MESSAGES()": {"model": "content", "prompt": "x"},
        "MESSAGES_ARE_TEXT()": {"model": "content", "messages": "x"},
        "DEEP()": b"[" * 200_000,
        "NO_USER()": {
            "model": "content",
            "messages": [{"role": "assistant", "content": "x"}, 7, None],
        },
        "CONTENT_IS_A_NUMBER()": {"model": "content", "messages": [{"role": "user", "content": 7}]},
        "PARTS()": {
            "model": "content",
            "messages": [
                {
                    "role": "user",
                    "content": [
                        {"type": "image_url", "image_url": {"url": "data:"}},
                        {"type": "text", "text": 7},
                    ],
                }
            ],
        },
    }
    texts = {"LONG()": "a long text " * 1667, "LONG_OPTION()": "site: " + "x" * 5000 + "\ntext"}
    if message in whole:
        return whole[message]
    return {
        "model": "content",
        "messages": [{"role": "user", "content": texts.get(message, message.replace("\\n", "\n"))}],
    }


@pytest.mark.parametrize("row", _rows(), ids=lambda r: r.case)
@pytest.mark.parametrize("stream", [False, True], ids=["whole", "stream"])
def test_refusal(shared_world: World, row: Row, stream: bool) -> None:
    world = shared_world
    token = WHO[row.who](world, "user-" + uuid.uuid4().hex[:8])
    body = _body(row.message)
    if isinstance(body, dict):
        body["stream"] = stream
    with arranged(world, row.arranged):
        before, posts = world.service.metrics(), {n: list(s.posts) for n, s in world.sites.items()}
        reply = of_response(world.service.post(body, token))
        after = world.service.metrics()
    text = (
        reply.general.removeprefix("Writing for **Acme Corp** ...\n\n") if stream else reply.general
    )
    assert (reply.status, reply.code, text) == (row.status, row.code.replace("-", ""), row.text)
    assert not reply.posted
    if not row.arranged.startswith("writing"):
        used = f'content_workflow_month_used{{tenant="{TENANT}"}}'
        assert after.samples.get(used) == before.samples.get(used)
        assert {n: s.posts for n, s in world.sites.items()} == posts
