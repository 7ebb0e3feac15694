"""An OpenID Connect client: the code flow as an application walks it, with the browser of a person."""

import base64
import hashlib
import json
import secrets
from urllib.parse import quote, urlencode

from browser import Left
from scene import check, describe


class Client:
    """A registered application. With a secret it is confidential, else it proves itself by PKCE."""

    def __init__(self, scene, slug, redirect, secret=None):
        self.scene = scene
        self.slug = slug
        self.redirect = redirect
        self.secret = secret
        self._verifier = secrets.token_urlsafe(48)

    def start(self, browser, scope="openid email profile"):
        """Sends a browser to Authentik: it comes to a stage, to a page, or back with a code."""
        challenge = base64.urlsafe_b64encode(hashlib.sha256(self._verifier.encode()).digest()).rstrip(b"=").decode()
        values = {"client_id": self.slug, "redirect_uri": self.redirect, "response_type": "code", "scope": scope, "state": "of-a-test"}
        if not self.secret:
            values |= {"code_challenge": challenge, "code_challenge_method": "S256"}
        return browser.visit(f"/application/o/authorize/?{urlencode(values)}")

    def tokens(self, place):
        """Changes the code of a browser that came back for tokens."""
        check(isinstance(place, Left) and place.url.startswith(self.redirect), f"{self.slug} got no code: {describe(place)}")
        check("code" in place.parameters, f"{self.slug} got no code: {place.url}")
        values = {"grant_type": "authorization_code", "client_id": self.slug, "redirect_uri": self.redirect, "code": place.parameters["code"]}
        values |= {"client_secret": self.secret} if self.secret else {"code_verifier": self._verifier}
        answer = self.scene.browser().request("POST", "/application/o/token/", urlencode(values),
                                              {"Content-Type": "application/x-www-form-urlencoded"})
        check(answer.status == 200, f"{self.slug} got no token: {answer.status} {answer.text[:200]}")
        return answer.data

    def userinfo(self, token):
        return self.scene.browser().request("GET", "/application/o/userinfo/", headers={"Authorization": f"Bearer {token}"})

    def sign_out(self, browser, address, id_token):
        """RP-initiated sign-out with an address to come back to."""
        query = f"id_token_hint={id_token}&post_logout_redirect_uri={quote(address, safe='')}"
        return browser.visit(f"/application/o/{self.slug}/end-session/?{query}")


def claims(token):
    """What a token says. Its signature is not looked at: it came from the token endpoint itself."""
    part = token.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))


def header(token):
    part = token.split(".")[0]
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))
