"""What the service answered, whole or as a stream, in one form."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

import httpx

_DIFFERS = {
    r"\d+ seconds": "<n> seconds",
    r"\d{4}-\d\d-\d\d": "<day>",
    r"127\.0\.0\.1:\d+": "<address>",
}

WORKFLOW = re.compile(r"wf-[0-9a-f]{20}")


@dataclass(frozen=True)
class Reply:
    """Status, code of a refusal, text; of a stream also how often it said that it lives."""

    status: int
    code: str
    text: str
    signs_of_life: int = 0
    ended: bool = True

    @property
    def workflow(self) -> str:
        """The id of the workflow that the text names."""
        found = WORKFLOW.search(self.text)
        return found[0] if found else ""

    @property
    def posted(self) -> bool:
        """Whether a post was written by this very request."""
        return (
            self.status == httpx.codes.OK
            and self.text.count("**") > 1
            and "On https://" in self.text
        )

    @property
    def general(self) -> str:
        """The text without what differs from run to run."""
        text = WORKFLOW.sub("<workflow>", self.text)
        for form, sign in _DIFFERS.items():
            text = re.sub(form, sign, text)
        return text


def of_response(answer: httpx.Response) -> Reply:
    """One answer, read to its end."""
    if answer.headers.get("content-type", "").startswith("text/event-stream"):
        return of_stream(answer.status_code, answer.text)
    if "json" not in answer.headers.get("content-type", ""):
        return Reply(answer.status_code, "", answer.text)
    held = answer.json()
    if "error" in held:
        assert set(held["error"]) == {"message", "code", "type"}, held
        return Reply(answer.status_code, held["error"]["code"], held["error"]["message"])
    assert held["object"] == "chat.completion"
    return Reply(answer.status_code, "", held["choices"][0]["message"]["content"])


def of_stream(status: int, text: str) -> Reply:
    """Events of OpenAI's protocol; lines that begin with a colon are signs of life."""
    parts, alive, ended = [], 0, False
    for line in text.splitlines():
        if line.startswith(":"):
            alive += 1
        elif line == "data: [DONE]":
            ended = True
        elif line.startswith("data: "):
            chunk = json.loads(line.removeprefix("data: "))
            assert chunk["object"] == "chat.completion.chunk"
            parts.append(chunk["choices"][0]["delta"].get("content", ""))
    return Reply(status, "", "".join(parts), alive, ended)
