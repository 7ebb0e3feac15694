"""OpenAI's chat completions, as far as Open WebUI speaks them."""

import asyncio
import json
import time
import uuid
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from . import refusal

MODEL = "content"
"""The one model here."""
MOST_BYTES = 1_000_000
"""Size of a request, in bytes."""
ALIVE_S = 10.0
"""Seconds between two signs of life in an answer that takes its time."""

_ARRIVES_S = 30.0
_SIDE_ANSWERS: dict[str, dict[str, Any]] = {
    "title_generation": {"title": "Content"},
    "tags_generation": {"tags": []},
    "follow_up_generation": {"follow_ups": []},
    "query_generation": {"queries": []},
    "emoji_generation": {},
    "autocomplete_generation": {"text": ""},
    "image_prompt_generation": {"prompt": ""},
}


@dataclass(frozen=True)
class Completion:
    """A request, as far as it matters here. ``chat`` and ``message`` are ids, empty if unknown."""

    text: str
    stream: bool
    task: str
    chat: str
    message: str
    authorization: str | None

    def is_side_call(self) -> bool:
        """Whether Open WebUI wants to name, tag or continue a chat: that is no workflow."""
        return bool(self.task) or self.text.startswith("### Task:")

    def side_answer(self) -> str:
        """The smallest answer that Open WebUI takes."""
        return json.dumps(_SIDE_ANSWERS.get(self.task.split(".")[-1].lower(), {}))


async def read(http: Request) -> Completion:
    """The request. Raises REQ201, REQ202 and REQ203."""
    body = _object(await _body(http))
    messages = body.get("messages")
    if not isinstance(messages, list):
        raise refusal.no_completion()
    if body.get("model") != MODEL:
        raise refusal.other_model(MODEL)
    return Completion(
        text=_last_text(messages),
        stream=body.get("stream") is True,
        task=_header(http, "x-content-task"),
        chat=_header(http, "x-content-chat"),
        message=_header(http, "x-content-message"),
        authorization=http.headers.get("authorization"),
    )


def _header(http: Request, name: str) -> str:
    value = http.headers.get(name, "").strip()
    # A placeholder that Open WebUI did not fill would be the same for every message.
    return "" if "{{" in value else value


async def _body(http: Request) -> bytes:
    parts: list[bytes] = []
    size = 0
    length = http.headers.get("content-length", "")
    if length.isdecimal() and len(length) < 20 and int(length) > MOST_BYTES:
        raise refusal.too_large(MOST_BYTES)
    try:
        async with asyncio.timeout(_ARRIVES_S):
            async for part in http.stream():
                size += len(part)
                if size > MOST_BYTES:
                    raise refusal.too_large(MOST_BYTES)
                parts.append(part)
    except TimeoutError:
        raise refusal.no_completion() from None
    return b"".join(parts)


def _object(data: bytes) -> dict[str, Any]:
    try:
        body = json.loads(data)
    except (ValueError, RecursionError):
        raise refusal.no_completion() from None
    if not isinstance(body, dict):
        raise refusal.no_completion()
    return body


def _last_text(messages: list[Any]) -> str:
    """What the user said last; pictures and files are left out."""
    for message in reversed(messages):
        if isinstance(message, dict) and message.get("role") == "user":
            content = message.get("content")
            if isinstance(content, list):
                texts = (p.get("text") for p in content if isinstance(p, dict))
                return "\n".join(t for t in texts if isinstance(t, str))
            return content if isinstance(content, str) else ""
    return ""


def models() -> Response:
    """The list of models: one."""
    model = {"id": MODEL, "object": "model", "created": 0, "owned_by": "platform"}
    return JSONResponse({"object": "list", "data": [model]})


def refused(why: refusal.Refusal) -> Response:
    """A refusal before the answer has begun; Open WebUI shows the message in the chat."""
    error = {"message": why.text(), "code": why.code, "type": "refusal"}
    return JSONResponse({"error": error}, why.status)


def say(asked: Completion, text: str) -> Response:
    """An answer that is there already."""
    if asked.stream:
        return StreamingResponse(_said(text), media_type="text/event-stream")
    answer = _envelope("chat.completion")
    message = {"role": "assistant", "content": text}
    answer["choices"] = [{"index": 0, "message": message, "finish_reason": "stop"}]
    return JSONResponse(answer)


def follow(first: str, work: "asyncio.Future[str]") -> Response:
    """An answer that begins at once and ends when the work has; who leaves does not stop it."""
    return StreamingResponse(_followed(first, work), media_type="text/event-stream")


def _envelope(kind: str) -> dict[str, Any]:
    ident = "chatcmpl-" + uuid.uuid4().hex
    return {"id": ident, "object": kind, "created": int(time.time()), "model": MODEL}


class _Chunks:
    """Pieces of one streamed answer."""

    def __init__(self) -> None:
        self._envelope = _envelope("chat.completion.chunk")

    def text(self, text: str) -> str:
        return self._chunk({"role": "assistant", "content": text}, None)

    def end(self) -> str:
        return self._chunk({}, "stop") + "data: [DONE]\n\n"

    def _chunk(self, delta: dict[str, str], reason: str | None) -> str:
        choice = {"index": 0, "delta": delta, "finish_reason": reason}
        return f"data: {json.dumps({**self._envelope, 'choices': [choice]})}\n\n"


async def _said(text: str) -> AsyncIterator[str]:
    chunks = _Chunks()
    yield chunks.text(text)
    yield chunks.end()


async def _followed(first: str, work: "asyncio.Future[str]") -> AsyncIterator[str]:
    chunks = _Chunks()
    yield chunks.text(first)
    while True:
        await asyncio.wait([work], timeout=ALIVE_S)
        if work.done():
            break
        yield ": still writing\n\n"
    yield chunks.text(work.result())
    yield chunks.end()
