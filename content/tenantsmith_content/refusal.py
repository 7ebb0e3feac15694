"""What a user is told when a request is not done: every text in one place.

A refusal has a stable code, an HTTP status, one sentence of fact and one that says the next step.
Texts about tokens are constant: they tell a forger nothing. The chat shows these texts as they
are, not as Markdown.
"""

import math
from collections.abc import Iterable

from .text import one_line

STATUS = {
    "IDN101": 401,
    "IDN102": 401,
    "IDN103": 401,
    "IDN104": 503,
    "IDN201": 403,
    "IDN202": 403,
    "IDN203": 403,
    "REQ101": 400,
    "REQ102": 400,
    "REQ103": 400,
    "REQ104": 400,
    "REQ105": 413,
    "REQ106": 400,
    "REQ107": 400,
    "REQ108": 404,
    "REQ201": 404,
    "REQ202": 413,
    "REQ203": 400,
    "LIM101": 429,
    "LIM102": 429,
    "LIM103": 429,
    "CNT301": 502,
    "CNT302": 503,
    "CNT303": 503,
    "CNT401": 503,
    "CNT402": 503,
    "CNT403": 502,
    "CNT404": 502,
    "CNT405": 503,
    "INT101": 500,
    "INT102": 503,
}
"""Every code with the HTTP status it has where it is told before an answer has begun."""

_MOST_NAMES = 20


class Refusal(Exception):
    """A request that is refused, or a workflow that failed."""

    def __init__(self, code: str, fact: str, hint: str) -> None:
        """The message of the exception is the code alone: texts do not belong into a log."""
        super().__init__(code)
        self.code = code
        self.status = STATUS[code]
        self.fact = fact
        self.hint = hint

    def text(self) -> str:
        """What the user reads."""
        return f"{self.fact} {self.hint}"


def _names(names: Iterable[str]) -> str:
    known = sorted(names)
    listed = ", ".join(one_line(n, 60) for n in known[:_MOST_NAMES])
    if len(known) > _MOST_NAMES:
        listed += f" and {len(known) - _MOST_NAMES} more"
    return listed or "none"


# Who asks.


def no_token() -> Refusal:
    """Nothing that a sign-on left behind came with the request."""
    return Refusal(
        "IDN101",
        "Your sign-on is not known here.",
        "Sign out and in again with single sign-on, then send the message again.",
    )


def bad_token() -> Refusal:
    """One text for everything that is wrong with a token."""
    return Refusal(
        "IDN102",
        "Your sign-on is not valid or has expired.",
        "Sign out and in again, then send the message again.",
    )


def withdrawn() -> Refusal:
    """The provider does not know the token any more."""
    return Refusal(
        "IDN103",
        "Your sign-on has been withdrawn.",
        "Sign in again; if that is refused too, ask your administrator.",
    )


def provider_away() -> Refusal:
    """The provider does not answer, or answers nonsense."""
    return Refusal(
        "IDN104",
        "The sign-on service does not answer, so nobody can be let in; nothing was written.",
        "Try again in a minute.",
    )


def no_site() -> Refusal:
    """The user is in no group of a tenant that is served here."""
    return Refusal(
        "IDN201",
        "You belong to no site that has content automation.",
        "Ask your administrator to add you to the site's group, then send the message again.",
    )


def foreign_site(wanted: str, own: Iterable[str]) -> Refusal:
    """A site of others and one that does not exist are told alike."""
    return Refusal(
        "IDN202",
        f'You are no member of a site "{one_line(wanted, 40)}".',
        f"Name one of yours: {_names(own)}.",
    )


def viewer(site: str) -> Refusal:
    """Viewers read."""
    return Refusal(
        "IDN203",
        f"As a viewer of {one_line(site, 100)} you cannot write content.",
        "Ask an administrator of your site for the role of a user.",
    )


# What is asked.


def option_twice(option: str) -> Refusal:
    """The same option in two lines."""
    return Refusal("REQ101", f'The line "{option}:" stands twice.', "Remove one and send it again.")


def no_text() -> Refusal:
    """Options without a text, an empty message, a command that is none."""
    return Refusal(
        "REQ102",
        "The message does not say what to write.",
        "Describe the content; /help tells what else a message may hold.",
    )


def several_sites(own: Iterable[str]) -> Refusal:
    """It must be said which one."""
    known = sorted(own)
    return Refusal(
        "REQ103",
        f"You belong to several sites: {_names(known)}.",
        f'Begin the message with a line such as "site: {known[0]}".',
    )


def no_such_kind(site: str, wanted: str, kinds: Iterable[str]) -> Refusal:
    """A content type that the tenant has not."""
    return Refusal(
        "REQ104",
        f'{one_line(site, 100)} has no content type "{one_line(wanted, 40)}".',
        f"Use one of these: {_names(kinds)}.",
    )


def too_long(length: int, most: int) -> Refusal:
    """Lengths are counted in characters."""
    return Refusal(
        "REQ105",
        f"The message has {length} characters, {most} are allowed.",
        "Shorten it and send it again.",
    )


def no_such_category(site: str, wanted: Iterable[str], there: Iterable[str]) -> Refusal:
    """Categories that are not on the site."""
    return Refusal(
        "REQ106",
        f"{one_line(site, 100)} has no category {_names(wanted)}.",
        f"Use some of these, or leave the line out: {_names(there)}.",
    )


def too_many_categories(given: int, most: int) -> Refusal:
    """Each name is a question to the site."""
    return Refusal(
        "REQ106",
        f"The message names {given} categories, {most} are allowed.",
        "Name fewer and send it again.",
    )


