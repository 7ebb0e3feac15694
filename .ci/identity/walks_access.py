"""What the applications are told, and whom they see: sign-on, refusal, kubectl, sign-out, too many failures."""

from browser import Answer, Left, Stage
from oidc import Client, claims, header
from scene import NEW, PASSWORD, application, check, describe
from walks_people import refused


def site(scene, tenant):
    """The site of a tenant as a client."""
    slug = application(tenant)
    redirect = scene.tenants[tenant].addresses("authorization")[0]
    return Client(scene, slug, redirect, f"secret-of-{tenant}.wordpress-client-secret")


def sign_on(scene):
    """The administrator comes to the site as one, the invited as a member, each with this tenant's groups alone."""
    client = site(scene, "acme-corp")
    known = scene.tenants["globex"].administrator
    for person, role in ((scene.administrator, "admin"), (NEW, "user"), (known, "viewer")):
        browser = scene.browser()
        place = scene.identify(browser, client.start(browser), person)
        tokens = client.tokens(place)
        said = claims(tokens["id_token"])
        check(header(tokens["id_token"])["alg"] == "RS256", f"signed by {header(tokens['id_token'])}")
        check(said["iss"] == f"https://{scene.host}/application/o/{client.slug}/", f"issued by {said['iss']}")
        check(said["email"] == person and said["preferred_username"] == person, f"{person} is {said}")
        check(said["roles"] == [role], f"{person} has the roles {said['roles']}")
        check(said["tenant"] == "acme-corp", f"the tenant is {said['tenant']}")
        check(all(name.startswith("tenant-acme-corp") for name in said["groups"]), f"{person} has the groups {said['groups']}")
        asked = client.userinfo(tokens["access_token"]).data
        check(asked["groups"] == said["groups"], f"userinfo says {asked['groups']}")


def foreign_user(scene):
    """Somebody of another tenant signs in, and is refused at the application."""
    person = scene.tenants["tenant1"].administrator
    scene.recover(person)
    client, browser = site(scene, "acme-corp"), scene.browser()
    place = scene.identify(browser, client.start(browser), person)
    check(scene.signed_in(browser) == person, "not signed in")
    refused(place)


def wrong_redirect(scene):
    """Only registered addresses get a code: exactly those."""
    client = site(scene, "acme-corp")
    for address in (client.redirect + "&x=1", client.redirect.replace("https:", "http:"), "https://www.example.org/"):
        client.redirect = address
        place = client.start(scene.administrators_browser())
        check(isinstance(place, Answer) and place.status == 400, f"{address} is answered: {describe(place)}")


def kubectl(scene):
    """The public client on the loopback interface: its token holds the groups that role bindings name."""
    redirects = [a for blueprint in scene.platform for a in blueprint.addresses("authorization") if a.startswith("http://localhost")]
    check(redirects, "no blueprint of the platform registers an address of kubectl")
    for person, group in ((scene.administrator, "tenant-acme-corp-admins"), (NEW, "tenant-acme-corp-users")):
        client, browser = Client(scene, "platform-kubernetes", redirects[0]), scene.browser()
        tokens = client.tokens(scene.identify(browser, client.start(browser, "openid email groups"), person))
        said = claims(tokens["id_token"])
        check(said["aud"] == "platform-kubernetes" and said["email"] == person, f"the token is of {said}")
        check(said["groups"] == [group], f"{person} has the groups {said['groups']}")


def kubectl_refused(scene):
    """Whoever is in no group that kubectl is for gets no token of it."""
    person = "outsider@example.org"
    scene.authentik.shell(
        "from authentik.core.models import User\n"
        f"user = User.objects.create(username='{person}', email='{person}', name='Outsider')\n"
        f"user.set_password('{PASSWORD}'); user.save()")
    for client in (Client(scene, "platform-kubernetes", "http://localhost:8000"), site(scene, "acme-corp")):
        browser = scene.browser()
        refused(scene.identify(browser, client.start(browser), person))


def sign_out(scene):
    """A registered address is where sign-out leads; any other is not, and the session does not go on unasked."""
    client = site(scene, "acme-corp")
    for address in scene.tenants["acme-corp"].addresses("logout"):
        browser = scene.sign_in(scene.administrator)
        tokens = client.tokens(client.start(browser))
        place = client.sign_out(browser, address, tokens["id_token"])
        check(isinstance(place, Left) and place.url == address, f"sign-out leads to {describe(place)}, not to {address}")
        check(client.userinfo(tokens["access_token"]).status == 401, "the access token outlives the sign-out")
    browser = scene.sign_in(scene.administrator)
    tokens = client.tokens(client.start(browser))
    for address in ("https://www.example.org/", scene.tenants["acme-corp"].addresses("logout")[0] + "?loggedout=true"):
        place = client.sign_out(browser, address, tokens["id_token"])
        check(not isinstance(place, Left), f"an address that is not registered is followed: {describe(place)}")


def too_many_failures(scene):
    """Whoever has guessed wrong five times is stopped, though the person signs in often; the person elsewhere is not."""
    guesser = scene.browser()
    guess(scene, guesser, NEW)
    stopped(identified(scene, guesser, NEW))
    still_asked(identified(scene, guesser, scene.administrator))
    scene.sign_in(NEW)


def many_guessers(scene):
    """Guesses from many addresses stop everybody who gives that name, and nobody else."""
    for _ in range(3):
        guess(scene, scene.browser(), NEW)
    stopped(identified(scene, scene.browser(), NEW))
    scene.sign_in(scene.administrator)


def identified(scene, browser, person):
    return browser.answer(browser.visit(f"/if/flow/{scene.flow('authentication')}/"), uid_field=person)


def guess(scene, browser, person):
    """Five wrong passwords."""
    stage = identified(scene, browser, person)
    for _ in range(5):
        still_asked(stage)
        stage = browser.answer(stage, password="not the password")


def still_asked(stage):
    check(isinstance(stage, Stage) and stage.component == "ak-stage-password", f"not asked for a password: {describe(stage)}")


def stopped(stage):
    check(isinstance(stage, Stage) and stage.component == "ak-stage-access-denied", f"still asked after the failures: {describe(stage)}")
    said = stage.data.get("error_message") or ""
    check("failed attempts" in said, f"the refusal says {said}")


def too_many_mails(scene):
    """Whoever asks again and again for the mail is stopped."""
    person, flow, browser = scene.tenants["tenant1"].administrator, scene.flow("recovery"), scene.browser()
    before = len(scene.mailbox.to(person))
    stage = browser.answer(browser.visit(f"/if/flow/{flow}/"), uid_field=person)
    for _ in range(12):
        stage = browser.answer(stage)
    scene.mailbox.wait(person, before + 2)
    sent = len(scene.mailbox.to(person)) - before
    check(sent <= 6, f"{sent} mails were sent to one address")


WALKS = [
    ("sign-on at the site: role and groups of this tenant alone", sign_on),
    ("a user of a foreign tenant is refused at the application", foreign_user),
    ("an address that is not registered gets no code", wrong_redirect),
    ("kubectl's token has the groups", kubectl),
    ("a person of no tenant is refused everywhere", kubectl_refused),
    ("sign-out: registered address followed, any other not", sign_out),
    ("a guesser is stopped, the person is not", too_many_failures),
    ("guessers at many addresses are stopped", many_guessers),
    ("too many recovery mails are not sent", too_many_mails),
]
