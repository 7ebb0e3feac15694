"""All walks of one tenant, in a network namespace and mount namespace of its own.

Usage: python3 -m sites.tenant SETTINGS.json     SETTINGS: folder, wp, plugin, modules, python (each of the last four may be null), part
"""

import json
import pathlib
import subprocess
import sys
import tempfile

from sites import image, network, report, service, signon, site
from sites.walks import closed, content, encryption, installing, letters, media, people, serving

# The plugin is known to wordpress.org by another name than its repository has.
_SLUG = "daggerhart-openid-connect-generic"
_PLUGIN = ("css", "includes", "languages", "openid-connect-generic.php", "readme.txt")


def main(settings):
    _network()
    with tempfile.TemporaryDirectory(prefix="sites-", ignore_cleanup_errors=True) as work:
        one = site.Site(settings["folder"], work, image.built(), {"wp": settings["wp"]})
        said = report.Report(one.tenant.name)
        problem = one.runtime.trial()
        if problem:
            said.skipped("every walk", problem)
        else:
            one.surround(_archives(settings["plugin"]))
            try:
                walk(one, said, settings)
            finally:
                one.stop()
    print(json.dumps({"ok": said.ok, "failed": said.failed, "skipped": said.skips}))


def _network():
    """Nothing but loopback, with the addresses of the test."""
    subprocess.run(("ip", "link", "set", "lo", "up"), check=True)
    for address in network.PUBLIC:
        subprocess.run(("ip", "address", "add", f"{address}/32", "dev", "lo"), check=True)


def _archives(plugin):
    if not plugin:
        return {}
    root = pathlib.Path(plugin)
    files = [each for each in root.rglob("*") if each.is_file() and each.relative_to(root).parts[0] in _PLUGIN]
    return {_SLUG: network.packed(_SLUG, {str(each.relative_to(root)): each.read_bytes() for each in files})}


def walk(one, said, settings):
    said.walk(closed.starts, one, said)
    said.walk(closed.not_ready, one, said)
    said.walk(closed.redirects, one, said)
    said.walk(closed.installer_closed, one, said, "before the install")
    said.walk(closed.stranger, one, said)
    said.walk(closed.core_read_only, one, said)
    said.walk(encryption.verified, one, said)
    if not settings["wp"]:
        said.skipped("all that needs an installed site", "WP_CLI names no WP-CLI")
        return
    if not _installed(one, said, settings["part"]):
        return
    _mailed(one, said)
    _served(one, said, settings["python"])
    if settings["part"] == "late-kill":
        said.walk(installing.leaves_list, one, said)
    _signed_on(one, said, settings)
    said.walk(installing.resets_with_care, one, said)
    said.walk(serving.database_away, one, said)


def _installed(one, said, part):
    """Each tenant meets another mishap first: together they have all, and none takes long. Says whether there is a site to walk on."""
    moments = installing.moments(one)
    if part == "kills":
        said.walk(installing.survives_kill, one, said, {name: moments[name] for name in list(moments)[:-1]})
    elif part == "late-kill":
        said.walk(installing.survives_kill, one, said, dict(list(moments.items())[-1:]))
    one.forget()
    if one.relay:
        del one.relay.messages[:]
    if part == "outage":
        said.walk(installing.without_wordpress_org, one, said)
    else:
        said.walk(installing.installs, one, said)
    if one.probe("readinessProbe") != 200:
        said.holds("the walks of an installed site", False, "the site is not installed")
        return False
    said.walk(installing.again, one, said)
    said.walk(installing.owner_free, one, said)
    said.walk(installing.plugins, one, said)
    return True


def _served(one, said, python):
    for each in (serving.pages, serving.addresses, serving.names_hidden, serving.bot, serving.cron, serving.uploads_not_executed,
                 encryption.public_streams):  # fmt: skip
        said.walk(each, one, said)
    administrator = said.walk(serving.login, one, said)
    for each in (serving.no_core_updates, serving.closed_to_administrators, media.large_photo, media.largest_form) if administrator else ():
        said.walk(each, one, said, administrator)
    if administrator:
        _automated(one, said, administrator, python)
    said.walk(closed.installer_closed, one, said, "after the install")


def _automated(one, said, administrator, python):
    if not one.tenant.labelled("tenantsmith.io/content"):
        said.skipped("content automation", "the tenant does not have it")
        return
    asks = service.Service(one, python, content.settings(one)) if python else None
    if not asks:
        said.skipped("content automation by the service's own code", "its libraries cannot be had")
    said.walk(content.told, one, said)
    said.walk(content.modes, one, said, asks)
    said.walk(content.approved, one, said, administrator)
    if asks:
        said.walk(content.followed, one, said, asks)
    for each in (content.hidden, content.described):
        said.walk(each, one, said)
    said.walk(content.permalinks, one, said, asks)


def _signed_on(one, said, settings):
    if not one.identity_hosts():
        return
    if not settings["plugin"] or not settings["modules"]:
        said.skipped("sign-on, roles and sign-out", "OIDC_PLUGIN names no plugin" if settings["modules"] else "oidc-provider is not here")
        return
    people_of = said.walk(signon.SignOn, one, settings["modules"])
    if not people_of:
        return
    for each in (people.roles, people.refused, people.namesake, people.sign_out, people.changed_role, people.no_refresh_tokens):
        said.walk(each, people_of, said)
    people_of.stop()


def _mailed(one, said):
    """What was sent while the site was installed, and what is sent now."""
    if not one.relay:
        said.skipped("mail", "the fleet names no relay")
        return
    if not one.identity_hosts():
        said.walk(letters.first_password, one, said, list(one.relay.messages))
    said.walk(letters.sends, one, said)


if __name__ == "__main__":
    main(json.loads(pathlib.Path(sys.argv[1]).read_text()))
