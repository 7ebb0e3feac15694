"""Containers by runc: a read-only root of their own, the user, no capabilities, no new privileges, a memory limit."""

import itertools
import json
import pathlib
import shutil
import signal
import subprocess

_numbers = itertools.count(1)
_CGROUP = "tenantsmith-sites"


class Container:
    """One started program in its own root."""

    def __init__(self, runtime, spec, log):
        self.name = f"{runtime.name}-{next(_numbers)}"
        self.bundle = runtime.folder / "bundles" / self.name
        self._runtime = runtime
        self._lay(spec)
        self._log = open(log, "ab")
        self.process = subprocess.Popen(
            runtime.command("run", "--bundle", str(self.bundle), self.name), stdin=subprocess.DEVNULL, stdout=self._log, stderr=self._log
        )

    def _lay(self, spec):
        folders = {name: self.bundle / name for name in ("root", "upper", "work")}
        for folder in folders.values():
            folder.mkdir(parents=True)
        options = f"lowerdir={self._runtime.root},upperdir={folders['upper']},workdir={folders['work']}"
        subprocess.run(("mount", "-t", "overlay", "overlay", "-o", options, str(folders["root"])), check=True)
        spec["linux"]["cgroupsPath"] = f"/{_CGROUP}/{self.name}"
        (self.bundle / "config.json").write_text(json.dumps(spec))

    def wait(self, seconds=None):
        """The exit code."""
        code = self.process.wait(seconds)
        self._clean()
        return code

    def running(self):
        return self.process.poll() is None

    def execute(self, *command, environment=()):
        """Runs one more program inside; gives its exit code and what it said."""
        arguments = [part for each in environment for part in ("--env", each)]
        answer = subprocess.run(self._runtime.command("exec", *arguments, self.name, *command), capture_output=True, text=True)
        return answer.returncode, answer.stdout + answer.stderr

    def kill(self):
        """Ends all of its processes at once, as the kernel or an eviction does."""
        subprocess.run(self._runtime.command("kill", "--all", self.name, "KILL"), capture_output=True)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()
        self._clean()

    def memory(self):
        """The most memory used so far in bytes and how often the kernel killed, or nothing if the machine does not tell."""
        for base in ("/sys/fs/cgroup/memory", "/sys/fs/cgroup"):
            folder = pathlib.Path(base, _CGROUP, self.name)
            try:
                if (folder / "memory.max_usage_in_bytes").exists():
                    words = dict(line.split() for line in (folder / "memory.oom_control").read_text().splitlines())
                    return int((folder / "memory.max_usage_in_bytes").read_text()), int(words.get("oom_kill", 0))
                if (folder / "memory.peak").exists():
                    words = dict(line.split() for line in (folder / "memory.events").read_text().splitlines())
                    return int((folder / "memory.peak").read_text()), int(words["oom_kill"])
            except OSError:
                return None
        return None

    def _clean(self):
        subprocess.run(self._runtime.command("delete", "--force", self.name), capture_output=True)
        subprocess.run(("umount", str(self.bundle / "root")), capture_output=True)
        shutil.rmtree(self.bundle, ignore_errors=True)
        self._log.close()


class Runtime:
    """Where containers of one tenant are laid out and started."""

    def __init__(self, name, root, folder):
        # Unique on the machine, since control groups are the machine's.
        self.name = f"{name}-{folder.name}"
        self.root = root
        self.folder = folder
        self.limited = True

    def command(self, *words):
        return ("runc", "--root", str(self.folder / "runc")) + words

    def start(self, spec, log):
        return Container(self, spec, log)

    def trial(self):
        """Why this machine starts no containers, or nothing; one without limits of memory is taken, too."""
        log = self.folder / "trial.log"
        for limited in (True, False):
            try:
                self.limited = limited
                code = self.start(spec(["true"], ["PATH=/usr/bin"], [], memory=(64 << 20) if limited else None), log).wait(60)
                if code == 0:
                    return None
            except (OSError, subprocess.SubprocessError) as problem:
                return str(problem)
        return "runc starts no container: " + log.read_text(errors="replace")[-200:].strip()


def spec(arguments, environment, mounts, user=(0, 0), **more):
    """What runc is told: more may hold cwd, memory in bytes, read_only, capabilities."""
    sets = {kind: list(more.get("capabilities", [])) for kind in ("bounding", "effective", "permitted")}
    resources = {"memory": {"limit": more["memory"], "swap": more["memory"]}} if more.get("memory") else {}
    return {
        "ociVersion": "1.0.2",
        "process": {
            "user": {"uid": user[0], "gid": user[1], "additionalGids": more.get("groups", [])}, "args": arguments, "env": environment,
            "cwd": more.get("cwd", "/"), "noNewPrivileges": more.get("no_new_privileges", True), "capabilities": sets,
        },
        "root": {"path": "root", "readonly": more.get("read_only", True)},
        "hostname": more.get("hostname", "pod"),
        "mounts": [
            {"destination": "/proc", "type": "proc", "source": "proc"},
            {"destination": "/dev", "type": "tmpfs", "source": "tmpfs", "options": ["nosuid", "mode=755", "size=65536k"]},
            {"destination": "/dev/shm", "type": "tmpfs", "source": "shm", "options": ["nosuid", "nodev", "mode=1777", "size=65536k"]},
        ] + mounts,
        # Addresses are those of the tenant's own network, which the caller has made.
        "linux": {"namespaces": [{"type": each} for each in ("pid", "ipc", "uts", "mount")], "resources": resources},
    }  # fmt: skip


def bind(source, target, read_only=False):
    return {"destination": target, "type": "bind", "source": str(source), "options": ["rbind", "ro" if read_only else "rw"]}
