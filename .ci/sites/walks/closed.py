"""Before the install: the site runs, is not ready, and belongs to nobody, whatever a stranger asks of it."""

# The same script by other names, as Apache and PHP take them.
_SPELLINGS = ("{}", "/{}", "{}/", "{}/x", "{}/x.css", "/.{}")
_CLOSED = ("/wp-admin/install.php", "/wp-admin/setup-config.php")


def starts(site, report):
    seconds = site.start_web()
    report.holds("web pod starts at the first try", seconds is not None, site.web.said()[-400:])
    report.holds("web pod answers within 5 seconds", seconds is not None and seconds < 5, f"{seconds} s")


def not_ready(site, report):
    report.equal("readiness before the install", site.probe("readinessProbe"), 503)
    report.equal("liveness before the install", site.probe("livenessProbe"), 200)


def installer_closed(site, report, when):
    browser = site.browser()
    for host in [site.host, *site.other_hosts]:
        open_at = []
        for script in _CLOSED:
            for spelling in _SPELLINGS:
                address = f"https://{host}{spelling.format(script)}"
                answers = browser.get(address), browser.get(address + "?step=1"), browser.post(address + "?step=2", _form())
                if any(_open(answer, site) for answer in answers):
                    open_at.append(f"{spelling.format(script)} {[answer.status for answer in answers]}")
        report.holds(f"installer closed {when} on {host}", not open_at, "open at " + ", ".join(open_at))


def _open(answer, site):
    if answer.status in (301, 302, 308) and answer.location and not answer.location.startswith(f"https://{site.host}/wp-admin/"):
        return False
    # What leads to the site's own host is asked there, too; other methods have no route there.
    redirected = answer.status == 301 and not answer.url.startswith(f"https://{site.host}/")
    return not redirected and answer.status not in (403, 404)


def stranger(site, report):
    """As the scanners do that read of new names in certificate logs."""
    browser = site.browser()
    answers = [browser.post(f"https://{site.host}{path}?step=2", _form()) for path in ("/wp-admin/install.php", "/wp-admin/install.php/x")]
    taken = [answer.url for answer in answers if "Success!" in answer.text]
    report.holds("a stranger cannot take the new site", not taken and not site.database.tables(), f"taken by {taken}, tables {site.database.tables()}")
    if site.database.tables():
        site.database.empty()


def _form():
    return {"weblog_title": "mine", "user_name": "stranger", "admin_password": "str4nger!", "admin_password2": "str4nger!", "pw_weak": "on",
            "admin_email": "stranger@example.net", "Submit": "Install WordPress", "language": ""}  # fmt: skip


def core_read_only(site, report):
    root = next(line.split()[1] for line in site.tenant.config()["site.conf"].splitlines() if line.strip().startswith("DocumentRoot"))
    code, said = site.web_container.execute("touch", f"{root}/index.php", f"{root}/new.php")
    report.holds("core is read-only", code != 0 and "Read-only file system" in said, said or "touch succeeded")
    code, said = site.web_container.execute("sh", "-c", f"mkdir -p {root}/wp-content/uploads && touch {root}/wp-content/uploads/walk")
    report.holds("wp-content is writable", code == 0, said)


def redirects(site, report):
    """Every other host leads to the site's own, with path and query; the plain port to the secure one."""
    browser = site.browser()
    for host in site.other_hosts:
        answer = browser.get(f"https://{host}/a/b/?c=d")
        report.holds(f"{host} redirects to the site's own host", (answer.status, answer.location) == (301, f"https://{site.host}/a/b/?c=d"),
                     f"{answer.status} {answer.location}")  # fmt: skip
        report.equal(f"{host} takes no form", browser.post(f"https://{host}/wp-login.php", {"log": "x"}).status, 404)
    answer = browser.get(f"http://{site.host}/x?y=z")
    report.equal("plain http redirects to https", (answer.status, answer.location), (301, f"https://{site.host}/x?y=z"))
