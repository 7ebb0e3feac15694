#!/usr/bin/env python3
"""Makes a Helm chart that renders what Tenantsmith rendered for the tenants of one cluster.

usage: helm-chart.py OUTPUT CHART [HELM]

OUTPUT is a rendered tree with one cluster; CHART is a new folder. What all tenants of one shape have in common becomes a template of
that shape, word by word; the words in which they differ become values. One range over all tenants of values.yaml asks for the templates.
Then HELM ("helm" on the path) renders the chart, and every document must have the bytes of the tenants' folders; lines that Helm adds,
"---" and "# Source", aside. tenant.json is no manifest and is left out. Needs Python 3.9 and Helm 3; nothing else, no network.
Exit codes: 0 equal, 1 different, 75 skipped because there is no Helm.
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys
from collections import Counter, defaultdict

WORD = re.compile(r"([A-Za-z0-9]+)")


def texts(tenant):
    """The tenant's manifests by name, as one text."""
    return "---\n".join(file.read_text(encoding="utf-8") for file in sorted(tenant.glob("*.yaml")))


def escaped(text):
    """Text that the template engine gives back as it is."""
    return text.replace("{{", '{{ "{{" }}')


def template(words, names):
    """One shape: its words, and the names of those that are values."""
    text = "".join("\0" + names[i] + "\0" if i in names else word for i, word in enumerate(words))
    parts = escaped(text).split("\0")
    return "".join("{{ .%s }}" % part if i % 2 else part for i, part in enumerate(parts))


def write(chart, tenants):
    """Writes the chart for the tenants, given as lists of words by id."""
    shapes = defaultdict(dict)
    for tenant, words in tenants.items():
        # Odd places are words, even places what lies between.
        shapes[tuple(words[::2])][tenant] = words
    defined = []
    values = {}
    for number, (_, same) in enumerate(sorted(shapes.items(), key=lambda shape: min(shape[1]))):
        name = "shape%d" % number
        first = next(iter(same.values()))
        values.update({tenant: {"shape": name} for tenant in same})
        names = {}
        known = {tuple(same): "id"}
        for place, column in enumerate(zip(*same.values())):
            # A fleet of one has no words that differ: its id is one, nevertheless.
            if len(set(column)) > 1 or column == tuple(same):
                names[place] = known.setdefault(column, "v%d" % len(known))
                for tenant, word in zip(same, column):
                    values[tenant][names[place]] = word
        defined.append('{{- define "%s" -}}\n%s{{ end }}\n' % (name, template(first, names)))
    ask = "".join(
        '{{ %sif eq .shape "shape%d" }}{{ template "shape%d" . -}}\n' % ("else " if i else "", i, i)
        for i in range(len(shapes))
    )
    folder = chart / "templates"
    folder.mkdir(parents=True)
    (chart / "Chart.yaml").write_text("apiVersion: v2\nname: tenants\nversion: 0.1.0\n")
    (chart / "values.yaml").write_text(
        "tenants:\n" + "".join("  - %s\n" % json.dumps(values[tenant]) for tenant in tenants)
    )
    (folder / "_shapes.tpl").write_text("".join(defined), encoding="utf-8")
    (folder / "tenants.yaml").write_text(
        "{{ range .Values.tenants -}}\n---\n" + ask + "{{ end }}\n{{- end }}\n"
    )
    return len(shapes), sum(len(names) for names in values.values())


def documents(text):
    """How often there is each document."""
    parts = re.split(r"^---\n(?:# Source: .*\n)?", text, flags=re.MULTILINE)
    return Counter(part.strip("\n") for part in parts if part.strip())


def main():
    output, chart = map(pathlib.Path, sys.argv[1:3])
    helm = shutil.which(sys.argv[3] if len(sys.argv) > 3 else "helm")
    if helm is None:
        print("SKIPPED: Helm is not installed; nothing is compared with it", file=sys.stderr)
        return 75
    folders = sorted(path for path in output.glob("clusters/*/tenants/*") if path.is_dir())
    expected = {folder.name: texts(folder) for folder in folders}
    shapes, values = write(chart, {name: WORD.split(text) for name, text in expected.items()})
    result = subprocess.run([helm, "template", chart], capture_output=True, check=False)
    if result.returncode:
        print(result.stderr.decode(), file=sys.stderr)
        return 1
    wanted = documents("---\n".join(expected.values()))
    got = documents(result.stdout.decode())
    size = sum(len(text.encode()) for text in expected.values())
    print(
        f"{helm}: {len(expected)} tenants, {shapes} shapes, {values} values,"
        f" {sum(got.values())} documents, {size} bytes: {'equal' if got == wanted else 'DIFFERENT'}",
        file=sys.stderr,
    )
    for document in list((wanted - got).keys())[:1] + list((got - wanted).keys())[:1]:
        print(document, file=sys.stderr)
    return 0 if got == wanted else 1


if __name__ == "__main__":
    sys.exit(main())
