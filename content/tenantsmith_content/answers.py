"""What the chat shows: a result as a text. Whatever strangers wrote in it is no Markdown."""

from collections.abc import Iterable, Mapping, Sequence

from .ledger import FAILED, RUNNING, Row
from .settings import Tenant
from .text import shown
from .wordpress import Post
from .writer import Draft

_STATES = {
    "publish": "published",
    "pending": "waiting for approval",
    "draft": "a draft",
    "future": "scheduled",
    "private": "private",
    "trash": "in the bin",
}


def state(status: str) -> str:
    """A status of WordPress in words."""
    return _STATES.get(status) or shown(status, 40)


def writing(tenant: Tenant) -> str:
    """The first words of an answer that takes minutes."""
    return f"Writing for **{shown(tenant.name)}** ...\n\n"


def done(
    tenant: Tenant, row: Row, draft: Draft, post: Post, missing: Sequence[str], used: int
) -> str:
    """The post is there."""
    lines = [f"**{shown(draft.title)}**", "", f"On {tenant.site} this is {state(post.status)}."]
    if post.status == "publish":
        lines.append(f"Read it: {post.link}")
    else:
        what = "Edit or approve it" if post.status == "pending" else "Edit it"
        lines.append(f"{what}: {tenant.site}/wp-admin/post.php?post={post.id}&action=edit")
    lines += [f"- note: {note}" for note in draft.notes]
    lines += [
        f'- note: category "{shown(name)}" does not exist on the site and was left out'
        for name in missing
    ]
    return "\n".join([*lines, "", f"`{row.id}`, {count(tenant, used)}"])


def seen(row: Row) -> str:
    """The same message came again."""
    if row.state == RUNNING:
        return (
            f"This message is being worked on already, as `{row.id}`. "
            f"Ask /status {row.id} in a minute."
        )
    return (
        f"This message has already become **{shown(row.title or 'a post')}** ({row.link}), as "
        f"`{row.id}`. Nothing new was written; send a new message for another post."
    )


def status(row: Row, post: Post | None) -> str:
    """One workflow; ``post`` is asked for where it succeeded, and None if it is gone."""
    if row.state == RUNNING:
        return f"`{row.id}` is running."
    if row.state == FAILED:
        return f"`{row.id}` failed ({row.reason}) and was not counted."
    title = f"`{row.id}` **{shown(row.title or 'a post')}**"
    if post is None:
        return f"{title} is deleted."
    return f"{title} is {state(post.status)}: {post.link}"


def latest(rows: Iterable[Row]) -> str:
    """The newest workflows of a tenant."""
    lines = [
        f"- `{r.id}` {r.state}: {shown(r.title or r.reason or r.kind)} ({shown(r.name, 60)})"
        for r in rows
    ]
    return "\n".join(lines) or "No workflow yet."


def usage(tenant: Tenant, used: int) -> str:
    """How much of the month is used."""
    return f"{shown(tenant.name)}: {count(tenant, used)}."


def count(tenant: Tenant, used: int) -> str:
    """The same inside a sentence."""
    if tenant.month_limit is None:
        return f"{used} workflows used this month, no limit"
    return f"{used} of {tenant.month_limit} workflows used this month"


def help_text(roles: Mapping[str, str], tenants: Mapping[str, Tenant]) -> str:
    """What a message may hold, and what this user may do where."""
    first = tenants[min(roles)]
    lines = [
        "Describe what to write; it becomes a post of your site. "
        "Before the text a message may hold these lines:",
        "",
        f"    site: {first.id}",
        f"    type: {first.kinds[0]}",
        "    template: release_notes",
        "    categories: Blog, News",
        "",
        "Other messages: `/usage`, `/list`, `/status wf-...`, `/help`.",
        "",
    ]
    for name in sorted(roles):
        t = tenants[name]
        templates = f"; templates {', '.join(shown(n, 40) for n in t.templates)}"
        lines.append(
            f"- **{shown(t.name)}** (`{name}`), you are one of its {roles[name]}: "
            f"{', '.join(t.kinds)}{templates if t.templates else ''}; "
            f"new posts are {state(t.status)}"
        )
    return "\n".join(lines)
