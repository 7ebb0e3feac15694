"""One tenant's site in a network of its own: the database, the gateway, the pods, and what a test asks them."""

import pathlib
import re
import shutil
import threading
import time

from sites import born, browser, certificates, containers, database, mail, manifests, network, pods


class Site:
    """Everything of one tenant runs below one folder and ends with the process."""

    def __init__(self, folder, work, image, programs):
        self.tenant = manifests.Tenant(folder)
        self.image = image
        self.work = pathlib.Path(work)
        self.programs = programs
        self.host, *self.other_hosts = self.tenant.hosts()
        self.operator = certificates.Authority.kept_in(self.work / "operator", "mariadb-ca")
        self.secrets = born.Secrets(self.tenant, _given(self.operator))
        self.runtime = containers.Runtime(self.tenant.name, image.root, self.work)
        self.node = pods.Node(self.tenant, self.secrets, self.runtime, self.work, self._files())
        self.web = self.web_container = None
        self._away = threading.Event()
        self._unready = threading.Event()
        self.relay = None

    def _files(self):
        """What a node brings into each container, and the program that the image of WP-CLI has."""
        addresses = {
            network.SERVICE[0]: ["localhost", *(f"wordpress{end}" for end in ("", f".{self.tenant.namespace}", f".{self.tenant.namespace}.svc"))],
            network.GATEWAY[0]: [self.host, *self.other_hosts],
            network.IDENTITY[0]: self.identity_hosts(),
            network.WORDPRESS_ORG[0]: ["api.wordpress.org", "downloads.wordpress.org"],
            network.MAIL: [self._mail("Host")],
            database.ADDRESS: ["other-database", *(name for name in database.host_names(self.tenant.namespace)[2:])],
        }
        hosts = self.work / "hosts"
        hosts.write_text("".join(f"{address} {' '.join(names)}\n" for address, names in addresses.items() if any(names)))
        files = {"/etc/hosts": hosts}
        if self.programs.get("wp"):
            wp = self.work / "wp"
            shutil.copy(self.programs["wp"], wp)
            wp.chmod(0o755)
            files["/usr/local/bin/wp"] = wp
        return files

    def identity_hosts(self):
        """The hosts that the texts of the site name for sign-on."""
        lines = self.tenant.config()["config-extra.php"].splitlines()
        return list(dict.fromkeys(line.split("https://")[1].split("/")[0] for line in lines if "OIDC_ENDPOINT" in line))

    def surround(self, archives):
        """Starts all that is not a pod."""
        database_folder = self.work / "database"
        database_folder.mkdir()
        self.database = database.Database(self.tenant, self.secrets, self.runtime, database_folder, self.operator)
        certificate = self.image.authority.issue(self.work, "gateway", [self.host, *self.other_hosts])
        network.serve(network.GATEWAY, network.gateway(self.tenant, True, self._unready), certificate)
        network.serve((network.GATEWAY[0], 80), network.gateway(self.tenant, False, self._unready))
        certificate = self.image.authority.issue(self.work, "wordpress-org", ["api.wordpress.org", "downloads.wordpress.org"])
        network.serve(network.WORDPRESS_ORG, network.wordpress_org(archives, self._away), certificate)
        network.serve_service(self.tenant)
        if self._mail("Host"):
            certificate = self.image.authority.issue(self.work, "mail", [self._mail("Host")])
            self.relay = mail.Relay((network.MAIL, int(self._mail("Port"))), certificate, self._mail("SMTPSecure") == "ssl")

    def _mail(self, name):
        """What the texts tell PHPMailer, if they do."""
        found = re.search(rf"\$mailer->{name} = '?([^';]+)", self.tenant.config().get("mail.php", ""))
        return found[1] if found else None

    def outage(self, begins):
        """wordpress.org goes away, or comes back."""
        self._away.set() if begins else self._away.clear()

    def start_web(self):
        """Starts the site's pod; gives the seconds until it answers its startup probe, or nothing if it ended before."""
        spec = self.tenant.web()
        self.web = self.node.pod(spec, "web")
        said = spec["containers"][0]
        begin = time.monotonic()
        self.web_container = self.web.start(said)
        while self.web_container.running() and time.monotonic() < begin + 60:
            if 200 <= self.probe("startupProbe") < 400:
                return time.monotonic() - begin
            time.sleep(0.05)
        return None

    def probe(self, name):
        said = self.tenant.web()["containers"][0]
        return pods.probe(said[name], said, network.POD[0])

    def job(self, started=lambda container: None):
        """Runs a pod of the install Job to its end; gives its exit code and what it said.

        Until it is through, no pod of the site is ready, so that the Job cannot see the site.
        """
        pod = self.node.pod(self.tenant.install(), "install")
        self._unready.set()
        code = pod.run_once(started)
        self._unready.clear()
        pod.remove()
        return code, pod.said()

    def php(self, code, environment=None, pod=None):
        """Runs PHP in a container like the site's, with its mounts and settings; gives the exit code and what it said."""
        pod = pod or self.node.pod(self.tenant.web(), "question")
        pod.log.unlink(missing_ok=True)
        running = pod.start(pod.spec["containers"][0], ("php", "-r", code), environment)
        code = running.wait(60)
        return code, pod.said()

    def wordpress(self, code, **more):
        """Runs PHP with WordPress loaded."""
        return self.php("require '/usr/src/wordpress/wp-load.php'; " + code, **more)

    def stop(self):
        if self.web_container and self.web_container.running():
            self.web_container.kill()
        self.database.stop()

    def browser(self):
        hosts = {host: network.IDENTITY for host in self.identity_hosts()}
        return browser.Browser(self.image.authority.certificate, hosts)

    def content(self):
        """The folder of the site's claim."""
        return self.node.claim("wordpress-content")

    def forget(self):
        """The state before the first install."""
        self.database.empty()
        for path in self.content().iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def _given(operator):
    """Secrets that no text of a tenant makes: the operator's and those of the platform's people."""
    return {"mariadb-ca-bundle": {"ca.crt": operator.certificate.read_text()}, "mail-relay": {"username": "sites", "password": "a password"}}
