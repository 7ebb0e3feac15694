"""Draws patches along the API server's own schema, lets Tenantsmith judge them, and asks the server about those it accepts.

Usage: python3 -B .ci/patches LAUNCHER PROXY [PATCHES-PER-KIND [SEED]]
LAUNCHER is the jar, PROXY the address of `kubectl proxy` of a cluster that has the definitions. Exit 1 if the server refuses
an object that we accept, or if we refuse so many that the test says nothing.
"""
import json
import pathlib
import sys
import tempfile

import drawing
import fleet
import server

KINDS = [
    "Deployment", "Job", "CronJob", "Service", "HorizontalPodAutoscaler", "PodDisruptionBudget", "ConfigMap",
    "PersistentVolumeClaim", "HTTPRoute", "MariaDB", "PhysicalBackup", "PointInTimeRecovery", "SqlJob",
]
# Our own judgement of fields and values; all other codes are about what a tenant may change.
OURS = {"PCH656", "PCH657"}
# Fewer accepted patches than this say nothing.
SHARE = 0.1


def main(launcher, proxy, per_kind, seed):
    api = server.Server(proxy)
    with tempfile.TemporaryDirectory() as folder:
        work = fleet.Fleet(pathlib.Path("."), pathlib.Path(folder), launcher)
        objects = [o for o in work.objects() if o["kind"] in KINDS]
        api.prepare(work.namespace)
        for item in objects:
            said = api.refusal(item)
            if said:
                raise SystemExit("the server refuses %s %s unpatched: %s" % (item["kind"], item["metadata"]["name"], said))
        draw = drawing.Drawing(api, seed)
        cases = [case for kind in KINDS for case in draw.of([o for o in objects if o["kind"] == kind], per_kind)]
        refused = work.judge([(c.target(), c.operations) for c in cases])
        accepted = [c for number, c in enumerate(cases) if number not in refused]
        found = []
        for case in accepted:
            said = api.refusal(case.patched())
            if said:
                found.append((case, said))
        for kind in KINDS:
            of = [c for c in cases if c.target()["kind"] == kind]
            print("%-25s %4d drawn, %4d accepted, %4d refused by the server" % (
                kind, len(of), len([c for c in accepted if c in of]), len([c for c, _ in found if c in of])))
        for case, said in found:
            print("%s\n  %s\n  server: %s" % (" ".join(case.target().values()), json.dumps(case.operations), said[:600]))
        strict = [c for n, c in enumerate(cases) if refused.get(n, {}).get("code") in OURS and not api.refusal(c.patched())]
        for case in strict[:20]:
            print("stricter than the server: %s %s" % (" ".join(case.target().values()), json.dumps(case.operations)))
        print("%d patches are refused here that the server would take" % len(strict))
        print("%d patches drawn, %d accepted by us, %d of those refused by the server" % (len(cases), len(accepted), len(found)))
        if found:
            raise SystemExit(1)
        if len(accepted) < SHARE * len(cases):
            raise SystemExit("too few are accepted to say anything")


main(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 60, int(sys.argv[4]) if len(sys.argv) > 4 else 1)
