"""Reads the spec of a pod as a kubelet does: volumes, environment, init containers, user, limits, probes."""

import http.client
import os
import re
import shutil

from sites import containers

_UNITS = {"": 1, "Ki": 1 << 10, "Mi": 1 << 20, "Gi": 1 << 30}
_PATH = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
_INI = "PHP_INI_SCAN_DIR=/etc/php/8.4/apache2/conf.d:/usr/local/etc/php/conf.d"


class Node:
    """Runs the pods of one tenant: what they mount and read is looked up here."""

    def __init__(self, tenant, secrets, runtime, folder, files):
        self.tenant = tenant
        self.secrets = secrets
        self.runtime = runtime
        self.folder = folder
        # What a node and a registry bring: /etc/hosts, the program wp.
        self.files = files
        self._pods = 0

    def claim(self, name):
        folder = self.folder / "claims" / name
        if not folder.exists():
            _make(folder, 0o2775, 33)
        return folder

    def pod(self, spec, name, labels=None):
        self._pods += 1
        return Pod(self, spec, self.folder / "pods" / f"{self._pods}-{name}", labels or {})


class Pod:
    """One pod: its volumes live as long as it does."""

    def __init__(self, node, spec, folder, labels):
        self._node = node
        self._labels = labels
        self.spec = spec
        self._group = spec.get("securityContext", {}).get("fsGroup")
        self._folder = folder
        folder.mkdir(parents=True)
        self._volumes = {each["name"]: self._lay(each) for each in spec.get("volumes", [])}
        self.log = folder.with_suffix(".log")

    def volume(self, name):
        """The folder of a volume."""
        return self._volumes[name]

    def start(self, container, command=None, environment=None):
        """Starts a container; another command or environment than the rendered one is a question of the test."""
        return self._node.runtime.start(self._spec(container, command, environment or {}), self.log)

    def run_once(self, started=lambda container: None, seconds=120):
        """Runs the init containers and the first container to their end, as a Job's pod; gives the first exit code that is not 0."""
        for container in self.spec.get("initContainers", []) + self.spec["containers"][:1]:
            running = self.start(container)
            started(running)
            code = running.wait(seconds)
            if code:
                return code
        return 0

    def remove(self):
        shutil.rmtree(self._folder, ignore_errors=True)

    def said(self):
        return self.log.read_text(errors="replace") if self.log.exists() else ""

    def _lay(self, volume):
        folder = self._folder / "volumes" / volume["name"]
        if "persistentVolumeClaim" in volume:
            return self._node.claim(volume["persistentVolumeClaim"]["claimName"])
        if "emptyDir" in volume:
            return _make(folder, 0o2777, self._group)
        _make(folder, 0o2755, self._group)
        for source in volume["projected"]["sources"] if "projected" in volume else [volume]:
            for name, text in self._files(source):
                file = folder / name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text)
                file.chmod(0o644)
                os.chown(file, 0, self._group or 0)
        return folder

    def _files(self, source):
        if "configMap" in source:
            values, said = self._node.tenant.one("ConfigMap", source["configMap"]["name"])["data"], source["configMap"]
        elif "secret" in source:
            said = source["secret"]
            values = self._node.secrets.read(said.get("secretName") or said["name"])
        else:
            raise LookupError(f"this test knows no volume like {sorted(source)}")
        if "items" in said:
            return [(item["path"], values[item["key"]]) for item in said["items"]]
        return list(values.items())

    def _spec(self, container, command, environment):
        values = [_PATH, _INI, *self._environment(container, environment)]
        said = {**self.spec.get("securityContext", {}), **container.get("securityContext", {})}
        arguments, cwd = _program(container, command)
        if any(word in container["image"] for word in (":cli", "curl", "rclone")):
            values[0] = _PATH.replace("/usr/local/sbin", "/usr/local/sbin:/usr/local/busybox")
        limit = container.get("resources", {}).get("limits", {}).get("memory")
        mounts = [containers.bind(source, target, True) for target, source in self._node.files.items()]
        mounts += [self._mount(each) for each in container.get("volumeMounts", [])]
        mounts.sort(key=lambda mount: mount["destination"])
        return containers.spec(
            arguments, values, mounts, user=(said.get("runAsUser", 0), said.get("runAsGroup", 0)),
            groups=[self._group] if self._group else [], cwd=container.get("workingDir", cwd),
            memory=quantity(limit) if limit and self._node.runtime.limited else None,
            read_only=said.get("readOnlyRootFilesystem", False), no_new_privileges=said.get("allowPrivilegeEscalation") is False,
            capabilities=[] if "ALL" in said.get("capabilities", {}).get("drop", []) else ["CAP_CHOWN", "CAP_DAC_OVERRIDE", "CAP_SETUID"],
        )  # fmt: skip

    def _mount(self, mount):
        source = self._volumes[mount["name"]]
        if "subPath" in mount:
            source = source / mount["subPath"]
            if not source.exists():
                _make(source, 0o2777, self._group)
        return containers.bind(source, mount["mountPath"], mount.get("readOnly", False))

    def _environment(self, container, instead):
        values = {}
        for source in container.get("envFrom", []):
            if "secretRef" in source:
                values.update(self._node.secrets.read(source["secretRef"]["name"]))
            else:
                values.update(self._node.tenant.one("ConfigMap", source["configMapRef"]["name"])["data"])
        for each in container.get("env", []):
            values[each["name"]] = self._value(each, values)
        values.update(instead)
        return [f"{name}={value}" for name, value in values.items()]

    def _value(self, variable, known):
        source = variable.get("valueFrom")
        if not source:
            return re.sub(r"\$\(([A-Za-z_]\w*)\)", lambda found: known.get(found[1], found[0]), variable.get("value", ""))
        if "configMapKeyRef" in source:
            return self._node.tenant.one("ConfigMap", source["configMapKeyRef"]["name"])["data"][source["configMapKeyRef"]["key"]]
        if "secretKeyRef" in source:
            return self._node.secrets.read(source["secretKeyRef"]["name"])[source["secretKeyRef"]["key"]]
        if "fieldRef" in source:
            return self._labels[re.fullmatch(r"metadata\.labels\['(.+)'\]", source["fieldRef"]["fieldPath"])[1]]
        raise LookupError(f"this test knows no value from {sorted(source)}")


def _program(container, command):
    """The arguments and the working folder: what the pod says, or what the image would."""
    image, said = container["image"], container.get("command")
    if command:
        return list(command), "/"
    if said:
        return said + container.get("args", []), "/var/www/html" if "wordpress" in image else "/"
    raise LookupError(f"container {container['name']} leaves its program to the image's entrypoint, which copies the site at each start")


def _make(folder, mode, group):
    folder.mkdir(parents=True)
    os.chown(folder, 0, group or 0)
    folder.chmod(mode)
    return folder


def quantity(text):
    number, unit = re.fullmatch(r"(\d+)(Ki|Mi|Gi|)", str(text)).groups()
    return int(number) * _UNITS[unit]


def probe(said, container, address):
    """What a kubelet thinks of an httpGet probe: its status, or 0 if nothing answers in its time."""
    get = said["httpGet"]
    ports = {each["name"]: each["containerPort"] for each in container.get("ports", [])}
    connection = http.client.HTTPConnection(address, ports.get(get["port"], get["port"]), timeout=said.get("timeoutSeconds", 1))
    try:
        headers = {each["name"]: each["value"] for each in get.get("httpHeaders", [])}
        connection.request("GET", get.get("path", "/"), headers={"User-Agent": "kube-probe/1.36", **headers})
        return connection.getresponse().status
    except OSError:
        return 0
    finally:
        connection.close()
