"""What the instances keep apart: a tenant's own one from the shared one, and users from what they could share."""

import re
from pathlib import Path

import open_webui
import rendered
from claims import check, equal
from scene import ACME, OWN
from walks_identity import code


def own_instance(scene):
    """Somebody in two tenants: at the tenant's own Open WebUI there is that tenant only, and at the shared one there is not."""
    scene.provider.add("gina", "tenant-globex-users", "tenant-acme-corp-users")
    before = scene.count()
    gina = scene.signed_in("gina", scene.own)
    equal(gina.models(), ["content"], "the models of the tenant's own instance")
    turn = gina.ask("News of the own instance")
    equal((turn.error, scene.count()), ("", before | {OWN: before[OWN] + 1}), "refusal and posts")
    equal(scene.posts(OWN)[-1]["status"], "pending", "the state of the post, where approval is on")
    equal(code(scene, gina.ask(f"site: {ACME}\nNews of a foreign site")), "IDN202", "the code for another site of hers")
    before = scene.count()
    there = scene.signed_in("gina", scene.shared)
    equal(code(scene, there.ask(f"site: {OWN}\nNews from outside")), "IDN202", "the code at the shared instance")
    equal((there.ask("News of the shared instance").error, scene.count()), ("", before | {ACME: before[ACME] + 1}), "refusal and posts")


def nothing_to_share(scene):
    anna = scene.signed_in("anna")
    model = {"id": "mine", "name": "Mine", "base_model_id": "content", "meta": {}, "params": {}, "access_grants": []}
    for path, body in {"/api/v1/models/create": model, "/api/v1/channels/create": {"name": "room"}, "/api/v1/auths/api_key": {}}.items():
        answer = anna.browser.post(path, json=body)
        check(answer.status_code in (401, 403), f"{path} is {answer.status_code}: {answer.text[:200]}")
    channels = anna.browser.get("/api/v1/channels/")
    check(channels.status_code in (401, 403) or channels.json() == [], f"channels: {channels.status_code} {channels.text[:200]}")
    equal(anna.models(), ["content"], "the models afterwards")


def no_membership(scene):
    scene.provider.add("nina")
    nina = scene.person("nina")
    nina.sign_in()
    answer = nina.browser.get("/api/models")
    check(answer.status_code in (401, 403), f"somebody of no tenant sees models: {answer.status_code} {answer.text[:200]}")


def every_variable_is_read(scene):
    """A name that Open WebUI does not know, or knows no more, would be set in vain."""
    code = "\n".join(file.read_text(encoding="utf-8") for file in Path(open_webui.__file__).parent.rglob("*.py"))
    known = set(re.findall(r"['\"]([A-Z][A-Z0-9_]+)['\"]", code)) | {"HOME"}
    for instance in (scene.shared, scene.own):
        equal(sorted(set(instance.container.environment) - known), [], f"variables of {instance.client} that nobody reads")


def providers_renew_without_rotation(scene):
    """What the walks assume of Authentik is what is rendered."""
    for client, file in scene.blueprints.items():
        told = rendered.renews(file, client)
        check(told["refresh_token_threshold"] not in ("seconds=0", "0"), f"{client} changes the refresh token at each renewal: {told}")


def restart_keeps_the_environment(scene):
    """Settings that an administrator saved do not win over what is rendered."""
    admin = scene.person("nobody")
    admin.use(scene.token_of_password(scene.shared.container.environment["WEBUI_ADMIN_EMAIL"]))
    saved = admin.browser.post("/openai/config/update", json={
        "ENABLE_OPENAI_API": False, "OPENAI_API_BASE_URLS": ["http://127.0.0.1:9/v1"], "OPENAI_API_KEYS": ["other"], "OPENAI_API_CONFIGS": {}})
    equal(saved.status_code, 200, f"saving other settings: {saved.text[:200]}")
    admin.close()
    scene.shared.process.stop()
    scene.shared.process.start("/health/db", 300)
    anna = scene.person("anna")
    anna.sign_in()
    equal(anna.models(), ["content"], "the models after a restart")
    equal(anna.ask("/usage").error, "", "the refusal after a restart")


def nothing_in_the_logs(scene):
    """Neither in the service's, which knows no name either, nor in those of Open WebUI."""
    logs = {process.name: process.log.read_text(errors="replace") for process in (scene.content, scene.shared.process, scene.own.process)}
    check('"tenant"' in logs["content"] and ACME in logs["content"], "the service's log tells of no workflow")
    secret = {call.headers["authorization"].removeprefix("Bearer ") for call in scene.relay.calls if "authorization" in call.headers}
    secret |= {site.password for site in scene.sites.values()} | set(scene.provider.refresh)
    check(len(secret) > 10, f"hardly any token was used: {len(secret)}")
    for name, log in logs.items():
        check(not [token for token in secret if token in log], f"a token or a password is in the log of {name}")
        for text in ("shelf", "News of", *(("anna", "@example.com") if name == "content" else ())):
            check(text not in log, f"{text!r} is in the log of {name}")


WALKS = [
    ("Open WebUI reads every variable that is set", every_variable_is_read),
    ("the providers' blueprints keep refresh tokens", providers_renew_without_rotation),
    ("a tenant's own instance speaks for that tenant, the shared one for the others", own_instance),
    ("users make no model, no room and no key", nothing_to_share),
    ("somebody of no tenant is let in nowhere", no_membership),
    ("after a restart the rendered environment counts", restart_keeps_the_environment),
    ("no token and no text in any log, and no name in the service's", nothing_in_the_logs),
]
