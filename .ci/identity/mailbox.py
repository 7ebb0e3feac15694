"""A mail server on the loopback interface that asks for STARTTLS and a password, and keeps what it is given."""

import base64
import email
import email.policy
import os
import re
import socketserver
import ssl
import subprocess
import threading
import time

USER, PASSWORD = "relay", "of the relay"


class Mailbox:
    """Takes every mail of whoever knows the password."""

    def __init__(self, folder):
        self.certificate = os.path.join(folder, "mail.crt")
        key = os.path.join(folder, "mail.key")
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
                        "-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", self.certificate],
                       check=True, capture_output=True)
        self.mails = []
        self._server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Session)
        self._server.daemon_threads = True
        self._server.mails = self.mails
        self._server.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._server.tls.load_cert_chain(self.certificate, key)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def port(self):
        return self._server.server_address[1]

    def to(self, address):
        """The mails to an address so far."""
        return [mail for mail in self.mails if address in mail["To"]]

    def wait(self, address, count=1, seconds=90):
        """The newest mail to an address, once there are so many."""
        end = time.monotonic() + seconds
        while len(self.to(address)) < count:
            if time.monotonic() > end:
                raise AssertionError(f"{len(self.to(address))} of {count} mails to {address} came within {seconds} s")
            time.sleep(0.2)
        return self.to(address)[-1]


class Session(socketserver.StreamRequestHandler):
    """One connection: what RFC 5321, 3207 and 4954 ask of a server."""

    def handle(self):
        self.known = False
        self._say("220 mailbox")
        while line := self.rfile.readline().decode().strip():
            verb = line.split()[0].upper()
            if verb == "QUIT":
                self._say("221 bye")
                return
            getattr(self, f"_{verb.lower()}", self._other)(line)

    def _ehlo(self, _):
        secure = isinstance(self.request, ssl.SSLSocket)
        self._say("250-mailbox\r\n250 " + ("AUTH PLAIN" if secure else "STARTTLS"))

    def _starttls(self, _):
        self._say("220 go on")
        self.request = self.server.tls.wrap_socket(self.request, server_side=True)
        self.rfile, self.wfile = self.request.makefile("rb"), self.request.makefile("wb", buffering=0)

    def _auth(self, line):
        said = base64.b64decode(line.split()[-1]).decode().split("\0")[1:]
        self.known = said == [USER, PASSWORD]
        self._say("235 known" if self.known else "535 not known")

    def _mail(self, _):
        self._say("250 ok" if self.known else "530 who are you?")

    def _data(self, _):
        self._say("354 go on")
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line[1:] if line.startswith(b"..") else line)
        self.server.mails.append(email.message_from_bytes(b"".join(lines), policy=email.policy.default))
        self._say("250 ok")

    def _other(self, _):
        self._say("250 ok")

    def _say(self, text):
        self.wfile.write(f"{text}\r\n".encode())


def link(mail, path):
    """The first link of a mail to a path."""
    text = mail.get_body(("plain", "html")).get_content().replace("&amp;", "&")
    found = re.search(rf"https?://[^\s\"'<>]*{re.escape(path)}[^\s\"'<>]*", text)
    if not found:
        raise AssertionError(f"the mail has no link to {path}")
    return found.group(0)
