"""Somebody with a browser: signs in at Open WebUI and writes messages, with the requests and the socket of Open WebUI's own page."""

import asyncio
import threading
import time
import uuid
from dataclasses import dataclass, field

import httpx
import socketio
from claims import check
from processes import await_true


class Gateway(httpx.HTTPTransport):
    """Passes requests for a public host on to a port of this machine, as the gateway would."""

    def __init__(self, hosts):
        super().__init__()
        self._hosts = hosts

    def handle_request(self, request):
        port = self._hosts.get(request.url.host)
        if not port:
            return super().handle_request(request)
        # Another request, since the browser's cookies belong to the address of the one that it made.
        url = request.url.copy_with(scheme="http", host="127.0.0.1", port=port)
        headers = [*request.headers.raw, (b"X-Forwarded-Proto", b"https")]
        return super().handle_request(httpx.Request(request.method, url, headers=headers, stream=request.stream, extensions=request.extensions))


@dataclass
class Turn:
    """A message and what the chat came to show for it."""

    chat: str
    text: str
    asked: str = field(default_factory=lambda: str(uuid.uuid4()))
    answered: str = field(default_factory=lambda: str(uuid.uuid4()))
    parent: str = None
    events: list = field(default_factory=list)
    shown: dict = field(default_factory=dict)

    @property
    def content(self):
        return self.shown.get("content", "")

    @property
    def error(self):
        """The refusal that stands in the place of the answer."""
        return (self.shown.get("error") or {}).get("content", "")

    @property
    def pieces(self):
        """The pieces of the answer as the page got them, one after another."""
        return [e["data"]["delta"] for e in self.events if e["type"] == "response:completion" and "delta" in e["data"]]

    def done(self):
        return any(e["type"] == "chat:message:error" or (e["type"] == "chat:completion" and e["data"].get("done")) for e in self.events)


class Person:
    """A browser of its own, signed in or not."""

    def __init__(self, name, instance):
        self.name, self.instance = name, instance
        self.browser = httpx.Client(transport=Gateway({instance.host: instance.port}), base_url=f"https://{instance.host}",
                                    follow_redirects=True, timeout=60)
        self.browser.cookies.set("idp_user", name, domain="127.0.0.1")
        self._page = None

    def sign_in(self):
        """Through the provider and back; the page then is where the sign-in ended."""
        page = self.browser.get("/oauth/oidc/login")
        token = self.browser.cookies.get("token", domain=self.instance.host)
        if token:
            self.use(token)
        return page

    def use(self, token):
        """From now on the browser is signed in with this token of Open WebUI."""
        if self._page:
            self._page.close()
        self.browser.headers["Authorization"] = f"Bearer {token}"
        self._page = Page(self.instance, token)

    def close(self):
        """The browser goes away."""
        if self._page:
            self._page.close()
            self._page = None
        self.browser.close()

    def models(self):
        return [model["id"] for model in self.browser.get("/api/models").json()["data"]]

    def ask_in_passing(self, text):
        """Writes a message in a temporary chat, which Open WebUI keeps nowhere."""
        turn = self._send(Turn(f"local:{self._page.session}", text))
        await_true(f"the answer to {text[:40]!r} is complete", 60, turn.done)
        return turn

    def ask(self, text, after=None):
        """Writes a message in a new chat, or in the chat of another turn, and waits until everything has come back."""
        return self.wait(self.send(text, after))

    def send(self, text, after=None):
        turn = Turn(after.chat if after else "", text, parent=after.answered if after else None)
        return self._send(turn)

    def regenerate(self, turn):
        """Another answer to the same message, as the button of that name asks for it."""
        return self.wait(self._send(Turn(turn.chat, turn.text, asked=turn.asked, parent=turn.parent)))

    def resume(self, turn):
        """The button that has an answer go on."""
        turn.events.clear()
        return self.wait(self._send(turn, {"assistant_message_id": turn.answered}))

    def stop(self, turn):
        """The button that ends an answer."""
        return self.browser.post(f"/api/tasks/chat/{turn.chat}/stop")

    def _send(self, turn, more=None):
        message = {"id": turn.asked, "parentId": turn.parent, "childrenIds": [], "role": "user", "content": turn.text,
                   "timestamp": int(time.time()), "models": ["content"]}
        body = {"stream": True, "model": "content", "params": {}, "features": {}, "session_id": self._page.session, "id": turn.answered,
                **({"chat_id": turn.chat} if turn.chat else {}), "parent_id": turn.parent, "user_message": message,
                "messages": [{"role": "user", "content": turn.text}],
                "background_tasks": {"follow_up_generation": True, **({} if turn.parent else {"title_generation": True, "tags_generation": True})}}
        answer = self.browser.post("/api/chat/completions", json=body | (more or {}))
        check(answer.status_code == 200, f"Open WebUI does not take the message: {answer.status_code} {answer.text[:300]}")
        turn.chat = answer.json().get("chat_id") or turn.chat
        turn.events = self._page.events(turn.answered)
        return turn

    def wait(self, turn, seconds=60):
        """Until the answer stands in the chat and what Open WebUI does behind it (title, tags, follow-ups) is done."""
        await_true(f"the answer to {turn.text[:40]!r} is complete", seconds, turn.done)
        await_true("Open WebUI has nothing more to do in this chat", seconds, lambda: not self._busy(turn))
        saved = self.browser.get(f"/api/v1/chats/{turn.chat}").json()
        turn.shown = saved["chat"]["history"]["messages"][turn.answered] | {"title": saved["title"]}
        return turn

    def _busy(self, turn):
        return self.browser.get(f"/api/tasks/chat/{turn.chat}").json()["task_ids"]


class Page:
    """The socket of a page, in a thread of its own."""

    def __init__(self, instance, token):
        self._loop = asyncio.new_event_loop()
        threading.Thread(target=self._loop.run_forever, daemon=True).start()
        self._events, self._client = {}, None
        self._do(self._connect(instance, token))

    @property
    def session(self):
        return self._client.get_sid()

    def events(self, message):
        """What has come for a message, and comes."""
        return self._events.setdefault(message, [])

    def close(self):
        self._do(self._client.shutdown())
        self._loop.call_soon_threadsafe(self._loop.stop)

    async def _connect(self, instance, token):
        self._client = socketio.AsyncClient(reconnection=False)
        self._client.on("events", self._keep)
        await self._client.connect(f"http://127.0.0.1:{instance.port}", headers={"Origin": f"https://{instance.host}"}, auth={"token": token},
                                   transports=["websocket"], socketio_path="/ws/socket.io")

    async def _keep(self, event, *_):
        if event.get("message_id"):
            self.events(event["message_id"]).append(event["data"])

    def _do(self, work):
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(30)
