"""The language of the chat: what a message asks for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from . import refusal
from .settings import Tenant
from .text import tidy

WRITE = "write"
OPTIONS = ("site", "type", "template", "categories")

_PLAIN = re.compile(r"/?(help|usage|list|status)", re.IGNORECASE)
_STATUS = re.compile(r"(?:/status[ \t]+(\S+)|status[ \t]+(wf-\S+))", re.IGNORECASE)
_UNKNOWN = re.compile(r"/[a-z]+", re.IGNORECASE)
_LONGEST_COMMAND = 100


@dataclass(frozen=True)
class Message:
    """A command with its argument, or ``write`` with a text; options stand before both."""

    command: str
    argument: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    text: str = ""


def parse(text: str) -> Message:
    """What a message says. Raises REQ101 and REQ102."""
    lines = tidy(text).strip().split("\n")
    options: dict[str, str] = {}
    begin = 0
    while begin < len(lines):
        name, colon, value = lines[begin].partition(":")
        name, value = name.strip().lower(), value.strip()
        if not colon or name not in OPTIONS or not value:
            break
        if name in options:
            raise refusal.option_twice(name)
        options[name] = value
        begin += 1
    rest = "\n".join(lines[begin:]).strip()
    if not rest:
        raise refusal.no_text()
    if len(rest) <= _LONGEST_COMMAND:
        if match := _PLAIN.fullmatch(rest):
            return Message(match[1].lower(), options=options)
        if match := _STATUS.fullmatch(rest):
            return Message("status", match[1] or match[2], options)
        if _UNKNOWN.fullmatch(rest):
            raise refusal.no_text()
    return Message(WRITE, options=options, text=rest)


def pick(
    roles: Mapping[str, str], tenants: Mapping[str, Tenant], wanted: str | None
) -> tuple[Tenant, str]:
    """The tenant that a message is for, and the role there. Raises IDN201, IDN202, REQ103."""
    if not roles:
        raise refusal.no_site()
    if wanted is not None:
        if wanted not in roles:
            raise refusal.foreign_site(wanted, roles)
        return tenants[wanted], roles[wanted]
    if len(roles) > 1:
        raise refusal.several_sites(roles)
    only = next(iter(roles))
    return tenants[only], roles[only]


def kind_of(tenant: Tenant, wanted: str | None) -> str:
    """The content type; the tenant's first is its default. Raises REQ104."""
    if wanted is None:
        return tenant.kinds[0]
    kind = wanted.lower().replace(" ", "_").replace("-", "_")
    if kind not in tenant.kinds:
        raise refusal.no_such_kind(tenant.name, wanted, tenant.kinds)
    return kind


def template_of(tenant: Tenant, kind: str, wanted: str | None) -> str | None:
    """The name of the template; one that is named like the type is used unasked. Raises REQ107."""
    if wanted is not None:
        if wanted not in tenant.templates:
            raise refusal.no_such_template(tenant.name, wanted, tenant.templates)
        return wanted
    return kind if kind in tenant.templates else None


def categories_of(wanted: str | None, most: int = 10) -> tuple[str, ...]:
    """Names of categories as asked for, each once; none if nothing is asked. Raises REQ106."""
    names = dict.fromkeys(n for n in (p.strip() for p in (wanted or "").split(",")) if n)
    if len(names) > most:
        raise refusal.too_many_categories(len(names), most)
    return tuple(names)
