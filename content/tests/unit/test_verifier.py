"""Tokens against a provider in memory."""

import asyncio
import base64
import hashlib
import hmac
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from tenantsmith_content.identity import Identity
from tenantsmith_content.keys import usable
from tenantsmith_content.refusal import Refusal
from tenantsmith_content.verifier import Verifier

from .kit import (
    EC_KEY,
    GLOBEX,
    ISSUER,
    NOW,
    RSA_KEY,
    SHARED,
    FakeClock,
    HungUpError,
    Neighbours,
    asking,
    jwk,
    run,
    token,
)

CLIENTS = {SHARED.issuer: SHARED, GLOBEX.issuer: GLOBEX}
OTHER_KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)


@asynccontextmanager
async def verifier(
    neighbours: Neighbours, clock: FakeClock, fresh_s: float = 60
) -> AsyncIterator[Verifier]:
    async with asking(neighbours) as http:
        yield Verifier(http, CLIENTS.get, clock, fresh_s)


async def verified(bearer: str | None, neighbours: Neighbours) -> Identity:
    async with verifier(neighbours, FakeClock()) as checks:
        return await checks.verify(bearer)


def verify(bearer: str | None, **neighbours: Any) -> Identity:
    return run(verified(bearer, Neighbours(**neighbours)))


def code_of(bearer: str | None, **neighbours: Any) -> str:
    with pytest.raises(Refusal) as e:
        verify(bearer, **neighbours)
    return e.value.code


def part(value: Any) -> str:
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


CLAIMS = {"iss": ISSUER, "aud": "platform-openwebui", "sub": "anna", "exp": NOW + 300}


def hs256(secret: bytes) -> str:
    signed = part({"alg": "HS256", "typ": "JWT", "kid": "k1"}) + "." + part(CLAIMS)
    return signed + "." + part(hmac.new(secret, signed.encode(), hashlib.sha256).digest())


def with_claims(bearer: str, **change: Any) -> str:
    head, _, signature = bearer.split(".")
    return f"{head}.{part({**CLAIMS, **change})}.{signature}"


PEM = RSA_KEY.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
DER = RSA_KEY.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)

FORGERIES: dict[str, Callable[[], str]] = {
    "claims replaced": lambda: with_claims(token(), sub="bob"),
    "alg none": lambda: f"{part({'alg': 'none', 'kid': 'k1'})}.{part(CLAIMS)}.",
    "alg None": lambda: f"{part({'alg': 'None', 'kid': 'k1'})}.{part(CLAIMS)}.",
    "HS256 with the public key as PEM": lambda: hs256(PEM),
    "HS256 with the public key as DER": lambda: hs256(DER),
    "HS256 with nothing": lambda: hs256(b""),
    "another key": lambda: token(OTHER_KEY),
    "a key in the token": lambda: (
        f"{part({'alg': 'RS256', 'kid': 'k1', 'jwk': jwk(OTHER_KEY)})}."
        + token(OTHER_KEY).partition(".")[2]
    ),
    "RS512": lambda: token(algorithm="RS512"),
    "PS256": lambda: token(algorithm="PS256"),
    "ES256 for a key of RS256": lambda: token(EC_KEY, algorithm="ES256"),
    "signature cut off": lambda: token().rpartition(".")[0] + ".",
    "another issuer": lambda: token(iss="https://evil.example.com/application/o/x/"),
    "no issuer": lambda: token(iss=None),
    "issuer in a list": lambda: with_claims(token(), iss=[ISSUER]),
    "another audience": lambda: token(aud="wordpress-acme-corp"),
    "no audience": lambda: token(aud=None),
    "audience in an object": lambda: token(aud={"platform-openwebui": 1}),
    "audience of another client": lambda: token(iss=GLOBEX.issuer),
    "expired": lambda: token(exp=NOW - 11),
    "no expiry": lambda: token(exp=None),
    "expiry as a text": lambda: token(exp="2100-01-01"),
    "expiry is true": lambda: token(exp=True),
    "expiry is infinite": lambda: token(exp=float("inf")),
    "not yet": lambda: token(nbf=NOW + 60),
    "no subject": lambda: token(sub=None),
    "empty subject": lambda: token(sub=""),
    "long subject": lambda: token(sub="x" * 300),
    "unknown key": lambda: token(kid="k2"),
    "no key id": lambda: token(kid=None),
    "no JSON": lambda: "a.b.c",
    "dots": lambda: "..",
    "not ASCII": lambda: "\u00e4.\u00f6.\u00fc",
    "nested": lambda: f"{part({'alg': 'RS256', 'kid': 'k1'})}.{part(b'[' * 9_000)}.x",
    "critical": lambda: (
        f"{part({'alg': 'RS256', 'kid': 'k1', 'crit': ['x']})}." + token().partition(".")[2]
    ),
    "too long": lambda: token(x="y" * 20_000),
}


