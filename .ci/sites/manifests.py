"""A tenant's rendered folder, as objects."""

import pathlib

import yaml


class Tenant:
    """All objects of one tenant's folder."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.objects = []
        for file in sorted(self.folder.glob("*.yaml")):
            self.objects += objects(file)
        # What the platform has for the sites of all tenants.
        self.objects += objects(self.folder.parent.parent / "platform/admin-apps/site-cron/site-cron.yaml")
        deployment = self.one("Deployment", "wordpress")
        self.namespace = deployment["metadata"]["namespace"]
        self.name = deployment["metadata"]["labels"]["tenantsmith.io/tenant"]
        self.tier = deployment["metadata"]["labels"]["tenantsmith.io/tier"]

    def all(self, kind):
        return [each for each in self.objects if each["kind"] == kind]

    def one(self, kind, name):
        for each in self.all(kind):
            if each["metadata"]["name"] == name:
                return each
        raise LookupError(f"{self.folder} has no {kind} {name}")

    def web(self):
        """The pod of the site."""
        return self.one("Deployment", "wordpress")["spec"]["template"]["spec"]

    def install(self):
        """The pod of the install Job, whose name changes with its content."""
        jobs = [each for each in self.all("Job") if each["metadata"]["name"].startswith("wordpress-install")]
        if len(jobs) != 1:
            raise LookupError(f"{self.folder} has {len(jobs)} install Jobs")
        return jobs[0]["spec"]["template"]["spec"]

    def runner(self):
        """The pod that asks the sites for what is due, without its watchers of the API server."""
        pod = self.one("Deployment", "site-cron")["spec"]["template"]["spec"]
        runner = next(each for each in pod["containers"] if each["name"] == "runner")
        mounted = {each["name"] for each in runner["volumeMounts"]}
        return {"securityContext": pod["securityContext"], "containers": [runner], "volumes": [each for each in pod["volumes"] if each["name"] in mounted]}

    def labelled(self, label):
        """The files that a sidecar writes for ConfigMaps with that label."""
        maps = [each for each in self.all("ConfigMap") if each["metadata"].get("labels", {}).get(label)]
        return {name: text for each in maps for name, text in each["data"].items()}

    def config(self):
        """The texts of the site."""
        return self.one("ConfigMap", "wordpress-config")["data"]

    def hosts(self):
        """The public hosts of the site; the first is its own, the others lead to it."""
        hosts = []
        for route in self.all("HTTPRoute"):
            if _leads_to_site(route):
                hosts = route["spec"]["hostnames"] + hosts
            elif _redirects_to_host(route):
                hosts += route["spec"]["hostnames"]
        return list(dict.fromkeys(hosts))


def _leads_to_site(route):
    return any(back.get("name") == "wordpress" for rule in route["spec"]["rules"] for back in rule.get("backendRefs", []))


def _redirects_to_host(route):
    return any("hostname" in each.get("requestRedirect", {}) for rule in route["spec"]["rules"] for each in rule.get("filters", []))


def objects(file):
    """The objects of a file, without Kustomize's own."""
    with open(file, encoding="utf-8") as stream:
        return [each for each in yaml.load_all(stream, getattr(yaml, "CSafeLoader", yaml.SafeLoader)) if each and each.get("kind") != "Kustomization"]
