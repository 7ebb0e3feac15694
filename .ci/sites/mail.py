"""A mail relay that takes everything: STARTTLS or TLS from the start, a user and a password asked for. What it got is kept."""

import base64
import socketserver
import ssl
import threading


class _Session(socketserver.StreamRequestHandler):
    """One client, as far as PHPMailer goes."""

    def setup(self):
        super().setup()
        self._secure = self.server.from_the_start
        if self._secure:
            self._encrypt()

    def _encrypt(self):
        self.request = self.server.context.wrap_socket(self.request, server_side=True)
        self.rfile, self.wfile = self.request.makefile("rb"), self.request.makefile("wb", buffering=0)
        self._secure = True

    def _say(self, text):
        self.wfile.write(text.encode() + b"\r\n")

    def handle(self):
        self._message = {"secure": False, "user": None, "password": None, "to": []}
        self._say("220 relay of the test")
        try:
            while line := self.rfile.readline():
                if not self._command(line.decode(errors="replace").strip()):
                    return
        except (OSError, ssl.SSLError):
            """The client did not like the certificate, or has gone."""

    def _command(self, line):
        word = line.upper().partition(" ")[0]
        if word in ("EHLO", "HELO"):
            self._say("250-relay" if not self._secure else "250-relay\r\n250-AUTH LOGIN PLAIN")
            self._say("250 STARTTLS" if not self._secure else "250 8BITMIME")
        elif word == "STARTTLS":
            self._say("220 go on")
            self._encrypt()
        elif word == "AUTH":
            self._authenticate(line)
        elif word == "MAIL" and not self._message["user"]:
            self._say("530 who are you")
        elif word == "RCPT":
            self._message["to"].append(line.partition("<")[2].partition(">")[0])
            self._say("250 ok")
        elif word == "DATA":
            self._take()
        else:
            self._say("221 bye" if word == "QUIT" else "250 ok")
            return word != "QUIT"
        return True

    def _authenticate(self, line):
        words = line.split()
        if words[1].upper() == "PLAIN":
            given = words[2] if len(words) > 2 else self._ask("")
            _, self._message["user"], self._message["password"] = base64.b64decode(given).decode().split("\0")
        else:
            given = words[2] if len(words) > 2 else self._ask("VXNlcm5hbWU6")
            self._message["user"] = base64.b64decode(given).decode()
            self._message["password"] = base64.b64decode(self._ask("UGFzc3dvcmQ6")).decode()
        self._say("235 welcome")

    def _ask(self, question):
        self._say(f"334 {question}")
        return self.rfile.readline().strip()

    def _take(self):
        self._say("354 go on")
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line)
        self.server.messages.append({**self._message, "secure": self._secure, "text": b"".join(lines).decode(errors="replace")})
        self._message = {**self._message, "to": []}
        self._say("250 taken")


class Relay(socketserver.ThreadingTCPServer):
    """Listens until the process ends."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, address, certificate, from_the_start):
        super().__init__(address, _Session)
        self.messages = []
        self.from_the_start = from_the_start
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(*certificate)
        threading.Thread(target=self.serve_forever, daemon=True).start()
