"""Reads Prometheus' text format, strictly enough to notice what a scrape would refuse."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_SAMPLE = re.compile(r'([a-zA-Z_:][a-zA-Z0-9_:]*)(\{(?:[a-z_]+="[^"\\\n]*",?)*\})? (\S+)')
_SUFFIXES = ("_bucket", "_sum", "_count")


@dataclass
class Metrics:
    """Samples by series, types and helps by name."""

    samples: dict[str, float] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    helps: dict[str, str] = field(default_factory=dict)

    def __getitem__(self, series: str) -> float:
        return self.samples[series]

    def of(self, name: str) -> dict[str, float]:
        """All series of a name."""
        return {s: v for s, v in self.samples.items() if s == name or s.startswith(name + "{")}

    def runs(self, tenant: str) -> dict[str, float]:
        """How workflows of a tenant ended."""
        return {
            s: self[f'content_workflow_runs_total{{tenant="{tenant}",status="{s}"}}']
            for s in ("succeeded", "failed", "refused")
        }


def parse(text: str) -> Metrics:
    """One scrape; each series once, each with a type and a help before it."""
    found = Metrics()
    assert text.endswith("\n")
    for line in text.splitlines():
        if line.startswith("# "):
            _, what, name, rest = line.split(" ", 3)
            (found.types if what == "TYPE" else found.helps)[name] = rest
            continue
        matched = _SAMPLE.fullmatch(line)
        assert matched, f"no sample: {line!r}"
        series = matched[1] + (matched[2] or "")
        assert series not in found.samples, f"twice: {series}"
        assert _family(matched[1], found.types) in found.helps, f"no help before {line!r}"
        found.samples[series] = float(matched[3])
    return found


def _family(name: str, types: dict[str, str]) -> str:
    for suffix in _SUFFIXES:
        if types.get(name.removesuffix(suffix)) == "histogram":
            return name.removesuffix(suffix)
    assert name in types, f"no type before {name}"
    return name
