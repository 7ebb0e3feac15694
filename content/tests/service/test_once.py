"""One message becomes one post, counted once, whatever is sent again and whoever leaves."""

from __future__ import annotations

import json
import time
from functools import partial

import httpx
import pytest

from .conftest import Made
from .crowd import at_once, begun, wait_for
from .world import World

IDS = {"X-Content-Chat": "chat-1", "X-Content-Message": "message-1"}


def used(world: World) -> float:
    """What the month's limit has counted."""
    return world.service.metrics()['content_workflow_month_used{tenant="acme-corp"}']


def test_a_message_becomes_one_post(world: World) -> None:
    reply = world.ask(world.user("anna"), "categories: Blog\nHow to mount a shelf", headers=IDS)
    (post,) = world.site.posts
    assert reply.posted
    assert reply.workflow == post["meta"]["tenantsmith_workflow"]
    assert (post["status"], post["categories"], post["tags"], post["host"]) == (
        "draft",
        [2],
        [11],
        "acme-corp.example.com",
    )
    assert "1 of 1000 workflows used this month" in reply.text
    assert used(world) == 1
    assert world.model.calls == 1
    assert world.model.keys == {"sk-model-key-that-no-log-may-hold"}


@pytest.mark.parametrize("stream", [False, True])
def test_an_answer_that_is_asked_for_again_writes_nothing(world: World, stream: bool) -> None:
    anna = world.user("anna")
    first = world.ask(anna, "How to mount a shelf", headers=IDS, stream=stream)
    again = world.ask(anna, "How to mount a shelf", headers=IDS, stream=stream)
    assert first.posted
    assert again.workflow == first.workflow
    assert "Nothing new was written" in again.text
    assert len(world.site.posts) == world.model.calls == used(world) == 1


def test_without_ids_the_same_text_is_one_workflow(world: World) -> None:
    anna = world.user("anna")
    first, again, other = (
        world.ask(anna, t)
        for t in ("How to mount a shelf", "How to mount a shelf", "How to hang a lamp")
    )
    assert first.workflow == again.workflow != other.workflow
    assert len(world.site.posts) == used(world) == 2


def test_the_same_message_twice_at_once_is_one_workflow(world: World) -> None:
    world.model.mode = "hanging"
    anna = world.user("anna")
    asked = [begun(lambda: world.ask(anna, "How to mount a shelf", headers=IDS)) for _ in range(4)]
    wait_for(lambda: world.model.calls == 1 and sum(a.done() for a in asked) == 3)
    world.wake()
    replies = [a.result(30) for a in asked]
    assert sorted(r.posted for r in replies) == [False, False, False, True]
    assert all("worked on already" in r.text for r in replies if not r.posted)
    assert len(world.site.posts) == used(world) == 1


def test_another_user_s_ids_are_no_key_to_a_workflow(world: World) -> None:
    first = world.ask(world.user("anna"), "How to mount a shelf", headers=IDS)
    other = world.ask(world.user("alex"), "Something else entirely", headers=IDS)
    assert other.posted
    assert first.workflow != other.workflow
    assert len(world.site.posts) == 2


@pytest.mark.parametrize(
    ("task", "text"),
    [
        ("title_generation", "Name this chat"),
        ("TASKS.TAGS_GENERATION", "x"),
        ("something_new", "x"),
        ("", "### Task:\nGenerate 1-3 broad tags"),
    ],
)
def test_side_calls_count_nothing(world: World, task: str, text: str) -> None:
    reply = world.ask(world.user("anna"), text, headers={"X-Content-Task": task} | IDS)
    assert reply.status == httpx.codes.OK
    assert reply.text.startswith("{")
    assert world.site.asked == []
    assert world.model.calls == used(world) == 0
    assert world.service.metrics().runs("acme-corp") == {"succeeded": 0, "failed": 0, "refused": 0}


def test_a_failed_message_may_be_sent_again(world: World) -> None:
    anna = world.user("anna")
    world.model.mode = "error"
    assert (
        "nothing was counted" in world.ask(anna, "How to mount a shelf", headers=IDS).text.lower()
    )
    assert used(world) == 0
    world.model.mode = "good"
    assert world.ask(anna, "How to mount a shelf", headers=IDS).posted
    assert used(world) == len(world.site.posts) == 1


