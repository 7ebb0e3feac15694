"""Sign-on by an OpenID provider that keeps to the standard, with the plugin itself."""

import html
import re

_ROLES = {"owner": "administrator", "uli": "editor", "vera": "subscriber"}


class _Person:
    """Somebody with a browser of their own."""

    def __init__(self, sign_on, name):
        self._sign_on = sign_on
        self.site = sign_on.site
        self.name = name
        self.email = sign_on.people[name].email
        self.browser = self.site.browser()

    def sign_on(self):
        """Presses the button of the login page and gives the last answer."""
        page = self.browser.get(f"https://{self.site.host}/wp-login.php")
        target = re.search(r'href="(https://[^"]*/authorize/?\?[^"]+)"', page.text)
        if not target:
            raise LookupError("the login page has no button for sign-on")
        answer = self.browser.follow(self.browser.get(html.unescape(target[1])))[-1]
        if "/interaction/" in answer.url:
            answer = self.browser.post(answer.url, {"prompt": "login", "login": self.name, "password": "test"})
            answer = self.browser.follow(answer)[-1]
        return answer

    def role(self):
        value = self.site.database.value("SELECT meta_value FROM wp_usermeta m JOIN wp_users u ON u.ID = m.user_id"
                                         f" WHERE u.user_email = '{self.email}' AND m.meta_key = 'wp_capabilities'")  # fmt: skip
        return (re.search(r'"(\w+)"', value) or [None, ""])[1] if value else None

    def signed_on(self):
        return self.browser.get(f"https://{self.site.host}/wp-admin/profile.php").status == 200

    def sign_out(self):
        """Presses WordPress' own button and gives all answers."""
        page = self.browser.get(f"https://{self.site.host}/wp-admin/profile.php")
        target = html.unescape(re.search(r"""href=["'](https://[^"']*action=logout[^"']*)["']""", page.text)[1])
        answers = self.browser.follow(self.browser.get(target))
        form = re.search(r'<form[^>]*action="([^"]*/confirm[^"]*)"', answers[-1].text)
        if form:
            answers += self.browser.follow(self.browser.post(html.unescape(form[1]), {"xsrf": answers[-1].field("xsrf"), "logout": "yes"}))
        return answers


def roles(sign_on, report):
    for name, role in _ROLES.items():
        person = _Person(sign_on, name)
        answer = person.sign_on()
        report.holds(f"{name} signs on as {person.email}", person.signed_on() and answer.status == 200, f"{answer.status} at {answer.url[:160]}; {sign_on.said()[-200:]}")
        report.equal(f"{name} is {role}", person.role(), role)


def refused(sign_on, report):
    for name in ("nobody", "foreign"):
        person = _Person(sign_on, name)
        report.holds(f"the application's bindings shut {name} out", not sign_on.identity.may_enter(sign_on.slug, sign_on.people[name]), "a binding lets them in")
        answer = person.sign_on()
        report.holds(f"the site refuses {name}, whatever the provider says", not person.signed_on() and person.role() is None,
                     f"role {person.role()!r} at {answer.url[:160]}")  # fmt: skip
    for name in _ROLES:
        report.holds(f"the application's bindings let {name} in", sign_on.identity.may_enter(sign_on.slug, sign_on.people[name]), "shut out")


def namesake(sign_on, report):
    """A name that is taken gives nobody another's account."""
    environment = {each["name"]: each.get("value") for each in sign_on.site.tenant.install()["containers"][0]["env"]}
    person = _Person(sign_on, environment["ADMIN_USER"])
    person.sign_on()
    login = sign_on.site.database.value(f"SELECT user_login FROM wp_users WHERE user_email = '{person.email}'")
    report.holds("a namesake of the emergency administrator gets an account of their own", login not in (None, environment["ADMIN_USER"]) and
                 person.role() == "editor", f"account {login!r}, role {person.role()!r}")  # fmt: skip


def sign_out(sign_on, report):
    person = _Person(sign_on, "uli")
    person.sign_on()
    before = len(sign_on.said())
    answers = person.sign_out()
    trail = " > ".join(f"{each.status} {each.url[:90]}" for each in answers)
    report.holds("sign-out passes the provider without an error",
                 any("end-session" in each.url for each in answers) and all(each.status < 400 for each in answers)
                 and "error" not in sign_on.said()[before:], f"{trail}; {sign_on.said()[before:]}")  # fmt: skip
    report.equal("sign-out ends on the site", (answers[-1].status, answers[-1].url.partition("?")[0]), (200, f"https://{person.site.host}/"))
    report.holds("nobody is signed on after it", not person.signed_on(), "still signed on")
    again = person.browser.follow(person.browser.get(_authorize(person)))[-1]
    report.holds("the provider asks for the password again", "/interaction/" in again.url, again.url[:160])


def _authorize(person):
    page = person.browser.get(f"https://{person.site.host}/wp-login.php")
    return html.unescape(re.search(r'href="(https://[^"]*/authorize/?\?[^"]+)"', page.text)[1])


def changed_role(sign_on, report):
    """A role is set anew at each login, also downwards."""
    person = _Person(sign_on, "owner")
    identity = f"SELECT ID FROM wp_users WHERE user_email = '{person.email}'"
    sign_on.site.database.query("UPDATE wp_usermeta SET meta_value = 'a:1:{s:10:\"subscriber\";b:1;}' WHERE meta_key = 'wp_capabilities'"
                                f" AND user_id = ({identity})")  # fmt: skip
    person.sign_on()
    report.equal("roles are set anew at each sign-on", person.role(), "administrator")


def no_refresh_tokens(sign_on, report):
    kept = sign_on.site.database.value("SELECT COUNT(*) FROM wp_usermeta WHERE meta_value LIKE '%refresh_token\";s:%'")
    report.equal("no refresh token is kept", kept, "0")
    report.holds("no refresh token is asked for", "offline_access" not in sign_on.site.tenant.config()["config-extra.php"], "offline_access")
