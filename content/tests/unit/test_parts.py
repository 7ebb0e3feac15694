"""What stands around the workflows: environment, start, logs, metrics, commands, refusals."""

import asyncio
import inspect
import io
import json
import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tenantsmith_content import answers, app, erase, logs, refusal
from tenantsmith_content.config import Config, ConfigError
from tenantsmith_content.ledger import Ledger
from tenantsmith_content.lock import Lock
from tenantsmith_content.metrics import Durations, _labels
from tenantsmith_content.refusal import STATUS, Refusal

from .kit import ISSUER, FakeClock, World, run, token

SOURCE = Path(__file__).parents[2]
GOOD = {
    "CONTENT_TENANTS": "/etc/tenants",
    "CONTENT_BOTS": "/run/secrets/content-bots",
    "CONTENT_LEDGER": "/var/lib/content/ledger.sqlite",
    "CONTENT_ISSUER": ISSUER,
    "CONTENT_AUDIENCE": "platform-openwebui",
    "CONTENT_MODEL_URL": "https://llm.example.com/v1",
    "CONTENT_MODEL": "some-model",
}


# The environment.


def test_what_need_not_be_said() -> None:
    config = Config.of(GOOD)
    assert (config.rate_per_minute, config.parallel_per_tenant, config.groups_fresh_s) == (5, 2, 60)
    assert config.model_key_file is None
    assert Config.of({**GOOD, "CONTENT_MODEL_KEY_FILE": "/x"}).model_key_file == "/x"
    assert Config.of({**GOOD, "CONTENT_MODEL_URL": "http://models.svc:8000/v1"}).model_url


@pytest.mark.parametrize("name", list(GOOD))
def test_a_variable_that_is_missing(name: str) -> None:
    for value in ({}, {name: " "}):
        with pytest.raises(ConfigError, match=f"{name} is missing"):
            Config.of({k: v for k, v in GOOD.items() if k != name} | value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("CONTENT_ISSUER", "https://auth.example.com/application/o/x"),
        ("CONTENT_ISSUER", "http://auth.example.com/application/o/x/"),
        ("CONTENT_MODEL_URL", "llm.example.com/v1"),
        ("CONTENT_MODEL_URL", "file:///etc/passwd"),
        ("CONTENT_MODEL_URL", "https://user:secret@llm.example.com/v1"),
        ("CONTENT_MODEL_URL", "https://llm.example.com/v1?key=secret"),
        ("CONTENT_MODEL_URL", "https://llm.example.com/v1#x"),
        ("CONTENT_MODEL_URL", "https://llm.example.com:port/"),
        ("CONTENT_RATE_PER_MINUTE", "five"),
        ("CONTENT_RATE_PER_MINUTE", "0"),
        ("CONTENT_PARALLEL_PER_TENANT", "-1"),
        ("CONTENT_GROUPS_FRESH_SECONDS", "1.5"),
    ],
)
def test_a_variable_that_is_wrong(name: str, value: str) -> None:
    with pytest.raises(ConfigError, match=name) as e:
        Config.of({**GOOD, name: value})
    assert "secret" not in str(e.value)


# The start.


@pytest.fixture
def root() -> Iterator[logging.Logger]:
    """The root logger, as it was afterwards."""
    logger = logging.getLogger()
    before = logger.handlers[:], logger.level
    yield logger
    logger.handlers[:], logger.level = before


def environment(world: World) -> dict[str, str]:
    files = {
        "CONTENT_TENANTS": str(world.tenants),
        "CONTENT_BOTS": str(world.bots),
        "CONTENT_LEDGER": str(world.ledger_file),
    }
    return GOOD | files


