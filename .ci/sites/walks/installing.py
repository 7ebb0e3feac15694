"""The install Job: from nothing, again, and after each kind of cut."""

import pathlib
import threading
import time

from sites import browser as browsers

_MARK = "a kill at the moment that"


def installs(site, report):
    code, said = site.job()
    report.holds("install Job ends with 0 at the first try", code == 0, f"{code}: {said[-500:]}")
    report.equal("readiness after the install", site.probe("readinessProbe"), 200)
    _whole(site, report, "after the install")


def _whole(site, report, when):
    """One administrator with the role, content, a category."""
    query = site.database.query
    administrators = query("SELECT u.user_login FROM wp_users u JOIN wp_usermeta m ON m.user_id = u.ID"
                           " WHERE m.meta_key = 'wp_capabilities' AND m.meta_value LIKE '%administrator%'")  # fmt: skip
    wanted = [[_environment(site)["ADMIN_USER"]]]
    posts = int(site.database.value("SELECT COUNT(*) FROM wp_posts WHERE post_status = 'publish' AND post_type IN ('post', 'page')") or 0)
    terms = int(site.database.value("SELECT COUNT(*) FROM wp_terms") or 0)
    roles = site.database.value("SELECT LENGTH(option_value) FROM wp_options WHERE option_name = 'wp_user_roles'")
    report.holds(f"one administrator with role, content and roles {when}", administrators == wanted and posts >= 2 and terms >= 1 and int(roles or 0) > 1000,
                 f"administrators {administrators}, {posts} posts, {terms} terms, roles {roles}")  # fmt: skip


def _environment(site):
    return {each["name"]: each.get("value") for each in site.tenant.install()["containers"][0]["env"]}


def again(site, report):
    """A second run changes nothing but what is new by nature: the bot's application password and times of caches."""
    # The first visit does what the switch of a theme has left to it.
    site.browser().get(f"https://{site.host}/")
    before, files = _rows(site), _files(site.content())
    code, said = site.job()
    report.holds("second run of the install Job ends with 0", code == 0, f"{code}: {said[-500:]}")
    after = _rows(site)
    changed = sorted(set(before) ^ set(after))
    report.holds("second run changes no row", not changed, "\n".join(line[:160] for line in changed[:4]))
    report.equal("second run changes no file", _files(site.content()), files)


def _rows(site):
    by_nature = ("_application_passwords", "_transient_", "'cron'", "_site_transient")
    return [line for line in site.database.dump() if line.startswith("INSERT") and not any(word in line for word in by_nature)]


def _files(folder):
    return sorted((str(path.relative_to(folder)), path.stat().st_size) for path in pathlib.Path(folder).rglob("*") if path.is_file())


def moments(site):
    """Where an install may be cut off: what is seen in the database then."""
    count = site.database.value
    return {
        "some tables are there": lambda: 3 <= len(site.database.tables()) < 10,
        "the address is set and nobody is there":
            lambda: count("SELECT COUNT(*) FROM wp_options WHERE option_name = 'siteurl'") == "1" and count("SELECT COUNT(*) FROM wp_users") == "0",
        "the administrator has no role yet":
            lambda: count("SELECT COUNT(*) FROM wp_users") == "1" and count("SELECT COUNT(*) FROM wp_usermeta WHERE meta_key = 'wp_capabilities'") == "0",
        "the first post is there": lambda: count("SELECT COUNT(*) FROM wp_posts") in ("1", "2"),
        "the addresses are set": lambda: count("SELECT LENGTH(option_value) FROM wp_options WHERE option_name = 'permalink_structure'") not in (None, "0"),
    }  # fmt: skip


def survives_kill(site, report, chosen):
    for moment, reached in chosen.items():
        site.forget()
        if not _killed(site, reached):
            report.holds(f"{_MARK} {moment}", False, "the moment was not seen")
            continue
        code, said = site.job()
        report.holds(f"{_MARK} {moment}: the next run ends with 0", code == 0, f"{code}: {said[-400:]}")
        _whole(site, report, f"after {_MARK} {moment}")
        owner_free(site, report)


def _killed(site, reached):
    """Whether the Job was killed at the moment; the database is made slow just before, so that no moment is too short to be seen."""
    seen = threading.Event()

    def watch(container):
        def loop():
            slow = set()
            while container.running():
                for table in ("wp_usermeta", "wp_users", "wp_posts", "wp_options"):
                    if table not in slow and site.database.value(f"SHOW TABLES LIKE '{table}'"):
                        site.database.query(f"CREATE TRIGGER slow_{table} BEFORE INSERT ON {table} FOR EACH ROW SET @slow = SLEEP(0.05)")
                        slow.add(table)
                if reached():
                    seen.set()
                    container.kill()
                    return
                time.sleep(0.002)

        threading.Thread(target=loop, daemon=True).start()

    pod = site.node.pod(site.tenant.install(), "killed")
    pod.run_once(watch)
    pod.remove()
    return seen.is_set()


