"""Content automation as the site meets it: a post in the mode that the tenant chose, and nothing more than that mode allows.

The bot is asked of as the service asks: at the Service's address, for the canonical host, by `?rest_route=`.
"""

import html
import json
import re

from sites import browser as browsers
from sites import network

_TEXT = ('<p>Text</p><script>alert(1)</script><p onclick="alert(2)" style="position:fixed">more</p><iframe src="https://example.net"></iframe>'
         '<a href="javascript:alert(3)">link</a><img src=x onerror=alert(4)>')  # fmt: skip
_FORBIDDEN = re.compile(r"<script|<iframe|onclick|onerror|javascript:", re.IGNORECASE)
_DESCRIPTION = 'Why "100%fest" <b>bread</b> & butter\n\tpays'
_SHOWN = "Why &quot;100%fest&quot; &lt;b&gt;bread&lt;/b&gt; &amp; butter pays"
_MARKS = ("tenantsmith_workflow", "tenantsmith_kind", "tenantsmith_description")


class Bot:
    """Asks the site's API with the bot's password."""

    def __init__(self, site, password=None):
        secret = password or site.secrets.read("wordpress-content-bot")["password"]
        self.site = site
        self._headers = {"Authorization": browsers.basic("content-bot", secret), "X-Forwarded-Proto": "https", "Content-Type": "application/json"}

    def ask(self, method, route, body=None, **asked):
        """The status and the JSON of an answer."""
        return ask(self.site, method, route, body, self._headers, **asked)

    def write(self, number, status, **more):
        """A post as the service makes one, of a workflow of that number."""
        meta = {"tenantsmith_workflow": workflow(number), "tenantsmith_kind": "article", "tenantsmith_description": _DESCRIPTION}
        body = {"title": f"Post {number} & <i>more</i>", "content": _TEXT, "excerpt": "In short", "status": status, "meta": meta, **more}
        return self.ask("POST", "/wp/v2/posts", body)


def workflow(number):
    return f"wf-{number:020x}"


def ask(site, method, route, body=None, headers=None, **asked):
    query = "&".join(f"{name}={value}" for name, value in asked.items())
    path = f"/?rest_route={route}" + (f"&{query}" if query else "")
    answer = browsers.plain(method, path, network.SERVICE, site.host, headers, json.dumps(body).encode() if body is not None else None)
    try:
        return answer.status, json.loads(answer.body)
    except ValueError:
        return answer.status, answer.text[:200]


def settings(site):
    """What the service is told of the tenant."""
    return json.loads(site.tenant.labelled("tenantsmith.io/content")[f"{site.tenant.name}.json"])


def status(said):
    """What becomes of a post: approval wins over publishing at once."""
    return "pending" if said["workflowApproval"] else "publish" if said["autoPublish"] else "draft"


def role(site):
    value = site.database.value("SELECT meta_value FROM wp_usermeta m JOIN wp_users u ON u.ID = m.user_id"
                                " WHERE u.user_login = 'content-bot' AND m.meta_key = 'wp_capabilities'")  # fmt: skip
    return re.findall(r'"(\w+)"', value or "")


def told(site, report):
    """The settings and the site say the same."""
    said = settings(site)
    report.equal("settings name the site", (said["site"], said["service"]), (f"https://{site.host}", f"http://wordpress.{site.tenant.namespace}.svc"))
    report.equal("the bot's role is the mode's", role(site), ["author" if status(said) == "publish" else "contributor"])
    there = {name.replace("&amp;", "&") for (name,) in
             site.database.query("SELECT t.name FROM wp_terms t JOIN wp_term_taxonomy x ON x.term_id = t.term_id WHERE x.taxonomy = 'category'")}  # fmt: skip
    report.equal("default categories are made", sorted(set(said["defaultCategories"]) - there), [])
    code, answer = Bot(site).ask("POST", "/wp/v2/categories", {"name": "Made by the bot"})
    report.equal("the bot makes no category", (code, answer.get("code")), (403, "rest_cannot_create"))


def modes(site, report, service=None):
    """The three modes, each with the role that the install Job gives for it; the Job moves the role there and back."""
    own = site.tenant.config()["content-bot.php"]
    begun = "author" if "'role' => 'author'" in own else "contributor"
    for number, mode in ((1, "draft"), (3, "publish"), (2, "pending")):
        wanted = "author" if mode == "publish" else "contributor"
        if role(site) != [wanted]:
            _moved(site, report, wanted)
        written(site, report, number, mode)
        if service:
            _served(site, report, service, number, mode)
        if wanted == "contributor":
            _not_published(site, report, number, mode)
    if service:
        report.equal("the service finds the post of each mode", [_state(service.ask("find", **{"with": [workflow(50 + n)]})) for n in (1, 2, 3)],
                     ["draft", "pending", "publish"])  # fmt: skip
    # Whoever was promoted by hand is what the texts say after the next run.
    site.database.query("UPDATE wp_usermeta SET meta_value = 'a:1:{s:13:\"administrator\";b:1;}' WHERE meta_key = 'wp_capabilities'"
                        " AND user_id = (SELECT ID FROM wp_users WHERE user_login = 'content-bot')")  # fmt: skip
    _moved(site, report, begun)
    report.equal("the texts are as they were", site.tenant.config()["content-bot.php"], own)