@pytest.mark.parametrize("forge", FORGERIES.values(), ids=FORGERIES.keys())
def test_forgeries_get_one_text(forge: Callable[[], str]) -> None:
    with pytest.raises(Refusal) as e:
        verify(f"Bearer {forge()}")
    assert (e.value.code, e.value.status) == ("IDN102", 401)
    assert e.value.text() == (
        "Your sign-on is not valid or has expired. Sign out and in again, then send the message "
        "again."
    )


@pytest.mark.parametrize(
    "bearer", [None, "", "Bearer", "Bearer ", "Basic YTpi", "Bearer sk-0123", "Bearer none", "x"]
)
def test_no_token(bearer: str | None) -> None:
    assert code_of(bearer) == "IDN101"


def test_a_good_token() -> None:
    found = verify(f"bearer {token()}", groups=["tenant-acme-corp-users", 7, None])
    assert found == Identity("anna", "Anna Acme", SHARED, ("tenant-acme-corp-users",))
    keys = [jwk(EC_KEY, kid="k1")]
    assert verify(f"Bearer {token(EC_KEY, 'ES256')}", keys=keys).client == SHARED
    assert verify(f"Bearer {token(iss=GLOBEX.issuer, aud=[GLOBEX.audience])}").client == GLOBEX
    assert verify(f"Bearer {token(exp=NOW - 5, nbf=NOW + 5, iat=NOW + 9_999)}").subject == "anna"


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (httpx.Response(401), "IDN103"),
        (httpx.Response(403), "IDN103"),
        (httpx.Response(500), "IDN104"),
        (httpx.Response(302, headers={"location": "https://evil.example.com/"}), "IDN104"),
        (httpx.Response(200, text="<html>"), "IDN104"),
        (httpx.Response(200, json=[]), "IDN104"),
        (httpx.Response(200, content=b"x" * 2_000_000), "IDN104"),
        (httpx.Response(200, json={"sub": "bob", "groups": []}), "IDN102"),
        (httpx.Response(200, json={}), "IDN102"),
    ],
)
def test_the_provider_has_the_last_word(answer: httpx.Response, code: str) -> None:
    neighbours = Neighbours()

    def provider(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/application/o/userinfo/":
            return answer
        return neighbours.provider(request)

    assert code_of(f"Bearer {token()}", before={"auth.example.com": provider}) == code


@pytest.mark.parametrize(
    "groups", [None, "tenant-acme-corp-admins", {"tenant-acme-corp-admins": 1}]
)
def test_groups_that_are_no_list_are_none(groups: Any) -> None:
    assert verify(f"Bearer {token()}", groups=groups).groups == ()


@pytest.mark.parametrize(
    ("claims", "name"),
    [
        ({"name": " A\u202e\nB "}, "A B"),
        ({"name": 7, "preferred_username": "anna"}, "anna"),
        ({"name": ""}, "anna-sub"),
    ],
)
def test_names(claims: dict[str, Any], name: str) -> None:
    def provider(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/jwks/"):
            return httpx.Response(200, json={"keys": [jwk(RSA_KEY, kid="k1")]})
        return httpx.Response(200, json={"sub": "anna-sub", "groups": [], **claims})

    found = verify(f"Bearer {token(sub='anna-sub')}", before={"auth.example.com": provider})
    assert found.name == name


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(503),
        httpx.Response(200, text="no"),
        httpx.Response(200, json={"keys": 7}),
        httpx.Response(200, json=[]),
    ],
)
def test_without_keys_nobody_is_let_in(answer: httpx.Response) -> None:
    before: dict[str, Any] = {"auth.example.com": lambda _: answer}
    assert code_of(f"Bearer {token()}", before=before) == "IDN104"


def test_a_provider_that_is_down() -> None:
    def down(_: httpx.Request) -> httpx.Response:
        raise HungUpError

    assert code_of(f"Bearer {token()}", before={"auth.example.com": down}) == "IDN104"


def test_groups_are_asked_for_once_a_minute(clock: FakeClock) -> None:
    async def go() -> None:
        neighbours = Neighbours()
        async with verifier(neighbours, clock) as checks:
            bearer = f"Bearer {token()}"
            await checks.verify(bearer)
            neighbours.groups = []
            clock.move(59)
            assert (await checks.verify(bearer)).groups == ("tenant-acme-corp-users",)
            clock.move(1)
            assert (await checks.verify(bearer)).groups == ()
            assert len(neighbours.of("auth.example.com")) == 3, "keys once, groups twice"

    run(go())


