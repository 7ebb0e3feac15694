"""TLS to the database is checked, and what PHP checks elsewhere still works."""

_CIPHER = "echo 'cipher ', $GLOBALS['wpdb']->get_var(\"SHOW STATUS LIKE 'Ssl_cipher'\", 1);"
_SHORT = "define('SHORTINIT', true); require '/usr/src/wordpress/wp-load.php'; "
_RAW = """mysqli_report(MYSQLI_REPORT_OFF); $c = mysqli_init();
    $ok = @$c->real_connect(getenv('WORDPRESS_DB_HOST'), 'wordpress', rtrim(file_get_contents(getenv('WORDPRESS_DB_PASSWORD_FILE'))), 'wordpress', 3306, null, 0);
    echo $ok ? 'connected' : 'refused ' . mysqli_connect_errno();"""


def verified(site, report):
    said = site.php(_SHORT + _CIPHER)[1]
    report.holds("database over TLS with the right authority", "cipher TLS" in said, said[-300:])
    said = site.php(_SHORT + _CIPHER, environment={"WORDPRESS_DB_HOST": "other-database"})[1]
    report.holds("a database of a wrong name is refused", "cipher" not in said, said[-300:])
    right = site.secrets.read("mariadb-ca-bundle")
    for what, text in {"a foreign authority": site.image.authority.certificate.read_text(), "no authority": ""}.items():
        site.secrets.put("mariadb-ca-bundle", {"ca.crt": text})
        pod = site.node.pod(site.tenant.web(), "wrong")
        said = site.php(_SHORT + _CIPHER, pod=pod)[1]
        site.secrets.put("mariadb-ca-bundle", right)
        report.holds(f"a database's certificate of {what} is refused", "cipher" not in said, said[-300:])
    said = site.php(_RAW)[1]
    report.equal("the database refuses a connection without TLS", said.strip().split("\n")[-1], "refused 3159")


def public_streams(site, report):
    """Mail and other plugins use PHP's own streams."""
    said = site.php("echo strlen((string) file_get_contents('https://api.wordpress.org/core/version-check/1.7/')) > 10 ? 'read' : 'nothing';")[1]
    report.equal("PHP's https streams trust public authorities", said.strip().split("\n")[-1], "read")
    said = site.php("echo @stream_socket_client('ssl://api.wordpress.org:443', $n, $e, 5) ? 'open' : 'closed ' . $e;")[1]
    report.equal("PHP's ssl sockets trust public authorities", said.strip().split("\n")[-1], "open")
    said = site.wordpress("$r = wp_remote_get('https://api.wordpress.org/core/version-check/1.7/'); echo is_wp_error($r) ? $r->get_error_message() : 'read';")[1]
    report.equal("WordPress' own requests trust public authorities", said.strip().split("\n")[-1], "read")
