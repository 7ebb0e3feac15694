"""How people get in: the first administrator, whom he invites, and who is kept out."""

import dataclasses
import re

from browser import Answer, Stage
from scene import NEW, PASSWORD, check, describe


def unknown_address(scene):
    """Whoever asks for a stranger's recovery learns nothing and sends nothing."""
    browser = scene.browser()
    stage = browser.answer(browser.visit(f"/if/flow/{scene.flow('recovery')}/"), uid_field="nobody@example.org")
    check(stage.component == "ak-stage-email", f"the answer tells that nobody is known: {describe(stage)}")
    check(not scene.mailbox.to("nobody@example.org"), "a mail went to a stranger")


def first_administrator(scene):
    """Made by the tenant's file, without a password: the mail is the way in."""
    person = scene.tenants["acme-corp"].administrator
    check(scene.groups(person) == {"tenant-acme-corp-owner"}, f"{person} is in {scene.groups(person)}")
    browser, place = scene.recover(person)
    check(scene.signed_in(browser) == person, f"not signed in after the recovery: {describe(place)}")


def weak_password(scene):
    """The rule for passwords is asked where one is set."""
    person, flow, browser = scene.administrator, scene.flow("recovery"), scene.browser()
    count = len(scene.mailbox.to(person)) + 1
    browser.answer(browser.visit(f"/if/flow/{flow}/"), uid_field=person)
    stage = scene.follow_mail(browser, person, flow, count)
    for password in ("short", "password1234"):
        stage = browser.answer(stage, password=password, password_repeat=password)
        check(isinstance(stage, Stage) and stage.errors, f"the password {password} is taken: {describe(stage)}")
    check(scene.signed_in(browser) is None, "signed in without a password")


def sign_in(scene):
    """The password that the mail let them set; how the address is written does not matter."""
    scene.sign_in(scene.administrator)
    scene.sign_in(scene.administrator, scene.administrator.upper())


def sees_only_its_own(scene):
    """A tenant's administrator sees the tenant's groups and no other's, and no list of people."""
    answer = scene.administrators_browser().api("GET", "core/groups/?page_size=100")
    check(answer.status == 200, f"groups are answered {answer.status}")
    names = {group["name"] for group in answer.data["results"]}
    check(names and all(name.startswith("tenant-acme-corp") for name in names), f"the administrator sees {sorted(names)}")
    people = scene.administrators_browser().api("GET", "core/users/?page_size=100")
    seen = {user["username"] for user in people.data["results"]} if people.status == 200 else set()
    check(seen <= {scene.administrator}, f"the administrator sees the people {sorted(seen)}")


def invites_a_new_person(scene):
    """A new person confirms the address by mail and is then in the group that the invitation names."""
    person, flow, browser = NEW, "platform-invited", scene.browser()
    scene.invite(scene.administrators_browser(), flow, person, "tenant-acme-corp-users")
    stage = scene.follow_mail(browser, person, flow)
    check(isinstance(stage, Stage) and stage.component == "ak-stage-prompt", f"the invitation asks nothing: {describe(stage)}")
    stage = browser.answer(stage, name="New Person", password=PASSWORD, password_repeat=PASSWORD)
    check(stage.component == "ak-stage-email", f"the address is not confirmed: {describe(stage)}")
    check(scene.groups(person) == set(), "in a group before the address is confirmed")
    place = scene.follow_mail(browser, person, flow, 2)
    check(scene.signed_in(browser) == person, f"not signed in: {describe(place)}")
    check(scene.groups(person) == {"tenant-acme-corp-users"}, f"{person} is in {scene.groups(person)}")


def invites_a_known_person(scene):
    """Somebody who has an account, at another tenant, joins with it and keeps what they have."""
    person = scene.tenants["globex"].administrator
    scene.recover(person)
    before = len(scene.mailbox.to(person))
    scene.invite(scene.administrators_browser(), "platform-join", person, "tenant-acme-corp-viewers")
    browser = scene.browser()
    stage = scene.follow_mail(browser, person, "platform-join", before + 1)
    scene.identify(browser, stage, person)
    check(scene.groups(person) == {"tenant-globex-owner", "tenant-acme-corp-viewers"}, f"{person} is in {scene.groups(person)}")


def invitation_for_another(scene):
    """An invitation is of use to nobody but the person whom it names."""
    invitation = scene.invite(scene.administrators_browser(), "platform-join", "somebody@example.org", "tenant-acme-corp-admins")
    browser = scene.sign_in(NEW)
    refused(browser.visit(f"/if/flow/platform-join/?itoken={invitation['pk']}"))
    check(scene.groups(NEW) == {"tenant-acme-corp-users"}, f"joined {scene.groups(NEW)}")


def invitation_to_foreign_group(scene):
    """An inviter can name only groups whose members they may add to."""
    person = "guest@example.org"
    for group in ("tenant-globex-admins", "authentik Admins"):
        invitation = scene.invite(scene.administrators_browser(), "platform-invited", person, group)
        browser = scene.browser()
        stage = browser.visit(f"/if/flow/platform-invited/?itoken={invitation['pk']}")
        refused(browser.answer(stage, name="Guest", password=PASSWORD, password_repeat=PASSWORD))
    check(not scene.database.query(f"select 1 from authentik_core_user where username = '{person}'"), "an account was made")


def no_invitation_no_account(scene):
    """Nobody enrols without an invitation, and a plain member cannot invite."""
    refused(scene.browser().visit("/if/flow/platform-invited/"))
    member = scene.sign_in(NEW)
    answer = member.api("POST", "stages/invitation/invitations/", {"name": "mine", "fixed_data": {}})
    check(answer.status == 403, f"a member's invitation is answered {answer.status}")


def own_host(scene):
    """A tenant that has a sign-on host of its own signs on there, and its mails lead there."""
    tenant = scene.tenants["globex"]
    host = re.search(r'model: authentik_brands.brand\n(?: .*\n)*? +domain: "(.*)"', tenant.text).group(1)
    there = dataclasses.replace(scene, host=host, inviter=None)
    browser, place = there.recover(tenant.administrator)
    check(there.signed_in(browser) == tenant.administrator, f"not signed in after the recovery: {describe(place)}")
    there.sign_in(tenant.administrator)


def refused(place):
    """A flow that ends with a refusal, or a page that is one."""
    if isinstance(place, Answer):
        check("denied" in place.text.lower() or place.status == 403, f"not refused: {describe(place)}")
        return
    check(isinstance(place, Stage) and place.component == "ak-stage-access-denied", f"not refused: {describe(place)}")


WALKS = [
    ("recovery of a stranger sends nothing and tells nothing", unknown_address),
    ("first administrator: recovery mail, password, signed in", first_administrator),
    ("a weak password is refused", weak_password),
    ("first administrator signs in, address in capitals too", sign_in),
    ("a tenant's own sign-on host: recovery and sign-in there", own_host),
    ("an administrator sees the own tenant alone", sees_only_its_own),
    ("a new person is invited, confirms, joins the group", invites_a_new_person),
    ("a person with an account is invited and joins", invites_a_known_person),
    ("an invitation is of no use to another person", invitation_for_another),
    ("an invitation to a foreign group is refused", invitation_to_foreign_group),
    ("no account without an invitation; a member invites nobody", no_invitation_no_account),
]