def owner_free(site, report):
    """Where people sign on elsewhere, no local account may hold the address of the tenant's administrator."""
    mail = _environment(site)["ADMIN_EMAIL"]
    holder = site.database.value(f"SELECT user_login FROM wp_users WHERE user_email = '{mail}'")
    if site.identity_hosts():
        report.equal("the administrator's address is free for sign-on", holder, None)
        return
    report.equal("without sign-on the administrator keeps the address", holder, _environment(site)["ADMIN_USER"])


def _active(site):
    """The version of each active plugin, by its folder."""
    said = site.wordpress("require_once ABSPATH . 'wp-admin/includes/plugin.php'; foreach (get_plugins() as $file => $data)"
                          " if (is_plugin_active($file)) echo 'active ', dirname($file), ' ', $data['Version'], \"\\n\";")[1]  # fmt: skip
    return dict(line.split()[1:3] for line in said.splitlines() if line.startswith("active "))


def plugins(site, report):
    """What the texts list is active in its version."""
    wanted = [[word.strip("\"'") for word in line.split()[1:3]] for line in site.tenant.config()["install.sh"].splitlines() if line.startswith("plugin ")]
    active = _active(site)
    report.equal("listed plugins are active in their versions", {name: active.get(name) for name, _ in wanted}, dict(wanted))
    modes = {oct(path.stat().st_mode & 0o7777) for path in (site.content() / "plugins").iterdir() if path.is_dir()}
    report.holds("nobody but the site's user and group may write plugins", not any(int(mode, 8) & 0o002 for mode in modes), str(modes))


def without_wordpress_org(site, report):
    """An outage of a foreign server may cost plugins, not the site; the next try brings them."""
    site.outage(True)
    code, _ = site.job()
    site.outage(False)
    report.holds("install Job without wordpress.org tells of it", code != 0, "it ended with 0")
    report.equal("the site is ready all the same", site.probe("readinessProbe"), 200)
    _whole(site, report, "without wordpress.org")
    headers = {"Authorization": browsers.basic("content-bot", site.secrets.read("wordpress-content-bot")["password"])}
    report.equal("the content bot works all the same", browsers.plain("GET", "/wp-json/wp/v2/users/me", headers=headers).status, 200)
    code, said = site.job()
    report.holds("the next run of the Job ends with 0", code == 0, f"{code}: {said[-500:]}")


def leaves_list(site, report):
    """A plugin that leaves the tenant's list is deactivated by the next Job; what people activated themselves stays."""
    config = site.tenant.config()
    listed = [line.split()[1].strip("\"'") for line in config["install.sh"].splitlines() if line.startswith("plugin ")]
    gone = listed[-1]
    said = site.wordpress("require_once ABSPATH . 'wp-admin/includes/plugin.php'; activate_plugin('akismet/akismet.php'); echo 'done';")[1]
    report.holds("somebody activates a plugin of their own", said.strip().endswith("done"), said[-300:])
    before = dict(config)
    # As it is rendered without the plugin.
    config["install.sh"] = "".join(line for line in before["install.sh"].splitlines(True) if not line.startswith(f"plugin {gone} "))
    config["extensions.php"] = before["extensions.php"].replace(f"'{gone}', ", "", 1)
    report.holds("the texts name the plugin where they are known to", config["install.sh"] != before["install.sh"] and
                 config["extensions.php"] != before["extensions.php"], gone)  # fmt: skip
    code, text = site.job()
    config.update(before)
    active = _active(site)
    report.holds("install Job ends with 0 for a shorter list", code == 0, f"{code}: {text[-300:]}")
    report.holds("what left the list is deactivated, nothing else is", gone not in active and "akismet" in active and set(listed[:-1]) <= set(active), str(active))
    code, text = site.job()
    report.holds("what comes back to the list is active again", code == 0 and gone in _active(site), f"{code}: {text[-300:]}")


def resets_with_care(site, report):
    """What begins a cut off install anew must never touch a site in which somebody has worked, nor guess when it sees no database."""
    count = len(site.database.tables())
    code, said = _reset(site)
    report.holds("reset leaves an installed site alone", (code, len(site.database.tables())) == (0, count), f"{code}: {said[-200:]}")
    code, said = _reset(site, {"WORDPRESS_DB_HOST": "other-database"})
    report.holds("reset fails where the database is not the right one", code != 0 and len(site.database.tables()) == count, f"{code}: {said[-200:]}")
    marker = site.database.query("SELECT option_value FROM wp_options WHERE option_name = 'tenantsmith_installed'")
    site.database.query("DELETE FROM wp_options WHERE option_name = 'tenantsmith_installed'")
    code, said = _reset(site)
    report.holds("reset leaves a site alone in which somebody worked before there was a mark", (code, len(site.database.tables())) == (0, count), said[-200:])
    site.database.query(f"INSERT INTO wp_options (option_name, option_value, autoload) VALUES ('tenantsmith_installed', '{marker[0][0]}', 'off')")


def _reset(site, environment=None):
    pod = site.node.pod(site.tenant.install(), "reset")
    code = pod.start(pod.spec["containers"][0], ("php", "/etc/wordpress/reset.php"), environment).wait(60)
    pod.remove()
    return code, pod.said()
