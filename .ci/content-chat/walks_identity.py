"""Who may speak for a site: what the provider says at this moment, not what Open WebUI learned at the sign-in."""

import threading
import time

from claims import check, equal
from scene import ACME, OTHER


def code(scene, turn):
    """The code of a refusal, which the chat shows with its text."""
    check(turn.error, f"nothing was refused: {turn.content}")
    error = next(call for call in scene.calls(turn) if not call.task).error
    equal(turn.error, error["message"], "what the chat shows of the refusal")
    return error["code"]


def moved_between_tenants(scene):
    """Without signing in again: the sites of this moment count."""
    anna, before = scene.signed_in("anna"), scene.count()
    scene.moved("anna", "tenant-tenant1-users")
    moved = anna.ask("News of the other tenant")
    equal((moved.error, scene.count()), ("", before | {OTHER: before[OTHER] + 1}), "refusal and posts")
    equal(code(scene, anna.ask(f"site: {ACME}\nNews of the old tenant")), "IDN202", "the code for the site that was left")
    scene.moved("anna")
    equal(code(scene, anna.ask("News of nobody")), "IDN201", "the code without a site")
    scene.moved("anna", "tenant-acme-corp-users")
    equal(anna.ask("/usage").error, "", "the refusal after the way back")
    equal(scene.count(), before | {OTHER: before[OTHER] + 1}, "the posts")


def two_sites(scene):
    scene.provider.add("carl", "tenant-acme-corp-users", "tenant-tenant1-admins")
    carl, before = scene.signed_in("carl"), scene.count()
    equal(code(scene, carl.ask("A text of two sites")), "REQ103", "the code without a site named")
    equal(carl.ask(f"site: {OTHER}\nA text of one site").error, "", "the refusal with a site named")
    equal(scene.count(), before | {OTHER: before[OTHER] + 1}, "the posts")


def renewals(scene, rotates):
    """An access token that is nearly over is renewed before each call, and four come at once."""
    scene.provider.rotates_refresh, before = rotates, scene.provider.asked.count("/application/o/token/")
    scene.provider.lifetime = 240
    try:
        scene.provider.add("rita", "tenant-acme-corp-users")
        rita = scene.person("rita")
        rita.sign_in()
        for _ in range(3):
            answers = at_once(4, lambda: rita.browser.post("/api/chat/completions", json={
                "model": "content", "stream": False, "messages": [{"role": "user", "content": "/usage"}]}))
            equal({answer.status_code for answer in answers}, {200}, f"what four at once get: {[answer.text[:200] for answer in answers]}")
        check(scene.provider.asked.count("/application/o/token/") >= before + 4, "nothing was renewed")
        equal(rita.ask("/usage").error, "", "the refusal afterwards")
    finally:
        scene.provider.lifetime, scene.provider.rotates_refresh = 600, True


def at_once(count, work):
    answers = []
    threads = [threading.Thread(target=lambda: answers.append(work())) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    equal(len(answers), count, "how many were answered")
    return answers


def disabled(scene):
    scene.provider.add("dora", "tenant-acme-corp-users")
    dora = scene.signed_in("dora")
    equal(dora.ask("/usage").error, "", "the refusal before")
    scene.provider.disable("dora")
    time.sleep(2.5)
    equal(code(scene, dora.ask("A text of nobody any more")), "IDN103", "the code")


def session_over(scene):
    """The provider takes no renewal any more: the chat says what to do, and that helps."""
    scene.provider.add("olga", "tenant-acme-corp-users")
    scene.provider.lifetime = 240
    try:
        olga = scene.signed_in("olga")
        scene.provider.refresh.clear()
        equal(code(scene, olga.ask("/usage")), "IDN101", "the code")
    finally:
        scene.provider.lifetime = 600
    olga.sign_in()
    equal(olga.ask("/usage").error, "", "the refusal after another sign-in")


def provider_away(scene):
    anna = scene.signed_in("anna")
    time.sleep(2.5)
    scene.provider.mode = "down"
    try:
        equal(code(scene, anna.ask("A text that nobody can vouch for")), "IDN104", "the code")
    finally:
        scene.provider.mode = "good"
    equal(anna.ask("/usage").error, "", "the refusal afterwards")


def provider_away_at_a_renewal(scene):
    """Open WebUI gives a session up that it could not renew, so that whoever wrote meanwhile has to sign in again."""
    scene.provider.add("otto", "tenant-acme-corp-users")
    scene.provider.lifetime = 240
    try:
        otto = scene.signed_in("otto")
        scene.provider.mode = "down"
        equal(code(scene, otto.ask("/usage")), "IDN101", "the code while the provider is away")
    finally:
        scene.provider.lifetime, scene.provider.mode = 600, "good"
    equal(code(scene, otto.ask("/usage")), "IDN101", "the code afterwards")
    otto.sign_in()
    equal(otto.ask("/usage").error, "", "the refusal after another sign-in")


def administrator_of_the_platform(scene):
    """The account with a password has no sign-on at the provider, so it speaks for no site."""
    environment = scene.shared.container.environment
    known = {"email": environment["WEBUI_ADMIN_EMAIL"], "password": environment["WEBUI_ADMIN_PASSWORD"]}
    admin = scene.person("nobody")
    equal(admin.browser.post("/api/v1/auths/signin", json=known).status_code, 403, "the sign-in with a password, which is switched off")
    admin.use(scene.token_of_password(known["email"]))
    equal(admin.browser.get("/api/v1/auths/").json()["role"], "admin", "the role of that account")
    equal(code(scene, admin.ask("A text of the platform")), "IDN101", "the code")


WALKS = [
    ("a user who is moved between tenants follows in the same session", moved_between_tenants),
    ("a member of two tenants names the site", two_sites),
    ("four renewals at once, three times, the refresh token stays as the blueprint says", lambda scene: renewals(scene, rotates=False)),
    ("four renewals at once, three times, with a provider that changes refresh tokens", lambda scene: renewals(scene, rotates=True)),
    ("a user who is disabled is out", disabled),
    ("a session that cannot be renewed: sign in again", session_over),
    ("a provider that does not answer lets nobody in", provider_away),
    ("a provider that does not answer when a session is to be renewed: sign in again", provider_away_at_a_renewal),
    ("the platform's administrator without single sign-on is not known", administrator_of_the_platform),
]
