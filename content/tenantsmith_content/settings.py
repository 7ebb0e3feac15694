"""Settings of one tenant: a JSON file that the platform renders."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .text import one_line

KINDS = ("blog_post", "article", "tutorial", "faq", "documentation")
"""Content types that the platform knows."""

_TENANT = re.compile(r"[a-z0-9](?:[-a-z0-9]{0,38}[a-z0-9])?")
_HOST = r"[A-Za-z0-9](?:[-.A-Za-z0-9]*[A-Za-z0-9])?(?::[0-9]{1,5})?"
_SITE = re.compile(rf"https://{_HOST}")
_SERVICE = re.compile(rf"https?://{_HOST}")
_ISSUER = re.compile(rf"https://{_HOST}/[-._~/A-Za-z0-9]*/")
_LOOPBACK_ISSUER = re.compile(r"http://127\.0\.0\.1:[0-9]{1,5}/[-._~/A-Za-z0-9]*/")
_USER = re.compile(r"[-._@A-Za-z0-9]{1,60}")
_MOST_WORKFLOWS = 2**53


class SettingsError(ValueError):
    """A settings file that is refused; the message says why and repeats no text of the file."""


@dataclass(frozen=True)
class Client:
    """An OAuth client whose access tokens are accepted; ``tenant`` is empty for the shared one."""

    issuer: str
    audience: str
    tenant: str = ""


@dataclass(frozen=True)
class Tenant:
    """What may be written for a tenant, where, and how much of it."""

    id: str
    name: str
    site: str
    """Origin that the world uses, such as ``https://blog.acme.com``."""
    service: str
    """Origin inside the cluster; the only address of the site that is ever asked."""
    user: str
    auto_publish: bool
    approval: bool
    kinds: tuple[str, ...]
    categories: tuple[str, ...]
    seo: bool
    templates: Mapping[str, str] = field(hash=False)
    month_limit: int | None = None
    """Workflows a month (UTC); None is unlimited."""
    client: Client | None = None
    """The client of the tenant's own Open WebUI, if it has one."""

    @property
    def status(self) -> str:
        """The WordPress status of a new post; approval wins over publishing at once."""
        if self.approval:
            return "pending"
        return "publish" if self.auto_publish else "draft"


def is_issuer(url: str) -> bool:
    """Whether this is an issuer as Authentik writes it; plain http only on loopback, for tests."""
    return bool(_ISSUER.fullmatch(url) or _LOOPBACK_ISSUER.fullmatch(url))


def is_tenant(name: str) -> bool:
    """Whether this can be the id of a tenant."""
    return bool(_TENANT.fullmatch(name))


def parse(file_id: str, text: str) -> Tenant:
    """The settings in a file named ``<file_id>.json``. Raises SettingsError."""
    try:
        values = json.loads(text)
    except ValueError:
        raise SettingsError("it is not JSON") from None
    except RecursionError:
        raise SettingsError("it is nested too deep") from None
    if not isinstance(values, dict):
        raise SettingsError("it is not an object")
    tenant = _text(values, "tenant")
    if tenant != file_id or not is_tenant(tenant):
        raise SettingsError("tenant is not the name of the file")
    return Tenant(
        id=tenant,
        name=one_line(_text(values, "name"), 100) if "name" in values else tenant,
        site=_like(values, "site", _SITE, "an https origin"),
        service=_like(values, "service", _SERVICE, "an origin"),
        user=_like(values, "user", _USER, "the name of a user"),
        auto_publish=_flag(values, "autoPublish"),
        approval=_flag(values, "workflowApproval"),
        kinds=_kinds(values),
        categories=tuple(one_line(c, 200) for c in _texts(values, "defaultCategories")),
        seo=_flag(values, "seoOptimization"),
        templates=_templates(values),
        month_limit=_month_limit(values),
        client=_client(values, tenant),
    )


def _text(values: Mapping[str, Any], name: str) -> str:
    value = values.get(name)
    if not isinstance(value, str) or not value.strip():
        raise SettingsError(f"{name} must be a text that is not empty")
    return value


def _like(values: Mapping[str, Any], name: str, form: re.Pattern[str], what: str) -> str:
    value = _text(values, name)
    if not form.fullmatch(value):
        raise SettingsError(f"{name} must be {what}")
    return value


def _flag(values: Mapping[str, Any], name: str) -> bool:
    value = values.get(name)
    if not isinstance(value, bool):
        raise SettingsError(f"{name} must be true or false")
    return value


def _texts(values: Mapping[str, Any], name: str) -> tuple[str, ...]:
    value = values.get(name)
    if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
        raise SettingsError(f"{name} must be a list of texts")
    return tuple(value)


def _kinds(values: Mapping[str, Any]) -> tuple[str, ...]:
    kinds = _texts(values, "contentTypes")
    if not kinds or any(k not in KINDS for k in kinds):
        raise SettingsError(f"contentTypes must be some of {', '.join(KINDS)}")
    return kinds


def _templates(values: Mapping[str, Any]) -> dict[str, str]:
    value = values.get("customTemplates", {})
    if not isinstance(value, dict) or not all(isinstance(v, str) for v in value.values()):
        raise SettingsError("customTemplates must map names to texts")
    return dict(value)


def _month_limit(values: Mapping[str, Any]) -> int | None:
    limits = values.get("limits", {})
    if not isinstance(limits, dict):
        raise SettingsError("limits must be an object")
    limit = limits.get("workflowsPerMonth")
    if limit is None:
        if "workflowsPerMonth" in limits:
            raise SettingsError("limits.workflowsPerMonth must be a number; unlimited has no key")
        return None
    if not isinstance(limit, int) or isinstance(limit, bool) or not 0 <= limit <= _MOST_WORKFLOWS:
        raise SettingsError("limits.workflowsPerMonth must be a whole number")
    return limit


def _client(values: Mapping[str, Any], tenant: str) -> Client | None:
    if "client" not in values:
        return None
    client = values["client"]
    if not isinstance(client, dict):
        raise SettingsError("client must be an object")
    issuer = _text(client, "issuer")
    if not is_issuer(issuer):
        raise SettingsError("client.issuer must be an https address that ends with a slash")
    return Client(issuer, _text(client, "audience"), tenant)
