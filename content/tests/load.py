"""Many chats at once against stubs: `python tests/load.py --chats 50 --seconds 300`.

Each turn is what Open WebUI sends for one message: the message itself and three side calls. Who is
told to wait waits so long, as people do, or with `--impatient` asks again at once. It ends with 1
if anything but a limit (LIM1xx) was refused, memory or latency are beyond what is allowed, or posts
and counts differ. The own part of an answer is what is left of it without the time that the model
takes, which is fixed; client and stubs are in it, so it is an upper bound, though both are made to
cost little. On a machine that is busy with other work, and where nobody waits as told, it is
printed and not judged.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import uvloop
from service.client import Client
from service.exposition import parse
from service.process import Service
from service.reply import of_stream

MOST_RSS_MIB = 256
MOST_P99_S = 0.2
MOST_CONTENDED = 0.15
_HERE = Path(__file__).parent
_PATH = "/v1/chat/completions"
_WAIT = re.compile(r"Wait (\d+) seconds")
_SIDE = ("title_generation", "tags_generation", "follow_up_generation")


@dataclass
class Seen:
    """What the chats saw."""

    outcomes: Counter[str] = field(default_factory=Counter)
    own: list[float] = field(default_factory=list)
    quick: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


@contextlib.contextmanager
def stub(name: str, *options: str) -> Iterator[str]:
    """A neighbour in a process of its own; its address."""
    command = [sys.executable, "-m", "service.stubs.lean", name, *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=_HERE) as process:
        assert process.stdout
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


def settings(folder: Path, site: str, tenants: int) -> list[str]:
    """Tenants with one site's address, and the password of each bot."""
    names = [f"tenant{i}" for i in range(tenants)]
    for name in ("tenants", "bots", "ledger"):
        (folder / name).mkdir()
    for name in names:
        told = {
            "tenant": name,
            "name": name,
            "site": f"https://{name}.example.com",
            "service": site,
            "user": "content-bot",
            "autoPublish": True,
            "workflowApproval": False,
            "contentTypes": ["blog_post"],
            "defaultCategories": ["Blog"],
            "seoOptimization": True,
            "customTemplates": {},
            "limits": {"workflowsPerMonth": 1_000_000},
        }
        (folder / "tenants" / f"{name}.json").write_text(json.dumps(told))
        (folder / "bots" / f"content-bot-{name}").write_text('{"password": "secret"}')
    return names


def environment(folder: Path, provider: str, model: str, rate: int) -> dict[str, str]:
    """The variables of the Deployment."""
    return {
        "CONTENT_TENANTS": str(folder / "tenants"),
        "CONTENT_BOTS": str(folder / "bots"),
        "CONTENT_LEDGER": str(folder / "ledger" / "ledger.sqlite"),
        "CONTENT_ISSUER": f"{provider}/application/o/platform-openwebui/",
        "CONTENT_AUDIENCE": "platform-openwebui",
        "CONTENT_MODEL_URL": f"{model}/v1",
        "CONTENT_MODEL": "stub",
        "CONTENT_RATE_PER_MINUTE": str(rate),
        "CONTENT_PARALLEL_PER_TENANT": "2",
        "CONTENT_GROUPS_FRESH_SECONDS": "60",
    }


def token(provider: str, user: str, tenant: str) -> str:
    """A token of a user of a tenant."""
    asked = {
        "users": {user: {"groups": [f"tenant-{tenant}-users"]}},
        "mint": {"user": user},
        "lifetime": 86_400,
    }
    made: str = httpx.post(f"{provider}/_control", json=asked, timeout=30).json()["token"]
    return made


async def turn(http: Client, held: str, late: float, seen: Seen) -> float:
    """One message and what Open WebUI asks beside it; how many seconds it is told to wait."""
    ids = {"X-Content-Chat": uuid.uuid4().hex, "X-Content-Message": uuid.uuid4().hex}
    headers = {"Authorization": f"Bearer {held}", "Content-Type": "application/json", **ids}
    text = f"Write about {ids['X-Content-Chat']}"
    body: dict[str, Any] = {
        "model": "content",
        "stream": True,
        "messages": [{"role": "user", "content": text}],
    }
    since = time.perf_counter()
    status, told = await http.post(_PATH, body, headers)
    took = time.perf_counter() - since
    wait = 0.0
    if status == httpx.codes.OK:
        reply = of_stream(status, told)
        seen.outcomes["post" if reply.posted and reply.ended else "no post"] += 1
        seen.own.append(took - late)
        if not reply.posted:
            seen.errors.append(reply.text)
    else:
        code = json.loads(told)["error"]["code"]
        seen.outcomes[code] += 1
        seen.quick.append(took)
        told_to = _WAIT.search(told)
        wait = float(told_to[1]) if told_to else 0.0
        if not code.startswith("LIM1"):
            seen.errors.append(told)
    for task in _SIDE:
        since = time.perf_counter()
        status, _ = await http.post(_PATH, body, {**headers, "X-Content-Task": task})
        seen.quick.append(time.perf_counter() - since)
        seen.outcomes[f"side call {status}"] += 1
    return wait