def test_it_starts_by_its_environment(
    world: World, monkeypatch: pytest.MonkeyPatch, root: logging.Logger
) -> None:
    for name, value in environment(world).items():
        monkeypatch.setenv(name, value)

    async def go() -> None:
        made = app.app()
        async with made.router.lifespan_context(made):
            transport = httpx.ASGITransport(made)
            async with httpx.AsyncClient(transport=transport, base_url="http://x") as http:
                assert (await http.get("/healthz")).status_code == 200
            with pytest.raises(SystemExit, match="another process has the ledger"):
                app.start(os.environ)
        Lock(str(world.ledger_file)).release()

    run(go())
    assert [type(h.formatter) for h in root.handlers] == [logs.JsonLines]


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("CONTENT_MODEL", "", "CONTENT_MODEL is missing"),
        ("CONTENT_TENANTS", "/nowhere", "CONTENT_TENANTS is no folder"),
        ("CONTENT_LEDGER", "/nowhere/ledger.sqlite", "CONTENT_LEDGER: the lock of the ledger"),
        ("CONTENT_LEDGER", "{folder}/junk", "CONTENT_LEDGER: the ledger cannot be opened"),
    ],
)
def test_it_ends_with_the_reason(world: World, name: str, value: str, told: str) -> None:
    (world.tenants.parent / "junk").write_bytes(b"this is no database" * 100)
    changed = {name: value.format(folder=world.tenants.parent)}
    with pytest.raises(SystemExit, match=f"content does not start: {told}"):
        app.start(environment(world) | changed)


def test_health_and_metrics_without_a_ledger(world: World) -> None:
    async def go() -> None:
        async with world.up():
            world.ledger._db.execute("DROP TABLE moment")
            world.ledger.healthy = False
            response = await world.http.get("/healthz")
            assert response.status_code == 503
            world.ledger._db.execute("DROP TABLE total")
            assert (await world.http.get("/metrics")).status_code == 503
            await world.service.look()

    run(go())


def test_sites_that_hang_do_not_hold_up_the_start(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "_FIRST_LOOK_S", 0.05)

    async def hang(_: httpx.Request) -> httpx.Response:
        await asyncio.sleep(60)
        return httpx.Response(200)

    async def go() -> None:
        async with world.up():
            begun = world.ledger.begin("acme-corp", "anna", "Anna", "k", "faq", None)
            world.ledger.posting(begun.row.id)  # type: ignore[union-attr]
        world.neighbours.before["wordpress.tenant-acme-corp.svc"] = hang
        async with world.up():
            assert (await world.http.get("/healthz")).status_code == 200

    run(go())


def test_a_look_survives_a_bug(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    async def go() -> None:
        async with world.up():
            with monkeypatch.context() as m:
                m.setattr(world.ledger, "running", lambda: 1 / 0)
                await world.service.look()
            assert (await world.ask("x")).status == 200

    run(go())


# Logs.


def logged(root: logging.Logger, stream: io.StringIO) -> list[dict[str, Any]]:
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logs.JsonLines())
    root.handlers[:] = [handler]
    root.setLevel(logging.DEBUG)
    return []


def test_no_token_and_no_text_is_logged(
    world: World, monkeypatch: pytest.MonkeyPatch, root: logging.Logger
) -> None:
    stream = io.StringIO()
    logged(root, stream)

    async def go() -> None:
        async with world.up():
            bearer = token(exp=world.clock.wall + 300)
            written = {"title": "SECRET-TITLE", "content": "SECRET-CONTENT", "excerpt": "x"}
            world.neighbours.written = [written, "SECRET-PROSE"]
            for text in (
                "SECRET-TEXT",
                "site: SECRET-SITE\nx",
                "categories: SECRET-CATEGORY\nx",
                "/status SECRET-ID",
                "SECRET-OTHER",
            ):
                await world.ask(text, bearer=bearer)
            await world.post(b"SECRET-BODY", cookie="SECRET-COOKIE", authorization="SECRET-BEARER")

            async def broken(*_: object) -> None:
                raise RuntimeError("SECRET-ERROR")

            monkeypatch.setattr("tenantsmith_content.outbound._read", broken)
            await world.ask("SECRET-LAST", bearer=bearer)
            world.clock.move(100)
            await world.ask("SECRET-LAST", bearer=bearer)
            secrets = ["SECRET", bearer, bearer.split(".")[2], "bot-password", "Anna Acme"]
            assert not [s for s in secrets if s in stream.getvalue()]

    run(go())
    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    audit = [line for line in lines if line.get("audit")]
    assert len(audit) == 3, "a line for each workflow that began"
    assert set(audit[0]) == {
        "time",
        "level",
        "logger",
        "audit",
        "tenant",
        "workflow",
        "subject",
        "role",
        "client",
        "kind",
    }
    assert [line["error"] for line in lines if "error" in line] == ["RuntimeError"] * 2
    assert any("outbound.py" in place for place in next(x for x in lines if "at" in x)["at"])


