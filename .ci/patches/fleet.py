"""The sample fleet with one tenant per patch, as the launcher judges it."""
import json
import pathlib
import re
import shutil
import subprocess

import yaml

BASE = """tenant_id: %s
display_name: Patched
admin_email: admin@example.net
tier: enterprise
cluster: %s
region: %s
"""


class Fleet:
    def __init__(self, project, work, launcher):
        self._work = work
        self._launcher = launcher
        shutil.copytree(project / "tiers", work / "tiers")
        (work / "tenants").mkdir()
        text = (project / "fleet.yaml").read_text(encoding="utf-8")
        # As many tenants as patches: their sum says nothing.
        (work / "fleet.yaml").write_text(re.sub(r"(?m)^ *capacity: .*\n", "", text), encoding="utf-8")
        tree = yaml.safe_load(text)
        self._cluster = tree["clusters"][0]["name"], tree["clusters"][0]["region"]
        self.namespace = tree["namespace_prefix"] + "unpatched"

    def objects(self):
        """The objects of a tenant without patches."""
        self._tenant("unpatched", "")
        self._run("generate")
        folder = next(self._work.glob("output/clusters/*/tenants/unpatched"))
        found = []
        for file in sorted(folder.glob("*.yaml")):
            if file.name != "kustomization.yaml":
                found += [o for o in yaml.load_all(file.read_text(encoding="utf-8"), yaml.CSafeLoader) if o]
        return [o for o in found if o["metadata"].get("namespace") == self.namespace]

    def judge(self, patches):
        """The numbers of the patches that are refused."""
        for number, (target, operations) in enumerate(patches):
            stated = {"patches": [{"target": target, "patch": json.dumps(operations)}]}
            self._tenant("p%d" % number, json.dumps(stated)[1:-1] + "\n")
        refused = {}
        # While a file is wrong nothing is rendered, so what is refused early is taken away and the rest is asked again.
        while True:
            found = self._refused()
            if not found.keys() - refused.keys():
                return refused
            for number, diagnostic in found.items():
                refused[number] = diagnostic
                pathlib.Path(self._work, "tenants", "p%d.yaml" % number).unlink()

    def _refused(self):
        refused = {}
        for diagnostic in self._run("validate", "--format", "json")["diagnostics"]:
            if diagnostic["severity"] != "error":
                continue
            match = re.search(r"tenants/p(\d+)\.yaml", json.dumps(diagnostic))
            if not match:
                raise SystemExit("not about a patch: %s" % diagnostic)
            refused.setdefault(int(match.group(1)), diagnostic)
        return refused

    def _tenant(self, name, more):
        text = BASE % (name, *self._cluster) + more
        pathlib.Path(self._work, "tenants", name + ".yaml").write_text(text, encoding="utf-8")

    def _run(self, *arguments):
        done = subprocess.run(
            ["java", "-jar", self._launcher, *arguments, "--directory", str(self._work)],
            capture_output=True, text=True, check=False)
        if done.returncode not in (0, 1):
            raise SystemExit(done.stdout + done.stderr)
        if arguments[0] == "generate":
            if done.returncode:
                raise SystemExit(done.stdout + done.stderr)
            return None
        return json.loads(done.stdout)
