"""What lies around a site: the Service, the gateway with the rendered routes, and wordpress.org.

All of it is in the tenant's own network namespace, which has nothing but a loopback device and no way out. WordPress downloads from no
loopback, private or documentation address, so what is public in life has addresses there that the Internet keeps for DNS sinks.
"""

import http.client
import http.server
import io
import json
import re
import socket
import socketserver
import ssl
import threading
import urllib.parse
import zipfile

POD = ("127.0.0.1", 8080)
SERVICE = ("127.0.0.1", 80)
CRON = ("127.0.0.1", 8081)
GATEWAY = ("192.31.196.2", 443)
IDENTITY = ("192.31.196.3", 443)
WORDPRESS_ORG = ("192.31.196.4", 443)
MAIL = "192.31.196.5"
PUBLIC = [address for address, _ in (GATEWAY, IDENTITY, WORDPRESS_ORG)] + [MAIL]
_SINGLE = {"connection", "keep-alive", "transfer-encoding", "host", "x-forwarded-for", "x-forwarded-proto"}


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request, client_address):
        """A client that went away is no fault of a server."""


def serve(address, handler, certificate=None):
    """Serves in threads of its own until the process ends."""
    server = _Server(address, handler)
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


class _Relay(socketserver.BaseRequestHandler):
    """A Service: connections to its port become connections to a pod's."""

    def handle(self):
        try:
            pod = socket.create_connection(POD)
        except OSError:
            return
        other = threading.Thread(target=_copy, args=(pod, self.request), daemon=True)
        other.start()
        _copy(self.request, pod)
        other.join()
        pod.close()


def _copy(source, target):
    try:
        while data := source.recv(65536):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        pass


def serve_service(tenant):
    """The Service of the site, if its ports lead where the pod listens; the one for cron is the pod's own."""
    ports = {each["name"]: each["containerPort"] for each in tenant.web()["containers"][0]["ports"]}
    leads = {each["port"]: ports.get(each["targetPort"], each["targetPort"]) for each in tenant.one("Service", "wordpress")["spec"]["ports"]}
    if leads != {SERVICE[1]: POD[1], CRON[1]: CRON[1]}:
        raise LookupError(f"this test knows only a Service from port 80 to 8080 and from 8081 to 8081, not {leads}")
    socketserver.ThreadingTCPServer.allow_reuse_address = True
    server = socketserver.ThreadingTCPServer(SERVICE, _Relay)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()


def _rule(routes, host, method, path):
    """The rule that the Gateway API picks: exact before prefix, longer before shorter, one with a method before one without."""
    best = None
    for route in routes:
        if host not in route["spec"]["hostnames"]:
            continue
        for rule in route["spec"]["rules"]:
            for match in rule.get("matches", [{}]):
                said = match.get("path", {"type": "PathPrefix", "value": "/"})
                prefix = said["value"].rstrip("/")
                fits = path == said["value"] if said["type"] == "Exact" else path == prefix or path.startswith(prefix + "/")
                if fits and match.get("method", method) == method:
                    rank = (said["type"] == "Exact", len(said["value"]), "method" in match)
                    if best is None or rank > best[0]:
                        best = (rank, rule)
    return best[1] if best else None


