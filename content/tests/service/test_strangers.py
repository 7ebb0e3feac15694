"""Forgeries get one text; a user who is moved between tenants follows; new keys do too."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Callable
from typing import Any

import httpx
import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

from .conftest import Made
from .stubs.provider import SHARED, Key
from .world import KEY, World

TEXT = (
    "Your sign-on is not valid or has expired. Sign out and in again, then send the message again."
)
EVIL = Key(KEY.kid, Key.made().private)


def _b64(value: Any) -> str:
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _claims(world: World) -> dict[str, Any]:
    """What an administrator of acme-corp's token would say."""
    read: dict[str, Any] = jwt.decode(
        world.user("alex", "tenant-acme-corp-admins"), options={"verify_signature": False}
    )
    return read


def _replaced(world: World) -> str:
    head, body, signature = world.user("bob", "tenant-beta-users").split(".")
    held = jwt.decode(f"{head}.{body}.{signature}", options={"verify_signature": False})
    return f"{head}.{_b64(held | {'groups': ['tenant-acme-corp-admins']})}.{signature}"


def _unsigned(world: World) -> str:
    return f"{_b64({'alg': 'none', 'typ': 'JWT', 'kid': KEY.kid})}.{_b64(_claims(world))}."


def _hmac(secret: bytes) -> Callable[[World], str]:
    def forge(world: World) -> str:
        signed = _b64({"alg": "HS256", "typ": "JWT", "kid": KEY.kid}) + "." + _b64(_claims(world))
        return f"{signed}.{_b64(hmac.new(secret, signed.encode(), hashlib.sha256).digest())}"

    return forge


def _embedded(world: World) -> str:
    """The forger's own key stands in the head of the token."""
    return jwt.encode(
        _claims(world),
        EVIL.private,
        algorithm="RS256",
        headers={"kid": EVIL.kid, "jwk": EVIL.published(), "jku": "http://127.0.0.1:9/jwks"},
    )


def _other_curve(world: World) -> str:
    return jwt.encode(
        _claims(world),
        ec.generate_private_key(ec.SECP256R1()),
        algorithm="ES256",
        headers={"kid": KEY.kid},
    )


PUBLIC = KEY.private.public_key()
PEM = PUBLIC.public_bytes(
    serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
)
FORGERIES: dict[str, Callable[[World], str]] = {
    "claims replaced": _replaced,
    "no signature": _unsigned,
    "HS256 with the public key": _hmac(PEM),
    "HS256 with the published key set": _hmac(json.dumps({"keys": [KEY.published()]}).encode()),
    "a key of the forger's": lambda w: w.token(_known(w), key=EVIL),
    "the forger's key in the head": _embedded,
    "another algorithm's key": _other_curve,
    "an unknown key id": lambda w: w.token(_known(w), key=Key("../../k", EVIL.private)),
    "expired": lambda w: w.token(_known(w), exp=int(time.time()) - 60),
    "another client's": lambda w: w.token(_known(w), "wordpress-acme-corp"),
    "another audience": lambda w: w.token(_known(w), aud="wordpress-acme-corp"),
    "another issuer": lambda w: w.token(
        _known(w), iss="https://evil.example/application/o/platform-openwebui/"
    ),
    "without an end": lambda w: w.token(_known(w), exp=None),
    "without a subject": lambda w: w.token(_known(w), sub=None),
    "a subject that is a number": lambda w: w.token(_known(w), sub=7),
    "somebody else's subject": lambda w: w.token(_known(w), sub="0" * 64),
    "not yet valid": lambda w: w.token(_known(w), nbf=int(time.time()) + 600),
    "two points": lambda w: "..",
    "no text": lambda w: "\xe4\xf6\xfc.\xe4.\xe4",
    "long": lambda w: "a" * 20_000 + ".a.a",
}


def _known(world: World) -> str:
    world.provider.add("anna", "tenant-acme-corp-users")
    return "anna"


@pytest.mark.parametrize("text", ["/usage", "How to mount a shelf"])
def test_forgeries_are_refused_alike(world: World, text: str) -> None:
    for name, forged in FORGERIES.items():
        reply = world.ask(world.remembered(forged(world)), text)
        assert (name, reply.status, reply.code, reply.text) == (name, 401, "IDN102", TEXT)
    assert world.site.asked == []
    assert world.model.calls == 0
    assert "https://evil.example" not in world.service.log


