"""A tenant's WordPress, through its REST API, inside the cluster, as the content bot."""

import json
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from . import refusal
from .markup import as_html, from_html
from .outbound import Answer, Asker, LostError
from .settings import Tenant
from .text import one_line
from .writer import Draft

POSTING_S = 30.0
"""Seconds that a post may take to be stored."""
ASKING_S = 10.0
"""Seconds that any other question may take."""

_MOST_BYTES = 4_194_304
_PAGE = 100
_STATES = "publish,pending,draft,future,private,trash"
_FIELDS = "id,status,link,title,meta"
_OF_LINKS = ":/?&=%#+,;@-._~"
_CODE = re.compile(r"[a-z0-9_-]{1,60}")


@dataclass(frozen=True)
class Post:
    """A post as WordPress tells it."""

    id: int
    status: str
    link: str
    title: str


class UncertainError(Exception):
    """The post was sent and it is not known whether it was stored.

    ``slow``: WordPress may still be storing it. ``failure``: what to tell if it was not.
    """

    def __init__(self, failure: refusal.Refusal, *, slow: bool) -> None:
        """The message is the code alone."""
        super().__init__(failure.code)
        self.failure = failure
        self.slow = slow


class WordPress:
    """All sites; each is asked at the address in its tenant's settings and nowhere else."""

    def __init__(self, http: Asker, passwords: str) -> None:
        """``passwords``: a folder with a file ``content-bot-<tenant>``, read at each question."""
        self._http = http
        self._passwords = passwords

    def ready(self, tenant: Tenant) -> None:
        """Raises CNT401 if the bot has no password yet."""
        self._password(tenant)

    async def find(self, tenant: Tenant, workflow: str) -> Post | None:
        """The post that a workflow became, in whatever state it is. Raises CNT401 to CNT404."""
        answer = await self._ask(
            tenant,
            "GET",
            "/wp/v2/posts",
            {
                "tenantsmith_workflow": workflow,
                "status": _STATES,
                # Not to edit: what somebody published, the bot may only read.
                "per_page": 2,
                "_fields": _FIELDS,
            },
        )
        for post in _list(tenant, answer):
            meta = post.get("meta") if isinstance(post, dict) else None
            # A site without the plugin ignores the question and lists what is newest.
            if isinstance(meta, dict) and meta.get("tenantsmith_workflow") == workflow:
                return _post(tenant, answer, post)
        return None

    async def post(self, tenant: Tenant, post: int) -> Post | None:
        """A post by its id; None if it is gone. Raises CNT401 to CNT404."""
        answer = await self._ask(tenant, "GET", f"/wp/v2/posts/{post:d}", {"_fields": _FIELDS})
        if answer.status == 404:
            return None
        if answer.status != 200:
            raise _failed(tenant, answer)
        return _post(tenant, answer, answer.json())

    async def terms(
        self, tenant: Tenant, taxonomy: str, names: Iterable[str]
    ) -> tuple[list[int], list[str]]:
        """Ids of the terms that exist, by exact name, and names of those that do not.

        One question for all of them; a site with more than fits is asked for each of the others.
        Raises CNT401 to CNT404.
        """
        ids: list[int] = []
        missing: list[str] = []
        wanted = list(names)
        most_used = await self._most_used(tenant, taxonomy) if wanted else []
        known = _by_name(most_used)
        for name in wanted:
            hit = known.get(name.casefold())
            if hit is None and len(most_used) >= _PAGE:
                hit = (await self._search(tenant, taxonomy, name)).get(name.casefold())
            if hit is None:
                missing.append(name)
            else:
                ids.append(hit)
        return ids, missing

    async def term_names(self, tenant: Tenant, taxonomy: str) -> list[str]:
        """Names of up to 100 terms, those with most posts first. Raises CNT401 to CNT404."""
        return [
            one_line(from_html(t["name"]), 60)
            for t in await self._most_used(tenant, taxonomy)
            if isinstance(t, dict) and isinstance(t.get("name"), str)
        ]

    async def _most_used(self, tenant: Tenant, taxonomy: str) -> list[Any]:
        order = {"orderby": "count", "order": "desc"}
        return await self._terms(tenant, taxonomy, order)

    async def _search(self, tenant: Tenant, taxonomy: str, name: str) -> dict[str, int]:
        return _by_name(await self._terms(tenant, taxonomy, {"search": name}))

    async def _terms(self, tenant: Tenant, taxonomy: str, by: Mapping[str, str]) -> list[Any]:
        params: dict[str, str | int] = {"per_page": _PAGE, "_fields": "id,name", **by}
        return _list(tenant, await self._ask(tenant, "GET", f"/wp/v2/{taxonomy}", params))

    async def create(
        self,
        tenant: Tenant,
        workflow: str,
        kind: str,
        draft: Draft,
        categories: list[int],
        tags: list[int],
    ) -> Post:
        """Stores a post. Raises CNT401 to CNT404 if surely nothing was stored, else Uncertain."""
        try:
            answer = await self._send(
                tenant,
                "POST",
                "/wp/v2/posts",
                {"_fields": _FIELDS},
                body={
                    "title": as_html(draft.title),
                    "content": draft.content,
                    "excerpt": as_html(draft.excerpt),
                    "status": tenant.status,
                    "categories": categories,
                    "tags": tags,
                    "meta": {
                        "tenantsmith_workflow": workflow,
                        "tenantsmith_kind": kind,
                        "tenantsmith_description": draft.excerpt if tenant.seo else "",
                    },
                },
                deadline_s=POSTING_S,
            )
        except LostError as e:
            away = refusal.site_away(tenant.site)
            if not e.sent:
                raise away from None
            raise UncertainError(away, slow=True) from None
        if answer.status in (401, 403):
            raise refusal.bot_refused(tenant.site)
        if 300 <= answer.status < 500:
            raise _failed(tenant, answer)
        # A plugin that prints a notice breaks the answer, not the post.
        if answer.status != 201:
            # 504 comes from between: who gave up waiting was not WordPress.
            raise UncertainError(_failed(tenant, answer), slow=answer.status == 504)
        try:
            return _post(tenant, answer, answer.json())
        except refusal.Refusal as e:
            raise UncertainError(e, slow=False) from None

    async def _ask(
        self, tenant: Tenant, method: str, route: str, params: Mapping[str, str | int]
    ) -> Answer:
        try:
            answer = await self._send(tenant, method, route, params, body=None, deadline_s=ASKING_S)
        except LostError:
            raise refusal.site_away(tenant.site) from None
        if answer.status in (401, 403) or _is_stranger(answer):
            raise refusal.bot_refused(tenant.site)
        return answer

    async def _send(
        self,
        tenant: Tenant,
        method: str,
        route: str,
        params: Mapping[str, str | int],
        *,
        body: Any,
        deadline_s: float,
    ) -> Answer:
        host = tenant.site.removeprefix("https://")
        return await self._http.ask(
            method,
            tenant.service + "/",
            # This form works with every permalink setting.
            params={"rest_route": route, **params},
            body=body,
            auth=(tenant.user, self._password(tenant)),
            # WordPress takes an application password on https only; the proxy's header says so.
            headers={"Host": host, "X-Forwarded-Host": host, "X-Forwarded-Proto": "https"},
            deadline_s=deadline_s,
            most_bytes=_MOST_BYTES,
        )

    def _password(self, tenant: Tenant) -> str:
        path = os.path.join(self._passwords, f"content-bot-{tenant.id}")
        try:
            with open(path, encoding="utf-8") as file:
                password = json.loads(file.read(10_000))["password"]
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            raise refusal.no_password(tenant.name) from None
        if not isinstance(password, str) or not password:
            raise refusal.no_password(tenant.name)
        return password


