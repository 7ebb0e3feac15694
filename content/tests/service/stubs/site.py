"""A tenant's WordPress as its REST API answers the bot.

`python -m service.stubs.site --port 18181 --password secret`. Application passwords count only
where the proxy says https; a contributor may not publish; posts are found by their mark. Answers
may be late, wrong, redirected, or lost before or after the post is stored.
"""

from __future__ import annotations

import base64
import itertools
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from .command import parser, serve
from .web import Answer, Asked, LostAnswerError, of_json

MARK = "tenantsmith_workflow"
EVERY_STATUS = {"publish", "pending", "draft", "future", "private", "trash"}


def _refusal(status: int, code: str, message: str = "Sorry.") -> Answer:
    return of_json({"code": code, "message": message, "data": {"status": status}}, status)


def _huge() -> Answer:
    return Answer(200, b"[" + b"0," * 3_000_000 + b"0]", {"Content-Type": "text/json"})


def _maintained() -> Answer:
    text = b"<html>Briefly unavailable for scheduled maintenance.</html>"
    return Answer(200, text, {"Content-Type": "text/html"})


# Made when they are wanted: a load asks thousands of times.
_EARLY: dict[str, Callable[[], Answer]] = {
    "redirect": lambda: Answer(301, b"", {"Location": "http://127.0.0.1:9/wp-json/"}),
    "html": _maintained,
    "error": lambda: _refusal(500, "internal_server_error"),
    "forbidden": lambda: _refusal(403, "rest_cannot_create"),
    "huge": _huge,
}


