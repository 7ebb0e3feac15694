"""Administrators with a second factor: a fleet that asks for it renders one word in another way."""

import base64
import dataclasses
import hashlib
import hmac
import struct
import time
from urllib.parse import parse_qs, urlsplit

from browser import Stage
from scene import NEW, check, describe


def code(secret, steps=0):
    """What an authenticator shows (RFC 6238), so many half minutes from now."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8), casefold=True)
    digest = hmac.new(key, struct.pack(">Q", int(time.time() // 30) + steps), hashlib.sha1).digest()
    place = digest[-1] & 15
    number = struct.unpack(">I", digest[place:place + 4])[0] & 0x7FFFFFFF
    return f"{number % 1000000:06d}"


def second_factor(scene):
    """An administrator sets it up before the first sign-in goes on, and is asked for it from then on; a member is not."""
    people = next(blueprint for blueprint in scene.platform if blueprint.name == "platform-people")
    asking = people.text.replace("required = False", "required = True")
    check("required = True" in asking, "the blueprint has no place for the factor")
    scene.put(dataclasses.replace(people, text=asking))
    try:
        secret = set_up(scene)
        asked(scene, secret)
        scene.sign_in(NEW)
    finally:
        scene.put(people)
        scene.database.query("delete from authentik_stages_authenticator_totp_totpdevice")


def set_up(scene):
    browser = scene.browser()
    stage = identified(scene, browser)
    check(isinstance(stage, Stage) and stage.component == "ak-stage-authenticator-totp", f"no factor to set up: {describe(stage)}")
    check(scene.signed_in(browser) is None, "signed in without a factor")
    secret = parse_qs(urlsplit(stage.data["config_url"]).query)["secret"][0]
    place = browser.answer(stage, code=code(secret))
    check(scene.signed_in(browser) == scene.administrator, f"not signed in with the factor: {describe(place)}")
    return secret


def asked(scene, secret):
    browser = scene.browser()
    stage = identified(scene, browser)
    check(isinstance(stage, Stage) and stage.component == "ak-stage-authenticator-validate", f"not asked for it: {describe(stage)}")
    stage = browser.answer(stage, code="000000")
    check(isinstance(stage, Stage) and stage.errors, f"a wrong code is taken: {describe(stage)}")
    # A code counts once, so this is the next one; a wrong one costs a moment's wait.
    time.sleep(2)
    place = browser.answer(stage, code=code(secret, 1))
    check(scene.signed_in(browser) == scene.administrator, f"not signed in with the factor: {describe(place)}")


def identified(scene, browser):
    return scene.identify(browser, browser.visit(f"/if/flow/{scene.flow('authentication')}/"), scene.administrator)


WALKS = [("a fleet whose administrators need a second factor", second_factor)]