def test_who_a_client_says_it_is_means_nothing(world: World) -> None:
    claimed = {
        "X-OpenWebUI-User-Email": "anna@example.com",
        "X-OpenWebUI-User-Role": "admin",
        "Cookie": "token=anna",
    }
    world.user("anna")
    reply = world.ask(
        None, "/usage", headers=claimed, user={"email": "anna@example.com", "role": "admin"}
    )
    assert (reply.status, reply.code) == (401, "IDN101")


def test_a_user_who_is_moved_follows(world: World) -> None:
    beta, anna = world.tenant("beta"), world.user("anna")
    assert world.ask(anna, "How to mount a shelf").posted
    world.provider.add("anna", "tenant-beta-users")
    time.sleep(1.1)
    assert "Beta" in world.ask(anna, "/usage").text
    assert world.ask(anna, "How to hang a lamp").posted
    assert world.ask(anna, "site: acme-corp\nHow to hang a lamp").code == "IDN202"
    assert (len(world.site.posts), len(beta.posts)) == (1, 1)
    world.provider.add("anna")
    time.sleep(1.1)
    assert world.ask(anna, "/usage").code == "IDN201"
    world.provider.disable("anna")
    time.sleep(1.1)
    assert world.ask(anna, "/usage").code == "IDN103"


def test_groups_are_kept_as_long_as_said_and_for_one_token_only(make_world: Made) -> None:
    world = make_world(CONTENT_GROUPS_FRESH_SECONDS="60").start()
    anna = world.user("anna")
    for _ in range(3):
        assert world.ask(anna, "/usage").status == httpx.codes.OK
    assert world.provider.asked.count("/application/o/userinfo/") == 1
    world.provider.add("anna")
    assert world.ask(anna, "/usage").status == httpx.codes.OK
    assert world.ask(world.token("anna"), "/usage").code == "IDN201"


def test_another_tenant_s_work_is_not_seen(world: World) -> None:
    world.tenant("beta")
    workflow = world.ask(world.user("anna"), "How to mount a shelf").workflow
    bob = world.user("bob", "tenant-beta-users")
    assert world.ask(bob, f"/status {workflow}").code == "REQ108"
    assert workflow not in world.ask(bob, "/list").text
    assert "0 of" in world.ask(bob, "/usage").text


def test_keys_that_are_rotated_are_followed(world: World) -> None:
    anna = world.user("anna")
    assert world.ask(anna, "/usage").status == httpx.codes.OK
    world.provider.rotate()
    new = world.token("anna")
    deadline = time.monotonic() + 15  # the provider is asked for its keys at most every ten seconds
    while world.ask(new, "/usage").status != httpx.codes.OK:
        assert time.monotonic() < deadline
        time.sleep(0.5)
    assert world.ask(anna, "/usage").code in ("IDN102", "IDN103")


def test_unknown_keys_do_not_make_the_provider_busy(world: World) -> None:
    assert world.ask(world.user("anna"), "/usage").status == httpx.codes.OK
    before = len(world.provider.asked)
    for i in range(50):
        assert (
            world.ask(world.token("anna", key=Key(f"unknown-{i}", EVIL.private)), "/usage").code
            == "IDN102"
        )
    assert len(world.provider.asked) - before <= 1


def test_a_dedicated_chat_speaks_for_its_tenant_only(world: World) -> None:
    client = "openwebui-globex"
    globex = world.tenant(
        "globex", client={"issuer": world.provider.issuer(client), "audience": client}
    )
    world.provider.add("gina", "tenant-globex-users", "tenant-acme-corp-users")
    own, shared = world.token("gina", client), world.token("gina", SHARED)
    assert world.ask(own, "How to mount a shelf").posted
    assert len(globex.posts) == 1
    assert world.ask(own, "site: acme-corp\nHow to mount a shelf").code == "IDN202"
    assert world.ask(shared, "How to hang a lamp").posted
    assert len(world.site.posts) == 1
    assert world.ask(shared, "site: globex\nHow to hang a lamp").code == "IDN202"


def test_what_takes_no_input(world: World) -> None:
    assert [m["id"] for m in world.service.get("/v1/models").json()["data"]] == ["content"]
    for path in (
        "/docs",
        "/admin",
        "/v1/completions",
        "/openapi.json",
        "/v1/chat/completions/../../admin",
    ):
        assert world.service.get(path).status_code == httpx.codes.NOT_FOUND
    assert world.service.get("/v1/chat/completions").status_code == httpx.codes.NOT_FOUND
    assert "server" not in world.service.get("/healthz").headers
