"""Makes the object of each file, tries one change after the other, and compares the answers with what the file says."""

import json
import subprocess
import sys

import yaml

NAMESPACE = "immutable-fields"


def kubectl(*arguments, text=None):
    return subprocess.run(["kubectl", *arguments], input=text, capture_output=True, text=True, check=False)


def made(target):
    """A server without the kind has nothing to say of it."""
    return kubectl("create", "-n", NAMESPACE, "-f", "-", text=json.dumps(target))


def trial(kind, name, change):
    answer = kubectl(
        "patch", kind, name, "-n", NAMESPACE, "--type=merge", "--dry-run=server", "-p", json.dumps(change["patch"])
    )
    return answer.returncode != 0, (answer.stdout + answer.stderr).strip()


def main(files):
    kubectl("delete", "namespace", NAMESPACE, "--ignore-not-found", "--wait=true")
    kubectl("create", "namespace", NAMESPACE)
    tried, faults = 0, []
    for file in files:
        with open(file, encoding="utf-8") as stream:
            target, *changes = yaml.safe_load_all(stream)
        kind, name = target["kind"], target["metadata"]["name"]
        kubectl("delete", kind, name, "-n", NAMESPACE, "--ignore-not-found", "--wait=true")
        answer = made(target)
        if answer.returncode != 0:
            faults.append(f"{kind} was not made: {answer.stderr.strip()}")
            continue
        for change in changes:
            refused, said = trial(kind, name, change)
            tried += 1
            if refused != change["refused"]:
                faults.append(f"{kind} {change['field']}: refused is {refused}: {said}")
            elif refused and not any(word in said for word in ("immutable", "forbidden", "Forbidden", "may not change", "cannot change", "only be modified")):
                faults.append(f"{kind} {change['field']}: refused for another reason: {said}")
        kubectl("delete", kind, name, "-n", NAMESPACE, "--wait=false")
    kubectl("delete", "namespace", NAMESPACE, "--wait=false")
    print(f"{tried} changes of {len(files)} kinds tried, {len(faults)} answers differ")
    for fault in faults:
        print(fault)
    return 1 if faults or tried == 0 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