def _moved(site, report, wanted):
    """A run of the Job as it is rendered for a tenant of another mode."""
    config = site.tenant.config()
    own, before, password = config["content-bot.php"], role(site), _passwords(site)
    config["content-bot.php"] = re.sub(r"'role' => '\w+'", f"'role' => '{wanted}'", own)
    code, said = site.job()
    config["content-bot.php"] = own
    report.holds(f"install Job for a bot that is {wanted} ends with 0", code == 0, f"{code}: {said[-300:]}")
    report.equal(f"the next run makes the bot {wanted} instead of {', '.join(before)}", role(site), [wanted])
    report.equal("its password stays", _passwords(site), password)


def _passwords(site):
    """The application passwords without the times of use."""
    value = site.database.value("SELECT meta_value FROM wp_usermeta m JOIN wp_users u ON u.ID = m.user_id"
                                " WHERE u.user_login = 'content-bot' AND m.meta_key = '_application_passwords'")  # fmt: skip
    return re.findall(r'"(?:uuid|password)";s:\d+:"([^"]+)"', value or "")


def written(site, report, number, mode):
    """A post of the mode: its state, its text without anything that runs, its marks."""
    code, post = Bot(site).write(number, mode)
    report.equal(f"mode {mode}: the post is there", (code, isinstance(post, dict) and post.get("status")), (201, mode))
    if code != 201:
        return
    stored = site.database.value(f"SELECT post_content FROM wp_posts WHERE ID = {post['id']}")
    report.holds(f"mode {mode}: no script is stored", not _FORBIDDEN.search(stored or "<script"), stored)
    report.equal(f"mode {mode}: its marks", [post["meta"][name] for name in _MARKS],
                 [workflow(number), "article", 'Why "100%fest" <b>bread</b> & butter pays'])  # fmt: skip
    code, found = Bot(site).ask("GET", "/wp/v2/posts", tenantsmith_workflow=workflow(number), status="any")
    report.equal(f"mode {mode}: it is found by its workflow", (code, [each["id"] for each in found]), (200, [post["id"]]))
    page = site.browser().get(post["link"])
    if mode == "publish":
        _on_the_page(page, report, "published at once")
    else:
        report.holds(f"mode {mode}: no visitor sees it", page.status == 404 and _SHOWN not in page.text, str(page.status))


def _on_the_page(page, report, when):
    shown = re.findall(r'<meta name="description" content="([^"]*)"', page.text)
    report.equal(f"one description on the page, {when}", (page.status, shown), (200, [_SHOWN]))
    runs = re.search(r"<script[^>]*>\s*alert\(|on(click|error)=|href=.javascript:|<iframe", page.text)
    report.holds(f"nothing of the text runs on the page, {when}", not runs, runs and runs[0])


def _not_published(site, report, number, mode):
    """A contributor publishes nothing, neither at once nor later, nor in the future."""
    bot = Bot(site)
    _, found = bot.ask("GET", "/wp/v2/posts", tenantsmith_workflow=workflow(number), status="any")
    tried = {"at once": bot.write(90 + number, "publish"), "in the future": bot.write(90 + number, "future", date="2090-01-01T00:00:00"),
             "privately": bot.write(90 + number, "private"), "later": bot.ask("POST", f"/wp/v2/posts/{found[0]['id']}", {"status": "publish"})}  # fmt: skip
    for how, (code, answer) in tried.items():
        report.equal(f"mode {mode}: the bot publishes nothing {how}", (code, answer.get("code")), (403, "rest_cannot_publish"))
    rows = site.database.query("SELECT post_status FROM wp_posts p JOIN wp_postmeta m ON m.post_id = p.ID WHERE m.meta_key = 'tenantsmith_workflow'"
                               f" AND m.meta_value IN ('{workflow(number)}', '{workflow(90 + number)}') AND p.post_type = 'post'")  # fmt: skip
    report.equal(f"mode {mode}: and nothing is left of the tries", rows, [[mode]])