def test_others_print_their_first_line_only(root: logging.Logger) -> None:
    stream = io.StringIO()
    logged(root, stream)
    logging.getLogger("asyncio").error("Task exception was never retrieved\nSECRET")
    assert json.loads(stream.getvalue())["message"] == "Task exception was never retrieved"


# Metrics.


def samples(text: str) -> dict[str, float]:
    lines = [line.rpartition(" ") for line in text.splitlines() if not line.startswith("#")]
    return {name: float(value) for name, _, value in lines}


def test_everything_is_zero_from_the_first_scrape(world: World) -> None:
    async def go() -> None:
        async with world.up():
            world.settings(tenant="beta", limits={})
            (world.tenants / "broken.json").write_text("{")
            world.clock.move(2)
            response = await world.http.get("/metrics")
            assert response.headers["content-type"].startswith("text/plain; version=0.0.4")
            found = samples(response.text)
            for tenant in ("acme-corp", "beta", "broken"):
                for status in ("succeeded", "failed", "refused"):
                    name = f'content_workflow_runs_total{{tenant="{tenant}",status="{status}"}}'
                    assert found[name] == 0
            for code in STATUS:
                assert found[f'content_refusals_total{{code="{code}"}}'] == 0
            assert found['content_workflow_month_used{tenant="acme-corp"}'] == 0
            assert found['content_workflow_month_limit{tenant="acme-corp"}'] == 3
            assert 'content_workflow_month_limit{tenant="beta"}' not in found
            assert found['content_settings_errors{tenant="broken"}'] == 1
            assert found['content_settings_errors{tenant="beta"}'] == 0
            assert found["content_workflow_seconds_count"] == 0

    run(go())


def test_counts_survive_a_restart(world: World) -> None:
    async def go() -> None:
        for expected in (1, 2):
            async with world.up():
                await world.ask(f"x{expected}")
                await world.ask("type: poem\nx")
                found = samples((await world.http.get("/metrics")).text)
                runs = 'content_workflow_runs_total{tenant="acme-corp",status="%s"}'
                assert found[runs % "succeeded"] == found[runs % "refused"] == expected
                assert found['content_refusals_total{code="REQ104"}'] == 1
                assert found["content_workflow_seconds_count"] == 1
                assert found['content_workflow_month_used{tenant="acme-corp"}'] == expected

    run(go())


def test_buckets() -> None:
    durations = Durations()
    for seconds in (0.5, 1, 3, 1_000):
        durations.observe(seconds)
    lines = list(durations.lines("s"))
    assert lines[:3] == ['s_bucket{le="1"} 2', 's_bucket{le="2.5"} 2', 's_bucket{le="5"} 3']
    assert lines[-4:] == [
        's_bucket{le="320"} 3',
        's_bucket{le="+Inf"} 4',
        "s_sum 1004.500",
        "s_count 4",
    ]


def test_labels_are_escaped() -> None:
    assert _labels(tenant='a"b\\c\nd') == '{tenant="a\\"b\\\\c\\nd"}'


# Commands.


