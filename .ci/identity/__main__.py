"""Runs the rendered blueprints on a real Authentik: applied twice, then walked by people. See .ci/check-identity."""

import os
import shutil
import sys
import tempfile
import traceback
from pathlib import Path

import rendered
import walks_access
import walks_people
import walks_removal
from database import Database, difference
from mailbox import Mailbox
from scene import Scene, check
from service import Authentik, await_true, free_port

TENANTS = ("acme-corp", "globex", "tenant1")


def main():
    root = Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
    folder = tempfile.mkdtemp(prefix="authentik-")
    os.chmod(folder, 0o755)
    scene = None
    try:
        scene = set_up(root, os.path.abspath(os.environ["AUTHENTIK_SOURCE"]), folder)
        walks = [("applied by the worker", applied), ("applied again: nothing changes", applied_again),
                 *walks_people.WALKS, *walks_access.WALKS, *walks_removal.WALKS]
        failed = [name for name, walk in walks if not passes(name, walk, scene)]
        print(f"{len(walks) - len(failed)} passed, {len(failed)} failed")
        return 1 if failed else 0
    finally:
        if scene:
            scene.authentik.stop_all()
            scene.database.stop()
        if not os.environ.get("AUTHENTIK_KEEP"):
            shutil.rmtree(folder)


def passes(name, walk, scene):
    """One walk, one line."""
    try:
        walk(scene)
    except Exception as fault:  # A walk's fault of any kind is its line; the others go on.
        print(f"FAILED  {name}: {fault}", flush=True)
        if not isinstance(fault, AssertionError):
            traceback.print_exc()
        return False
    print(f"ok      {name}", flush=True)
    return True


def set_up(root, source, folder):
    """A running Authentik with its own default blueprints and nothing else."""
    cluster = next(iter(sorted((root / "output/clusters").iterdir())))
    database, mailbox = Database(os.path.join(folder, "postgresql"), free_port()), Mailbox()
    authentik = Authentik(source, folder, database, mailbox.port)
    for kind in ("default", "migrations", "system"):
        shutil.copytree(os.path.join(source, "blueprints", kind), os.path.join(authentik.blueprints, kind))
    kept = os.environ.get("AUTHENTIK_CACHE")
    database.create(kept if kept and os.path.isdir(kept) else None)
    database.start()
    scene = Scene(authentik, database, mailbox, host_of(cluster), rendered.of_platform(cluster),
                  {tenant: rendered.of_tenant(cluster, tenant) for tenant in TENANTS})
    goldens = root / "generator-core/src/test/resources/identity"
    for form in ("suspended", "tombstone"):
        scene.tombstones[form] = rendered.of_file(goldens / f"acme-corp.{form}.yaml", "acme-corp")
    try:
        print(f"Authentik {authentik.version()}; the first start takes minutes", flush=True)
        authentik.migrate()
        authentik.start_worker()
        authentik.start_web()
        await_true("Authentik has applied its own blueprints", 600, lambda: not waiting(database))
        authentik.await_web()
        if kept and not os.path.isdir(kept):
            database.stop()
            shutil.copytree(database.data, kept)
            database.start()
    except BaseException:
        authentik.stop_all()
        database.stop()
        raise
    return scene


def host_of(cluster):
    """The host at which the gateway offers Authentik."""
    lines = (cluster / "platform/admin-apps/authentik/route.yaml").read_text().splitlines()
    return lines[lines.index("  hostnames:") + 1].strip("- ")


def waiting(database):
    """The blueprints that are not applied; one that waits for itself, if there is none at all."""
    rows = database.query("select name || ' is ' || status from authentik_blueprints_blueprintinstance where status <> 'successful'")
    return rows or (["nothing is known yet"] if database.query("select count(*) from authentik_blueprints_blueprintinstance") == ["0"] else [])


def applied(scene):
    """The worker finds the files, as the mounts and the sidecar bring them, and applies them."""
    secrets = Path(scene.authentik.folder, "tenant-secrets")
    secrets.mkdir()
    everything = [*scene.platform, *scene.tenants.values()]
    for name in rendered.secrets(everything):
        (secrets / name).write_text(f"secret-of-{name}")
    for blueprint in everything:
        rendered.lay(blueprint, scene.authentik.blueprints, secrets)
    names = {blueprint.name for blueprint in everything}

    def known():
        rows = scene.database.query("select name from authentik_blueprints_blueprintinstance where status = 'successful'")
        return names <= set(rows)

    try:
        await_true("every rendered blueprint is successful", 180, known)
    except AssertionError as late:
        scene.authentik.apply([blueprint.path for blueprint in everything])  # says why
        raise AssertionError(f"{late}: {waiting(scene.database)}; the importer takes them") from late


def applied_again(scene):
    """The same text once more, by the importer, changes no row."""
    before = scene.database.state()
    scene.authentik.apply([blueprint.path for blueprint in [*scene.platform, *scene.tenants.values()]])
    changed = difference(before, scene.database.state())
    check(not changed, "\n".join([f"{len(changed)} rows", *changed[:20]]))


if __name__ == "__main__":
    sys.exit(main())