def _is_stranger(answer: Answer) -> bool:
    """Whether WordPress took the bot for nobody, as it does with a password that is wrong."""
    document = answer.json() if answer.status == 400 else None
    data = document.get("data") if isinstance(document, dict) else None
    details = data.get("details") if isinstance(data, dict) else None
    status = details.get("status") if isinstance(details, dict) else None
    return isinstance(status, dict) and status.get("code") == "rest_forbidden_status"


def _failed(tenant: Tenant, answer: Answer) -> refusal.Refusal:
    document = answer.json()
    code = document.get("code") if isinstance(document, dict) else None
    known = isinstance(code, str) and _CODE.fullmatch(code)
    return refusal.site_failed(tenant.site, answer.status, str(code) if known else "")


def _list(tenant: Tenant, answer: Answer) -> list[Any]:
    document = answer.json()
    if answer.status != 200 or not isinstance(document, list):
        raise _failed(tenant, answer)
    return document


def _by_name(found: list[Any]) -> dict[str, int]:
    """Ids by folded name; of two that are called alike the first."""
    ids: dict[str, int] = {}
    for term in found:
        if isinstance(term, dict) and isinstance(term.get("name"), str):
            number = term.get("id")
            if isinstance(number, int) and not isinstance(number, bool) and number > 0:
                ids.setdefault(from_html(term["name"]).casefold(), number)
    return ids


def _post(tenant: Tenant, answer: Answer, document: Any) -> Post:
    """The post in an answer; its link is believed if it leads to the tenant's own site."""
    if not isinstance(document, dict):
        raise _failed(tenant, answer)
    number, status = document.get("id"), document.get("status")
    if not isinstance(number, int) or isinstance(number, bool) or not 0 < number < 2**53:
        raise _failed(tenant, answer)
    title, link = document.get("title"), document.get("link")
    raw = title.get("raw", title.get("rendered")) if isinstance(title, dict) else None
    own = isinstance(link, str) and link.startswith(tenant.site + "/") and len(link) < 2_000
    return Post(
        id=number,
        status=status if isinstance(status, str) else "unknown",
        link=quote(str(link), safe=_OF_LINKS) if own else f"{tenant.site}/?p={number}",
        title=one_line(from_html(raw), 200) if isinstance(raw, str) else "",
    )