def test_erase(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "ledger.sqlite"
    ledger = Ledger(str(path), FakeClock())
    ledger.begin("acme-corp", "anna", "Anna", "k", "faq", None)
    ledger.begin("beta", "bob", "Bob", "k", "faq", None)
    where = {"CONTENT_LEDGER": str(path)}
    lock = Lock(str(path))
    assert erase.main(["acme-corp"], where) == 0
    assert capsys.readouterr().out == "erased 1 workflows of tenant acme-corp, and their totals\n"
    assert erase.main(["acme-corp"], where) == 0
    assert len(ledger.latest("beta")) == 1
    lock.release()


def test_what_cannot_be_erased(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    junk = tmp_path / "junk"
    junk.write_bytes(b"this is no database" * 100)
    for arguments in ([], ["a", "b"], ["../x"], [""]):
        assert erase.main(arguments, {"CONTENT_LEDGER": str(junk)}) == 2
    for path in ("", str(tmp_path / "no"), str(junk)):
        assert erase.main(["a"], {"CONTENT_LEDGER": path}) == 1
    assert capsys.readouterr().out == ""


def test_the_command_as_it_is_named_in_documents(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    Ledger(str(path), FakeClock()).close()
    done = subprocess.run(
        [sys.executable, "-m", "tenantsmith_content.erase", "acme-corp"],
        env={
            "PYTHONPATH": str(SOURCE),
            "CONTENT_LEDGER": str(path),
            "PYTHONDONTWRITEBYTECODE": "1",
        },
        check=False,
        timeout=60,
    )
    assert done.returncode == 0


# Refusals.

_VALUES: dict[str, Any] = {
    "str": "x",
    "int": 2,
    "float": 1.5,
    "Iterable[str]": ["a", "b"],
}


def every_refusal() -> list[Refusal]:
    made = []
    for _, function in inspect.getmembers(refusal, inspect.isfunction):
        signature = inspect.signature(function)
        if function.__module__ != refusal.__name__ or signature.return_annotation is not Refusal:
            continue
        values = [
            _VALUES[p.annotation.__name__ if isinstance(p.annotation, type) else "Iterable[str]"]
            for p in signature.parameters.values()
        ]
        made.append(function(*values))
    return made


def test_every_code_is_told_and_says_the_next_step() -> None:
    told = every_refusal()
    assert {r.code for r in told} == set(STATUS)
    for r in told:
        assert r.fact.endswith(".")
        assert r.hint.endswith(".")
        assert r.text() == f"{r.fact} {r.hint}"
        assert str(r) == r.code, "what is logged is the code"


def test_long_lists_are_cut() -> None:
    text = refusal.several_sites(f"s{i:03d}" for i in range(50)).text()
    assert "s019 and 30 more" in text
    assert "Name one of yours: none." in refusal.foreign_site("x", []).text()


def test_states() -> None:
    assert answers.state("future") == "scheduled"
    assert answers.state("<b>") == "\\<b\\>"


# What is shipped.


def test_what_is_shipped_fits_into_a_config_map() -> None:
    files = list((SOURCE / "tenantsmith_content").iterdir())
    sources = [f for f in files if f.name != "__pycache__"]
    assert {f.suffix for f in sources} == {".py"}
    contents = [f.read_bytes() for f in sources]
    assert sum(map(len, contents)) <= 256 * 1024
    assert not [f for f, c in zip(sources, contents, strict=True) if b"\r" in c]
    for content in contents:
        content.decode("utf-8")


def test_what_is_imported_is_in_the_image() -> None:
    allowed = {"starlette", "aiohttp", "yarl", "certifi", "jwt", "cryptography"}
    found = set()
    for file in (SOURCE / "tenantsmith_content").glob("*.py"):
        for line in file.read_text().splitlines():
            words = line.split()
            if words[:1] in (["import"], ["from"]) and not words[1].startswith("."):
                found.add(words[1].split(".")[0])
    assert found - set(sys.stdlib_module_names) == allowed
