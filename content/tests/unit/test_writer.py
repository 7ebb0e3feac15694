"""From a request to a draft."""

import asyncio
import json
from pathlib import Path
from typing import Any

import httpx
import pytest

from tenantsmith_content.model import Model
from tenantsmith_content.refusal import Refusal
from tenantsmith_content.writer import Draft, Writer, instructions

from .kit import POST, Neighbours, asking, run, tenant


def write(neighbours: Neighbours, key_file: str | None = None, **change: Any) -> Draft:
    async def go() -> Draft:
        async with asking(neighbours) as http:
            model = Model(http, "https://model.example.com/v1/", "m", key_file)
            return await Writer(model, 0.5).write(
                tenant(**change), "tutorial", "release_notes", "How to mount a shelf"
            )

    return run(go())


def test_a_draft() -> None:
    neighbours = Neighbours()
    draft = write(neighbours)
    assert draft == Draft("Shelves", POST["excerpt"], POST["content"], ("diy",), ())
    (request,) = neighbours.asked
    assert str(request.url) == "https://model.example.com/v1/chat/completions"
    body = json.loads(request.content)
    assert body["model"] == "m"
    assert body["messages"][1] == {"role": "user", "content": "How to mount a shelf"}
    assert "authorization" not in request.headers


def test_the_key_is_read_each_time(tmp_path: Path) -> None:
    key = tmp_path / "api-key"
    key.write_text("one\n")
    neighbours = Neighbours()
    write(neighbours, str(key))
    key.write_text("two\n")
    write(neighbours, str(key))
    assert [r.headers["authorization"] for r in neighbours.asked] == ["Bearer one", "Bearer two"]


def test_a_key_that_is_not_there(tmp_path: Path) -> None:
    neighbours = Neighbours()
    with pytest.raises(Refusal, match="CNT302"):
        write(neighbours, str(tmp_path / "api-key"))
    assert not neighbours.asked
    (tmp_path / "api-key").write_text("\u00e4")
    with pytest.raises(Refusal, match="CNT302"):
        write(neighbours, str(tmp_path / "api-key"))


@pytest.mark.parametrize(
    "answer",
    [
        "Sure! Here is your post.",
        "",
        "[]",
        "null",
        "7",
        "[" * 100_000,
        "{",
        {"title": "x"},
        {"content": "x"},
        {"title": 1, "content": "x"},
        {"title": ["x"], "content": "x"},
        {"title": "", "content": "x"},
        {"title": "<script>x</script>", "content": "x"},
        {"title": "x", "content": "<script>x</script>"},
        {"title": "x", "content": "<p></p>"},
        {"title": "x", "content": "y" * 250_000},
        {"title": "x", "content": "<" * 390_000},
        {"title": "x", "content": "y" * 500_000},
    ],
)
def test_an_answer_that_is_no_post_is_asked_for_twice(answer: Any) -> None:
    neighbours = Neighbours(written=[answer])
    with pytest.raises(Refusal, match="CNT301"):
        write_slowly(neighbours)
    assert len(neighbours.asked) == 2


def write_slowly(neighbours: Neighbours) -> Draft:
    async def go() -> Draft:
        async with asking(neighbours) as http:
            model = Model(http, "https://model.example.com/v1", "m", None)
            return await Writer(model, 30).write(tenant(), "faq", None, "x")

    return run(go())


def test_the_second_answer_counts() -> None:
    neighbours = Neighbours(written=["prose", POST])
    assert write(neighbours).title == "Shelves"
    assert "it is not JSON" in json.loads(neighbours.asked[1].content)["messages"][3]["content"]


@pytest.mark.parametrize("fence", ["```json\n{}\n```", "```\n{}\n```", " {} "])
def test_a_fence_around_the_answer(fence: str) -> None:
    text = fence.replace("{}", json.dumps(POST))
    assert write(Neighbours(written=[text])).title == "Shelves"


@pytest.mark.parametrize(
    "document",
    [b"", b"<html>", b"[]", b"{}", b'{"choices":[]}', b'{"choices":[{"message":{"content":[]}}]}'],
)
def test_documents_that_are_no_completion(document: bytes) -> None:
    neighbours = Neighbours(
        before={"model.example.com": lambda _: httpx.Response(200, content=document)}
    )
    with pytest.raises(Refusal, match="CNT301"):
        write(neighbours)


@pytest.mark.parametrize(
    ("status", "code"), [(429, "CNT303"), (500, "CNT302"), (401, "CNT302"), (302, "CNT302")]
)
def test_statuses(status: int, code: str) -> None:
    head = {"location": "https://evil.example.com/"}
    answer = httpx.Response(status, headers=head)
    neighbours = Neighbours(before={"model.example.com": lambda _: answer})
    with pytest.raises(Refusal, match=code):
        write(neighbours)
    assert len(neighbours.asked) == 1


def test_a_model_that_hangs() -> None:
    async def hang(_: httpx.Request) -> httpx.Response:
        await asyncio.sleep(60)
        return httpx.Response(200)

    with pytest.raises(Refusal, match="CNT302"):
        write(Neighbours(before={"model.example.com": hang}))


def test_both_tries_have_one_deadline() -> None:
    async def slow(_: httpx.Request) -> httpx.Response:
        await asyncio.sleep(0.3)
        return httpx.Response(200, json={"choices": [{"message": {"content": "prose"}}]})

    with pytest.raises(Refusal, match="CNT302"):
        write(Neighbours(before={"model.example.com": slow}))


def test_hostile_answers_are_harmless() -> None:
    draft = write(
        Neighbours(
            written=[
                {
                    "title": "Bad <script>alert(1)</script>\u202etitle &lt;b&gt;\n[x]",
                    "excerpt": ["x"],
                    "content": "<h1>T</h1><p onclick=x>ok<script>steal()</script>[gallery]</p>",
                    "tags": ["<b>a</b>", "a", "", 7, "x" * 2_000, *map(str, range(20))],
                    "site": "beta",
                    "status": "publish",
                }
            ]
        )
    )
    assert draft.title == "Bad title \u2039b\u203a [x]"
    assert draft.excerpt == ""
    assert draft.content == "T<p>ok&#91;gallery]</p>"
    assert draft.tags == ("a", "0", "1", "2", "3", "4", "5", "6")
    assert write(Neighbours(written=[{**POST, "tags": {"a": 1}}])).tags == ()


def test_notes() -> None:
    post = {"title": "x" * 70, "excerpt": "short", "content": "<p>y</p>"}
    assert write(Neighbours(written=[post])).notes == (
        "the title has 70 characters, search engines show about 60",
        "the description has 5 characters, 120 to 155 are best",
        "there is no section heading",
    )
    assert write(Neighbours(written=[post]), seoOptimization=False).notes == ()


def test_instructions() -> None:
    own = tenant()
    told = instructions(own, "tutorial", "release_notes")
    assert "Acme Corp" in told
    assert "a tutorial" in told
    assert "Versions first." in told
    assert "search engines" in told
    other = instructions(tenant(seoOptimization=False), "faq", None)
    assert "search engines" not in other
    assert "template" not in other
