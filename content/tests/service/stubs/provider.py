"""A sign-on provider with Authentik's paths and claims.

`python -m service.stubs.provider --port 19000 --users users.json`. Access tokens are real and
signed; `userinfo` tells the groups of this moment; keys are rotated, tokens withdrawn, answers
absent.
"""

from __future__ import annotations

import hashlib
import json
import threading
import time
import uuid
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

from .command import parser, serve
from .web import Answer, Asked, of_json

PREFIX = "/application/o"
SHARED = "platform-openwebui"


@dataclass(frozen=True)
class User:
    """Somebody who signs in."""

    name: str
    groups: tuple[str, ...] = ()
    email: str = ""
    disabled: bool = False

    @classmethod
    def of(cls, name: str, told: dict[str, Any]) -> User:
        """As a file or another process tells of a user."""
        return cls(
            name,
            tuple(told.get("groups", ())),
            told.get("email") or f"{name}@example.com",
            bool(told.get("disabled")),
        )

    @property
    def subject(self) -> str:
        """What `sub` says of this user."""
        return hashlib.sha256(self.name.encode()).hexdigest()


@dataclass
class Key:
    """A key of the provider with its id."""

    kid: str
    private: rsa.RSAPrivateKey

    @classmethod
    def made(cls) -> Key:
        """A new one."""
        return cls(
            "k-" + uuid.uuid4().hex[:8],
            rsa.generate_private_key(public_exponent=65537, key_size=2048),
        )

    def published(self) -> dict[str, Any]:
        """What everybody may know of it."""
        shown: dict[str, Any] = jwt.algorithms.RSAAlgorithm.to_jwk(
            self.private.public_key(), as_dict=True
        )
        return {**shown, "kid": self.kid, "alg": "RS256", "use": "sig"}


