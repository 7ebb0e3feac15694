"""Public keys of the issuers, asked for where the settings say and nowhere else."""

import asyncio
from collections.abc import Iterable
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

from . import refusal
from .clock import Clock
from .outbound import Asker, LostError

Key = RSAPublicKey | EllipticCurvePublicKey

ALGORITHMS = ("RS256", "ES256")
KEPT_S = 3600.0
"""Seconds that a set of keys is used."""
ASKED_AGAIN_S = 10.0
"""An unknown key or a wrong signature asks again at most so often, in seconds."""

_DEADLINE_S = 10.0
_MOST_BYTES = 262_144
_LEAST_RSA_BITS = 2048


class IssuerKeys:
    """Keys of all issuers by key id. Many who ask at once cause one question."""

    def __init__(self, http: Asker, clock: Clock) -> None:
        """Nothing is asked before somebody wants a key."""
        self._http = http
        self._clock = clock
        self._sets: dict[str, tuple[float, dict[str, Key]]] = {}
        self._asking: dict[str, asyncio.Task[dict[str, Key]]] = {}

    async def key(self, issuer: str, kid: str, *, again: bool) -> Key | None:
        """The issuer's key of that id. Raises IDN104 if the issuer does not answer.

        ``again``: what is known did not help, so the issuer is asked again if that is due.
        """
        known = self._sets.get(issuer)
        age = self._clock.monotonic() - known[0] if known else KEPT_S
        if known and age < (ASKED_AGAIN_S if again else KEPT_S):
            return known[1].get(kid)
        asking = self._asking.get(issuer)
        if asking is None:
            asking = asyncio.ensure_future(self._fetch(issuer))
            self._asking[issuer] = asking
            asking.add_done_callback(lambda _: self._asking.pop(issuer, None))
        # Whoever leaves while waiting does not take the answer away from the others.
        keys = await asyncio.shield(asking)
        return keys.get(kid)

    async def _fetch(self, issuer: str) -> dict[str, Key]:
        try:
            answer = await self._http.ask(
                "GET",
                issuer + "jwks/",
                deadline_s=_DEADLINE_S,
                most_bytes=_MOST_BYTES,
            )
        except LostError:
            raise refusal.provider_away() from None
        document = answer.json()
        if answer.status != 200 or not isinstance(document, dict):
            raise refusal.provider_away()
        listed = document.get("keys")
        if not isinstance(listed, list):
            raise refusal.provider_away()
        keys = usable(listed)
        self._sets[issuer] = (self._clock.monotonic(), keys)
        return keys


def usable(listed: Iterable[Any]) -> dict[str, Key]:
    """The public keys for signatures; of an id that two keys have, neither is used."""
    keys: dict[str, Key] = {}
    twice: set[str] = set()
    for entry in listed:
        if not isinstance(entry, dict):
            continue
        kid = entry.get("kid")
        key = _key(entry)
        if not isinstance(kid, str) or not kid or key is None:
            continue
        if kid in keys:
            twice.add(kid)
        keys[kid] = key
    return {kid: key for kid, key in keys.items() if kid not in twice}


def _key(entry: dict[str, Any]) -> Key | None:
    """An RSA key of at least 2048 bits or one on P-256; everything else is no key here."""
    if entry.get("use", "sig") != "sig" or entry.get("alg", "RS256") not in ALGORITHMS:
        return None
    if entry.get("kty") not in ("RSA", "EC"):
        return None
    try:
        key = jwt.PyJWK.from_dict(entry).key
    except (jwt.PyJWTError, ValueError, TypeError, KeyError):
        return None
    if isinstance(key, RSAPublicKey):
        return key if key.key_size >= _LEAST_RSA_BITS else None
    if isinstance(key, EllipticCurvePublicKey):
        return key if isinstance(key.curve, SECP256R1) else None
    return None


def algorithm(key: Key) -> str:
    """The one algorithm that a key is for: the token does not choose it."""
    return "RS256" if isinstance(key, RSAPublicKey) else "ES256"