def gateway(tenant, secure, away):
    """A handler that does what the rendered HTTPRoutes of one of the two ports say; while `away` is set, no pod is ready."""
    routes = [route for route in tenant.all("HTTPRoute") if secure != _plain(route)]

    class Gateway(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _answer(self):
            host = self.headers.get("Host", "").partition(":")[0]
            rule = _rule(routes, host, self.command, urllib.parse.urlsplit(self.path).path)
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            if rule is None:
                return self._send(404, {}, b"no route")
            filters = rule.get("filters", [])
            for each in filters:
                if "requestRedirect" in each:
                    return self._redirect(each["requestRedirect"], host)
            if not any(back["name"] == "wordpress" for back in rule.get("backendRefs", [])):
                return self._send(404 if not rule.get("backendRefs") else 502, {}, b"no site behind this route")
            self._forward(body, [each["responseHeaderModifier"] for each in filters if "responseHeaderModifier" in each])

        do_GET = do_POST = do_HEAD = do_PUT = do_DELETE = do_OPTIONS = do_PATCH = _answer

        def _redirect(self, said, host):
            scheme = said.get("scheme", "https" if secure else "http")
            self._send(said.get("statusCode", 302), {"Location": f"{scheme}://{said.get('hostname', host)}{self.path}"}, b"")

        def _forward(self, body, changes):
            if away.is_set():
                return self._send(503, {}, b"no pod is ready")
            connection = http.client.HTTPConnection(*SERVICE, timeout=150)
            headers = {name: value for name, value in self.headers.items() if name.lower() not in _SINGLE}
            headers |= {"Host": self.headers["Host"], "X-Forwarded-Proto": "https" if secure else "http", "X-Forwarded-For": "198.51.100.7"}
            try:
                connection.request(self.command, self.path, body or None, headers)
                answer = connection.getresponse()
                content = answer.read()
            except (OSError, http.client.HTTPException):
                return self._send(502, {}, b"the site does not answer")
            sent = [(name, value) for name, value in answer.getheaders() if name.lower() not in _SINGLE | {"content-length"}]
            for change in changes:
                sent += [(each["name"], each["value"]) for each in change.get("set", [])]
            self._send(answer.status, sent, content)

        def _send(self, status, headers, content):
            self.send_response_only(status)
            for name, value in dict(headers).items() if isinstance(headers, dict) else headers:
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(content)

        def log_message(self, *arguments):
            """Nobody reads it."""

    return Gateway


def _plain(route):
    return all(parent.get("sectionName") == "http" for parent in route["spec"].get("parentRefs", []))


def wordpress_org(archives, away):
    """A handler that knows every plugin and theme in every version: an empty one, or what archives holds by slug.

    While the event `away` is set, it has an outage.
    """

    class WordPressOrg(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            if away.is_set():
                self._send(503, b"{}")
                return
            address = urllib.parse.urlsplit(self.path)
            asked = dict(urllib.parse.parse_qsl(address.query))
            slug = asked.get("request[slug]") or asked.get("slug")
            if found := re.fullmatch(r"/(plugins|themes)/info/[\d.]+/", address.path):
                kind = found[1][:-1]
                self._send(200 if slug else 404, json.dumps({
                    "name": slug, "slug": slug, "version": "999", "author": "test", "requires": False, "tested": "9", "requires_php": False,
                    "rating": 0, "num_ratings": 0, "sections": {}, "versions": {},
                    "download_link": f"https://downloads.wordpress.org/{kind}/{slug}.999.zip"}).encode())  # fmt: skip
            elif found := re.fullmatch(r"/(plugin|theme)/([a-z0-9-]+?)\.(\d[\w.]*)\.zip", address.path):
                self._send(200, archives.get(found[2]) or _empty(found[1], found[2], found[3]))
            elif "version-check" in address.path:
                self._send(200, b'{"offers": [], "translations": []}')
            else:
                self._send(404, b"{}")

        do_HEAD = do_POST = do_GET

        def _send(self, status, content):
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            self.send_response_only(status)
            self.send_header("Content-Length", str(len(content)))
            self.send_header("Content-Type", "application/zip" if content[:2] == b"PK" else "application/json")
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(content)

        def log_message(self, *arguments):
            """Nobody reads it."""

    return WordPressOrg


def _empty(kind, slug, version):
    files = {f"{slug}.php": f"<?php\n/*\nPlugin Name: {slug}\nVersion: {version}\n*/\n"}
    if kind == "theme":
        files = {"style.css": f"/*\nTheme Name: {slug}\nVersion: {version}\n*/\n", "index.php": "<?php get_header(); ?><p>theme</p><?php wp_footer();\n"}
    return packed(slug, {name: text.encode() for name, text in files.items()})


def packed(slug, files):
    """A zip archive with one folder."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(f"{slug}/{name}", content)
    return buffer.getvalue()