def no_such_template(site: str, wanted: str, there: Iterable[str]) -> Refusal:
    """A template that the tenant has not."""
    return Refusal(
        "REQ107",
        f'{one_line(site, 100)} has no template "{one_line(wanted, 40)}".',
        f"There are: {_names(there)}. Use one of these, or leave the line out.",
    )


def no_such_workflow(site: str, wanted: str) -> Refusal:
    """An id of another tenant and one that does not exist are told alike."""
    what = f'workflow "{one_line(wanted, 40)}"' if wanted else "workflow without an id"
    return Refusal("REQ108", f"{one_line(site, 100)} has no {what}.", "/list shows the latest.")


def other_model(model: str) -> Refusal:
    """There is one model here."""
    return Refusal("REQ201", "There is no such model here.", f'Choose "{model}".')


def too_large(most: int) -> Refusal:
    """Sizes are counted in bytes."""
    return Refusal(
        "REQ202", f"The request is larger than {most // 1_000_000} MB.", "Start a new chat."
    )


def no_completion() -> Refusal:
    """Not OpenAI's protocol."""
    return Refusal(
        "REQ203",
        "The request is no chat completion.",
        "Send JSON as OpenAI's chat completions take it, with a list of messages.",
    )


# How much.


def month_used_up(site: str, limit: int, ends: str) -> Refusal:
    """``ends`` is the first day of the next month."""
    return Refusal(
        "LIM101",
        f"{one_line(site, 100)} has used all {limit} workflows of this month.",
        f"The count starts again on {ends} (UTC); a higher tier allows more.",
    )


def too_fast(count: int, window_s: float, wait_s: float) -> Refusal:
    """One user, new workflows within a window."""
    return Refusal(
        "LIM102",
        f"You have started {count} workflows within {window_s:.0f} seconds.",
        f"Wait {max(1, math.ceil(wait_s))} seconds and send the message again.",
    )


def too_many_at_once(count: int) -> Refusal:
    """One tenant, workflows at the same time."""
    return Refusal(
        "LIM103",
        f"{count} workflows of this site are being written right now, more are not allowed.",
        "Send the message again when one of them has ended, in a minute or two.",
    )


# What went wrong after it began.


def unusable_answer() -> Refusal:
    """The model answered twice with something that is no post."""
    return Refusal(
        "CNT301",
        "The language model's answer was no usable post, twice; nothing was written to the site "
        "and nothing was counted.",
        "Ask again, with more detail.",
    )


def model_silent() -> Refusal:
    """No answer in time, no connection, no key."""
    return Refusal(
        "CNT302",
        "The language model does not answer; nothing was written and nothing was counted.",
        "Try again in a minute.",
    )


def model_failed(status: int) -> Refusal:
    """The model's server answers with an error."""
    return Refusal(
        "CNT302",
        f"The language model answered {status}; nothing was written and nothing was counted.",
        "Try again in a minute, and tell your platform team if it stays so.",
    )


def model_busy() -> Refusal:
    """The model's server has too much to do."""
    return Refusal(
        "CNT303",
        "The language model is busy; nothing was written and nothing was counted.",
        "Try again in a minute.",
    )


def no_password(site: str) -> Refusal:
    """The bot's password is made by the tenant's own install Job; it arrives after it."""
    return Refusal(
        "CNT401",
        f"{one_line(site, 100)} is not ready for content automation yet; nothing was counted.",
        "Its access is still being made: try again in a few minutes.",
    )


def site_away(site: str) -> Refusal:
    """No connection, or no answer in time; nothing was posted."""
    return Refusal(
        "CNT402",
        f"The site {site} does not answer; nothing was counted.",
        "Try again in a minute.",
    )


def post_in_doubt(site: str, workflow: str) -> Refusal:
    """The post was sent, its answer did not come and the site cannot be asked."""
    return Refusal(
        "CNT402",
        f"The site {site} stopped answering while the post was stored, so it is not known yet "
        "whether it is there. It is looked for until the site answers, and counted only if found.",
        f"Do not send the message again; ask /status {workflow} in some minutes.",
    )


def bot_refused(site: str) -> Refusal:
    """Wrong password, no such user, no right to do this."""
    return Refusal(
        "CNT403",
        f"The site {site} refused the content bot; nothing was counted.",
        "Tell your platform team: its application password or its user is not as installed.",
    )


def site_failed(site: str, status: int, code: str) -> Refusal:
    """WordPress answered with an error, a redirect or something that is not its API."""
    return Refusal(
        "CNT404",
        f"The site {site} answered {status}{' ' + code if code else ''}; nothing was counted.",
        "Tell your platform team if it stays so.",
    )


def switched_off(site: str) -> Refusal:
    """The tenant's settings went away while its post was written."""
    return Refusal(
        "CNT405",
        f"Content automation of {one_line(site, 100)} was switched off while this was written; "
        "nothing was stored and nothing was counted.",
        "Ask your administrator before you send it again.",
    )


def ledger_lost(workflow: str) -> Refusal:
    """It could not be written down how a workflow ended."""
    return Refusal(
        "INT102",
        "The record of workflows cannot be written, so it is not known yet how this ended.",
        f"Do not send the message again; ask /status {workflow} in some minutes.",
    )


def bug(workflow: str = "") -> Refusal:
    """Something that nobody foresaw."""
    told = f"{workflow} and the time" if workflow else "the time"
    return Refusal("INT101", "Something went wrong here.", f"Tell your platform team {told}.")


def ledger_away() -> Refusal:
    """The record cannot be written: a full disk, or one that is gone."""
    return Refusal(
        "INT102",
        "The record of workflows cannot be written, so none may begin; nothing was written to "
        "the site and nothing was counted.",
        "Try again in some minutes, and tell your platform team if it stays so.",
    )
