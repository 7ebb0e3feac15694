"""What Prometheus reads, in its text format."""

from collections import Counter
from collections.abc import Iterable, Mapping

from .ledger import FAILED, REFUSED, SUCCEEDED
from .refusal import STATUS
from .settings import Tenant

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"

_BUCKETS_S = (1, 2.5, 5, 10, 20, 40, 80, 160, 320)


class Durations:
    """A histogram of seconds with fixed buckets: its size does not grow."""

    def __init__(self) -> None:
        """Nothing has been observed."""
        self._counts = [0] * len(_BUCKETS_S)
        self._count = 0
        self._sum = 0.0

    def observe(self, seconds: float) -> None:
        """Adds one."""
        self._count += 1
        self._sum += seconds
        for i, bound in enumerate(_BUCKETS_S):
            if seconds <= bound:
                self._counts[i] += 1

    def lines(self, name: str) -> Iterable[str]:
        """The samples; buckets are cumulative."""
        for bound, count in zip(_BUCKETS_S, self._counts, strict=True):
            yield f'{name}_bucket{{le="{bound}"}} {count}'
        yield f'{name}_bucket{{le="+Inf"}} {self._count}'
        yield f"{name}_sum {self._sum:.3f}"
        yield f"{name}_count {self._count}"


class Metrics:
    """Counts of this process; what must survive a restart comes from the ledger."""

    def __init__(self) -> None:
        """All zero."""
        self.refusals: Counter[str] = Counter(dict.fromkeys(STATUS, 0))
        self.seconds = Durations()

    def text(
        self,
        tenants: Mapping[str, Tenant],
        errors: Mapping[str, str],
        totals: Mapping[tuple[str, str], int],
        used: Mapping[str, int],
    ) -> str:
        """All samples; ``totals`` and ``used`` are what the ledger says."""
        lines = [
            *_family(
                "content_workflow_runs_total", "counter", "Workflows by tenant and how they ended."
            ),
            *_runs(tenants.keys() | errors.keys(), totals),
            *_family(
                "content_workflow_month_used", "gauge", "Workflows that count towards the month."
            ),
            *_used(tenants, used),
            *_family(
                "content_workflow_month_limit", "gauge", "Limit of a month; none if unlimited."
            ),
            *(
                f"content_workflow_month_limit{_labels(tenant=i)} {t.month_limit}"
                for i, t in sorted(tenants.items())
                if t.month_limit is not None
            ),
            *_family("content_settings_errors", "gauge", "Whether a settings file is refused."),
            *_errors(tenants, errors),
            *_family("content_refusals_total", "counter", "Refusals and failures by code."),
            *(
                f"content_refusals_total{_labels(code=code)} {n}"
                for code, n in sorted(self.refusals.items())
            ),
            *_family("content_workflow_seconds", "histogram", "From acceptance to the answer."),
            *self.seconds.lines("content_workflow_seconds"),
        ]
        return "\n".join(lines) + "\n"


def _family(name: str, kind: str, told: str) -> tuple[str, str]:
    return f"# HELP {name} {told}", f"# TYPE {name} {kind}"


def _runs(served: set[str], totals: Mapping[tuple[str, str], int]) -> Iterable[str]:
    for tenant in sorted(served | {t for t, _ in totals}):
        for status in (SUCCEEDED, FAILED, REFUSED):
            labels = _labels(tenant=tenant, status=status)
            yield f"content_workflow_runs_total{labels} {totals.get((tenant, status), 0)}"


def _used(tenants: Mapping[str, Tenant], used: Mapping[str, int]) -> Iterable[str]:
    for tenant in sorted(tenants):
        yield f"content_workflow_month_used{_labels(tenant=tenant)} {used.get(tenant, 0)}"


def _errors(tenants: Mapping[str, Tenant], errors: Mapping[str, str]) -> Iterable[str]:
    for tenant in sorted(tenants.keys() | errors.keys()):
        yield f"content_settings_errors{_labels(tenant=tenant)} {int(tenant in errors)}"


def _labels(**values: str) -> str:
    pairs = (f'{name}="{_escaped(value)}"' for name, value in values.items())
    return "{" + ",".join(pairs) + "}"


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
