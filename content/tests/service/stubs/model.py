"""A language model that speaks OpenAI's protocol: `python -m service.stubs.model --port 19300`.

`POST /_control {"mode": "busy"}` changes how it answers and tells how often it was asked.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from .command import parser, serve
from .web import Answer, Asked, LostAnswerError, of_json

HOSTILE = {
    "title": "Bad <script>alert(1)</script> \u202etitle\u0000",
    "excerpt": 'An <img src=x onerror="steal()"> excerpt',
    "content": '<h2 onclick="x()">Head</h2><script>steal()</script>'
    '<p style="x">Good <a href="javascript:alert(1)">one</a> <a href="https://example.com/">two</a></p>'
    '<iframe src="https://evil.example"></iframe>'
    '<form action="https://evil.example"><input name="password"></form>'
    '<svg onload="x()"><script>y</script></svg>'
    "<style>body{display:none}</style><p>End</p>",
    "tags": ["<b>alpha</b>", 7, None],
}


@dataclass
class Model:
    """The stub.

    `mode`: good, fenced, prose, list, empty, huge, hostile, busy, error, hanging, cut, lost, html;
    `late` seconds pass before each answer; `first_modes` are those of the next answers.
    """

    url: str = ""
    mode: str = "good"
    late: float = 0.0
    first_modes: list[str] = field(default_factory=list)
    bodies: list[dict[str, Any]] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    woken: threading.Event = field(default_factory=threading.Event)
    keeps: bool = True
    calls: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def answer(self, asked: Asked) -> Answer:
        """One request."""
        if asked.path == "/_control":
            for name, value in asked.json().items():
                setattr(self, name, value)
            return of_json(
                {
                    "mode": self.mode,
                    "calls": self.calls,
                    "last": self.bodies[-1] if self.bodies else None,
                }
            )
        if asked.path != "/v1/chat/completions" or asked.method != "POST":
            return of_json({"error": {"message": "no such route"}}, 404)
        body = asked.json()
        # Before the call is seen: who sees it may wake it at once.
        woken = self.woken
        with self._lock:
            self.calls += 1
            mode = self.first_modes.pop(0) if self.first_modes else self.mode
            self.keys.add(asked.bearer)
            if self.keeps:
                self.bodies.append(body)
        time.sleep(self.late)
        if mode == "hanging":
            woken.wait(600)
        return self._in_mode(mode, body)

    def _in_mode(self, mode: str, body: dict[str, Any]) -> Answer:
        if mode == "lost":
            raise LostAnswerError
        if mode == "busy":
            return of_json({"error": {"message": "Rate limit reached"}}, 429)
        if mode == "error":
            return of_json({"error": {"message": "boom"}}, 500)
        if mode == "html":
            return Answer(200, b"<html>gateway</html>", {"Content-Type": "text/html"})
        if mode == "cut":
            whole = _completion(body, _post(body))
            return Answer(whole.status, whole.body, whole.headers, kept=40)
        return _completion(body, _TEXTS.get(mode, _post)(body))


def _post(body: dict[str, Any]) -> str:
    """A good post about the first line of what was asked."""
    about = str(body["messages"][-1]["content"]).strip().splitlines()[0][:80]
    return json.dumps(
        {
            "title": f"About {about}"[:60],
            "excerpt": f"What there is to know about {about[:40]}, told in short sections with "
            "examples, for readers who have little time.",
            "content": f"<h2>Opening</h2><p>This is about {about}.</p>"
            "<h2>More</h2><ul><li>One</li><li>Two</li></ul>",
            "tags": ["alpha", "unheard of"],
        }
    )


_TEXTS: dict[str, Callable[[dict[str, Any]], str]] = {
    "prose": lambda body: "Sure! Here is your post, enjoy.",
    "list": lambda body: "[1, 2]",
    "empty": lambda body: json.dumps({"title": "", "content": "<p></p>"}),
    "huge": lambda body: json.dumps({"title": "Long", "content": "<p>" + "x" * 3_000_000 + "</p>"}),
    "hostile": lambda body: json.dumps(HOSTILE),
    "fenced": lambda body: "```json\n" + _post(body) + "\n```",
}


def _completion(body: dict[str, Any], text: str) -> Answer:
    return of_json(
        {
            "id": "stub",
            "object": "chat.completion",
            "created": int(time.time()),
            "model": body.get("model"),
            "choices": [
                {
                    "index": 0,
                    "finish_reason": "stop",
                    "message": {"role": "assistant", "content": text},
                }
            ],
            "usage": {"prompt_tokens": 10, "completion_tokens": 20, "total_tokens": 30},
        }
    )


def main() -> None:
    """Serves until it is stopped."""
    options = parser(__doc__)
    options.add_argument("--mode", default="good")
    options.add_argument("--late", type=float, default=0.0, help="seconds before each answer")
    given = options.parse_args()
    serve(given.port, lambda url: Model(url, given.mode, given.late))


if __name__ == "__main__":
    main()
