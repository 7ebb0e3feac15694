"""Checks the user's own access token, then asks the provider for the groups of this moment."""

import hashlib
import math
from collections import OrderedDict
from collections.abc import Callable
from typing import Any

import jwt

from . import refusal
from .clock import Clock
from .identity import Identity
from .keys import IssuerKeys, algorithm
from .outbound import Asker, LostError
from .settings import Client
from .text import one_line

LEEWAY_S = 10
"""Seconds that the clocks of provider and service may differ."""

_MOST_TOKEN = 16_384
_MOST_KNOWN = 10_000
_MOST_GROUPS = 10_000
_DEADLINE_S = 10.0
_MOST_BYTES = 1_048_576


class Verifier:
    """From the header of a request to an Identity. Raises IDN101 to IDN104."""

    def __init__(
        self,
        http: Asker,
        client_of: Callable[[str], Client | None],
        clock: Clock,
        fresh_s: float,
    ) -> None:
        """``client_of``: the client of an issuer; ``fresh_s``: seconds that groups are kept."""
        self._http = http
        self._client_of = client_of
        self._clock = clock
        self._fresh_s = fresh_s
        self._keys = IssuerKeys(http, clock)
        self._known: OrderedDict[bytes, tuple[float, str, tuple[str, ...]]] = OrderedDict()

    async def verify(self, authorization: str | None) -> Identity:
        """The person behind ``Authorization: Bearer ...``."""
        scheme, _, token = (authorization or "").partition(" ")
        token = token.strip()
        # An API key, or what the chat itself signs nobody in with, is no token of the provider.
        if scheme.lower() != "bearer" or token.count(".") != 2:
            raise refusal.no_token()
        if len(token) > _MOST_TOKEN:
            raise refusal.bad_token()
        client, subject = await self._claims(token)
        digest = hashlib.sha256(token.encode()).digest()
        known = self._known.get(digest)
        if known is None or self._clock.monotonic() - known[0] >= self._fresh_s:
            name, groups = await self._userinfo(client, token, subject)
            known = (self._clock.monotonic(), name, groups)
            self._keep(digest, known)
        return Identity(subject, known[1], client, known[2])

    def _keep(self, digest: bytes, known: tuple[float, str, tuple[str, ...]]) -> None:
        self._known[digest] = known
        self._known.move_to_end(digest)
        while len(self._known) > _MOST_KNOWN:
            self._known.popitem(last=False)

    async def _claims(self, token: str) -> tuple[Client, str]:
        """The client that the token was made for, and its subject. Raises IDN102 and IDN104."""
        try:
            kid = jwt.get_unverified_header(token).get("kid")
            issuer = jwt.decode(token, options={"verify_signature": False}).get("iss")
        except (jwt.PyJWTError, ValueError, RecursionError):
            raise refusal.bad_token() from None
        client = self._client_of(issuer) if isinstance(issuer, str) else None
        if client is None or not isinstance(kid, str) or not kid:
            raise refusal.bad_token()
        for again in (False, True):
            key = await self._keys.key(client.issuer, kid, again=again)
            if key is None:
                continue
            try:
                claims = jwt.decode(
                    token,
                    key,
                    algorithms=[algorithm(key)],
                    audience=client.audience,
                    issuer=client.issuer,
                    options={
                        "require": ["exp", "iss", "aud", "sub"],
                        # Times are looked at below, by the clock that was handed in.
                        "verify_exp": False,
                        "verify_nbf": False,
                        "verify_iat": False,
                    },
                )
            except jwt.InvalidSignatureError:
                continue
            except (jwt.PyJWTError, ValueError, TypeError, RecursionError):
                break
            return client, self._subject_in_time(claims)
        raise refusal.bad_token()

    def _subject_in_time(self, claims: dict[str, Any]) -> str:
        now = self._clock.now()
        expires, begins, subject = claims["exp"], claims.get("nbf", 0), claims["sub"]
        if not _is_time(expires) or not _is_time(begins):
            raise refusal.bad_token()
        if expires + LEEWAY_S <= now or begins - LEEWAY_S > now:
            raise refusal.bad_token()
        if not isinstance(subject, str) or not 0 < len(subject) <= 255:
            raise refusal.bad_token()
        return subject

    async def _userinfo(
        self, client: Client, token: str, subject: str
    ) -> tuple[str, tuple[str, ...]]:
        """Name and groups as the provider says them now. Raises IDN102, IDN103 and IDN104."""
        # Authentik has one such address for all clients, beside the folder of each client.
        url = client.issuer.rstrip("/").rpartition("/")[0] + "/userinfo/"
        try:
            answer = await self._http.ask(
                "GET",
                url,
                headers={"Authorization": f"Bearer {token}"},
                deadline_s=_DEADLINE_S,
                most_bytes=_MOST_BYTES,
            )
        except LostError:
            raise refusal.provider_away() from None
        if answer.status in (401, 403):
            raise refusal.withdrawn()
        claims = answer.json()
        if answer.status != 200 or not isinstance(claims, dict):
            raise refusal.provider_away()
        if claims.get("sub") != subject:
            raise refusal.bad_token()
        groups = claims.get("groups")
        listed = groups[:_MOST_GROUPS] if isinstance(groups, list) else []
        return _name(claims, subject), tuple(g for g in listed if isinstance(g, str))


def _is_time(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _name(claims: dict[str, Any], subject: str) -> str:
    for claim in ("name", "preferred_username"):
        value = claims.get(claim)
        if isinstance(value, str) and value.strip():
            return one_line(value, 100)
    return subject
