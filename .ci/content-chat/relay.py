"""Stands between Open WebUI and the content service, passes every byte on at once, and keeps what was asked and answered."""

import contextlib
import json
import socket
import threading
from dataclasses import dataclass, field


@dataclass
class Call:
    """A request as Open WebUI sent it and the bytes of its answer so far."""

    path: str
    headers: dict
    body: bytes
    answer: bytearray = field(default_factory=bytearray)

    @property
    def task(self):
        """What Open WebUI wants besides the chat's own answer: title, tags, follow-ups, ..."""
        return self.headers.get("x-content-task", "")

    @property
    def status(self):
        return int(self.answer.split(b" ", 2)[1])

    @property
    def error(self):
        """The refusal of an answer in one piece."""
        return json.loads(bytes(self.answer).partition(b"\r\n\r\n")[2])["error"]


class Relay:
    """Listens on a port of its own; `calls` are those to the chat."""

    def __init__(self, target):
        self._target, self._all = target, []
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def calls(self):
        return [call for call in list(self._all) if call.path == "/v1/chat/completions"]

    def close(self):
        self._listener.close()

    def _accept(self):
        with contextlib.suppress(OSError):
            while True:
                threading.Thread(target=self._connection, args=(self._listener.accept()[0],), daemon=True).start()

    def _connection(self, client):
        with client, contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self._target)) as service:
            current = []
            answers = threading.Thread(target=self._answers, args=(service, client, current), daemon=True)
            answers.start()
            with client.makefile("rb") as asked:
                while (head := self._head(asked)):
                    path, headers = head[0].split(b" ")[1].decode(), self._fields(head)
                    body = asked.read(int(headers.get("content-length", 0)))
                    current[:] = [Call(path, headers, body)]
                    self._all.append(current[0])
                    service.sendall(b"".join(head) + body)
            # The browser has gone: the service sees it, too.
            service.shutdown(socket.SHUT_RDWR)

    def _answers(self, service, client, current):
        with contextlib.suppress(OSError):
            while (piece := service.recv(65536)):
                current[0].answer += piece
                client.sendall(piece)
            client.shutdown(socket.SHUT_RDWR)

    @staticmethod
    def _head(asked):
        lines = []
        while (line := asked.readline()) not in (b"", b"\r\n"):
            lines.append(line)
        return [*lines, line] if lines and line else []

    @staticmethod
    def _fields(head):
        pairs = (line.decode("latin-1").partition(":") for line in head[1:-1])
        return {name.strip().lower(): value.strip() for name, _, value in pairs}