@dataclass
class Provider:
    """The stub and all that a test may change of it.

    `mode` is good, down (503), hanging, garbage or redirect.
    """

    url: str
    users: dict[str, User] = field(default_factory=dict)
    keys: list[Key] = field(default_factory=lambda: [Key.made()])
    mode: str = "good"
    lifetime: int = 600
    rotates_refresh: bool = True
    withdrawn: set[str] = field(default_factory=set)
    asked: list[str] = field(default_factory=list)
    codes: dict[str, Grant] = field(default_factory=dict)
    refresh: dict[str, Grant] = field(default_factory=dict)
    woken: threading.Event = field(default_factory=threading.Event)

    def issuer(self, client: str = SHARED) -> str:
        """The issuer of a client, as Authentik names it."""
        return f"{self.url}{PREFIX}/{client}/"

    def add(self, name: str, *groups: str) -> User:
        """A user in these groups, new or changed."""
        self.users[name] = User(name, groups, f"{name}@example.com")
        return self.users[name]

    def disable(self, name: str) -> None:
        """The user may sign in no more, and all tokens are withdrawn."""
        self.users[name] = replace(self.users[name], disabled=True)

    def rotate(self) -> None:
        """From now on another key signs and the old one is no longer published."""
        self.keys = [Key.made()]

    def token(
        self, user: str, client: str = SHARED, *, key: Key | None = None, **claims: Any
    ) -> str:
        """An access token of a user for a client; `claims` replace or, with None, remove."""
        now, signer = int(time.time()), key or self.keys[0]
        held: dict[str, Any] = {
            "iss": self.issuer(client),
            "aud": client,
            "azp": client,
            "iat": now,
            "exp": now + self.lifetime,
            "uid": uuid.uuid4().hex,
        }
        held |= self._claims(self.users[user], client) | claims
        return jwt.encode(
            {k: v for k, v in held.items() if v is not None},
            signer.private,
            algorithm="RS256",
            headers={"kid": signer.kid},
        )

    def answer(self, asked: Asked) -> Answer:
        """One request."""
        if asked.path == "/_control":
            return self._controlled(asked)
        self.asked.append(asked.path)
        if self.mode == "hanging":
            self.woken.wait(600)
        if self.mode == "down":
            return Answer(503, b"no server")
        if self.mode == "garbage":
            return Answer(200, b"<html>maintenance</html>", {"Content-Type": "text/html"})
        if self.mode == "redirect":
            return Answer(302, b"", {"Location": "http://127.0.0.1:9/"})
        return self._route(asked)

    def _route(self, asked: Asked) -> Answer:
        path = asked.path.removeprefix(PREFIX)
        if path.endswith("/.well-known/openid-configuration"):
            return of_json(self._discovery(path.split("/")[1]))
        if path.endswith("/jwks/"):
            return of_json({"keys": [k.published() for k in self.keys]})
        routes = {
            "/authorize/": self._authorize,
            "/token/": self._token,
            "/userinfo/": self._userinfo,
        }
        return routes[path](asked) if path in routes else Answer(404)

    def _discovery(self, client: str) -> dict[str, Any]:
        at = self.url + PREFIX
        return {
            "issuer": self.issuer(client),
            "authorization_endpoint": f"{at}/authorize/",
            "token_endpoint": f"{at}/token/",
            "userinfo_endpoint": f"{at}/userinfo/",
            "jwks_uri": f"{at}/{client}/jwks/",
            "response_types_supported": ["code"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "subject_types_supported": ["public"],
            "code_challenge_methods_supported": ["S256"],
            "scopes_supported": ["openid", "email", "profile", "offline_access"],
        }

    def _claims(self, user: User, client: str) -> dict[str, Any]:
        groups = sorted(user.groups)
        if client != SHARED:  # a tenant's own client tells of that tenant's groups only
            groups = [g for g in groups if g.startswith("tenant-" + client.partition("-")[2])]
        return {
            "sub": user.subject,
            "email": user.email,
            "email_verified": True,
            "name": user.name.title(),
            "preferred_username": user.name,
            "groups": groups,
        }

    def _userinfo(self, asked: Asked) -> Answer:
        refused = of_json({"error": "invalid_token"}, 401)
        for key in self.keys:
            try:
                held = jwt.decode(
                    asked.bearer,
                    key.private.public_key(),
                    algorithms=["RS256"],
                    options={"verify_aud": False},
                )
            except jwt.PyJWTError:
                continue
            user = self.users.get(held["preferred_username"])
            if user is None or user.disabled or asked.bearer in self.withdrawn:
                return refused
            return of_json(self._claims(user, held["azp"]))
        return refused

    def _authorize(self, asked: Asked) -> Answer:
        cookies = dict(
            c.strip().partition("=")[::2] for c in asked.headers.get("Cookie", "").split(";")
        )
        user = cookies.get("idp_user") or asked.query.get("login_as", "")
        if user not in self.users:
            return of_json({"error": "who are you"}, 403)
        code = uuid.uuid4().hex
        self.codes[code] = Grant(
            asked.query["client_id"],
            user,
            asked.query.get("nonce", ""),
            asked.query.get("scope", ""),
        )
        return Answer(
            302,
            b"",
            {
                "Location": asked.query["redirect_uri"]
                + "?"
                + urlencode({"code": code, "state": asked.query.get("state", "")})
            },
        )

    def _token(self, asked: Asked) -> Answer:
        form = asked.form()
        held, name = (
            (self.refresh, "refresh_token")
            if form.get("grant_type") == "refresh_token"
            else (self.codes, "code")
        )
        keep = held is self.refresh and not self.rotates_refresh
        grant = held.get(form.get(name, "")) if keep else held.pop(form.get(name, ""), None)
        if grant is None or self.users[grant.user].disabled:
            return of_json({"error": "invalid_grant"}, 400)
        nonce = grant.nonce or None
        given = {
            "access_token": self.token(grant.user, grant.client),
            "id_token": self.token(grant.user, grant.client, nonce=nonce),
            "token_type": "Bearer",
            "expires_in": self.lifetime,
            "scope": grant.scope,
        }
        if "offline_access" in grant.scope:
            given["refresh_token"] = form.get(name) if keep else uuid.uuid4().hex
            self.refresh[str(given["refresh_token"])] = grant
        return of_json(given)

    def _controlled(self, asked: Asked) -> Answer:
        """For tests in another process: any of these fields.

        `{"users": {"anna": {"groups": [...]}}, "mode": "down", "rotate": true,
        "mint": {"user": "anna", "client": "x", "claims": {}}}`
        """
        wanted = asked.json()
        for name, change in wanted.get("users", {}).items():
            self.users[name] = User.of(name, asdict(self.users.get(name, User(name))) | change)
        for name in ("mode", "lifetime", "rotates_refresh"):
            setattr(self, name, wanted.get(name, getattr(self, name)))
        if wanted.get("rotate"):
            self.rotate()
        minted = {}
        if "mint" in wanted:
            mint = wanted["mint"]
            minted = {
                "token": self.token(
                    mint["user"], mint.get("client", SHARED), **mint.get("claims", {})
                )
            }
        return of_json(
            {
                "users": {n: asdict(u) for n, u in self.users.items()},
                "mode": self.mode,
                "asked": len(self.asked),
                **minted,
            }
        )


@dataclass(frozen=True)
class Grant:
    """What a code or a refresh token stands for."""

    client: str
    user: str
    nonce: str
    scope: str


def main() -> None:
    """Serves until it is stopped."""
    options = parser(__doc__)
    options.add_argument(
        "--users",
        help='file: {"anna": {"email": "anna@example.com", "groups": ["tenant-acme-corp-users"]}}',
    )
    given = options.parse_args()
    users = json.loads(Path(given.users).read_text(encoding="utf-8")) if given.users else {}
    serve(given.port, lambda url: Provider(url, {n: User.of(n, u) for n, u in users.items()}))


if __name__ == "__main__":
    main()