@dataclass
class Site:
    """The stub.

    `faults` maps a method (or "*") to redirect, html, error, forbidden, hanging, dropped, lost or
    cut; `late` maps it to seconds, and "answer" to those that pass when all is done.
    """

    url: str = ""
    password: str = "secret"
    user: str = "content-bot"
    role: str = "author"
    categories: dict[int, str] = field(
        default_factory=lambda: {1: "Uncategorized", 2: "Blog", 3: "Q&amp;A"}
    )
    tags: dict[int, str] = field(default_factory=lambda: {11: "alpha"})
    posts: list[dict[str, Any]] = field(default_factory=list)
    faults: dict[str, str] = field(default_factory=dict)
    late: dict[str, float] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    keeps: bool = True
    on_stored: Callable[[], object] = lambda: None
    woken: threading.Event = field(default_factory=threading.Event)
    _ids: Any = field(default_factory=lambda: itertools.count(101))
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def marked(self, workflow: str) -> list[dict[str, Any]]:
        """Posts that bear the mark of a workflow."""
        return [p for p in self.posts if p["meta"].get(MARK) == workflow]

    def answer(self, asked: Asked) -> Answer:
        """One request."""
        if asked.path == "/_control":
            return self._controlled(asked)
        # Before the request is seen: who sees it may wake it at once.
        woken = self.woken
        if self.keeps:
            self.asked.append(asked)
        time.sleep(self.late.get(asked.method, self.late.get("*", 0)))
        fault = self.faults.get(asked.method, self.faults.get("*", ""))
        if fault == "gateway":
            # Whoever stands between has given up; WordPress has not.
            threading.Timer(5, self._route, [asked]).start()
            return Answer(504, b"<html>Gateway Timeout</html>", {"Content-Type": "text/html"})
        if fault == "hanging":
            woken.wait(600)
        early = self._before(fault)
        if early:
            return early
        answer = self._route(asked)
        time.sleep(self.late.get("answer", 0))
        if fault == "lost":
            raise LostAnswerError
        return (
            Answer(answer.status, answer.body, answer.headers, kept=20)
            if fault == "cut"
            else answer
        )

    def _before(self, fault: str) -> Answer | None:
        if fault == "dropped":
            raise LostAnswerError
        early = _EARLY.get(fault)
        return early() if early else None

    def _route(self, asked: Asked) -> Answer:
        route = asked.query.get("rest_route", "")
        if asked.path != "/":
            return Answer(
                301, b"", {"Location": self.url + "/"}
            )  # plain permalinks know no /wp-json/
        allowed = self._allowed(asked)
        if isinstance(allowed, Answer):
            return allowed
        taxonomy = {"/wp/v2/categories": self.categories, "/wp/v2/tags": self.tags}.get(route)
        if taxonomy is not None and asked.method == "GET":
            return self._terms(asked, taxonomy)
        if route == "/wp/v2/posts":
            return (
                self._create(asked, allowed)
                if asked.method == "POST"
                else self._found(asked, allowed)
            )
        if route.startswith("/wp/v2/posts/"):
            return self._one(asked, allowed, route.rpartition("/")[2])
        return _refusal(404, "rest_no_route")

    def _allowed(self, asked: Asked) -> bool | Answer:
        """Whether the bot asks. A password on plain http is not looked at, as WordPress does it."""
        given = asked.headers.get("Authorization", "")
        if asked.headers.get("X-Forwarded-Proto") != "https" or not given:
            return False
        if given != "Basic " + base64.b64encode(f"{self.user}:{self.password}".encode()).decode():
            return _refusal(
                401,
                "incorrect_password",
                "The provided password is an invalid application password.",
            )
        return True

    def _may_edit(self, post: dict[str, Any]) -> bool:
        """What is published a contributor may read, and no more."""
        return self.role != "contributor" or post["status"] not in ("publish", "private", "future")

    def _terms(self, asked: Asked, taxonomy: dict[int, str]) -> Answer:
        sought = asked.query.get("search", "").replace("&", "&amp;").casefold()
        return of_json(
            [{"id": i, "name": n} for i, n in taxonomy.items() if sought in n.casefold()][
                : int(asked.query.get("per_page", "10"))
            ]
        )

    def _found(self, asked: Asked, allowed: bool) -> Answer:
        wanted = set(asked.query.get("status", "publish").split(","))
        edit = asked.query.get("context") == "edit"
        if not allowed and (wanted != {"publish"} or edit):
            return _refusal(401, "rest_forbidden_context")
        if not wanted <= EVERY_STATUS:
            return _refusal(400, "rest_invalid_param")
        posts = [
            p
            for p in self.posts
            if p["status"] in wanted
            and (self._may_edit(p) or not edit)
            and (MARK not in asked.query or p["meta"].get(MARK) == asked.query[MARK])
        ]
        return of_json(
            posts[::-1][: int(asked.query.get("per_page", "10"))],
            headers={"X-WP-Total": str(len(posts))},
        )

    def _one(self, asked: Asked, allowed: bool, number: str) -> Answer:
        post = next((p for p in self.posts if str(p["id"]) == number), None)
        if post is None:
            return _refusal(404, "rest_post_invalid_id")
        if not allowed and post["status"] != "publish":
            return _refusal(401, "rest_forbidden")
        if asked.query.get("context") == "edit" and not (allowed and self._may_edit(post)):
            return _refusal(403 if allowed else 401, "rest_forbidden_context")
        return of_json(post)

    def _create(self, asked: Asked, allowed: bool) -> Answer:
        if not allowed:
            return _refusal(401, "rest_cannot_create")
        given = asked.json()
        status = given.get("status", "draft")
        if status in ("publish", "private", "future") and self.role == "contributor":
            return _refusal(403, "rest_cannot_publish")
        number = next(self._ids)
        host = asked.headers.get("Host", "")
        post = {
            "id": number,
            "status": status,
            "link": f"https://{host}/?p={number}",
            "meta": given.get("meta", {}),
            "host": host,
        }
        post |= {
            k: {"raw": given.get(k, ""), "rendered": given.get(k, "")}
            for k in ("title", "content", "excerpt")
        }
        post |= {k: given.get(k, []) for k in ("categories", "tags")}
        with self._lock:
            self.posts.append(post)
        self.on_stored()
        return of_json(post, 201)

    def _controlled(self, asked: Asked) -> Answer:
        """For tests in another process: fields to set, and all posts back."""
        for name, value in (asked.json() if asked.body else {}).items():
            setattr(self, name, value)
        return of_json({"posts": self.posts, "asked": len(self.asked)})


def main() -> None:
    """Serves until it is stopped."""
    options = parser(__doc__)
    options.add_argument("--password", default="secret")
    options.add_argument("--role", default="author")
    given = options.parse_args()
    serve(given.port, lambda url: Site(url, given.password, role=given.role))


if __name__ == "__main__":
    main()