def test_a_token_that_expires_is_not_kept(clock: FakeClock) -> None:
    async def go() -> None:
        async with verifier(Neighbours(), clock, fresh_s=9_999) as checks:
            bearer = f"Bearer {token(exp=NOW + 30)}"
            await checks.verify(bearer)
            clock.move(41)
            with pytest.raises(Refusal, match="IDN102"):
                await checks.verify(bearer)

    run(go())


def test_new_keys_are_found_and_old_ones_asked_for_each_hour(clock: FakeClock) -> None:
    async def go() -> None:
        neighbours = Neighbours()
        async with verifier(neighbours, clock) as checks:

            def asked() -> int:
                return len([r for r in neighbours.asked if r.url.path.endswith("/jwks/")])

            await checks.verify(f"Bearer {token()}")
            neighbours.keys = [jwk(OTHER_KEY, kid="k2")]
            new = f"Bearer {token(OTHER_KEY, kid='k2')}"
            with pytest.raises(Refusal, match="IDN102"):
                await checks.verify(new)
            assert asked() == 1, "not within ten seconds"
            clock.move(10)
            await checks.verify(new)
            assert asked() == 2
            for _ in range(20):
                with pytest.raises(Refusal, match="IDN102"):
                    await checks.verify(f"Bearer {token(RSA_KEY, kid='k2')}")
            assert asked() == 2, "a wrong signature is no way to make the service ask"
            clock.wall += 3_500
            clock.ran += 3_600
            await checks.verify(f"Bearer {token(OTHER_KEY, kid='k2', exp=clock.wall + 1)}")
            assert asked() == 3

    run(go())


def test_many_at_once_ask_for_keys_once(clock: FakeClock) -> None:
    async def go() -> None:
        neighbours = Neighbours()

        async def slow(request: httpx.Request) -> httpx.Response:
            await asyncio.sleep(0.01)
            return neighbours.provider(request)

        neighbours.before["auth.example.com"] = slow
        async with verifier(neighbours, clock) as checks:
            many = [checks.verify(f"Bearer {token(sub=f's{i}')}") for i in range(20)]
            assert len(await asyncio.gather(*many)) == 20
            assert len([r for r in neighbours.asked if r.url.path.endswith("/jwks/")]) == 1

    run(go())


def test_the_token_goes_to_its_issuer_s_server_and_nowhere_else() -> None:
    neighbours = Neighbours()
    run(verified(f"Bearer {token()}", neighbours))
    assert [(str(r.url), "authorization" in r.headers) for r in neighbours.asked] == [
        (ISSUER + "jwks/", False),
        ("https://auth.example.com/application/o/userinfo/", True),
    ]


@pytest.mark.parametrize(
    "entry",
    [
        7,
        {},
        {"kty": "oct", "kid": "k", "k": "c2VjcmV0", "alg": "HS256"},
        {"kty": "oct", "kid": "k", "k": "c2VjcmV0"},
        jwk(RSA_KEY),
        jwk(RSA_KEY, kid=""),
        jwk(RSA_KEY, kid=7),
        jwk(RSA_KEY, kid="k", use="enc"),
        jwk(RSA_KEY, kid="k", alg="HS256"),
        jwk(RSA_KEY, kid="k", n="!"),
        jwk(rsa.generate_private_key(public_exponent=65537, key_size=1024), kid="k"),
        {**jwk(EC_KEY, kid="k"), "crv": "P-999"},
        {"kty": "OKP", "kid": "k", "crv": "Ed25519", "x": "AA"},
    ],
)
def test_keys_that_are_not_used(entry: Any) -> None:
    assert usable([entry]) == {}


def test_a_curve_of_another_size_is_not_used() -> None:
    key = ec.generate_private_key(ec.SECP384R1())
    numbers = key.public_key().public_numbers()
    entry = {
        "kty": "EC",
        "crv": "P-384",
        "kid": "k",
        "x": part(numbers.x.to_bytes(48, "big")),
        "y": part(numbers.y.to_bytes(48, "big")),
    }
    assert usable([entry]) == {}


def test_an_id_of_two_keys_is_nobody_s() -> None:
    keys = usable([jwk(RSA_KEY, kid="k"), jwk(OTHER_KEY, kid="k"), jwk(EC_KEY, kid="e")])
    assert set(keys) == {"e"}


def test_what_is_kept_is_bounded(clock: FakeClock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tenantsmith_content.verifier._MOST_KNOWN", 2)

    async def go() -> None:
        neighbours = Neighbours()
        async with verifier(neighbours, clock) as checks:
            tokens = [f"Bearer {token(sub=s)}" for s in ("a", "b", "c")]
            for bearer in [*tokens, tokens[2], tokens[0]]:
                await checks.verify(bearer)
            assert len(neighbours.of("auth.example.com")) == 1 + 3 + 1

    run(go())