async def chats(url: str, tokens: list[str], options: argparse.Namespace) -> Seen:
    """All chats until the time is up."""
    seen, until = Seen(), time.monotonic() + options.seconds

    async def chat(number: int, held: str) -> None:
        await asyncio.sleep(options.late * number / len(tokens))
        while time.monotonic() < until:
            try:
                wait = 0.0
                # A connection is closed while nobody talks.
                async with contextlib.aclosing(await Client.to(url)) as http:
                    while not wait and time.monotonic() < until:
                        wait = await turn(http, held, options.late, seen)
                        wait = 0.0 if options.impatient else wait
                        await asyncio.sleep(options.pause)
                await asyncio.sleep(min(wait, max(0.0, until - time.monotonic())))
            except OSError as e:
                seen.outcomes[type(e).__name__] += 1
                seen.errors.append(repr(e))
                await asyncio.sleep(options.pause)

    await asyncio.gather(*(chat(i, t) for i, t in enumerate(tokens)))
    return seen


def _status(pid: int, name: str) -> float:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith(name)).split()[1]) / 1024


def _cpu(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def waited_for_cpu() -> float | None:
    """Seconds that somebody on this machine has waited for a CPU; None where nobody tells."""
    try:
        some = Path("/proc/pressure/cpu").read_text().splitlines()[0]
    except OSError:
        return None
    return int(some.rpartition("total=")[2]) / 1_000_000


def unjudged(given: argparse.Namespace, waited: float | None) -> str:
    """Why the latency is not judged; empty if it is. ``waited``: part of the time, for a CPU."""
    if given.judge:
        return ""
    if given.impatient:
        return "nobody waits as told"
    if waited is not None and waited > MOST_CONTENDED:
        return f"somebody waited for a CPU {waited:.0%} of the time"
    return ""


def _percentile(values: list[float], of: int) -> float:
    return statistics.quantiles(values, n=100)[of - 1] if len(values) > 1 else 0.0


def judged(service: Service, seen: Seen, seconds: float, site: str, unjudged: str) -> list[str]:
    """Prints the numbers; what is not as it should be."""
    metrics = parse(service.get("/metrics").text)
    runs = metrics.of("content_workflow_runs_total")
    succeeded = sum(v for s, v in runs.items() if 'status="succeeded"' in s)
    used = sum(metrics.of("content_workflow_month_used").values())
    posts = len(httpx.get(f"{site}/_control", timeout=60).json()["posts"])
    rss, p99 = _status(service.pid, "VmHWM"), _percentile(seen.own, 99)
    print(f"outcomes        {dict(sorted(seen.outcomes.items()))}")
    print(f"posts           {posts}, counted {used:g}, succeeded {succeeded:g}")
    for name, values in (("own part", seen.own), ("quick answers", seen.quick)):
        told = ", ".join(f"p{p} {_percentile(values, p) * 1000:.0f} ms" for p in (50, 95, 99))
        print(f"{name:15} {told}, most {max(values, default=0) * 1000:.0f} ms, of {len(values)}")
    print(f"memory          {rss:.0f} MiB at most")
    print(f"CPU             {_cpu(service.pid):.1f} s of {seconds:.0f} s")
    found = [f"refused or failed: {e[:200]}" for e in seen.errors[:5]]
    if rss >= MOST_RSS_MIB:
        found.append(f"{rss:.0f} MiB are more than {MOST_RSS_MIB}")
    if unjudged:
        print(f"skipped: {unjudged}; no latency is judged")
    elif p99 >= MOST_P99_S:
        found.append(f"p99 of the own part is {p99 * 1000:.0f} ms")
    if not posts == used == succeeded:
        found.append("posts and counts differ")
    if any(line in service.log for line in ("Bearer", "Write about", "Traceback")):
        found.append("the log tells of a token, a text or a bug")
    return found


def main() -> int:
    """Runs it and prints the numbers."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--chats", type=int, default=50)
    options.add_argument("--seconds", type=float, default=300)
    options.add_argument("--late", type=float, default=2.0, help="seconds the model takes")
    options.add_argument("--pause", type=float, default=0.5, help="seconds between two turns")
    options.add_argument("--rate", type=int, default=5, help="CONTENT_RATE_PER_MINUTE")
    options.add_argument("--impatient", action="store_true", help="nobody waits as told")
    options.add_argument("--judge", action="store_true", help="latency whoever else works")
    given = options.parse_args()
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        provider = stack.enter_context(stub("provider"))
        model = stack.enter_context(stub("model", "--late", str(given.late)))
        site = stack.enter_context(stub("site"))
        names = settings(folder, site, (given.chats + 1) // 2)
        tokens = [token(provider, f"user{i}", names[i // 2]) for i in range(given.chats)]
        service = Service(environment(folder, provider, model, given.rate))
        stack.callback(service.close)
        service.start()
        before, since = waited_for_cpu(), time.monotonic()
        seen = uvloop.run(chats(service.url, tokens, given))
        after, waited = waited_for_cpu(), None
        if before is not None and after is not None:
            waited = (after - before) / (time.monotonic() - since)
            print(f"waited for CPU  {waited:.0%} of the time")
        wrong = judged(service, seen, given.seconds, site, unjudged(given, waited))
    for line in wrong:
        print(f"WRONG: {line}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
