"""What the walks share: the running Authentik, its mailbox, the rendered texts and the people met so far."""

import hashlib
import uuid
from dataclasses import dataclass, field

import rendered
from browser import Browser, Stage
from mailbox import link
from service import await_true

# A person who is invited, and the password of everybody.
NEW = "new.person@example.org"
PASSWORD = "correct horse battery staple 42"


def check(condition, text):
    """What a walk claims; without the claim it fails."""
    if not condition:
        raise AssertionError(text)


def describe(place):
    """Where a browser has come to, for the text of a failure."""
    if isinstance(place, Stage):
        return f"stage {place.component} of {place.flow}: {place.errors or place.data.get('error_message') or ''}"
    return f"{place.status} {place.url}" if hasattr(place, "status") else place.url


@dataclass
class Scene:
    """The stage on which the walks act."""

    authentik: object
    database: object
    mailbox: object
    host: str
    platform: list
    tenants: dict
    tombstones: dict = field(default_factory=dict)
    inviter: Browser = None

    @property
    def blueprints(self):
        """All that is rendered."""
        return [*self.platform, *self.tenants.values()]

    @property
    def administrator(self):
        """The first administrator of the tenant that the walks are about."""
        return self.tenants["acme-corp"].administrator

    def administrators_browser(self):
        """A browser in which the administrator is signed in."""
        if not self.inviter:
            self.inviter = self.sign_in(self.administrator)
        return self.inviter

    def browser(self):
        """A browser that nobody has used; each has an address of its own."""
        self._browsers = getattr(self, "_browsers", 0) + 1
        return Browser(self.authentik.port, self.host, f"203.0.113.{self._browsers}")

    def flow(self, kind):
        """The flow that the brand of the host names, as a sign-in page learns it."""
        brand = self.browser().api("GET", "core/brands/current/").data
        check(brand.get(f"flow_{kind}"), f"the brand {brand.get('matched_domain')} of {self.host} has no flow_{kind}")
        return brand[f"flow_{kind}"]

    def groups(self, person):
        """The groups that a person is a member of, without those above them."""
        return set(self.database.query(
            "select g.name from authentik_core_group g join authentik_core_user_groups m on m.group_id = g.group_uuid "
            f"join authentik_core_user u on u.id = m.user_id where u.username = '{person}'"))

    def sign_in(self, person, name=None):
        """A browser in which somebody has signed in; the name is how they write their user name."""
        browser = self.browser()
        place = self.identify(browser, browser.visit(f"/if/flow/{self.flow('authentication')}/"), name or person)
        check(self.signed_in(browser) == person, f"not signed in as {person}: {describe(place)}")
        return browser

    def identify(self, browser, stage, person, password=PASSWORD):
        """Answers who one is, then the password."""
        check(isinstance(stage, Stage) and stage.component == "ak-stage-identification", f"not asked who: {describe(stage)}")
        stage = browser.answer(stage, uid_field=person)
        check(isinstance(stage, Stage) and stage.component == "ak-stage-password", f"not asked for a password: {describe(stage)}")
        return browser.answer(stage, password=password)

    def signed_in(self, browser):
        """Who Authentik says that a browser's person is, or None."""
        answer = browser.api("GET", "core/users/me/")
        return answer.data["user"]["username"] if answer.status == 200 else None

    def follow_mail(self, browser, address, flow, count=1):
        """Opens the link of the newest mail to an address."""
        url = link(self.mailbox.wait(address, count), f"/if/flow/{flow}/")
        check(url.startswith(f"https://{self.host}/"), f"the link of the mail is not of {self.host}: {url}")
        stage = browser.visit(url)
        if "flow_token=" not in url:
            return stage
        # Authentik asks whether to go on, so that a program that looks at links does not use this one up.
        check(isinstance(stage, Stage) and stage.component == "ak-stage-consent", f"the link leads to {describe(stage)}")
        return browser.answer(stage, token=stage.data["token"])

    def recover(self, person, password=PASSWORD):
        """Sets a password by the recovery mail; the browser is then signed in."""
        flow, browser = self.flow("recovery"), self.browser()
        count = len(self.mailbox.to(person)) + 1
        stage = browser.answer(browser.visit(f"/if/flow/{flow}/"), uid_field=person)
        check(stage.component == "ak-stage-email", f"no mail is said to be sent: {describe(stage)}")
        stage = self.follow_mail(browser, person, flow, count)
        check(isinstance(stage, Stage) and stage.component == "ak-stage-prompt", f"the link asks for no password: {describe(stage)}")
        place = browser.answer(stage, password=password, password_repeat=password)
        return browser, place

    def put(self, blueprint):
        """Another text takes the place of a file; the worker notices and applies it."""
        written = rendered.lay(blueprint, self.authentik.blueprints, self.authentik.secrets)
        known = hashlib.sha512(written.encode()).hexdigest()
        row = f"select 1 from authentik_blueprints_blueprintinstance where path = '{blueprint.path}' and status = 'successful'"
        await_true(f"{blueprint.path} is applied anew", 300, lambda: self.database.query(f"{row} and last_applied_hash = '{known}'"))

    def invite(self, inviter, flow, email, group):
        """Makes an invitation as an administrator's page does, and has it sent; the answers of both calls."""
        found = inviter.api("GET", "flows/instances/?designation=enrollment").data["results"]
        flows = {item["slug"]: item["pk"] for item in found}
        check(flow in flows, f"the inviter sees the flows {sorted(flows)}, not {flow}")
        made = inviter.api("POST", "stages/invitation/invitations/", {
            "name": f"test-{uuid.uuid4().hex[:8]}", "expires": "2099-01-01T00:00:00Z", "single_use": False,
            "fixed_data": {"email": email, "group": group}, "flow": flows[flow]})
        check(made.status == 201, f"an invitation is refused: {made.status} {made.text[:200]}")
        sent = inviter.api("POST", f"stages/invitation/invitations/{made.data['pk']}/send_email/", {"email_addresses": [email]})
        check(sent.status == 204, f"the invitation is not sent: {sent.status} {sent.text[:200]}")
        return made.data


def application(tenant):
    """The slug of a tenant's site, which is also its client id and its provider's name."""
    return f"wordpress-{tenant}"
