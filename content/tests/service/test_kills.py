"""kill -9 at random moments: never two posts of one message, never a count that is not the posts'.

`CONTENT_KILLS` says how often (100 before a release); `CONTENT_SEED` repeats a run.
"""

from __future__ import annotations

import os
import random
import sqlite3
import time
from collections import Counter
from concurrent.futures import Future
from contextlib import closing
from functools import partial
from typing import Any

import httpx

from .conftest import Made
from .crowd import begun, wait_for
from .reply import Reply
from .test_once import used
from .world import World

KILLS = int(os.environ.get("CONTENT_KILLS", "12"))
SEED = int(os.environ.get("CONTENT_SEED", str(random.SystemRandom().randrange(10**6))))
AT_ONCE = 3
ENOUGH = 50
KILLED_AT_START = 0.3


def _ids(round_: int, message: int) -> dict[str, str]:
    return {"X-Content-Chat": f"chat-{message}", "X-Content-Message": f"message-{round_}-{message}"}


def _sent(world: World, token: str, round_: int, message: int) -> Future[Reply]:
    text = f"Message {message} of round {round_}"
    return begun(lambda: world.ask(token, text, headers=_ids(round_, message), stream=True))


def _by_title(world: World) -> dict[str, int]:
    """How many posts each message became."""
    found: dict[str, int] = {}
    for post in world.site.posts:
        title: Any = post["title"]["raw"]
        found[title] = found.get(title, 0) + 1
    return found


def _stages(world: World, round_began: float) -> Counter[str]:
    """How far the messages of this round had come when the process died."""
    with closing(sqlite3.connect(world.ledger)) as ledger:
        rows = ledger.execute(
            "SELECT state, posting IS NOT NULL FROM workflow WHERE created >= ?", (round_began,)
        ).fetchall()
    found = Counter(f"{state}{' posting' * (state == 'running' and sent)}" for state, sent in rows)
    found["not begun"] = AT_ONCE - len(rows)
    return found


def test_kills_at_random_moments(make_world: Made) -> None:
    chance = random.Random(SEED)
    world = make_world(CONTENT_PARALLEL_PER_TENANT="10", CONTENT_RATE_PER_MINUTE="1000")
    world.settings("acme-corp", limits={"workflowsPerMonth": 10 * KILLS * AT_ONCE})
    world.model.keeps = world.site.keeps = False
    world.provider.lifetime = 86_400
    tokens = [world.user() for _ in range(AT_ONCE)]
    world.start()
    stages: Counter[str] = Counter()
    for round_ in range(KILLS):
        told = f"seed {SEED}, round {round_}"
        world.model.late = chance.uniform(0, 0.15)
        world.site.late = {"POST": chance.uniform(0, 0.2), "answer": chance.uniform(0, 0.1)}
        began = time.time()
        asked = [_sent(world, t, round_, i) for i, t in enumerate(tokens)]
        # Before a row is there is a short while, so some kills are aimed at it.
        time.sleep(chance.uniform(0, chance.choice((0.03, 0.9, 0.9))))
        world.service.kill()
        for future in asked:
            assert future.exception(30) is None or isinstance(future.exception(), httpx.HTTPError)
        stages += _stages(world, began)
        if chance.random() < KILLED_AT_START:
            world.service.launch()
            time.sleep(chance.uniform(0, 1.5))
            world.service.kill()
        world.start()
        _agree(world, told)
        # Their users send the messages again, until each is there: nobody loses one either.
        for i, token in enumerate(tokens):
            wait_for(partial(_is_there, world, token, round_, i), 120)
        assert set(_by_title(world).values()) == {1}, told
        assert len(world.site.posts) == used(world) == AT_ONCE * (round_ + 1), told
    runs = world.service.metrics().runs("acme-corp")
    assert runs["succeeded"] == len(world.site.posts)
    assert runs["refused"] == 0
    print(f"\n{KILLS} kills, seed {SEED}, messages were then: {dict(stages)}")
    if KILLS >= ENOUGH:
        assert min(stages[s] for s in ("not begun", "running", "running posting", "succeeded")) > 0


def _is_there(world: World, token: str, round_: int, message: int) -> bool:
    text = f"Message {message} of round {round_}"
    reply = world.ask(token, text, headers=_ids(round_, message))
    assert reply.status == httpx.codes.OK, reply
    return reply.posted or "has already become" in reply.text


def _agree(world: World, told: str) -> None:
    """What is counted is what is there, as soon as nothing is in doubt any more."""
    wait_for(lambda: used(world) == len(world.site.posts), 120)
    assert all(n == 1 for n in _by_title(world).values()), told
