"""Runs the rendered blueprints on a real Authentik: applied twice, then walked by people. See .ci/check-identity."""

import os
import shutil
import signal
import sys
import tempfile
from pathlib import Path

import rendered
import walks_access
import walks_factor
import walks_people
import walks_removal
from database import Database, difference
from mailbox import Mailbox
from scene import Scene, check
from service import Authentik, await_true, free_port
from walking import walked

TENANTS = ("acme-corp", "globex", "tenant1")


def main():
    root = Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
    folder = tempfile.mkdtemp(prefix="authentik-")
    os.chmod(folder, 0o755)
    # A run that is ended stops what it has started, too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    scene = None
    try:
        scene = set_up(root, os.path.abspath(os.environ["AUTHENTIK_SOURCE"]), folder)
        walks = [("applied by the worker", applied), ("applied again: nothing changes", applied_again),
                 *walks_people.WALKS, *walks_factor.WALKS, *walks_access.WALKS, *walks_removal.WALKS]
        passed, failed = walked(walks, scene)
        print(f"{passed} passed, {failed} failed")
        return 1 if failed else 0
    finally:
        if scene:
            tear_down(scene)
        if not os.environ.get("AUTHENTIK_KEEP"):
            shutil.rmtree(folder)


def set_up(root, source, folder):
    """A migrated database and the files in place, as they are before a pod's worker starts; then all processes."""
    cluster = next(iter(sorted((root / "output/clusters").iterdir())))
    mailbox = Mailbox(folder)
    database = Database(os.path.join(folder, "postgresql"), free_port(), rendered.database_options(cluster))
    authentik = Authentik(source, folder, database, mailbox, rendered.environment(cluster))
    goldens = root / "generator-core/src/test/resources/identity"
    scene = Scene(authentik, database, mailbox, host_of(cluster), rendered.of_platform(cluster),
                  {tenant: rendered.of_tenant(cluster, tenant) for tenant in TENANTS},
                  {form: rendered.of_file(goldens / f"acme-corp.{form}.yaml", "acme-corp") for form in ("suspended", "tombstone")})
    try:
        print(f"Authentik {authentik.version()}; the first start takes minutes", flush=True)
        migrated(authentik, database, os.environ.get("AUTHENTIK_CACHE"))
        lay(scene)
        authentik.start_web()
        authentik.start_worker()
        authentik.await_web()
    except BaseException:
        tear_down(scene)
        raise
    return scene


def migrated(authentik, database, kept):
    """A database with Authentik's tables: made, or copied from an earlier run."""
    known = kept and os.path.isdir(kept)
    database.create(kept if known else None)
    database.start()
    authentik.migrate()
    if kept and not known:
        database.stop()
        shutil.copytree(database.data, kept)
        database.start()


def lay(scene):
    """Authentik's own blueprints, the rendered ones and the secrets, as the mounts and the sidecar bring them."""
    authentik = scene.authentik
    for kind in ("default", "migrations", "system"):
        shutil.copytree(os.path.join(authentik.source, "blueprints", kind), os.path.join(authentik.blueprints, kind))
    os.mkdir(authentik.secrets)
    for name in rendered.secrets(scene.blueprints):
        Path(authentik.secrets, name).write_text(f"secret-of-{name}")
    for blueprint in scene.blueprints:
        rendered.lay(blueprint, authentik.blueprints, authentik.secrets)


def tear_down(scene):
    scene.authentik.stop_all()
    scene.database.stop()


def host_of(cluster):
    """The host at which the gateway offers Authentik."""
    lines = (cluster / "platform/admin-apps/authentik/route.yaml").read_text().splitlines()
    return lines[lines.index("  hostnames:") + 1].strip("- ")


def applied(scene):
    """The worker finds all files at its start and applies them, Authentik's own among them."""
    names = {blueprint.name for blueprint in scene.blueprints}

    def all_successful():
        status = dict(row.rsplit("|", 1) for row in scene.database.query("select name, status from authentik_blueprints_blueprintinstance"))
        return names <= status.keys() and set(status.values()) == {"successful"}

    try:
        await_true("every blueprint is successful", 900, all_successful)
    except AssertionError as late:
        waiting = scene.database.query("select name, status from authentik_blueprints_blueprintinstance where status <> 'successful'")
        scene.authentik.stop("worker")  # or both would write at once
        scene.authentik.apply([blueprint.path for blueprint in scene.blueprints])  # fails with the reason
        scene.authentik.start_worker()
        raise AssertionError(f"{late}: {waiting}; the importer takes them now") from late


def applied_again(scene):
    """The same text once more, by the importer, changes no row."""
    before = scene.database.state()
    scene.authentik.apply([blueprint.path for blueprint in scene.blueprints])
    changed = difference(before, scene.database.state())
    check(not changed, "\n".join([f"{len(changed)} rows", *changed[:20]]))


if __name__ == "__main__":
    sys.exit(main())