_WRITTEN = ('<h2>Größe &amp; "Maß" 🥖</h2><p>See <a href="https://example.net/a?b=1&amp;c=2">this</a> &lt;b&gt; [gallery ids="1"]</p>\n'
            "<p>https://www.youtube.com/watch?v=x</p><ul><li>one</li></ul><pre><code>a &lt; b</code></pre><script>alert(1)</script>")  # fmt: skip


def _served(site, report, service, number, mode):
    """The same by the service's own code."""
    asked = {"title": 'Bread & "butter" <b>', "excerpt": _DESCRIPTION, "html": _WRITTEN, "kind": "article"}
    categories = service.said["defaultCategories"]
    made = service.ask("create", mode, workflow=workflow(50 + number), categories=[*categories, "None such"], **asked)
    report.holds(f"mode {mode}: the service stores a post", isinstance(made, dict) and made["status"] == mode, str(made))
    if not isinstance(made, dict):
        return
    report.equal(f"mode {mode}: it knows the site's categories", made["missing"], ["None such"])
    there = site.database.query("SELECT t.name FROM wp_terms t JOIN wp_term_taxonomy x ON x.term_id = t.term_id JOIN wp_term_relationships r"
                                f" ON r.term_taxonomy_id = x.term_taxonomy_id WHERE x.taxonomy = 'category' AND r.object_id = {made['id']}")  # fmt: skip
    if categories:
        report.equal(f"mode {mode}: and puts the post there", sorted(html.unescape(name) for (name,) in there), sorted(categories))
    report.equal(f"mode {mode}: the title is the writer's", html.unescape(made["title"]), asked["title"])
    if mode == "publish":
        page = site.browser().get(made["link"])
        _on_the_page(page, report, "stored by the service")
        # As every theme shows it.
        shown = ask(site, "GET", f"/wp/v2/posts/{made['id']}")[1]["content"]["rendered"]
        report.holds("no shortcode and no frame comes of a text", "[gallery ids=" in html.unescape(shown) and "<iframe" not in shown, shown[:400])
        report.holds("letters arrive as they were written", re.search(r"<h2[^>]*>Größe &(#0?38|amp); .*Maß.* 🥖</h2>", shown), shown[:200])
    else:
        tried = service.ask("create", "publish", workflow=workflow(70 + number), categories=[], **asked)
        report.equal(f"mode {mode}: the service is refused what the mode does not allow", tried, "CNT403")


def _state(post):
    return post["status"] if isinstance(post, dict) else post


def followed(site, report, service):
    """What the service sees of posts that others have taken over, and of a site that does not let it in."""
    for number, state in ((2, "publish"), (52, "pending")):
        found = service.ask("find", **{"with": [workflow(number)]})
        report.equal(f"the service finds a post that is {state} now", _state(found), state)
    _, posts = Bot(site).ask("GET", "/wp/v2/posts", tenantsmith_workflow=workflow(2), status="any")
    report.equal("and reads what became of it", _state(service.ask("post", **{"with": [posts[0]["id"]]})), "publish")
    site.wordpress(f"wp_set_current_user(1); wp_trash_post({service.ask('find', **{'with': [workflow(51)]})['id']});")
    report.equal("a post in the trash is found there", _state(service.ask("find", **{"with": [workflow(51)]})), "trash")
    report.equal("no post of no workflow is found", service.ask("find", **{"with": [workflow(99)]}), None)
    gone = [service.ask("post", **{"with": [number]}) for number in (999999,)]
    report.equal("a post that is gone is gone", gone, [None])
    service.password("wrong")
    for what, given in (("find", [workflow(2)]), ("terms", ["categories", ["Blog"]])):
        report.equal(f"a wrong password is told at once: {what}", service.ask(what, **{"with": given}), "CNT403")
    service.password("")
    report.equal("no password yet is told as such", service.ask("find", **{"with": [workflow(2)]}), "CNT401")
    service.password(site.secrets.read("wordpress-content-bot")["password"])


