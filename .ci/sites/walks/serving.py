"""The installed site, as visitors, the content bot and cron meet it."""

import re

from sites import browser as browsers
from sites import network


def pages(site, report):
    browser = site.browser()
    home = browser.get(f"https://{site.host}/")
    report.equal("home page", home.status, 200)
    report.holds("no link of the home page is http", f"http://{site.host}" not in home.text, "http:// links")
    answers = browser.follow(browser.get(f"https://{site.host}/wp-admin/"))
    report.holds("admin leads to the login page without a loop", answers[-1].status == 200 and len(answers) <= 3, f"{[each.status for each in answers]}")
    report.equal("an unknown address is 404", browser.get(f"https://{site.host}/no-such-page/").status, 404)
    report.equal("xmlrpc.php is closed", {browser.get(f"https://{site.host}{path}").status for path in ("/xmlrpc.php", "/xmlrpc.php/x")}, {403})
    report.equal("readme.html is closed", browser.get(f"https://{site.host}/readme.html").status, 403)
    statuses = {browser.get(f"https://{site.host}{path}").status for path in ("/wp-config.php", "/wp-config-docker.php", "/wp-config-sample.php")}
    report.equal("wp-config files are closed", statuses, {403})


def addresses(site, report):
    browser = site.browser()
    answer = browser.get(f"https://{site.host}/wp-json/")
    report.holds("/wp-json answers JSON", answer.status == 200 and answer.headers.get_content_type() == "application/json", f"{answer.status} {answer.text[:60]}")
    posts = browser.get(f"https://{site.host}/wp-json/wp/v2/posts")
    link = (re.search(r'"link":"([^"]+)"', posts.text) or [None, ""])[1].replace("\\/", "/")
    report.holds("posts have pretty addresses", bool(re.fullmatch(rf"https://{site.host}/\d+/\d+/\d+/[a-z0-9-]+/", link)), link or posts.text[:80])
    report.equal("a post's address answers", browser.get(link).status if link else 0, 200)


def bot(site, report):
    """Inside the cluster, over plain http, with the application password that the platform keeps."""
    secret = site.secrets.read("wordpress-content-bot")["password"]
    headers = {"Authorization": browsers.basic("content-bot", secret)}
    for host in ("wordpress", f"wordpress.{site.tenant.namespace}.svc"):
        answer = browsers.plain("GET", "/wp-json/wp/v2/users/me?context=edit", host=host, headers=headers)
        report.holds(f"content bot at http://{host}", answer.status == 200 and "content-bot" in answer.text, f"{answer.status} {answer.text[:120]}")
    wrong = browsers.plain("GET", "/wp-json/wp/v2/users/me", headers={"Authorization": browsers.basic("content-bot", "wrong")})
    report.equal("a wrong application password", wrong.status, 401)
    body = b'{"title": "A draft", "content": "Text", "status": "draft"}'
    draft = browsers.plain("POST", "/wp-json/wp/v2/posts", headers={**headers, "Content-Type": "application/json"}, body=body)
    report.equal("content bot writes a draft", draft.status, 201)


def cron(site, report):
    """The platform's runner does what visits must not do; it finds the site by what the tenant's ConfigMap says."""
    due = "wp_schedule_single_event(time() - 60, 'tenantsmith_walk'); echo wp_next_scheduled('tenantsmith_walk') ? 'due' : 'done';"
    report.equal("an event is due", site.wordpress(due)[1].strip()[-3:], "due")
    still = "echo wp_next_scheduled('tenantsmith_walk') ? 'due' : 'done';"
    browser = site.browser()
    browser.get(f"https://{site.host}/")
    paths = ("/wp-cron.php", "/wp-cron.php?doing_wp_cron", "//wp-cron.php/x")
    report.equal("wp-cron.php is closed to visitors", {browser.get(f"https://{site.host}{path}").status for path in paths}, {403})
    report.equal("wp-cron.php is closed at the port of the site", browsers.plain("GET", "/wp-cron.php?doing_wp_cron").status, 403)
    report.equal("a visit starts no event", site.wordpress(still)[1].strip()[-3:], "due")
    paths = ("/", "/wp-login.php", "/index.php", "/wp-json/", "/wp-content/index.php", "/.well-known/tenantsmith-ready")
    open_at = [path for path in paths if browsers.plain("GET", path, address=network.CRON).status not in (403, 404)]
    report.equal("the port for cron serves nothing else", open_at, [])
    pod = site.node.pod(site.tenant.runner(), "cron")
    for name, text in site.tenant.labelled("tenantsmith.io/cron").items():
        (pod.volume("sites") / name).write_text(text)
    container = pod.spec["containers"][0]
    code = pod.start(container, [*container["command"], "now"]).wait(120)
    report.holds("the rendered runner ends with 0", code == 0 and "1 answered" in pod.said(), f"{code}: {pod.said()[-300:]}")
    report.equal("the event has run", site.wordpress(still)[1].strip()[-4:], "done")