@pytest.mark.parametrize("stream", [False, True])
def test_the_work_goes_on_when_the_browser_leaves(world: World, stream: bool) -> None:
    world.model.mode = "hanging"
    anna = world.user("anna")
    body = {
        "model": "content",
        "stream": stream,
        "messages": [{"role": "user", "content": "How to mount a shelf"}],
    }
    with pytest.raises(httpx.ReadTimeout):
        httpx.post(
            f"{world.service.url}/v1/chat/completions",
            headers={"Authorization": f"Bearer {anna}", **IDS},
            json=body,
            timeout=0.3,
        )
    wait_for(lambda: world.model.calls)
    world.wake()
    wait_for(lambda: world.service.metrics().runs("acme-corp")["succeeded"] == 1)
    assert len(world.site.posts) == used(world) == 1
    assert "Nothing new was written" in world.ask(anna, "How to mount a shelf", headers=IDS).text


def test_a_stream_begins_at_once(world: World) -> None:
    world.model.late = 3
    body = {
        "model": "content",
        "stream": True,
        "messages": [{"role": "user", "content": "How to mount a shelf"}],
    }
    headers = {"Authorization": f"Bearer {world.user('anna')}"}
    url, since = f"{world.service.url}/v1/chat/completions", time.monotonic()
    with httpx.stream("POST", url, headers=headers, json=body, timeout=30) as answer:
        assert answer.headers["content-type"].startswith("text/event-stream")
        lines = answer.iter_lines()
        assert "Writing for **Acme Corp**" in next(lines)
        assert time.monotonic() - since < 2
        assert any("[DONE]" in line for line in lines)
    assert len(world.site.posts) == 1


def test_the_trail_of_a_tenant_is_one_line_a_workflow(world: World) -> None:
    anna = world.user("anna")
    replies = [world.ask(anna, t, headers=IDS) for t in ("How to mount a shelf",) * 2]
    replies.append(world.ask(anna, "How to hang a lamp"))
    lines = [json.loads(line) for line in world.service.log.splitlines()]
    trail = [line for line in lines if line.get("audit") == "workflow"]
    assert [line["workflow"] for line in trail] == [replies[0].workflow, replies[2].workflow]
    told = {"audit", "tenant", "workflow", "subject", "role", "client", "kind"}
    assert all(line.keys() == told | {"time", "level", "logger"} for line in trail)
    assert trail[0]["subject"] == world.provider.users["anna"].subject


def test_a_stop_lets_the_work_end(world: World) -> None:
    world.model.late = 1
    asked = begun(
        lambda: world.ask(world.user("anna"), "How to mount a shelf", headers=IDS, stream=True)
    )
    wait_for(lambda: world.model.calls)
    assert world.service.stop() in (0, -15)
    reply = asked.result(30)
    assert reply.posted
    assert reply.ended
    assert len(world.site.posts) == 1
    world.start()
    assert used(world) == 1


def test_a_stop_lets_the_work_end_of_a_browser_that_has_left(world: World) -> None:
    world.model.late = 1
    body = {
        "model": "content",
        "stream": True,
        "messages": [{"role": "user", "content": "How to mount a shelf"}],
    }
    with pytest.raises(httpx.ReadTimeout):
        httpx.post(
            f"{world.service.url}/v1/chat/completions",
            headers={"Authorization": f"Bearer {world.user('anna')}", **IDS},
            json=body,
            timeout=0.4,
        )
    wait_for(lambda: world.model.calls)
    assert world.service.stop() in (0, -15)
    assert len(world.site.posts) == 1
    world.start()
    assert used(world) == 1


def test_twenty_at_once_give_exactly_the_limit(make_world: Made) -> None:
    world = make_world(CONTENT_PARALLEL_PER_TENANT="50")
    world.settings("acme-corp", limits={"workflowsPerMonth": 7})
    world.model.late = 0.2
    world.start()
    replies = at_once(
        lambda t: world.ask(t, f"A post of {t[-9:]}"), [world.user() for _ in range(20)]
    )
    assert sorted((r.status, r.code) for r in replies) == [(200, "")] * 7 + [(429, "LIM101")] * 13
    assert len(world.site.posts) == used(world) == 7
    assert world.service.metrics().runs("acme-corp") == {"succeeded": 7, "failed": 0, "refused": 13}


def test_twenty_at_once_are_two_at_a_time(world: World) -> None:
    world.model.mode = "hanging"
    asked = [
        begun(partial(world.ask, t, f"A post of {t[-9:]}"))
        for t in [world.user() for _ in range(20)]
    ]
    wait_for(lambda: world.model.calls == 2 and sum(a.done() for a in asked) == 18)
    world.wake()
    replies = [a.result(30) for a in asked]
    outcome = sorted((r.status, r.code) for r in replies)
    assert outcome == [(200, "")] * 2 + [(429, "LIM103")] * 18
    assert len(world.site.posts) == used(world) == 2
