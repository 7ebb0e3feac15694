"""What Prometheus reads: zero from the first scrape, no reset at a restart, names of the rules.

Where promtool can be had, it looks at the text, and the metering rules of `output/` are fed with
what this service said from scrape to scrape.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from .exposition import Metrics
from .process import SOURCE
from .world import World

OUTPUT = SOURCE.parent / "output"
RULE = "tenant_metering_content_workflows"
TYPES = {
    "content_workflow_runs_total": "counter",
    "content_workflow_month_used": "gauge",
    "content_workflow_month_limit": "gauge",
    "content_settings_errors": "gauge",
    "content_refusals_total": "counter",
    "content_workflow_seconds": "histogram",
}
needs_promtool = pytest.mark.skipif(
    not shutil.which("promtool"), reason="promtool is not installed (Debian package prometheus)"
)


def test_everything_is_there_from_the_first_scrape(world: World) -> None:
    world.tenant("beta", limits={})
    metrics = world.service.metrics()
    assert metrics.types == TYPES
    for tenant in ("acme-corp", "beta"):
        assert metrics.runs(tenant) == {"succeeded": 0, "failed": 0, "refused": 0}
        assert metrics[f'content_workflow_month_used{{tenant="{tenant}"}}'] == 0
        assert metrics[f'content_settings_errors{{tenant="{tenant}"}}'] == 0
    limits = metrics.of("content_workflow_month_limit")
    assert limits == {'content_workflow_month_limit{tenant="acme-corp"}': 1000}
    for code in ("IDN104", "CNT403"):
        assert metrics[f'content_refusals_total{{code="{code}"}}'] == 0
    assert metrics["content_workflow_seconds_count"] == 0


def _busy(world: World) -> None:
    """Two posts, one failure, one refusal."""
    anna, vera = world.user(), world.user("vera", "tenant-acme-corp-viewers")
    assert world.ask(anna, "How to mount a shelf").posted
    assert world.ask(anna, "How to hang a lamp").posted
    world.model.mode = "busy"
    assert "CNT303" in world.ask(anna, "How to paint a wall").text
    world.model.mode = "good"
    assert world.ask(vera, "How to mount a shelf").code == "IDN203"


def _scrapes(world: World) -> list[Metrics]:
    """From the first one over work, a kill and work again."""
    found = [world.service.metrics()]
    _busy(world)
    found.append(world.service.metrics())
    world.service.kill()
    world.start()
    found.append(world.service.metrics())
    _busy(world)
    found.append(world.service.metrics())
    return found


def test_a_restart_is_no_reset(world: World) -> None:
    scrapes = _scrapes(world)
    done = [s.runs("acme-corp") for s in scrapes]
    assert done[0] == {"succeeded": 0, "failed": 0, "refused": 0}
    assert done[1] == done[2] == {"succeeded": 2, "failed": 1, "refused": 1}
    assert done[3] == {"succeeded": 4, "failed": 2, "refused": 2}
    last = scrapes[3]
    assert last["content_workflow_seconds_count"] == 3, "of this process"
    assert last['content_workflow_seconds_bucket{le="+Inf"}'] == 3
    buckets = list(last.of("content_workflow_seconds_bucket").values())
    assert buckets == sorted(buckets)
    assert last['content_refusals_total{code="IDN203"}'] == 1
    assert last['content_refusals_total{code="CNT303"}'] == 1


@needs_promtool
def test_promtool_finds_nothing_wrong_with_the_text(world: World) -> None:
    _busy(world)
    text = world.service.get("/metrics").text
    done = subprocess.run(
        ["promtool", "check", "metrics"],
        input=text,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def _rule_files() -> list[Path]:
    return sorted(OUTPUT.glob("clusters/*/platform/monitoring/*rules.yaml"))


def _of_rules(file: Path) -> str:
    """The spec of the one PrometheusRule of a file, which is a rule file of Prometheus."""
    _, _, spec = file.read_text(encoding="utf-8").partition("\nspec:\n")
    return "".join(line[2:] + "\n" for line in spec.splitlines())


def _series(scrapes: list[Metrics], minutes: int) -> list[dict[str, str]]:
    """Each scrape's values for as long, with the labels that Prometheus adds to a pod's."""
    found = []
    target = 'job="monitoring/content",namespace="admin-apps",pod="content-a",container="content"'
    for series in scrapes[0].samples:
        name, _, labels = series.rstrip("}").partition("{")
        values = " ".join(f"{s[series]:g}+0x{minutes - 1}" for s in scrapes)
        inside = ",".join(filter(None, [labels, target]))
        found.append({"series": f"{name}{{{inside}}}", "values": values})
    return found


@needs_promtool
def test_metering_counts_what_the_service_says(world: World, tmp_path: Path) -> None:
    files = [f for f in _rule_files() if RULE in f.read_text(encoding="utf-8")]
    if not files:
        pytest.skip(f"no rule below {OUTPUT} records {RULE}")
    scrapes = _scrapes(world)
    (tmp_path / "rules.yml").write_text(_of_rules(files[0]))
    test = {
        "rule_files": ["rules.yml"],
        "evaluation_interval": "1m",
        "tests": [
            {
                "interval": "1m",
                "input_series": _series(scrapes, 15),
                "promql_expr_test": [
                    {
                        "expr": f"round({RULE})",
                        "eval_time": "59m",
                        "exp_samples": [
                            {
                                "labels": '{namespace="tenant-acme-corp",tenant_id="acme-corp"}',
                                "value": 4,
                            }
                        ],
                    }
                ],
            }
        ],
    }
    (tmp_path / "test.yml").write_text(json.dumps(test))
    command = ["promtool", "test", "rules", str(tmp_path / "test.yml")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_what_is_rendered_names_what_there_is(world: World) -> None:
    """Rules, alerts and dashboards ask for names of this service; a name with no series is dead."""
    names = {s.partition("{")[0] for s in world.service.metrics().samples}
    asked = {
        name
        for file in OUTPUT.glob("clusters/*/platform/monitoring/**/*")
        if file.is_file()
        for name in re.findall(r"\bcontent_[a-z_]+(?=\{)", file.read_text(encoding="utf-8"))
    }
    assert asked <= names
