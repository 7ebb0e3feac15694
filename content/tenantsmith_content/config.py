"""What the environment says. Everything else comes from files that change while it runs."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from .settings import Client, is_issuer

_NUMBER = re.compile(r"[0-9]{1,6}")


class ConfigError(Exception):
    """A variable is missing or wrong; the message names it and says what it must be."""


@dataclass(frozen=True)
class Config:
    """Paths, addresses and limits of one process."""

    tenants: str
    bots: str
    ledger: str
    shared: Client
    model_url: str
    model: str
    model_key_file: str | None
    rate_per_minute: int
    parallel_per_tenant: int
    groups_fresh_s: int

    @staticmethod
    def of(environment: Mapping[str, str]) -> "Config":
        """The configuration. Raises ConfigError."""
        return Config(
            tenants=_text(environment, "CONTENT_TENANTS"),
            bots=_text(environment, "CONTENT_BOTS"),
            ledger=_text(environment, "CONTENT_LEDGER"),
            shared=Client(_issuer(environment), _text(environment, "CONTENT_AUDIENCE")),
            model_url=_model_url(environment),
            model=_text(environment, "CONTENT_MODEL"),
            model_key_file=environment.get("CONTENT_MODEL_KEY_FILE") or None,
            rate_per_minute=_number(environment, "CONTENT_RATE_PER_MINUTE", 5, least=1),
            parallel_per_tenant=_number(environment, "CONTENT_PARALLEL_PER_TENANT", 2, least=1),
            groups_fresh_s=_number(environment, "CONTENT_GROUPS_FRESH_SECONDS", 60, least=0),
        )


def _text(environment: Mapping[str, str], name: str) -> str:
    value = environment.get(name, "").strip()
    if not value:
        raise ConfigError(f"{name} is missing")
    return value


def _issuer(environment: Mapping[str, str]) -> str:
    value = _text(environment, "CONTENT_ISSUER")
    if not is_issuer(value):
        raise ConfigError("CONTENT_ISSUER must be an https address that ends with a slash")
    return value


def _model_url(environment: Mapping[str, str]) -> str:
    value = _text(environment, "CONTENT_MODEL_URL")
    try:
        parts = urlsplit(value)
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        sound = False
    if not sound or parts.username or parts.password or parts.query or parts.fragment:
        raise ConfigError(
            "CONTENT_MODEL_URL must be an http or https address without credentials, query and "
            "fragment"
        )
    return value


def _number(environment: Mapping[str, str], name: str, otherwise: int, least: int) -> int:
    value = environment.get(name, "").strip() or str(otherwise)
    if not _NUMBER.fullmatch(value) or int(value) < least:
        raise ConfigError(f"{name} must be a whole number of at least {least}")
    return int(value)
