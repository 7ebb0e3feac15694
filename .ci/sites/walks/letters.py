"""Mail by the relay that the fleet names."""

import re


def sends(site, report):
    del site.relay.messages[:]
    said = site.wordpress("echo wp_mail('reader@example.net', 'Walk', 'A letter.') ? 'sent' : 'not sent';")[1]
    report.equal("the site sends mail", said.strip().split("\n")[-1], "sent")
    letter = (site.relay.messages or [{}])[-1]
    secret = site.secrets.read("mail-relay")
    report.equal("the mail comes encrypted, with the relay's user and password", [letter.get(key) for key in ("secure", "user", "password", "to")],
                 [True, secret["username"], secret["password"], ["reader@example.net"]])  # fmt: skip


def first_password(site, report, letters):
    """Where nobody signs on elsewhere, one mail of the install lets the tenant's administrator in."""
    environment = {each["name"]: each.get("value") for each in site.tenant.install()["containers"][0]["env"]}
    to_owner = [each["text"] for each in letters if each["to"] == [environment["ADMIN_EMAIL"]]]
    report.equal("the tenant's administrator gets one mail, however often the Job runs", len(to_owner), 1)
    link = re.search(rf"https://{re.escape(site.host)}/wp-login\.php\S*action=rp\S*", to_owner[0].replace("=\r\n", "").replace("=3D", "="))
    report.holds("it has a link to set a password", bool(link), to_owner[0][:600])
    browser = site.browser()
    page = browser.follow(browser.get(link[0].rstrip(">")))[-1]
    form = {"rp_key": page.field("rp_key"), "pass1": "a new pass phrase", "pass2": "a new pass phrase", "wp-submit": "Save Password"}
    done = browser.post(f"https://{site.host}/wp-login.php?action=resetpass", form)
    report.holds("the link sets a password", "has been reset" in done.text, f"{done.status}: {re.sub('<[^>]+>', ' ', done.text)[-300:]}")
    login = {"log": environment["ADMIN_EMAIL"], "pwd": "a new pass phrase", "wp-submit": "Log In", "testcookie": "1"}
    browser.get(f"https://{site.host}/wp-login.php")
    browser.post(f"https://{site.host}/wp-login.php", login)
    report.equal("with it the administrator logs in by e-mail", browser.get(f"https://{site.host}/wp-admin/users.php").status, 200)
    # The other walks log in with the first one.
    site.wordpress("wp_set_password(getenv('FIRST_PASSWORD'), 1);", environment={"FIRST_PASSWORD": site.secrets.read("wordpress-admin")["password"]})