def names_hidden(site, report):
    """Nobody learns from outside how the accounts are called, which are half of what a guesser needs."""
    browser = site.browser()
    name = next(each["value"] for each in site.tenant.install()["containers"][0]["env"] if each["name"] == "ADMIN_USER")
    paths = ("/wp-json/wp/v2/users", "/wp-json/wp/v2/users/1", "/?rest_route=/wp/v2/users", "/?author=1", f"/author/{name}/", "/wp-sitemap-users-1.xml")
    telling = [path for path in paths if name in (found := browser.follow(browser.get(f"https://{site.host}{path}"))[-1]).text and found.status == 200]
    report.equal("no address tells the names of accounts", telling, [])
    errors = set()
    for user in (name, "somebody-else"):
        page = browser.post(f"https://{site.host}/wp-login.php", {"log": user, "pwd": "wrong", "wp-submit": "Log In"}).text
        errors.add(re.sub(re.escape(user), "", (re.search(r'id="login_error"[^>]*>(.*?)</div>', page, re.DOTALL) or [None, page[:200]])[1]))
    report.holds("a wrong password and a wrong name look alike", len(errors) == 1, " / ".join(errors))


def login(site, report):
    """The local administrator; gives a browser that is logged in."""
    browser, user = site.browser(), site.tenant.install()["containers"][0]
    name = next(each["value"] for each in user["env"] if each["name"] == "ADMIN_USER")
    first = browser.get(f"https://{site.host}/wp-login.php")
    form = {"log": name, "pwd": site.secrets.read("wordpress-admin")["password"], "wp-submit": "Log In", "testcookie": "1",
            "redirect_to": f"https://{site.host}/wp-admin/"}  # fmt: skip
    answer = browser.post(f"https://{site.host}/wp-login.php", form)
    cookies = first.cookies() + answer.cookies()
    report.holds("every cookie of the login is Secure", bool(cookies) and all("secure" in each.lower() for each in cookies), str(cookies))
    signed = [each for each in answer.cookies() if each.startswith(("wordpress_sec", "wordpress_logged_in"))]
    report.holds("sign-on cookies are HttpOnly", bool(signed) and all("httponly" in each.lower() for each in signed), str(signed))
    report.equal("the emergency administrator's dashboard", browser.follow(answer)[-1].status, 200)
    return browser


def no_core_updates(site, report, browser):
    answer = browser.get(f"https://{site.host}/wp-admin/update-core.php")
    offered = 'name="upgrade"' in answer.text or "do-core-upgrade" in answer.text or "do-core-reinstall" in answer.text
    report.holds("no core update is offered to administrators", not offered, f"{answer.status}, a form of core's update")
    may = site.wordpress("wp_set_current_user(1); echo current_user_can('update_core') ? 'may' : 'may not';")[1]
    report.equal("administrators lack update_core", may.strip().split("\n")[-1], "may not")


def uploads_not_executed(site, report):
    uploads = site.content() / "uploads"
    uploads.mkdir(exist_ok=True)
    (uploads / "walk").mkdir(exist_ok=True)
    names = {"x.php": "", "x.phtml": "", "x.phar": "", "x.PHP": "", "x.php.jpg": "", "x.jpg": ""}
    (uploads / "walk/.htaccess").write_text("AddHandler application/x-httpd-php .jpg\nSetHandler application/x-httpd-php\n")
    ran = []
    for name in names:
        (uploads / "walk" / name).write_text("<?php echo 'ran ' . (6 * 7);")
        for path in (name, f"{name}/x"):
            if "ran 42" in site.browser().get(f"https://{site.host}/wp-content/uploads/walk/{path}").text:
                ran.append(path)
    report.equal("PHP below uploads is not executed", ran, [])
    report.equal("PHP below uploads is refused", site.browser().get(f"https://{site.host}/wp-content/uploads/walk/x.php").status, 403)


def closed_to_administrators(site, report, browser):
    """What the texts say nobody may do from within, though he is an administrator."""
    config = site.tenant.config()["config-extra.php"]
    shut = {"DISALLOW_FILE_EDIT": ("plugin-editor.php", "theme-editor.php"), "DISALLOW_FILE_MODS": ("plugin-install.php", "theme-install.php")}
    for constant, pages in shut.items():
        if f"define('{constant}', true)" in config:
            open_pages = [page for page in pages if "you are not allowed" not in browser.get(f"https://{site.host}/wp-admin/{page}").text]
            report.equal(f"{constant} closes {' and '.join(pages)}", open_pages, [])
    statuses = {browser.get(f"https://{site.host}/wp-admin/{page}").status for page in ("upgrade.php", "maint/repair.php", "install.php")}
    report.equal("upgrade, repair and install are closed to administrators, too", statuses, {403})


def database_away(site, report):
    """Walked last."""
    site.database.stop()
    report.holds("without its database the site is not ready", not 200 <= site.probe("readinessProbe") < 400, str(site.probe("readinessProbe")))
    report.equal("without its database the site is not restarted", site.probe("livenessProbe"), 200)
    site.database.start()
    report.equal("it recovers by itself", site.probe("readinessProbe"), 200)
