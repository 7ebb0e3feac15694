"""A person's browser: cookies, redirects, and Authentik's flows, which its pages drive by this very interface."""

import http.client
import json
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from urllib.parse import parse_qs, urlencode, urljoin, urlsplit

REDIRECT = "xak-flow-redirect"


@dataclass
class Answer:
    """What came back: of a request, or of a stage of a flow."""

    status: int
    location: str
    text: str
    url: str

    @property
    def data(self):
        return json.loads(self.text)


@dataclass
class Stage:
    """A question of a flow, or the word that ends it."""

    flow: str
    query: str
    data: dict

    @property
    def component(self):
        return self.data["component"]

    @property
    def errors(self):
        return self.data.get("response_errors")


@dataclass
class Left:
    """The browser was sent to another host."""

    url: str

    @property
    def parameters(self):
        return {key: values[0] for key, values in parse_qs(urlsplit(self.url).query).items()}


@dataclass
class Browser:
    """One person at one host of Authentik, reached as the gateway reaches it: plain, with the forwarded headers."""

    port: int
    host: str
    address: str = "203.0.113.7"
    cookies: dict = field(default_factory=dict)

    def request(self, method, url, body=None, headers=None):
        """One request, without following anything."""
        parts = urlsplit(url)
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        sent = {"Host": self.host, "X-Forwarded-Proto": "https", "X-Forwarded-For": self.address, "Referer": f"https://{self.host}/",
                "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if "authentik_csrf" in self.cookies:
            sent["X-authentik-CSRF"] = self.cookies["authentik_csrf"]
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request(method, path, body, sent | (headers or {}))
        response = connection.getresponse()
        text = response.read().decode()
        connection.close()
        for value in response.headers.get_all("Set-Cookie", []):
            for name, cookie in SimpleCookie(value).items():
                self.cookies[name] = cookie.value
        return Answer(response.status, response.headers.get("Location"), text, url)

    def api(self, method, path, body=None):
        """One call as a page makes it, or as a client with a token does."""
        text = None if body is None else json.dumps(body)
        return self.request(method, f"/api/v3/{path}", text, {"Content-Type": "application/json"})

    def visit(self, url):
        """Opens an address and goes where it leads: to a Stage, to a page (Answer), or to another host (Left)."""
        for _ in range(20):
            parts = urlsplit(url)
            if parts.netloc and parts.netloc != self.host:
                return Left(url)
            answer = self.request("GET", url)
            if answer.status in (301, 302, 303, 307):
                url = urljoin(url, answer.location)
            elif answer.status == 200 and parts.path.startswith("/if/flow/"):
                stage = self._executor("GET", parts.path.split("/")[3], parts.query)
                if stage.component != REDIRECT:
                    return stage
                url = stage.data["to"]
            else:
                return answer
        raise AssertionError(f"redirected for ever, at last to {url}")

    def answer(self, stage, **values):
        """Answers a question; the same kinds of things come back as from a visit."""
        following = self._executor("POST", stage.flow, stage.query, {"component": stage.component, **values})
        return self.visit(following.data["to"]) if following.component == REDIRECT else following

    def _executor(self, method, flow, query, values=None):
        url = f"/api/v3/flows/executor/{flow}/?{urlencode({'query': query})}"
        body = None if values is None else json.dumps(values)
        answer = self.request(method, url, body, {"Content-Type": "application/json"})
        for _ in range(20):
            if answer.status not in (301, 302, 303):
                break
            answer = self.request("GET", urljoin(url, answer.location))
        if answer.status != 200:
            raise AssertionError(f"{flow} answered {answer.status}: {answer.text[:300]}")
        return Stage(flow, query, answer.data)
