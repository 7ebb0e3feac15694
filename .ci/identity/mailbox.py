"""A mail server on the loopback interface that keeps what it is given."""

import email
import email.policy
import re
import socketserver
import threading
import time


class Mailbox:
    """Accepts every mail from everybody."""

    def __init__(self):
        self._mails = []
        mails = self._mails

        class Session(socketserver.StreamRequestHandler):
            """One connection: what RFC 5321 asks of a server that refuses nothing."""

            def handle(self):
                self._say("220 mailbox")
                while line := self.rfile.readline().decode().strip():
                    verb = line.split()[0].upper()
                    if verb == "QUIT":
                        self._say("221 bye")
                        return
                    if verb == "DATA":
                        self._say("354 go on")
                        mails.append(email.message_from_bytes(self._data(), policy=email.policy.default))
                    self._say("250 ok")

            def _say(self, text):
                self.wfile.write(f"{text}\r\n".encode())

            def _data(self):
                lines = []
                while (line := self.rfile.readline()) not in (b".\r\n", b""):
                    lines.append(line[1:] if line.startswith(b"..") else line)
                return b"".join(lines)

        self._server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Session)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def port(self):
        return self._server.server_address[1]

    def to(self, address):
        """The mails to an address so far."""
        return [mail for mail in self._mails if address in mail["To"]]

    def wait(self, address, count=1, seconds=60):
        """The newest mail to an address, once there are so many."""
        end = time.monotonic() + seconds
        while len(self.to(address)) < count:
            if time.monotonic() > end:
                raise AssertionError(f"{len(self.to(address))} of {count} mails to {address} came within {seconds} s")
            time.sleep(0.2)
        return self.to(address)[-1]


def link(mail, path):
    """The first link of a mail to a path."""
    text = mail.get_body(("plain", "html")).get_content().replace("&amp;", "&")
    found = re.search(rf"https?://[^\s\"'<>]*{re.escape(path)}[^\s\"'<>]*", text)
    if not found:
        raise AssertionError(f"the mail has no link to {path}")
    return found.group(0)