def approved(site, report, administrator):
    """The tenant's own people publish with their own account, and WordPress knows who."""
    bot = Bot(site)
    _, found = bot.ask("GET", "/wp/v2/posts", tenantsmith_workflow=workflow(2), status="any")
    post = found[0]
    page = administrator.get(f"https://{site.host}/wp-admin/edit.php?post_status=pending&post_type=post")
    report.holds("administrators find it under Pending", page.status == 200 and f'id="post-{post["id"]}"' in page.text, str(page.status))
    nonce = administrator.get(f"https://{site.host}/wp-admin/admin-ajax.php?action=rest-nonce").text
    answer = administrator.ask("POST", f"https://{site.host}/wp-json/wp/v2/posts/{post['id']}", b'{"status": "publish"}',
                               {"Content-Type": "application/json", "X-WP-Nonce": nonce})  # fmt: skip
    report.equal("an administrator publishes it", (answer.status, json.loads(answer.body).get("status")), (200, "publish"))
    name = next(each["value"] for each in site.tenant.install()["containers"][0]["env"] if each["name"] == "ADMIN_USER")
    who = site.database.query("SELECT u.user_login FROM wp_posts p JOIN wp_users u ON u.ID = p.post_author WHERE p.post_type = 'revision'"
                              f" AND p.post_parent = {post['id']} ORDER BY p.ID DESC LIMIT 1")  # fmt: skip
    report.equal("WordPress' record says who did it", who, [[name]])
    _on_the_page(site.browser().get(json.loads(answer.body)["link"]), report, "published by an administrator")
    code, found = bot.ask("GET", f"/wp/v2/posts/{post['id']}")
    report.equal("the bot reads what became of it", (code, found.get("status"), found.get("meta", {}).get(_MARKS[0])), (200, "publish", workflow(2)))
    code, found = bot.ask("POST", f"/wp/v2/posts/{post['id']}", {"title": "changed"})
    report.equal("and changes nothing any more", (code, found.get("code")), (403, "rest_cannot_edit"))


def hidden(site, report):
    """Strangers do not see that a post came from content automation."""
    code, posts = ask(site, "GET", "/wp/v2/posts", per_page=100)
    told_of = [post["id"] for post in posts for name in _MARKS if name in (post.get("meta") or {})]
    report.holds("no mark of a post is told to strangers", code == 200 and posts and not told_of, f"{code}: {told_of}")
    answers = {ask(site, "GET", "/wp/v2/posts", tenantsmith_workflow=workflow(2), **more)[1] == [] for more in ({}, {"include": posts[0]["id"]})}
    report.equal("no stranger finds a post by its workflow", answers, {True})
    code, answer = Bot(site).ask("GET", "/wp/v2/posts", tenantsmith_workflow="wf-1%27%20OR%201=1")
    report.equal("what is no workflow is refused", (code, answer.get("code")), (400, "rest_invalid_param"))
    stranger = Bot(site, "wrong")
    for what, (code, answer) in {"writes nothing": stranger.write(80, "draft"), "reads nothing": stranger.ask("GET", "/wp/v2/categories")}.items():
        report.equal(f"a wrong password {what}", (code, isinstance(answer, dict) and answer.get("code")), (401, "incorrect_password"))


def described(site, report):
    """The description where something else prints it, or where nobody may see it."""
    _, found = Bot(site).ask("GET", "/wp/v2/posts", tenantsmith_workflow=workflow(3), status="any")
    number = found[0]["id"]
    site.database.query(f"UPDATE wp_posts SET post_password = 'secret' WHERE ID = {number}")
    page = site.browser().get(f"https://{site.host}/?p={number}")
    page = site.browser().follow(page)[-1]
    report.holds("the description of a post with a password is not told", page.status == 200 and _SHOWN not in page.text, str(page.status))
    site.database.query(f"UPDATE wp_posts SET post_password = '' WHERE ID = {number}")
    # Yoast stands in here by what it defines and asks.
    ask_yoast = (f"query_posts('p={number}'); echo 'own=', apply_filters('wpseo_metadesc', 'its own'), '|none=', apply_filters('wpseo_metadesc', '');"
                 " define('WPSEO_VERSION', '1'); ob_start(); do_action('wp_head'); $head = ob_get_clean();"
                 " echo '|head=', substr_count($head, 'name=\"description\"');")  # fmt: skip
    said = site.wordpress(ask_yoast, environment={"HTTP_HOST": site.host})[1].strip().split("\n")[-1]
    report.equal("Yoast gets the description where it has none", said, 'own=its own|none=Why "100%fest" <b>bread</b> & butter pays|head=0')


def permalinks(site, report, service=None):
    """With every setting of permalinks, without a redirect."""
    value = site.database.value("SELECT option_value FROM wp_options WHERE option_name = 'permalink_structure'")
    for number, structure in ((31, ""), (32, "/archives/%post_id%"), (33, value)):
        site.database.query(f"UPDATE wp_options SET option_value = '{structure}' WHERE option_name = 'permalink_structure'")
        site.database.query("UPDATE wp_options SET option_value = '' WHERE option_name = 'rewrite_rules'")
        name = structure or "plain"
        code, post = Bot(site).write(number, "draft")
        report.equal(f"permalinks {name}: a post is written", code, 201)
        if service:
            report.equal(f"permalinks {name}: the service finds its post", _state(service.ask("find", **{"with": [workflow(53)]})), "publish")
        _, found = Bot(site).ask("GET", "/wp/v2/posts", tenantsmith_workflow=workflow(3))
        page = site.browser().get(found[0]["link"])
        _on_the_page(page, report, f"permalinks {name}")
