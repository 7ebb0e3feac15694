"""The rendered WordPress settings reach the database over TLS that they verify, and in no other way."""

import shlex
import subprocess

from databases import scene as scenes

# As WordPress' own class of the database connects.
_CONNECT = """<?php
function getenv_docker($name, $other) { return $other; }
%s
mysqli_report(MYSQLI_REPORT_OFF);
$c = mysqli_init();
$flags = $argv[2] === 'plain' ? 0 : MYSQL_CLIENT_FLAGS;
$ok = @$c->real_connect($argv[1], 'wordpress', '%s', 'wordpress', 3306, null, $flags);
echo $ok ? 'connected by ' . ($c->query("SHOW STATUS LIKE 'Ssl_cipher'")->fetch_row()[1] ?: 'nothing') : 'refused ' . $c->connect_errno;
"""


def verified(scene, report):
    host = _host(scene.tenant)
    right = scene.authority.certificate.read_text()
    foreign = scene.image.authority.certificate.read_text()
    report.holds("the site reaches the database over TLS", _php(scene, right, host).startswith("connected by TLS"), _php(scene, right, host))
    for what, bundle, name in (("a foreign authority", foreign, host), ("no authority", "", host), ("a wrong name", right, "other-database")):
        said = _php(scene, bundle, name)
        report.holds(f"  not with {what}", said.startswith("refused"), said)
    report.equal("a client without TLS is refused", _php(scene, right, host, "plain"), "refused 3159")
    report.equal("  by the server, whoever it is", _root_by_network(scene), "refused")


def replica_verifies(scene, report):
    """A replica that is given a foreign authority does not follow."""
    replica = scene.instances[1]
    bundle = scene.keys_of(replica) / "ca.crt"
    right = bundle.read_text()
    bundle.write_text(scene.image.authority.certificate.read_text())
    replica.tell(["STOP SLAVE", "START SLAVE"])
    error = scene.until(lambda: replica.replica_state().get("Last_IO_Error", ""))
    report.holds("a replica refuses a primary of a foreign authority", "certificate" in error.lower() or "ssl" in error.lower(), error)
    bundle.write_text(right)
    replica.tell(["STOP SLAVE", "START SLAVE"])
    report.holds("  and follows again with the right one", replica.reaches(scene.instances[0].variable("gtid_binlog_pos")), str(replica.replica_state()))


def _host(tenant):
    container = tenant.web()["containers"][0]
    return next(each["value"] for each in container["env"] if each["name"] == "WORDPRESS_DB_HOST")


def _php(scene, bundle, host, how="tls"):
    """PHP with the rendered settings; the authority is where they say it is."""
    config = scene.tenant.config()
    folder = scene.work / "php"
    folder.mkdir(exist_ok=True)
    (folder / "connect.php").write_text(_CONNECT % (config["config-extra.php"], scenes.PASSWORD))
    (folder / "tenant.ini").write_text(config["tenant.ini"])
    (folder / "ca.crt").write_text(bundle)
    path = next(line.split("=")[1].strip() for line in config["tenant.ini"].splitlines() if line.startswith("openssl.cafile"))
    program = f"PHP_INI_SCAN_DIR=:/php php /php/connect.php {shlex.quote(host)} {how}"
    log = scene.work / "php.log"
    log.write_text("")
    scene.runtime.start(scene.client(folder, path, program), log).wait(60)
    return log.read_text().strip().split("\n")[-1]


def _root_by_network(scene):
    command = ("chroot", str(scene.image.root), "mariadb", "-h", scene.instances[0].address, "-u", "repl", f"-p{scenes.PASSWORD}", "--skip-ssl", "-e", "SELECT 1")
    return "refused" if subprocess.run(command, capture_output=True).returncode else "connected"
