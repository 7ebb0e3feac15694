"""A person's browser: cookies, TLS as everybody checks it, no redirect followed unless asked."""

import base64
import html
import http.client
import re
import secrets as tokens
import socket
import ssl
import urllib.parse

from sites import network


class Answer:
    def __init__(self, url, response):
        self.url = url
        self.status = response.status
        self.headers = response.headers
        self.body = response.read()

    @property
    def text(self):
        return self.body.decode(errors="replace")

    @property
    def location(self):
        target = self.headers.get("Location")
        return urllib.parse.urljoin(self.url, target) if target else None

    def cookies(self):
        return self.headers.get_all("Set-Cookie") or []

    def field(self, name):
        """The value of a hidden field or of a key in a script."""
        for pattern in (rf'name="{name}"[^>]*value="([^"]*)"', rf'"{name}":"([^"]*)"'):
            if found := re.search(pattern, self.text):
                return html.unescape(found[1])
        return None


class Browser:
    """Asks the gateway, or for hosts of `elsewhere` another address."""

    def __init__(self, certificate, elsewhere=None):
        self._context = ssl.create_default_context(cafile=str(certificate))
        self._elsewhere = elsewhere or {}
        self._cookies = {}

    def get(self, url, **headers):
        return self.ask("GET", url, None, headers)

    def post(self, url, form, **headers):
        return self.ask("POST", url, urllib.parse.urlencode(form).encode(), {"Content-Type": "application/x-www-form-urlencoded", **headers})

    def upload(self, url, form, field, file):
        """A form with a file, as a browser sends it; file is its name, type and content."""
        mark = tokens.token_hex(12)
        parts = [f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode() for name, value in form.items()]
        name, kind, content = file
        parts.append(f'--{mark}\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"\r\nContent-Type: {kind}\r\n\r\n'.encode())
        body = b"".join(parts) + content + f"\r\n--{mark}--\r\n".encode()
        return self.ask("POST", url, body, {"Content-Type": f"multipart/form-data; boundary={mark}"})

    def ask(self, method, url, body, headers):
        address = urllib.parse.urlsplit(url)
        connection = self._connection(address)
        sent = {"User-Agent": "Mozilla/5.0", "Accept": "text/html,*/*", **headers}
        jar = self._cookies.get(address.hostname)
        if jar:
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in jar.items())
        try:
            connection.putrequest(method, address.path + ("?" + address.query if address.query else "") or "/", skip_host=True)
            connection.putheader("Host", address.netloc)
            for name, value in sent.items():
                connection.putheader(name, value)
            if body is not None:
                connection.putheader("Content-Length", str(len(body)))
            connection.endheaders(body)
            answer = Answer(url, connection.getresponse())
        finally:
            connection.close()
        self._keep(address.hostname, answer.cookies())
        return answer

    def follow(self, answer, most=12):
        """The answers of all redirects, the last one last."""
        answers = [answer]
        while answers[-1].location and 300 <= answers[-1].status < 400 and len(answers) <= most:
            answers.append(self.get(answers[-1].location))
        return answers

    def _connection(self, address):
        target = self._elsewhere.get(address.hostname, network.GATEWAY)
        if address.scheme == "http":
            return http.client.HTTPConnection(target[0], 80, timeout=150)
        connection = http.client.HTTPSConnection(target[0], target[1], timeout=150)
        # The certificate is checked for the host of the address, whatever machine answers.
        plain = socket.create_connection(target, 150)
        connection.sock = self._context.wrap_socket(plain, server_hostname=address.hostname)
        return connection

    def _keep(self, host, cookies):
        jar = self._cookies.setdefault(host, {})
        for cookie in cookies:
            name, _, value = cookie.partition(";")[0].strip().partition("=")
            if "max-age=0" in cookie.lower() or "1970" in cookie or not value.strip():
                jar.pop(name, None)
            else:
                jar[name] = value


def basic(user, password):
    return "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()


def plain(method, url_path, address=network.SERVICE, host=None, headers=None, body=None):
    """A request inside the cluster, without the gateway."""
    connection = http.client.HTTPConnection(*address, timeout=60)
    try:
        connection.request(method, url_path, body, {"Host": host or "wordpress", **(headers or {})})
        return Answer(f"http://{host or 'wordpress'}{url_path}", connection.getresponse())
    finally:
        connection.close()
